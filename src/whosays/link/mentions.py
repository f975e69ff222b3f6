"""From an event to what is compared of it, and the block in which its like is looked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from whosays.link.incidents import is_background
from whosays.record.event import Event
from whosays.record.ids import content_id
from whosays.record.linking import Mention, Source
from whosays.record.world import Entity, Time

LONG = 45  # days; that two intervals longer than this meet says too little
SPANS = (64, 32, 16, 8, 4, 2)  # days, one half of the other, so that their borders fall together
SEPARATOR = "/"  # between the parts of a block's name
BOUTS = frozenset({"fighting", "battle", "clash", "clashes", "firefight", "gunfight", "war"})  # name no single blow
WIDE = frozenset({"country", "admin1"})


def mention_of(event: Event, source: Source) -> Mention:
    """An event's side of every comparison; `source` is the report that tells it."""
    first, last = days(event.time)
    place = event.place
    return Mention(
        event=event.id,
        document=event.document,
        told=f"{source.day or '9999'} {event.document} {event.trigger.start:08d} {event.id}",
        block=_block(event, first if is_short(first, last) else _day(source.day)),
        category=event.category,
        mode=event.mode,
        stem=event.trigger.text.casefold()[:5],
        trigger=event.trigger.text,
        sentence=content_id("sentence", event.sentence.text),
        actors=codes(event.actor),
        recipients=codes(event.recipient),
        first=first,
        last=last,
        background=is_background(event),
        bare=_is_bare(event),
        place=place.name if place else None,
        place_id=place.id if place else None,
        country=place.country if place else None,
        wide=bool(place and place.precision in WIDE),
    )


def _is_bare(event: Event) -> bool:
    """Whether a mention is a noun that may take up what was told: "the strike", not "the fighting"."""
    noun = event.why.rule is not None and ".n" in event.why.rule
    return noun and event.trigger.text.casefold() not in BOUTS


def codes(entities: Sequence[Entity]) -> str:
    """What participants count as; who is unknown, or was only supposed to be of the text's own state, tells nothing."""
    known = (entity for entity in entities if not entity.is_supposed)
    return "|".join(sorted({entity.code for entity in known if entity.code is not None}))


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
