"""Whose the people aboard are: "the crew", "six of the sailors" of "a Chilean boat" are Chile's, and not the state's that took it."""

from __future__ import annotations

from whosays.record.reading import Sentence
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import core
from whosays.resolve.register.nouns import Noun
from whosays.resolve.whose import owners
from whosays.resolve.whose.owners import Owner

ABOARD = frozenset("crew crewman crewmen crewmember sailor seaman seafarer skipper passenger captain".split())
VESSELS = frozenset(
    """boat ship vessel tanker trawler freighter ferry cutter carrier yacht barge tug plane aircraft airliner jet helicopter
    submarine frigate dinghy lorry truck bus train""".split()
)
# Of trade, by their own word or by the one in front: a tanker, a cargo ship.
TRADING = frozenset({"tanker", "trawler", "freighter", "ferry", "carrier", "yacht", "barge", "dinghy"})
TRADE = frozenset({"bulk", "cargo", "container", "cruise", "fishing", "merchant", "passenger", "supply"})
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


def is_of_trade(people: Participants, sentence: Sentence, head: int, noun: Noun) -> bool:
    """Whether a captain or a sailor is a merchant's: of the vessel in his own words, else of the one last told of."""
    if not ABOARD & set(noun.noun.split()):
        return False
    own = [word for word in sentence.subtree(head) if word > head and sentence.tokens[word].lemma.lower() in VESSELS]
    if own:
        return _trades(sentence, own[0])
    for told in reversed(people.scene.reading.sentences[max(0, sentence.index - REACH) : sentence.index + 1]):
        last = head if told.index == sentence.index else len(told.tokens)
        vessels = [t.index for t in told.tokens[:last] if t.lemma.lower() in VESSELS and t.upos in {"NOUN", "PROPN"}]
        if vessels:
            return _trades(told, vessels[-1])
    return False


def _trades(sentence: Sentence, vessel: int) -> bool:
    before = sentence.tokens[vessel - 1].lemma.lower() if vessel else ""
    return sentence.tokens[vessel].lemma.lower() in TRADING or before in TRADE


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
