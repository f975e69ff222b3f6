"""The names in a sentence: those of the register, and what the reader takes for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whosays.record.reading import Name, Sentence
from whosays.resolve.phrases.hyphens import is_behind
from whosays.resolve.phrases.noun_phrases import AT_PLACE, case_of
from whosays.resolve.register.register import Alias, Found, Register
from whosays.resolve.world import World

SETTLEMENTS = {"village", "town", "city", "hamlet", "port", "suburb", "district", "camp", "neighbourhood", "settlement"}
OVERALL = {"pan", "inter", "trans"}
HELD = ("led", "controlled", "held")  # whose a government or a port is that a group has: "the Houthi-led government"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name of the register in a sentence: words `first` to `last`, and the alias that holds on the day."""

    first: int
    last: int
    start: int
    end: int
    alias: Alias


def names_in(sentence: Sentence, world: World) -> dict[int, Name]:
    """Names by word; a "person" in lower case is none, and one that people are in or go to is a place.

    Nor are "the gulf" and "the air force" names in a text that has capitals.
    """
    found: dict[int, Name] = {}
    cased = any(token.text[:1].isupper() for token in sentence.tokens)
    for name in sentence.names:
        text = " ".join(token.text for token in sentence.tokens[name.first : name.last + 1])
        if name.kind == "PER" and not text[:1].isupper():
            continue
        if name.kind in {"LOC", "ORG"} and cased and text.islower():
            continue
        placed = name.kind == "PER" and case_of(sentence, name.first) in AT_PLACE
        kind = "LOC" if placed and world.gazetteer.find(text) else name.kind
        found |= dict.fromkeys(range(name.first, name.last + 1), Name(first=name.first, last=name.last, kind=kind))
    return found


def known_in(
    sentence: Sentence, folded: str, day: str | None, register: Register, names: Mapping[int, Name]
) -> dict[int, Known]:
    """Names of the register by word, the longest at each; `folded` is the document's text, folded, `day` when it was published."""
    found: dict[int, Known] = {}
    ends = {token.end: token.index for token in sentence.tokens}
    skip = -1
    for token in sentence.tokens:
        if token.start < skip:
            continue
        match = register.match(folded, token.start)
        if match is None:
            continue
        last = ends.get(match.end, ends.get(match.end + 1))  # "U.S." may or may not keep its last dot
        alias = match.best(day) if last is not None else None
        if last is None or alias is None or _misread(sentence, token.index, last, match, names):
            continue
        entry = Known(first=token.index, last=last, start=match.start, end=match.end, alias=alias)
        found |= dict.fromkeys(range(token.index, last + 1), entry)
        skip = match.end
    return found


def _misread(sentence: Sentence, first: int, last: int, match: Found, names: Mapping[int, Name]) -> bool:
    """Whether a state's name is only part of another name ("Michael Jordan", "Port Sudan") or says who is behind it."""
    name = names.get(first)
    if name is not None and (name.first < first or name.last > last):
        if name.kind == "PER":
            return match.aliases[0].actor.kind != "person" or first == last  # "Mary Bennett" is not another Bennett
        if name.kind == "LOC" and name.first < first:
            return sentence.tokens[first - 1].upos == "PROPN" and match.aliases[0].sense == "name"
    before = [token.text.lower() for token in sentence.tokens[max(0, first - 2) : first]]
    if len(before) == 2 and before[1] == "of" and before[0] in SETTLEMENTS:  # "the village of Duma" is no parliament
        return match.aliases[0].actor.kind != "state"
    if len(before) == 2 and before[1] == "-" and before[0] in OVERALL:  # the "Pan-American" highway is nobody's
        return True
    behind = is_behind(sentence, last)
    return behind is not None and not (behind in HELD and match.aliases[0].actor.country is None)
