"""Where and when an event was, by the first of its words that tell; why it is not known where none does."""

from __future__ import annotations

from whosays.record.coded import CodedEvent, Mention
from whosays.record.event import Missing, Reason
from whosays.record.world import Entity, Place, Time
from whosays.resolve.resolver import Resolver

METONYMS = ("capital: ", "seat of government: ")


def place_of(
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


def time_of(resolver: Resolver, event: CodedEvent, missing: dict[str, Missing]) -> Time | None:
    """When it was: what its own words say, else, for a statement, the day that the report tells of."""
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
