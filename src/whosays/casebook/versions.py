"""A casebook of an older whosays is brought up to date when it is opened, step by step, on any database."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert, inspect, select, update

from whosays.casebook import tables
from whosays.errors import CasebookError

if TYPE_CHECKING:
    from alembic.operations import Operations


def bring_up_to_date(connection: Connection, name: str) -> None:
    """Make the tables of a new casebook, or change those of an older one; `name` is for messages.

    Raises:
        CasebookError: the casebook is of a newer version.
    """
    version = _version(connection)
    if version is not None and version > tables.VERSION:
        message = f"{name} was written by a newer whosays (version {version}); update whosays to open it"
        raise CasebookError(message)
    if version is not None and version < tables.VERSION:
        _step_by_step(connection, version)
    tables.metadata.create_all(connection)
    if version is None:
        connection.execute(insert(tables.about), {"version": tables.VERSION})


def _version(connection: Connection) -> int | None:
    if not inspect(connection).has_table(tables.about.name):
        return None
    return connection.execute(select(tables.about.c.version)).scalar()


def _step_by_step(connection: Connection, version: int) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    operations = Operations(MigrationContext.configure(connection))
    for step in range(version, tables.VERSION):
        STEPS[step](operations)
    connection.execute(update(tables.about).values(version=tables.VERSION))


def _from_1(operations: Operations) -> None:
    """Linking's outcome had one table, written anew for each report; it is found again when the casebook is next read."""
    operations.drop_table("linked")


def _from_2(operations: Operations) -> None:
    """Mentions did not say how many were counted; all that linking keeps is found again when the casebook is next read."""
    for table in ("mention", "block", "repeat", "mark", "source", "contradiction", "incident"):
        operations.drop_table(table, if_exists=True)


STEPS: dict[int, Callable[[Operations], None]] = {1: _from_1, 2: _from_2}  # version → how to reach the next
