"""What one document says of the world before anyone is resolved: names of the register, places, the state it is set in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from whosays.record.coded import Coded, CodedAttribution, CodedEvent, Mention
from whosays.record.dateline import is_dateline
from whosays.record.reading import Name, Reading, Sentence
from whosays.resolve.actors.register import Alias, Found, Register
from whosays.resolve.fold import fold, key
from whosays.resolve.phrases.noun_phrases import SUBJECTS, case_of
from whosays.resolve.places.hints import home, in_title, issuing, written_in
from whosays.resolve.places.lying import land_around
from whosays.resolve.places.nearby import OTHERS, is_slight
from whosays.resolve.whose.backers import is_behind
from whosays.resolve.world import World

SETTLEMENTS = {"village", "town", "city", "hamlet", "port", "suburb", "district", "camp", "neighbourhood", "settlement"}
TOWN = 15_000  # people of a town that is named without more
OVERALL = {"pan", "inter", "trans"}
HELD = ("led", "controlled", "held")  # whose a government or a port is that a group has: "the Houthi-led government"
NOWHERE = {"VAT"}  # states that speak of what happens elsewhere
# Whom states send abroad: whose they are does not say where they are.
SENT = {"force", "mission", "contingent", "peacekeeper", "officer", "soldier", "troops", "troop", "battalion", "embassy",
        "ambassador", "envoy", "diplomat", "police", "policeman", "aircraft", "ship", "vessel", "drone", "jet", "warplane", "helicopter",
        "missile", "rocket", "warship", "boat", "tanker", "mercenary", "volunteer", "contractor", "refugee", "migrant", "exile",
        "citizen", "national"}  # fmt: skip
OUTLETS = {"newspaper", "paper", "daily", "weekly", "magazine", "broadcaster", "channel", "radio", "television"}
AT_PLACE = {"in", "at", "near", "from", "of", "outside", "off", "around", "on", "across", "to"}

INSIDE = {"in", "at", "near", "outside", "around", "across"}
BESIDE = {"compound", "nmod", "nmod:poss", "obl"}  # "the Peshawar highway", "Palawan's governor"


# What the first state named, the publisher's own one in the title, one of a force abroad weigh beside a mention's 1.
FIRST, HOME, TITLE, DATELINE, SENT_AWAY = 3.0, 2.0, 2.0, 0.9, 0.5
TOLD, NAMED = 0.5, 1.0  # of what the first state weighs, and at least, what a state must whose body's name others bear
WRITTEN_THERE = 1.6  # what the dateline's state weighs more where the text itself tells of it
SHARE = 0.3  # of all weight, what the setting must have


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name of the register in a sentence: words `first` to `last`, and the alias that holds on the day."""

    first: int
    last: int
    start: int
    end: int
    alias: Alias


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A word of a sentence that speaks of a state, and how much: a name, an adjective, a `place` in it; `dated` where written."""

    word: int
    country: str
    weight: float
    place: bool = False
    leads: bool = False
    dated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A reading with its known names by sentence and word, its quotes with their speakers, and where it is set.

    `setting` is the state that most of the document is about, None where none stands out; `issuer` the state (or movement) whose
    word the document is, `homes` the states of its publisher and its dateline, `written` the latter; `told` are the ids of the known; `strays` are names (folded) that the gazetteer has only for small towns in states of which
    the document names nothing else.
    """

    reading: Reading
    world: World
    day: str | None
    known: tuple[Mapping[int, Known], ...]
    names: tuple[Mapping[int, Name], ...]
    quotes: tuple[tuple[int, int, Mention], ...]
    setting: str | None
    issuer: str | None = None
    homes: tuple[str, ...] = ()
    written: str | None = None
    weights: Mapping[str, float] = field(default_factory=dict)
    bearings: tuple[tuple[Bearing, ...], ...] = ()
    events: tuple[CodedEvent, ...] = ()
    attributions: tuple[CodedAttribution, ...] = ()
    strays: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()

    def country_of_place(self, name: str) -> str | None:
        """The state of a place that one name clearly stands for, None where several compete or it is one of `strays`."""
        return None if key(name) in self.strays else self.world.country_of_place(name)

    def speaker(self, position: int) -> Mention | None:
        """Who speaks the direct quote that a code point stands in: the innermost."""
        inside = [(end - start, source) for start, end, source in self.quotes if start <= position < end]
        return min(inside, key=lambda item: item[0])[1] if inside else None

    def known_in(self, sentence: int, first: int, last: int) -> Iterator[Known]:
        """Known names that lie within words `first` to `last`, each once, in order."""
        index, found = first, self.known[sentence]
        while index <= last:
            known = found.get(index)
            if known is not None and known.first >= first and known.last <= last:
                yield known
                index = known.last
            index += 1


