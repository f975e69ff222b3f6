"""Put the record of one document together: words become spans, participants, places and times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import TypeVar

from whosays.record.coded import (
    Coded,
    CodedAttribution,
    CodedEvent,
    CodedExpectation,
    CodedRelation,
    CodedStance,
    CodedUnknown,
    Mention,
)
from whosays.record.event import Attribution, Event, Missing, Reason, Stance
from whosays.record.ids import content_id
from whosays.record.incident import Expectation, Relation, Unknown
from whosays.record.reading import Reading
from whosays.record.span import Span
from whosays.record.whole import DocumentRecord
from whosays.record.world import Entity, Place, Time, codes_of
from whosays.resolve.actors.who import meet
from whosays.resolve.parties.befallen import at_home, whereabouts
from whosays.resolve.parties.own_words import without_own_denials
from whosays.resolve.parties.parties import completed
from whosays.resolve.parties.struck import struck_there
from whosays.resolve.places.where import Where
from whosays.resolve.resolver import Resolver
from whosays.resolve.scene.scene import Scene, set_scene
from whosays.resolve.times.when import When
from whosays.resolve.whose.around import state_around
from whosays.resolve.world import World

PLAIN_PRONOUNS = frozenset({"him", "her", "it", "them", "us", "me"})
TOGETHER = frozenset({"Y", "agreement", "conflict"})  # ties that what is done together makes between its doers
# What is done to a government and not in its town; an envoy who travels to a capital is there.
TO_GOVERNMENTS = frozenset({"ACCUSE", "AID", "COERCE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
# What somebody does with or for another, and not with himself or for his own army.
BETWEEN_TWO = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "MOBILIZE", "REJECT", "SUPPORT"})
ARMED = frozenset({"MIL", "REB", "UAF", "PMC"})
OWN = ("its →", "their →")
METONYMS = ("capital: ", "seat of government: ")
NAMELESS = frozenset({"group", "unnamed"})
Item = TypeVar("Item", Event, Attribution, Relation, Expectation, Unknown)

PRONOUNS = frozenset({"it", "they", "he", "she", "who", "which", "that", "one"})


def resolve(reading: Reading, coded: Coded, world: World) -> DocumentRecord:
    """Say who, where and when: the record of one document, complete without any other.

    A mention that stands for nobody known leaves its field empty with a reason; it never costs another its value.
    """
    scene = set_scene(reading, coded, world)
    resolver = Resolver(
        scene=scene, people=meet(scene), where=Where(scene), when=When(scene), attributions=coded.attributions
    )
    document = reading.document.id
    ids = [_event_id(document, event) for event in coded.events]
    attributions = _attribution_ids(document, coded.attributions)
    events = tuple(_once(_event(resolver, event, ids, attributions) for event in coded.events))
    told = dict(zip(ids, coded.events, strict=True))
    settings = {item: _befell_in(scene, event) for item, event in told.items()}
    done = completed(reading, told, events, settings, world)
    by_id = {event.id: event for event in done}
    parties = [by_id[item] for item in ids]
    return DocumentRecord(
        document=reading.document,
        sentences=tuple(
            Span(document=document, start=s.start, end=s.end, text=reading.document.text[s.start : s.end])
            for s in reading.sentences
        ),
        events=done,
        attributions=tuple(_once(_attributions(resolver, coded.attributions, attributions))),
        relations=tuple(_once(r for tie in coded.relations for r in _relations(resolver, tie, parties, attributions))),
        expectations=tuple(_once(_expectation(resolver, item, ids) for item in coded.expectations)),
        unknowns=tuple(_once(_unknown(resolver, item, ids) for item in coded.unknowns)),
    )


def _once(items: Iterable[Item]) -> Iterator[Item]:
    seen: set[str] = set()
    for item in items:
        if item.id not in seen:
            seen.add(item.id)
            yield item


def _event_id(document: str, event: CodedEvent) -> str:
    return content_id("event", document, event.trigger.start, event.trigger.end, event.category)


def _attribution_ids(document: str, attributions: tuple[CodedAttribution, ...]) -> list[str]:
    return [
        content_id(
            "attribution",
            document,
            a.source.start if a.source is not None else None,
            a.cue.start if a.cue is not None else None,
            *(piece.start for piece in a.content),
        )
        for a in attributions
    ]


def _event(resolver: Resolver, event: CodedEvent, ids: list[str], attributions: list[str]) -> Event:
    missing = {item.field: item for item in event.missing}
    actor = _participants(resolver, event.actor, "actor", missing)
    recipient = _others(_participants(resolver, event.recipient, "recipient", missing), actor)
    recipient = _not_themselves(recipient, actor, event.category)
    if event.recipient and not recipient and "recipient" not in missing:
        missing["recipient"] = Missing(field="recipient", reason="unresolved")
    parties = (*actor, *recipient) if event.category in TO_GOVERNMENTS | {"AGREE"} else ()
    if event.category == "AGREE":  # a visit to a capital is announced too
        parties = tuple(one for one in parties if one.via is None)
    place = _place(resolver, event.place, missing, parties)
    recipient = at_home(recipient, event.category, place, _befell_in(resolver.scene, event))
    if not recipient and event.category in {"ASSAULT", "COERCE"}:
        recipient = _struck(resolver, event, place, actor)
        missing = {name: gap for name, gap in missing.items() if name != "recipient" or not recipient}
    time = _time(resolver, event, missing)
    category = resolver.scene.world.categories.get(event.category)
    return Event(
        id=ids_of(resolver, event),
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
            tuple(s for coded in event.stances for s in _stances(resolver, coded, attributions))
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


def _befell_in(scene: Scene, event: CodedEvent) -> str | None:
    """The state whose people an event befell if no place tells; of what was fired from somewhere that is not known."""
    return None if event.sent else _set_in(scene, event)


def ids_of(resolver: Resolver, event: CodedEvent) -> str:
    """The id of a coded event of this document."""
    return _event_id(resolver.scene.reading.document.id, event)


def _sentence(resolver: Resolver, index: int) -> Span:
    reading = resolver.scene.reading
    sentence = reading.sentences[index]
    text = reading.document.text[sentence.start : sentence.end]
    return Span(document=reading.document.id, start=sentence.start, end=sentence.end, text=text)


def _participants(
    resolver: Resolver, mentions: tuple[Mention, ...], slot: str, missing: dict[str, Missing]
) -> tuple[Entity, ...]:
    told = [entity for mention in mentions for entity in resolver.who(mention)]
    found = tuple({_same(entity): entity for entity in reversed(told)}.values())[::-1]  # the first mention of each
    if mentions and not found:
        missing[slot] = Missing(field=slot, reason="unresolved")
    elif not mentions and slot not in missing:
        missing[slot] = Missing(field=slot, reason="not_stated")
    return found


def _others(recipients: tuple[Entity, ...], actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Recipients but those of whom a plain pronoun speaks as of the doer: in "they freed them" somebody else was freed."""
    doers = {_same(one) for one in actors}
    return tuple(one for one in recipients if one.span.text.lower() not in PLAIN_PRONOUNS or _same(one) not in doers)


