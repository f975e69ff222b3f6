"""Who has been told of so far in one document: the referents of its phrases, in the order in which they come up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from whosays.record.event import Reason
from whosays.record.world import EntityKind
from whosays.resolve.fold import fold

LATELY = 1000  # turns: nobody is taken up after so many others were told of


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Someone a phrase stands for, before it is tied to that phrase's words.

    `count` is the number of people where it is stated (2 for "two soldiers"), None else; `noun` the head noun's lemma.
    """

    name: str
    kind: EntityKind
    country: str | None = None
    sector: str | None = None
    code: str | None = None
    id: str | None = None
    via: str | None = None
    plural: bool = False
    person: bool = False
    gender: str = ""
    count: int | None = None
    noun: str = ""
    reason: Reason | None = None

    @property
    def known(self) -> bool:
        """Whether it is someone that other mentions can be compared with."""
        return self.code is not None or self.id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One phrase of the text and the referents it stands for; `place` where it says no more than where something is."""

    sentence: int
    paragraph: int
    head: int
    subject: bool
    place: bool
    referents: tuple[Referent, ...]


@dataclass(slots=True)
class Story:
    """What has been told: every turn in text order, people by the parts of their names, acronyms of the text's own."""

    turns: list[Turn] = field(default_factory=list)
    people: list[Referent] = field(default_factory=list)
    acronyms: dict[str, Referent] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    _by_part: dict[str, list[int]] = field(default_factory=dict)

    def tell(self, turn: Turn) -> None:
        """Add a turn."""
        self.turns.append(turn)

    @property
    def lately(self) -> list[Turn]:
        """The last of the turns: as far back as anything told is looked for."""
        return self.turns[-LATELY:]

    def person(self, name: str) -> Referent | None:
        """The last person told of whose name holds every part of this one: "Pashinyan" is Nikol Pashinyan."""
        parts = set(_parts(name))
        having = min((self._by_part.get(part, []) for part in parts), key=len, default=[])
        found = (self.people[place] for place in reversed(having))
        return next((told for told in found if parts <= set(_parts(told.name))), None)

    def remember(self, person: Referent) -> Referent:
        """Keep a person under the fullest name and with whatever was learnt of them before."""
        before = self.person(person.name)
        if before is None:
            self._keep(person)
            return person
        merged = replace(
            before,
            country=before.country or person.country,
            sector=before.sector or person.sector,
            code=before.code or person.code,
            gender=before.gender or person.gender,
            via=before.via or person.via,
        )
        self._keep(merged)
        return merged

    def _keep(self, person: Referent) -> None:
        for part in set(_parts(person.name)):
            self._by_part.setdefault(part, []).append(len(self.people))
        self.people.append(person)


def _parts(name: str) -> list[str]:
    return fold(name).casefold().replace("-", " ").replace(".", " ").split()
