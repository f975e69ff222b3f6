"""Which of the places of one name is meant: population, the states a text is about, and the names beside it decide."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from whosays.resolve.atlas.context import Context, heard, votes_of
from whosays.resolve.atlas.gazetteer import Gazetteer, Kind, Spot
from whosays.resolve.atlas.nearby import centre_of, is_stray, points, tally
from whosays.resolve.atlas.place_words import NO_NAMES, SITES, STREETS, TITLES
from whosays.resolve.atlas.said import Said, bare_name, forms
from whosays.resolve.fold import key
from whosays.resolve.register.register import Register
from whosays.resolve.rows import rows

BASE: dict[Kind, float] = {"country": 13.0, "continent": 9.0, "region": 7.0, "island": 6.5, "sea": 7.5, "strait": 7.5, "river": 6.0,
        "line": 6.5, "near": 6.0, "admin1": -1.0, "admin2": -1.5, "town": 0.0}  # fmt: skip
PEOPLED = {"town", "admin1", "admin2"}
OWN_NAME, BESIDE, HOLDS, SAME_KIND, CAPITAL = 0.8, 6.0, 4.0, 4.0, 3.0
MOST = 40  # places of one name that are weighed, the likeliest first
ROUNDS = 3
# People and letters that a place must have to be looked for in the name of what stands there.
TOWN, LEAST_LETTERS = 15_000, 4
KEEPS, ENOUGH = 0.3, 0.7  # the share of a report's places, and their number, that lie near the town that it keeps to


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

    def choose(self, said: Said, context: Context) -> Choice | None:
        """The likeliest place of a name; none where all that bear it lie outside the state whose place it is said to be.

        Nor where all are small and in states of which the text names nothing else: its village is on no list.
        """
        ranked = sorted(self.ranked(said, context), key=lambda r: -r[0])
        owner = self._country_of(said.owner) if said.owner is not None else None
        ranked = [row for row in ranked if owner is None or row[1].country in {owner, None}]
        ranked = [row for row in ranked if not is_stray(row[1], key(said.name), context.tally)]
        if not ranked:
            return None
        return Choice(spot=ranked[0][1], score=ranked[0][0], next_score=ranked[1][0] if len(ranked) > 1 else None)

    def _country_of(self, name: str) -> str | None:
        """The state that a possessor is: "Mali's"."""
        state = self._state(name)
        return state.country if state is not None else None

    def ranked(self, said: Said, context: Context) -> list[tuple[float, Spot]]:
        """Every place of a name with its score."""
        return heard(self.weighed(said, context.inside), key(said.name), context)

    def weighed(self, said: Said, inside: Mapping[str, frozenset[str]]) -> list[tuple[float, Spot]]:
        """Every place of a name with what it has of itself and of what it is said to lie in, the likeliest if many."""
        bare, kind = bare_name(said.name)
        named = key(said.name) not in NO_NAMES
        spots = (list(self.spots(said.name)) or (list(self.spots(bare)) if bare else [])) if named else []
        spots = spots or self._sited(said.name)
        if not spots:
            return []
        wanted, name = said.kind or kind, key(bare or said.name)
        near = (self.beside(said.beside) if said.beside else frozenset()) or inside.get(key(said.name), frozenset())
        near = near or (self.beside(said.owner) if said.owner else frozenset())
        capital = self._capital(said.name)
        held = list(self.spots(said.holds)) if said.holds is not None else []
        bases = [
            (
                _prior(spot, name, wanted)
                + _nearness(spot, near)
                + (CAPITAL if spot.id == capital else 0.0)
                + (HOLDS if spot.kind != "town" and any(_holds(spot, one) for one in held) else 0.0),
                spot,
            )
            for spot in spots
        ]
        return sorted(bases, key=lambda b: -b[0])[:MOST] if len(bases) > MOST else bases

    def around(self, said: Said, context: Context) -> Spot | None:
        """Where what no list has must lie: in what it is said to be in, or, of streets and houses, near the report's own town.

        A place said to be in a state or a region is there, and nobody knows at which point. Villages and regions of which
        nothing is said get no place: the nearest town named may be another state's.
        """
        for holder in filter(None, (said.beside, said.owner)):
            choice = self.choose(Said(name=holder), context)
            if choice is not None:
                return _near(choice.spot, said.name)
        if context.centre is None or not {word.strip(".,'’") for word in said.name.lower().split()} & (STREETS | SITES):
            return None
        return _near(context.centre, said.name)

    def _sited(self, name: str) -> list[Spot]:
        """The places inside the name of what stands in one: the longest part that names any, towns before states."""
        words = name.split()
        if not any(word.lower().strip(".,") in SITES for word in words):
            return []
        for length in range(len(words) - 1, 0, -1):
            parts = [" ".join(words[at : at + length]) for at in range(len(words) - length + 1)]
            found = [spot for part in parts for spot in self._sites(part)]
            if found:
                return [spot for spot in found if spot.kind == "town"] or found
        return []

    def _sites(self, part: str) -> Iterator[Spot]:
        part = re.sub(r"['’]s?$", "", part.strip(" ,.("))
        if (
            part[:1].isupper()
            and (len(part) >= LEAST_LETTERS or part.isupper())
            and not {*key(part).split()} & (NO_NAMES | SITES | TITLES)
        ):
            spots = [
                spot for spot in self.spots(part) if spot.kind in {"country", "continent", "admin1", "region", "town"}
            ]
            states = [spot for spot in spots if spot.kind in {"country", "continent"}]
            yield from states or (
                s for s in spots if s.kind != "town" or (s.population >= TOWN and key(s.name) == key(part))
            )

    @cached_property
    def _short(self) -> dict[str, tuple[str, str]]:
        path = self.gazetteer.folder / "abbreviations.tsv"
        return {row["short"]: (row["name"], row["country"]) for _, row in rows(path)}

    def spots(self, name: str) -> Iterator[Spot]:
        """Places of a name: a short form's, a state's by any of its names, the gazetteer's."""
        if name in self._short:
            full, country = self._short[name]
            found = [spot for spot in self.gazetteer.find(full) if spot.country == country]
            yield from [spot for spot in found if spot.kind == "admin1"] or found
            return
        found = [spot for form in forms(name) for spot in self.gazetteer.find(form)]
        own = any(spot.kind == "region" and spot.country is not None for spot in found)
        state = self._state(name)
        if state is not None and not (own and key(state.name) != key(name)):  # England is more than a name of the state
            yield state
        yield from (spot for spot in found if state is None or spot.kind != "country")

    def _state(self, name: str) -> Spot | None:
        """The country that a state's name, adjective or people stand for; capitals and seats are towns."""
        found = self.register.named(name)
        if found is None:
            return None
        alias = found.best(None, "name", "adjective", "demonym", "demonyms")
        if alias is None or alias.actor.kind != "state":
            return None
        return self._country(alias.actor.id)

    def _country(self, alpha3: str) -> Spot | None:
        if alpha3 not in self._countries:
            country = self.country(alpha3)
            self._countries[alpha3] = (
                replace(country, name=self.register.actors[alpha3].name) if country is not None else None
            )
        return self._countries[alpha3]

    def _capital(self, name: str) -> str:
        """The id of the capital that a name is; empty where it is none."""
        found = self.register.named(name)
        alias = found.best(None, "capital") if found is not None else None
        if alias is None:
            return ""
        towns = [
            spot for spot in self.gazetteer.find(name) if spot.country == alias.actor.country and spot.kind == "town"
        ]
        return max(towns, key=lambda spot: spot.population).id or "" if towns else ""

    @cached_property
    def _countries(self) -> dict[str, Spot | None]:
        return {}

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

    def beside(self, beside: str) -> frozenset[str]:
        """Names of units and codes of states that a name beside a place may stand for."""
        found: set[str] = set()
        for spot in self.spots(beside):
            if spot.kind == "country":
                found.add(spot.country or "")
            elif spot.kind in {"admin1", "admin2"}:
                found.add(f"{spot.country}/{key(spot.name)}")
            elif spot.kind == "region":
                found |= {f"{spot.country}/{key(spot.name)}", spot.country or ""}
        return frozenset(found)


