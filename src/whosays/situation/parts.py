"""What was in the course of what: an incident that any of its mentions places within another is a part of that one."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.record.event import Event
from whosays.record.incident import Incident, Part
from whosays.record.span import Span


def parts_of(incidents: Sequence[Incident], events: Sequence[Event]) -> tuple[Part, ...]:
    """The parts of all incidents, in the order of the incidents; what would be a part of its own part is none."""
    home = {event: incident.id for incident in incidents for event in incident.events}
    by_id = {event.id: event for event in events}
    rank = {incident.id: n for n, incident in enumerate(incidents)}
    told: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        if event.within is not None and event.within in home and home[event.within] != home[event.id]:
            told.setdefault((home[event.within], home[event.id]), []).append(event)
    kept = [pair for pair in told if pair[::-1] not in told]
    return tuple(
        Part(
            whole=whole,
            part=part,
            events=tuple(one.id for one in told[whole, part]),
            evidence=_words(told[whole, part], by_id),
        )
        for whole, part in sorted(kept, key=lambda pair: (rank[pair[0]], rank[pair[1]]))
    )


def _words(told: Sequence[Event], by_id: dict[str, Event]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(span for one in told for span in (one.trigger, by_id[one.within or ""].trigger)))
