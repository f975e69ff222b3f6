"""Who does it together with the doer: "Kenya, together with Uganda, launched a raid"."""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.events.hit import Hit
from whosays.coding.events.senses import ACTING, classes_of
from whosays.coding.roles.verbs import members
from whosays.coding.roles.voice import is_undergone
from whosays.coding.trees.clause import children
from whosays.lexicon import Lexicon
from whosays.record.reading import Sentence

JOINED = frozenset({"together", "along", "jointly"})


def with_companions(hit: Hit, lexicon: Lexicon) -> Hit:
    """The hit with those "together with" whom its doer acts, who are nobody that it is done to.

    "Freed the priest along with two nuns" frees them too; a passive joins them to its subject and is not touched.
    """
    sentence, clause = hit.sentence, hit.clause
    if not hit.roles.actor or is_undergone(sentence, clause):
        return hit
    found = [word for word in _companions(sentence, clause) if classes_of(sentence, word, lexicon) & ACTING]
    beside = [word for word in found if word < clause or not _has_somebody_done_to(sentence, clause, lexicon)]
    companions = [word for word in members(sentence, beside) if word not in hit.roles.actor]
    if not companions:
        together = [word for word in found if word > clause and sentence.tokens[word].deprel == "obl"]
        more = tuple(word for word in members(sentence, together) if word not in hit.roles.recipient)
        return replace(hit, roles=replace(hit.roles, recipient=(*hit.roles.recipient, *more)))
    others = tuple(word for word in hit.roles.recipient if word not in companions)
    return replace(hit, roles=replace(hit.roles, actor=(*hit.roles.actor, *companions), recipient=others))


def _companions(sentence: Sentence, clause: int) -> list[int]:
    """The nouns behind "together with" that stand in the clause of a verb."""
    found = []
    for first, second in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if first.lemma.lower() not in JOINED or second.text.lower() != "with" or second.head < 0:
            continue
        if _verb_above(sentence, second.head) == clause:
            found.append(second.head)
    return found


def _verb_above(sentence: Sentence, word: int) -> int:
    here = sentence.tokens[word].head
    while here >= 0 and sentence.tokens[here].upos not in {"VERB", "AUX"}:
        here = sentence.tokens[here].head
    return here


def _has_somebody_done_to(sentence: Sentence, clause: int, lexicon: Lexicon) -> bool:
    """Whether the verb's object is somebody, to whom the others may be joined as well."""
    objects = children(sentence, clause, "obj", "iobj")
    return any(classes_of(sentence, word, lexicon) & (ACTING | {"vessel", "*"}) for word in objects)
