"""How sure the model is that a word names a happening, and which words name none however sure it is.

A reader without the heads of meaning gives no signs. What becomes of a sign: `proposed`; whom the model sees: `roles/seen`.
"""

from __future__ import annotations

from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.trees.clause import PAPERS, base, child, children
from whosays.lexicon import Lexicon
from whosays.record.reading import Sentence, Sign

PROPOSED = 0.65  # a word of which no entry of the lexicon fits is an event from this probability of one category on: with .7 fewer are found, with .8 parties go too
CERTAIN = 0.9  # from this probability on the participants need not be known to act in public life
ASIDE = 0.95  # from this probability on a verb that only describes a noun, or is another with its particle
POS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION", "THREATEN"})
WISHES = frozenset({"want", "wish", "hope", "need", "like"})  # whoever wants something has not yet demanded it
# What is done with words or wreaths when a deed is over; whoever does so is not its doer.
HONOURING = frozenset("bury commemorate grieve honour honor lament mark mourn pray recall remember".split())
FIGURES = frozenset({"toll", "figure", "number", "count", "estimate", "losses", "loss"})
NAMING = frozenset({"identify", "name", "unaccounted"})  # "was identified as a clerk", "nine are unaccounted for"
ADMITTING = frozenset({"concede", "admit", "acknowledge", "confess"})
SETTINGS = frozenset({"war"})  # in which things happen, and a tie between those at war
ANSWERING = frozenset({"return", "answer", "take"})
ASKED_FOR = frozenset({"comment", "interview", "reaction"})


def sign_at(sentence: Sentence, index: int) -> Sign | None:
    """The model's sign at a word."""
    return next((sign for sign in sentence.signs if sign.index == index), None)


def is_seen(sentence: Sentence, index: int) -> bool:
    """Whether the model is sure that a word names a happening, of whatever kind."""
    sign = sign_at(sentence, index)
    return sign is not None and is_sure(sentence, sign)


def is_sure(sentence: Sentence, sign: Sign) -> bool:
    """Whether a sign is likely enough, and its word none that only seems to name a deed."""
    token = sentence.tokens[sign.index]
    if sign.status == "generic" or token.upos not in POS or is_of_the_press(sentence, sign.index):
        return False
    told = HONOURING if sign.scores[0][0] in DEEDS else frozenset()  # "mourned the victims of the attack"
    if token.lemma.lower() in (SETTINGS if token.upos == "NOUN" else NAMING | told):
        return False  # "the war in Ukraine", "an act of war", "identified the man as a clerk"
    admitted = token.lemma.lower() in ADMITTING and child(sentence, sign.index, "ccomp") is not None
    if admitted or any(sentence.tokens[one].lemma.lower() in FIGURES for one in children(sentence, sign.index, "obj")):
        return False  # "conceded that nobody was there", "put the toll at three"
    if token.lemma.lower() in {"give", "grant", "allow"} and any(
        is_temporal(sentence, one) for one in children(sentence, sign.index, "obj")
    ):
        return False  # "giving him 48 hours to leave"
    if any(
        sentence.tokens[one].lemma.lower() in PAPERS
        for one in children(sentence, sign.index, "obj")
        if child(sentence, one, "acl") is not None
    ):
        return False  # to sign a law that bans a party is to ban it
    bar = ASIDE if _is_aside(sentence, sign.index) else CERTAIN if token.lemma.lower() in WISHES else PROPOSED
    return sign.scores[0][1] >= bar


def _is_aside(sentence: Sentence, word: int) -> bool:
    """Whether a verb only describes a noun, or has a particle that makes it another: "a violated airspace", "took off"."""
    token = sentence.tokens[word]
    if token.upos != "VERB":
        return False
    return base(token.deprel) == "amod" or child(sentence, word, "compound:prt") is not None


def carries(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a verb only carries what its object or subject names: "launched an assault", "talks were held"."""
    if sentence.tokens[index].lemma.lower() not in lexicon.light_verbs:
        return False
    direct = list(children(sentence, index, "obj", "nsubj:pass"))
    named = [
        *direct,
        *(below for word in direct for below in children(sentence, word, "nmod")),
    ]  # "packages of sanctions"
    return any(sign_at(sentence, word) or _names(sentence, index, word, lexicon) for word in named)


def _names(sentence: Sentence, verb: int, noun: int, lexicon: Lexicon) -> bool:
    """Whether the lexicon has the noun under this verb, beside the word that makes its sense: a red line, and no other."""
    beside = {sentence.tokens[word].lemma.lower() for word in children(sentence, noun, "amod", "compound", "nmod")}
    around = {"verb": {sentence.tokens[verb].lemma.lower()}, "mod": beside}
    return any(
        all(bool(around[one.slot] & one.values) == one.wanted for one in entry.demands if one.slot in around)
        for entry in lexicon.predicates.get((sentence.tokens[noun].lemma.lower(), "noun"), ())
    )


def is_of_the_press(sentence: Sentence, index: int) -> bool:
    """ "Declined to comment", "a request for an interview", "did not return our calls": what reporters ask is no event; the answer may be a stance."""
    token = sentence.tokens[index]
    called = token.lemma.lower() == "call" and token.deprel == "obj"
    if called and sentence.tokens[token.head].lemma.lower() in ANSWERING:
        return True
    return any(sentence.tokens[below].lemma.lower() in ASKED_FOR for below in sentence.children[index])
