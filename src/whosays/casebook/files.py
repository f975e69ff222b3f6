"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from whosays.errors import CasebookError


def write_whole(path: Path, content: str | bytes, *, durable: bool = True) -> None:
    """Write a file so that an interruption leaves the old one or the new one, never half of it.

    `durable` waits until the disk has it; a report's evidence can be read again after a power cut, a brief is sent on.
    What is there and no file (`/dev/stdout`, a pipe) is written to and stays what it is.

    Raises:
        CasebookError: it cannot be written: no such folder, no right to, no room left.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data, durable=durable)
    except OSError as error:
        message = f"cannot write {path}: {(error.strerror or str(error)).lower()}"
        raise CasebookError(message) from error


def _replace(path: Path, data: bytes, *, durable: bool) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
