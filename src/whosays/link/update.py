"""What one more report changes, or one less: the blocks that its mentions are compared in, and nothing else.

The outcome is that of linking all reports at once, because which mentions are compared depends on the mentions alone
(`clusters.py`): where a block outgrows its size or falls below it, the whole of it is placed anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from whosays.link.clusters import Group, around, cluster, compared_in, concerned, depth_of
from whosays.link.contradictions import silent_in
from whosays.link.copies import source_of, update_origins
from whosays.link.incidents import incident_id
from whosays.link.mentions import mention_of
from whosays.link.shelf import Shelf
from whosays.link.together import told_together
from whosays.record.linking import Mention
from whosays.record.whole import DocumentRecord


def update(shelf: Shelf, records: Sequence[DocumentRecord] = (), gone: Iterable[str] = ()) -> None:
    """Link reports that were added, in place of what the shelf has of them, and forget those that are gone."""
    leaving = {record.document.id for record in records} | set(gone)
    moved = update_origins(shelf, [record.document for record in records], leaving)
    old = shelf.mentions_of(leaving)
    new = {event.id: mention_of(event, source_of(record.document)) for record in records for event in record.events}
    blocks = _exchange(shelf, old, list(new.values()))
    members = [mention for block in blocks for mention in block.members]
    groups = [group for block in blocks for group in cluster(block.members, depth_of(block.name))]
    homes = {incident_id(group[0].event): group for group in groups}
    lost = {one.incident for one in old if one.incident}
    shelf.drop_incidents((lost | {one.incident for one in members if one.incident}) - homes.keys())
    placed = _placed(members)
    changed = [
        group
        for home, group in homes.items()
        if home in lost
        or placed.get(home) != [one.event for one in group]
        or any(one.document in moved for one in group)
    ]
    _tell(shelf, [*changed, *_elsewhere(shelf, members, moved)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What of a block has to be placed anew."""

    name: str
    members: Sequence[Mention]


def _exchange(shelf: Shelf, old: Sequence[Mention], new: Sequence[Mention]) -> list[Part]:
    """Take mentions for others; what of the blocks in which they were and are compared has to be placed anew."""
    affected = {mention.block for mention in (*old, *new)}
    names = {name for block in affected for name in around(block)}
    before = shelf.sizes(names)
    shelf.drop_mentions(old)
    shelf.add_mentions(new)
    after = shelf.sizes(names)
    was = {compared_in(block, before) for block in affected}
    now = {compared_in(block, after) for block in affected}
    return [
        Part(name=name, members=_part(shelf.within(name), name, old, new) if name in was & now else shelf.within(name))
        for name in _outermost(was | now)
    ]


def _outermost(names: set[str]) -> list[str]:
    return sorted(name for name in names if not names & set(around(name)[:-1]))


def _part(members: Sequence[Mention], name: str, old: Sequence[Mention], new: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions of a block that hang together with those that came or went; a block that was as it is now."""
    came = {one.event for one in new}
    went = [one for one in old if name in around(one.block)]
    whole = [*members, *went]
    start = [n for n, one in enumerate(whole) if n >= len(members) or one.event in came]
    return [members[n] for n in concerned(whole, start) if n < len(members)]


def _placed(members: Sequence[Mention]) -> dict[str, list[str]]:
    """Where mentions are already: the incidents' events in the order in which they were told."""
    held: dict[str, list[str]] = {}
    for one in sorted(members, key=lambda mention: mention.told):
        if one.incident:
            held.setdefault(one.incident, []).append(one.event)
    return held


def _elsewhere(shelf: Shelf, members: Sequence[Mention], moved: frozenset[str]) -> Iterator[Group]:
    """Incidents outside these blocks that are what they were, but for the origins of their reports."""
    seen = {one.event for one in members}
    incidents = {one.incident for one in shelf.mentions_of(moved) if one.event not in seen and one.incident}
    placed = sorted(shelf.placed_in(incidents), key=lambda mention: (mention.incident or "", mention.told))
    for _, group in groupby(placed, key=lambda mention: mention.incident):
        yield list(group)


def _tell(shelf: Shelf, groups: Sequence[Group]) -> None:
    """Make the groups' incidents from the events themselves, and keep them."""
    ids = {one.event for group in groups for one in group}
    events = shelf.events(ids)
    found = [[events[one.event] for one in group] for group in groups]
    sources = {source.id: source for source in shelf.sources({event.document for event in events.values()})}
    told_in = shelf.events_of({document for group in found for document in silent_in(group)})
    shelf.put_incidents(
        [told_together(group[0].told, told, sources, told_in) for group, told in zip(groups, found, strict=True)]
    )
