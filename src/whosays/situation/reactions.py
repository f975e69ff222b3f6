"""Who reacts to what: from acts that answer an incident, and from the stances that sources take on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from whosays.link.denials import denies, is_denied
from whosays.link.incidents import is_background
from whosays.record.event import NOT_YET, Event, Stance
from whosays.record.incident import Incident, Reaction, ReactionName
from whosays.record.span import Span
from whosays.record.world import Entity
from whosays.situation.topics import Topics, topics_of

# Deeds answer too: a crossing is closed, envoys are sent home, troops are moved, a meeting is called off, an inquiry opened.
ACTS: dict[tuple[str, str | None], ReactionName] = {
    ("ACCUSE", "disapprove"): "condemns",
    ("SUPPORT", None): "supports",
    ("REQUEST", None): "demands",
    ("REJECT", "meet"): "acts",
    ("REJECT", None): "denies",
    ("AGREE", None): "promises",
    ("ACCUSE", "investigate"): "acts",
    ("COERCE", "ban"): "acts",
    ("COERCE", "restrict"): "acts",
    ("MOBILIZE", "troops"): "acts",
    ("MOBILIZE", "weapons"): "acts",
    ("SANCTION", "discontinue"): "acts",
    ("SANCTION", "expel"): "acts",
}
# What these are about is what the report is about even where the sentence does not name it; backing and promises only
# where they are meant for somebody who took part.
LOOSE = frozenset({"demands", "condemns", "supports", "promises", "acts"})
MEANT_FOR_A_PARTY = frozenset({"supports", "promises"})
AIMED = frozenset({"demands", "acts"})  # at whom, where a state is named; a council that is called upon took no part
OF_OTHERS = frozenset({"demands", "condemns", "supports", "acts"})  # nobody answers so to what he did himself
AHEAD = frozenset({"demands", "promises"})  # what these name is wanted or promised: that is not what they answer
STANCES: dict[str, ReactionName] = {"NC": "declines_comment", "SILENT": "silent"}
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})  # deeds that it means something to own up to
CONFIRMS = re.compile(
    r"\b(?:confirm|admit|affirm|acknowledg|conced|verif)(?:s|ed|ted|ting|ing|e|es|ied|ies|y)?\b", re.IGNORECASE
)


def reactions_to(
    incidents: Sequence[Incident], events: Sequence[Event], texts: Mapping[str, str]
) -> tuple[Reaction, ...]:
    """The reactions, each actor, incident and kind once, in the order of the incidents.

    `texts` are the documents' texts by their ids.
    """
    topics = topics_of(incidents, events, texts)
    retold = frozenset(incident.id for incident in incidents if incident.origins > 1)
    claimed = frozenset(topics.home[event.id] for event in events if _is_claimed(event))
    found: dict[tuple[str, str, str], Reaction] = {}
    for event in events:
        told = (
            one for one in _stances(event, topics.home, retold) if one.reaction != "denies" or one.incident in claimed
        )
        for reaction in (*_acts(event, topics), *told):
            key = (reaction.actor.party, reaction.incident, reaction.reaction)
            found.setdefault(key, reaction)
    order = {incident.id: n for n, incident in enumerate(incidents)}
    return tuple(sorted(found.values(), key=lambda one: (order[one.incident], one.actor.party, one.reaction)))


def _acts(event: Event, topics: Topics) -> Iterator[Reaction]:
    name = ACTS.get((event.category, event.mode)) or ACTS.get((event.category, None))
    if name is None or is_background(event) or is_denied(event) or (name == "acts" and not _is_done(event)):
        return
    for incident in _named(event, name, topics) or _unnamed(event, name, topics):
        for actor in event.actor:
            if name not in OF_OTHERS or actor.code not in topics.doers[incident]:
                yield _reaction(actor, incident, name, event.id, (event.trigger,))


def _named(event: Event, name: ReactionName, topics: Topics) -> list[str]:
    """The incidents that an act's own words are about; of a deed only an inquiry's are."""
    if name in AHEAD or (name == "acts" and event.category != "ACCUSE"):
        return []
    about = [topics.events[one] for one in event.about if one in topics.home]
    if name == "denies":
        about = [one for charge in about for one in _charged(charge, topics)]
    return list(dict.fromkeys(home for one in about if (home := topics.home[one.id]) != topics.home[event.id]))


def _charged(event: Event, topics: Topics) -> list[Event]:
    """What a charge says was done: whoever rejects the accusation of having armed rebels denies the arming."""
    if (event.category, event.mode) != ("ACCUSE", "allege"):
        return [event]
    return [topics.events[one] for one in event.about if one in topics.home] or [event]


def _unnamed(event: Event, name: ReactionName, topics: Topics) -> list[str]:
    """The incident that an act answers without naming it."""
    if name not in LOOSE or _is_domestic(event):
        return []
    incident = topics.just_told(event) if name == "acts" else topics.lead(event)
    if incident is None or incident in topics.background or not _is_meant(event, name, topics.parties[incident]):
        return []
    return [incident]


def _is_meant(event: Event, name: ReactionName, parties: frozenset[str]) -> bool:
    """Whether an act fits those who took part: backing is for one of them, and no other state is asked or punished."""
    if name in MEANT_FOR_A_PARTY:
        return _meets(event, parties)
    aimed = name in AIMED and any(one.country for one in event.recipient)
    return not aimed or _meets(event, parties)


def _meets(event: Event, parties: frozenset[str]) -> bool:
    """Whether an act is aimed at somebody who took part."""
    return any(one.code in parties for one in event.recipient if one.code)


def _is_done(event: Event) -> bool:
    """Whether a deed is told as done, by the report or by its doer; what others only charge or plan answers nothing."""
    doers = {actor.party for actor in event.actor}
    told = any(
        stance.value == "CT+" and (stance.source is None or stance.source.party in doers) for stance in event.stances
    )
    return told and not {status.value for status in event.status} & NOT_YET


def _is_domestic(event: Event) -> bool:
    """Whether a side asks its own: a lawmaker the prosecutor, a union the government."""
    own = {actor.country for actor in event.actor if actor.country}
    return bool(event.recipient) and all(one.country in own for one in event.recipient)


def _stances(event: Event, home: Mapping[str, str], retold: frozenset[str]) -> Iterator[Reaction]:
    for stance in event.stances:
        if stance.source is None:
            continue
        name = STANCES.get(stance.value)
        if denies(stance, event):
            name = "denies"
        elif stance.value == "CT+" and (
            _confirms(stance) or (home[event.id] in retold and _is_own_deed(stance, event))
        ):
            name = "confirms"
        if name is not None:
            yield Reaction(
                actor=stance.source,
                incident=home[event.id],
                reaction=name,
                event=None,
                evidence=stance.evidence,
                as_of=stance.as_of,
            )


def _is_claimed(event: Event) -> bool:
    """Whether anybody holds an event, or leaves open that it was; what only its denier tells ("nobody was touched") is no charge."""
    held = any(stance.value[-1:] == "+" for stance in event.stances)
    return held or not any(stance.value[-1:] == "-" for stance in event.stances)


def _confirms(stance: Stance) -> bool:
    """Whether somebody owns up in so many words; what a "Verification Mission" says is not yet verified."""
    return any(CONFIRMS.search(span.text) for span in stance.evidence)


def _is_own_deed(stance: Stance, event: Event) -> bool:
    """Whether a side tells a deed of its own: the army that says it has captured two men confirms that."""
    source = stance.source
    if source is None or source.sector in {"CVL", "MED"} or event.category not in FORCE or is_background(event):
        return False
    return any(one.code is not None and one.code in {source.code, source.country} for one in event.actor)


def _reaction(actor: Entity, incident: str, name: ReactionName, event: str, evidence: tuple[Span, ...]) -> Reaction:
    return Reaction(actor=actor, incident=incident, reaction=name, event=event, evidence=evidence)
