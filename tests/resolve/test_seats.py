"""A town that acts is the body that sits there; a town where something is, is a town."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event


def told(tools: Tools, text: str, trigger: str) -> Event:
    (reading,) = tools.reader.read([Document.plain(text)])
    reading = coding.prepare(reading, tools.lexicon)
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    return next(one for one in record.events if trigger in one.trigger.text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Brussels condemned the arrest of nine editors in Minsk.", "EU"),
        ("NATO met on Monday. Brussels condemned the strike on the pipeline.", "NATO"),
        ("Belgium recalled its envoy. Brussels condemned the raid on its embassy.", "BEL"),
        ("NATO and the EU were told. Brussels condemned the strike on the pipeline.", None),
        ("Strasbourg condemned the arrest of nine editors in Baku.", None),
    ],
)
def test_a_seat_that_acts_is_the_body_that_the_text_names_or_custom_means(
    tools: Tools, text: str, code: str | None
) -> None:
    (actor,) = told(tools, text, "condemned").actor
    assert actor.code == code


def test_what_is_a_seats_is_the_bodys(tools: Tools) -> None:
    event = told(tools, "Budapest rejected Brussels' demand that the border be reopened.", "rejected")
    assert [one.code for one in event.recipient] == ["EU"]


def test_where_something_is_a_seat_is_a_town(tools: Tools) -> None:
    event = told(tools, "The EU met. Police arrested six men in Brussels on Monday.", "arrested")
    assert event.place is not None
    assert event.place.name == "Brussels"
    assert [one.code for one in event.recipient] != ["EU"]


def test_the_town_before_talks_is_where_they_are(tools: Tools) -> None:
    event = told(tools, "The Vienna talks ended without a deal on Thursday.", "talks")
    assert event.actor == ()
    assert event.place is not None
    assert event.place.name == "Vienna"
