"""A sentence for an incident, made of its own fields alone: it never says more than the record, and hedges as it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whosays.record.event import Event
from whosays.record.world import Entity

NOUNS = {
    ("ASSAULT", "abduct"): "capture",
    ("ASSAULT", "torture"): "ill-treatment",
    ("ASSAULT", "drone"): "drone strike",
    ("ASSAULT", None): "attack",
    ("COERCE", "arrest"): "arrest",
    ("COERCE", "seize"): "seizure",
    ("COERCE", None): "measure",
    ("SANCTION", "expel"): "expulsion",
    ("SANCTION", "convict"): "conviction",
    ("SANCTION", None): "sanction",
    ("RETREAT", "release"): "release",
    ("RETREAT", None): "withdrawal",
    ("ACCUSE", "disapprove"): "condemnation",
    ("ACCUSE", "investigate"): "investigation",
    ("ACCUSE", None): "accusation",
    ("REJECT", None): "rejection",
    ("REQUEST", None): "demand",
    ("THREATEN", None): "threat",
    ("SUPPORT", None): "expression of support",
    ("AGREE", None): "agreement or promise",
    ("CONSULT", None): "meeting or talks",
    ("AID", None): "supply of aid or arms",
    ("COOPERATE", None): "cooperation",
    ("MOBILIZE", None): "deployment",
    ("PROTEST", None): "protest",
    ("CONCEDE", None): "concession",
}


def headline(lead: Event, group: Sequence[Event]) -> str:
    """The sentence: who says so, what is said, who denies it, who has not spoken."""
    said = _sayers(group, "+")
    author = next((one.value for one in lead.stances if one.source is None), "Uu")
    what = _what(lead)
    if said and author != "CT+":
        sentence = f"According to {_list(said)}, {what[0].lower() + what[1:] if _is_common(lead) else what}"
    else:
        sentence = what[0].upper() + what[1:]
    tails = []
    denied = _sayers(group, "-")
    if denied:
        tails.append(f"{_list(denied)} {'denies' if len(denied) == 1 else 'deny'} it")
    quiet = [name for name in _silent(group) if name not in denied]
    if quiet:
        tails.append(f"{_list(quiet)} {'has' if len(quiet) == 1 else 'have'} not commented")
    return "; ".join([sentence, *tails])


def _what(event: Event) -> str:
    text = _clause(event) or _noun(event)
    told = event.place is not None and (event.place.name in text or event.place.span.text in text)
    where = f" in {event.place.name}" if event.place is not None and not told else ""
    statuses = {status.value for status in event.status}
    mark = " (announced or expected)" if "future" in statuses else " (conditional)" if "conditional" in statuses else ""
    return f"{text}{where}{mark}"


def _clause(event: Event) -> str | None:
    """ "Ukrainian forces captured two soldiers": where the report says it in this order, its own words are used."""
    if not (event.actor and event.why.rule and ".v" in event.why.rule):
        return None
    actor, verb = event.actor[0].span, event.trigger
    if not (
        actor.end <= verb.start
        and verb.start - actor.end <= 30
        and verb.text.endswith(("ed", "ck", "aid", "et", "ot", "ld"))
    ):
        return None
    name = event.actor[0].name if event.actor[0].via else actor.text
    who = _list([name, *(one.name for one in event.actor[1:])])
    if not event.recipient:
        return f"{who} {verb.text}" if event.category in {"PROTEST", "REJECT"} else None
    recipient = event.recipient[0].span
    if not 0 <= recipient.start - verb.end <= 25:
        return None
    return f"{who} {verb.text} {recipient.text}"


def _noun(event: Event) -> str:
    noun = NOUNS.get((event.category, event.mode)) or NOUNS.get((event.category, None)) or event.category.lower()
    actors, recipients = (_list([one.name for one in ends]) for ends in (event.actor, event.recipient))
    if actors and recipients:
        return f"{noun} ({actors} → {recipients})"
    if actors:
        return f"{noun} by {actors}"
    return f"{noun} ({recipients})" if recipients else f"{noun}: “{event.trigger.text}”"


def _is_common(event: Event) -> bool:
    return _clause(event) is None


def _sayers(group: Sequence[Event], sign: str) -> list[str]:
    """Who stands behind the claim or the denial, each once, at most three."""
    sources = [
        one.source for event in group for one in event.stances if one.value.endswith(sign) and one.source is not None
    ]
    return _names(sources)


def _silent(group: Sequence[Event]) -> list[str]:
    return _names(
        one.source for event in group for one in event.stances if one.value in {"NC", "SILENT"} and one.source
    )


def _names(sources: Iterable[Entity]) -> list[str]:
    return list(dict.fromkeys(source.name for source in sources))[:3]


def _list(names: Sequence[str]) -> str:
    unique = list(dict.fromkeys(names))
    if not unique:
        return ""
    return unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} and {unique[-1]}"
