"""What is said and by whom: contents that a tree gives to the wrong speaker. "Reported, citing two officers, that ten were held".

A content hangs on the verb that says it, and what its speaker does next hangs on that verb too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import AUXILIARIES, RELATIVES, base, child, children, is_passive
from whosays.coding.trees.mends.shared import NOMINAL, has_that
from whosays.lexicon.pasts import is_participle
from whosays.record.reading import Sentence, Token

CITING = frozenset({"cite", "quote"})
CITING_FORMS = frozenset({"citing", "quoting"})
SAYING = frozenset({"say", "report", "announce", "state", "declare", "confirm"})
# What whoever has just said something goes on to do with words: "denied that he had been there and urged calm".
SPEAKING = frozenset(
    "accuse add appeal ask blame call condemn declare demand deny insist invite offer order pledge praise promise refuse reject say "
    "tell threaten thank urge vow warn welcome".split()
)
EMBEDDED = frozenset({"ccomp", "acl", "advcl"})


def with_subjects(sentence: Sentence) -> Iterator[Token]:
    """ "Required that the army leave": what has "that" and a subject of its own is no open clause.

    What stands between "that" and its verb is the subject, also where it was taken for the object of the verb above.
    """
    for token in sentence.tokens:
        that = next(
            (w for w in children(sentence, token.index, "mark") if sentence.tokens[w].text.lower() == "that"), -1
        )
        if token.deprel != "xcomp" or not token.head < that < token.index:
            continue
        if child(sentence, token.index, "nsubj", "nsubj:pass") is not None:
            yield replace(token, deprel="ccomp")
            continue
        own = [word for word in children(sentence, token.head, "obj", "iobj") if that < word < token.index]
        if len(own) != 1 or child(sentence, own[0], "case") is not None:
            continue
        yield replace(token, deprel="ccomp")
        passive = child(sentence, token.index, "aux:pass") is not None
        yield replace(sentence.tokens[own[0]], head=token.index, deprel="nsubj:pass" if passive else "nsubj")
        if child(sentence, token.index, "obj") is None:
            things = [word for word in children(sentence, token.head, "obj") if word > token.index]
            yield from (replace(sentence.tokens[word], head=token.index) for word in things[:1])


def subjects_of_demands(sentence: Sentence) -> Iterator[Token]:
    """ "Demanded that the army withdraw": what stands between "that" and its verb is the subject."""
    for token in sentence.tokens:
        if token.deprel != "obj" or token.head < token.index or token.lemma.lower() in RELATIVES:
            continue
        that = next(iter(children(sentence, token.head, "mark")), None)
        bare = child(sentence, token.head, "nsubj", "nsubj:pass", "csubj", "expl") is None
        if bare and that is not None and that < token.index and sentence.tokens[that].lemma.lower() == "that":
            yield replace(token, deprel="nsubj")


def copulas(sentence: Sentence) -> Iterator[Token]:
    """ "The ship was never near the port, he said": of two contents the form of "be" is the other one's copula."""
    for token in sentence.tokens:
        if token.upos != "AUX" or token.lemma.lower() != "be" or token.deprel != "ccomp":
            continue
        said = [word for word in children(sentence, token.head, "ccomp") if word > token.index]
        if len(said) == 1 and said[0] < token.head and sentence.tokens[said[0]].upos != "VERB":
            yield replace(token, head=said[0], deprel="cop")


def before_the_saying(sentence: Sentence) -> Iterator[Token]:
    """ "Not one soldier crossed the border, he insisted": what stands before a clause that is said is not who says it."""
    for token in sentence.tokens:
        if base(token.deprel) not in ("nsubj", "ccomp") or token.head < token.index:
            continue
        saying = token.head
        said = [word for word in children(sentence, saying, "ccomp") if token.index < word < saying]
        speaker = [word for word in children(sentence, saying, "nsubj") if said and word > said[-1]]
        if len(said) != 1 or not speaker or not (token.upos in NOMINAL or token.upos == "DET"):
            continue
        own = child(sentence, said[0], "nsubj", "csubj", "expl")
        if own is None:
            yield replace(token, head=said[0], deprel="nsubj")
        elif token.lemma.lower() == "one" and own == token.index + 1:
            yield replace(token, head=own, deprel="nummod")


def citing(sentence: Sentence) -> Iterator[Token]:
    """ "The paper, citing two officials, reported it": a verb is no preposition, and who is cited does not cite."""
    for token in sentence.tokens:
        if token.text.lower() not in CITING_FORMS or token.head < 0:
            continue
        if base(token.deprel) not in ("case", "acl", "advcl"):
            continue
        cited = _cited(sentence, token)
        if cited is None or cited.index < token.index or (cited.deprel == "obj" and token.deprel != "case"):
            continue
        telling = cited.head if token.head == cited.index else token.head
        while telling >= 0 and sentence.tokens[telling].upos != "VERB":
            telling = sentence.tokens[telling].head
        if telling not in (-1, token.index):
            yield replace(token, head=telling, deprel="advcl", upos="VERB")
            yield replace(cited, head=token.index, deprel="obj")


def _cited(sentence: Sentence, citing: Token) -> Token | None:
    """Whom somebody cites, wherever the tree hangs him."""
    below = child(sentence, citing.index, "nsubj", "obj", "obl")
    if below is not None:
        return sentence.tokens[below]
    above = sentence.tokens[citing.head]
    return above if citing.deprel == "case" and above.index > citing.index else None


