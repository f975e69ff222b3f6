"""What a time expression means: a TIMEX3 value, seen from the day of publication and from what the text said before.

An expression that leans on a day that is not known has no value; nothing is filled in.
"""

from __future__ import annotations

from whosays.resolve.calendar import dates, days, holidays, spans
from whosays.resolve.calendar.grammar import Expression
from whosays.resolve.calendar.moment import Meaning, Now, Reader, stated


def calendar_of(expression: Expression, now: Now) -> Meaning | None:
    """What the expression means; None where that hangs on something unknown or the date does not exist."""
    reader = READERS.get(expression.kind)
    try:
        meaning = reader(expression, now) if reader is not None else None
    except (ValueError, OverflowError):  # 31 June, a week beyond the year's last, the year 10000
        return None
    return meaning


def _vague(expression: Expression, now: Now) -> Meaning | None:
    del now
    return stated("FUTURE_REF" if "coming" in expression.text.lower() else "PAST_REF")


def _present(expression: Expression, now: Now) -> Meaning | None:
    del expression, now
    return stated("PRESENT_REF")


def _past(expression: Expression, now: Now) -> Meaning | None:
    del expression, now
    return stated("PAST_REF")


def _future(expression: Expression, now: Now) -> Meaning | None:
    del expression, now
    return stated("FUTURE_REF")


READERS: dict[str, Reader] = {
    **dates.READERS,
    **days.READERS,
    **spans.READERS,
    **holidays.READERS,
    "vague": _vague,
    "present": _present,
    "past": _past,
    "future": _future,
}
