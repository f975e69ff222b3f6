"""Mentions into incidents: the best pairs first, a group joined to another only where they hold together as wholes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from whosays.link.score import WEIGHTS, Features, conflict_in_time, features, similarity
from whosays.record.document import Document
from whosays.record.event import Event

LARGEST_BLOCK = 400  # mentions compared all with all; larger blocks are split by participant


def cluster(events: Sequence[Event], documents: Mapping[str, Document]) -> list[list[Event]]:
    """The events in groups of one happening each; groups and members in the order of their first mention."""
    ordered = sorted(events, key=lambda event: _when_told(event, documents))
    groups: list[list[Event]] = []
    for block in _blocks([features(event) for event in ordered]):
        groups += [[member.event for member in group] for group in _agglomerate(block)]
    for group in groups:
        group.sort(key=lambda event: _when_told(event, documents))
    return sorted(groups, key=lambda group: _when_told(group[0], documents))


def _when_told(event: Event, documents: Mapping[str, Document]) -> tuple[str, str, int, str]:
    return documents[event.document].day or "9999", event.document, event.trigger.start, event.id


def _blocks(members: list[Features]) -> Iterator[list[Features]]:
    """Mentions that could be of one happening: of one category, and in large casebooks of one month and one actor."""
    by_category: dict[str, list[Features]] = {}
    for member in members:
        by_category.setdefault(member.event.category, []).append(member)
    for category in sorted(by_category):
        block = by_category[category]
        if len(block) <= LARGEST_BLOCK:
            yield block
            continue
        finer: dict[tuple[int, str], list[Features]] = {}
        for member in block:
            month = member.days[0] // 30 if member.days else -1
            finer.setdefault((month, min(member.actors | member.recipients, default="")), []).append(member)
        yield from (finer[key] for key in sorted(finer))


def _agglomerate(block: list[Features]) -> list[list[Features]]:
    scores = {(a, b): similarity(block[a], block[b]) for a, b in combinations(range(len(block)), 2)}
    home = {n: [n] for n in range(len(block))}
    good = sorted((-score, pair) for pair, score in scores.items() if score >= WEIGHTS.enough)
    for _, (a, b) in good:
        one, other = home[a], home[b]
        if one is other or not _hold_together(one, other, scores, block):
            continue
        one.extend(other)
        for n in other:
            home[n] = one
    unique = {id(group): group for group in home.values()}
    return [[block[n] for n in sorted(group)] for group in unique.values()]


def _hold_together(
    one: list[int], other: list[int], scores: Mapping[tuple[int, int], float], block: list[Features]
) -> bool:
    """Whether two groups agree on the day everywhere, and on the whole speak for one another."""
    pairs = [(min(a, b), max(a, b)) for a in one for b in other]
    if any(conflict_in_time(block[a], block[b]) for a, b in pairs):
        return False
    return sum(scores[pair] for pair in pairs) / len(pairs) >= WEIGHTS.enough / 2
