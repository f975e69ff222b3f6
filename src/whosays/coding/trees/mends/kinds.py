"""Kinds and forms of words: what has an article is no verb, what has a subject is no particle, who is wounded no adjective.

A word's kind is told by what stands around it. Most of the other mends tell their slips by kind, so these come early.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children, has_case
from whosays.coding.trees.mends.shared import ARTICLES, PARTICIPLE, TYING
from whosays.lexicon.pasts import is_participle
from whosays.record.reading import Sentence, Token

OF_NOUNS = frozenset({"nsubj", "obj", "obl", "nmod", "iobj"})
OWNING = frozenset({"'s", "’s"})
# Kinds of small words and signs, of which there is a closed list that no predicate of a clause is in.
CLOSED = frozenset({"PART", "SYM", "NUM", "INTJ", "X", "ADP", "SCONJ", "CCONJ"})
ENDINGS = frozenset({"to", "not", "n't", "n’t", "na", "'", *OWNING})
JOINING = frozenset({"and", "or", "but", "nor"})
STATES = frozenset({"armed"})
HURT = frozenset("injured wounded killed arrested detained jailed kidnapped displaced evacuated".split())
PRESENT = "Mood=Ind|Tense=Pres|VerbForm=Fin"
PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
PRONOUNS_IN_S = frozenset({"themselves", "ourselves", "yourselves", "others", "theirs"})
HELPERS = frozenset({"used", "need", "needed", "dared"})


def names(sentence: Sentence) -> Iterator[Token]:
    """ "Poland scrambled jets": a word of a name is a proper noun, whatever else it was taken for."""
    inside = {word for name in sentence.names for word in range(name.first, name.last + 1)}
    for token in sentence.tokens:
        if token.upos == "PRON" and token.index in inside and token.text[:1].isupper():
            yield replace(token, upos="PROPN", feats="Number=Sing", lemma=token.text)


def mines(sentence: Sentence) -> Iterator[Token]:
    """ "A mine killed two": what has an article is a noun."""
    for token in sentence.tokens:
        if token.upos == "PRON" and token.text.lower() == "mine" and child(sentence, token.index, "det") is not None:
            yield replace(token, upos="NOUN", feats="Number=Sing", lemma="mine")


def closed_classes(sentence: Sentence) -> Iterator[Token]:
    """ "Guards fired", "agreed on sanctions", "warned of a cut": what is in no closed list is no pronoun, helper or sign."""
    for token in sentence.tokens:
        word = token.text.lower()
        if not word.isalpha():
            continue
        if token.upos == "PRON" and word.endswith("s") and len(word) > len("those") and word not in PRONOUNS_IN_S:
            yield replace(token, upos="NOUN", feats="Number=Plur")
        elif token.upos == "AUX" and word.endswith("ed") and word not in HELPERS:
            yield replace(token, upos="VERB", feats=PAST)
        elif token.upos in {"SYM", "X"} and token.text == word and child(sentence, token.index, "det") is not None:
            yield replace(token, upos="NOUN", feats="Number=Sing", lemma=word)
        elif (
            token.upos == "PROPN" and token.text == word and word.endswith("ing") and token.deprel in {"xcomp", "ccomp"}
        ):
            yield replace(token, upos="VERB", feats="VerbForm=Ger")  # "whom Kigali denies backing"


def numbers(sentence: Sentence) -> Iterator[Token]:
    """ "An envoy", "crossed the river and shot two": an article is no number, nor is what has an object."""
    for token in sentence.tokens:
        if token.upos != "NUM":
            continue
        if token.text.lower() in ARTICLES:
            yield replace(token, upos="DET", deprel="det", feats="")
        elif token.deprel == "conj" and is_participle(token.text.lower()):
            joined = sentence.tokens[token.head].upos == "VERB"
            if joined and child(sentence, token.index, "obj") is not None:
                yield replace(token, upos="VERB", feats=PAST)


def plurals(sentence: Sentence) -> Iterator[Token]:
    """ "Held talks with his counterpart": a plural without a verb's form, in a noun's place, is a noun."""
    for token in sentence.tokens:
        plural = token.upos == "VERB" and token.feats == "Number=Plur" and base(token.deprel) in OF_NOUNS
        if plural and child(sentence, token.index, "nsubj", "nsubj:pass", "obj", "aux", "mark") is None:
            yield replace(token, upos="NOUN")


def verbs(sentence: Sentence) -> Iterator[Token]:
    """ "Thanked them", "paid the militia", "was spurned": what has a subject and no copula is a verb, whatever it was called."""
    for token in sentence.tokens:
        if token.upos not in CLOSED | {"ADJ"} or not token.text.isalpha() or token.text.lower() in ENDINGS:
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
        if not token.text.isalpha() or token.text.lower() in ENDINGS:
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
    """ "Came under fire from the union": a verb's plain form behind such a preposition is a noun; what is below it is the verb's above.

    So is one that was taken for a clause: "held on suspicion of spying".
    """
    for token in sentence.tokens[1:]:
        before = sentence.tokens[token.index - 1]
        if token.upos != "VERB" or token.text.lower() != token.lemma.lower():
            continue
        if token.deprel == "advcl" and before.head == token.index and before.upos == "ADP":
            if before.lemma.lower() in TYING and child(sentence, token.index, "nsubj", "obj", "mark") is None:
                yield replace(before, deprel="case")
                yield replace(token, upos="NOUN", feats="Number=Sing", deprel="obl")
                yield from (replace(sentence.tokens[w], deprel="acl") for w in children(sentence, token.index, "advcl"))
            continue
        if token.deprel != "obl":
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
        plain = token.upos == "VERB" and token.text.lower() == token.lemma.lower()
        if not plain or token.deprel not in {"compound", "appos"}:
            continue
        if all(base(sentence.tokens[word].deprel) == "punct" for word in sentence.children[token.index]):
            yield replace(token, upos="NOUN", feats="Number=Sing")


def joining_words(sentence: Sentence) -> Iterator[Token]:
    """ "And" and "that" are no punctuation."""
    for token in sentence.tokens:
        if token.upos == "PUNCT" and token.text.lower() in JOINING:
            yield replace(token, upos="CCONJ", deprel="cc")
        elif token.upos == "PUNCT" and token.text.lower() == "that":
            yield replace(token, upos="SCONJ", deprel="mark")


def without_forms(sentence: Sentence) -> Iterator[Token]:
    """ "We reject the charge": a verb that the reader gives no form, with a subject and no helper, is a present in its plain form.

    Of a rare verb the reader's lemma may be the form itself: "patrolled" is a past all the same.
    """
    for token in sentence.tokens:
        if token.upos != "VERB" or token.feats or token.text.lower() != token.lemma.lower():
            continue
        own = child(sentence, token.index, "nsubj")
        if own is not None and own < token.index and child(sentence, token.index, "aux", "mark") is None:
            yield replace(token, feats=PAST if _is_past_form(token.text) else PRESENT)


def _is_past_form(text: str) -> bool:
    """Whether a verb's form ends like a past: "patrolled", but not "need" or "shed"."""
    return len(text) > len("embed") and text.lower().endswith("ed") and not text.lower().endswith("eed")


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
