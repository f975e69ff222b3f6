"""A casebook while it is written to: what linking asks of it (`link/shelf.py`), all of it in one transaction."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from whosays.casebook import tables
from whosays.casebook.parts import delete_where, insert_rows, rows_where
from whosays.casebook.rows import contradiction_rows, incident_row
from whosays.casebook.texts import Texts
from whosays.record.codec import from_json
from whosays.record.event import Event
from whosays.record.linking import Mention, Told


class Shelf(Texts):
    """The mentions in a casebook and the incidents that they were placed in, inside a transaction."""

    # ------------------------------------------------------------ mentions

    def sizes(self, blocks: Iterable[str]) -> Mapping[str, int]:
        """How many mentions blocks have; those that have none may be left out."""
        return {
            row.name: row.size
            for row in rows_where(self._connection, select(tables.block), tables.block.c.name, blocks)
        }

    def within(self, block: str) -> Sequence[Mention]:
        """The mentions of a block."""
        column = tables.mention.c.block
        # What follows "NAME/" and comes before "NAME0", the character after "/", is what begins with "NAME/".
        inside = (column == block) | ((column >= f"{block}/") & (column < f"{block}0"))
        return _mentions(self._connection.execute(select(tables.mention).where(inside)))

    def mentions_of(self, documents: Iterable[str]) -> Sequence[Mention]:
        """The mentions of reports."""
        return _mentions(rows_where(self._connection, select(tables.mention), tables.mention.c.document, documents))

    def placed_in(self, incidents: Iterable[str]) -> Sequence[Mention]:
        """The mentions of incidents."""
        return _mentions(rows_where(self._connection, select(tables.mention), tables.mention.c.incident, incidents))

    def add_mentions(self, mentions: Sequence[Mention]) -> None:
        """Take in mentions."""
        insert_rows(self._connection, tables.mention, [asdict(one) for one in mentions])
        self._resize(mentions, 1)

    def drop_mentions(self, mentions: Sequence[Mention]) -> None:
        """Forget mentions."""
        delete_where(self._connection, delete(tables.mention), tables.mention.c.event, [one.event for one in mentions])
        self._resize(mentions, -1)

    def _resize(self, mentions: Sequence[Mention], sign: int) -> None:
        """Count mentions in or out of their blocks and of the blocks around them."""
        change: Counter[str] = Counter()
        for mention in mentions:
            parts = mention.block.split("/")
            change.update("/".join(parts[:n]) for n in range(1, len(parts) + 1))
        before = self.sizes(change)
        after = {name: before.get(name, 0) + sign * count for name, count in change.items()}
        delete_where(self._connection, delete(tables.block), tables.block.c.name, before)
        insert_rows(self._connection, tables.block, [{"name": n, "size": size} for n, size in after.items() if size])

    # ------------------------------------------------------------ events

    def events(self, ids: Iterable[str]) -> Mapping[str, Event]:
        """The events themselves."""
        columns = tables.event.c
        query = select(columns.id, columns.json)
        found = rows_where(self._connection, query, columns.id, ids)
        return {row.id: from_json(Event, json.loads(row.json)) for row in found}

    def events_of(self, documents: Iterable[str]) -> Mapping[str, Sequence[Event]]:
        """All events of reports."""
        columns = tables.event.c
        query = select(columns.document, columns.json)
        found: dict[str, list[Event]] = {}
        for row in rows_where(self._connection, query, columns.document, documents):
            found.setdefault(row.document, []).append(from_json(Event, json.loads(row.json)))
        return found

    # ------------------------------------------------------------ incidents

    def put_incidents(self, told: Sequence[Told]) -> None:
        """Keep incidents with their contradictions, in place of those of the same ids; their mentions are placed."""
        if not told:
            return
        self.drop_incidents([one.incident.id for one in told])
        insert_rows(self._connection, tables.incident, [incident_row(one) for one in told])
        insert_rows(self._connection, tables.contradiction, [row for one in told for row in contradiction_rows(one)])
        placed = [{"b_event": event, "b_home": one.incident.id} for one in told for event in one.incident.events]
        for table, column in ((tables.mention, tables.mention.c.event), (tables.event, tables.event.c.id)):
            statement = update(table).where(column == bindparam("b_event")).values(incident=bindparam("b_home"))
            self._connection.execute(statement, placed)

    def drop_incidents(self, ids: Iterable[str]) -> None:
        """Forget incidents and their contradictions."""
        gone = list(ids)
        delete_where(self._connection, delete(tables.incident), tables.incident.c.id, gone)
        delete_where(self._connection, delete(tables.contradiction), tables.contradiction.c.incident, gone)


def _mentions(rows: Iterable[Row[Any]]) -> list[Mention]:
    names = tables.mention.c.keys()
    return [Mention(**dict(zip(names, row, strict=True))) for row in rows]
