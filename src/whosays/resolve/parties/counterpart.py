"""The other party: whom a threat, a demand or a sanction is aimed at where its own sentence does not say.

"Moscow promised a painful reply" names no addressee, but the report has told who did what to Moscow. A participant is
taken over only from an event of the same document, points to the words there, and says so in `via`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice

from whosays.record.event import Event, Missing
from whosays.record.world import SUPPOSED, Entity, codes_of
from whosays.resolve.parties.borders import shuts_border, tells_of_border
from whosays.resolve.parties.officials import SACKED
from whosays.resolve.parties.opponents import ASKED_A_FAVOUR, BETWEEN, HARM, Opposition, against, oppositions
from whosays.resolve.whose.whose import ENVOYS, OPPOSITE

# Acts that are aimed at somebody; an offer, a meeting or a refusal may be aimed at nobody.
AIMED = frozenset({"ACCUSE", "CONCEDE", "MOBILIZE", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
OF_STATES = frozenset({("SANCTION", "expel"), ("SANCTION", "withdraw")})
NOT_ONES_OWN = frozenset({("SANCTION", "expel"), ("SANCTION", "discontinue")})
AT_HOME = frozenset({("SANCTION", "convict"), ("ACCUSE", "investigate")})
AT_THE_DOER = frozenset({"ACCUSE", "SUPPORT"})
AT_ODDS = frozenset(
    {"OPP", "PTY", "CVL", "LAB", "EDU", "REL", "NGO", "LEG", None}
)  # may stand against their own state's government
CIVILIAN = frozenset({"CVL", "EDU", "HLH", "LAB", "REF", "REL", None})
FORCES, COURTS = frozenset({"GOV", "MIL", "COP", "SPY"}), frozenset({"JUD", "COP"})
COUNTERPART = "counterpart"
JUST_TOLD = 1  # sentences back
CLEARLY = 2.0  # how many times as much as any other somebody must stand against who answers nobody named
AROUND = 150  # sentences with events, as far as an opponent is looked for
ANSWERED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})


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
    events = _no_ones_own(events)
    order = {start: n for n, start in enumerate(sorted({event.sentence.start for event in events}))}
    told = [one for event in events for one in oppositions(event, order[event.sentence.start], name_of)]
    told.sort(key=_at)
    placed = [_at_home(_not_oneself(_of_nobodys_own(_at_home_there(event))), name_of) for event in events]
    done = []
    places = [order[event.sentence.start] for event in events]
    for event, at in zip(placed, places, strict=True):
        first, last = bisect_left(places, at - AROUND), bisect_right(places, at + AROUND)
        accusers = _accusers(event, events[first:last])
        beside = placed[first:last] if first == 0 else [*_opening(placed), *placed[first:last]]
        near = told[bisect_left(told, at - AROUND, key=_at) : bisect_right(told, at + AROUND, key=_at)]
        if accusers:
            done.append(_armed_against(event, accusers, at, near))
        else:
            done.append(_completed(event, at, near, () if event.id in closed else beside))
            if event.id in anothers:
                done[-1] = _at_the_opponent(done[-1], at, near)
    return tuple(done)


def _no_ones_own(events: Sequence[Event]) -> Sequence[Event]:
    """Who meets a counterpart is of another state, where he was only supposed to be of the same: "the minister saw his Peruvian counterpart"."""
    mistaken = set()
    for event in events:
        parties = (*event.actor, *event.recipient)
        others = {one.code for one in parties if one.code and _last_word(one) == COUNTERPART and not one.is_supposed}
        mistaken |= {(one.span, one.code) for one in parties if one.is_supposed and one.code in others}
    if not mistaken:
        return events

    def unknown(one: Entity) -> Entity:
        return replace(one, country=None, code=None, via=None) if (one.span, one.code) in mistaken else one

    return [
        replace(event, actor=tuple(map(unknown, event.actor)), recipient=tuple(map(unknown, event.recipient)))
        for event in events
    ]


def _opening(events: Sequence[Event]) -> list[Event]:
    """What the report opens with: a raid, a seizure."""
    return list(islice((one for one in events if one.category in {"ASSAULT", "COERCE"}), 1))


def _at(one: Opposition) -> int:
    return one.at


def _completed(event: Event, at: int, told: Sequence[Opposition], events: Sequence[Event]) -> Event:
    """The event, put right or completed; only put right where no `events` are given to complete it from."""
    own = {one.code for one in event.actor if one.code}
    if not own:
        return _unknown_denying(event, events)
    event = _with_protest(_without_own_things(event, own), own, events)
    if any(_is_taken_for_own(event, one) for one in event.recipient if one.code in own):
        return _put_right(event, own, at, told)
    if event.category == "REJECT" and not event.recipient:
        return _answering(event, own, events)
    if not events or not _lacks_aim(event) or any(one.one in own and one.other.code in own for one in told):
        return event  # two adversaries who act together act on one another
    deeds = [one for one in events if one.id in event.about and not own & codes_of(one.actor)]
    if deeds and event.category in AT_THE_DOER:
        others = _doers(event, deeds, own, events)
    elif event.category == "SUPPORT":
        others = ()  # who welcomes something does not welcome his opponent's
    else:
        meant = [] if _is_a_crowd(event) else [one for one in told if _may_be_meant(event, one, at)]
        found = _unless_within(event, against(own, at, meant))
        others = _main_doers(event, own, events) if found is None or _is_bystander(event, own, events) else ()
        others = others or (() if found is None else _with_partners(found, told, own))
    if not others:
        return event
    recipient = tuple(replace(one, via=f"the other party: {one.via or one.name}") for one in others)
    return event.with_recipient(recipient)


def _unknown_denying(event: Event, events: Sequence[Event]) -> Event:
    """A denial by somebody of no known party, said to whoever charges him: a ship's owner denies what a state holds."""
    denies = event.category == "REJECT" and event.actor and not event.recipient
    return _answering(event, set(), events) if denies else event


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


