"""A record made ready for looking things up: what belongs together, in which order it is told, and under which anchor."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import as_file, files

from whosays.publish.words import as_day, day_words, shortened
from whosays.record.document import Document
from whosays.record.event import Attribution, Event, Stance
from whosays.record.incident import Incident
from whosays.record.span import Span
from whosays.record.whole import Record
from whosays.record.world import Entity
from whosays.resolve.rows import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way to a sentence in SOURCES: its anchor, and what a reader sees of it without going there."""

    href: str
    sentence: str
    report: str
    source: str | None = None
    cue: str | None = None

    @property
    def preview(self) -> str:
        """The sentence, who says it with which word, and in which report, on lines of their own."""
        who = f"{self.source} · “{self.cue}”" if self.source and self.cue else self.source
        return "\n".join(line for line in (self.sentence, who, self.report) if line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document with its number in the brief."""

    number: int
    document: Document
    day: date | None

    @property
    def anchor(self) -> str:
        """Its anchor in the page."""
        return f"d{self.number}"

    @property
    def publisher(self) -> str:
        """Who published it; its title, as a quotation, where the page does not say."""
        if self.document.publisher:
            return self.document.publisher
        return f"“{shortened(self.document.title, 40)}”" if self.document.title else "unnamed report"

    @property
    def label(self) -> str:
        """Publisher and day."""
        return f"{self.publisher}, {day_words(self.day) if self.day else 'no date stated'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Lookups over one record. `rank` numbers the incidents from 1 in the order in which the brief tells them."""

    record: Record
    reports: dict[str, Report]
    sentences: dict[str, tuple[Span, ...]]
    events: dict[str, Event]
    incidents: tuple[Incident, ...]
    rank: dict[str, int]
    incident_of: dict[str, Incident]
    attributions: dict[str, Attribution]
    states: dict[str, str]

    def mentions(self, incident: Incident) -> Iterator[Event]:
        """The incident's events that the record holds, in its own order."""
        return (self.events[event] for event in incident.events if event in self.events)

    def lead(self, incident: Incident) -> Event | None:
        """The event that introduces the incident."""
        return self.events.get(incident.lead) or next(self.mentions(incident), None)

    def sentence(self, span: Span) -> tuple[int, Span] | None:
        """The sentence that a span begins in, with its number in the document."""
        sentences = self.sentences.get(span.document, ())
        at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
        return (at, sentences[at]) if at >= 0 and span.start < sentences[at].end else None

    def link(self, span: Span, source: str | None = None, cue: str | None = None) -> Link:
        """The way to the span's sentence."""
        report = self.reports.get(span.document)
        if report is None:
            return Link(href="#sources", sentence=span.text, report="", source=source, cue=cue)
        found = self.sentence(span)
        href, text = (
            (f"#{report.anchor}", span.text) if found is None else (f"#{report.anchor}s{found[0]}", found[1].text)
        )
        return Link(href=href, sentence=text, report=report.label, source=source, cue=cue)

    def stance_link(self, event: Event, stance: Stance) -> Link:
        """The way to the sentence that a stance was read from: its own evidence, else the event's sentence."""
        attribution = self.attributions.get(stance.attribution or "")
        cue = attribution.cue.text if attribution and attribution.cue else None
        source = self.name(stance.source) if stance.source else "in the report's own voice"
        return self.link(stance.evidence[0] if stance.evidence else event.sentence, source, cue)

    def name(self, entity: Entity) -> str:
        """An entity as the brief names it: people and bodies with their state, the unnamed as such."""
        state = self.states.get(entity.country or "", entity.country)
        told = entity.kind == "state" or not state or state in entity.name or entity.id == entity.country
        notes = [state] if state and not told else []
        if entity.kind == "unnamed":
            notes.append("unnamed")
        return f"{entity.name} ({', '.join(notes)})" if notes else entity.name

    def party(self, entity: Entity) -> str:
        """Whom an entity counts as among states and organisations; its own name where it stands for nobody else."""
        return self.states.get(entity.code or "", entity.code or entity.name)

    def headline(self, incident: Incident) -> str:
        """The incident's sentence; where it has none, its first report's own words, as a quotation."""
        if incident.headline.strip():
            return incident.headline.strip()
        lead = self.lead(incident)
        return f"“{lead.sentence.text}”" if lead else f"{incident.category.title()}, without a mention"


OPEN = frozenset({"Uu", "NC", "SILENT"})  # who takes such a stand says neither that it was nor that it was not


def build_index(record: Record) -> Index:
    """Order reports by day and incidents as they are told.

    News first; then by independent origins, those of which it is told who or how many and that it happened or did not, by mentions,
    by time.
    """
    reports = _reports(record)
    events = {event.id: event for event in record.events}
    sentences: dict[str, list[Span]] = defaultdict(list)
    for sentence in record.sentences:
        sentences[sentence.document].append(sentence)

    def order(incident: Incident) -> tuple[bool, int, bool, int, int, int, str]:
        mentions = [events[event] for event in incident.events if event in events]
        nobody = not any(event.actor or event.recipient or event.numbers for event in mentions)
        open_ = not any(stance.value not in OPEN for event in mentions for stance in event.stances)
        first = min(((reports[e.document].number, e.trigger.start) for e in mentions if e.document in reports),
                    default=(0, 0))  # fmt: skip
        return incident.background, -incident.origins, nobody or open_, -len(mentions), *first, incident.id

    incidents = tuple(sorted(record.incidents, key=order))
    return Index(
        record=record,
        reports=reports,
        sentences={document: tuple(sorted(found)) for document, found in sentences.items()},
        events=events,
        incidents=incidents,
        rank={incident.id: number for number, incident in enumerate(incidents, 1)},
        incident_of={event: incident for incident in incidents for event in incident.events},
        attributions={attribution.id: attribution for attribution in record.attributions},
        states=_state_names() | {e.country: e.name for e in entities(record) if e.country and _is_state(e)},
    )


def entities(record: Record) -> Iterator[Entity]:
    """Every participant and source of the record."""
    for event in record.events:
        yield from (*event.actor, *event.recipient)
        yield from (stance.source for stance in event.stances if stance.source)
    yield from (reaction.actor for reaction in record.reactions)
    for relation in record.relations:
        yield from (relation.giver, relation.receiver)


def _state_names() -> dict[str, str]:
    """States' names by alpha-3, from the register of actors."""
    with as_file(files("whosays.resolve").joinpath("data/actors/states.tsv")) as path:
        return {row["id"]: row["name"] for _, row in rows(path)}


def _is_state(entity: Entity) -> bool:
    return entity.kind == "state" and entity.id == entity.country


def _reports(record: Record) -> dict[str, Report]:
    dated = [(as_day(d.published.value) if d.published else None, d) for d in record.documents]
    dated.sort(key=lambda pair: (pair[0] or date.max, pair[1].copy_of is not None, pair[1].publisher or "", pair[1].id))
    return {d.id: Report(number=number, document=d, day=day) for number, (day, d) in enumerate(dated, 1)}
