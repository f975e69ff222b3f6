"""WHEN: the time of the events as bars over the days, the publication of the reports as ticks beneath."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from whosays.publish.index import Index, Link
from whosays.publish.sections.board import plain_headline
from whosays.publish.words import BASES, as_day, day_words, shortened, time_words
from whosays.record.dateline import MONTHS
from whosays.record.incident import Incident
from whosays.record.world import Time

FULL = 40  # rows drawn before the rest is folded
MARGIN = 45  # days around the publications within which an event is drawn; others are told in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stretch of time in percent of the drawing's width."""

    x: float
    width: float
    words: str
    lead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An incident with its bars; `beyond` says in words what lies outside the drawing. `kind`: news, past, future."""

    number: int
    title: str
    kind: str
    bars: tuple[Bar, ...]
    words: str
    beyond: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A labelled day on the axis, or the publication of a report."""

    x: float
    words: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The timeline; `far` are incidents outside the days drawn, `undated` incidents of which no report gives the time, `timeless` reports without a date."""

    axis: tuple[Tick, ...]
    rows: tuple[Row, ...]
    folded: tuple[Row, ...]
    far: tuple[Row, ...]
    published: tuple[Tick, ...]
    undated: tuple[tuple[int, str], ...]
    timeless: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The days that are drawn, both included."""

    first: date
    last: date

    def percent(self, day: date) -> float:
        """Where a day begins."""
        return round(100 * (day - self.first).days / ((self.last - self.first).days + 1), 2)

    def bar(self, first: date, last: date, words: str, *, lead: bool) -> Bar | None:
        """The part of an interval that is in the frame, None where there is none."""
        if last < self.first or first > self.last:
            return None
        left, right = self.percent(max(first, self.first)), self.percent(min(last, self.last) + timedelta(days=1))
        return Bar(x=left, width=round(max(right - left, 0.8), 2), words=words, lead=lead)


def when(index: Index) -> When:
    """The incidents by time. Events far from the publications do not squeeze the drawing: they are told in words."""
    frame = _frame(index)
    dated, undated = [], []
    for incident in index.incidents:
        row = _row(index, incident, frame)
        if row is None:
            undated.append((index.rank[incident.id], index.headline(incident)))
        else:
            dated.append(row)
    dated.sort(key=lambda pair: pair[0])
    rows = [row for _, row in dated if row.bars]
    reports = sorted(index.reports.values(), key=lambda report: report.number)
    return When(
        axis=_axis(frame) if frame else (),
        rows=tuple(rows[:FULL]),
        folded=tuple(rows[FULL:]),
        far=tuple(row for _, row in dated if not row.bars),
        published=tuple(
            Tick(x=frame.percent(report.day), words=report.label, href=f"#{report.anchor}")
            for report in reports
            if frame and report.day and frame.first <= report.day <= frame.last
        ),
        undated=tuple(undated),
        timeless=tuple(report.publisher for report in reports if report.day is None),
    )


def _frame(index: Index) -> Frame | None:
    published = sorted(report.day for report in index.reports.values() if report.day)
    news = [event.time for incident in index.incidents if not incident.background for event in index.mentions(incident)]
    days = sorted(day for time in news if time for day in (as_day(time.start), as_day(time.end)) if day)
    anchor = published or days[len(days) // 2 : len(days) // 2 + 1]
    if not anchor:
        return None
    low, high = anchor[0] - timedelta(days=MARGIN), anchor[-1] + timedelta(days=MARGIN)
    inside = [day for day in days if low <= day <= high] + published
    first, last = min(inside), max(inside)
    room = max(1, round((last - first).days * 0.04))
    return Frame(first=first - timedelta(days=room), last=last + timedelta(days=room))


def _row(index: Index, incident: Incident, frame: Frame | None) -> tuple[tuple[date, date, int], Row] | None:
    lead = index.lead(incident)
    times = [event.time for event in index.mentions(incident) if event.time]
    if lead and lead.time:
        times.insert(0, lead.time)
    spans = {time_words(time): days for time in reversed(times) if (days := _days(time))}
    if not spans or frame is None or lead is None:
        return None
    distinct = list(reversed(spans.items()))
    bars = [frame.bar(*days, words, lead=n == 0) for n, (words, days) in enumerate(distinct)]
    beyond = [words for (words, _), bar in zip(distinct, bars, strict=True) if bar is None]
    first, last = distinct[0][1]
    source = next(time for time in times if time_words(time) == distinct[0][0])
    future = any(status.value in ("future", "conditional", "intended") for status in lead.status)
    row = Row(
        number=index.rank[incident.id],
        title=shortened(plain_headline(index.headline(incident)), 90),
        kind="past" if incident.background else "future" if future else "news",
        bars=tuple(bar for bar in reversed(bars) if bar),
        words=f"{' or '.join(words for words, _ in distinct)} ({BASES[source.basis]})",
        beyond=", ".join(beyond),
        link=index.link(source.span),
    )
    return (first, last, row.number), row


def _days(time: Time) -> tuple[date, date] | None:
    first, last = as_day(time.start), as_day(time.end)
    return (first, last) if first and last and first <= last else None


def _axis(frame: Frame) -> tuple[Tick, ...]:
    """Four to seven days with a name, evenly apart."""
    total = (frame.last - frame.first).days + 1
    step = next((step for step in (1, 2, 3, 7, 14, 30, 91, 182) if total / step <= 6.5), max(1, total // 6))
    ticks, day = [], frame.first
    while day <= frame.last:
        words = day_words(day, year=False, short=True) if total < 300 else f"{MONTHS[day.month - 1][:3]} {day.year}"
        if frame.percent(day) < 90:
            ticks.append(Tick(x=frame.percent(day), words=words))
        day += timedelta(days=step)
    return tuple(ticks)
