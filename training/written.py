"""Reads and checks the sentences written for training (`training/data/`; the format is in its README).

    python training/written.py training/data/*.txt

prints what is wrong with a file, or how many sentences, events and attributions it holds. For a second reading,

    python training/written.py training/data/*.txt --sample 200 --seed 2026 --bare

prints the drawn sentences without their labels, and without `--bare` with them.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

VALUES = ("CT+", "PR+", "PS+", "Uu", "PS-", "PR-", "CT-")
FLAGS = ("negated", "modal", "conditional", "future", "intended", "ordered", "question", "generic", "historical")
ROLES = ("actor", "recipient", "place", "time", "number")
NUMBERS = frozenset(
    "captured killed injured displaced destroyed damaged deployed arrested seized released expelled convicted "
    "detained missing size amount".split()
)
RUN = 5  # words
SHARE = 0.01  # of the sentences that may share a run of words
PLOVER = Path(__file__).parents[1] / "src/whosays/lexicon/plover.toml"

Span = tuple[int, int]  # half-open code points of the sentence


class WrittenError(ValueError):
    """A block that does not follow the format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An argument of an event: `kind` is one of ROLES, `number` what is counted."""

    kind: str
    span: Span
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event word of a sentence; `category` None for a word that is no event."""

    trigger: Span
    category: str | None
    mode: str | None
    value: str
    flags: tuple[str, ...]
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An attribution; `source` None where the sentence does not have it."""

    source: Span | None
    cue: Span
    content: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One sentence with its labels."""

    text: str
    events: tuple[Told, ...]
    said: tuple[Said, ...]


def read(path: Path, modes: dict[str, frozenset[str]]) -> Iterator[Written]:
    """The sentences of a file. Raises WrittenError with the line's number."""
    for number, block in blocks(path):
        try:
            yield _written(block, modes)
        except WrittenError as error:
            raise WrittenError(f"{path.name}, block that ends at line {number}: {error}") from error


def blocks(path: Path) -> Iterator[tuple[int, list[str]]]:
    """A file's blocks as they stand, each with the number of its last line."""
    block: list[str] = []
    lines = [*path.read_text(encoding="utf-8").split("\n"), ""]
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            continue
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield number - 1, block
            block = []


def sample(paths: list[Path], size: int, seed: int) -> list[tuple[str, list[str]]]:
    """Blocks drawn for a second reading, each with its file's name.

    They are drawn from all blocks in the order of their sentences, so that mended labels, and sentences that change their
    file, leave the draw as it was; a sentence that is added or removed does not.
    """
    all_ = sorted((block[0], path.name, block) for path in paths for _, block in blocks(path))
    return [(name, block) for _, name, block in random.Random(seed).sample(all_, size)]  # noqa: S311


def categories() -> dict[str, frozenset[str]]:
    """PLOVER's categories with their modes."""
    table = tomllib.loads(PLOVER.read_text(encoding="utf-8"))
    return {name: frozenset(row.get("modes", {})) for name, row in table.items() if isinstance(row, dict)}


def _written(block: list[str], modes: dict[str, frozenset[str]]) -> Written:
    text, rows = block[0].strip(), [line.strip() for line in block[1:]]
    if block[0].startswith(" ") or not all(line.startswith(" ") for line in block[1:]):
        raise WrittenError(f"the sentence comes first and its labels are indented: {block[0][:60]!r}")
    said = tuple(_said(text, row[1:]) for row in rows if row.startswith("@"))
    events = tuple(_told(text, row, modes) for row in rows if not row.startswith("@"))
    if len({event.trigger for event in events}) < len(events):
        raise WrittenError("two lines for one word")
    return Written(text=text, events=events, said=said)


