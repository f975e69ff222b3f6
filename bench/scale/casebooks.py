"""Casebooks of any size for measuring how linking grows: reports made directly as records, always the same for a seed.

Nothing here is meant to be read: the sentences only carry the spans. What matters is the shape. Happenings are told on
their day and for some days after, by several papers; a tenth of the reports are reprints; some happenings are denied,
some retold long after. Few parties and places stand in most of them, as in the news. A casebook of twice as many
reports covers twice as many days; `per_day` makes it denser.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from whosays.record.document import Capture, Document, Published
from whosays.record.event import Event, Number, Stance, Status, Why
from whosays.record.ids import content_id
from whosays.record.incident import Expectation, Relation
from whosays.record.span import Span
from whosays.record.whole import DocumentRecord
from whosays.record.world import Entity, Place, Time

FIRST_DAY = date(2025, 1, 1)
DEEDS = (  # category, mode, trigger
    *[("ASSAULT", mode, word) for mode, word in (("aerial", "bombed"), (None, "attacked"), ("abduct", "captured"), ("firearms", "shot"))],
    *[("COERCE", mode, word) for mode, word in (("arrest", "arrested"), ("seize", "seized"), ("restrict", "closed"))],
    ("MOBILIZE", "troops", "deployed"), ("CONSULT", "meet", "met"), ("CONSULT", "visit", "visited"),
    ("COOPERATE", None, "worked"), ("AID", None, "supplied"), ("RETREAT", "release", "released"),
    ("PROTEST", "demo", "rallied"), ("SANCTION", None, "sanctioned"),
)  # fmt: skip
WORDS = (("ACCUSE", "disapprove", "condemned"), ("REQUEST", None, "urged"), ("REJECT", None, "rejected"),
         ("THREATEN", None, "threatened"), ("SUPPORT", None, "praised"), ("AGREE", None, "agreed"))  # fmt: skip
PARTIES = 60
PAPERS = [f"Paper {n}" for n in range(80)]
WIRES = ("Harbour Wire", "Valley Press")
FILLER = 220  # words that are a report's own, so that its shingles are


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What the reports of a casebook tell of."""

    category: str
    mode: str | None
    word: str
    actor: int
    recipient: int
    place: int
    day: date
    count: int


