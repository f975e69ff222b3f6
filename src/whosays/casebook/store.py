"""Reading and writing a casebook: one transaction a document, so that a crash leaves a whole casebook."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Row, Select, delete, insert, select

from whosays.casebook import tables
from whosays.casebook.parts import dump, insert_rows
from whosays.casebook.places import Place, Understood, place_of
from whosays.casebook.rows import document_row, event_row, stance_rows
from whosays.casebook.shelf import Shelf
from whosays.casebook.versions import bring_up_to_date
from whosays.errors import CasebookError
from whosays.record.codec import from_json, to_json
from whosays.record.document import Capture, Document, Failure
from whosays.record.incident import Contradiction, Incident
from whosays.record.whole import Decision, DocumentRecord, Linked

LINKED_AT_ONCE = 1000  # reports
Linker = Callable[[Shelf, Sequence[DocumentRecord], Sequence[str]], None]
T = TypeVar("T")


class Casebook:
    """An open casebook. Use `Casebook.open`, as a context manager."""

    def __init__(self, place: Place) -> None:
        self.folder = place.folder
        self._place, self._engine = place, place.engine

    @classmethod
    def open(cls, where: Path | str, *, create: bool = False) -> Self:
        """Open the casebook in a folder or at a `postgresql://` address, or make one.

        Raises:
            CasebookError: there is none and none was to be made; the folder holds something else; the file is
                damaged, locked, or of a newer version; the database cannot be reached.
        """
        place = place_of(where)
        try:
            place.prepare(create=create)
            with Understood(place.name), place.engine.begin() as connection:
                bring_up_to_date(connection, place.name)
        except CasebookError:
            place.engine.dispose()
            raise
        return cls(place)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.dispose()

    # ------------------------------------------------------------ writing

    def add(self, capture: Capture, record: DocumentRecord, linker: Linker | None = None) -> None:
        """Keep a report: its bytes as received, then its record and what it changes in one transaction.

        Coding a report anew replaces the old, and why it could not be read before. Without a linker it waits for
        `catch_up`.
        """
        found = record.document
        written = to_json(record)
        events = [event_row(*pair) for pair in zip(record.events, written["events"], strict=True)]
        kept = {"sha256": capture.sha256, "path": capture.path, "document": found.id}
        with self._writing() as connection:
            self._place.keep(connection, capture)
            connection.execute(delete(tables.document).where(tables.document.c.id == found.id))
            connection.execute(delete(tables.capture).where(tables.capture.c.sha256 == capture.sha256))
            connection.execute(delete(tables.source).where(tables.source.c.id == found.id))
            connection.execute(delete(tables.failure).where(tables.failure.c.path == capture.path))
            connection.execute(insert(tables.capture), kept)
            connection.execute(insert(tables.document), document_row(record, written))
            insert_rows(connection, tables.event, events)
            insert_rows(connection, tables.stance, [row for one in record.events for row in stance_rows(one)])
            if linker is not None:
                linker(Shelf(connection), [record], ())

    def add_copy(self, capture: Capture, document: str) -> None:
        """Keep the bytes of a report of which the casebook has the very text, so that it is not read again."""
        kept = {"sha256": capture.sha256, "path": capture.path, "document": document}
        with self._writing() as connection:
            self._place.keep(connection, capture)
            connection.execute(delete(tables.failure).where(tables.failure.c.path == capture.path))
            connection.execute(delete(tables.capture).where(tables.capture.c.sha256 == capture.sha256))
            connection.execute(insert(tables.capture), kept)

    def remove(self, document: str, linker: Linker) -> None:
        """Forget a report, its evidence too, as if it had never been added; decisions on it stay."""
        with self._writing() as connection:
            paths = connection.execute(
                select(tables.capture.c.sha256, tables.capture.c.path).where(tables.capture.c.document == document)
            ).all()
            connection.execute(delete(tables.document).where(tables.document.c.id == document))
            connection.execute(delete(tables.capture).where(tables.capture.c.document == document))
            linker(Shelf(connection), (), [document])
        with self._writing() as connection:
            for row in paths:
                self._place.discard(connection, row.sha256, row.path)

    def catch_up(self, linker: Linker) -> None:
        """Link the reports that were added without, or by an older whosays; a transaction for so many at a time."""
        columns, linked = tables.document.c, select(tables.source.c.id)
        query = select(columns.record).where(columns.id.not_in(linked)).order_by(columns.id).limit(LINKED_AT_ONCE)
        while self._has(query):  # asked without a right to write: who only reads a whole casebook needs none
            with self._writing() as connection:
                rows = connection.execute(query).scalars().all()
                linker(Shelf(connection), [from_json(DocumentRecord, json.loads(row)) for row in rows], ())

    def forget_missing(self) -> None:
        """Forget the paths at which nothing was: a mistyped one is told of once, and again if it is asked for again."""
        with Understood(self._place.name), self._engine.begin() as connection:
            gone = (tables.failure.c.step == "ingest") & tables.failure.c.message.like("%no such file%")
            connection.execute(delete(tables.failure).where(gone))

    def add_failure(self, failure: Failure) -> None:
        """Keep what could not be read; the last word on a path replaces what was said of it before."""
        with Understood(self._place.name), self._engine.begin() as connection:
            same = (tables.failure.c.path == failure.path) & (tables.failure.c.step == failure.step)
            connection.execute(delete(tables.failure).where(same))
            connection.execute(insert(tables.failure), to_json(failure))

    def decide(self, decision: Decision) -> None:
        """Append a person's decision."""
        row = {"who": decision.who, "at": decision.when, "what": decision.what, "target": decision.target}
        with Understood(self._place.name), self._engine.begin() as connection:
            connection.execute(insert(tables.decision), row | {"json": dump(decision)})

    # ------------------------------------------------------------ reading

    def known(self) -> frozenset[str]:
        """The hashes of the reports that the casebook has."""
        with Understood(self._place.name), self._engine.connect() as connection:
            return frozenset(connection.execute(select(tables.capture.c.sha256)).scalars())

    def path_of(self, document: str) -> str | None:
        """Where the report with this id was read; None where the casebook has none."""
        query = select(tables.document.c.path).where(tables.document.c.id == document)
        with Understood(self._place.name), self._engine.connect() as connection:
            return connection.execute(query).scalar()

    def document_records(self) -> Iterator[DocumentRecord]:
        """The records of all documents, as coded, in the order of their ids."""
        with Understood(self._place.name), self._engine.connect() as connection:
            for row in connection.execute(select(tables.document.c.record).order_by(tables.document.c.id)).scalars():
                yield from_json(DocumentRecord, json.loads(row))

    def linked(self, records: Iterable[DocumentRecord]) -> Linked:
        """What linking found in the casebook's documents, incidents in the order in which they were first told."""
        found, incident, contradiction = tables.document.c, tables.incident.c, tables.contradiction.c
        told = select(contradiction.json).join(tables.incident, incident.id == contradiction.incident)
        with Understood(self._place.name), self._engine.connect() as connection:
            origins = {row.id: row for row in connection.execute(select(found.id, found.origin, found.copy_of))}
            return Linked(
                documents=tuple(_with_origin(record.document, origins[record.document.id]) for record in records),
                incidents=tuple(_read(connection, Incident, select(incident.json).order_by(incident.told))),
                contradictions=tuple(
                    _read(connection, Contradiction, told.order_by(incident.told, contradiction.position))
                ),
            )

    def failures(self) -> tuple[Failure, ...]:
        """What could not be read, and notes on what could."""
        columns = tables.failure.c
        with Understood(self._place.name), self._engine.connect() as connection:
            rows = connection.execute(select(tables.failure).order_by(columns.path, columns.step))
            return tuple(
                Failure(path=row.path, step=row.step, message=row.message, transient=bool(row.transient))
                for row in rows
            )

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, the earliest first."""
        query = select(tables.decision.c.json).order_by(tables.decision.c.number)
        with Understood(self._place.name), self._engine.connect() as connection:
            return tuple(_read(connection, Decision, query))

    # ------------------------------------------------------------ both

    def _has(self, query: Select[Any]) -> bool:
        with Understood(self._place.name), self._engine.connect() as connection:
            return connection.execute(query.limit(1)).first() is not None

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with Understood(self._place.name), self._engine.begin() as connection:
            self._place.begin(connection)
            yield connection


# ---------------------------------------------------------------- below the surface


def _with_origin(document: Document, row: Row[Any, Any, Any]) -> Document:
    return replace(document, origin=row.origin, copy_of=row.copy_of)


def _read(connection: Connection, kind: type[T], query: Select[Any]) -> Iterator[T]:
    return (from_json(kind, json.loads(row)) for row in connection.execute(query).scalars())
