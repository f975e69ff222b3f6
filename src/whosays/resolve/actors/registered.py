"""Whom a name of the register stands for: "Baku", "the Greeks", "the Foreign Office in Lima", a surname that the text has introduced."""

from __future__ import annotations

from whosays.record.reading import Sentence
from whosays.resolve.actors.namesakes import elsewhere
from whosays.resolve.fold import slug
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import count, is_plural, phrase
from whosays.resolve.phrases.story import Referent
from whosays.resolve.scene.known import Known
from whosays.resolve.whose.minorities import nation_of
from whosays.resolve.whose.owners import with_owner


def registered(people: Participants, sentence: Sentence, head: int, known: Known, words: list[int]) -> Referent:
    """The actor of a name of the register; the people that a demonym names, the state that an adjective alone does."""
    actor, sense = known.alias.actor, known.alias.sense
    if sense in {"demonym", "demonyms", "adjective"}:
        plural = sense != "demonym" or is_plural(sentence.tokens[head])
        nation = nation_of(people, sentence, head, words)
        if _is_bare_adjective(sentence, head, words) and actor.kind == "state" and nation.code == actor.code:
            code = actor.code  # "Greek claims", "an Israeli strike": whose they are is the state
            name = people.scene.world.state_name(code) if code is not None else actor.name
            return Referent(name=name, kind="state", country=actor.country, code=code, id=code, sector="GOV")
        return Referent(
            name=phrase(sentence, words),
            kind="group" if plural else "unnamed",
            country=nation.country,
            code=nation.code,
            plural=plural,
            person=True,
            count=count(sentence, head),
            noun="people",
            via=nation.via,
        )
    told = people.story.person(known.alias.text) if actor.kind == "person" and " " not in known.alias.text else None
    if told is not None:  # someone of this surname whom the text has introduced
        return told
    via = {"capital": "capital", "seat": "seat of government"}.get(sense)
    other = elsewhere(people, sentence, head, known, words)
    if other is not None:
        name = phrase(sentence, words)
        return with_owner(Referent(name=name, kind="organisation", id=f"{other.code}:{slug(actor.name)}"), other, "GOV")
    found = Referent(
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        sector=actor.sector,
        code=actor.code,
        id=actor.id,
        via=via and f"{via}: {known.alias.text}",
        person=actor.kind == "person",
    )
    return people.story.remember(found) if found.person else found


def _is_bare_adjective(sentence: Sentence, head: int, words: list[int]) -> bool:
    """Whether a participant is an adjective alone in front of a thing, and no phrase of people: "Greek claims", but "a Greek"."""
    token = sentence.tokens[head]
    before = token.deprel in {"amod", "compound", "nmod:poss"} and token.head > head
    return words == [head] and before and not sentence.children[head]
