"""Where a text goes back to: wire credits and near copies. Origins are counted later, not outlets.

Two texts are compared only where they share a mark: one in four of a text's shingles, chosen by the shingle alone, so
that a copy of a hundred words shares a dozen, and which texts are compared does not depend on what else is there.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from whosays.record.linking import Source

SHINGLE = 5  # words
COPIED = 0.5  # share of the shorter text's shingles that the longer one holds
MARKS = 4  # one shingle in so many is a mark
LIKELY = 0.2  # share of the fewer marks from which on two texts are compared: well below what copies share
WORD = re.compile(r"\w+")
ODD = np.uint64(0x9E3779B97F4A7C15)  # spreads the words' sums over all bits
Shingles = NDArray[np.int64]
Edges = Mapping[str, Iterable[str]]


def shingles(text: str) -> Shingles:
    """The text's runs of five words as numbers, each once, in order of size."""
    words = np.array([zlib.crc32(word.encode()) for word in WORD.findall(text.casefold())] or [0], dtype=np.uint64)
    count = max(1, len(words) - SHINGLE + 1)
    total = np.zeros(count, dtype=np.uint64)
    for place in range(min(SHINGLE, len(words))):
        total = (total ^ words[place : place + count]) * ODD
        total ^= total >> np.uint64(29)
    return np.unique(total.view(np.int64))


def marks(found: Shingles) -> list[int]:
    """The shingles by which a text's copies are looked for."""
    return [int(one) for one in found[found % MARKS == 0]]


def may_copy(shared: int, one: int, other: int) -> bool:
    """Whether two texts with so many marks, so many of them shared, are worth comparing."""
    return shared >= max(1, LIKELY * min(one, other))


def contains(one: Shingles, other: Shingles) -> bool:
    """Whether of two texts one repeats the other, or half of it."""
    smaller = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / smaller >= COPIED


def copies_among(texts: Mapping[str, Shingles]) -> dict[str, list[str]]:
    """For each text those that repeat it or that it repeats."""
    marked = {name: marks(found) for name, found in texts.items()}
    holders: dict[int, list[str]] = {}
    edges: dict[str, list[str]] = {name: [] for name in texts}
    for name in texts:
        shared = Counter(chain.from_iterable(holders.get(mark, ()) for mark in marked[name]))
        for mark in marked[name]:
            holders.setdefault(mark, []).append(name)
        for other, count in shared.items():
            if may_copy(count, len(marked[name]), len(marked[other])) and contains(texts[name], texts[other]):
                edges[name].append(other)
                edges[other].append(name)
    return edges


def with_origins(sources: Sequence[Source], edges: Edges) -> Iterator[Source]:
    """The reports with `origin` and `copy_of`. A copy is compared with its original itself, never through a third text.

    `edges` names for each report those that repeat it or that it repeats; all of them must be among the reports.
    """
    known = {source.id: source for source in sources}
    copies: dict[str, Source] = {}
    for source in sorted(sources, key=_precedence):
        earlier = [
            known[other] for other in edges.get(source.id, ()) if _precedence(known[other]) < _precedence(source)
        ]
        originals = [one for one in earlier if one.id not in copies]
        if originals:
            copies[source.id] = min(originals, key=_precedence)
    for source in sources:
        original = copies.get(source.id)
        family = original or source
        origin = source.wire or family.wire or family.publisher
        yield replace(source, origin=origin, copy_of=original.id if original else None)


def _precedence(source: Source) -> tuple[bool, str, str]:
    """Whose text it is comes first: the agency's own report, then the earlier, then by id."""
    own = source.wire is not None and source.wire == source.publisher
    return not (own or source.wire is None), source.day or "9999", source.id