def _without_own_things(event: Event, own: set[str]) -> Event:
    """What is one's own is nobody else's: "shut its crossings with Belarus" is done to Belarus alone."""
    given_up = _is_given_up(event)
    shut_out = shuts_border(event)

    def is_thing(one: Entity) -> bool:
        via = one.via or ""
        named = event.category == "THREATEN" or via.endswith(f"→ {one.code}") or (shut_out and one.kind == "state")
        return one.code in own and (named or (given_up and via.startswith(("its →", "their →"))))

    things = list(filter(is_thing, event.recipient))
    if not things or (len(things) == len(event.recipient) and not (given_up or shut_out)):
        return event
    kept = tuple(one for one in event.recipient if one not in things)
    gap = () if kept else (Missing(field="recipient", reason="not_stated"),)
    missing = tuple(sorted((*event.missing, *gap), key=lambda one: one.field))
    return replace(event, recipient=kept, missing=missing)


def _is_given_up(event: Event) -> bool:
    """Whether what is one's own is only ended or lessened, to nobody's harm that is told: "lifted its veto", "cut their staff"."""
    return event.category == "CONCEDE" or (event.category, event.mode) == ("SANCTION", "discontinue")


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


def _accusers(event: Event, events: Sequence[Event]) -> set[str]:
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


def _armed_against(event: Event, accusers: set[str], at: int, told: Sequence[Opposition]) -> Event:
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


def _of_nobodys_own(event: Event) -> Event:
    """Crowds that were only supposed to be of the text's own state are not, where they storm that state's own embassy."""
    abroad = {one.code for one in event.recipient if _last_word(one) in ENVOYS and not one.is_supposed}
    mistaken = [one for one in event.actor if one.is_supposed and one.code in abroad]
    if event.category not in HARM or not mistaken:
        return event
    actor = tuple(replace(one, country=None, code=None, via=None) if one in mistaken else one for one in event.actor)
    return replace(event, actor=actor)


