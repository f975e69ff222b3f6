"""Which phrases of a document speak of the same: each takes up the earlier one that its signs speak for most, or none.

The weights of the signs are learnt from GUM (`training/reference.py`) and kept, readable, in `data/reference.tsv`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from whosays.record.reading import Reading
from whosays.resolve.phrases.described import Described, describe
from whosays.resolve.phrases.likeness import Seen, alone, together
from whosays.resolve.phrases.mentions import Phrase, phrases
from whosays.resolve.register.nouns import Nouns
from whosays.resolve.rows import rows

NEAR_PRONOUN, NEAR = 40, 20  # how many phrases back every one is looked at
LOOKED_AT = 40  # and of those further back with a word in common, the last so many for each word
APART = {frozenset({"he", "she"}), frozenset({"he", "it"}), frozenset({"she", "it"}), frozenset({"i", "it"}),
         frozenset({"we", "he"}), frozenset({"we", "she"}), frozenset({"we", "i"}), frozenset({"we", "it"}),
         frozenset({"they", "i"}), frozenset({"he", "they"}), frozenset({"she", "they"}), frozenset({"i", "they"})}  # fmt: skip

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The earlier phrase that a phrase takes up, by how much the signs speak for it, and the strongest of them."""

    to: int
    score: float
    why: tuple[str, ...]


def read_weights(path: Path) -> Weights:
    """The TSV `sign, weight`."""
    return {row["sign"]: float(row["weight"]) for _, row in rows(path)}


class Before:
    """What a document's phrases may take up, and how often their words came, before each of them."""

    def __init__(self, described: list[Described]) -> None:
        self.described = described
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._said: defaultdict[str, list[int]] = defaultdict(list)
        for one in described:
            for key in ("t " + one.text, "h " + one.lemma):
                self._said[key].append(one.order)
            for word in _words(one):
                self._by_word[word].append(one.order)

    def candidates(self, b: Described) -> list[Described]:
        """The earlier phrases that one may take up, the nearest first: all that are near, and those of its words."""
        found = set(range(max(0, b.order - (NEAR_PRONOUN if b.pronoun else NEAR)), b.order))
        for word in _words(b):
            told = self._by_word[word]
            found.update(told[: bisect_left(told, b.order)][-LOOKED_AT:])
        return [self.described[order] for order in sorted(found, reverse=True)]

    def seen(self, b: Described) -> Seen:
        """How often a text or a head word came before a phrase."""
        return lambda key: bisect_left(self._said.get(key, ()), b.order)


def _words(b: Described) -> set[str]:
    return set() if b.pronoun else {*b.words, b.initials}


def links(reading: Reading, nouns: Nouns, weights: Weights) -> tuple[list[Phrase], dict[int, Link]]:
    """All phrases of a document, and by their place among them the link of each that takes one up."""
    described = describe(reading, phrases(reading), nouns)
    before = Before(described)
    chain = list(range(len(described)))
    told: defaultdict[int, set[str]] = defaultdict(set)
    found: dict[int, Link] = {}
    for b in described:
        free = [
            a
            for a in before.candidates(b)
            if not any(frozenset({kind, b.kind}) in APART for kind in told[chain[a.order]])
        ]
        link = best(b, free, reading, before.seen(b), weights)
        if link is not None:
            found[b.order] = link
            chain[b.order] = chain[link.to]
        told[chain[b.order]].add(b.kind)
    return [b.phrase for b in described], found


def best(b: Described, earlier: list[Described], reading: Reading, seen: Seen, weights: Weights) -> Link | None:
    """The link that more speaks for than for the phrase's being new; of two as good, the nearer."""
    taken = max(weigh(b, earlier, reading, seen, weights), key=lambda item: item[0], default=None)
    if taken is None or taken[0] <= newness(b, seen, weights):
        return None
    return link(taken, b, reading, seen, weights)


def newness(b: Described, seen: Seen, weights: Weights) -> float:
    """How much speaks for a phrase's being new: what a link must be above."""
    return sum(weights.get(sign, 0.0) for sign in alone(b, seen))


def weigh(
    b: Described, earlier: list[Described], reading: Reading, seen: Seen, weights: Weights
) -> list[tuple[float, Described]]:
    """How much speaks for each earlier phrase's being the one that a phrase takes up."""
    return [(sum(weights.get(sign, 0.0) for sign in together(a, b, reading, seen)), a) for a in earlier]


def link(taken: tuple[float, Described], b: Described, reading: Reading, seen: Seen, weights: Weights) -> Link:
    """The link to a weighed phrase, with the three signs that speak for it most."""
    score, a = taken
    told = sorted(((weights.get(sign, 0.0), sign) for sign in together(a, b, reading, seen)), reverse=True)
    return Link(to=a.order, score=score, why=tuple(sign for weight, sign in told[:3] if weight > 0))


def chains(found: tuple[list[Phrase], dict[int, Link]]) -> list[list[Phrase]]:
    """Phrases by what they speak of, in text order; one that nothing takes up is a chain of its own."""
    grouped: dict[int, list[Phrase]] = {}
    of: dict[int, int] = {}
    for order, phrase in enumerate(found[0]):
        of[order] = of[found[1][order].to] if order in found[1] else order
        grouped.setdefault(of[order], []).append(phrase)
    return list(grouped.values())
