"""Of which state people without a name are, whom something befalls: "two contractors were held", "three girls were shot".

Where nothing in their words says whose they are, they are of the state in which it happened, else of the one that the
report is about; "foreign workers" and "gunmen" are not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from whosays.record.world import SUPPOSED, Entity, Place

BEFALLING = frozenset({"ASSAULT", "COERCE", "SANCTION"})
SIDES = frozenset({"REB", "UAF", "PMC", "CRM", "IGO", "NGO", "PTY"})  # these are of a party, known or not
ABROAD = frozenset(
    """western european foreign international global regional arab african asian allied outside neighbouring neighboring
    hostile enemy other another visiting multinational terrorists fighters forces front comrades rebels un""".split()
)
NAMELESS = frozenset({"group", "unnamed", "organisation"})


def at_home(parties: Iterable[Entity], category: str, place: Place | None, setting: str | None) -> tuple[Entity, ...]:
    """The parties, people without a name or state with that of the place or of the report."""
    country, via = whereabouts(place, setting)
    if category not in BEFALLING or country is None:
        return tuple(parties)
    return tuple(replace(one, country=country, code=country, via=via) if _is_anybody(one) else one for one in parties)


def whereabouts(place: Place | None, setting: str | None) -> tuple[str | None, str]:
    """The state where something happened, else the one that the report is about, and how that was read."""
    if place is not None and place.country is not None:
        return place.country, f"place: {place.name}"
    return setting, f"{SUPPOSED}: {setting}"


def _is_anybody(one: Entity) -> bool:
    """Whether an entity is people or a house of theirs, of no state or party that is said or meant."""
    if one.code is not None or one.kind not in NAMELESS or one.sector in SIDES or one.id is not None:
        return False
    words = one.name.split()
    return not any(word[:1].isupper() for word in words[1:]) and not ABROAD & {word.lower() for word in words}
