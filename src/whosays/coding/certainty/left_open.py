"""Which clauses leave open whether what they say was: conditions, purposes, questions, orders, times that are to come."""

from __future__ import annotations

from whosays.coding.trees.clause import base, child, children, has_case, is_due, is_yet_to, opens_with
from whosays.lexicon.cues import Cue, Cues
from whosays.record.reading import Sentence

CONDITIONS = frozenset({"if", "unless", "whether", "provided", "should", "until", "lest"})
TIMES = frozenset({"after", "once", "when", "until", "before", "as"})
MODALS = frozenset("will would shall should must may might can could 'll".split())
# Nouns whose "to" clause was done: "the first to sign".
DOERS = frozenset({"first", "second", "third", "last", "only", "latest"})

# Verbs that speak of doing a thing and not of why it is done: "risk their lives to help", "blocked the road to stop them".
NOT_TO = frozenset(
    """risk avoid finish resume foil thwart avert cancel postpone block obstruct lack weigh abstain refrain
    prevent await bar""".split()
)

SEEKING = frozenset({"aim", "attempt", "hope", "need", "seek", "struggle", "try", "want", "work"})


def is_sought(sentence: Sentence, index: int, cue: Cue | None) -> bool:
    """ "Was verifying both reports", "is trying to establish who fired": what is still to be known is held by nobody."""
    if cue is None or cue.kind != "knowledge":
        return False
    token = sentence.tokens[index]
    going_on = token.text.lower().endswith("ing") and child(sentence, index, "aux") is not None
    above = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    return going_on or (base(token.deprel) in {"xcomp", "advcl"} and above in SEEKING)


def is_left_open(sentence: Sentence, index: int, cues: Cues) -> bool:
    """Whether a word's own clause is a condition, a purpose, a question, an order, or is to come."""
    token = sentence.tokens[index]
    relation = base(token.deprel)
    marks = {sentence.tokens[word].lemma.lower() for word in children(sentence, index, "mark")}
    if (relation in ("advcl", "ccomp", "csubj", "acl") and marks & CONDITIONS) or "whether" in marks:
        return not (marks & CONDITIONS == {"until"} and is_past(sentence, index))
    if "to" in marks and _is_unfulfilled(sentence, index, cues):
        return True
    if relation == "advcl" and (_is_awaited(sentence, index) or ("so" in marks and _has_modal(sentence, index))):
        return True
    asked = sentence.tokens[-1].text.startswith("?") or any(mark.text == "?" for mark in sentence.tokens[-2:])
    if asked and (token.head < 0 or relation == "conj"):
        return True
    return "Mood=Imp" in token.feats and token.head < 0 and child(sentence, index, "nsubj") is None


def is_meant(sentence: Sentence, index: int, cues: Cues) -> bool:
    """Whether a "to" clause says what a deed or a noun is for: "tanks to hold the town", "a mission to free them"."""
    return (
        (base(sentence.tokens[index].deprel) in ("advcl", "acl") or is_why(sentence, index))
        and has_case(sentence, index, "to")
        and not has_case(sentence, index, *CONDITIONS)
        and _is_unfulfilled(sentence, index, cues)
    )


def is_under_condition(sentence: Sentence, index: int) -> bool:
    """Whether a clause is the condition itself: what is joined to it is one, too."""
    return base(sentence.tokens[index].deprel) == "advcl" and has_case(sentence, index, *CONDITIONS)


def is_too(sentence: Sentence, index: int) -> bool:
    """ "Too weak (to fight)"."""
    return any(sentence.tokens[word].lemma.lower() == "too" for word in children(sentence, index, "advmod"))


def is_finite(sentence: Sentence, index: int) -> bool:
    """Whether a clause has a tense or a subject of its own."""
    return "VerbForm=Fin" in sentence.tokens[index].feats or child(sentence, index, "nsubj", "aux") is not None


def _is_unfulfilled(sentence: Sentence, index: int, cues: Cues) -> bool:
    """Whether a "to" clause says what is due, meant or wished, where no entry speaks of it."""
    token = sentence.tokens[index]
    if is_yet_to(sentence, index):
        return False
    if token.head < 0 or is_due(sentence, index):
        return True
    if base(token.deprel) == "advcl" or is_why(sentence, index):
        return _is_purpose(sentence, index, cues)
    return base(token.deprel) == "acl" and _is_its_use(sentence, index, cues)


def _is_purpose(sentence: Sentence, index: int, cues: Cues) -> bool:
    """Neither "only to …" and "too … to", nor a complement that the tree calls a modifier."""
    head = sentence.tokens[sentence.tokens[index].head]
    if any(sentence.tokens[word].lemma.lower() == "only" for word in sentence.children[index]):
        return False
    ahead = index < head.index  # "to hold the town, a bridge is necessary"
    spoken_of = (head.lemma.lower(), head.upos) in cues.signatures and not (ahead or is_why(sentence, index))
    return not is_too(sentence, head.index) and not spoken_of


def is_why(sentence: Sentence, index: int) -> bool:
    """Whether a "to" clause under a verb that takes none says what the deed is for, whichever way the tree reads it."""
    token = sentence.tokens[index]
    if token.head < 0 or base(token.deprel) not in ("advcl", "xcomp") or not has_case(sentence, index, "to"):
        return False
    return sentence.tokens[token.head].lemma.lower() in NOT_TO


def _is_its_use(sentence: Sentence, index: int, cues: Cues) -> bool:
    """What a noun is for: "a mission to free them", not "the first to sign" or "no choice but to leave"."""
    head = sentence.tokens[sentence.tokens[index].head]
    if (head.lemma.lower(), head.upos) in cues.signatures or cues.cue(head.lemma, head.upos) is not None:
        return False
    words = (head.index, *children(sentence, head.index, "amod"))
    done = any(sentence.tokens[word].lemma.lower() in DOERS for word in words)
    return not done and not has_case(sentence, index, "but")


def is_time_to_come(sentence: Sentence, index: int) -> bool:
    """Whether a clause in the present names a time: under something open, "the right to leave before a vote takes place"."""
    words = (index, *children(sentence, index, "aux", "cop"))
    if not any("Tense=Pres|VerbForm=Fin" in sentence.tokens[word].feats for word in words):
        return False
    near = (sentence.tokens[index].head, *children(sentence, index, "advmod", "mark"))
    soon = has_case(sentence, index, "as") and any(sentence.tokens[word].lemma.lower() == "soon" for word in near)
    return soon or opens_with(sentence, index, "before", "once", "when")


def _is_awaited(sentence: Sentence, index: int) -> bool:
    """A time that is to come: "will leave once the men are freed"."""
    if not opens_with(sentence, index, *TIMES) or is_past(sentence, index) or not is_finite(sentence, index):
        return False
    return _has_modal(sentence, sentence.tokens[index].head)


def _has_modal(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[word].lemma.lower() in MODALS for word in children(sentence, index, "aux"))


def is_past(sentence: Sentence, index: int) -> bool:
    """Whether a clause is in a past tense, or is a perfect ("have had to")."""
    words = (index, *children(sentence, index, "aux", "cop"))
    return any("Tense=Past|VerbForm=Fin" in sentence.tokens[word].feats for word in words)
