"""Clauses that a tree hangs on the wrong word: charges and what denies them, relative clauses, what stands before a colon.

As in `whosays.coding.trees.mended`, which runs these after `slips`, only what leaves no other reading is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import RELATIVES, base, child, children, has_case
from whosays.coding.trees.shared import DENYING, NOMINAL, PARTICIPLE, Mend
from whosays.record.reading import Sentence, Token

CHARGES = frozenset("accusation allegation assertion charge claim contention insinuation report suggestion".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# What an earlier happening does to others, who then act on another day: "the raid on Friday prompted Peru to arm them".
CAUSING = frozenset("prompt lead cause force spark trigger push drive provoke make let bring".split())
PLANNED = frozenset({"arrange", "expect", "plan", "schedule", "set", "slate"})
ACCOUNTS = frozenset({"account", "denial", "rumour", "story", "version"})


def _planned(sentence: Sentence) -> Iterator[Token]:
    """ "Talks between Mali and Chad set for Monday": the talks are set, and no country is."""
    for token in sentence.tokens:
        if (
            token.deprel != "acl"
            or token.lemma.lower() not in PLANNED
            or not token.text.lower().endswith(("ed", "set"))
        ):
            continue
        here = token.head
        while sentence.tokens[here].deprel == "conj" and sentence.tokens[here].upos == "PROPN":
            here = sentence.tokens[here].head
        name = sentence.tokens[here]
        if name.upos == "PROPN" and name.deprel == "nmod" and sentence.tokens[name.head].upos == "NOUN":
            yield replace(token, head=name.head)


def _launched(sentence: Sentence) -> Iterator[Token]:
    """ "When rockets launched from Chad missed a bridge": of two pasts behind a subject the first describes it."""
    for token in sentence.tokens[1:]:
        thing = sentence.tokens[token.index - 1]
        main = sentence.tokens[token.head] if token.head > token.index else thing
        past = token.upos == "VERB" and "Tense=Past" in token.feats
        if not past or base(thing.deprel) != "nsubj" or thing.head != main.index or main.upos != "VERB":
            continue
        bare = child(sentence, token.index, "nsubj", "obj", "mark", "advmod", "aux", "cc") is None
        if bare and child(sentence, token.index, "obl") is not None and thing.upos in NOMINAL - {"PRON"}:
            yield replace(token, head=thing.index, deprel="acl", feats=PARTICIPLE)


def _convicted(sentence: Sentence) -> Iterator[Token]:
    """ "Pardoned the general convicted of treason": a bare past right behind an object, that has none itself, describes it."""
    for token in sentence.tokens[1:]:
        thing = sentence.tokens[token.index - 1]
        past = token.upos == "VERB" and "Tense=Past" in token.feats and base(token.deprel) in {"ccomp", "advcl"}
        if not past or thing.deprel != "obj" or thing.upos not in NOMINAL - {"PRON"} or thing.head != token.head:
            continue
        bare = child(sentence, token.index, "nsubj", "nsubj:pass", "obj", "mark", "advmod", "aux", "cop", "cc") is None
        if bare and child(sentence, token.index, "obl", "advcl", "obl:agent") is not None:
            yield replace(token, head=thing.index, deprel="acl", feats=PARTICIPLE)


def _joined(sentence: Sentence) -> Iterator[Token]:
    """ "Talks between the rebels and the army": a noun with "and" before it is joined to the noun that stands before that."""
    for token in sentence.tokens:
        joint = child(sentence, token.index, "cc")
        if joint is None or joint > token.index or joint == 0 or base(token.deprel) not in {"nmod", "obl", "obj"}:
            continue
        before = (word for word in children(sentence, token.head, token.deprel) if word < joint)
        first = next((word for word in before if joint - 1 in sentence.subtree(word)), None)
        if first is None or sentence.tokens[first].upos not in NOMINAL:
            continue
        yield replace(token, head=first, deprel="conj")
        cases = (word for word in children(sentence, token.index, "case") if word < first)
        yield from (replace(sentence.tokens[word], head=first) for word in cases)


def _one_beside_several(sentence: Sentence) -> Iterator[Token]:
    """ "Three envoys, a clerk and a driver": one person explains no three, so the clerk is another."""
    for token in sentence.tokens:
        several = sentence.tokens[token.head] if token.deprel == "appos" else token
        article = child(sentence, token.index, "det")
        if (
            several is token
            or "Number=Plur" not in several.feats
            or "Number=Sing" not in token.feats
            or article is None
        ):
            continue
        after = token.index + 1
        listed = after < len(sentence.tokens) and sentence.tokens[after].deprel in {"cc", "punct"}
        last = any(word > token.index for word in children(sentence, several.index, "conj"))
        if listed and last and sentence.tokens[article].text.lower() in {"a", "an"}:
            yield replace(token, deprel="conj")


def _whom_they_took(sentence: Sentence) -> Iterator[Token]:
    """ "The editor, whom police took away": what has an object and no "was" is no passive."""
    for token in sentence.tokens:
        if token.deprel != "nsubj:pass" or child(sentence, token.head, "aux:pass") is not None:
            continue
        things = children(sentence, token.head, "obj")
        if any(word < token.index and sentence.tokens[word].lemma.lower() in RELATIVES for word in things):
            yield replace(token, deprel="nsubj")


def _whom_it_accused(sentence: Sentence) -> Iterator[Token]:
    """ "Two traders whom it accused of arming the rebels": a verb has one object, so "whom" is the other verb's."""
    for token in sentence.tokens:
        if token.deprel != "obj" or token.lemma.lower() not in RELATIVES or token.head < token.index:
            continue
        inner = sentence.tokens[token.head]
        outer = sentence.tokens[inner.head] if inner.head >= 0 else inner
        others = [word for word in children(sentence, inner.index, "obj") if word != token.index]
        if others and outer.deprel == "acl:relcl" and child(sentence, outer.index, "obj") is None:
            yield replace(token, head=outer.index)


