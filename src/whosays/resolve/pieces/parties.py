"""Who took part in an event, as its own words say: each once, and nobody who does to himself what takes two."""

from __future__ import annotations

from whosays.record.coded import Mention
from whosays.record.event import Missing
from whosays.record.world import Entity
from whosays.resolve.resolver import Resolver

PLAIN_PRONOUNS = frozenset({"him", "her", "it", "them", "us", "me"})
# What somebody does with or for another, and not with himself or for his own army.
BETWEEN_TWO = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "MOBILIZE", "REJECT", "SUPPORT"})
ARMED = frozenset({"MIL", "REB", "UAF", "PMC"})
OWN = ("its →", "their →")


def participants(
    resolver: Resolver, mentions: tuple[Mention, ...], slot: str, missing: dict[str, Missing]
) -> tuple[Entity, ...]:
    """Whom the mentions of one side stand for; where nobody is known, or none is told, `missing` says so."""
    told = [entity for mention in mentions for entity in resolver.who(mention)]
    found = tuple({_same(entity): entity for entity in reversed(told)}.values())[::-1]  # the first mention of each
    if mentions and not found:
        missing[slot] = Missing(field=slot, reason="unresolved")
    elif not mentions and slot not in missing:
        missing[slot] = Missing(field=slot, reason="not_stated")
    return found


def but_the_doer(recipients: tuple[Entity, ...], actors: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Recipients but those of whom a plain pronoun speaks as of the doer: in "they freed them" somebody else was freed."""
    doers = {_same(one) for one in actors}
    return tuple(one for one in recipients if one.span.text.lower() not in PLAIN_PRONOUNS or _same(one) not in doers)


def not_themselves(recipients: tuple[Entity, ...], actors: tuple[Entity, ...], category: str) -> tuple[Entity, ...]:
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
