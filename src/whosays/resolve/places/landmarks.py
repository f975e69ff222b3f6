"""Places by a noun: "the town" is the one that the text named last, "the capital" that of the state it is set in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whosays.record.coded import Mention
from whosays.record.dateline import DATELINE, is_dateline
from whosays.record.landmark import HEREABOUTS, LOCAL_OFFICIALS, TOWNS, kind_of
from whosays.record.reading import Sentence
from whosays.record.world import Place
from whosays.resolve.atlas.gazetteer import Spot
from whosays.resolve.phrases.noun_phrases import case_of
from whosays.resolve.scene.scene import Scene
from whosays.resolve.world import World

THERE = frozenset(
    {"in", "at", "near", "outside", "around", "above", "behind", "opposite", "off", "inside", "into", "across"}
)
SAYING = frozenset({"say", "tell", "add", "report", "announce", "state", "cite", "quote"})
ISLANDS = frozenset({"island", "islet", "isle"})
OF_SEAT = {"nmod", "amod", "compound"}
LOCAL_SEAT = {"regional", "local", "provincial", "state", "european", "cantonal", "territorial"}
REACH = 8  # sentences back in which what a noun stands for may have been named
REACH_OF_THERE = 2  # sentences back to the place that "there" stands for
AROUND = 3  # words beside a name in which the noun of what it names may stand: "the reef", "the border town of Sama"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place that a text names: the mention of its name, its place, and the nouns in and around its name.

    `placed`: something is said to be there, so that it is no capital that stands for a government.
    """

    mention: Mention
    place: Place
    nouns: frozenset[str]
    placed: bool


def stands_for(mention: Mention, noun: str, named: list[Named], setting: str | None) -> Place | None:
    """The place that a noun of the text stands for; None where none of its kind was named shortly before."""
    before = [one for one in named if one.mention.start < mention.start]
    if noun == "capital":
        return None if setting is None else next((o.place for o in reversed(before) if "capital" in o.nouns), None)
    if noun in HEREABOUTS:
        return _last_told(mention, before)
    kind = kind_of(noun)
    near = [one for one in reversed(before) if mention.sentence - one.mention.sentence <= REACH]
    if noun in ISLANDS:  # "the island" is not "the Sama Islands"
        near = [one for one in near if not one.mention.text.lower().endswith("islands")]
    told = next((one.place for one in near if one.nouns & kind), None)
    if told is not None or kind != TOWNS:
        return told
    return next((o.place for o in near if o.placed and o.place.precision in {"exact", "near"}), None)


def _last_told(mention: Mention, before: list[Named]) -> Place | None:
    """The place that "there" stands for: that of the last sentence to name one; None where it names two."""
    near = [one for one in before if mention.sentence - one.mention.sentence <= REACH_OF_THERE]
    last = max((one.mention.sentence for one in near), default=None)
    places = {one.place.id or one.place.name: one.place for one in near if one.mention.sentence == last}
    return next(iter(places.values())) if len(places) == 1 else None


def capital_of(country: str, world: World) -> Spot | None:
    """The capital of a state by alpha-3; of several none."""
    spots = [world.gazetteer.find(name) for name in world.register.capitals(country)]
    largest = (max(found, key=lambda s: s.population, default=None) for found in spots)
    sure = {s.id: s for s in largest if s is not None and s.country == country and s.kind == "town"}
    towns = {s.id: s for found in spots for s in found if s.country == country and s.kind == "town"}
    found = sure or towns  # a capital's district may have more people than the town
    return next(iter(found.values())) if len(found) == 1 else None


def seat_of(scene: Scene, sentence: Sentence, noun: int) -> str | None:
    """The state whose parliament a noun is: the one it is said to be of, else the one that the text is set in.

    A region's parliament, and that of what is no state ("the European parliament"), sits elsewhere.
    """
    sides = [child for child in sentence.children[noun] if sentence.tokens[child].deprel.split(":")[0] in OF_SEAT]
    for child in sides:
        known = scene.known[sentence.index].get(child)
        if known is not None:
            return known.alias.actor.country if known.alias.actor.kind == "state" else None
        if child in scene.names[sentence.index] or sentence.tokens[child].lemma.lower() in LOCAL_SEAT:
            return None
    return scene.setting


def names_of_places(scene: Scene) -> Iterator[tuple[Mention, frozenset[str], bool]]:
    """The names of places that a text says something to be in, with the nouns beside them; datelines left out."""
    text = scene.reading.document.text
    for sentence in scene.reading.sentences:
        if is_dateline(text, sentence.start, sentence.end):
            continue
        line = DATELINE.match(text, sentence.start)
        start = line.end() if line is not None else sentence.start
        for index, name in scene.names[sentence.index].items():
            if index == name.first and name.kind == "LOC" and sentence.tokens[index].start >= start:
                placed = case_of(sentence, index) in THERE or sentence.tokens[index].deprel == "obj"  # "took Sama"
                placed |= sentence.tokens[index].deprel == "nmod:poss" and _is_local(sentence, index)
                placed = placed and not _is_of_a_speaker(sentence, index)
                yield _mention(sentence, name.first, name.last, text), _nouns(sentence, index, name.last), placed


def _is_local(sentence: Sentence, word: int) -> bool:
    """Whether a name says whose mayor somebody is."""
    return sentence.tokens[sentence.tokens[word].head].lemma.lower() in LOCAL_OFFICIALS


def _is_of_a_speaker(sentence: Sentence, word: int) -> bool:
    """Whether a name says where somebody speaks: "officials in Sama said", "told reporters in Sama"."""
    above = sentence.tokens[sentence.tokens[word].head] if sentence.tokens[word].head >= 0 else None
    while above is not None and above.upos in {"NOUN", "PROPN"} and above.head >= 0:
        above = sentence.tokens[above.head]
    return above is not None and above.lemma.lower() in SAYING


def _mention(sentence: Sentence, first: int, last: int, text: str) -> Mention:
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    return Mention(sentence=sentence.index, head=first, start=start, end=end, text=text[start:end])


def _nouns(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """The nouns inside a name, behind it ("the Sama crossing", "Sama, a town in") and before its "of" ("the port of Sama")."""
    inside = [token.lemma.lower() for token in sentence.tokens[first : last + 2]]
    before = [token.lemma.lower() for token in sentence.tokens[max(0, first - AROUND) : first]]
    if "of" in before or (before and sentence.tokens[first - 1].upos == "NOUN"):
        inside += [word for word in before if word != "of"]
    added = (child for child in sentence.children[first] if sentence.tokens[child].deprel == "appos")
    return frozenset(inside + [sentence.tokens[child].lemma.lower() for child in added])
