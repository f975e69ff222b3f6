"""Places: the gazetteer, and which place of a name is meant."""

from __future__ import annotations

from typing import get_args

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.reading import Reader
from whosays.resolve import World, load_world
from whosays.resolve.atlas.atlas import context_of
from whosays.resolve.atlas.context import Context
from whosays.resolve.atlas.gazetteer import Kind
from whosays.resolve.atlas.named import place_names
from whosays.resolve.atlas.said import Said, beside, kind_said, said_at


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
        ("Hodeidah", "YEM", "town"),
        ("Kobani", "SYR", "admin2"),
        ("Stepanakert", "AZE", "town"),
        ("Türkiye", "TUR", "country"),
    ],
)
def test_a_name_alone_is_its_best_known_place(world: World, name: str, country: str | None, kind: str) -> None:
    choice = world.atlas.choose(Said(name=name), Context())
    assert choice is not None
    assert (choice.spot.country, choice.spot.kind) == (country, kind)


def test_what_stands_beside_a_place_decides(world: World) -> None:
    choice = world.atlas.choose(Said(name="Paris", beside="Texas"), Context())
    assert choice is not None
    assert (choice.spot.country, choice.spot.admin1) == ("USA", "Texas")


def test_the_states_that_a_text_is_about_decide(world: World) -> None:
    context = context_of(world.atlas, ["Tbilisi", "Batumi", "Kutaisi", "Georgia"])
    choice = world.atlas.choose(Said(name="Gori"), context)
    assert choice is not None
    assert choice.spot.country == "GEO"


def test_georgia_is_a_state_of_the_union_among_its_neighbours(world: World) -> None:
    context = context_of(world.atlas, ["Atlanta", "Alabama", "Tennessee", "Florida", "Savannah", "Macon", "U.S."])
    choice = world.atlas.choose(Said(name="Georgia"), context)
    assert choice is not None
    assert choice.spot.country in {"GEO", "USA"}  # the state of the Union is weighed up, the choice may still be wrong
    assert choice.next_score is not None
    assert choice.score - choice.next_score < 10


@pytest.mark.parametrize("word", ["Civ", "zzzzz", "", "the border"])
def test_what_is_no_place_is_none(world: World, word: str) -> None:
    assert world.atlas.choose(Said(name=word), Context()) is None


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
        assert world.atlas.choose(Said(name=name), Context()) is not None, name
        assert len(note) > 20


@pytest.mark.parametrize(
    ("others", "country"),
    [(["Tuscaloosa", "Hoover", "Montgomery"], "USA"), (["Wolverhampton", "Coventry", "Dudley"], "GBR")],
)
def test_towns_near_by_decide_which_of_two_is_meant(world: World, others: list[str], country: str) -> None:
    choice = world.atlas.choose(Said(name="Birmingham"), context_of(world.atlas, ["Birmingham", *others]))
    assert choice is not None
    assert choice.spot.country == country


def test_what_a_place_is_once_said_to_lie_in_holds_for_the_whole_text(world: World) -> None:
    context = context_of(world.atlas, [Said(name="Tripoli", beside="Lebanon"), Said(name="Tripoli")])
    choice = world.atlas.choose(Said(name="Tripoli"), context)
    assert choice is not None
    assert choice.spot.country == "LBN"


def test_the_words_around_a_name_say_which_kind_of_place_it_is() -> None:
    assert kind_said("Kaunas county elected", len("Kaunas")) == "admin2"
    assert kind_said("Sokoto Gov. Musa Bello", len("Sokoto")) == "admin1"
    assert kind_said("Kaunas, county seat", len("Kaunas")) is None


def test_a_county_lies_where_its_towns_are(world: World) -> None:
    choice = world.atlas.choose(Said(name="Kent", beside="England", kind="admin2"), Context())
    assert choice is not None
    assert choice.spot.kind == "admin2"
    assert choice.spot.lat == pytest.approx(51.2, abs=0.3)
    assert choice.spot.population > 1_000_000


@pytest.mark.parametrize("word", ["West", "Western", "Valley", "Republic", "City Hall"])
def test_a_side_or_a_common_noun_is_no_hamlet_of_that_name(world: World, word: str) -> None:
    assert world.atlas.choose(Said(name=word), Context()) is None


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Riga District Court", "Riga"),
        ("University of Tartu", "Tartu"),
        ("Bank of Mexico", "Mexico"),
        ("Washington, D.C.", "District of Columbia"),
    ],
)
def test_what_stands_in_a_place_is_placed_by_its_name(world: World, name: str, place: str) -> None:
    choice = world.atlas.choose(Said(name=name), Context())
    assert choice is not None
    assert choice.spot.name == place


