"""The one coordinate of the record: a stretch of a document's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open code-point offsets into a document's text, and the exact text found there.

    `Document.text[start:end] == text` always holds; `document` is the document's id.
    """

    document: str
    start: int
    end: int
    text: str
