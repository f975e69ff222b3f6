"""Whose words they are: whether the sources of the stances that were found are right, or rightly left without a name.

    python bench/coreference/sources.py --gold BUNDLES --export FOLDER [--errors]

BUNDLES is a folder of gold bundles, FOLDER what `bench/bundles/run.py` wrote for them. A gold stance is found where the
export has one by someone other than the author, in the same document, whose evidence overlaps its quote; of several, those that
overlap most. It is right where one of them has the gold source's code (as state, code or name), or, for a source that
the gold leaves without a code, none that the text does not give.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--export", type=Path, required=True)
    parser.add_argument("--errors", action="store_true", help="also every wrong source")
    options = parser.parse_args()
    known = found = right = 0
    for folder in sorted(path.parent for path in options.gold.glob("*/gold.json")):
        export = json.loads((options.export / f"{folder.name}.json").read_text(encoding="utf-8"))
        for stance in stances(json.loads((folder / "gold.json").read_text(encoding="utf-8"))):
            known += 1
            sources = nearest(stance, export)
            found += bool(sources)
            good = any(same(stance["source"], source) for source in sources)
            right += good
            if options.errors and sources and not good:
                names = ", ".join(f"{s.get('name')} ({s.get('code') or s.get('country')})" for s in sources)
                print(f"{folder.name} {stance['doc']}: {stance['source']} read as {names}: {stance['quote']}")
    print(
        json.dumps(
            {"stances": known, "found": found, "right": right, "share": round(right / found, 3) if found else 0.0}
        )
    )


def stances(gold: Row) -> Iterator[Row]:
    """The gold stances of anyone but the author."""
    for incident in gold["incidents"]:
        yield from (s for s in incident.get("stances", []) if s["source"].get("code") != "author")


def nearest(stance: Row, export: Row) -> list[Row]:
    """The sources of the stances whose evidence overlaps the quote most."""
    document = next((d for d in export["documents"] if Path(d["path"]).stem == stance["doc"]), None)
    match = re.search(r"\s+".join(map(re.escape, stance["quote"].split())), document["text"]) if document else None
    if document is None or match is None:
        return []
    shared = [
        (overlap, one["source"])
        for event in export["events"]
        if event["document"] == document["id"]
        for one in event["stances"]
        if one["source"].get("code") != "author"
        for overlap in [max((_overlap(match.span(), e) for e in one["evidence"]), default=0)]
        if overlap > 0
    ]
    most = max((overlap for overlap, _ in shared), default=0)
    return [source for overlap, source in shared if overlap == most]


def _overlap(span: tuple[int, int], evidence: Row) -> int:
    return min(span[1], int(evidence["end"])) - max(span[0], int(evidence["start"]))


def same(gold: Row, source: Row) -> bool:
    """Whether a source is the gold one."""
    names = {str(source.get(field)).casefold() for field in ("code", "country", "id", "name") if source.get(field)}
    if gold.get("code"):
        return str(gold["code"]).casefold() in names or _initials(str(source.get("name"))) == gold["code"]
    return not source.get("code") and _same_words(str(gold.get("name")), str(source.get("name")))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _same_words(one: str, other: str) -> bool:
    mine, theirs = set(one.casefold().split()), set(other.casefold().split())
    return bool(mine & theirs)


if __name__ == "__main__":
    main()
