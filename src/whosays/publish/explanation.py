"""Why an event was coded: the sentence, the rule or score, and the words behind every role, number, status and stance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from whosays.link.copies import source_of
from whosays.link.mentions import mention_of
from whosays.link.score import WEIGHTS, reasons
from whosays.publish.index import Index, build_index
from whosays.publish.words import MARKS, counted, number_words, time_words
from whosays.record.event import Event
from whosays.record.linking import Mention
from whosays.record.span import Span
from whosays.record.whole import Record
from whosays.record.world import Candidate, Entity

CLOSE = 5  # ids suggested for one that does not exist
# The words of an event that were weighed, each with what they may stand for, the best first.
Weighed = Sequence[tuple[Span, Sequence[Candidate]]]


def explain(record: Record, event_id: str, weighed: Callable[[Event], Weighed] | None = None) -> RenderableType:
    """The explanation of the event with an id, or with the only id that begins so.

    `weighed` gives what the words of its place, participants and sources may stand for.

    Raises:
        LookupError: no id begins so, or several do; the message names them.
    """
    event = _find(record, event_id)
    index = build_index(record)
    rows = [row for span, found in (weighed(event) if weighed is not None else ()) for row in _weighed(span, found)]
    return Group(_sentence(event), Text(), _table(index, event, rows))


def _find(record: Record, event_id: str) -> Event:
    known = {event.id: event for event in record.events}
    found = [event for name, event in known.items() if name.startswith(event_id)]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"{len(found)} events begin with {event_id}: {', '.join(event.id for event in found[:CLOSE])}"
        raise LookupError(message)
    close = get_close_matches(event_id, known, n=CLOSE, cutoff=0.3) or list(known)[:CLOSE]
    message = f"no event begins with {event_id}; there are {len(known)}, for example {', '.join(close)}"
    raise LookupError(message)


def _sentence(event: Event) -> Text:
    """The sentence with its trigger marked."""
    at = event.trigger.start - event.sentence.start
    text = Text(event.sentence.text)
    text.stylize("bold reverse", at, at + len(event.trigger.text))
    return text


def _table(index: Index, event: Event, weighed: list[str]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bright_black", no_wrap=True)
    table.add_column()
    report = index.reports.get(event.document)
    incident = index.incident_of.get(event.id)
    table.add_row("event", f"{event.id}  {event.category}{f' / {event.mode}' if event.mode else ''}")
    table.add_row("report", report.label if report else event.document)
    if incident is not None:
        others = counted(len(incident.events) - 1, "other mention")
        table.add_row("incident", f"{index.rank[incident.id]}: {index.headline(incident)} (with {others})")
    table.add_row("because", _because(event))
    for label, rows in (*_parts(index, event), ("weighed", weighed), ("linked", _linked(index, event))):
        for row in rows:
            table.add_row(label, row)
            label = ""  # noqa: PLW2901 - the label stands beside the first of its rows alone
    return table


def _weighed(span: Span, found: Sequence[Candidate]) -> list[str]:
    """A phrase of the event, and below it what it may stand for."""
    rows = []
    for one in found:
        signs = f": {', '.join(one.signs)}" if one.signs else ""
        rows.append(f"{one.score:6.2f}  {one.words} (by {one.by}{signs})")
    return [f"{_quote(span)} may be", *rows] if rows else []


def _linked(index: Index, event: Event) -> list[str]:
    """What speaks for and against each of the nearest other mentions of the incident being the same happening."""
    incident = index.incident_of.get(event.id)
    if incident is None:
        return []
    found = []
    for other in index.mentions(incident):
        if other.id == event.id or other.category != event.category:
            continue
        counted = reasons(_mention(index, event), _mention(index, other))
        told = ", ".join(f"{name.replace('_', ' ')} {value:+g}" for name, value in counted)
        total = sum(value for _, value in counted)
        report = index.reports[other.document].label
        found.append((-total, f"{_quote(other.trigger)} ({report}): {told} = {total:g} ({WEIGHTS.enough:g} is enough)"))
    return [words for _, words in sorted(found)[:CLOSE]]


def _mention(index: Index, event: Event) -> Mention:
    return mention_of(event, source_of(index.reports[event.document].document))


def _because(event: Event) -> str:
    why, trigger = event.why, event.trigger.text
    if why.rule is None and why.score is not None:
        return f"the model takes “{trigger}” for it, with a probability of {why.score:.2f}; no lexicon entry fits"
    rule = f"the lexicon entry {why.rule}" if why.rule else "no lexicon entry"
    note = f" (“{why.note}”)" if why.note and why.note != trigger else ""
    return f"{rule} fits “{trigger}”{note}"


def _parts(index: Index, event: Event) -> Iterable[tuple[str, list[str]]]:
    missing = {one.field: one.reason.replace("_", " ") for one in event.missing}
    yield "actor", [_entity(one) for one in event.actor] or [f"none: {missing.get('actor', 'not stated')}"]
    yield "recipient", [_entity(one) for one in event.recipient] or [f"none: {missing.get('recipient', 'not stated')}"]
    place, time = event.place, event.time
    where = f"{place.name} ({place.precision}), read from {_quote(place.span)}" if place else None
    yield "place", [where or f"none: {missing.get('place', 'not stated')}"]
    when = (
        f"{time_words(time)} ({time.value}), read from {_quote(time.span)}, {time.basis.replace('_', ' ')}"
        if time
        else None
    )
    yield "time", [when or f"none: {missing.get('time', 'not stated')}"]
    yield "numbers", [f"{number_words(one)}, read from {_quote(one.span)}" for one in event.numbers]
    yield "status", [f"{one.value}, read from {_quote(one.evidence)}" for one in event.status]
    yield "stances", [_stance(index, event, n) for n in range(len(event.stances))]


def _entity(entity: Entity) -> str:
    facts = ", ".join(filter(None, (entity.kind.replace("_", " "), entity.code or entity.country, entity.sector)))
    via = f", by {entity.via}" if entity.via else ""
    return f"{entity.name} ({facts}), read from {_quote(entity.span)}{via}"


def _stance(index: Index, event: Event, number: int) -> str:
    stance = event.stances[number]
    mark = MARKS[stance.value]
    who = index.name(stance.source) if stance.source else "the author"
    words = " … ".join(_quote(span) for span in stance.evidence)
    return f"{mark.char} {who}: {stance.value} ({mark.word}){f', read from {words}' if words else ''}"


def _quote(span: Span) -> str:
    return f"“{span.text}”"
