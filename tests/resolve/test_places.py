"""Places: the gazetteer, and which place of a name is meant."""

from __future__ import annotations

from typing import get_args

import pytest

from whosays.resolve import World, load_world
from whosays.resolve.atlas import Context, beside, context_of
from whosays.resolve.gazetteer import Kind


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Kyiv", "UKR", "town"),
        ("Kiev", "UKR", "town"),
        ("Paris", "FRA", "town"),
        ("Kursk", "RUS", "town"),
        ("Kursk region", "RUS", "admin1"),
        ("Kursk Oblast", "RUS", "admin1"),
        ("Donetsk region", "UKR", "admin1"),
        ("Gulf of Oman", None, "sea"),
        ("Gaza Strip", "PSE", "region"),
        ("northern Mali", "MLI", "country"),
        ("N’Djamena", "TCD", "town"),
        ("Port Sudan", "SDN", "town"),
        ("Türkiye", "TUR", "country"),
    ],
)
def test_a_name_alone_is_its_best_known_place(world: World, name: str, country: str | None, kind: str) -> None:
    choice = world.atlas.choose(name, Context())
    assert choice is not None
    assert (choice.spot.country, choice.spot.kind) == (country, kind)


def test_what_stands_beside_a_place_decides(world: World) -> None:
    choice = world.atlas.choose("Paris", Context(), "Texas")
    assert choice is not None
    assert (choice.spot.country, choice.spot.admin1) == ("USA", "Texas")


def test_the_states_that_a_text_is_about_decide(world: World) -> None:
    context = context_of(world.atlas, ["Tbilisi", "Batumi", "Kutaisi", "Georgia"])
    choice = world.atlas.choose("Gori", context)
    assert choice is not None
    assert choice.spot.country == "GEO"


def test_georgia_is_a_state_of_the_union_among_its_neighbours(world: World) -> None:
    context = context_of(world.atlas, ["Atlanta", "Alabama", "Tennessee", "Florida", "Savannah", "Macon", "U.S."])
    choice = world.atlas.choose("Georgia", context)
    assert choice is not None
    assert choice.spot.country in {"GEO", "USA"}  # the state of the Union is weighed up, the choice may still be wrong
    assert choice.next_score is not None
    assert choice.score - choice.next_score < 10


@pytest.mark.parametrize("word", ["Civ", "zzzzz", "", "the border"])
def test_what_is_no_place_is_none(world: World, word: str) -> None:
    assert world.atlas.choose(word, Context()) is None


def test_a_name_with_several_owners_has_no_country_on_its_own(world: World) -> None:
    assert world.country_of_place("Georgia") is None
    assert world.country_of_place("Daugavpils") == "LVA"


def test_the_name_behind_a_comma_is_read(world: World) -> None:
    assert beside("in Paris, Texas, on Monday", len("in Paris")) == "Texas"
    assert beside("in Paris, where", len("in Paris")) is None
    assert world.gazetteer.find("Texas")


def test_every_region_of_the_hand_list_is_well_formed(world: World) -> None:
    for spots in world.gazetteer.regions.values():
        for spot in spots:
            assert spot.kind in get_args(Kind)
            assert spot.lat is not None
            assert spot.lon is not None
            assert abs(spot.lat) <= 90
            assert abs(spot.lon) <= 180
            assert spot.country is None or spot.country in world.register.actors


def test_every_disputed_place_is_a_place_and_has_a_note(world: World) -> None:
    for name, note in world.disputed.items():
        assert world.atlas.choose(name, Context()) is not None, name
        assert len(note) > 20
