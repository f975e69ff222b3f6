"""How the reports see an incident: every value of every field, who stands behind it, since when; and what edits changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from whosays.link.contradictions import count_words
from whosays.record.document import Document
from whosays.record.event import Event
from whosays.record.incident import Edit, Incident, View, ViewField
from whosays.record.span import Span
from whosays.record.whole import DocumentRecord

HOLDING = frozenset({"CT+", "PR+", "PS+"})  # who takes such a stance on an event stands behind what is told of it
Value = tuple[ViewField, str, Span]


def views_of(
    incidents: Sequence[Incident], events: Mapping[str, Event], documents: Mapping[str, Document]
) -> tuple[View, ...]:
    """The views of all incidents; of an incident by field, and of a field by the day on which each value was first told."""
    return tuple(view for incident in incidents for view in _of_incident(incident, events, documents))


def _of_incident(incident: Incident, events: Mapping[str, Event], documents: Mapping[str, Document]) -> list[View]:
    told: dict[tuple[ViewField, str], list[tuple[Event, Span]]] = {}
    for event in sorted(
        (events[one] for one in incident.events), key=lambda one: (documents[one.document].day, one.id)
    ):
        for field, value, span in _values(event):
            told.setdefault((field, value), []).append((event, span))
    found = [_view(incident, *key, rows, documents) for key, rows in told.items()]
    return sorted(found, key=lambda view: (view.field, view.first or "", view.value))


def _values(event: Event) -> Iterator[Value]:
    """What a mention says of each field, in the words by which values are compared."""
    for one in event.actor:
        yield "actor", one.party, one.span
    for one in event.recipient:
        yield "recipient", one.party, one.span
    if event.place is not None:
        yield "place", event.place.name, event.place.span
    if event.time is not None:
        yield "time", event.time.value, event.time.span
    for number in event.numbers:
        yield "number", count_words(number), number.span


def _view(
    incident: Incident,
    field: ViewField,
    value: str,
    rows: Sequence[tuple[Event, Span]],
    documents: Mapping[str, Document],
) -> View:
    days = sorted(day for event, _ in rows if (day := documents[event.document].day))
    holders = (s.source for event, _ in rows for s in event.stances if s.source is not None and s.value in HOLDING)
    return View(
        incident=incident.id,
        field=field,
        value=value,
        events=tuple(sorted({event.id for event, _ in rows})),
        sources=tuple(sorted({source.party for source in holders})),
        origins=len({documents[event.document].family for event, _ in rows}),
        first=days[0] if days else None,
        latest=days[-1] if days else None,
        evidence=tuple(dict.fromkeys(span for _, span in rows)),
    )


def edits_of(records: Sequence[DocumentRecord]) -> tuple[Edit, ...]:
    """What changed between the texts that were found under one address, each with the one before it."""
    captures: dict[str, list[DocumentRecord]] = {}
    for record in records:
        if record.document.url:
            captures.setdefault(record.document.url, []).append(record)
    found = []
    for url in sorted(captures):
        ordered = sorted(captures[url], key=lambda one: (_when(one), one.document.id))
        found += [_edit(url, before, after) for before, after in pairwise(ordered)]
    return tuple(found)


def _when(record: DocumentRecord) -> str:
    return record.document.published.value if record.document.published else ""


def _edit(url: str, before: DocumentRecord, after: DocumentRecord) -> Edit:
    old, new = ([" ".join(span.text.split()) for span in one.sentences] for one in (before, after))
    removed: list[Span] = []
    added: list[Span] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            removed += before.sentences[a:b]
            added += after.sentences[c:d]
    return Edit(
        url=url,
        before=before.document.id,
        after=after.document.id,
        ordered="" not in {_when(before), _when(after)} and _when(before) != _when(after),
        removed=tuple(removed),
        added=tuple(added),
        gone=_inside(before, removed),
        new=_inside(after, added),
    )


def _inside(record: DocumentRecord, sentences: Sequence[Span]) -> tuple[str, ...]:
    starts = {span.start for span in sentences}
    return tuple(event.id for event in record.events if event.sentence.start in starts)
