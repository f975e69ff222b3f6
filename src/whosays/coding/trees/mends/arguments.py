"""Subjects and objects: a clause has one subject, in front of its verb, and two things only of giving ("awarded the guard a medal").

A bare noun right behind a verb that has no object is its object, but for what somebody is or is called, and for measures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import RELATIVES, base, child, children, has_case
from whosays.coding.trees.mends.shared import CLAUSAL, NOMINAL, NOUNS, SPANS
from whosays.record.reading import Sentence, Token

# Verbs of two things: to whom, and what.
GIVING = frozenset("accord allow award deny give grant hand lend offer owe pay promise sell send show".split())
TELLING = frozenset(
    "advise ask assure beg beseech implore inform notify persuade promise remind tell urge warn".split()
)
# Verbs whose bare noun says what somebody is, and is no object of theirs.
BEING = frozenset(
    """appear be become call come consider crown declare deem die elect emerge end fall feel find go grow keep label look
    make name prove rank remain seem sound stand start stay turn vote win""".split()
)
BECOME = frozenset({"captive", "hostage", "prisoner"})  # "took two men prisoner"
# What is measured without a preposition: "took a day", "fell three points", "walked nine miles".
MEASURES = frozenset(
    """century cent day decade degree dollar euro fold fortnight hour inch kilometre kilometer km mark metre meter mile minute
    moment month night percent percentage point pound second term time ton tonne way week weekend year yard morning evening
    afternoon today yesterday tomorrow tonight half third quarter home monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december spring summer autumn winter
    fall overnight midnight noon midday dawn daybreak daily weekly""".split()
)
CROSSING = frozenset({"cross", "enter", "leave", "reach"})


def in_front(sentence: Sentence) -> Iterator[Token]:
    """ "A strike on a village killed three": of two objects without a subject the one in front of the verb is the subject.

    So is what opens the sentence: "thirty tonnes of grain arrived".
    """
    for token in sentence.tokens:
        verb = sentence.tokens[token.head] if token.head > token.index else None
        if verb is None or token.deprel != "obj" or verb.upos != "VERB" or token.text.lower() in RELATIVES:
            continue
        behind = any(
            one.deprel == "obj" and one.head == verb.index and one.index > verb.index for one in sentence.tokens
        )
        opens = verb.head < 0 and min(sentence.subtree(token.index)) == min(sentence.subtree(verb.index))
        if (behind or opens) and child(sentence, verb.index, "nsubj", "nsubj:pass", "aux:pass", "aux") is None:
            yield replace(token, deprel="nsubj")


def there_was(sentence: Sentence) -> Iterator[Token]:
    """ "There was gunfire": what there was is the subject of "was"."""
    for there in sentence.tokens:
        if there.text.lower() != "there" or there.deprel != "expl" or there.head < 0:
            continue
        be = sentence.tokens[there.head]
        thing = sentence.tokens[be.head] if be.deprel == "cop" and be.head > be.index else None
        if thing is None or thing.upos not in NOUNS or child(sentence, thing.index, "nsubj", "csubj") is not None:
            continue
        yield replace(be, head=thing.head, deprel=thing.deprel)
        yield replace(thing, head=be.index, deprel="nsubj")
        for word in sentence.children[thing.index]:
            token = sentence.tokens[word]
            if word != be.index and (
                (token.deprel in {"punct", "aux", "cc", "advmod"} and word < be.index) or token.text in ".!?"
            ):
                yield replace(token, head=be.index)


def behind_verbs(sentence: Sentence) -> Iterator[Token]:
    """ "Repealed the ban": a noun with an article behind a verb is no part of the verb, but its object."""
    for token in sentence.tokens:
        verb = sentence.tokens[token.head] if 0 <= token.head < token.index else None
        if verb is None or verb.upos != "VERB" or token.upos != "NOUN" or token.deprel != "compound":
            continue
        if child(sentence, token.index, "det", "nmod:poss") is not None:
            yield replace(token, deprel="obj")


def clauses_in_front(sentence: Sentence) -> Iterator[Token]:
    """ "That the envoy stayed away is a slight": a clause with "that" in front of a verb without a subject is the subject."""
    for token in sentence.tokens:
        verb = sentence.tokens[token.head] if token.head > token.index else None
        if verb is None or token.deprel != "advcl" or verb.upos not in {"VERB", "AUX"}:
            continue
        opens = sentence.tokens[min(sentence.subtree(token.index))]
        that = opens.text.lower() == "that" and opens.deprel == "mark" and opens.head == token.index
        if that and child(sentence, verb.index, "nsubj", "nsubj:pass", "csubj", "expl") is None:
            yield replace(token, deprel="csubj")


def owned_subjects(sentence: Sentence) -> Iterator[Token]:
    """ "The army's refusal to leave worried them": a noun with an owner or article in front of its verb is the subject, and no clause."""
    for token in sentence.tokens:
        verb = sentence.tokens[token.head] if token.head > token.index else None
        if verb is None or base(token.deprel) not in {"ccomp", "advcl", "csubj"} or verb.upos != "VERB":
            continue
        if token.upos not in {"NOUN", "VERB", "ADJ"} or "VerbForm=" in token.feats or not _has_owner(sentence, token):
            continue
        between = sentence.tokens[token.index + 1 : verb.index]
        if child(sentence, token.index, "obj", *CLAUSAL) is not None or any(one.upos == "PUNCT" for one in between):
            continue
        others = list(children(sentence, verb.index, "nsubj", "csubj", "expl"))
        if any(word < verb.index and word != token.index for word in others):
            continue
        passive = child(sentence, verb.index, "aux:pass") is not None
        yield replace(token, upos="NOUN", deprel="nsubj:pass" if passive else "nsubj")
        yield from (replace(sentence.tokens[word], deprel="obj") for word in others if word > verb.index)


def _has_owner(sentence: Sentence, token: Token) -> bool:
    """Whether an owner or, of what is no adjective, an article stands in front of a word."""
    if token.upos == "ADJ":
        return child(sentence, token.index, "nmod:poss") is not None
    return any(word < token.index for word in children(sentence, token.index, "nmod:poss", "det"))


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
    """ "Calling it a lie", "described it as false": what a complement is said of is the verb's object, for such a one has no subject."""
    for token in sentence.tokens:
        if token.deprel != "nsubj" or token.head < token.index:
            continue
        said = sentence.tokens[token.head]
        verb = said.head
        likened = said.deprel == "obl" and said.upos == "ADJ" and has_case(sentence, said.index, "as")
        if not (likened or (said.deprel == "xcomp" and said.upos in {"NOUN", "ADJ"})):
            continue
        if min(sentence.subtree(token.index)) != verb + 1:
            continue
        if child(sentence, verb, "obj") is None and child(sentence, said.index, "cop", "aux", "mark") is None:
            yield replace(token, head=verb, deprel="obj")


