"""Who does it and to whom where the deed is a noun: possessors, "by" and "of", compounds, light verbs."""

from __future__ import annotations

from whosays.coding.roles.verbs import (
    PREPOSITIONS,
    VERBAL,
    Roles,
    doer,
    is_reduced,
    is_undergone,
    members,
    obliques,
    put,
    verbal,
)
from whosays.coding.trees.clause import base, child, children, forces_before, has_case, is_negated
from whosays.lexicon import Lexicon
from whosays.lexicon.predicates import Predicate
from whosays.record.reading import Sentence

# "The soldiers' capture", "her arrest": where nothing else is said to undergo these, the possessor does.
UNDERGONE = frozenset({"abduct", "arrest", "release", "expel", "convict", "assassinate", "execute"})
CALLED = frozenset({"strike", "protest", "rally", "march", "demonstration", "boycott", "walkout", "stoppage", "sit-in"})
# Who faces, suffers, gets or escapes a deed is whom it is done to.
BEARING = frozenset(
    """avoid bear dodge earn endure enjoy escape evade experience face gain incur merit obtain receive risk secure suffer
    survive sustain undergo weather win withstand""".split()
)
AWAITING = frozenset({"anticipate", "await", "dread", "expect", "fear"})  # the same, if it is to come from somebody
DRAWING = frozenset({"draw", "attract", "provoke", "prompt", "spark", "trigger"})
FROM = frozenset({"from", "among"})
CLAIMING = frozenset({"claim", "take", "accept", "admit"})
# "The withdrawal of the troops": with these frames the noun's "of" is who does it.
OF_IS_ACTOR = frozenset({"agent", "mover", "mutual"})
# "The ultimatum of Ana Berg" is hers; "condemnation of Peru" is not Peru's.
ASKED_BY = frozenset({"REQUEST", "THREATEN"})


def roles_of(sentence: Sentence, index: int, entry: Predicate, lexicon: Lexicon) -> Roles:
    """The roles of a predicate at a word of a sentence, verb or noun."""
    if sentence.tokens[index].upos in VERBAL or is_reduced(sentence, index) or entry.pos == "adj":
        return verbal(sentence, index, entry)
    return nominal(sentence, index, entry, lexicon)


