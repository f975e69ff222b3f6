"""When something was: the time that a mention states, as seen from the event's clause, and the day of a statement that states none."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from whosays.record.coded import CodedEvent, Mention
from whosays.record.dateline import is_dateline
from whosays.record.event import SPEECH
from whosays.record.span import Span
from whosays.record.world import Time
from whosays.resolve.calendar.calendar_of import calendar_of
from whosays.resolve.calendar.grammar import Expression, number
from whosays.resolve.calendar.moment import Meaning, Now, Tense
from whosays.resolve.calendar.timex import granularity, interval, later
from whosays.resolve.phrases.noun_phrases import case_of, clause
from whosays.resolve.scene.scene import Scene
from whosays.resolve.times.spoken import is_aside, is_performed
from whosays.resolve.times.tense import DEADLINES, tense_of
from whosays.resolve.times.told import Timed, day_of, read_times

STRETCH = re.compile(r"\b(?P<count>[\w-]+) (?P<unit>hour|day|week|month|year)s?\b", re.IGNORECASE)
DISTANCE = re.compile(r"\s+(?P<link>after|before)\b", re.IGNORECASE)
RANGES = {"between": {"and"}, "from": {"to", "until", "till", "through"}}
RANGE = re.compile(r"\b(between|from)\s+$", re.IGNORECASE)
LONGEST_OPENER = len("between  ")
AHEAD_OF = re.compile(r"\b(?:for|until|till|by)\s+(?:[a-z]+ on\s+)?$", re.IGNORECASE)
DATES = frozenset({"month_day", "day_month"})
FAR = 300  # days; a date without a year that is further ahead was meant this year
DAYS_OF_A_ROUND_UP = 4
NEAR = 3  # sentences behind the first that still go with it
LEAD = 1  # the last of the sentences that open a report


@dataclass(frozen=True, slots=True)
class When:
    """The times of one document; built on first use."""

    scene: Scene
    found: list[Timed] = field(default_factory=list)

    def time(self, mention: Mention, event: CodedEvent | None) -> Time | None:
        """The time that a mention states, as seen from the event's clause; None where it states none that has days."""
        apart = self._apart(mention, event) if event is not None else None
        if apart is not None:
            return apart
        timed = self._at(mention)
        if timed is None or (event is not None and self._is_elses(mention)):
            return None
        sentence = self.scene.reading.sentences[mention.sentence]
        tense = tense_of(sentence, mention.head, event) or timed.now.tense
        meaning = timed.meaning
        if tense != timed.now.tense:
            meaning = calendar_of(timed.expression, replace(timed.now, tense=tense))
        days = interval(meaning.value) if meaning is not None else None
        if meaning is None or days is None:
            return None
        return self._until(timed, _time(meaning, days, self._span(timed.expression)), tense)

    def is_deadline(self, mention: Mention) -> bool:
        """Whether a time is the one by which something is to be done: "gave them until Sunday", "demanded an answer by May"."""
        return case_of(self.scene.reading.sentences[mention.sentence], mention.head) in DEADLINES

    def _until(self, first: Timed, time: Time, tense: Tense) -> Time:
        """ "Between Tuesday and Thursday", "from Wednesday to Friday": the days from the first that is told to the last.

        Both lie on one side of publication.
        """
        text = self.scene.reading.document.text
        opener = RANGE.search(text, max(0, first.expression.start - LONGEST_OPENER), first.expression.start)
        if opener is None:
            return time
        behind = (other for other in self._read() if other.expression.start >= first.expression.end)
        last = next(behind, None)
        meaning = calendar_of(last.expression, replace(last.now, tense=tense)) if last is not None else None
        days = interval(meaning.value) if meaning is not None else None
        if last is None or meaning is None or days is None:
            return time
        link = text[first.expression.end : last.expression.start].strip().lower()
        if link not in RANGES[opener[1].lower()] or days[1].isoformat() <= (time.start or ""):
            return time
        value = f"{time.value}/{meaning.value}"
        return replace(time, span=self._stretch(first, last), value=value, end=days[1].isoformat())

    def _stretch(self, first: Timed, last: Timed) -> Span:
        start, end = first.expression.start, last.expression.end
        document = self.scene.reading.document
        return Span(document=document.id, start=start, end=end, text=document.text[start:end])

    def _is_elses(self, mention: Mention) -> bool:
        """Whether a "since" belongs to something else: "suspended the truce in force since May" was not in May."""
        sentence = self.scene.reading.sentences[mention.sentence]
        verb = sentence.tokens[clause(sentence, mention.head)]
        since = case_of(sentence, mention.head) == "since"
        return since and "Tense=Past" in verb.feats and "VerbForm=Fin" in verb.feats

    def _apart(self, mention: Mention, event: CodedEvent) -> Time | None:
        """A day told by its distance from another: "raided the post on Friday, two days after a patrol was attacked"."""
        text = self.scene.reading.document.text
        match = STRETCH.search(mention.text)
        link = DISTANCE.match(text, mention.start + match.end()) if match is not None else None
        count = number(match["count"]) if match is not None else None
        if match is None or link is None or count is None or match["unit"].lower() == "hour":
            return None
        sentence = self.scene.reading.sentences[mention.sentence]
        behind = event.trigger.start >= link.end()
        days = [
            (found, interval(found.meaning.value))
            for found in self._read()
            if sentence.start <= found.expression.start < sentence.end and found.meaning is not None
            if (found.expression.end <= mention.start) == behind and found.expression.start != mention.start
        ]
        anchors = {span[0]: found for found, span in days if span is not None and span[0] == span[1]}
        if len(anchors) != 1:
            return None
        ((day, anchor),) = anchors.items()
        forward = (link["link"].lower() == "before") == behind
        told = later(day, count if forward else -count, match["unit"].lower()).isoformat()
        start, end = mention.start + match.start(), mention.start + match.end()
        return Time(
            span=Span(document=self.scene.reading.document.id, start=start, end=end, text=match[0]),
            value=told,
            start=told,
            end=told,
            granularity="day",
            basis="relative_to_text",
            ambiguous=anchor.meaning is not None and anchor.meaning.ambiguous,
        )

    def due(self, mention: Mention) -> Time | None:
        """By when something is to come, seen from publication: "within 72 hours", "a week to leave", "by Monday"."""
        timed, today = self._at(mention), self._today
        if today is None:
            return self.time(mention, None)
        if timed is None:
            return self._after(today, mention)
        meaning = calendar_of(timed.expression, Now(today=today, tense="future"))
        days = interval(meaning.value) if meaning is not None else None
        if days is not None and timed.expression.kind in DATES and (days[0] - today).days > FAR:
            meaning = calendar_of(timed.expression, Now(today=today, tense="past"))  # "were due to resume on August 8"
            days = interval(meaning.value) if meaning is not None else None
        if meaning is None or days is None:
            return self.time(mention, None)
        return _time(meaning, days, self._span(timed.expression))

    def _after(self, today: date, mention: Mention) -> Time | None:
        """A stretch of time from publication on: "a week", "48 hours"."""
        match = STRETCH.search(mention.text)
        count = number(match["count"]) if match is not None else None
        if match is None or count is None:
            return None
        last = later(today, count, match["unit"].lower())
        start, end = mention.start + match.start(), mention.start + match.end()
        return Time(
            span=Span(document=self.scene.reading.document.id, start=start, end=end, text=match[0]),
            value=f"{today.isoformat()}/{last.isoformat()}",
            start=today.isoformat(),
            end=last.isoformat(),
            granularity="day",
            basis="relative_to_publication",
        )

    def spoken(self, event: CodedEvent) -> Time | None:
        """The day of a statement that states none of its own: that of its sentence, else the one the report opens with.

        Only for what people say, told as news and in the past: the report's own words date it ("…, the minister said on
        Sunday"), and for what a statement does in the present: its first lines date that. The day is marked as read from
        the text and as ambiguous.
        """
        if event.category not in SPEECH or event.status:
            return None
        same = self._days(event.sentence, event.sentence)
        first = self._first
        if is_performed(self.scene, event):
            timed = self._dated(first)
        elif is_aside(self.scene, event):
            return None
        else:
            opening = [] if self._is_round_up and event.sentence > first + NEAR else self._days(first, first + LEAD)
            timed = same[0] if len(same) == 1 else opening[0] if opening and not same else None
        if timed is None or timed.meaning is None:
            return None
        days = interval(timed.meaning.value)
        return (
            None
            if days is None
            else replace(
                _time(timed.meaning, days, self._span(timed.expression)), basis="relative_to_text", ambiguous=True
            )
        )

    def _dated(self, first: int) -> Timed | None:
        """The day of publication as a statement's own first lines give it: "Sama, 13 March 2026"."""
        today, sentences = self._today, self.scene.reading.sentences
        end = sentences[first].end if sentences else 0
        opening = (one for one in self._read() if one.expression.start < end and one.meaning is not None)
        if today is None:
            return None
        return next((one for one in opening if one.meaning and one.meaning.value == today.isoformat()), None)

    @property
    def _is_round_up(self) -> bool:
        """Whether a report tells of so many days of its week that what it dates to none may be of any of them."""
        today, past = self._today, (one for one in self._read() if one.meaning and one.now.tense != "future")
        told = {day_of(one.meaning.value) for one in past if one.meaning}
        week = {day for day in told if today and day and timedelta() <= today - day <= timedelta(days=7)}
        return len(week) >= DAYS_OF_A_ROUND_UP

    def _days(self, first: int, last: int) -> list[Timed]:
        """Where sentences `first` to `last` say in words ("on Sunday") that they tell of the day of publication.

        A dateline's date is not among them: it is when the report was written.
        """
        today = self._today
        if today is None:
            return []
        sentences = self.scene.reading.sentences[first : last + 1]
        start, end = (sentences[0].start, sentences[-1].end) if sentences else (0, 0)
        read = self._read()
        inside = read[bisect_left(read, start, key=_start) : bisect_left(read, end, key=_start)]
        inside = [t for t in inside if t.now.tense != "future"]
        text = self.scene.reading.document.text
        inside = [t for t in inside if not AHEAD_OF.search(text, max(0, t.expression.start - 20), t.expression.start)]
        inside = [t for t in inside if t.expression.kind in {"weekday", "deictic", "time_of", "day_part_of"}]
        return [t for t in inside if t.meaning is not None and t.meaning.value[:10] == today.isoformat()]

    @property
    def _first(self) -> int:
        """The sentence that a report opens with: the first that tells something, behind datelines and buttons."""
        text, sentences = self.scene.reading.document.text, self.scene.reading.sentences
        telling = (s for s in sentences if any(token.upos in {"VERB", "AUX"} for token in s.tokens))
        return next((s.index for s in telling if not is_dateline(text, s.start, s.end)), 0)

    @property
    def _today(self) -> date | None:
        published = self.scene.reading.document.published
        return day_of(published.value) if published is not None else None

    def _at(self, mention: Mention) -> Timed | None:
        read = self._read()
        last = first = bisect_left(read, mention.end, key=_start)
        while first and read[first - 1].expression.end > mention.start:
            first -= 1
        inside = read[first:last]
        return max(inside, key=lambda t: t.meaning is not None, default=None)

    def _read(self) -> list[Timed]:
        if not self.found:
            document = self.scene.reading.document
            pieces = ((sentence.start, sentence.end) for sentence in self.scene.reading.sentences)
            self.found.extend(read_times(document.text, pieces, self._today, self.scene.world.grammar))
        return self.found

    def _span(self, expression: Expression) -> Span:
        return Span(
            document=self.scene.reading.document.id, start=expression.start, end=expression.end, text=expression.text
        )


def _start(timed: Timed) -> int:
    return timed.expression.start


def _time(meaning: Meaning, days: tuple[date, date], span: Span) -> Time:
    return Time(
        span=span,
        value=meaning.value,
        start=days[0].isoformat(),
        end=days[1].isoformat(),
        granularity=granularity(meaning.value),
        basis=meaning.basis,
        ambiguous=meaning.ambiguous,
    )
