"""What the heads of meaning say of a sentence: event words, their categories, certainty, status and arguments.

The arguments are scored here and not in the network's graph: only few words are events, and only those are looked at.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from whosays.errors import ModelError
from whosays.record.reading import Part, Sign

Floats = NDArray[np.float32]
HEADS = ("event", "mode", "value", "status")
VECTORS = ("role_events", "role_arguments")
FAINT = 0.04  # a word less likely an event than this is none
NAMED = 0.05  # categories less likely than this are not named
ROLE = 0.3  # arguments less likely than this are not named
NUMBERS = {"CT+": 3.0, "PR+": 2.0, "PS+": 1.0, "Uu": 0.0, "PS-": -1.0, "PR-": -2.0, "CT-": -3.0}
DIGITS = 3


class Signs:
    """The heads of meaning of a model; `labels` are its label sets. `wanted` is empty for a model without them."""

    def __init__(self, folder: Path, labels: dict[str, list[str]]) -> None:
        self._labels = labels
        self.wanted: tuple[str, ...] = (*HEADS, *VECTORS) if "event" in labels else ()
        if not self.wanted:
            return
        try:
            with np.load(folder / "roles.npz", allow_pickle=False) as found:
                self._weights = {name: found[name] for name in found.files}
        except (OSError, ValueError) as error:
            raise ModelError(f"the model's roles {folder / 'roles.npz'} cannot be read: {error}") from error
        self._numbers = np.array([NUMBERS[label] for label in labels["value"]], dtype=np.float32)

    def of(self, scores: dict[str, Floats]) -> tuple[Sign, ...]:
        """The signs of one sentence, from its scores [1, W, labels]."""
        events = softmax(scores["event"][0])
        words = np.flatnonzero(events[:, 0] < 1 - FAINT)
        if not len(words):
            return ()
        roles = self._roles(scores["role_events"][0][words], scores["role_arguments"][0])
        return tuple(
            Sign(
                index=int(word),
                scores=self._named(events[word]),
                mode=self._mode(events[word], scores["mode"][0][word]),
                status=self._status(scores["status"][0][word]),
                parts=self._parts(roles[i]),
            )
            for i, word in enumerate(words)
        )

    def certainty(self, scores: dict[str, Floats]) -> tuple[float, ...]:
        """How certain each word of one sentence is told to be, from its scores [1, W, labels]."""
        values = softmax(scores["value"][0]) @ self._numbers
        return tuple(round(float(value), DIGITS) for value in values)

    def _named(self, event: Floats) -> tuple[tuple[str, float], ...]:
        order = np.argsort(-event[1:], kind="stable") + 1
        found = [(self._labels["event"][k], round(float(event[k]), DIGITS)) for k in order]
        return tuple(pair for i, pair in enumerate(found) if pair[1] >= NAMED or not i)

    def _mode(self, event: Floats, modes: Floats) -> str | None:
        """The likeliest mode among those of the likeliest category, or none of them."""
        category = self._labels["event"][int(event[1:].argmax()) + 1]
        mine = [k for k, label in enumerate(self._labels["mode"]) if label.startswith((f"{category}/", "-"))]
        best = self._labels["mode"][max(mine, key=lambda k: (float(modes[k]), -k))]
        return best.partition("/")[2] or None

    def _status(self, scores: Floats) -> str | None:
        label = self._labels["status"][int(scores.argmax())]
        return None if label == "-" else label

    def _roles(self, events: Floats, arguments: Floats) -> Floats:
        """Probabilities [E, W, R] of each word being each role's argument of each event."""
        roles, size = len(self._labels["roles"]), events.shape[1]
        weights = self._weights
        mixed = (events @ weights["bilinear_weight"].T).reshape(len(events), roles, size)
        scores = (mixed @ arguments.T).transpose(0, 2, 1)
        scores += (events @ weights["of_event_weight"].T + weights["of_event_bias"])[:, None]
        scores += arguments @ weights["of_argument_weight"].T + weights["of_argument_bias"]
        found: Floats = 1 / (1 + np.exp(-scores))
        return found

    def _parts(self, roles: Floats) -> tuple[Part, ...]:
        found = [
            Part(
                role=cast("Any", self._labels["roles"][role]),
                index=int(word),
                score=round(float(roles[word, role]), DIGITS),
            )
            for word, role in np.argwhere(roles >= ROLE)
        ]
        return tuple(sorted(found, key=lambda part: (part.role, part.index)))


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found
