"""What each source of the training data is worth: the same short run with all of them, and once without each.

    python training/ablate.py --data DATA --runs training/runs/ablation --steps 500

`DATA` is the folder with data/ and bench/ in it. Every run begins at the bare encoder, has the same number of batches and the
same seed, is exported as the shipped model is and measured by the runners of `bench/` on development splits. A run without
a source sees the others more often. Short runs are weaker than the shipped model: it is the differences that count. Runs that are
there already are only measured. The table goes to standard output and, as JSON, to `--runs`/figures.json.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench" / "names"))
import held_out

HERE = Path(__file__).parent
SOURCES = ("ewt", "gum", "crossner", "re3d", "polnear", "written", "named")
TREES = "ewt"  # the trees, the tags and UNER come from here: no reader without it
#                 figure              runner         input                             scorer, its gold, the figure's path
MEASURES: tuple[tuple[str, str, str, tuple[str, ...], str, str], ...] = (
    ("LAS, gold tokens", "syntax", "data/syntax/ewt-dev.conllu", ("parse",), "data/syntax/ewt-dev.conllu", "LAS"),
    ("LAS, GUM", "syntax", "data/syntax/gum-dev.conllu", ("parse",), "data/syntax/gum-dev.conllu", "LAS"),
    ("UNER", "names", "data/ner/uner-ewt-dev.jsonl", ("ner",), "data/ner/uner-ewt-dev.jsonl", "F"),
    (
        "CrossNER",
        "names",
        "data/ner/crossner-politics-dev.jsonl",
        ("ner",),
        "data/ner/crossner-politics-dev.jsonl",
        "F",
    ),
    ("re3d", "names", "{held}", ("ner",), "{held}", "F"),
    (
        "PolNeAR relations",
        "attribution",
        "data/attribution/polnear-dev/text",
        ("attribution",),
        "data/attribution/polnear-dev",
        "relations.F",
    ),
    ("UW, MAE", "factuality", "data/factuality/uw-dev.jsonl", ("factuality",), "data/factuality/uw-dev.jsonl", "MAE"),
    ("UW, r", "factuality", "data/factuality/uw-dev.jsonl", ("factuality",), "data/factuality/uw-dev.jsonl", "r"),
    ("PLV, accuracy", "category", "data/events/plv-dev.jsonl", ("root",), "data/events/plv-dev.jsonl", "root accuracy"),
    (
        "dyads",
        "dyad",
        "data/events/petrarch2-unit-dev.jsonl",
        ("dyad",),
        "data/events/petrarch2-unit-dev.jsonl",
        "dyad",
    ),
)
NEEDS = {
    "CrossNER": "names_crossner",
    "re3d": "names_re3d",
    "PolNeAR relations": "cue",
}  # the head whose labels a figure is about
ACTORS = ("data/events/PETR.Validate.actors.txt", "data/events/PETR.Validate.agents.txt")


def run(*command: str) -> str:
    """The output of one of the project's scripts; stop if it fails."""
    return subprocess.run([sys.executable, *command], check=True, stdout=subprocess.PIPE, text=True).stdout


def train(without: str, folder: Path, options: argparse.Namespace) -> Path:
    """The exported model that learnt from all sources but one ("" for all)."""
    model = folder / "model"
    if (model / "reader.onnx").exists():
        return model
    corpora = ",".join(source for source in SOURCES if source != without)
    common = ["--data", str(options.data / "data"), "--corpora", corpora, "--steps", str(options.steps), "--resume"]
    common += ["--threads", str(options.threads)]
    run(str(HERE / "train.py"), "--run", str(folder), *common)
    run(str(HERE / "export.py"), "--run", str(folder), "--output", str(model))
    shipped = HERE.parent / "src/whosays/reader/model"
    for name in ("segmenter.npz", "lemmas.tsv"):  # neither is learnt from the sources that are left out
        (model / name).write_bytes((shipped / name).read_bytes())
    return model


def measure(model: Path, data: Path, held: Path) -> dict[str, float]:
    """Each figure of MEASURES for a model, but those of heads that it does not have."""
    found: dict[str, float] = {}
    heads = json.loads((model / "labels.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        for name, runner, source, scorer, gold, path in MEASURES:
            if NEEDS.get(name, "upos") not in heads:
                continue
            out = Path(folder) / (runner + Path(source).stem)
            given = str(held if source == "{held}" else data / source)
            against = str(held if gold == "{held}" else data / gold)
            if not out.exists():
                extra = ["--gold-tokens"] if runner == "syntax" else []
                extra += ["--actors", *(str(data / file) for file in ACTORS)] if runner == "dyad" else []
                bench = str(HERE.parent / "bench" / runner / "run.py")
                run(bench, "--input", given, *extra, "--model", str(model), "--output", str(out))
            scored: Any = json.loads(
                run(str(data / "bench/score.py"), *scorer, "--gold", against, "--pred", str(out), "--json")
            )
            for part in [path] if path in scored else path.split("."):
                scored = scored[part]
            found[name] = round(float(scored), 4)
    return found


def table(figures: dict[str, dict[str, float]]) -> str:
    """All figures, a row a measure, a column a run."""
    runs = list(figures)
    lines = ["| | " + " | ".join(runs) + " |", "|---" * (len(runs) + 1) + "|"]
    for name, *_ in MEASURES:
        told = [f"{figures[r][name]:.3f}" if name in figures[r] else "–" for r in runs]
        lines.append(f"| {name} | " + " | ".join(told) + " |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with data/ and bench/ in it")
    parser.add_argument("--runs", type=Path, required=True, help="folder for the runs")
    parser.add_argument("--steps", type=int, default=500)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.runs.mkdir(parents=True, exist_ok=True)
    if not (HERE / "runs/encoder/model.safetensors").exists():
        run(str(HERE / "encoder.py"), "--output", str(HERE / "runs/encoder"))
    held = held_out.kept(options.data / "data/ner/re3d-train.jsonl", options.runs)
    figures: dict[str, dict[str, float]] = {}
    for without in ("", *(source for source in reversed(SOURCES) if source != TREES)):
        name = f"without {without}" if without else "all"
        model = train(without, options.runs / name.replace(" ", "-"), options)
        figures[name] = measure(model, options.data, held)
        (options.runs / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        sys.stdout.write(table(figures) + "\n\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
