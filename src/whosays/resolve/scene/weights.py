"""Which state a document is about: how much its words, its title, its dateline and its publisher say of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from whosays.record.reading import Reading
from whosays.resolve.scene.bearings import SENT_AWAY, Bearing
from whosays.resolve.scene.hints import home, in_title
from whosays.resolve.world import World

# What the first state named, the publisher's own, one in the title and the dateline's weigh beside a mention's 1.
FIRST, HOME, TITLE, DATELINE = 3.0, 2.0, 2.0, 0.9
WRITTEN_THERE = 1.6  # what the dateline's state weighs more where the text itself tells of it
SHARE = 0.3  # of all weight, what the setting must have


def weigh(reading: Reading, bearings: tuple[tuple[Bearing, ...], ...], world: World) -> dict[str, float]:
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


def dominant(weights: Mapping[str, float]) -> str | None:
    """The state that outweighs the others, of those that weigh nearly the same the first named; None where none stands out."""
    ranked = sorted(weights.items(), key=lambda item: -item[1])  # stable: of two that weigh the same, the first named
    close = [item for item in weights.items() if ranked and item[1] >= 0.9 * ranked[0][1]]
    ranked = close or ranked
    if not ranked or ranked[0][1] < SHARE * sum(weights.values()):
        return None
    return ranked[0][0]
