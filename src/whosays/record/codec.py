"""The record as JSON, and back: one codec for every type, with the field names of the published record.

What differs between the types and their JSON stands in tables: a mention's span is written as fields of its own, names
that Python or another field has taken are spelt out, and the author, who is None as a source, is `{"code": "author"}`.
Everything else is written as it is: a dataclass as an object, a tuple as a list.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from whosays.record.document import Document, Published
from whosays.record.event import Event, Number, Stance, Status
from whosays.record.incident import Relation
from whosays.record.span import Span
from whosays.record.world import Entity, Place, Time

T = TypeVar("T")

AUTHOR = {"code": "author"}
FLAT: dict[type, dict[str, type]] = {
    Entity: {"span": Span},
    Place: {"span": Span},
    Time: {"span": Span},
    Number: {"span": Span},
    Document: {"published": Published},
}
# Statuses are read as plain names; the words that they rest on stand in a list beside them.
STATUS, EVIDENCE = (Event, "status"), "status_evidence"
RENAMED: dict[type, dict[str, str]] = {
    Time: {"start": "from", "end": "to"},
    Relation: {"giver": "from", "receiver": "to"},
    Published: {"value": "published", "source": "published_from"},
}


def json_name(cls: type, field: str) -> str:
    """The name of a dataclass field in JSON."""
    return RENAMED.get(cls, {}).get(field, field)


def to_json(value: Any) -> Any:
    """A value of the record as JSON's own types."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    return _object(value)


def _object(value: Any) -> dict[str, Any]:
    cls: Any = type(value)
    found: dict[str, Any] = {}
    for name, written, kind in _plan(cls):
        item = getattr(value, name)
        if kind is None:
            found[written] = to_json(item)
        elif kind is Status:
            found[written] = [status.value for status in item]
            found[EVIDENCE] = [to_json(status.evidence) for status in item]
        else:
            found |= dict.fromkeys(_json_names(kind)) if item is None else _object(item)
    if cls is Stance and value.source is None:
        found["source"] = dict(AUTHOR)
    return found


@cache
def _plan(cls: Any) -> tuple[tuple[str, str, Any], ...]:
    """For each field its name, its name in JSON, and what is special about it: a flattened type, statuses, or nothing."""
    flat = FLAT.get(cls, {})
    return tuple(
        (name, json_name(cls, name), Status if (cls, name) == STATUS else flat.get(name)) for name in _names(cls)
    )


def from_json(cls: type[T], data: Any) -> T:
    """A value of the record from JSON.

    Raises:
        KeyError, TypeError: the data lacks a field that the type has, or holds another kind of value.
    """
    return typing.cast("T", _reader(typing.cast("Hashable", cls))(data))


@cache
def _reader(hint: Hashable) -> Callable[[Any], Any]:
    """How to read a value of this type hint."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        inner = _reader(next(arg for arg in args if arg is not type(None)))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        inner = _reader(args[0])
        return lambda data: tuple(map(inner, data))
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda data: _read_object(hint, data)
    return lambda data: data


def _read_object(cls: Any, data: dict[str, Any]) -> Any:
    if cls is Stance and data["source"] == AUTHOR:
        data = data | {"source": None}
    return cls(**{name: read(data) for name, read in _readers(cls)})


@cache
def _readers(cls: Any) -> tuple[tuple[str, Callable[[dict[str, Any]], Any]], ...]:
    """For each field how to read it from the whole object."""
    flat = FLAT.get(cls, {})
    return tuple(
        (name, _flat_reader(flat[name]) if name in flat else _field_reader(cls, name, hint))
        for name, hint in _hints(cls).items()
    )


def _flat_reader(part: Any) -> Callable[[dict[str, Any]], Any]:
    names = _json_names(part)
    return lambda data: None if any(data[name] is None for name in names) else _read_object(part, data)


def _field_reader(cls: Any, name: str, hint: Any) -> Callable[[dict[str, Any]], Any]:
    if (cls, name) == STATUS:
        return _read_statuses
    written, inner = json_name(cls, name), _reader(hint)
    (default,) = (field.default for field in fields(cls) if field.name == name)
    if default is not MISSING:  # what an older record lacks
        return lambda data: inner(data[written]) if written in data else default
    return lambda data: inner(data[written])


def _read_statuses(data: dict[str, Any]) -> tuple[Status, ...]:
    spans = map(_reader(Span), data[EVIDENCE])
    return tuple(Status(value=one, evidence=span) for one, span in zip(data[STATUS[1]], spans, strict=True))


@cache
def _hints(cls: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    return {name: hints[name] for name in _names(cls)}


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.init)


@cache
def _json_names(cls: Any) -> tuple[str, ...]:
    return tuple(json_name(cls, name) for name in _names(cls))
