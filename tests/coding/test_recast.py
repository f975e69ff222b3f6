"""Deeds that are only announced, and what an announcement of them is."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.document import Document

# Constructed.


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The president is due to meet the envoy on Monday.", "AGREE"),
        ("Peru's president is due to call his Chilean counterpart on Monday.", "AGREE"),
        ("The envoy is scheduled to visit Lima on Monday.", "AGREE"),
        ("Soldiers are set to withdraw from the town on Friday.", "RETREAT"),
    ],
)
def test_what_is_due_scheduled_or_set_to_happen_is_to_come(tools: Tools, text: str, category: str) -> None:
    (reading,) = tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])
    (event,) = coding.code(reading, tools.lexicon).events
    assert event.category == category
    assert [status.value for status in event.status] == ["future"]


def test_who_speaks_is_not_spoken_to_once_more(tools: Tools) -> None:
    text = "The president spoke to his Kenyan counterpart by telephone on Monday."
    (reading,) = tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])
    (event,) = coding.code(reading, tools.lexicon).events
    assert [one.text for one in event.actor] == ["The president", "his Kenyan counterpart"]
    assert event.recipient == ()
