"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from whosays.errors import CasebookError


def write_whole(path: Path, content: str | bytes, *, durable: bool = True) -> None:
    """Write a file so that an interruption leaves the old one or the new one, never half of it.

    `durable` waits until the disk has it; a report's evidence can be read again after a power cut, a brief is sent on.

    Raises:
        CasebookError: the folder cannot be written to.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise CasebookError(message) from error
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
