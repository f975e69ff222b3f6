"""Whose the people aboard are: "the crew", "six of the sailors" of "a Chilean boat" are Chile's, and not the state's that took it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whosays.record.reading import Sentence
from whosays.resolve.actors.nouns import Noun
from whosays.resolve.phrases.noun_phrases import core
from whosays.resolve.whose import owners
from whosays.resolve.whose.owners import Owner

if TYPE_CHECKING:
    from whosays.resolve.actors.who import Participants

ABOARD = frozenset("crew crewman crewmen crewmember sailor seaman seafarer skipper passenger captain".split())
VESSELS = frozenset(
    """boat ship vessel tanker trawler freighter ferry cutter carrier yacht barge tug plane aircraft airliner jet helicopter
    submarine frigate dinghy lorry truck bus train""".split()
)
REACH = 3
"""How many sentences back the vessel may have been told of."""


def is_of_vessel(people: Participants, sentence: Sentence, head: int, noun: Noun) -> bool:
    """Whether "its" crew is a vessel's told just before, and not its captor's: "seized the tanker and held its crew"."""
    if not ABOARD & set(noun.noun.split()):
        return False
    owner = next((c for c in sentence.children[head] if sentence.tokens[c].deprel == "nmod:poss"), None)
    if owner is None or sentence.tokens[owner].text.lower() != "its":
        return False
    before = people.scene.reading.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    return any(
        token.lemma.lower() in VESSELS and token.upos in {"NOUN", "PROPN"}
        for told in before
        for token in (told.tokens if told.index < sentence.index else told.tokens[:owner])
    )


def owners_of_crew(people: Participants, sentence: Sentence, head: int, noun: Noun) -> list[Owner]:
    """The owner of the vessel last told of, where it is said with it whose it is."""
    if not ABOARD & set(noun.noun.split()):
        return []
    for index in range(sentence.index, max(-1, sentence.index - REACH - 1), -1):
        told = people.scene.reading.sentences[index]
        last = head if index == sentence.index else len(told.tokens)
        for token in reversed(told.tokens[:last]):
            if token.lemma.lower() in VESSELS and token.upos in {"NOUN", "PROPN"}:
                found = owners.in_core(people.scene, told, token.index, core(told, token.index))
                if len(found) == 1:
                    return found
    return []
