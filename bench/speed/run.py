"""How fast reports become stored events: sentences and documents a second by step, memory, cold start.

python bench/speed/run.py --input FOLDER... --output FILE.json [--repeat N]

The yardstick is the encoder itself, without any head (it needs onnx, of the extra `train`): its own rate on the same sentences in the same run, one thread, so that the share
does not depend on the machine. All but the cold start is processor time, and the yardstick is measured in turn with the passes, so that other work on
the machine counts little. "share" is the whole path's rate divided by the encoder's, "share_to_heads" that of the way from the
report's bytes to what the heads say of its sentences.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from whosays import coding, extract, ingest, pipeline, resolve
from whosays.casebook import Casebook
from whosays.config import Settings
from whosays.reader.net import session
from whosays.record.document import Capture

MODEL = Path(__file__).resolve().parents[2] / "src/whosays/reader/model"
INPUTS = ("ids", "shapes", "quotes", "first")
Value = TypeVar("Value")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", nargs="+", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--repeat", type=int, default=3, help="passes over the reports; the fastest counts")
    options = parser.parse_args()
    captures = [found for found in ingest.captures(options.input) if isinstance(found, Capture)]
    tools, loading = _timed(lambda: pipeline.load_tools(Settings(threads=1)))
    _pass(captures[:2], tools)  # what is compiled on first use is not counted
    _pass(captures, tools)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # before the yardstick is loaded
    turns = [(_pass(captures, tools), _encoder(captures, tools.reader)) for _ in range(options.repeat)]
    passes, yardstick = [one for one, _ in turns], min(one for _, one in turns)
    best = {step: min(one[step] for one in passes) for step in passes[0] if step not in {"sentences", "documents"}}
    sentences, documents = passes[0]["sentences"], passes[0]["documents"]
    whole = sum(best.values())
    figures = {
        "documents": documents,
        "sentences": sentences,
        "seconds": best | {"encoder": yardstick},
        "load_seconds": loading,
        "cold_start_seconds": _cold_start(captures[0]),
        "sentences_per_second": sentences / whole,
        "documents_per_second": documents / whole,
        "encoder_sentences_per_second": sentences / yardstick,
        "share": yardstick / whole,
        "share_to_heads": yardstick / (best["extract"] + best["read"]),
        "memory_mb": memory,
    }
    options.output.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _timed(work: Callable[[], Value], clock: Callable[[], float] = time.process_time) -> tuple[Value, float]:
    started = clock()
    value = work()
    return value, clock() - started


def _pass(captures: list[Capture], tools: pipeline.Tools) -> dict[str, float]:
    documents, extracting = _timed(lambda: [extract.extract(capture) for capture in captures])
    readings, reading = _timed(lambda: tools.reader.read(documents))
    readings, preparing = _timed(lambda: [coding.prepare(one, tools.lexicon) for one in readings])
    coded, coding_ = _timed(lambda: [coding.code_prepared(one, tools.lexicon) for one in readings])
    pairs = list(zip(readings, coded, strict=True))
    records, resolving = _timed(lambda: [resolve.resolve(one, found, tools.world) for one, found in pairs])
    with tempfile.TemporaryDirectory() as folder, Casebook.open(Path(folder) / "casebook", create=True) as casebook:
        _, storing = _timed(lambda: [casebook.add(*pair) for pair in zip(captures, records, strict=True)])
    return {
        "extract": extracting,
        "read": reading,
        "code": preparing + coding_,
        "resolve": resolving,
        "store": storing,
        "sentences": sum(len(one.sentences) for one in readings),
        "documents": len(documents),
    }


def _encoder(captures: list[Capture], reader: Any) -> float:
    """Seconds that the encoder alone needs for the same sentences: no head, no segmenting, no decoding."""
    pieces = []
    for capture in captures:
        for segment in reader.segment(extract.extract(capture).text):
            words = segment.words
            glued = [word.glued for word in words]
            pieces.append(reader._piecer.sentence([word.text for word in words], glued, [0] * len(words)))  # noqa: SLF001
    alone = _bare_encoder()
    feeds = [{name: np.array([getattr(one, name)], dtype=np.int64) for name in INPUTS} for one in pieces]
    return _timed(lambda: [alone.run(["words"], feed) for feed in feeds])[1]


@cache
def _bare_encoder() -> Any:
    """The graph cut off where the heads begin: onnxruntime computes all of a graph, whatever is asked of it."""
    from onnx.utils import extract_model

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "encoder.onnx"
        extract_model(str(MODEL / "reader.onnx"), str(path), list(INPUTS), ["words"], check_model=False)
        return session(path)


def _cold_start(capture: Capture) -> float:
    """Seconds from nothing to a brief of one report, as a person waits for it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "whosays", "brief", capture.path, "-o", str(Path(folder) / "casebook")]
        return _timed(lambda: subprocess.run(command, check=True, capture_output=True), time.perf_counter)[1]


if __name__ == "__main__":
    main()
