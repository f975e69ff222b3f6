"""Exports a run's network as ONNX, quantised to int8 by channel, with its tokenizer and labels.

    python training/export.py --run training/runs/NAME --output src/whosays/reader/model

Two graphs: `reader.onnx` (encoder, tags, spans, arc scores and label vectors) and `relations.onnx` (the relation of
each word to the head that decoding chose).
"""

from __future__ import annotations

import argparse
import json
import logging
import shutil
import sys
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parent))
import joined
import model as network
import train

# What stays in float32: in int8 a few trees fall another way, for a twentieth of the time (RUNS.md). "/MatMul" is that of the arcs.
WHOLE = ("/below", "/above", "/MatMul", "/names/names", "/kinds")

VECTORS = ("arcs", "below", "above", "role_events", "role_arguments", "words")

log = logging.getLogger("export")


class SmallEmbedding(nn.Module):
    """An embedding in int8 with a scale for each row: a quarter of the size, and rows do not coarsen one another."""

    def __init__(self, whole: nn.Embedding) -> None:
        super().__init__()
        scale = whole.weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (whole.weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Vectors of the ids."""
        return self.table[ids].to(self.scale.dtype) * self.scale[ids]


def load(run: Path, weights: str, settings: Path) -> tuple[network.Reader, dict[str, list[str]]]:
    """The network of a run and its labels."""
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    net = network.of(labels, train.settings(settings)["model"])
    state = torch.load(run / weights, weights_only=True)
    net.load_state_dict(state.get("net", state))
    return net.eval(), labels


def export(net: network.Reader, heads: list[str], folder: Path) -> None:
    """Write both graphs in float32."""
    ids = torch.tensor([[101, 2003, 2023, 102]])
    first = torch.tensor([[1, 2]])
    zeros = torch.zeros_like(ids)
    axes = {"ids": {1: "P"}, "shapes": {1: "P"}, "quotes": {1: "P"}, "first": {1: "W"}}
    names = [*VECTORS, *heads]
    torch.onnx.export(
        joined.Graph(net, heads).eval(),
        (ids, zeros, zeros, first),
        str(folder / "reader.onnx"),
        dynamo=False,
        input_names=list(axes),
        output_names=names,
        opset_version=17,
        dynamic_axes=axes | {name: {1: "W"} for name in names},
    )
    size = net.relations.size
    below, above = torch.zeros(1, 3, size), torch.zeros(1, 4, size)
    chosen = torch.zeros(1, 3, dtype=torch.int64)
    torch.onnx.export(
        net.relations,
        (below, above, chosen),
        str(folder / "relations.onnx"),
        dynamo=False,
        input_names=["below", "above", "heads"],
        output_names=["relations"],
        opset_version=17,
        dynamic_axes={name: {1: "W"} for name in ("below", "above", "heads", "relations")},
    )


def quantise(source: Path, target: Path) -> None:
    """Weights of matrix products and of the embedding to int8, by channel.

    Of the products' weights seven bits are used (`reduce_range`): processors without VNNI add two products in sixteen bits, which
    eight overflow, so that the same sentence was read differently there (RUNS.md).
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    ready = source.with_suffix(".ready.onnx")
    quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
    graph = onnx.load(str(ready))
    skip = [node.name for node in graph.graph.node if node.op_type == "MatMul" and not _constant(graph, node)]
    skip += [node.name for node in graph.graph.node if node.name.startswith(WHOLE)]
    quantize_dynamic(
        str(ready),
        str(target),
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=skip,
        op_types_to_quantize=["MatMul", "Gemm"],
        extra_options={"MatMulConstBOnly": True},
    )
    ready.unlink()


def _constant(graph, node) -> bool:  # type: ignore[no-untyped-def]
    names = {initializer.name for initializer in graph.graph.initializer}
    return any(name in names for name in node.input)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--weights", default="final.pt")
    parser.add_argument("--settings", type=Path, default=train.SETTINGS, help="those that the run had")
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO)
    net, labels = load(arguments.run, arguments.weights, arguments.settings)
    heads = [name for name in labels if name not in network.NO_TAGS]
    whole = arguments.run / "float32"
    whole.mkdir(exist_ok=True)
    export(net, heads, whole)
    small = arguments.run / "small"
    small.mkdir(exist_ok=True)
    net.encoder.words = SmallEmbedding(net.encoder.words)  # type: ignore[assignment]
    export(net, heads, small)
    arguments.output.mkdir(parents=True, exist_ok=True)
    roles = {
        name.replace(".", "_"): value.numpy()
        for name, value in net.roles.state_dict().items()
        if "of_" in name or "bil" in name
    }
    np.savez(arguments.output / "roles.npz", **roles)
    for name in ("reader", "relations"):
        quantise(small / f"{name}.onnx", arguments.output / f"{name}.onnx")
    text = json.dumps(labels, ensure_ascii=False, indent=0)
    for folder in (whole, arguments.output):
        (folder / "labels.json").write_text(text + "\n", encoding="utf-8")
        shutil.copyfile(arguments.run / "tokenizer.json", folder / "tokenizer.json")


if __name__ == "__main__":
    main()
