"""Linking report by report gives what linking all at once gives, and touches only what the report concerns."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scale.casebooks import casebook as generated
from scale.casebooks import one_city
from whosays.casebook import Casebook
from whosays.casebook.shelf import Shelf
from whosays.link import clusters, link, update
from whosays.record.document import Capture
from whosays.record.linking import Told
from whosays.record.whole import DocumentRecord, Linked

Pairs = list[tuple[Capture, DocumentRecord]]
REPORTS: Pairs = list(generated(90, per_day=15))


@contextmanager
def empty() -> Iterator[Casebook]:
    with tempfile.TemporaryDirectory() as folder, Casebook.open(Path(folder) / "c", create=True) as casebook:
        yield casebook


def add(casebook: Casebook, pairs: Pairs) -> None:
    for capture, record in pairs:
        casebook.add(capture, record, update)


def linked(casebook: Casebook) -> Linked:
    return casebook.linked(list(casebook.document_records()))


def at_once(pairs: Pairs) -> Linked:
    return link([record for _, record in pairs])


def drawn(shuffler: random.Random, count: int) -> Pairs:
    """Reports of a few weeks in any order, reprints among them."""
    return shuffler.sample(REPORTS, count)


@settings(max_examples=6)
@given(st.randoms(use_true_random=False), st.sampled_from([5, 30, 400]))
def test_reports_added_one_by_one_in_any_order_give_what_all_at_once_give(shuffler: random.Random, crowd: int) -> None:
    pairs = drawn(shuffler, 30)
    with pytest.MonkeyPatch.context() as patch, empty() as casebook:
        patch.setattr(clusters, "LARGEST_BLOCK", crowd)
        add(casebook, pairs)
        assert linked(casebook) == at_once(pairs)


@settings(max_examples=6)
@given(st.randoms(use_true_random=False), st.sampled_from([5, 400]))
def test_a_report_that_is_removed_leaves_no_trace_and_may_come_again(shuffler: random.Random, crowd: int) -> None:
    pairs = drawn(shuffler, 24)
    with pytest.MonkeyPatch.context() as patch, empty() as casebook:
        patch.setattr(clusters, "LARGEST_BLOCK", crowd)
        add(casebook, pairs)
        for _, record in pairs[:6]:
            casebook.remove(record.document.id, update)
        assert linked(casebook) == at_once(pairs[6:])
        add(casebook, pairs[:6])
        assert linked(casebook) == at_once(pairs)


def test_reports_linked_many_at_a_time_or_again_give_the_same() -> None:
    pairs = REPORTS[:40]
    with empty() as casebook:
        for capture, record in pairs:
            casebook.add(capture, record)
        casebook.catch_up(update)
        assert linked(casebook) == at_once(pairs)
        add(casebook, pairs[::3])
        assert linked(casebook) == at_once(pairs)


def test_a_report_coded_anew_takes_its_old_mentions_out_of_their_incidents() -> None:
    pairs = REPORTS[:20]
    capture, record = pairs[3]
    shorter = DocumentRecord(
        document=record.document, sentences=record.sentences, events=record.events[1:], attributions=(), relations=(),
        expectations=(), unknowns=(),
    )  # fmt: skip
    with empty() as casebook:
        add(casebook, pairs)
        casebook.add(capture, shorter, update)
        assert linked(casebook) == at_once([*pairs[:3], (capture, shorter), *pairs[4:]])


def test_only_incidents_that_a_report_concerns_are_written() -> None:
    pairs = [pair for pair in REPORTS if at_once([pair]).documents[0].wire is None][:40]
    written: list[str] = []

    class Watched(Shelf):
        def put_incidents(self, told: Sequence[Told]) -> None:
            written.extend(one.incident.id for one in told)
            super().put_incidents(told)

    def watched(shelf: Shelf, records: Sequence[DocumentRecord], gone: Sequence[str]) -> None:
        update(Watched(shelf._connection), records, gone)

    with empty() as casebook:
        add(casebook, pairs[:-1])
        before = {one.id: one for one in linked(casebook).incidents}
        casebook.add(*pairs[-1], watched)
        after = {one.id: one for one in linked(casebook).incidents}
    changed = {name for name, one in after.items() if before.get(name) != one}
    assert changed <= set(written)
    assert len(written) <= len(pairs[-1][1].events) + len(changed)
    assert len(changed) < len(after) / 4


def test_a_crash_while_a_report_is_linked_leaves_the_casebook_as_it_was() -> None:
    def crash(shelf: Shelf, records: Sequence[DocumentRecord], gone: Sequence[str]) -> None:
        update(shelf, records, gone)
        raise KeyboardInterrupt

    pairs = REPORTS[:12]
    with empty() as casebook:
        add(casebook, pairs[:-1])
        with pytest.raises(KeyboardInterrupt):
            casebook.add(*pairs[-1], crash)
        with pytest.raises(KeyboardInterrupt):
            casebook.remove(pairs[0][1].document.id, crash)
        assert linked(casebook) == at_once(pairs[:-1])
        add(casebook, pairs[-1:])
        assert linked(casebook) == at_once(pairs)


def test_a_thousand_different_raids_in_one_city_in_one_week_are_not_one_incident() -> None:
    raids = [one for one in at_once(list(one_city(1000))).incidents if one.category == "ASSAULT"]
    assert len(raids) > 990
