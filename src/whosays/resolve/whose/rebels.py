"""Which armed group is meant where its name is not said: "the rebels", "rebel delegates", "the insurgents".

A report names a group once and then goes on with what it is. Only what says on which side somebody fights takes a group up;
"gunmen" and "attackers" say no more than what was done.
"""

from __future__ import annotations

from dataclasses import replace

from whosays.record.reading import Sentence
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import is_definite
from whosays.resolve.phrases.story import Referent
from whosays.resolve.register.nouns import Noun
from whosays.resolve.whose.owners import Owner

# What somebody is on a side, not what somebody did.
SIDED = frozenset(
    """rebel insurgent guerrilla guerilla militant separatist secessionist fighter jihadist jihadi paramilitary paramilitaries
    rebels insurgents militants separatists fighters""".split()
)
SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
OF = frozenset({"amod", "compound", "nmod", "nmod:poss"})
IN_FRONT = frozenset({"rebel", "guerrilla", "guerilla", "insurgent", "separatist", "militant"})


def side_of(
    people: Participants, sentence: Sentence, head: int, words: list[int], found: Referent, noun: Noun
) -> Referent | None:
    """The group's people that a phrase stands for: "the rebels" after "the Harbour Front seized the port"; None where it is none."""
    if not _names_a_side(sentence, head, words, noun):
        return None
    group = _last_told(people) or _last_named(people, sentence, head)
    if group is None:
        return None
    return replace(found, sector="REB", country=None, code=group, via=f"{found.name} → {group}")


def spoken_for(people: Participants, sentence: Sentence, head: int, found: Referent) -> Referent | None:
    """The spokesman of a group that was the subject just before: "The Front denied it. A spokesman wrote …"; None where it is none's."""
    described = any(sentence.tokens[c].deprel in OF for c in sentence.children[head])  # "a junta spokesman"
    if found.noun not in SPEAKING or found.plural or described or sentence.tokens[head].deprel != "nsubj":
        return None
    for turn in reversed(people.story.lately):
        if sentence.index - turn.sentence > 1 or turn.paragraph != sentence.paragraph:
            return None
        if turn.subject and (turn.sentence, turn.head) != (sentence.index, head):
            group = turn.referents[0] if len(turn.referents) == 1 else None
            if group is None or group.kind != "armed_group" or group.code in {None, group.country}:
                return None
            return replace(found, sector="REB", country=None, code=group.code, via=f"{found.name} → {group.name}")
    return None


def owners_of_things(people: Participants, sentence: Sentence, head: int, words: list[int]) -> list[Owner]:
    """The group whose a thing is: "a rebel convoy", "guerrilla positions"."""
    front = (sentence.tokens[i].text.lower() for i in words if i < head)
    if not any(word in IN_FRONT for word in front):
        return []
    group = _last_told(people) or _last_named(people, sentence, head)
    return [Owner(country=None, code=group, sector="REB", via=None)] if group is not None else []


def _names_a_side(sentence: Sentence, head: int, words: list[int], noun: Noun) -> bool:
    """ "The rebels", "rebel delegates"; "rebels" alone may be any, and "the rebel-held town" is nobody."""
    last = noun.noun.split()[-1]
    if noun.body:
        return False
    if last in SIDED:
        before_noun = sentence.tokens[head].deprel in {"compound", "amod"}  # "rebel fire killed two"
        return before_noun or is_definite(sentence, head)
    front = (sentence.tokens[i].text.lower() for i in words if i < head)
    return any(word in IN_FRONT for word in front)


def _last_told(people: Participants) -> str | None:
    for turn in reversed(people.story.lately):
        for referent in turn.referents:
            if referent.sector == "REB" and referent.code not in {None, referent.country}:
                return referent.code
    return None


def _last_named(people: Participants, sentence: Sentence, head: int) -> str | None:
    """The group that the text last named in passing: "a Houthi prison"."""
    for index in range(sentence.index, -1, -1):
        known = people.scene.known[index]
        for word in sorted(known, reverse=True):
            actor = known[word].alias.actor
            if actor.kind == "armed_group" and actor.country is None and (index < sentence.index or word < head):
                return actor.id
    return None
