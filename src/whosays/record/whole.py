"""The record of one document, and of a whole casebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whosays.record.document import Document, Failure
from whosays.record.event import Attribution, Event
from whosays.record.incident import Contradiction, Edit, Expectation, Incident, Part, Reaction, Relation, Unknown, View
from whosays.record.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """All that one document says, resolved; complete without any other document. `sentences` in text order."""

    document: Document
    sentences: tuple[Span, ...]
    events: tuple[Event, ...]
    attributions: tuple[Attribution, ...]
    relations: tuple[Relation, ...]
    expectations: tuple[Expectation, ...]
    unknowns: tuple[Unknown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking finds in the documents of a casebook: documents with their origins, incidents, contradictions."""

    documents: tuple[Document, ...]
    incidents: tuple[Incident, ...]
    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's judgement; append-only, and it survives recoding because ids are content hashes."""

    who: str
    when: str
    what: Literal["accept", "reject", "correct", "merge", "split", "close", "note"]
    target: str
    field: str | None
    old: str | None
    new: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A casebook's record, as exported. `precedents` and `provisions` are background with citations of their own."""

    documents: tuple[Document, ...] = ()
    sentences: tuple[Span, ...] = ()
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    incidents: tuple[Incident, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    parts: tuple[Part, ...] = ()
    views: tuple[View, ...] = ()
    edits: tuple[Edit, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    relations: tuple[Relation, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    decisions: tuple[Decision, ...] = ()
    failures: tuple[Failure, ...] = ()
