"""Who stands behind somebody: "Iran-backed fighters" are whose they are, but never Iran's own."""

from __future__ import annotations

from whosays.record.reading import Sentence
from whosays.resolve.phrases.hyphens import BACKING, is_behind
from whosays.resolve.register.register import Actor
from whosays.resolve.scene.scene import Scene


def backer(scene: Scene, sentence: Sentence, word: int) -> Actor | None:
    """The actor of the register that a word before "-backed" names."""
    if is_behind(sentence, word) not in BACKING:
        return None
    found = scene.world.register.named(sentence.tokens[word].text)
    alias = found.best(scene.day) if found is not None else None
    return None if alias is None else alias.actor


def backers(scene: Scene, sentence: Sentence, words: list[int]) -> frozenset[str]:
    """The states that the words of a phrase name as standing behind it."""
    found = (backer(scene, sentence, word) for word in words)
    return frozenset(actor.country for actor in found if actor is not None and actor.country is not None)
