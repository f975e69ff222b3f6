"""Every entry of the word lists of attribution and stance proves itself on its own two sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import whosays.reader
from whosays import coding
from whosays.coding.attribution.attribute import attribute
from whosays.coding.certainty.factuality import Walk, path_to
from whosays.coding.certainty.silence import find
from whosays.lexicon import Lexicon
from whosays.lexicon.cues import Cues, load
from whosays.record.document import Document
from whosays.record.reading import Reader, Reading

MODEL = Path(whosays.reader.__file__).with_name("model") / "reader.onnx"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the model is not there")
# A word that the model misreads in a bare sentence is the model's fault, not the entry's: one in 25 may be.
MISREAD = 25
EVENT = re.compile(r"\[(.+?)\]")


@dataclass(frozen=True)
class Words:
    cues: Cues


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(cues=load())


@pytest.fixture(scope="module")
def read(words: Words, reader: Reader, lexicon: Lexicon) -> Mapping[str, Reading]:
    """All example sentences, read once and set right; without the model's marks, so that the entry alone decides."""
    texts = sorted(set(_texts(words.cues)))
    readings = reader.read([Document.plain(text, id=text) for text in texts])
    prepared = (coding.prepare(reading, lexicon) for reading in readings)
    return dict(zip(texts, map(_without_marks, prepared), strict=True))


def _without_marks(reading: Reading) -> Reading:
    return replace(reading, sentences=tuple(replace(sentence, marks=()) for sentence in reading.sentences))


def _texts(cues: Cues) -> Iterator[str]:
    silences = {silence for some in cues.silences.values() for silence in some}
    pairs = [
        *((entry.example, entry.counterexample) for entry in cues.cues.values()),
        *((entry.example, entry.counterexample) for entry in cues.signatures.values()),
        *((entry.example, entry.counterexample) for entry in cues.hedges.values()),
        *((entry.example, entry.counterexample) for entry in silences),
    ]
    for pair in pairs:
        yield from (EVENT.sub(r"\1", text) for text in pair)


def _cue_lemmas(reading: Reading, words: Words) -> set[str]:
    found = attribute(reading, words)
    return {reading.sentences[one.cue.sentence].tokens[one.cue.head].lemma for one in found if one.cue is not None}


def _value(reading: Reading, marked: str, cues: Cues) -> str:
    match = EVENT.search(marked)
    assert match is not None
    sentence = reading.sentences[0]
    token = next(token for token in sentence.tokens if token.start == match.start())
    return Walk(sentence=sentence, cues=cues).along(path_to(sentence, token.index))


def test_a_cue_opens_a_source_in_its_example_and_not_in_its_counterexample(
    read: Mapping[str, Reading], words: Words
) -> None:
    wrong = [
        entry.id
        for entry in words.cues.cues.values()
        if entry.lemma not in _cue_lemmas(read[entry.example], words)
        or entry.lemma in _cue_lemmas(read[entry.counterexample], words)
    ]
    assert len(wrong) <= len(words.cues.cues) // MISREAD, wrong


def test_a_signature_gives_its_complement_both_values(read: Mapping[str, Reading], words: Words) -> None:
    wrong = []
    for entry in words.cues.signatures.values():
        for marked, value in ((entry.example, entry.affirmative), (entry.counterexample, entry.negated)):
            found = _value(read[EVENT.sub(r"\1", marked)], marked, words.cues)
            if found != value:
                wrong.append((entry.id, value, found))
    assert len(wrong) <= 2 * len(words.cues.signatures) // MISREAD, wrong


def test_a_hedge_lowers_what_it_stands_with_and_nothing_else(read: Mapping[str, Reading], words: Words) -> None:
    wrong = []
    for entry in words.cues.hedges.values():
        found = _value(read[EVENT.sub(r"\1", entry.example)], entry.example, words.cues)
        if found != entry.value:
            wrong.append((entry.id, entry.value, found))
        if EVENT.search(entry.counterexample):
            found = _value(read[EVENT.sub(r"\1", entry.counterexample)], entry.counterexample, words.cues)
            if found != "CT+":
                wrong.append((entry.id, "CT+", found))
    assert len(wrong) <= 2 * len(words.cues.hedges) // MISREAD, wrong


def test_silence_is_heard_in_its_example_and_not_in_its_counterexample(
    read: Mapping[str, Reading], words: Words
) -> None:
    wrong = []
    for entry in {silence for some in words.cues.silences.values() for silence in some}:
        heard = {quiet.rule for quiet in find(read[entry.example].sentences[0], words.cues)}
        unheard = {quiet.rule for quiet in find(read[entry.counterexample].sentences[0], words.cues)}
        if entry.id not in heard or entry.id in unheard:
            wrong.append((entry.id, sorted(heard), sorted(unheard)))
    assert len(wrong) <= 1, wrong
