"""Named entities, in each corpus's own label set.

    python bench/names/run.py --input FILE.jsonl... --output FILE.jsonl

The label set goes by the file's name (`uner`, `crossner` or `re3d` in it) or by `--labels`. Only `id` and `text` are
read. UNER and CrossNER have a sentence a line; CrossNER's text is words joined by spaces, and taken so. re3d has a
document a line, which the reader cuts; its nested spans come from two heads: the outermost, and those inside them.
CrossNER's finer kinds (country, politician or person) are settled by `kinds.py`; `--plain` leaves them to the head.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from kinds import Kinds

from whosays.reader import borders
from whosays.reader.boundary import Cut
from whosays.reader.own import OwnReader, quotes
from whosays.reader.segment import Segment

MODEL = Path(__file__).resolve().parents[2] / "src/whosays/reader/model"
HEADS = {"uner": ("names_uner",), "crossner": ("names_crossner",), "re3d": ("names_re3d", "names_re3d_inner")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--labels", choices=sorted(HEADS))
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--plain", action="store_true", help="the head's own kinds, without kinds.py")
    arguments = parser.parse_args()
    reader = OwnReader(arguments.model, threads=arguments.threads)
    with arguments.output.open("w", encoding="utf-8", newline="\n") as out:
        for path in arguments.input:
            labels = arguments.labels or next((name for name in HEADS if name in path.name), None)
            if labels is None:
                parser.error(f"{path.name} names no label set: give --labels")
            for row in predictions(path, labels, reader, plain=arguments.plain):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


def predictions(path: Path, labels: str, reader: OwnReader, *, plain: bool) -> Iterator[dict[str, object]]:
    """One row with spans for each row of the file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    finer = Kinds.load() if labels == "crossner" and not plain else None
    cut = [segments(row["text"], labels, reader) for row in rows]
    states = [state for document in cut for state in quotes(document)]
    seen = iter(reader.see([s.words for document in cut for s in document], states, HEADS[labels]))
    for row, document in zip(rows, cut, strict=True):
        spans = set()
        for segment in document:
            one, forms = next(seen), [word.text for word in segment.words]
            for head in HEADS[labels]:
                whole = borders.mended(one.spans[head], forms)
                spans |= {(segment.words[a].start, segment.words[b].end, kind) for a, b, kind in whole}
        found = finer.refine(row["text"], sorted(spans)) if finer else sorted(spans)
        yield {"id": row["id"], "spans": [list(span) for span in found]}


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
