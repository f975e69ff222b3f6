"""Makes the shipped model from the data folder: lemmas, boundaries, training in two parts, their mean, export.

    python training/make.py --data DATA --run training/runs/NAME --minutes 73 26

Interrupted, the same command with `--resume` goes on from the last checkpoint. `--corpora ewt,gum,crossner,re3d` builds
without PolNeAR: that model has no marks of attribution, everything else is the same.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def step(script: str, *arguments: str) -> None:
    """Run one of the scripts beside this one; stop if it fails."""
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder with syntax/, ner/ and attribution/")
    parser.add_argument("--run", required=True, help="folder for checkpoints")
    parser.add_argument("--output", default=str(HERE.parent / "src/whosays/reader/model"))
    parser.add_argument("--corpora", default="ewt,gum,crossner,re3d,polnear")
    parser.add_argument("--minutes", nargs=2, default=["73", "26"], help="of the first and the second part")
    parser.add_argument("--steps", nargs=2, default=["0", "0"], help="instead of minutes")
    parser.add_argument("--threads", default="2")
    parser.add_argument("--resume", action="store_true")
    arguments = parser.parse_args()
    table = str(Path(arguments.output) / "lemmas.tsv")
    step("lemma_table.py", "--data", arguments.data, "--output", table)
    segmenter = str(Path(arguments.output) / "segmenter.npz")
    if not (arguments.resume and Path(segmenter).exists()):
        step("boundaries.py", "--data", arguments.data, "--output", segmenter)
    first, second = Path(arguments.run) / "first", Path(arguments.run) / "second"
    common = ["--data", arguments.data, "--segmenter", segmenter, "--corpora", arguments.corpora]
    common += ["--threads", arguments.threads, *(["--resume"] if arguments.resume else [])]
    if not (arguments.resume and (first / "final.pt").exists()):
        step("train.py", "--run", str(first), "--minutes", arguments.minutes[0], "--steps", arguments.steps[0], *common)
    step(
        "train.py",
        *("--run", str(second), "--settings", str(HERE / "settings-second.toml"), "--start", str(first / "final.pt")),
        *("--minutes", arguments.minutes[1], "--steps", arguments.steps[1], *common),
    )
    mean = str(Path(arguments.run) / "mean")
    step("average.py", "--first", str(first), "--second", str(second), "--run", mean)
    step("export.py", "--run", mean, "--output", arguments.output)


if __name__ == "__main__":
    main()
