"""Where a time expression is read from, what it can mean, and which year one means that says none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from whosays.record.world import Basis
from whosays.resolve.calendar.grammar import Expression
from whosays.resolve.calendar.timex import interval

Tense = Literal["past", "future", ""]
TALE = 2  # years from publication at which the text tells of another time
BACK = {
    "last",
    "past",
    "previous",
    "the previous",
    "the past",
    "the last",
    "the preceding",
    "preceding",
    "this past",
    "the same time last",
}
ON = {"next", "coming", "following", "the following", "the next", "the coming", "this coming"}
TEXT = {
    "that",
    "the same",
    "same",
    "the previous",
    "the following",
    "the next",
    "previous",
    "following",
    "the preceding",
    "preceding",
}  # seen from the text's own time, not from the day of publication
PARTS = {"morning": "TMO", "early morning": "TMO", "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "early hours": "TMO",
         "small hours": "TMO", "afternoon": "TAF", "evening": "TEV", "dusk": "TEV", "sunset": "TEV", "nightfall": "TEV",
         "night": "TNI", "late night": "TNI", "midnight": "TNI", "noon": "TMI", "midday": "TMI"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """Where an expression is read from.

    `today` is the day of publication; `told` the value that the text gave last, with the granularity it has, `dated` the last
    that was as fine as a day; `tale` the year of what was told where that was said in the same paragraph; `tense` the tense of the
    clause. Each may be unknown.
    """

    today: date | None
    told: str | None = None
    dated: str | None = None
    tale: int | None = None
    tense: Tense = ""

    @property
    def told_day(self) -> date | None:
        """The first day of what the text spoke of last, else the day of publication."""
        days = interval(self.told) if self.told is not None else None
        return days[0] if days is not None else self.today

    @property
    def same_day(self) -> date | None:
        """The day that the text spoke of last; that of publication where it spoke of no time, none where only of years and months."""
        days = interval(self.dated) if self.dated is not None else None
        return days[0] if days is not None else self.today if self.told is None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A TIMEX3 value, how it was reached, and whether another reading is as good."""

    value: str
    basis: Basis
    ambiguous: bool = False


def stated(value: str) -> Meaning:
    """A value that the words give by themselves."""
    return Meaning(value=value, basis="stated")


def published(value: str, *, ambiguous: bool = False) -> Meaning:
    """A value seen from the day of publication."""
    return Meaning(value=value, basis="relative_to_publication", ambiguous=ambiguous)


def told(value: str) -> Meaning:
    """A value seen from the text's own time."""
    return Meaning(value=value, basis="relative_to_text")


def year_of(expression: Expression, now: Now) -> int | None:
    """The year that the expression states or counts from here; None where it says nothing of it."""
    year, which = expression.parts.get("year"), (expression.parts.get("which") or "").lower()
    if year:
        return int(year)
    base = now.told_day if which.startswith("the ") or which == "that" else now.today
    if not which or base is None:
        return None
    return base.year + (-1 if which in BACK else 1 if which in ON else 0)


def basis_of(expression: Expression) -> Basis:
    """Where an expression's year comes from."""
    if expression.parts.get("year"):
        return "stated"
    which = (expression.parts.get("which") or "").lower()
    return "relative_to_text" if which.startswith("the ") or which == "that" else "relative_to_publication"


def nearest_year(month: int, day: int, now: Now) -> int | None:
    """The year of a month or day that states none: in a tale of another time that time's, else the nearest that fits."""
    today, tale = now.today, now.tale
    if today is None:
        return tale
    if tale is not None and abs(tale - today.year) >= TALE and now.tense != "future":
        return tale
    years = [today.year - 1, today.year, today.year + 1]

    def distance(year: int) -> float:
        gap = (date(year, month, min(day, 28)) - today).days
        wrong = (
            (now.tense == "past" and gap > 28)
            or (now.tense == "future" and gap < -28)
            or (now.tense == "" and gap > 200)
        )
        return abs(gap) + (400 if wrong else 0)

    return min(years, key=distance)


Reader = Callable[[Expression, Now], Meaning | None]
