"""Reports grouped by what they are about: shared rare words, average linkage."""

from __future__ import annotations

import math
import re
from collections import Counter

import numpy as np
from numpy.typing import NDArray

SAME_STORY = 0.15  # cosine of two groups' reports, on average; chosen on ECB+'s training topics
WORD = re.compile(r"[a-z][a-z'-]+|\d+")


def group(texts: list[str]) -> list[int]:
    """The number of each text's story."""
    return average_linkage(similarity(texts), SAME_STORY)


def similarity(texts: list[str]) -> NDArray[np.float64]:
    """Cosines of the texts' words, weighted by how rare a word is among them."""
    counts = [Counter(WORD.findall(text.lower())) for text in texts]
    spread = Counter(word for count in counts for word in count)
    place = {word: i for i, word in enumerate(sorted(spread))}
    vectors = np.zeros((len(texts), len(place)))
    for row, count in enumerate(counts):
        for word, times in count.items():
            vectors[row, place[word]] = (1 + math.log(times)) * math.log(len(texts) / spread[word])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(min=1e-9)
    found: NDArray[np.float64] = vectors @ vectors.T
    return found


def average_linkage(scores: NDArray[np.float64], least: float) -> list[int]:
    """Clusters joined, nearest first, while their members' mean score is at least `least`; numbered by first member."""
    size = len(scores)
    sums, members = scores.astype(np.float64).copy(), [[i] for i in range(size)]
    counts = np.ones(size)
    np.fill_diagonal(sums, -np.inf)
    while True:
        mean = sums / np.outer(counts, counts)
        a, b = np.unravel_index(int(mean.argmax()), mean.shape)
        if not mean[a, b] >= least:
            break
        a, b = min(a, b), max(a, b)
        sums[a] += sums[b]
        sums[:, a] += sums[:, b]
        sums[b], sums[:, b], sums[a, a] = -np.inf, -np.inf, -np.inf
        members[a] += members[b]
        members[b] = []
        counts[a] += counts[b]
    out = [0] * size
    for number, group_ in enumerate(sorted(filter(None, members), key=min)):
        for member in group_:
            out[member] = number
    return out
