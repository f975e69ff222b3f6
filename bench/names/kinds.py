"""Kinds that lists tell: of CrossNER which location is a country, which person a politician, what an acronym is; of UNER what is known."""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import whosays.resolve

Span = tuple[int, int, str]
ACTORS = Path(whosays.resolve.__file__).with_name("data") / "actors"
KNOWN = {  # UNER's kinds of the names in a list, and in which columns they stand
    "LOC": (("states", "former_states"), ("name", "aliases", "capitals")),
    "ORG": (("agencies", "armed_groups", "media", "organisations"), ("name", "aliases")),
}
_ACRONYM = re.compile(r"[A-Z][A-Za-z.&-]{1,7}")
_PARTYLIKE = ("organisation", "politicalparty", "misc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Word lists of `kinds.toml` and the names of states."""

    politics: frozenset[str]
    states: frozenset[str]

    @classmethod
    def load(cls) -> Kinds:
        """The shipped lists."""
        lists = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))
        states = names_in(("states",), ("name", "aliases"))
        return cls(states=states, **{name: frozenset(words) for name, words in lists.items()})

    def refine(self, text: str, spans: list[Span]) -> list[Span]:
        """The same spans with finer kinds."""
        kinds = {kind for _, _, kind in spans}
        words = re.split(r"[\s-]+", text.lower())  # "governors-general" too
        political = bool(kinds & {"politicalparty", "election"}) or any(
            {word, word.removesuffix("s")} & self.politics for word in words
        )
        out: list[Span] = []
        for start, end, coarse in sorted(spans):
            kind = self._finer(text[start:end], coarse, political=political)
            acronym = out and _ACRONYM.fullmatch(text[start:end]) and text[out[-1][1] : start].strip() == "("
            like = acronym and out[-1][2] in _PARTYLIKE and kind in _PARTYLIKE
            out.append((start, end, out[-1][2] if like else kind))
        return out

    def _finer(self, name: str, kind: str, *, political: bool) -> str:
        if kind in ("location", "country"):
            return "country" if name in self.states else kind
        return "person" if kind == "politician" and not political else kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Names of states, capitals and organisations that the package ships, by UNER's kind; those of both kinds are left out."""

    kinds: dict[str, str]

    @classmethod
    def load(cls) -> Known:
        """The shipped lists."""
        names = {kind: names_in(*where) for kind, where in KNOWN.items()}
        both = names["LOC"] & names["ORG"]
        return cls(kinds={name: kind for kind, some in names.items() for name in some - both})

    def refine(self, text: str, spans: list[Span]) -> list[Span]:
        """The same spans, what is known of its known kind; in UNER's training part 1,593 of 1,613 such names have it.

        A person of a state's or a capital's name ("Georgia") stays one.
        """
        return [(start, end, self._known(text[start:end], kind)) for start, end, kind in spans]

    def _known(self, name: str, kind: str) -> str:
        known = self.kinds.get(name.replace(" 's", "'s"), kind)
        return kind if (kind, known) == ("PER", "LOC") else known


def names_in(lists: tuple[str, ...], columns: tuple[str, ...]) -> frozenset[str]:
    """All names in these columns of these lists of actors."""
    found: set[str] = set()
    for one in lists:
        with (ACTORS / f"{one}.tsv").open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader((row for row in rows if not row.startswith("#")), delimiter="\t"):
                found.update(name for column in columns for name in (row.get(column) or "").split("|") if name)
    return frozenset(found)
