"""The columns that people filter by, made from the record; lists are joined by `; `."""

from __future__ import annotations

import json
from typing import Any

from whosays.casebook.parts import dump
from whosays.record.event import Event
from whosays.record.linking import Told
from whosays.record.whole import DocumentRecord
from whosays.record.world import Entity


def document_row(record: DocumentRecord, written: dict[str, Any]) -> dict[str, Any]:
    """A document's row; `written` is its record as JSON's own types."""
    found = record.document
    return {
        "id": found.id,
        "path": found.path,
        "url": found.url,
        "publisher": found.publisher,
        "origin": found.origin,
        "title": found.title,
        "byline": found.byline,
        "published": found.published.value if found.published else None,
        "published_from": found.published.source if found.published else None,
        "copy_of": found.copy_of,
        "text": found.text,
        "record": json.dumps(written, ensure_ascii=False),
    }


def event_row(event: Event, written: dict[str, Any]) -> dict[str, Any]:
    """An event's row."""
    return {
        "id": event.id,
        "document": event.document,
        "incident": None,
        "category": event.category,
        "mode": event.mode,
        "cameo": event.cameo,
        "actor": _names(event.actor),
        "recipient": _names(event.recipient),
        "place": event.place.name if event.place else None,
        "lat": event.place.lat if event.place else None,
        "lon": event.place.lon if event.place else None,
        "time": event.time.value if event.time else None,
        "author": next((one.value for one in event.stances if one.source is None), None),
        "sentence": event.sentence.text,
        "rule": event.why.rule,
        "json": json.dumps(written, ensure_ascii=False),
    }


def stance_rows(event: Event) -> list[dict[str, Any]]:
    """A row for each stance on an event; the author's has the source "author"."""
    return [
        {
            "event": event.id,
            "source": one.source.country or one.source.name if one.source else "author",
            "value": one.value,
            "evidence": " … ".join(span.text for span in one.evidence),
        }
        for one in event.stances
    ]


def incident_row(told: Told) -> dict[str, Any]:
    """An incident's row."""
    found = told.incident
    return {
        "id": found.id,
        "told": told.told,
        "category": found.category,
        "mode": found.mode,
        "headline": found.headline,
        "origins": found.origins,
        "background": found.background,
        "json": dump(found),
    }


def contradiction_rows(told: Told) -> list[dict[str, Any]]:
    """A row for each contradiction of an incident, in their order."""
    return [
        {
            "id": one.id,
            "incident": one.incident,
            "position": position,
            "field": one.field,
            "scope": one.scope,
            "json": dump(one),
        }
        for position, one in enumerate(told.contradictions)
    ]


def _names(entities: tuple[Entity, ...]) -> str:
    return "; ".join(entity.country or entity.name for entity in entities)