def shot_dead(sentence: Sentence) -> Iterator[Token]:
    """ "Shot dead three rangers": right behind the verb "dead" is what the shot made of them, and describes no number."""
    for token in sentence.tokens[1:-1]:
        verb, thing = (
            sentence.tokens[token.index - 1],
            sentence.tokens[token.head] if token.head > token.index else token,
        )
        if token.text.lower() != "dead" or token.deprel != "amod" or verb.upos != "VERB" or thing.head != verb.index:
            continue
        if sentence.tokens[token.index + 1].upos in {"NUM", "DET", "ADV", "ADP"}:
            yield replace(token, head=verb.index, deprel="xcomp")


def persona_non_grata(sentence: Sentence) -> Iterator[Token]:
    """ "Declared the attaché of the embassy persona non grata": it is said of whoever is declared so, and describes no noun."""
    for token in sentence.tokens[:-1]:
        if token.text.lower() not in {"persona", "personae"} or sentence.tokens[token.index + 1].text.lower() != "non":
            continue
        whom = above = sentence.tokens[token.head] if token.head >= 0 else token
        while above.head >= 0 and above.upos in NOMINAL:
            whom, above = above, sentence.tokens[above.head]
        if token.deprel != "nmod" or above.upos != "VERB" or above.index > token.index:
            continue
        yield replace(token, head=above.index, deprel="xcomp")
        if whom.deprel == "xcomp":
            yield replace(whom, deprel="obj")


def reflexives(sentence: Sentence) -> Iterator[Token]:
    """ "Blew himself up": between a verb and its particle stands its object."""
    for token in sentence.tokens[1:-1]:
        verb, after = sentence.tokens[token.index - 1], sentence.tokens[token.index + 1]
        if not token.text.lower().endswith(("self", "selves")) or token.head != verb.index or verb.upos != "VERB":
            continue
        particle = after.deprel == "compound:prt" and after.head == verb.index
        if particle and token.deprel != "obj" and child(sentence, verb.index, "obj") is None:
            yield replace(token, deprel="obj")


def bare_objects(sentence: Sentence) -> Iterator[Token]:
    """ "Sought guarantees", "called off their boycott", "thank goodness": a bare noun behind a verb without an object is its object."""
    for token in sentence.tokens:
        above = sentence.tokens[token.head] if token.head >= 0 else None
        if above is None or token.upos != "NOUN" or above.upos != "VERB" or not above.index < token.index:
            continue
        if not _reads_otherwise(sentence, token, above) or _says_what_it_is(sentence, token, above):
            continue
        closed = child(sentence, token.index, "case", *CLAUSAL) is not None
        told = () if token.deprel == "vocative" else ("ccomp",)  # "thank goodness it rained"
        taken = child(sentence, above.index, "obj", *told, "nsubj:pass", "aux:pass", "cop") is not None
        if not closed and not taken:
            yield replace(token, deprel="obj")


