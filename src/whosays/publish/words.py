"""Dates, counts and marks in words, the same in every part of the brief and on the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from whosays.record.dateline import MONTHS
from whosays.record.event import Number, StanceValue
from whosays.record.world import Time

BASES = {
    "stated": "stated",
    "relative_to_publication": "counted from publication",
    "relative_to_text": "counted from another date in the text",
}
FIELDS = {"polarity": "Whether it happened", "number": "How many", "place": "Where", "time": "When", "actor": "Who did it",
          "recipient": "To whom", "mode": "What was done", "statement": "Silence against statement"}  # fmt: skip
SUPPORT = {"X": "troops", "P": "foreign presence", "Y": "joint operations", "W": "weapons", "M": "materiel",
           "T": "training and expertise", "F": "funding and economic support", "I": "intelligence", "L": "territory",
           "O": "other support", "U": "support of unknown kind", "ally": "ally", "sanctions": "sanctions",
           "conflict": "conflict", "agreement": "agreement", "rival": "rivalry"}  # fmt: skip
# What is counted here are people: their noun stands in the incident's sentence, and would need its plural.
PEOPLE = {"captured", "killed", "injured", "released", "deployed", "arrested", "displaced", "abducted", "expelled"}
REACTIONS = {"declines_comment": "no comment", "not_found": "not found"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a stance looks: the symbol drawn (`glyph`), its printable character, its meaning, where it is listed."""

    glyph: str
    char: str
    word: str
    side: str


CERTAIN = Mark(glyph="certain", char="●", word="certain", side="says")
MARKS: dict[StanceValue, Mark] = {
    "CT+": CERTAIN,
    "PR+": Mark(glyph="probable", char="◐", word="probable", side="says"),
    "PS+": Mark(glyph="possible", char="◔", word="possible", side="says"),
    "CT-": Mark(glyph="denies", char="✕", word="denies", side="denies"),
    "PR-": Mark(glyph="doubts", char="⨯", word="doubts: probably not", side="denies"),
    "PS-": Mark(glyph="doubts", char="⨯", word="doubts: possibly not", side="denies"),
    "Uu": Mark(glyph="open", char="○", word="leaves open", side="open"),
    "NC": Mark(glyph="nocomment", char="⊘", word="no comment", side="silent"),
    "SILENT": Mark(glyph="silent", char="◌", word="silent", side="silent"),
}
ORDER: tuple[StanceValue, ...] = tuple(MARKS)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """“1 report”, “6 reports”, “no reports”."""
    if number == 1:
        return f"1 {noun}"
    return f"{number or 'no'} {plural or noun + 's'}"


def listed(items: list[str]) -> str:
    """“a”, “a and b”, “a, b and c”."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def as_day(value: str | None) -> date | None:
    """The calendar day that an ISO date or date-time begins with; None where it gives none."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def day_words(day: date, *, year: bool = True, short: bool = False) -> str:
    """“11 March 2025”, “11 Mar”."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month[:3] if short else month}" + (f" {day.year}" if year else "")


def days_words(first: date, last: date, *, short: bool = False) -> str:
    """“12–16 January 2025”; parts that both ends share are said once."""
    if first == last:
        return day_words(first, short=short)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last, short=short)}"
    return f"{day_words(first, year=first.year != last.year, short=short)} – {day_words(last, short=short)}"


def time_words(time: Time) -> str:
    """A resolved time in words, as coarse as it was told; the report's own words where it names no days."""
    first, last = as_day(time.start), as_day(time.end)
    if first is None or last is None:
        return f"“{time.span.text}”"
    if time.granularity == "year" and first.year == last.year:
        return str(first.year)
    if time.granularity == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}–{last.year}" if first.year != last.year else str(first.year)
    return days_words(first, last)


def number_words(number: Number) -> str:
    """“captured: 2”, “killed: at least 11”, “displaced: 24–99 (“dozens”)”."""
    low, high = number.low, number.high
    unit = f" {number.unit}" if number.unit and number.role not in PEOPLE else ""
    if low is not None and low == high:
        return f"{number.role}: {plain(low)}{unit}"
    if low is None and high is None:
        return f"{number.role}: “{number.span.text}”"
    if high is None:
        return f"{number.role}: at least {plain(low)}{unit}"
    if low is None:
        return f"{number.role}: up to {plain(high)}{unit}"
    return f"{number.role}: {plain(low)}–{plain(high)}{unit} (“{number.span.text}”)"


def plain(value: float | None) -> str:
    """A number as people write it: no “.0”, thousands set apart."""
    if value is None:
        return ""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,g}"


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + "…"
