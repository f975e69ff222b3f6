"""Deeds that are only announced: what somebody will do is a promise, a threat or a refusal, and is coded as that.

PLOVER codes announced co-operation as AGREE, announced hostility as THREATEN, and a refusal to co-operate as REJECT.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.events.hit import Hit
from whosays.coding.events.status import FUTURE_HEADS, WILLING, ahead, has_condition, is_slated
from whosays.coding.roles.voice import obliques
from whosays.coding.trees.clause import RELATIVES, base, child, children, conjuncts, has_case, is_due, is_negated
from whosays.record.reading import Sentence

FRIENDLY = frozenset({"CONSULT", "COOPERATE", "AID"})
GIVING = frozenset({"AGREE", "CONSULT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "SUPPORT"})
HOSTILE = frozenset({"ASSAULT", "SANCTION", "COERCE", "PROTEST", "ACCUSE"})
MODES = {"ASSAULT": "violence", "COERCE": "restrict", "PROTEST": None, "ACCUSE": None, "SANCTION": None}
FIRST_PERSON = frozenset({"we", "i"})
THIRD_PERSON = frozenset({"it", "they", "he", "she"})
CROWDS = frozenset({"protester", "protestor", "demonstrator", "rioter", "marcher", "striker", "crowd"})
UNARMED = {None: "riot", "beat": "riot", "primitive": "riot", "destroy": "vandalize", "explosives": "riot"}
EXERCISES = frozenset({"drill", "exercise", "game", "maneuver", "maneuvers", "manoeuvre", "manoeuvres", "wargame"})
SHARED = frozenset("allied bilateral combined joint multilateral multinational mutual trilateral".split())
SHARING = frozenset({"with", "alongside"})
RELIEF = frozenset(
    "aid blanket doctor flour food grain humanitarian medic medical medicine relief rescuer supply tent vaccine wheat".split()
)
PARTIES = frozenset({"army", "country", "fleet", "military", "nation", "navy", "state"})


def recast(sentence: Sentence, hit: Hit) -> Hit:
    """The hit as what its announcement is, or as it was."""
    hit = _as_relief(sentence, _as_exercise(sentence, _as_acquittal(sentence, _as_riot(sentence, hit))))
    will = ahead(sentence, hit.clause)
    if will is not None and is_negated(sentence, hit.clause):
        if hit.category in GIVING:
            return replace(hit, category="REJECT", mode=None, note="announced not to")
        return hit
    if hit.category in FRIENDLY and (_is_planned(sentence, hit) or (will is not None and _is_future(sentence, will))):
        return replace(hit, category="AGREE", mode=None, note="announced")
    leaves = hit.lemma == "boycott" or _is_conditional(sentence, hit.clause)
    if hit.category == "REJECT" and not hit.is_noun and will is not None and leaves:
        return replace(
            hit, category="THREATEN", mode="relations", note="announced"
        )  # "would walk out unless", "will boycott"
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


def _as_exercise(sentence: Sentence, hit: Hit) -> Hit:
    """Exercises are joint work where several parties hold them, else a show of force: "troops from Peru and Chile took part in the drills"."""
    if hit.lemma not in EXERCISES or hit.category not in {"COOPERATE", "MOBILIZE"}:
        return hit
    if _is_shared(sentence, hit):
        return replace(hit, category="COOPERATE", mode=None)
    if hit.category == "COOPERATE":
        return replace(hit, category="MOBILIZE", mode="troops")
    return hit


def _is_shared(sentence: Sentence, hit: Hit) -> bool:
    """Whether more than one party has a part in an exercise: named, or told of in the plural."""
    described = {sentence.tokens[word].lemma.lower() for word in children(sentence, hit.index, "amod", "compound")}
    words = {owner for actor in hit.roles.actor for owner in _whose(sentence, actor)}
    several = any(
        sentence.tokens[word].lemma.lower() in PARTIES and "Number=Plur" in sentence.tokens[word].feats
        for word in words
    )
    beside = [word for one in {hit.index, hit.clause} for word in obliques(sentence, one, SHARING)]
    whom = any(
        sentence.tokens[word].lemma.lower() in RELATIVES for word in beside
    )  # "with which Peru held an exercise"
    others = {owner for word in beside for owner in _whose(sentence, word)}
    with_others = whom or _named(sentence, others, {"LOC", "NORP", "ORG"}) > 0
    return bool(SHARED & described) or several or with_others or _named(sentence, words, {"LOC", "NORP"}) > 1


def _whose(sentence: Sentence, actor: int) -> Iterator[int]:
    """Somebody, and whose he is: "Chilean and Peruvian troops", "the navies of Chile and Peru"."""
    yield actor
    for below in children(sentence, actor, "nmod:poss", "amod", "compound", "nmod"):
        if base(sentence.tokens[below].deprel) != "nmod" or has_case(sentence, below, "of", "from", "'s", "’s"):
            yield from conjuncts(sentence, below)


def _named(sentence: Sentence, words: set[int], kinds: set[str]) -> int:
    """How many names of some kinds stand in words."""
    return sum(
        name.kind in kinds and any(word in words for word in range(name.first, name.last + 1))
        for name in sentence.names
    )


def _as_relief(sentence: Sentence, hit: Hit) -> Hit:
    """Lorries with relief are no column: "a convoy of 20 aid trucks entered the town"."""
    if hit.category != "MOBILIZE" or hit.is_noun:
        return hit
    moved = (*hit.roles.actor, *hit.roles.theme)
    loads = {sentence.tokens[below].lemma.lower() for word in moved for below in sentence.subtree(word)}
    return replace(hit, category="AID", mode=None) if loads & RELIEF else hit


def _as_acquittal(sentence: Sentence, hit: Hit) -> Hit:
    """Who is found not guilty is let off, and not convicted."""
    if (hit.lemma, hit.category) != ("find", "SANCTION"):
        return hit
    verdicts = [word for word in sentence.subtree(hit.index) if sentence.tokens[word].lemma.lower() == "guilty"]
    if not any(sentence.tokens[word - 1].lemma.lower() == "not" for word in verdicts):
        return hit
    return replace(hit, category="CONCEDE", mode=None)


def _is_future(sentence: Sentence, word: int) -> bool:
    return sentence.tokens[word].lemma.lower() in WILLING


def _is_planned(sentence: Sentence, hit: Hit) -> bool:
    """ "Are expected to meet", "is to visit the border", "a meeting planned for Wednesday"."""
    token = sentence.tokens[hit.clause]
    if is_due(sentence, hit.clause) or is_slated(sentence, hit.clause):
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
