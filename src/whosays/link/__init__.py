"""From the records of single documents to what they say together: origins, incidents, contradictions."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.link.clusters import cluster
from whosays.link.contradictions import broken_silences, contradictions_in
from whosays.link.incidents import incident_of
from whosays.link.origins import with_origins
from whosays.record.whole import DocumentRecord, Linked

__all__ = ["link"]


def link(records: Sequence[DocumentRecord]) -> Linked:
    """Link all documents of a casebook. The order in which they come does not matter."""
    ordered = sorted(records, key=lambda record: record.document.id)
    documents = with_origins([record.document for record in ordered])
    by_id = {document.id: document for document in documents}
    groups = cluster([event for record in ordered for event in record.events], by_id)
    incidents = tuple(incident_of(group, by_id) for group in groups)
    found = [
        contradiction
        for incident, group in zip(incidents, groups, strict=True)
        for contradiction in contradictions_in(incident, group, by_id)
    ]
    found += broken_silences(incidents, groups, found)
    return Linked(documents=documents, incidents=incidents, contradictions=tuple(found))
