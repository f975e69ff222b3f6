"""What a group of mentions makes, from the events themselves: an incident and what in it cannot all hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whosays.link.contradictions import contradictions_in
from whosays.link.incidents import incident_of
from whosays.record.event import Event
from whosays.record.linking import Source, Told


def told_together(
    told: str, group: Sequence[Event], sources: Mapping[str, Source], told_in: Mapping[str, Sequence[Event]]
) -> Told:
    """The incident that mentions, in the order in which they were told, are about.

    `told` is when the first of them was; `told_in` holds all events of the documents in `silent_in(group)`.
    """
    incident = incident_of(group, sources)
    return Told(
        told=told, incident=incident, contradictions=tuple(contradictions_in(incident, group, sources, told_in))
    )
