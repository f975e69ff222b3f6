"""What the reports say together: incidents, contradictions, reactions, ties, what is to come, what is unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whosays.record.event import Stance
from whosays.record.span import Span
from whosays.record.world import Entity, Time

ContradictionField = Literal["polarity", "number", "place", "time", "actor", "recipient", "mode", "statement"]
ViewField = Literal["actor", "recipient", "place", "time", "number"]
ReactionName = Literal[
    "confirms",
    "denies",
    "condemns",
    "supports",
    "demands",
    "promises",
    "acts",
    "declines_comment",
    "silent",
    "not_found",
]
Outcome = Literal["open", "met", "overdue", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """The mentions, in one or many documents, of the same happening. `origins` counts independent origins, not outlets.

    `sources` names those origins. `lead` is the event id whose fields introduce the incident; `background` is True
    where every mention is historical. `headline` is a sentence made of the incident's own fields.
    """

    id: str
    category: str
    mode: str | None
    events: tuple[str, ...]
    lead: str
    origins: int
    sources: tuple[str, ...]
    background: bool
    headline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One side of a contradiction: a value as the reports give it, the events behind it and the words."""

    value: str
    events: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two or more values of one field that cannot all hold; open until a person closes it."""

    id: str
    incident: str
    field: ContradictionField
    values: tuple[Claim, ...]
    scope: Literal["document", "casebook"]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One value that reports give for a field of an incident, and who stands behind it.

    `sources` are those named as saying so; a report that says so in its own voice stands behind it as a document of
    `events`. `origins` counts independent origins; `first` and `latest` are the days (ISO dates) of the first and latest
    report that gives the value, None where no report is dated.
    """

    incident: str
    field: ViewField
    value: str
    events: tuple[str, ...]
    sources: tuple[str, ...]
    origins: int
    first: str | None
    latest: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An incident that reports tell as a part of another: captives taken in a raid, shots fired during a march.

    `events` are the mentions that say so, `evidence` their trigger and that of the whole beside it.
    """

    whole: str
    part: str
    events: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What one article said before and after it was edited: two texts found under one address.

    `before` and `after` are document ids, by the day of publication that each states; `ordered` is False where the two
    state the same day or none, and which came first is not known. `removed` and `added` are sentences, `gone` and `new` the ids
    of events in them.
    """

    url: str
    before: str
    after: str
    ordered: bool
    removed: tuple[Span, ...]
    added: tuple[Span, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """How an actor reacts to an incident; `event` the speech act or deed that it was read from, None for silence."""

    actor: Entity
    incident: str
    reaction: ReactionName
    event: str | None
    evidence: tuple[Span, ...]
    as_of: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A lasting tie. `type`: UCDP ESD's X P Y W M T F I L O U, or ally, sanctions, conflict, agreement, rival."""

    id: str
    document: str
    giver: Entity
    receiver: Entity
    type: str
    evidence: tuple[Span, ...]
    stances: tuple[Stance, ...] = ()
    events: tuple[str, ...] = ()
    since: Time | None = None
    until: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a document says is to come; `met_by` the id of the event that met it."""

    id: str
    document: str
    text: Span
    by: Entity | None
    source: Entity | None
    due: Time | None
    event: str | None
    outcome: Outcome = "open"
    met_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """What a document says is unknown, withheld or unconfirmed; `about` the id of the event that it concerns."""

    id: str
    document: str
    text: Span
    about: str | None
