"""Kinds of words set right where the word lists know a form as another: "was outraged" is what somebody is, "dismay" a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children, has_case
from whosays.lexicon import Lexicon
from whosays.record.reading import Reading, Sentence, Token

OF_NOUNS = frozenset({"nsubj", "obj", "obl", "nmod"})
# What somebody has made: "the seizure of a painting by a pupil of his" was not the pupil's.
MADE = frozenset(
    "article book film letter novel painting photograph picture play poem report song statue video work".split()
)
PLAIN = {"aux:pass": "cop", "nsubj:pass": "nsubj", "obl:agent": "obl"}


def with_listed_kinds(reading: Reading, lexicon: Lexicon) -> Reading:
    """The reading, words that the lists have in one kind alone given that kind; itself where there are none."""
    sentences = tuple(_set_right(sentence, lexicon) for sentence in reading.sentences)
    same = all(new is old for new, old in zip(sentences, reading.sentences, strict=True))
    return reading if same else replace(reading, sentences=sentences)


def _set_right(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    found = (*_states(sentence, lexicon), *_names(sentence, lexicon), *_doers(sentence, lexicon))
    changed = {token.index: token for token in found}
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


def _doers(sentence: Sentence, lexicon: Lexicon) -> Iterator[Token]:
    """ "The killing of a clerk by the police": whoever did what the lists have as a deed hangs on the deed, and not on the clerk."""
    for token in sentence.tokens:
        if base(token.deprel) != "nmod" or token.head < 0 or not has_case(sentence, token.index, "by"):
            continue
        whom = sentence.tokens[token.head]
        deed = sentence.tokens[whom.head]
        befell = (
            base(whom.deprel) in {"nmod", "obl", "obj"}
            and deed.upos == "NOUN"
            and has_case(sentence, whom.index, "of", "on", "against")
        )
        if not befell or (deed.lemma.lower(), "noun") not in lexicon.predicates:
            continue
        if (whom.lemma.lower(), "noun") not in lexicon.predicates and whom.lemma.lower() not in MADE:
            behind = (word for word in children(sentence, whom.index, "nmod") if word >= token.index)
            yield from (replace(sentence.tokens[word], head=deed.index) for word in behind)