def _told(text: str, row: str, modes: dict[str, frozenset[str]]) -> Told:
    parts = [part.strip() for part in row.split("|")]
    if len(parts) < 3:
        raise WrittenError(f"needs trigger | category | value: {row!r}")
    category, _, mode = parts[1].partition("/")
    if category != "-" and category not in modes:
        raise WrittenError(f"no category {category!r}")
    if mode and mode not in modes.get(category, ()):
        raise WrittenError(f"{category} has no mode {mode!r}; it has {', '.join(sorted(modes.get(category, ())))}")
    value, *flags = parts[2].split()
    if value not in VALUES or not set(flags) <= set(FLAGS):
        raise WrittenError(f"no value and flags {parts[2]!r}")
    trigger = find(text, parts[0])
    if re.search(r"\s", text[slice(*trigger)]):
        raise WrittenError(f"a trigger is one word: {parts[0]!r}")
    return Told(
        trigger=trigger,
        category=None if category == "-" else category,
        mode=mode or None,
        value=value,
        flags=tuple(flags),
        roles=tuple(_role(text, part) for part in parts[3:] if part),
    )


def _role(text: str, part: str) -> Role:
    name, _, words = part.partition(" ")
    kind, _, number = name.partition(":")
    if kind not in ROLES or (kind == "number") != bool(number) or (number and number not in NUMBERS):
        raise WrittenError(f"no role {name!r}")
    return Role(kind=kind, span=find(text, words), number=number or None)


def _said(text: str, row: str) -> Said:
    parts = [part.strip() for part in row.split(" > ")]
    if len(parts) != 3:
        raise WrittenError(f"needs source > cue > content: {row!r}")
    source = None if parts[0] == "-" else find(text, parts[0])
    first, dots, last = parts[2].partition("…")
    content = find(text, first.strip())
    if dots:
        content = (content[0], find(text, last.strip(), content[1])[1])
    return Said(source=source, cue=find(text, parts[1]), content=content)


def find(text: str, words: str, begin: int = 0) -> Span:
    """Where the words stand in the sentence, as whole words; `#2` at their end asks for the second occurrence."""
    words, _, place = words.strip().partition("#")
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text) if m.start() >= begin]
    wanted = int(place) if place.isdigit() else 1
    if not words or len(found) < wanted:
        raise WrittenError(f"{words!r} is not in {text!r}")
    return found[wanted - 1]


def common_runs(sentences: list[str]) -> list[tuple[str, int]]:
    """Runs of five words that stand in more sentences than may be."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        words = re.findall(r"\w+", sentence.lower())
        counts.update({" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)})
    allowed = max(1, int(SHARE * len(sentences)))
    return sorted((run, n) for run, n in counts.items() if n > allowed)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, metavar="N", help="print N blocks drawn at random, and check nothing")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--bare", action="store_true", help="print the drawn sentences without their labels")
    options = parser.parse_args()
    if options.sample:
        sys.stdout.write(_print(sample(options.files, options.sample, options.seed), bare=options.bare))
        return 0
    return _check(options.files)


def _print(drawn: list[tuple[str, list[str]]], *, bare: bool) -> str:
    return "".join(
        f"# {number}" + (f"\n{block[0]}\n\n" if bare else f" {name}\n" + "\n".join(block) + "\n\n")
        for number, (name, block) in enumerate(drawn, 1)
    )


def _check(paths: list[Path]) -> int:
    modes, wrong = categories(), 0
    all_: list[Written] = []
    for path in paths:
        try:
            all_ += read(path, modes)
        except WrittenError as error:
            wrong += 1
            sys.stdout.write(f"{error}\n")
    texts = [one.text for one in all_]
    twice = [text for text, n in Counter(texts).items() if n > 1]
    for problem in [f"stands twice: {text}" for text in twice] + [
        f"in {n} sentences: {run}" for run, n in common_runs(texts)
    ]:
        wrong += 1
        sys.stdout.write(f"{problem}\n")
    counts = Counter(event.category or "-" for one in all_ for event in one.events)
    sys.stdout.write(
        f"{len(all_)} sentences, {sum(len(one.events) for one in all_)} event words, "
        f"{sum(len(one.said) for one in all_)} attributions\n{dict(counts.most_common())}\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
