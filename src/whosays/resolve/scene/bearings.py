"""What the words of a sentence say of states: their names, their people, the places where something is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from whosays.record.dateline import is_dateline
from whosays.record.reading import Name, Reading, Sentence
from whosays.resolve.fold import key
from whosays.resolve.phrases.noun_phrases import AT_PLACE, SUBJECTS, case_of
from whosays.resolve.scene.known import Known
from whosays.resolve.scene.lying import land_around
from whosays.resolve.scene.small_towns import is_stretch
from whosays.resolve.world import World

NOWHERE = {"VAT"}  # states that speak of what happens elsewhere
# Whom states send abroad: whose they are does not say where they are.
SENT = {"force", "mission", "contingent", "peacekeeper", "officer", "soldier", "troops", "troop", "battalion", "embassy",
        "ambassador", "envoy", "diplomat", "police", "policeman", "aircraft", "ship", "vessel", "drone", "jet", "warplane", "helicopter",
        "missile", "rocket", "warship", "boat", "tanker", "mercenary", "volunteer", "contractor", "refugee", "migrant", "exile",
        "citizen", "national"}  # fmt: skip
OUTLETS = {"newspaper", "paper", "daily", "weekly", "magazine", "broadcaster", "channel", "radio", "television"}
INSIDE = {"in", "at", "near", "outside", "around", "across"}
BESIDE = {"compound", "nmod", "nmod:poss", "obl"}  # "the Peshawar highway", "Palawan's governor"
# What is done at a table, often in a land that has no part in it: "a truce signed in Doha", "talks in Geneva".
AT_TABLE = frozenset(
    "sign initial negotiate broker mediate talk negotiation round summit dialogue mediation conclude".split()
)
SENT_AWAY = 0.5  # what a mention of whose a force abroad is weighs beside any other's 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A word of a sentence that speaks of a state, and how much: a name, an adjective, a `place` in it; `dated` where written."""

    word: int
    country: str
    weight: float
    place: bool = False
    leads: bool = False
    dated: bool = False


def _speaks_of_place(sentence: Sentence, index: int, name: Name) -> bool:
    """Whether a name's first word opens a place where something is, or the line is dated ("at Kosti hospital")."""
    if index != name.first or name.kind not in {"LOC", "ORG"}:
        return False
    words = range(name.first, name.last + 1)
    return (sentence.index == 0 and name.first == 0) or any(case_of(sentence, word) in AT_PLACE for word in words)


def bearings_of(
    reading: Reading,
    known: Sequence[Mapping[int, Known]],
    names: Sequence[Mapping[int, Name]],
    world: World,
    strays: frozenset[str],
) -> tuple[tuple[Bearing, ...], ...]:
    """What each sentence of a document says of states."""
    return tuple(
        tuple(_bearings(reading, sentence, found, named, world, strays))
        for sentence, found, named in zip(reading.sentences, known, names, strict=True)
    )


def _bearings(
    reading: Reading,
    sentence: Sentence,
    found: Mapping[int, Known],
    named: Mapping[int, Name],
    world: World,
    strays: frozenset[str],
) -> Iterator[Bearing]:
    """What a sentence says of states; a line that is only dated says where it was written."""
    if not is_dateline(reading.document.text, sentence.start, sentence.end):
        yield from _named_states(sentence, found, named)
        yield from _places(reading, sentence, found, named, world, strays)
        return
    of_places = (replace(one, dated=True) for one in _places(reading, sentence, found, named, world, strays))
    of_states = (replace(one, dated=True) for one in _named_states(sentence, found, named))
    yield from islice(chain(of_places, of_states), 1)


def _named_states(sentence: Sentence, found: Mapping[int, Known], named: Mapping[int, Name]) -> Iterator[Bearing]:
    """The states of the names of the register in a sentence; a subject weighs more, whose soldiers are meant less."""
    for index in sorted(found):
        entry = found[index]
        country = entry.alias.actor.country
        if (
            index == entry.first
            and country is not None
            and country not in NOWHERE
            and entry.alias.actor.sector != "MED"
        ):
            placed = any(case_of(sentence, word) in INSIDE for word in range(entry.first, entry.last + 1))
            venue = placed and _is_at_table(sentence, entry.first, entry.last)
            place = entry.alias.actor.kind == "state" and not venue and (placed or _is_of_land(sentence, entry, named))
            leads = sentence.tokens[index].deprel in {*SUBJECTS, "nmod:poss"}
            weight = 0.0 if venue else _weight_of(sentence, entry)
            yield Bearing(word=index, country=country, weight=weight, place=place, leads=leads)


def _is_at_table(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name only says where a deal was signed or talks were held: the fighting that they are about is elsewhere."""
    heads = {sentence.tokens[word].head for word in range(first, last + 1)} - set(range(first, last + 1))
    return any(head >= 0 and sentence.tokens[head].lemma.lower() in AT_TABLE for head in heads)


def _is_of_land(sentence: Sentence, entry: Known, named: Mapping[int, Name]) -> bool:
    """Whether a state owns a land or a town where something is: "in Chile's Atacama Region"."""
    owned = sentence.tokens[entry.first].head
    if sentence.tokens[entry.first].deprel != "nmod:poss" or owned <= entry.last:
        return False
    name = named.get(owned)
    return case_of(sentence, owned) in INSIDE and name is not None and name.kind == "LOC"


def _weight_of(sentence: Sentence, entry: Known) -> float:
    """How much a name says of where a text is set: "Chilean officers" and "the Chilean-led mission" may be anywhere."""
    head = sentence.tokens[entry.first]
    if head.head > entry.last and sentence.tokens[head.head].lemma.lower() in SENT:
        return SENT_AWAY
    return 1.5 if head.deprel in SUBJECTS else 1.0


def _places(
    reading: Reading,
    sentence: Sentence,
    found: Mapping[int, Known],
    named: Mapping[int, Name],
    world: World,
    strays: frozenset[str],
) -> Iterator[Bearing]:
    """The states of the places where a sentence says that something is."""
    for index, name in named.items():
        if index in found or index != name.first or name.kind not in {"LOC", "ORG"}:
            continue
        if index and sentence.tokens[index - 1].lemma.lower() in OUTLETS:
            continue  # the newspaper Horizonte is no town
        placed = _speaks_of_place(sentence, index, name)
        if placed or (name.kind == "LOC" and sentence.tokens[index].deprel in BESIDE):
            last = name.last if name.kind == "LOC" else index
            start, end = sentence.tokens[index].start, sentence.tokens[last].end
            said = reading.document.text[start:end]
            stray = key(said) in strays or is_stretch(sentence, index, said, world)
            country = world.country_of_place(said) if not stray else None
            if country is not None and land_around(sentence, index, found) in (None, country):
                dated = sentence.index == 0 and index == 0
                weight = 1.5 if placed else 0.0
                if placed and not dated and _is_at_table(sentence, name.first, name.last):
                    continue
                yield Bearing(word=index, country=country, weight=weight, place=True, dated=dated)
