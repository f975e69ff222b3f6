"""An event as recorded: who did what to whom, where and when, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from whosays.record.span import Span
from whosays.record.world import Entity, Place, Time

StanceValue = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu", "NC", "SILENT"]
StatusName = Literal["historical", "future", "conditional", "intended", "ordered", "question", "generic"]
Reason = Literal["not_stated", "ambiguous", "unresolved"]
# Of these statuses an event has not come about, or not as this one event.
NOT_YET = frozenset({"future", "conditional", "question", "generic", "intended", "ordered"})
# Categories of what is done by saying it.
SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "AGREE", "CONCEDE"})
OWN_WORDS = SPEECH - {"AGREE", "CONCEDE"}  # what is over once it is said; a promise is still to be kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A field without a value, and why: nothing in the text, several readings, or a mention left unresolved."""

    field: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What made the event: a lexicon entry (`rule`, its id) or a model score, with the word forms that fired."""

    rule: str | None
    score: float | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A PLOVER auxiliary mode, with the words that it was read from."""

    value: StatusName
    evidence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A quantity of the event. "Two" is 2..2, "at least 11" is 11..None, "dozens" 24..99 with its words kept.

    `role` is captured, killed, injured, released, deployed, arrested, displaced, destroyed, size, amount ….
    """

    role: str
    low: float | None
    high: float | None
    unit: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """How sure a source is of an event. `source` None is the author of the document.

    Values are FactBank's CT/PR/PS with polarity and Uu, and NC (declined to comment), SILENT (reported not to have
    spoken). `attribution` is the id of the attribution that it rests on.
    """

    source: Entity | None
    value: StanceValue
    evidence: tuple[Span, ...]
    attribution: str | None = None
    as_of: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One mention of an event in one document. `id` is a hash of document, trigger and category.

    `quad` is CAMEO's quad class (1 verbal co-operation … 4 material conflict), `score` Goldstein's scale where the
    category has one. `about` are the ids of the events that a speech act is about, `within` the id of the event in whose course
    this one is said to have been. `clause` are the stretches of the sentence that tell it, in the order in which they are to be read:
    who acts, what is done, to whom.
    """

    id: str
    document: str
    sentence: Span
    trigger: Span
    category: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    quad: int | None
    score: float | None
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    place: Place | None
    time: Time | None
    numbers: tuple[Number, ...]
    status: tuple[Status, ...]
    stances: tuple[Stance, ...]
    about: tuple[str, ...]
    why: Why
    missing: tuple[Missing, ...]
    within: str | None = None
    clause: tuple[Span, ...] = ()

    def with_actor(self, found: tuple[Entity, ...]) -> Event:
        """The event with the actor that was found after all, and so without that gap; as it was where none was."""
        return replace(self, actor=found, missing=self._missing_but("actor")) if found else self

    def with_recipient(self, found: tuple[Entity, ...]) -> Event:
        """The event with the recipient that was found after all, and so without that gap; as it was where none was."""
        return replace(self, recipient=found, missing=self._missing_but("recipient")) if found else self

    def _missing_but(self, field: str) -> tuple[Missing, ...]:
        return tuple(one for one in self.missing if one.field != field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is said to say what; `parent` is the id of the attribution that this one stands in."""

    id: str
    document: str
    source: Entity | None
    cue: Span | None
    content: tuple[Span, ...]
    quote: Literal["direct", "mixed", "indirect"]
    kind: Literal["statement", "belief", "intention", "perception", "knowledge"]
    parent: str | None = None
