"""What one document says of the world before anyone is resolved: names of the register, places, the state it is set in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from whosays.record.coded import Coded, Mention
from whosays.record.reading import Name, Reading, Sentence
from whosays.resolve.fold import fold
from whosays.resolve.phrases import SUBJECTS, case_of
from whosays.resolve.register import Alias, Found, Register
from whosays.resolve.world import World

# An adjective before one of these says who is behind it, not who it is: "Russian-backed rebels".
BEHIND = ("backed", "led", "supported", "speaking", "made", "born", "occupied", "controlled", "held", "allied", "built")
AT_PLACE = {"in", "at", "near", "from", "of", "outside", "off", "around", "on", "across", "to"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name of the register in a sentence: words `first` to `last`, and the alias that holds on the day."""

    first: int
    last: int
    start: int
    end: int
    alias: Alias


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A reading with its known names by sentence and word, its quotes with their speakers, and where it is set.

    `setting` is the state that most of the document is about, None where none stands out.
    """

    reading: Reading
    world: World
    day: str | None
    known: tuple[Mapping[int, Known], ...]
    names: tuple[Mapping[int, Name], ...]
    quotes: tuple[tuple[int, int, Mention], ...]
    setting: str | None
    weights: Mapping[str, float] = field(default_factory=dict)

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
    names = tuple({i: name for name in s.names for i in range(name.first, name.last + 1)} for s in reading.sentences)
    known = tuple(
        _known(sentence, folded, day, world.register, named)
        for sentence, named in zip(reading.sentences, names, strict=True)
    )
    weights = _weigh(reading, known, world)
    return Scene(
        reading=reading,
        world=world,
        day=day,
        known=known,
        names=names,
        quotes=tuple(_quotes(coded)),
        setting=_dominant(weights),
        weights=weights,
    )


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
    """Whether a state's name is only part of a person's ("Michael Jordan") or says who stands behind ("-backed")."""
    name = names.get(first)
    if name is not None and name.kind == "PER" and (name.first < first or name.last > last):
        return all(alias.actor.kind != "person" for alias in match.aliases)
    rest = [token.text.lower() for token in sentence.tokens[last + 1 : last + 3]]
    return len(rest) == 2 and rest[0] == "-" and rest[1] in BEHIND


def _quotes(coded: Coded) -> Iterator[tuple[int, int, Mention]]:
    for attribution in coded.attributions:
        if attribution.source is not None and attribution.quote != "indirect":
            for piece in attribution.content:
                yield piece.start, piece.end, attribution.source


def _weigh(reading: Reading, known: tuple[Mapping[int, Known], ...], world: World) -> dict[str, float]:
    """How much of the document is about each state: its names, its people, its places; what comes early weighs more."""
    weights: defaultdict[str, float] = defaultdict(float)
    for sentence, found in zip(reading.sentences, known, strict=True):
        early = 2.0 if sentence.index < 3 else 1.0
        for index in sorted(found):
            entry = found[index]
            country = entry.alias.actor.country
            if index == entry.first and country is not None and entry.alias.actor.sector != "MED":
                subject = sentence.tokens[index].deprel in SUBJECTS
                weights[country] += early * (1.5 if subject else 1.0)
        for name in sentence.names:
            if name.kind == "LOC" and name.first not in found and case_of(sentence, name.last) in AT_PLACE:
                start, end = sentence.tokens[name.first].start, sentence.tokens[name.last].end
                country = world.country_of_place(reading.document.text[start:end])
                if country is not None:
                    weights[country] += early
    publisher = world.register.named(reading.document.publisher or "")
    if publisher is not None and "state" in publisher.aliases[0].actor.note:
        weights[publisher.aliases[0].actor.country or ""] += 2.0
    return {country: weights[country] for country in sorted(weights)}


def _dominant(weights: Mapping[str, float]) -> str | None:
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.25 * ranked[1][1]):
        return None
    return ranked[0][0]
