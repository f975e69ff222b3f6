"""Which mentions are the same happening: all documents one pool, mentions given.

    python bench/linking/run.py --input FILE.jsonl... --output FILE.jsonl [--model FOLDER]

Of each document `doc`, `text`, `sentences` and the mentions' `mention`, `sentence` and `tokens` are read; topics and
chains never. The reader gives the lemma of each mention's head, `whosays.link.given` the happenings. Writes
{"doc", "mention", "cluster"} a line.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whosays.link.given import Given, happenings
from whosays.reader.boundary import Cut
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
    names = [(row["doc"], mention["mention"]) for row in rows for mention in row["mentions"]]
    found = happenings([row["text"] for row in rows], read(rows, OwnReader(options.model)))
    with options.output.open("w", encoding="utf-8") as out:
        for (doc, mention), cluster in zip(names, found, strict=True):
            out.write(json.dumps({"doc": doc, "mention": mention, "cluster": str(cluster)}) + "\n")


def read(rows: list[Row], reader: OwnReader) -> list[Given]:
    """The mentions of the documents with the lemmas that the reader sees."""
    wanted = [(d, s) for d, row in enumerate(rows) for s in sorted({m["sentence"] for m in row["mentions"]})]
    sentences = [list(words(rows[d]["sentences"][s])) for d, s in wanted]
    seen = dict(zip(wanted, reader.see(sentences, [[0] * len(s) for s in sentences], ()), strict=True))
    found = []
    for d, row in enumerate(rows):
        for mention in row["mentions"]:
            sentence = seen[d, mention["sentence"]]
            found.append(Given(report=d, lemma=sentence.lemmas[head_of(mention["tokens"], sentence.heads)]))
    return found


def words(tokens: list[str]) -> Iterator[Cut]:
    """Words of a sentence that comes cut already."""
    at = 0
    for token in tokens:
        yield Cut(start=at, end=at + len(token), text=token, token=True, glued=False)
        at += len(token) + 1


def head_of(tokens: list[int], heads: list[int]) -> int:
    """The word of a mention that hangs on none of its others."""
    return next((word for word in tokens if heads[word] - 1 not in tokens), tokens[-1])


if __name__ == "__main__":
    main()
