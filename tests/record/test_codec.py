"""The record as JSON: nothing is lost on the way there and back, and the schema says what is written."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from whosays.record.codec import from_json, to_json
from whosays.record.document import Document, Failure, Published
from whosays.record.event import Attribution, Event, Stance
from whosays.record.incident import Contradiction, Expectation, Incident, Reaction, Relation, Unknown
from whosays.record.schema import schema
from whosays.record.span import Span
from whosays.record.whole import Decision, DocumentRecord, Record
from whosays.record.world import Time

# JSON has no NaN, and a record never holds one.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
TYPES: tuple[type, ...] = (
    Document,
    Event,
    Attribution,
    Incident,
    Contradiction,
    Reaction,
    Relation,
    Expectation,
    Unknown,
)
TYPES += (Decision, Failure, Stance, DocumentRecord)


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_every_type_survives_the_way_to_json_and_back(cls: type) -> None:
    @settings(suppress_health_check=list(HealthCheck), max_examples=15, phases=[Phase.generate])
    @given(st.from_type(cls))
    def holds(value: Any) -> None:
        assert from_json(cls, json.loads(json.dumps(to_json(value)))) == value

    holds()


@settings(suppress_health_check=list(HealthCheck), max_examples=15, phases=[Phase.generate])
@given(st.builds(Record, events=st.lists(st.from_type(Event), max_size=2).map(tuple)))
def test_what_is_written_is_what_the_schema_says(record: Record) -> None:
    jsonschema.validate(to_json(record), schema())


def test_the_author_is_named_as_such() -> None:
    stance = Stance(source=None, value="CT+", evidence=())
    assert to_json(stance)["source"] == {"code": "author"}
    assert from_json(Stance, to_json(stance)).source is None


def test_a_times_days_are_from_and_to_and_its_offsets_start_and_end() -> None:
    span = Span(document="d", start=3, end=9, text="Monday")
    time = Time(span=span, value="2025-03-10", start="2025-03-10", end="2025-03-10", granularity="day", basis="stated")
    written = to_json(time)
    assert (written["start"], written["end"], written["from"], written["to"]) == (3, 9, "2025-03-10", "2025-03-10")


def test_the_date_of_publication_says_where_it_was_read() -> None:
    document = Document(
        id="d", path="a.html", url=None, publisher=None, title=None, byline=None,
        published=Published(value="2025-03-11", source="meta"), language="en", sha256="0", text="t",
    )  # fmt: skip
    assert (to_json(document)["published"], to_json(document)["published_from"]) == ("2025-03-11", "meta")
