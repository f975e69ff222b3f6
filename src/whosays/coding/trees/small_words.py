"""Trees set right by the small words in front: an article, a preposition, "and", "nor", the "to" of an infinitive.

An object has no preposition, and a word in its plain form is not joined to a past. What the small word leaves open stays
as it was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children, has_case
from whosays.coding.trees.shared import ARTICLES, PARTICIPLE, SPANS
from whosays.record.reading import Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
MISTAKEN = frozenset({"compound", "amod", "nmod", "nummod"})  # for an article
STATES = frozenset({"armed"})
HURT = frozenset("injured wounded killed arrested detained jailed kidnapped displaced evacuated".split())
PRESENT = "Mood=Ind|Tense=Pres|VerbForm=Fin"
PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
NAKED = frozenset({"obj", "conj", "nsubj:pass"})  # relations of a noun that wants no preposition
# What makes an oblique of a noun; "over 40 men" and "up to ten boats" are objects.
PREPOSITIONS = frozenset(
    "against amid at by during for from in into near of off on onto through toward towards with without".split()
)
ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "latest", "only", "next"})
OF_PURPOSE = frozenset({"xcomp", "advcl", "acl"})


def determined(sentence: Sentence) -> Iterator[Token]:
    """ "A submarine": an article is no part of a name or compound."""
    for token in sentence.tokens:
        if token.upos == "DET" and token.text.lower() in ARTICLES and base(token.deprel) in MISTAKEN:
            yield replace(token, deprel="det")


def owners(sentence: Sentence) -> Iterator[Token]:
    """ "Its aircraft", "their men": whose it is stands in no article's place."""
    for token in sentence.tokens:
        if token.upos == "PRON" and token.deprel == "det" and "Poss=Yes" in token.feats:
            yield replace(token, deprel="nmod:poss")


def introduced(sentence: Sentence) -> Iterator[Token]:
    """ "Attacked it with 20 drones", "left it without an answer": what has a preposition is no object, and joined to nothing."""
    for token in sentence.tokens:
        if token.deprel not in NAKED or token.upos not in NOMINAL or not 0 <= token.head < token.index:
            continue
        case = child(sentence, token.index, "case")
        before = case is not None and token.head < case < token.index and sentence.tokens[case].upos == "ADP"
        if not before or not has_case(sentence, token.index, *PREPOSITIONS):
            continue
        if token.deprel == "conj" and not _is_unjoined(sentence, token):
            continue
        yield replace(token, deprel="obl")


def _is_unjoined(sentence: Sentence, token: Token) -> bool:
    """Whether what is called joined to a verb has neither "and" nor a comma before it."""
    first = min(sentence.subtree(token.index))
    joined = child(sentence, token.index, "cc") is not None or sentence.tokens[first - 1].upos in ("PUNCT", "CCONJ")
    return sentence.tokens[token.head].upos == "VERB" and not joined


def passives(sentence: Sentence) -> Iterator[Token]:
    """ "Two officers were wounded": what has the helper of a passive is a verb, and whoever is hurt or held was so by a deed."""
    for token in sentence.tokens:
        helpers = [sentence.tokens[word] for word in children(sentence, token.index, "aux:pass", "cop")]
        if token.upos != "ADJ" or not helpers or token.lemma.lower() in STATES:
            continue
        helped = any(helper.deprel == "aux:pass" for helper in helpers) and token.text.lower().endswith(("ed", "en"))
        if helped or token.text.lower() in HURT:
            yield replace(token, upos="VERB", feats=PARTICIPLE)
            yield from (replace(helper, deprel="aux:pass") for helper in helpers)
            yield from (
                replace(sentence.tokens[w], deprel="nsubj:pass") for w in children(sentence, token.index, "nsubj")
            )


def states(sentence: Sentence) -> Iterator[Token]:
    """ "The guards were armed with rifles": who is armed by nobody bears arms, and nothing is done to him."""
    for token in sentence.tokens:
        helpers = [sentence.tokens[word] for word in children(sentence, token.index, "aux:pass")]
        if token.upos != "VERB" or token.text.lower() not in STATES or not helpers:
            continue
        doers = [word for word in children(sentence, token.index, "obl") if has_case(sentence, word, "by")]
        if not doers and child(sentence, token.index, "obl:agent") is None:
            yield replace(token, upos="ADJ", lemma=token.text.lower(), feats="Degree=Pos")
            yield replace(helpers[-1], deprel="cop")
            yield from (
                replace(sentence.tokens[w], deprel="nsubj") for w in children(sentence, token.index, "nsubj:pass")
            )


