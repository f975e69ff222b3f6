"""The actor register: who a name stands for.

Data, not code: TSV files with the columns `id, kind, name, country, sector, aliases, from, until, note`, in the states'
file also `adjectives, demonyms, capitals, seats`, in the persons' `offices` (see `offices`), in the media's `voice`: whose
word its reports are. A user's own file comes last and its entries win over ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from whosays.errors import LexiconError
from whosays.record.world import EntityKind
from whosays.resolve.fold import fold
from whosays.resolve.register.offices import Office, read_offices, within
from whosays.resolve.rows import rows

Sense = Literal["name", "adjective", "demonym", "demonyms", "capital", "seat"]
REQUIRED = ("id", "kind", "name")
COLUMNS = frozenset(
    (*REQUIRED, *"country sector aliases from until note adjectives demonyms capitals seats offices voice".split())
)
KINDS = frozenset(get_args(EntityKind))
WORD = re.compile(r"[^\W_]+")
# In adjectives of these endings the plural people are the adjective itself: "the Dutch", "the British".
PEOPLES = ("ese", "sh", "ch", "ss")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One entry: a state, organisation, group or person, and the days (ISO) in which the entry holds."""

    id: str
    kind: EntityKind
    name: str
    country: str | None
    sector: str | None
    since: str
    until: str
    note: str
    rank: int
    offices: tuple[Office, ...] = ()
    voices: tuple[tuple[str, str], ...] = ()  # codes, with the dateline's town where two outlets share the name

    def holds(self, day: str | None) -> bool:
        """Whether the entry holds, or an office of it is held, on a day; an entry without days always holds."""
        if self.offices:
            return any(office.holds(day) for office in self.offices)
        return within(day, self.since, self.until)

    def on(self, day: str | None) -> Actor:
        """The actor as of a day: who holds an office speaks for its body and in its sector, who holds none in no sector.

        Of several offices held at once the one taken up last counts; without a day, one that is held still.
        """
        if not self.offices:
            return self if self.kind != "person" or self.holds(day) else replace(self, sector=None)
        held = [office for office in self.offices if office.holds(day)]
        if not held:
            return replace(self, sector=None)
        office, own = held[-1], (self.country, self.note)
        country, note = own if office.body is None else (None, office.body)
        return replace(self, country=country, note=note, sector=office.sector or self.sector)

    @property
    def known_since(self) -> str:
        """When the first office was taken up; "" where that is not known."""
        return self.offices[0].since if self.offices else self.since

    @property
    def code(self) -> str | None:
        """What the actor counts as when participants are compared: its state, else itself if it is no person."""
        if self.kind == "person":
            return self.country or self.note or None
        return self.country or self.id


@dataclass(frozen=True, slots=True)
class Alias:
    """One way of naming an actor, and in which sense the word names it."""

    text: str
    sense: Sense
    actor: Actor

    def fits(self, day: str | None) -> bool:
        """Whether the word can name the actor on a day: not before they were there, or had that fame; who is gone keeps it.

        A person stays who they are under a full name; a surname alone is theirs from the year of their first office.
        """
        if self.actor.kind != "person":
            return day is None or self.actor.since <= day
        return day is None or " " in self.text or self.actor.known_since[:4] <= day[:4]


@dataclass(frozen=True, slots=True)
class Found:
    """An alias found at `start` (a code point of the text); several actors where the name is shared."""

    start: int
    end: int
    aliases: tuple[Alias, ...]

    def best(self, day: str | None, *senses: Sense) -> Alias | None:
        """The alias that fits the day, of the senses asked for (all if none), by rank, then who holds on that day."""
        wanted = (a for a in self.aliases if not senses or a.sense in senses)
        fitting = (a for a in wanted if a.fits(day))
        found = max(fitting, key=lambda alias: (alias.actor.rank, alias.actor.holds(day)), default=None)
        return replace(found, actor=found.actor.on(day)) if found is not None else None


@dataclass(frozen=True)
class Register:
    """All actors, and an index from the first letters of each alias to the aliases that begin with them."""

    actors: dict[str, Actor]
    index: dict[str, tuple[tuple[str, tuple[Alias, ...]], ...]] = field(repr=False)

    def match(self, folded: str, start: int) -> Found | None:
        """The longest alias that begins at `start` of a folded text and ends at a word's end."""
        for alias, entries in self.index.get(_first(folded, start), ()):
            end = start + len(alias)
            if folded.startswith(alias, start) and not folded[end : end + 1].isalnum():
                return Found(start, end, entries)
        return None

    def named(self, name: str) -> Found | None:
        """The actors that a whole name stands for."""
        found = self.match(fold(name), 0)
        return found if found is not None and found.end == len(name) else None

    def capitals(self, country: str) -> tuple[str, ...]:
        """The names of a state's capital, folded, in their order."""
        return self._capitals.get(country, ())

    @cached_property
    def _capitals(self) -> dict[str, tuple[str, ...]]:
        names: dict[str, set[str]] = {}
        for entries in self.index.values():
            for text, aliases in entries:
                for alias in aliases:
                    if alias.sense == "capital":
                        names.setdefault(alias.actor.id, set()).add(text)
        return {country: tuple(sorted(found)) for country, found in names.items()}

    def holders(self, country: str, title: str, day: str) -> tuple[Actor, ...]:
        """Who held a state's office on a day: `holders("FRA", "foreign minister", "2001-09-11")`."""
        mine = (actor for actor in self.actors.values() if actor.offices and actor.country == country)
        return tuple(a for a in mine if any(o.title == title and o.body is None and o.holds(day) for o in a.offices))


