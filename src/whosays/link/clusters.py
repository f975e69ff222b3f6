"""Mentions into incidents: the best pairs first, a group joined to another only where they hold together as wholes.

Which mentions are compared depends on nothing but the mentions: those of a category all with all, and where a category
is crowded those of ever shorter spans of days, then of a state, a place, a participant. A block is never larger than
`LARGEST_BLOCK` unless its mentions agree in all of that, so what one more report costs does not grow with the casebook.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from whosays.link.mentions import SEPARATOR
from whosays.link.score import WEIGHTS, Block, Pairs, Scores, Weights
from whosays.record.linking import Mention

LARGEST_BLOCK = 1000  # mentions compared all with all, unless they cannot be told apart by their blocks
TOGETHER = 0.6  # what two groups' mentions must score on the mean; most pairs of bare words share next to nothing
Group = list[Mention]


def cluster(mentions: Iterable[Mention], depth: int = 1, weights: Weights = WEIGHTS) -> list[Group]:
    """The mentions in groups of one happening each; groups and members in the order in which they were told.

    They are all mentions of some blocks of this depth: of categories (1), of categories in a span of days (2), ….
    """
    groups = [group for block in _blocks(mentions, depth) for group in _agglomerate(block, weights)]
    return sorted(groups, key=lambda group: group[0].told)


def around(block: str) -> list[str]:
    """A block's name after those of the blocks around it: its category, its category in a span of days."""
    parts = block.split(SEPARATOR)
    return [SEPARATOR.join(parts[:n]) for n in range(1, len(parts) + 1)]


def depth_of(block: str) -> int:
    """How many blocks a block's name stands for: itself, and those around it."""
    return block.count(SEPARATOR) + 1


def compared_in(block: str, sizes: Mapping[str, int]) -> str:
    """The block in which a mention is compared: the widest that is not too large, else the narrowest."""
    names = around(block)
    return next((name for name in names if sizes.get(name, 0) <= LARGEST_BLOCK), names[-1])


def _blocks(mentions: Iterable[Mention], depth: int) -> Iterator[Group]:
    """The blocks that mentions are compared in, their members in the order in which they were told."""
    named: dict[str, Group] = {}
    for mention in mentions:
        named.setdefault(around(mention.block)[depth - 1], []).append(mention)
    for name in sorted(named):
        block = named[name]
        if len(block) <= LARGEST_BLOCK or name == block[0].block:
            yield sorted(block, key=lambda mention: mention.told)
        else:
            yield from _blocks(block, depth + 1)


def concerned(mentions: Sequence[Mention], start: Iterable[int]) -> list[int]:
    """Where in a block the mentions are that hang together with some, these included; all others stay as they are.

    Groups are joined along pairs that score well enough, so mentions that no chain of such pairs connects never meet.
    """
    block = Block(mentions)
    found = np.zeros(len(mentions), dtype=np.bool_)
    edge = np.unique(np.fromiter(start, dtype=np.intp))
    while len(edge):
        found[edge] = True
        scores, apart = block.compared(edge)
        near = (scores >= WEIGHTS.enough) & ~apart
        edge = np.flatnonzero(near.any(axis=0) & ~found)
    return [int(n) for n in np.flatnonzero(found)]


def _agglomerate(mentions: Group, weights: Weights) -> list[Group]:
    if len(mentions) == 1:
        return [mentions]
    block = Block(mentions)
    home = _homes(*block.compared(block.every, weights), weights.enough)
    groups: dict[int, Group] = {}
    for n, mention in enumerate(mentions):
        groups.setdefault(home[n], []).append(mention)
    return list(groups.values())


def _homes(scores: Scores, apart: Pairs, enough: float) -> list[int]:
    """For each mention its group, after the best pairs were joined first, ties in the order in which they were told.

    `totals` holds the sum of the scores between two groups, so that whether they speak for one another on the whole is
    one look; `apart` whether any two of their mentions cannot be of one happening.
    """
    rows, columns = np.nonzero(np.triu((scores >= enough) & ~apart, 1))
    order = np.argsort(-scores[rows, columns], kind="stable")
    totals, apart = scores.astype(np.float64), apart.copy()
    home = list(range(len(scores)))
    members = {n: [n] for n in home}
    for a, b in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        one, other = home[a], home[b]
        if one == other or apart[one, other]:
            continue
        if totals[one, other] < TOGETHER * len(members[one]) * len(members[other]):
            continue
        _join(totals, apart, one, other)
        for n in members[other]:
            home[n] = one
        members[one] += members.pop(other)
    return home


def _join(totals: np.ndarray[tuple[int, int], np.dtype[np.float64]], apart: Pairs, one: int, other: int) -> None:
    totals[one] += totals[other]
    totals[:, one] += totals[:, other]
    apart[one] |= apart[other]
    apart[:, one] |= apart[:, other]
