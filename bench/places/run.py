"""Places: where they are named in a text, and which places of the world they are.

    python bench/places/run.py --input FILE.jsonl... --output FILE.jsonl [--gold-spans] [--model FOLDER]

Of each document `doc` and `text` are read; with `--gold-spans` also where the places are (`start`, `end`), never which.
Without it they are found.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from whosays import reader, resolve
from whosays.record.document import Document
from whosays.resolve.atlas.atlas import Atlas, context_of
from whosays.resolve.atlas.named import place_names
from whosays.resolve.atlas.said import said_at


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--gold-spans", action="store_true")
    parser.add_argument("--model", type=Path, default=None)
    arguments = parser.parse_args()
    world = resolve.load_world()
    with arguments.output.open("w", encoding="utf-8", newline="\n") as out:
        for path in arguments.input:
            lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
            documents = [json.loads(line) for line in lines]
            found = given(documents) if arguments.gold_spans else read(documents, arguments.model, world.atlas)
            for row, spans in zip(documents, found, strict=True):
                for prediction in locate(row["doc"], row["text"], spans, world.atlas):
                    out.write(json.dumps(prediction, ensure_ascii=False) + "\n")


def given(documents: list[dict[str, object]]) -> Iterator[list[tuple[int, int]]]:
    """The spans that the corpus gives."""
    for row in documents:
        places = row["places"] if isinstance(row["places"], list) else []
        yield sorted({(place["start"], place["end"]) for place in places})


def read(documents: list[dict[str, object]], model: Path | None, atlas: Atlas) -> Iterator[list[tuple[int, int]]]:
    """The spans of the places that are named in each text."""
    texts = [str(row["text"]) for row in documents]
    loaded = reader.load(model)
    for reading in loaded.read([Document.plain(text) for text in texts]):
        yield sorted(set(place_names(reading, atlas)))


def locate(doc: str, text: str, spans: list[tuple[int, int]], atlas: Atlas) -> Iterator[dict[str, object]]:
    """A place for each span, all of a document together."""
    said = [said_at(text, start, end) for start, end in spans]
    context = context_of(atlas, said)
    for (start, end), one in zip(spans, said, strict=True):
        choice = atlas.choose(one, context)
        spot = choice.spot if choice is not None else atlas.around(one, context)
        yield {
            "doc": doc,
            "start": start,
            "end": end,
            "lat": spot.lat if spot is not None else None,
            "lon": spot.lon if spot is not None else None,
            "id": int(spot.id) if spot is not None and spot.id is not None else None,
        }


if __name__ == "__main__":
    main()
