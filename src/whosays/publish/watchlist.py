"""What the reports say is to come, by when: the watch list for the terminal."""

from __future__ import annotations

from pathlib import Path

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from whosays.publish.words import shortened
from whosays.record.incident import Expectation
from whosays.record.whole import Record

LONGEST = 110  # characters of what is to come
STYLES = {"open": "", "overdue": "red", "met": "green", "withdrawn": "bright_black"}


def watchlist(record: Record, *, settled: bool = False) -> RenderableType:
    """Expectations by due date, those without one last; what was met or withdrawn only where `settled` asks for it."""
    shown = [one for one in record.expectations if settled or one.outcome in {"open", "overdue"}]
    if not shown:
        return Text("nothing is to come, as far as the reports say")
    names = {document.id: Path(document.path).name for document in record.documents}
    told: dict[tuple[str, str, str, str], list[str]] = {}
    for one in sorted(shown, key=_when):
        words = shortened(" ".join(one.text.text.split()), LONGEST)
        told.setdefault((_due(one), one.outcome, _who(one), words), []).append(names[one.document])
    table = Table(box=None, pad_edge=False)
    for name, wraps in (("due", False), ("", False), ("who", True), ("what", True), ("said in", True)):
        table.add_column(name, no_wrap=not wraps)
    for (due, outcome, who, words), files in told.items():
        table.add_row(due, outcome, who, words, ", ".join(dict.fromkeys(files)), style=STYLES[outcome])
    return table


def _when(one: Expectation) -> tuple[str, str, int]:
    return (_day(one) or "9999", one.document, one.text.start)


def _day(one: Expectation) -> str | None:
    """The last day on which it can still come, where one is known."""
    return None if one.due is None else one.due.end or one.due.value


def _due(one: Expectation) -> str:
    return _day(one) or "not said"


def _who(one: Expectation) -> str:
    party = one.by or one.source
    return party.name if party is not None else ""
