"""A deed told as in the course of something that lasts points to it and stays an event of its own."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.document import Document


def courses(tools: Tools, text: str) -> list[tuple[str, str]]:
    events = coding.code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
    return [(one.trigger.text, events[one.within].trigger.text) for one in events if one.within is not None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police arrested forty people during a march in Tartu.", [("arrested", "march")]),
        ("In the course of the offensive, the army released six hostages.", [("released", "offensive")]),
        ("Two policemen were wounded amid protests in Kisumu.", [("wounded", "protests")]),
    ],
)
def test_what_was_done_during_something_is_in_its_course(tools: Tools, text: str, told: list[tuple[str, str]]) -> None:
    assert courses(tools, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested forty people after a march in Tartu.",
        "Police arrested forty people during their planned talks, which the mayor said would open in May.",
        "Police arrested forty people in Tartu.",
    ],
)
def test_what_came_after_or_stands_beside_something_that_never_was_is_in_no_course(tools: Tools, text: str) -> None:
    assert courses(tools, text) == []
