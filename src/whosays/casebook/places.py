"""Where a casebook lives: a folder with an SQLite file and the evidence, or a PostgreSQL database that holds both."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, create_engine, delete, insert, inspect, make_url, select, text
from sqlalchemy import event as listen
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

from whosays.casebook import tables
from whosays.casebook.files import write_whole
from whosays.errors import CasebookError
from whosays.record.document import Capture

FILE, EVIDENCE = "casebook.sqlite", "evidence"
URL = "postgresql://"


class Place(Protocol):
    """A casebook's place. `name` is for messages; `folder` where pages made from the casebook go."""

    name: str
    folder: Path
    engine: Engine

    def prepare(self, *, create: bool) -> None:
        """Make sure that there is a casebook, or make an empty one."""

    def begin(self, connection: Connection) -> None:
        """Begin to write: what is read for linking must not change before it is written."""

    def keep(self, connection: Connection, capture: Capture) -> None:
        """Keep a report's bytes as received."""

    def discard(self, connection: Connection, sha256: str, path: str) -> None:
        """Forget a report's bytes."""


def place_of(where: Path | str) -> Place:
    """The place that a folder or a database's address names."""
    return Server(str(where)) if str(where).startswith(URL) else Folder(Path(where))


class Folder:
    """A folder: `casebook.sqlite`, which any SQLite tool opens, and `evidence/`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / FILE
        self.name = str(self.file)
        if self._is_still():
            self.engine = create_engine(f"sqlite:///{self.file.resolve().as_uri()}?immutable=1&uri=true")
        else:
            self.engine = create_engine(f"sqlite:///{self.file}", connect_args={"timeout": 30})
            listen.listen(self.engine, "connect", _set_up_sqlite)

    def prepare(self, *, create: bool) -> None:
        """Make sure that there is a casebook, or make an empty one."""
        if self.file.exists():
            return
        if not create:
            message = f"there is no casebook in {self.folder}; `whosays brief REPORT... -o {self.folder}` makes one"
            raise CasebookError(message)
        try:
            if self.folder.exists() and (not self.folder.is_dir() or any(self.folder.iterdir())):
                message = f"{self.folder} holds something that is no casebook; choose another folder with -o"
                raise CasebookError(message)
            (self.folder / EVIDENCE).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"cannot make a casebook in {self.folder}: {error.strerror}"
            raise CasebookError(message) from error

    def _is_still(self) -> bool:
        """Whether the file may only be read and nobody writes to it: SQLite then need not keep files of its own beside it."""
        log = self.file.with_name(f"{FILE}-wal")
        may_write = all(os.access(place, os.W_OK) for place in (self.folder, self.file))
        return self.file.exists() and not may_write and not log.exists()

    def begin(self, connection: Connection) -> None:
        """Begin to write: what is read for linking must not change before it is written."""
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def keep(self, _: Connection, capture: Capture) -> None:
        """Keep a report's bytes as received, named by their hash."""
        file = self._evidence(capture.sha256, capture.path)
        if not file.exists():
            write_whole(file, capture.data, durable=False)

    def discard(self, _: Connection, sha256: str, path: str) -> None:
        """Forget a report's bytes."""
        self._evidence(sha256, path).unlink(missing_ok=True)

    def _evidence(self, sha256: str, path: str) -> Path:
        return self.folder / EVIDENCE / f"{sha256}{Path(path).suffix.lower()}"


class Server:
    """A PostgreSQL database, for teams: the same tables, and the evidence in one of its own."""

    def __init__(self, address: str) -> None:
        try:
            url = make_url(address).set(drivername="postgresql+psycopg")
            self.engine = create_engine(url)
        except (ArgumentError, NoSuchModuleError, ImportError) as error:
            message = (
                f"cannot use {URL}…: {error}; `pip install '.[postgres]'` in the folder of whosays brings what it needs"
            )
            raise CasebookError(message) from error
        self.name = url.render_as_string(hide_password=True)
        self.folder = Path()

    def prepare(self, *, create: bool) -> None:
        """Make sure that there is a casebook, or make an empty one."""
        with Understood(self.name), self.engine.connect() as connection:
            there = inspect(connection).has_table(tables.about.name)
        if not there and not create:
            message = f"there is no casebook in {self.name}; `whosays brief REPORT... -o URL` makes one"
            raise CasebookError(message)

    def begin(self, connection: Connection) -> None:
        """Begin to write: one at a time, while others read."""
        connection.execute(text("LOCK TABLE casebook IN EXCLUSIVE MODE"))

    def keep(self, connection: Connection, capture: Capture) -> None:
        """Keep a report's bytes as received."""
        known = select(tables.evidence.c.sha256).where(tables.evidence.c.sha256 == capture.sha256)
        if connection.execute(known).first() is None:
            row = {"sha256": capture.sha256, "suffix": Path(capture.path).suffix.lower(), "data": capture.data}
            connection.execute(insert(tables.evidence), row)

    def discard(self, connection: Connection, sha256: str, _: str) -> None:
        """Forget a report's bytes."""
        connection.execute(delete(tables.evidence).where(tables.evidence.c.sha256 == sha256))


class Understood:
    """Turn the database's errors into ones that say what to do: `with Understood(place.name):`."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OperationalError) and "locked" in str(error):
            message = f"the casebook at {self.name} is in use by another program; try again when it is done"
            raise CasebookError(message) from error
        if isinstance(error, OperationalError) and "readonly" in str(error):
            message = f"the casebook at {self.name} can be read and not written to; copy its folder to add to it"
            raise CasebookError(message) from error
        if isinstance(error, DatabaseError):
            message = f"the casebook at {self.name} cannot be read or written: {error.orig}"
            raise CasebookError(message) from error


def _set_up_sqlite(connection: Any, _: object) -> None:
    # WAL lets others read while a run writes; foreign keys make a recoded document drop its old events.
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")