def told_aside(sentence: Sentence) -> Iterator[Token]:
    """ "Reported, citing two officers, that ten were held": it is reported that, and the officers are cited."""
    for token in sentence.tokens:
        above = sentence.tokens[token.head] if token.head >= 0 else None
        if token.deprel != "ccomp" or above is None or above.head < 0 or above.lemma.lower() not in CITING:
            continue
        that = next(iter(children(sentence, token.index, "mark")), None)
        cited = child(sentence, above.index, "obj")
        if above.deprel != "advcl" or that is None or cited is None or cited > that:
            continue
        if sentence.tokens[that - 1].text == "," and child(sentence, above.head, "ccomp") is None:
            yield replace(token, head=above.head)


def and_that(sentence: Sentence) -> Iterator[Token]:
    """ "Said that it had a pact, which they broke, and that it was over": "and that" goes on with "that"."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.head < 0 or not has_that(sentence, token.index):
            continue
        here = token.head
        while here >= 0 and not has_that(sentence, here):
            here = sentence.tokens[here].head
        through = sentence.tokens[token.head].deprel == "acl:relcl"
        if through and 0 <= here < token.index and child(sentence, token.index, "nsubj", "nsubj:pass") is not None:
            yield replace(token, head=here)


def before_a_colon(sentence: Sentence) -> Iterator[Token]:
    """ "The office called that false: nobody was there, it said": what stands before the colon is told, and not said by "it"."""
    for token in sentence.tokens:
        saying = sentence.tokens[token.head] if token.head > token.index else None
        if saying is None or token.deprel != "ccomp" or token.upos != "VERB" or saying.deprel != "root":
            continue
        colon = next((at for at in range(token.index + 1, saying.index) if sentence.tokens[at].text == ":"), None)
        speaker, own = child(sentence, saying.index, "nsubj"), child(sentence, token.index, "nsubj")
        if colon is None or own is None or speaker is None or speaker < colon:
            continue
        if sentence.tokens[speaker].upos != "PRON" or sentence.tokens[own].upos == "PRON":
            continue
        yield replace(token, head=-1, deprel="root")
        yield replace(saying, head=token.index, deprel="parataxis")
        for clause in children(sentence, token.index, "xcomp", "ccomp", "parataxis", "conj"):
            if colon < clause < speaker and child(sentence, clause, "nsubj") is not None:
                yield replace(sentence.tokens[clause], head=saying.index, deprel="ccomp")


def after_the_saying(sentence: Sentence) -> Iterator[Token]:
    """ "Armed men seized ten, the mission said, and demanded a ransom": those who seized demand, not whoever says so."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos != "VERB" or token.head < 0 or token.head > token.index:
            continue
        saying = sentence.tokens[token.head]
        told = [w for w in children(sentence, saying.index, "ccomp") if w < saying.index]
        own = child(sentence, token.index, "nsubj", "nsubj:pass", "expl")
        if not told or own is not None or saying.lemma.lower() not in SAYING:
            continue
        if sentence.tokens[saying.index + 1].text == "," and child(sentence, saying.index, "obl", "advcl") is None:
            yield replace(token, head=told[-1])


def back_to_the_speaker(sentence: Sentence) -> Iterator[Token]:
    """ "Denied that any man had been there and urged calm": a plain past cannot share "had" or "must", so it is not theirs.

    A form that could be a participle too ("said that they had crossed the river and shot two guards") goes back only if
    it is something that is done by speaking. So it does from what somebody was said to be: "said three were dead and vowed
    to strike back".
    """
    for token in sentence.tokens:
        if token.deprel != "conj" or token.head < 0 or not _is_plain_past(sentence, token.index):
            continue
        speaks = token.lemma.lower() in SPEAKING and not _is_ordered_there(sentence, token)
        if is_participle(token.text.lower()) and not speaks and _shares_had(sentence, token):
            continue
        here = token.head
        if speaks and base(sentence.tokens[here].deprel) == "ccomp" and child(sentence, here, "cop") is not None:
            here = sentence.tokens[here].head
        while base(sentence.tokens[here].deprel) in EMBEDDED and _helpers(sentence, here) & AUXILIARIES:
            here = sentence.tokens[here].head
        alone = child(sentence, token.index, "nsubj") is None
        if alone and here != token.head and here < token.index and _is_plain_past(sentence, here):
            yield replace(token, head=here)


def _is_ordered_there(sentence: Sentence, token: Token) -> bool:
    """ "Said that a warship had entered the bay and ordered the crew to stop": who did the one thing may have ordered the other."""
    whom = child(sentence, token.index, "obj", "iobj") is not None and child(sentence, token.index, "xcomp") is not None
    did = not is_passive(sentence, token.head) and child(sentence, token.head, "cop") is None
    return token.lemma.lower() == "order" and whom and did


def _shares_had(sentence: Sentence, token: Token) -> bool:
    return bool({"have", "be"} & _helpers(sentence, token.head))


def _is_plain_past(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    past = {"VerbForm=Fin", "Tense=Past"} <= set(token.feats.split("|"))
    return token.upos == "VERB" and past and not _helpers(sentence, verb)


def _helpers(sentence: Sentence, verb: int) -> set[str]:
    return {sentence.tokens[word].lemma.lower() for word in children(sentence, verb, "aux")}
