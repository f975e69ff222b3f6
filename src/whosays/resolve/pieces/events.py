"""One event of the record: a coded event with who, where and when, and what its stances are."""

from __future__ import annotations

from whosays.record.coded import CodedEvent
from whosays.record.event import Event, Missing
from whosays.record.ids import content_id
from whosays.record.span import Span
from whosays.record.world import Entity, Place, codes_of
from whosays.resolve.parties.befallen import at_home, whereabouts
from whosays.resolve.parties.struck import struck_there
from whosays.resolve.pieces.circumstances import place_of, time_of
from whosays.resolve.pieces.parties import but_the_doer, not_themselves, participants
from whosays.resolve.pieces.sayings import stances_of, without_own_denials
from whosays.resolve.resolver import Resolver
from whosays.resolve.scene.scene import Scene
from whosays.resolve.whose.around import state_around

# What is done to a government and not in its town; an envoy who travels to a capital is there.
TO_GOVERNMENTS = frozenset({"ACCUSE", "AID", "COERCE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})


def event_id(document: str, event: CodedEvent) -> str:
    """The id of a coded event of a document."""
    return content_id("event", document, event.trigger.start, event.trigger.end, event.category)


def event_of(resolver: Resolver, event: CodedEvent, ids: list[str], attributions: list[str]) -> Event:
    """The event as its own sentence tells it; `ids` and `attributions` are those of all the document's, in their order."""
    missing = {item.field: item for item in event.missing}
    actor = participants(resolver, event.actor, "actor", missing)
    recipient = but_the_doer(participants(resolver, event.recipient, "recipient", missing), actor)
    recipient = not_themselves(recipient, actor, event.category)
    if event.recipient and not recipient and "recipient" not in missing:
        missing["recipient"] = Missing(field="recipient", reason="unresolved")
    parties = (*actor, *recipient) if event.category in TO_GOVERNMENTS | {"AGREE"} else ()
    if event.category == "AGREE":  # a visit to a capital is announced too
        parties = tuple(one for one in parties if one.via is None)
    place = place_of(resolver, event.place, missing, parties)
    recipient = at_home(recipient, event.category, place, befell_in(resolver.scene, event))
    if not recipient and event.category in {"ASSAULT", "COERCE"}:
        recipient = _struck(resolver, event, place, actor)
        missing = {name: gap for name, gap in missing.items() if name != "recipient" or not recipient}
    time = time_of(resolver, event, missing)
    category = resolver.scene.world.categories.get(event.category)
    return Event(
        id=event_id(resolver.scene.reading.document.id, event),
        document=resolver.scene.reading.document.id,
        sentence=_sentence(resolver, event.sentence),
        trigger=resolver.span(event.trigger),
        category=event.category,
        mode=event.mode,
        contexts=event.contexts,
        cameo=event.cameo,
        quad=category.quad if category is not None else None,
        score=category.score if category is not None else None,
        actor=actor,
        recipient=recipient,
        place=place,
        time=time,
        numbers=event.numbers,
        status=event.status,
        stances=without_own_denials(
            tuple(s for coded in event.stances for s in stances_of(resolver, coded, attributions))
        ),
        about=tuple(ids[index] for index in event.about),
        within=None if event.within is None else ids[event.within],
        why=event.why,
        missing=tuple(missing[name] for name in sorted(missing)),
        clause=tuple(resolver.span(piece) for piece in event.clause),
    )


def _struck(
    resolver: Resolver, event: CodedEvent, place: Place | None, actor: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """The state in which stands what was struck: that of the place, else the one that the report is about if others did it."""
    scene = resolver.scene
    setting = _set_in(scene, event)
    country, via = whereabouts(place, setting if setting not in codes_of(actor) else None)
    if country is None:
        return ()
    return struck_there(scene.world, scene.reading, event.recipient, country, via)


def _set_in(scene: Scene, event: CodedEvent) -> str | None:
    """The state that an event's sentence is set in, as far as its people and its houses go."""
    return state_around(scene, scene.reading.sentences[event.sentence], None)


def befell_in(scene: Scene, event: CodedEvent) -> str | None:
    """The state whose people an event befell if no place tells; of what was fired from somewhere that is not known."""
    return None if event.sent else _set_in(scene, event)


def _sentence(resolver: Resolver, index: int) -> Span:
    reading = resolver.scene.reading
    sentence = reading.sentences[index]
    text = reading.document.text[sentence.start : sentence.end]
    return Span(document=reading.document.id, start=sentence.start, end=sentence.end, text=text)
