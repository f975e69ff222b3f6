"""The earlier phrase that one takes up, for those that the rules of `anaphora` leave open.

Looked at only for the phrase asked about: the rest of a document costs nothing but being described, once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whosays.record.reading import Reading
from whosays.resolve.chains import Weights, best, candidates
from whosays.resolve.described import Described, describe
from whosays.resolve.mentions import Phrase, phrases
from whosays.resolve.nouns import Nouns

Options = tuple[Described, list[Described], Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A document's phrases by sentence and head, each with what it may take up and what had been told before it."""

    reading: Reading
    weights: Weights
    described: list[Described]
    options: Mapping[tuple[int, int], Options]

    def earlier(self, sentence: int, head: int) -> Phrase | None:
        """The phrase taken up; None where the phrase is likelier to be new."""
        found = self.options.get((sentence, head))
        if found is None:
            return None
        phrase, free, seen = found
        link = best(phrase, free, self.reading, seen, self.weights)
        return None if link is None else self.described[link.to].phrase


def refer_back(reading: Reading, nouns: Nouns, weights: Weights) -> Reference:
    """Describe a document's phrases."""
    described = describe(reading, phrases(reading), nouns)
    options = {
        (b.phrase.sentence, b.phrase.head): (b, free, dict(seen))
        for b, free, seen in candidates(described)
        if not b.phrase.joint
    }
    return Reference(reading=reading, weights=weights, described=described, options=options)
