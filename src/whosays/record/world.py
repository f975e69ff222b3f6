"""Who, where and when: a mention in the text together with what it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from whosays.record.span import Span

EntityKind = Literal["state", "organisation", "person", "armed_group", "group", "unnamed"]
Precision = Literal["exact", "near", "admin2", "admin1", "country"]
SUPPOSED = "the state spoken of"  # how `Entity.via` begins where nothing in the words tells whose somebody is
Basis = Literal["stated", "relative_to_publication", "relative_to_text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A participant as mentioned and as resolved.

    `country` is ISO 3166-1 alpha-3 (XKX for Kosovo, ISO 3166-3 for a state that is no more), None where it has none or
    none is known; `sector` PLOVER's (GOV, MIL, REB …); `id` stable within and across documents ("RUS", "UN", "RSF",
    "person:volodymyr-zelenskyy"), None for the unnamed. `via` says how a pronoun, nominal or metonym was resolved
    ("capital", "pronoun → …").
    `code` is what the participant counts as when participants are compared: its state's alpha-3, else the short name of
    the organisation or group that it is or speaks for (a UN spokesman has no country and the code UN), else None.
    """

    span: Span
    name: str
    kind: EntityKind
    country: str | None = None
    sector: str | None = None
    id: str | None = None
    via: str | None = None
    code: str | None = None

    @classmethod
    def of_state(cls, code: str, name: str, span: Span, via: str) -> Entity:
        """A state by alpha-3, as a party."""
        return cls(span=span, name=name, kind="state", country=code, code=code, id=code, sector="GOV", via=via)

    @property
    def is_supposed(self) -> bool:
        """Whether it counts as of a state only because the text is about that state."""
        return (self.via or "").startswith(SUPPOSED)

    @property
    def party(self) -> str:
        """What the entity is counted under: its code, else its country, else its name."""
        return self.code or self.country or self.name


def codes_of(entities: Iterable[Entity]) -> frozenset[str]:
    """What participants count as, those left out that count as nobody."""
    return frozenset(one.code for one in entities if one.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as mentioned and as resolved; `lat`, `lon` in degrees (WGS 84), `id` GeoNames'; `disputed` cites why."""

    span: Span
    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: Precision
    id: str | None = None
    disputed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression: TIMEX3 `value`, and the days it may stand for, `start` and `end` both included (ISO dates).

    `granularity` is minute, hour, part, day, week, month, quarter, season, year, decade, century or vague.
    """

    span: Span
    value: str
    start: str | None
    end: str | None
    granularity: str
    basis: Basis
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that words of a report may stand for, told in words, with its score and what was scored.

    `by` is "context" for places; "nearness" for whom a pronoun may stand for (the best must be clearly ahead of another
    party); "signs" for earlier phrases, by learnt weights (one is taken up where more speaks for it than for its being
    new); `signs` are then the strongest. Scores of one sort can be compared with one another, of two sorts not.
    """

    words: str
    score: float
    by: Literal["context", "nearness", "signs"]
    signs: tuple[str, ...] = ()
