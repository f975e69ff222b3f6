"""A sentence for an incident, made of its own fields alone: it never says more than the record, and hedges as it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from whosays.record.event import Event
from whosays.record.span import Span
from whosays.record.world import Entity

LONGEST = 130  # characters of a quoted clause
EDGE = re.compile(r"[,;:—“”\"()]|\s[-–]\s")
SAYING = re.compile(r"\b(?:said|says|saying|added|told [\w ]{2,30}?) (?:that )?", re.IGNORECASE)


def headline(lead: Event, group: Sequence[Event]) -> str:
    """The sentence: what is said, by whom, who denies it, who has not spoken."""
    text = _clause(lead)
    sentence = f"{text[0].upper()}{text[1:]}{_where(lead, text)}" if text else f"“{_quoted(lead)}”"
    statuses = {status.value for status in lead.status}
    if text and statuses & {"future", "conditional"}:
        sentence += " (announced or expected)" if "future" in statuses else " (conditional)"
    said = _sayers(group, "+")
    author = next((one.value for one in lead.stances if one.source is None), "Uu")
    if said and author != "CT+":
        sentence += f", according to {_list(said)}"
    tails = []
    denied = _sayers(group, "-")
    if denied:
        tails.append(f"denied by {_list(denied)}")
    quiet = [name for name in _silent(group) if name not in denied]
    if quiet:
        tails.append(f"no word from {_list(quiet)}")
    return "; ".join([sentence, *tails])


def _where(event: Event, text: str) -> str:
    told = event.place is None or event.place.name in text or event.place.span.text in text
    return "" if told or event.place is None else f" in {event.place.name}"


def _quoted(event: Event) -> str:
    """The report's own words from one mark of punctuation to the next around what makes the event."""
    sentence = event.sentence
    inside = [one.span for one in (*event.actor, *event.recipient) if _near(one.span, event)]
    first = min([event.trigger.start, *(span.start for span in inside)]) - sentence.start
    last = max([event.trigger.end, *(span.end for span in inside)]) - sentence.start
    edges = [edge.end() for pattern in (EDGE, SAYING) for edge in pattern.finditer(sentence.text, 0, first)]
    left = max(edges, default=0)
    right = next((edge.start() for edge in EDGE.finditer(sentence.text, last)), len(sentence.text))
    words = sentence.text[left:right].strip(" .").split(" ")
    while len(" ".join(words)) > LONGEST:
        words = [*words[:-2], "…"]
    return " ".join(words)


def _near(span: Span, event: Event) -> bool:
    """Whether a participant stands in the trigger's sentence, at most a clause away."""
    inside = event.sentence.start <= span.start and span.end <= event.sentence.end
    return inside and min(abs(span.end - event.trigger.start), abs(span.start - event.trigger.end)) <= 60


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
