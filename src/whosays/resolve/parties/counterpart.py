"""The other party: whom a threat, a demand or a sanction is aimed at where its own sentence does not say.

"Moscow promised a painful reply" names no addressee, but the report has told who did what to Moscow. A participant is
taken over only from an event of the same document, points to the words there, and says so in `via`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from whosays.record.event import Event
from whosays.record.world import SUPPOSED, Entity, codes_of
from whosays.resolve.parties.answers import answering, at_the_opponent, unknown_denying
from whosays.resolve.parties.blamed import (
    AT_THE_DOER,
    accusers_of,
    armed_against,
    doers_of,
    is_bystander,
    main_doers,
    opening,
)
from whosays.resolve.parties.borders import tells_of_border
from whosays.resolve.parties.not_own import is_taken_for_own, not_oneself, put_right, without_own_things
from whosays.resolve.parties.opponents import ASKED_A_FAVOUR, BETWEEN, Opposition, against, oppositions
from whosays.resolve.parties.taken_back import CIVILIAN, last_word, settled
from whosays.resolve.whose.whose import ENVOYS, OPPOSITE

# Acts that are aimed at somebody; an offer, a meeting or a refusal may be aimed at nobody.
AIMED = frozenset({"ACCUSE", "CONCEDE", "MOBILIZE", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
OF_STATES = frozenset({("SANCTION", "expel"), ("SANCTION", "withdraw")})
AT_HOME = frozenset({("SANCTION", "convict"), ("ACCUSE", "investigate")})
JUST_TOLD = 1  # sentences back
AROUND = 150  # sentences with events, as far as an opponent is looked for


def complete(
    events: Sequence[Event],
    name_of: Callable[[str], str],
    closed: frozenset[str] = frozenset(),
    anothers: frozenset[str] = frozenset(),
) -> tuple[Event, ...]:
    """The events of one document, those aimed at nobody said with the party that their actor stands against.

    `name_of` gives a state's name; `closed` are the ids of events whose sentence names a recipient who could not be told:
    they stay without. `anothers` are those of refusals and denials of what another said or wrote ("rejected the charge").
    """
    order = {start: n for n, start in enumerate(sorted({event.sentence.start for event in events}))}
    told = [one for event in events for one in oppositions(event, order[event.sentence.start], name_of)]
    told.sort(key=_at)
    placed = [_at_home(not_oneself(settled(event)), name_of) for event in events]
    done = []
    places = [order[event.sentence.start] for event in events]
    for event, at in zip(placed, places, strict=True):
        first, last = bisect_left(places, at - AROUND), bisect_right(places, at + AROUND)
        accusers = accusers_of(event, events[first:last])
        beside = placed[first:last] if first == 0 else [*opening(placed), *placed[first:last]]
        near = told[bisect_left(told, at - AROUND, key=_at) : bisect_right(told, at + AROUND, key=_at)]
        if accusers:
            done.append(armed_against(event, accusers, at, near))
        else:
            done.append(_completed(event, at, near, () if event.id in closed else beside))
            if event.id in anothers:
                done[-1] = at_the_opponent(done[-1], at, near)
    return tuple(done)


def _at(one: Opposition) -> int:
    return one.at


def _completed(event: Event, at: int, told: Sequence[Opposition], events: Sequence[Event]) -> Event:
    """The event, put right or completed; only put right where no `events` are given to complete it from."""
    own = {one.code for one in event.actor if one.code}
    if not own:
        return unknown_denying(event, events)
    event = _with_protest(without_own_things(event, own), own, events)
    if any(is_taken_for_own(event, one) for one in event.recipient if one.code in own):
        return put_right(event, own, at, told)
    if event.category == "REJECT" and not event.recipient:
        return answering(event, own, events)
    if not events or not _lacks_aim(event) or any(one.one in own and one.other.code in own for one in told):
        return event  # two adversaries who act together act on one another
    deeds = [one for one in events if one.id in event.about and not own & codes_of(one.actor)]
    if deeds and event.category in AT_THE_DOER:
        others = doers_of(event, deeds, own, events)
    elif event.category == "SUPPORT":
        others = ()  # who welcomes something does not welcome his opponent's
    else:
        meant = [] if _is_a_crowd(event) else [one for one in told if _may_be_meant(event, one, at)]
        found = _unless_within(event, against(own, at, meant))
        others = main_doers(event, own, events) if found is None or is_bystander(event, own, events) else ()
        others = others or (() if found is None else _with_partners(found, told, own))
    if not others:
        return event
    recipient = tuple(replace(one, via=f"the other party: {one.via or one.name}") for one in others)
    return event.with_recipient(recipient)


def _unless_within(event: Event, found: Opposition | None) -> Opposition | None:
    """The opponent, unless troops are moved and it is no state: inside one's own land no word says against whom."""
    within = found is not None and event.category == "MOBILIZE" and found.other.kind != "state"
    return None if within else found


