"""How far a figure would move on other texts of the same kind: the bootstrap over documents (Efron 1979).

Documents (or sentences, where a corpus has no documents) are drawn with replacement, gold and prediction together, and the
scorer is run again on each draw. The interval holds the middle 95 % of what comes out.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

MIDDLE = 0.95
MANY = 10**7  # more than any number that is an id
Units = dict[str, Any]  # by the unit's key: a block of text, rows, or the files of a document


def interval(figures: list[float]) -> tuple[float, float]:
    """The bounds between which the middle 95 % of the figures lie."""
    ordered = sorted(figures)
    outside = round(len(ordered) * (1 - MIDDLE) / 2)
    return ordered[outside], ordered[-1 - outside]


def draws(scorer: list[str], gold: Path, pred: Path, *, times: int, folder: Path) -> Iterator[Any]:
    """The scorer's figures on each draw. `scorer` is its command line, from the script's path on.

    Raises ValueError for material that cannot be cut into units.
    """
    run = _scorer(Path(scorer[0]))
    known, found = _units(gold), _units(pred)
    keys, random_ = sorted(known), random.Random(20260101)  # noqa: S311 - a bootstrap, not a secret
    for _ in range(times):
        drawn = random_.choices(keys, k=len(keys))
        one, other = folder / gold.name, folder / f"predicted-{pred.name}"
        _write(one, [known[key] for key in drawn])
        _write(other, [_predicted(known[key], found, key) for key in drawn])
        swap = {str(gold): str(one), str(pred): str(other)}
        yield run([swap.get(argument, argument) for argument in scorer[1:]])


def slices(scorer: list[str], gold: Path, pred: Path, *, by: str, folder: Path) -> Iterator[tuple[str, int, Any]]:
    """The scorer's figures on each kind of unit: its name, how many units, the figures.

    `by` is a regular expression over a unit's id; what its group catches names the kind.
    """
    run = _scorer(Path(scorer[0]))
    known, found = _units(gold), _units(pred)
    kinds: dict[str, list[str]] = {}
    for key, unit in known.items():
        name = str(unit[0][_name(unit[0])]) if isinstance(unit, list) else key
        match = re.search(by, name)
        kinds.setdefault(match[1] if match else "other", []).append(key)
    for kind, keys in sorted(kinds.items()):
        one, other = folder / gold.name, folder / f"predicted-{pred.name}"
        _write(one, [known[key] for key in keys])
        _write(other, [_predicted(known[key], found, key) for key in keys])
        swap = {str(gold): str(one), str(pred): str(other)}
        yield kind, len(keys), run([swap.get(argument, argument) for argument in scorer[1:]])


def _scorer(path: Path) -> Callable[[list[str]], Any]:
    """The scorer's `main` as a function of its arguments that gives what it prints as JSON."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path} is no Python file")
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def run(arguments: list[str]) -> Any:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            module.main(arguments)
        return json.loads(out.getvalue())

    return run


def _units(path: Path) -> Units:
    if path.is_dir():
        return _documents(path)
    text = path.read_text(encoding="utf-8")
    if "# newdoc" in text[:1000]:
        blocks = text.split("# newdoc")[1:]
        return {block.split("\n", 1)[0].strip(): "# newdoc" + block for block in blocks}
    units: Units = {}
    for line in text.split("\n"):
        if line.strip():
            row = json.loads(line)
            units.setdefault(row.get("text") or str(row[_name(row)]), []).append(row)  # one text, one unit
    return units


def _name(row: dict[str, Any]) -> str:
    for name in ("doc", "id"):
        if name in row:
            return name
    raise ValueError("rows without doc or id")


def _predicted(gold: Any, found: Units, key: str) -> Any:
    """What was predicted for a unit: the rows with its rows' ids, or what stands under its own key."""
    if not isinstance(gold, list):
        return found.get(key)
    return [row for one in gold for row in found.get(str(one[_name(one)]), [])]


def _documents(path: Path) -> Units:
    """PolNeAR's folder: a text and its annotations, by the text's name."""
    texts = sorted(path.glob("text/*.txt"))
    if not texts:
        raise ValueError(f"{path} has no text/*.txt")
    return {text.stem: (text, min(path.glob(f"attributions/{text.stem}*.ann"))) for text in texts}


def _write(path: Path, drawn: list[Any]) -> None:
    """The drawn units as one file or folder, each under a name of its own."""
    if any(isinstance(unit, tuple) for unit in drawn):
        shutil.rmtree(path, ignore_errors=True)
        for place, (text, annotation) in enumerate(drawn):
            name = f"{place}.{text.stem}"
            for source, target in (
                (text, path / "text" / f"{name}.txt"),
                (annotation, path / "attributions" / f"{name}.ann"),
            ):
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
        return
    with path.open("w", encoding="utf-8") as out:
        for place, unit in enumerate(drawn):
            if isinstance(unit, str):
                out.write(unit)
            for row in unit if isinstance(unit, list) else ():
                name = _name(row)
                renamed = f"{place}.{row[name]}" if isinstance(row[name], str) else place * MANY + row[name]
                out.write(json.dumps(row | {name: renamed}) + "\n")
