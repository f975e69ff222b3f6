"""Ministries and police of those who govern without being recognised are theirs, and the dispute is noted."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.whole import DocumentRecord
from whosays.record.world import Entity


def record(tools: Tools, text: str) -> DocumentRecord:
    (reading,) = tools.reader.read([Document.plain(text, day="2025-06-10")])
    reading = coding.prepare(reading, tools.lexicon)
    return resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)


def actor(tools: Tools, text: str) -> Entity:
    return record(tools, text).events[0].actor[0]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Houthi interior ministry arrested nine clerks in Sanaa on Monday.", "HOUTHIS"),
        ("Abkhazia's foreign ministry accused Georgia of moving troops to the line.", "ABKHAZIA"),
        ("The foreign ministry of Transnistria accused Moldova of starving the left bank.", "TRANSNISTRIA"),
        ("Somaliland's government expelled two Somali officials on Tuesday.", "SOMALILAND"),
        ("Police in Puntland arrested three smugglers on Monday.", "PUNTLAND"),
        ("Libya's eastern government expelled three ambassadors on Friday.", "GNS"),
        ("The RSF-led government accused the army of bombing a clinic in Nyala.", "RSF"),
        ("The rival government set up by the RSF arrested two nurses in Nyala.", "RSF"),
        ("South Ossetian police detained a Georgian farmer on Monday.", "SOUTH OSSETIA"),
    ],
)
def test_who_governs_without_recognition_acts_for_itself(tools: Tools, text: str, code: str) -> None:
    found = actor(tools, text)
    assert (found.country, found.code) == (None, code)
    assert (found.via or "").startswith("de facto authority: ") or found.id == code


def test_the_dispute_is_noted_with_its_source(tools: Tools) -> None:
    found = actor(tools, "Transnistria's police detained two journalists on Monday.")
    assert "held to be Moldova's; UN General Assembly resolution" in (found.via or "")
    found = actor(tools, "Houthi police detained two journalists in Ibb on Monday.")
    assert found.via == "de facto authority: Houthis, not the recognised government of Yemen"


def test_who_holds_the_seat_of_a_state_is_that_state_whoever_leads_it(tools: Tools) -> None:
    found = actor(tools, "Sudan's army-backed government expelled two officials on Monday.")
    assert found.code == "SDN"
    found = actor(tools, "The Yemeni government in Aden expelled two officials on Monday.")
    assert found.code == "YEM"


def test_an_armed_groups_fighters_are_no_authority(tools: Tools) -> None:
    found = actor(tools, "Houthi fighters killed two herders near Marib on Monday.")
    assert found.code == "HOUTHIS"
    assert found.via is None


@pytest.mark.parametrize(
    "text",
    [
        "Peru's proxies shelled a village on Monday.",
        "Peru's allies shelled a village on Monday.",
        "Peruvian proxies shelled a village on Monday.",
    ],
)
def test_proxies_and_allies_are_not_the_state_whose_they_are(tools: Tools, text: str) -> None:
    assert actor(tools, text).code is None


def test_an_ally_that_is_named_is_itself(tools: Tools) -> None:
    parties = record(tools, "Bolivia and its Peruvian allies shelled a village on Monday.").events[0].actor
    assert {one.code for one in parties} == {"BOL", "PER"}


def test_a_body_that_is_told_of_again_keeps_its_name(tools: Tools) -> None:
    found = record(
        tools, "Chad's air force killed nine herders near Bol on Monday. The air force has denied the strike."
    )
    sources = {s.source.name for event in found.events for s in event.stances if s.source is not None}
    assert sources == {"Chad's air force"}


def test_a_body_of_many_states_is_that_of_the_state_behind_it(tools: Tools) -> None:
    found = actor(tools, "A delegation of the Security Council of Peru arrived in Santiago on Monday.")
    assert found.code == "PER"


def test_no_town_acts_for_a_state_that_is_not_spoken_of(tools: Tools) -> None:
    found = record(tools, "Chile and Peru fell silent on Monday. Dar and Quispe are to meet in Lima on July 22.")
    assert "KHM" not in {one.code for event in found.events for one in event.actor}
