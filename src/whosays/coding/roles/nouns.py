"""Who does it and to whom where the deed is a noun: possessors, "by" and "of", compounds, light verbs."""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.roles.verbs import PREPOSITIONS, Roles, members, put, verbal
from whosays.coding.roles.voice import doer, is_reduced, is_undergone, obliques
from whosays.coding.trees.clause import base, child, children, forces_before, has_case, is_negated
from whosays.lexicon import Lexicon
from whosays.lexicon.predicates import Predicate
from whosays.record.reading import Sentence

VERBAL = frozenset({"VERB", "AUX"})
# "The soldiers' capture", "her arrest": where nothing else is said to undergo these, the possessor does.
UNDERGONE = frozenset({"abduct", "arrest", "release", "expel", "convict", "assassinate", "execute"})
# "The arrest of two men at the airport on charges of fraud": where and why it was, not whom.
AROUND = frozenset({"at", "on"})
# Whoever does these to a measure or protest "of his own" made it: "the miners ended their strike".
KEEPING = frozenset(
    """abandon begin cancel continue end extend intensify lift maintain pause postpone prolong resume scrap start step stop
    suspend call""".split()
)
CALLED = frozenset({"strike", "protest", "rally", "march", "demonstration", "boycott", "walkout", "stoppage", "sit-in"})
# Who faces, suffers, gets or escapes a deed is whom it is done to.
BEARING = frozenset(
    """avoid bear dodge earn endure enjoy escape evade experience face gain incur merit obtain receive risk secure suffer
    survive sustain undergo weather win withstand""".split()
)
COMING = frozenset({"arrive", "come"})
OBTAINING = frozenset({"gain", "obtain", "secure", "win"})
# The same, if it is to come from somebody: "is expecting aid from Peru", "accepted an apology from Peru".
AWAITING = frozenset(
    "accept anticipate await decline demand dread expect fear get ignore refuse reject request seek spurn want".split()
)
# "Aid from Peru", "a threat from the rebels": with these frames a noun's "from" is who does it, if the entry does not say otherwise.
FROM_IS_ACTOR = frozenset({"giver", "speaker"})
DRAWING = frozenset({"draw", "attract", "provoke", "prompt", "spark", "trigger"})
FROM = frozenset({"from", "among"})
AWAY = frozenset({"from"})  # in "the recall of its envoy from Lima" the tree ties it to the envoy
CLAIMING = frozenset({"claim", "take", "accept", "admit"})
# "The withdrawal of the troops": with these frames the noun's "of" is who does it.
OF_IS_ACTOR = frozenset({"agent", "mover", "mutual"})
# "The ultimatum of Ana Berg" is hers; "condemnation of Peru" is not Peru's.
ASKED_BY = frozenset({"REQUEST", "THREATEN"})
# These are their speaker's where "of" names somebody: "the demands of the miners", but "the threat of war".
UTTERANCES = frozenset(
    """accusation allegation appeal call complaint demand denial objection offer plea pledge promise refusal request threat
    ultimatum warning""".split()
)
UTTERING = frozenset({"armed", "group", "official", "person", "state"})


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
    """The roles of a noun: what is drawn or borne, else those of its own phrases and of the light verb that carries it."""
    return _drawn(sentence, index) or _borne(sentence, index, entry) or _of_phrases(sentence, index, entry, lexicon)


def _of_phrases(sentence: Sentence, index: int, entry: Predicate, lexicon: Lexicon) -> Roles:
    """The roles from a noun's own possessor, "by" and "of" phrases, and from the light verb that carries it."""
    verb = light_verb(sentence, index, lexicon)
    actors = [*_owners(sentence, index), *_by(sentence, index), *_senders(sentence, index, entry)]
    prepositions = _toward(entry)
    of = obliques(sentence, index, frozenset({"of"}))
    recipients = obliques(sentence, index, prepositions - {"of"}) or [
        word for moved in of for word in obliques(sentence, moved, entry.recipient & AWAY)
    ]
    among = _among(sentence, index, entry, actors, of)
    if among is not None:
        return replace(among, verb=verb)
    if (entry.frame in OF_IS_ACTOR or _is_whose(sentence, entry, of, lexicon)) and not entry.recipient & {"of"}:
        actors += of
    else:
        recipients = recipients or of
    if verb is not None:
        actors, recipients = _carried(sentence, verb, prepositions, (actors, recipients))
    elif not recipients:
        actors, recipients = _undergone(sentence, index, entry, actors)
    held = [] if actors or recipients or entry.mode not in UNDERGONE else _predicated(sentence, index, "in", "under")
    if held:  # "the suspects are in detention"
        return put(sentence, [], held, [], verb)
    if entry.frame == "patient":
        whose = [*children(sentence, index, "nmod:poss"), *of]
        sufferer = doer(sentence, verb) if verb is not None else None
        return Roles(recipient=members(sentence, [sufferer] if sufferer is not None else whose), verb=verb)
    return put(sentence, actors or _beside(sentence, index, entry), recipients, [], verb)


