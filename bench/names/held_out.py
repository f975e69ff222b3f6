"""Scores re3d on the reports that training holds out: sha1 of the id modulo 5 is 1 (`training/names.py`).

    python bench/names/held_out.py --gold re3d-train.jsonl --pred FILE --scorer score.py --json

Predictions of other reports are left out, then the material's own scorer (`score.py ner`) does the rest.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
from names import held_out


def kept(path: Path, folder: Path) -> Path:
    """A copy of a file of JSON lines with the reports held out alone."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    out = folder / path.name
    out.write_text("\n".join(line for line in lines if held_out(json.loads(line)["id"])) + "\n", encoding="utf-8")
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--pred", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("gold", "pred"):
            (Path(folder) / name).mkdir()
        gold, pred = (
            kept(path, Path(folder) / name) for name, path in (("gold", options.gold), ("pred", options.pred))
        )
        command = [sys.executable, str(options.scorer), "ner", "--gold", str(gold), "--pred", str(pred)]
        subprocess.run([*command, *(["--json"] if options.json else [])], check=True)


if __name__ == "__main__":
    main()
