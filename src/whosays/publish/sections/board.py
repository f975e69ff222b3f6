"""WHO SAYS WHAT: sources by incidents, a mark a cell, in boards narrow enough to read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whosays.publish.index import Index
from whosays.publish.voices import Voice, voices
from whosays.publish.words import shortened

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
        first, last = self.columns[0].number, self.columns[-1].number
        return f"Incidents {first} to {last}" if first != last else f"Incident {first}"


def boards(index: Index) -> tuple[Board, ...]:
    """The boards in the order of the incidents; incidents on which nobody takes a position are left out."""
    heard = [(incident, voices(index, incident)) for incident in index.incidents]
    spoken = [(incident, found) for incident, found in heard if found]
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
        made.append(Board(columns=columns, rows=_rows([found for _, found in block]), open=start < 2 * COLUMNS))
    return tuple(made)


def split_headline(headline: str) -> tuple[str, str]:
    """What is said, and who says so, denies it or is silent: “Troops captured two men”, “, according to …”."""
    found = re.search(r",? according to |; ", headline, flags=re.IGNORECASE)
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
