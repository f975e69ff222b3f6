"""What a report is about, and what it has just told when somebody is said to have answered.

Most reactions name no object: "Kenya called for restraint", "Uganda closed the crossing". A call or a verdict is on what
the report is about; a deed answers what its paragraph has just told, where it has told anything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whosays.record.event import SPEECH, Event
from whosays.record.incident import Incident
from whosays.record.world import Entity, codes_of

CALLED_OFF = "meet"  # the mode of what is said not to take place: that is told as a deed


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """For each document what it is about and the deeds that it tells, in the order in which they stand.

    `home` names the incident of every event. `doers` of an incident are those whom all its mentions that name any name:
    who is accused in one report and victim in another is none. `background` are the incidents that are only looked back on.
    """

    events: Mapping[str, Event]
    home: Mapping[str, str]
    leads: Mapping[str, str]
    deeds: Mapping[str, Sequence[Event]]
    texts: Mapping[str, str]
    parties: Mapping[str, frozenset[str]]
    doers: Mapping[str, frozenset[str]]
    background: frozenset[str]

    def lead(self, event: Event) -> str | None:
        """The incident that the report of an act is about, unless the act itself is that."""
        found = self.leads.get(event.document)
        return found if found != self.home[event.id] else None

    def just_told(self, event: Event) -> str | None:
        """The incident that the paragraph of a deed tells last before it, else what the report is about."""
        at = event.trigger.start
        paragraph = self.texts[event.document].rfind("\n", 0, at) + 1
        deeds = self.deeds.get(event.document, ())
        for place in reversed(range(bisect_left(deeds, at, key=lambda one: one.trigger.start))):
            if deeds[place].trigger.start < paragraph:
                break
            if self.home[deeds[place].id] != self.home[event.id]:
                return self.home[deeds[place].id]
        return self.lead(event)


def topics_of(incidents: Sequence[Incident], events: Sequence[Event], texts: Mapping[str, str]) -> Topics:
    """The topics of all documents of a casebook; `texts` are the documents' texts by their ids."""
    known = {event.id: event for event in events}
    home = {event: incident.id for incident in incidents for event in incident.events}
    looking_back = frozenset(incident.id for incident in incidents if incident.background)
    deeds: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda one: (one.document, one.trigger.start, one.id)):
        if event.category not in SPEECH or event.mode == CALLED_OFF:
            deeds.setdefault(event.document, []).append(event)
    return Topics(
        events=known,
        home=home,
        leads={document: home[_opening(told, home, looking_back).id] for document, told in deeds.items()},
        deeds=deeds,
        texts=texts,
        parties={one.id: codes_of(side for event in _told(one, known) for side in _sides(event)) for one in incidents},
        doers={one.id: _doers(_told(one, known)) for one in incidents},
        background=looking_back,
    )


def _opening(told: Sequence[Event], home: Mapping[str, str], looking_back: frozenset[str]) -> Event:
    """The deed that a report opens with, news first."""
    return min(told, key=lambda one: (home[one.id] in looking_back, one.trigger.start, one.id))


def _told(incident: Incident, known: Mapping[str, Event]) -> list[Event]:
    return [known[event] for event in incident.events]


def _doers(told: Sequence[Event]) -> frozenset[str]:
    named = [codes for event in told if (codes := codes_of(event.actor))]
    return frozenset.intersection(*named) if named else frozenset()


def _sides(event: Event) -> tuple[Entity, ...]:
    return (*event.actor, *event.recipient)
