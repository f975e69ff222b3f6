"""Kinds of words set right where the word lists know a form as another: "was outraged" is what somebody is, "dismay" a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children
from whosays.lexicon import Lexicon
from whosays.record.reading import Reading, Sentence, Token

OF_NOUNS = frozenset({"nsubj", "obj", "obl", "nmod"})
PLAIN = {"aux:pass": "cop", "nsubj:pass": "nsubj", "obl:agent": "obl"}


def with_listed_kinds(reading: Reading, lexicon: Lexicon) -> Reading:
    """The reading, words that the lists have in one kind alone given that kind; itself where there are none."""
    sentences = tuple(_set_right(sentence, lexicon) for sentence in reading.sentences)
    same = all(new is old for new, old in zip(sentences, reading.sentences, strict=True))
    return reading if same else replace(reading, sentences=sentences)


def _set_right(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    changed = {token.index: token for token in (*_states(sentence, lexicon), *_names(sentence, lexicon))}
    if not changed:
        return sentence
    return replace(sentence, tokens=tuple(changed.get(token.index, token) for token in sentence.tokens))


def _states(sentence: Sentence, lexicon: Lexicon) -> Iterator[Token]:
    """ "Was outraged at the killings": what the lists have as an adjective, and as no verb, is none behind a form of "be"."""
    for token in sentence.tokens:
        form = token.text.lower()
        if token.upos != "VERB" or not form.endswith("ed") or (form, "adj") not in lexicon.predicates:
            continue
        verb = lexicon.forms.get((form, "VERB"), token.lemma.lower())
        if (verb, "verb") in lexicon.predicates or child(sentence, token.index, "aux:pass", "cop") is None:
            continue
        yield replace(token, upos="ADJ", lemma=form, feats="Degree=Pos")
        for word in children(sentence, token.index, *PLAIN):
            yield replace(sentence.tokens[word], deprel=PLAIN[sentence.tokens[word].deprel])


def _names(sentence: Sentence, lexicon: Lexicon) -> Iterator[Token]:
    """ "Expressed dismay": what the lists have as a noun, and as no adjective, is one in a noun's place."""
    for token in sentence.tokens:
        form = token.text.lower()
        if token.upos != "ADJ" or base(token.deprel) not in OF_NOUNS or (form, "noun") not in lexicon.predicates:
            continue
        if (form, "adj") not in lexicon.predicates:
            yield replace(token, upos="NOUN", lemma=form, feats="Number=Sing")
