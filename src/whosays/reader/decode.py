"""Scores to structure: arc scores to trees, label scores to spans. Pure numpy.

Shapes: B sentences, W words, T labels.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    batch, width = arcs.shape[:2]
    scores = arcs.copy()
    scores.reshape(batch, -1)[:, 1 :: width + 2] = _NEVER  # a word under itself
    heads: Ints = scores.argmax(-1)
    for i, found in enumerate(heads.tolist()):
        if found.count(0) != 1 or _cycle([0, *found]) is not None:
            heads[i] = best_tree(scores[i].astype(np.float64))
    return heads


def best_tree(scores: NDArray[np.float64]) -> list[int]:
    """Heads of the n words in the highest-scoring tree with one root (Chu and Liu 1965, Edmonds 1967); `scores` [n, 1 + n]."""
    n = scores.shape[0]
    square = np.full((n + 1, n + 1), _NEVER)
    square[1:] = scores
    square[1:, 0] -= _FEW_ROOTS
    np.fill_diagonal(square, _NEVER)
    return _edmonds(square)[1:]


def _edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Heads of all nodes (node 0 is the root; its own entry means nothing); `scores[dependent, head]` is written over.

    A cycle is drawn together into its first node: that node's row then says what it costs to enter the cycle from each head,
    its column what the cycle's best word is worth as a head. At the end the cycles are opened again, the last one first.
    """
    heads: list[int] = scores.argmax(1).tolist()
    heads[0] = 0
    nodes, drawn = list(range(len(heads))), []
    while (cycle := _cycle(heads)) is not None:
        one, rest = cycle[0], set(cycle)
        kept = [heads[node] for node in cycle]
        into = scores[cycle] - scores[cycle, kept][:, None]
        out = scores[:, cycle]
        drawn.append((cycle, kept, into.argmax(0).tolist(), out.argmax(1).tolist(), nodes))
        scores[one] = into.max(0)
        scores[:, one] = out.max(1)
        scores[:, cycle[1:]] = scores[one, cycle] = -np.inf
        nodes = [node for node in nodes if node not in rest or node == one]
        for node in nodes:
            heads[node] = one if heads[node] in rest else heads[node]
        for node in cycle[1:]:
            heads[node] = 0  # gone, and so in no cycle
        heads[one] = int(scores[one].argmax())
    for cycle, kept, enters, leaves, before in reversed(drawn):
        one, head = cycle[0], heads[cycle[0]]
        for node in before:
            if heads[node] == one:
                heads[node] = cycle[leaves[node]]
        for node, its in zip(cycle, kept, strict=True):
            heads[node] = its
        heads[cycle[enters[head]]] = head
    return heads


def _cycle(heads: Sequence[int]) -> list[int] | None:
    """The nodes of a cycle, if there is one; node 0 is the root."""
    walk = [0] * len(heads)  # on which walk each node was met first
    for start in range(1, len(heads)):
        node = start
        while node and not walk[node]:
            walk[node] = start
            node = heads[node]
        if node and walk[node] == start:
            cycle = [node]
            while (node := heads[node]) != cycle[0]:
                cycle.append(node)
            return cycle
    return None


class SpanDecoder:
    """Turns the scores of labels O, B-x, I-x into flat spans; I-x follows only B-x or I-x (Viterbi where need be).

    `eager` is taken from the score of O: more spans, and more that are none.
    """

    def __init__(self, labels: list[str], *, eager: float = 0.0) -> None:
        self._eager = eager
        self._kinds = [label[2:] for label in labels]
        self._begins = [label.startswith("B-") for label in labels]
        places = {label: k for k, label in enumerate(labels)}
        # What each label may follow: I-x its own kind, in the order of the labels; None: anything.
        self._after = [
            sorted(k for k in (places.get(f"B-{label[2:]}"), places[label]) if k is not None)
            if label.startswith("I-")
            else None
            for label in labels
        ]
        self.kinds = [label[2:] for label in labels if label.startswith("B-")]
        self._columns = np.array([[places.get(f"{part}-{kind}", -1) for kind in self.kinds] for part in "BI"])
        self._none = places["O"]

    def spans(self, scores: Floats) -> list[tuple[int, int, str]]:
        """(first word, last word, kind) of one sentence's spans; `scores` [W, T]."""
        if self._eager:
            scores = scores.copy()
            scores[:, self._none] -= self._eager
        best: list[int] = scores.argmax(-1).tolist()
        if not self._well_formed(best):
            best = self._viterbi(scores.tolist())
        found: list[tuple[int, int, str]] = []
        for i, label in enumerate(best):
            if self._begins[label]:
                found.append((i, i, self._kinds[label]))
            elif self._after[label] is not None:
                found[-1] = (found[-1][0], i, found[-1][2])
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

    def _well_formed(self, best: list[int]) -> bool:
        """Whether each label follows one that it may follow."""
        before = -1
        for label in best:
            after = self._after[label]
            if after is not None and before not in after:
                return False
            before = label
        return True

    def _viterbi(self, scores: list[list[float]]) -> list[int]:
        """The best row of labels in which each follows one that it may follow."""
        total = [_NEVER if after else score for after, score in zip(self._after, scores[0], strict=True)]
        back = []
        for row in scores[1:]:
            best = total.index(max(total))
            step = [best if after is None else max(after, key=total.__getitem__) for after in self._after]
            total = [total[k] + score for k, score in zip(step, row, strict=True)]
            back.append(step)
        path = [total.index(max(total))]
        for step in reversed(back):
            path.append(step[path[-1]])
        return path[::-1]
