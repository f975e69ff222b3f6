"""Public offices and the days in which a person held them: a minister becomes the head of an organisation, and counts for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SECTOR = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A title held from `since` until `until` (years, months or days, ISO; "" open or not known).

    `sector` and `body` are None where they are the person's own: a prime minister acts for the state that the entry names,
    a secretary general for the organisation (an actor's id) that the office names.
    """

    title: str
    since: str
    until: str
    sector: str | None = None
    body: str | None = None

    def holds(self, day: str | None) -> bool:
        """Whether the office was held on a day; where the day is unknown, whether it is held still."""
        return within(day, self.since, self.until) if day is not None else not self.until


def within(day: str | None, since: str, until: str) -> bool:
    """Whether a day lies in a stretch of days; a month or a year that ends it belongs to it.

    >>> within("2024-05-31", "2019", "2024-05"), within("2024-06-01", "2019", "2024-05"), within(None, "2019", "")
    (True, False, True)
    """
    return day is None or ((not since or since <= day) and (not until or day[: len(until)] <= until))


def read_offices(text: str) -> tuple[Office, ...]:
    """The offices of one entry, oldest first: `TITLE, FROM/UNTIL[, SECTOR[, BODY]]`, separated by `|`.

    >>> [office.title for office in read_offices("foreign minister, 2012-02/2016|secretary general, 2017/, IGO, UN")]
    ['foreign minister', 'secretary general']
    """
    return tuple(_office(item) for item in text.split("|") if item.strip()) if text else ()


def _office(item: str) -> Office:
    title, *rest = (part.strip() for part in item.split(","))
    since, slash, until = rest[0].partition("/") if rest else ("", "", "")
    sector, body = [*rest[1:], "", ""][:2]
    faulty = [day for day in (since, until) if day and not DAY.fullmatch(day)]
    if not title or not slash or len(rest) > 3 or faulty or (sector and not SECTOR.fullmatch(sector)):
        raise ValueError(f"no office: {item!r}; an office is TITLE, FROM/UNTIL[, SECTOR[, BODY]]")
    return Office(title=title, since=since, until=until, sector=sector or None, body=body or None)
