"""Draws errors of a task to be read one by one: what stands in the text, what the gold says, what was predicted.

    python bench/errors.py --data ../shared --task names-uner
    python bench/errors.py --data ../shared --task factuality --size 50 --seed 2026 --output sheet.txt

The task's runner is run as in `run.py`; the same seed draws the same errors of the same predictions. Tasks: names-uner, names-crossner,
names-re3d (the reports held out), syntax-gold-tokens, attribution (cues), factuality (another class), category, dyad. Bundles have
their own: `score_bundles.py --errors`. What was found in them by reading stands in ERRORS.md; the sheets quote the corpora and stay out of the repository.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "names"), str(HERE.parent / "training")]
import held_out  # noqa: E402

import conllu  # noqa: E402 - it stands in the training folder
import examples  # noqa: E402

Row = dict[str, Any]
AROUND = 120  # characters of text on either side


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with data/ and bench/ in it")
    parser.add_argument("--task", required=True, choices=sorted(SHEETS))
    parser.add_argument("--size", type=int, default=50)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--output", type=Path, help="a file; standard output if not given")
    options = parser.parse_args()
    data = options.data.resolve()
    tasks = {task["name"]: task for task in tomllib.loads((HERE / "tasks.toml").read_text(encoding="utf-8"))["task"]}
    task = tasks[options.task]
    [source] = [data / path for path in task["input"]]
    with tempfile.TemporaryDirectory() as folder:
        if options.task == "names-re3d":
            source = held_out.kept(source, Path(folder))
        out = Path(folder) / "out"
        args = [arg.format(data=data, bench=HERE) for arg in task.get("args", [])]
        runner = [sys.executable, str(HERE / task["runner"] / "run.py")]
        subprocess.run([*runner, "--input", str(source), *args, "--output", str(out)], check=True)
        errors = list(SHEETS[options.task](source, out))
    draw = random.Random(options.seed)  # noqa: S311 - not for secrets
    drawn = errors if len(errors) <= options.size else draw.sample(errors, options.size)
    sheet = f"{options.task}: {len(drawn)} of {len(errors)} errors\n\n" + "\n\n".join(
        f"[{number}] {error}" for number, error in enumerate(drawn, 1)
    )
    if options.output:
        options.output.write_text(sheet + "\n", encoding="utf-8")
    else:
        print(sheet)


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _window(text: str, start: int, end: int) -> str:
    """The text around a stretch, the stretch in double brackets, on one line."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return re.sub(r"\s+", " ", f"{before}[[{text[start:end]}]]{after}").strip()


def spans(gold: Path, found: Path) -> Iterator[str]:
    """Names: an error is a stretch of text where the names differ, whatever their number."""
    predicted = {row["id"]: row["spans"] for row in rows(found)}
    for row in rows(gold):
        mine, theirs = ({tuple(span) for span in one} for one in (predicted.get(row["id"], []), row["spans"]))
        for start, end in _stretches(mine ^ theirs):
            inside = [
                sorted((s, e, k) for s, e, k in side if s < end and e > start and (s, e, k) in mine ^ theirs)
                for side in (theirs, mine)
            ]
            told = [", ".join(f"{kind} “{row['text'][s:e]}”" for s, e, kind in side) or "nothing" for side in inside]
            yield f"{_window(row['text'], start, end)}\n    gold: {told[0]}\n    here: {told[1]}"


def _stretches(differing: set[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Spans that touch one another as one stretch."""
    out: list[tuple[int, int]] = []
    for start, end, _ in sorted(differing):
        if out and start < out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def trees(gold: Path, found: Path) -> Iterator[str]:
    """Syntax with the gold's words: a word with another head or relation."""
    for right, mine in zip(conllu.read(gold), conllu.read(found), strict=True):
        for i, form in enumerate(right.forms):
            arcs = [(one.heads[i], one.deprels[i].partition(":")[0]) for one in (right, mine)]
            if arcs[0] != arcs[1]:
                told = [f"{kind} of {right.forms[head - 1] if head else 'the root'}" for head, kind in arcs]
                start, end = right.spans[i]
                yield f"{form}: {_window(right.text, start, end)}\n    gold: {told[0]}\n    here: {told[1]}"


def cues(gold: Path, found: Path) -> Iterator[str]:
    """Attribution: a stretch that is a cue's here and not in the gold, or the other way round."""
    mine: dict[str, set[int]] = {}
    for row in rows(found):
        mine.setdefault(row["doc"], set()).update(n for start, end in row["cue"] for n in range(start, end))
    for path in sorted(gold.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        marked = (gold.parent / "attributions").glob(f"{path.stem}*.ann")
        theirs = {
            n
            for start, end, kind in examples.marks(min(marked).read_text(encoding="utf-8"))
            if kind == "cue"
            for n in range(start, end)
        }
        for word in re.finditer(r"\w[\w'’-]*", text):
            held = [word.start() in side for side in (theirs, mine.get(path.stem, set()))]
            if held[0] != held[1]:
                yield f"{_window(text, *word.span())}\n    {'missed' if held[0] else 'extra'}"


def values(gold: Path, found: Path) -> Iterator[str]:
    """Factuality: an event whose value falls into another class (negative, uncertain, positive)."""
    predicted = {row["id"]: row["value"] for row in rows(found)}
    for row in rows(gold):
        mine = predicted.get(row["id"])
        if mine is None or _class(mine) != _class(row["value"]):
            told = "nothing" if mine is None else f"{mine:+.1f}"
            yield f"{_window(row['text'], row['start'], row['end'])}\n    gold: {row['value']:+.1f}\n    here: {told}"


def _class(value: float) -> int:
    return (value >= 1) - (value <= -1)


def categories(gold: Path, found: Path) -> Iterator[str]:
    """Category of a marked source and target; CONCEDE and RETREAT are both PLV's YIELD."""
    predicted = {row["id"]: row["root"] for row in rows(found)}
    for row in rows(gold):
        mine = predicted.get(row["id"])
        if ("YIELD" if mine in ("CONCEDE", "RETREAT") else mine) != row["root"]:
            yield f"{row['marked']}\n    gold: {row['root']}\n    here: {mine}"


def dyads(gold: Path, found: Path) -> Iterator[str]:
    """Who to whom: a sentence of which a gold pair of actor and recipient is in no predicted event."""
    predicted = {row["id"]: row["events"] for row in rows(found)}
    for row in rows(gold):
        mine = predicted.get(row["id"], [])
        missed = [
            one
            for one in row["events"]
            if one["actor"]
            and one["recipient"]
            and not any(
                {a[:3] for a in one["actor"]} & {a[:3] for a in event["actor"]}
                and {r[:3] for r in one["recipient"]} & {r[:3] for r in event["recipient"]}
                for event in mine
            )
        ]
        if missed:
            told = "; ".join(f"{e['actor']} {e.get('category') or e.get('cameo')} {e['recipient']}" for e in missed)
            here = "; ".join(f"{e['actor']} {e['category']} {e['recipient']}" for e in mine) or "nothing"
            yield f"{row['text']}\n    gold: {told}\n    here: {here}"


SHEETS = {
    "names-uner": spans,
    "names-crossner": spans,
    "names-re3d": spans,
    "syntax-gold-tokens": trees,
    "attribution": cues,
    "factuality": values,
    "category": categories,
    "dyad": dyads,
}


if __name__ == "__main__":
    main()
