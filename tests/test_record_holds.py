"""What must hold for every record, whatever was read: evidence, completeness, stability."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whosays import pipeline
from whosays.pipeline import Tools
from whosays.record.document import Capture, Failure
from whosays.record.ids import content_id
from whosays.record.span import Span
from whosays.record.whole import DocumentRecord, Record


def spans(value: object) -> Iterator[Span]:
    """Every span anywhere inside a value."""
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def assert_every_span_equals_its_text(record: Record) -> None:
    texts = {document.id: document.text for document in record.documents}
    for span in spans(record):
        assert texts[span.document][span.start : span.end] == span.text


def test_every_span_of_the_examples_equals_its_text(example_record: Record) -> None:
    assert sum(1 for _ in spans(example_record)) > 100
    assert_every_span_equals_its_text(example_record)


ODDITIES = """Kenya Uganda soldiers captured detained killed seven two said that denied the in on Tuesday “ ” ' — “we
did not” according to officials may have not Kampala 12 March 2025 it its he 🙂 مرحبا ́ US Turkey , . ; - ( )"""
WORDS = st.sampled_from([*ODDITIES.split(), "\u200b", "\u00ad"])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(WORDS, min_size=1, max_size=30), min_size=1, max_size=4))
def test_every_span_equals_its_text_however_odd_the_text(tools: Tools, paragraphs: list[list[str]]) -> None:
    body = "\n\n".join(" ".join(words) for words in paragraphs)
    data = f"A patrol on the lake\n\nThe army said on Monday that it had arrested four men.\n\n{body}\n".encode()
    capture = Capture(path="odd.txt", data=data, sha256=content_id("test", body))
    records = [r[1] for r in pipeline.code_reports([capture], tools) if not isinstance(r, Failure)]
    assert_every_span_equals_its_text(pipeline.understand(records))


def test_every_event_has_the_authors_stance_and_says_why(example_record: Record) -> None:
    for event in example_record.events:
        assert [stance for stance in event.stances if stance.source is None], event.trigger
        assert event.why.rule or event.why.score is not None


def test_a_field_without_a_value_has_a_reason(example_record: Record) -> None:
    for event in example_record.events:
        reasons = {missing.field for missing in event.missing}
        empty = {name for name in ("actor", "recipient", "place", "time") if not getattr(event, name)}
        assert empty <= reasons, event.trigger


def test_every_event_belongs_to_exactly_one_incident(example_record: Record) -> None:
    placed = [event for incident in example_record.incidents for event in incident.events]
    assert sorted(placed) == sorted(event.id for event in example_record.events)


def test_the_record_does_not_depend_on_the_order_of_the_reports(example_documents: tuple[DocumentRecord, ...]) -> None:
    whole = pipeline.understand(example_documents)
    shuffled = list(example_documents)
    random.Random(7).shuffle(shuffled)
    again = pipeline.understand(shuffled)
    for field in dataclasses.fields(Record):
        assert sorted(map(repr, getattr(whole, field.name))) == sorted(map(repr, getattr(again, field.name))), (
            field.name
        )


def test_reading_the_same_bytes_twice_gives_the_same_record(
    tools: Tools, example_documents: tuple[DocumentRecord, ...]
) -> None:
    text = example_documents[0].document.text
    capture = Capture(path="again.txt", data=f"Title\n\n{text}".encode(), sha256="0" * 64)
    first, second = (list(pipeline.code_reports([capture], tools)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("text", ["", " \n\n \t", "\x00\x01\x02\x03" * 50])
def test_what_holds_no_report_is_a_failure_with_a_reason(tools: Tools, text: str) -> None:
    capture = Capture(path="nothing.txt", data=text.encode(), sha256=content_id("test", text))
    (result,) = pipeline.code_reports([capture], tools)
    assert isinstance(result, Failure)
    assert result.message
