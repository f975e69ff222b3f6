"""Lasting ties, each pair and type once, with everything that states it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.record.incident import Relation

SYMMETRIC = frozenset({"ally", "conflict", "agreement", "rival"})


def joined(relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations of all documents; the same tie stated in several places keeps all its evidence and stances."""
    found: dict[tuple[str, str, str], Relation] = {}
    for one in sorted(relations, key=lambda one: one.id):
        ends = (one.giver.party, one.receiver.party)
        if ends[0] == ends[1]:
            continue
        first, second = sorted(ends) if one.type in SYMMETRIC else ends
        known = found.get((first, second, one.type))
        found[first, second, one.type] = one if known is None else _merged(known, one)
    return tuple(found[key] for key in sorted(found))


def _merged(known: Relation, other: Relation) -> Relation:
    return replace(
        known,
        evidence=tuple(dict.fromkeys((*known.evidence, *other.evidence))),
        stances=tuple(dict.fromkeys((*known.stances, *other.stances))),
        events=tuple(dict.fromkeys((*known.events, *other.events))),
        since=known.since or other.since,
        until=known.until or other.until,
    )
