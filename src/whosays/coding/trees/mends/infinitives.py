"""The "to" of an infinitive, and what is to come: "have a week to leave", "was the first to attack", "are due to meet".

"Due to" leads to a deed behind a form of "be" ("is due to end"), and else to a cause ("was due to fog").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children, has_case
from whosays.coding.trees.mends.shared import COMING, SPANS
from whosays.record.reading import Sentence, Token

ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "latest", "only", "next"})
OF_PURPOSE = frozenset({"xcomp", "advcl", "acl"})


def due_is_no_verb(sentence: Sentence) -> Iterator[Token]:
    """ "Is due to meet": "due" is an adjective and no form of "do"."""
    for token in sentence.tokens:
        if token.text.lower() == "due" and token.lemma.lower() != "due":
            yield replace(token, upos="ADJ", feats="Degree=Pos", lemma="due")


def due_to_resume(sentence: Sentence) -> Iterator[Token]:
    """ "Were due to resume": what "due to" leads to behind a form of "be" is a verb, where nothing makes a noun of it."""
    for token in sentence.tokens:
        to = sentence.tokens[token.index - 1] if token.index else None
        deed = token.deprel == "xcomp" or (token.deprel in ("obj", "obl") and token.lemma.lower() in COMING)
        if token.upos != "NOUN" or not deed or to is None or to.text.lower() != "to":
            continue
        above = sentence.tokens[token.head]
        plain = "Plur" not in token.feats and not token.text.endswith("ing") and to.head == token.index
        helped = child(sentence, above.index, "cop", "aux") is not None
        if above.text.lower() == "due" and above.index == to.index - 1 and plain and helped:
            yield replace(token, upos="VERB", feats="VerbForm=Inf", deprel="xcomp")
            yield replace(to, upos="PART", deprel="mark")
            yield from (
                replace(sentence.tokens[word], deprel="obl") for word in children(sentence, token.index, "nmod")
            )


def due_to_do(sentence: Sentence) -> Iterator[Token]:
    """ "Are due to meet", "is due to end": what is due is a deed that is to come, and not what it is owed to ("due to fog")."""
    for token in sentence.tokens:
        to = next(iter(sentence.tokens[token.index + 1 : token.index + 2]), None)
        if token.lemma.lower() != "due" or to is None or to.text.lower() != "to":
            continue
        if token.head > to.index and to.head in (token.index, token.head):
            yield from _before_the_deed(sentence, token, to, sentence.tokens[token.head])
        elif token.upos == "ADJ" and child(sentence, token.index, "cop") is not None:  # "is due" says it
            deeds = [word for word in children(sentence, token.index, "advcl", "ccomp") if word > to.index]
            if deeds and to.head == deeds[0]:
                yield replace(sentence.tokens[deeds[0]], deprel="xcomp")


def _before_the_deed(sentence: Sentence, due: Token, to: Token, deed: Token) -> Iterator[Token]:
    """The words of "is due to end" where the deed is above "due": all of them are the deed's."""
    own = [*children(sentence, due.index, "nsubj", "cop", "aux", "obl")]
    helped = any(
        base(sentence.tokens[word].deprel) in ("cop", "aux") for word in (*own, *sentence.children[deed.index])
    )
    bare = deed.upos in ("NOUN", "ADJ") and deed.lemma.lower() in COMING and deed.index == to.index + 1
    if not helped or not (deed.upos == "VERB" or bare) or (deed.upos == "VERB" and deed.text.endswith("ing")):
        return  # "was due to flooding"
    yield replace(due, deprel="advmod")
    yield replace(to, head=deed.index, deprel="mark", upos="PART")
    yield replace(deed, upos="VERB", feats="VerbForm=Inf")
    yield from (replace(sentence.tokens[word], head=deed.index) for word in own)


def to_do(sentence: Sentence) -> Iterator[Token]:
    """ "Urged both armies to show restraint": "to" in front of an infinitive is the infinitive's."""
    for token in sentence.tokens[:-1]:
        verb = sentence.tokens[token.index + 1]
        infinitive = verb.upos == "VERB" and "VerbForm=Inf" in verb.feats and verb.head != token.index
        if token.text.lower() == "to" and token.deprel == "case" and token.head < token.index and infinitive:
            yield replace(token, head=verb.index, deprel="mark", upos="PART")


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
        only = child(sentence, having.index, "obj") in (None, token.index)
        if only and clauses and has_case(sentence, clauses[0], "to"):
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


def joined_infinitives(sentence: Sentence) -> Iterator[Token]:
    """ "Sent tanks to protect the dam and secure the road": a plain form is joined to the infinitive, not to the past above it."""
    for token in sentence.tokens:
        if token.deprel != "conj" or not _is_plain_form(sentence, token.index) or token.head > token.index:
            continue
        if child(sentence, token.index, "nsubj", "nsubj:pass", "aux", "mark") is not None:
            continue
        if _is_plain_form(sentence, token.head) or child(sentence, token.head, "aux") is not None:
            continue
        ends = [
            word
            for word in sentence.subtree(token.head)
            if token.head < word < token.index
            and base(sentence.tokens[word].deprel) in OF_PURPOSE
            and _is_plain_form(sentence, word)
            and has_case(sentence, word, "to")
        ]
        if ends:
            yield replace(token, head=ends[-1])


def _is_plain_form(sentence: Sentence, word: int) -> bool:
    """Whether a verb stands in the form of an infinitive, whatever the reader calls it."""
    token = sentence.tokens[word]
    return token.upos == "VERB" and token.text.lower() == token.lemma.lower() and "Tense=Past" not in token.feats
