"""Reports from files and folders. A folder may say of its files what a feed would, in `meta.json`."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from whosays.record.document import Capture, Failure

SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".txt", ".text", ".md"})
# Reports in a form that is not read: said so of each, since a folder of nothing else would seem empty.
UNREAD = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".msg", ".mht", ".mhtml", ".warc"})
META = "meta.json"
CASEBOOK = "casebook.sqlite"  # a folder with this in it is what came of reports: its pages are none
ABOUT = re.compile(
    r"(?:readme|licen[cs]e|notice|copying|authors|changelog|contributing)\b", re.IGNORECASE
)  # files that tell of a folder
LARGEST = 64 * 1024 * 1024  # bytes; a report is a few kilobytes, so what is larger is something else


def captures(paths: Iterable[Path]) -> Iterator[Capture | Failure]:
    """Every report at the paths, folders in the order of their names; the same bytes only once.

    A path that cannot be read, a file that is too large and a second copy come out as failures, and the rest goes on.
    """
    seen: dict[str, str] = {}
    for path in paths:
        for file in _found(path):
            if isinstance(file, Failure):
                yield file
                continue
            capture = _capture(file)
            if isinstance(capture, Capture) and capture.sha256 in seen:
                first = seen[capture.sha256]
                yield Failure(path=str(file), step="ingest", message=f"the same bytes as {first}; read once")
                continue
            if isinstance(capture, Capture):
                seen[capture.sha256] = str(file)
            yield capture


def count(paths: Iterable[Path]) -> int:
    """How many captures and failures `captures` will give, told without reading a file."""
    return sum(1 for path in paths for _ in _found(path))


def _found(path: Path) -> Iterator[Path | Failure]:
    """What is at a path that was asked for; a failure where that is nothing."""
    files = _files(path)
    first = next(files, None)
    if first is None:
        kind = "is a casebook" if (path / CASEBOOK).is_file() else "holds no reports"
        message = f"the folder {kind}; a report's name ends in {', '.join(sorted(SUFFIXES))}"
        yield Failure(path=str(path), step="ingest", message=message)
        return
    yield first
    yield from files


def _files(path: Path) -> Iterator[Path | Failure]:
    """A file itself, whatever its name; of a folder, the files that look like reports: none that is hidden or tells of the folder."""
    try:
        if not path.is_dir():
            yield path
            return
        inside = [] if (path / CASEBOOK).is_file() else sorted(path.iterdir())
    except OSError as error:
        yield _unreadable(path, error)
        return
    for child in inside:
        if child.name.startswith(".") or (ABOUT.match(child.name) and not child.is_dir()):
            continue
        if child.is_dir():
            yield from _files(child)
        elif child.suffix.lower() in SUFFIXES:
            yield child
        elif child.suffix.lower() in UNREAD:
            message = f"a {child.suffix.lower()} file is not read; save it as HTML or plain text"
            yield Failure(path=str(child), step="ingest", message=message)


def _capture(file: Path) -> Capture | Failure:
    try:
        size = file.stat().st_size
        if size > LARGEST:
            message = f"{size / 1_048_576:.0f} MB is too large for a report; the limit is {LARGEST // 1_048_576} MB"
            return Failure(path=str(file), step="ingest", message=message)
        data = file.read_bytes()
    except OSError as error:
        return _unreadable(file, error)
    said = _meta(file.parent).get(file.stem, {})
    return Capture(
        path=str(file),
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        url=said.get("url"),
        given_published=said.get("published"),
        given_publisher=said.get("publisher"),
    )


def _meta(folder: Path) -> Mapping[str, Any]:
    """What the folder says of its files; nothing where it says nothing, or not as an object of objects."""
    try:
        said = json.loads((folder / META).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {stem: row for stem, row in said.items() if isinstance(row, dict)} if isinstance(said, dict) else {}


def _unreadable(path: Path, error: OSError) -> Failure:
    reason = error.strerror or type(error).__name__
    return Failure(path=str(path), step="ingest", message=f"cannot be read: {reason.lower()}", transient=True)