def _on_friday(sentence: Sentence) -> Iterator[Token]:
    """ "The ministry on Friday rejected it": a day between the subject and its verb is that of the verb."""
    for token in sentence.tokens:
        subject = sentence.tokens[token.head] if token.deprel == "nmod" and token.head >= 0 else token
        if token.lemma.lower() not in WEEKDAYS or subject.deprel != "nsubj" or subject.index > token.index:
            continue
        verb = sentence.tokens[subject.head]
        behind = max(sentence.subtree(token.index)) + 1
        helpers = [verb.index, *children(sentence, verb.index, "aux", "advmod")]
        on = [sentence.tokens[word].text.lower() for word in children(sentence, token.index, "case")] == ["on"]
        if on and behind in helpers and verb.upos == "VERB" and verb.lemma.lower() not in CAUSING:
            yield replace(token, head=verb.index, deprel="obl")


def _in_which(sentence: Sentence) -> Iterator[Token]:
    """ "An ambush in Kosti in which two were killed": "in which" without a comma is not said of a town."""
    for token in sentence.tokens:
        if token.deprel != "acl:relcl" or token.head < 1:
            continue
        town, event = sentence.tokens[token.head], sentence.tokens[sentence.tokens[token.head].head]
        behind = sentence.tokens[town.index + 1 : town.index + 3]
        if [one.text.lower() for one in behind[1:]] != ["which"] or behind[0].upos != "ADP":
            continue
        if town.upos == "PROPN" and base(town.deprel) == "nmod" and event.upos == "NOUN" and town.head >= 0:
            yield replace(token, head=event.index)


def _charges(sentence: Sentence) -> Iterator[Token]:
    """ "They shelter it, a charge the Front denies": the noun says what the clause before it is, and is denied."""
    for token in sentence.tokens:
        if token.lemma.lower() not in CHARGES or token.upos != "NOUN" or token.index < 2:
            continue
        first = min([token.index, *children(sentence, token.index, "det", "amod")])
        if sentence.tokens[first - 1].text not in (",", "—", "–") or first - 1 <= 0:
            continue
        if token.deprel == "parataxis" and token.head < token.index:
            yield replace(token, deprel="appos")
        denial = sentence.tokens[token.head] if token.head > token.index else None
        if denial is None or token.deprel not in ("obj", "nsubj") or denial.lemma.lower() not in DENYING:
            continue
        who = [word for word in children(sentence, denial.index, "nsubj") if token.index < word < denial.index]
        if not who or not 0 <= denial.head < token.index:
            continue
        if not _is_indefinite(sentence, token):
            continue
        said = [word for word in children(sentence, denial.head, "ccomp") if word < token.index]
        yield replace(token, head=said[-1] if said else denial.head, deprel="appos")
        yield replace(denial, head=token.index, deprel="acl:relcl")


