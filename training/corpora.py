"""Which files of the data folder a run learns from."""

from __future__ import annotations

from pathlib import Path

import examples
import meanings
import names
from examples import Example
from whosays.reader.own import OwnReader
from whosays.reader.segment import Segmenter

WRITTEN = Path(__file__).with_name("data")


def training(data: Path, wanted: list[str], segmenter: Path, reader: Path) -> list[Example]:
    """All examples of the corpora asked for, in a fixed order. `reader` is the folder of a model that finds arguments' heads."""
    cutter = Segmenter(segmenter)
    uner, values = names.uner(data / "ner/uner-ewt-train.jsonl"), meanings.uds(data / "factuality/uds-train.jsonl")
    makers = {
        "ewt": lambda: examples.syntax(data / "syntax/ewt-train.conllu", "ewt", lambda tree: uner(tree) | values(tree)),
        "gum": lambda: examples.syntax(data / "syntax/gum-train.conllu", "gum", names.gum),
        "crossner": lambda: names.crossner(data / "ner/crossner-politics-train.jsonl"),
        "re3d": lambda: names.re3d(data / "ner/re3d-train.jsonl", cutter),
        "named": lambda: names.constructed(WRITTEN / "names", cutter),
        "written": lambda: meanings.constructed(WRITTEN, OwnReader(reader)),
        "polnear": lambda: examples.polnear(data / "attribution/polnear-train", cutter),
    }
    return [example for name in wanted for example in makers[name]()]


def vocabulary(found: list[Example]) -> dict[str, list[str]]:
    """The labels of each head: those of the public corpora as found, those of the written sentences as they are defined.

    A head that no example teaches is left out; the roles' stays, which a model without events never asks.
    """
    taught = {head for example in found for head in example.labels} | {"roles"}
    return examples.vocabulary(found) | {
        head: labels for head, labels in meanings.vocabulary().items() if head in taught
    }
