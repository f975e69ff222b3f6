"""Scores to structure: arc scores to trees, label scores to spans. Pure numpy; vectorised over a batch.

Shapes: B sentences, W words, T labels.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_FEW_ROOTS = 1e4  # taken from every root arc, so that the best tree has one root
_NEVER = -1e9


def trees(arcs: Floats, lengths: Ints) -> Ints:
    """Heads [B, W] of the best trees with exactly one root; 0 is the root, words count from 1.

    `arcs` [B, W, 1 + W] scores each word (row) under each head (column; 0 the root). The best head of each word makes a
    tree nearly always; only where it does not, Chu-Liu/Edmonds finds the best one.
    """
    batch, width, _ = arcs.shape
    columns = np.arange(width + 1)
    scores = np.where(columns[None, None, :] > lengths[:, None, None], _NEVER, arcs)
    scores[:, np.arange(width), np.arange(1, width + 1)] = _NEVER
    heads = scores.argmax(-1)
    heads[np.arange(width)[None, :] >= lengths[:, None]] = 0
    for i in np.flatnonzero(~_are_trees(heads, lengths)):
        n = int(lengths[i])
        heads[i, :n] = best_tree(scores[i, :n, : n + 1].astype(np.float64))
    return heads


def _are_trees(heads: Ints, lengths: Ints) -> NDArray[np.bool_]:
    batch, width = heads.shape
    inside = np.arange(width)[None, :] < lengths[:, None]
    one_root = ((heads == 0) & inside).sum(1) == 1
    up = np.concatenate([np.zeros((batch, 1), dtype=heads.dtype), heads], 1)
    for _ in range(max(1, width.bit_length())):  # after k rounds everyone has climbed 2^k steps
        up = np.take_along_axis(up, up, 1)
    rooted: NDArray[np.bool_] = (up == 0).all(1)
    return one_root & rooted


def best_tree(scores: NDArray[np.float64]) -> Ints:
    """Heads [n] of the highest-scoring tree with one root (Chu and Liu 1965, Edmonds 1967); `scores` [n, 1 + n]."""
    n = scores.shape[0]
    square = np.full((n + 1, n + 1), _NEVER)
    square[1:] = scores
    square[1:, 0] -= _FEW_ROOTS
    np.fill_diagonal(square, _NEVER)
    return _edmonds(square)[1:]


def _edmonds(scores: NDArray[np.float64]) -> Ints:
    """Heads of all nodes (node 0 is the root; its own entry means nothing); `scores[dependent, head]`."""
    heads = scores.argmax(1)
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
        self.kinds = [label[2:] for label in labels]
        self._begins = np.array([label.startswith("B-") for label in labels])
        self._goes_on = np.array([label.startswith("I-") for label in labels])
        kinds = np.array([hash_free(label[2:], labels) for label in labels])
        same = kinds[:, None] == kinds[None, :]
        self._allowed = ~self._goes_on[None, :] | (same & (self._begins | self._goes_on)[:, None])

    def spans(self, scores: Floats, lengths: Ints) -> list[list[tuple[int, int, str]]]:
        """(first word, last word, kind) of each sentence's spans; `scores` [B, W, T]."""
        best = scores.argmax(-1)
        before = np.concatenate([np.full_like(best[:, :1], -1), best[:, :-1]], 1)
        fits = np.where(before < 0, ~self._goes_on[best], self._allowed[before, best])
        inside = np.arange(best.shape[1])[None, :] < lengths[:, None]
        for i in np.flatnonzero((~fits & inside).any(1)):
            n = int(lengths[i])
            best[i, :n] = self._viterbi(scores[i, :n])
        best[~inside] = 0
        found: list[list[tuple[int, int, str]]] = [[] for _ in range(len(best))]
        for i, first in zip(*np.nonzero(self._begins[best] & inside), strict=True):
            row, last = best[i], int(first)
            while last + 1 < lengths[i] and self._goes_on[row[last + 1]]:
                last += 1
            found[i].append((int(first), last, self.kinds[row[first]]))
        return found

    def _viterbi(self, scores: Floats) -> Ints:
        length, count = scores.shape
        total = np.where(self._goes_on, _NEVER, scores[0].astype(np.float64))
        back = np.zeros((length, count), dtype=np.int64)
        penalty = np.where(self._allowed, 0.0, _NEVER)
        for i in range(1, length):
            paths = total[:, None] + penalty
            back[i] = paths.argmax(0)
            total = paths.max(0) + scores[i]
        path = np.zeros(length, dtype=np.int64)
        path[-1] = total.argmax()
        for i in range(length - 1, 0, -1):
            path[i - 1] = back[i, path[i]]
        return path


def hash_free(kind: str, labels: list[str]) -> int:
    """A number for the kind: the place of its first label."""
    return next((i for i, label in enumerate(labels) if label[2:] == kind), -1)
