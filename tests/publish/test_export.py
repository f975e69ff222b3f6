"""Exports, the summary and the explanation of a constructed record."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import jsonschema
import pytest
from rich.console import Console, RenderableType

from publish.sample import make_sample
from whosays.publish import FORMATS, explain, schema, summary, write_export
from whosays.publish.acled import fatalities
from whosays.publish.export import COLUMNS
from whosays.record.codec import from_json
from whosays.record.document import Failure
from whosays.record.event import Number
from whosays.record.span import Span
from whosays.record.whole import Record


def written(record: Record, name: str) -> str:
    stream = io.StringIO()
    write_export(record, name, stream)
    return stream.getvalue()


def shown(what: RenderableType) -> str:
    console = Console(width=200, record=True, file=io.StringIO())
    console.print(what)
    return console.export_text()


def test_json_is_the_whole_record_and_what_the_schema_says() -> None:
    export = json.loads(written(make_sample(), "json"))
    jsonschema.validate(export, schema())
    assert from_json(Record, export) == make_sample()


def counted(text: str, low: float | None, high: float | None) -> Number:
    span = Span(document="d", start=0, end=len(text), text=text)
    return Number(role="killed", low=low, high=high, unit="person", span=span)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((counted("at least 11", 11, None),), 11),
        ((counted("dozens", 24, 99),), 12),
        ((counted("tens of thousands", 20_000, 99_999),), 10_000),
        ((counted("hundreds", 200, 999), counted("140", 140, 140)), 100),
        ((counted("14", 14, 14), counted("17", 17, 17)), 14),
        ((counted("several", 3, 9),), None),
        ((), None),
    ],
)
def test_the_dead_as_acled_counts_them_are_the_fewest_that_are_told(
    numbers: tuple[Number, ...], expected: float | None
) -> None:
    event = replace(make_sample().events[0], numbers=numbers)
    assert fatalities(event) == expected
    assert event.numbers == numbers


def test_the_table_has_acleds_count_only_where_it_is_asked_for() -> None:
    for acled in (False, True):
        stream = io.StringIO()
        write_export(make_sample(), "csv", stream, acled=acled)
        assert ("fatalities_acled" in stream.getvalue()) is acled


def test_jsonl_has_one_event_a_line_with_its_stances() -> None:
    lines = written(make_sample(), "jsonl").splitlines()
    assert len(lines) == len(make_sample().events)
    assert all("stances" in json.loads(line) for line in lines)


def test_csv_has_one_row_an_event_and_the_documented_columns() -> None:
    text = written(make_sample(), "csv")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == len(make_sample().events)
    assert tuple(rows[0]) == COLUMNS


def test_a_cell_is_never_a_formula() -> None:
    sample = make_sample()
    odd = tuple(replace(one, publisher='=HYPERLINK("http://x")') for one in sample.documents)
    rows = list(csv.DictReader(io.StringIO(written(replace(sample, documents=odd), "csv").removeprefix("\ufeff"))))
    assert {row["publisher"][0] for row in rows} == {"'"}


def test_an_unknown_format_names_those_that_there_are() -> None:
    with pytest.raises(ValueError, match="csv"):
        written(make_sample(), "xlsx")
    assert set(FORMATS) == {"json", "jsonl", "csv"}


def test_the_explanation_names_rule_sentence_and_evidence() -> None:
    sample = make_sample()
    event = next(one for one in sample.events if one.actor and one.why.rule)
    text = shown(explain(sample, event.id))
    assert str(event.why.rule) in text
    assert event.trigger.text in text
    assert event.actor[0].span.text in text


def test_an_unknown_event_is_answered_with_close_ones() -> None:
    with pytest.raises(LookupError, match="no event begins with zzz"):
        explain(make_sample(), "zzz")


def test_the_summary_of_a_folder_full_of_scans_fits_a_screen_too() -> None:
    scans = tuple(Failure(path=f"{n}.pdf", step="extract", message="the file is a PDF") for n in range(300))
    text = shown(summary(replace(make_sample(), failures=scans)))
    assert "288 more" in text
    assert len(text.splitlines()) <= 35


def test_every_incident_is_counted_in_the_summary() -> None:
    sample = make_sample()
    text = shown(summary(replace(sample, incidents=tuple(replace(one, background=True) for one in sample.incidents))))
    assert f"and {len(sample.incidents)} of background" in text


def test_the_summary_fits_a_screen_and_tells_what_was_not_read() -> None:
    failure = Failure(path="scan.pdf", step="extract", message="the file is a PDF, not a report")
    text = shown(summary(replace(make_sample(), failures=(failure,))))
    assert "scan.pdf: the file is a PDF" in text
    assert len(text.splitlines()) <= 25
