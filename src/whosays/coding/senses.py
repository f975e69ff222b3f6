"""Which of a word's senses is meant: an entry fits where its conditions hold."""

from __future__ import annotations

from whosays.coding.clause import base, children
from whosays.coding.roles import Roles, has_oblique, undergoer
from whosays.lexicon import Lexicon
from whosays.lexicon.predicates import Demand, Predicate
from whosays.record.reading import Sentence

PERSONS = frozenset(
    {"he", "she", "who", "him", "her", "they", "them", "someone", "anyone", "nobody", "everyone", "we", "us", "i"}
)
NAME_CLASSES = {
    "PER": frozenset({"person"}),
    "ORG": frozenset({"group", "person"}),
    "LOC": frozenset({"place", "state", "group"}),
    "NORP": frozenset({"person", "group"}),
}


def classes_of(sentence: Sentence, index: int, lexicon: Lexicon) -> frozenset[str]:
    """What a noun stands for: by name, by pronoun, by the noun list; empty where nothing is known."""
    token = sentence.tokens[index]
    if token.upos == "PRON":
        return frozenset({"person"}) if token.lemma.lower() in PERSONS else frozenset()
    for name in sentence.names:
        if name.first <= index <= name.last:
            return NAME_CLASSES.get(name.kind, frozenset()) | lexicon.classes.get(token.lemma.lower(), frozenset())
    known = lexicon.classes.get(token.lemma.lower(), frozenset())
    if token.upos == "NUM" or (not known and token.upos == "ADJ" and base(token.deprel) in {"obj", "nsubj"}):
        return frozenset({"person", "thing"})  # "killed eleven": counted, not said what of
    return known


def follows(sentence: Sentence, index: int, words: tuple[str, ...]) -> bool:
    """Whether a verb is followed by its particle or fixed preposition, next to it or as its own child."""
    for word in words:
        beside = index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].text.lower() == word
        below = any(
            sentence.tokens[under].lemma.lower() == word or sentence.tokens[under].text.lower() == word
            for under in sentence.children[index]
            if base(sentence.tokens[under].deprel) in {"compound", "advmod", "obj", "mark", "case", "xcomp"}
        )
        if not beside and not below and not has_oblique(sentence, index, word):
            return False
    return True


def fits(sentence: Sentence, index: int, entry: Predicate, roles: Roles, lexicon: Lexicon) -> bool:
    """Whether every condition of an entry holds at a word."""
    return follows(sentence, index, entry.particle) and all(
        _holds(sentence, index, demand, roles, lexicon) == demand.wanted for demand in entry.demands
    )


def _holds(sentence: Sentence, index: int, demand: Demand, roles: Roles, lexicon: Lexicon) -> bool:  # noqa: PLR0911 - a table
    if demand.slot == "subj":
        return _any_of(sentence, roles.actor, demand.values, lexicon)
    if demand.slot == "obj":
        return _any_of(sentence, _objects(sentence, index, roles), demand.values, lexicon)
    if demand.slot == "obl":
        return _any_of(sentence, roles.recipient, demand.values, lexicon)
    if demand.slot == "with":
        return any(has_oblique(sentence, index, word) for word in demand.values)
    if demand.slot in {"ccomp", "xcomp"}:
        return any(True for _ in children(sentence, index, demand.slot))
    if demand.slot == "no-obj":
        return undergoer(sentence, index) is None
    return _lemma_holds(sentence, index, demand, roles)


def _lemma_holds(sentence: Sentence, index: int, demand: Demand, roles: Roles) -> bool:
    if demand.slot == "lemma-obj":
        words: list[int] | tuple[int, ...] = _objects(sentence, index, roles)
    elif demand.slot == "lemma-subj":
        words = roles.actor
    else:
        words = [*children(sentence, index, "amod", "compound", "nmod", "det", "advmod")]
    return any(sentence.tokens[word].lemma.lower() in demand.values for word in words)


def _objects(sentence: Sentence, index: int, roles: Roles) -> list[int]:
    found = undergoer(sentence, index)
    return [found] if found is not None else list(roles.theme or roles.recipient)


def _any_of(sentence: Sentence, words: list[int] | tuple[int, ...], values: frozenset[str], lexicon: Lexicon) -> bool:
    return any(classes_of(sentence, word, lexicon) & values for word in words)
