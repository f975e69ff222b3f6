"""Which words stand for one state: "Peru", "Peruvian", "Lima" and "Torre Tagle" are the same side; the loader of `state_words.tsv`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from whosays.lexicon.predicates import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """The words of all states, and which states each may stand for ("Congolese" either of two)."""

    codes: Mapping[str, frozenset[str]]
    pattern: re.Pattern[str]

    def named_in(self, text: str) -> frozenset[str]:
        """The states that a text names, by their codes: "the Peruvian envoy in Tehran" names two."""
        return frozenset().union(*(self.codes[match.group()] for match in self.pattern.finditer(text)))

    def without(self, text: str) -> str:
        """The text without the words for states."""
        return self.pattern.sub(" ", text)


def load_states() -> States:
    """All of them; the longest word of a place in the text counts, so that "South Sudan" is not Sudan."""
    codes: dict[str, frozenset[str]] = {}
    for _, (code, words) in rows("state_words.tsv", 2):
        for word in words.split("|"):
            codes[word] = codes.get(word, frozenset()) | {code}
    longest = "|".join(re.escape(word) for word in sorted(codes, key=lambda word: (-len(word), word)))
    return States(codes=MappingProxyType(codes), pattern=re.compile(rf"(?<!\w)(?:{longest})(?!\w)"))
