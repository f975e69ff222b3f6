"""Who must have done it: what is told of a captive names the captor once, and again who holds him or lets go.

"Five of the men seized by the Harbour Front were freed on Monday": a release needs a holder, and the report has told who
holds them; "the other four are still held" by the same. Nothing is taken over but from an event of the same document, and `via` says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.record.event import Event
from whosays.record.world import Entity

HOLDING = frozenset({("ASSAULT", "abduct"), ("COERCE", "arrest"), ("COERCE", "seize"), ("SANCTION", "convict")})
LETTING_GO = frozenset({("RETREAT", "release")})
HELD = frozenset({"captive", "held", "holding", "hostage", "kept"})
CAPTORS = frozenset({"captor", "kidnapper", "abductor", "hijacker"})


def with_doers(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, releases that say nobody with whoever was told to hold those people, captors with who they are."""
    holdings = [one for one in events if (one.category, one.mode) in HOLDING and any(other.code for other in one.actor)]
    return tuple(_still_held(_freed(_captors(event, holdings), holdings), events) for event in events)


def is_held_by_others(event: Event, events: Sequence[Event]) -> bool:
    """Whether it says nobody holds people who, as was told before, were abducted: whoever abducted them holds them, and no police."""
    return bool(_abductors(event, events))


def _still_held(event: Event, holdings: Sequence[Event]) -> Event:
    """ "The pilot is still held", by whoever was told to have taken people of his party."""
    doers = _abductors(event, holdings)
    if not doers or event.actor:
        return event
    return event.with_actor(tuple(replace(one, via=f"who took them: {one.via or one.name}") for one in doers))


def _abductors(event: Event, events: Sequence[Event]) -> tuple[Entity, ...]:
    if (event.category, event.mode) not in HOLDING or not HELD & set(event.trigger.text.lower().split()):
        return ()
    held = {one.code for one in event.recipient if one.code}
    taken = [
        one for one in events if (one.category, one.mode) == ("ASSAULT", "abduct") and one.actor and one is not event
    ]
    before = [one for one in taken if one.trigger.start < event.trigger.start]
    theirs = [one for one in before if held & {other.code for other in one.recipient}]
    return tuple(theirs[-1].actor) if theirs else ()


def _freed(event: Event, holdings: Sequence[Event]) -> Event:
    """A release without a doer, by who holds people of that party in the events told."""
    if (event.category, event.mode) not in LETTING_GO or event.actor:
        return event
    freed = {one.code for one in event.recipient if one.code}
    held = _nearest(event, [one for one in holdings if freed & {other.code for other in one.recipient}])
    doers = _doers_of(held)
    if held is None or (held.category == "ASSAULT" and freed & {one.code for one in doers}):
        return event
    actor = tuple(replace(one, via=f"who held them: {one.via or one.name}") for one in doers)
    return event.with_actor(actor)


def _captors(event: Event, holdings: Sequence[Event]) -> Event:
    """ "The captors", "his kidnappers": those of whom the report tells that they took somebody."""
    if not any(map(_is_captor, (*event.actor, *event.recipient))):
        return event
    doers = _doers_of(_nearest(event, holdings))
    if len(doers) != 1:
        return event
    return replace(event, actor=_known(event.actor, doers[0]), recipient=_known(event.recipient, doers[0]))


def _known(parties: tuple[Entity, ...], doer: Entity) -> tuple[Entity, ...]:
    return tuple(
        replace(one, country=doer.country, code=doer.code, via=f"who held them: {doer.via or doer.name}")
        if _is_captor(one)
        else one
        for one in parties
    )


def _is_captor(one: Entity) -> bool:
    return one.code is None and one.name.split()[-1].lower().removesuffix("s") in CAPTORS


def _nearest(event: Event, told: Sequence[Event]) -> Event | None:
    """The last of the events told before, else the first told after."""
    before = [one for one in told if one.trigger.start < event.trigger.start]
    return max(before, key=lambda one: one.trigger.start) if before else next(iter(told), None)


def _doers_of(event: Event | None) -> tuple[Entity, ...]:
    return tuple(one for one in event.actor if one.code) if event is not None else ()
