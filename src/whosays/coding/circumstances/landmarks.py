"""Words that take a named place up again: "the town", "that reef", "the city hall", "the area", "there"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whosays.coding.circumstances.place_words import PARTS, WHERE
from whosays.coding.trees.clause import base, children, has_case
from whosays.record.landmark import DEFINITE, HEREABOUTS, LANDMARKS, LOCAL_OFFICIALS, SEATS, TOWNS
from whosays.record.reading import Sentence


def is_landmark(sentence: Sentence, word: int) -> bool:
    """Whether a noun stands for a place that the text has named, or that a state has one of."""
    lemma = sentence.tokens[word].lemma.lower()
    if lemma in SEATS:
        return True
    told = lemma in LANDMARKS or (lemma in HEREABOUTS and has_case(sentence, word, *WHERE))  # not "sent to the area"
    return told and _is_definite(sentence, word)


def _is_definite(sentence: Sentence, word: int) -> bool:
    """Whether a noun has a definite article, or is the town in "the city hall", "the town's market"."""
    above = sentence.tokens[word].head
    halls = sentence.tokens[word].lemma.lower() in TOWNS and base(sentence.tokens[word].deprel) == "compound"
    nouns = (word, above) if halls else (word,)
    return any(
        sentence.tokens[below].lemma.lower() in DEFINITE for noun in nouns for below in children(sentence, noun, "det")
    )


def is_name_of_place(sentence: Sentence, word: int) -> bool:
    """Whether a word is part of the name of a place."""
    return any(name.kind == "LOC" and name.first <= word <= name.last for name in sentence.names)


def is_part_of_place(sentence: Sentence, word: int) -> bool:
    """ "The hamlet of Sama", "the eastern quarter of Sama"."""
    of = (below for below in children(sentence, word, "nmod") if has_case(sentence, below, "of"))
    return sentence.tokens[word].lemma.lower() in PARTS and any(is_name_of_place(sentence, below) for below in of)


def theres(sentence: Sentence, verbs: Iterable[int]) -> Iterator[int]:
    """ "Seized a boat there and arrested the crew": the adverb of a verb, or of the one that it goes on from."""
    for verb in verbs:
        adverbs = children(sentence, verb, "advmod")
        yield from (word for word in adverbs if sentence.tokens[word].lemma.lower() == "there")
        if base(sentence.tokens[verb].deprel) in {"conj", "xcomp"}:
            yield from theres(sentence, (sentence.tokens[verb].head,))


def seats_of(sentence: Sentence, persons: Iterable[int]) -> Iterator[int]:
    """What mayors and governors have: "Sama's mayor", "the governor of Sama"."""
    for person in persons:
        if sentence.tokens[person].lemma.lower() in LOCAL_OFFICIALS:
            yield from children(sentence, person, "nmod:poss", "compound")
            yield from (below for below in children(sentence, person, "nmod") if has_case(sentence, below, "of"))
