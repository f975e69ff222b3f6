"""Nouns that the reader takes for open complements ("called for a ceasefire" as "called to cease fire"), set right by their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children, has_case
from whosays.record.reading import Sentence, Token

NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
# What something is, becomes or is called stands behind these, and is no object.
BEING = frozenset(
    "appear appoint become brand call consider declare deem dub elect feel keep label leave look make name prove remain rename render seem "
    "stay term turn".split()
)
LIKENING = frozenset({"as", "like"})


def oblique(sentence: Sentence) -> Iterator[Token]:
    """ "Called for an immediate ceasefire", "kept them in custody": a noun behind a preposition is no open complement."""
    for token in sentence.tokens:
        if token.deprel != "xcomp" or token.upos not in NOUNS or token.head < 0:
            continue
        if sentence.tokens[token.head].upos == "ADJ":
            continue  # "were due to resume", read as a noun
        cases = {sentence.tokens[one].text.lower() for one in children(sentence, token.index, "case")}
        if cases and not cases & LIKENING and child(sentence, token.index, "cop", "nsubj", "aux") is None:
            yield replace(token, deprel="obl" if sentence.tokens[token.head].upos in {"VERB", "AUX"} else "nmod")


def objects(sentence: Sentence) -> Iterator[Token]:
    """ "Ordered the expulsion of two diplomats", "ordered the lifting of the curfew": what has an article is what is ordered."""
    for token in sentence.tokens:
        if token.deprel != "xcomp" or not _is_nominal(sentence, token):
            continue
        head = sentence.tokens[token.head]
        taken = child(sentence, head.index, "obj", "nsubj:pass", "ccomp") is not None
        if head.upos != "VERB" or head.lemma.lower() in BEING or taken:
            continue
        named = (
            token
            if token.upos != "VERB"
            else replace(token, upos="NOUN", lemma=token.text.lower(), feats="Number=Sing")
        )
        yield replace(named, deprel="obj")
        below = (sentence.tokens[one] for one in children(sentence, token.index, "obl"))
        yield from (replace(one, deprel="nmod") for one in below if has_case(sentence, one.index, "of"))


def _is_nominal(sentence: Sentence, token: Token) -> bool:
    """Whether a word is a noun by what stands with it: an article or an owner, and no subject, copula or "to"."""
    if token.head < 0 or child(sentence, token.index, "cop", "nsubj", "aux", "mark", "case") is not None:
        return False
    held = child(sentence, token.index, "det", "nmod:poss") is not None
    verbal = token.upos == "VERB" and token.text.endswith("ing") and child(sentence, token.index, "obj") is None
    return held and (token.upos in NOUNS or verbal) and base(token.deprel) == "xcomp"
