"""What somebody would answer who has not thought about the task: the figure beside which ours means something.

    python bench/baselines.py TASK --input FILE... --output FILE [--gold-spans] [--gold-tokens]

One guess a task, a few lines each, from no model and no knowledge of the world:

    syntax       words hang on the word before them, all are nouns (with the gold words; from raw text, words at white space)
    names        a run of capitalised words inside a sentence is one name of the corpus' commonest kind
    attribution  in a sentence with "said": before the comma is the content, the other words are the source
    factuality   everything happened
    category     everything is an accusation
    dyad         the first name does it to the second
    places       the first place of that spelling in the gazetteer
    times        everything is the day of writing
    coreference  the same pronoun, or the same word with a capital, always speaks of the same

The bundles' baseline is the empty record, which scores 0.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
NAME = re.compile(r"(?<=[^.!?\s“\"]\s)(?:[A-Z][\w’'-]*)(?:\s[A-Z][\w’'-]*)*")
COMMONEST = {"uner": "LOC", "crossner": "politicalparty", "re3d": "Organisation"}
PRONOUNS = {
    "i",
    "me",
    "my",
    "we",
    "us",
    "our",
    "you",
    "your",
    "he",
    "him",
    "his",
    "she",
    "her",
    "it",
    "its",
    "they",
    "them",
    "their",
}
SENTENCE = re.compile(r"[^.!?\n]+[.!?]?[”\"]?")


def rows(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def syntax(path: Path) -> Iterator[str]:
    """CoNLL-U: a chain of nouns."""
    if path.suffix == ".jsonl":
        for row in rows(path):
            yield f"# newdoc id = {row['doc']}\n"
            for sentence in row["text"].split("\n"):
                if sentence.strip():
                    yield chain([(str(i), word) for i, word in enumerate(sentence.split(), 1)])
        return
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        yield "".join(line + "\n" for line in block.split("\n") if line.startswith("# newdoc"))
        table = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
        yield chain([(row[0], row[1]) for row in table if "." not in row[0]])


def chain(words: list[tuple[str, str]]) -> str:
    out = []
    for number, form in words:
        if "-" in number:
            out.append("\t".join([number, form, *"_" * 8]))
        else:
            head = int(number) - 1
            relation = "dep" if head else "root"
            out.append("\t".join([number, form, form.lower(), "NOUN", "_", "_", str(head), relation, "_", "_"]))
    return "\n".join(out) + "\n\n"


def names(path: Path) -> Iterator[Row]:
    kind = next(kind for name, kind in COMMONEST.items() if name in path.name)
    for row in rows(path):
        yield {"id": row["id"], "spans": [[*match.span(), kind] for match in NAME.finditer(row["text"])]}


def attribution(folder: Path) -> Iterator[Row]:
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        for sentence in SENTENCE.finditer(text):
            cue = re.search(r"\bsaid\b", sentence[0])
            if cue is None:
                continue
            start, said = sentence.start(), sentence.start() + cue.start()
            comma = sentence[0].rfind(",", 0, cue.start())
            source = start + comma + 1 if comma >= 0 else start
            content = [start, source] if comma >= 0 else [said + 4, sentence.end()]
            yield {"doc": path.stem, "source": [[source, said]], "cue": [[said, said + 4]], "content": [content]}


def factuality(path: Path) -> Iterator[Row]:
    yield from ({"id": row["id"], "value": 3.0} for row in rows(path))


def category(path: Path) -> Iterator[Row]:
    yield from ({"id": row["id"], "root": "ACCUSE"} for row in rows(path))


def dyad(path: Path) -> Iterator[Row]:
    for row in rows(path):
        found = [word[:3].upper() for word in re.findall(r"[A-Z]\w\w+", row["text"])]
        pair = list(dict.fromkeys(found))[:2]
        events = [{"category": "ACCUSE", "actor": pair[:1], "recipient": pair[1:]}] if pair else []
        yield {"id": row["id"], "events": events}


def places(path: Path) -> Iterator[Row]:
    """With the gold spans; the gazetteer is the project's, asked for nothing but the spelling."""
    from whosays import resolve

    atlas = resolve.load_world().atlas
    for row in rows(path):
        for place in row["places"]:
            found = atlas.gazetteer.find(place["text"]) if not place.get("ignore") else ()
            if found:
                first = found[0]
                yield {"doc": row["doc"], "start": place["start"], "end": place["end"], "id": first.id, "lat": first.lat, "lon": first.lon}  # fmt: skip


def times(path: Path) -> Iterator[Row]:
    for row in rows(path):
        for time in row["times"]:
            yield {"doc": row["doc"], "start": time["start"], "end": time["end"], "value": row["dct"]}


def coreference(path: Path) -> Iterator[Row]:
    for document in path.read_text(encoding="utf-8").split("# newdoc id = ")[1:]:
        doc, _, text = document.partition("\n")
        spoken: dict[str, list[tuple[int, int]]] = {}
        forms = (row.split("\t") for row in text.split("\n") if row.split("\t")[0].isdecimal())
        for place, form in enumerate(row[1] for row in forms):
            if form.lower() in PRONOUNS or form[:1].isupper():
                spoken.setdefault(form.lower(), []).append((place, place))
        yield {"doc": doc.strip(), "chains": list(spoken.values())}


TASKS = {
    "coreference": coreference,
    "syntax": syntax,
    "names": names,
    "attribution": attribution,
    "factuality": factuality,
    "category": category,
    "dyad": dyad,
    "places": places,
    "times": times,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=sorted(TASKS))
    parser.add_argument("--input", nargs="+", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    for option in ("--gold-spans", "--gold-tokens"):
        parser.add_argument(option, action="store_true", help="taken for granted; here for the runners' sake")
    parser.add_argument("--actors", nargs="*", help="not looked at")
    options = parser.parse_args()
    with options.output.open("w", encoding="utf-8") as out:
        for path in options.input:
            for answer in TASKS[options.task](path):
                out.write(answer if isinstance(answer, str) else json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
