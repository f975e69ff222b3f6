"""Which mentions are the same happening: all documents one pool, mentions given.

    python bench/linking/run.py --input FILE.jsonl... --output FILE.jsonl [--model FOLDER]

Of each document `doc`, `text`, `sentences` and the mentions' `mention`, `sentence` and `tokens` are read; topics and
chains never. The reader gives the lemma and the mention vector of each mention's head, `whosays.link.given` the happenings. Writes
{"doc", "mention", "cluster"} a line. `--words-alone` leaves the vectors out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whosays.link.given import Given, Likeness, happenings
from whosays.reader.boundary import Cut
from whosays.reader.mentions import MentionSpace
from whosays.reader.own import VECTORS, OwnReader

MODEL = Path(__file__).resolve().parents[2] / "src/whosays/reader/model"
Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", nargs="+", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--words-alone", action="store_true")
    options = parser.parse_args()
    lines = [line for path in options.input for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [json.loads(line) for line in lines if line.strip()]
    names = [(row["doc"], mention["mention"]) for row in rows for mention in row["mentions"]]
    reader = OwnReader(options.model)
    space = None if options.words_alone else MentionSpace.of(options.model)
    likeness = None if space is None else Likeness(*space.weights)
    found = happenings([row["text"] for row in rows], read(rows, reader, space), likeness)
    with options.output.open("w", encoding="utf-8") as out:
        for (doc, mention), cluster in zip(names, found, strict=True):
            out.write(json.dumps({"doc": doc, "mention": mention, "cluster": str(cluster)}) + "\n")


def read(rows: list[Row], reader: OwnReader, space: MentionSpace | None) -> list[Given]:
    """The mentions of the documents with the lemmas that the reader sees, and their vectors where there is a space for them."""
    reports = [d for d, row in enumerate(rows) for _ in row["mentions"]]
    found = seen(rows, reader)
    vectors = None if space is None else space.vectors(np.stack([vector for _, vector in found]))
    return [
        Given(report=report, lemma=lemma, vector=None if vectors is None else vectors[n])
        for n, (report, (lemma, _)) in enumerate(zip(reports, found, strict=True))
    ]


def seen(rows: list[Row], reader: OwnReader) -> list[tuple[str, NDArray[np.float32]]]:
    """Lemma and encoder vector of each mention's head, in order."""
    wanted = [(d, s) for d, row in enumerate(rows) for s in sorted({m["sentence"] for m in row["mentions"]})]
    sentences = [list(words(rows[d]["sentences"][s])) for d, s in wanted]
    read_ = dict(zip(wanted, reader.see(sentences, [[0] * len(s) for s in sentences], (VECTORS,)), strict=True))
    found = []
    for d, row in enumerate(rows):
        for mention in row["mentions"]:
            sentence = read_[d, mention["sentence"]]
            head = head_of(mention["tokens"], sentence.heads)
            found.append((sentence.lemmas[head], sentence.vectors[head]))
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
