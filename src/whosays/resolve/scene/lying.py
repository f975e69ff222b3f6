"""Where a place is said to lie: "the village of Duma in the West Bank", "a town in northern Chile"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whosays.record.reading import Sentence
from whosays.resolve.phrases.noun_phrases import complements
from whosays.resolve.scene.known import Known


def wider(sentence: Sentence, place: int) -> Iterator[int]:
    """The heads of the phrases with "in" behind a place's name, or behind what it names, in which it is said to lie."""
    above = sentence.tokens[place].head
    for noun in (place, above, sentence.tokens[above].head if above >= 0 else -1):
        for case, child in complements(sentence, noun) if noun >= 0 else ():
            if case == "in" and child > place:
                yield child


def land_around(sentence: Sentence, place: int, known: Mapping[int, Known]) -> str | None:
    """The state in which a place is said to lie, where it is named."""
    for child in wider(sentence, place):
        found = known.get(child)
        if found is not None and found.alias.actor.kind == "state":
            return found.alias.actor.country
    return None
