"""From bytes to a document: the main text, and what the page says of itself."""

from whosays.extract.document import extract

__all__ = ["extract"]
