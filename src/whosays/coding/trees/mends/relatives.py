"""Relative clauses: whom "who" and "which" take up, and what they are to the verb. "The editor, whom police took away".

"Which" is about the noun before it, and a verb has one subject and one object: where both are there, "which" is another's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import RELATIVES, base, child, children
from whosays.coding.trees.mends.shared import DENYING, NOMINAL, has_that
from whosays.record.reading import Sentence, Token

HAVING = frozenset({"use", "run", "own", "control", "operate", "manage"})
TAKING_UP = frozenset({"which", "who", "whom", "whose"})
ASTRAY = frozenset({"advcl", "advcl:relcl", "advmod", "parataxis", "ccomp", "obl", "dep"})
ARGUMENTS = frozenset({"nsubj", "obj", "obl", "iobj"})


def under_its_object(sentence: Sentence) -> Iterator[Token]:
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


def behind_a_semicolon(sentence: Sentence) -> Iterator[Token]:
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


def whom_they_took(sentence: Sentence) -> Iterator[Token]:
    """ "The editor, whom police took away": what has an object and no "was" is no passive."""
    for token in sentence.tokens:
        if token.deprel != "nsubj:pass" or child(sentence, token.head, "aux:pass") is not None:
            continue
        things = children(sentence, token.head, "obj")
        if any(word < token.index and sentence.tokens[word].lemma.lower() in RELATIVES for word in things):
            yield replace(token, deprel="nsubj")


def where_it_was(sentence: Sentence) -> Iterator[Token]:
    """ "Was taken to Lima, where a court sentenced him": "where" behind a comma takes up the noun before it."""
    for token in sentence.tokens:
        first = min(sentence.subtree(token.index))
        if token.deprel != "advcl" or first < 2 or sentence.tokens[first].text.lower() not in {"where", ","}:
            continue
        where = first if sentence.tokens[first].text.lower() == "where" else first + 1
        noun, comma = sentence.tokens[where - 2], sentence.tokens[where - 1]
        taken_up = sentence.tokens[where].text.lower() == "where" and comma.text == "," and noun.upos in NOMINAL
        if taken_up and sentence.tokens[where].head == token.index and noun.index in sentence.subtree(token.head):
            yield replace(token, head=_whole_name(sentence, noun.index), deprel="acl:relcl")


def whom_it_accused(sentence: Sentence) -> Iterator[Token]:
    """ "Two traders whom it accused of arming the rebels": a verb has one object, so "whom" is the other verb's."""
    for token in sentence.tokens:
        if token.deprel != "obj" or token.lemma.lower() not in RELATIVES or token.head < token.index:
            continue
        inner = sentence.tokens[token.head]
        outer = sentence.tokens[inner.head] if inner.head >= 0 else inner
        others = [word for word in children(sentence, inner.index, "obj") if word != token.index]
        if others and outer.deprel == "acl:relcl" and child(sentence, outer.index, "obj") is None:
            yield replace(token, head=outer.index)


def in_which(sentence: Sentence) -> Iterator[Token]:
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


def which_it_said(sentence: Sentence) -> Iterator[Token]:
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


def between_commas(sentence: Sentence) -> Iterator[Token]:
    """ "Burkina Faso, which lost nine men, thanked Oman": a clause in front of the verb is about the name before its comma, as a whole."""
    for token in sentence.tokens:
        first = min(sentence.subtree(token.index))
        first += sentence.tokens[first].text == "," and first < token.index
        if first < 2 or sentence.tokens[first].text.lower() not in TAKING_UP or sentence.tokens[first - 1].text != ",":
            continue
        noun = _whole_name(sentence, first - 2)
        before_its_verb = token.head > token.index and token.deprel in ASTRAY
        of_a_part = token.deprel == "acl:relcl" and token.head != noun and _whole_name(sentence, token.head) == noun
        mistaken = token.deprel == "parataxis" and token.head == noun
        if not (before_its_verb or of_a_part or mistaken) or token.upos not in ("VERB", "AUX", "ADJ", "NOUN"):
            continue
        if sentence.tokens[noun].upos in NOMINAL and noun not in sentence.subtree(token.index):
            yield replace(token, head=noun, deprel="acl:relcl")


def _whole_name(sentence: Sentence, word: int) -> int:
    """The word on which the name hangs that a word is part of; the word itself where it is part of none."""
    for name in sentence.names:
        if name.first <= word <= name.last:
            inside = range(name.first, name.last + 1)
            return next((one for one in inside if sentence.tokens[one].head not in inside), word)
    return word


