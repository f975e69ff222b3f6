"""What coding writes before anyone is resolved: events, attributions and ties whose participants are still words.

Everything here points into one document by sentence and word; resolving turns the words into who, where and when.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from whosays.record.event import Missing, Number, StanceValue, Status, Why


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mention:
    """A stretch of one sentence: code points in the document's text, and its head word's index."""

    sentence: int
    head: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedStance:
    """Whose stance it is (`source` None: the author's), with the words that it was read from.

    `attribution` is the index in `Coded.attributions` that it rests on; `as_of` the time expression that dates it.
    """

    source: Mention | None
    value: StanceValue
    evidence: tuple[Mention, ...]
    attribution: int | None = None
    as_of: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """One event mention. `about` are the indices (in `Coded.events`) of the events that a speech act is about.

    `place` and `time` list the candidate expressions, best first by syntax; resolving takes the first that resolves. `within`
    is the index of the event in whose course this one was; `clause` the stretches of the sentence that tell it, as they are to be read;
    `sent` says that something was fired from a place that is told, so that where it went is another matter.
    """

    sentence: int
    trigger: Mention
    category: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    actor: tuple[Mention, ...]
    recipient: tuple[Mention, ...]
    place: tuple[Mention, ...]
    time: tuple[Mention, ...]
    numbers: tuple[Number, ...]
    status: tuple[Status, ...]
    stances: tuple[CodedStance, ...]
    about: tuple[int, ...]
    why: Why
    missing: tuple[Missing, ...]
    within: int | None = None
    clause: tuple[Mention, ...] = ()
    sent: bool = False

    def with_actor(self, found: tuple[Mention, ...]) -> CodedEvent:
        """The event with the actor that was found after all, and so without that gap; as it was where none was."""
        return replace(self, actor=found, missing=self._missing_but("actor")) if found else self

    def with_recipient(self, found: tuple[Mention, ...]) -> CodedEvent:
        """The event with the recipient that was found after all, and so without that gap; as it was where none was."""
        return replace(self, recipient=found, missing=self._missing_but("recipient")) if found else self

    def left_with(self, recipient: tuple[Mention, ...]) -> CodedEvent:
        """The event with those of its recipients who are somebody; where none is, nobody is stated."""
        if recipient:
            return replace(self, recipient=recipient)
        gap = Missing(field="recipient", reason="not_stated")
        missing = sorted((*self._missing_but("recipient"), gap), key=lambda one: one.field)
        return replace(self, recipient=(), missing=tuple(missing))

    def _missing_but(self, field: str) -> tuple[Missing, ...]:
        return tuple(one for one in self.missing if one.field != field)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedAttribution:
    """Who is said to say what: `content` in pieces where it is broken; `parent` the attribution around it."""

    source: Mention | None
    cue: Mention | None
    content: tuple[Mention, ...]
    quote: Literal["direct", "mixed", "indirect"]
    kind: Literal["statement", "belief", "intention", "perception", "knowledge"]
    parent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedRelation:
    """A lasting tie between two participants, with the words that state it.

    `events` are indices in `Coded.events`; where an event makes the tie, its participants are those tied, and giver and
    receiver are None.
    """

    giver: Mention | None
    receiver: Mention | None
    type: str
    evidence: Mention
    stances: tuple[CodedStance, ...] = ()
    events: tuple[int, ...] = ()
    since: Mention | None = None
    until: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedExpectation:
    """What is said to come: the words, who announced it, when it is due, and the event (index) if it is one."""

    evidence: Mention
    by: Mention | None
    source: Mention | None
    due: Mention | None
    event: int | None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedUnknown:
    """What is said to be unknown, withheld or unconfirmed: the words, and the event (index) that it concerns."""

    evidence: Mention
    about: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """Everything coding found in one document. Indices in the parts point into these tuples."""

    events: tuple[CodedEvent, ...] = ()
    attributions: tuple[CodedAttribution, ...] = ()
    relations: tuple[CodedRelation, ...] = ()
    expectations: tuple[CodedExpectation, ...] = ()
    unknowns: tuple[CodedUnknown, ...] = ()
