"""Reading and writing a casebook: one transaction a document, so that a crash leaves a whole casebook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, delete, insert, select, text
from sqlalchemy import event as listen
from sqlalchemy.exc import DatabaseError, OperationalError

from whosays.casebook import tables
from whosays.casebook.files import write_whole
from whosays.casebook.rows import document_row, event_row, stance_rows
from whosays.errors import CasebookError
from whosays.record.codec import from_json, to_json
from whosays.record.document import Capture, Document, Failure
from whosays.record.incident import Contradiction, Expectation, Incident, Reaction, Relation, Unknown
from whosays.record.whole import Decision, DocumentRecord, Record

FILE, EVIDENCE = "casebook.sqlite", "evidence"
LINKED: dict[str, type] = {
    "documents": Document,
    "incidents": Incident,
    "contradictions": Contradiction,
    "reactions": Reaction,
    "relations": Relation,
    "expectations": Expectation,
    "unknowns": Unknown,
}


class Casebook:
    """An open casebook. Use `Casebook.open`, as a context manager."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self._engine = engine

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Self:
        """Open the casebook in a folder, or make one.

        Raises:
            CasebookError: there is none and none was to be made; the folder holds something else; the file is
                damaged, locked, or of a newer version.
        """
        file = folder / FILE
        if not file.exists():
            if not create:
                message = f"there is no casebook in {folder}; `whosays brief REPORT... -o {folder}` makes one"
                raise CasebookError(message)
            _make_folder(folder)
        engine = _engine(file)
        with _understood(file), engine.begin() as connection:
            _check_version(connection, file)
        return cls(folder, engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.dispose()

    # ------------------------------------------------------------ writing

    def add(self, capture: Capture, record: DocumentRecord) -> None:
        """Keep a report: its bytes as received, then its record in one transaction. Coding it anew replaces the old."""
        evidence = self.folder / EVIDENCE / f"{capture.sha256}{Path(capture.path).suffix.lower()}"
        if not evidence.exists():
            write_whole(evidence, capture.data, durable=False)
        found = record.document
        written = to_json(record)
        events = [event_row(*pair) for pair in zip(record.events, written["events"], strict=True)]
        with _understood(self.folder), self._engine.begin() as connection:
            connection.execute(delete(tables.document).where(tables.document.c.id == found.id))
            connection.execute(delete(tables.capture).where(tables.capture.c.sha256 == capture.sha256))
            connection.execute(
                insert(tables.capture), {"sha256": capture.sha256, "path": capture.path, "document": found.id}
            )
            connection.execute(insert(tables.document), document_row(record, written))
            _insert(connection, tables.event, events)
            _insert(connection, tables.stance, [row for one in record.events for row in stance_rows(one)])

    def add_failure(self, failure: Failure) -> None:
        """Keep what could not be read; the last word on a path replaces what was said of it before."""
        with _understood(self.folder), self._engine.begin() as connection:
            same = (tables.failure.c.path == failure.path) & (tables.failure.c.step == failure.step)
            connection.execute(delete(tables.failure).where(same))
            connection.execute(insert(tables.failure), to_json(failure))

    def replace_linked(self, record: Record) -> None:
        """Keep what linking found, in place of what it found before."""
        rows = [
            {"kind": kind, "position": n, "id": getattr(item, "id", None), "json": _dump(item)}
            for kind in LINKED
            for n, item in enumerate(getattr(record, kind))
        ]
        placed = [{"b_id": one, "incident": incident.id} for incident in record.incidents for one in incident.events]
        with _understood(self.folder), self._engine.begin() as connection:
            connection.execute(delete(tables.linked))
            _insert(connection, tables.linked, rows)
            if placed:
                connection.execute(text("UPDATE event SET incident = :incident WHERE id = :b_id"), placed)
            for found in record.documents:
                values = {"origin": found.origin, "copy_of": found.copy_of, "id": found.id}
                connection.execute(
                    text("UPDATE document SET origin = :origin, copy_of = :copy_of WHERE id = :id"), values
                )

    def decide(self, decision: Decision) -> None:
        """Append a person's decision."""
        row = {"who": decision.who, "at": decision.when, "what": decision.what, "target": decision.target}
        with _understood(self.folder), self._engine.begin() as connection:
            connection.execute(insert(tables.decision), row | {"json": _dump(decision)})

    # ------------------------------------------------------------ reading

    def known(self) -> frozenset[str]:
        """The hashes of the reports that the casebook has."""
        with _understood(self.folder), self._engine.connect() as connection:
            return frozenset(connection.execute(select(tables.capture.c.sha256)).scalars())

    def document_records(self) -> Iterator[DocumentRecord]:
        """The records of all documents, as coded, in the order of their ids."""
        with _understood(self.folder), self._engine.connect() as connection:
            for row in connection.execute(select(tables.document.c.record).order_by(tables.document.c.id)).scalars():
                yield from_json(DocumentRecord, json.loads(row))

    def failures(self) -> tuple[Failure, ...]:
        """What could not be read, and notes on what could."""
        columns = tables.failure.c
        with _understood(self.folder), self._engine.connect() as connection:
            rows = connection.execute(select(tables.failure).order_by(columns.path, columns.step))
            return tuple(
                Failure(path=row.path, step=row.step, message=row.message, transient=bool(row.transient))
                for row in rows
            )

    def record(self) -> Record:
        """The whole record."""
        records = list(self.document_records())
        with _understood(self.folder), self._engine.connect() as connection:
            rows = connection.execute(select(tables.linked).order_by(tables.linked.c.kind, tables.linked.c.position))
            linked: dict[str, list[Any]] = {kind: [] for kind in LINKED}
            for row in rows:
                linked[row.kind].append(from_json(LINKED[row.kind], json.loads(row.json)))
            decisions = connection.execute(select(tables.decision.c.json).order_by(tables.decision.c.number)).scalars()
            decided = tuple(from_json(Decision, json.loads(row)) for row in decisions)
        return Record(
            sentences=tuple(sentence for one in records for sentence in one.sentences),
            events=tuple(found for one in records for found in one.events),
            attributions=tuple(found for one in records for found in one.attributions),
            decisions=decided,
            failures=self.failures(),
            **{kind: tuple(items) for kind, items in linked.items()},
        )


# ---------------------------------------------------------------- below the surface


class _understood:  # noqa: N801 - read as a phrase: `with _understood(file):`
    """Turn the database's errors into ones that say what to do."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, OperationalError) and "locked" in str(error):
            message = f"the casebook at {self.path} is in use by another program; try again when it is done"
            raise CasebookError(message) from error
        if isinstance(error, DatabaseError):
            message = f"the casebook at {self.path} cannot be read or written: {error.orig}"
            raise CasebookError(message) from error


def _engine(file: Path) -> Engine:
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": 30})

    @listen.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        # WAL lets others read while a run writes; foreign keys make a recoded document drop its old events.
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=ON")

    return engine


def _make_folder(folder: Path) -> None:
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            message = f"{folder} holds something that is no casebook; choose another folder with -o"
            raise CasebookError(message)
        (folder / EVIDENCE).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"cannot make a casebook in {folder}: {error.strerror}"
        raise CasebookError(message) from error


def _check_version(connection: Connection, file: Path) -> None:
    tables.metadata.create_all(connection)
    version = connection.execute(select(tables.about.c.version)).scalar()
    if version is None:
        connection.execute(insert(tables.about), {"version": tables.VERSION})
    elif version > tables.VERSION:
        message = f"{file} was written by a newer whosays (version {version}); update whosays to open it"
        raise CasebookError(message)


def _insert(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _dump(value: Any) -> str:
    return json.dumps(to_json(value), ensure_ascii=False)
