"""Kinds of words set right by what stands around them: what has an article is no verb, what has a subject is no particle.

`mended` runs these before all others: they tell their slips by kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children
from whosays.coding.trees.shared import ARTICLES, COMING, PARTICIPLE, TYING
from whosays.lexicon.pasts import is_participle
from whosays.record.reading import Sentence, Token

OF_NOUNS = frozenset({"nsubj", "obj", "obl", "nmod", "iobj"})
OWNING = frozenset({"'s", "’s"})
# Kinds of small words and signs, of which there is a closed list that no predicate of a clause is in.
CLOSED = frozenset({"PART", "SYM", "NUM", "INTJ", "X", "ADP", "SCONJ", "CCONJ"})
PARTICLES = frozenset({"to", "not", "n't", "n’t", "na", "'", *OWNING})
PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"


def verbs(sentence: Sentence) -> Iterator[Token]:
    """ "Thanked them", "paid the militia", "was spurned": what has a subject and no copula is a verb, whatever it was called."""
    for token in sentence.tokens:
        if token.upos not in CLOSED | {"ADJ"} or not token.text.isalpha() or token.text.lower() in PARTICLES:
            continue
        if child(sentence, token.index, "cop", "case", "det") is not None:
            continue
        passive = child(sentence, token.index, "aux:pass", "nsubj:pass") is not None
        own = child(sentence, token.index, "nsubj") is not None
        done_to = child(sentence, token.index, "obj", "iobj") is not None
        past = token.text.endswith("ed")
        if token.upos == "ADJ" and not (past and (passive or (own and done_to))):
            continue
        if token.upos == "NUM" and not is_participle(token.text.lower()):
            continue  # "Baku freed 32 men, and Yerevan two"; "gunmen shot a guard"
        if passive or own:
            yield replace(token, upos="VERB", feats=PARTICIPLE if passive else PAST)
            if done_to and child(sentence, token.index, "obj", "ccomp", "xcomp") is None:
                yield from (
                    replace(sentence.tokens[word], deprel="obj") for word in children(sentence, token.index, "iobj")
                )


def nouns(sentence: Sentence) -> Iterator[Token]:
    """ "The closure of the border", "imposed entry bans": in a noun's place behind an article, an owner or a noun stands a noun."""
    for token in sentence.tokens:
        if token.upos not in {"VERB", "PART"} or base(token.deprel) not in OF_NOUNS or token.text.endswith("ing"):
            continue
        if not token.text.isalpha() or token.text.lower() in PARTICLES:
            continue
        if "VerbForm=Part" in token.feats and not token.text.endswith("s"):
            continue  # "the wounded"
        below = list(children(sentence, token.index, "obj", "obl", "nsubj", "xcomp"))
        if not _is_headed(sentence, token) or any(_is_verbs_own(sentence, token, word) for word in below):
            continue
        plural = token.text.endswith("s") and not token.text.endswith("ss")
        yield replace(token, upos="NOUN", feats="Number=Plur" if plural else "Number=Sing")
        for word in below:
            yield replace(sentence.tokens[word], deprel=_under_a_noun(sentence, token, word))


def _is_headed(sentence: Sentence, token: Token) -> bool:
    """Whether an article, an owner or a noun in front makes it a noun."""
    before = sentence.tokens[token.index - 1] if token.index else None
    if before is None:
        return False
    parts = [
        word for word in children(sentence, token.index, "det", "amod", "compound", "nmod:poss") if word < token.index
    ]
    return bool(parts) or before.text in OWNING or before.text.lower() in ARTICLES


def _is_verbs_own(sentence: Sentence, token: Token, word: int) -> bool:
    """Whether a word below has no preposition, "to" or "'s", and so makes a verb of what is above it."""
    if base(sentence.tokens[word].deprel) == "nsubj":
        return not _owns(sentence, word) or word > token.index
    return child(sentence, word, "case", "mark") is None


def _owns(sentence: Sentence, word: int) -> bool:
    return any(sentence.tokens[below].text in OWNING for below in children(sentence, word, "case"))


def _under_a_noun(sentence: Sentence, token: Token, word: int) -> str:
    if word < token.index:
        return "nmod:poss"
    return "acl" if child(sentence, word, "mark") is not None else "nmod"


def tied(sentence: Sentence) -> Iterator[Token]:
    """ "Came under fire from the union": a verb's plain form behind such a preposition is a noun; what is below it is the verb's above."""
    for token in sentence.tokens[1:]:
        before = sentence.tokens[token.index - 1]
        if token.upos != "VERB" or token.deprel != "obl" or token.text.lower() != token.lemma.lower():
            continue
        if before.deprel != "case" or before.head != token.index or before.lemma.lower() not in TYING:
            continue
        below = [word for word in sentence.children[token.index] if word != before.index]
        if all(base(sentence.tokens[word].deprel) == "obl" and child(sentence, word, "case") for word in below):
            yield replace(token, upos="NOUN", feats="Number=Sing")
            yield from (replace(sentence.tokens[word], head=token.head, deprel="obl") for word in below)


def cited(sentence: Sentence) -> Iterator[Token]:
    """ "Kidnap insurance", "the word incarcerate": a verb's plain form that names or describes a noun tells no deed."""
    for token in sentence.tokens:
        if (
            token.upos != "VERB"
            or token.deprel not in {"compound", "appos"}
            or token.text.lower() != token.lemma.lower()
        ):
            continue
        if all(base(sentence.tokens[word].deprel) == "punct" for word in sentence.children[token.index]):
            yield replace(token, upos="NOUN", feats="Number=Sing")


def due(sentence: Sentence) -> Iterator[Token]:
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


KINDS = (verbs, nouns, tied, cited, due)
