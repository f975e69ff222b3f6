"""The bootstrap draws gold and prediction together and gives intervals that hold what they should."""

from __future__ import annotations

import json
from pathlib import Path

import resample

SCORER = """
import json, pathlib
def main(arguments):
    gold, pred = ([json.loads(line) for line in pathlib.Path(path).read_text().splitlines()] for path in arguments)
    found = {row["id"]: row["value"] for row in pred}
    assert len({row["id"] for row in gold}) == len(gold)
    print(json.dumps({"right": sum(found.get(row["id"]) == row["value"] for row in gold) / len(gold)}))
"""


def figures(tmp_path: Path, right: int, of: int) -> list[float]:
    scorer, gold, pred = (tmp_path / name for name in ("scorer.py", "gold.jsonl", "pred.jsonl"))
    scorer.write_text(SCORER, encoding="utf-8")
    gold.write_text("".join(json.dumps({"id": i, "value": 1}) + "\n" for i in range(of)), encoding="utf-8")
    pred.write_text("".join(json.dumps({"id": i, "value": int(i < right)}) + "\n" for i in range(of)), encoding="utf-8")
    found = resample.draws([str(scorer), str(gold), str(pred)], gold, pred, times=60, folder=tmp_path)
    return [one["right"] for one in found]


def test_the_interval_lies_around_the_figure(tmp_path: Path) -> None:
    low, high = resample.interval(figures(tmp_path, right=60, of=100))
    assert low < 0.6 < high
    assert 0.1 < high - low < 0.35


def test_a_perfect_answer_stays_perfect_on_every_draw(tmp_path: Path) -> None:
    assert set(figures(tmp_path, right=20, of=20)) == {1.0}


def test_the_same_draws_come_every_time(tmp_path: Path) -> None:
    assert figures(tmp_path, right=5, of=10) == figures(tmp_path, right=5, of=10)
