"""Where a text goes back to: wire credits and near copies. Origins are counted later, not outlets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whosays.record.document import Document

SHINGLE = 5  # words
COPIED = 0.5  # share of the shorter text's shingles that the longer one holds
WORD = re.compile(r"\w+")


def with_origins(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with `origin` and `copy_of`. A copy is compared with its original itself, never through a third text."""
    shingles = {document.id: _shingles(document.text) for document in documents}
    first = sorted(documents, key=_precedence)
    copies: dict[str, Document] = {}
    for place, document in enumerate(first):
        for earlier in first[:place]:
            if earlier.id not in copies and _contains(shingles[earlier.id], shingles[document.id]):
                copies[document.id] = earlier
                break
    return tuple(_with_origin(document, copies) for document in documents)


def _precedence(document: Document) -> tuple[bool, str, str]:
    """Whose text it is comes first: the agency's own report, then the earlier, then by id."""
    own = document.wire is not None and document.wire == document.publisher
    return not (own or document.wire is None), document.day or "9999", document.id


def _with_origin(document: Document, copies: dict[str, Document]) -> Document:
    original = copies.get(document.id)
    source = original or document
    origin = document.wire or source.wire or source.publisher
    return replace(document, origin=origin, copy_of=original.id if original else None)


def _shingles(text: str) -> frozenset[str]:
    words = WORD.findall(text.casefold())
    return frozenset(" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1)))


def _contains(one: frozenset[str], other: frozenset[str]) -> bool:
    smaller = min(len(one), len(other))
    return smaller > 0 and len(one & other) / smaller >= COPIED
