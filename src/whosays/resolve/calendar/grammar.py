"""The grammar of time expressions: where they are in a text and what stands in them. What they mean is `calendar_of`.

Months and weekdays must be capitalised ("may" is a verb, "March" a month); years stand alone only where their
neighbours allow it, so that "2,000 people" and "1984 tanks" are no dates.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from whosays.errors import LexiconError

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SMALL = {"zero": 0, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
         "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
         "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
         "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}  # fmt: skip
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 4,
}
CENTURIES = {"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
             "twenty-first": 21}  # fmt: skip
DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression: code points in the text, the pattern that found it, and what its named parts hold."""

    start: int
    end: int
    text: str
    kind: str
    parts: Mapping[str, str | None]


class Grammar:
    """The patterns of `data/times.toml`, compiled on first use; the first that fits at the leftmost place wins."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._compiled: dict[str, re.Pattern[str]] = {}

    @cached_property
    def patterns(self) -> dict[str, str]:
        """The regular expression of each kind, in order."""
        return {entry["kind"]: entry["pattern"] for entry in self.entries}

    @cached_property
    def entries(self) -> list[dict[str, str]]:
        """The file's entries, the parts put in. Raises `LexiconError`."""
        try:
            table = tomllib.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise LexiconError(f"cannot read {self._path}: {error}") from error
        parts: dict[str, str] = table["parts"]
        return [entry | {"pattern": _filled(entry["pattern"], parts)} for entry in table["pattern"]]

    @cached_property
    def _any(self) -> re.Pattern[str]:
        plain = (f"(?P<k_{kind}>{_without_names(pattern)})" for kind, pattern in self.patterns.items())
        return re.compile(rf"(?<![\w$£€])(?:{'|'.join(plain)})(?!\w)", re.IGNORECASE)

    def _named(self, kind: str) -> re.Pattern[str]:
        if kind not in self._compiled:
            self._compiled[kind] = re.compile(self.patterns[kind], re.IGNORECASE)
        return self._compiled[kind]

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Expression]:
        """Expressions in a stretch of text, leftmost first, none within another."""
        stop = len(text) if end is None else end
        for match in self._any.finditer(text, start, stop):
            kind = (match.lastgroup or "")[2:]
            parts = self._named(kind).match(text, match.start(), stop)
            if parts is not None:
                held = parts.groupdict()
                yield Expression(start=match.start(), end=match.end(), text=match.group(), kind=kind, parts=held)


def read_grammar(path: Path) -> Grammar:
    """The grammar in a TOML file, read when an expression is first looked for."""
    return Grammar(path)


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    return re.sub(r"\{([A-Z_]+)\}", lambda match: _filled(parts[match[1]], parts), pattern)


def _without_names(pattern: str) -> str:
    """A pattern with its named groups made plain, so that all can stand in one union."""
    return re.sub(r"[(][?]P<[a-z]+>", "(?:", pattern.replace("(?P=sep)", "[/.]"))


def number(word: str | None) -> int | None:
    """The number that a word or figures stand for; None for "several" and the like."""
    if word is None:
        return None
    plain = word.lower().replace("-", " ").strip()
    if plain.isdecimal():
        return int(plain)
    if "couple" in plain:
        return 2
    parts = plain.split()
    return sum(SMALL[part] for part in parts) if parts and all(part in SMALL for part in parts) else None


def weekday_number(word: str | None) -> int:
    """0 for "Monday" to 6 for "Sun."."""
    short = (word or "")[:3].title()
    return next(n for n, day in enumerate(WEEKDAYS) if day.startswith(short))
