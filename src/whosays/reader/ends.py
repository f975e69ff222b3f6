"""Ends of sentences that the segmenter left open, found in what the encoder made of the words on both sides.

The segmenter sees forms alone, and parts too little rather than too much: a line of a signature and the next, a heading
and its text without a stop between them stay one. The encoder has read both; a small layer over its vectors of the word
before and the word behind says whether one sentence ends there (`training/ends.py`). A model folder without `ends.npz`
finds none.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from whosays.reader.segment import Segment
from whosays.reader.stored import stored

Floats = NDArray[np.float32]
FILE = "ends.npz"
# What the layer says and a share of what the segmenter said are added; a sum above the bar is an end. Both were chosen on
# the development part of EWT.
SEGMENTERS = 0.3
BAR = -0.4


class Ends:
    """The layer: from the two words' vectors [2H] through K units to one score. `inner` is [2H, K], `outer` [K]."""

    def __init__(self, inner: Floats, inner_bias: Floats, outer: Floats, outer_bias: float) -> None:
        self._inner, self._inner_bias, self._outer, self._outer_bias = inner, inner_bias, outer, outer_bias

    @classmethod
    def of(cls, folder: Path) -> Ends | None:
        """The layer in a model folder, if it has one.

        Raises:
            ModelError: the file is there and cannot be read.
        """
        found = stored(folder / FILE, ("inner", "inner_bias", "outer", "outer_bias"), "sentence ends")
        if found is None:
            return None
        inner, inner_bias, outer, outer_bias = (one.astype(np.float32) for one in found)
        return cls(inner, inner_bias, outer, float(outer_bias))

    def parts(self, segment: Segment, vectors: Floats) -> list[Segment]:
        """The sentences that a segment is; `vectors` [W, H] are the encoder's, of its words."""
        doubts = {i: score for i, score in segment.open if not _goes_on(segment, i)}
        if not doubts:
            return [segment]
        scores = self.scores(vectors, list(doubts)) + SEGMENTERS * np.array(list(doubts.values()))
        return list(segment.parted([i for i, score in zip(doubts, scores.tolist(), strict=True) if score > BAR]))

    def scores(self, vectors: Floats, places: list[int]) -> Floats:
        """Log-odds [P] that a sentence ends after each of the words."""
        before = np.array(places)
        pairs = np.concatenate([vectors[before], vectors[before + 1]], axis=1)
        found: Floats = _gelu(pairs @ self._inner + self._inner_bias) @ self._outer + self._outer_bias
        return found


def _goes_on(segment: Segment, i: int) -> bool:
    """Whether a sign says that the sentence goes on: a semicolon, or a colon before a small letter."""
    here, following = segment.words[i].text, segment.words[i + 1].text
    return here == ";" or (here == ":" and following[:1].islower())


def _gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit, in its approximation by the hyperbolic tangent (Hendrycks and Gimpel 2016)."""
    found: Floats = 0.5 * x * (1 + np.tanh(np.float32(np.sqrt(2 / np.pi)) * (x + np.float32(0.044715) * x**3)))
    return found