def _near(spot: Spot, name: str) -> Spot:
    """A place of which only the town, or only the region or state, that it lies in is known."""
    if spot.kind in {"town", "admin2"}:
        return replace(spot, name=name, kind="near", population=0, id=None)
    return replace(
        spot,
        name=name,
        lat=None,
        lon=None,
        population=0,
        id=None,
        admin1=spot.name if spot.kind == "admin1" else spot.admin1,
    )


def _holds(spot: Spot, one: Spot) -> bool:
    """Whether a unit or a state is said to hold a place: "Tacoma, Washington"."""
    if spot.kind == "country":
        return one.country == spot.country
    return one.country == spot.country and key(spot.name) in {key(unit) for unit in (one.admin1, one.admin2) if unit}


def _prior(spot: Spot, wanted: str, kind: Kind | None) -> float:
    """What a place has of itself: its people, its kind, and that this is its own name."""
    score = BASE[spot.kind] + (math.log10(spot.population + 10) if spot.kind in PEOPLED else 0.0)
    score += OWN_NAME if spot.kind == "country" or key(spot.name) in {wanted, f"{wanted} city"} else 0.0
    return score + (SAME_KIND if kind == spot.kind else 0.0)


def _nearness(spot: Spot, near: Iterable[str]) -> float:
    """What a name beside a place adds: its unit or its state stands there."""
    names = set(near)
    units = [unit for unit, own in ((spot.admin1, "admin1"), (spot.admin2, "admin2")) if unit and spot.kind != own]
    if any(f"{spot.country}/{key(unit)}" in names for unit in units):
        return BESIDE
    return BESIDE if spot.country in names and spot.kind != "country" else 0.0


def context_of(atlas: Atlas, names: Iterable[str | Said], shares: Mapping[str, float] | None = None) -> Context:
    """The context that a text's names give: each votes for what it may stand for, and hears the others out."""
    said = [name if isinstance(name, Said) else Said(name=name) for name in names]
    inside: dict[str, frozenset[str]] = {}
    for one in said:
        if one.beside is not None and (found := atlas.beside(one.beside)):
            inside.setdefault(key(one.name), found)
    counts: dict[str, int] = {}
    places: dict[str, list[tuple[float, Spot]]] = {}
    for one in said:
        name = key(one.name)
        counts[name] = counts.get(name, 0) + 1
        if name not in places:
            places[name] = atlas.weighed(one, inside)
    context = Context(tally=tally((), shares or {}), inside=inside)
    for _ in range(ROUNDS):
        votes = [vote for name, count in counts.items() for vote in votes_of(name, count, places[name], context)]
        centre = centre_of(votes, KEEPS, ENOUGH)
        context = Context(tally=tally(votes, shares or {}), points=points(votes), inside=inside, centre=centre)
    return context
