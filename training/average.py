"""Averages the weights of two runs, the second of which went on from the first.

python training/average.py --first training/runs/NAME/first --second training/runs/NAME/second --run training/runs/NAME/mean
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch

SHARE = 0.6  # of the second run where nothing else is said; chosen once, not searched for


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("first", "second", "run"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--share", type=float, default=SHARE, help="of the second; what only it has is taken as it is")
    arguments = parser.parse_args()
    first, second = (torch.load(run / "final.pt", weights_only=True) for run in (arguments.first, arguments.second))
    arguments.run.mkdir(parents=True, exist_ok=True)
    share = arguments.share
    mean = {name: first[name] * (1 - share) + new * share if name in first else new for name, new in second.items()}
    torch.save(mean, arguments.run / "final.pt")
    for name in ("labels.json", "tokenizer.json"):
        shutil.copyfile(arguments.second / name, arguments.run / name)


if __name__ == "__main__":
    main()