def _is_a_crowd(event: Event) -> bool:
    """Whether an act is that of people who only live in a state: their demands are not aimed at whom it quarrels with."""
    return all(SUPPOSED in (one.via or "") and one.sector in CIVILIAN for one in event.actor if one.code)


def _may_be_meant(event: Event, one: Opposition, at: int) -> bool:
    """Whether an act may be aimed at a party: envoys are recalled from states, borders closed to them; one gives in to whom it was just told of."""
    if event.category == "CONCEDE" and not 0 <= at - one.at <= JUST_TOLD:
        return False
    among_states = (event.category, event.mode) in OF_STATES or tells_of_border(event)
    return one.other.kind == "state" or not (among_states and event.category in {"COERCE", "SANCTION"})


def _at_home(event: Event, name_of: Callable[[str], str]) -> Event:
    """A protest that is said to be against nobody, as put to the protesters' own state: "students marched in Lima"."""
    if event.category != "PROTEST" or event.recipient:
        return event
    own = {one.code: one for one in event.actor if one.kind != "state" and one.code and one.code == one.country}
    return event.with_recipient(
        tuple(Entity.of_state(code, name_of(code), one.span, "at home") for code, one in own.items())
    )


def _with_protest(event: Event, own: set[str], events: Sequence[Event]) -> Event:
    """What protesters demand they demand of whom they protest to: "students marched in Lima, calling for an inquiry"."""
    if event.category not in {"REQUEST", "THREATEN"} or event.recipient:
        return event
    protests = (one for one in events if one.category == "PROTEST" and one.sentence == event.sentence)
    protest = next((one for one in protests if own == {actor.code for actor in one.actor}), None)
    return event if protest is None else event.with_recipient(protest.recipient)


def _lacks_aim(event: Event) -> bool:
    """Whether an act is aimed at somebody and its sentence says at nobody, or only at "its neighbour"."""
    closes = event.category == "COERCE" and not event.recipient and tells_of_border(event)
    if not closes and (event.category not in AIMED or (event.category, event.mode) in AT_HOME):
        return False
    if event.category == "SUPPORT" and len({one.code for one in event.actor}) > 1:
        return False  # what two sign is theirs
    if event.category == "REQUEST" and event.trigger.text.lower().startswith("call"):
        return False  # a call for peace goes out to everybody
    if (event.category, event.mode) in ASKED_A_FAVOUR:
        return False  # nobody asks his enemy for help
    if event.category == "ACCUSE" and _says_whom(event):
        return False
    return all(one.code is None and last_word(one) in OPPOSITE | ENVOYS for one in event.recipient)


def _says_whom(event: Event) -> bool:
    """Whether blame goes to somebody whom it names and nobody knows, or comes from who stands between the parties."""
    unknown = any(gap.field == "recipient" and gap.reason == "unresolved" for gap in event.missing)
    between = all(one.sector in BETWEEN for one in event.actor)
    return between or (event.mode == "allege" and unknown)


def _with_partners(found: Opposition, told: Sequence[Opposition], own: set[str]) -> tuple[Entity, ...]:
    """The other party with those that stood with it in the same deed: three states recognise a fourth, and a fifth recalls its envoys."""
    beside = {
        one.other.code: one.other
        for one in told
        if one.one in own and one.event == found.event and one.other.code not in own
    }
    return tuple({found.other.code: found.other, **beside}.values())
