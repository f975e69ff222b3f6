"""How far the coder's events are those that a reader labelled in plain sentences.

    python bench/sentences/score_sentences.py --gold bench/sentences/constructed/*.txt --pred FILE.jsonl [--json]

A coded event and a label belong together where the head word of the trigger lies in the labelled word. `events`: recall over the labels that tell a deed
outright (CT+, no flag but `historical`), precision over all coded events, each right where its word is labelled with the same category, whatever its value:
what is asked, promised or conditional need not be recorded, and is no fault where it is. `found` is the same without the category.
`actor` and `recipient` are counted over the events that have the right category; a participant is right where its head word lies in a labelled one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
import written

SETTING = frozenset({"historical"})
PARTIES = ("actor", "recipient")


def counts(gold: Sequence[written.Written], coded: Sequence[list[dict[str, Any]]]) -> Counter[str]:
    """Labels, coded events and those that agree, by figure ("events.gold", "events.coded", "events.right" and so on)."""
    found: Counter[str] = Counter()
    for sentence, events in zip(gold, coded, strict=True):
        labels = [label for label in sentence.events if label.category is not None]
        of = {id(event): _label(event, labels) for event in events}
        for label in labels:
            mine = [event for event in events if of[id(event)] is label]
            told = label.value == "CT+" and SETTING.issuperset(label.flags)
            same = any(event["category"] == label.category for event in mine)
            found.update({"found.gold": told, "found.hit": told and bool(mine)})
            found.update({"events.gold": told, "events.hit": told and same})
        for event in events:
            meant = of[id(event)]
            found.update({"found.coded": 1, "found.right": meant is not None})
            found.update({"events.coded": 1})
            if meant is not None and meant.category == event["category"]:
                found.update({"events.right": 1})
                found.update(_parties(event, meant))
    return found


def _label(event: dict[str, Any], labels: list[written.Told]) -> written.Told | None:
    start, end = event["trigger"]
    return next((label for label in labels if label.trigger[0] < end and start < label.trigger[1]), None)


def _parties(event: dict[str, Any], label: written.Told) -> Counter[str]:
    out: Counter[str] = Counter()
    for kind in PARTIES:
        spans = [role.span for role in label.roles if role.kind == kind]
        heads = [start for start, _ in event[kind]]
        out[f"{kind}.gold"] += len(spans)
        out[f"{kind}.hit"] += sum(any(a <= head < b for head in heads) for a, b in spans)
        out[f"{kind}.coded"] += len(heads)
        out[f"{kind}.right"] += sum(any(a <= head < b for a, b in spans) for head in heads)
    return out


def figures(found: Counter[str]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each figure."""
    out = {}
    for name in ("found", "events", *PARTIES):
        precision = found[f"{name}.right"] / max(1, found[f"{name}.coded"])
        recall = found[f"{name}.hit"] / max(1, found[f"{name}.gold"])
        both = precision + recall
        out[name] = {"P": precision, "R": recall, "F": 2 * precision * recall / both if both else 0.0}
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="files, or folders of them")
    parser.add_argument("--pred", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    paths = [one for path in arguments.gold for one in (sorted(path.glob("*.txt")) if path.is_dir() else [path])]
    gold = [one for path in paths for one in written.read(path, written.categories())]
    rows = [json.loads(line) for line in arguments.pred.read_text(encoding="utf-8").splitlines()]
    if [one.text for one in gold] != [row["text"] for row in rows]:
        parser.error("the predictions are of other sentences")
    found = figures(counts(gold, [row["events"] for row in rows]))
    if arguments.json:
        print(json.dumps(found))
        return
    for name, row in found.items():
        print(f"{name:10} P {100 * row['P']:.1f}  R {100 * row['R']:.1f}  F1 {100 * row['F']:.1f}")


if __name__ == "__main__":
    main()
