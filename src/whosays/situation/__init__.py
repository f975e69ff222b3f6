"""What follows from the incidents: how each report sees them, who reacts and how, lasting ties, what is to come, what is unknown."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.record.whole import DocumentRecord, Linked, Record
from whosays.situation.expectations import with_outcomes
from whosays.situation.parts import parts_of
from whosays.situation.reactions import reactions_to
from whosays.situation.relations import joined
from whosays.situation.views import edits_of, views_of

__all__ = ["assess"]


def assess(records: Sequence[DocumentRecord], linked: Linked) -> Record:
    """The whole record of documents and what links them; independent of the order of the documents."""
    ordered = sorted(records, key=lambda record: record.document.id)
    events = tuple(event for record in ordered for event in record.events)
    return Record(
        documents=linked.documents,
        sentences=tuple(sentence for record in ordered for sentence in record.sentences),
        events=events,
        attributions=tuple(one for record in ordered for one in record.attributions),
        incidents=linked.incidents,
        contradictions=linked.contradictions,
        parts=parts_of(linked.incidents, events),
        views=views_of(linked.incidents, {one.id: one for one in events}, {one.id: one for one in linked.documents}),
        edits=edits_of(ordered),
        reactions=reactions_to(linked.incidents, events, {one.id: one.text for one in linked.documents}),
        relations=joined([one for record in ordered for one in record.relations]),
        expectations=with_outcomes([one for record in ordered for one in record.expectations], events, linked),
        unknowns=tuple(one for record in ordered for one in record.unknowns),
    )
