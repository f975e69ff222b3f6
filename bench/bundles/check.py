"""Check bundles of constructed reports against their format: what a quote must be, which names a field knows.

    python bench/bundles/check.py BUNDLE...

A line for each fault, with the place in `gold.json`; exit status 1 if there is one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whosays import ingest
from whosays.extract import extract
from whosays.lexicon.plover import load_plover
from whosays.record.document import Failure

VALUES = {"CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu", "NC", "SILENT"}
STATUS = {"historical", "future", "conditional", "intended", "ordered", "question", "generic"}
FIELDS = {"polarity", "number", "place", "time", "actor", "recipient", "mode", "statement"}
REACTIONS = set("confirms denies condemns supports demands promises acts declines_comment silent".split())
RELATIONS = set("X P Y W M T F I L O U ally sanctions conflict agreement rival".split())
OUTCOMES = {"open", "met", "overdue", "withdrawn"}


def texts(bundle: Path) -> dict[str, str]:
    """Main text of each document by its number, as the package reads it."""
    found = {}
    for capture in ingest.captures([bundle / "docs"]):
        if isinstance(capture, Failure):
            continue
        found[Path(capture.path).stem] = extract(capture).text
    return found


def faults(bundle: Path) -> Iterator[str]:
    """What is wrong with a bundle, in words."""
    gold = json.loads((bundle / "gold.json").read_text(encoding="utf-8"))
    read = texts(bundle)
    yield from _documents(gold, read)
    incidents = {one["id"]: one for one in gold["incidents"]}
    if len(incidents) < len(gold["incidents"]):
        yield "two incidents have one id"
    for one in gold["incidents"]:
        yield from (f"{one['id']}: {fault}" for fault in _incident(one, read))
    for name in ("contradictions", "reactions", "relations", "expectations", "unknowns", "not_events"):
        for at, row in enumerate(gold[name]):
            yield from (f"{name}[{at}]: {fault}" for fault in _row(name, row, incidents, read))


def _documents(gold: dict[str, Any], read: dict[str, str]) -> Iterator[str]:
    if set(gold["origins"]) != set(read):
        yield f"origins name {sorted(gold['origins'])}, the folder holds {sorted(read)}"
    for pair in gold["copies"]:
        if len(pair) != 2 or not set(pair) <= set(read):
            yield f"copies: {pair} are not two of the documents"


def _incident(one: dict[str, Any], read: dict[str, str]) -> Iterator[str]:
    category, modes = load_plover().get(one["category"]), {m for each in load_plover().values() for m in each.modes}
    if category is None:
        yield f"no category {one['category']}"
    elif one.get("mode") and one["mode"] not in modes:
        yield f"no mode {one['mode']}; {one['category']} has {', '.join(category.modes)}"
    yield from _told(one, read)
    for number in one["numbers"]:
        if not number["role"].isalpha() or (number["low"] is None and number["high"] is None):
            yield f"number {number}"


def _told(one: dict[str, Any], read: dict[str, str]) -> Iterator[str]:
    if not one["mentions"]:
        yield "no mention"
    for mention in one["mentions"]:
        yield from _quote(mention, read)
        if mention["trigger"] not in mention["quote"]:
            yield f"trigger {mention['trigger']!r} is not in {mention['quote']!r}"
        if not set(mention["status"]) <= STATUS:
            yield f"status {mention['status']}"
    for stance in one["stances"]:
        yield from _quote(stance, read)
        if stance["value"] not in VALUES:
            yield f"value {stance['value']}"


def _row(name: str, row: dict[str, Any], incidents: dict[str, Any], read: dict[str, str]) -> Iterator[str]:
    for quote in row.get("quotes", [row]):
        yield from _quote(quote, read)
    known = {
        "contradictions": ("field", FIELDS),
        "reactions": ("reaction", REACTIONS),
        "relations": ("type", RELATIONS),
    }
    known["expectations"] = ("outcome", OUTCOMES)
    if name in known and row[known[name][0]] not in known[name][1]:
        yield f"{known[name][0]} {row[known[name][0]]}"
    about = row.get("incident", row.get("met_by"))
    if about is not None and about not in incidents:
        yield f"no incident {about}"


def _quote(row: dict[str, Any], read: dict[str, str]) -> Iterator[str]:
    count = read.get(row["doc"], "").count(row["quote"])
    if count != 1:
        yield f"document {row['doc']} has {count} times {row['quote']!r}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bundles", nargs="+", type=Path, metavar="BUNDLE")
    found = [f"{bundle.name}: {fault}" for bundle in parser.parse_args().bundles for fault in faults(bundle)]
    for line in found:
        print(line)
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
