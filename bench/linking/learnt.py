"""Would learnt weights link better than those set by hand? Each bundle is linked with weights learnt from the others.

    python bench/linking/learnt.py --gold ../shared/gold/dev --scorer ../shared/bench/score_bundles.py

For every pair of events of one category that the gold knows, each agreement and conflict is a feature and "one incident" the
answer; a logistic regression is drawn towards the weights set by hand, the more the greater `pull` is, scaled so that two is
enough, and rounded to quarters. Printed are the scorer's totals with the weights set by hand and with learnt ones.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from whosays import ingest, link, pipeline, situation
from whosays.config import Settings
from whosays.link.copies import source_of
from whosays.link.mentions import mention_of
from whosays.link.origins import copies_among, shingles, with_origins
from whosays.link.score import WEIGHTS, Block, Weights
from whosays.record.codec import to_json
from whosays.record.document import Failure
from whosays.record.linking import Mention
from whosays.record.whole import DocumentRecord

NAMES = [field.name for field in fields(Weights) if field.name != "enough"]
BY_HAND = np.array([*(getattr(WEIGHTS, name) for name in NAMES), -WEIGHTS.enough])
PULLS = (1, 3, 10, 30)
Pairs = tuple[NDArray[np.float64], NDArray[np.float64]]  # features of each pair, and whether it is one incident


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--scorer", type=Path, required=True)
    options = parser.parse_args()
    tools = pipeline.load_tools(Settings())
    records, pairs = {}, {}
    for bundle in sorted(path for path in options.gold.iterdir() if (path / "docs").is_dir()):
        results = pipeline.code_reports(ingest.captures([bundle / "docs"]), tools)
        records[bundle.name] = [result[1] for result in results if not isinstance(result, Failure)]
        gold = json.loads((bundle / "gold.json").read_text(encoding="utf-8"))
        pairs[bundle.name] = pairs_of(*known(records[bundle.name], gold))
    show("by hand", dict.fromkeys(records, BY_HAND), records, options)
    for pull in PULLS:
        learnt = {name: learn([pairs[other] for other in pairs if other != name], pull) for name in pairs}
        show(f"pull {pull}", learnt, records, options)
    whole = learn(list(pairs.values()), PULLS[-1])
    print(
        "learnt from all:",
        ", ".join(f"{name} {round(v * 4) / 4:+g}" for name, v in zip(NAMES, whole[:-1], strict=True)),
    )


def known(records: list[DocumentRecord], gold: dict[str, Any]) -> tuple[list[Mention], list[str]]:
    """The events of one bundle that the gold has, as mentions, and the incident of each."""
    edges = copies_among({one.document.id: shingles(one.document.text) for one in records})
    sources = {one.id: one for one in with_origins([source_of(record.document) for record in records], edges)}
    mentions, incidents = [], []
    for record in records:
        for event in record.events:
            for incident in gold["incidents"]:
                if incident["category"] == event.category and any(
                    told["doc"] == Path(record.document.path).stem
                    and told["quote"] in record.document.text
                    and abs(_start(record, told) - event.trigger.start) < len(told["trigger"])
                    for told in incident["mentions"]
                ):
                    mentions.append(mention_of(event, sources[record.document.id]))
                    incidents.append(incident["id"])
                    break
    return mentions, incidents


def _start(record: DocumentRecord, told: dict[str, str]) -> int:
    return record.document.text.index(told["quote"]) + told["quote"].find(told["trigger"])


def pairs_of(mentions: list[Mention], incidents: list[str]) -> Pairs:
    """Every pair of one category that may be of one happening."""
    rows, answers = [np.zeros((0, len(NAMES)))], [np.zeros(0)]
    for category in sorted({one.category for one in mentions}):
        inside = [n for n, one in enumerate(mentions) if one.category == category]
        block, above = Block([mentions[n] for n in inside]), np.triu_indices(len(inside), 1)
        _, apart = block.compared(block.every)
        free = ~apart[above]
        counted = [block.compared(block.every, _only(name))[0][above][free] for name in NAMES]
        same = np.array([incidents[inside[a]] == incidents[inside[b]] for a, b in zip(*above, strict=True)])
        rows.append(np.array(counted, dtype=np.float64).T)
        answers.append(same[free].astype(np.float64) if len(same) else np.zeros(0))
    return np.concatenate(rows), np.concatenate(answers)


def _only(name: str) -> Weights:
    return Weights(**(dict.fromkeys(NAMES, 0.0) | {name: 1.0}), enough=0.0)


def learn(pairs: list[Pairs], pull: float) -> NDArray[np.float64]:
    """Weights and the threshold's negative; two is enough."""
    features, answers = (np.concatenate(part) for part in zip(*pairs, strict=True))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = features @ weights[:-1] + weights[-1]
        away = weights[:-1] - BY_HAND[:-1]
        error = 1 / (1 + np.exp(-scores)) - answers
        value = float((np.logaddexp(0, scores) - answers * scores).sum() + pull * (away**2).sum())
        return value, np.append(features.T @ error + 2 * pull * away, error.sum())

    found: NDArray[np.float64] = minimize(loss, BY_HAND, jac=True, method="L-BFGS-B").x
    return found * (WEIGHTS.enough / -found[-1])


def show(
    title: str, weights: dict[str, NDArray[np.float64]], records: dict[str, list[DocumentRecord]], options: Any
) -> None:
    """Link every bundle with its weights and print the scorer's totals."""
    with tempfile.TemporaryDirectory() as folder:
        for name, found in weights.items():
            rounded = [round(float(value) * 4) / 4 for value in found]
            used = Weights(**dict(zip(NAMES, rounded[:-1], strict=True)), enough=-rounded[-1])
            record = situation.assess(records[name], link.link(records[name], used))
            Path(folder, f"{name}.json").write_text(json.dumps(to_json(record)), encoding="utf-8")
        command = [sys.executable, str(options.scorer), str(options.gold), "--export", folder]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    print(f"{title:10s} {told.strip().splitlines()[-1]}")


if __name__ == "__main__":
    main()
