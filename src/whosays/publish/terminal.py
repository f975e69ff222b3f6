"""The brief in twenty lines, for the terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from whosays.publish.index import Index, build_index
from whosays.publish.voices import Voice, voices
from whosays.publish.words import FIELDS, counted, shortened
from whosays.record.incident import Incident
from whosays.record.whole import Record

SHOWN = 6  # incidents; the brief has them all
NAMES = 4
FAILURES = 12  # of them; the brief has them all
HEADLINE = 150  # characters
SIDES = (("says", "says", "blue"), ("denies", "denies", "red"), ("silent", "silent", "bright_black"))


def summary(record: Record) -> RenderableType:
    """How much was read, the leading incidents with who says so, denies it and is silent, what conflicts, what failed."""
    index = build_index(record)
    lines: list[RenderableType] = [_counts(index)]
    news = [incident for incident in index.incidents if not incident.background]
    for incident in news[:SHOWN]:
        lines += _incident(index, incident)
    background = len(index.incidents) - len(news)
    more = [counted(len(news) - SHOWN, "further incident")] if len(news) > SHOWN else []
    more += [f"{background} of background"] if background else []
    if more:
        lines.append(Text(f"  … and {' and '.join(more)} in the brief", style="bright_black"))
    lines += _failures(record)
    return Group(*lines)


def _counts(index: Index) -> Text:
    documents = index.record.documents
    origins = {document.family for document in documents}
    found = [counted(len(documents), "report"), counted(len(origins), "independent origin")]
    found += [
        counted(len(index.incidents), "incident"),
        counted(len(index.record.contradictions), "open contradiction"),
    ]
    return Text(" · ".join(found), style="bold")


def _incident(index: Index, incident: Incident) -> list[RenderableType]:
    number = index.rank[incident.id]
    lines: list[RenderableType] = [Text(f"{number:3} {shortened(index.headline(incident), HEADLINE)}")]
    sides = voices(index, incident)
    told = Text(f"    {counted(incident.origins, 'origin')}", style="bright_black")
    for side, word, style in SIDES:
        found = [voice for voice in sides if voice.mark.side == side and (side != "says" or not voice.own)]
        if found:
            told.append(f"  {word} ", style="bright_black")
            told.append(_names(found), style=style)
    own = [voice for voice in sides if voice.own and voice.mark.side == "says"]
    if own and not any(voice.mark.side == "says" and not voice.own for voice in sides):
        told.append("  told as fact by ", style="bright_black")
        told.append(_names(own), style="blue")
    conflicts = [one for one in index.record.contradictions if one.incident == incident.id]
    if conflicts:
        fields = ", ".join(dict.fromkeys(FIELDS[one.field].lower() for one in conflicts))
        told.append(f"  ⚠ conflict: {fields}", style="red")
    return [*lines, told]


def _names(found: list[Voice]) -> str:
    shown = ", ".join(f"{voice.mark.char} {voice.name}" for voice in found[:NAMES])
    return shown if len(found) <= NAMES else f"{shown} and {len(found) - NAMES} more"


def _failures(record: Record) -> list[RenderableType]:
    """Everything that was not read, and why; and what was odd about what was."""
    lines: list[RenderableType] = []
    for failure in record.failures[:FAILURES]:
        word = "note" if failure.step == "note" else "not read"
        again = " (try again)" if failure.transient else ""
        lines.append(Text(f"  {word}: {failure.path}: {failure.message}{again}", style="yellow"))
    if len(record.failures) > FAILURES:
        lines.append(Text(f"  … and {len(record.failures) - FAILURES} more in the brief", style="yellow"))
    return lines
