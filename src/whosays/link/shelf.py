"""What linking asks of the place where a casebook's reports are kept. All of it happens in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from whosays.record.event import Event
from whosays.record.linking import Mention, Source, Told


class TextShelf(Protocol):
    """Reports as texts that may repeat one another."""

    def sharing(self, marks: Sequence[int]) -> Mapping[str, tuple[int, int]]:
        """For each report with some of the marks: how many of them, and how many marks it has."""

    def texts(self, documents: Iterable[str]) -> Mapping[str, str]:
        """The reports' texts."""

    def repeats(self, documents: Iterable[str]) -> Mapping[str, Sequence[str]]:
        """For each of the reports those that repeat it or that it repeats."""

    def sources(self, documents: Iterable[str]) -> Sequence[Source]:
        """The reports as they stand."""

    def add_text(self, source: Source, marks: Sequence[int], repeats: Iterable[str]) -> None:
        """Take in a report with its marks and those that it repeats or that repeat it."""

    def drop_texts(self, documents: Iterable[str]) -> None:
        """Forget reports."""

    def put_origins(self, sources: Iterable[Source]) -> None:
        """Keep reports' origins, and what they are copies of."""


class Shelf(TextShelf, Protocol):
    """Reports' mentions, and the incidents that they were placed in."""

    def sizes(self, blocks: Iterable[str]) -> Mapping[str, int]:
        """How many mentions blocks have; those that have none may be left out."""

    def within(self, block: str) -> Sequence[Mention]:
        """The mentions of a block."""

    def mentions_of(self, documents: Iterable[str]) -> Sequence[Mention]:
        """The mentions of reports."""

    def placed_in(self, incidents: Iterable[str]) -> Sequence[Mention]:
        """The mentions of incidents."""

    def add_mentions(self, mentions: Sequence[Mention]) -> None:
        """Take in mentions."""

    def drop_mentions(self, mentions: Sequence[Mention]) -> None:
        """Forget mentions."""

    def events(self, ids: Iterable[str]) -> Mapping[str, Event]:
        """The events themselves."""

    def events_of(self, documents: Iterable[str]) -> Mapping[str, Sequence[Event]]:
        """All events of reports."""

    def put_incidents(self, told: Sequence[Told]) -> None:
        """Keep incidents with their contradictions, in place of those of the same ids; their mentions are placed."""

    def drop_incidents(self, ids: Iterable[str]) -> None:
        """Forget incidents and their contradictions."""
