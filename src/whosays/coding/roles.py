"""Who does it and to whom: what each frame's roles are in the sentence at hand.

A frame is stated for the active clause. Here it is found again in passives, reduced and full relative clauses,
infinitives under control, nouns with possessors and compounds, and under light verbs ("carried out a strike on …").
"""

from __future__ import annotations

from dataclasses import dataclass

from whosays.coding.clause import RELATIVES, agent, base, child, children, conjuncts, has_case, is_passive, subject
from whosays.coding.where_when import is_temporal
from whosays.lexicon import Lexicon
from whosays.lexicon.predicates import Predicate
from whosays.record.reading import Sentence

PREPOSITIONS = {
    "agent-patient": frozenset({"against", "on", "at"}),
    "agent": frozenset({"against", "on", "at", "to", "with", "toward", "towards"}),
    "patient": frozenset(),
    "speaker": frozenset({"to", "on", "at", "against", "toward", "towards", "with", "of", "from"}),
    "giver": frozenset({"to", "for"}),
    "mover": frozenset({"to", "in", "with"}),
    "mutual": frozenset({"with", "against"}),
    "receiver": frozenset({"from", "of"}),
}
# "The withdrawal of the troops": with these frames the noun's "of" is who does it.
OF_IS_ACTOR = frozenset({"agent", "mover", "mutual"})
VERBAL = frozenset({"VERB", "AUX"})
# "By mistake", "by telephone": how it was done, not by whom.
MANNER = frozenset(
    """mistake accident force telephone phone email mail letter law hand air sea land road rail boat plane helicopter way
    means night day chance surprise name order default contrast vote decree video radio consensus majority percent""".split()
)
# With these verbs who is said to do "of …ing" or "to …" is the object: "accused Algeria of arming", "urged them to go".
OBJECT_CONTROL = frozenset(
    """accuse suspect convict acquit charge blame urge ask order tell force compel invite allow permit enable help
    persuade encourage press want expect warn instruct direct require forbid prevent stop bar""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Word indices: who acts, to whom, the thing given or moved, and the verb whose clause the event stands in."""

    actor: tuple[int, ...] = ()
    recipient: tuple[int, ...] = ()
    theme: tuple[int, ...] = ()
    verb: int | None = None


def roles_of(sentence: Sentence, index: int, entry: Predicate, lexicon: Lexicon) -> Roles:
    """The roles of a predicate at a word of a sentence."""
    if sentence.tokens[index].upos in VERBAL or is_reduced(sentence, index) or entry.pos == "adj":
        return _verbal(sentence, index, entry)
    return _nominal(sentence, index, entry, lexicon)


def is_reduced(sentence: Sentence, index: int) -> bool:
    """Whether a word is a past participle that describes the noun it hangs on ("soldiers captured in …")."""
    token = sentence.tokens[index]
    return token.upos in {"VERB", "ADJ"} and "VerbForm=Part" in token.feats and base(token.deprel) in {"acl", "amod"}


def is_undergone(sentence: Sentence, index: int) -> bool:
    """Whether a verb form says what its subject or noun undergoes: passives and reduced past participles."""
    token = sentence.tokens[index]
    past = "Tense=Past" in token.feats or "Voice=Pass" in token.feats
    return is_passive(sentence, index) or (is_reduced(sentence, index) and past and not token.text.endswith("ing"))


def doer(sentence: Sentence, index: int) -> int | None:
    """Who does what a verb says; in a passive the "by" phrase alone."""
    if is_undergone(sentence, index):
        by = agent(sentence, index)
        return None if by is None or _is_manner(sentence, by) else by
    controlled = _controlled(sentence, index)
    found = controlled if controlled is not None else subject(sentence, index)
    return None if found == index else found


def _is_manner(sentence: Sentence, word: int) -> bool:
    token = sentence.tokens[word]
    return token.lemma.lower() in MANNER or is_temporal(sentence, word) or token.upos in {"VERB", "NUM"}


def _controlled(sentence: Sentence, index: int) -> int | None:
    """The object of the verb above that is understood as the subject here; None where there is no such verb."""
    if child(sentence, index, "nsubj", "nsubj:pass") is not None:
        return None
    here = index
    while base(sentence.tokens[here].deprel) == "conj" and child(sentence, here, "mark", "aux") is None:
        here = sentence.tokens[here].head
    token = sentence.tokens[here]
    if token.head < 0 or base(token.deprel) not in {"advcl", "xcomp", "ccomp", "acl", "obl"}:
        return None
    above = sentence.tokens[token.head]
    if above.lemma.lower() not in OBJECT_CONTROL or above.upos != "VERB" or not _is_bare(sentence, here):
        return None
    return undergoer(sentence, token.head)


def _is_bare(sentence: Sentence, index: int) -> bool:
    """Whether a verb form has no subject to agree with: an infinitive or what follows a preposition."""
    return (
        has_case(sentence, index, "of", "for", "from", "with", "to") or "VerbForm=Inf" in sentence.tokens[index].feats
    )


def undergoer(sentence: Sentence, index: int) -> int | None:
    """What a verb is done to: object, passive subject, the noun that a participle or relative clause describes."""
    own = child(sentence, index, "obj")
    if own is not None:
        return _or_antecedent(sentence, index, own)
    if is_passive(sentence, index):
        return _passive_subject(sentence, index)
    token = sentence.tokens[index]
    if is_reduced(sentence, index):
        return token.head if is_undergone(sentence, index) else None
    if _is_joined_to_passive(sentence, index):
        return undergoer(sentence, token.head)
    shared = _shared_object(sentence, index)
    if shared is None and token.deprel == "acl:relcl" and not _has_relative_subject(sentence, index):
        return token.head
    return shared


def _or_antecedent(sentence: Sentence, verb: int, word: int) -> int | None:
    return _gap(sentence, verb) if sentence.tokens[word].lemma.lower() in RELATIVES else word


def _passive_subject(sentence: Sentence, index: int) -> int | None:
    """The subject of a passive: its own, or that of the verb it is joined to or stands under."""
    own = child(sentence, index, "nsubj:pass")
    if own is not None:
        return _or_antecedent(sentence, index, own)
    token = sentence.tokens[index]
    if base(token.deprel) in {"conj", "xcomp"} and token.head >= 0:
        return undergoer(sentence, token.head) if is_passive(sentence, token.head) else doer(sentence, token.head)
    return None


def _is_joined_to_passive(sentence: Sentence, index: int) -> bool:
    """ "Was questioned and released": a bare past participle joined to a passive."""
    token = sentence.tokens[index]
    if base(token.deprel) != "conj" or token.head < 0 or not is_passive(sentence, token.head):
        return False
    past = "Tense=Past" in token.feats and "VerbForm=Part" in token.feats
    return past and child(sentence, index, "nsubj") is None


def _shared_object(sentence: Sentence, index: int) -> int | None:
    """ "Trained and armed them": the object of the second verb is the first one's too."""
    for other in children(sentence, index, "conj"):
        joined = sentence.tokens[other].upos == "VERB" and other - index <= 3
        if joined and child(sentence, other, "nsubj", "nsubj:pass") is None:
            return child(sentence, other, "obj")
    return None


def _gap(sentence: Sentence, verb: int) -> int | None:
    """The noun that a relative clause describes, from a verb in it."""
    here = verb
    for _ in range(4):
        token = sentence.tokens[here]
        if base(token.deprel) == "acl":
            return token.head
        if token.head < 0 or base(token.deprel) not in {"conj", "ccomp", "xcomp"}:
            return None
        here = token.head
    return None


def _has_relative_subject(sentence: Sentence, verb: int) -> bool:
    own = child(sentence, verb, "nsubj", "nsubj:pass")
    return own is None or sentence.tokens[own].lemma.lower() in RELATIVES


def obliques(sentence: Sentence, index: int, prepositions: frozenset[str]) -> list[int]:
    """The nouns that one of the prepositions ties to a verb or noun."""
    return [
        word
        for word in children(sentence, index, "obl", "nmod")
        if has_case(sentence, word, *prepositions)
        and not is_temporal(sentence, word)
        and sentence.tokens[word].upos != "NUM"
    ]


def _members(sentence: Sentence, heads: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(member for head in heads for member in conjuncts(sentence, head)))


def _verbal(sentence: Sentence, index: int, entry: Predicate) -> Roles:
    actor, patient = doer(sentence, index), undergoer(sentence, index)
    actors = [actor] if actor is not None else []
    prepositions = entry.recipient or PREPOSITIONS[entry.frame]
    toward = obliques(sentence, index, prepositions)
    told = child(sentence, index, "iobj")
    given = [patient] if patient is not None else []
    if entry.frame == "patient":
        affected = given if is_undergone(sentence, index) else actors
        return Roles(recipient=_members(sentence, affected), verb=index)
    if entry.frame == "receiver":
        return Roles(actor=_members(sentence, toward), recipient=_members(sentence, actors or given), verb=index)
    if entry.frame == "giver":
        receivers = [told] if told is not None else toward
        if not receivers and has_oblique(sentence, index, "with"):
            receivers, given = given, obliques(sentence, index, frozenset({"with"}))
        theme = [word for word in given if word not in receivers]
        return _roles(sentence, actors, receivers or _receiving(sentence, entry, given), theme, index)
    if entry.frame in {"agent", "mover"}:
        return _roles(sentence, actors, toward or (given if entry.frame == "mover" else []), given, index)
    if entry.frame == "mutual":
        exchanged = any(demand.slot == "obj" and demand.wanted for demand in entry.demands)
        partners = [] if exchanged else given
        return _roles(sentence, [*actors, *toward], partners, given if exchanged else [], index)
    own = [told] if told is not None else given
    if entry.recipient and toward:
        own = toward
    return _roles(sentence, actors, own or toward, given, index)


def _receiving(sentence: Sentence, entry: Predicate, given: list[int]) -> list[int]:
    """ "Armed the rebels" has no other receiver than its object; "supplied shells" has none at all."""
    takes_person = any(demand.slot == "obj" and demand.wanted for demand in entry.demands)
    named = [word for word in given if sentence.tokens[word].upos == "PROPN"]
    return given if takes_person else named


def has_oblique(sentence: Sentence, index: int, preposition: str) -> bool:
    """Whether a preposition ties a noun to the word."""
    return bool(obliques(sentence, index, frozenset({preposition})))


def _roles(sentence: Sentence, actors: list[int], recipients: list[int], theme: list[int], verb: int | None) -> Roles:
    taken = set(actors)
    others = [word for word in recipients if word not in taken]
    return Roles(
        actor=_members(sentence, actors),
        recipient=_members(sentence, others),
        theme=_members(sentence, theme),
        verb=verb,
    )


# ---------------------------------------------------------------- nouns


def light_verb(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """The light verb that carries a noun, as its object, passive subject or described noun."""
    token = sentence.tokens[index]
    if base(token.deprel) in {"obj", "nsubj"} and token.head >= 0:
        head = sentence.tokens[token.head]
        is_object = base(token.deprel) == "obj" or token.deprel == "nsubj:pass"
        if is_object and head.upos == "VERB" and head.lemma.lower() in lexicon.light_verbs:
            return token.head
    for below in children(sentence, index, "acl"):
        if sentence.tokens[below].lemma.lower() in lexicon.light_verbs and is_undergone(sentence, below):
            return below
    return None


def _nominal(sentence: Sentence, index: int, entry: Predicate, lexicon: Lexicon) -> Roles:
    verb = light_verb(sentence, index, lexicon)
    actors = [*children(sentence, index, "nmod:poss"), *_by(sentence, index)]
    prepositions = entry.recipient or PREPOSITIONS[entry.frame]
    recipients = obliques(sentence, index, prepositions - {"of"})
    of = obliques(sentence, index, frozenset({"of"}))
    between = obliques(sentence, index, frozenset({"between", "among"}))
    if between:
        return _roles(sentence, between, [], [], verb)
    if entry.frame in OF_IS_ACTOR and not entry.recipient & {"of"}:
        actors += of
    else:
        recipients = recipients or of
    if verb is not None:
        lead = doer(sentence, verb)
        actors = ([lead] if lead is not None else []) or actors
        recipients = recipients or obliques(sentence, verb, prepositions | {"against", "on"} - {"of"})
        told = child(sentence, verb, "iobj")
        recipients = recipients or ([told] if told is not None else [])
    if not actors and has_case(sentence, index, "in", "at") and child(sentence, index, "cop") is not None:
        actors = [*children(sentence, index, "nsubj")]  # "was in touch with", "is at war with"
    if not actors:
        actors = _adjectives(sentence, index)
    if entry.frame == "patient":
        return Roles(recipient=_members(sentence, [*children(sentence, index, "nmod:poss"), *of]), verb=verb)
    return _roles(sentence, actors, recipients, [], verb)


def _by(sentence: Sentence, index: int) -> list[int]:
    return [word for word in children(sentence, index, "nmod", "obl") if has_case(sentence, word, "by")]


def _adjectives(sentence: Sentence, index: int) -> list[int]:
    """ "Russian strikes", "a Hamas attack": a name that stands before the noun."""
    named = {word for name in sentence.names for word in range(name.first, name.last + 1)}
    return [word for word in children(sentence, index, "amod", "compound", "nmod") if word in named and word < index]
