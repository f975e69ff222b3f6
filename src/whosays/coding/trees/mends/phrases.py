"""The words of a noun's phrase: its article, whose it is, the noun in front of it ("the police raid").

An article and an owner go with the noun that follows, and with none past a preposition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, children
from whosays.coding.trees.mends.arguments import BEING, GIVING
from whosays.coding.trees.mends.deeds import as_noun
from whosays.coding.trees.mends.shared import ARTICLES, NOUNS
from whosays.record.reading import Sentence, Token

BEFORE_NOUNS = frozenset({"ADJ", "NUM", "ADV", "NOUN", "PROPN"})
OF_NOUNS = frozenset({"nsubj", "obj", "obl", "nmod"})
HYPHENED = frozenset({"in", "out", "off", "over", "up", "down"})
OWNING = frozenset({"'s", "’s", "'", "’"})
OWNERLESS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:unmarked", "nmod", "compound"})
OWNED = frozenset({"amod", "compound", "nummod", "advmod", "flat", "det", "nmod"})
MISTAKEN = frozenset({"compound", "amod", "nmod", "nummod"})  # for an article


def hyphened(sentence: Sentence) -> Iterator[Token]:
    """ "Staged a sit-in": a word and a particle with a hyphen between them, behind an article, are a noun."""
    for token in sentence.tokens[3:]:
        article, first, hyphen = sentence.tokens[token.index - 3 : token.index]
        touching = first.end == hyphen.start and hyphen.end == token.start
        if token.text.lower() not in HYPHENED or hyphen.text != "-" or not touching or article.upos != "DET":
            continue
        outer = first if token.head == first.index else token
        if outer.head < 0 or outer.head in {first.index, token.index}:
            continue
        relation = next((one.deprel for one in (first, token) if base(one.deprel) in OF_NOUNS), "obj")
        yield replace(
            token, upos="NOUN", lemma=token.text.lower(), feats="Number=Sing", head=outer.head, deprel=relation
        )
        yield replace(first, upos="NOUN", head=token.index, deprel="compound")
        yield replace(article, head=token.index, deprel="det")
        for word in children(sentence, first.index, "nmod", "amod", "acl"):
            yield replace(sentence.tokens[word], head=token.index)


def articles(sentence: Sentence) -> Iterator[Token]:
    """ "The closure of the border": an article goes with the noun behind it, and not with one past a preposition."""
    for token in sentence.tokens:
        if token.deprel != "det" or token.text.lower() not in ARTICLES or token.head <= token.index:
            continue
        run = nouns_behind(sentence, token.index)
        if run and run[-1].index < token.head and sentence.tokens[run[-1].index + 1].upos == "ADP":
            yield replace(token, head=run[-1].index)


def nouns_behind(sentence: Sentence, index: int) -> list[Token]:
    """The nouns of the noun phrase that begins behind a word."""
    here = index + 1
    found: list[Token] = []
    while here < len(sentence.tokens) and sentence.tokens[here].upos in BEFORE_NOUNS:
        if sentence.tokens[here].upos in NOUNS:
            found.append(sentence.tokens[here])
        here += 1
    return found


def compounds(sentence: Sentence) -> Iterator[Token]:
    """ "The police raid angered them", "a scathing attack": of two bare nouns side by side the first describes the second."""
    for token in sentence.tokens:
        after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
        if after is None or token.upos != "NOUN" or after.upos != "NOUN" or token.head != after.head:
            continue
        before_verb = token.deprel == "nsubj" and after.deprel == "obj" and after.index < token.head
        behind = token.deprel == after.deprel == "obj" and token.index > token.head and not _takes_two(sentence, token)
        if not (before_verb or behind) or any(True for _ in children(sentence, token.index, "nmod", "acl", "conj")):
            continue
        yield replace(token, head=after.index, deprel="compound")
        if before_verb:
            yield replace(after, deprel=token.deprel)
        for word in children(sentence, token.index, "det", "amod", "nmod:poss", "case"):
            yield replace(sentence.tokens[word], head=after.index)


def roles_of_names(sentence: Sentence) -> Iterator[Token]:
    """ "Mediator Qatar announced it": a bare noun right before a name says what the name is, and the name announced it."""
    for name in sentence.tokens[1:]:
        what = sentence.tokens[name.head] if name.deprel == "appos" and 0 <= name.head < name.index else name
        if what.upos != "NOUN" or name.upos != "PROPN" or min(sentence.subtree(name.index)) != what.index + 1:
            continue
        if "Plur" in what.feats or any(
            True for _ in children(sentence, what.index, "det", "nmod:poss", "case", "nummod")
        ):
            continue
        yield replace(name, head=what.head, deprel=what.deprel)
        yield replace(what, head=name.index, deprel="nmod:desc")


def subjects_of_nouns(sentence: Sentence) -> Iterator[Token]:
    """ "The police raid angered them": a noun that is no clause has no subject, so the noun in front describes it."""
    for token in sentence.tokens[:-1]:
        after = sentence.tokens[token.index + 1]
        if token.deprel != "nsubj" or token.upos != "NOUN" or token.head != after.index or after.upos != "NOUN":
            continue
        if base(after.deprel) in OF_NOUNS and not any(True for _ in children(sentence, after.index, "cop", "aux")):
            yield replace(token, deprel="compound")


def _takes_two(sentence: Sentence, thing: Token) -> bool:
    """ "Called the men thieves", "gave the men rifles": whether a verb has two things side by side."""
    return "Plur" in thing.feats or sentence.tokens[thing.head].lemma.lower() in GIVING | BEING


def determined(sentence: Sentence) -> Iterator[Token]:
    """ "A submarine": an article is no part of a name or compound."""
    for token in sentence.tokens:
        if token.upos == "DET" and token.text.lower() in ARTICLES and base(token.deprel) in MISTAKEN:
            yield replace(token, deprel="det")


def possessives(sentence: Sentence) -> Iterator[Token]:
    """ "Its aircraft", "their men": whose it is stands in no article's place."""
    for token in sentence.tokens:
        if token.upos == "PRON" and token.deprel == "det" and "Poss=Yes" in token.feats:
            yield replace(token, deprel="nmod:poss")