def _at_home_there(event: Event) -> Event:
    """Civilians who were only supposed to be of the text's own state are of the state where it is said to have happened."""
    if event.category in HARM and len({one.code for one in event.actor if one.code}) > 1:
        return _of_either_side(event)
    state = event.place.country if event.place is not None else None
    if state is None or event.place is None or event.category not in HARM:
        return event
    via = f"place: {event.place.name}"

    def placed(one: Entity) -> Entity:
        moved = one.is_supposed and one.sector in CIVILIAN and one.country != state
        return replace(one, country=state, code=state, via=via) if moved else one

    return replace(event, actor=tuple(map(placed, event.actor)), recipient=tuple(map(placed, event.recipient)))


def _of_either_side(event: Event) -> Event:
    """Of whom two sides kill in a fight, nothing tells on which side they were."""
    recipient = tuple(
        replace(one, country=None, code=None, via=None) if one.is_supposed else one for one in event.recipient
    )
    return replace(event, recipient=recipient)


def _not_oneself(event: Event) -> Event:
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


def _answering(event: Event, own: set[str], events: Sequence[Event]) -> Event:
    """A denial or refusal that names nobody, as said to whoever holds what it denies, else to who accused or asked last."""
    addressed = _holders(event, own, events) or _callers(event, own, events)
    if not addressed:
        return event
    recipient = tuple(replace(one, via=f"the other party: {one.via or one.name}") for one in addressed)
    return event.with_recipient(recipient)


def _at_the_opponent(event: Event, at: int, told: Sequence[Opposition]) -> Event:
    """A refusal of what another said or wrote, of whom no word tells, as said to the actor's clear opponent."""
    own = {one.code for one in event.actor if one.code}
    foe = against(own, at, told, CLEARLY) if own and not event.recipient else None
    if foe is None:
        return event
    return event.with_recipient((replace(foe.other, via=f"the other party: {foe.other.via or foe.other.name}"),))


def _holders(event: Event, own: set[str], events: Sequence[Event]) -> tuple[Entity, ...]:
    """Who says that it was so: "Chile says that Peru armed them, which Peru denies" is said to Chile."""
    denied = [one for one in events if one.id in event.about]
    sources = [s.source for one in denied for s in one.stances if s.value == "CT+" and s.source is not None]
    sources += [actor for one in denied if one.category in ANSWERED for actor in one.actor]
    found = {one.code: one for one in sources if one.code and one.code not in own and one.sector != "MED"}
    return tuple(found.values()) if len(found) == 1 else ()


def _callers(event: Event, own: set[str], events: Sequence[Event]) -> tuple[Entity, ...]:
    """Who turned to the denier last before it, with the charge or the demand that its words may name."""
    calls = [
        one
        for one in events
        if one.category in ANSWERED
        and one.trigger.start < event.trigger.start
        and own & {other.code for other in one.recipient}
        and not _asks_another(one, event, own)
    ]
    last = max(calls, key=lambda one: one.trigger.start, default=None)
    if last is None:
        return ()
    found = {one.code: one for one in last.actor if one.code and one.code not in own}
    return tuple((found or _at_home_callers(event, last)).values())


def _asks_another(call: Event, event: Event, own: set[str]) -> bool:
    """Whether people of one's own state turned to somebody else of it: where lawmakers press a minister, what the army denies is no answer."""
    named = {one.name for one in call.recipient if one.kind == "person"}
    return bool(named) and named.isdisjoint(one.name for one in event.actor) and {one.code for one in call.actor} <= own


