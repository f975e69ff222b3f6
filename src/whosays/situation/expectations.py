"""What was to come, and whether it came: announced things matched with what later reports tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import Literal

from whosays.link.denials import is_denied
from whosays.link.incidents import is_background
from whosays.record.document import Document
from whosays.record.event import NOT_YET, Event
from whosays.record.incident import Expectation
from whosays.record.whole import Linked
from whosays.record.world import Entity

GRACE = 2  # days between what was announced and what came
# What an announcement of one kind is met by: a promised meeting by a meeting, a threat by what harms.
KIN = {
    "AGREE": frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID"}),
    "CONSULT": frozenset({"CONSULT", "AGREE"}),
    "REQUEST": frozenset({"RETREAT", "CONCEDE", "AID", "CONSULT"}),  # a promise does not yet do what was asked
    "THREATEN": frozenset({"SANCTION", "COERCE", "MOBILIZE", "ASSAULT", "PROTEST"}),
    "REJECT": frozenset({"AGREE", "SUPPORT", "CONCEDE"}),
}
ONLY_SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})  # whoever speaks of what is to come has not done it
DONE_BY_THE_ASKED = frozenset({"REQUEST"})
ALIKE = 3  # content words that what was announced and what is told as done must share
PROMISED = re.compile(r"promis|pledg|vow|offer|announc", re.IGNORECASE)
WHEN_PROVOKED = re.compile(r"\b(?:if|should|unless|any|further|next)\b", re.IGNORECASE)
WORD = re.compile(r"[a-z]{4,}")
COMMON = frozenset("been being from have held into over said such than that their them then they this till until upon were what when "
                   "which will with would after before where planned expected scheduled announced agreed promised".split())  # fmt: skip

DAYS = frozenset({"onda", "uesd", "edne", "hurs", "rida", "atur", "unda"})  # what is left of the names of days


Role = Literal["actor", "recipient"]
ROLES: tuple[Role, ...] = ("actor", "recipient")


class Later:
    """The events of all reports, found by who acts in them and how, or by their words where they tell what is off."""

    def __init__(self, documents: Mapping[str, Document], events: Iterable[Event]) -> None:
        self.documents = documents
        self._acts: dict[tuple[Role, str, str], list[Told]] = {}
        self._off: list[Event] = []
        self._off_by_stem: dict[str, list[int]] = {}
        self._done: dict[str, list[int]] = {}
        self._events = tuple(events)
        for number, event in enumerate(self._events):
            if _has_happened(event) and event.category not in ONLY_SAID:
                self._take_in(number, event)
            if _is_off(event):
                for stem in _stems(_told_by(event)):
                    self._off_by_stem.setdefault(stem, []).append(len(self._off))
                self._off.append(event)
        for row in self._acts.values():
            row.sort(key=_order)

    def _take_in(self, number: int, event: Event) -> None:
        for stem in _stems(_told_by(event)):
            self._done.setdefault(stem, []).append(number)
        told = (self.day(event), event.document, event.trigger.start, number, event)
        roles: tuple[tuple[Role, Sequence[Entity]], ...] = (("actor", event.actor), ("recipient", event.recipient))
        for role, entities in roles:
            for party in _codes(entities):
                self._acts.setdefault((role, party, event.category), []).append(told)

    def day(self, event: Event) -> str:
        """The day of the report that tells an event."""
        return self.documents[event.document].day

    def acts_of(self, role: Role, parties: Iterable[str], categories: Iterable[str], told: str) -> Iterator[Event]:
        """What one of the parties did, or had done to it, of some categories, in reports after a day, the earliest first."""
        rows = [self._acts.get((role, party, category), []) for party in parties for category in sorted(categories)]
        later = [islice(row, bisect_right(row, told, key=itemgetter(0)), None) for row in rows]
        return (row[-1] for row in merge(*later, key=_order))

    def told_of(self, text: str, told: str) -> Iterator[Event]:
        """What is told as done in reports after a day, in the words of a text, the earliest first."""
        shared = Counter(number for stem in _stems(text) for number in self._done.get(stem, ()))
        found = (self._events[number] for number, count in shared.items() if count >= ALIKE)
        found = (event for event in found if text not in event.sentence.text)  # a copy announces it once more
        yield from sorted(
            (event for event in found if self.day(event) > told), key=lambda event: (self.day(event), event.id)
        )

    def off(self, text: str, told: str) -> Iterator[Event]:
        """What is told as not to be in reports after a day, in words of which a text has some."""
        found = {number for stem in _stems(text) for number in self._off_by_stem.get(stem, ())}
        return (self._off[number] for number in sorted(found) if self.day(self._off[number]) > told)


Told = tuple[str, str, int, int, Event]  # day, document, where in it, which of all events, the event


def _order(told: Told) -> tuple[str, str, int, int]:
    return told[:4]


def with_outcomes(
    expectations: Sequence[Expectation], events: Sequence[Event], linked: Linked
) -> tuple[Expectation, ...]:
    """The expectations with their outcomes: withdrawn, met by a later event, overdue at the latest report, else open."""
    documents = {document.id: document for document in linked.documents}
    later = Later(documents, events)
    by_id = {event.id: event for event in events}
    latest = max((document.day for document in linked.documents), default="")
    ordered = sorted(expectations, key=lambda one: (documents[one.document].day, one.document, one.text.start))
    settled = tuple(_with_outcome(one, by_id, later, latest) for one in ordered)
    off = [one for one in settled if one.outcome == "withdrawn" and one.met_by is None]
    calls = [(one, other) for one in settled if one not in off for other in off if _is_called_off_by(one, other, later)]
    called, known = {one.id for one, _ in calls}, {other.id for _, other in calls}
    settled = tuple(replace(one, outcome="withdrawn") if one.id in called else one for one in settled)
    return tuple(one for one in settled if one.id not in known and not _is_known(one, settled, by_id))


def _is_called_off_by(one: Expectation, other: Expectation, later: Later) -> bool:
    """Whether what a later report calls off in so many words ("the hearing scheduled for Saturday was cancelled") is this one.

    The two share a content word, and the day or, since one of a weekday's days is easily taken for the next, the weekday.
    """
    if later.documents[one.document].day[:10] >= later.documents[other.document].day[:10]:
        return False
    days = [due.end[:10] for due in (one.due, other.due) if due is not None and due.end is not None]
    same_day = len(days) == 2 and len({date.fromisoformat(day).weekday() for day in days}) == 1
    return same_day and bool(_stems(one.text.text) & _stems(other.text.text) - DAYS)


def _is_known(one: Expectation, settled: Sequence[Expectation], events: Mapping[str, Event]) -> bool:
    """Whether what is called off in the words that tell of it was announced in a report before: it is there already."""
    if one.outcome != "withdrawn" or one.met_by is not None:
        return False
    calling = (other.met_by for other in settled if other.outcome == "withdrawn" and other.met_by is not None)
    telling = (events[id_] for id_ in calling if id_ in events)
    return any(event.document == one.document and one.text.text in event.sentence.text for event in telling)


def _with_outcome(one: Expectation, events: Mapping[str, Event], later: Later, latest: str) -> Expectation:
    if one.outcome == "withdrawn":
        return one
    meant = events.get(one.event) if one.event else None
    told = later.documents[one.document].day
    off = next((event for event in later.off(one.text.text, told) if _calls_off(event, meant, one)), None)
    if off is not None and not (is_denied(off) and _is_past(one, later.day(off))):  # "never took place" comes too late
        return replace(one, outcome="withdrawn", met_by=off.id)
    met = None if meant is None else next(_meeting(meant, one, later, told), None)
    met = met or (None if meant is None else next(_same_done(meant, one, later, told), None))
    met = met or next((event for event in later.told_of(one.text.text, told) if _near(one, event)), None)
    if met is not None:
        return replace(one, outcome="met", met_by=met.id)
    # what was due before it was announced ("to the lines held in 2024") is no deadline
    if _is_past(one, latest) and one.due is not None and one.due.end is not None and told[:10] <= one.due.end:
        return replace(one, outcome="overdue")
    return one


def _is_past(one: Expectation, day: str) -> bool:
    """Whether something was due before a day."""
    return one.due is not None and one.due.end is not None and one.due.end < day[:10]


# ---------------------------------------------------------------- called off


def _is_off(event: Event) -> bool:
    """Whether an event is told as not to be: a cancelled meeting, a strike that did not take place."""
    if event.category == "REJECT" and event.mode == "meet":
        return True
    return is_denied(event)


def _is_refusal(event: Event) -> bool:
    """ "Not one man will be handed over": whoever will not do a thing calls off nothing that others announced."""
    return event.category != "REJECT" and any(status.value == "future" for status in event.status)


def _calls_off(event: Event, meant: Event | None, one: Expectation) -> bool:
    """Whether what was called off is what was announced: the same kind of thing, on its day or by the same words."""
    if meant is not None and event.category != "REJECT" and event.category not in _kin(meant):
        return False
    if meant is not None and meant.category in DONE_BY_THE_ASKED and not _codes(meant.actor) & _codes(event.actor):
        return False  # whoever refuses what is demanded does not take the demand back
    shared = _stems(one.text.text) & _stems(_told_by(event))
    by_day = _near(one, event)
    parties = _codes(meant.actor) & _codes((*event.actor, *event.recipient)) if meant is not None else set()
    if by_day is False or (_is_refusal(event) and not parties):
        return False
    if event.category == "REJECT" and meant is not None and meant.category not in {"AGREE", "CONSULT"}:
        return False
    return bool(shared) and (bool(by_day) or bool(parties) or len(shared) > 1)


def _told_by(event: Event) -> str:
    """The words that tell an event; what else its sentence tells was not announced."""
    return " ".join(span.text for span in event.clause) or event.sentence.text


def _stems(text: str) -> set[str]:
    """The content words of a text, cut to what "meet", "meeting" and "meetings" share; names are left out."""
    return {word[:4] for word in WORD.findall(text) if word not in COMMON}


# ---------------------------------------------------------------- met


def _meeting(meant: Event, one: Expectation, later: Later, told: str) -> Iterator[Event]:
    by_the_asked = meant.category in DONE_BY_THE_ASKED
    # "will be set free on Friday": by whom is said when it is done
    role: Role = "actor" if meant.actor or by_the_asked else "recipient"
    parties = meant.recipient if by_the_asked or not meant.actor else meant.actor
    for other in later.acts_of(role, sorted(_codes(parties)), _kin(meant), told):
        asked = not by_the_asked or _stems(one.text.text) & _stems(other.sentence.text)
        if asked and _fits(meant, other, one):
            yield other


def _same_done(meant: Event, one: Expectation, later: Later, told: str) -> Iterator[Event]:
    """What was announced, told as done on its day: the same kind of deed, where who did it to whom is told the other way round or not at all."""
    if meant.category in ONLY_SAID:
        return
    parties = sorted(_codes((*meant.actor, *meant.recipient)))
    for role in ROLES:
        for other in later.acts_of(role, parties, {meant.category}, told):
            if _near(one, other) and _stems(one.text.text) & _stems(_told_by(other)):
                yield other


def _kin(meant: Event) -> frozenset[str]:
    """The categories of what would meet an announcement."""
    return KIN.get(meant.category, frozenset({meant.category}))


def _has_happened(event: Event) -> bool:
    statuses = {status.value for status in event.status}
    return not is_denied(event) and not statuses & NOT_YET and not is_background(event)


def _fits(meant: Event, other: Event, one: Expectation) -> bool:
    """Whether what they did was on the day; without a day, a threat's harm to whom it was aimed at, or in the same place."""
    if meant.category == other.category == "AGREE" and PROMISED.match(other.trigger.text):
        return False  # a promise made once more is not kept by that
    near = _near(one, other)
    if near is not None:
        return near
    if meant.category == "AGREE" and not meant.place:
        return False
    if meant.category == "THREATEN" and (other.mode == "convict" or WHEN_PROVOKED.search(one.text.text)):
        return False  # what would bring it about may not have come, and a court's sentence is nobody's answer
    same_place = bool(meant.place and other.place and meant.place.name == other.place.name)
    return same_place or (meant.category == "THREATEN" and bool(_codes(meant.recipient) & _codes(other.recipient)))


def _near(one: Expectation, other: Event) -> bool | None:
    """Whether an event lies where the expectation was due, or before its deadline; None where a day is missing."""
    if one.due is None or other.time is None or not (one.due.start and one.due.end and other.time.start):
        return None
    first, last = (date.fromisoformat(day[:10]) for day in (one.due.start, one.due.end))
    came = date.fromisoformat(other.time.start[:10])
    return (first - came).days <= GRACE and (came - last).days <= GRACE


def _codes(entities: Sequence[Entity]) -> set[str]:
    return {entity.party for entity in entities}
