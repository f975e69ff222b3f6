"""Statements on any number of rows: databases take a few hundred values at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Delete, Row, Select, Table, insert

from whosays.record.codec import to_json

AT_ONCE = 500


def rows_where(
    connection: Connection, query: Select[Any], column: Column[Any], values: Iterable[Any]
) -> Iterator[Row[Any]]:
    """The rows of a query in which a column has one of the values."""
    for part in _parts(values):
        yield from connection.execute(query.where(column.in_(part)))


def delete_where(connection: Connection, statement: Delete, column: Column[Any], values: Iterable[Any]) -> None:
    """Delete the rows in which a column has one of the values."""
    for part in _parts(values):
        connection.execute(statement.where(column.in_(part)))


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, or none."""
    if rows:
        connection.execute(insert(table), rows)


def dump(value: Any) -> str:
    """A value of the record as JSON text."""
    return json.dumps(to_json(value), ensure_ascii=False)


def _parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    whole = list(values)
    for start in range(0, len(whole), AT_ONCE):
        yield whole[start : start + AT_ONCE]
