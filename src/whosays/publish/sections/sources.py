"""SOURCES: every report with its full text as read, copies folded under the report that they repeat."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from whosays.publish.index import Index, Report
from whosays.publish.sections.marking import Line, Marks, collect, paragraphs
from whosays.publish.words import day_words

READ_FROM = {"json-ld": "the page's structured data", "meta": "the page's metadata", "header": "the report's header",
             "dateline": "the report's dateline", "feed": "the feed", "url": "the address", "given": "what was given with the file"}  # fmt: skip
OPEN = 12  # reports shown unfolded; a longer list starts folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report as listed. `url` is None unless it is an address of the web."""

    anchor: str
    number: int
    title: str
    publisher: str
    byline: str
    published: str
    read_from: str
    origin: str
    wire: str
    url: str | None
    path: str
    sha256: str
    coded: int
    paragraphs: tuple[tuple[Line, ...], ...]
    copies: tuple[Source, ...]
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """What could not be read, at which step, and why."""

    path: str
    step: str
    message: str
    transient: bool


def sources(index: Index) -> tuple[Source, ...]:
    """The reports in the order of publication, copies under their original."""
    marks = collect(index)
    events: dict[str, int] = defaultdict(int)
    for event in index.record.events:
        events[event.document] += 1
    copies: dict[str, list[Report]] = defaultdict(list)
    originals = []
    for report in sorted(index.reports.values(), key=lambda report: report.number):
        first = _first(index, report)
        if first != report.document.id:
            copies[first].append(report)
        else:
            originals.append(report)
    unfold = len(index.reports) <= OPEN
    return tuple(
        _source(index, report, (marks, events), tuple(
            _source(index, copy, (marks, events), (), unfold=False) for copy in copies[report.document.id]
        ), unfold=unfold)
        for report in originals
    )  # fmt: skip


def _first(index: Index, report: Report) -> str:
    """The document at the end of a chain of copies; the report's own where the chain runs in a circle."""
    seen = {report.document.id}
    here = report.document
    while here.copy_of in index.reports:
        here = index.reports[here.copy_of].document
        if here.id in seen:
            return report.document.id
        seen.add(here.id)
    return here.id


def _source(index: Index, report: Report, known: tuple[Marks, dict[str, int]], copies: tuple[Source, ...], *,
            unfold: bool) -> Source:  # fmt: skip
    document, (marks, events) = report.document, known
    published = document.published
    clock = published.value[10:].lstrip("T ") if published else ""
    stated = f"{day_words(report.day)}{', ' + clock if clock else ''}" if report.day else ""
    return Source(
        anchor=report.anchor,
        number=report.number,
        title=document.title or "untitled",
        publisher=document.publisher or "unnamed publisher",
        byline=document.byline or "no byline",
        published=stated or (published.value if published else "no date stated"),
        read_from=f"read from {READ_FROM[published.source]}" if published else "",
        origin="its own" if document.origin in (None, document.id) else document.origin or "",
        wire=document.wire or "",
        url=safe_url(document.url),
        path=PurePath(document.path).name,
        sha256=document.sha256,
        coded=events[document.id],
        paragraphs=paragraphs(index, document.id, marks),
        copies=copies,
        open=unfold,
    )


def safe_url(url: str | None) -> str | None:
    """The address if it is one of the web; nothing that could run or open something else."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def unread(index: Index) -> tuple[Unread, ...]:
    """The failures, in their order."""
    return tuple(
        Unread(path=f.path, step=f.step, message=f.message, transient=f.transient) for f in index.record.failures
    )
