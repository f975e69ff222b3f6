"""JSON Schema of the export, made from the types themselves so that the two cannot drift apart."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from typing import Any

from whosays.record.codec import AUTHOR, EVIDENCE, FLAT, STATUS, json_name
from whosays.record.event import Stance, StatusName
from whosays.record.span import Span
from whosays.record.whole import Record

PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the object that `whosays export --format json` writes."""
    known: dict[str, Any] = {}
    whole = _object(Record, known)
    background = {"type": "array", "items": {"type": "object"}}
    whole["properties"] |= {"precedents": background, "provisions": background}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "whosays record",
        **whole,
        "$defs": dict(sorted(known.items())),
    }


def _object(cls: type, known: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    flat = FLAT.get(cls, {})
    hints = typing.get_type_hints(cls)
    for field in fields(cls):
        if not field.init:
            continue
        if field.name in flat:
            inner = _object(flat[field.name], known)["properties"]
            may_be_missing = type(None) in typing.get_args(hints[field.name])
            properties |= {name: _or_null(part) if may_be_missing else part for name, part in inner.items()}
        elif (cls, field.name) == STATUS:
            properties[field.name] = {"type": "array", "items": {"enum": list(typing.get_args(StatusName))}}
            properties[EVIDENCE] = {"type": "array", "items": _value(Span, known)}
        else:
            properties[json_name(cls, field.name)] = _value(hints[field.name], known)
    if cls is Stance:
        properties["source"] = {"anyOf": [{"$ref": "#/$defs/Entity"}, {"const": AUTHOR}]}
    return {
        "type": "object",
        "description": " ".join((cls.__doc__ or "").split()),
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def _value(hint: Any, known: dict[str, Any]) -> dict[str, Any]:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return {"anyOf": [_value(arg, known) for arg in args]}
    if origin is tuple:
        return {"type": "array", "items": _value(args[0], known)}
    if origin is typing.Literal:
        return {"enum": list(args)}
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in known:
            known[hint.__name__] = {}  # stands in while the type is described, in case it refers to itself
            known[hint.__name__] = _object(hint, known)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return {"type": PLAIN[hint]}


def _or_null(part: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [part, {"type": "null"}]}
