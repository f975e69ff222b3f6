"""Words that stand for an event told before: each entry's second sentence reaches the event of its first."""

from __future__ import annotations

from pathlib import Path

import pytest

import whosays.lexicon
import whosays.reader
from whosays.coding import code
from whosays.record.document import Document
from whosays.record.reading import Reading

MODEL = Path(whosays.reader.__file__).with_name("model") / "reader.onnx"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the model is not there")
MISREAD = 10  # one entry in so many may fail on a misread sentence


def _reached(reading: Reading, words: whosays.lexicon.Lexicon) -> bool:
    """Whether somebody in the second sentence takes a stance on an event of the first."""
    return any(
        row.source is not None and row.evidence and row.evidence[0].sentence > event.sentence
        for event in code(reading, words).events
        for row in event.stances
    )


def test_a_word_that_stands_for_an_event_reaches_it() -> None:
    words = whosays.lexicon.load()
    entries = [entry for entry in words.cues.nominals.values() if entry.kind != "falsehood"]
    reader = whosays.reader.load(threads=1)
    readings = reader.read([Document.plain(entry.example, id=entry.example) for entry in entries])
    wrong = [entry.id for entry, reading in zip(entries, readings, strict=True) if not _reached(reading, words)]
    assert len(wrong) <= len(entries) // MISREAD, wrong


def test_a_claim_called_false_is_denied_by_whoever_says_so() -> None:
    words = whosays.lexicon.load()
    accusation = "The governor accused the army of shelling the village. "
    entries = [entry for entry in words.cues.nominals.values() if entry.kind == "falsehood"]
    reader = whosays.reader.load(threads=1)
    readings = reader.read([Document.plain(accusation + entry.example) for entry in entries])
    wrong = [
        entry.id
        for entry, reading in zip(entries, readings, strict=True)
        if not any(row.value == "CT-" for event in code(reading, words).events for row in event.stances)
    ]
    assert len(wrong) <= len(entries) // MISREAD, wrong