def set_scene(reading: Reading, coded: Coded, world: World) -> Scene:
    """Look the document's words up, once."""
    published = reading.document.published
    day = published.value[:10] if published is not None and len(published.value) >= 10 else None
    folded = fold(reading.document.text)
    names = tuple(_names(sentence, world) for sentence in reading.sentences)
    known: tuple[Mapping[int, Known], ...] = tuple(
        _known(sentence, folded, day, world.register, named)
        for sentence, named in zip(reading.sentences, names, strict=True)
    )
    known = _without_others(reading, known, names, world)
    strays = _strays(reading, known, names, world)
    bearings = tuple(
        tuple(_bearings(reading, sentence, found, named, world, strays))
        for sentence, found, named in zip(reading.sentences, known, names, strict=True)
    )
    weights = _weigh(reading, bearings, world)
    publisher, written = reading.document.publisher or "", written_in(reading.document.text, world)
    return Scene(
        reading=reading,
        world=world,
        day=day,
        known=known,
        names=names,
        quotes=tuple(_quotes(coded)),
        setting=_dominant(weights),
        issuer=issuing(publisher, world, reading.document.text),
        homes=tuple(filter(None, (home(publisher, world), written))),
        written=written,
        weights=weights,
        bearings=bearings,
        events=coded.events,
        attributions=coded.attributions,
        strays=strays,
        told=frozenset(one.alias.actor.id for found in known for one in found.values()),
    )


def _without_others(
    reading: Reading, known: tuple[Mapping[int, Known], ...], names: tuple[Mapping[int, Name], ...], world: World
) -> tuple[Mapping[int, Known], ...]:
    """The known names without those that bodies of several states bear, in a text that tells little of the register's state."""

    def shared(one: Known) -> bool:
        return fold(one.alias.text) in world.shared

    if not any(shared(one) for found in known for one in found.values()):
        return known
    rest = tuple({word: one for word, one in found.items() if not shared(one)} for found in known)
    strays = _strays(reading, rest, names, world)
    weights = _weigh(
        reading,
        tuple(
            tuple(_bearings(reading, sentence, found, named, world, strays))
            for sentence, found, named in zip(reading.sentences, rest, names, strict=True)
        ),
        world,
    )
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


def _strays(
    reading: Reading, known: Sequence[Mapping[int, Known]], names: Sequence[Mapping[int, Name]], world: World
) -> frozenset[str]:
    """Names of small towns in states of which the text names nothing else: what has such a name there is another place."""
    text, places = reading.document.text, dict[str, str | None]()
    for sentence, named in zip(reading.sentences, names, strict=True):
        for name in named.values():
            if name.kind == "LOC":
                said = text[sentence.tokens[name.first].start : sentence.tokens[name.last].end]
                places.setdefault(key(said), world.country_of_place(said))
    states = {one.alias.text: one.alias.actor.country for found in known for one in found.values()}
    told = [country for country in (*(places | states).values(),) if country is not None]
    return frozenset(
        name
        for name, country in places.items()
        if country is not None and name not in states and told.count(country) == 1 and len(told) > OTHERS
        if all(is_slight(spot, name) for spot in world.gazetteer.find(name))
    )


def _names(sentence: Sentence, world: World) -> dict[int, Name]:
    """Names by word; a "person" in lower case is none, and one that people are in or go to is a place.

    Nor are "the gulf" and "the air force" names in a text that has capitals.
    """
    found: dict[int, Name] = {}
    cased = any(token.text[:1].isupper() for token in sentence.tokens)
    for name in sentence.names:
        text = " ".join(token.text for token in sentence.tokens[name.first : name.last + 1])
        if name.kind == "PER" and not text[:1].isupper():
            continue
        if name.kind in {"LOC", "ORG"} and cased and text.islower():
            continue
        placed = name.kind == "PER" and case_of(sentence, name.first) in AT_PLACE
        kind = "LOC" if placed and world.gazetteer.find(text) else name.kind
        found |= dict.fromkeys(range(name.first, name.last + 1), Name(first=name.first, last=name.last, kind=kind))
    return found


def _known(
    sentence: Sentence, folded: str, day: str | None, register: Register, names: Mapping[int, Name]
) -> dict[int, Known]:
    found: dict[int, Known] = {}
    ends = {token.end: token.index for token in sentence.tokens}
    skip = -1
    for token in sentence.tokens:
        if token.start < skip:
            continue
        match = register.match(folded, token.start)
        if match is None:
            continue
        last = ends.get(match.end, ends.get(match.end + 1))  # "U.S." may or may not keep its last dot
        alias = match.best(day) if last is not None else None
        if last is None or alias is None or _misread(sentence, token.index, last, match, names):
            continue
        entry = Known(first=token.index, last=last, start=match.start, end=match.end, alias=alias)
        found |= dict.fromkeys(range(token.index, last + 1), entry)
        skip = match.end
    return found


