"""Which of a word's senses is meant: an entry fits where its conditions hold.

What is not known does not speak against a sense: a pronoun or an unlisted name may stand for anything, and a role
that the sentence leaves out (the subject of a passive) is not asked for its kind.
"""

from __future__ import annotations

from whosays.coding.roles.verbs import Roles, has_oblique
from whosays.coding.roles.voice import undergoer
from whosays.coding.trees.clause import base, child, children, has_case, is_passive
from whosays.lexicon import Lexicon
from whosays.lexicon.predicates import Demand, Predicate
from whosays.record.reading import Sentence

PERSONS = frozenset(
    {
        "he",
        "she",
        "who",
        "him",
        "her",
        "they",
        "them",
        "someone",
        "anyone",
        "nobody",
        "everyone",
        "we",
        "us",
        "i",
        "you",
    }
)
ANYTHING = frozenset({"*"})
# Classes that nothing unknown is taken for: anybody flies to a city, but only a minister's flight is a visit.
KNOWN_ONLY = frozenset({"official"})
UNTELLING = frozenset(
    {"person", "abstract", "thing"}
)  # classes of participants that anything may happen to, in any walk of life
ARMS = frozenset({"armed", "weapon"})  # classes of who and what fights
ACTING = frozenset({"person", "armed", "group", "state"})
ACTS = frozenset({"act", "campaign", "case", "form", "gesture", "kind", "piece", "sign"})
COUNTED = frozenset({"person", "thing"})
NAME_CLASSES = {
    "PER": frozenset({"person", "official"}),
    "ORG": frozenset({"group", "person"}),
    "LOC": frozenset({"place", "state", "group"}),
    "NORP": frozenset({"person", "group"}),
}


def classes_of(sentence: Sentence, index: int, lexicon: Lexicon) -> frozenset[str]:
    """What a noun stands for: by name, by pronoun, by the noun list; "*" for anything; empty where nothing is known."""
    token = sentence.tokens[index]
    listed = lexicon.classes.get(token.lemma.lower(), frozenset())
    if token.upos in {"PRON", "DET"}:
        return frozenset({"person"}) if token.lemma.lower() in PERSONS else ANYTHING
    for name in sentence.names:
        if name.first <= index <= name.last:
            housed = name.kind == "ORG" and not listed & ACTING  # "the White House told them" is no building
            return listed if listed and not housed else NAME_CLASSES.get(name.kind, ANYTHING)
    if token.upos == "PROPN":
        return listed or ANYTHING
    if token.upos == "NUM" or (not listed and token.upos == "ADJ"):
        return _measured(sentence, index, lexicon) or COUNTED  # "killed eleven", "the wounded", "most of the aid"
    return listed | _measured(sentence, index, lexicon) | _named_beside(sentence, index)


def _named_beside(sentence: Sentence, index: int) -> frozenset[str]:
    """ "His ally Omar Saleh, the president": also what the name beside it stands for."""
    beside = {word for word in children(sentence, index, "appos") if sentence.tokens[word].upos == "PROPN"}
    persons = any(name.kind == "PER" and name.first in beside for name in sentence.names)
    return NAME_CLASSES["PER"] if persons else frozenset()


def _measured(sentence: Sentence, index: int, lexicon: Lexicon) -> frozenset[str]:
    """ "Tens of thousands of people", "a group of rebels": also what it is a quantity of."""
    token = sentence.tokens[index]
    if token.lemma.lower() not in lexicon.measures:
        return frozenset()
    below = list(children(sentence, index, "nmod"))
    return classes_of(sentence, below[0], lexicon) if below else COUNTED


def follows(sentence: Sentence, index: int, words: tuple[str, ...]) -> bool:
    """Whether a verb is followed by its particle or fixed preposition, next to it or as its own child."""
    return all(_follows(sentence, index, word) for word in words)


def _follows(sentence: Sentence, index: int, word: str) -> bool:
    beside = index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].text.lower() == word
    below = any(
        sentence.tokens[under].lemma.lower() == word or sentence.tokens[under].text.lower() == word
        for under in sentence.children[index]
        if base(sentence.tokens[under].deprel) in {"compound", "advmod", "obj", "obl", "mark", "case", "xcomp"}
    )
    return beside or below or has_oblique(sentence, index, word)


def fits(sentence: Sentence, index: int, entry: Predicate, roles: Roles, lexicon: Lexicon) -> int:
    """How well an entry fits at a word: 0 not, 1 as far as is known, 2 by what is known."""
    if not follows(sentence, index, entry.particle):
        return 0
    return min((_holds(sentence, index, demand, roles, lexicon) for demand in entry.demands), default=2)


def is_ruled_out(sentence: Sentence, index: int, entry: Predicate, roles: Roles, lexicon: Lexicon) -> bool:
    """Whether what must not be there is: who "blew himself up" blew up no building."""
    return any(not demand.wanted and not _holds(sentence, index, demand, roles, lexicon) for demand in entry.demands)