def _not_themselves(recipients: tuple[Entity, ...], actors: tuple[Entity, ...], category: str) -> tuple[Entity, ...]:
    """Recipients but those who act, where it takes two: a word that seems to lead back ("trained its founders") was misread.

    A demand may be made of one's own ("ordered its tankers home"), but not by a name of the one who makes it.
    """
    doers = {one.id for one in actors if one.id is not None and one.code is not None}
    armies = {one.code for one in actors if one.code is not None and (one.kind == "state" or one.sector in ARMED)}

    def oneself(one: Entity) -> bool:
        if category == "REQUEST":
            return one.id in doers and "→" not in (one.via or "")
        owned = (one.via or "").startswith(OWN) and one.sector in ARMED | {"GOV"}
        return one.id in doers or (one.code in armies and (owned or (one.is_supposed and one.sector in ARMED)))

    asked = category in BETWEEN_TWO or category == "REQUEST"
    return tuple(one for one in recipients if not (asked and oneself(one)))


def _same(entity: Entity) -> tuple[object, ...]:
    """What makes two mentions of participants one: a known name, else the same words."""
    return (entity.id,) if entity.id is not None else (entity.name, entity.code, entity.kind)


def _place(
    resolver: Resolver, mentions: tuple[Mention, ...], missing: dict[str, Missing], parties: tuple[Entity, ...]
) -> Place | None:
    """Where it was; never a capital that stands for its government ("supplied drones to Moscow")."""
    governments = {
        one.span.start for one in parties if one.kind == "state" and (one.via is None or one.via.startswith(METONYMS))
    }
    for mention in mentions:
        if mention.start in governments:
            continue
        place = resolver.where.place(mention)
        if place is not None and place.precision == "country" and _is_one_of_several(resolver, mention):
            break  # "attacked posts in Peru and Chile" was in neither alone
        if place is not None and not (place.precision == "country" and _is_owner(resolver, mention)):
            missing.pop("place", None)
            return place
    missing["place"] = Missing(field="place", reason="unresolved" if mentions else _reason(missing, "place"))
    return None


