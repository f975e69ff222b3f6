"""Phrases and clauses that a tree tears apart: an "of" that hangs backwards, a relative clause under its own object, a clause behind a semicolon.

As in `whosays.coding.trees.mended`, which runs these before its own, only what leaves no other reading is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import RELATIVES, base, child, children, has_case
from whosays.coding.trees.shared import NOMINAL, Mend
from whosays.record.reading import Sentence, Token

HELD_TO_BE = frozenset({"accountable", "liable", "responsible"})
BLAMING = frozenset({"blame", "pin"})
ARGUMENTS = frozenset({"nsubj", "obj", "obl", "iobj"})


def _of_backwards(sentence: Sentence) -> Iterator[Token]:
    """ "Declared a state of emergency": "of" stands in front of what it ties, so what follows it describes the noun before."""
    for of in sentence.tokens[:-1]:
        if of.text.lower() != "of" or of.deprel != "case" or not 0 <= of.head < of.index:
            continue
        noun = sentence.tokens[of.head]
        behind = next((one for one in _heads_from(sentence, of.index + 1) if one.head == noun.head), None)
        if noun.upos in NOMINAL and behind is not None and behind.upos in NOMINAL:
            yield replace(of, head=behind.index)
            yield replace(behind, head=noun.index, deprel="nmod")


def _of_the_subject(sentence: Sentence) -> Iterator[Token]:
    """ "Fighters of the Union seized a camp": an "of" between the subject and its verb describes the subject."""
    for token in sentence.tokens:
        first = min(sentence.subtree(token.index), default=token.index)
        if token.deprel != "obl" or token.head < token.index or first < 1 or token.upos not in NOMINAL:
            continue
        subject = child(sentence, token.head, "nsubj")
        if subject is None or sentence.tokens[first].text.lower() != "of" or sentence.tokens[first].head != token.index:
            continue
        if max(sentence.subtree(subject)) == first - 1:
            yield replace(token, head=subject, deprel="nmod")


def _under_its_object(sentence: Sentence) -> Iterator[Token]:
    """ "The bomb that killed three people": a relative clause is about what stands before it, and what stands behind it is its object."""
    for token in sentence.tokens:
        thing = sentence.tokens[token.head] if token.head > token.index else None
        if thing is None or token.deprel != "acl:relcl" or child(sentence, token.index, "obj") is not None:
            continue
        which = min(sentence.subtree(token.index))
        about = sentence.tokens[which - 1] if which else None
        if about is None or sentence.tokens[which].text.lower() not in RELATIVES or about.upos not in NOMINAL:
            continue
        if base(thing.deprel) in ARGUMENTS and thing.head in (about.head, about.index):
            yield replace(token, head=about.index)
            yield replace(thing, head=token.index, deprel="obj")


def _behind_a_semicolon(sentence: Sentence) -> Iterator[Token]:
    """ "Held them for two days; ten people were freed": a whole clause behind a semicolon describes no noun before it."""
    for token in sentence.tokens:
        if token.deprel not in {"acl", "acl:relcl"} or not 0 <= token.head < token.index:
            continue
        first = min(sentence.subtree(token.index))
        semicolon = any(sentence.tokens[word].text == ";" for word in range(token.head + 1, token.index))
        own = child(sentence, token.index, "nsubj", "nsubj:pass")
        if not semicolon or own is None or sentence.tokens[own].text.lower() in RELATIVES:
            continue
        above = sentence.tokens[token.head]
        while above.head >= 0 and above.upos not in {"VERB", "AUX"}:
            above = sentence.tokens[above.head]
        if above.upos == "VERB" and above.index < first:
            yield replace(token, head=above.index, deprel="parataxis")


def _heads_from(sentence: Sentence, first: int) -> Iterator[Token]:
    """The heads of the phrases that begin at a word, the smallest first."""
    here = first
    while 0 <= here < len(sentence.tokens) and min(sentence.subtree(here)) == first:
        yield sentence.tokens[here]
        here = sentence.tokens[here].head


def _held_to_be(sentence: Sentence) -> Iterator[Token]:
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


def _objects_in_front(sentence: Sentence) -> Iterator[Token]:
    """ "A strike on a village killed three": of two objects without a subject the one in front of the verb is the subject."""
    for token in sentence.tokens:
        verb = sentence.tokens[token.head] if token.head > token.index else None
        if verb is None or token.deprel != "obj" or verb.upos != "VERB" or token.text.lower() in RELATIVES:
            continue
        behind = any(
            one.deprel == "obj" and one.head == verb.index and one.index > verb.index for one in sentence.tokens
        )
        if behind and child(sentence, verb.index, "nsubj", "nsubj:pass", "aux:pass") is None:
            yield replace(token, deprel="nsubj")


def _blamed_on(sentence: Sentence) -> Iterator[Token]:
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


TORN: tuple[Mend, ...] = (
    _of_backwards,
    _of_the_subject,
    _under_its_object,
    _behind_a_semicolon,
    _held_to_be,
    _objects_in_front,
)
LAST: tuple[Mend, ...] = (_blamed_on,)  # after those that bind an "on" to the deed before it
