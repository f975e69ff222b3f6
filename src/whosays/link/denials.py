"""What is a denial, and what only says that something did not come about."""

from __future__ import annotations

import re

from whosays.record.event import Event, Stance

ARRANGED = frozenset({"CONSULT", "AGREE"})  # what people arrange with one another: it can be put off
# To deny is to answer: whoever does it in these words speaks of a claim, also where the report does not say whose.
DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|refut|repudiat|disput|contest|rebut|brush|spurn|scoff)", re.IGNORECASE
)


def is_outright(stance: Stance) -> bool:
    """Whether a denial is one in words ("denied having taken them"), not only a sentence with a "not" in it."""
    return any(DENIAL.search(span.text) for span in stance.evidence)


def is_denied(event: Event) -> bool:
    """Whether the report itself tells of an event that it was not."""
    return any(stance.source is None and stance.value == "CT-" for stance in event.stances)


def denies(stance: Stance, event: Event) -> bool:
    """Whether a source says that an event was not; who tells that a meeting is put off denies nothing."""
    return stance.value.endswith("-") and (event.category not in ARRANGED or is_outright(stance))
