"""Places by name: GeoNames' towns and administrative units in a file of arrays, and a hand list of regions and seas.

Built by `builders/gazetteer.py`; GeoNames (https://www.geonames.org) is CC BY 4.0. The arrays are read on first use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from whosays.errors import LexiconError
from whosays.resolve.fold import key
from whosays.resolve.rows import rows

Kind = Literal[
    "town", "admin2", "admin1", "country", "region", "island", "sea", "strait", "river", "line", "continent", "near"
]
KINDS: tuple[Kind, ...] = ("town", "admin2", "admin1", "country")
NOWHERE = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place of the gazetteer: `country` alpha-3 or None where it lies in several; degrees, None where unknown."""

    name: str
    kind: Kind
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int
    id: str | None
    admin2: str | None = None


@dataclass(frozen=True)
class Gazetteer:
    """Look-up by folded name; answers are in the order of the file."""

    folder: Path
    cache: dict[str, tuple[Spot, ...]] = field(default_factory=dict, repr=False, compare=False)

    def find(self, name: str) -> tuple[Spot, ...]:
        """Every place of that name (case, diacritics and hyphens do not count)."""
        wanted = key(name)
        found = self.cache.get(wanted)
        if found is None:
            found = (*self.regions.get(wanted, ()), *map(self._spot, self._posts(wanted)))
            if not any(key(spot.name) == wanted for spot in found):
                found = self._spelt(wanted) or found
            self.cache[wanted] = found
        return found

    def _spelt(self, wanted: str) -> tuple[Spot, ...]:
        """The places whose spelling in reports GeoNames lacks, or has for another alone (Kobani is not Mkoani)."""
        name, country = self.spellings.get(wanted, ("", ""))
        return tuple(spot for spot in self.find(name) if spot.country == country) if name else ()

    def country_of(self, name: str) -> str | None:
        """The state that a name's places lie in, where one is far more populous than any in another state."""
        best: dict[str | None, int] = {}
        wanted = key(name)
        for spot in self.find(name):
            weight = spot.population + (10**6 if spot.kind in {"admin1", "region", "island"} else 1)
            weight *= 4 if key(spot.name) == wanted else 1  # its own name, not another spelling of it
            best[spot.country] = max(best.get(spot.country, 0), weight)
        ranked = sorted(best.items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 3 * ranked[1][1]):
            return None
        return ranked[0][0]

    @cached_property
    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """The file's arrays."""
        path = self.folder / "gazetteer.npz"
        try:
            with np.load(path, allow_pickle=False) as archive:
                return {name: archive[name] for name in archive.files}
        except (OSError, ValueError, KeyError) as error:
            raise LexiconError(f"cannot read the gazetteer {path}: {error}") from error

    @cached_property
    def spellings(self) -> dict[str, tuple[str, str]]:
        """The gazetteer's name and the state (alpha-3) of each spelling that it lacks, by folded spelling."""
        found = rows(self.folder / "spellings.tsv")
        return {key(row["spelling"]): (row["name"], row["country"]) for _, row in found}

    @cached_property
    def regions(self) -> dict[str, tuple[Spot, ...]]:
        """The hand list by folded name."""
        found: dict[str, tuple[Spot, ...]] = {}
        for _, row in rows(self.folder / "regions.tsv"):
            spot = Spot(
                name=row["name"],
                kind=row["kind"],  # type: ignore[arg-type]  # the hand list is checked by a test
                country=row["country"] or None,
                admin1=None,
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                population=0,
                id=row.get("id") or None,
            )
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                found[key(name)] = (*found.get(key(name), ()), spot)
        return found

    @cached_property
    def _blobs(self) -> tuple[bytes, bytes]:
        return self.arrays["keys"].tobytes(), self.arrays["names"].tobytes()

    def _posts(self, wanted: str) -> Iterator[int]:
        """Numbers of the places whose key is `wanted`, by bisection in the sorted blob of keys."""
        target, keys, at = wanted.encode(), self._blobs[0], self.arrays["key_at"]
        low, high = 0, len(at) - 1
        while low < high:
            middle = (low + high) // 2
            if keys[int(at[middle]) : int(at[middle + 1])] < target:
                low = middle + 1
            else:
                high = middle
        if low < len(at) - 1 and keys[int(at[low]) : int(at[low + 1])] == target:
            post_at = self.arrays["post_at"]
            yield from map(int, self.arrays["post"][int(post_at[low]) : int(post_at[low + 1])])

    def _name(self, number: int) -> str:
        at = self.arrays["name_at"]
        return self._blobs[1][int(at[number]) : int(at[number + 1])].decode()

    def _spot(self, number: int) -> Spot:
        arrays = self.arrays
        lat, lon = int(arrays["lat"][number]), int(arrays["lon"][number])
        country, admin1, admin2 = (int(arrays[unit][number]) for unit in ("country", "admin1", "admin2"))
        return Spot(
            name=self._name(number),
            kind=KINDS[int(arrays["kind"][number])],
            country=self._code(country) if country >= 0 else None,
            admin1=self._name(admin1) if admin1 >= 0 else None,
            lat=lat / 10_000 if lat != NOWHERE else None,
            lon=lon / 10_000 if lon != NOWHERE else None,
            population=int(arrays["population"][number]),
            id=str(int(arrays["id"][number])),
            admin2=self._name(admin2) if admin2 >= 0 else None,
        )

    def _code(self, number: int) -> str:
        """Alpha-3 of a country by its number: countries are the first places of the file."""
        return self.arrays["codes"][3 * number : 3 * number + 3].tobytes().decode()


def load_gazetteer(folder: Path) -> Gazetteer:
    """The gazetteer in a folder; its file is opened when a place is first looked up."""
    return Gazetteer(folder)