def joined_objects(sentence: Sentence) -> Iterator[Token]:
    """ "Send a frigate and 200 troops": of two objects the one behind "and" is joined to the other."""
    for token in sentence.tokens:
        if token.deprel != "obj" or token.upos not in NOMINAL or child(sentence, token.index, "cc") is None:
            continue
        first = next((word for word in children(sentence, token.head, "obj") if word < token.index), None)
        if first is not None and first > token.head:
            yield replace(token, head=first, deprel="conj")


def joiners(sentence: Sentence) -> Iterator[Token]:
    """ "Neither attacked nor shelled": what joins a word to the one before it stands with the second."""
    for token in sentence.tokens:
        if token.deprel != "cc" or not 0 <= token.head < token.index:
            continue
        second = next((word for word in children(sentence, token.head, "conj") if word > token.index), None)
        if second is not None and child(sentence, second, "cc") is None:
            yield replace(token, head=second)


def joined_to_what_follows(sentence: Sentence) -> Iterator[Token]:
    """ "Neither arrested nor charged the men": what is joined stands behind what it is joined to, so it is joined to the verb."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos != "VERB" or token.head < token.index:
            continue
        thing = sentence.tokens[token.head]
        if thing.deprel == "obj" and 0 <= thing.head < token.index and sentence.tokens[thing.head].upos == "VERB":
            yield replace(token, head=thing.head)


def second_subjects(sentence: Sentence) -> Iterator[Token]:
    """ "Shelling the town breaks the truce": of two subjects the one behind the verb is its object."""
    for token in sentence.tokens:
        if token.deprel != "nsubj" or not 0 <= token.head < token.index or token.upos not in NOMINAL:
            continue
        others = [word for word in children(sentence, token.head, "nsubj", "csubj") if word < token.head]
        verb = sentence.tokens[token.head]
        between = sentence.tokens[verb.index + 1 : min(sentence.subtree(token.index))]
        apart = any(one.upos in ("PUNCT", "CCONJ") for one in between)  # "families wait, leaders smile"
        if others and not apart and verb.upos == "VERB" and child(sentence, token.head, "obj", "ccomp", "cop") is None:
            yield replace(token, deprel="obj")


def joined_infinitives(sentence: Sentence) -> Iterator[Token]:
    """ "Sent tanks to protect the dam and secure the road": a plain form is joined to the infinitive, not to the past above it."""
    for token in sentence.tokens:
        if token.deprel != "conj" or not is_plain_form(sentence, token.index) or token.head > token.index:
            continue
        if child(sentence, token.index, "nsubj", "nsubj:pass", "aux", "mark") is not None:
            continue
        if is_plain_form(sentence, token.head) or child(sentence, token.head, "aux") is not None:
            continue
        ends = [
            word
            for word in sentence.subtree(token.head)
            if token.head < word < token.index
            and base(sentence.tokens[word].deprel) in OF_PURPOSE
            and is_plain_form(sentence, word)
            and has_case(sentence, word, "to")
        ]
        if ends:
            yield replace(token, head=ends[-1])


def times_behind_participles(sentence: Sentence) -> Iterator[Token]:
    """ "Rescued nine herders abducted last week": a day right behind a participle that describes a noun is the participle's."""
    for token in sentence.tokens:
        first = min(sentence.subtree(token.index))
        before = sentence.tokens[first - 1] if first else None
        if token.deprel != "obl:unmarked" or before is None or before.index < token.head or before.upos != "VERB":
            continue
        bare = not any(True for _ in children(sentence, before.index, "nsubj", "mark", "aux"))
        if before.deprel == "acl" and bare and not before.text.endswith("ing") and before.head > token.head:
            yield replace(token, head=before.index)


