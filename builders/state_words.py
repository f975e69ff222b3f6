"""Build `src/whosays/lexicon/state_words.tsv`: every word that stands for a state, from the states as actors.

    python -m builders.state_words [--output FILE]

Input: `src/whosays/resolve/data/actors/states.tsv`, which `builders/states.py` builds. Coding, which knows no actors,
needs no more of it than which words mean the same state.
"""

from __future__ import annotations

import argparse
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src/whosays/resolve/data/actors/states.tsv"
OUTPUT = Path(__file__).parent.parent / "src/whosays/lexicon/state_words.tsv"
COLUMNS = ("name", "aliases", "adjectives", "demonyms", "capitals", "seats")
HEADER = """\
# Words that stand for a state: its names, its adjectives, its people, its capital, its seat of government.
# Source, licence: those of resolve/data/actors/states.tsv, from which builders/state_words.py builds this file. Version 1.
"""


def build(source: Path = SOURCE) -> str:
    """The whole file as text."""
    lines = [line for line in source.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    names = lines[0].split("\t")
    found = [f"{HEADER}id\twords\n"]
    for line in lines[1:]:
        row = dict(zip(names, line.split("\t"), strict=False))
        cells = (row.get(column, "") for column in COLUMNS)
        words = dict.fromkeys(word for cell in cells for word in cell.replace("/", "|").split("|") if word)
        found.append(f"{row['id']}\t{'|'.join(words)}\n")
    return "".join(found)


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.parse_args().output.write_text(build(), encoding="utf-8")


if __name__ == "__main__":
    main()
