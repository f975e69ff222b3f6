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
SHARPER = 1.8  # one long run leaves the event head's probabilities flatter than what `coding` asks of them (RUNS.md)
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
        self._categories = labels["event"][1:]
        self._modes = [_modes(category, labels["mode"]) for category in self._categories]
        self._statuses = [None if label == "-" else label for label in labels["status"]]
        self._numbers = np.array([NUMBERS[label] for label in labels["value"]], dtype=np.float32)

    def of(self, scores: dict[str, Floats]) -> tuple[Sign, ...]:
        """The signs of one sentence, from its scores [1, W, labels]."""
        events = softmax(scores["event"][0] * SHARPER)
        words = np.flatnonzero(events[:, 0] < 1 - FAINT)
        if not len(words):
            return ()
        parts = self._parts(self._roles(scores["role_events"][0][words], scores["role_arguments"][0]))
        likely, modes = events[words, 1:], scores["mode"][0][words]
        orders = np.argsort(-likely, kind="stable").tolist()
        statuses = scores["status"][0][words].argmax(-1).tolist()
        return tuple(
            Sign(
                index=word,
                scores=self._named(orders[i], likely[i].tolist()),
                mode=self._mode(orders[i][0], modes[i]),
                status=self._statuses[statuses[i]],
                parts=parts[i],
            )
            for i, word in enumerate(words.tolist())
        )

    def certainty(self, scores: dict[str, Floats]) -> tuple[float, ...]:
        """How certain each word of one sentence is told to be, from its scores [1, W, labels]."""
        values = softmax(scores["value"][0]) @ self._numbers
        return tuple(round(value, DIGITS) for value in values.tolist())

    def _named(self, order: list[int], likely: list[float]) -> tuple[tuple[str, float], ...]:
        """The categories [T] from the likeliest down to the last that is named."""
        found: list[tuple[str, float]] = []
        for k in order:
            score = round(likely[k], DIGITS)
            if found and score < NAMED:
                break
            found.append((self._categories[k], score))
        return tuple(found)

    def _mode(self, category: int, modes: Floats) -> str | None:
        """The likeliest mode among those of a category, or none of them."""
        mine = self._modes[category]
        return mine[int(modes[[k for k, _ in mine]].argmax())][1]

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

    def _parts(self, roles: Floats) -> list[tuple[Part, ...]]:
        """What each event's words are to it, from the probabilities [E, W, R]."""
        found: list[list[Part]] = [[] for _ in roles]
        events, words, kinds = (one.tolist() for one in np.nonzero(roles >= ROLE))
        for event, word, kind in zip(events, words, kinds, strict=True):
            score = round(float(roles[event, word, kind]), DIGITS)
            found[event].append(Part(role=cast("Any", self._labels["roles"][kind]), index=word, score=score))
        return [tuple(sorted(parts, key=lambda part: (part.role, part.index))) for parts in found]


def _modes(category: str, labels: list[str]) -> list[tuple[int, str | None]]:
    """Places and names of a category's modes; "-" is none of them."""
    mine = [(k, label) for k, label in enumerate(labels) if label.startswith((f"{category}/", "-"))]
    return [(k, label.partition("/")[2] or None) for k, label in mine]


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found