def light_verb(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """The light verb that carries a noun, as its object, passive subject or described noun."""
    token = sentence.tokens[index]
    if base(token.deprel) in {"obj", "nsubj"} and token.head >= 0:
        head = sentence.tokens[token.head]
        is_object = base(token.deprel) == "obj" or token.deprel == "nsubj:pass"
        # "No group has claimed the attack": it took place, and claiming is not what carries it.
        unclaimed = head.lemma.lower() == "claim" and is_negated(sentence, head.index)
        if is_object and head.upos == "VERB" and head.lemma.lower() in lexicon.light_verbs and not unclaimed:
            return token.head
        if is_object and head.lemma.lower() == "call" and token.lemma.lower() in CALLED:
            return token.head if child(sentence, index, "det") is not None else None
    for below in children(sentence, index, "acl"):
        if sentence.tokens[below].lemma.lower() in lexicon.light_verbs and is_undergone(sentence, below):
            return below
    return None


def nominal(sentence: Sentence, index: int, entry: Predicate, lexicon: Lexicon) -> Roles:
    """The roles of a noun: its own possessor, "by" and "of" phrases, and those of the light verb that carries it."""
    drawn = _drawn(sentence, index) or _borne(sentence, index, entry)
    if drawn is not None:
        return drawn
    verb = light_verb(sentence, index, lexicon)
    actors = [*children(sentence, index, "nmod:poss"), *_by(sentence, index)]
    prepositions = entry.recipient or PREPOSITIONS[entry.frame]
    recipients = obliques(sentence, index, prepositions - {"of"})
    of = obliques(sentence, index, frozenset({"of"}))
    between = _between(sentence, index)
    exchanged = of if entry.frame == "mutual" and any(demand.slot == "obl" for demand in entry.demands) else []
    if between:
        mediated = "between" in entry.recipient  # "its mediation between the two": whose it is mediates
        return put(sentence, actors, between, [], verb) if mediated else put(sentence, between, [], exchanged, verb)
    if exchanged:
        return put(sentence, actors, [], exchanged, verb)
    hers = entry.category in ASKED_BY and any(one.first <= word <= one.last for one in sentence.names for word in of)
    if (entry.frame in OF_IS_ACTOR or hers) and not entry.recipient & {"of"}:
        actors += of
    else:
        recipients = recipients or of
    if verb is not None:
        actors, recipients = _carried(sentence, verb, prepositions, (actors, recipients))
    if verb is None and not recipients:
        actors, recipients = _undergone(sentence, index, entry, actors)
    actors = (
        actors
        or _claiming(sentence, index)
        or (_visiting(sentence, index) if entry.mode == "visit" else [])
        or [
            word
            for word in _before(sentence, index)
            if not (is_held(entry.category, entry.mode) and is_venue(sentence, word))
        ]
    )
    if entry.frame == "patient":
        whose = [*children(sentence, index, "nmod:poss"), *of]
        sufferer = doer(sentence, verb) if verb is not None else None
        return Roles(recipient=members(sentence, [sufferer] if sufferer is not None else whose), verb=verb)
    return put(sentence, actors, recipients, [], verb)


def _between(sentence: Sentence, index: int) -> list[int]:
    """Between whom it is: "a truce between Peru and Chile", "a truce brokered by Kenya between them"."""
    clauses = [word for word in children(sentence, index, "acl") if is_undergone(sentence, word)]
    found = (obliques(sentence, word, frozenset({"between", "among"})) for word in (index, *clauses))
    return next(filter(None, found), [])


def _drawn(sentence: Sentence, index: int) -> Roles | None:
    """ "The ban drew condemnation from the council": who speaks comes after, the subject is what it is aimed at."""
    token = sentence.tokens[index]
    if base(token.deprel) != "obj" or sentence.tokens[token.head].lemma.lower() not in DRAWING:
        return None
    speakers = [*obliques(sentence, token.head, FROM), *obliques(sentence, index, FROM)]
    target = doer(sentence, token.head)
    return put(sentence, speakers, [target] if target is not None else [], [], None) if speakers else None


def _borne(sentence: Sentence, index: int, entry: Predicate) -> Roles | None:
    """ "Chile faces Peruvian sanctions", "won backing from Kenya", "the convoy suffered an attack by rebels": for whom it is, and whose."""
    token = sentence.tokens[index]
    if base(token.deprel) != "obj" or entry.frame in {"mutual", "patient"} or is_undergone(sentence, token.head):
        return None
    lemma = sentence.tokens[token.head].lemma.lower()
    sent = obliques(sentence, index, FROM) or obliques(sentence, token.head, FROM)
    if lemma not in BEARING and not (lemma in AWAITING and sent):
        return None
    if entry.category == "RETREAT" and obliques(sentence, index, frozenset({"of"})):
        return None  # "secured the release of two sailors from jail"
    bearer = doer(sentence, token.head)
    doers = [*children(sentence, index, "nmod:poss"), *_by(sentence, index), *sent]
    whom = obliques(sentence, index, frozenset({"against", "on"}))
    recipients = whom or ([bearer] if bearer is not None else [])
    return put(sentence, doers or _adjectives(sentence, index), recipients, [], token.head)


def _visiting(sentence: Sentence, index: int) -> list[int]:
    """ "Berg called it sound during a visit to Lima", "was shot during a visit": whoever the sentence is about is the visitor."""
    if not has_case(sentence, index, "during") or child(sentence, index, "nmod:poss") is not None:
        return []
    here = sentence.tokens[index].head
    while here >= 0 and (sentence.tokens[here].upos != "VERB" or child(sentence, here, "nsubj", "nsubj:pass") is None):
        here = sentence.tokens[here].head
    visitor = child(sentence, here, "nsubj", "nsubj:pass") if here >= 0 else None
    return [visitor] if visitor is not None else []


def _claiming(sentence: Sentence, index: int) -> list[int]:
    """ "The militia claimed responsibility for the attack": whoever claims it is its doer, in his own words."""
    token = sentence.tokens[index]
    if not has_case(sentence, index, "for") or token.head < 0:
        return []
    above = sentence.tokens[token.head]
    if above.lemma.lower() != "responsibility" or base(above.deprel) != "obj":
        return []
    claimer = doer(sentence, above.head) if sentence.tokens[above.head].lemma.lower() in CLAIMING else None
    return [claimer] if claimer is not None else []


def _undergone(sentence: Sentence, index: int, entry: Predicate, actors: list[int]) -> tuple[list[int], list[int]]:
    """Actors and recipients where a possessor may be whom it befell."""
    owners = [*children(sentence, index, "nmod:poss")]
    if entry.mode not in UNDERGONE or not owners or _is_named(sentence, owners[0]):
        return actors, []
    return [word for word in actors if word not in owners], owners


def _carried(
    sentence: Sentence, verb: int, prepositions: frozenset[str], own: tuple[list[int], list[int]]
) -> tuple[list[int], list[int]]:
    """Actors and recipients with those of the light verb: its doer wins, its objects fill what the noun leaves open."""
    actors, recipients = own
    lead = doer(sentence, verb)
    actors = ([lead] if lead is not None else []) or actors
    recipients = recipients or obliques(sentence, verb, prepositions | {"against", "on"} - {"of"})
    told = child(sentence, verb, "iobj")
    return actors, recipients or ([told] if told is not None else [])


def _is_named(sentence: Sentence, word: int) -> bool:
    """Whether a word is a state, place or body: "Kyiv's capture of the town" has its doer in front."""
    return any(name.first <= word <= name.last and name.kind in {"LOC", "ORG", "NORP"} for name in sentence.names)


def _by(sentence: Sentence, index: int) -> list[int]:
    return [word for word in children(sentence, index, "nmod", "obl") if has_case(sentence, word, "by")]


def _before(sentence: Sentence, index: int) -> list[int]:
    """Actors that stand in front: "was in touch with", "is at war with"; else a name before the noun."""
    if has_case(sentence, index, "in", "at") and child(sentence, index, "cop") is not None:
        return [*children(sentence, index, "nsubj")]
    return _adjectives(sentence, index)


def is_held(category: str, mode: str | None) -> bool:
    """Whether a town in front of a deed's noun is where it is: "the Lima talks", "the Lima marches", "the Lima curfew"; an attack may be a government's."""
    return category in {"CONSULT", "PROTEST"} or mode in {"ceasefire", "curfew"}


def is_venue(sentence: Sentence, word: int) -> bool:
    """ "The Vienna talks": one town before a meeting is where it is; "US-Iranian talks" have parties."""
    token = sentence.tokens[word]
    if token.deprel != "compound" or token.upos != "PROPN" or token.text.replace(".", "").isupper():
        return False
    if obliques(sentence, token.head, frozenset({"with", "between"})):
        return False  # "Moscow talks with Tehran"
    name = next((name for name in sentence.names if name.first <= word <= name.last), None)
    beside = sentence.tokens[word - 1 : word] + sentence.tokens[word + 1 : word + 2]
    return name is not None and name.kind == "LOC" and not any(token.text in "-–/" for token in beside)


def _adjectives(sentence: Sentence, index: int) -> list[int]:
    """ "Russian strikes", "a Hamas attack": a name that stands before the noun."""
    return forces_before(sentence, index)