def _first(text: str, start: int) -> str:
    """The word that begins at `start`, else the one sign there."""
    found = WORD.match(text, start)
    return found[0] if found is not None else text[start : start + 1]


def read_register(folder: Path, extra: Path | None = None) -> Register:
    """Read every TSV of the folder in name order, then the user's own file, whose aliases hide ours."""
    actors: dict[str, Actor] = {}
    aliases: dict[str, list[Alias]] = {}
    for path in sorted(folder.glob("*.tsv")):
        for alias in read_actors(path):
            actors[alias.actor.id] = alias.actor
            aliases.setdefault(alias.text, []).append(alias)
    if extra is not None:
        own: dict[str, list[Alias]] = {}
        for alias in read_actors(extra, rank=10):
            actors[alias.actor.id] = alias.actor
            own.setdefault(alias.text, []).append(alias)
        if not own:
            raise LexiconError(
                f"{extra}: no actors; its first line names the columns, parted by tabs: {', '.join(REQUIRED)}, …"
            )
        aliases |= own
    index: dict[str, list[tuple[str, tuple[Alias, ...]]]] = {}
    for text, entries in aliases.items():
        index.setdefault(_first(text, 0), []).append((text, tuple(entries)))
    longest = {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for first, rows in index.items()}
    return Register(actors, longest)


def read_actors(path: Path, rank: int = 0) -> Iterator[Alias]:
    """All aliases of one file."""
    for number, row in rows(path):
        strange = row.keys() - COLUMNS
        if strange:
            known = ", ".join(sorted(COLUMNS))
            raise LexiconError(f"{path}: no such column: {', '.join(sorted(strange))}; there are {known}")
        if not all(map(row.get, REQUIRED)):
            lacking = [name for name in REQUIRED if not row.get(name)]
            raise LexiconError(f"{path} line {number}: no {', '.join(lacking)}")
        if row["kind"] not in KINDS:
            kinds = ", ".join(sorted(KINDS))
            raise LexiconError(f"{path} line {number}: no kind of actor: {row['kind']!r}; there are {kinds}")
        try:
            offices = read_offices(row.get("offices", ""))
        except ValueError as error:
            raise LexiconError(f"{path} line {number}: {error}") from error
        actor = Actor(
            id=row["id"],
            kind=row["kind"],  # type: ignore[arg-type]  # checked above
            name=row["name"],
            country=row.get("country") or None,
            sector=row.get("sector") or None,
            since=row.get("from", ""),
            until=row.get("until", ""),
            note=row.get("note", ""),
            rank=rank + (2 if row["kind"] == "state" else 0),
            offices=offices,
            voices=tuple((code, town) for code, _, town in (one.partition("@") for one in _items(row, "voice"))),
        )
        yield from _aliases(actor, row)


def _aliases(actor: Actor, row: dict[str, str]) -> Iterator[Alias]:
    seen: set[tuple[str, str]] = set()
    for text, sense in _spellings(row):
        folded = fold(text)
        opening = folded[:1].upper() + folded[1:]  # "Al-Shabaab" where a sentence begins
        for spelling in (folded, opening) if folded[:1].islower() and not folded.startswith("the ") else (folded,):
            if (spelling, sense) not in seen:
                seen.add((spelling, sense))
                yield Alias(spelling, sense, actor)


def _spellings(row: dict[str, str]) -> Iterator[tuple[str, Sense]]:
    for name in (row["name"], *_items(row, "aliases")):
        yield name, "name"
    for name in _items(row, "adjectives"):
        yield name, "adjective"
        if name.endswith(PEOPLES):
            yield name, "demonyms"
    for entry in _items(row, "demonyms"):
        one, _, many = entry.partition("/")
        yield one, "demonym"
        yield many or one + "s", "demonyms"
    for name in _items(row, "capitals"):
        yield name, "capital"
    for name in _items(row, "seats"):
        yield name, "seat"


def _items(row: dict[str, str], column: str) -> Iterable[str]:
    text = row.get(column, "")
    return filter(None, map(str.strip, text.split("|"))) if text else ()
