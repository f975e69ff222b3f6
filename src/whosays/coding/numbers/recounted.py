"""Counts behind a pronoun: who "them" are, and so how many, was told before.

"Rebels abducted nine drivers in May. They freed them a week later" frees nine.
"""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.numbers.roles import role_for
from whosays.lexicon import Lexicon
from whosays.record.coded import CodedEvent
from whosays.record.event import Number
from whosays.record.reading import Reading

PLURAL = frozenset({"they", "them", "all", "both"})
LET_GO = frozenset({"released", "expelled", "deported", "convicted"})
HELD = frozenset({"captured", "arrested", "seized"})
REACH = 2  # sentences back


def recount(reading: Reading, events: tuple[CodedEvent, ...], lexicon: Lexicon) -> tuple[CodedEvent, ...]:
    """The events, those done to "them" with the count of whoever was taken before in the paragraph."""
    out: list[CodedEvent] = []
    for event in events:
        role = role_for("", event.category, event.mode, lexicon)
        if role in LET_GO and not event.numbers and _is_them(reading, event):
            count = _count_before(reading, out, event)
            out.append(event if count is None else replace(event, numbers=(replace(count, role=role),)))
        else:
            out.append(event)
    return tuple(out)


def _is_them(reading: Reading, event: CodedEvent) -> bool:
    words = [reading.sentences[one.sentence].tokens[one.head].text.lower() for one in event.recipient]
    return len(words) == 1 and words[0] in PLURAL


def _count_before(reading: Reading, events: list[CodedEvent], event: CodedEvent) -> Number | None:
    """How many were taken, if one deed shortly before says so."""
    paragraph = reading.sentences[event.sentence].paragraph
    near = [one for one in events if event.sentence - one.sentence <= REACH]
    near = [one for one in near if reading.sentences[one.sentence].paragraph == paragraph]
    counts = [number for one in near for number in one.numbers if number.role in HELD and number.low != 1]
    return counts[-1] if counts else None
