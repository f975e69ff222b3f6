"""What a deed means for somebody is comment and no event; what somebody does, says or suffers by it is one."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.document import Document


def categories(tools: Tools, text: str) -> list[str]:
    reading = tools.reader.read([Document.plain(text)])[0]
    return [event.category for event in coding.code(reading, tools.lexicon).events]


@pytest.mark.parametrize(
    "comment",
    [
        "Backing Chile strengthens Peru's alliance with a big neighbour.",
        "Arming the rebels undermines Kenya's mediation and supports the junta.",
        "That the envoy stayed away puts pressure on Bamako.",
        "This threatens the talks between Mali and Niger.",
        "The decision has put pressure on Kenya to release the activists.",
    ],
)
def test_what_a_clause_or_a_deed_does_to_others_is_no_event(tools: Tools, comment: str) -> None:
    assert {*categories(tools, comment)} <= {"REJECT"}  # the envoy's absence is his


def test_it_that_goes_on_about_a_deed_does_nothing_to_anybody(tools: Tools) -> None:
    told = categories(tools, "The incident is unlikely to calm them. It also puts further pressure on China and Peru.")
    assert told == []


def test_it_that_is_somebody_puts_pressure_and_accuses(tools: Tools) -> None:
    text = "The ministry summoned the envoy. It accuses Chad of arming the rebels. It puts pressure on Chad to answer."
    assert {"ACCUSE", "REQUEST"} <= {*categories(tools, text)}


def test_harm_needs_nobody_and_those_whom_a_deed_moves_to_speak_do_speak(tools: Tools) -> None:
    assert "ASSAULT" in categories(tools, "A blast near Kosti killed nine people.")
    assert "ACCUSE" in categories(tools, "The raid drew condemnation from France.")


def test_a_resolution_speaks_for_whoever_passed_it(tools: Tools) -> None:
    assert "ACCUSE" in categories(tools, "The resolution condemns Iran for enriching uranium.")


def test_what_there_is_a_way_or_a_chance_to_do_is_not_done(tools: Tools) -> None:
    text = "Peru could see it as a way to challenge its neighbours and to probe how far they will go."
    assert categories(tools, text) == []


def test_what_would_have_an_effect_and_what_was_only_near_did_not_happen(tools: Tools) -> None:
    assert categories(tools, "Keeping the crew in jail would weaken Peru's position.") == []
    assert categories(tools, "The army came close to shelling the port.") == []


def test_what_somebody_calls_an_island_is_no_blame(tools: Tools) -> None:
    assert categories(tools, "The ship lay near the Senkaku islands, which China calls the Diaoyu.") == []
