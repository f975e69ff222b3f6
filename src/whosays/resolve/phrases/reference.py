"""The earlier phrase that one takes up, for those that the rules of `anaphora` leave open.

Looked at only for the phrase asked about; a document in which none is asked about is not even described.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from whosays.record.reading import Reading
from whosays.resolve.phrases.chains import Before, Link, Weights, best, link, newness, weigh
from whosays.resolve.phrases.described import Described, describe
from whosays.resolve.phrases.mentions import Phrase, phrases
from whosays.resolve.register.nouns import Nouns


@dataclass(frozen=True)
class Reference:
    """A document's phrases, by what they may take up."""

    reading: Reading
    nouns: Nouns
    weights: Weights

    def earlier(self, sentence: int, head: int) -> Phrase | None:
        """The phrase taken up; None where the phrase is likelier to be new."""
        b = self._by_place.get((sentence, head))
        if b is None:
            return None
        link = best(b, self._before.candidates(b), self.reading, self._before.seen(b), self.weights)
        return None if link is None else self._before.described[link.to].phrase

    def weighed(self, sentence: int, head: int) -> tuple[float, list[tuple[Phrase, Link]]]:
        """How much speaks for a phrase's being new, and every earlier one that it may take up, the likeliest first."""
        b = self._by_place.get((sentence, head))
        if b is None:
            return 0.0, []
        seen = self._before.seen(b)
        found = weigh(b, self._before.candidates(b), self.reading, seen, self.weights)
        ranked = sorted(found, key=lambda item: -item[0])
        links = [(one[1].phrase, link(one, b, self.reading, seen, self.weights)) for one in ranked]
        return newness(b, seen, self.weights), links

    @cached_property
    def _before(self) -> Before:
        return Before(describe(self.reading, phrases(self.reading), self.nouns))

    @cached_property
    def _by_place(self) -> dict[tuple[int, int], Described]:
        """Phrases by sentence and head; several joined have no head of their own."""
        alone = (one for one in self._before.described if not one.phrase.joint)
        return {(one.phrase.sentence, one.phrase.head): one for one in alone}
