"""What says where a report is set besides its text: its title, and the name of who publishes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whosays.resolve.fold import fold
from whosays.resolve.register import Alias
from whosays.resolve.world import World

WORD = re.compile(r"\b[A-Z]")
# Publishers whose name holds one of these speak for a state; "State Media" and "Government Executive" do not.
SPEAKING = re.compile(
    r"\b(?:Ministry|Ministries|Embassy|Presidency|Chancellery|Government of|General Staff|Armed Forces)\b"
)


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


def issuing(publisher: str, world: World) -> str | None:
    """The state that a publisher speaks for: "Ministry of Foreign Affairs of Peru"; None for all that are no office of a state's."""
    return home(publisher, world) or None if SPEAKING.search(publisher) else None


def _named(text: str, world: World) -> Iterator[Alias]:
    """The names of the register in a text, the first at each word."""
    folded, end = fold(text), 0
    for word in WORD.finditer(folded):
        found = world.register.match(folded, word.start()) if word.start() >= end else None
        if found is not None:
            end = found.end
            yield found.aliases[0]
