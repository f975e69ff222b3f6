"""Names that bodies of several states bear: "the Labour Party" is the register's where the text tells of its state."""

from __future__ import annotations

from collections.abc import Mapping

from whosays.record.reading import Name, Reading, Sentence
from whosays.resolve.fold import fold
from whosays.resolve.scene.bearings import bearings_of
from whosays.resolve.scene.known import Known
from whosays.resolve.scene.small_towns import strays_in
from whosays.resolve.scene.weights import weigh
from whosays.resolve.world import World

TOLD, NAMED = 0.5, 1.0  # of what the first state weighs, and at least, what a state must whose body's name others bear


def without_others(
    reading: Reading, known: tuple[Mapping[int, Known], ...], names: tuple[Mapping[int, Name], ...], world: World
) -> tuple[Mapping[int, Known], ...]:
    """The known names without those that bodies of several states bear, in a text that tells little of the register's state."""

    def shared(one: Known) -> bool:
        return fold(one.alias.text) in world.shared

    if not any(shared(one) for found in known for one in found.values()):
        return known
    rest = tuple({word: one for word, one in found.items() if not shared(one)} for found in known)
    strays = strays_in(reading, rest, names, world)
    weights = weigh(reading, bearings_of(reading, rest, names, world, strays), world)
    least = TOLD * max(weights.values(), default=0.0)

    def meant(sentence: Sentence, one: Known, found: Mapping[int, Known]) -> bool:
        country, before = one.alias.actor.country or "", found.get(one.first - 1)
        if before is not None and before.alias.actor.country is not None:
            return before.alias.actor.country == country  # "the Chilean Labour Party"
        if _is_tail(sentence, one.first):
            return False
        return weights.get(country, 0.0) >= max(least, NAMED)

    return tuple(
        {word: one for word, one in found.items() if not shared(one) or meant(sentence, one, found)}
        for sentence, found in zip(reading.sentences, known, strict=True)
    )


def _is_tail(sentence: Sentence, first: int) -> bool:
    """Whether a name only closes a longer one: the "Peasants' Labour Party" is not the Labour Party."""
    before = sentence.tokens[first - 1] if first > 0 else None
    return before is not None and before.text[:1].isupper() and before.upos in {"PROPN", "ADJ", "NOUN"}
