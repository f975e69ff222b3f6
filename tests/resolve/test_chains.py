"""Phrases are found with what belongs to them, and later ones take up the earlier ones they speak of."""

from __future__ import annotations

import pytest

from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.reading import Reading
from whosays.resolve.phrases.chains import chains, links
from whosays.resolve.phrases.mentions import Phrase, phrases


def read(tools: Tools, text: str) -> Reading:
    return tools.reader.read([Document.plain(text, id="made-up")])[0]


def words(reading: Reading, phrase: Phrase) -> str:
    tokens = reading.sentences[phrase.sentence].tokens
    return reading.document.text[tokens[phrase.first].start : tokens[phrase.last].end]


def together(tools: Tools, text: str) -> list[list[str]]:
    """The chains of two and more, as words."""
    reading = read(tools, text)
    found = chains(links(reading, tools.world.nouns, tools.world.reference))
    return [[words(reading, phrase) for phrase in chain] for chain in found if len(chain) > 1]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The master of the ship that had left Odesa spoke.", "The master of the ship that had left Odesa"),
        ("The master, who was tired, spoke.", "The master"),
        ("The captain's boat sank.", "The captain's"),
        ("Mira Olsen and her brother left the town.", "Mira Olsen and her brother"),
        ("The Harbour Defence Front (HDF) denied it.", "HDF"),
        ("Only the harbour master stayed.", "the harbour master"),
    ],
)
def test_a_phrase_ends_where_what_belongs_to_it_ends(tools: Tools, text: str, phrase: str) -> None:
    reading = read(tools, text)
    assert phrase in [words(reading, found) for found in phrases(reading)]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Mira Olsen left the house at noon. She took the bus to the harbour.", "Mira Olsen", "She"),
        ("Mr Bram Idowu spoke first. Idowu said the vote was over.", "Mr Bram Idowu", "Idowu"),
        ("The museum bought a painting. The painting is large.", "a painting", "The painting"),
        ("The museum closed in May. It will open again in June.", "The museum", "It"),
        ("The Harbour Defence Front met in Kosti. The HDF will meet again.", "The Harbour Defence Front", "The HDF"),
    ],
)
def test_what_is_spoken_of_again_is_in_one_chain(tools: Tools, text: str, one: str, other: str) -> None:
    assert any(one in chain and other in chain for chain in together(tools, text))


def test_he_and_she_are_never_one(tools: Tools) -> None:
    for chain in together(tools, "Mira Olsen met Bram Idowu. He greeted her. She thanked him. He left."):
        assert not {"He", "him"} & set(chain) or not {"She", "her"} & set(chain)


def test_a_link_says_which_signs_spoke_for_it(tools: Tools) -> None:
    reading = read(tools, "Mira Olsen left the house at noon. She took the bus to the harbour.")
    found, taken = links(reading, tools.world.nouns, tools.world.reference)
    she = next(place for place, phrase in enumerate(found) if words(reading, phrase) == "She")
    assert taken[she].why
    assert all(tools.world.reference[sign] > 0 for sign in taken[she].why)
