"""Charges, and what denies them: "they shelter it, a charge the Front denies", "accused Libya of having trained them".

A charge says what the clause before it is; whoever stands behind "accused" and before "of" is accused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children, has_case
from whosays.coding.trees.mends.shared import DENYING
from whosays.record.reading import Sentence, Token

CHARGES = frozenset("accusation allegation assertion charge claim contention insinuation suggestion".split())
REPORTED = CHARGES | {"report"}
ACCOUNTS = frozenset({"account", "denial", "rumour", "story", "version"})
HELD_TO_BE = frozenset({"accountable", "liable", "responsible"})
BLAMING = frozenset({"blame", "pin"})


def held_to_be(sentence: Sentence) -> Iterator[Token]:
    """ "We hold the authorities in Lima responsible, he told reporters": what somebody is held to be hangs on the holding."""
    for token in sentence.tokens:
        if token.lemma.lower() not in HELD_TO_BE or token.head < 0:
            continue
        held = [
            one.index for one in sentence.tokens[: token.index] if one.lemma.lower() == "hold" and one.upos == "VERB"
        ]
        if not held or token.head == held[-1] or child(sentence, token.index, "cop") is not None:
            continue
        thing = child(sentence, held[-1], "obj")
        if thing is not None and max(sentence.subtree(thing)) == token.index - 1:
            yield replace(token, head=held[-1], deprel="xcomp")


def charges(sentence: Sentence) -> Iterator[Token]:
    """ "They shelter it, a charge the Front denies": the noun says what the clause before it is, and is denied."""
    for token in sentence.tokens:
        if token.lemma.lower() not in REPORTED or token.upos != "NOUN" or token.index < 2:
            continue
        first = min([token.index, *children(sentence, token.index, "det", "amod")])
        if sentence.tokens[first - 1].text not in (",", "—", "–") or first - 1 <= 0:
            continue
        if token.deprel == "parataxis" and token.head < token.index:
            yield replace(token, deprel="appos")
        denial = sentence.tokens[token.head] if token.head > token.index else None
        if denial is None or token.deprel not in ("obj", "nsubj") or denial.lemma.lower() not in DENYING:
            continue
        who = [word for word in children(sentence, denial.index, "nsubj") if token.index < word < denial.index]
        if not who or not 0 <= denial.head < token.index:
            continue
        if not _is_indefinite(sentence, token):
            continue
        said = [word for word in children(sentence, denial.head, "ccomp") if word < token.index]
        yield replace(token, head=said[-1] if said else denial.head, deprel="appos")
        yield replace(denial, head=token.index, deprel="acl:relcl")


def _is_indefinite(sentence: Sentence, noun: Token) -> bool:
    article = child(sentence, noun.index, "det")
    return noun.text.endswith("s") if article is None else sentence.tokens[article].text.lower() in ("a", "an")


def told_before(sentence: Sentence) -> Iterator[Token]:
    """ "Chad says they shot two, a charge Libya denies": a clause that describes a noun has no content in front of the noun."""
    for token in sentence.tokens:
        denial = sentence.tokens[token.head] if token.head >= 0 else token
        noun = sentence.tokens[denial.head] if denial.head >= 0 else denial
        if token.deprel != "ccomp" or denial.deprel != "acl:relcl" or not token.index < noun.index < denial.index:
            continue
        if 0 <= noun.head < token.index and sentence.tokens[noun.head].upos == "VERB":
            yield replace(token, head=noun.head)


def accused_of(sentence: Sentence) -> Iterator[Token]:
    """ "Accused Libya of having trained them": whoever stands before "of" is accused, and "of" opens no clause that has a subject."""
    for token in sentence.tokens:
        if token.deprel not in ("nsubj", "nsubj:pass") or token.head < token.index:
            continue
        deed = sentence.tokens[token.head]
        of = [word for word in children(sentence, deed.index, "mark") if sentence.tokens[word].text.lower() == "of"]
        if not of or token.index > of[0] or deed.head < 0 or deed.head > token.index or deed.deprel == "acl:relcl":
            continue
        if sentence.tokens[deed.head].upos == "VERB" and child(sentence, deed.head, "obj") is None:
            yield replace(token, head=deed.head, deprel="obj")
            yield replace(deed, deprel="advcl")


def accused_of_both(sentence: Sentence) -> Iterator[Token]:
    """ "Accused Libya of arming them and of having sent men": a second "of" is joined to the first, not to the accusing."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.head < 0 or not has_case(sentence, token.index, "of"):
            continue
        clauses = [
            one
            for one in children(sentence, token.head, "advcl", "acl", "xcomp", "ccomp")
            if token.head < one < token.index and has_case(sentence, one, "of")
        ]
        if clauses and token.upos in ("VERB", "AUX"):
            yield replace(token, head=clauses[-1])


def told_that(sentence: Sentence) -> Iterator[Token]:
    """ "Rejecting an account that it had been turned away": the clause says what the account is."""
    for token in sentence.tokens:
        that = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else token
        if token.lemma.lower() not in REPORTED | ACCOUNTS or token.upos != "NOUN" or that.text.lower() != "that":
            continue
        clause = sentence.tokens[that.head] if that.head >= 0 and that.deprel == "mark" else None
        if clause is None or clause.deprel != "ccomp" or clause.head != token.head:
            continue
        if token.deprel in ("obj", "iobj") and token.head < token.index:
            yield replace(token, deprel="obj")
            yield replace(clause, head=token.index, deprel="acl")


def charges_denied(sentence: Sentence) -> Iterator[Token]:
    """ "Accused Peru of arming them, allegations that Lima brushed aside": what is denied without an object is the charge before it."""
    for token in sentence.tokens:
        if token.lemma.lower() not in CHARGES or token.index == 0 or base(token.deprel) in ("nsubj", "obj"):
            continue
        denial = next(iter(children(sentence, token.index, "ccomp", "acl")), None)
        if denial is None or sentence.tokens[denial].lemma.lower() not in DENYING or denial < token.index:
            continue
        that = next((word for word in children(sentence, denial, "mark") if word == token.index + 1), None)
        whole = child(sentence, denial, "obj", "ccomp", "nsubj:pass") is not None
        if whole or child(sentence, denial, "nsubj") is None:
            continue
        relation = "appos" if token.upos == "VERB" else token.deprel
        yield replace(token, upos="NOUN", deprel=relation, feats="Number=Plur" if token.text.endswith("s") else "")
        yield replace(sentence.tokens[denial], deprel="acl:relcl")
        if that is not None:
            yield replace(sentence.tokens[that], upos="PRON", deprel="obj")


def blamed_on(sentence: Sentence) -> Iterator[Token]:
    """ "Blamed the attack on the rebels": on whom it is blamed hangs on the blaming; of two "on" the last one."""
    for deed in sentence.tokens:
        verb = sentence.tokens[deed.head] if deed.head >= 0 else None
        if verb is None or deed.deprel != "obj" or verb.lemma.lower() not in BLAMING or deed.index < verb.index:
            continue
        if any(has_case(sentence, one, "on", "for") for one in children(sentence, verb.index, "obl")):
            continue
        on = [one for one in children(sentence, deed.index, "nmod") if has_case(sentence, one, "on", "upon")]
        if on:
            yield replace(sentence.tokens[on[-1]], head=verb.index, deprel="obl")
