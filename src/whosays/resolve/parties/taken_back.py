"""A state that somebody was only supposed to be of, taken back where what is told speaks against it.

Whose "the troops" or "the minister" are is only supposed from the state that a report speaks of. Nobody fires at his own
arms ("air defences shot down forty Peruvian drones" are not Peru's air defences), meets a counterpart of his own state or
storms its embassy: whose he is, is not known then.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from whosays.record.event import Event
from whosays.record.world import Entity
from whosays.resolve.parties.opponents import HARM
from whosays.resolve.whose.whose import ENVOYS

ARMS = frozenset(
    """aircraft assault attack base boat bomber camp drone fighter force frigate garrison gunboat helicopter incursion jet
    missile outpost patrol plane position post projectile raid rocket ship soldier submarine tank trench troop troops vessel
    warplane warship""".split()
)
COUNTERPART = "counterpart"
CIVILIAN = frozenset({"CVL", "EDU", "HLH", "LAB", "REF", "REL", None})


def taken_back(events: Sequence[Event]) -> Sequence[Event]:
    """The events, nobody of the state whose arms he fights or whose minister he meets as a counterpart."""
    return _not_counterparts([_not_at_own_arms(event) for event in events])


def settled(event: Event) -> Event:
    """The event, those whom harm befalls, or who do it, of no state that where it was or whom it struck speaks against."""
    return _not_at_own_embassy(_of_where_it_was(event))


def _not_at_own_arms(event: Event) -> Event:
    """Those without a state's name who fight arms called a state's are not that state's."""
    if event.category != "ASSAULT":
        return event
    return _actors_not_of(event, {one.code for one in event.recipient if _is_called_by_state(one)})


def _is_called_by_state(one: Entity) -> bool:
    """Whether a party is a state by its arms that are named with it: "Peruvian drones", "a Peruvian attack"."""
    if one.via is None:  # the state itself, or whose attack is repelled
        return one.kind == "state"
    words = one.span.text.split()
    called = [word for word in words if word[:1].isupper() and word.lower() not in {"the", "a", "an"}]
    last = words[-1].lower() if words else ""
    return one.kind == "state" and not one.is_supposed and bool(called) and bool({last, last.removesuffix("s")} & ARMS)


def _not_counterparts(events: Sequence[Event]) -> Sequence[Event]:
    """Who meets a counterpart is of another state, wherever he is told of: "the minister saw his Peruvian counterpart"."""
    mistaken = set()
    for event in events:
        parties = (*event.actor, *event.recipient)
        others = {one.code for one in parties if one.code and last_word(one) == COUNTERPART and not one.is_supposed}
        mistaken |= {(one.span, one.code) for one in parties if one.is_supposed and one.code in others}
    if not mistaken:
        return events

    def known(one: Entity) -> Entity:
        return _of_none(one) if (one.span, one.code) in mistaken else one

    return [
        replace(event, actor=tuple(map(known, event.actor)), recipient=tuple(map(known, event.recipient)))
        for event in events
    ]


def _of_where_it_was(event: Event) -> Event:
    """Civilians who were only supposed to be of the text's own state are of the state where it is said to have happened."""
    if event.category in HARM and len({one.code for one in event.actor if one.code}) > 1:
        return _of_either_side(event)
    state = event.place.country if event.place is not None else None
    if state is None or event.place is None or event.category not in HARM:
        return event
    via = f"place: {event.place.name}"

    def placed(one: Entity) -> Entity:
        moved = one.is_supposed and one.sector in CIVILIAN and one.country != state
        return replace(one, country=state, code=state, via=via) if moved else one

    return replace(event, actor=tuple(map(placed, event.actor)), recipient=tuple(map(placed, event.recipient)))


def _of_either_side(event: Event) -> Event:
    """Of whom two sides kill in a fight, nothing tells on which side they were."""
    return replace(event, recipient=tuple(_of_none(one) if one.is_supposed else one for one in event.recipient))


def _not_at_own_embassy(event: Event) -> Event:
    """Crowds that were only supposed to be of the text's own state are not, where they storm that state's own embassy."""
    if event.category not in HARM:
        return event
    abroad = {one.code for one in event.recipient if last_word(one) in ENVOYS and not one.is_supposed}
    return _actors_not_of(event, abroad)


def _actors_not_of(event: Event, states: Collection[str | None]) -> Event:
    """The event, those who were only supposed to do it for one of some states known to be of none."""
    if not any(one.is_supposed and one.code in states for one in event.actor):
        return event
    return replace(
        event, actor=tuple(_of_none(one) if one.is_supposed and one.code in states else one for one in event.actor)
    )


def _of_none(one: Entity) -> Entity:
    return replace(one, country=None, code=None, via=None)


def last_word(one: Entity) -> str:
    """The noun that a party is called by, as one of its kind: "envoy" of "the Peruvian envoys"."""
    word = one.name.split()[-1].lower()
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
