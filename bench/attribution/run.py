"""PolNeAR: attribution relations of plain texts.

    python bench/attribution/run.py --input FOLDER|FILE... --output FILE

Only text is read: `text/*.txt` of a folder, or the files themselves. Writes JSONL, a relation a line
({"doc", "source", "cue", "content"}: lists of half-open code-point spans), as `score.py attribution` reads it.
PolNeAR annotates the outermost attribution alone and nothing inside direct quotations, and rarely one without a
source; nested, continued and sourceless attributions, which the record keeps, are left out here.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from whosays import lexicon, reader
from whosays.coding.attribution.attribute import attribute
from whosays.coding.attribution.quotes import Quotation, inside, quotations
from whosays.record.coded import CodedAttribution, Mention
from whosays.record.document import Document


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", nargs="+", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--model", type=Path, help="folder of another model")
    options = parser.parse_args()
    model, words = reader.load(options.model), lexicon.load()
    documents = [document(path) for path in texts(options.input)]
    with options.output.open("w", encoding="utf-8") as out:
        for start in range(0, len(documents), 16):
            for reading in model.read(documents[start : start + 16]):
                quotes = quotations(reading.document.text)
                for one in attribute(reading, words):
                    if is_polnear(one, quotes):
                        out.write(json.dumps({"doc": reading.document.path, **relation(one)}) + "\n")


def texts(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted((path / "text" if (path / "text").is_dir() else path).glob("*.txt"))
        else:
            yield path


def document(path: Path) -> Document:
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    return Document.plain(text, id=path.stem)


def is_polnear(one: CodedAttribution, quotes: tuple[Quotation, ...]) -> bool:
    """Whether PolNeAR's annotators would have marked it (see above)."""
    if one.parent is not None or one.cue is None or inside(quotes, one.cue.start) is not None:
        return False
    return one.source is not None or one.kind in ("perception", "belief")


def relation(one: CodedAttribution) -> dict[str, list[list[int]]]:
    return {"source": spans(one.source), "cue": spans(one.cue), "content": spans(*one.content)}


def spans(*mentions: Mention | None) -> list[list[int]]:
    return [[mention.start, mention.end] for mention in mentions if mention is not None]


if __name__ == "__main__":
    main()
