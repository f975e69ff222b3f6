"""Whose text a report repeats, when one is added or taken away: only its own family of copies is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whosays.link.origins import contains, marks, may_copy, shingles, with_origins
from whosays.link.shelf import TextShelf
from whosays.record.document import Document
from whosays.record.linking import Source


def source_of(document: Document) -> Source:
    """A report as something that others may copy."""
    return Source(id=document.id, day=document.day, publisher=document.publisher, wire=document.wire)


def update_origins(shelf: TextShelf, arriving: Sequence[Document], leaving: Iterable[str]) -> frozenset[str]:
    """Take in and forget reports; the ids of those whose origin is another now, or is known for the first time."""
    gone = frozenset(leaving)
    near = _family(shelf, gone) - gone
    shelf.drop_texts(gone)
    for document in arriving:
        _take_in(shelf, document)
    family = sorted(_family(shelf, near | {document.id for document in arriving}))
    before = shelf.sources(family)
    changed = [new for old, new in zip(before, with_origins(before, shelf.repeats(family)), strict=True) if new != old]
    shelf.put_origins(changed)
    return frozenset(source.id for source in changed)


def _take_in(shelf: TextShelf, document: Document) -> None:
    found = shingles(document.text)
    marked = marks(found)
    likely = [other for other, (shared, count) in shelf.sharing(marked).items() if may_copy(shared, len(marked), count)]
    repeats = [other for other, text in shelf.texts(likely).items() if contains(found, shingles(text))]
    shelf.add_text(source_of(document), marked, repeats)


def _family(shelf: TextShelf, documents: frozenset[str]) -> frozenset[str]:
    """Reports with all that repeat them, and those that repeat these, and so on."""
    family, edge = documents, documents
    while edge:
        reached = {other for others in shelf.repeats(edge).values() for other in others}
        edge = frozenset(reached - family)
        family |= edge
    return family