def _told_before(sentence: Sentence) -> Iterator[Token]:
    """ "Chad says they shot two, a charge Libya denies": a clause that describes a noun has no content in front of the noun."""
    for token in sentence.tokens:
        denial = sentence.tokens[token.head] if token.head >= 0 else token
        noun = sentence.tokens[denial.head] if denial.head >= 0 else denial
        if token.deprel != "ccomp" or denial.deprel != "acl:relcl" or not token.index < noun.index < denial.index:
            continue
        if 0 <= noun.head < token.index and sentence.tokens[noun.head].upos == "VERB":
            yield replace(token, head=noun.head)


def _is_indefinite(sentence: Sentence, noun: Token) -> bool:
    article = child(sentence, noun.index, "det")
    return noun.text.endswith("s") if article is None else sentence.tokens[article].text.lower() in ("a", "an")


def _accused_of(sentence: Sentence) -> Iterator[Token]:
    """ "Accused Libya of having trained them": whoever stands before "of" is accused, and "of" opens no clause that has a subject."""
    for token in sentence.tokens:
        if token.deprel not in ("nsubj", "nsubj:pass") or token.head < token.index:
            continue
        deed = sentence.tokens[token.head]
        of = [word for word in children(sentence, deed.index, "mark") if sentence.tokens[word].text.lower() == "of"]
        if not of or token.index > of[0] or deed.head < 0 or deed.head > token.index or deed.deprel == "acl:relcl":
            continue
        if sentence.tokens[deed.head].upos == "VERB" and child(sentence, deed.head, "obj") is None:
            yield replace(token, head=deed.head, deprel="obj")
            yield replace(deed, deprel="advcl")


def _of_doing(sentence: Sentence) -> Iterator[Token]:
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


def _told_that(sentence: Sentence) -> Iterator[Token]:
    """ "Rejecting an account that it had been turned away": the clause says what the account is."""
    for token in sentence.tokens:
        that = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else token
        if token.lemma.lower() not in CHARGES | ACCOUNTS or token.upos != "NOUN" or that.text.lower() != "that":
            continue
        clause = sentence.tokens[that.head] if that.head >= 0 and that.deprel == "mark" else None
        if clause is None or clause.deprel != "ccomp" or clause.head != token.head:
            continue
        if token.deprel in ("obj", "iobj") and token.head < token.index:
            yield replace(token, deprel="obj")
            yield replace(clause, head=token.index, deprel="acl")


def _which_it_said(sentence: Sentence) -> Iterator[Token]:
    """ "Rifles which, it said, had been taken": the rifles had been taken, and so it said."""
    for token in sentence.tokens[1:]:
        if token.text.lower() not in ("which", "who") or token.head < token.index or base(token.deprel) != "nsubj":
            continue
        clause, noun = sentence.tokens[token.head], sentence.tokens[token.index - 1]
        saying = sentence.tokens[clause.head] if clause.head >= 0 else clause
        between = token.index < saying.index < clause.index and sentence.tokens[saying.index + 1].text == ","
        if between and clause.deprel == "ccomp" and saying.deprel in ("parataxis", "acl:relcl"):
            noun = sentence.tokens[noun.index - 1] if noun.text == "," else noun
            if noun.upos in NOMINAL:
                yield replace(clause, head=noun.index, deprel="acl:relcl")
                yield replace(saying, head=clause.index, deprel="parataxis")


def _which_is_denied(sentence: Sentence) -> Iterator[Token]:
    """ "Accused it of harbouring them, which Lima has denied": a clause with "which" in front is joined to what it is about."""
    for token in sentence.tokens[1:]:
        if token.text.lower() != "which" or token.deprel != "obj" or sentence.tokens[token.index - 1].text != ",":
            continue
        denial = sentence.tokens[token.head]
        if denial.deprel == "parataxis" and token.index - 2 > denial.head >= 0 and denial.index > token.index:
            before = sentence.tokens[token.index - 2]
            yield replace(denial, head=before.index if before.upos in NOMINAL else denial.head, deprel="acl:relcl")


