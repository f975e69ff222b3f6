"""Lasting ties: each pair of parties that the words of a tie, or the event behind it, join."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from whosays.record.coded import CodedRelation
from whosays.record.event import Event
from whosays.record.ids import content_id
from whosays.record.incident import Relation
from whosays.record.world import Entity
from whosays.resolve.pieces.sayings import stances_of
from whosays.resolve.resolver import Resolver

TOGETHER = frozenset({"Y", "agreement", "conflict"})  # ties that what is done together makes between its doers
NAMELESS = frozenset({"group", "unnamed"})


def ties_between(
    resolver: Resolver, tie: CodedRelation, events: Sequence[Event], attributions: list[str]
) -> Iterator[Relation]:
    """The ties that one coded tie makes: one for each two parties that it joins."""
    document = resolver.scene.reading.document.id
    for giver, receiver in _parties(resolver, tie, events):
        if _are_two(giver, receiver):
            yield Relation(
                id=content_id(
                    "relation",
                    document,
                    tie.type,
                    tie.evidence.start,
                    tie.evidence.end,
                    giver.code or giver.name,
                    receiver.code or receiver.name,
                ),
                document=document,
                giver=giver,
                receiver=receiver,
                type=tie.type,
                evidence=(resolver.span(tie.evidence),),
                stances=tuple(s for stance in tie.stances for s in stances_of(resolver, stance, attributions)),
                events=tuple(events[index].id for index in tie.events),
                since=resolver.when.time(tie.since, None) if tie.since is not None else None,
                until=resolver.when.time(tie.until, None) if tie.until is not None else None,
            )


def _parties(resolver: Resolver, tie: CodedRelation, events: Sequence[Event]) -> Iterator[tuple[Entity, Entity]]:
    """Each pair that a tie may join: the participants of its event, or of the words that state it.

    What is done together joins the actors with one another, one phrase for both ("the two neighbours") its members.
    """
    if tie.giver is None or tie.receiver is None:
        for event in (events[index] for index in tie.events):
            yield from combinations(event.actor, 2) if tie.type in TOGETHER else ()
            if tie.type == "agreement" and len(event.actor) > 1:
                continue  # two who sign sign with one another, and not with the town they meet in
            helped = tie.type == "Y"  # who joins another's drill supports that one
            yield from product(event.recipient, event.actor) if helped else product(event.actor, event.recipient)
    elif tie.giver == tie.receiver:
        yield from combinations(resolver.who(tie.giver) or resolver.two_states(tie.giver), 2)
    else:
        backed = resolver.backer(tie.giver)
        received = resolver.who(tie.receiver)
        if backed:  # whose fighters a state's "-backed militias" are is not known by where they are
            received = tuple(one for one in received if one.code is not None and one.code != one.country)
        yield from product(backed or resolver.who(tie.giver), received)


def _are_two(giver: Entity, receiver: Entity) -> bool:
    """Whether a tie can be between them: two parties, neither of them people or firms without a name."""
    nameless = any(
        one.code is None and (one.kind in NAMELESS or not one.name[:1].isupper()) for one in (giver, receiver)
    )
    return not nameless and (giver.code is None or giver.code != receiver.code)
