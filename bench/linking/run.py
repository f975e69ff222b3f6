"""Which mentions are the same happening: all documents one pool, mentions given.

    python bench/linking/run.py --input FILE.jsonl... --output FILE.jsonl [--model FOLDER]

Of each document `doc`, `text`, `sentences` and the mentions' `mention`, `sentence` and `tokens` are read; topics and chains never. Reports are
first grouped by story (`stories.py`); inside a story two mentions are one happening where their scores in `pairs.py`
say so, and chains are the clusters of average linkage. Writes {"doc", "mention", "cluster"} a line.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pairs
import stories

from whosays.reader.own import OwnReader

MODEL = Path(__file__).resolve().parents[2] / "src/whosays/reader/model"
Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", nargs="+", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=MODEL)
    options = parser.parse_args()
    lines = [line for path in options.input for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [json.loads(line) for line in lines if line.strip()]
    mentions = pairs.read(rows, OwnReader(options.model))
    found = stories.group([row["text"] for row in rows])
    with options.output.open("w", encoding="utf-8") as out:
        for story in sorted(set(found)):
            mine = [mention for mention in mentions if found[mention.document] == story]
            for mention, cluster in zip(mine, pairs.cluster(mine), strict=True):
                row = rows[mention.document]
                answer = {"doc": row["doc"], "mention": mention.id, "cluster": f"{story}-{cluster}"}
                out.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
