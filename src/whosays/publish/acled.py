"""Fatalities as ACLED would count them, beside what the reports say: an option of the export, never the stored value.

ACLED takes the most conservative estimate, and of vague words 10 for "tens", 12 for "dozens", 100 for "hundreds" and so
on. Source: ACLED, "Fatalities" in its knowledge base (2024). Where a report says only that some died, ACLED writes 10 or
3 by the kind of conflict, which no sentence tells; nothing is written here.
"""

from __future__ import annotations

import re

from whosays.record.event import Event, Number

WORDS = {"tens": 10.0, "dozens": 12.0, "hundreds": 100.0, "thousands": 1_000.0}
UNTOLD = re.compile(r"\b(?:several|some|many|few|scores)\b", re.IGNORECASE)


def fatalities(event: Event) -> float | None:
    """The number of dead of an event; of several counts the least. None where no number is told."""
    counts = [count for number in event.numbers if number.role == "killed" and (count := _read(number)) is not None]
    return min(counts, default=None)


def _read(number: Number) -> float | None:
    said = number.span.text.lower().split()
    vague = [WORDS[word] for word in said if word in WORDS]
    if vague:
        product = 1.0
        for factor in vague:  # "tens of thousands"
            product *= factor
        return product
    return None if UNTOLD.search(number.span.text) else number.low
