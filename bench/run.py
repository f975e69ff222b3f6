"""Measure everything that tasks.toml names, print the table, and fail where a figure fell below its floor.

    python bench/run.py --data ../shared              all tasks
    python bench/run.py --data ../shared --only bundles category
    python bench/run.py --data ../shared --intervals 100   with the 95 % interval of each figure, from 100 draws
    python bench/run.py --data ../shared --slices     also by kind of text, where the ids tell it (`slices` in tasks.toml)
    python bench/run.py --data ../shared --baselines  what a thoughtless guess reaches (bench/baselines.py), instead
    python bench/run.py --data ../shared --raise      lift floors to what was reached (they never go down here)
    python bench/run.py --data ../shared --lower bundles --because "the gold changed"

Each task is a folder with a runner of one shape, `python bench/TASK/run.py --input FILE... --output FILE`; the scorers
are those of the material, or stand beside the runner. Figures whose name is in LESS_IS_BETTER must stay at or below their floor.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import resample

HERE = Path(__file__).parent
TASKS = HERE / "tasks.toml"
OWN = "{bench}/"
LESS_IS_BETTER = {"MAE"}
SLACK = 0.005  # floors are written a little below what was reached: int8 kernels differ between processors


def main() -> int:
    options = _options()
    tasks = tomllib.loads(TASKS.read_text(encoding="utf-8"))["task"]
    known = {task["name"] for task in tasks}
    strange = sorted(set(options.only + ([options.lower] if options.lower else [])) - known)
    if strange:
        sys.exit(f"no such task: {', '.join(strange)}; there are {', '.join(sorted(known))}")
    fell = False
    for task in tasks:
        if options.only and task["name"] not in options.only:
            continue
        started = time.monotonic()
        if options.baselines and task["runner"] == "bundles":
            continue
        figures, others, kinds = _measure(task, options.data.resolve(), options)
        for name, floor in task["floors"].items():
            value = _pick(figures, name)
            below = not options.baselines and (value > floor if name in LESS_IS_BETTER else value < floor)
            fell |= below
            between = _interval([_pick(other, name) for other in others])
            fallen = "   FELL" if below else ""
            print(f"{task['name']:22} {name:16} {value:9.4f}{between}   floor {floor:9.4f}{fallen}", flush=True)
            for kind, units, found in kinds:
                print(f"    {kind:18} {name:16} {_pick(found, name):9.4f}   of {units}", flush=True)
            if (options.lift and _is_better(name, value, floor)) or options.lower == task["name"]:
                _set_floor(task["name"], name, value, options.because)
        print(f"{task['name']:22} {time.monotonic() - started:.0f} s", flush=True)
    return int(fell and not options.lower)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with data/, gold/ and bench/ in it")
    parser.add_argument("--only", nargs="+", default=[], metavar="TASK")
    parser.add_argument("--intervals", type=int, default=0, metavar="N", help="also a 95 %% interval, from N draws")
    parser.add_argument("--slices", action="store_true", help="also by kind of text")
    parser.add_argument("--baselines", action="store_true", help="measure a thoughtless guess; floors do not count")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to what was reached")
    parser.add_argument("--lower", metavar="TASK", help="write this task's figures as its floors, even if lower")
    parser.add_argument("--because", metavar="REASON", help="why a floor may go down; needed with --lower")
    options = parser.parse_args()
    if options.lower and not options.because:
        parser.error("--lower needs --because")
    if options.lower:
        options.only = [options.lower]
    return options


def _measure(task: dict[str, Any], data: Path, options: argparse.Namespace) -> tuple[Any, list[Any], list[Any]]:
    """The scorer's figures, those of as many draws of documents as are asked for, and those by kind of text."""
    inputs = [str(path) for pattern in task["input"] for path in _paths(pattern, data)]
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "out")
        fill = {"data": str(data), "out": out, "bench": str(HERE)}
        args = [arg.format(**fill) for arg in task.get("args", [])]
        runner = [sys.executable, str(HERE / task["runner"] / "run.py")]
        if options.baselines:
            runner[1:] = [str(HERE / "baselines.py"), task["runner"]]
        subprocess.run([*runner, "--input", *inputs, *args, "--output", out], check=True)
        scorer = [arg.format(**fill) for arg in task["score"]]
        scored = subprocess.run(
            [sys.executable, str(data / scorer[0]), *scorer[1:]], check=True, capture_output=True, text=True
        )
        figures = json.loads(scored.stdout)
        gold = next((Path(arg) for arg in scorer[1:] if arg.startswith(str(data))), data)
        scorer[0] = str(data / scorer[0])
        material = {"gold": gold, "pred": Path(out), "folder": Path(tempfile.mkdtemp(dir=folder))}
        times = 0 if task.get("intervals") == "none" else options.intervals
        others = list(resample.draws(scorer, times=times, **material)) if times else []
        by = task.get("slices") if options.slices else None
        return figures, others, list(resample.slices(scorer, by=by, **material)) if by else []


def _paths(pattern: str, data: Path) -> list[Path]:
    """What a pattern finds below the data folder, or below this one where it begins with {bench}."""
    own = pattern.removeprefix(OWN)
    return sorted(data.glob(pattern) if own == pattern else HERE.glob(own))


def _interval(figures: list[float]) -> str:
    if not figures:
        return ""
    low, high = resample.interval(figures)
    return f"  [{low:.4f}, {high:.4f}]"


def _pick(figures: Any, path: str) -> float:
    if path in figures:
        return float(figures[path])
    for part in path.split("."):
        figures = figures[part]
    return float(figures)


def _written(figure: str, value: float) -> float:
    """The floor that is written for a value, a little below it."""
    slack = SLACK * (100 if value > 3 else 1)
    return value + slack if figure in LESS_IS_BETTER else value - slack


def _is_better(figure: str, value: float, floor: float) -> bool:
    written = _written(figure, value)
    return written < floor if figure in LESS_IS_BETTER else written > floor


def _set_floor(task: str, figure: str, value: float, reason: str | None) -> None:
    text = TASKS.read_text(encoding="utf-8")
    head, name_line, rest = text.partition(f'name = "{task}"')
    floor = _written(figure, value)
    pattern = rf'((?:"{re.escape(figure)}"|(?<![\w"]){re.escape(figure)}) = )[\d.]+'
    rest = re.sub(pattern, rf"\g<1>{floor:.3f}", rest, count=1)
    if reason and f"# lowered: {reason}\n" not in rest.partition("[[task]]")[0]:
        rest = re.sub(r"(\nfloors = )", rf"\n# lowered: {reason}\1", rest, count=1)
    TASKS.write_text(head + name_line + rest, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
