"""Peoples who live in another state than the one of their name: "ethnic Chileans in Peru", "Peruvian Chileans"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whosays.record.reading import Sentence
from whosays.resolve import owners
from whosays.resolve.owners import Owner

if TYPE_CHECKING:
    from whosays.resolve.who import Participants

NOBODYS = Owner(country=None, code=None, sector=None, via=None)
IMMIGRANT = frozenset({"USA", "CAN", "AUS", "NZL"})  # "Chilean Americans" are Americans


def land_of_minority(people: Participants, sentence: Sentence, head: int, words: list[int]) -> Owner | None:
    """The state that people named by another nation are of, nobody's where it is not told; None where they are of their name's."""
    scene = people.scene
    own = scene.known[sentence.index][head]
    country = own.alias.actor.country
    if any(sentence.tokens[i].lemma.lower() == "ethnic" for i in words if i < head):
        land = owners.in_complements(scene, sentence, head)
        return land if land is not None and land.country not in (None, country) else NOBODYS
    before = scene.known[sentence.index].get(own.first - 1)
    if before is None or before.alias.sense != "adjective" or country in IMMIGRANT:
        return None
    other = owners.from_known(before)
    return other if other is not None and other.country not in (None, country) else None
