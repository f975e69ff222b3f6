"""Documents to sentences: words, trees, names and marks of attribution.

`load()` gives the shipped model; anything with the same `read` may take its place (`record.reading.Reader`).
"""

from __future__ import annotations

from pathlib import Path

from whosays.record.reading import Reader


def load(folder: Path | None = None, *, threads: int = 0) -> Reader:
    """The shipped model, or the one in `folder`; `threads` 0 takes all cores. Raises `ModelError`."""
    from whosays.reader.own import OwnReader

    return OwnReader(folder or Path(__file__).with_name("model"), threads=threads)
