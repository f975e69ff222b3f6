"""What a time expression means: a TIMEX3 value, seen from the day of publication and from what the text said before.

An expression that leans on a day that is not known has no value; nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from whosays.record.dateline import month_number
from whosays.record.world import Basis
from whosays.resolve.times import CENTURIES, DECADES, ORDINALS, Expression, number, weekday_number
from whosays.resolve.timex import DAY, interval, shift_months, week

Tense = Literal["past", "future", ""]
PARTS = {"morning": "TMO", "early morning": "TMO", "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "early hours": "TMO",
         "small hours": "TMO", "afternoon": "TAF", "evening": "TEV", "dusk": "TEV", "sunset": "TEV", "nightfall": "TEV",
         "night": "TNI", "late night": "TNI", "midnight": "TNI", "noon": "TMI", "midday": "TMI"}  # fmt: skip
TALE = 2  # years from publication at which the text tells of another time
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """Where an expression is read from.

    `today` is the day of publication; `told` the value that the text gave last, with the granularity it has; `tale` its
    year where that was said in the same paragraph; `tense` the tense of the clause. Each may be unknown.
    """

    today: date | None
    told: str | None = None
    tale: int | None = None
    tense: Tense = ""

    @property
    def told_day(self) -> date | None:
        """The first day of what the text spoke of last, else the day of publication."""
        days = interval(self.told) if self.told is not None else None
        return days[0] if days is not None else self.today


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


def calendar_of(expression: Expression, now: Now) -> Meaning | None:
    """What the expression means; None where that hangs on something unknown or the date does not exist."""
    reader = READERS.get(expression.kind)
    try:
        meaning = reader(expression, now) if reader is not None else None
    except (ValueError, OverflowError):  # 31 June, a week beyond the year's last, the year 10000
        return None
    return meaning


def _year(expression: Expression, now: Now) -> int | None:
    """The year that the expression states or counts from here; None where it says nothing of it."""
    year, which = expression.parts.get("year"), (expression.parts.get("which") or "").lower()
    if year:
        return int(year)
    base = now.told_day if which.startswith("the ") or which == "that" else now.today
    if not which or base is None:
        return None
    return base.year + (-1 if which in BACK else 1 if which in ON else 0)


def _basis(expression: Expression) -> Basis:
    if expression.parts.get("year"):
        return "stated"
    which = (expression.parts.get("which") or "").lower()
    return "relative_to_text" if which.startswith("the ") or which == "that" else "relative_to_publication"


def _nearest_year(month: int, day: int, now: Now) -> int | None:
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


def _iso(expression: Expression, now: Now) -> Meaning | None:
    del now
    return stated(date.fromisoformat(str(expression.parts["value"])).isoformat())


def _numeric(expression: Expression, now: Now) -> Meaning | None:
    del now
    first, second, year = (int(expression.parts[name] or 0) for name in ("a", "b", "year"))
    day_first = first > 12 or expression.parts.get("sep") == "."
    month, day = (second, first) if day_first else (first, second)
    value = date(year, month, day).isoformat()
    return Meaning(value=value, basis="stated", ambiguous=first <= 12 and second <= 12 and first != second)


def _days(expression: Expression, now: Now) -> Meaning | None:
    month, first, last = (
        month_number(expression.parts["month"]),
        int(expression.parts["first"] or 0),
        int(expression.parts["last"] or 0),
    )
    stated_year = _year(expression, now)
    year = stated_year or _nearest_year(month, first, now)
    if year is None or first > last:
        return None
    value = f"{date(year, month, first).isoformat()}/{date(year, month, last).isoformat()}"
    return Meaning(value=value, basis="stated" if stated_year else "relative_to_publication")


def _day(expression: Expression, now: Now) -> Meaning | None:
    month, day = month_number(expression.parts["month"]), int(expression.parts["day"] or 0)
    stated_year = _year(expression, now)
    year = stated_year or _nearest_year(month, day, now)
    if year is None:
        return None
    value = date(year, month, day).isoformat() + PARTS.get((expression.parts.get("part") or "").lower(), "")
    return Meaning(value=value, basis=_basis(expression) if stated_year else "relative_to_publication")


def _month(expression: Expression, now: Now) -> Meaning | None:
    month = month_number(expression.parts["month"])
    year = _year(expression, now)
    if year is not None:
        return Meaning(value=f"{year:04d}-{month:02d}", basis=_basis(expression))
    year = _nearest_year(month, 15, now)
    return None if year is None else published(f"{year:04d}-{month:02d}")


def _month_rel(expression: Expression, now: Now) -> Meaning | None:
    when, month = (expression.parts["when"] or "").lower(), month_number(expression.parts["month"])
    when = "the next" if when == "next" and now.tense == "past" and now.told is not None else when
    base = now.told_day if when in TEXT else now.today
    if base is None:
        return None
    year = base.year
    if when in BACK and month >= base.month:
        year -= 1
    elif when in ON and month <= base.month:
        year += 1
    return Meaning(
        value=f"{year:04d}-{month:02d}", basis="relative_to_text" if when in TEXT else "relative_to_publication"
    )


def _quarter(expression: Expression, now: Now) -> Meaning | None:
    quarter = ORDINALS.get((expression.parts["number"] or "").lower()) or int(expression.parts["number"] or 0)
    year, when = _year(expression, now), (expression.parts.get("when") or "").lower()
    if year is None and now.today is not None:
        year = now.today.year - (1 if 3 * quarter - 2 > now.today.month and now.tense != "future" else 0)
        year -= 1 if when in {"year-ago", "year-earlier"} or expression.parts.get("ago") else 0
    if year is None:
        return None
    return Meaning(value=f"{year:04d}-Q{quarter}", basis=_basis(expression))


def _half(expression: Expression, now: Now) -> Meaning | None:
    year = _year(expression, now) or (now.today.year if now.today is not None else None)
    half = ORDINALS[(expression.parts["number"] or "").lower()]
    return None if year is None else Meaning(value=f"{year:04d}-H{half}", basis=_basis(expression))


def _season(expression: Expression, now: Now) -> Meaning | None:
    code = SEASONS[(expression.parts["season"] or "").lower()]
    year, when = _year(expression, now), (expression.parts.get("when") or "").lower()
    if year is not None:
        return Meaning(value=f"{year:04d}-{code}", basis=_basis(expression))
    if now.today is None:
        return None
    begun = interval(f"{now.today.year:04d}-{code}")
    if begun is None:
        return None
    year = now.today.year
    if when in BACK and begun[1] >= now.today:
        year -= 1
    elif when in ON and begun[0] <= now.today:
        year += 1
    return published(f"{year:04d}-{code}")


def _decade(expression: Expression, now: Now) -> Meaning | None:
    del now
    parts = expression.parts
    if parts.get("decade"):
        return stated(f"{parts['century']}{parts['decade']}")
    digit = parts.get("short") or str(DECADES[(parts.get("word") or "").lower()])
    return Meaning(value=f"19{digit}", basis="stated", ambiguous=int(digit) <= 2)


def _century(expression: Expression, now: Now) -> Meaning | None:
    del now
    count = int(expression.parts["number"] or 0) or CENTURIES[(expression.parts.get("word") or "").lower()]
    return stated(f"{count - 1:02d}") if 2 < count <= 22 else None


def _years(expression: Expression, now: Now) -> Meaning | None:
    del now
    first, last = str(expression.parts["first"]), str(expression.parts["last"])
    last = first[:2] + last if len(last) == 2 else last
    return stated(f"{first}/{last}") if first < last else None


def _just_year(expression: Expression, now: Now) -> Meaning | None:
    del now
    return stated(str(expression.parts["year"]))


def _overnight(expression: Expression, now: Now) -> Meaning | None:
    day = now.today
    if expression.parts.get("weekday"):
        day = _weekday_day(weekday_number(expression.parts["weekday"]), "", now)
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


def _weekday_day(wanted: int, when: str, now: Now) -> date | None:
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
    day = _weekday_day(weekday_number(parts["weekday"]), when, now)
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
        day = _weekday_day(weekday_number(expression.parts["weekday"]), "", now)
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


def _shifted(base: date, count: int, unit: str) -> str:
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
    return None if now.today is None else published(_shifted(now.today, -count if past else count, unit))


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
    return told(_shifted(base, -count if back else count, unit))


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
    last = base + days if days is not None else (interval(_shifted(base, count, unit)) or (base, base))[1]
    return told(f"{base.isoformat()}/{last.isoformat()}")


def _span(expression: Expression, now: Now) -> Meaning | None:
    """ "The past three weeks": the days up to publication, "the next three" those after it."""
    count, unit = number(expression.parts["number"]), (expression.parts["unit"] or "").lower()
    ahead = (expression.parts.get("side") or "past").lower() in {"next", "coming", "following"}
    if count is None:
        return stated("FUTURE_REF" if ahead else "PAST_REF")
    if now.today is None:
        return None
    other = interval(_shifted(now.today, count if ahead else -count, unit))
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
    return None if now.today is None else published(_shifted(now.today, -1, unit))


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
    return _shifted(base, count, unit)


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


def _end_of(expression: Expression, now: Now) -> Meaning | None:
    return stated(str(expression.parts["year"])) if expression.parts.get("year") else _unit(expression, now)


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
    year = _year(expression, now)
    if year is None and now.today is not None:
        example = rule(now.today.year)
        year = _nearest_year(example.month, example.day, now)
    return None if year is None else Meaning(value=rule(year).isoformat(), basis=_basis(expression))


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


READERS: dict[str, Callable[[Expression, Now], Meaning | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "month_days": _days,
    "days_month": _days,
    "month_day": _day,
    "day_month": _day,
    "month_year": _month,
    "month_of": _month,
    "month": _month,
    "month_rel": _month_rel,
    "quarter": _quarter,
    "quarter_code": _quarter,
    "half": _half,
    "season": _season,
    "season_rel": _season,
    "decade": _decade,
    "century": _century,
    "years": _years,
    "year": _just_year,
    "overnight": _overnight,
    "day_before_yesterday": _day_before_yesterday,
    "deictic": _deictic,
    "time_of": _time_of,
    "weekday": _weekday,
    "day_part_of": _weekday,
    "offset_ago": _ago,
    "offset_text": _offset,
    "the_unit": _offset,
    "within": _within,
    "span": _span,
    "year_ago": _year_ago,
    "earlier_in": _unit,
    "end_of": _end_of,
    "unit_rel": _unit,
    "some_day": _unit,
    "holiday": _holiday,
    "vague": _vague,
    "present": _present,
    "past": _past,
    "future": _future,
    "clock": _clock,
}