def _among(sentence: Sentence, index: int, entry: Predicate, actors: list[int], of: list[int]) -> Roles | None:
    """Those between whom it is, or what they exchange; whose "mediation between the two" it is mediates."""
    between = _between(sentence, index)
    exchanged = of if entry.frame == "mutual" and any(demand.slot == "obl" for demand in entry.demands) else []
    if between and "between" in entry.recipient:
        return put(sentence, actors, between, [], None)
    return put(sentence, between or actors, [], exchanged, None) if between or exchanged else None


def _toward(entry: Predicate) -> frozenset[str]:
    """The prepositions that name to whom a noun's deed is done."""
    found = entry.recipient or PREPOSITIONS[entry.frame]
    if _comes_from(entry):
        found -= FROM
    return found - AROUND if entry.mode in UNDERGONE else found


def _comes_from(entry: Predicate) -> bool:
    """Whether "from" names the doer: "aid from Peru", "a threat from the rebels"."""
    return entry.frame in FROM_IS_ACTOR and "from" not in entry.recipient


def _senders(sentence: Sentence, index: int, entry: Predicate) -> list[int]:
    return obliques(sentence, index, AWAY) or _sent_by(sentence, index) if _comes_from(entry) else []


def _beside(sentence: Sentence, index: int, entry: Predicate) -> list[int]:
    """Who does it, if no word of the noun says so: who claims it, who is on a visit, whose name stands in front."""
    visiting = _visiting(sentence, index) if entry.mode == "visit" else []
    held = is_held(entry.category, entry.mode)
    return (
        _claiming(sentence, index)
        or visiting
        or [word for word in _before(sentence, index) if not (held and is_venue(sentence, word))]
    )


def _sent_by(sentence: Sentence, index: int) -> list[int]:
    """ "Support arrived from Peru", "the threat came from the rebels": from whom it comes does it."""
    token = sentence.tokens[index]
    comes = token.deprel == "nsubj" and sentence.tokens[token.head].lemma.lower() in COMING
    return obliques(sentence, token.head, AWAY) if comes else []


def _is_whose(sentence: Sentence, entry: Predicate, of: list[int], lexicon: Lexicon) -> bool:
    """Whether "of" names who says it: "the ultimatum of Ana Berg", "the demands of the miners", "the refusal of the army"."""
    named = any(one.first <= word <= one.last for one in sentence.names for word in of)
    if entry.category in ASKED_BY and named:
        return True
    listed = (lexicon.classes.get(sentence.tokens[word].lemma.lower(), frozenset[str]()) for word in of)
    return entry.lemma in UTTERANCES and (named or any(classes & UTTERING for classes in listed))


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
    if entry.category == "RETREAT" and (lemma in OBTAINING or obliques(sentence, index, frozenset({"of"}))):
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
    """Actors that stand in front: "was in touch with", "is at war with", "went on strike"; else a name before the noun."""
    return _predicated(sentence, index, "in", "at", "on") or _adjectives(sentence, index)


def _predicated(sentence: Sentence, index: int, *cases: str) -> list[int]:
    """Of whom it is said that they are in it: "the two are at war", "the drivers are on strike"."""
    if not has_case(sentence, index, *cases) or child(sentence, index, "cop") is None:
        return []
    return [word for at in (index, *children(sentence, index, "cop")) for word in children(sentence, at, "nsubj")]


def _owners(sentence: Sentence, index: int) -> list[int]:
    """Whose it is; for a pronoun under a verb that keeps or ends it the verb's subject: "the miners ended their strike"."""
    owners = list(children(sentence, index, "nmod:poss"))
    token = sentence.tokens[index]
    if not owners or sentence.tokens[owners[0]].upos != "PRON" or base(token.deprel) != "obj":
        return owners
    if sentence.tokens[token.head].lemma.lower() not in KEEPING:
        return owners
    own = doer(sentence, token.head)
    return owners if own is None else [own]


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
