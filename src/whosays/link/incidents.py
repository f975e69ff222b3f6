"""An incident from its mentions: what leads, how many origins stand behind it, and a sentence made of its own fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whosays.link.headline import headline
from whosays.record.event import NOT_YET, Event
from whosays.record.ids import content_id
from whosays.record.incident import Incident
from whosays.record.linking import Source


def incident_of(group: Sequence[Event], sources: Mapping[str, Source]) -> Incident:
    """The incident that a group of mentions, in the order in which they were told, is about.

    Its id is that of its earliest mention, so it stays when later reports are added.
    """
    lead = max(group, key=lambda event: (_weight(event), -group.index(event)))
    origins = origins_of(group, sources)
    return Incident(
        id=incident_id(group[0].id),
        category=lead.category,
        mode=lead.mode or next((event.mode for event in group if event.mode), None),
        events=tuple(event.id for event in group),
        lead=lead.id,
        origins=len(origins),
        sources=origins,
        background=all(is_background(event) for event in group),
        headline=headline(lead, group),
    )


def incident_id(first: str) -> str:
    """The id of the incident whose earliest mention is the event of this id."""
    return content_id("incident", first)


def origins_of(group: Sequence[Event], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The independent origins behind mentions. A report without publisher or agency counts as one of its own, with its copies.

    A report that mentions the happening only as background retells it and adds no origin, unless all do.
    """
    telling = [event for event in group if not is_background(event)] or list(group)
    names = {sources[event.document].family for event in telling}
    return tuple(sorted(names))


def is_background(event: Event) -> bool:
    """Whether a mention looks back."""
    return any(status.value == "historical" for status in event.status)


def _weight(event: Event) -> tuple[bool, bool, int]:
    statuses = {status.value for status in event.status}
    filled = sum(bool(value) for value in (event.actor, event.recipient, event.place, event.time, event.numbers))
    return not statuses & NOT_YET, not event.trigger.text.endswith("ing"), 2 * filled + (".v" in (event.why.rule or ""))
