"""Where and when told differently: places too far apart, and days that do not meet, of what is one incident."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from whosays.link.incidents import is_background
from whosays.link.mentions import days
from whosays.record.event import NOT_YET, Event
from whosays.record.world import Place, Time

FINE = frozenset({"exact", "near", "admin2"})  # a province and a town in it do not contradict one another
DAYS = frozenset({"minute", "hour", "part", "day"})
APART = 30.0
"""Kilometres between two places that cannot be one; towns and the villages around them lie nearer."""
EARTH = 6371.0


def places_apart(group: Sequence[Event]) -> list[tuple[Event, Event]]:
    """The pairs of mentions whose places are told as finely as a town and lie too far apart."""
    told = [(event, event.place) for event in group if event.place is not None and _is_told(event)]
    fine = [(event, place) for event, place in told if place.precision in FINE]
    return [
        (one, other)
        for (one, here), (other, there) in combinations(fine, 2)
        if here.name != there.name and (kilometres(here, there) or 0.0) > APART
    ]


def days_apart(group: Sequence[Event]) -> list[tuple[Event, Event]]:
    """The pairs of mentions whose days are stated and do not meet; a night belongs to both of its days."""
    told = [(event, event.time) for event in group if event.time is not None and _is_told(event)]
    stated = [(event, found) for event, time in told if (found := _days(time)) is not None]
    return [
        (one, other)
        for (one, (first, last)), (other, (begin, end)) in combinations(stated, 2)
        if last < begin or end < first
    ]


def kilometres(here: Place, there: Place) -> float | None:
    """The distance of two places over the ground, None where one has no point."""
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return None
    a, b = math.radians(here.lat), math.radians(there.lat)
    east = math.radians(there.lon - here.lon)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(east / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, half)))


def _is_told(event: Event) -> bool:
    """Whether a mention tells the happening itself, as news."""
    return not is_background(event) and not {status.value for status in event.status} & NOT_YET


def _days(time: Time) -> tuple[int, int] | None:
    first, last = days(time)
    if time.ambiguous or time.granularity not in DAYS or first is None or last is None:
        return None
    return first, last + time.value.endswith("TNI")
