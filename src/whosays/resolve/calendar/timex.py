"""TIMEX3 values and the days that they stand for."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

DAY = timedelta(days=1)
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
LAST_YEAR = 9999


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def shift_months(day: date, months: int) -> date:
    """The same day some months on, or the last of that month where it has no such day. Raises `OverflowError`."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not 1 <= year <= LAST_YEAR:
        raise OverflowError(f"no year {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def week(day: date) -> str:
    """The ISO week of a day: "2025-W03"."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def interval(value: str) -> tuple[date, date] | None:
    """First and last day that a value stands for; None for values without days ("PAST_REF", "P3D").

    >>> interval("2025-02")
    (datetime.date(2025, 2, 1), datetime.date(2025, 2, 28))
    """
    if "/" in value:
        first, last = (interval(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    try:
        return _interval(re.sub(r"T.*", "", value))
    except (ValueError, OverflowError):
        return None


def _interval(value: str) -> tuple[date, date] | None:
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        year, month = int(match[1]), int(match[2])
        return date(year, month, 1), month_end(year, month)
    if match := re.fullmatch(r"(\d{2,4})", value):
        scale = 10 ** (4 - len(match[1]))
        return date(max(int(match[1]) * scale, 1), 1, 1), date(int(match[1]) * scale + scale - 1, 12, 31)
    return _part_of_year(value)


def _part_of_year(value: str) -> tuple[date, date] | None:
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        year, number = int(match[1]), int(match[2])
        return date.fromisocalendar(year, number, 6 if match[3] else 1), date.fromisocalendar(year, number, 7)
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        months = 3 if match[2] == "Q" else 6
        last = int(match[3]) * months
        return date(int(match[1]), last - months + 1, 1), month_end(int(match[1]), last)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        first, last = SEASONS[match[2]]
        return date(int(match[1]), first, 1), shift_months(date(int(match[1]), first, 1), last - first + 1) - DAY
    return None


def granularity(value: str) -> str:
    """How fine a value is: minute, part, day, week, month, quarter, season, year, decade, century or vague.

    >>> granularity("2025-01-12TNI"), granularity("199"), granularity("2025-01-12/2025-01-13")
    ('part', 'decade', 'day')
    """
    value = value.split("/", 1)[0]
    patterns = (
        (r".*T\d\d.*", "minute"),
        (r".*T[A-Z]{2}", "part"),
        (r"\d{4}-\d\d-\d\d", "day"),
        (r"\d{4}-W\d\d.*", "week"),
        (r"\d{4}-\d\d", "month"),
        (r"\d{4}-[QH]\d", "quarter"),
        (r"\d{4}-(SP|SU|FA|WI)", "season"),
        (r"\d{4}", "year"),
        (r"\d{3}", "decade"),
        (r"\d{2}", "century"),
    )
    return next((name for pattern, name in patterns if re.fullmatch(pattern, value)), "vague")


def later(day: date, count: int, unit: str) -> date:
    """The day so much later, to the day: a week from Tuesday is a Tuesday (`calendar_of` would have the whole week)."""
    if unit in {"month", "year"}:
        return shift_months(day, count * (12 if unit == "year" else 1))
    return day + timedelta(hours=count * {"hour": 1, "day": 24, "week": 168}[unit])
