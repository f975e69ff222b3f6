"""How linking grows: seconds and memory for linking all at once, and seconds for adding one report to a casebook.

    python bench/scale/run.py --output FILE.json
    python bench/scale/run.py --output FILE.json --mentions 1000 10000 --reports 100 1000 --per-day 100
    python bench/scale/run.py --output FILE.json --input examples/reports      also with coding, of these reports

The reports are made (`casebooks.py`); about 8.4 mentions each. Memory is the whole process's at its peak, the reports
themselves included; each size is measured in a process of its own. "add" gives the median and the worst of TRIES
reports, from the coded record to the linked casebook on disk; "code and add" from the bytes, tools loaded before.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from casebooks import casebook

from whosays import ingest, link, pipeline
from whosays.casebook import Casebook
from whosays.config import Settings
from whosays.record.document import Capture, Failure

TRIES = 20
MENTIONS_A_REPORT = 8.45
Figures = dict[str, float]


def main() -> None:
    options = _options()
    if options.only:
        kind, size = options.only.split(":")
        print(json.dumps((_link if kind == "link" else _add)(int(size), options)))
        return
    figures: dict[str, list[Figures]] = {
        "link": [_apart(f"link:{size}") for size in options.mentions],
        "add": [_apart(f"add:{size}") for size in options.reports],
    }
    options.output.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--mentions", nargs="*", type=int, default=[1000, 10_000, 100_000])
    parser.add_argument("--reports", nargs="*", type=int, default=[100, 1000, 10_000])
    parser.add_argument("--per-day", type=int, default=30, help="reports a day: how dense the casebooks are")
    parser.add_argument("--input", nargs="*", type=Path, default=[], help="reports to code and add, too")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    return parser.parse_args()


def _apart(what: str) -> Figures:
    """One size's figures, from a process of its own."""
    done = subprocess.run([sys.executable, *sys.argv, "--only", what], check=True, capture_output=True, text=True)
    figures: Figures = json.loads(done.stdout)
    print(what, figures, flush=True)
    return figures


def _link(mentions: int, options: argparse.Namespace) -> Figures:
    reports = round(mentions / MENTIONS_A_REPORT)
    records = [record for _, record in casebook(reports, per_day=options.per_day)]
    before = _memory()
    started = time.perf_counter()
    linked = link.link(records)
    seconds = time.perf_counter() - started
    return {
        "mentions": sum(len(record.events) for record in records),
        "reports": reports,
        "incidents": len(linked.incidents),
        "largest incident": max(len(one.events) for one in linked.incidents),
        "seconds": round(seconds, 2),
        "memory_mb_before": before,
        "memory_mb": _memory(),
    }


def _add(reports: int, options: argparse.Namespace) -> Figures:
    pairs = list(casebook(reports + TRIES, per_day=options.per_day))
    with tempfile.TemporaryDirectory() as folder, Casebook.open(Path(folder) / "c", create=True) as filled:
        for capture, record in pairs[:reports]:
            filled.add(capture, record)
        seconds = [_timed(lambda: filled.catch_up(link.update))]
        tries = [_timed(lambda pair=pair: filled.add(*pair, link.update)) for pair in pairs[reports:]]  # type: ignore[misc]
        figures = {
            "reports": reports,
            "seconds": round(statistics.median(tries), 3),
            "worst": round(max(tries), 3),
            "linking all, seconds": round(seconds[0], 1),
        }
        if options.input:
            tools = pipeline.load_tools(Settings(threads=1))
            real = [one for one in ingest.captures(options.input) if isinstance(one, Capture)]
            whole = [_timed(lambda one=one: _code_and_add(filled, one, tools)) for one in real]  # type: ignore[misc]
            figures |= {"code and add": round(statistics.median(whole), 3), "code and add, worst": round(max(whole), 3)}
    return figures | {"memory_mb": _memory()}


def _code_and_add(filled: Casebook, capture: Capture, tools: pipeline.Tools) -> None:
    for result in pipeline.code_reports([capture], tools):
        assert not isinstance(result, Failure), result  # noqa: S101
        filled.add(*result, link.update)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _memory() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