def _is_one_of_several(resolver: Resolver, mention: Mention) -> bool:
    """Whether a state is named beside another: "in Peru and Chile"."""
    sentence = resolver.scene.reading.sentences[mention.sentence]
    token, known = sentence.tokens[mention.head], resolver.scene.known[mention.sentence]
    beside = [child for child in sentence.children[mention.head] if sentence.tokens[child].deprel == "conj"]
    beside += [token.head] if token.deprel == "conj" else []
    return any(word in known and known[word].alias.actor.kind == "state" for word in beside)


def _is_owner(resolver: Resolver, mention: Mention) -> bool:
    """Whether a name says whose something is: "Peru's airfields" may be anywhere in Peru."""
    return resolver.scene.reading.sentences[mention.sentence].tokens[mention.head].deprel == "nmod:poss"


def _time(resolver: Resolver, event: CodedEvent, missing: dict[str, Missing]) -> Time | None:
    asked = event.category == "REQUEST"  # by when it is to be done is not when it was asked for
    times = [mention for mention in event.time if not (asked and resolver.when.is_deadline(mention))]
    for mention in times:
        time = resolver.when.time(mention, event)
        if time is not None:
            missing.pop("time", None)
            return time
    said = resolver.when.spoken(event) if not times else None
    if said is not None:
        missing.pop("time", None)
        return said
    missing["time"] = Missing(field="time", reason="unresolved" if times else _reason(missing, "time"))
    return None


def _reason(missing: dict[str, Missing], name: str) -> Reason:
    return missing[name].reason if name in missing else "not_stated"


def _stances(resolver: Resolver, stance: CodedStance, attributions: list[str]) -> Iterator[Stance]:
    sources: tuple[Entity | None, ...] = (None,)
    if stance.source is not None:  # "it said", where nobody knows who "it" is, is nobody's stance
        sources = tuple(one for one in resolver.source(stance.source) if one.name.lower() not in PRONOUNS)
    for source in sources:
        yield Stance(
            source=source,
            value=stance.value,
            evidence=tuple(map(resolver.span, stance.evidence)),
            attribution=attributions[stance.attribution] if stance.attribution is not None else None,
            as_of=resolver.when.time(stance.as_of, None) if stance.as_of is not None else None,
        )


