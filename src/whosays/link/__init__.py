"""From the records of single documents to what they say together: origins, incidents, contradictions.

`link` looks at all documents at once; `update` at what one more report, or one less, changes. Both give the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.link.clusters import cluster
from whosays.link.copies import source_of
from whosays.link.mentions import mention_of
from whosays.link.origins import copies_among, shingles, with_origins
from whosays.link.score import WEIGHTS, Weights
from whosays.link.shelf import Shelf
from whosays.link.together import told_together
from whosays.link.update import update
from whosays.record.document import Document
from whosays.record.linking import Source
from whosays.record.whole import DocumentRecord, Linked

__all__ = ["Shelf", "link", "update"]


def link(records: Sequence[DocumentRecord], weights: Weights = WEIGHTS) -> Linked:
    """Link all documents of a casebook. The order in which they come does not matter."""
    ordered = sorted(records, key=lambda record: record.document.id)
    edges = copies_among({record.document.id: shingles(record.document.text) for record in ordered})
    found = with_origins([source_of(record.document) for record in ordered], edges)
    sources = {source.id: source for source in found}
    events = {event.id: event for record in ordered for event in record.events}
    by_document = {record.document.id: record.events for record in ordered}
    mentions = (mention_of(event, sources[event.document]) for event in events.values())
    groups = cluster(mentions, weights=weights)
    told = [
        told_together(group[0].told, [events[one.event] for one in group], sources, by_document) for group in groups
    ]
    return Linked(
        documents=tuple(_with_origin(record.document, sources[record.document.id]) for record in ordered),
        incidents=tuple(one.incident for one in told),
        contradictions=tuple(contradiction for one in told for contradiction in one.contradictions),
    )


def _with_origin(document: Document, source: Source) -> Document:
    return replace(document, origin=source.origin, copy_of=source.copy_of)
