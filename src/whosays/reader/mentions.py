"""Mention vectors: what the encoder says of an event word, turned so that mentions of one happening lie close together.

The turning is linear and learnt (`training/mentions.py`, from ECB+); a model folder without `mentions.npz` has none.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from whosays.reader.stored import stored

Floats = NDArray[np.float32]
FILE = "mentions.npz"


class MentionSpace:
    """The space of a model's mention vectors. `weights` are those of `whosays.link.given.Likeness`, learnt with it."""

    def __init__(self, mean: Floats, turn: Floats, weights: Floats) -> None:
        self._mean, self._turn = mean, turn
        self.weights = tuple(float(one) for one in weights)

    @classmethod
    def of(cls, folder: Path) -> MentionSpace | None:
        """The space in a model folder, if it has one.

        Raises:
            ModelError: the file is there and cannot be read.
        """
        found = stored(folder / FILE, ("mean", "turn", "weights"), "mention vectors")
        return None if found is None else cls(*found)

    def vectors(self, words: Floats) -> Floats:
        """Unit vectors [W, size] of words' encoder vectors [W, H]."""
        turned = (words - self._mean) @ self._turn
        lengths = np.linalg.norm(turned, axis=1, keepdims=True).clip(min=1e-9)
        found: Floats = (turned / lengths).astype(np.float32)
        return found
