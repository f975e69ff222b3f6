"""Which phrases of a document speak of the same: each takes up the earlier one that its signs speak for most, or none.

The weights of the signs are learnt from GUM (`training/reference.py`) and kept, readable, in `data/reference.tsv`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from whosays.record.reading import Reading
from whosays.resolve.described import Described, describe
from whosays.resolve.likeness import alone, together
from whosays.resolve.mentions import Phrase, phrases
from whosays.resolve.nouns import Nouns
from whosays.resolve.register import rows

NEAR_PRONOUN, NEAR = 40, 20  # how many phrases back every one is looked at
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


def candidates(described: list[Described]) -> Iterator[tuple[Described, list[Described], dict[str, int]]]:
    """Each phrase with the earlier ones it may take up, nearest first, and how often texts and heads came before."""
    seen: defaultdict[str, int] = defaultdict(int)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for b in described:
        near = NEAR_PRONOUN if b.pronoun else NEAR
        found = set(range(max(0, b.order - near), b.order))
        if not b.pronoun:
            for word in {*b.words, _initials(b)}:
                found.update(by_word[word][-40:])
        yield b, [described[i] for i in sorted(found, reverse=True)], seen
        seen["t " + b.text] += 1
        seen["h " + b.lemma] += 1
        if not b.pronoun:
            for word in {*b.words, _initials(b)}:
                by_word[word].append(b.order)


def _initials(b: Described) -> str:
    return "".join(word[0] for word in b.words) if len(b.words) > 1 else ""


def links(reading: Reading, nouns: Nouns, weights: Weights) -> tuple[list[Phrase], dict[int, Link]]:
    """All phrases of a document, and by their place among them the link of each that takes one up."""
    described = describe(reading, phrases(reading), nouns)
    chain = list(range(len(described)))
    told: defaultdict[int, set[str]] = defaultdict(set)
    found: dict[int, Link] = {}
    for b, earlier, seen in candidates(described):
        free = [a for a in earlier if not any(frozenset({kind, b.kind}) in APART for kind in told[chain[a.order]])]
        link = best(b, free, reading, seen, weights)
        if link is not None:
            found[b.order] = link
            chain[b.order] = chain[link.to]
        told[chain[b.order]].add(b.kind)
    return [b.phrase for b in described], found


def best(
    b: Described, earlier: list[Described], reading: Reading, seen: Mapping[str, int], weights: Weights
) -> Link | None:
    """The link that more speaks for than for the phrase's being new; of two as good, the nearer."""
    least = sum(weights.get(sign, 0.0) for sign in alone(b, seen))
    taken: Described | None = None
    for a in earlier:
        score = sum(weights.get(sign, 0.0) for sign in together(a, b, reading, seen))
        if score > least:
            taken, least = a, score
    if taken is None:
        return None
    told = sorted(((weights.get(sign, 0.0), sign) for sign in together(taken, b, reading, seen)), reverse=True)
    return Link(to=taken.order, score=least, why=tuple(sign for weight, sign in told[:3] if weight > 0))


def chains(found: tuple[list[Phrase], dict[int, Link]]) -> list[list[Phrase]]:
    """Phrases by what they speak of, in text order; one that nothing takes up is a chain of its own."""
    grouped: dict[int, list[Phrase]] = {}
    of: dict[int, int] = {}
    for order, phrase in enumerate(found[0]):
        of[order] = of[found[1][order].to] if order in found[1] else order
        grouped.setdefault(of[order], []).append(phrase)
    return list(grouped.values())
