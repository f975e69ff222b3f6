"""What PLOVER's categories and modes are: the loader of `plover.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from whosays.errors import LexiconError

QUADS = frozenset({1, 2, 3, 4})


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverCategory:
    """A category: what it means, CAMEO's root codes, the quad class (1 verbal co-operation … 4 material conflict).

    `modes` are the modes in use, each with its meaning.
    """

    name: str
    definition: str
    cameo: tuple[str, ...]
    quad: int
    modes: Mapping[str, str]


def load_plover(name: str = "plover.toml") -> Mapping[str, PloverCategory]:
    """All categories by name, in the file's order.

    Raises:
        LexiconError: the file is no TOML, or a category lacks a field or has no such quad class.
    """
    return read_plover(files("whosays.lexicon").joinpath(name).read_text(encoding="utf-8"), name)


def read_plover(text: str, name: str) -> Mapping[str, PloverCategory]:
    """The categories in a text of that form; `name` is what error messages call it."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{name}: {error}"
        raise LexiconError(message) from error
    return MappingProxyType(
        {key: _category(name, key, table) for key, table in tables.items() if isinstance(table, dict)}
    )


def _category(file: str, key: str, table: dict[str, Any]) -> PloverCategory:
    missing = [field for field in ("definition", "cameo", "quad") if field not in table]
    if missing or table["quad"] not in QUADS:
        message = (
            f"{file}: {key}: no {', '.join(missing)}" if missing else f"{file}: {key}: no quad class {table['quad']}"
        )
        raise LexiconError(message)
    return PloverCategory(
        name=key,
        definition=table["definition"],
        cameo=tuple(table["cameo"].split()),
        quad=table["quad"],
        modes=MappingProxyType(dict(table.get("modes", {}))),
    )
