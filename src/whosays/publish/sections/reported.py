"""WHAT IS REPORTED: one entry an incident, in words first, with who says so, denies it and is silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whosays.publish.index import Index, Link
from whosays.publish.sections.board import split_headline
from whosays.publish.voices import Voice, voices
from whosays.publish.words import BASES, counted, listed, number_words, time_words
from whosays.record.event import Event
from whosays.record.incident import Incident
from whosays.record.span import Span

MANY = 40  # incidents told in full before the rest is folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A value of the incident with how it is known and how many mentions give it."""

    words: str
    note: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One incident as told; `whole` and `parts` are the numbers of those that it was, or that were, in the course of."""

    number: int
    headline: str
    tail: str
    code: str
    places: tuple[Detail, ...]
    times: tuple[Detail, ...]
    numbers: tuple[Detail, ...]
    status: str
    origins: str
    sources: str
    mentions: str
    says: tuple[Voice, ...]
    own: tuple[Voice, ...]
    denies: tuple[Voice, ...]
    silent: tuple[Voice, ...]
    open: tuple[Voice, ...]
    conflicts: str
    whole: tuple[int, ...]
    parts: tuple[int, ...]
    lead: Link | None
    major: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """The entries: news, the news that is folded away in a long brief, and background."""

    news: tuple[Entry, ...]
    folded: tuple[Entry, ...]
    background: tuple[Entry, ...]


def reported(index: Index) -> Reported:
    """Every incident, in the brief's order."""
    conflicts: dict[str, int] = {}
    for contradiction in index.record.contradictions:
        conflicts[contradiction.incident] = conflicts.get(contradiction.incident, 0) + 1
    news = [_entry(index, incident, conflicts) for incident in index.incidents if not incident.background]
    background = tuple(_entry(index, incident, conflicts) for incident in index.incidents if incident.background)
    return Reported(news=tuple(news[:MANY]), folded=tuple(news[MANY:]), background=background)


def _entry(index: Index, incident: Incident, conflicts: dict[str, int]) -> Entry:
    heard = voices(index, incident)
    events = list(index.mentions(incident))
    lead = index.lead(incident)
    head, tail = split_headline(index.headline(incident))
    sides = {
        side: tuple(v for v in heard if v.mark.side == side and not v.own) for side in ("denies", "silent", "open")
    }
    own_denials = tuple(v for v in heard if v.own and v.mark.side == "denies")
    return Entry(
        number=index.rank[incident.id],
        headline=head,
        tail=tail,
        code=f"{incident.category} / {incident.mode}" if incident.mode else incident.category,
        places=_details(index, events, "place"),
        times=_details(index, events, "time"),
        numbers=_details(index, events, "numbers"),
        status=_status(lead, background=incident.background),
        origins=counted(incident.origins, "origin"),
        sources=", ".join(index.reports[one].publisher if one in index.reports else one for one in incident.sources),
        mentions=counted(len(events), "mention"),
        says=tuple(v for v in heard if v.mark.side == "says" and not v.own),
        own=tuple(v for v in heard if v.mark.side == "says" and v.own),
        denies=sides["denies"] + own_denials,
        silent=sides["silent"],
        open=sides["open"],
        conflicts=counted(conflicts[incident.id], "contradiction") if incident.id in conflicts else "",
        whole=tuple(index.rank[one.whole] for one in index.record.parts if one.part == incident.id),
        parts=tuple(index.rank[one.part] for one in index.record.parts if one.whole == incident.id),
        lead=index.link(lead.trigger) if lead else None,
        major=index.rank[incident.id] == 1,
    )


def _status(lead: Event | None, *, background: bool) -> str:
    """What the lead mention is besides news, in words: “announced”, “only if a condition is met”."""
    words = {"future": "still to come", "conditional": "only under a condition", "intended": "an intention",
             "ordered": "an order", "question": "a question", "generic": "in general"}  # fmt: skip
    found = [words[status.value] for status in lead.status if status.value in words] if lead and not background else []
    return listed(list(dict.fromkeys(found)))


def _details(index: Index, events: list[Event], field: str) -> tuple[Detail, ...]:
    """Every distinct value of a field, most mentioned first, then in the order of mention."""
    found: dict[str, tuple[str, list[Link]]] = {}
    for event in events:
        for (words, note), span in _values(event, field):
            before, links = found.get(words, (note, []))
            # the same day told twice is known in the most direct way that any report tells it
            note = BASES["stated"] if BASES["stated"] in (before, note) else before  # noqa: PLW2901
            found[words] = note, [*links, index.link(span)]
    ranked = sorted(found.items(), key=lambda item: -len(item[1][1]))
    return tuple(Detail(words=words, note=note, link=links[0]) for words, (note, links) in ranked)


def _values(event: Event, field: str) -> Iterator[tuple[tuple[str, str], Span]]:
    if field == "place" and event.place:
        yield (event.place.name, ""), event.place.span
    if field == "time" and event.time:
        yield (time_words(event.time), BASES[event.time.basis]), event.time.span
    if field == "numbers":
        for number in event.numbers:
            yield (number_words(number), ""), number.span
