"""What "not", "neither" and "without" deny: "pleaded not guilty", "took the airstrip without a shot".

A denial that hangs on the wrong word turns an event into its opposite.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base
from whosays.record.reading import Sentence, Token


def denied_complements(sentence: Sentence) -> Iterator[Token]:
    """ "Pleaded not guilty": "not" behind a verb that helps no other denies what follows, and not the verb."""
    for token in sentence.tokens[1:-1]:
        verb, after = sentence.tokens[token.index - 1], sentence.tokens[token.index + 1]
        if token.text.lower() != "not" or token.deprel != "advmod" or token.head != verb.index:
            continue
        if verb.upos == "VERB" and after.deprel == "xcomp" and after.head == verb.index:
            yield replace(token, head=after.index)


def not_one(sentence: Sentence) -> Iterator[Token]:
    """ "Not a single shell was fired": "not" in front of "one" or "a single" stands with what there was not one of."""
    for token in sentence.tokens[:-2]:
        if token.text.lower() != "not" or base(token.deprel) not in ("advmod", "cc"):
            continue
        first, second = sentence.tokens[token.index + 1], sentence.tokens[token.index + 2]
        single = first.text.lower() in ("a", "an") and second.text.lower() in ("single", "lone")
        if not (single or first.text.lower() == "one"):
            continue
        noun = first.index if base(first.deprel) == "nsubj" else first.head
        # "One" may be called the head of the phrase, and "not" hang on it or on what it counts.
        if noun > token.index and base(sentence.tokens[noun].deprel) == "nsubj" and token.head != noun:
            yield replace(token, head=noun, deprel="advmod", upos="PART")


def neither_nor(sentence: Sentence) -> Iterator[Token]:
    """ "Neither confirmed nor denied": "neither" is the verb's that it stands before, and the other one is joined to that."""
    for token in sentence.tokens[:-3]:
        verb, nor, other = sentence.tokens[token.index + 1 : token.index + 4]
        if token.text.lower() != "neither" or nor.text.lower() != "nor" or not verb.upos == other.upos == "VERB":
            continue
        if verb.head == other.index:
            continue  # the second one as the head of both
        if token.head != verb.index:
            yield replace(token, head=verb.index)
        if other.head != verb.index:
            yield replace(other, head=verb.index, deprel="conj")


def without_a_fight(sentence: Sentence) -> Iterator[Token]:
    """ "Took the airstrip without a shot": what is said to be without is told of the noun, and does not deny the taking."""
    for token in sentence.tokens:
        if token.lemma.lower() != "without" or base(token.deprel) not in {"advmod", "mark", "cc"}:
            continue
        noun = _noun_ahead(sentence, token.index + 1)
        if noun is None or sentence.tokens[noun].deprel not in {"conj", "obj", "obl", "advcl", "parataxis"}:
            continue
        if sentence.tokens[noun].head in {token.head, noun} or token.head == noun:
            above = sentence.tokens[noun].head
            yield replace(token, head=noun, deprel="case", upos="ADP")
            yield replace(sentence.tokens[noun], head=above, deprel="obl")


def _noun_ahead(sentence: Sentence, start: int) -> int | None:
    """The noun that begins at a word, behind what describes it."""
    for token in sentence.tokens[start:]:
        if token.upos == "NOUN":
            return token.index
        if token.upos not in {"DET", "ADJ", "NUM"}:
            return None
    return None
