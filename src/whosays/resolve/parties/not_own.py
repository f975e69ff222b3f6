"""Whom a deed cannot be done to: the doer's own things, the speaker himself, and soldiers who are only taken for his.

"Shut its crossings with Belarus" is done to Belarus alone; the soldiers that an army fires on are another party's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.record.event import Event, Missing
from whosays.record.world import Entity
from whosays.resolve.parties.blamed import AT_THE_DOER
from whosays.resolve.parties.borders import shuts_border
from whosays.resolve.parties.officials import SACKED
from whosays.resolve.parties.opponents import Opposition, against

NOT_ONES_OWN = frozenset({("SANCTION", "expel"), ("SANCTION", "discontinue")})
FORCES = frozenset({"GOV", "MIL", "COP", "SPY"})
COURTS = frozenset({"JUD", "COP"})


def without_own_things(event: Event, own: set[str]) -> Event:
    """What is one's own is nobody else's: "shut its crossings with Belarus" is done to Belarus alone."""
    given_up = _is_given_up(event)
    shut_out = shuts_border(event)

    def is_thing(one: Entity) -> bool:
        via = one.via or ""
        named = event.category == "THREATEN" or via.endswith(f"→ {one.code}") or (shut_out and one.kind == "state")
        return one.code in own and (named or (given_up and via.startswith(("its →", "their →"))))

    things = list(filter(is_thing, event.recipient))
    alone = given_up or shut_out or _is_own_state(event, things)
    if not things or (len(things) == len(event.recipient) and not alone):
        return event
    kept = tuple(one for one in event.recipient if one not in things)
    gap = () if kept else (Missing(field="recipient", reason="not_stated"),)
    missing = tuple(sorted((*event.missing, *gap), key=lambda one: one.field))
    return replace(event, recipient=kept, missing=missing)


def _is_own_state(event: Event, things: Sequence[Entity]) -> bool:
    """Whether a state's own organs would threaten the state: "the Kenyan minister warned that Nairobi would close the border"."""
    speaks = all(one.kind == "state" or one.sector in FORCES for one in event.actor)
    own = (one.kind == "state" or (one.via or "").startswith(("its →", "their →")) for one in things)
    return event.category == "THREATEN" and speaks and all(own)


def _is_given_up(event: Event) -> bool:
    """Whether what is one's own is only ended or lessened, to nobody's harm that is told: "lifted its veto", "withdrew its men"."""
    ended = {("SANCTION", "discontinue"), ("RETREAT", "withdraw")}
    return event.category == "CONCEDE" or (event.category, event.mode) in ended


def not_oneself(event: Event) -> Event:
    """Blame or praise that was only taken to go to a deed's doer, and would go to the speaker: at whom, is not said."""
    own = {one.code for one in event.actor if one.code}
    inside = range(event.sentence.start, event.sentence.end)
    named = {one.name for one in event.actor}
    mistaken = [
        one
        for one in event.recipient
        if (one.code in own and one.span.start not in inside)
        or (event.category == "SUPPORT" and one.name in named)  # "reaffirmed its commitment"
    ]
    if event.category not in AT_THE_DOER or not mistaken:
        return event
    kept = tuple(one for one in event.recipient if one not in mistaken)
    gap = () if kept else (Missing(field="recipient", reason="not_stated"),)
    return replace(event, recipient=kept, missing=tuple(sorted((*event.missing, *gap), key=lambda one: one.field)))


def is_taken_for_own(event: Event, one: Entity) -> bool:
    """Whether a recipient counts as the actor's only for want of better: envoys expelled, soldiers freed, land retaken."""
    via = one.via or ""
    if event.category == "ASSAULT":  # nobody's army fires on its own soldiers; prisoners and crowds may
        forces = any(actor.kind == "state" or actor.sector in FORCES for actor in event.actor)
        others = one.sector == "MIL" or one.span.text.lower().endswith(("hostage", "hostages"))
        return via.startswith("place: ") or (one.is_supposed and others and forces)
    if event.category == "RETREAT":  # whom a judge or the police let go is their own
        own = one.sector != "MIL" or all(actor.sector in COURTS for actor in event.actor)
    else:
        own = (event.category, event.mode) not in NOT_ONES_OWN
    own = own or event.trigger.text.lower() in SACKED
    return one.is_supposed and not own


def put_right(event: Event, own: set[str], at: int, told: Sequence[Opposition]) -> Event:
    """Whom a state expels is of another state: that of the other party, or of none known."""
    if event.category == "ASSAULT":
        return _not_struck_by_own(event, own, against(own, at, told))
    found = against(own, at, told)
    if found is None and event.category != "SANCTION":
        return event
    country, code = (found.other.country, found.other.code) if found is not None else (None, None)
    via = None if found is None else f"the other party: {found.other.name}"

    def anew(one: Entity) -> Entity:
        if one.kind == "state" and found is not None:
            return replace(found.other, span=one.span, via=via)
        return replace(one, country=country, code=code, via=via)

    return replace(event, recipient=tuple(anew(one) if one.code in own else one for one in event.recipient))


def _not_struck_by_own(event: Event, own: set[str], foe: Opposition | None) -> Event:
    """From whom land was retaken is not said; soldiers fired on are the other party's, where there is one."""
    others = [one for one in event.recipient if one.code not in own]
    if foe is not None:
        seen = f"the other party: {foe.other.name}"
        theirs = (one for one in event.recipient if one.code in own and one.is_supposed)
        others += [replace(one, country=foe.other.country, code=foe.other.code, via=seen) for one in theirs]
    gap = () if others else (Missing(field="recipient", reason="unresolved"),)
    missing = tuple(sorted((*event.missing, *gap), key=lambda one: one.field))
    return replace(event, recipient=tuple(others), missing=missing)
