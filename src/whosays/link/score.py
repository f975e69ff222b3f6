"""Do two mentions tell the same happening? A sum of weights, each of which can be shown and argued with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from whosays.link.incidents import is_background
from whosays.record.event import Event
from whosays.record.world import Entity, Place, Time

SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "AGREE"})
# Modes that are kinds of their own within their category; the others may be left open by a word such as "attack".
OWN_KIND = frozenset(
    {"abduct", "torture", "beat", "arrest", "seize", "release", "expel", "convict", "discontinue", "ceasefire"}
)
LONG = 45  # days; that two intervals longer than this meet says too little


@dataclass(frozen=True, slots=True)
class Weights:
    """What each agreement or conflict counts. The sum of a pair must reach `enough` to link it."""

    same_words: float = 6.0  # the same sentence, printed twice
    same_trigger: float = 1.0
    same_mode: float = 1.0
    other_mode: float = -2.0
    other_kind: float = -4.0  # a capture is no strike, an arrest no seizure
    same_actor: float = 1.5
    other_actor: float = -2.0
    same_recipient: float = 1.0
    other_recipient: float = -2.5
    same_place: float = 1.5
    same_country: float = 0.5
    other_place: float = -2.0
    same_time: float = 1.5
    other_time: float = -6.0
    same_document: float = 0.5
    reference: float = 1.5  # a bare noun ("the strike") in a document that tells such a happening
    other_era: float = -1.5  # background here, news there
    speech: float = -1.0  # people accuse and demand often; the act alone says little
    enough: float = 2.0


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of an event; made once an event."""

    event: Event
    actors: frozenset[str]
    recipients: frozenset[str]
    stem: str
    days: tuple[int, int] | None
    background: bool
    bare: bool


def features(event: Event) -> Features:
    """An event's side of a comparison."""
    return Features(
        event=event,
        actors=codes(event.actor),
        recipients=codes(event.recipient),
        stem=event.trigger.text.casefold()[:5],
        days=days(event.time),
        background=is_background(event),
        bare=bool(event.why.rule and ".n" in event.why.rule),
    )


def codes(entities: Sequence[Entity]) -> frozenset[str]:
    """What participants count as; who is unknown, or was only supposed to be of the text's own state, tells nothing."""
    known = (entity for entity in entities if not (entity.via or "").startswith("the state spoken of"))
    return frozenset(entity.code for entity in known if entity.code is not None)


def days(time: Time | None) -> tuple[int, int] | None:
    """The first and last day of a time, as ordinals; None where it is open."""
    if time is None or time.start is None or time.end is None:
        return None
    first, last = date.fromisoformat(time.start[:10]).toordinal(), date.fromisoformat(time.end[:10]).toordinal()
    return first, last


def conflict_in_time(one: Features, other: Features) -> bool:
    """Whether two mentions cannot be of one day, with a day's grace for nights and time zones."""
    if one.days is None or other.days is None:
        return False
    return one.days[0] > other.days[1] + 1 or other.days[0] > one.days[1] + 1


def _is_short(interval: tuple[int, int] | None) -> bool:
    return interval is not None and interval[1] - interval[0] <= LONG


def similarity(one: Features, other: Features, weights: Weights = WEIGHTS) -> float:
    """How much speaks for two mentions of one category being of one happening."""
    total = _wording(one, other, weights) + _who(one, other, weights)
    total += _where(one.event.place, other.event.place, weights)
    if conflict_in_time(one, other):
        total += weights.other_time
    elif _is_short(one.days) and _is_short(other.days):
        total += weights.same_time
    if one.background != other.background:
        total += weights.other_era
    return total


def _wording(one: Features, other: Features, weights: Weights) -> float:
    a, b = one.event, other.event
    total = _mode(a.mode, b.mode, weights)
    if a.sentence.text == b.sentence.text and a.trigger.text == b.trigger.text and a.document != b.document:
        total += weights.same_words
    if one.stem == other.stem:
        total += weights.same_trigger
    if a.document == b.document:
        total += weights.same_document
    if a.category in SPEECH:
        return total + weights.speech
    return total + (weights.reference if one.bare != other.bare else weights.reference / 2 if one.bare else 0.0)


def _mode(one: str | None, other: str | None, weights: Weights) -> float:
    if one != other and {one, other} & OWN_KIND:
        return weights.other_kind
    if one and other:
        return weights.same_mode if one == other else weights.other_mode
    return 0.0


def _who(one: Features, other: Features, weights: Weights) -> float:
    total = 0.0
    if one.actors and other.actors:
        total += weights.same_actor if one.actors & other.actors else weights.other_actor
    if one.recipients and other.recipients:
        total += weights.same_recipient if one.recipients & other.recipients else weights.other_recipient
    return total


def _where(one: Place | None, other: Place | None, weights: Weights) -> float:
    if one is None or other is None:
        return 0.0
    if one.name == other.name or (one.id is not None and one.id == other.id):
        return weights.same_place
    if one.country != other.country:
        return weights.other_place
    wide = {one.precision, other.precision} & {"country", "admin1"}
    return weights.same_country if wide else weights.other_place / 2