def test_england_is_itself_and_not_the_kingdom(world: World) -> None:
    choice = world.atlas.choose(Said(name="England"), Context())
    assert choice is not None
    assert (choice.spot.name, choice.spot.country) == ("England", "GBR")


def test_an_unlisted_street_lies_in_the_town_that_the_text_keeps_to(world: World) -> None:
    context = context_of(world.atlas, ["Daugavpils", "Daugavpils", "Latvia"])
    spot = world.atlas.around(Said(name="Zilonu Street"), context)
    assert spot is not None
    assert (spot.kind, spot.country, spot.id) == ("near", "LVA", None)


def test_an_unlisted_village_has_no_owner(world: World) -> None:
    context = context_of(world.atlas, ["Daugavpils", "Daugavpils", "Latvia"])
    assert world.atlas.around(Said(name="Zilonmuiza"), context) is None
    assert world.atlas.around(Said(name="Zilonu Street"), Context()) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Daugavpils Fire Department sent two engines to Rezekne.", ["Daugavpils", "Rezekne"]),
        ("The Lithuanian Chamber of Commerce raised its fees.", ["Lithuanian"]),
        ("The union met its members on Monday.", []),
    ],
)
def test_places_are_found_inside_the_names_of_bodies(world: World, reader: Reader, text: str, names: list[str]) -> None:
    [reading] = reader.read([Document.plain(text, id="d")])
    assert [text[start:end] for start, end in place_names(reading, world.atlas)] == names


def test_what_no_list_has_lies_near_the_town_that_it_is_said_to_be_in(world: World) -> None:
    text = "It was held at the Weavers Hall, in Daugavpils."
    said = said_at(text, text.index("Weavers"), text.index(","))
    spot = world.atlas.around(said, Context())
    assert spot is not None
    assert (said.beside, spot.name, spot.kind, spot.country) == ("Daugavpils", "Weavers Hall", "near", "LVA")


def test_of_what_lies_in_a_state_nobody_knows_at_which_point(world: World) -> None:
    spot = world.atlas.around(Said(name="Weavers Hall", beside="Latvia"), Context())
    assert spot is not None
    assert (spot.country, spot.lat, spot.lon) == ("LVA", None, None)


def test_a_name_after_a_town_and_a_comma_is_the_unit_that_holds_it(world: World) -> None:
    text = "in Tacoma, Washington, on Monday"
    said = said_at(text, text.index("Washington"), text.index(", on"))
    choice = world.atlas.choose(said, Context())
    alone = world.atlas.choose(Said(name="Washington"), Context())
    assert said.holds == "Tacoma"
    assert choice is not None
    assert alone is not None
    assert (choice.spot.kind, alone.spot.kind) == ("admin1", "town")


def test_a_states_own_place_is_in_no_other_state(world: World) -> None:
    text = "in Burkina Faso's Soum province"
    said = said_at(text, text.index("Soum"), text.index(" province"))
    assert said.owner == "Burkina Faso"
    assert world.atlas.choose(said, Context()) is None
    spot = world.atlas.around(said, Context())
    assert spot is not None
    assert (spot.country, spot.lat) == ("BFA", None)


def test_whose_army_speaks_behind_a_comma_is_not_where_a_place_lies() -> None:
    assert beside("off Lamu, Kenya's navy said", len("off Lamu")) is None


def test_a_small_town_far_from_all_else_that_a_text_names_is_not_meant(world: World) -> None:
    context = context_of(world.atlas, ["Pristina", "Mitrovica", "Prizren", "Kosovo"])
    assert (
        world.atlas.choose(Said(name="Banjska"), context) is None
    )  # known only as another spelling of Bulgaria's Bansko
    assert world.atlas.choose(Said(name="Banjska"), Context()) is not None  # where nothing else is said, it may be
    large = world.atlas.choose(Said(name="Kiev"), context)
    assert large is not None
    assert large.spot.country == "UKR"


def test_an_unlisted_village_keeps_its_name_and_gets_no_state(tools: Tools) -> None:
    text = (
        "Kosovo's police said gunmen had shot at a patrol in Banjska on Monday. Officers from Pristina and Prizren "
        "were sent to Mitrovica, the interior minister said."
    )
    (reading,) = tools.reader.read([Document.plain(text)])
    reading = coding.prepare(reading, tools.lexicon)
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    shot = next(one for one in record.events if "shot" in one.trigger.text)
    assert shot.place is not None
    assert (shot.place.name, shot.place.country) == ("Banjska", None)
    assert "BGR" not in {one.country for event in record.events for one in (*event.actor, *event.recipient)}
