"""Who stands behind somebody: "Iran-backed fighters" are whose they are, but never Iran's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whosays.record.reading import Sentence

if TYPE_CHECKING:
    from whosays.resolve.actors.register import Actor
    from whosays.resolve.scene import Scene

BEHIND = frozenset({"backed", "supported", "funded", "financed", "armed", "trained", "allied", "aligned", "sponsored"})
HYPHENS = frozenset({"-", "‑", "–"})


def backer(scene: Scene, sentence: Sentence, word: int) -> Actor | None:
    """The actor of the register that a word before "-backed" names."""
    tokens = sentence.tokens
    if word + 2 >= len(tokens) or tokens[word + 1].text not in HYPHENS or tokens[word + 2].text.lower() not in BEHIND:
        return None
    found = scene.world.register.named(tokens[word].text)
    alias = found.best(scene.day) if found is not None else None
    return None if alias is None else alias.actor


def backers(scene: Scene, sentence: Sentence, words: list[int]) -> frozenset[str]:
    """The states that the words of a phrase name as standing behind it."""
    found = (backer(scene, sentence, word) for word in words)
    return frozenset(actor.country for actor in found if actor is not None and actor.country is not None)