def _attributions(
    resolver: Resolver, attributions: tuple[CodedAttribution, ...], ids: list[str]
) -> Iterator[Attribution]:
    for item, attribution in zip(ids, attributions, strict=True):
        yield Attribution(
            id=item,
            document=resolver.scene.reading.document.id,
            source=resolver.source(attribution.source)[0] if attribution.source is not None else None,
            cue=resolver.span(attribution.cue) if attribution.cue is not None else None,
            content=tuple(map(resolver.span, attribution.content)),
            quote=attribution.quote,
            kind=attribution.kind,
            parent=ids[attribution.parent] if attribution.parent is not None else None,
        )


def _relations(
    resolver: Resolver, tie: CodedRelation, events: Sequence[Event], attributions: list[str]
) -> Iterator[Relation]:
    document = resolver.scene.reading.document.id
    for giver, receiver in _parties(resolver, tie, events):
        if _are_two(giver, receiver):
            yield Relation(
                id=content_id(
                    "relation",
                    document,
                    tie.type,
                    tie.evidence.start,
                    tie.evidence.end,
                    giver.code or giver.name,
                    receiver.code or receiver.name,
                ),
                document=document,
                giver=giver,
                receiver=receiver,
                type=tie.type,
                evidence=(resolver.span(tie.evidence),),
                stances=tuple(s for stance in tie.stances for s in _stances(resolver, stance, attributions)),
                events=tuple(events[index].id for index in tie.events),
                since=resolver.when.time(tie.since, None) if tie.since is not None else None,
                until=resolver.when.time(tie.until, None) if tie.until is not None else None,
            )


def _parties(resolver: Resolver, tie: CodedRelation, events: Sequence[Event]) -> Iterator[tuple[Entity, Entity]]:
    """Each pair that a tie may join: the participants of its event, or of the words that state it.

    What is done together joins the actors with one another, one phrase for both ("the two neighbours") its members.
    """
    if tie.giver is None or tie.receiver is None:
        for event in (events[index] for index in tie.events):
            yield from combinations(event.actor, 2) if tie.type in TOGETHER else ()
            if tie.type == "agreement" and len(event.actor) > 1:
                continue  # two who sign sign with one another, and not with the town they meet in
            helped = tie.type == "Y"  # who joins another's drill supports that one
            yield from product(event.recipient, event.actor) if helped else product(event.actor, event.recipient)
    elif tie.giver == tie.receiver:
        yield from combinations(resolver.who(tie.giver) or resolver.two_states(tie.giver), 2)
    else:
        backed = resolver.backer(tie.giver)
        received = resolver.who(tie.receiver)
        if backed:  # whose fighters a state's "-backed militias" are is not known by where they are
            received = tuple(one for one in received if one.code is not None and one.code != one.country)
        yield from product(backed or resolver.who(tie.giver), received)


def _are_two(giver: Entity, receiver: Entity) -> bool:
    """Whether a tie can be between them: two parties, neither of them people or firms without a name."""
    nameless = any(
        one.code is None and (one.kind in NAMELESS or not one.name[:1].isupper()) for one in (giver, receiver)
    )
    return not nameless and (giver.code is None or giver.code != receiver.code)


def _expectation(resolver: Resolver, item: CodedExpectation, ids: list[str]) -> Expectation:
    document = resolver.scene.reading.document.id
    return Expectation(
        id=content_id("expectation", document, item.evidence.start, item.evidence.end),
        document=document,
        text=resolver.span(item.evidence),
        by=next(iter(resolver.source(item.by)), None) if item.by is not None else None,
        source=resolver.source(item.source)[0] if item.source is not None else None,
        due=resolver.when.due(item.due) if item.due is not None else None,
        event=ids[item.event] if item.event is not None else None,
        outcome="withdrawn" if item.withdrawn else "open",
    )


def _unknown(resolver: Resolver, item: CodedUnknown, ids: list[str]) -> Unknown:
    document = resolver.scene.reading.document.id
    return Unknown(
        id=content_id("unknown", document, item.evidence.start, item.evidence.end),
        document=document,
        text=resolver.span(item.evidence),
        about=ids[item.about] if item.about is not None else None,
    )
