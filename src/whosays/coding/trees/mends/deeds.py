"""Deeds taken for their names, and names of deeds for deeds: "Cambodian shelling killed nine", "shelling the town breaks the truce".

What has an article, an owner or an adjective is a noun; what has an object is a verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children, has_case
from whosays.coding.trees.mends.prepositions import prepositions_of
from whosays.coding.trees.mends.shared import CLAUSAL
from whosays.record.reading import Sentence, Token

OF_NOUNS = frozenset({"nsubj", "obj", "obl", "nmod", "iobj", "conj", "appos"})
NOUN_ENDS = ("tion", "sion", "ment", "ance", "ence", "ship", "ness", "ing")


def with_articles(sentence: Sentence) -> Iterator[Token]:
    """ "Ordered the lifting of the curfew", "won backing": what has an article and "of", or is an object, is a noun."""
    for token in sentence.tokens:
        if token.upos != "VERB" or not token.text.lower().endswith(NOUN_ENDS) or token.head < 0:
            continue
        article = any(
            sentence.tokens[below].lemma.lower() in {"the", "a", "an"}
            for below in children(sentence, token.index, "det")
        )
        tied = article and _next(sentence, token) == "of"
        bare = token.deprel == "obj" and child(sentence, token.index, "obj") is None  # "won backing from Kenya"
        if (tied or bare) and child(sentence, token.index, *CLAUSAL) is None:
            yield from as_noun(sentence, token)


def as_noun(sentence: Sentence, token: Token) -> Iterator[Token]:
    """A word that was taken for a verb as a noun, with what it has below it."""
    below = list(children(sentence, token.index, "obj", "obl", "nsubj"))
    if any(base(sentence.tokens[word].deprel) == "obj" and not prepositions_of(sentence, word) for word in below):
        return  # "the army's shelling the town": what takes an object is a verb
    relation = {"csubj": "nsubj", "csubj:pass": "nsubj:pass"}.get(token.deprel, token.deprel)
    if base(relation) in {"xcomp", "ccomp", "advcl"} and not prepositions_of(sentence, token.index):
        relation = "obj"
    yield replace(token, upos="NOUN", lemma=token.text.lower(), feats="Number=Sing", deprel=relation)
    yield from (replace(sentence.tokens[word], deprel="nmod") for word in below if prepositions_of(sentence, word))


def _next(sentence: Sentence, token: Token) -> str:
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return following[0].text.lower() if following else ""


def with_objects(sentence: Sentence) -> Iterator[Token]:
    """ "Arming the rebels undermines it": what has an object is a verb, and as a subject it is a clause."""
    for token in sentence.tokens:
        if token.upos not in ("NOUN", "VERB") or token.deprel != "nsubj" or not token.text.lower().endswith("ing"):
            continue
        after = child(sentence, token.index, "obj")
        if after is not None and after > token.index and child(sentence, token.index, "det", "amod", "nmod") is None:
            yield replace(token, upos="VERB", feats="VerbForm=Ger", deprel="csubj")


def described(sentence: Sentence) -> Iterator[Token]:
    """ "Cambodian shelling killed nine": a form in -ing with an adjective or owner, in a noun's place, is a noun."""
    for token in sentence.tokens:
        if token.upos != "VERB" or not token.text.endswith("ing") or base(token.deprel) not in OF_NOUNS:
            continue
        before = [below for below in children(sentence, token.index, "amod", "det", "nmod:poss") if below < token.index]
        if before and child(sentence, token.index, "obj", "nsubj", "aux", "mark") is None:
            yield replace(token, upos="NOUN", lemma=token.text.lower(), feats="Number=Sing")


def between_two(sentence: Sentence) -> Iterator[Token]:
    """ "Fighting between the army and the rebels": what is between two is a noun, with or without an article."""
    for token in sentence.tokens:
        if token.upos != "VERB" or not token.text.endswith("ing") or base(token.deprel) not in OF_NOUNS | {"csubj"}:
            continue
        sides = [one for one in children(sentence, token.index, "obl") if has_case(sentence, one, "between")]
        if sides and child(sentence, token.index, "obj", "nsubj", "aux", "mark") is None:
            relation = "nsubj" if base(token.deprel) == "csubj" else token.deprel
            yield replace(token, upos="NOUN", lemma=token.text.lower(), feats="Number=Sing", deprel=relation)
            yield from (replace(sentence.tokens[one], deprel="nmod") for one in sides)


def objects_in_subjects(sentence: Sentence) -> Iterator[Token]:
    """ "Backing Chile strengthens it": a predicate has one subject, so the noun right behind a form in -ing that is one is its object."""
    for token in sentence.tokens:
        doing = next((word for word in children(sentence, token.head, "csubj") if word == token.index - 1), None)
        if token.deprel == "nsubj" and doing is not None and sentence.tokens[doing].text.lower().endswith("ing"):
            yield replace(token, head=doing, deprel="obj")


def of_doing(sentence: Sentence) -> Iterator[Token]:
    """ "Accused Peru of smuggling rifles": a verb has one object, so a second one behind "of" and a form in -ing is that form's."""
    for token in sentence.tokens:
        noun = sentence.tokens[token.head] if token.head >= 0 else token
        if not token.text.endswith("ing") or token.deprel not in ("compound", "amod") or noun.deprel != "obj":
            continue
        verb = noun.head
        other = [word for word in children(sentence, verb, "obj", "iobj") if word < token.index and word > verb]
        before = sentence.tokens[token.index - 1]
        if not other or before.text.lower() not in ("of", "for") or before.upos not in ("ADP", "SCONJ"):
            continue
        yield replace(token, head=verb, deprel="advcl", upos="VERB", lemma=_plain(token), feats="VerbForm=Ger")
        yield replace(before, head=token.index, deprel="mark", upos="SCONJ")
        yield replace(noun, head=token.index)
        for joint in children(sentence, verb, "conj"):
            marked = [sentence.tokens[word].text.lower() for word in children(sentence, joint, "mark")]
            if joint > noun.index and before.text.lower() in marked:
                yield replace(sentence.tokens[joint], head=token.index)


def _plain(gerund: Token) -> str:
    """The lemma of a form in -ing that was read as a noun; a wrong one is set right by `whosays.coding.trees.lemmas`."""
    lemma = gerund.lemma.lower()
    return lemma.removesuffix("ing") if lemma == gerund.text.lower() else lemma
