"""What happened in the course of something else: "captured three in a raid", "talks during which shots were fired".

A part stays an event of its own, with a pointer to the whole. (What only says how a blow went, "killing four", is no event: `parts.py`.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whosays.coding.trees.clause import children, has_case
from whosays.record.coded import CodedEvent
from whosays.record.event import NOT_YET
from whosays.record.reading import Reading, Sentence

INSIDE = frozenset({"in", "during", "amid", "within", "throughout"})
DURING = INSIDE - {"in", "within"}  # what a thing is in says where it is
FRAMES = frozenset({"course", "part", "midst", "framework"})  # "in the course of the raid"
LASTING = frozenset({"ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"})
CARRIED = frozenset({"obj", "nsubj:pass", "obl"})  # how a noun hangs on the light verb that carries it


def place_in_course(reading: Reading, events: Sequence[CodedEvent]) -> tuple[CodedEvent, ...]:
    """The events, each with the one in whose course its sentence says that it was."""
    at = {(event.sentence, event.trigger.head): n for n, event in enumerate(events)}
    found = list(events)
    for n, event in enumerate(events):
        sentence = reading.sentences[event.sentence]
        wholes = (at.get((event.sentence, word)) for word in _wholes(sentence, event.trigger.head))
        whole = next((one for one in wholes if one is not None and _holds(events[one], event)), None)
        if whole is not None:
            found[n] = replace(event, within=whole)
    return tuple(found)


def _holds(whole: CodedEvent, part: CodedEvent) -> bool:
    """Whether something that lasts, and is not only planned, may have had another in its course."""
    statuses = {status.value for status in whole.status}
    return whole is not part and whole.category in LASTING and not statuses & NOT_YET


def _wholes(sentence: Sentence, head: int) -> Iterator[int]:
    """Words that name what the event at a word was in the course of, the nearest first."""
    clause = _carrier(sentence, head)
    taken = tuple(children(sentence, clause, "obj", "nsubj:pass"))  # "arrested forty people during a march"
    for word in dict.fromkeys((head, clause, *taken)):
        for below in children(sentence, word, "obl", "nmod"):
            if has_case(sentence, below, *(DURING if word in taken else INSIDE)):
                yield from _named(sentence, below)
    token = sentence.tokens[clause]
    if token.deprel == "acl:relcl" and _looks_back(sentence, clause):
        yield token.head


def _named(sentence: Sentence, word: int) -> Iterator[int]:
    """The noun itself, or the one behind "the course of"."""
    if sentence.tokens[word].lemma.lower() in FRAMES:
        yield from children(sentence, word, "nmod")
    yield word


def _carrier(sentence: Sentence, head: int) -> int:
    """The verb that carries a noun: "carried out a raid"."""
    token = sentence.tokens[head]
    return token.head if token.upos == "NOUN" and token.deprel in CARRIED and token.head >= 0 else head


def _looks_back(sentence: Sentence, clause: int) -> bool:
    """ "A battle in which", "a march during which": the clause tells what was in it."""
    return any(
        sentence.tokens[word].lemma.lower() == "which" and has_case(sentence, word, *INSIDE)
        for word in children(sentence, clause, "obl", "nmod")
    )
