"""Which of the places of one name is meant: population, the states a text is about, and the names beside it decide."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from whosays.resolve.fold import fold, key
from whosays.resolve.gazetteer import Gazetteer, Spot
from whosays.resolve.register import Register, rows

# Words that say which kind of unit is meant, and carry no name of their own.
UNITS = {
    "admin1": {"region", "oblast", "province", "governorate", "state", "krai", "republic", "prefecture", "voivodeship",
               "emirate", "canton", "territory", "wilaya", "department"},
    "admin2": {"county", "district", "raion", "municipality", "parish", "borough", "locality", "township"},
    "town": {"city", "town", "village", "port", "capital", "settlement", "downtown", "central"},
}  # fmt: skip
SIDES = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast", "northwest",
         "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "north-east", "north-west",
         "upper", "lower", "mainland", "greater", "inner", "rural", "occupied", "coastal", "far"}  # fmt: skip
TITLES = {"the", "of", "in", "near", "city", "town", "village", "port", "gulf"}
BASE = {"country": 10.0, "continent": 9.0, "region": 7.0, "island": 6.5, "sea": 7.5, "strait": 7.5, "river": 6.0, "line": 6.5,
        "near": 6.0, "admin1": 0.0, "admin2": 2.2, "town": 0.0}  # fmt: skip
HOME, OWN_NAME, BESIDE, SAME_KIND, UNIT = 4.0, 1.2, 6.0, 4.0, 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What else a text says of where it is: each state's share (0 to 1), and the first-level units that it names."""

    shares: Mapping[str, float] = field(default_factory=dict)
    units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The place chosen, its score, and the next best's, where another was to be had."""

    spot: Spot
    score: float
    next_score: float | None


