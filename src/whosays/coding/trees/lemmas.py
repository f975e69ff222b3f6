"""Lemmas set right where the word lists know the form: a guessed "impos" is "impose"."""

from __future__ import annotations

from dataclasses import replace

from whosays.lexicon import Lexicon
from whosays.record.reading import Reading, Sentence, Token

KINDS = {"VERB": "VERB", "NOUN": "NOUN", "AUX": "VERB"}


def with_known_lemmas(reading: Reading, lexicon: Lexicon) -> Reading:
    """The reading, words that the lists know by their forms given the lists' lemmas."""
    sentences = tuple(_mended(sentence, lexicon) for sentence in reading.sentences)
    same = all(new is old for new, old in zip(sentences, reading.sentences, strict=True))
    return reading if same else replace(reading, sentences=sentences)


def _mended(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    lemmas = [_lemma(token, lexicon) for token in sentence.tokens]
    if all(lemma is None for lemma in lemmas):
        return sentence
    tokens = tuple(
        token if lemma is None else replace(token, lemma=lemma)
        for token, lemma in zip(sentence.tokens, lemmas, strict=True)
    )
    return replace(sentence, tokens=tokens)


def _lemma(token: Token, lexicon: Lexicon) -> str | None:
    """The lemma that the lists give a form, where the reader's is none that they know; None to keep it."""
    kind, form = KINDS.get(token.upos), token.text.lower()
    if kind is None:
        return None
    if kind == "NOUN" and form.endswith("ing") and (form, "noun") in lexicon.predicates:
        return form  # "the shelling" is no shell
    found, read = lexicon.forms.get((form, kind)), token.lemma.lower()
    if found is not None and found[0] == form[0] != read[0]:
        return found  # "snatched" is no form of "take"
    if lexicon.forms.get((read, kind)) == read:
        return None
    if kind == "NOUN" and found == form and (read, kind) not in lexicon.forms:
        return form  # "airspa" is nothing, and "airspace" a word that they have
    return None if found == form else found  # "lay" and "found" are forms of other verbs too
