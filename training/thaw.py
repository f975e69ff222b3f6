"""Turns a model's shipped files back into a checkpoint, so that training can go on from them.

    python training/thaw.py --model src/whosays/reader/model --run training/runs/shipped
    python training/train.py --data DATA --run training/runs/more --start training/runs/shipped/final.pt --minutes 20

Weights that were rounded to int8 come back as rounded: the checkpoint reads as the shipped files do, to within what rounding
activations costs.
"""

from __future__ import annotations

import argparse
import json
import logging
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

sys.path.insert(0, str(Path(__file__).parent))
import joined
import model as network
import train

log = logging.getLogger("thaw")
PREFIX = "net."
THROUGH = frozenset({"MatMul", "MatMulInteger", "Cast", "Mul"})  # from a rounded product to its bias
TABLE, SCALE = "net.encoder.words.table", "net.encoder.words.scale"


def weights(path: Path, prefix: str = "") -> dict[str, Tensor]:
    """What a graph holds, by the names that the network gives its parameters; `prefix` stands before a lone module's."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    mine = ("",) if prefix else (PREFIX, *(f"{name}." for name in joined.NAMES))
    found = {name.removeprefix(PREFIX): value for name, value in held.items() if name.startswith(mine)}
    found = {prefix + name: value for name, value in found.items() if "." in name and value.dtype == np.float32}
    if TABLE in held:
        found["encoder.words.weight"] = held[TABLE].astype(np.float32) * held[SCALE]
        found.pop("encoder.words.scale")
    readers = {name: node for node in graph.node for name in node.input}
    for node in graph.node:
        if (
            node.op_type == "MatMul" and node.input[0] in held
        ):  # a look's shares of the layers, folded: their softmax is themselves
            found[f"looks.{node.name.split('/')[1]}.mix"] = np.log(held[node.input[0]][0])
            continue
        product = _product(node, held) if node.op_type in {"MatMul", "MatMulInteger"} else None
        if product is not None:
            found[prefix + _module(node, readers) + ".weight"] = product.T
    return {name: torch.from_numpy(np.array(value, order="C")) for name, value in found.items()}


def _product(node: Any, held: dict[str, Any]) -> Any:
    """The constant that a node multiplies by, as it was before rounding but for the rounding itself."""
    name = node.input[1]
    if name not in held or name.startswith(PREFIX):  # a parameter of its own has its name, and stands as it is
        return None
    if not name.endswith("_quantized"):
        return held[name]
    base = name.removesuffix("_quantized")
    return (held[name].astype(np.float32) - held[base + "_zero_point"]) * held[base + "_scale"]


def _module(node: Any, readers: dict[str, Any]) -> str:
    """The layer whose product a node computes: that of the bias which is added to it, else by the node's own name."""
    here = node
    while here is not None and here.op_type in THROUGH:
        here = readers.get(here.output[0])
    biases = (
        [name for name in here.input if name.endswith(".bias")] if here is not None and here.op_type == "Add" else []
    )
    if biases:
        return str(biases[0]).removeprefix(PREFIX).removesuffix(".bias")
    return str(node.name).strip("/").partition("/MatMul")[0].replace("/", ".")


def thaw(model: Path, settings: Path) -> dict[str, Tensor]:
    """All weights of a model folder.

    Raises:
        RuntimeError: the files are of a network with another shape than `settings` says.
    """
    labels = json.loads((model / "labels.json").read_text(encoding="utf-8"))
    net = network.of(labels, train.settings(settings)["model"])
    found = joined.parted(weights(model / "reader.onnx"), net) | weights(model / "relations.onnx", "relations.")
    for name, value in np.load(model / "roles.npz").items():  # "of_event_bias": "roles.of_event.bias"
        part, _, kind = name.rpartition("_")
        found[f"roles.{part}.{kind}"] = torch.from_numpy(value)
    if "arcs.weight" not in found:
        raise RuntimeError(f"{model} holds no arcs; its weights are {sorted(found)}")
    net.load_state_dict(found)
    return net.state_dict()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--model", type=Path, default=Path("src/whosays/reader/model"), help="folder of the shipped files"
    )
    parser.add_argument("--run", type=Path, required=True, help="folder for the checkpoint")
    parser.add_argument("--settings", type=Path, default=train.SETTINGS, help="those that the model was made with")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO)
    arguments.run.mkdir(parents=True, exist_ok=True)
    torch.save(thaw(arguments.model, arguments.settings), arguments.run / "final.pt")
    for name in ("labels.json", "tokenizer.json"):
        shutil.copyfile(arguments.model / name, arguments.run / name)
    log.info("thawed into %s", arguments.run)


if __name__ == "__main__":
    main()
