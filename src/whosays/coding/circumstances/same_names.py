"""A name means one thing in one text: "shut Sama" is about the place that people are told to be in elsewhere.

The head for names reads one sentence at a time, and takes a town without a preposition for a person where it does not
know it. What a text has people be in, go to or come from is a place throughout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.circumstances.place_words import WHERE
from whosays.coding.trees.clause import has_case
from whosays.record.reading import Name, Reading, Sentence


def with_same_names(reading: Reading) -> Reading:
    """The reading, people who are places elsewhere in it as places; the same reading where nothing was wrong."""
    kinds = Counter((_words(reading, sentence, name), name.kind) for sentence, name in _names(reading))
    entered = {
        _words(reading, sentence, name)
        for sentence, name in _names(reading)
        if name.kind == "LOC" and any(has_case(sentence, word, *WHERE) for word in range(name.first, name.last + 1))
    }
    places = {words for words in entered if kinds[words, "PER"] and kinds[words, "LOC"] >= kinds[words, "PER"]}
    if not places:
        return reading
    return replace(reading, sentences=tuple(_placed(reading, one, places) for one in reading.sentences))


def _names(reading: Reading) -> Iterator[tuple[Sentence, Name]]:
    return ((sentence, name) for sentence in reading.sentences for name in sentence.names)


def _words(reading: Reading, sentence: Sentence, name: Name) -> str:
    return reading.document.text[sentence.tokens[name.first].start : sentence.tokens[name.last].end]


def _placed(reading: Reading, sentence: Sentence, places: set[str]) -> Sentence:
    if not any(name.kind == "PER" and _words(reading, sentence, name) in places for name in sentence.names):
        return sentence
    names = tuple(
        replace(name, kind="LOC") if name.kind == "PER" and _words(reading, sentence, name) in places else name
        for name in sentence.names
    )
    return replace(sentence, names=names)
