"""The network as ONNX: a sentence in, scores out. The only place that knows onnxruntime.

One sentence a call: the int8 network scales its activations by the largest of a call, so that in a batch a sentence
would be read a little differently beside other neighbours. Alone, the same sentence always reads the same; a batch
gained 4 % of speed on one core. Calls are spread over threads instead.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whosays.errors import ModelError
from whosays.reader import decode
from whosays.reader.features import Pieces

MAX_PIECES = 512  # the encoder knows no more positions
MAX_THREADS = 16


def cores() -> int:
    """How many cores this process may use."""
    try:
        return min(MAX_THREADS, len(os.sched_getaffinity(0)))
    except AttributeError:  # not on macOS or Windows
        return min(MAX_THREADS, os.cpu_count() or 1)


def session(path: Path) -> Any:
    """An ONNX session on the CPU; each call runs on the thread that makes it."""
    import onnxruntime

    if not path.is_file():
        raise ModelError(f"the model's file {path} is missing")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own, which it does not export
        raise ModelError(f"the model's file {path} cannot be read: {error}") from error


def labels(path: Path) -> dict[str, list[str]]:
    """Labels of each head, in the order of its scores."""
    try:
        found: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the model's labels {path} cannot be read: {error}") from error
    return found


class Net:
    """The two graphs and their labels. Safe to call from several threads at once."""

    def __init__(self, folder: Path) -> None:
        self.labels = labels(folder / "labels.json")
        self._reader, self._relations = (session(folder / f"{name}.onnx") for name in ("reader", "relations"))
        self._root = self.labels["relations"].index("root")

    def scores(self, sentences: Sequence[Pieces], wanted: Sequence[str]) -> list[dict[str, NDArray[np.float32]]]:
        """Of each sentence the scores [1, W, labels] of the heads wanted, and "arcs", "below", "above" where those are."""
        names, feeds = list(wanted), list(map(_feed, sentences))
        found = [self._reader.run(names, feed) for feed in feeds]
        return [dict(zip(names, one, strict=True)) for one in found]

    def tree(self, scores: dict[str, NDArray[np.float32]]) -> tuple[list[int], list[int]]:
        """Heads (0 is the root) and relations (places in `labels["relations"]`) of the words."""
        heads = decode.trees(scores["arcs"])
        feed = {"below": scores["below"], "above": scores["above"], "heads": heads}
        scores_of = self._relations.run(["relations"], feed)[0][0]
        scores_of[:, self._root] = -np.inf
        words: list[int] = heads[0].tolist()
        relations: list[int] = scores_of.argmax(-1).tolist()
        relations[words.index(0)] = self._root
        return words, relations


def _feed(sentence: Pieces) -> dict[str, NDArray[np.int64]]:
    ids, shapes, quotes = np.array([[sentence.ids], [sentence.shapes], [sentence.quotes]], dtype=np.int64)
    return {"ids": ids, "shapes": shapes, "quotes": quotes, "first": np.array([sentence.first], dtype=np.int64)}
