"""Whose people they are: the state or organisation that a phrase's modifiers name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from whosays.record.reading import Sentence
from whosays.resolve.phrases.hyphens import is_behind
from whosays.resolve.phrases.noun_phrases import appositions, complements, core, is_plural
from whosays.resolve.phrases.story import Referent
from whosays.resolve.register.register import Actor
from whosays.resolve.scene.known import Known
from whosays.resolve.scene.lying import wider
from whosays.resolve.scene.scene import Scene
from whosays.resolve.scene.small_towns import is_stretch

BELONGING = {"of", "from", "in", "at", "for", "near", "by", "on", "outside", "off"}
# A state in one of these phrases is what the people deal with, not whose they are: "Iran's envoy to the UN".
PLACES = {"in", "at", "from", "near", "outside", "off", "of", "on"}
WITH_A_FIELD = frozenset("agency bureau commission committee council directorate department desk fund office".split())

SHORTEST, TOWN = 4, 15_000  # letters and people that a town in an organisation's name must have


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """The state (`country`) or organisation (`code` alone) that someone belongs to, and how that was read."""

    country: str | None
    code: str | None
    sector: str | None
    via: str | None


def from_known(known: Known, via: str | None = None) -> Owner | None:
    """The owner that a name of the register gives: itself, or the state of a person or agency."""
    actor = known.alias.actor
    if actor.sector == "MED" or actor.code is None:
        return None
    said = via or {"capital": "capital", "seat": "seat of government"}.get(known.alias.sense)
    sector = actor.sector if actor.kind != "state" else None
    return Owner(country=actor.country, code=actor.code, sector=sector, via=said)


def in_core(scene: Scene, sentence: Sentence, head: int, words: list[int]) -> list[Owner]:
    """Owners named inside the phrase: "Armenian soldiers", "Latvia's foreign ministry", "Russian and Kazakh troops"."""
    last = max((index for index in words if index < head), default=-1)
    if last < 0:
        return []
    found = [from_known(known) for known in scene.known_in(sentence.index, words[0], head - 1)]
    found += [from_known(known) for index in words if index < head for known in _joined(scene, sentence, index)]
    owners: dict[str | None, Owner] = {}
    for owner in found:
        if owner is not None:
            owners.setdefault(owner.code, owner)
    groups = [owner for owner in owners.values() if owner.country is None]
    possessed = any(sentence.tokens[index].deprel == "nmod:poss" for index in words if index < head)
    return groups if groups and possessed else list(owners.values())  # "Colombia's ELN rebels" are ELN's


def _joined(scene: Scene, sentence: Sentence, index: int) -> Iterator[Known]:
    for child in sentence.children[index]:
        if sentence.tokens[child].deprel == "conj" and sentence.tokens[child].upos in {"ADJ", "PROPN"}:
            known = scene.known[sentence.index].get(child)
            if known is not None:
                yield known


def in_complements(scene: Scene, sentence: Sentence, head: int) -> Owner | None:
    """The owner that a prepositional phrase gives: "the army of Mali", "a nurse at Kosti hospital", "in Bamako"."""
    for case, child in complements(sentence, head):
        if case not in BELONGING:
            continue
        words = core(sentence, child)
        named = list(scene.known_in(sentence.index, words[0], words[-1]))
        groups = (one for one in named if one.alias.actor.kind == "armed_group")  # "rebels of Colombia's ELN"
        known = next(groups, None) or next(iter(named), None)
        if known is not None and case == "for" and is_land(known.alias.actor) and has_a_field(sentence, head):
            continue
        known = known if known is None else _at_its_seat(scene, sentence, child, known)
        if known is not None and (case != "by" or known.alias.actor.kind == "state"):
            return from_known(known, None if case == "of" else "place" if case in PLACES else None)
        owner = (
            _around(scene, sentence, child)
            or in_place(scene, sentence, words)
            or in_complements(scene, sentence, child)
        )
        if owner is not None and case in PLACES:
            return owner
    return _right_behind(scene, sentence, head)


def is_land(actor: Actor) -> bool:
    """Whether an actor's name is a land's too: a state, or who governs one unrecognised."""
    return actor.kind == "state" or (actor.country is None and actor.sector == "GOV")


def has_a_field(sentence: Sentence, head: int) -> bool:
    """Whether what a body is "for" is its field: an "Office for Abkhazia" is not Abkhazia's."""
    return sentence.tokens[head].lemma.lower() in WITH_A_FIELD


