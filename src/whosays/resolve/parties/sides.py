"""The two sides of a truce and of a mediation that name nobody: "a ceasefire brokered by Oman took hold".

They are the two of whom the report tells that they fought or threatened one another, where it is clear which two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.record.event import Event
from whosays.record.world import Entity

HOSTILE = frozenset({"ASSAULT", "COERCE", "THREATEN"})
CLEARLY = 2.0  # how many times as often the two are told of against one another as any other two
MEDIATION = ("CONSULT", "third-party")
TRUCE = ("RETREAT", "ceasefire")
Pair = tuple[str, str]


def with_sides(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, truces that name nobody with the two sides as actors, mediations with them as those between whom it is."""
    two = _at_odds(events)
    return tuple(_completed(event, two) for event in events) if two else tuple(events)


def _completed(event: Event, two: tuple[Entity, ...]) -> Event:
    kind = (event.category, event.mode)
    sides = tuple(replace(one, via=f"the two sides: {one.via or one.name}") for one in two)
    if kind == TRUCE and not event.actor:
        return event.with_actor(sides)
    own = {one.code for one in event.actor}
    if kind == MEDIATION and own and not event.recipient and not own & {one.code for one in two}:
        return event.with_recipient(sides)
    return event


def _at_odds(events: Sequence[Event]) -> tuple[Entity, ...]:
    """The two parties most often told of against one another; none where others are nearly as often."""
    weights: dict[Pair, int] = {}
    parties: dict[str, Entity] = {}
    for event in events:
        if event.category in HOSTILE:
            for one, other in _opposed(event):
                parties.setdefault(one.party, one)
                parties.setdefault(other.party, other)
                key = (min(one.party, other.party), max(one.party, other.party))
                weights[key] = weights.get(key, 0) + 1
    ranked = sorted(weights, key=lambda key: -weights[key])
    if not ranked or (len(ranked) > 1 and weights[ranked[0]] < CLEARLY * weights[ranked[1]]):
        return ()
    return tuple(parties[code] for code in ranked[0])


def _opposed(event: Event) -> list[tuple[Entity, Entity]]:
    return [
        (one, other)
        for one in filter(_talks, event.actor)
        for other in filter(_talks, event.recipient)
        if one.code and other.code and one.code != other.code
    ]


def _talks(one: Entity) -> bool:
    """Whether somebody could sit at a table: those who were killed at a market stand for nobody."""
    return one.kind != "group" or one.sector != "CVL"
