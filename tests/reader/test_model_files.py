"""The shipped network reads a sentence alike on processors with and without instructions for sums of bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

onnx = pytest.importorskip("onnx")

import whosays.reader  # noqa: E402 - after the skip

MODEL = Path(whosays.reader.__file__).parent / "model"
SIXTEEN_BITS = 2**15 - 1


@pytest.mark.parametrize("name", ["reader", "relations"])
def test_no_sum_of_two_products_outgrows_sixteen_bits(name: str) -> None:
    """Without VNNI a processor adds two products of a byte and a weight in sixteen bits, and cuts off what is more."""
    graph = onnx.load(str(MODEL / f"{name}.onnx")).graph
    weights = [onnx.numpy_helper.to_array(one) for one in graph.initializer if one.name.endswith("_quantized")]
    assert weights
    assert max(2 * 255 * int(abs(one.astype(int)).max()) for one in weights) <= SIXTEEN_BITS
