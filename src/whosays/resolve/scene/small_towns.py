"""Names that only small towns bear: "the Baltic" is none of them, nor is a village in a land that the text never tells of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whosays.record.reading import Name, Reading, Sentence
from whosays.resolve.atlas.nearby import OTHERS, is_slight
from whosays.resolve.fold import key
from whosays.resolve.scene.known import Known
from whosays.resolve.world import World

TOWN = 15_000  # people of a town that is named without more


def strays_in(
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


def is_stretch(sentence: Sentence, first: int, text: str, world: World) -> bool:
    """Whether an article makes a sea or a region of a name that only small towns bear: "the Baltic"."""
    article = first > 0 and sentence.tokens[first - 1].text.lower() == "the"
    bare = sentence.tokens[first].deprel != "compound"  # "the Tacna hospital"
    spots = world.gazetteer.find(text) if article and bare else ()
    return bool(spots) and all(spot.population < TOWN and spot.kind != "admin1" for spot in spots)
