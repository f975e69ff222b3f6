"""Which files of the data folder a run learns from."""

from __future__ import annotations

from pathlib import Path

import examples
from examples import Example
from whosays.reader.segment import Segmenter


def training(data: Path, wanted: list[str], segmenter: Path) -> list[Example]:
    """All examples of the corpora asked for, in a fixed order."""
    cutter = Segmenter(segmenter)
    makers = {
        "ewt": lambda: examples.syntax(
            data / "syntax/ewt-train.conllu", "ewt", examples.uner(data / "ner/uner-ewt-train.jsonl")
        ),
        "gum": lambda: examples.syntax(data / "syntax/gum-train.conllu", "gum", lambda _: {}),
        "crossner": lambda: examples.crossner(data / "ner/crossner-politics-train.jsonl"),
        "re3d": lambda: examples.re3d(data / "ner/re3d-train.jsonl", cutter),
        "polnear": lambda: examples.polnear(data / "attribution/polnear-train", cutter),
    }
    return [example for name in wanted for example in makers[name]()]


vocabulary = examples.vocabulary
