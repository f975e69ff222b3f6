"""Trees set right between neighbours: an article, a preposition and a noun in front of a noun belong to it.

A clause has one subject, and two things only of giving ("awarded the guard a medal"); of a second the place says what it
is. `mended` runs these right after the kinds of words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children
from whosays.coding.trees.relabelled import BEING
from whosays.coding.trees.shared import ARTICLES, TYING
from whosays.record.reading import Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN"})
BEFORE_NOUNS = frozenset({"ADJ", "NUM", "ADV", "NOUN", "PROPN"})
CLAUSAL = ("nsubj", "csubj", "expl", "cop", "aux", "mark")
# Verbs of two things: to whom, and what.
GIVING = frozenset("accord allow award deny give grant hand lend offer owe pay promise sell send show".split())
TELLING = frozenset(
    "advise ask assure beg beseech implore inform notify persuade promise remind tell urge warn".split()
)
OF_NOUNS = frozenset({"nsubj", "obj", "obl", "nmod"})
HYPHENED = frozenset({"in", "out", "off", "over", "up", "down"})


def articles(sentence: Sentence) -> Iterator[Token]:
    """ "The closure of the border": an article goes with the noun behind it, and not with one past a preposition."""
    for token in sentence.tokens:
        if token.deprel != "det" or token.text.lower() not in ARTICLES or token.head <= token.index:
            continue
        run = _nouns_behind(sentence, token.index)
        if run and run[-1].index < token.head and sentence.tokens[run[-1].index + 1].upos == "ADP":
            yield replace(token, head=run[-1].index)


def _nouns_behind(sentence: Sentence, index: int) -> list[Token]:
    """The nouns of the noun phrase that begins behind a word."""
    here = index + 1
    found: list[Token] = []
    while here < len(sentence.tokens) and sentence.tokens[here].upos in BEFORE_NOUNS:
        if sentence.tokens[here].upos in NOMINAL:
            found.append(sentence.tokens[here])
        here += 1
    return found


def prepositions(sentence: Sentence) -> Iterator[Token]:
    """ "Went on strike for better pay": of two prepositions of one noun the first is that of the noun between."""
    for token in sentence.tokens:
        if token.deprel == "advmod" and token.upos == "ADP" and token.head == token.index + 1:
            noun = sentence.tokens[token.head]
            if noun.upos in NOMINAL and token.lemma.lower() in TYING:
                yield replace(token, deprel="case")  # "remained on alert"
            continue
        if token.deprel != "case" or token.head <= token.index:
            continue
        run = _nouns_behind(sentence, token.index)
        between = run[-1] if run else None
        if between is None or between.index >= token.head or child(sentence, between.index, "case") is not None:
            continue
        others = [word for word in children(sentence, token.head, "case") if word > between.index]
        if others and base(between.deprel) in {"obl", "obj", "nmod", "xcomp"}:
            yield replace(token, head=between.index)


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


def _takes_two(sentence: Sentence, thing: Token) -> bool:
    """ "Called the men thieves", "gave the men rifles": whether a verb has two things side by side."""
    return "Plur" in thing.feats or sentence.tokens[thing.head].lemma.lower() in GIVING | BEING


def only_objects(sentence: Sentence) -> Iterator[Token]:
    """ "Awarded the guard a medal", "angered editors": who is given something has a thing beside it, and is else the object."""
    for token in sentence.tokens:
        if token.upos != "VERB":
            continue
        lemma = token.lemma.lower()
        told = child(sentence, token.index, "iobj")
        things = [word for word in children(sentence, token.index, "obj") if word > token.index]
        if told is not None and not things and child(sentence, token.index, "ccomp", "xcomp", "obl:unmarked") is None:
            if lemma not in GIVING | TELLING and child(sentence, told, "case") is None:
                yield replace(sentence.tokens[told], deprel="obj")
        elif told is None and lemma in GIVING and len(things) > 1 and _stand_side_by_side(sentence, *things[:2]):
            yield replace(sentence.tokens[things[0]], deprel="iobj")


def _stand_side_by_side(sentence: Sentence, first: int, second: int) -> bool:
    """Whether one noun phrase ends where the other begins, and neither has a preposition."""
    bare = child(sentence, first, "case") is None and child(sentence, second, "case", "cc") is None
    return bare and max(sentence.subtree(first)) + 1 == min(sentence.subtree(second))


def only_subjects(sentence: Sentence) -> Iterator[Token]:
    """ "The execution of two prisoners was filmed": a second subject with a preposition describes the first, or what is said of it.

    With "of" right behind the subject it does so under whatever name: no verb has an object of that kind in front of it.
    """
    for token in sentence.tokens:
        if base(token.deprel) not in {"nsubj", "obj", "obl"} or token.upos not in NOMINAL or token.head < 0:
            continue
        case = next(iter(children(sentence, token.index, "case")), None)
        if case is None or sentence.tokens[case].upos != "ADP":
            continue
        if base(token.deprel) != "nsubj" and sentence.tokens[case].lemma.lower() != "of":
            continue
        first = next((word for word in children(sentence, token.head, "nsubj", "csubj") if word < case), None)
        if first is not None and first == case - 1 and token.index < token.head:
            yield replace(token, head=first, deprel="nmod")
        elif first is not None and case > token.head and base(token.deprel) == "nsubj":
            yield replace(token, deprel="obl")


def called(sentence: Sentence) -> Iterator[Token]:
    """ "Termed the raid a provocation": a bare noun without a subject beside an object says what that is."""
    for token in sentence.tokens:
        if token.deprel != "ccomp" or token.upos != "NOUN" or token.head > token.index:
            continue
        thing = child(sentence, token.head, "obj")
        if thing is None or child(sentence, token.index, *CLAUSAL) is not None:
            continue
        if max(sentence.subtree(thing)) + 1 == min(sentence.subtree(token.index)):
            yield replace(token, deprel="xcomp")


def small_clauses(sentence: Sentence) -> Iterator[Token]:
    """ "Calling it a lie": what an open complement is said of is the object of the verb, for such a one has no subject."""
    for token in sentence.tokens:
        if token.deprel != "nsubj" or token.head < token.index:
            continue
        said = sentence.tokens[token.head]
        verb = said.head
        if said.deprel != "xcomp" or said.upos not in {"NOUN", "ADJ"} or min(sentence.subtree(token.index)) != verb + 1:
            continue
        if child(sentence, verb, "obj") is None and child(sentence, said.index, "cop", "aux", "mark") is None:
            yield replace(token, head=verb, deprel="obj")


def reflexives(sentence: Sentence) -> Iterator[Token]:
    """ "Blew himself up": between a verb and its particle stands its object."""
    for token in sentence.tokens[1:-1]:
        verb, after = sentence.tokens[token.index - 1], sentence.tokens[token.index + 1]
        if not token.text.lower().endswith(("self", "selves")) or token.head != verb.index or verb.upos != "VERB":
            continue
        particle = after.deprel == "compound:prt" and after.head == verb.index
        if particle and token.deprel != "obj" and child(sentence, verb.index, "obj") is None:
            yield replace(token, deprel="obj")


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


NEIGHBOURS = (
    hyphened,
    articles,
    prepositions,
    compounds,
    only_objects,
    only_subjects,
    called,
    small_clauses,
    reflexives,
)
