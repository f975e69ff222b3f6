"""A casebook in PostgreSQL is what it is in a folder; an older one is brought up to date when it is opened."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scale.casebooks import casebook as generated
from whosays import link
from whosays.casebook import Casebook
from whosays.casebook.tables import VERSION
from whosays.errors import CasebookError
from whosays.record.document import Failure

REPORTS = list(generated(40, per_day=10))
PROGRAMS = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A PostgreSQL server of its own, reached by a socket in its folder."""
    pytest.importorskip("psycopg")
    initdb = PROGRAMS / "initdb" if PROGRAMS else shutil.which("initdb")
    if initdb is None:
        pytest.skip("there is no PostgreSQL on this machine")
    user = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    if user:
        shutil.chown(folder, user)
    control, data = Path(initdb).with_name("pg_ctl"), folder / "data"

    def run(*command: str | Path) -> None:
        subprocess.run(command, check=True, user=user, stdout=subprocess.DEVNULL, cwd=folder, timeout=120)

    try:
        run(initdb, "-D", data, "-A", "trust", "-U", "tester", "-E", "UTF8")
        run(control, "start", "-w", "-D", data, "-l", folder / "log", "-o", f"-c listen_addresses='' -k {folder}")
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            run(control, "stop", "-m", "fast", "-D", data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_a_casebook_in_postgresql_is_what_it_is_in_a_folder(address: str, tmp_path: Path) -> None:
    found = []
    for where in (address, tmp_path / "c"):
        with Casebook.open(where, create=True) as casebook:
            for capture, record in REPORTS:
                casebook.add(capture, record, link.update)
            for _, record in REPORTS[::5]:
                casebook.remove(record.document.id, link.update)
            casebook.add_failure(Failure(path="a.html", step="extract", message="no text"))
        with Casebook.open(where) as casebook:
            records = list(casebook.document_records())
            found.append((records, casebook.linked(records), casebook.known(), casebook.failures()))
    assert found[0] == found[1]
    assert found[0][1] == link.link(found[0][0])


def test_the_evidence_in_postgresql_is_the_bytes_as_received(address: str) -> None:
    import psycopg

    capture, record = REPORTS[1]
    with Casebook.open(address, create=True) as casebook:
        casebook.add(capture, record, link.update)
    with psycopg.connect(address) as connection:
        row = connection.execute("select data from evidence where sha256 = %s", [capture.sha256]).fetchone()
    assert row == (capture.data,)


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(CasebookError, match="localhost:1/reports") as failed:
        Casebook.open("postgresql://desk:secret@localhost:1/reports")
    assert "secret" not in str(failed.value)


def test_a_database_without_a_casebook_is_told_so(address: str) -> None:
    with pytest.raises(CasebookError, match="there is no casebook"):
        Casebook.open(address.replace("/postgres?", "/template1?"))


def test_a_casebook_of_the_first_version_is_linked_anew_and_loses_nothing(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "c", create=True) as casebook:
        for pair in REPORTS:
            casebook.add(*pair)
    connection = sqlite3.connect(tmp_path / "c" / "casebook.sqlite")
    for table in ("incident", "contradiction", "source", "mark", "repeat", "block", "mention", "evidence"):
        connection.execute(f"drop table {table}")
    connection.execute("create table linked (kind text, position integer, id text, json text)")
    connection.execute("update casebook set version = 1")
    connection.commit()
    connection.close()
    with Casebook.open(tmp_path / "c") as casebook:
        casebook.catch_up(link.update)
        assert casebook.linked(list(casebook.document_records())) == link.link([record for _, record in REPORTS])
    connection = sqlite3.connect(tmp_path / "c" / "casebook.sqlite")
    assert connection.execute("select version from casebook").fetchall() == [(VERSION,)]
    assert connection.execute("select name from sqlite_master where name = 'linked'").fetchall() == []
    connection.close()


def test_a_casebook_whose_mentions_were_not_counted_is_linked_anew(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "c", create=True) as casebook:
        for pair in REPORTS:
            casebook.add(*pair, link.update)
    connection = sqlite3.connect(tmp_path / "c" / "casebook.sqlite")
    for column in ("counted", "least", "most", "own"):
        connection.execute(f"alter table mention drop column {column}")
    connection.execute("update casebook set version = 2")
    connection.commit()
    connection.close()
    with Casebook.open(tmp_path / "c") as casebook:
        casebook.catch_up(link.update)
        assert casebook.linked(list(casebook.document_records())) == link.link([record for _, record in REPORTS])
