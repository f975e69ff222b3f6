"""Trees set right where they contradict their own words: the reader's commonest slips in news, each with its sign.

A slip is mended only where no other reading is left: a noun cannot be joined to another across a verb that wants an
object, nor be a clause that has an article and no subject. What is doubtful stays as it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from whosays.coding.clause import AUXILIARIES, RELATIVES, base, child, children
from whosays.record.reading import Reading, Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
OF_NOUNS = frozenset({"nsubj", "obj", "obl", "nmod", "iobj", "conj", "appos"})
# What people in the street do while something is done to them: "fired at protesters demanding his release".
OF_CROWDS = frozenset(
    "call chant demand demonstrate flee gather hold march oppose protest queue seek throw travel wait wave".split()
)
EMBEDDED = frozenset({"ccomp", "acl", "advcl"})
SAYING = frozenset({"say", "report", "announce", "state", "declare", "confirm"})
CHARGES = frozenset("accusation allegation assertion charge claim contention insinuation suggestion".split())
DENYING = frozenset("brush call contest deny dismiss dispute rebut refute reject repudiate shrug wave".split())
PARTICIPLE = "Tense=Past|VerbForm=Part|Voice=Pass"
Mend = Callable[[Sentence], Iterator[Token]]


def mended(reading: Reading) -> Reading:
    """The reading with its slips set right; itself where there are none."""
    sentences = tuple(_set_right(sentence) for sentence in reading.sentences)
    same = all(new is old for new, old in zip(sentences, reading.sentences, strict=True))
    return reading if same else replace(reading, sentences=sentences)


def _set_right(sentence: Sentence) -> Sentence:
    for mend in MENDS:
        changed = {token.index: token for token in mend(sentence)}
        if changed:
            sentence = replace(sentence, tokens=tuple(changed.get(t.index, t) for t in sentence.tokens))
    return sentence


def _named_deeds(sentence: Sentence) -> Iterator[Token]:
    """ "Cambodian shelling killed nine": a form in -ing with an adjective or owner, in a noun's place, is a noun."""
    for token in sentence.tokens:
        if token.upos != "VERB" or not token.text.endswith("ing") or base(token.deprel) not in OF_NOUNS:
            continue
        before = [below for below in children(sentence, token.index, "amod", "det", "nmod:poss") if below < token.index]
        if before and child(sentence, token.index, "obj", "nsubj", "aux", "mark") is None:
            yield replace(token, upos="NOUN", lemma=token.text.lower(), feats="Number=Sing")


def _objects_across(sentence: Sentence) -> Iterator[Token]:
    """ "Killed three soldiers and wounded seven others": the others are wounded, not killed too."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos not in NOMINAL or token.head < 0:
            continue
        first = sentence.tokens[token.head]
        verb = next(
            (
                word
                for word in range(token.index - 1, first.index, -1)
                if sentence.tokens[word].deprel == "conj"
                and sentence.tokens[word].upos == "VERB"
                and sentence.tokens[word].head == first.head
            ),
            None,
        )
        if (
            verb is not None
            and first.deprel == "obj"
            and child(sentence, verb, "obj", "iobj", "ccomp", "xcomp") is None
        ):
            yield replace(token, head=verb, deprel="obj")


def _verbs_for_nouns(sentence: Sentence) -> Iterator[Token]:
    """ "Killed three soldiers and wounded seven": what has an object of its own is joined to the verb."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos != "VERB" or "Tense=Past" not in token.feats:
            continue
        first = sentence.tokens[token.head]
        if first.upos in NOMINAL and first.deprel == "obj" and first.head < first.index < token.index:
            after = child(sentence, token.index, "obj")
            if after is not None and child(sentence, token.index, "det", "nsubj") is None:
                yield replace(token, head=first.head)


def _objects_for_clauses(sentence: Sentence) -> Iterator[Token]:
    """ "Announced a curfew": a noun with an article and no subject is no clause."""
    for token in sentence.tokens:
        if token.deprel == "ccomp" and token.upos == "NOUN" and token.head < token.index:
            clause = child(sentence, token.index, "nsubj", "nsubj:pass", "cop", "aux", "mark", "expl", "csubj")
            taken = child(sentence, token.head, "obj")
            if clause is None and taken is None and child(sentence, token.index, "det") is not None:
                yield replace(token, deprel="obj")


