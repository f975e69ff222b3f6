"""Build `src/whosays/resolve/data/actors/states.tsv`: the world's states and territories as actors.

    python -m builders.states --territories territories.jsonl --admin admin.tsv [--output FILE]

Inputs: `territories.jsonl` (opensanctions/rigour, MIT) for short and full English names; `admin.tsv` (GeoNames
countryInfo, CC BY 4.0) for the list of codes; babel (CLDR) for English display names; `states_hand.tsv` beside this
file for adjectives, demonyms, capitals and seats of government. The output is sorted and depends on nothing else.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from babel import Locale
from babel import __version__ as babel_version

HERE = Path(__file__).parent
OUTPUT = HERE.parent / "src/whosays/resolve/data/actors/states.tsv"
COLUMNS = ("id", "kind", "name", "country", "sector", "aliases", "from", "until", "note", "adjectives", "demonyms",
           "capitals", "seats")  # fmt: skip
HEADER = f"""\
# States and territories: names, adjectives, demonyms, capitals, seats of government.
# Sources: opensanctions/rigour territories (MIT); Unicode CLDR through babel {babel_version} (Unicode-3.0); GeoNames countryInfo
# (CC BY 4.0, https://www.geonames.org); builders/states_hand.tsv (licence Apache-2.0). Built by builders/states.py. Version 1.
"""
PREFER = {"PSE": "Palestine"}
GONE = {"ANT", "SCG", "ATA", "BVT", "HMD", "UMI"}  # dissolved, or without anyone to act
# "Georgia" and the like stay: context decides. These full or CLDR forms are never used in reports, or mislead.
DROP = {"Congo - Kinshasa", "Congo - Brazzaville", "Palestinian Territories", "Hong Kong SAR China", "Macao SAR China",
        "Myanmar (Burma)", "Taiwan (Province of China)", "The United States", "Naoero", "Hong Kong SAR", "Macao SAR"}  # fmt: skip


def hand_rows(path: Path) -> dict[str, dict[str, str]]:
    """The hand-written columns by alpha-3."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    names = lines[0].split("\t")
    return {row[0]: dict(zip(names, row, strict=True)) for row in (line.split("\t") for line in lines[1:])}


def territories(path: Path) -> dict[str, dict[str, str]]:
    """Short and full names by alpha-3."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line)
    return {row["alpha3"].upper(): row for row in rows if row.get("alpha3")}


def codes(path: Path) -> dict[str, tuple[str, str]]:
    """alpha-3 → (alpha-2, GeoNames' English name)."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {row[3]: (row[2], row[4]) for row in rows if row[0] == "0" and len(row[2]) == 2 and row[3] not in GONE}


def unique(items: Iterable[str]) -> list[str]:
    """Items in order, each once, without those that are dropped."""
    return [item for item in dict.fromkeys(item.strip() for item in items) if item and item not in DROP]


def build(territories_path: Path, admin_path: Path) -> str:
    """The whole file as text."""
    hand, world = hand_rows(HERE / "states_hand.tsv"), territories(territories_path)
    english = Locale("en").territories
    lines = [HEADER, "\t".join(COLUMNS), "\n"]
    for alpha3, (alpha2, geonames) in sorted(codes(admin_path).items()):
        mine, theirs = hand.get(alpha3, {}), world.get(alpha3, {})
        own = [name for name in mine.get("names", "").split("|") if name]
        names = unique(
            [
                PREFER.get(alpha3, ""),
                geonames,
                theirs.get("name", ""),
                english.get(alpha2, ""),
                theirs.get("full_name", ""),
                *own,
            ]
        )
        row = (alpha3, "state", names[0], alpha3, "GOV", "|".join(names[1:]), "", "", "", mine.get("adjectives", ""),
               mine.get("demonyms", ""), mine.get("capitals", ""), mine.get("seats", ""))  # fmt: skip
        lines += ["\t".join(row), "\n"]
    return "".join(lines)


def main() -> None:
    """Read the arguments, write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--territories", type=Path, required=True)
    parser.add_argument("--admin", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    args = parser.parse_args()
    args.output.write_text(build(args.territories, args.admin), encoding="utf-8")


if __name__ == "__main__":
    main()
