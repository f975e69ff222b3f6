"""The casebook on a real SQLite: whole after a crash, the same after a round trip, clear about what is wrong."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from publish.sample import make_sample
from whosays.casebook import Casebook, store, write_whole
from whosays.casebook.shelf import Shelf
from whosays.errors import CasebookError
from whosays.record.document import Capture, Failure
from whosays.record.linking import Told
from whosays.record.whole import Decision, DocumentRecord

SAMPLE = make_sample()


def parts() -> list[tuple[Capture, DocumentRecord]]:
    """The sample, document by document."""
    found = []
    for document in SAMPLE.documents:
        capture = Capture(path=document.path, data=document.text.encode(), sha256=f"{document.id}{document.id}")
        record = DocumentRecord(
            document=document,
            sentences=tuple(one for one in SAMPLE.sentences if one.document == document.id),
            events=tuple(one for one in SAMPLE.events if one.document == document.id),
            attributions=tuple(one for one in SAMPLE.attributions if one.document == document.id),
            relations=(),
            expectations=(),
            unknowns=(),
        )
        found.append((capture, record))
    return found


def filled(folder: Path) -> Casebook:
    casebook = Casebook.open(folder, create=True)
    for capture, record in parts():
        casebook.add(capture, record)
    return casebook


def test_documents_come_back_as_they_went_in(tmp_path: Path) -> None:
    with filled(tmp_path / "c") as casebook:
        back = list(casebook.document_records())
    assert back == sorted((record for _, record in parts()), key=lambda one: one.document.id)


def test_incidents_and_contradictions_come_back_as_they_went_in(tmp_path: Path) -> None:
    def put_sample(shelf: Shelf, records: Sequence[DocumentRecord], gone: Sequence[str]) -> None:
        assert not gone
        if records[0].document == SAMPLE.documents[-1]:
            shelf.put_incidents(
                [
                    Told(
                        told=f"{n:03}",
                        incident=incident,
                        contradictions=tuple(one for one in SAMPLE.contradictions if one.incident == incident.id),
                    )
                    for n, incident in enumerate(SAMPLE.incidents)
                ]
            )

    with Casebook.open(tmp_path / "c", create=True) as casebook:
        for capture, record in parts():
            casebook.add(capture, record, put_sample)
        linked = casebook.linked(casebook.document_records())
    assert linked.incidents == SAMPLE.incidents
    assert sorted(linked.contradictions, key=repr) == sorted(SAMPLE.contradictions, key=repr)


def test_a_document_that_is_coded_anew_replaces_its_old_events(tmp_path: Path) -> None:
    with filled(tmp_path / "c") as casebook:
        capture, record = parts()[0]
        casebook.add(capture, replace(record, events=record.events[:1]))
        kept = [one for one in casebook.document_records() if one.document.id == record.document.id]
    assert [len(one.events) for one in kept] == [1]


def test_a_crash_in_the_middle_of_a_document_leaves_a_whole_casebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = parts()[:2]
    with Casebook.open(tmp_path / "c", create=True) as casebook:
        casebook.add(*first)

        def crash(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(store, "insert_rows", crash)
        with pytest.raises(KeyboardInterrupt):
            casebook.add(*second)
    monkeypatch.undo()
    with Casebook.open(tmp_path / "c") as casebook:
        assert [one.document.id for one in casebook.document_records()] == [first[1].document.id]
        assert casebook.known() == {first[0].sha256}


def test_what_is_known_need_not_be_read_again(tmp_path: Path) -> None:
    with filled(tmp_path / "c") as casebook:
        assert casebook.known() == {capture.sha256 for capture, _ in parts()}


def test_the_evidence_is_the_bytes_as_received(tmp_path: Path) -> None:
    with filled(tmp_path / "c"):
        kept = {path.read_bytes() for path in (tmp_path / "c" / "evidence").iterdir()}
    assert kept == {capture.data for capture, _ in parts()}


def test_any_sqlite_tool_can_count_events_by_category(tmp_path: Path) -> None:
    with filled(tmp_path / "c"):
        pass
    with sqlite3.connect(tmp_path / "c" / "casebook.sqlite") as connection:
        counts = dict(connection.execute("select category, count(*) from event group by category"))
    connection.close()
    assert sum(counts.values()) == len(SAMPLE.events)


def test_a_failure_is_kept_once_a_path_and_step(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "c", create=True) as casebook:
        for message in ("first", "second"):
            casebook.add_failure(Failure(path="a.html", step="extract", message=message))
        assert [one.message for one in casebook.failures()] == ["second"]


def test_a_report_that_is_read_at_last_is_no_failure_any_more(tmp_path: Path) -> None:
    capture, record = parts()[0]
    with Casebook.open(tmp_path / "c", create=True) as casebook:
        casebook.add_failure(Failure(path=capture.path, step="ingest", message="cannot be read", transient=True))
        casebook.add(capture, record)
        assert casebook.failures() == ()


def test_a_path_at_which_nothing_was_is_forgotten_and_what_could_not_be_read_is_not(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "c", create=True) as casebook:
        for path, reason in (("a.html", "no such file or directory"), ("b.html", "permission denied")):
            message = f"cannot be read: {reason}"
            casebook.add_failure(Failure(path=path, step="ingest", message=message, transient=True))
        casebook.forget_missing()
        assert [one.path for one in casebook.failures()] == ["b.html"]


def test_a_copy_is_known_and_kept_and_changes_no_report(tmp_path: Path) -> None:
    with filled(tmp_path / "c") as casebook:
        before = list(casebook.document_records())
        copy = Capture(path="elsewhere.html", data=b"<p>the same text", sha256="f" * 64)
        casebook.add_copy(copy, before[0].document.id)
        assert list(casebook.document_records()) == before
        assert copy.sha256 in casebook.known()
    assert (tmp_path / "c" / "evidence" / f"{copy.sha256}.html").read_bytes() == copy.data


def test_decisions_are_only_ever_added(tmp_path: Path) -> None:
    decision = Decision(
        who="analyst",
        when="2025-03-21T10:00:00Z",
        what="close",
        target="x",
        field=None,
        old=None,
        new=None,
        reason="seen",
    )
    with Casebook.open(tmp_path / "c", create=True) as casebook:
        casebook.decide(decision)
        casebook.decide(decision)
        assert casebook.decisions() == (decision, decision)


def test_where_there_is_no_casebook_the_message_tells_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CasebookError, match="whosays brief"):
        Casebook.open(tmp_path)


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(CasebookError, match="no casebook"):
        Casebook.open(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_casebook_that_one_may_only_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(tmp_path / "some where"):
        pass
    monkeypatch.setattr("os.access", lambda *_: False)
    with Casebook.open(tmp_path / "some where") as casebook:
        assert len(list(casebook.document_records())) == len(SAMPLE.documents)
        assert sorted(one.name for one in (tmp_path / "some where").iterdir()) == ["casebook.sqlite", "evidence"]
        with pytest.raises(CasebookError, match="can be read and not written to"):
            casebook.add_failure(Failure(path="a.html", step="extract", message="x"))


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "casebook.sqlite").write_bytes(b"this is no database" * 100)
    with pytest.raises(CasebookError, match="cannot be read"):
        Casebook.open(tmp_path)


def test_a_newer_casebook_asks_for_a_newer_whosays(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "c", create=True):
        pass
    connection = sqlite3.connect(tmp_path / "c" / "casebook.sqlite")
    connection.execute("update casebook set version = 99")
    connection.commit()
    connection.close()
    with pytest.raises(CasebookError, match="newer whosays"):
        Casebook.open(tmp_path / "c")


def test_a_disk_without_room_is_told_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CasebookError, match=r"cannot write .*events\.csv: no space left"):
        write_whole(tmp_path / "events.csv", "new")
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    with pytest.raises(CasebookError, match="is a directory"):
        write_whole(tmp_path, "new")


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE, text=True)
    write_whole(pipe, "a line")
    assert reader.communicate()[0] == "a line"
    assert pipe.is_fifo()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "brief.html"
    write_whole(path, "old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, "new, but half")
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["brief.html"]
