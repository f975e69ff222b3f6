"""Reads and checks the names written for training (`training/data/names/`; the format is in its README).

    python training/named.py training/data/names/*.txt

prints what is wrong with a file, or how many sentences and names of each kind it holds.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KINDS = {
    "crossner": frozenset("country election event location misc organisation person politicalparty politician".split()),
    "re3d": frozenset(
        "CommsIdentifier Coordinate DocumentReference Frequency Location MilitaryPlatform Money Nationality Organisation Person "
        "Quantity Temporal Vehicle Weapon".split()
    ),
    "uner": frozenset("PER ORG LOC NORP EVENT MISC".split()),
}
DEPTH = {"crossner": 1, "re3d": 2, "uner": 1}
_PIECE = re.compile(r"\[\w* ?|\]|[^\[\]]+")


class NamedError(ValueError):
    """A line that does not follow the format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One sentence with its names: half-open code points and a kind. `begins` says that it opens a text."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    begins: bool


def scheme(path: Path) -> str:
    """The label set of a file, by its name."""
    return path.stem.partition("-")[0]


def read(path: Path) -> Iterator[Named]:
    """The sentences of a file. Raises NamedError with the line's number."""
    kinds, depth, begins = KINDS[scheme(path)], DEPTH[scheme(path)], True
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("#"):
            continue
        if not line.strip():
            begins = True
            continue
        try:
            text, spans = parse(line.strip(), kinds, depth)
        except NamedError as error:
            raise NamedError(f"{path.name}, line {number}: {error}") from error
        yield Named(text=text, spans=spans, begins=begins)
        begins = False


def parse(line: str, kinds: frozenset[str], depth: int) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """The plain sentence, and the spans that the brackets mark in it, in order of their begin, the longer first."""
    text, spans = "", list[tuple[int, int, str]]()
    opened: list[tuple[int, str]] = []
    for piece in _PIECE.findall(line):
        if piece == "]":
            spans.append(_closed(text, opened))
        elif piece.startswith("["):
            opened.append((len(text), _kind(piece, kinds)))
            if len(opened) > depth:
                raise NamedError(f"names are too deep inside one another: {piece!r} behind {text[-30:]!r}")
        else:
            text += piece
    if opened:
        raise NamedError(f"a bracket is never closed: {text[opened[0][0] :][:30]!r}")
    return text, tuple(sorted(spans, key=lambda span: (span[0], -span[1])))


def _kind(piece: str, kinds: frozenset[str]) -> str:
    kind = piece[1:].strip()
    if kind not in kinds or not piece.endswith(" "):
        raise NamedError(f"no kind after the bracket: {piece!r}; there are {', '.join(sorted(kinds))}")
    return kind


def _closed(text: str, opened: list[tuple[int, str]]) -> tuple[int, int, str]:
    if not opened:
        raise NamedError(f"a bracket closes nothing behind {text[-30:]!r}")
    start, kind = opened.pop()
    if text[start:] != text[start:].strip() or not text[start:]:
        raise NamedError(f"a name begins or ends with a space, or is empty: {text[start:]!r}")
    return start, len(text), kind


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    whole: Counter[str] = Counter()
    for path in parser.parse_args().files:
        try:
            found = list(read(path))
        except NamedError as error:
            raise SystemExit(str(error)) from error
        twice = [text for text, n in Counter(one.text for one in found).items() if n > 1]
        if twice:
            raise SystemExit(f"{path.name}: stands twice: {twice[0]!r}")
        kinds = Counter(kind for one in found for _, _, kind in one.spans)
        whole[scheme(path)] += len(found)
        told = ", ".join(f"{kind} {n}" for kind, n in kinds.most_common())
        sys.stdout.write(f"{path.name}: {len(found)} sentences; {told}\n")
    sys.stdout.write(", ".join(f"{name} {n}" for name, n in whole.items()) + "\n")


if __name__ == "__main__":
    main()
