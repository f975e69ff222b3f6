"""What lies between two states, and is shut to the other one: a crossing, a border, one's own sky."""

from __future__ import annotations

import re

from whosays.record.event import Event

BORDER = re.compile(r"\b(?:borders?|crossings?|frontier|airspace)\b")
SHUTTING = frozenset({"ban", "restrict"})


def tells_of_border(event: Event) -> bool:
    """Whether an event's sentence speaks of a border at all."""
    return BORDER.search(event.sentence.text) is not None


def shuts_border(event: Event) -> bool:
    """Whether it is a border that somebody shuts: "the crossing at Sama would be shut", and not a school near the border."""
    if event.category != "COERCE" or event.mode not in SHUTTING:
        return False
    return any(BORDER.search(one.text) for one in (*event.clause, *(party.span for party in event.recipient)))
