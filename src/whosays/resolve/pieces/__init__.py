"""The pieces of one document's record: its events, who says what, and the ties between parties."""
