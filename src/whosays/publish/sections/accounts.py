"""ACCOUNTS: where reports give more than one value for a field of an incident, who gives which, and what edits changed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, groupby

from whosays.publish.index import Index, Link
from whosays.publish.words import as_day, day_words, days_words
from whosays.record.incident import Edit, View
from whosays.record.span import Span

OPEN = 6  # incidents shown before the rest is folded
FIELD_NAMES = {"actor": "Who", "recipient": "To whom", "place": "Where", "time": "When", "number": "How many"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A value, who stands behind it, and when it was reported."""

    field: str
    value: str
    who: str
    origins: int
    days: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An incident that is told in more than one way."""

    number: int
    headline: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """An article before and after it was edited."""

    url: str
    before: str
    after: str
    ordered: bool
    removed: tuple[Link, ...]
    added: tuple[Link, ...]


def accounts(index: Index) -> tuple[Account, ...]:
    """The incidents with fields of several values, in the brief's order; a field's values by the day they were first told."""
    found = []
    views = [view for view in index.record.views if view.incident in index.rank]
    for rank, of_incident in groupby(
        sorted(views, key=lambda v: index.rank[v.incident]), lambda v: index.rank[v.incident]
    ):
        fields = [list(group) for _, group in groupby(of_incident, lambda view: view.field)]
        lines = tuple(_line(index, view) for group in fields if _differ(group) for view in group)
        if lines:
            found.append(Account(number=rank, headline=index.headline(index.incidents[rank - 1]), lines=lines))
    return tuple(found)


def _differ(views: list[View]) -> bool:
    """Whether two tellings give a field other values: not "11 killed" beside "3 injured", nor two who acted together."""
    return any(_what(a) == _what(b) and not set(a.events) & set(b.events) for a, b in combinations(views, 2))


def _what(view: View) -> str:
    """What the value is a value of: for a number, whom it counts."""
    return view.value.rpartition(" ")[2] if view.field == "number" else view.field


def _line(index: Index, view: View) -> Line:
    named = [index.states.get(one, one) for one in view.sources]
    telling = dict.fromkeys(
        index.reports[span.document].publisher for span in view.evidence if span.document in index.reports
    )
    first, latest = as_day(view.first), as_day(view.latest)
    return Line(
        field=FIELD_NAMES[view.field],
        value=index.states.get(view.value, view.value),
        who=", ".join(named) or f"told by {', '.join(telling)}",
        origins=view.origins,
        days=days_words(first, latest) if first and latest else "",
        link=index.link(view.evidence[0]),
    )


def changed(index: Index) -> tuple[Changed, ...]:
    """The articles of which several texts were found under one address, and what differs."""
    return tuple(_changed(index, edit) for edit in index.record.edits if edit.removed or edit.added)


def _changed(index: Index, edit: Edit) -> Changed:
    def day(document: str) -> str:
        stated = index.reports[document].day if document in index.reports else None
        return day_words(stated) if stated else "no date stated"

    def links(spans: tuple[Span, ...]) -> tuple[Link, ...]:
        return tuple(index.link(span) for span in spans)

    return Changed(
        url=edit.url,
        before=day(edit.before),
        after=day(edit.after),
        ordered=edit.ordered,
        removed=links(edit.removed),
        added=links(edit.added),
    )
