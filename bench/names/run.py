"""Named entities, in each corpus's own label set.

    python bench/names/run.py --input FILE.jsonl... --output FILE.jsonl

The label set goes by the file's name (`uner`, `crossner` or `re3d` in it) or by `--labels`. Only `id` and `text` are
read. UNER and CrossNER have a sentence a line; CrossNER's text is words joined by spaces, and taken so. re3d has a
document a line, which the reader cuts; its nested spans come from two heads: the outermost, and those inside them.
UNER's names keep their kind through a document (all 1,141 that recur in a document of its training part do, and 99.4 % of
their recurrences are marked), re3d's in 92 of 100 places: names of a document agree accordingly (`agreement.py`).
Kinds that word lists tell (country, politician or person; known organisations) are settled by `kinds.py`; `--plain` leaves
them to the head.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import agreement
from kinds import Kinds, Known, Span

from whosays.reader import borders, net
from whosays.reader.boundary import Cut
from whosays.reader.decode import SpanDecoder
from whosays.reader.own import OwnReader, Seen, quotes
from whosays.reader.segment import Segment

MODEL = Path(__file__).resolve().parents[2] / "src/whosays/reader/model"
HEADS = {"uner": ("names_uner",), "crossner": ("names_crossner",), "re3d": ("names_re3d", "names_re3d_inner")}
AGREED: dict[str, dict[str, Any]] = {
    "uner": {"own": 0.0, "everywhere": True},
    "crossner": {"own": 1.0},
    "re3d": {"own": 0.7},
}
FINER: dict[str, Callable[[], Any]] = {"uner": Known.load, "crossner": Kinds.load, "re3d": lambda: None}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--labels", choices=sorted(HEADS))
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--plain", action="store_true", help="the heads' own kinds, without kinds.py")
    arguments = parser.parse_args()
    reader = OwnReader(arguments.model, threads=arguments.threads)
    known = net.labels(arguments.model / "labels.json")
    decoders = {head: SpanDecoder(known[head]) for heads in HEADS.values() for head in heads}
    with arguments.output.open("w", encoding="utf-8", newline="\n") as out:
        for path in arguments.input:
            labels = arguments.labels or next((name for name in HEADS if name in path.name), None)
            if labels is None:
                parser.error(f"{path.name} names no label set: give --labels")
            for row in predictions(path, labels, reader, decoders, plain=arguments.plain):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


def predictions(
    path: Path, labels: str, reader: OwnReader, decoders: dict[str, SpanDecoder], *, plain: bool
) -> Iterator[dict[str, object]]:
    """One row with spans for each row of the file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    cut = [segments(row["text"], labels, reader) for row in rows]
    states = [state for row in cut for state in quotes(row)]
    seen = iter(reader.see([s.words for row in cut for s in row], states, HEADS[labels]))
    read = [(row, [(segment, next(seen)) for segment in mine]) for row, mine in zip(rows, cut, strict=True)]
    finer = None if plain else FINER[labels]()
    for _, document in groupby(read, lambda one: document_of(one[0]["id"], labels)):
        some = list(document)
        spans = agreed([one for _, sentences in some for one in sentences], labels, decoders)
        for row, sentences in some:
            found = sorted({span for _ in sentences for span in next(spans)})
            yield {"id": row["id"], "spans": [list(s) for s in (finer.refine(row["text"], found) if finer else found)]}


def agreed(
    sentences: list[tuple[Segment, Seen]], labels: str, decoders: dict[str, SpanDecoder]
) -> Iterator[list[Span]]:
    """The names of each sentence of a document, as its heads find them and the document agrees on them."""
    layers = []
    for head in HEADS[labels]:
        heard = []
        for segment, seen in sentences:
            words = [word.text for word in segment.words]
            found = borders.mended(seen.spans[head], words)
            heard.append(agreement.Heard(words=words, scores=seen.scores[head], spans=found))
        layers.append(agreement.names(heard, decoders[head], **AGREED[labels]))
    for (segment, _), *found in zip(sentences, *layers, strict=True):
        yield [(segment.words[a].start, segment.words[b].end, kind) for layer in found for a, b, kind in layer]


def document_of(row: str, labels: str) -> str:
    """The document of a row: UNER's sentences are numbered behind their document's name."""
    return row.rpartition("-")[0] if labels == "uner" else row


def segments(text: str, labels: str, reader: OwnReader) -> list[Segment]:
    """The row's sentences: one for UNER and CrossNER, as the reader finds them for re3d."""
    if labels == "re3d":
        return reader.segment(text)
    if labels == "uner":
        words = [word for segment in reader.segment(text) for word in segment.words]
        return [Segment(paragraph=0, words=tuple(words))] if words else []
    return [Segment(paragraph=0, words=tuple(spaced(text)))] if text.strip() else []


def spaced(text: str) -> Iterator[Cut]:
    """Words between spaces, with the spaces that running text would have."""
    at, before = 0, ""
    for form in text.split():
        at = text.index(form, at)
        glued = bool(before) and (form in ".,;:!?)]}%" or form.startswith("'") or before in ("(", "[", "{"))
        yield Cut(start=at, end=at + len(form), text=form, token=True, glued=glued)
        at, before = at + len(form), form


if __name__ == "__main__":
    main()
