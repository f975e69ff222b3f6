"""What a document says is unknown, withheld or unconfirmed."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.lexicon import Lexicon
from whosays.record.coded import CodedEvent, CodedUnknown, Mention
from whosays.record.reading import Reading


def unknowns(reading: Reading, events: tuple[CodedEvent, ...], lexicon: Lexicon) -> tuple[CodedUnknown, ...]:
    """One for each sentence that says so, with the event of that sentence that it concerns."""
    return tuple(_found(reading, events, lexicon))


def _found(reading: Reading, events: tuple[CodedEvent, ...], lexicon: Lexicon) -> Iterator[CodedUnknown]:
    for sentence in reading.sentences:
        text = reading.document.text[sentence.start : sentence.end]
        if not any(sign.pattern.search(text) for sign in lexicon.unknowns):
            continue
        about = next((n for n, event in enumerate(events) if event.sentence == sentence.index), None)
        evidence = Mention(
            sentence=sentence.index, head=sentence.root, start=sentence.start, end=sentence.end, text=text
        )
        yield CodedUnknown(evidence=evidence, about=about)
