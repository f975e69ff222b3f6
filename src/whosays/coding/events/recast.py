"""Deeds that are only announced: what somebody will do is a promise, a threat or a refusal, and is coded as that.

PLOVER codes announced co-operation as AGREE, announced hostility as THREATEN, and a refusal to co-operate as REJECT.
"""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.events.hit import Hit
from whosays.coding.events.status import FUTURE_AUX, FUTURE_HEADS, has_condition
from whosays.coding.trees.clause import base, child, children, is_due, is_negated
from whosays.record.reading import Sentence

FRIENDLY = frozenset({"CONSULT", "COOPERATE", "AID"})
GIVING = frozenset({"AGREE", "CONSULT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "SUPPORT"})
HOSTILE = frozenset({"ASSAULT", "SANCTION", "COERCE", "PROTEST", "ACCUSE"})
MODES = {"ASSAULT": "violence", "COERCE": "restrict", "PROTEST": None, "ACCUSE": None, "SANCTION": None}
FIRST_PERSON = frozenset({"we", "i"})
THIRD_PERSON = frozenset({"it", "they", "he", "she"})
CROWDS = frozenset({"protester", "protestor", "demonstrator", "rioter", "marcher", "striker", "crowd"})
UNARMED = {None: "riot", "beat": "riot", "primitive": "riot", "destroy": "vandalize", "explosives": "riot"}
WILLING = FUTURE_AUX | frozenset({"would"})


def recast(sentence: Sentence, hit: Hit) -> Hit:
    """The hit as what its announcement is, or as it was."""
    hit = _as_acquittal(sentence, _as_riot(sentence, hit))
    will = _auxiliary(sentence, hit.clause)
    if will is not None and is_negated(sentence, hit.clause):
        if hit.category in GIVING:
            return replace(hit, category="REJECT", mode=None, note="announced not to")
        return hit
    if hit.category in FRIENDLY and (_is_planned(sentence, hit) or (will is not None and _is_future(sentence, will))):
        return replace(hit, category="AGREE", mode=None, note="announced")
    if hit.category == "REJECT" and not hit.is_noun and will is not None and _is_conditional(sentence, hit.clause):
        return replace(hit, category="THREATEN", mode="relations", note="announced")  # "would walk out unless"
    if hit.category in HOSTILE and not hit.is_noun and will is not None and _is_menace(sentence, hit):
        mode = hit.mode if hit.mode == "expel" else MODES.get(hit.category)
        return replace(hit, category="THREATEN", mode=mode, note="announced")
    return hit


def _as_riot(sentence: Sentence, hit: Hit) -> Hit:
    """Violence without firearms by a crowd is a protest's: "demonstrators hurled stones", "rioters set a bus on fire"."""
    crowd = any(sentence.tokens[word].lemma.lower() in CROWDS for word in hit.roles.actor)
    if hit.category != "ASSAULT" or not crowd or hit.mode not in UNARMED:
        return hit
    return replace(hit, category="PROTEST", mode=UNARMED[hit.mode])


def _as_acquittal(sentence: Sentence, hit: Hit) -> Hit:
    """Who is found not guilty is let off, and not convicted."""
    if (hit.lemma, hit.category) != ("find", "SANCTION"):
        return hit
    verdicts = [word for word in sentence.subtree(hit.index) if sentence.tokens[word].lemma.lower() == "guilty"]
    if not any(sentence.tokens[word - 1].lemma.lower() == "not" for word in verdicts):
        return hit
    return replace(hit, category="CONCEDE", mode=None)


def _auxiliary(sentence: Sentence, index: int) -> int | None:
    """ "Will" or "would" of a verb, else of the verb that it is joined to."""
    for word in children(sentence, index, "aux"):
        if sentence.tokens[word].lemma.lower() in WILLING:
            return word
    token = sentence.tokens[index]
    shared = base(token.deprel) == "conj" and token.head >= 0 and child(sentence, index, "nsubj", "aux") is None
    return _auxiliary(sentence, token.head) if shared and "Tense=Past" not in token.feats else None


def _is_future(sentence: Sentence, word: int) -> bool:
    return sentence.tokens[word].lemma.lower() in WILLING


def _is_planned(sentence: Sentence, hit: Hit) -> bool:
    """ "Are expected to meet", "is to visit the border", "a meeting planned for Wednesday"."""
    token = sentence.tokens[hit.clause]
    if is_due(sentence, hit.clause):
        return True
    if base(token.deprel) == "xcomp" and token.head >= 0:
        return sentence.tokens[token.head].lemma.lower() in FUTURE_HEADS
    return hit.is_noun and any(
        sentence.tokens[word].lemma.lower() in FUTURE_HEADS for word in children(sentence, hit.index, "acl", "amod")
    )


def _is_menace(sentence: Sentence, hit: Hit) -> bool:
    """A deed announced by its own doer ("we will", "the party said it would"), or on a condition."""
    own = child(sentence, hit.clause, "nsubj")
    who = sentence.tokens[own].lemma.lower() if own is not None else ""
    reported = base(sentence.tokens[hit.clause].deprel) == "ccomp" and who in THIRD_PERSON
    return who in FIRST_PERSON or reported or _is_conditional(sentence, hit.clause)


def _is_conditional(sentence: Sentence, clause: int) -> bool:
    """ "If they stay", "unless they leave", "failing which", "otherwise"."""
    alternative = any(
        sentence.tokens[word].text.lower() in {"failing", "otherwise"}
        for word in children(sentence, clause, "advcl", "advmod")
    )
    return alternative or has_condition(sentence, clause)