def _subjects_of_demands(sentence: Sentence) -> Iterator[Token]:
    """ "Demanded that the army withdraw": what stands between "that" and its verb is the subject."""
    for token in sentence.tokens:
        if token.deprel != "obj" or token.head < token.index or token.lemma.lower() in RELATIVES:
            continue
        that = next(iter(children(sentence, token.head, "mark")), None)
        bare = child(sentence, token.head, "nsubj", "nsubj:pass", "csubj", "expl") is None
        if bare and that is not None and that < token.index and sentence.tokens[that].lemma.lower() == "that":
            yield replace(token, deprel="nsubj")


def _of_the_crowd(sentence: Sentence) -> Iterator[Token]:
    """ "Fired at protesters demanding his release": whoever stands right before it demands."""
    for token in sentence.tokens:
        before = sentence.tokens[token.index - 1] if token.index else None
        if token.deprel != "advcl" or before is None or not token.text.endswith("ing"):
            continue
        crowd = before.upos == "NOUN" and "Number=Plur" in before.feats and base(before.deprel) in {"obl", "obj"}
        if crowd and before.head == token.head and token.lemma.lower() in OF_CROWDS:
            yield replace(token, head=before.index, deprel="acl")


def _done_by(sentence: Sentence) -> Iterator[Token]:
    """ "After talks in Ankara mediated by Turkey": a bare participle with its doer describes the noun before it."""
    for token in sentence.tokens:
        if token.deprel != "advcl" or token.upos != "VERB" or "Tense=Past" not in token.feats:
            continue
        before = token.index - 1
        clause = child(sentence, token.index, "mark", "advmod", "aux", "nsubj", "obj")
        if clause is not None or child(sentence, token.index, "obl:agent") is None:
            continue
        if before <= token.head or sentence.tokens[before].upos not in NOMINAL:
            continue
        nouns = [
            word for word in children(sentence, token.head, "obl", "obj", "nmod") if before in sentence.subtree(word)
        ]
        if nouns:
            yield replace(token, head=nouns[0], deprel="acl", feats=PARTICIPLE)


def _titles(sentence: Sentence) -> Iterator[Token]:
    """ "Lula and his counterpart Gustavo Petro": two members of a row that nothing parts are one, with a title."""
    for token in sentence.tokens:
        before = sentence.tokens[token.index - 1] if token.index else None
        if before is None or token.deprel != "conj" or token.upos != "PROPN":
            continue
        if before.upos == "NOUN" and before.deprel == "conj" and before.head == token.head:
            yield replace(token, head=before.index, deprel="appos")


def _relative_objects(sentence: Sentence) -> Iterator[Token]:
    """ "The rebels, who Kigali denies backing": of two subjects the relative one is the object."""
    for token in sentence.tokens:
        if token.deprel != "nsubj" or token.lemma.lower() not in RELATIVES or token.head < 0:
            continue
        verb = token.head
        others = [word for word in children(sentence, verb, "nsubj") if word != token.index]
        if others and others[0] < verb and sentence.tokens[verb].deprel == "acl:relcl":
            inner = child(sentence, verb, "xcomp")
            yield replace(token, head=verb if inner is None else inner, deprel="obj")


def _charges_denied(sentence: Sentence) -> Iterator[Token]:
    """ "Accused Peru of arming them, allegations that Lima brushed aside": what is denied without an object is the charge before it."""
    for token in sentence.tokens:
        if token.lemma.lower() not in CHARGES or token.index == 0 or base(token.deprel) in ("nsubj", "obj"):
            continue
        denial = next(iter(children(sentence, token.index, "ccomp", "acl")), None)
        if denial is None or sentence.tokens[denial].lemma.lower() not in DENYING or denial < token.index:
            continue
        that = next((word for word in children(sentence, denial, "mark") if word == token.index + 1), None)
        whole = child(sentence, denial, "obj", "ccomp", "nsubj:pass") is not None
        if whole or child(sentence, denial, "nsubj") is None:
            continue
        relation = "appos" if token.upos == "VERB" else token.deprel
        yield replace(token, upos="NOUN", deprel=relation, feats="Number=Plur" if token.text.endswith("s") else "")
        yield replace(sentence.tokens[denial], deprel="acl:relcl")
        if that is not None:
            yield replace(sentence.tokens[that], upos="PRON", deprel="obj")


