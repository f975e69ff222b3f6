"""How fast reports become stored events: sentences and documents a second by step, memory, cold start.

python bench/speed/run.py --input FOLDER... --output FILE.json [--repeat N]

The yardstick is the encoder itself: its own rate on the same sentences in the same run, one thread, so that the share
does not depend on the machine. "share" is the whole path's rate divided by the encoder's, "share_to_heads" that of the way from the
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
from pathlib import Path
from typing import Any, TypeVar

from whosays import coding, extract, ingest, pipeline, resolve
from whosays.casebook import Casebook
from whosays.config import Settings
from whosays.record.document import Capture, Document
from whosays.record.reading import Reading

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
    passes = [_pass(captures, tools) for _ in range(options.repeat)]
    best = {step: min(one[step] for one in passes) for step in passes[0] if step not in {"sentences", "documents"}}
    sentences, documents = passes[0]["sentences"], passes[0]["documents"]
    whole = sum(seconds for step, seconds in best.items() if step != "encoder")
    figures = {
        "documents": documents,
        "sentences": sentences,
        "seconds": best,
        "load_seconds": loading,
        "cold_start_seconds": _cold_start(captures[0]),
        "sentences_per_second": sentences / whole,
        "documents_per_second": documents / whole,
        "encoder_sentences_per_second": sentences / best["encoder"],
        "share": best["encoder"] / whole,
        "share_to_heads": best["encoder"] / (best["extract"] + best["read"]),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    options.output.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _timed(work: Callable[[], Value]) -> tuple[Value, float]:
    started = time.perf_counter()
    value = work()
    return value, time.perf_counter() - started


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
        "encoder": _encoder(tools.reader, documents, readings),
        "sentences": sum(len(one.sentences) for one in readings),
        "documents": len(documents),
    }


def _encoder(reader: Any, documents: list[Document], readings: list[Reading]) -> float:
    """Seconds that the network alone needs for the same sentences: one cheap head, no segmenting, no decoding."""
    pieces = []
    for document, reading in zip(documents, readings, strict=True):
        for segment in reader.segment(document.text)[: len(reading.sentences)]:
            words = segment.words
            glued = [word.glued for word in words]
            pieces.append(reader._piecer.sentence([word.text for word in words], glued, [0] * len(words)))  # noqa: SLF001
    net = reader._net  # noqa: SLF001
    return _timed(lambda: [net.scores(piece, ["upos"]) for piece in pieces])[1]


def _cold_start(capture: Capture) -> float:
    """Seconds from nothing to a brief of one report, as a person waits for it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "whosays", "brief", capture.path, "-o", str(Path(folder) / "casebook")]
        return _timed(lambda: subprocess.run(command, check=True, capture_output=True))[1]


if __name__ == "__main__":
    main()
