"""What is asked for, and of whom."""

from __future__ import annotations

import pytest

from coding.told import told
from whosays.pipeline import Tools


def asked(text: str, tools: Tools) -> list[str]:
    request = next(one for one in told(text, tools) if one.category == "REQUEST")
    return [one.text for one in request.recipient]


@pytest.mark.parametrize(
    "text",
    [
        "Mali requested Turkish drones.",
        "The opposition called for UN peacekeepers.",
        "Haiti's appeal for Kenyan police was heard.",
        "Its request for Israeli tanks was turned down.",
        "Malawi appealed for blankets and tents after the fighting.",
    ],
)
def test_what_is_asked_for_is_not_who_is_asked(text: str, tools: Tools) -> None:
    assert asked(text, tools) == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Kyiv requested air defence systems from Germany.", ["Germany"]),
        ("The request for forensic experts was sent to Argentina.", ["Argentina"]),
        ("Sudan's army asked for 40 trucks from Egypt.", ["Egypt"]),
        ("The government requested the help of Interpol.", ["Interpol"]),
        ("The bishop appealed to the rebels for the release of the nurses.", ["the rebels"]),
        ("The rebels demanded that the army withdraw.", ["the army"]),
        ("The UN called for both sides to show restraint.", ["both sides"]),
    ],
)
def test_who_is_asked_is_found_beside_it(text: str, whom: list[str], tools: Tools) -> None:
    assert asked(text, tools) == whom


@pytest.mark.parametrize(
    ("text", "category", "who"),
    [
        ("The government met the demands of the miners.", "REQUEST", "the miners"),
        ("The refusal of the army to talk angered the union.", "REJECT", "the army"),
        ("The company denied the allegations of the villagers.", "ACCUSE", "the villagers"),
    ],
)
def test_whose_words_they_are_of_says(text: str, category: str, who: str, tools: Tools) -> None:
    assert [[one.text for one in event.actor] for event in told(text, tools) if event.category == category] == [[who]]


def test_what_is_insisted_on_is_not_asked(tools: Tools) -> None:
    (event,) = told("The bloc insisted on the release of the editor.", tools)
    assert (event.category, event.mode, event.recipient) == ("REQUEST", "yield", ())
