"""Tags, lemmas and trees, as CoNLL-U.

    python bench/syntax/run.py --input RAW.jsonl... --output FILE.conllu
    python bench/syntax/run.py --gold-tokens --input GOLD.conllu... --output FILE.conllu

From raw text the reader finds sentences and words itself; with `--gold-tokens` it is given them (columns ID, FORM and
SpaceAfter; nothing else is read).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from whosays.reader.boundary import Cut
from whosays.reader.own import OwnReader, Seen, quotes
from whosays.reader.segment import Segment

MODEL = Path(__file__).resolve().parents[2] / "src/whosays/reader/model"
Rows = list[tuple[str, str]]  # ID and FORM of a sentence's lines, multiword tokens among them


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--gold-tokens", action="store_true")
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--threads", type=int, default=0)
    arguments = parser.parse_args()
    reader = OwnReader(arguments.model, threads=arguments.threads)
    with arguments.output.open("w", encoding="utf-8", newline="\n") as out:
        for path in arguments.input:
            for doc, sentences in gold_tokens(path, reader) if arguments.gold_tokens else raw(path, reader):
                out.write(f"# newdoc id = {doc}\n" if doc else "")
                out.writelines(conllu(rows, seen) for rows, seen in sentences)


def raw(path: Path, reader: OwnReader) -> Iterator[tuple[str, list[tuple[Rows, Seen]]]]:
    """Documents of a raw file, cut and read by the reader."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            (sentences,) = reader.sentences([row["text"]], ())
            forms = whole(row["text"], [word for segment, _ in sentences for word in segment.words])
            yield row["doc"], [(list(lines(segment.words, forms)), seen) for segment, seen in sentences]


def whole(text: str, words: list[Cut]) -> Iterator[str]:
    """The words' forms, each with the pictures and marks before it that the reader leaves out: the scorer wants all of the text."""
    at = 0
    for n, word in enumerate(words):
        end = word.end if n + 1 < len(words) else len(text)
        yield "".join(text[at:end].split())
        at = end


def lines(words: tuple[Cut, ...], forms: Iterator[str]) -> Iterator[tuple[str, str]]:
    """ID and FORM; a line with a range before the words of a multiword token."""
    form = list(islice(forms, len(words)))
    for i, word in enumerate(words):
        last = i
        while word.token and last + 1 < len(words) and not words[last + 1].token:
            last += 1
        if last > i:
            yield f"{i + 1}-{last + 1}", "".join(form[i : last + 1])
        yield str(i + 1), form[i]


def gold_tokens(path: Path, reader: OwnReader) -> Iterator[tuple[str, list[tuple[Rows, Seen]]]]:
    """Documents of a CoNLL-U file, read with its own sentences and words."""
    for doc, segments, rows in tables(path):
        seen = reader.see([s.words for s in segments], list(quotes(segments)), ())
        yield doc, list(zip(rows, seen, strict=True))


def tables(path: Path) -> Iterator[tuple[str, list[Segment], list[Rows]]]:
    """Documents of a CoNLL-U file: their sentences of words, and the lines that these stand on."""
    doc, paragraph, segments, rows = "", 0, list[Segment](), list[Rows]()
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        table = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        table = [row for row in table if "." not in row[0]]
        for comment in (line for line in block.split("\n") if line.startswith("#")):
            if comment.startswith("# newdoc id"):
                if segments:
                    yield doc, segments, rows
                doc, segments, rows = comment.split("=", 1)[1].strip(), [], []
            paragraph += comment.startswith(("# newdoc", "# newpar"))
        if table:
            segments.append(Segment(paragraph=paragraph, words=tuple(given(table))))
            rows.append([(row[0], row[1]) for row in table])
    if segments:
        yield doc, segments, rows


def given(table: list[list[str]]) -> Iterator[Cut]:
    """Words as the file has them; only whether a space stands before each is worked out."""
    glued, inside, after = False, 0, False
    for row in table:
        near = "SpaceAfter=No" in row[9].split("|")
        if "-" in row[0]:
            inside, after = int(row[0].split("-")[1]), near
            continue
        index = int(row[0])
        yield Cut(start=0, end=len(row[1]), text=row[1], token=True, glued=glued)
        glued = index < inside or (after if index == inside else near)


def conllu(rows: Rows, seen: Seen) -> str:
    """One sentence's block."""
    out = []
    for index, form in rows:
        if "-" in index:
            out.append("\t".join((index, form, *"________")))
            continue
        i = int(index) - 1
        columns = (
            index,
            form,
            seen.lemmas[i] or "_",
            seen.upos[i],
            "_",
            seen.feats[i] or "_",
            str(seen.heads[i]),
            seen.deprels[i],
            "_",
            "_",
        )
        out.append("\t".join(columns))
    return "\n".join(out) + "\n\n"


if __name__ == "__main__":
    main()
