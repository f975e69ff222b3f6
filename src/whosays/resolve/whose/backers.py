"""Who stands behind somebody: "Iran-backed fighters" are whose they are, but never Iran's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whosays.record.reading import Sentence

if TYPE_CHECKING:
    from whosays.resolve.actors.register import Actor
    from whosays.resolve.scene import Scene

BACKING = frozenset({"backed", "supported", "funded", "financed", "armed", "trained", "allied", "aligned", "sponsored"})
# What else a name before a hyphen is without being meant itself: "a Chilean-led mission", "the Peru-born editor".
BESIDE = frozenset({"led", "speaking", "made", "born", "occupied", "controlled", "held", "built"})
HYPHENS = frozenset({"-", "‑", "–"})


def is_behind(sentence: Sentence, last: int) -> str | None:
    """The word that says that a name, by its last word, is only who is behind others: "Iran-backed militias" are no Iranians."""
    rest = "".join(token.text.lower() for token in sentence.tokens[last + 1 : last + 3])
    return next((word for word in (*BACKING, *BESIDE) if rest[:1] in HYPHENS and rest.startswith(word, 1)), None)


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
