"""Whose hand it was where nobody's is told, in what only those who govern do: "nine men were arrested in Lima", "was jailed".

They are taken to be of the state in which it happened, else of the one that the report is about. Where the report tells
more of an armed group of that state than of the state itself, its captors may be the group's, and nobody is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from whosays.record.event import Event
from whosays.record.world import Entity, codes_of
from whosays.resolve.parties.befallen import whereabouts
from whosays.resolve.parties.doers import is_held_by_others
from whosays.resolve.world import World

OFFICIAL = frozenset({
    ("ACCUSE", "investigate"), ("COERCE", "arrest"), ("COERCE", "ban"), ("COERCE", "censor"), ("COERCE", "curfew"),
    ("COERCE", "deport"), ("COERCE", "restrict"), ("SANCTION", "convict"), ("ASSAULT", "crowd-control"),
})  # fmt: skip
# Officials at home are sacked; other states' are expelled.
SACKED = frozenset(
    "dismissed sacked fired removed ousted suspended relieved dismissal sacking removal suspension".split()
)


# What none but a state does, whatever it is coded as.
STATES_OWN = frozenset("confiscated confiscation impounded remanded indicted fined".split())


def with_officials(events: Sequence[Event], settings: Mapping[str, str | None], world: World) -> tuple[Event, ...]:
    """The events of a document, official acts that say nobody with who governs where they were.

    `settings` are the states that their sentences are set in, by the events' ids.
    """
    told = Counter(one.party for event in events for one in {*event.actor, *event.recipient} if not _is_supposed(one))
    return tuple(
        event if is_held_by_others(event, events) else _with_official(event, settings[event.id], told, world)
        for event in events
    )


def _with_official(event: Event, setting: str | None, told: Mapping[str, int], world: World) -> Event:
    unsaid = any(gap.field == "actor" and gap.reason == "not_stated" for gap in event.missing)
    state, via = whereabouts(event.place, setting)
    if event.actor or not unsaid or state is None or not _is_official(event) or _has_rivals(state, told, world):
        return event
    if event.mode == "deport" and state in codes_of(event.recipient):  # nobody deports his own
        return event
    return event.with_actor((Entity.of_state(state, world.state_name(state), event.trigger, via),))


def _is_supposed(one: Entity) -> bool:
    """Whether a party counts as of its state only by where it is told of."""
    return one.is_supposed or (one.via or "").startswith("place")


def _is_official(event: Event) -> bool:
    kind = (event.category, event.mode)
    word = event.trigger.text.lower()
    if word in STATES_OWN:
        return True
    return kind in OFFICIAL or (kind == ("SANCTION", "expel") and word in SACKED)


def _has_rivals(state: str, told: Mapping[str, int], world: World) -> bool:
    """Whether a group that fights in a state is told of at least as often as the state."""
    groups = (world.register.actors.get(code) for code in told)
    rivals = [one for one in groups if one is not None and one.kind == "armed_group" and one.note == state]
    return any(told[one.id] >= told.get(state, 0) for one in rivals)
