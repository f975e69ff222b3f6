"""What a text's places say of one another: states and units that they share, and how near they lie."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from whosays.resolve.atlas.gazetteer import Spot
from whosays.resolve.fold import key

TOWNS = {"town", "admin2"}  # what is small enough to speak for what lies near it
NEAR = 200.0  # kilometres within which two places of a report speak for each other
LOCAL = {"town", "admin2", "admin1", "region", "island"}  # what is small enough to lie near something
LEAST = 0.02  # a place less likely than this has no say
# A town with fewer people than this, or, where the name is not its own but another spelling's, than the second, is not
# meant in a text whose other names (so many at least) lie in other states.
SMALL, SMALL_OF_OTHER_NAME, OTHERS = 15_000, 100_000, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A place that a name of the text may stand for: the name's key, and how sure that is times how often it stands."""

    name: str
    spot: Spot
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Votes summed by state and by unit, in all and by name: no name may speak for itself."""

    total: float = 0.0
    sums: Mapping[str, float] = field(default_factory=dict)
    own: Mapping[tuple[str, str], float] = field(default_factory=dict)
    of_name: Mapping[str, float] = field(default_factory=dict)

    def share(self, place: str, name: str) -> float:
        """The share (0 to 1) of what the other names stand for that lies in a place."""
        rest = self.total - self.of_name.get(name, 0.0)
        here = self.sums.get(place, 0.0) - self.own.get((place, name), 0.0)
        return max(0.0, here) / rest if rest > 1e-9 else 0.0


def is_stray(spot: Spot, name: str, found: Tally) -> bool:
    """Whether a place of a name is a small town in a state of which the text names nothing else: another is meant."""
    if found.total - found.of_name.get(name, 0.0) < OTHERS:
        return False
    return is_slight(spot, name) and found.share(spot.country or "", name) < LEAST


def is_slight(spot: Spot, name: str) -> bool:
    """Whether a place is so small that its name alone says little: smaller still if it is another's spelling."""
    own = key(spot.name) in {name, f"{name} city"}
    return spot.kind in TOWNS and spot.population < (SMALL if own else SMALL_OF_OTHER_NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """The votes' points: unit vectors (votes × 3), weights, and the number of the name that each belongs to."""

    vectors: npt.NDArray[np.float64]
    weights: npt.NDArray[np.float64]
    names: Sequence[str]

    def nearness(self, spots: Sequence[Spot], name: str) -> npt.NDArray[np.float64]:
        """For each place, the weight of what other names stand for near it (distance fades it)."""
        if not len(self.names):
            return np.zeros(len(spots))
        others = self.weights * np.array([other != name for other in self.names])
        found: npt.NDArray[np.float64] = np.exp(-_kilometres(_vectors(spots), self.vectors) / NEAR) @ others
        return np.array(
            [n if s.kind in LOCAL and s.lat is not None else 0.0 for n, s in zip(found, spots, strict=True)]
        )


NOBODY = Points(vectors=np.zeros((0, 3)), weights=np.zeros(0), names=())


def unit_of(country: str | None, admin1: str | None) -> str:
    """A first-level unit as one word: names recur from state to state."""
    return f"{country}/{key(admin1)}" if admin1 else ""


def own_unit(spot: Spot) -> str:
    """The first-level unit that a place is or lies in."""
    return unit_of(spot.country, spot.name if spot.kind == "admin1" else spot.admin1)


def tally(votes: Iterable[Vote], given: Mapping[str, float]) -> Tally:
    """Votes by state and unit; `given` are weights of states known beforehand."""
    sums: dict[str, float] = dict(given)
    own: dict[tuple[str, str], float] = {}
    of_name: dict[str, float] = {}
    total = sum(given.values())
    for vote in votes:
        if vote.spot.country is None:
            continue
        total += vote.weight
        of_name[vote.name] = of_name.get(vote.name, 0.0) + vote.weight
        for place in filter(None, (vote.spot.country, own_unit(vote.spot))):
            sums[place] = sums.get(place, 0.0) + vote.weight
            own[place, vote.name] = own.get((place, vote.name), 0.0) + vote.weight
    return Tally(total=total, sums=sums, own=own, of_name=of_name)


def points(votes: Iterable[Vote]) -> Points:
    """The points of those votes that are small enough to say what lies near."""
    local = [vote for vote in votes if vote.spot.kind in TOWNS and vote.spot.lat is not None]
    if not local:
        return NOBODY
    return Points(
        vectors=_vectors([vote.spot for vote in local]),
        weights=np.array([vote.weight for vote in local]),
        names=[vote.name for vote in local],
    )


def centre_of(votes: Sequence[Vote], share: float, least: float) -> Spot | None:
    """The town near which at least `share` of all that a text's local names stand for lies; None where none does."""
    local = [v for v in votes if v.spot.kind in TOWNS and v.spot.lat is not None and v.weight > LEAST]
    if not local:
        return None
    vectors, weights = _vectors([vote.spot for vote in local]), np.array([vote.weight for vote in local])
    near = (_kilometres(vectors, vectors) < NEAR) @ weights
    best = int(np.argmax(near + 0.1 * weights))  # of several the one most spoken of
    enough = near[best] >= least and near[best] >= share * float(weights.sum())
    return local[best].spot if enough else None


def likely(scores: Sequence[float]) -> list[float]:
    """How sure each of the places of one name is, by its score: together 1."""
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    whole = sum(raised)
    return [value / whole for value in raised]


def _kilometres(here: npt.NDArray[np.float64], there: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The distances (n × m) over the ground between points given as unit vectors (n × 3, m × 3)."""
    found: npt.NDArray[np.float64] = 6371.0 * np.arccos(np.clip(here @ there.T, -1.0, 1.0))
    return found


def _vectors(spots: Sequence[Spot]) -> npt.NDArray[np.float64]:
    lat, lon = (np.radians([(s.lat or 0.0, s.lon or 0.0) for s in spots])).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
