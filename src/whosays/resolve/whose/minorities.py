"""Peoples who live in another state than the one of their name: "ethnic Chileans in Peru", "Peruvian Chileans"."""

from __future__ import annotations

from whosays.record.reading import Sentence
from whosays.resolve.participants import Participants
from whosays.resolve.whose import owners
from whosays.resolve.whose.owners import Owner

NOBODYS = Owner(country=None, code=None, sector=None, via=None)
IMMIGRANT = frozenset({"USA", "CAN", "AUS", "NZL"})  # "Chilean Americans" are Americans


def nation_of(people: Participants, sentence: Sentence, head: int, words: list[int]) -> Owner:
    """The state that people called by a nation's name are of; nobody's where they are its kin in a land that is not told."""
    scene = people.scene
    known = scene.known[sentence.index][head]
    actor, before = known.alias.actor, scene.known[sentence.index].get(known.first - 1)
    if any(sentence.tokens[i].lemma.lower() == "ethnic" for i in words if i < head):
        land = owners.in_complements(scene, sentence, head)
        return land if land is not None and land.country not in (None, actor.country) else NOBODYS
    if before is not None and before.alias.sense == "adjective" and actor.country not in IMMIGRANT:
        other = owners.from_known(before)
        if other is not None and other.country not in (None, actor.country):
            return other
    return Owner(country=actor.country, code=actor.code, sector=None, via="nationality")
