"""Reports as texts that may repeat one another: one half of what linking asks of a casebook (`link/shelf.py`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, bindparam, delete, func, select, update

from whosays.casebook import tables
from whosays.casebook.parts import delete_where, insert_rows, rows_where
from whosays.record.linking import Source


class Texts:
    """The texts in a casebook, inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sharing(self, marks: Sequence[int]) -> Mapping[str, tuple[int, int]]:
        """For each report with some of the marks: how many of them, and how many marks it has."""
        mark, source = tables.mark.c, tables.source.c
        query = select(mark.document, source.marks, func.count().label("shared"))
        query = query.join_from(tables.mark, tables.source, source.id == mark.document)
        found: dict[str, tuple[int, int]] = {}
        for row in rows_where(self._connection, query.group_by(mark.document, source.marks), mark.mark, marks):
            found[row.document] = (found.get(row.document, (0, 0))[0] + row.shared, row.marks)
        return found

    def texts(self, documents: Iterable[str]) -> Mapping[str, str]:
        """The reports' texts."""
        columns = tables.document.c
        query = select(columns.id, columns.text)
        return {row.id: row.text for row in rows_where(self._connection, query, columns.id, documents)}

    def repeats(self, documents: Iterable[str]) -> Mapping[str, Sequence[str]]:
        """For each of the reports those that repeat it or that it repeats."""
        columns = tables.repeat.c
        found: dict[str, list[str]] = {}
        for row in rows_where(self._connection, select(tables.repeat), columns.document, documents):
            found.setdefault(row.document, []).append(row.other)
        return found

    def sources(self, documents: Iterable[str]) -> Sequence[Source]:
        """The reports as they stand."""
        columns = tables.source.c
        query = select(columns.id, columns.day, columns.publisher, columns.wire, columns.origin, columns.copy_of)
        return [Source(**row._mapping) for row in rows_where(self._connection, query, columns.id, documents)]  # noqa: SLF001 - public, despite its name

    def add_text(self, source: Source, marks: Sequence[int], repeats: Iterable[str]) -> None:
        """Take in a report with its marks and those that it repeats or that repeat it."""
        insert_rows(self._connection, tables.source, [asdict(source) | {"marks": len(marks)}])
        insert_rows(self._connection, tables.mark, [{"mark": one, "document": source.id} for one in marks])
        pairs = [pair for other in repeats for pair in ((source.id, other), (other, source.id))]
        insert_rows(self._connection, tables.repeat, [{"document": one, "other": other} for one, other in pairs])

    def drop_texts(self, documents: Iterable[str]) -> None:
        """Forget reports."""
        gone = list(documents)
        for table, column in (
            (tables.source, tables.source.c.id),
            (tables.mark, tables.mark.c.document),
            (tables.repeat, tables.repeat.c.document),
            (tables.repeat, tables.repeat.c.other),
        ):
            delete_where(self._connection, delete(table), column, gone)

    def put_origins(self, sources: Iterable[Source]) -> None:
        """Keep reports' origins, and what they are copies of."""
        rows = [{"b_id": one.id, "b_origin": one.origin, "b_copy_of": one.copy_of} for one in sources]
        if not rows:
            return
        for table in (tables.source, tables.document):
            statement = update(table).where(table.c.id == bindparam("b_id"))
            self._connection.execute(
                statement.values(origin=bindparam("b_origin"), copy_of=bindparam("b_copy_of")), rows
            )
