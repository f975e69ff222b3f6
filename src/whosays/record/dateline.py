"""Where and when it was written, as a report's first line says, or an entry's of a live page: "PORT SAMA, June 8 (Agency) - ", "05:10 GMT - ".

A town in capitals may stand alone; one in small letters ("Nairobi, Kenya — ") has its country, day or agency with it. What follows
begins a sentence: "NATO — the alliance …" and "The men -- a Libyan and a Chadian -- …" are no datelines.
"""

from __future__ import annotations

import re

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
_CAPITALS = r"A-Z\u00c0-\u00d6\u00d8-\u00de"
_WORD = rf"[{_CAPITALS}][\w.'’-]*"  # a word with a capital
_WORDS = rf"{_WORD}(?: (?:(?:and|of|the|de|la|el|al) ){{0,2}}{_WORD}){{0,4}}"
_SMALL = r"(?:au|de|del|la|el|al|as|ash|es|et|en|sur|upon|of)"  # inside a town in capitals: "PORT-au-PRINCE", "RIO de JANEIRO"
_TOWN = rf"[{_CAPITALS}][{_CAPITALS}.'’]*(?:[ -](?:{_SMALL}[ -])?[{_CAPITALS}][{_CAPITALS}.'’]*)*"
_TOWNS = rf"(?=[{_CAPITALS} .'’-]*[{_CAPITALS}]{{3}}){_TOWN}(?:(?:/|, | and ){_TOWN})*"
_ABOARD = rf"(?:ON BOARD|ABOARD)(?: THE)? {_WORDS}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r"(?: ?\([^)\n]{2,40}\)|[,.]? ?/[A-Z]{2,12}/\.?)"
_BODIES = r"(?:DPRK|NATO|OPEC|ASEAN|ECOWAS|UNESCO|UNICEF|UNHCR|UNRWA|IAEA|ISIS|HAMAS|FARC|IGAD|BRICS)"  # in capitals, and no towns
_DASH = r"(?: ?(?:--|[–—]) ?| - )"
_BEGINS = rf"(?=[“\"‘'(]?[{_CAPITALS}\d])"
_ALONE = r"(?![^.!?\n]*(?: [-–—] | -- ))"  # "On Monday, Kenya — Uganda's neighbour — agreed"

_DATED = rf"(?:{_ABOARD}|{_TOWNS}(?:,? {_WORDS})?|{_WORDS}(?:/{_WORDS})?(?:, {_WORDS})?)(?:[,.] {_DAY}(?:{_AGENCY})?|{_AGENCY})"
_IN_CAPITALS = (
    rf"(?:{_ABOARD}|(?!{_BODIES}\b ?[-–—])(?=[{_CAPITALS} .,/'’-]*[{_CAPITALS}]{{4}}){_TOWNS}(?:, {_WORDS})?)"
)
DATELINE = re.compile(
    rf"(?:{_DATED}(?:{_DASH}|(?<=\)): |(?<=/) |(?<=/\.) )|{_IN_CAPITALS}{_DASH}|{_WORDS}, {_WORDS}{_DASH}{_ALONE}){_BEGINS}"
)

# The hour of an entry of a live page. One without a zone is taken for an hour only in brackets or before a bar: "12:30 - 3:30" is a stretch of time.
STAMP = re.compile(
    r"(?:\(?\d{1,2}[:.]\d{2} ?\(?(?:[ap]\.?m\.? ?)?(?:GMT|UTC|[A-Z]{1,3}ST|[CEW]E?T|MSK|[ECW]AT|local time)\)? ?(?:[-\u2013\u2014:|]|--) |"
    r"(?:\[\d{1,2}[:.]\d{2}\]|\(\d{1,2}[:.]\d{2}\)|\d{1,2}[:.]\d{2} ?\|) )"
)

_FULL_DAY = re.compile(
    rf"(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<first>\d{{1,2}}) (?P<before>{_MONTH})),? (?P<year>\d{{4}})"
)
_NAMED = re.compile(r"\(([^)]+)\)|/([A-Z]+)/")


def month_number(word: str | None) -> int:
    """1 for "Jan." to 12 for "December"."""
    short = (word or "")[:3].title()
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(short))


def agency_of(text: str) -> str | None:
    """The agency that the dateline of a text's first line names; None where it has none, or names none."""
    line = DATELINE.match(text)
    named = _NAMED.search(line.group()) if line else None
    return (named[1] or named[2]) if named else None


def day_of(text: str) -> str | None:
    """The day (ISO 8601) that a text's dateline names with its year; None where it has none, or no year."""
    line = DATELINE.match(text)
    named = _FULL_DAY.search(line.group()) if line else None
    if named is None:
        return None
    month, day, year = named["month"] or named["before"], named["day"] or named["first"], named["year"]
    return f"{year}-{month_number(month):02}-{int(day):02}"


def opening(text: str, start: int, end: int | None = None) -> re.Match[str] | None:
    """The dateline or the hour that a paragraph opens with."""
    end = len(text) if end is None else end
    return DATELINE.match(text, start, end) or STAMP.match(text, start, end)


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text (code points) is a dateline, or an entry's hour, and nothing else."""
    match = opening(text, start)
    return match is not None and match.end() >= end
