"""How a sentence names its sources: with the article that they have."""

from __future__ import annotations

import pytest

from whosays.link.parties import at_place, definite, names, with_article
from whosays.record.span import Span
from whosays.record.world import Entity, EntityKind, Place


def source(name: str, told: str, kind: EntityKind = "organisation") -> Entity:
    return Entity(span=Span(document="d", start=0, end=len(told), text=told), name=name, kind=kind)


@pytest.mark.parametrize(
    ("one", "named"),
    [
        (source("Interior Ministry", "The Interior Ministry"), "the Interior Ministry"),
        (source("Interior Ministry", "it"), "the Interior Ministry"),
        (source("RSF", "The paramilitary Rapid Support Forces", "armed_group"), "the RSF"),
        (source("Hamas", "the militant group Hamas", "armed_group"), "Hamas"),
        (source("Lebanon's Health Ministry", "it"), "Lebanon's Health Ministry"),
        (source("Thai police", "Thai police"), "Thai police"),
        (source("Sudan", "the Sudanese government", "state"), "Sudan"),
        (source("Philippines", "Manila", "state"), "the Philippines"),
        (source("officer at the camp", "he", "unnamed"), "an officer at the camp"),
        (source("Minister", "his", "unnamed"), "the Minister"),
        (source("two neighbours", "two neighbours", "group"), "two neighbours"),
        (source("Ana Salas", "the envoy Ana Salas", "person"), "Ana Salas"),
    ],
)
def test_a_source_has_the_article_of_the_report_or_the_one_that_its_noun_wants(one: Entity, named: str) -> None:
    assert with_article(one) == named


def test_an_article_that_a_report_gave_once_serves_wherever_the_source_is_named() -> None:
    plain, told = source("VDD", "It"), source("VDD", "The VDD")
    assert names([plain], [plain, told]) == ["the VDD"]


def test_a_union_of_states_has_its_article_as_an_owner_too() -> None:
    assert definite("AU") == "the AU"


@pytest.mark.parametrize(
    ("name", "before", "where"),
    [
        ("Kosti", "Nine men were held in", "in Kosti"),
        ("Kosti", "Nine men were held near", "near Kosti"),
        ("Migingo Island", "", "on Migingo Island"),
        ("Kidal road", "", "on the Kidal road"),
        ("Strait of Hormuz", "", "in the Strait of Hormuz"),
    ],
)
def test_a_place_has_the_preposition_that_its_kind_or_the_report_wants(name: str, before: str, where: str) -> None:
    span = Span(document="d", start=0, end=len(name), text=name)
    place = Place(span=span, name=name, country=None, admin1=None, lat=None, lon=None, precision="exact", id=None)
    assert at_place(place, before) == where
