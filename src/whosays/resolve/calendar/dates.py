"""Dates by the calendar: days, months, quarters, seasons, years, decades; the year is stated, or the nearest that fits."""

from __future__ import annotations

from datetime import date

from whosays.record.dateline import month_number
from whosays.resolve.calendar.grammar import CENTURIES, DECADES, ORDINALS, Expression
from whosays.resolve.calendar.moment import (
    BACK,
    ON,
    PARTS,
    TEXT,
    Meaning,
    Now,
    Reader,
    basis_of,
    nearest_year,
    published,
    stated,
    year_of,
)
from whosays.resolve.calendar.timex import interval

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


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
    stated_year = year_of(expression, now)
    year = stated_year or nearest_year(month, first, now)
    if year is None or first > last:
        return None
    value = f"{date(year, month, first).isoformat()}/{date(year, month, last).isoformat()}"
    return Meaning(value=value, basis="stated" if stated_year else "relative_to_publication")


def _day(expression: Expression, now: Now) -> Meaning | None:
    month, day = month_number(expression.parts["month"]), int(expression.parts["day"] or 0)
    stated_year = year_of(expression, now)
    year = stated_year or nearest_year(month, day, now)
    if year is None:
        return None
    value = date(year, month, day).isoformat() + PARTS.get((expression.parts.get("part") or "").lower(), "")
    return Meaning(value=value, basis=basis_of(expression) if stated_year else "relative_to_publication")


def _month(expression: Expression, now: Now) -> Meaning | None:
    month = month_number(expression.parts["month"])
    year = year_of(expression, now)
    if year is not None:
        return Meaning(value=f"{year:04d}-{month:02d}", basis=basis_of(expression))
    year = nearest_year(month, 15, now)
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
    year, when = year_of(expression, now), (expression.parts.get("when") or "").lower()
    if year is None and now.today is not None:
        year = now.today.year - (1 if 3 * quarter - 2 > now.today.month and now.tense != "future" else 0)
        year -= 1 if when in {"year-ago", "year-earlier"} or expression.parts.get("ago") else 0
    if year is None:
        return None
    return Meaning(value=f"{year:04d}-Q{quarter}", basis=basis_of(expression))


def _half(expression: Expression, now: Now) -> Meaning | None:
    year = year_of(expression, now) or (now.today.year if now.today is not None else None)
    half = ORDINALS[(expression.parts["number"] or "").lower()]
    return None if year is None else Meaning(value=f"{year:04d}-H{half}", basis=basis_of(expression))


def _season(expression: Expression, now: Now) -> Meaning | None:
    code = SEASONS[(expression.parts["season"] or "").lower()]
    year, when = year_of(expression, now), (expression.parts.get("when") or "").lower()
    if year is not None:
        return Meaning(value=f"{year:04d}-{code}", basis=basis_of(expression))
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


READERS: dict[str, Reader] = {
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
}
