"""CrossNER's finer kinds: which location is a country, which person a politician, what an acronym is."""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import whosays.resolve

Span = tuple[int, int, str]
STATES = Path(whosays.resolve.__file__).with_name("data") / "actors/states.tsv"
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
        with STATES.open(encoding="utf-8", newline="") as rows:
            table = csv.DictReader((row for row in rows if not row.startswith("#")), delimiter="\t")
            names = {name for row in table for name in (row["name"], *(row["aliases"] or "").split("|")) if name}
        return cls(states=frozenset(names), **{name: frozenset(words) for name, words in lists.items()})

    def refine(self, text: str, spans: list[Span]) -> list[Span]:
        """The same spans with finer kinds."""
        kinds = {kind for _, _, kind in spans}
        political = bool(kinds & {"politicalparty", "election"}) or bool(self.politics & set(text.lower().split()))
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
