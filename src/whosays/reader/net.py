"""The network as ONNX: batches of sentences in, scores out. The only place that knows onnxruntime."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whosays.errors import ModelError
from whosays.reader import decode
from whosays.reader.features import Pieces

MAX_PIECES = 512  # the encoder knows no more positions
BATCH_PIECES = 2048
BATCH_SENTENCES = 64


def session(path: Path, threads: int) -> Any:
    """An ONNX session on the CPU; `threads` 0 takes the machine's cores."""
    import onnxruntime

    if not path.is_file():
        raise ModelError(f"the model's file {path} is missing")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or os.cpu_count() or 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError(f"the model's file {path} cannot be read: {error}") from error


def labels(path: Path) -> dict[str, list[str]]:
    """Labels of each head, in the order of its scores."""
    try:
        found: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the model's labels {path} cannot be read: {error}") from error
    return found


def grouped(sentences: Sequence[Pieces]) -> Iterator[list[int]]:
    """Indices of sentences of like length, so that little is padded; the order depends on nothing but the lengths."""
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i].ids), i))
    group: list[int] = []
    for i in order:
        if group and (len(group) == BATCH_SENTENCES or (len(group) + 1) * len(sentences[i].ids) > BATCH_PIECES):
            yield group
            group = []
        group.append(i)
    if group:
        yield group


class Net:
    """The two graphs and their labels."""

    def __init__(self, folder: Path, threads: int) -> None:
        self.labels = labels(folder / "labels.json")
        self._reader, self._relations = (session(folder / f"{n}.onnx", threads) for n in ("reader", "relations"))
        self._root = self.labels["relations"].index("root")

    def scores(self, sentences: Sequence[Pieces], wanted: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """Scores [B, W, labels] of the heads wanted, and "arcs", "below", "above" where those are."""
        feed = {
            "ids": _padded([s.ids for s in sentences]),
            "shapes": _padded([s.shapes for s in sentences]),
            "quotes": _padded([s.quotes for s in sentences]),
            "first": _padded([s.first for s in sentences]),
        }
        return dict(zip(wanted, self._reader.run(list(wanted), feed), strict=True))

    def tree(self, scores: dict[str, NDArray[np.float32]], lengths: decode.Ints) -> tuple[decode.Ints, decode.Ints]:
        """Heads [B, W] (0 is the root) and relations [B, W] (places in `labels["relations"]`)."""
        heads = decode.trees(scores["arcs"], lengths)
        feed = {"below": scores["below"], "above": scores["above"], "heads": heads}
        relations = self._relations.run(["relations"], feed)[0]
        relations[..., self._root] = np.where(heads == 0, np.inf, -np.inf)
        return heads, relations.argmax(-1)


def _padded(rows: list[list[int]]) -> NDArray[np.int64]:
    out = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out