def time_to_do(sentence: Sentence) -> Iterator[Token]:
    """ "Have a week to leave": what stands right behind "have" is what they have, and the infinitive says what for."""
    for token in sentence.tokens:
        timed = token.deprel == "obl:unmarked" or (token.deprel == "obj" and token.lemma.lower() in SPANS)
        if not timed or token.head < 0 or sentence.tokens[token.head].lemma.lower() != "have":
            continue
        having = sentence.tokens[token.head]
        counted = child(sentence, token.index, "det", "nummod") is not None
        if not counted or min(sentence.subtree(token.index)) != having.index + 1:
            continue
        clauses = [word for word in children(sentence, having.index, "advcl", "xcomp") if word > token.index]
        if (
            child(sentence, having.index, "obj") in (None, token.index)
            and clauses
            and has_case(sentence, clauses[0], "to")
        ):
            yield replace(token, deprel="obj")
            yield replace(sentence.tokens[clauses[0]], head=token.index, deprel="acl")


def the_first_to(sentence: Sentence) -> Iterator[Token]:
    """ "Was the first to attack": "the first" stands for somebody, and the infinitive describes him."""
    for token in sentence.tokens:
        if token.deprel != "advcl" or token.upos != "VERB" or not 0 <= token.head < token.index:
            continue
        first = sentence.tokens[token.head]
        named = first.lemma.lower() in ORDINALS and child(sentence, first.index, "det") is not None
        to = next(iter(children(sentence, token.index, "mark")), None)
        if named and to == first.index + 1 and sentence.tokens[to].lemma.lower() == "to":
            yield replace(token, deprel="acl")


def deeds_with_objects(sentence: Sentence) -> Iterator[Token]:
    """ "Arming the rebels undermines it": what has an object is a verb, and as a subject it is a clause."""
    for token in sentence.tokens:
        if token.upos not in ("NOUN", "VERB") or token.deprel != "nsubj" or not token.text.lower().endswith("ing"):
            continue
        after = child(sentence, token.index, "obj")
        if after is not None and after > token.index and child(sentence, token.index, "det", "amod", "nmod") is None:
            yield replace(token, upos="VERB", feats="VerbForm=Ger", deprel="csubj")


def without_forms(sentence: Sentence) -> Iterator[Token]:
    """ "We reject the charge": a verb that the reader gives no form, with a subject and no helper, is a present in its plain form.

    Of a rare verb the reader's lemma may be the form itself: "patrolled" is a past all the same.
    """
    for token in sentence.tokens:
        if token.upos != "VERB" or token.feats or token.text.lower() != token.lemma.lower():
            continue
        own = child(sentence, token.index, "nsubj")
        if own is not None and own < token.index and child(sentence, token.index, "aux", "mark") is None:
            yield replace(token, feats=PAST if is_past_form(token.text) else PRESENT)


def is_past_form(text: str) -> bool:
    """Whether a verb's form ends like a past: "patrolled", but not "need" or "shed"."""
    return len(text) > len("embed") and text.lower().endswith("ed") and not text.lower().endswith("eed")


def denied_complements(sentence: Sentence) -> Iterator[Token]:
    """ "Pleaded not guilty": "not" behind a verb that helps no other denies what follows, and not the verb."""
    for token in sentence.tokens[1:-1]:
        verb, after = sentence.tokens[token.index - 1], sentence.tokens[token.index + 1]
        if token.text.lower() != "not" or token.deprel != "advmod" or token.head != verb.index:
            continue
        if verb.upos == "VERB" and after.deprel == "xcomp" and after.head == verb.index:
            yield replace(token, head=after.index)


def is_plain_form(sentence: Sentence, word: int) -> bool:
    """Whether a verb stands in the form of an infinitive, whatever the reader calls it."""
    token = sentence.tokens[word]
    return token.upos == "VERB" and token.text.lower() == token.lemma.lower() and "Tense=Past" not in token.feats


SMALL_WORDS = (
    determined,
    owners,
    without_forms,
    states,
    passives,
    joined_to_what_follows,
    joiners,
    introduced,
    joined_objects,
    joined_infinitives,
    times_behind_participles,
    time_to_do,
    the_first_to,
    deeds_with_objects,
    second_subjects,
    denied_complements,
)
