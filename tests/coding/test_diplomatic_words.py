"""The trade's words for what is said between governments: set phrases, their plain namesakes, and what a noun makes of its verb."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.document import Document


def categories(tools: Tools, text: str) -> list[str]:
    (reading,) = tools.reader.read([Document.plain(text)])
    return [event.category for event in coding.code(reading, tools.lexicon).events]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Kenya gave the green light to the mission.", "AGREE"),
        ("Kenya extended an olive branch to Uganda.", "AGREE"),
        ("The ministers of Kenya and Uganda compared notes on the border.", "CONSULT"),
        ("Kenya threw its weight behind the mediator.", "SUPPORT"),
        ("Kenya and Uganda hammered out an agreement on water.", "SUPPORT"),
        ("Kenya turned to Uganda for help.", "REQUEST"),
        ("The bloc reminded Kenya of its obligations.", "REQUEST"),
        ("The ministry was furious at the ruling.", "ACCUSE"),
        ("The president took aim at Uganda over the delay.", "ACCUSE"),
        ("Kenya poured cold water on the proposal.", "REJECT"),
        ("Kenya backed out of the deal.", "REJECT"),
        ("The rebels backed out of the truce.", "REJECT"),
        ("Uganda walked away from the deal.", "REJECT"),
        ("Kenya put Uganda on notice.", "THREATEN"),
        ("The president drew a red line at the border.", "THREATEN"),
    ],
)
def test_set_phrases_of_diplomacy_say_what_they_say(tools: Tools, text: str, category: str) -> None:
    assert categories(tools, text) == [category]


@pytest.mark.parametrize(
    "text",
    [
        "The lamp gave a green light.",
        "The cooks compared notes on the sauce.",
        "The weightlifter threw a towel behind the bar.",
        "The smith hammered out a bowl.",
        "The photographer took aim at the deer.",
        "The cook poured cold water on the noodles.",
        "The clerk paid a call on his aunt.",
    ],
)
def test_their_plain_namesakes_say_nothing(tools: Tools, text: str) -> None:
    assert categories(tools, text) == []


def test_a_noun_that_means_something_in_a_set_phrase_alone_takes_nothing_from_its_verb_elsewhere(tools: Tools) -> None:
    assert categories(tools, "The line was agreed in 1921 between Peru and Chile.") == ["AGREE"]
