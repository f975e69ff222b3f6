"""Quotation marks: which stretches of a text stand between them, straight, typographic, doubled and single.

Other languages' marks come with texts that were translated: „…“, »…«, ”…”, 「…」.

A quotation that a paragraph leaves open and the next one opens again is one quotation in two paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

DOUBLE = re.compile(r"[“”„«»「」『』\"]|''|``")
# A single mark opens before a letter after white space or a bracket, and closes after a letter or stop before a
# boundary; an apostrophe does neither on both sides.
SINGLE = re.compile(
    r"(?<![\w’'])[‘'](?=[\w“\"])(?!\d0s|em\b|til\b|twas\b)(?P<inside>[^\n‘]{2,300}?)(?<=[\w.,!?…])[’'](?!\w)"
)
OPENING, CLOSING = frozenset("“„«「『"), frozenset("”»」』")
CLOSED_BY = {"„": "“", "»": "«"}  # where the mark that closes elsewhere opens


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch of text with its marks, `start` to `end`; `open_end` where its paragraph leaves it open."""

    start: int
    end: int
    single: bool = False
    open_end: bool = False


def quotations(text: str) -> tuple[Quotation, ...]:
    """All outermost quotations of a text, in order; single ones only outside double ones."""
    found: list[Quotation] = []
    start = 0
    for paragraph in text.split("\n"):
        found += _double(paragraph, start)
        start += len(paragraph) + 1
    double = tuple(found)
    singles = [
        Quotation(start=match.start(), end=match.end(), single=True)
        for match in SINGLE.finditer(text)
        if not inside(double, match.start()) and _plausible(match["inside"])
    ]
    return tuple(sorted((*double, *singles), key=lambda quotation: quotation.start))


def inside(found: tuple[Quotation, ...], offset: int) -> Quotation | None:
    """The quotation around an offset, by binary search in an ordered tuple."""
    at = bisect_right(found, offset, key=lambda quotation: quotation.start) - 1
    return found[at] if at >= 0 and offset < found[at].end else None


def _double(paragraph: str, offset: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for match in DOUBLE.finditer(paragraph):
        mark = match[0]
        if opened is None:
            if mark not in CLOSING or _opens(paragraph, match.start()):
                opened = match.start()
        elif mark not in OPENING or mark == CLOSED_BY.get(paragraph[opened]):
            found.append(Quotation(start=offset + opened, end=offset + match.end()))
            opened = None
    if opened is not None and len(paragraph) - opened > 2:
        found.append(Quotation(start=offset + opened, end=offset + len(paragraph.rstrip()), open_end=True))
    return found


def _opens(paragraph: str, at: int) -> bool:
    """Whether a mark that mostly closes stands where one opens: behind a space or at the begin, before a word."""
    before, behind = paragraph[at - 1 : at], paragraph[at + 1 : at + 2]
    return paragraph[at] in "”»" and behind.isalnum() and (not before or before.isspace() or before in "(—–")


def _plausible(words: str) -> bool:
    """A plural possessive ("the workers' wages … the firms' gains") also looks like a pair: it opens after a letter."""
    return bool(words.strip()) and not words.startswith(("s ", "t ", "re ", "ve "))