def _misread(sentence: Sentence, first: int, last: int, match: Found, names: Mapping[int, Name]) -> bool:
    """Whether a state's name is only part of another name ("Michael Jordan", "Port Sudan") or says who is behind it."""
    name = names.get(first)
    if name is not None and (name.first < first or name.last > last):
        if name.kind == "PER":
            return match.aliases[0].actor.kind != "person" or first == last  # "Mary Bennett" is not another Bennett
        if name.kind == "LOC" and name.first < first:
            return sentence.tokens[first - 1].upos == "PROPN" and match.aliases[0].sense == "name"
    before = [token.text.lower() for token in sentence.tokens[max(0, first - 2) : first]]
    if len(before) == 2 and before[1] == "of" and before[0] in SETTLEMENTS:  # "the village of Duma" is no parliament
        return match.aliases[0].actor.kind != "state"
    if len(before) == 2 and before[1] == "-" and before[0] in OVERALL:  # the "Pan-American" highway is nobody's
        return True
    behind = is_behind(sentence, last)
    return behind is not None and not (behind in HELD and match.aliases[0].actor.country is None)


def is_stretch(sentence: Sentence, first: int, text: str, world: World) -> bool:
    """Whether an article makes a sea or a region of a name that only small towns bear: "the Baltic"."""
    article = first > 0 and sentence.tokens[first - 1].text.lower() == "the"
    bare = sentence.tokens[first].deprel != "compound"  # "the Tacna hospital"
    spots = world.gazetteer.find(text) if article and bare else ()
    return bool(spots) and all(spot.population < TOWN and spot.kind != "admin1" for spot in spots)


def _quotes(coded: Coded) -> Iterator[tuple[int, int, Mention]]:
    for attribution in coded.attributions:
        if attribution.source is not None and attribution.quote != "indirect":
            for piece in attribution.content:
                yield piece.start, piece.end, attribution.source


def _speaks_of_place(sentence: Sentence, index: int, name: Name) -> bool:
    """Whether a name's first word opens a place where something is, or the line is dated ("at Kosti hospital")."""
    if index != name.first or name.kind not in {"LOC", "ORG"}:
        return False
    words = range(name.first, name.last + 1)
    return (sentence.index == 0 and name.first == 0) or any(case_of(sentence, word) in AT_PLACE for word in words)


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


def _weigh(reading: Reading, bearings: tuple[tuple[Bearing, ...], ...], world: World) -> dict[str, float]:
    """How much of the document is about each state: its names, its people, its places; what comes early weighs more."""
    weights: defaultdict[str, float] = defaultdict(float)
    told = [
        (one, 2.0 if sentence.index < 3 else 1.0)
        for sentence, found in zip(reading.sentences, bearings, strict=True)
        for one in found
    ]
    for one, early in told:
        if one.weight:
            weights[one.country] += DATELINE if one.dated else early * one.weight
    written = next((one.country for one, _ in told if one.dated), None)
    if written in {one.country for one, _ in told if not one.dated}:
        weights[written or ""] += WRITTEN_THERE
    opens = (one.country for one, early in told if not one.dated and one.weight > SENT_AWAY and early > 1)
    first = next(opens, None)
    if first is not None:  # what the text names first, it is about; the dateline is only where it was written
        weights[first] += FIRST
    for country in in_title(reading.document.title or "", world):
        weights[country] += TITLE
    at_home = home(reading.document.publisher or "", world)
    if at_home in weights:
        weights[at_home] += HOME
    return dict(weights)


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
            place = entry.alias.actor.kind == "state" and (placed or _is_of_land(sentence, entry, named))
            leads = sentence.tokens[index].deprel in {*SUBJECTS, "nmod:poss"}
            yield Bearing(word=index, country=country, weight=_weight_of(sentence, entry), place=place, leads=leads)


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
                yield Bearing(word=index, country=country, weight=1.5 if placed else 0.0, place=True, dated=dated)


def _dominant(weights: Mapping[str, float]) -> str | None:
    ranked = sorted(weights.items(), key=lambda item: -item[1])  # stable: of two that weigh the same, the first named
    close = [item for item in weights.items() if ranked and item[1] >= 0.9 * ranked[0][1]]
    ranked = close or ranked
    if not ranked or ranked[0][1] < SHARE * sum(weights.values()):
        return None
    return ranked[0][0]
