"""The brief: one HTML file that opens from disk, needs no network and runs no script that it cannot do without."""

from __future__ import annotations

import base64
import hashlib
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from whosays.publish.index import Index, build_index
from whosays.publish.sections.accounts import OPEN, accounts, changed
from whosays.publish.sections.board import boards
from whosays.publish.sections.conflicts import conflicts
from whosays.publish.sections.network import network
from whosays.publish.sections.reactions import reactions
from whosays.publish.sections.reported import reported
from whosays.publish.sections.sources import sources, unread
from whosays.publish.sections.watch import expected, not_known
from whosays.publish.sections.when import when
from whosays.publish.sections.where import where
from whosays.publish.words import MARKS, as_day, counted, day_words, days_words
from whosays.record.whole import Record

CONTENTS = (
    ("reported", "What is reported"),
    ("says", "Who says what"),
    ("conflicts", "Conflicts"),
    ("accounts", "Accounts"),
    ("when", "When"),
    ("where", "Where"),
    ("whom", "Who with whom"),
    ("reactions", "Reactions"),
    ("watch", "To watch"),
    ("unknown", "Not known"),
    ("sources", "Sources"),
    ("method", "Method"),
)


def brief(record: Record, *, title: str | None = None, coded_on: str | None = None) -> str:
    """The record as one HTML page.

    `title` is the leading incident's sentence if not given; `coded_on` (an ISO date) is printed as given and left out
    if None, so that the same record gives the same page.
    """
    index = build_index(record)
    script = _read("page.js")
    page = _environment().get_template("page.html.j2")
    return page.render(
        title=title or _title(index),
        counts=_counts(index),
        coded_on=_coded_on(coded_on),
        contents=CONTENTS,
        style=Markup(_read("page.css")),  # noqa: S704 - a file of this package
        script=Markup(script),  # noqa: S704 - a file of this package
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        marks=list({mark.glyph: mark for mark in MARKS.values()}.values()),
        version=_version(),
        index=index,
        reported=reported(index),
        boards=boards(index),
        conflicts=conflicts(index),
        accounts=accounts(index),
        accounts_open=OPEN,
        changed=changed(index),
        when=when(index),
        where=where(index),
        network=network(index),
        reactions=reactions(index),
        expected=expected(index),
        not_known=not_known(index),
        sources=sources(index),
        unread=unread(index),
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("whosays.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["counted"] = counted
    return environment


def _read(name: str) -> str:
    return files("whosays.publish").joinpath("templates", name).read_text(encoding="utf-8")


def _title(index: Index) -> str:
    if not index.incidents:
        return "No event found in these reports" if index.reports else "Nothing could be read"
    return index.headline(index.incidents[0]).split("; ", 1)[0].rstrip(".")  # who says so stays with what is said


def _counts(index: Index) -> tuple[str, ...]:
    """“6 reports”, “4 independent origins”, “12–16 January 2025”."""
    origins = {report.document.family for report in index.reports.values()}
    days = sorted(report.day for report in index.reports.values() if report.day)
    found = [counted(len(index.reports), "report"), counted(len(origins), "independent origin"),
             counted(len(index.incidents), "incident")]  # fmt: skip
    if index.record.contradictions:
        found.append(counted(len(index.record.contradictions), "open contradiction"))
    if days:
        found.append(f"published {days_words(days[0], days[-1])}")
    unread = [failure for failure in index.record.failures if failure.step != "note"]
    if unread:
        found.append(f"{len(unread)} not read")
    return tuple(found)


def _coded_on(value: str | None) -> str:
    day = as_day(value)
    return day_words(day) if day else value or ""


def _version() -> str:
    try:
        return version("whosays")
    except PackageNotFoundError:
        return "not installed"