def _holds(sentence: Sentence, index: int, demand: Demand, roles: Roles, lexicon: Lexicon) -> int:
    words = _words_in(sentence, index, demand, roles)
    if words is None:
        return 2 * (_has_complement(sentence, index, demand) == demand.wanted)
    if demand.slot.startswith("lemma-") or demand.slot in {"mod", "verb", "aux", "case"}:
        lemmas = {lemma for word in words for lemma in _lemmas(sentence, word, lexicon)}
        return 2 * (bool(lemmas & demand.values) == demand.wanted)
    found = [classes_of(sentence, word, lexicon) for word in words]
    if not found and demand.wanted:
        return _holds_unsaid(sentence, index, demand)
    if not demand.wanted or any(classes & demand.values for classes in found):
        return 2 * (any(classes & demand.values for classes in found) == demand.wanted)
    return int(any(classes & ANYTHING for classes in found) and not demand.values <= KNOWN_ONLY)


def _holds_unsaid(sentence: Sentence, index: int, demand: Demand) -> int:
    """How well a participant that is not told may be what is asked for: the doer of a verb may, of a passive all the more."""
    if demand.slot != "subj" or not is_verbal(sentence, index):
        return 0
    return 2 if is_passive(sentence, index) else 1


def _lemmas(sentence: Sentence, word: int, lexicon: Lexicon) -> list[str]:
    """A word's lemma, and that of what it is a quantity of ("dozens of rockets")."""
    lemma = sentence.tokens[word].lemma.lower()
    measured = children(sentence, word, "nmod") if lemma in lexicon.measures else ()
    return [lemma, *(sentence.tokens[below].lemma.lower() for below in measured if has_case(sentence, below, "of"))]


def is_verbal(sentence: Sentence, index: int) -> bool:
    """Whether the word stands as a verb, whose subject may be left out, and not as a noun."""
    return sentence.tokens[index].upos in {"VERB", "AUX", "ADJ"}


def _words_in(sentence: Sentence, index: int, demand: Demand, roles: Roles) -> list[int] | None:
    """The words that fill a slot; None where the slot is not filled by words that are looked at."""
    if demand.slot in {"subj", "lemma-subj"}:
        return list(roles.actor)
    if demand.slot in {"obj", "lemma-obj"}:
        return _objects(sentence, index, roles)
    if demand.slot == "obl":
        return list(roles.recipient or roles.theme)
    if demand.slot == "verb":
        return [] if roles.verb is None or roles.verb == index else [roles.verb]
    relations = SURROUNDINGS.get(demand.slot)
    found = None if relations is None else list(children(sentence, index, *relations))
    if found is not None and demand.slot == "lemma-obl" and demand.wanted and is_verbal(sentence, index):
        things = list(children(sentence, index, "obj"))
        found += [word for thing in things for word in children(sentence, thing, "nmod")]
        found += [
            word for thing in things for word in sentence.subtree(thing) if sentence.tokens[word].deprel == "appos"
        ]
        found += [word for word in children(sentence, index, "xcomp") if has_case(sentence, word, "to")]
    return found  # "stripped a cleric of his citizenship", "took him to task", "declared her persona non grata": wherever it hangs


SURROUNDINGS = {
    "mod": ("amod", "compound", "nmod", "det", "advmod"),
    "lemma-obl": ("obl", "nmod"),
    "aux": ("aux",),
    "case": ("case",),
}


def _has_complement(sentence: Sentence, index: int, demand: Demand) -> bool:
    if demand.slot == "with":
        clauses = children(sentence, index, "advcl", "acl", "xcomp", "ccomp")
        return any(has_oblique(sentence, index, word) for word in demand.values) or any(
            has_case(sentence, below, *demand.values) for below in clauses
        )
    if demand.slot == "no-obj":
        return undergoer(sentence, index) is None
    relations = [demand.slot]
    if demand.values and demand.slot == "xcomp":
        relations.append("advcl")  # "gave him a day to leave", read as a purpose
    words = list(children(sentence, index, *relations))
    if demand.values and not words:
        words = list(children(sentence, index, "obj"))[-1:]  # "called them terrorists": often a second object
    words += [below for word in words for below in _kind_of(sentence, word)]
    if demand.slot == "xcomp" and child(sentence, index, "iobj") is not None:
        words += [word for word in children(sentence, index, "advcl") if has_case(sentence, word, "to")]
    found = [sentence.tokens[word].lemma.lower() for word in words]
    return any(not demand.values or lemma in demand.values for lemma in found)


def _kind_of(sentence: Sentence, word: int) -> list[int]:
    """What a thing is an act of: "called the seizure an act of piracy"."""
    if sentence.tokens[word].lemma.lower() not in ACTS:
        return []
    return [below for below in children(sentence, word, "nmod") if has_case(sentence, below, "of")]


def _objects(sentence: Sentence, index: int, roles: Roles) -> list[int]:
    found = undergoer(sentence, index)
    return [found] if found is not None else list(roles.theme or roles.recipient)
