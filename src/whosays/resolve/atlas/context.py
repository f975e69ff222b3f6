"""What a text's other names say of which place a name means: states, units and nearness that they share."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from whosays.resolve.atlas.gazetteer import Spot
from whosays.resolve.atlas.nearby import LEAST, NOBODY, Points, Tally, Vote, likely, own_unit

# What the text's other names add: the share of a state, of a unit, of what lies near.
HOME, UNIT, CLOSE = 4.0, 3.0, 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What else a text says of where it is: what its other names stand for, and what each is said to lie in."""

    tally: Tally = field(default_factory=Tally)
    points: Points = NOBODY
    inside: Mapping[str, frozenset[str]] = field(default_factory=dict)
    centre: Spot | None = None  # the town that the text keeps to


def heard(weighed: Sequence[tuple[float, Spot]], name: str, context: Context) -> list[tuple[float, Spot]]:
    """Places of one name with their scores after the text's other names were heard."""
    if not weighed:
        return []
    added = _support([spot for _, spot in weighed], name, context)
    return [(base + more, spot) for (base, spot), more in zip(weighed, added, strict=True)]


def _support(spots: Sequence[Spot], name: str, context: Context) -> list[float]:
    """What the text's other names add to each place: their states, their units, their nearness."""
    near = context.points.nearness(spots, name)
    return [
        HOME * context.tally.share(spot.country or "", name)
        + UNIT * context.tally.share(own_unit(spot), name)
        + CLOSE * float(close / (close + 1.0))
        for spot, close in zip(spots, near, strict=True)
    ]


def votes_of(name: str, count: int, places: Sequence[tuple[float, Spot]], context: Context) -> Iterator[Vote]:
    """The places that a name may stand for; what is said twice weighs more, but not twice as much."""
    ranked = heard(places, name, context)
    for (_, spot), sure in zip(ranked, likely([score for score, _ in ranked]) if ranked else (), strict=True):
        if sure >= LEAST:
            yield Vote(name=name, spot=spot, weight=sure * math.sqrt(count))