def owning_marks(sentence: Sentence) -> Iterator[Token]:
    """ "The port's offer ran out": between two subjects of one verb "'s" is no form of "be"."""
    for mark in sentence.tokens:
        verb = sentence.tokens[mark.head] if mark.head > mark.index else None
        if verb is None or verb.upos != "VERB" or mark.deprel != "cop":
            continue
        if mark.upos not in {"PART", "AUX"} or mark.text not in OWNING:
            continue
        match [word for word in children(sentence, verb.index, "nsubj") if word < verb.index]:
            case [owner, _] if owner == mark.index - 1:
                yield replace(mark, head=owner, deprel="case", upos="PART")


def owners(sentence: Sentence) -> Iterator[Token]:
    """ "The ministry's promise was kept": who stands before "'s" owns what follows, and is no subject; what is owned is a noun."""
    for mark in sentence.tokens:
        owner = sentence.tokens[mark.head] if mark.head >= 0 else None
        if owner is None or mark.deprel != "case" or mark.text not in OWNING or owner.upos == "VERB":
            continue
        thing = _owned(sentence, mark.index + 1)
        if thing is None or owner.index > mark.index:
            continue
        if owner.deprel in OWNERLESS:
            yield replace(owner, head=thing.index, deprel="nmod:poss")
        if thing.upos == "VERB" and base(thing.deprel) in {"nsubj", "obj", "obl", "nmod", "csubj"}:
            yield from as_noun(sentence, thing)


def _owned(sentence: Sentence, first: int) -> Token | None:
    """The head of what stands behind "'s"."""
    here = first
    while here < len(sentence.tokens):
        token = sentence.tokens[here]
        if base(token.deprel) not in OWNED or token.head <= here:
            return token if token.upos in {"NOUN", "PROPN", "VERB", "ADJ"} else None
        here = token.head
    return None
