"""Averages the weights of runs that went on from one another.

    python training/average.py --runs training/runs/NAME/first training/runs/NAME/second --shares 0.4 0.6 --run training/runs/NAME/mean

What only some of the runs have (heads that came later) is averaged over those. Labels are those of the last; with `--only`, so is
all that does not begin in one of the ways given.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from torch import Tensor


def mean(weights: list[tuple[float, dict[str, Tensor]]], only: tuple[str, ...] = ("",)) -> dict[str, Tensor]:
    """The weighted mean of each tensor that the last run has, over the runs that have it; others than `only` are the last run's."""
    found = {}
    for name, last in weights[-1][1].items():
        if not name.startswith(only):
            found[name] = last
            continue
        have = [(share, one[name]) for share, one in weights if name in one]
        whole = sum(share for share, _ in have)
        found[name] = sum((share / whole * tensor for share, tensor in have), start=torch.zeros(()))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=Path, nargs="+", required=True)
    parser.add_argument("--shares", type=float, nargs="+", required=True)
    parser.add_argument("--only", nargs="+", default=[""], metavar="PREFIX", help="average nothing else")
    parser.add_argument("--run", type=Path, required=True)
    arguments = parser.parse_args()
    pairs = zip(arguments.shares, arguments.runs, strict=True)
    weights = [(share, torch.load(run / "final.pt", weights_only=True)) for share, run in pairs]
    arguments.run.mkdir(parents=True, exist_ok=True)
    torch.save(mean(weights, tuple(arguments.only)), arguments.run / "final.pt")
    for name in ("labels.json", "tokenizer.json"):
        shutil.copyfile(arguments.runs[-1] / name, arguments.run / name)


if __name__ == "__main__":
    main()
