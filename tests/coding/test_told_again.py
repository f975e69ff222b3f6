"""What is named once more, denied by somebody, or told of a crowd: mentions that a coder keeps, and in which category."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.document import Document


def told(text: str, tools: Tools) -> list[tuple[str, str]]:
    """The trigger and category of each event of a text."""
    reading = tools.reader.read([Document.plain(text)])[0]
    return [(event.trigger.text, event.category) for event in coding.code(reading, tools.lexicon).events]


def test_an_accusation_that_is_rejected_is_named_once_more(tools: Tools) -> None:
    found = told("Chile accused Peru of shelling a village. Lima rejected the accusation.", tools)
    assert ("accusation", "ACCUSE") in found


def test_a_strike_that_killed_is_told_by_its_noun(tools: Tools) -> None:
    found = told("An air strike killed nine villagers in Sama on Monday.", tools)
    assert len(found) == 1
    assert found[0][1] == "ASSAULT"
    assert "strike" in found[0][0]


def test_what_somebody_says_was_not_done_is_kept_where_such_a_deed_was_told(tools: Tools) -> None:
    denied = "A resident told the paper that no soldier had fired at the boat."
    fired = told(f"Guards shot at a fishing boat on Monday. {denied}", tools)
    assert "ASSAULT" in [category for word, category in fired if "fired" in word]
    assert not [word for word, _ in told(denied, tools) if "fired" in word]


def test_violence_without_firearms_by_a_crowd_is_a_riot(tools: Tools) -> None:
    assert ("PROTEST") in [category for _, category in told("Demonstrators attacked the office of the party.", tools)]
    assert ("ASSAULT") in [category for _, category in told("Rebels attacked the office of the party.", tools)]


def test_a_deed_with_a_day_and_sides_that_accuse_each_other_are_no_kind(tools: Tools) -> None:
    assert [category for _, category in told("Each side accuses the other of cheating at the border.", tools)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Missiles fired by the rebels hit a tanker near the port.", ["the rebels"]),
        ("The drones that struck the depot were launched from a barge.", []),
        ("Shells fired by Chadian troops killed three herders.", ["Chadian troops"]),
    ],
)
def test_what_was_fired_and_what_it_struck_are_one_deed(tools: Tools, text: str, actor: list[str]) -> None:
    events = coding.code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
    assert [[one.text for one in event.actor] for event in events] == [actor]


def test_what_was_shot_down_was_launched_all_the_same(tools: Tools) -> None:
    text = "Israel shot down a missile launched by the rebels at a port."
    events = coding.code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
    assert {"launched"} < {event.trigger.text for event in events}
