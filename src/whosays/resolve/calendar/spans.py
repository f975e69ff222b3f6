"""Times told by counting: two days ago, within a week, the past three months, the next year."""

from __future__ import annotations

from datetime import date, timedelta

from whosays.resolve.calendar.grammar import Expression, number
from whosays.resolve.calendar.moment import BACK, ON, PARTS, TEXT, Meaning, Now, Reader, published, stated, told
from whosays.resolve.calendar.timex import DAY, interval, shift_months, week


def shifted(base: date, count: int, unit: str) -> str:
    """The value `count` units from a day, as fine as the unit is."""
    if unit in {"minute", "hour"}:
        return base.isoformat()
    if unit in {"day", "night", "weekend"}:
        return (base + timedelta(days=count)).isoformat()
    if unit in {"week", "fortnight"}:
        return week(base + timedelta(weeks=count * (2 if unit == "fortnight" else 1)))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}[unit] * count
    day = shift_months(base, months)
    if unit == "month":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "quarter":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return f"{day.year:04d}"


def _ago(expression: Expression, now: Now) -> Meaning | None:
    count, unit = number(expression.parts["number"]), (expression.parts["unit"] or "").lower()
    past = (expression.parts["side"] or "").lower() == "ago"
    if count is None:
        return stated("PAST_REF" if past else "FUTURE_REF")
    return None if now.today is None else published(shifted(now.today, -count if past else count, unit))


def _offset(expression: Expression, now: Now) -> Meaning | None:
    """ "Two days earlier": seen from what the text spoke of last, and as fine."""
    count, unit = number(expression.parts.get("number") or "a"), (expression.parts["unit"] or "").lower()
    back = (expression.parts["side"] or "").lower() in {"earlier", "before", "previously"}
    base = now.told_day
    if count is None or base is None:
        return None
    quarter = now.told if now.told is not None and "-Q" in now.told and unit == "year" else None
    if quarter is not None:
        return told(f"{int(quarter[:4]) + (-count if back else count):04d}{quarter[4:]}")
    if unit == "night":
        return told((base + (-DAY if back else DAY)).isoformat() + "TNI")
    return told(shifted(base, -count if back else count, unit))


def _within(expression: Expression, now: Now) -> Meaning | None:
    """ "Within three days": from the text's time on; only where it is to come."""
    count, unit = number(expression.parts["number"]), (expression.parts["unit"] or "").lower()
    words = expression.text.lower()
    if count is None or now.today is None or "past" in words or "last" in words:
        return _span(expression, now)
    if not words.startswith("within"):
        return None
    base = now.told_day or now.today
    days = timedelta(hours=count) if unit == "hour" else None
    last = base + days if days is not None else (interval(shifted(base, count, unit)) or (base, base))[1]
    return told(f"{base.isoformat()}/{last.isoformat()}")


def _span(expression: Expression, now: Now) -> Meaning | None:
    """ "The past three weeks": the days up to publication, "the next three" those after it."""
    count, unit = number(expression.parts["number"]), (expression.parts["unit"] or "").lower()
    ahead = (expression.parts.get("side") or "past").lower() in {"next", "coming", "following"}
    if count is None:
        return stated("FUTURE_REF" if ahead else "PAST_REF")
    if now.today is None:
        return None
    other = interval(shifted(now.today, count if ahead else -count, unit))
    if other is None:
        return None
    day = now.today
    return published(
        f"{day.isoformat()}/{other[1].isoformat()}" if ahead else f"{other[0].isoformat()}/{day.isoformat()}"
    )


def _year_ago(expression: Expression, now: Now) -> Meaning | None:
    unit = (expression.parts["unit"] or "").lower()
    if unit == "year" and now.told is not None and "-Q" in now.told:
        return told(f"{int(now.told[:4]) - 1:04d}{now.told[4:]}")
    return None if now.today is None else published(shifted(now.today, -1, unit))


def _unit_of(base: date, unit: str, count: int) -> str:
    """The unit that a day lies in, or one of its neighbours."""
    if unit == "night":
        return (base + count * DAY).isoformat() + "TNI"
    if unit == "weekend":
        return week(base + 7 * count * DAY) + "-WE"
    if unit == "decade":
        return f"{base.year // 10 + count:03d}"
    if unit == "century":
        return f"{base.year // 100 + count:02d}"
    return shifted(base, count, unit)


def _unit(expression: Expression, now: Now) -> Meaning | None:
    when, unit = (expression.parts["when"] or "").lower(), (expression.parts["unit"] or "").lower()
    base = now.told_day if when in TEXT or when == "the" else now.today
    if base is None:
        return None
    count = -1 if when in BACK or "last" in when else 1 if when in ON else 0
    value = (
        f"{base.isoformat()}T{PARTS[unit][1:]}" if unit in PARTS and unit != "night" else _unit_of(base, unit, count)
    )
    return told(value) if when in TEXT else published(value)


def _that_day(expression: Expression, now: Now) -> Meaning | None:
    """ "That evening", "the same day": on the day that the text spoke of last, even if it named a year since."""
    unit = (expression.parts["unit"] or expression.parts["part"] or "").lower()
    return None if now.same_day is None else told(now.same_day.isoformat() + PARTS.get(unit, ""))


def _end_of(expression: Expression, now: Now) -> Meaning | None:
    return stated(str(expression.parts["year"])) if expression.parts.get("year") else _unit(expression, now)


READERS: dict[str, Reader] = {
    "offset_ago": _ago,
    "offset_text": _offset,
    "the_unit": _offset,
    "within": _within,
    "span": _span,
    "year_ago": _year_ago,
    "earlier_in": _unit,
    "end_of": _end_of,
    "unit_rel": _unit,
    "that_day": _that_day,
    "some_day": _unit,
}
