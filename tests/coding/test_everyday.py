"""What is an event and of which kind in the words of everyday news, as the shipped model reads them; every sentence is constructed."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.coded import CodedEvent
from whosays.record.document import Document


def events(tools: Tools, text: str) -> tuple[CodedEvent, ...]:
    return coding.code(tools.reader.read([Document.plain(text, id="d", day="2025-06-08")])[0], tools.lexicon).events


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The agency is investigating a cyber attack on the ministry.", ["ACCUSE", "COERCE"]),
        ("Peru retaliated by closing the border with Chile.", ["SANCTION"]),
        ("The cabinet of Peru approved a package of sanctions against Chile.", ["SANCTION"]),
        ("The president assured Chile of his full solidarity.", ["SUPPORT"]),
        ("The soldiers fled the base without a fight.", ["RETREAT"]),
        ("Chile called the operation regrettable.", ["ACCUSE"]),
        ("The rebels stopped shelling the town.", ["RETREAT"]),
        ("A soldier turned his rifle on the villagers.", ["ASSAULT"]),
        ("Fog closed in on the camp.", []),
    ],
)
def test_a_deed_is_of_the_kind_that_its_words_say(tools: Tools, text: str, kinds: list[str]) -> None:
    assert [event.category for event in events(tools, text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The army later identified the man as Omar Salah, a commander of the rebels.",
        "The mission warned that the country was on the brink of war.",
        "Members of a banned party and the owners of frozen assets came to the hall.",
    ],
)
def test_names_forecasts_and_what_a_thing_is_called_are_no_events(tools: Tools, text: str) -> None:
    assert events(tools, text) == ()


def test_a_year_before_a_deed_is_no_count(tools: Tools) -> None:
    text = "The junta, which ousted President Omar Salah in July 2023, expelled French troops from the capital."
    expelled = next(event for event in events(tools, text) if event.trigger.text == "expelled")
    assert [number.low for number in expelled.numbers] == []


def test_who_holds_what_was_struck_did_not_strike_it(tools: Tools) -> None:
    text = "Two explosions struck a rally held by the rebels in Goma on Thursday, killing 11 people."
    blast = next(event for event in events(tools, text) if event.category == "ASSAULT")
    assert blast.actor == ()


@pytest.mark.parametrize("hour", ["05:10 GMT - ", "10:45 (local time) – ", "[14:05] ", "14:05 | "])
def test_the_hour_of_an_entry_of_a_live_page_stands_apart(tools: Tools, hour: str) -> None:
    reading = tools.reader.read([Document.plain(f"{hour}Residents of the town attacked a bus.", id="d")])[0]
    assert [sentence.tokens[0].text for sentence in reading.sentences][-1] == "Residents"


def test_a_stretch_of_hours_is_no_entry_of_a_live_page(tools: Tools) -> None:
    reading = tools.reader.read([Document.plain("12:30 - 13:30 was the hour of the attack.", id="d")])[0]
    assert len(reading.sentences) == 1
