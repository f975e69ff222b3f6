"""A place's name as it stands in a text, with what the words around it say of where it is and what kind of place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whosays.resolve.atlas.gazetteer import Kind
from whosays.resolve.atlas.place_words import LONG, OFFICES, SHORT, SIDES, TITLES, UNITS
from whosays.resolve.fold import fold, key


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A name as it stands in a text.

    `beside` follows it as what it lies in ("Paris, Texas": Texas), `holds` is what it follows so ("Paris"), `owner` what it
    is said to be of ("Derry's Western Hospital"), `kind` the kind that its words ask for.
    """

    name: str
    beside: str | None = None
    kind: Kind | None = None
    holds: str | None = None
    owner: str | None = None


def forms(name: str) -> list[str]:
    """The name and its other spelling where it is a saint's, a mount's or a fort's: "St. Paris", "Saint Paris"."""
    words = key(name).split()
    other = [LONG.get(word) or SHORT.get(word, word) for word in words]
    return [name] if other == words else [name, " ".join(other)]


def bare_name(name: str) -> tuple[str, Kind | None]:
    """The name without words for its kind or a side of it, and that kind: "the Kursk region" is Kursk, an admin1."""
    numbered = re.sub(r"\s+(?:No\.?|Nr\.?|#)\s*\d+\b", "", name)  # "Sama No. 2 penitentiary"
    words = [word for word in re.split(r"[\s]+", numbered.strip(" ,'’\"")) if word]
    kinds = [kind for kind, units in UNITS.items() for word in words if word.lower() in units]
    kept = [
        word
        for word in words
        if word.lower() not in SIDES | TITLES and not any(word.lower() in u for u in UNITS.values())
    ]
    return re.sub(r"['’]s?$", "", " ".join(kept).strip(" .")), kinds[0] if kinds else None


def said_at(text: str, start: int, end: int) -> Said:
    """The name that stands in a text between two offsets, with what its neighbours say of it."""
    return Said(
        name=re.sub(r"\s+", " ", text[start:end]),
        beside=beside(text, end),
        kind=kind_said(text, end),
        holds=_before(r",\s", text, start),
        owner=_before(r"['’]s?\s", text, start),
    )


def _before(mark: str, text: str, start: int) -> str | None:
    """The capitalised name that stands before another, with a mark between them."""
    match = re.search(rf"((?:[A-Z][\w.-]*)(?: (?:[A-Z][\w.-]*))*){mark}$", text[max(0, start - 60) : start])
    return match[1] if match else None


def beside(text: str, end: int) -> str | None:
    """The capitalised name that follows a place after a comma or "in": what it lies in."""
    match = re.match(
        r"(?:,| in|, in| \()\s?(?:the )?((?:[A-Z][\w.'’&-]*)(?: (?:[A-Z][\w.'’-]*))*)", fold(text[end : end + 60])
    )
    name = match[1].rstrip(".,") if match else ""
    return None if not name or name.endswith(("'s", "’s")) else name  # "in Goma, Kenya's army said"


def kind_said(text: str, end: int) -> Kind | None:
    """The kind of place that the words around a name ask for: "Oconee counties", "New York Gov."."""
    after = re.match(r"[\s,]*(\w+)", text[end : end + 30])
    word = after[1].lower() if after else ""
    if word in OFFICES:
        return "admin1"
    if text[end : end + 1] != ",":
        for kind in ("admin1", "admin2"):
            if word in UNITS[kind] or word.removesuffix("s") in UNITS[kind]:
                return kind
    return None
