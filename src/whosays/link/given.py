"""Mentions that somebody else marked, events of another coder or of a person: which of them tell the same happening.

Nothing is known of them but the word that names each, the report that it stands in and, where a model gives them, their mention
vectors. So reports are first grouped by story, by the rare words that they share; in one story, mentions of one word are one happening, or those
that word and vector together make likely enough. Both steps are average linkage, which gives the same clusters in whatever order the reports come.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

SAME_STORY = 0.15  # cosine of two groups' reports, on average; chosen on the training topics of ECB+
SAME_WORD = 0.5
LIKELY = 0.3  # the mean probability of two groups' mentions being of one happening; chosen on the training topics too
WORD = re.compile(r"[a-z][a-z'-]+|\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A mention: the place of its report among the texts, the lemma of the word that names what happened, its mention vector."""

    report: int
    lemma: str
    vector: NDArray[np.float32] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two mentions of one story are one happening: weights of a logistic sum (`training/mentions.py`)."""

    one: float
    word: float
    vector: float
    both: float

    def probability(self, words: NDArray[np.float64], cosines: NDArray[np.float64]) -> NDArray[np.float64]:
        """From whether the words are the same (0 or 1) and the cosines of the vectors, of any one shape."""
        total = self.one + self.word * words + self.vector * cosines + self.both * words * cosines
        found: NDArray[np.float64] = 1 / (1 + np.exp(-total))
        return found


def happenings(texts: Sequence[str], mentions: Sequence[Given], likeness: Likeness | None = None) -> list[int]:
    """The number of the happening that each mention tells; equal numbers are one happening, of one story.

    With `likeness`, every mention must have its vector.
    """
    stories = story_of(texts)
    found = [0] * len(mentions)
    numbers = 0
    for story in sorted(set(stories)):
        mine = [place for place, mention in enumerate(mentions) if stories[mention.report] == story]
        clusters = _told_in([mentions[place] for place in mine], likeness)
        for place, cluster in zip(mine, clusters, strict=True):
            found[place] = numbers + cluster
        numbers += len(set(clusters))
    return found


def _told_in(mentions: Sequence[Given], likeness: Likeness | None) -> list[int]:
    """The happenings of one story."""
    lemmas = np.array([mention.lemma.lower() for mention in mentions])
    words = (lemmas[:, None] == lemmas[None, :]).astype(np.float64)
    vectors = [mention.vector for mention in mentions if mention.vector is not None]
    if likeness is None or not mentions:
        return average_linkage(words, SAME_WORD)
    if len(vectors) < len(mentions):
        raise ValueError("likeness is asked for, and a mention has no vector")
    stacked = np.stack(vectors).astype(np.float64)
    return average_linkage(likeness.probability(words, stacked @ stacked.T), LIKELY)


def story_of(texts: Sequence[str]) -> list[int]:
    """The number of each text's story."""
    return average_linkage(_cosines(texts), SAME_STORY)


def _cosines(texts: Sequence[str]) -> NDArray[np.float64]:
    """Cosines (texts × texts) of their words, each weighted by how rare it is among them."""
    counts = [Counter(WORD.findall(text.lower())) for text in texts]
    spread = Counter(word for count in counts for word in count)
    column = {word: n for n, word in enumerate(sorted(spread))}
    vectors = np.zeros((len(texts), len(column)))
    for row, count in enumerate(counts):
        for word, times in count.items():
            vectors[row, column[word]] = (1 + math.log(times)) * math.log(len(texts) / spread[word])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(min=1e-9)
    found: NDArray[np.float64] = vectors @ vectors.T
    return found


def average_linkage(scores: NDArray[np.float64], least: float) -> list[int]:
    """Clusters (of n × n scores) joined, nearest first, while their members' mean score is at least `least`.

    Numbered by their first members. Memory grows with the square of n: some ten thousand at most.
    """
    size = len(scores)
    sums, members = scores.astype(np.float64).copy(), [[n] for n in range(size)]
    counts = np.ones(size)
    np.fill_diagonal(sums, -np.inf)
    while size:
        mean = sums / np.outer(counts, counts)
        a, b = sorted(int(n) for n in np.unravel_index(int(mean.argmax()), mean.shape))
        if not mean[a, b] >= least:
            break
        sums[a] += sums[b]
        sums[:, a] += sums[:, b]
        sums[b], sums[:, b], sums[a, a] = -np.inf, -np.inf, -np.inf
        members[a] += members[b]
        members[b] = []
        counts[a] += counts[b]
    found = [0] * size
    for number, group in enumerate(sorted(filter(None, members), key=min)):
        for member in group:
            found[member] = number
    return found
