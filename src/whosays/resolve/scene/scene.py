"""What one document says of the world before anyone is resolved: names of the register, places, the state it is set in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from whosays.record.coded import Coded, CodedAttribution, CodedEvent, Mention
from whosays.record.reading import Name, Reading
from whosays.resolve.fold import fold, key
from whosays.resolve.scene.bearings import Bearing, bearings_of
from whosays.resolve.scene.hints import home, issuing, written_in
from whosays.resolve.scene.known import Known, known_in, names_in
from whosays.resolve.scene.shared_names import without_others
from whosays.resolve.scene.small_towns import strays_in
from whosays.resolve.scene.weights import dominant, weigh
from whosays.resolve.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A reading with its known names by sentence and word, its quotes with their speakers, and where it is set.

    `setting` is the state that most of the document is about, None where none stands out; `issuer` the state (or movement)
    whose word the document is, `homes` the states of its publisher and its dateline, `written` the latter; `told` are the
    ids of the known; `strays` are names (folded) that the gazetteer has only for small towns in states of which the
    document names nothing else.
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
    names = tuple(names_in(sentence, world) for sentence in reading.sentences)
    known: tuple[Mapping[int, Known], ...] = tuple(
        known_in(sentence, folded, day, world.register, named)
        for sentence, named in zip(reading.sentences, names, strict=True)
    )
    known = without_others(reading, known, names, world)
    strays = strays_in(reading, known, names, world)
    bearings = bearings_of(reading, known, names, world, strays)
    weights = weigh(reading, bearings, world)
    publisher, written = reading.document.publisher or "", written_in(reading.document.text, world)
    return Scene(
        reading=reading,
        world=world,
        day=day,
        known=known,
        names=names,
        quotes=tuple(_quotes(coded)),
        setting=dominant(weights),
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


def _quotes(coded: Coded) -> Iterator[tuple[int, int, Mention]]:
    """Where direct quotes start and end, each with its speaker."""
    for attribution in coded.attributions:
        if attribution.source is not None and attribution.quote != "indirect":
            for piece in attribution.content:
                yield piece.start, piece.end, attribution.source
