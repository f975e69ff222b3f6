"""Background runs on: what follows an old date in the same paragraph is as old, until the text comes back to now."""

from __future__ import annotations

import re
from dataclasses import replace

from whosays.coding.trees.clause import base
from whosays.record.coded import CodedEvent
from whosays.record.event import Status
from whosays.record.reading import Reading, Sentence

# What brings a text back to its own days.
NOW = re.compile(
    r"\b(?:today|yesterday|tonight|overnight|now|(?:on|by|since|late|early|until) "
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:week|month|morning|afternoon|evening)|so far|has|have|is|are|says?)\b",
    re.IGNORECASE,
)


def spread(reading: Reading, events: tuple[CodedEvent, ...]) -> tuple[CodedEvent, ...]:
    """The events with `historical` passed on along joined clauses and to following sentences that stay in the past."""
    out: list[CodedEvent] = []
    before: tuple[int, Status] | None = None  # the sentence last known to tell of old times, and its words for that
    by_sentence: dict[int, list[CodedEvent]] = {}
    for event in events:
        by_sentence.setdefault(event.sentence, []).append(event)
    for number, sentence in enumerate(reading.sentences):
        here = by_sentence.get(number, [])
        own = [status for event in here for status in event.status if status.value == "historical"]
        if own:
            before = (number, own[0])
            out += [_joined(sentence, event, here) for event in here]
            continue
        if before is not None and _goes_on(reading, sentence, before[0]):
            before = (number, before[1])
            out += [_aged(event, before[1]) for event in here]
            continue
        before = None
        out += here
    return tuple(out)


def _goes_on(reading: Reading, sentence: Sentence, last: int) -> bool:
    """Whether a sentence follows the old one in its paragraph, in the past tense, without a word for now."""
    if sentence.index != last + 1 or reading.sentences[last].paragraph != sentence.paragraph:
        return False
    text = reading.document.text[sentence.start : sentence.end]
    return NOW.search(text) is None


def _joined(sentence: Sentence, event: CodedEvent, others: list[CodedEvent]) -> CodedEvent:
    """The event, old too where it is joined to an old one: "closed two posts and expelled ten men in 1999"."""
    top = _first_of_chain(sentence, event.trigger.head)
    for other in others:
        old = next((status for status in other.status if status.value == "historical"), None)
        if old is not None and _first_of_chain(sentence, other.trigger.head) == top:
            return _aged(event, old)
    return event


def _first_of_chain(sentence: Sentence, index: int) -> int:
    while base(sentence.tokens[index].deprel) == "conj":
        index = sentence.tokens[index].head
    return index


def _aged(event: CodedEvent, old: Status) -> CodedEvent:
    values = {status.value for status in event.status}
    return event if values & {"historical", "future"} else replace(event, status=(*event.status, old))
