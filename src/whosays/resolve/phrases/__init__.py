"""The phrases of a document, and which of them speak of the same."""
