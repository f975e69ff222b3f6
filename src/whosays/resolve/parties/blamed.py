"""At whom blame and praise are aimed that name nobody: who did the deed, or what the report opens with; and whom somebody is accused of arming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from whosays.record.event import Event, Missing
from whosays.record.world import SUPPOSED, Entity
from whosays.resolve.parties.opponents import Opposition, against

# What goes to whoever did the deed that it speaks of.
AT_THE_DOER = frozenset({"ACCUSE", "SUPPORT"})


def opening(events: Sequence[Event]) -> list[Event]:
    """What the report opens with: a raid, a seizure."""
    return list(islice((one for one in events if one.category in {"ASSAULT", "COERCE"}), 1))


def accusers_of(event: Event, events: Sequence[Event]) -> set[str]:
    """Who accuses somebody of giving help, or claims it, where its sentence does not say to whom, or seems to say to that one."""
    if event.category != "AID":
        return set()
    own = {one.code for one in event.actor if one.code}
    accusers = {
        one.code
        for other in events
        if other.category == "ACCUSE" and other.sentence == event.sentence and own & {r.code for r in other.recipient}
        for one in other.actor
        if one.code
    }
    author = next((stance.value for stance in event.stances if stance.source is None), None)
    if author != "CT+":  # "the Sudanese minister's claim that it had paid for the drones"
        told = {s.source.code for s in event.stances if s.source is not None and s.value == "CT+" and s.source.code}
        accusers |= told - own
    return accusers if {one.code for one in event.recipient} <= accusers | {None} else set()


def armed_against(event: Event, accusers: set[str], at: int, told: Sequence[Opposition]) -> Event:
    """Nobody is accused of arming his accuser: it is an armed group that stands against that one, or nobody known."""
    own = {one.code for one in event.actor}
    armed = [one for one in told if one.other.kind == "armed_group" and one.other.code not in own]
    found = against(accusers, at, armed)
    if found is not None:
        recipient: tuple[Entity, ...] = (replace(found.other, via=f"the other party: {found.other.name}"),)
        return event.with_recipient(recipient)
    kept = tuple(one for one in event.recipient if one.code not in accusers)
    gap = Missing(field="recipient", reason="unresolved")
    missing = event.missing if kept or any(m.field == "recipient" for m in event.missing) else (*event.missing, gap)
    return replace(event, recipient=kept, missing=tuple(sorted(missing, key=lambda one: one.field)))


def doers_of(event: Event, targets: Sequence[Event], own: set[str], events: Sequence[Event]) -> tuple[Entity, ...]:
    """Who did what is praised or blamed; "the swap" was made by those who, as told before, exchanged prisoners."""
    kinds = {(one.category, one.mode) for one in targets}
    open_ = {category for category, mode in kinds if mode is None}
    alike = [one for one in events if (one.category, one.mode) in kinds or one.category in open_]
    told = [one for one in alike if one.trigger.start < event.trigger.start]
    for one in (*targets, *reversed(told)):
        if not _is_settled(one):
            continue
        doers = {actor.code: actor for actor in one.actor if _may_have_done(actor, own)}
        if doers:
            return tuple(doers.values())
    return ()


def is_bystander(event: Event, own: set[str], events: Sequence[Event]) -> bool:
    """Whether who speaks of it took no part in what the report opens with: "Oman deplored the ramming"."""
    first = next(iter(opening(events)), None)
    sides = {one.code for one in (*first.actor, *first.recipient)} if first is not None else own
    return event.category == "ACCUSE" and not own & sides


def main_doers(event: Event, own: set[str], events: Sequence[Event]) -> tuple[Entity, ...]:
    """Who did what the report opens with, for whom blame and demands of third parties are meant: a raid, a seizure."""
    if event.category not in {"ACCUSE", "REQUEST", "THREATEN", "SANCTION"}:
        return ()
    first = next(iter(opening(events)), None)
    if first is None or not _is_settled(first) or first.trigger.start > event.trigger.start:
        return ()
    return tuple({one.code: one for one in first.actor if _may_have_done(one, own)}.values())


def _may_have_done(one: Entity, own: set[str]) -> bool:
    """Whether blame may go to a deed's doer: one of another party whose words, and not only the report, tell which."""
    return one.code not in {*own, None} and SUPPOSED not in (one.via or "")


def _is_settled(event: Event) -> bool:
    """Whether somebody holds that it was so and nobody that it was not; a disputed deed has no doer to be blamed."""
    values = {stance.value for stance in event.stances}
    return "CT+" in values and not any(value.endswith("-") for value in values)