def _at_home_callers(event: Event, call: Event) -> dict[str, Entity]:
    """Who in one's own state made the call: an opposition that charges the government, the police that suspect a man.

    Where lawmakers press a minister, what the army says later is no answer to them.
    """
    names, quarrel = {one.name for one in event.actor}, any(map(_may_be_at_odds, (*event.actor, *call.actor)))
    if any(one.kind == "person" for one in call.recipient) and names.isdisjoint(one.name for one in call.recipient):
        return {}
    return {one.code: one for one in call.actor if quarrel and one.code and one.name not in names}


def _may_be_at_odds(one: Entity) -> bool:
    return one.kind != "state" and one.sector in AT_ODDS


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
    return all(one.code is None and _last_word(one) in OPPOSITE | ENVOYS for one in event.recipient)


def _says_whom(event: Event) -> bool:
    """Whether blame goes to somebody whom it names and nobody knows, or comes from who stands between the parties."""
    unknown = any(gap.field == "recipient" and gap.reason == "unresolved" for gap in event.missing)
    between = all(one.sector in BETWEEN for one in event.actor)
    return between or (event.mode == "allege" and unknown)


def _last_word(one: Entity) -> str:
    word = one.name.split()[-1].lower()
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _doers(event: Event, targets: Sequence[Event], own: set[str], events: Sequence[Event]) -> tuple[Entity, ...]:
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


def _is_bystander(event: Event, own: set[str], events: Sequence[Event]) -> bool:
    """Whether who speaks of it took no part in what the report opens with: "Oman deplored the ramming"."""
    first = next(iter(_opening(events)), None)
    sides = {one.code for one in (*first.actor, *first.recipient)} if first is not None else own
    return event.category == "ACCUSE" and not own & sides


def _main_doers(event: Event, own: set[str], events: Sequence[Event]) -> tuple[Entity, ...]:
    """Who did what the report opens with, for whom blame and demands of third parties are meant: a raid, a seizure."""
    if event.category not in {"ACCUSE", "REQUEST", "THREATEN", "SANCTION"}:
        return ()
    first = next(iter(_opening(events)), None)
    if first is None or not _is_settled(first) or first.trigger.start > event.trigger.start:
        return ()
    return tuple({one.code: one for one in first.actor if _may_have_done(one, own)}.values())


def _may_have_done(one: Entity, own: set[str]) -> bool:
    """Whether blame may go to a deed's doer: one of another party whose words, and not only the report, tell which."""
    return one.code not in {*own, None} and SUPPOSED not in (one.via or "")


def _is_taken_for_own(event: Event, one: Entity) -> bool:
    """Whether a recipient counts as the actor's only for want of better: envoys expelled, soldiers freed, land retaken."""
    via = one.via or ""
    if event.category == "ASSAULT":  # nobody's army fires on its own soldiers; prisoners and crowds may
        forces = any(actor.kind == "state" or actor.sector in FORCES for actor in event.actor)
        return via.startswith("place: ") or (one.is_supposed and one.sector == "MIL" and forces)
    if event.category == "RETREAT":  # whom a judge or the police let go is their own
        own = one.sector != "MIL" or all(actor.sector in COURTS for actor in event.actor)
    else:
        own = (event.category, event.mode) not in NOT_ONES_OWN
    own = own or event.trigger.text.lower() in SACKED
    return one.is_supposed and not own


def _put_right(event: Event, own: set[str], at: int, told: Sequence[Opposition]) -> Event:
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


def _with_partners(found: Opposition, told: Sequence[Opposition], own: set[str]) -> tuple[Entity, ...]:
    """The other party with those that stood with it in the same deed: three states recognise a fourth, and a fifth recalls its envoys."""
    beside = {
        one.other.code: one.other
        for one in told
        if one.one in own and one.event == found.event and one.other.code not in own
    }
    return tuple({found.other.code: found.other, **beside}.values())


def _is_settled(event: Event) -> bool:
    """Whether somebody holds that it was so and nobody that it was not; a disputed deed has no doer to be blamed."""
    values = {stance.value for stance in event.stances}
    return "CT+" in values and not any(value.endswith("-") for value in values)
