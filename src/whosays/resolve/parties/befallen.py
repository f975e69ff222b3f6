"""Of which state people without a name are, whom something befalls: "two contractors were held", "three girls were shot".

Where nothing in their words says whose they are, they are of the state in which it happened, else of the one that the
report is about; "foreign workers" and "gunmen" are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from whosays.record.event import Event
from whosays.record.world import SUPPOSED, Entity, Place
from whosays.resolve.parties.borders import shuts_border

BEFALLING = frozenset({"ASSAULT", "COERCE", "SANCTION"})
# An order that lies on everybody in a place: "a curfew was imposed", "the internet was cut", "the square was sealed".
ON_ALL = frozenset({"arrest", "ban", "censor", "curfew", "restrict"})
SIDES = frozenset({"REB", "UAF", "PMC", "CRM", "IGO", "NGO", "PTY", "REF"})  # these are of a party, known or not
ABROAD = frozenset(
    """western european foreign international global regional arab african asian allied outside neighbouring neighboring
    hostile enemy other another visiting multinational terrorists fighters forces front movement group militia faction comrades rebels un
    settlers crew passengers tourists migrants refugees sailors seafarers pilgrims""".split()
)
SEAS = frozenset({"Sea", "Ocean", "Gulf", "Strait"})
NAMELESS = frozenset({"group", "unnamed", "organisation"})


def at_home(parties: Iterable[Entity], category: str, place: Place | None, setting: str | None) -> tuple[Entity, ...]:
    """The parties, people without a name or state with that of the place or of the report."""
    country, via = whereabouts(place, setting)
    if category not in BEFALLING or country is None:
        return tuple(parties)
    return tuple(replace(one, country=country, code=country, via=via) if _is_anybody(one) else one for one in parties)


def with_befallen(
    events: Sequence[Event], settings: Mapping[str, str | None], name_of: Callable[[str], str]
) -> tuple[Event, ...]:
    """The events, deeds that say nothing of whom they befell with the state where they were done.

    `settings` are the states that their sentences are set in, by the events' ids.

    Only where nobody else's hand is told: beatings without a doer ("they complained of being beaten"), and what a
    state orders in its own land ("put the district under a curfew"); who is fired at by somebody known is not guessed.
    """
    told = {event.category for event in events if event.recipient}
    return tuple(
        event if _was_told(event, told) else _with_those_there(event, settings[event.id], name_of) for event in events
    )


def _was_told(event: Event, told: set[str]) -> bool:
    """Whether "the raid" takes up a deed of which the report has told whom it befell."""
    clause = event.clause[0].text.lower() if event.clause else ""
    word = event.trigger.text.lower().split()[-1]
    return event.category in told and clause.startswith("the ") and word in clause.split()[:4]


def _with_those_there(event: Event, setting: str | None, name_of: Callable[[str], str]) -> Event:
    code, via = whereabouts(event.place, setting)
    named = any(gap.field == "recipient" and gap.reason == "unresolved" for gap in event.missing)
    if event.recipient or named or code is None or not _is_done_there(event, code) or shuts_border(event):
        return event
    return event.with_recipient((Entity.of_state(code, name_of(code), event.trigger, via),))


def _is_done_there(event: Event, country: str) -> bool:
    """Whether whom it befell must be of the state where it was: violence by nobody known, or the state's own order."""
    if event.category == "ASSAULT":
        return event.mode is not None and not event.actor
    own = {one.code for one in event.actor}
    barricade = event.mode == "restrict" and any(one.sector in SIDES for one in event.actor)  # gunmen in a house
    return event.category == "COERCE" and event.mode in ON_ALL and own <= {country, None} and not barricade


def whereabouts(place: Place | None, setting: str | None) -> tuple[str | None, str]:
    """The state where something happened, else the one that the report is about, and how that was read; a sea is of none."""
    if place is not None and (place.country is not None or place.name.split()[-1] in SEAS):
        return place.country, f"place: {place.name}"
    return setting, f"{SUPPOSED}: {setting}"


def _is_anybody(one: Entity) -> bool:
    """Whether an entity is people or a house of theirs, of no state or party that is said or meant."""
    if one.code is not None or one.kind not in NAMELESS or one.sector in SIDES or one.id is not None:
        return False
    words = [word.removesuffix("'s").removesuffix("’s") for word in one.name.split()]  # "the front's members"
    return not any(word[:1].isupper() for word in words[1:]) and not ABROAD & {word.lower() for word in words}
