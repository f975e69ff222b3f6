"""Tables of knowledge as they are kept: TSV files with comments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from whosays.errors import LexiconError


def rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line numbers and rows of a TSV; lines that start with # are comments."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"cannot read {path}: {error}") from error
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    names = lines[0][1].split("\t") if lines else []
    for number, line in lines[1:]:
        values = line.split("\t")
        if len(values) > len(names):
            raise LexiconError(f"{path} line {number}: {len(values)} columns, the first line names {len(names)}")
        yield number, dict(zip(names, map(str.strip, values), strict=False))
