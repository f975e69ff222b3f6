"""Who reacts to what: from speech acts that are about an incident, and from the stances that sources take on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whosays.link.incidents import is_background
from whosays.record.event import Event, Stance
from whosays.record.incident import Incident, Reaction, ReactionName
from whosays.record.span import Span
from whosays.record.world import Entity

ACTS: dict[tuple[str, str | None], ReactionName] = {
    ("ACCUSE", "disapprove"): "condemns",
    ("SUPPORT", None): "supports",
    ("REQUEST", None): "demands",
    ("REJECT", None): "denies",
    ("AGREE", None): "promises",
}
# A demand is a reaction to what the report is about even where the sentence does not name it.
LOOSE = {"demands": "any", "condemns": "any", "supports": "met", "promises": "met"}
STANCES: dict[str, ReactionName] = {"NC": "declines_comment", "SILENT": "silent"}
SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "AGREE", "CONSULT"})  # acts that are words
CONFIRMS = re.compile(r"\b(?:confirm|admit|acknowledg|affirm|conced|verif)\w*", re.IGNORECASE)


def reactions_to(incidents: Sequence[Incident], events: Sequence[Event]) -> tuple[Reaction, ...]:
    """The reactions, each actor, incident and kind once, in the order of the incidents."""
    told = {event.id: event.document for event in events}
    home = {event: incident.id for incident in incidents for event in incident.events}
    by_id = {event.id: event for event in events}
    parties = {
        one.id: frozenset(
            side.code for event in one.events for side in (*by_id[event].actor, *by_id[event].recipient) if side.code
        )
        for one in incidents
    }
    lead = _lead_incidents(incidents, events)
    retold = frozenset(one.id for one in incidents if len({told[event] for event in one.events}) > 1)
    found: dict[tuple[str, str, str], Reaction] = {}
    for event in events:
        for reaction in (*_acts(event, home, lead, parties), *_stances(event, home, retold)):
            key = (reaction.actor.party, reaction.incident, reaction.reaction)
            found.setdefault(key, reaction)
    order = {incident.id: n for n, incident in enumerate(incidents)}
    return tuple(sorted(found.values(), key=lambda one: (order[one.incident], one.actor.party, one.reaction)))


def _lead_incidents(incidents: Sequence[Incident], events: Sequence[Event]) -> dict[str, str]:
    """For each document the incident that it is about: the deed that it opens with, news first."""
    told: dict[str, list[tuple[bool, int, str]]] = {}
    in_document = {event.id: event for event in events}
    for incident in incidents:
        if (
            (incident.category, incident.mode) in ACTS
            or (incident.category, None) in ACTS
            or incident.category == "ACCUSE"
        ):
            continue
        for event in incident.events:
            where = in_document[event]
            row = (incident.background, where.trigger.start, incident.id)
            told.setdefault(where.document, []).append(row)
    return {document: min(rows)[-1] for document, rows in told.items()}


def _meets(event: Event, parties: frozenset[str]) -> bool:
    """Whether an act is aimed at somebody who took part."""
    return any(one.code in parties for one in event.recipient if one.code)


def _acts(
    event: Event, home: dict[str, str], lead: dict[str, str], parties: dict[str, frozenset[str]]
) -> Iterator[Reaction]:
    name = ACTS.get((event.category, event.mode)) or ACTS.get((event.category, None))
    if name is None or is_background(event) or _did_not_happen(event):
        return
    targets = list(dict.fromkeys(home[one] for one in event.about if one in home and home[one] != home[event.id]))
    if not targets and name in LOOSE and event.document in lead and not _is_domestic(event):
        about = lead[event.document]
        targets = [about] if LOOSE[name] == "any" or _meets(event, parties[about]) else []
    for incident in targets:
        for actor in event.actor:
            yield _reaction(actor, incident, name, event.id, (event.trigger,))


def _did_not_happen(event: Event) -> bool:
    return any(stance.source is None and stance.value == "CT-" for stance in event.stances)


def _is_domestic(event: Event) -> bool:
    """Whether a side asks its own: a lawmaker the prosecutor, a union the government."""
    own = {actor.country for actor in event.actor if actor.country}
    return bool(event.recipient) and all(one.country in own for one in event.recipient)


def _stances(event: Event, home: dict[str, str], retold: frozenset[str]) -> Iterator[Reaction]:
    for stance in event.stances:
        if stance.source is None:
            continue
        name = STANCES.get(stance.value)
        if stance.value.endswith("-"):
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


def _confirms(stance: Stance) -> bool:
    return any(CONFIRMS.search(span.text) for span in stance.evidence)


def _is_own_deed(stance: Stance, event: Event) -> bool:
    """Whether a side tells a deed of its own: the army that says it has captured two men confirms that."""
    source = stance.source
    if source is None or source.sector == "CVL" or event.category in SPOKEN or is_background(event):
        return False
    return any(one.code is not None and one.code in {source.code, source.country} for one in event.actor)


def _reaction(actor: Entity, incident: str, name: ReactionName, event: str, evidence: tuple[Span, ...]) -> Reaction:
    return Reaction(actor=actor, incident=incident, reaction=name, event=event, evidence=evidence)
