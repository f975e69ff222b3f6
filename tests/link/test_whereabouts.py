"""Places and days told differently of one incident stand side by side; what may be the same does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from link.test_link import document, event, on, record, span, state
from whosays.link import link
from whosays.link.whereabouts import days_apart, kilometres, places_apart
from whosays.record.document import Document
from whosays.record.event import Event, Status
from whosays.record.world import Place, Precision

POINTS = {"Nakuru": (-0.30, 36.07), "Naivasha": (-0.72, 36.43), "Njoro": (-0.33, 35.94)}


def place(owner: Document, name: str, precision: Precision = "exact") -> Place:
    lat, lon = POINTS[name]
    return Place(
        span=span(owner, name), name=name, country="KEN", admin1=None, lat=lat, lon=lon, precision=precision, id=name
    )


def told(name: str, town: str, precision: Precision = "exact") -> Event:
    owner = document(name, f"{name}: Police arrested Uganda's envoy in {town}.")
    deed = event(owner, "arrested", category="COERCE", mode="arrest", actor=(state(owner, "Uganda", "UGA"),))
    return replace(deed, place=place(owner, town, precision))


def test_towns_far_apart_contradict_one_another() -> None:
    assert len(places_apart([told("one", "Nakuru"), told("two", "Naivasha")])) == 1


@pytest.mark.parametrize(
    ("town", "precision"),
    [("Nakuru", "exact"), ("Njoro", "exact"), ("Naivasha", "admin1"), ("Naivasha", "country")],
)
def test_the_same_town_a_village_near_by_and_a_wider_region_contradict_nothing(town: str, precision: Precision) -> None:
    assert places_apart([told("one", "Nakuru"), told("two", town, precision)]) == []


def test_what_is_only_background_or_to_come_contradicts_nothing() -> None:
    other = told("two", "Naivasha")
    past = replace(other, status=(Status(value="historical", evidence=other.trigger),))
    assert places_apart([told("one", "Nakuru"), past]) == []


def test_the_distance_is_that_over_the_ground() -> None:
    here, there = (place(document(town, town), town) for town in ("Nakuru", "Naivasha"))
    assert kilometres(here, there) == pytest.approx(61.5, abs=2)
    assert kilometres(here, replace(there, lat=None)) is None


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2025-03-14", "2025-03-15", True),
        ("2025-03-14", "2025-03-14", False),
        ("2025-03-14TNI", "2025-03-15", False),  # a night belongs to both days
    ],
)
def test_days_that_do_not_meet_contradict_one_another(one: str, other: str, apart: bool) -> None:
    mentions = []
    for name, day in (("one", one), ("two", other)):
        owner = document(name, f"{name}: Police arrested the envoy on Friday.")
        mentions.append(replace(event(owner, "arrested"), time=on(owner, "Friday", day)))
    assert bool(days_apart(mentions)) == apart


def test_a_month_says_no_day() -> None:
    owner, other = document("one", "one: on Friday"), document("two", "two: on Friday")
    friday = on(owner, "Friday", "2025-03-14")
    april = replace(friday, value="2025-04", start="2025-04-01", end="2025-04-30", granularity="month")
    mentions = [replace(event(owner, "on"), time=friday), replace(event(other, "on"), time=april)]
    assert days_apart(mentions) == []


def test_a_place_in_dispute_is_told_with_both_quotes() -> None:
    mentions = []
    for name, town in (("one", "Nakuru"), ("two", "Naivasha")):
        owner = document(name, f"{name}: Kenya captured three soldiers of Uganda near {town} on Friday.")
        deed = event(
            owner,
            "captured",
            actor=(state(owner, "Kenya", "KEN"),),
            recipient=(state(owner, "Uganda", "UGA"),),
            time=on(owner, "Friday", "2025-03-14"),
        )
        mentions.append((owner, replace(deed, place=place(owner, town))))
    found = link([record(owner, deed) for owner, deed in mentions])
    (incident,) = found.incidents
    (disputed,) = [one for one in found.contradictions if one.field == "place"]
    assert disputed.incident == incident.id
    assert {claim.value for claim in disputed.values} == {"Nakuru", "Naivasha"}
    assert all(claim.evidence for claim in disputed.values)
