"""Who stands against whom in a report: the two sides of what it tells that one did to the other, or asked, or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from whosays.record.event import Event
from whosays.record.world import Entity

PARTIES = frozenset({"state", "organisation", "armed_group"})
AMONG_FRIENDS = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "SUPPORT"})
ASKED_A_FAVOUR = frozenset({("REQUEST", "assist"), ("REQUEST", "meet")})
HARM = frozenset({"ASSAULT", "COERCE", "PROTEST"})
HOSTILE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "THREATEN"})
TALK = 0.3  # what a demand, a refusal or a release says of who stands against whom, as against a hostile deed
BETWEEN = frozenset({"IGO", "NGO"})
REACH = 6
"""How many sentences back an opposition counts at half its weight."""


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two parties on the two sides of one event, the sentence that tells it, the event's id, and how much it sets them apart."""

    one: str
    other: Entity
    at: int
    event: str
    weight: float


def oppositions(event: Event, at: int, name_of: Callable[[str], str]) -> Iterator[Opposition]:
    """Who stands on the two sides of an event, soldiers and ministers for their state.

    Whoever is met, helped or asked for help stands on nobody's other side.
    """
    if event.category in AMONG_FRIENDS or (event.category, event.mode) in ASKED_A_FAVOUR or _is_to_both_sides(event):
        return
    weight = 1.0 if event.category in HOSTILE else TALK
    sides = (event.actor, event.recipient)
    for near, far in (sides, sides[::-1]):
        for one in near:
            for other in far:
                if one.code and other.code and one.code != other.code and _is_a_party(other, event.category):
                    yield Opposition(one.code, _as_party(other, name_of), at, event.id, weight)


def _as_party(one: Entity, name_of: Callable[[str], str]) -> Entity:
    """The state whose soldiers, ministers or ships were told of: what is aimed at nobody named is not aimed at one of them."""
    if one.kind == "state" or one.code is None or one.code != one.country:
        return one
    return Entity.of_state(one.code, name_of(one.code), one.span, one.name)


def _is_a_party(one: Entity, category: str) -> bool:
    """Whether an event of a category may make somebody an adversary: no venue by talk, no mediator by less than hostility."""
    if category in HARM:
        return True
    venue = one.kind == "state" and (one.via or "").startswith("place: ")
    return not venue and (category in HOSTILE or one.sector not in BETWEEN)


def _is_to_both_sides(event: Event) -> bool:
    """Who urges two parties to stop stands against neither."""
    return event.category == "REQUEST" and len({one.code for one in event.recipient}) > 1


def against(own: set[str], at: int, told: Sequence[Opposition], clearly: float = 1.0) -> Opposition | None:
    """The party most often and most nearly told of as standing against the actor; before the sentence rather than behind.

    None where the next one is told of so nearly as much (`clearly`: how many times as much the first must be).
    """
    weights: dict[str, float] = {}
    for one in told:
        if one.one in own and one.other.code not in own:
            gap = at - one.at
            weight = one.weight * (1 / (1 + gap / REACH) if gap >= 0 else 0.5 / (1 - gap / REACH))
            weights[one.other.code or ""] = weights.get(one.other.code or "", 0.0) + weight
    ranked = sorted(sorted(weights), key=lambda code: -weights[code])
    if not ranked or (len(ranked) > 1 and weights[ranked[0]] < clearly * weights[ranked[1]]):
        return None
    mine = [one for one in told if one.one in own and one.other.code == ranked[0]]
    return min(mine, key=lambda one: (one.at > at, abs(at - one.at), one.other.kind not in PARTIES))
