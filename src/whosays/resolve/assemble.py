"""Put the record of one document together: words become spans, participants, places and times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from whosays.record.coded import Coded, CodedExpectation, CodedUnknown
from whosays.record.event import Attribution, Event
from whosays.record.ids import content_id
from whosays.record.incident import Expectation, Relation, Unknown
from whosays.record.reading import Reading
from whosays.record.span import Span
from whosays.record.whole import DocumentRecord
from whosays.resolve.actors.who import meet
from whosays.resolve.parties.parties import completed
from whosays.resolve.pieces.events import befell_in, event_id, event_of
from whosays.resolve.pieces.sayings import attribution_ids, attributions_of
from whosays.resolve.pieces.ties import ties_between
from whosays.resolve.places.where import Where
from whosays.resolve.resolver import Resolver
from whosays.resolve.scene.scene import set_scene
from whosays.resolve.times.when import When
from whosays.resolve.world import World

Item = TypeVar("Item", Event, Attribution, Relation, Expectation, Unknown)


def resolve(reading: Reading, coded: Coded, world: World) -> DocumentRecord:
    """Say who, where and when: the record of one document, complete without any other.

    A mention that stands for nobody known leaves its field empty with a reason; it never costs another its value.
    """
    scene = set_scene(reading, coded, world)
    resolver = Resolver(
        scene=scene, people=meet(scene), where=Where(scene), when=When(scene), attributions=coded.attributions
    )
    document = reading.document.id
    ids = [event_id(document, event) for event in coded.events]
    attributions = attribution_ids(document, coded.attributions)
    events = tuple(_once(event_of(resolver, event, ids, attributions) for event in coded.events))
    told = dict(zip(ids, coded.events, strict=True))
    settings = {item: befell_in(scene, event) for item, event in told.items()}
    done = completed(reading, told, events, settings, world)
    by_id = {event.id: event for event in done}
    parties = [by_id[item] for item in ids]
    return DocumentRecord(
        document=reading.document,
        sentences=tuple(
            Span(document=document, start=s.start, end=s.end, text=reading.document.text[s.start : s.end])
            for s in reading.sentences
        ),
        events=done,
        attributions=tuple(_once(attributions_of(resolver, coded.attributions, attributions))),
        relations=tuple(
            _once(r for tie in coded.relations for r in ties_between(resolver, tie, parties, attributions))
        ),
        expectations=tuple(_once(_expectation(resolver, item, ids) for item in coded.expectations)),
        unknowns=tuple(_once(_unknown(resolver, item, ids) for item in coded.unknowns)),
    )


def _once(items: Iterable[Item]) -> Iterator[Item]:
    """Items without those whose id came before."""
    seen: set[str] = set()
    for item in items:
        if item.id not in seen:
            seen.add(item.id)
            yield item


def _expectation(resolver: Resolver, item: CodedExpectation, ids: list[str]) -> Expectation:
    """What is to come, by whom and by when."""
    document = resolver.scene.reading.document.id
    return Expectation(
        id=content_id("expectation", document, item.evidence.start, item.evidence.end),
        document=document,
        text=resolver.span(item.evidence),
        by=next(iter(resolver.source(item.by)), None) if item.by is not None else None,
        source=resolver.source(item.source)[0] if item.source is not None else None,
        due=resolver.when.due(item.due) if item.due is not None else None,
        event=ids[item.event] if item.event is not None else None,
        outcome="withdrawn" if item.withdrawn else "open",
    )


def _unknown(resolver: Resolver, item: CodedUnknown, ids: list[str]) -> Unknown:
    """What the document says is not known."""
    document = resolver.scene.reading.document.id
    return Unknown(
        id=content_id("unknown", document, item.evidence.start, item.evidence.end),
        document=document,
        text=resolver.span(item.evidence),
        about=ids[item.about] if item.about is not None else None,
    )
