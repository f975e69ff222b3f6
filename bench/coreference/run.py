"""Who and what is spoken of again: chains of a document's phrases, one JSON line a document.

    python bench/coreference/run.py --input GUM.conllu... --output FILE.jsonl

Sentences and words are the file's (columns ID, FORM and SpaceAfter; nothing else is read); tags, trees and names are the
reader's, phrases and chains are found by `whosays.resolve.phrases.chains`. Out: `{"doc", "chains": [[[first, last], ...], ...]}`,
words of the document counted from 0; phrases in no chain are chains of one.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import gum

from whosays.reader.boundary import Cut
from whosays.reader.own import NAMES, OwnReader, quotes, sentence_of
from whosays.reader.segment import Segment
from whosays.record.document import Document
from whosays.record.reading import Reading
from whosays.resolve.phrases.chains import chains, links
from whosays.resolve.world import load_world

MODEL = Path(__file__).resolve().parents[2] / "src/whosays/reader/model"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--threads", type=int, default=0)
    arguments = parser.parse_args()
    reader, world = OwnReader(arguments.model, threads=arguments.threads), load_world()
    with arguments.output.open("w", encoding="utf-8", newline="\n") as out:
        for path in arguments.input:
            for doc, reading in readings(path, reader):
                starts = list(accumulate((len(s.tokens) for s in reading.sentences), initial=0))
                found = chains(links(reading, world.nouns, world.reference))
                spans = [[(starts[p.sentence] + p.first, starts[p.sentence] + p.last) for p in one] for one in found]
                out.write(json.dumps({"doc": doc, "chains": spans}) + "\n")


def readings(path: Path, reader: OwnReader) -> Iterator[tuple[str, Reading]]:
    """Each document of a file with what the reader says of its words."""
    for doc, blocks in gum.documents(path):
        segments, text = given(blocks)
        seen = reader.see([s.words for s in segments], list(quotes(segments)), (NAMES,))
        found = (sentence_of(index, *pair) for index, pair in enumerate(zip(segments, seen, strict=True)))
        yield doc, Reading(document=Document.plain(text, id=doc), sentences=tuple(found))


def given(blocks: list[gum.Block]) -> tuple[list[Segment], str]:
    """The file's sentences and words, with the text that they make: where no mark says otherwise, words are a space apart."""
    text, segments, paragraph = "", list[Segment](), 0
    for block in blocks:
        text += "\n\n" if block.paragraph != paragraph else ""
        paragraph, words = block.paragraph, list[Cut]()
        inside, after = 0, True
        for row in block.rows:
            spaced = "SpaceAfter=No" not in row[9].split("|")
            if "-" in row[0]:
                inside, after = int(row[0].split("-")[1]), spaced
                continue
            glued = bool(words) and not text.endswith((" ", "\n"))
            words.append(Cut(start=len(text), end=len(text) + len(row[1]), text=row[1], token=True, glued=glued))
            behind = after if int(row[0]) == inside else int(row[0]) > inside and spaced
            text += row[1] + (" " if behind else "")
        segments.append(Segment(paragraph=paragraph, words=tuple(words)))
    return segments, text


if __name__ == "__main__":
    main()
