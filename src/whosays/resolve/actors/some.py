"""Part of someone told of, and a number of them: "two of them", "nine", "a group of villagers"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.record.reading import Sentence
from whosays.record.world import EntityKind
from whosays.resolve.actors import anaphora
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import complements, core, count, phrase
from whosays.resolve.phrases.story import Referent
from whosays.resolve.whose.supposed import of_the_scene

COUNTED = frozenset({"hundred", "thousand", "dozen", "score"})
# Words for people together, who are whoever they are a group of.
GATHERED = frozenset("group crowd crew band bunch pair couple trio gathering procession column series".split())


def some_of_them(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """Part of someone told of: "two of them", "one of the drivers", "both"."""
    many = count(sentence, head) != 1 and sentence.tokens[head].text.lower() != "one"
    for case, child in complements(sentence, head):
        if case == "of":
            whole = people.refer(sentence, child)
            name = phrase(sentence, _span(sentence, head, child))
            kind: EntityKind = "group" if many else "unnamed"
            return tuple(replace(r, name=name, id=None, plural=many, via=f"part of {r.name}", kind=kind) for r in whole)
    return (
        _the_rest(people, sentence, head)
        or anaphora.pronoun(people, sentence, head)
        or _new_ones(people, sentence, head)
    )


def _the_rest(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """ "The other four are still held", after five marines: those of a greater number who were told of last."""
    rest = any(sentence.tokens[child].lemma.lower() in {"other", "remaining"} for child in sentence.children[head])
    many = count(sentence, head)
    if not rest or many is None or many < 2:
        return ()
    for turn in reversed(people.story.lately):
        for one in turn.referents:
            if one.person and one.plural and one.known and one.count is not None and one.count > many:
                name = phrase(sentence, core(sentence, head))
                return (replace(one, name=name, id=None, count=many, via=f"part of {one.name}", kind="group"),)
    return ()


def _new_ones(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """ "Dozens were detained", "killing fourteen": people, of the state spoken of, where nobody told of before is meant."""
    token = sentence.tokens[head]
    suffered = token.deprel in {"nsubj:pass", "obj"} and (token.upos == "NUM" or token.lemma.lower() in COUNTED)
    if not suffered or count(sentence, head) == 1:
        return ()
    found = Referent(name=token.text, kind="group", sector="CVL", plural=True, person=True, noun="people")
    return (of_the_scene(people, sentence, head, found),)


def gathered(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """The people that a group is a group of: "a group of villagers" are villagers."""
    if sentence.tokens[head].lemma.lower() not in GATHERED:
        return ()
    inside = next((child for case, child in complements(sentence, head) if case == "of"), None)
    told = people.refer(sentence, inside) if inside is not None else ()
    return told if all(one.person and one.plural for one in told) else ()


def of_others(sentence: Sentence, head: int, words: Sequence[int], found: Referent) -> tuple[Referent, ...]:
    """Those joined in one phrase with the people of a body: in "UN and shipping officials" the second are not the UN's."""
    joining = next((index for index in range(words[0], head) if sentence.tokens[index].text.lower() == "and"), head)
    if not found.plural or joining + 1 >= head:
        return ()
    rest = list(range(joining + 1, head + 1))
    if any(sentence.tokens[index].text[:1].isupper() for index in rest):
        return ()
    return (replace(found, name=phrase(sentence, rest)),)


def _span(sentence: Sentence, head: int, child: int) -> list[int]:
    words = [*core(sentence, head), *core(sentence, child)]
    return list(range(min(words), max(words) + 1))
