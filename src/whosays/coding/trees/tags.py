"""Word classes set right where the words beside them leave no other: a state is no pronoun, nor is what has an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child
from whosays.record.reading import Sentence, Token

IN_NOUNS_PLACE = frozenset({"nsubj", "obj", "obl", "nmod"})


def names(sentence: Sentence) -> Iterator[Token]:
    """ "Poland scrambled jets": a word of a name is a proper noun, whatever else it was taken for."""
    inside = {word for name in sentence.names for word in range(name.first, name.last + 1)}
    for token in sentence.tokens:
        if token.upos == "PRON" and token.index in inside and token.text[:1].isupper():
            yield replace(token, upos="PROPN", feats="Number=Sing", lemma=token.text)


def articles(sentence: Sentence) -> Iterator[Token]:
    """ "A mine killed two": what has an article is a noun."""
    for token in sentence.tokens:
        if token.upos == "PRON" and token.text.lower() == "mine" and child(sentence, token.index, "det") is not None:
            yield replace(token, upos="NOUN", feats="Number=Sing", lemma="mine")


def plurals(sentence: Sentence) -> Iterator[Token]:
    """ "Held talks with his counterpart": a plural without a verb's form, in a noun's place, is a noun."""
    for token in sentence.tokens:
        plural = token.upos == "VERB" and token.feats == "Number=Plur" and base(token.deprel) in IN_NOUNS_PLACE
        if plural and child(sentence, token.index, "nsubj", "nsubj:pass", "obj", "aux", "mark") is None:
            yield replace(token, upos="NOUN")


def due(sentence: Sentence) -> Iterator[Token]:
    """ "Is due to meet": "due" is an adjective and no form of "do"."""
    for token in sentence.tokens:
        if token.text.lower() == "due" and token.lemma.lower() != "due":
            yield replace(token, upos="ADJ", feats="Degree=Pos", lemma="due")
