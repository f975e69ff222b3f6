"""Whose somebody is where a name, a place or a pronoun could mislead. The reports are constructed."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.resolve.actors.who import meet
from whosays.resolve.scene.scene import set_scene


def states(tools: Tools, text: str, word: str) -> list[str | None]:
    """The states of those that the last phrase with this head word stands for."""
    (reading,) = tools.reader.read([Document.plain(text, id="d", day="2026-02-11")])
    reading = coding.prepare(reading, tools.lexicon)
    people = meet(set_scene(reading, coding.code_prepared(reading, tools.lexicon), tools.world))
    places = [(s, t.index) for s in reading.sentences for t in s.tokens if t.text == word]
    sentence, head = places[-1]
    return [one.country for one in people.refer(sentence, head)]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Chile's Democratic Party accused the mayor of Arica on Monday.", "CHL"),
        ("Chile closed a mine on Monday. The Chilean Democratic Party called for a vote.", "CHL"),
        ("The United States closed a mine on Monday. The Democratic Party called for a vote.", "USA"),
    ],
)
def test_a_party_whose_name_others_bear_is_of_the_state_that_the_text_tells_of(
    tools: Tools, text: str, state: str
) -> None:
    assert states(tools, text, "Party") == [state]


def test_a_party_that_only_shares_a_name_is_not_the_one_of_the_register(tools: Tools) -> None:
    text = "Chile closed a mine on Monday. The Democratic Party called for a vote."
    assert "USA" not in states(tools, text, "Party")


def test_whose_drones_come_does_not_say_where_the_report_is_set(tools: Tools) -> None:
    text = (
        "Peruvian drones struck a depot in Chile's Atacama Region overnight. Two dockers were hurt. "
        "The mayor said that the fire was out."
    )
    assert states(tools, text, "mayor") == ["CHL"]


def test_a_town_is_set_in_the_land_that_the_text_says_it_lies_in(tools: Tools) -> None:
    # A city of Chile bears the name; the text tells of Chile as well.
    text = (
        "Raiders captured the town of Talca in northern Peru on Monday. Chile closed its consulate. "
        "Raiders also burnt a farm. The army sent reinforcements."
    )
    assert states(tools, text, "army") == ["PER"]


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("Ethnic Chileans in Peru blocked a road on Monday.", "Chileans", "PER"),
        ("Ethnic Chileans blocked a road on Monday.", "Chileans", None),
        ("Peruvian Chileans blocked a road on Monday.", "Chileans", "PER"),
        ("Chileans blocked a road on Monday.", "Chileans", "CHL"),
        ("Chilean Americans blocked a road on Monday.", "Americans", "USA"),
    ],
)
def test_kin_of_a_nation_are_of_the_land_where_they_live(tools: Tools, text: str, word: str, state: str | None) -> None:
    assert states(tools, text, word) == [state]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chile's army said it had seen a Peruvian drone. It crossed the border twice.", ["PER"]),
        ("Chile's army said it had seen a drone. It crossed the border twice.", []),
        ("Chile's army said it had seen a drone. It denied the report.", ["CHL"]),
    ],
)
def test_what_crosses_a_border_is_the_drone_and_not_the_army_that_saw_it(
    tools: Tools, text: str, found: list[str]
) -> None:
    assert states(tools, text, "It") == found


def test_the_organ_that_a_state_addresses_is_not_its_own(tools: Tools) -> None:
    text = "Chile spoke on Monday. Chile urged the junta to hold a vote."
    assert states(tools, text, "junta") == [None]


def test_an_army_with_a_name_of_its_own_need_not_be_the_states(tools: Tools) -> None:
    assert states(tools, "The Gorral Hills Army captured a depot in Chile on Monday.", "Army") == [None]
    assert states(tools, "The National Army captured a depot in Chile on Monday.", "Army") == ["CHL"]


def test_a_dateline_that_the_text_bears_out_says_whose_the_police_are(tools: Tools) -> None:
    text = (
        "LIMA, Feb 11 (Wire) - Chilean growers sold less in spring. Peru sold more on Tuesday.\n\n"
        "Police held three dockers."
    )
    assert states(tools, text, "Police") == ["PER"]
