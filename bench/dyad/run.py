"""Dyads: who did what to whom, one sentence at a time, with actors given by a list.

    python bench/dyad/run.py --input FILE... --output FILE [--actors ACTORS AGENTS]

Input is JSONL with `id`, `text` and perhaps `date` (YYYYMMDD), or a JSON array of such objects; nothing else of it is
read. `--actors` are PETRARCH's dictionaries: names with their codes ("GONDOR [GON]", further names of the same actor on
lines with a plus sign); codes with dates count from their first matching day. The list of agents ("president" and the
like) is not needed: a role counts for its state. Writes JSONL {"id", "events": [{"category", "actor", "recipient"}]},
the event highest in the tree first, as `score.py dyad` reads it.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whosays import coding, lexicon, reader, resolve
from whosays.record.document import Document
from whosays.record.event import Event
from whosays.record.reading import Reading
from whosays.record.world import Entity

CODED = re.compile(r"\[\s*([A-Z][A-Z/]*\d*)?\s*([<>]?\s*[\d\s-]*)\]")
ENDINGS = ("n", "ian", "an", "i", "e", "ese")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", nargs="+", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--actors", nargs="+", type=Path, help="PETRARCH's dictionaries of actors and agents")
    parser.add_argument("--model", type=Path, help="folder of another model")
    options = parser.parse_args()
    rows = [row for path in options.input for row in read_rows(path)]
    with tempfile.TemporaryDirectory() as folder:
        actors = write_actors(options.actors[0], Path(folder) / "actors.tsv") if options.actors else None
        world = resolve.load_world(actors)
    model, words = reader.load(options.model), lexicon.load()
    with options.output.open("w", encoding="utf-8") as out:
        for start in range(0, len(rows), 32):
            batch = rows[start : start + 32]
            for row, reading in zip(batch, model.read([document(row) for row in batch]), strict=True):
                reading = coding.prepare(reading, words)  # noqa: PLW2901 - the same report, its slips set right
                record = resolve.resolve(reading, coding.code_prepared(reading, words), world)
                events = sorted(record.events, key=lambda event: depth(reading, event))
                out.write(json.dumps({"id": row["id"], "events": [dyad(event) for event in events]}) + "\n")


def read_rows(path: Path) -> list[dict[str, Any]]:
    text = path.read_text(encoding="utf-8")
    if text.lstrip().startswith("["):
        return [row for row in json.loads(text, strict=False) if "text" in row]
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def document(row: dict[str, Any]) -> Document:
    day = re.sub(r"\D", "", str(row.get("date") or ""))
    iso = f"{day[:4]}-{day[4:6]}-{day[6:8]}" if len(day) == 8 else None
    return Document.plain(row["text"], id=str(row["id"]), day=iso)


def depth(reading: Reading, event: Event) -> tuple[int, int]:
    """How far below its sentence's root a trigger stands, then where."""
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if token.start == event.trigger.start:
                steps, here = 0, token
                while here.head >= 0:
                    steps, here = steps + 1, sentence.tokens[here.head]
                return steps, event.trigger.start
    return 99, event.trigger.start


def dyad(event: Event) -> dict[str, Any]:
    """An event as the scorer reads it; where all take part, each does it to the others."""
    actor = codes(event.actor)
    mutual = actor if len(actor) > 1 else []
    return {"category": event.category, "actor": actor, "recipient": codes(event.recipient) or mutual}


def codes(entities: tuple[Entity, ...]) -> list[str]:
    """A state's code, else a name: the scorer counts every name as one class."""
    return list(dict.fromkeys(code for entity in entities for code in (entity.code or entity.name).split("/")))


# ---------------------------------------------------------------- PETRARCH's dictionary of actors


def write_actors(source: Path, target: Path) -> Path:
    """The dictionary as a list of our own format."""
    lines = ["id\tkind\tname\tcountry\tsector\taliases\tadjectives\tdemonyms\tfrom\tuntil"]
    for number, (names, coded) in enumerate(read_actors(source)):
        spellings = [spelling for name in names for spelling in spelt(name)]
        adjectives = [name + ending for name in spellings if " " not in name for ending in ENDINGS]
        for index, (actor, since, until) in enumerate(coded):
            aliases, adjective = "|".join(spellings[1:]), "|".join(adjectives)
            cells = [
                f"{actor}-{number}-{index}",
                "state",
                spellings[0],
                actor,
                "",
                aliases,
                adjective,
                "",
                since,
                until,
            ]
            lines.append("\t".join(cells))
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return target


def read_actors(path: Path) -> Iterator[tuple[list[str], list[tuple[str, str, str]]]]:
    """Each actor's names, and its codes with the days between which they hold (ISO, empty where open)."""
    names: list[str] = []
    coded: list[tuple[str, str, str]] = []
    for raw in path.read_text(encoding="utf-8").splitlines():
        line = raw.partition("#")[0].strip()
        if raw.lstrip().startswith(("<", "#", "--")) or not line:
            continue
        name = line.partition("[")[0].strip()
        if name and not name.startswith("+") and names:
            yield names, coded
            names, coded = [], []
        if name:
            names.append(name.removeprefix("+").strip())
        coded += [(match[1], *days(match[2])) for match in CODED.finditer(line) if match[1]]
    if names:
        yield names, coded


def days(text: str) -> tuple[str, str]:
    """The first and last day of "< 950601", "> 990816" and "19950601 - 19990815"."""
    found = [day(number) for number in re.findall(r"\d{6,8}", text)]
    if len(found) == 2:
        return found[0], found[1]
    if not found:
        return "", ""
    return ("", found[0]) if "<" in text else (found[0], "")


def day(number: str) -> str:
    full = number if len(number) == 8 else ("19" if number > "3" else "20") + number
    return f"{full[:4]}-{full[4:6]}-{full[6:]}"


def spelt(name: str) -> list[str]:
    """GONDOR as it stands in a text: capitalised, with small articles, and as it is where it may be an abbreviation."""
    words = [word for word in re.split(r"[_\s]+", name) if word]
    title = " ".join("-".join(part.capitalize() for part in word.split("-")) for word in words)
    small = re.sub(r"(?<=.)\b(Of|The)\b", lambda match: match[1].lower(), title)
    plain = " ".join(words)
    found = [small, title] + ([plain] if len(plain) <= 5 or "." in plain else [])
    return list(dict.fromkeys(one.removeprefix("The ") for one in found))


if __name__ == "__main__":
    main()
