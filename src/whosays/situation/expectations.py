"""What was to come, and whether it came: announced things matched with what later reports tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from whosays.record.document import Document
from whosays.record.event import Event
from whosays.record.incident import Expectation
from whosays.record.whole import Linked
from whosays.record.world import Entity

NOT_HAPPENED = frozenset({"future", "conditional", "intended", "ordered", "question", "generic"})
GRACE = 2  # days between what was announced and what came
KIN = {
    "AGREE": {"CONSULT", "AGREE", "COOPERATE"},
    "CONSULT": {"CONSULT", "AGREE"},
    "REQUEST": {"RETREAT", "AGREE", "CONCEDE"},
}


def with_outcomes(
    expectations: Sequence[Expectation], events: Sequence[Event], linked: Linked
) -> tuple[Expectation, ...]:
    """The expectations with their outcomes: met by a later event, withdrawn, overdue at the latest report, else open."""
    documents = {document.id: document for document in linked.documents}
    by_id = {event.id: event for event in events}
    latest = max((document.day for document in linked.documents), default="")
    ordered = sorted(expectations, key=lambda one: (documents[one.document].day, one.document, one.text.start))
    return tuple(_with_outcome(one, by_id, documents, latest) for one in ordered)


def _with_outcome(
    one: Expectation, events: Mapping[str, Event], documents: Mapping[str, Document], latest: str
) -> Expectation:
    if one.outcome == "withdrawn":
        return one
    meant = events.get(one.event) if one.event else None
    told = documents[one.document].day
    if meant is not None:
        for other in events.values():
            if documents[other.document].day > told and _meets(meant, other, one):
                if other.category == "REJECT":
                    return replace(one, outcome="withdrawn", met_by=other.id)
                return replace(one, outcome="met", met_by=other.id)
    if one.due is not None and one.due.end is not None and latest and one.due.end < latest[:10]:
        return replace(one, outcome="overdue")
    return one


def _meets(meant: Event, other: Event, one: Expectation) -> bool:
    """Whether a later event is what was announced: its kind, somebody in common, and the day where one is stated."""
    if {status.value for status in other.status} & NOT_HAPPENED:
        return False
    called_off = other.category == "REJECT" and other.mode == "meet"
    if other.category not in KIN.get(meant.category, {meant.category}) and not called_off:
        return False
    if not _codes(meant.actor) & _codes((*other.actor, *other.recipient)):
        return False
    if called_off:
        return True
    if one.due is None or other.time is None or one.due.start is None or other.time.start is None:
        return bool(meant.place and other.place and meant.place.name == other.place.name)
    gap = date.fromisoformat(other.time.start[:10]) - date.fromisoformat(one.due.start[:10])
    return abs(gap.days) <= GRACE


def _codes(entities: Sequence[Entity]) -> set[str]:
    return {entity.party for entity in entities}
