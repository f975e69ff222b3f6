"""WHO SAYS WHAT: sources by incidents, a mark a cell, in boards narrow enough to read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whosays.publish.index import Index
from whosays.publish.voices import Voice, voices
from whosays.publish.words import listed, shortened
from whosays.record.incident import Incident

COLUMNS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An incident as a column's head."""

    number: int
    title: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A source, with its voices under each column."""

    name: str
    own: bool
    cells: tuple[tuple[Voice, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Up to COLUMNS incidents with the sources that speak of them."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    open: bool

    @property
    def title(self) -> str:
        """Which incidents it shows."""
        numbers = [str(column.number) for column in self.columns]
        return f"Incidents {listed(numbers)}" if len(numbers) > 1 else f"Incident {numbers[0]}"


def boards(index: Index) -> tuple[Board, ...]:
    """The boards: first the incidents of which a source speaks, then those that only the reports themselves tell.

    Both come in the order of the incidents; an incident on which nobody takes a position is left out.
    """
    heard = [(incident, voices(index, incident)) for incident in index.incidents]
    spoken = [(incident, found) for incident, found in heard if any(not voice.own for voice in found)]
    told = [(incident, found) for incident, found in heard if found and all(voice.own for voice in found)]
    return _boards(index, spoken, unfolded=2) + _boards(index, told, unfolded=0 if spoken else 1)


def _boards(index: Index, spoken: list[tuple[Incident, list[Voice]]], *, unfolded: int) -> tuple[Board, ...]:
    made = []
    for start in range(0, len(spoken), COLUMNS):
        block = spoken[start : start + COLUMNS]
        columns = tuple(
            Column(
                number=index.rank[incident.id],
                title=index.headline(incident),
                short=shortened(plain_headline(index.headline(incident)), 56),
            )
            for incident, _ in block
        )
        made.append(Board(columns=columns, rows=_rows([found for _, found in block]), open=start < unfolded * COLUMNS))
    return tuple(made)


def split_headline(headline: str) -> tuple[str, str]:
    """What is said, and who says so, denies it or is silent: “Troops captured two men”, “, according to …”."""
    found = re.search(r",? according to |, by (?:its|their) own account|; ", headline, flags=re.IGNORECASE)
    if found is None or found.start() == 0:
        return headline.rstrip("."), ""
    return headline[: found.start()].rstrip("."), headline[found.start() :].rstrip(".")


def plain_headline(headline: str) -> str:
    """What is said alone: who says so is told in the rows of the board."""
    what, _ = split_headline(headline)
    return what[:1].upper() + what[1:]


def _rows(columns: list[list[Voice]]) -> tuple[Row, ...]:
    names: dict[str, Voice] = {}
    times: dict[str, int] = {}
    for column in columns:
        for voice in column:
            names.setdefault(voice.key, voice)
            times[voice.key] = times.get(voice.key, 0) + 1
    keys = sorted(names, key=lambda key: (names[key].own, -times[key], names[key].name))
    return tuple(
        Row(
            name=names[key].name,
            own=names[key].own,
            cells=tuple(tuple(voice for voice in column if voice.key == key) for column in columns),
        )
        for key in keys
    )
