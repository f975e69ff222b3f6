"""Documents to sentences: words, trees, names and marks of attribution.

`load()` gives the shipped model; anything with the same `read` may take its place (`record.reading.Reader`).
"""

from __future__ import annotations

from pathlib import Path

from whosays.record.reading import Reader

SPACY = "spacy:"


def load(model: Path | str | None = None, *, threads: int = 0) -> Reader:
    """The shipped model, the one in a folder, or a spaCy pipeline ("spacy:NAME"); `threads` 0 takes all cores.

    Raises `ModelError`.
    """
    if str(model).startswith(SPACY):
        from whosays.reader.spacy import SpacyReader

        return SpacyReader.named(str(model).removeprefix(SPACY))
    from whosays.reader.own import OwnReader

    return OwnReader(Path(model) if model else Path(__file__).with_name("model"), threads=threads)
