"""Where and when a report was written, as its first line says: "PORT SAMA, June 8 (Agency) - "."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"[A-Z][A-Z\u00c0-\u00de' .,/-]{2,}(?:, ?[A-Z][a-z]+)?(?:, ?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([^)]{2,40}\))? ?(?:[-\u2013\u2014]|--) "
)


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text (code points) is a dateline and nothing else."""
    match = DATELINE.match(text, start)
    return match is not None and match.end() >= end
