"""Who stands where on an incident: the stances of all its mentions, one voice a source and side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whosays.publish.index import Index, Link
from whosays.publish.words import MARKS, ORDER, Mark, day_words, time_words
from whosays.record.event import Event, Stance
from whosays.record.incident import Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One source on one side of one incident. `own` is True for a report that says it in its own voice."""

    key: str
    name: str
    mark: Mark
    link: Link
    own: bool = False
    as_of: str | None = None
    times: int = 1


def voices(index: Index, incident: Incident) -> list[Voice]:
    """Every source's strongest stance on each side, the reports' own voices last; copies do not speak for themselves."""
    found: dict[tuple[str, str], Voice] = {}
    for event in index.mentions(incident):
        for stance in event.stances:
            voice = _voice(index, event, stance)
            if voice is None:
                continue
            key = (voice.key, voice.mark.side)
            earlier = found.get(key)
            if earlier is None:
                found[key] = voice
            else:
                stronger = voice if _strength(voice.mark) < _strength(earlier.mark) else earlier
                found[key] = replace(stronger, times=earlier.times + 1)
    return sorted(found.values(), key=lambda voice: (voice.own, _strength(voice.mark), -voice.times, voice.name))


def _voice(index: Index, event: Event, stance: Stance) -> Voice | None:
    mark = MARKS[stance.value]
    link = index.stance_link(event, stance)
    if stance.source is None:
        report = index.reports.get(event.document)
        if stance.value == "Uu" or report is None or report.document.copy_of is not None:
            return None  # a report that takes no position of its own is no voice, and a copy is not another one
        return Voice(key=f"own:{report.publisher}", name=report.publisher, mark=mark, link=link, own=True)
    return Voice(
        key=stance.source.id or stance.source.name.casefold(),
        name=index.name(stance.source),
        mark=mark,
        link=link,
        as_of=_as_of(index, event, stance, mark),
    )


def _as_of(index: Index, event: Event, stance: Stance, mark: Mark) -> str | None:
    """The date of a silence: as stated, else that of the report that tells of it."""
    if stance.as_of is not None:
        return f"as of {time_words(stance.as_of)}"
    report = index.reports.get(event.document)
    if mark.side != "silent" or report is None or report.day is None:
        return None
    return f"as reported {day_words(report.day)}"


def _strength(mark: Mark) -> int:
    return next(position for position, value in enumerate(ORDER) if MARKS[value] == mark)
