"""Nouns that stand for people and bodies: "soldiers", "the foreign ministry", "rebels", and what PLOVER calls them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from whosays.errors import LexiconError
from whosays.resolve.rows import rows

Gender = Literal["m", "f", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What a noun says of those it names. `owned`: they belong to some state even where none is named ("the army")."""

    noun: str
    body: bool
    sector: str | None
    owned: bool
    gender: Gender


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns by their last word, the ones of most words first."""

    by_last: dict[str, tuple[tuple[tuple[str, ...], Noun], ...]] = field(repr=False)

    def find(self, words: Sequence[str]) -> Noun | None:
        """The noun that a run of lower-case lemmas ends in: the longest that fits.

        One without a sector takes that of the body in front of it: a "coast guard spokesman" is as much a state's as the guard.
        """
        if not words:
            return None
        for parts, noun in self.by_last.get(words[-1], ()):
            if len(parts) <= len(words) and tuple(words[len(words) - len(parts) :]) == parts:
                body = self.find(words[: len(words) - len(parts)]) if noun.sector is None and not noun.body else None
                return noun if body is None or not body.body else replace(noun, sector=body.sector, owned=body.owned)
        return None


def read_nouns(path: Path) -> Nouns:
    """Read the TSV `noun, class, sector, owner, gender, note`."""
    index: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
    for number, row in rows(path):
        if row.get("class") not in {"body", "person"} or row.get("owner") not in {"yes", "no"}:
            raise LexiconError(f"{path} line {number}: class must be body or person, owner yes or no")
        gender = row.get("gender", "")
        noun = Noun(
            noun=row["noun"],
            body=row["class"] == "body",
            sector=row.get("sector") or None,
            owned=row["owner"] == "yes",
            gender="m" if gender == "m" else "f" if gender == "f" else "",
        )
        parts = tuple(row["noun"].casefold().replace("-", " ").split())
        index.setdefault(parts[-1], []).append((parts, noun))
    return Nouns({last: tuple(sorted(found, key=lambda item: -len(item[0]))) for last, found in index.items()})