def _says_what_it_is(sentence: Sentence, token: Token, above: Token) -> bool:
    """ "Remained president", "took two men prisoner": whether a noun may be what somebody is or is called.

    Whatever is "called off" is not.
    """
    off = above.lemma.lower() == "call" and child(sentence, above.index, "compound:prt") is not None
    being = above.lemma.lower() in BEING and not off and token.deprel != "compound:prt"
    return being or token.lemma.lower() in BECOME


def _reads_otherwise(sentence: Sentence, token: Token, above: Token) -> bool:
    """Whether a noun stands where its verb's object would, under another relation."""
    if any(sentence.tokens[word].upos == "PUNCT" for word in range(above.index, token.index)):
        return False
    if token.deprel in {"xcomp", "compound:prt", "vocative"}:
        return True
    if token.deprel == "parataxis":
        return child(sentence, token.index, "det") is not None
    # A span of time is an object only of what is given to somebody: "gave them 48 hours".
    given = child(sentence, above.index, "iobj") is not None
    return token.deprel in {"obl", "obl:unmarked"} and (given or token.lemma.lower() not in MEASURES)


def second_subjects(sentence: Sentence) -> Iterator[Token]:
    """ "Shelling the town breaks the truce": of two subjects the one behind the verb is its object."""
    for token in sentence.tokens:
        if token.deprel != "nsubj" or not 0 <= token.head < token.index or token.upos not in NOUNS | {"PRON"}:
            continue
        others = [word for word in children(sentence, token.head, "nsubj", "csubj") if word < token.head]
        verb = sentence.tokens[token.head]
        between = sentence.tokens[verb.index + 1 : min(sentence.subtree(token.index))]
        apart = any(one.upos in ("PUNCT", "CCONJ") for one in between)  # "families wait, leaders smile"
        if others and not apart and verb.upos == "VERB" and child(sentence, token.head, "obj", "ccomp", "cop") is None:
            yield replace(token, deprel="obj")


def right_behind(sentence: Sentence) -> Iterator[Token]:
    """ "Set foot across the border", "took part": a bare noun right behind a verb that has no object is no adverb."""
    for token in sentence.tokens[1:]:
        verb = sentence.tokens[token.index - 1]
        if token.upos != "NOUN" or token.deprel != "advmod" or token.head != verb.index or verb.upos != "VERB":
            continue
        if child(sentence, verb.index, "obj") is None and not sentence.children[token.index]:
            yield replace(token, deprel="obj")


def crossed(sentence: Sentence) -> Iterator[Token]:
    """ "Not one man crossed the border": what stands bare behind such a verb is its object."""
    for token in sentence.tokens:
        if token.deprel != "obl" or token.head < 0 or token.head > token.index or token.upos not in NOMINAL:
            continue
        verb = sentence.tokens[token.head]
        bare = child(sentence, token.index, "case") is None and min(sentence.subtree(token.index)) == verb.index + 1
        place = child(sentence, token.index, "det") is not None and token.lemma.lower() not in SPANS
        if bare and place and verb.lemma.lower() in CROSSING and child(sentence, verb.index, "obj") is None:
            yield replace(token, deprel="obj")


def no_clauses(sentence: Sentence) -> Iterator[Token]:
    """ "Announced a curfew": a noun with an article and no subject is no clause."""
    for token in sentence.tokens:
        if token.deprel == "ccomp" and token.upos == "NOUN" and token.head < token.index:
            clause = child(sentence, token.index, "nsubj", "nsubj:pass", "cop", "aux", "mark", "expl", "csubj")
            taken = child(sentence, token.head, "obj")
            if clause is None and taken is None and child(sentence, token.index, "det") is not None:
                yield replace(token, deprel="obj")


def of_the_first_verb(sentence: Sentence) -> Iterator[Token]:
    """ "The president dismissed the claim and suggested another": a subject in front of two joined verbs is the first one's."""
    for token in sentence.tokens:
        if token.deprel != "nsubj" or token.head < token.index:
            continue
        second = sentence.tokens[token.head]
        first = sentence.tokens[second.head] if second.deprel == "conj" else second
        between = token.index < first.index < second.index and first.upos == second.upos == "VERB"
        if between and child(sentence, first.index, "nsubj", "nsubj:pass", "csubj", "expl") is None:
            yield replace(token, head=first.index)


def whole_clauses(sentence: Sentence) -> Iterator[Token]:
    """ "Turned back after gunmen fired on it": a verb with a subject of its own behind "after" is a clause, and no thing."""
    for token in sentence.tokens:
        if base(token.deprel) not in {"obl", "nmod"} or token.upos != "VERB":
            continue
        own, mark = child(sentence, token.index, "nsubj", "nsubj:pass"), child(sentence, token.index, "mark")
        if own is not None and mark is not None and mark < own < token.index:
            yield replace(token, deprel="advcl")
