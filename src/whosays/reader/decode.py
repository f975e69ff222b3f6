"""Scores to structure: arc scores to trees, label scores to spans. Pure numpy.

Shapes: B sentences, W words, T labels.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_FEW_ROOTS = 1e4  # taken from every root arc, so that the best tree has one root
_NEVER = -1e9


def trees(arcs: Floats) -> Ints:
    """Heads [B, W] of the best trees with exactly one root; 0 is the root, words count from 1.

    `arcs` [B, W, 1 + W] scores each word (row) under each head (column; 0 the root). The best head of each word makes a
    tree nearly always; only where it does not, Chu-Liu/Edmonds finds the best one.
    """
    width = arcs.shape[1]
    scores = arcs.copy()
    scores[:, np.arange(width), np.arange(1, width + 1)] = _NEVER
    heads: Ints = scores.argmax(-1)
    for i in np.flatnonzero(~_are_trees(heads)):
        heads[i] = best_tree(scores[i].astype(np.float64))
    return heads


def _are_trees(heads: Ints) -> NDArray[np.bool_]:
    batch, width = heads.shape
    one_root = (heads == 0).sum(1) == 1
    up = np.concatenate([np.zeros((batch, 1), dtype=heads.dtype), heads], 1)
    for _ in range(width.bit_length()):  # after k rounds everyone has climbed 2^k steps
        up = np.take_along_axis(up, up, 1)
    rooted: NDArray[np.bool_] = (up == 0).all(1)
    found: NDArray[np.bool_] = one_root & rooted
    return found


def best_tree(scores: NDArray[np.float64]) -> Ints:
    """Heads [n] of the highest-scoring tree with one root (Chu and Liu 1965, Edmonds 1967); `scores` [n, 1 + n]."""
    n = scores.shape[0]
    square = np.full((n + 1, n + 1), _NEVER)
    square[1:] = scores
    square[1:, 0] -= _FEW_ROOTS
    np.fill_diagonal(square, _NEVER)
    heads: Ints = _edmonds(square)[1:]
    return heads


def _edmonds(scores: NDArray[np.float64]) -> Ints:
    """Heads of all nodes (node 0 is the root; its own entry means nothing); `scores[dependent, head]`."""
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    count = scores.shape[0]
    inside = np.zeros(count, dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)  # the cycle becomes one node, numbered last
    kept = scores[cycle, heads[cycle]]
    into = scores[np.ix_(cycle, rest)] - kept[:, None]
    out = scores[np.ix_(rest, cycle)]
    small = np.full((len(rest) + 1, len(rest) + 1), _NEVER)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out.max(1)
    np.fill_diagonal(small, _NEVER)
    inner = _edmonds(small)
    for i, node in enumerate(rest):
        head = inner[i]
        heads[node] = rest[head] if head < len(rest) else cycle[out[i].argmax()]
    broken = inner[-1]
    heads[cycle[into[:, broken].argmax()]] = rest[broken]
    heads[0] = 0
    return heads


def _cycle(heads: Ints) -> Ints | None:
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return np.asarray(path[path.index(node) :])
        state[path] = 2
    return None


class SpanDecoder:
    """Turns the scores of labels O, B-x, I-x into flat spans; I-x follows only B-x or I-x (Viterbi where need be)."""

    def __init__(self, labels: list[str]) -> None:
        self._kinds = [label[2:] for label in labels]
        self._begins = np.array([label.startswith("B-") for label in labels])
        self._goes_on = np.array([label.startswith("I-") for label in labels])
        self.kinds = [label[2:] for label in labels if label.startswith("B-")]
        self._columns = np.array(
            [
                [labels.index(f"{part}-{kind}") if f"{part}-{kind}" in labels else -1 for kind in self.kinds]
                for part in "BI"
            ]
        )
        self._none = labels.index("O")
        kinds = np.array([self._kinds.index(kind) for kind in self._kinds])
        same = kinds[:, None] == kinds[None, :]
        self._allowed = ~self._goes_on[None, :] | (same & (self._begins | self._goes_on)[:, None])
        self._penalty = np.where(self._allowed, 0.0, _NEVER)

    def spans(self, scores: Floats) -> list[tuple[int, int, str]]:
        """(first word, last word, kind) of one sentence's spans; `scores` [W, T]."""
        best: Ints = scores.argmax(-1)
        begins, goes_on = self._begins[best], self._goes_on[best]
        if goes_on.any() and (goes_on[0] or not self._allowed[best[:-1], best[1:]].all()):
            best = self._viterbi(scores)
            begins, goes_on = self._begins[best], self._goes_on[best]
        found = []
        for first in np.flatnonzero(begins).tolist():
            last = first
            while last + 1 < len(best) and goes_on[last + 1]:
                last += 1
            found.append((first, last, self._kinds[best[first]]))
        return found

    def likely(self, scores: Floats, first: int, last: int) -> Floats:
        """Log-probabilities [K + 1] that the words are one name of each of `kinds`; the last is that none is of a name."""
        part = scores[first : last + 1].astype(np.float64)
        part -= part.max(-1, keepdims=True)
        part -= np.log(np.exp(part).sum(-1, keepdims=True))
        begins, goes_on = self._columns
        whole = part[0, begins] + np.where(goes_on < 0, _NEVER, part[1:, goes_on]).sum(0)
        found: Floats = np.append(whole, part[:, self._none].sum()).astype(np.float32)
        return found

    def _viterbi(self, scores: Floats) -> Ints:
        length, count = scores.shape
        total = np.where(self._goes_on, _NEVER, scores[0].astype(np.float64))
        back = np.zeros((length, count), dtype=np.int64)
        for i in range(1, length):
            paths = total[:, None] + self._penalty
            back[i] = paths.argmax(0)
            total = paths.max(0) + scores[i]
        path = np.zeros(length, dtype=np.int64)
        path[-1] = total.argmax()
        for i in range(length - 1, 0, -1):
            path[i - 1] = back[i, path[i]]
        return path