def _after_the_saying(sentence: Sentence) -> Iterator[Token]:
    """ "Armed men seized ten, the mission said, and demanded a ransom": those who seized demand, not whoever says so."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos != "VERB" or token.head < 0 or token.head > token.index:
            continue
        saying = sentence.tokens[token.head]
        told = [w for w in children(sentence, saying.index, "ccomp") if w < saying.index]
        own = child(sentence, token.index, "nsubj", "nsubj:pass", "expl")
        if (
            not told
            or own is not None
            or saying.lemma.lower() not in SAYING
            or saying.index + 1 >= len(sentence.tokens)
        ):
            continue
        if sentence.tokens[saying.index + 1].text == "," and child(sentence, saying.index, "obl", "advcl") is None:
            yield replace(token, head=told[-1])


def _objects_of_gerunds(sentence: Sentence) -> Iterator[Token]:
    """ "Backing Chile strengthens it": a predicate has one subject, so the noun right behind a form in -ing that is one is its object."""
    for token in sentence.tokens:
        doing = next((word for word in children(sentence, token.head, "csubj") if word == token.index - 1), None)
        if token.deprel == "nsubj" and doing is not None and sentence.tokens[doing].text.lower().endswith("ing"):
            yield replace(token, head=doing, deprel="obj")


def _participles(sentence: Sentence) -> Iterator[Token]:
    """ "The occupied province": what describes a noun in front of it is no finite verb."""
    for token in sentence.tokens:
        if (
            token.deprel == "amod"
            and token.upos == "VERB"
            and "VerbForm=Fin" in token.feats
            and token.head > token.index
        ):
            yield replace(token, feats=PARTICIPLE)


def _back_to_the_speaker(sentence: Sentence) -> Iterator[Token]:
    """ "Denied that any man had been there and urged calm": a plain past cannot share "had" or "must", so it is not theirs."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.head < 0 or not _is_plain_past(sentence, token.index):
            continue
        here = token.head
        while base(sentence.tokens[here].deprel) in EMBEDDED and _helpers(sentence, here) & AUXILIARIES:
            here = sentence.tokens[here].head
        alone = child(sentence, token.index, "nsubj") is None
        if alone and here != token.head and here < token.index and _is_plain_past(sentence, here):
            yield replace(token, head=here)


def _behind_the_main_verb(sentence: Sentence) -> Iterator[Token]:
    """ "Drones launched by the army struck a depot near Kosti": what stands behind the main verb is not told of the verb in the subject."""
    for token in sentence.tokens:
        if base(token.deprel) != "obl" or token.head < 0:
            continue
        above = sentence.tokens[token.head].head
        while above >= 0 and not (token.head < above < token.index and sentence.tokens[above].upos == "VERB"):
            above = sentence.tokens[above].head
        if above >= 0:
            yield replace(token, head=above)


def _is_plain_past(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    past = {"VerbForm=Fin", "Tense=Past"} <= set(token.feats.split("|"))
    return token.upos == "VERB" and past and not _helpers(sentence, verb)


def _helpers(sentence: Sentence, verb: int) -> set[str]:
    return {sentence.tokens[word].lemma.lower() for word in children(sentence, verb, "aux")}


MENDS: tuple[Mend, ...] = (
    _named_deeds,
    _verbs_for_nouns,
    _objects_across,
    _objects_for_clauses,
    _subjects_of_demands,
    _of_the_crowd,
    _done_by,
    _titles,
    _relative_objects,
    _charges_denied,
    _after_the_saying,
    _back_to_the_speaker,
    _behind_the_main_verb,
    _objects_of_gerunds,
    _participles,
)
