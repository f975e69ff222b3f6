"""Everyday words of violence, force, protest and movement: what they are coded as, and where a noun takes up what was told."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.lexicon import Lexicon
from whosays.record.document import Document
from whosays.record.reading import Reader

Coded = set[tuple[str, str | None]]


def _coded(text: str, reader: Reader, lexicon: Lexicon) -> Coded:
    (reading,) = reader.read([Document.plain(text)])
    return {(event.category, event.mode) for event in coding.code(reading, lexicon).events}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two helicopters fired on the hamlet of Orvel.", ("ASSAULT", "aerial")),
        ("The guards fired on the hamlet of Orvel.", ("ASSAULT", "firearms")),
        ("Police rounded up sixty migrants in Velmar.", ("COERCE", "arrest")),
        ("The customs post went up in flames.", ("ASSAULT", "destroy")),
        ("Teachers staged a walkout over unpaid wages.", ("PROTEST", "strike")),
        ("The navy held manoeuvres near the border.", ("MOBILIZE", "troops")),
        ("Fourteen marchers were hurt in Velmar, the union says.", ("ASSAULT", None)),
        ("Two colonels were relieved of their command.", ("SANCTION", "expel")),
        ("Another 2,300 Afghans were put across the border on Monday.", ("COERCE", "deport")),
        ("Kenya gave the envoy until Friday to leave the country.", ("SANCTION", "expel")),
        ("The drivers' union gave the authorities until Friday noon to open the gate.", ("REQUEST", "yield")),
        ("Two soldiers suffered minor injuries near Velmar.", ("ASSAULT", None)),
        ("An investigation was opened in Velmar.", ("ACCUSE", "investigate")),
        ("Security agents burst into two offices of the agency late on Saturday.", ("COERCE", "seize")),
    ],
)
def test_everyday_words_are_events(text: str, wanted: tuple[str, str | None], reader: Reader, lexicon: Lexicon) -> None:
    assert wanted in _coded(text, reader, lexicon)


@pytest.mark.parametrize(
    "text",
    [
        "The children climbed aboard the bus.",
        "The singer burst into tears.",
        "The bank footed the bill for the party.",
    ],
)
def test_what_is_no_deed_of_public_life_is_none(text: str, reader: Reader, lexicon: Lexicon) -> None:
    assert _coded(text, reader, lexicon) == set()


def test_a_note_of_protest_and_a_state_of_emergency_are_named_in_full(reader: Reader, lexicon: Lexicon) -> None:
    text = "The minister summoned the ambassador and handed him a note of protest. The governor declared a state of emergency."
    (reading,) = reader.read([Document.plain(text)])
    named = [event.trigger.text for event in coding.code(reading, lexicon).events]
    assert {"handed him a note of protest", "declared a state of emergency"} <= set(named)


def test_a_verb_has_no_lemma_that_begins_otherwise(reader: Reader, lexicon: Lexicon) -> None:
    """A rare verb may be read as a common one that means much the same: "snatched" as "take"."""
    (reading,) = reader.read([Document.plain("Gunmen snatched a priest.")])
    lemmas = [token.lemma for token in coding.prepare(reading, lexicon).sentences[0].tokens]
    assert "snatch" in lemmas


def test_a_noun_whose_sense_hangs_on_another_word_does_not_refer_back_without_it(
    reader: Reader, lexicon: Lexicon
) -> None:
    text = "Guards and rebels clashed near the river on Friday. The exchange of jokes was pleasant."
    assert [category for category, _ in _coded(text, reader, lexicon)] == ["ASSAULT"]


def test_what_must_not_be_there_rules_an_entry_out_for_the_model_too(reader: Reader, lexicon: Lexicon) -> None:
    assert _coded("A bomber blew himself up at the market of Velmar, killing four soldiers.", reader, lexicon) == {
        ("ASSAULT", "suicide-attack")
    }


@pytest.mark.parametrize(
    "text",
    [
        "The airline blamed a computer for the delays.",
        "The bank blamed high prices on the drought.",
        "The junta blamed a gas leak for the blast at the depot.",
        "The minister refused to be drawn on the talks.",
        "The widow refused to believe that the search was over.",
        "The army conceded that the papers did not prove it.",
        "The harvest will be late, officials in Velmar conceded.",
    ],
)
def test_who_blames_a_thing_keeps_to_himself_or_admits_accuses_refuses_and_gives_nobody_anything(
    text: str, reader: Reader, lexicon: Lexicon
) -> None:
    assert not {category for category, _ in _coded(text, reader, lexicon)} & {"ACCUSE", "REJECT", "CONCEDE"}
