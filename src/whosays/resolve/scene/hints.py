"""What says where a report is set besides its text: its title, and the name of who publishes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whosays.record.dateline import DATELINE
from whosays.resolve.fold import fold, key
from whosays.resolve.register.register import Alias
from whosays.resolve.world import World

WORD = re.compile(r"\b[A-Z]")
# Publishers whose name holds one of these speak for a state; "State Media" and "Government Executive" do not.
SPEAKING = re.compile(
    r"\b(?:Ministry|Ministries|Embassy|Presidency|Chancellery|Government of|General Staff|Armed Forces)\b"
)
OPENING = 4  # lines in which a dateline stands


def in_title(title: str, world: World) -> list[str]:
    """The states that a title names, each once: "Chile's police clear the square"."""
    found = (one.actor for one in _named(title, world) if one.actor.sector != "MED")
    return list(dict.fromkeys(actor.country for actor in found if actor.country is not None))


def home(publisher: str, world: World) -> str:
    """The state that a publisher is at home in: known, or said in its name ("The Lima Courier").

    None ("") for news agencies, which are at home everywhere.
    """
    known = world.register.named(publisher)
    if known is not None:
        actor = known.aliases[0].actor
        return "" if actor.note.endswith("wire") and "state" not in actor.note else actor.country or ""
    states = [one.actor.country for one in _named(publisher, world) if one.actor.kind == "state"]
    return states[0] or "" if len(set(states)) == 1 else ""


def written_in(text: str, world: World) -> str | None:
    """The state of the town that a report is dated from: "ARICA, March 4 - "; "" where it is not known, None without a dateline."""
    for line in text.split("\n", OPENING)[:OPENING]:
        found = DATELINE.match(line)
        town = (
            re.split(r"[,(\u2013\u2014]|\s-|--", found[0], maxsplit=1)[0].strip().title() if found is not None else ""
        )
        if "/" in town:
            return ""
        if town:
            known = world.register.named(town)
            return (known.aliases[0].actor.country if known is not None else world.country_of_place(town)) or ""
    return None


def issuing(publisher: str, world: World, text: str) -> str | None:
    """The code of the state or movement whose word a text is: a ministry's own statement, a report of its own agency.

    From abroad an agency reports on others' ministries.
    """
    if SPEAKING.search(publisher):
        return home(publisher, world) or None
    known = world.register.named(publisher)
    if known is None:
        return None
    actor, lines = known.aliases[0].actor, text.split("\n", OPENING)[:OPENING]
    for code, town in actor.voices:
        if town and any(key(line).startswith(key(town)) for line in lines):
            return code
        if not town and written_in(text, world) in {None, actor.country}:
            return code
    return None


def _named(text: str, world: World) -> Iterator[Alias]:
    """The names of the register in a text, the first at each word."""
    folded, end = fold(text), 0
    for word in WORD.finditer(folded):
        found = world.register.match(folded, word.start()) if word.start() >= end else None
        if found is not None:
            end = found.end
            yield found.aliases[0]
