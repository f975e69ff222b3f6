"""TO WATCH and NOT KNOWN: what the reports say is to come, and what they say nobody knows."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.publish.index import Index, Link
from whosays.publish.words import as_day, time_words
from whosays.record.incident import Expectation, Unknown

OUTCOMES = {"open": ("○", "open"), "overdue": ("!", "overdue"), "met": ("✓", "met"), "withdrawn": ("–", "withdrawn")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Something to come. `met` leads to the incident that met it."""

    words: str
    who: str
    due: str
    char: str
    outcome: str
    met: int | None
    report: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class NotKnown:
    """Something not known, with the incident that it concerns."""

    words: str
    about: int | None
    headline: str
    report: str
    link: Link


def expected(index: Index) -> tuple[Expected, ...]:
    """What is open first, then overdue, met and withdrawn; within these by the day that it is due."""
    order = list(OUTCOMES)

    def key(expectation: Expectation) -> tuple[int, str, int, int]:
        due = as_day(expectation.due.start) if expectation.due else None
        report = index.reports.get(expectation.document)
        return (order.index(expectation.outcome), due.isoformat() if due else "9999", report.number if report else 0,
                expectation.text.start)  # fmt: skip

    return tuple(_expected(index, expectation) for expectation in sorted(index.record.expectations, key=key))


def _expected(index: Index, expectation: Expectation) -> Expected:
    char, word = OUTCOMES[expectation.outcome]
    by = index.name(expectation.by) if expectation.by else ""
    source = index.name(expectation.source) if expectation.source else ""
    met = index.incident_of.get(expectation.met_by or "")
    link = index.link(expectation.text, source or by or None)
    return Expected(
        words=link.sentence,
        who=source or by or "the report itself",
        due=time_words(expectation.due) if expectation.due else "no date stated",
        char=char,
        outcome=word,
        met=index.rank[met.id] if met else None,
        report=link.report,
        link=link,
    )


def not_known(index: Index) -> tuple[NotKnown, ...]:
    """In the order of the reports; what a copy repeats is said once."""
    seen: dict[str, Unknown] = {}
    numbers = {document: report.number for document, report in index.reports.items()}
    for unknown in sorted(index.record.unknowns, key=lambda u: (numbers.get(u.document, 0), u.text.start)):
        seen.setdefault(unknown.text.text, unknown)
    return tuple(_not_known(index, unknown) for unknown in seen.values())


def _not_known(index: Index, unknown: Unknown) -> NotKnown:
    incident = index.incident_of.get(unknown.about or "")
    link = index.link(unknown.text)
    return NotKnown(
        words=link.sentence,
        about=index.rank[incident.id] if incident else None,
        headline=index.headline(incident) if incident else "",
        report=link.report,
        link=link,
    )
