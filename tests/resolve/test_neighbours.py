"""Neighbours: two states that share a border, the one that is spoken of; people's neighbours are people."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.resolve.world import World


def parties(tools: Tools, text: str, trigger: str, role: str) -> list[str | None]:
    """The codes of those in a role of the event that a word tells."""
    (reading,) = tools.reader.read([Document.plain(text)])
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    (event,) = [one for one in record.events if trigger in one.trigger.text]
    return [one.code for one in getattr(event, role)]


def test_a_border_is_shared_by_both_states(tools: Tools) -> None:
    world: World = tools.world
    assert world.are_neighbours("KEN", "UGA")
    assert world.are_neighbours("UGA", "KEN")
    assert not world.are_neighbours("KEN", "JPN")


def test_their_neighbour_is_the_state_told_of_that_borders_them(tools: Tools) -> None:
    text = "Latvia expelled a Japanese envoy. Estonia and Lithuania backed their neighbour."
    assert parties(tools, text, "backed", "recipient") == ["LVA"]


def test_the_two_neighbours_are_those_of_the_states_told_of_that_share_a_border(tools: Tools) -> None:
    text = "Japan urged Kenya to release the men. Uganda and Japan had asked for it. The two neighbours fought a war in 1979."
    assert sorted(str(code) for code in parties(tools, text, "fought", "actor")) == ["KEN", "UGA"]


@pytest.mark.parametrize("text", ["Kenya and Uganda quarrel. Police arrested his neighbour in Busia."])
def test_a_mans_neighbour_is_no_state(tools: Tools, text: str) -> None:
    assert "UGA" not in parties(tools, text, "arrested", "recipient")


def test_the_two_leaders_are_those_of_the_two_parties_told_of(tools: Tools) -> None:
    text = "Kenya met Uganda's Museveni. The two leaders signed a pact."
    assert parties(tools, text, "signed", "actor") == ["KEN", "UGA"]


def test_an_age_with_an_apposition_is_whom_the_apposition_names(tools: Tools) -> None:
    text = "The 26-year-old, a North Korean captain, was captured by Ukraine."
    assert parties(tools, text, "captured", "recipient") == ["PRK"]
