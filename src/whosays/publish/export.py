"""The record for other tools: everything as JSON, the events as JSON Lines, a table as CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any, TextIO

from whosays.publish.acled import fatalities
from whosays.publish.words import plain
from whosays.record.codec import to_json
from whosays.record.document import Document
from whosays.record.event import Event, Number
from whosays.record.incident import Incident
from whosays.record.whole import Record
from whosays.record.world import Entity

FORMATS = ("json", "jsonl", "csv")
BACKGROUND: dict[str, list[Any]] = {"precedents": [], "provisions": []}  # none are read in this version
COLUMNS = (
    "event",
    "document",
    "publisher",
    "published",
    "url",
    "incident",
    "origins",
    "category",
    "mode",
    "cameo",
    "quad",
    "actor",
    "actor_code",
    "recipient",
    "recipient_code",
    "place",
    "country",
    "lat",
    "lon",
    "precision",
    "time",
    "from",
    "to",
    "numbers",
    "status",
    "author",
    "sources",
    "missing",
    "clause",
    "trigger",
    "start",
    "end",
    "sentence",
    "rule",
)
FATALITIES = "fatalities_acled"
# A cell that begins with one of these is run as a formula by spreadsheets; a quotation mark in front keeps it text.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_export(record: Record, format_name: str, stream: TextIO, *, acled: bool = False) -> None:
    """Write the record.

    `json` is one object, a list a type; `jsonl` one event a line with its stances; `csv` one row an event, opened by a
    byte order mark so that spreadsheets read it as UTF-8. With `acled` it has one more column, `fatalities_acled`.

    Raises:
        ValueError: there is no such format.
    """
    if format_name == "json":
        json.dump(to_json(record) | BACKGROUND, stream, ensure_ascii=False, indent=1)
        stream.write("\n")
    elif format_name == "jsonl":
        stream.writelines(json.dumps(to_json(event), ensure_ascii=False) + "\n" for event in record.events)
    elif format_name == "csv":
        stream.write("\ufeff")
        columns = (*COLUMNS, FATALITIES) if acled else COLUMNS
        writer = csv.DictWriter(stream, columns, lineterminator="\r\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(_rows(record))
    else:
        message = f"no such format: {format_name}; there are {', '.join(FORMATS)}"
        raise ValueError(message)


def _rows(record: Record) -> Iterator[dict[str, str]]:
    documents = {document.id: document for document in record.documents}
    incidents = {event: incident for incident in record.incidents for event in incident.events}
    for event in record.events:
        row = _told(event, documents[event.document], incidents.get(event.id)) | _meant(event)
        row[FATALITIES] = fatalities(event)
        yield {name: _safe(value) for name, value in row.items()}


def _told(event: Event, document: Document, incident: Incident | None) -> dict[str, Any]:
    """Where it stands and what made it."""
    return {
        "event": event.id,
        "document": document.id,
        "publisher": document.publisher,
        "published": document.published.value if document.published else None,
        "url": document.url,
        "incident": incident.id if incident else None,
        "origins": incident.origins if incident else None,
        "clause": " ".join(piece.text for piece in event.clause),
        "trigger": event.trigger.text,
        "start": event.trigger.start,
        "end": event.trigger.end,
        "sentence": event.sentence.text,
        "rule": event.why.rule,
        "missing": "; ".join(f"{one.field}: {one.reason}" for one in event.missing),
    }


def _meant(event: Event) -> dict[str, Any]:
    """What it says."""
    place, time = event.place, event.time
    return {
        "category": event.category,
        "mode": event.mode,
        "cameo": event.cameo,
        "quad": event.quad,
        "actor": _names(event.actor),
        "actor_code": _codes(event.actor),
        "recipient": _names(event.recipient),
        "recipient_code": _codes(event.recipient),
        "place": place.name if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        "time": time.value if time else None,
        "from": time.start if time else None,
        "to": time.end if time else None,
        "numbers": "; ".join(map(_number, event.numbers)),
        "status": "; ".join(status.value for status in event.status),
        "author": next((one.value for one in event.stances if one.source is None), None),
        "sources": "; ".join(f"{one.source.name}: {one.value}" for one in event.stances if one.source is not None),
    }


def _names(entities: tuple[Entity, ...]) -> str:
    return "; ".join(entity.name for entity in entities)


def _codes(entities: tuple[Entity, ...]) -> str:
    return "; ".join(entity.code or "" for entity in entities)


def _number(number: Number) -> str:
    return f"{number.role}: {plain(number.low)}..{plain(number.high)}"


def _safe(value: object) -> str:
    if value is None:
        return ""
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text
