"""Tolls: counts of dead and wounded that are told apart from the deed ("raised to 14 the number of people killed").

They are quantities of the assault that the sentence tells, else of the last one told before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.numbers import TEENS, TENS, parse
from whosays.record.coded import CodedEvent
from whosays.record.event import Number
from whosays.record.reading import Reading, Sentence
from whosays.record.span import Span

WORDS = "|".join(f"{TEENS} {TENS} dozens scores hundreds thousands several dozen".split())
NUM = rf"(?P<number>(?:at least |more than |up to |nearly |about |some )?(?:\d[\d,]*|(?:{WORDS})(?:[- ](?:{WORDS}|hundred|thousand))*))"
DEAD = r"(?:death toll|toll|number of (?:people |those |the |persons |civilians |soldiers )?(?:killed|dead|deaths|victims|fatalities))"
PATTERNS = (
    (re.compile(rf"\b{DEAD}\b[^.;]{{0,40}}?\b(?:at|to|of|was|is|reached|stood at) {NUM}\b", re.IGNORECASE), "killed"),
    (
        re.compile(
            rf"\b(?:raised|revised|lowered|put|brought|increased|cut)[^.;]{{0,20}}? (?:to|at) {NUM} the {DEAD}",
            re.IGNORECASE,
        ),
        "killed",
    ),
    (re.compile(rf"\b{NUM} (?:bodies|corpses|deaths|fatalities)\b", re.IGNORECASE), "killed"),
    (re.compile(rf"\bleaving {NUM} (?:people |others |civilians |soldiers )?dead\b", re.IGNORECASE), "killed"),
    (
        re.compile(
            rf"\b{NUM} (?:others |more |people |civilians |soldiers )?(?:were |was )?(?:wounded|injured|hurt)\b",
            re.IGNORECASE,
        ),
        "injured",
    ),
)


def add_tolls(reading: Reading, events: tuple[CodedEvent, ...]) -> tuple[CodedEvent, ...]:
    """The events, each assault with the tolls told of it."""
    more: dict[int, list[Number]] = {}
    for sentence in reading.sentences:
        for number in _tolls(reading, sentence):
            owner = _owner(events, sentence.index)
            if owner is not None and not _is_told(events, sentence.index, number):
                more.setdefault(owner, []).append(number)
    return tuple(
        replace(event, numbers=(*event.numbers, *more[n])) if n in more else event for n, event in enumerate(events)
    )


def _tolls(reading: Reading, sentence: Sentence) -> Iterator[Number]:
    text = reading.document.text
    for pattern, role in PATTERNS:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            start, end = match.span("number")
            value = parse(text[start:end])
            if value is not None:
                span = Span(document=reading.document.id, start=start, end=end, text=text[start:end])
                yield Number(role=role, low=value[0], high=value[1], unit="person", span=span)


def _is_told(events: tuple[CodedEvent, ...], sentence: int, number: Number) -> bool:
    """Whether an event of the sentence has the number already."""
    told = (known.span for event in events if event.sentence == sentence for known in event.numbers)
    return any(span.start < number.span.end and number.span.start < span.end for span in told)


def _owner(events: tuple[CodedEvent, ...], sentence: int) -> int | None:
    """The assault of the sentence itself, else the last one told before that is news."""
    assaults = [(n, event) for n, event in enumerate(events) if event.category == "ASSAULT"]
    own = [n for n, event in assaults if event.sentence == sentence]
    if own:
        return own[0]
    before = [n for n, event in assaults if event.sentence < sentence and not _is_background(event)]
    return before[-1] if before else None


def _is_background(event: CodedEvent) -> bool:
    return any(status.value in {"historical", "conditional", "generic"} for status in event.status)
