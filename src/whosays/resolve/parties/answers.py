"""To whom a denial or a refusal answers that names nobody: whoever holds what it denies, accused or asked last, or stands against the denier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.record.event import Event
from whosays.record.world import Entity
from whosays.resolve.parties.opponents import Opposition, against

AT_ODDS = frozenset(
    {"OPP", "PTY", "CVL", "LAB", "EDU", "REL", "NGO", "LEG", None}
)  # may stand against their own state's government
CLEARLY = 2.0  # how many times as much as any other somebody must stand against who answers nobody named
ANSWERED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})


def unknown_denying(event: Event, events: Sequence[Event]) -> Event:
    """A denial by somebody of no known party, said to whoever charges him: a ship's owner denies what a state holds."""
    denies = event.category == "REJECT" and event.actor and not event.recipient
    return answering(event, set(), events) if denies else event


def answering(event: Event, own: set[str], events: Sequence[Event]) -> Event:
    """A denial or refusal that names nobody, as said to whoever holds what it denies, else to who accused or asked last."""
    addressed = _holders(event, own, events) or _callers(event, own, events)
    if not addressed:
        return event
    recipient = tuple(replace(one, via=f"the other party: {one.via or one.name}") for one in addressed)
    return event.with_recipient(recipient)


def at_the_opponent(event: Event, at: int, told: Sequence[Opposition]) -> Event:
    """A refusal of what another said or wrote, of whom no word tells, as said to the actor's clear opponent."""
    own = {one.code for one in event.actor if one.code}
    foe = against(own, at, told, CLEARLY) if own and not event.recipient else None
    if foe is None:
        return event
    return event.with_recipient((replace(foe.other, via=f"the other party: {foe.other.via or foe.other.name}"),))


def _holders(event: Event, own: set[str], events: Sequence[Event]) -> tuple[Entity, ...]:
    """Who says that it was so: "Chile says that Peru armed them, which Peru denies" is said to Chile."""
    denied = [one for one in events if one.id in event.about]
    sources = [s.source for one in denied for s in one.stances if s.value == "CT+" and s.source is not None]
    sources += [actor for one in denied if one.category in ANSWERED for actor in one.actor]
    found = {one.code: one for one in sources if one.code and one.code not in own and one.sector != "MED"}
    return tuple(found.values()) if len(found) == 1 else ()


def _callers(event: Event, own: set[str], events: Sequence[Event]) -> tuple[Entity, ...]:
    """Who turned to the denier last before it, with the charge or the demand that its words may name."""
    calls = [
        one
        for one in events
        if one.category in ANSWERED
        and one.trigger.start < event.trigger.start
        and own & {other.code for other in one.recipient}
        and not _asks_another(one, event, own)
    ]
    last = max(calls, key=lambda one: one.trigger.start, default=None)
    if last is None:
        return ()
    found = {one.code: one for one in last.actor if one.code and one.code not in own}
    return tuple((found or _at_home_callers(event, last)).values())


def _asks_another(call: Event, event: Event, own: set[str]) -> bool:
    """Whether people of one's own state turned to somebody else of it: where lawmakers press a minister, what the army denies is no answer."""
    named = {one.name for one in call.recipient if one.kind == "person"}
    return bool(named) and named.isdisjoint(one.name for one in event.actor) and {one.code for one in call.actor} <= own


def _at_home_callers(event: Event, call: Event) -> dict[str, Entity]:
    """Who in one's own state made the call: an opposition that charges the government, the police that suspect a man.

    Where lawmakers press a minister, what the army says later is no answer to them.
    """
    names, quarrel = {one.name for one in event.actor}, any(map(_may_be_at_odds, (*event.actor, *call.actor)))
    if any(one.kind == "person" for one in call.recipient) and names.isdisjoint(one.name for one in call.recipient):
        return {}
    return {one.code: one for one in call.actor if quarrel and one.code and one.name not in names}


def _may_be_at_odds(one: Entity) -> bool:
    return one.kind != "state" and one.sector in AT_ODDS
