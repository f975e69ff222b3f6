"""Names of ships that the reader takes for places': "the Talara, a tanker", "the freighter Nikolaev"."""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.trees.clause import children
from whosays.lexicon import Lexicon
from whosays.record.reading import Name, Reading, Sentence

BESIDE = ("nmod:desc", "compound", "appos", "flat")


def with_ships(reading: Reading, lexicon: Lexicon) -> Reading:
    """The reading, names of vessels that stand as places given as names of things."""
    sentences = tuple(_mended(sentence, lexicon) for sentence in reading.sentences)
    same = all(new is old for new, old in zip(sentences, reading.sentences, strict=True))
    return reading if same else replace(reading, sentences=sentences)


def _mended(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    names = tuple(
        replace(name, kind="MISC") if name.kind == "LOC" and _is_ship(sentence, name, lexicon) else name
        for name in sentence.names
    )
    return sentence if names == sentence.names else replace(sentence, names=names)


def _is_ship(sentence: Sentence, name: Name, lexicon: Lexicon) -> bool:
    """Whether a noun for a vessel right before or behind a name says that it is one's."""
    head = next(
        (i for i in range(name.first, name.last + 1) if not name.first <= sentence.tokens[i].head <= name.last), None
    )
    if head is None:
        return False
    below = (word for word in children(sentence, head, "appos") if word > name.last)
    before = name.first - 1
    titled = before >= 0 and sentence.tokens[before].upos == "NOUN" and sentence.tokens[before].deprel in BESIDE
    above = sentence.tokens[head].head if sentence.tokens[head].deprel in BESIDE else -1
    near = [*below, *([before] if titled or above == before else [])]
    return any(
        "vessel" in lexicon.classes.get(sentence.tokens[word].lemma.lower(), frozenset()) for word in near if word >= 0
    )