def casebook(reports: int, *, per_day: int = 30, seed: int = 0) -> Iterator[tuple[Capture, DocumentRecord]]:
    """That many reports with about ten mentions each; the first of a larger casebook are those of a smaller one."""
    draw = random.Random(seed)  # noqa: S311 - repeatable, no secret
    told: list[Happening] = []
    printed: list[DocumentRecord] = []
    for number in range(reports):
        day = FIRST_DAY + timedelta(days=number // per_day)
        if printed and draw.random() < 0.1:
            record = _reprint(draw.choice(printed[-per_day:]), number, draw, day)
        else:
            told += [_happening(draw, day) for _ in range(2)]
            record = _report(number, day, _choice(told, per_day, draw), draw)
            printed.append(record)
        found = record.document
        yield Capture(path=found.path, data=found.text.encode(), sha256=content_id("capture", found.path) * 4), record


def one_city(reports: int, *, seed: int = 0) -> Iterator[tuple[Capture, DocumentRecord]]:
    """Reports of as many raids, all different, in one city within a week."""
    draw = random.Random(seed)  # noqa: S311
    for number in range(reports):
        day = FIRST_DAY + timedelta(days=number % 7)
        raid = Happening(
            category="ASSAULT", mode=None, word="raided", actor=0, recipient=PARTIES + number, place=0, day=day, count=1
        )
        record = _report(number, day, [raid], draw)
        found = record.document
        yield Capture(path=found.path, data=found.text.encode(), sha256=content_id("capture", found.path) * 4), record


def _happening(draw: random.Random, day: date) -> Happening:
    category, mode, word = draw.choice(DEEDS)
    actor, recipient = _few(draw, PARTIES), _few(draw, PARTIES)
    return Happening(
        category=category, mode=mode, word=word, actor=actor, recipient=recipient, place=5 * recipient + _few(draw, 5),
        day=day - timedelta(days=draw.randrange(3)), count=draw.randrange(1, 60),
    )  # fmt: skip


def _few(draw: random.Random, size: int) -> int:
    """A number below size, the smaller ones far more often."""
    return min(size - 1, int(draw.paretovariate(0.9)) - 1)


def _choice(told: list[Happening], per_day: int, draw: random.Random) -> list[Happening]:
    """What a report tells: what is new, what the others tell too, and sometimes what was long ago."""
    recent = told[-6 * per_day :]
    again = draw.sample(recent, min(len(recent), 3))
    return [*told[-2:], *again, *(draw.sample(told, 1) if draw.random() < 0.3 else [])]


# ---------------------------------------------------------------- a report


class _Text:
    """A report's text as it grows, sentence by sentence."""

    def __init__(self, document: str) -> None:
        self.document, self.text = document, ""

    def sentence(self, *parts: str) -> tuple[Span, list[Span]]:
        """Write a sentence; its span and those of its parts."""
        start, spans = len(self.text), []
        for part in parts:
            spans.append(self._span(len(self.text), part))
            self.text += f"{part} "
        self.text = self.text[:-1] + ". "
        return self._span(start, self.text[start:-1]), spans

    def _span(self, start: int, text: str) -> Span:
        return Span(document=self.document, start=start, end=start + len(text), text=text)


def _report(number: int, day: date, told: list[Happening], draw: random.Random) -> DocumentRecord:
    name = content_id("synthetic", number)
    text = _Text(name)
    events: list[Event] = []
    for one in told:
        deed = _deed(text, one, day, draw)
        events.append(deed)
        if draw.random() < 0.6:
            events.append(_said(text, one, deed, draw))
    own = " ".join(f"w{draw.randrange(10**6)}" for _ in range(FILLER))
    document = Document(
        id=name, path=f"{number}.txt", url=None, publisher=draw.choice(PAPERS), title=None, byline=None,
        published=Published(value=day.isoformat(), source="given"), language="en", sha256=name,
        text=f"{text.text}\n\n{own}", wire=draw.choice(WIRES) if draw.random() < 0.2 else None,
    )  # fmt: skip
    sentences = tuple(dict.fromkeys(event.sentence for event in events))
    return DocumentRecord(
        document=document, sentences=sentences, events=tuple(events), attributions=(),
        relations=(_tie(events[0]),), expectations=tuple(_awaited(event) for event in events if event.status), unknowns=(),
    )  # fmt: skip


def _deed(text: _Text, one: Happening, day: date, draw: random.Random) -> Event:
    """A happening as one paper tells it: with or without its day, its place, its count; sometimes with a denial."""
    parts = [
        f"party {one.actor}",
        one.word,
        str(one.count),
        f"of party {one.recipient}",
        f"in town {one.place}",
        "then",
        "said official",
    ]
    sentence, (who, word, count, whom, place, when, source) = text.sentence(*parts)
    speaker = _entity(source, one.actor)
    stances = [Stance(source=None, value=draw.choice(("CT+", "Uu")), evidence=())]
    stances.append(Stance(source=speaker, value="CT+", evidence=(source,)))
    if draw.random() < 0.1:
        stances.append(Stance(source=_entity(whom, one.recipient), value="CT-", evidence=(source,)))
    old = (day - one.day).days > 10
    coming = not old and draw.random() < 0.1
    status = [Status(value="historical" if old else "future", evidence=when)] if old or coming else []
    return _event(
        one.category, one.mode, sentence, word, text.document, actor=(_entity(who, one.actor),), recipient=(_entity(whom, one.recipient),),
        place=_place(place, one.place) if draw.random() < 0.7 else None,
        time=_day(when, one.day + timedelta(days=draw.random() < 0.1)) if draw.random() < 0.8 else None,
        numbers=(Number(role="killed", low=one.count, high=one.count + draw.randrange(2), unit="people", span=count),),
        status=tuple(status), stances=tuple(stances),
    )  # fmt: skip


def _said(text: _Text, one: Happening, deed: Event, draw: random.Random) -> Event:
    """What somebody says about it."""
    category, mode, word = draw.choice(WORDS)
    party = _few(draw, PARTIES)
    sentence, (who, trigger, whom) = text.sentence(f"party {party}", word, f"party {one.actor}")
    return _event(
        category, mode, sentence, trigger, text.document, actor=(_entity(who, party),), recipient=(_entity(whom, one.actor),), about=(deed.id,),
        stances=(Stance(source=None, value="CT+", evidence=()),),
    )  # fmt: skip


def _event(category: str, mode: str | None, sentence: Span, trigger: Span, document: str, **rest: object) -> Event:
    plain = Event(
        id=content_id("event", document, trigger.start, category), document=document, sentence=sentence, trigger=trigger,
        category=category, mode=mode, contexts=(), cameo=None, quad=None, score=None, actor=(), recipient=(), place=None,
        time=None, numbers=(), status=(), stances=(), about=(), why=Why(rule=f"{trigger.text}.v"), missing=(),
    )  # fmt: skip
    return replace(plain, **rest)  # type: ignore[arg-type]


def _entity(span: Span, number: int) -> Entity:
    code = f"P{number:02}"
    return Entity(span=span, name=f"party {number}", kind="state", country=code, id=code, code=code)


def _place(span: Span, number: int) -> Place:
    country = f"P{number // 5:02}"
    return Place(span=span, name=f"town {number}", country=country, admin1=None, lat=0.0, lon=0.0, precision="exact")


def _day(span: Span, day: date) -> Time:
    stated = day.isoformat()
    return Time(span=span, value=stated, start=stated, end=stated, granularity="day", basis="stated")


def _tie(event: Event) -> Relation:
    return Relation(
        id=content_id("relation", event.id), document=event.document, giver=event.actor[0], receiver=event.recipient[0],
        type="rival", evidence=(event.sentence,),
    )  # fmt: skip


def _awaited(event: Event) -> Expectation:
    return Expectation(
        id=content_id("expectation", event.id), document=event.document, text=event.sentence, by=event.actor[0], source=None,
        due=event.time, event=event.id,
    )  # fmt: skip


def _reprint(record: DocumentRecord, number: int, draw: random.Random, day: date) -> DocumentRecord:
    """Another paper's print of a report, with a paragraph of its own at its end."""
    name = content_id("synthetic", number)

    def moved(value: object) -> object:
        if isinstance(value, Span):
            return replace(value, document=name)
        if isinstance(value, tuple):
            return tuple(moved(item) for item in value)
        if hasattr(value, "__dataclass_fields__"):
            return replace(value, **{field: moved(getattr(value, field)) for field in value.__dataclass_fields__})  # type: ignore[type-var]
        return {record.document.id: name, **ids}.get(value, value) if isinstance(value, str) else value

    ids = {event.id: content_id("event", name, event.trigger.start, event.category) for event in record.events}
    ids |= {one.id: content_id("relation", name, one.id) for one in record.relations}
    ids |= {one.id: content_id("expectation", name, one.id) for one in record.expectations}
    found = moved(record)
    assert isinstance(found, DocumentRecord)  # noqa: S101 - tells mypy what comes back
    more = " ".join(f"w{draw.randrange(10**6)}" for _ in range(20))
    document = replace(
        found.document, path=f"{number}.txt", publisher=draw.choice(PAPERS), text=f"{found.document.text} {more}",
        published=Published(value=day.isoformat(), source="given"),
    )  # fmt: skip
    return replace(found, document=document)
