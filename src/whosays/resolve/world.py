"""What resolving knows of the world, loaded once and passed along: actors, nouns, places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from whosays.lexicon.plover import load_plover
from whosays.resolve.atlas.atlas import Atlas
from whosays.resolve.atlas.gazetteer import Gazetteer, load_gazetteer
from whosays.resolve.calendar.grammar import Grammar, read_grammar
from whosays.resolve.fold import fold, key
from whosays.resolve.phrases.chains import read_weights
from whosays.resolve.register.nouns import Nouns, read_nouns
from whosays.resolve.register.register import Register, read_register
from whosays.resolve.rows import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """CAMEO's quad class (1 verbal co-operation … 4 material conflict) and Goldstein's score of a PLOVER category."""

    quad: int | None
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Registers and gazetteer. The gazetteer's arrays are read on the first look-up."""

    register: Register
    nouns: Nouns
    gazetteer: Gazetteer
    atlas: Atlas
    grammar: Grammar
    disputed: Mapping[str, str] = field(default_factory=dict)
    borders: frozenset[tuple[str, str]] = frozenset()
    categories: Mapping[str, Category] = field(default_factory=dict)
    reference: Mapping[str, float] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()  # names (folded) that bodies of several states bear

    def country_of_place(self, name: str) -> str | None:
        """The state of a place that one name clearly stands for, None where several compete."""
        return self.gazetteer.country_of(name)

    def are_neighbours(self, one: str, other: str) -> bool:
        """Whether two states share a land border."""
        return (min(one, other), max(one, other)) in self.borders

    def state_name(self, country: str) -> str:
        """The name of a state, its code where it has none."""
        actor = self.register.actors.get(country)
        return actor.name if actor is not None else country


def load_world(actors: Path | None = None) -> World:
    """Load everything that resolving knows; `actors` is a TSV of the user's own, whose entries win over ours."""
    data = Path(str(files("whosays.resolve") / "data"))
    register, gazetteer = read_register(data / "actors", actors), load_gazetteer(data / "places")
    return World(
        register=register,
        nouns=read_nouns(data / "nouns.tsv"),
        gazetteer=gazetteer,
        atlas=Atlas(gazetteer, register),
        grammar=read_grammar(data / "times.toml"),
        reference=read_weights(data / "reference.tsv"),
        categories={name: Category(quad=category.quad, score=None) for name, category in load_plover().items()},
        borders=frozenset((row["country"], row["other"]) for _, row in rows(data / "places" / "borders.tsv")),
        shared=frozenset(fold(row["name"]) for _, row in rows(data / "shared_names.tsv")),
        disputed={key(row["name"]): row["note"] for _, row in rows(data / "places" / "disputed.tsv")},
    )
