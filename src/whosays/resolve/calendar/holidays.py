"""Days that have a name: the holidays that English-language reports date by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from whosays.resolve.calendar.grammar import Expression
from whosays.resolve.calendar.moment import Meaning, Now, Reader, basis_of, nearest_year, year_of
from whosays.resolve.calendar.timex import DAY

HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas": lambda year: date(year, 12, 25),
    "christmas day": lambda year: date(year, 12, 25),
    "christmas eve": lambda year: date(year, 12, 24),
    "new year": lambda year: date(year, 1, 1),
    "new year's day": lambda year: date(year, 1, 1),
    "new year's eve": lambda year: date(year, 12, 31),
    "independence day": lambda year: date(year, 7, 4),
    "valentine's day": lambda year: date(year, 2, 14),
    "halloween": lambda year: date(year, 10, 31),
    "thanksgiving": lambda year: _nth_weekday(year, 11, 3, 4),
    "thanksgiving day": lambda year: _nth_weekday(year, 11, 3, 4),
    "labor day": lambda year: _nth_weekday(year, 9, 0, 1),
    "memorial day": lambda year: _nth_weekday(year, 6, 0, 1) - 7 * DAY,
}


def _nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (count - 1)) * DAY


def _holiday(expression: Expression, now: Now) -> Meaning | None:
    rule = HOLIDAYS.get((expression.parts["name"] or "").lower().replace("’", "'"))
    if rule is None:
        return None
    year = year_of(expression, now)
    if year is None and now.today is not None:
        example = rule(now.today.year)
        year = nearest_year(example.month, example.day, now)
    return None if year is None else Meaning(value=rule(year).isoformat(), basis=basis_of(expression))


READERS: dict[str, Reader] = {
    "holiday": _holiday,
}
