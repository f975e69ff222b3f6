"""Where and when it was written, as a report's first line says, or an entry's of a live page: "PORT SAMA, June 8 (Agency) - ", "05:10 GMT - "."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"[A-Z][A-Z\u00c0-\u00de' .,/-]{2,}(?:, ?[A-Z][a-z]+)?(?:, ?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([^)]{2,40}\))? ?(?:[-\u2013\u2014]|--) "
)

# The hour of an entry of a live page. One without a zone is taken for an hour only in brackets or before a bar: "12:30 - 3:30" is a stretch of time.
STAMP = re.compile(
    r"(?:\(?\d{1,2}[:.]\d{2} ?\(?(?:[ap]\.?m\.? ?)?(?:GMT|UTC|[A-Z]{1,3}ST|[CEW]E?T|MSK|[ECW]AT|local time)\)? ?(?:[-\u2013\u2014:|]|--) |"
    r"(?:\[\d{1,2}[:.]\d{2}\]|\(\d{1,2}[:.]\d{2}\)|\d{1,2}[:.]\d{2} ?\|) )"
)


def opening(text: str, start: int, end: int | None = None) -> re.Match[str] | None:
    """The dateline or the hour that a paragraph opens with."""
    end = len(text) if end is None else end
    return DATELINE.match(text, start, end) or STAMP.match(text, start, end)


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text (code points) is a dateline, or an entry's hour, and nothing else."""
    match = opening(text, start)
    return match is not None and match.end() >= end
