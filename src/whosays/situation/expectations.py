"""What was to come, and whether it came: announced things matched with what later reports tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from whosays.record.document import Document
from whosays.record.event import Event
from whosays.record.incident import Expectation
from whosays.record.whole import Linked
from whosays.record.world import Entity

NOT_HAPPENED = frozenset({"future", "conditional", "intended", "ordered", "question", "generic"})
GRACE = 2  # days between what was announced and what came
# What an announcement of one kind is met by: a promised meeting by a meeting, a threat by what harms.
KIN = {
    "AGREE": frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID"}),
    "CONSULT": frozenset({"CONSULT", "AGREE"}),
    "REQUEST": frozenset({"RETREAT", "AGREE", "CONCEDE", "AID", "CONSULT"}),
    "THREATEN": frozenset({"SANCTION", "COERCE", "MOBILIZE", "ASSAULT", "PROTEST"}),
    "REJECT": frozenset({"AGREE", "SUPPORT", "CONCEDE"}),
}
DONE_BY_THE_ASKED = frozenset({"REQUEST"})
WORD = re.compile(r"[a-z]{4,}")
COMMON = frozenset("been being from have held into over said such than that their them then they this till until upon were what when "
                   "which will with would after before where planned expected scheduled announced agreed promised".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Later:
    """The events of all reports, found by who takes part in them, and the days of the reports that tell them."""

    documents: Mapping[str, Document]
    by_party: dict[str, list[Event]] = field(default_factory=dict)
    off: list[Event] = field(default_factory=list)

    def add(self, events: Iterable[Event]) -> Later:
        """Take in events; those that say that something is not to be are kept apart too."""
        for event in events:
            for party in _codes((*event.actor, *event.recipient)):
                self.by_party.setdefault(party, []).append(event)
            if _is_off(event):
                self.off.append(event)
        return self

    def day(self, event: Event) -> str:
        """The day of the report that tells an event."""
        return self.documents[event.document].day

    def of(self, parties: Iterable[str], told: str) -> Iterator[Event]:
        """Events with one of the parties in reports after a day, the earliest first."""
        found = {event.id: event for party in parties for event in self.by_party.get(party, ())}
        later = (event for event in found.values() if self.day(event) > told)
        return iter(sorted(later, key=lambda event: (self.day(event), event.document, event.trigger.start)))


def with_outcomes(
    expectations: Sequence[Expectation], events: Sequence[Event], linked: Linked
) -> tuple[Expectation, ...]:
    """The expectations with their outcomes: withdrawn, met by a later event, overdue at the latest report, else open."""
    documents = {document.id: document for document in linked.documents}
    later = Later(documents).add(events)
    by_id = {event.id: event for event in events}
    latest = max((document.day for document in linked.documents), default="")
    ordered = sorted(expectations, key=lambda one: (documents[one.document].day, one.document, one.text.start))
    return tuple(_with_outcome(one, by_id, later, latest) for one in ordered)


def _with_outcome(one: Expectation, events: Mapping[str, Event], later: Later, latest: str) -> Expectation:
    if one.outcome == "withdrawn":
        return one
    meant = events.get(one.event) if one.event else None
    told = later.documents[one.document].day
    off = next((event for event in later.off if later.day(event) > told and _calls_off(event, meant, one)), None)
    if off is not None:
        return replace(one, outcome="withdrawn", met_by=off.id)
    met = None if meant is None else next(_meeting(meant, one, later, told), None)
    if met is not None:
        return replace(one, outcome="met", met_by=met.id)
    if one.due is not None and one.due.end is not None and latest and one.due.end < latest[:10]:
        return replace(one, outcome="overdue")
    return one


# ---------------------------------------------------------------- called off


def _is_off(event: Event) -> bool:
    """Whether an event is told as not to be: a cancelled meeting, a strike that did not take place."""
    if event.category == "REJECT" and event.mode == "meet":
        return True
    return any(stance.source is None and stance.value == "CT-" for stance in event.stances)


def _calls_off(event: Event, meant: Event | None, one: Expectation) -> bool:
    """Whether what was called off is what was announced: the same kind of thing, on its day or by the same words."""
    if meant is not None and event.category != "REJECT" and not _is_kin(meant, event):
        return False
    shared = _stems(one.text.text) & _stems(event.sentence.text)
    by_day = _near(one, event)
    parties = _codes(meant.actor) & _codes((*event.actor, *event.recipient)) if meant is not None else set()
    if by_day is False:
        return False
    if event.category == "REJECT" and meant is not None and meant.category not in {"AGREE", "CONSULT"}:
        return False
    return bool(shared) and (bool(by_day) or bool(parties) or len(shared) > 1)


def _stems(text: str) -> set[str]:
    """The content words of a text, cut to what "meet", "meeting" and "meetings" share; names are left out."""
    return {word[:4] for word in WORD.findall(text) if word not in COMMON}


# ---------------------------------------------------------------- met


def _meeting(meant: Event, one: Expectation, later: Later, told: str) -> Iterator[Event]:
    doers = meant.recipient if meant.category in DONE_BY_THE_ASKED else meant.actor
    for other in later.of(sorted(_codes(doers)), told):
        if _is_kin(meant, other) and _has_happened(other) and _fits(meant, other, one, _codes(doers)):
            yield other


def _is_kin(meant: Event, other: Event) -> bool:
    return other.category in KIN.get(meant.category, frozenset({meant.category}))


def _has_happened(event: Event) -> bool:
    told_so = any(stance.source is None and stance.value == "CT-" for stance in event.stances)
    return not told_so and not {status.value for status in event.status} & (NOT_HAPPENED | {"historical"})


def _fits(meant: Event, other: Event, one: Expectation, doers: set[str]) -> bool:
    """Whether somebody who was to act did, and on the day; without a day, towards the same party or in the same place."""
    if not doers & _codes(other.actor):
        return False
    near = _near(one, other)
    if near is not None:
        return near
    if meant.category == "AGREE" and not meant.place:
        return False
    towards = _codes(meant.recipient if doers != _codes(meant.recipient) else meant.actor)
    same_place = bool(meant.place and other.place and meant.place.name == other.place.name)
    return same_place or (meant.category == "THREATEN" and bool(towards & _codes(other.recipient)))


def _near(one: Expectation, other: Event) -> bool | None:
    """Whether an event lies where the expectation was due, or before its deadline; None where a day is missing."""
    if one.due is None or other.time is None or not (one.due.start and one.due.end and other.time.start):
        return None
    first, last = (date.fromisoformat(day[:10]) for day in (one.due.start, one.due.end))
    came = date.fromisoformat(other.time.start[:10])
    return (first - came).days <= GRACE and (came - last).days <= GRACE


def _codes(entities: Sequence[Entity]) -> set[str]:
    return {entity.party for entity in entities}
