"""A report's text as HTML with every coded span marked; the text comes out as it went in."""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from whosays.publish.index import Index
from whosays.record.event import Event
from whosays.record.span import Span

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence of a report: its anchor, its marked text, and the numbers of the incidents that were coded in it."""

    anchor: str
    html: Markup
    incidents: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What is marked in each document: for each stretch the roles it plays, and the incidents of each sentence."""

    roles: dict[str, dict[Place, list[str]]]
    incidents: dict[tuple[str, int], list[int]]


def collect(index: Index) -> Marks:
    """Every coded span of the record by document."""
    roles: dict[str, dict[Place, list[str]]] = defaultdict(lambda: defaultdict(list))
    incidents: dict[tuple[str, int], list[int]] = defaultdict(list)
    for role, span in _coded(index):
        here = roles[span.document][span.start, span.end]
        if role not in here:
            here.append(role)
    for event in index.record.events:
        found, incident = index.sentence(event.trigger), index.incident_of.get(event.id)
        if found and incident:
            incidents[event.document, found[0]].append(index.rank[incident.id])
    return Marks(roles=roles, incidents=incidents)


def _coded(index: Index) -> Iterator[tuple[str, Span]]:
    record = index.record
    for event in record.events:
        yield from _of_event(event)
    for attribution in record.attributions:
        if attribution.source:
            yield "source", attribution.source.span
        if attribution.cue:
            yield "cue", attribution.cue
        yield from (("content", span) for span in attribution.content)
    for relation in record.relations:
        yield from (("actor", relation.giver.span), ("recipient", relation.receiver.span))
        yield from (("relation", span) for span in relation.evidence)
    yield from (("expected", expectation.text) for expectation in record.expectations)
    yield from (("unknown", unknown.text) for unknown in record.unknowns)
    for contradiction in record.contradictions:
        yield from (("conflict", span) for claim in contradiction.values for span in claim.evidence)
    for reaction in record.reactions:
        yield from (("cue", span) for span in reaction.evidence)


def _of_event(event: Event) -> Iterator[tuple[str, Span]]:
    yield "trigger", event.trigger
    yield from (("actor", entity.span) for entity in event.actor)
    yield from (("recipient", entity.span) for entity in event.recipient)
    if event.place:
        yield "place", event.place.span
    if event.time:
        yield "time", event.time.span
    yield from (("number", number.span) for number in event.numbers)
    yield from (("status", status.evidence) for status in event.status)
    for stance in event.stances:
        if stance.source:
            yield "source", stance.source.span
            yield from (("cue", span) for span in stance.evidence if span != event.trigger)


def paragraphs(index: Index, document: str, marks: Marks) -> tuple[tuple[Line, ...], ...]:
    """The document's sentences by paragraph; text that belongs to no sentence is a line without an anchor."""
    report = index.reports[document]
    text = report.document.text
    roles = marks.roles.get(document, {})
    places = sorted(roles)
    found: list[list[Line]] = []
    end = 0
    for number, (low, high) in _stretches(index.sentences.get(document, ()), text):
        if not found or "\n\n" in text[end:low]:
            found.append([])
        inside = [(a, b) for a, b in places if a < high and b > low]
        found[-1].append(
            Line(
                anchor="" if number is None else f"{report.anchor}s{number}",
                html=marked(text, (low, high), inside, roles),
                incidents=tuple(dict.fromkeys(marks.incidents.get((document, number), ())))
                if number is not None
                else (),
            )
        )
        end = high
    return tuple(map(tuple, found))


def _stretches(sentences: Sequence[Span], text: str) -> Iterator[tuple[int | None, Place]]:
    """The sentences with their numbers, and what stands between them without one; white space is left out."""
    at = 0
    for number, sentence in enumerate(sentences):
        yield from ((None, place) for place in _written(text, at, sentence.start))
        yield number, (sentence.start, sentence.end)
        at = sentence.end
    yield from ((None, place) for place in _written(text, at, len(text)))


def _written(text: str, low: int, high: int) -> Iterator[Place]:
    return ((low + found.start(), low + found.end()) for found in re.finditer(r"\S(?:.*\S)?", text[low:high]))


def marked(text: str, stretch: Place, places: Iterable[Place], roles: dict[Place, list[str]]) -> Markup:
    """One stretch with its marks nested; a mark that crosses another is continued inside it under the same `data-at`."""
    low, high = stretch
    waiting = [(max(a, low), -min(b, high), (a, b)) for a, b in places]
    heapq.heapify(waiting)
    out: list[str] = []
    open_: list[int] = []
    at = low
    while waiting or open_:
        if open_ and (not waiting or waiting[0][0] >= open_[-1]):
            end = open_.pop()
            out.append(f"{escape(text[at:end])}</mark>")
            at = end
            continue
        start, minus_end, place = heapq.heappop(waiting)
        end = -minus_end
        if open_ and end > open_[-1]:
            heapq.heappush(waiting, (open_[-1], minus_end, place))
            end = open_[-1]
        out.append(f'{escape(text[at:start])}<mark class="{" ".join(roles[place])}" data-at="{place[0]}-{place[1]}">')
        open_.append(end)
        at = start
    out.append(str(escape(text[at:high])))
    return Markup("".join(out))  # noqa: S704 - every piece of text above went through escape()