def _at_its_seat(scene: Scene, sentence: Sentence, body: int, known: Known) -> Known:
    """The state or capital behind a body that has its name in many states: "the Foreign Office in Lima", "Security Council of Peru"."""
    actor = known.alias.actor
    if actor.kind != "organisation" or actor.sector not in {"GOV", "IGO"} or known.alias.sense != "name":
        return known
    for case, child in complements(sentence, body):
        other = scene.known[sentence.index].get(child)
        if case == "of" and other is not None and other.alias.actor.kind == "state" and other.alias.sense == "name":
            return other if actor.country != other.alias.actor.country else known
        if case == "in" and other is not None and other.alias.sense == "capital":
            return other if actor.country not in (None, other.alias.actor.country) else known
    return known


def _around(scene: Scene, sentence: Sentence, place: int) -> Owner | None:
    """The state that a place is said to lie in: "the village of Duma in the West Bank" is in no other Duma's."""
    if place not in scene.names[sentence.index]:
        return None
    for child in wider(sentence, place):
        known = scene.known[sentence.index].get(child)
        if known is not None and known.alias.actor.kind == "state":
            return from_known(known, "place")
        land = in_place(scene, sentence, [child])
        if land is not None:
            return land
    return None


def of_several(scene: Scene, sentence: Sentence, head: int) -> list[Owner]:
    """The owners of a plural that belongs to each of them: "the leaders of Armenia and Azerbaijan"."""
    joined = _of_joined(scene, sentence, head)
    if joined or not is_plural(sentence.tokens[head]):
        return joined
    for case, child in complements(sentence, head):
        if case in {"of", "from"}:
            ends = [child, *(c for c in sentence.children[child] if sentence.tokens[c].deprel == "conj")]
            known = [scene.known[sentence.index].get(end) for end in ends]
            found = {owner.code: owner for one in known if one is not None and (owner := from_known(one)) is not None}
            if len(found) > 1:
                return list(found.values())
    return []


def _of_joined(scene: Scene, sentence: Sentence, head: int) -> list[Owner]:
    """The owners of what is done to those of several states: "a ban on Peruvian and Chilean lorries"."""
    for case, child in complements(sentence, head):
        if case in {"of", "on", "against", "for"} and scene.known[sentence.index].get(child) is None:
            found = in_core(scene, sentence, child, core(sentence, child))
            if len(found) > 1:
                return found
    return []


def _right_behind(scene: Scene, sentence: Sentence, head: int) -> Owner | None:
    """The owner in the words right behind the noun, whatever the parser hung them on: "the authorities in Bamako"."""
    behind = sentence.tokens[head + 1 : head + 3]
    if len(behind) < 2 or behind[0].text.lower() not in {"in", "of"}:
        return None
    known = scene.known[sentence.index].get(head + 2)
    return from_known(known, "place" if behind[0].text.lower() == "in" else None) if known is not None else None


def in_place(scene: Scene, sentence: Sentence, words: list[int]) -> Owner | None:
    """The state of a place named among the words: "Kosti Teaching Hospital", "Daugavpils"."""
    names = scene.names[sentence.index]
    for index in words:
        name = names.get(index)
        if name is None or name.kind not in {"LOC", "ORG"} or is_behind(sentence, name.last) is not None:
            continue
        first, last = (name.first, name.last) if name.kind == "LOC" else (index, index)
        text = scene.reading.document.text[sentence.tokens[first].start : sentence.tokens[last].end]
        if name.kind == "ORG" and not _may_be_place(scene, text, sentence.tokens[index].upos):
            continue
        country = scene.country_of_place(text) if not is_stretch(sentence, name.first, text, scene.world) else None
        if name.kind == "ORG" and country not in scene.weights:  # one word of a name does not bring in a new state
            continue
        if country is not None:
            return Owner(country=country, code=country, sector=None, via=f"place: {text}")
    return None


def _may_be_place(scene: Scene, word: str, upos: str) -> bool:
    """Whether one word of an organisation's name may be a town's: no short word, no word for people or bodies."""
    if upos != "PROPN" or len(word) < SHORTEST or not word[:1].isupper() or scene.world.nouns.find([word.lower()]):
        return False
    return any(spot.population >= TOWN or spot.kind == "admin1" for spot in scene.world.gazetteer.find(word))


def in_apposition(scene: Scene, sentence: Sentence, head: int) -> Owner | None:
    """The owner that an apposition names: "Hikmet Hajiyev, Azerbaijan's presidential aide"."""
    for other in appositions(sentence, head):
        words = core(sentence, other)
        found = [from_known(known, "apposition") for known in scene.known_in(sentence.index, words[0], words[-1])]
        owner = next((owner for owner in found if owner is not None), None) or in_complements(scene, sentence, other)
        if owner is not None:
            return owner
    return None


def with_owner(found: Referent, owner: Owner | None, sector: str | None) -> Referent:
    """The referent as the owner's, in the sector that its own words give."""
    if owner is None:
        return replace(found, sector=sector)
    return replace(found, country=owner.country, code=owner.code, via=owner.via, sector=sector or owner.sector)
