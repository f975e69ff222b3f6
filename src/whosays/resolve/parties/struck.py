"""Whose a struck thing is where only its place is told: "hit a village near Tacna", "torched homes in the port"."""

from __future__ import annotations

from collections.abc import Iterable

from whosays.record.coded import Mention
from whosays.record.reading import Reading
from whosays.record.span import Span
from whosays.record.world import Entity
from whosays.resolve.world import World

# What stays where it is, and is of the state that it stands in; a ship, a rifle or an embassy need not be.
STANDING = frozenset(
    """village town hamlet city home house building market school hospital clinic church mosque shop farm barn field crop
    neighbourhood neighborhood suburb district block street square road bridge dam canal plant factory refinery depot
    terminal quay port harbour harbor airport airfield station university camp post barracks prison mill mine pipeline
    warehouse granary orchard wood forest hillside valley outskirts property apartment flat hotel cable substation pylon
    railway track tunnel lighthouse tower gate workshop laboratory office courthouse library museum monument statue
    checkpoint reservoir well pump silo greenhouse bakery kindergarten shelter stadium wharf pier dock jetty
    penitentiary jail compound township settlement cemetery""".split()
)


def struck_there(
    world: World, reading: Reading, mentions: Iterable[Mention], country: str, via: str
) -> tuple[Entity, ...]:
    """The state whom the strike on what stands there befell; nobody where it is no such thing."""
    for one in mentions:
        if reading.sentences[one.sentence].tokens[one.head].lemma.lower() in STANDING:
            span = Span(document=reading.document.id, start=one.start, end=one.end, text=one.text)
            return (Entity.of_state(country, world.state_name(country), span, via),)
    return ()
