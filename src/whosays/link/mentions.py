"""From an event to what is compared of it, and the block in which its like is looked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from whosays.link.incidents import is_background
from whosays.record.event import NOT_YET, Event, Number
from whosays.record.ids import content_id
from whosays.record.linking import Mention, Source
from whosays.record.world import Entity, Time

LONG = 45  # days; that two intervals longer than this meet says too little
EVER = 1  # the first day that there is
SPANS = (64, 32, 16, 8, 4, 2)  # days, one half of the other, so that their borders fall together
SEPARATOR = "/"  # between the parts of a block's name
PERSON = ":"  # between whose a person is and his name
BOUTS = frozenset({"fighting", "battle", "clash", "clashes", "firefight", "gunfight", "war"})  # name no single blow
DEFINITE = frozenset("the this that these those its his her their".split())
REACH = 3  # words between such a word and the noun, that included: "the deadly drone strike"
# Whoever does this to people knows how many they were; what is counted afterwards, the dead and hurt, differs by who counts.
HANDLED = frozenset({"captured", "arrested", "released", "expelled", "deported", "convicted"})
WIDE = frozenset({"country", "admin1"})


def mention_of(event: Event, source: Source) -> Mention:
    """An event's side of every comparison; `source` is the report that tells it."""
    printed = _day(source.day)
    first, last = days(event.time)
    near = first if is_short(first, last) else printed
    if first is None and printed is not None and not {status.value for status in event.status} & NOT_YET:
        first, last = EVER, printed  # on which day it was is not said, but that it was
    place = event.place
    count = next((one for one in event.numbers if one.role in HANDLED and not is_somebody(one)), None)
    return Mention(
        event=event.id,
        document=event.document,
        told=f"{source.day or '9999'} {event.document} {event.trigger.start:08d} {event.id}",
        block=_block(event, near),
        category=event.category,
        mode=event.mode,
        stem=event.trigger.text.casefold()[:5],
        trigger=event.trigger.text,
        sentence=content_id("sentence", event.sentence.text),
        actors=codes(event.actor),
        recipients=codes(event.recipient, persons=True),
        first=first,
        last=last,
        background=is_background(event),
        bare=_is_bare(event),
        place=place.name if place else None,
        place_id=place.id if place else None,
        country=place.country if place else None,
        wide=bool(place and place.precision in WIDE),
        counted=count.role if count else None,
        least=count.low if count else None,
        most=count.high if count else None,
        own=is_own(event),
    )


def _is_bare(event: Event) -> bool:
    """Whether a mention is a noun that takes up what was told: "the strike", not "a strike on Sama killed two" nor "the fighting"."""
    if event.why.rule is None or ".n" not in event.why.rule or event.trigger.text.casefold() in BOUTS:
        return False
    before = event.sentence.text[: event.trigger.start - event.sentence.start].casefold().split()
    return not DEFINITE.isdisjoint(before[-REACH:]) and not (event.place and event.numbers)


def is_somebody(number: Number) -> bool:
    """Whether a count of one is only the singular of "a port worker": of how many nothing is said."""
    return number.low == number.high == 1 and number.span.text.lower().startswith(("a ", "an "))


def is_own(event: Event) -> bool:
    """Whether a report tells an event in its own voice, as a fact."""
    return any(stance.source is None and stance.value == "CT+" for stance in event.stances)


def codes(entities: Sequence[Entity], *, persons: bool = False) -> str:
    """What participants count as; who is unknown, or was only supposed to be of the text's own state, tells nothing.

    With `persons`, people known by name are told from one another: "PER:ana-salas".
    """
    known = (entity for entity in entities if not entity.is_supposed)
    return "|".join(sorted({_code(entity, persons=persons) for entity in known if entity.code is not None}))


def _code(entity: Entity, *, persons: bool) -> str:
    kind, _, name = (entity.id or "").partition(":")
    named = persons and entity.kind == "person" and kind == "person"
    return f"{entity.code}{PERSON}{name}" if named else entity.code or ""


def days(time: Time | None) -> tuple[int, int] | tuple[None, None]:
    """The first and last day of a time, as ordinals; None where it is open."""
    if time is None or time.start is None or time.end is None:
        return None, None
    return date.fromisoformat(time.start[:10]).toordinal(), date.fromisoformat(time.end[:10]).toordinal()


def is_short(first: int | None, last: int | None) -> bool:
    """Whether two times of this length that meet say something."""
    return first is not None and last is not None and last - first <= LONG


def _day(stated: str) -> int | None:
    return date.fromisoformat(stated).toordinal() if len(stated) == len("2025-01-12") else None


def _block(event: Event, day: int | None) -> str:
    """Category, ever shorter spans of days, state, place, participant; without a time of its own, the report's day counts.

    Days come first because reports of one happening agree in them most often; a place, and who took part, every other
    report leaves out.
    """
    spans = ["open" if day is None else str(day // span) for span in SPANS]
    country, place = (event.place.country or "", event.place.name) if event.place else ("", "")
    parties = [one for group in (event.actor, event.recipient) for one in codes(group).split("|") if one]
    parts = (event.category, *spans, country, place, min(parties, default=""))
    return SEPARATOR.join(part.replace(SEPARATOR, "_") for part in parts)
