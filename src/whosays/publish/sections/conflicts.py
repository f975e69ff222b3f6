"""CONFLICTS: what cannot all hold, quoted side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whosays.publish.index import Index, Link
from whosays.publish.words import FIELDS, MARKS
from whosays.record.event import Event, StanceValue
from whosays.record.incident import Claim, Contradiction
from whosays.record.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence in three pieces, the middle one being the words that conflict; who says it, and where."""

    before: str
    words: str
    after: str
    link: Link
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the values, with its quotes; `more` further ones that are not shown."""

    value: str
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A contradiction as shown."""

    field: str
    number: int
    headline: str
    sides: tuple[Side, ...]
    scope: str


QUOTES = 3


def conflicts(index: Index) -> tuple[Conflict, ...]:
    """Every open contradiction, in the order of the incidents."""
    known = [c for c in index.record.contradictions if c.incident in index.rank]
    return tuple(_conflict(index, c) for c in sorted(known, key=lambda c: (index.rank[c.incident], c.field, c.id)))


def _conflict(index: Index, contradiction: Contradiction) -> Conflict:
    rank = index.rank[contradiction.incident]
    return Conflict(
        field=FIELDS[contradiction.field],
        number=rank,
        headline=index.headline(index.incidents[rank - 1]),
        sides=tuple(_side(index, claim) for claim in contradiction.values),
        scope="within one report" if contradiction.scope == "document" else "between reports",
    )


def _side(index: Index, claim: Claim) -> Side:
    events = [index.events[event] for event in claim.events if event in index.events]
    spans = list(dict.fromkeys(claim.evidence or tuple(event.sentence for event in events)))
    originals = [span for span in spans if not _in_copy(index, span)] or spans
    return Side(
        value=_value_words(index, claim.value),
        quotes=tuple(_quote(index, span, events) for span in originals[:QUOTES]),
        more=max(0, len(originals) - QUOTES),
    )


def _value_words(index: Index, value: str) -> str:
    """A claim's value with marks and states by their names: “CT-” and “GRC says so” are for programs."""
    names: dict[str, StanceValue] = {name: name for name in MARKS}
    if value in names:
        return f"{MARKS[names[value]].char} {MARKS[names[value]].word}"
    return re.sub(r"\b[A-Z]{3}\b", lambda found: index.states.get(found[0], found[0]), value)


def _in_copy(index: Index, span: Span) -> bool:
    report = index.reports.get(span.document)
    return report is not None and report.document.copy_of is not None


def _quote(index: Index, span: Span, events: list[Event]) -> Quote:
    found = index.sentence(span)
    if found is None or span.end > found[1].end:
        before, words, after = "", span.text, ""
    else:
        sentence = found[1]
        cut = span.start - sentence.start
        before, words, after = sentence.text[:cut], span.text, sentence.text[cut + len(span.text) :]
    if not before.strip() and not after.strip():
        before, words = words, ""  # where the whole sentence conflicts, no part of it stands out
    who = _speakers(index, span, events)
    return Quote(before=before, words=words, after=after, link=index.link(span), who=who)


def _speakers(index: Index, span: Span, events: list[Event]) -> str:
    """The sources whose stance on the claim's events was read from this sentence."""
    here = index.sentence(span)
    names = [
        index.name(stance.source)
        for event in events
        for stance in event.stances
        if stance.source and any(_is_here(index, here, span, e) for e in stance.evidence)
    ]
    return ", ".join(dict.fromkeys(names))


def _is_here(index: Index, here: tuple[int, Span] | None, span: Span, evidence: Span) -> bool:
    return here is not None and index.sentence(evidence) == here and evidence.document == span.document
