"""Whom a noun for people or a body stands for that has no name of its own: "the Armenian soldiers", "a spokesman", "the ministry"."""

from __future__ import annotations

from dataclasses import replace

from whosays.record.reading import Sentence
from whosays.record.world import EntityKind
from whosays.resolve.actors import nominals
from whosays.resolve.actors.authorities import authority_of
from whosays.resolve.actors.namesakes import has_own_name
from whosays.resolve.actors.some import of_others
from whosays.resolve.fold import slug
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import complements, core, count, is_indefinite, is_plural, phrase
from whosays.resolve.phrases.story import Referent
from whosays.resolve.register.nouns import Noun
from whosays.resolve.whose import rebels
from whosays.resolve.whose.aboard import is_of_trade, is_of_vessel, owners_of_crew
from whosays.resolve.whose.backers import backers
from whosays.resolve.whose.local import STATES, is_local
from whosays.resolve.whose.owners import Owner
from whosays.resolve.whose.supposed import of_the_scene
from whosays.resolve.whose.whose import owners_of

BODIES: dict[str | None, EntityKind] = {"REB": "armed_group", "PMC": "armed_group"}


def nameless(people: Participants, sentence: Sentence, head: int, words: list[int], noun: Noun) -> tuple[Referent, ...]:
    """Whom a noun for people stands for: those of its owner, those it takes up, else those of the state spoken of."""
    found = describe(sentence, head, words, noun)
    if found.sector == "MIL" and is_of_trade(people, sentence, head, noun):
        found = replace(found, sector="CVL")
    aboard = is_of_vessel(people, sentence, head, noun)
    behind = backers(people.scene, sentence, words)  # "Iran-backed rebels" are not Iran's
    mine = [] if aboard else [one for one in owners_of(people, sentence, head, words) if one.country not in behind]
    mine = mine or owners_of_crew(people, sentence, head, noun)
    if aboard and not mine:
        return (found,)
    if mine:
        beside = of_others(sentence, head, words, found) if any(owner.country is None for owner in mine) else ()
        return (*(belonging(people, found, owner, noun) for owner in mine), *beside)
    fighting = rebels.side_of(people, sentence, head, words, found, noun)
    fighting = fighting or rebels.spoken_for(people, sentence, head, found)
    if fighting is not None:
        return (fighting,)
    if people.scene.names[sentence.index].get(head) is None and not is_indefinite(sentence, head):
        back = nominals.nominal(people, sentence, head, found, noun)
        if back:
            return back
    one = nominals.one_of_them(people, sentence, head, found, noun)
    if one:
        return one
    local = is_local(noun, sentence, head, words) and not has_own_name(people, sentence, head, noun)
    theirs = of_the_scene(people, sentence, head, found) if local else found
    return (found if theirs.country in behind else theirs,)


def describe(sentence: Sentence, head: int, words: list[int], noun: Noun) -> Referent:
    """What a phrase's own words say of those it stands for, before anybody is told whose they are."""
    many = is_plural(sentence.tokens[head]) or count(sentence, head) not in {None, 1}
    kind = BODIES.get(noun.sector) or ("organisation" if noun.body else "group" if many else "unnamed")
    behind = [child for _, child in complements(sentence, head) if child > head]
    full = sorted({*words, *(i for child in behind for i in _short(sentence, child))})
    quarrelling = noun.noun == "party" and many and len(words) <= 2  # "all parties" to a quarrel are no political ones
    return Referent(
        name=phrase(sentence, full),
        kind="group" if quarrelling else kind,
        sector=None if quarrelling else noun.sector,
        plural=many,
        person=not noun.body,
        gender=noun.gender,
        count=count(sentence, head),
        noun=noun.noun,
    )


def _short(sentence: Sentence, child: int) -> list[int]:
    """The words of a complement that is short enough to be part of a name: "of the coast guard"."""
    words = core(sentence, child)
    cases = [c for c in sentence.children[child] if sentence.tokens[c].deprel == "case"]
    return [*cases, *words] if len(words) <= 6 else []


def belonging(people: Participants, found: Referent, owner: Owner, noun: Noun) -> Referent:
    """The referent as belonging to an owner; words for the state itself become the state."""
    scene = people.scene
    governing = authority_of(scene.world, found, owner.code, noun) if owner.country is None and owner.code else None
    if governing is not None:
        return governing
    if noun.noun in STATES and owner.country is not None and owner.code == owner.country:
        return Referent(
            name=scene.world.state_name(owner.country),
            kind="state",
            country=owner.country,
            sector="GOV",
            code=owner.country,
            id=owner.country,
            via=owner.via or found.name,
            noun=noun.noun,
        )
    id_ = f"{owner.code}:{slug(noun.noun)}" if noun.body and owner.code and not found.plural else found.id
    sector = found.sector or owner.sector
    return replace(found, country=owner.country, code=owner.code, sector=sector, via=owner.via, id=id_)
