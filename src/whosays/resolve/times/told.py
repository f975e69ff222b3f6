"""The time expressions of a text in order, each with what it means from publication, tense and what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from whosays.resolve.calendar.calendar_of import calendar_of
from whosays.resolve.calendar.grammar import Expression, Grammar
from whosays.resolve.calendar.moment import Meaning, Now
from whosays.resolve.calendar.timex import granularity, interval
from whosays.resolve.times.tense import tense_near

WITHIN_DAY = frozenset({"minute", "part", "day"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """An expression, where it is read from, and what it means there."""

    expression: Expression
    now: Now
    meaning: Meaning | None


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or time, None where it is no whole day."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def read_times(text: str, pieces: Iterable[tuple[int, int]], today: date | None, grammar: Grammar) -> Iterator[Timed]:
    """Every time expression of the pieces (sentences, as code points), in order."""
    told: str | None = None
    dated: str | None = None
    at = 0
    for start, end in pieces:
        for expression in grammar.find(text, start, end):
            tale = year_of(told) if "\n" not in text[at:start] else None
            now = Now(today=today, told=told, dated=dated, tale=tale, tense=tense_near(text, start, end, expression))
            meaning = calendar_of(expression, now)
            lasting = text[start : expression.start].rstrip().lower().endswith("since")  # until now: tells of today
            if meaning is not None and not lasting and interval(meaning.value) is not None:
                told, at = meaning.value, expression.end
                dated = told if granularity(told) in WITHIN_DAY else dated
            yield Timed(expression=expression, now=now, meaning=meaning)


def year_of(value: str | None) -> int | None:
    """The year of a value, None where it is not as fine as a year."""
    return int(value[:4]) if value is not None and value[:4].isdecimal() else None