def _which_speaks(sentence: Sentence) -> Iterator[Token]:
    """ "Trained in Libya, which has denied it": no deed denies anything, so "which" is the name before it."""
    for token in sentence.tokens[2:]:
        before, name = sentence.tokens[token.index - 1], sentence.tokens[token.index - 2]
        if token.text.lower() != "which" or base(token.deprel) != "nsubj" or before.text != "," or token.head < 0:
            continue
        clause = sentence.tokens[token.head]
        speaks = clause.lemma.lower() in DENYING | {"say", "insist", "maintain", "confirm", "admit"}
        if clause.deprel in ("advcl:relcl", "parataxis") and speaks and name.upos == "PROPN":
            yield replace(clause, head=name.index, deprel="acl:relcl")


def _whose(sentence: Sentence) -> Iterator[Token]:
    """ "The command, whose inspectors were there, said": what has "whose" is a clause about it and no other name of it."""
    for token in sentence.tokens:
        if token.text.lower() != "whose" or token.deprel != "nmod:poss":
            continue
        owned = sentence.tokens[token.head]
        said = sentence.tokens[owned.head] if base(owned.deprel) == "nsubj" and owned.head > owned.index else owned
        helped = child(sentence, said.index, "cop") is not None
        if said.deprel in ("appos", "nmod") and helped and 0 <= said.head < token.index:
            yield replace(said, deprel="acl:relcl")


def _and_that(sentence: Sentence) -> Iterator[Token]:
    """ "Said that it had a pact, which they broke, and that it was over": "and that" goes on with "that"."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.head < 0 or not _has_that(sentence, token.index):
            continue
        here = token.head
        while here >= 0 and not _has_that(sentence, here):
            here = sentence.tokens[here].head
        through = sentence.tokens[token.head].deprel == "acl:relcl"
        if through and 0 <= here < token.index and child(sentence, token.index, "nsubj", "nsubj:pass") is not None:
            yield replace(token, head=here)


def _has_that(sentence: Sentence, clause: int) -> bool:
    return any(sentence.tokens[word].text.lower() == "that" for word in children(sentence, clause, "mark"))


def _before_a_colon(sentence: Sentence) -> Iterator[Token]:
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


def _between_both(sentence: Sentence) -> Iterator[Token]:
    """ "Talks between the government and the rebels": "between" wants two, and the second is joined to the first."""
    for token in sentence.tokens:
        if token.upos not in NOMINAL or token.deprel not in {"conj", "nmod", "obl"} or token.head < 0:
            continue
        joining = next((word for word in children(sentence, token.index, "cc") if word < token.index), None)
        side = None if joining is None else _side_before(sentence, token, joining)
        if side is None or child(sentence, side, "conj") is not None:
            continue
        if token.deprel == "conj" and has_case(sentence, side, "between"):
            yield replace(token, head=side)
            continue
        marks = [sentence.tokens[word] for word in children(sentence, token.index, "case") if word < side]
        if token.deprel != "conj" and [one.text.lower() for one in marks] == ["between"]:
            yield replace(token, head=side, deprel="conj")
            yield replace(marks[0], head=side)


def _side_before(sentence: Sentence, token: Token, joining: int) -> int | None:
    """The noun right in front of the "and" of another, where both hang on one word."""
    return next(
        (
            word
            for word in children(sentence, token.head, "nmod", "obl")
            if word < joining and max(sentence.subtree(word)) == joining - 1
        ),
        None,
    )


HUNG: tuple[Mend, ...] = (
    _between_both,
    _planned,
    _launched,
    _convicted,
    _whom_they_took,
    _joined,
    _one_beside_several,
    _whom_it_accused,
    _on_friday,
    _in_which,
    _charges,
    _told_before,
    _accused_of,
    _of_doing,
    _told_that,
    _which_it_said,
    _which_is_denied,
    _which_speaks,
    _whose,
    _and_that,
    _before_a_colon,
)