@dataclass(frozen=True)
class Atlas:
    """Gazetteer and register of states as one look-up of places."""

    gazetteer: Gazetteer
    register: Register

    def choose(self, name: str, context: Context, beside: str | None = None) -> Choice | None:
        """The likeliest place of a name. `beside` is what follows it after a comma or "in": "Paris, Texas"."""
        bare, wanted = self._bare(name)
        spots = list(self._spots(name)) or (list(self._spots(bare)) if bare else [])
        if not spots:
            return None
        near = self._beside(beside) if beside else frozenset()
        key_ = key(bare or name)
        ranked = sorted(
            ((self._score(s, key_, wanted, context) + _nearness(s, near), s) for s in spots), key=lambda r: -r[0]
        )
        return Choice(spot=ranked[0][1], score=ranked[0][0], next_score=ranked[1][0] if len(ranked) > 1 else None)

    @cached_property
    def _short(self) -> dict[str, tuple[str, str]]:
        path = self.gazetteer.folder / "abbreviations.tsv"
        return {row["short"]: (row["name"], row["country"]) for _, row in rows(path)}

    def _spots(self, name: str) -> Iterator[Spot]:
        """Places of a name: a short form's, a state's by any of its names, the gazetteer's."""
        if name in self._short:
            full, country = self._short[name]
            yield from (spot for spot in self.gazetteer.find(full) if spot.country == country)
            return
        state = self._state(name)
        if state is not None:
            yield state
        for spot in self.gazetteer.find(name):
            if state is None or spot.kind != "country":
                yield spot

    def _state(self, name: str) -> Spot | None:
        """The country that a state's name, adjective or people stand for; capitals and seats are towns."""
        found = self.register.named(name)
        if found is None:
            return None
        alias = found.best(None, "name", "adjective", "demonym", "demonyms")
        if alias is None or alias.actor.kind != "state":
            return None
        country = self.country(alias.actor.id)
        return replace(country, name=alias.actor.name) if country is not None else None

    def country(self, alpha3: str) -> Spot | None:
        """The place that a state is, by alpha-3."""
        actor = self.register.actors.get(alpha3)
        names = self._country_names.get(alpha3, ())
        for name in (*names, *((actor.name,) if actor is not None else ())):
            for spot in self.gazetteer.find(name):
                if spot.kind == "country" and spot.country == alpha3:
                    return spot
        return None

    @cached_property
    def _country_names(self) -> dict[str, tuple[str, ...]]:
        """Every name of each state, in the register's order."""
        names: dict[str, list[str]] = {}
        for entries in self.register.index.values():
            for text, aliases in entries:
                for alias in aliases:
                    if alias.actor.kind == "state" and alias.sense == "name":
                        names.setdefault(alias.actor.id, []).append(text)
        return {country: tuple(sorted(found)) for country, found in names.items()}

    @staticmethod
    def _bare(name: str) -> tuple[str, str | None]:
        """The name without words for its kind or a side of it, and that kind: "the Kursk region" is Kursk, an admin1."""
        words = [word for word in re.split(r"[\s]+", name.strip(" ,.'’\"")) if word]
        kinds = [kind for kind, units in UNITS.items() for word in words if word.lower() in units]
        kept = [
            word
            for word in words
            if word.lower() not in SIDES | TITLES and not any(word.lower() in u for u in UNITS.values())
        ]
        return " ".join(kept), kinds[0] if kinds else None

    def _beside(self, beside: str) -> frozenset[str]:
        """Names of units and codes of states that a name beside a place may stand for."""
        found: set[str] = set()
        for spot in self._spots(beside):
            if spot.kind in {"country", "admin1", "admin2", "region"}:
                found |= {f"unit:{key(spot.name)}"} if spot.kind != "country" else {spot.country or ""}
                found |= {spot.country or ""} if spot.kind == "region" else set()
        return frozenset(found)

    @staticmethod
    def _score(spot: Spot, wanted: str, kind: str | None, context: Context) -> float:
        score = BASE[spot.kind] + (math.log10(spot.population + 10) if spot.kind in {"town", "admin1"} else 0.0)
        score -= UNIT if spot.kind == "admin1" else 0.0  # of a town and its province the town, unless the text says so
        score += OWN_NAME if key(spot.name) in {wanted, f"{wanted} city"} or spot.kind == "country" else 0.0
        score += SAME_KIND if kind == spot.kind else 0.0
        score += HOME * context.shares.get(spot.country or "", 0.0)
        return score + (1.5 if spot.admin1 is not None and key(spot.admin1) in context.units else 0.0)


def _nearness(spot: Spot, near: Iterable[str]) -> float:
    """What a name beside a place adds: its unit or its state stands there."""
    names = set(near)
    if spot.admin1 is not None and f"unit:{key(spot.admin1)}" in names and spot.kind != "admin1":
        return BESIDE
    return BESIDE if spot.country in names and spot.kind != "country" else 0.0


def context_of(atlas: Atlas, names: Iterable[str], shares: Mapping[str, float] | None = None) -> Context:
    """The context that a text's names give: those that are clear on their own vote for their states and units."""
    weights: dict[str, float] = dict(shares or {})
    units: set[str] = set()
    for name in names:
        choice = atlas.choose(name, Context())
        if choice is None or (choice.next_score is not None and choice.score - choice.next_score < 1.0):
            continue
        spot = choice.spot
        if spot.country is not None:
            weights[spot.country] = weights.get(spot.country, 0.0) + 1.0
        if spot.kind == "admin1":
            units.add(key(spot.name))
        elif spot.admin1 is not None:
            units.add(key(spot.admin1))
    total = sum(weights.values()) or 1.0
    return Context(shares={country: weight / total for country, weight in weights.items()}, units=frozenset(units))


def beside(text: str, end: int) -> str | None:
    """The capitalised name that follows a place after a comma or "in": what it lies in."""
    match = re.match(
        r"(?:,| in| \()\s?(?:the )?((?:[A-Z][\w.'’&-]*)(?: (?:[A-Z][\w.'’-]*))*)", fold(text[end : end + 60])
    )
    return match[1].rstrip(".,") if match and match[1].rstrip(".,") else None
