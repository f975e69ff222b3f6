"""Nobody attacks his own arms: "air defences shot down forty Peruvian drones" are not Peru's air defences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.record.event import Event
from whosays.record.world import Entity

ARMS = frozenset(
    """aircraft assault attack base boat bomber camp drone fighter force frigate garrison gunboat helicopter incursion jet
    missile outpost patrol plane position post projectile raid rocket ship soldier submarine tank trench troop troops vessel
    warplane warship""".split()
)


def not_at_own_arms(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, those without a state's name who fight arms called a state's not taken for that state's.

    Whose "the troops" are is only supposed from the state that a report speaks of; where that is the state they fire at,
    whose they are is not known.
    """
    return tuple(_without_supposed(event) if event.category == "ASSAULT" else event for event in events)


def _without_supposed(event: Event) -> Event:
    fought = {one.code for one in event.recipient if _is_called_by_state(one)}
    if not fought or not any(one.is_supposed and one.code in fought for one in event.actor):
        return event
    actor = tuple(
        replace(one, country=None, code=None, via=None) if one.is_supposed and one.code in fought else one
        for one in event.actor
    )
    return replace(event, actor=actor)


def _is_called_by_state(one: Entity) -> bool:
    """Whether a party is a state by its arms that are named with it: "Peruvian drones", "a Peruvian attack"."""
    if one.via is None:  # the state itself, or whose attack is repelled
        return one.kind == "state"
    words = one.span.text.split()
    called = [word for word in words if word[:1].isupper() and word.lower() not in {"the", "a", "an"}]
    last = words[-1].lower() if words else ""
    return one.kind == "state" and not one.is_supposed and bool(called) and bool({last, last.removesuffix("s")} & ARMS)
