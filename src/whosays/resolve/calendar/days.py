"""Days named from another day: yesterday, Tuesday, overnight, and the time of the clock on them."""

from __future__ import annotations

from datetime import date

from whosays.resolve.calendar.grammar import Expression, weekday_number
from whosays.resolve.calendar.moment import PARTS, TEXT, Meaning, Now, Reader, published, told
from whosays.resolve.calendar.timex import DAY


def _overnight(expression: Expression, now: Now) -> Meaning | None:
    day = now.today
    if expression.parts.get("weekday"):
        day = weekday_day(weekday_number(expression.parts["weekday"]), "", now)
    return None if day is None else published(f"{(day - DAY).isoformat()}/{day.isoformat()}")


def _day_before_yesterday(expression: Expression, now: Now) -> Meaning | None:
    if now.today is None:
        return None
    days = -2 if (expression.parts["side"] or "").lower().startswith("before") else 2
    return published((now.today + days * DAY).isoformat())


def _deictic(expression: Expression, now: Now) -> Meaning | None:
    if now.today is None:
        return None
    word = (expression.parts["word"] or "").lower()
    offset = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(word, 0)
    part = (expression.parts.get("part") or word.rpartition(" ")[2]).lower()
    suffix = "TNI" if word in {"tonight", "last night"} else PARTS.get(part, "")
    return published((now.today + offset * DAY).isoformat() + suffix)


def weekday_day(wanted: int, when: str, now: Now) -> date | None:
    """The day that a weekday means: the last one up to publication, or the next where the clause speaks of what is to come."""
    base = now.told_day if when in TEXT else now.today
    if base is None:
        return None
    back = (base.weekday() - wanted) % 7
    if when in {"last", "this past", "the previous"}:
        return base - (back or 7) * DAY
    if when in {"next", "this coming", "the following"} or (now.tense == "future" and when not in {"the same", "that"}):
        return base + ((wanted - base.weekday()) % 7 or (7 if when else 0)) * DAY
    if when == "this":
        return base - base.weekday() * DAY + wanted * DAY
    return base - back * DAY


def _weekday(expression: Expression, now: Now) -> Meaning | None:
    parts = expression.parts
    when = (parts.get("when") or "").lower()
    day = weekday_day(weekday_number(parts["weekday"]), when, now)
    if day is None:
        return None
    if parts.get("week"):
        day = _in_week(weekday_number(parts["weekday"]), (parts["week"] or "").lower(), now) or day
    part = PARTS.get((parts.get("part") or "").lower(), "")
    text = when in TEXT
    return Meaning(value=day.isoformat() + part, basis="relative_to_text" if text else "relative_to_publication")


def _in_week(wanted: int, which: str, now: Now) -> date | None:
    if now.today is None:
        return None
    weeks = {"last week": -1, "next week": 1}.get(which, 0)
    return now.today - now.today.weekday() * DAY + (7 * weeks + wanted) * DAY


def _time_of(expression: Expression, now: Now) -> Meaning | None:
    if expression.parts.get("weekday"):
        day = weekday_day(weekday_number(expression.parts["weekday"]), "", now)
    else:
        offset = {"yesterday": -1, "tomorrow": 1}.get((expression.parts["word"] or "").lower(), 0)
        day = None if now.today is None else now.today + offset * DAY
    return None if day is None else published(day.isoformat() + _clock_time(expression.parts["clock"] or ""))


def _clock_time(clock: str) -> str:
    plain = clock.lower().replace(".", "").replace(" ", "")
    hour, _, minute = plain.rstrip("apm").partition(":")
    hours = int(hour) % 12 + 12 if plain.endswith("pm") else int(hour) % 12 if plain.endswith("am") else int(hour)
    return f"T{hours:02d}:{minute or '00'}"


def _clock(expression: Expression, now: Now) -> Meaning | None:
    day = now.told_day
    return None if day is None else told(day.isoformat() + _clock_time(expression.parts["clock"] or ""))


READERS: dict[str, Reader] = {
    "overnight": _overnight,
    "day_before_yesterday": _day_before_yesterday,
    "deictic": _deictic,
    "time_of": _time_of,
    "weekday": _weekday,
    "day_part_of": _weekday,
    "clock": _clock,
}