def which_is_denied(sentence: Sentence) -> Iterator[Token]:
    """ "Accused it of harbouring them, which Lima has denied": a clause with "which" in front is joined to what it is about."""
    for token in sentence.tokens[1:]:
        if token.text.lower() != "which" or token.deprel != "obj" or sentence.tokens[token.index - 1].text != ",":
            continue
        denial = sentence.tokens[token.head]
        if denial.deprel == "parataxis" and token.index - 2 > denial.head >= 0 and denial.index > token.index:
            before = sentence.tokens[token.index - 2]
            yield replace(denial, head=before.index if before.upos in NOMINAL else denial.head, deprel="acl:relcl")


def which_speaks(sentence: Sentence) -> Iterator[Token]:
    """ "Trained in Libya, which has denied it": no deed denies anything, so "which" is the name before it."""
    for token in sentence.tokens[2:]:
        before, name = sentence.tokens[token.index - 1], sentence.tokens[token.index - 2]
        if token.text.lower() != "which" or base(token.deprel) != "nsubj" or before.text != "," or token.head < 0:
            continue
        clause = sentence.tokens[token.head]
        speaks = clause.lemma.lower() in DENYING | {"say", "insist", "maintain", "confirm", "admit"}
        if clause.deprel in ("advcl:relcl", "parataxis") and speaks and name.upos == "PROPN":
            yield replace(clause, head=name.index, deprel="acl:relcl")


def whose(sentence: Sentence) -> Iterator[Token]:
    """ "The command, whose inspectors were there, said": what has "whose" is a clause about it and no other name of it."""
    for token in sentence.tokens:
        if token.text.lower() != "whose" or token.deprel != "nmod:poss":
            continue
        owned = sentence.tokens[token.head]
        said = sentence.tokens[owned.head] if base(owned.deprel) == "nsubj" and owned.head > owned.index else owned
        helped = child(sentence, said.index, "cop") is not None
        if said.deprel in ("appos", "nmod") and helped and 0 <= said.head < token.index:
            yield replace(said, deprel="acl:relcl")


def objects(sentence: Sentence) -> Iterator[Token]:
    """ "The rebels, who Kigali denies backing": of two subjects the relative one is the object."""
    for token in sentence.tokens:
        if token.deprel != "nsubj" or token.lemma.lower() not in RELATIVES or token.head < 0:
            continue
        verb = token.head
        others = [word for word in children(sentence, verb, "nsubj") if word != token.index]
        if others and others[0] < verb and sentence.tokens[verb].deprel == "acl:relcl":
            inner = child(sentence, verb, "xcomp")
            yield replace(token, head=verb if inner is None else inner, deprel="obj")


def persons_who(sentence: Sentence) -> Iterator[Token]:
    """ "The crimes of Omar Saleh, whom Peru seeks": "who" behind a person's name takes up the person."""
    persons = {name.last: name.first for name in sentence.names if name.kind == "PER"}
    for token in sentence.tokens:
        if token.text.lower() not in {"who", "whom"} or token.head < 0:
            continue
        clause, before = sentence.tokens[token.head], token.index - 1
        before -= before > 0 and sentence.tokens[before].text == ","
        first = persons.get(before)
        if clause.deprel != "acl:relcl" or first is None or base(sentence.tokens[first].deprel) != "nmod":
            continue
        if sentence.tokens[first].head == clause.head:
            yield replace(clause, head=first)


def on_what_it_uses(sentence: Sentence) -> Iterator[Token]:
    """ "Said on a channel it uses that its men did it": what is used is no statement, and what is said is said by the speaker."""
    for token in sentence.tokens:
        if token.deprel != "ccomp" or token.lemma.lower() not in HAVING or token.head < 0:
            continue
        own = child(sentence, token.index, "nsubj")
        before = own - 1 if own is not None and own == min(sentence.subtree(token.index)) else -1
        if before <= token.head or sentence.tokens[before].head != token.head:
            continue
        said = [
            word
            for verb in (token.head, token.index)
            for word in children(sentence, verb, "ccomp")
            if word > token.index and has_that(sentence, word)
        ]
        if said and base(sentence.tokens[before].deprel) == "obl":
            yield replace(token, head=before, deprel="acl:relcl")
            yield replace(sentence.tokens[said[0]], head=token.head)
