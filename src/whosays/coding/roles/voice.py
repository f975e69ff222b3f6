"""Who does it and who undergoes it, wherever the clause has put them: passives, participles, relative clauses, control.

"The army captured the town", "the town was captured by the army", "soldiers captured in Sama", "accused Peru of sending them":
a frame is stated for the active clause, and here its subject and object are found again.
"""

from __future__ import annotations

from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.trees.clause import RELATIVES, agent, base, child, children, has_case, is_passive, subject
from whosays.record.reading import Sentence, Token

# "By mistake", "by telephone": how it was done, not by whom.
MANNER = frozenset(
    """mistake accident force telephone phone email mail letter law hand air sea land road rail boat plane helicopter way
    means night day chance surprise name order default contrast vote decree video radio consensus majority percent""".split()
)
# With these verbs who is said to do "of …ing" or "to …" is the object: "accused Algeria of arming", "urged them to go".
OBJECT_CONTROL = frozenset(
    """accuse suspect convict acquit charge blame urge ask order tell force compel invite allow permit enable help
    persuade encourage press want expect warn instruct direct require forbid prevent stop bar sentence jail imprison fine
    punish arrest detain indict prosecute try criticise criticize condemn praise thank blacklist censure reprimand""".split()
)
HAVING = frozenset({"find", "get", "have", "hear", "see", "watch"})
SEEING = frozenset({"film", "find", "get", "have", "hear", "order", "photograph", "see", "show", "watch"})
IMPOSING = frozenset({"announce", "impose", "level", "place", "put", "slap"})
AIMED = frozenset({"against", "on"})


def doer(sentence: Sentence, index: int) -> int | None:
    """Who does what a verb says; in a passive the "by" phrase alone, or who had it done."""
    if is_undergone(sentence, index):
        by = agent(sentence, index)
        if by is None:
            return _having(sentence, index)
        return None if _is_manner(sentence, by) else by
    other = controlled(sentence, index)
    found = other if other is not None else subject(sentence, index)
    if found is None:
        found = _raised(sentence, index)
    return None if found == index else found


def _having(sentence: Sentence, index: int) -> int | None:
    """Who had it done to another: "the general had a rival shot"; "had his tyres slashed" tells of no order."""
    held = _had(sentence, index)
    above = sentence.tokens[index].head
    if held is None or sentence.tokens[above].lemma.lower() != "have" or child(sentence, held, "nmod:poss") is not None:
        return None
    return subject(sentence, above)


def _raised(sentence: Sentence, index: int) -> int | None:
    """ "Is about to send", "is set to leave": the subject of what stands above an infinitive, whatever its kind."""
    token = sentence.tokens[index]
    if base(token.deprel) not in {"xcomp", "advcl", "acl"} or token.head < 0 or not has_case(sentence, index, "to"):
        return None
    own = child(sentence, token.head, "nsubj", "nsubj:pass")
    return None if own is None else _or_antecedent(sentence, token.head, own)


def _is_manner(sentence: Sentence, word: int) -> bool:
    token = sentence.tokens[word]
    named = any(name.first <= word <= name.last for name in sentence.names)  # "by the Rapid Support Forces"
    if (
        named
        or child(sentence, word, "nmod:poss") is not None
        or ("Number=Plur" in token.feats and token.lemma == "force")
    ):
        return False
    return token.lemma.lower() in MANNER or is_temporal(sentence, word) or token.upos in {"VERB", "NUM"}


def controlled(sentence: Sentence, index: int) -> int | None:
    """The object of the verb above that is understood as the subject here; None where there is no such verb.

    What is done by what is done has the same subject: "accused Peru of sending drones to strike a port", Peru.
    """
    if child(sentence, index, "nsubj", "nsubj:pass") is not None:
        return None
    here = index
    while _goes_on(sentence, here):
        here = sentence.tokens[here].head
    token = sentence.tokens[here]
    if token.head < 0 or base(token.deprel) not in {"advcl", "xcomp", "ccomp", "acl", "obl"}:
        return None
    if _goes_with(sentence, here):
        return controlled(sentence, token.head)
    return _understood(sentence, here, sentence.tokens[token.head]) if _is_bare(sentence, here) else None


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a verb is joined to another and says as much of the same: "of arming them and training them", "and of having led them"."""
    token = sentence.tokens[index]
    if base(token.deprel) != "conj" or token.head < 0:
        return False
    again = any(has_case(sentence, index, of) and has_case(sentence, token.head, of) for of in ("of", "for", "from"))
    return again or child(sentence, index, "mark", "aux") is None


def _goes_with(sentence: Sentence, index: int) -> bool:
    """Whether a form in -ing only says more of what somebody is accused of: "of firing on a boat, injuring four and sinking it"."""
    token = sentence.tokens[index]
    above = sentence.tokens[token.head]
    alone = child(sentence, index, "mark", "case", "nsubj") is None and token.text.endswith("ing")
    return alone and base(token.deprel) == "advcl" and above.upos == "VERB" and above.text.endswith("ing")


def _understood(sentence: Sentence, here: int, above: Token) -> int | None:
    """Whom the word above a bare clause makes its subject."""
    if has_case(sentence, here, "for") and (above.upos == "NOUN" or above.lemma.lower() in IMPOSING):
        return next(iter(_aimed_at(sentence, above.index)), None)
    if above.upos != "VERB":
        return None
    if above.lemma.lower() not in OBJECT_CONTROL:
        return controlled(sentence, above.index) if has_case(sentence, here, "to") else None
    told = child(sentence, above.index, "iobj")
    return told if told is not None else undergoer(sentence, above.index)


def _aimed_at(sentence: Sentence, above: int) -> list[int]:
    """At whom a measure or a charge is aimed that is told with what it is for: "imposed sanctions on a bank for helping Peru"."""
    things = [above, *children(sentence, above, "obj", "nsubj:pass")]
    return [word for thing in things for word in obliques(sentence, thing, AIMED)]


def _is_bare(sentence: Sentence, index: int) -> bool:
    """Whether a verb form has no subject to agree with: an infinitive or what follows a preposition."""
    return (
        has_case(sentence, index, "of", "for", "from", "with", "to", "against")
        or "VerbForm=Inf" in sentence.tokens[index].feats
    )


def undergoer(sentence: Sentence, index: int) -> int | None:
    """What a verb is done to: object, passive subject, the noun that a participle or relative clause describes."""
    things = (word for word in children(sentence, index, "obj") if sentence.tokens[word].text.lower() != "dead")
    own = next(things, None)  # "shot dead five of them"
    if own is not None:
        return _or_antecedent(sentence, index, own)
    if is_passive(sentence, index) or _had(sentence, index) is not None:
        return _passive_subject(sentence, index)
    if is_circumstance(sentence, index):
        about = _whom_it_is_about(sentence, sentence.tokens[index].head)
        return None if about == index else about
    return _undergoer_around(sentence, index)


def _whom_it_is_about(sentence: Sentence, verb: int) -> int | None:
    """The subject of a clause, whether he does or undergoes what its verb says."""
    return _passive_subject(sentence, verb) if is_passive(sentence, verb) else doer(sentence, verb)


def _undergoer_around(sentence: Sentence, index: int) -> int | None:
    """What a verb without an object of its own is done to: what it describes, or what is said with the verb it is joined to."""
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
    own = own if own is not None else _had(sentence, index)
    if own is not None:
        return _or_antecedent(sentence, index, own)
    token = sentence.tokens[index]
    held = child(sentence, token.head, "obj") if token.deprel == "xcomp" and token.head >= 0 else None
    if held is not None and sentence.tokens[token.head].lemma.lower() in SEEING:
        return _or_antecedent(sentence, token.head, held)  # "filmed boys being beaten", "had the clerks arrested"
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


def is_undergone(sentence: Sentence, index: int) -> bool:
    """Whether a verb form says what its subject or noun undergoes: passives and reduced past participles."""
    if is_circumstance(sentence, index):
        return True
    token = sentence.tokens[index]
    past = "Tense=Past" in token.feats or "Voice=Pass" in token.feats
    return (
        is_passive(sentence, index)
        or _had(sentence, index) is not None
        or (is_reduced(sentence, index) and past and not token.text.endswith("ing"))
    )


def is_reduced(sentence: Sentence, index: int) -> bool:
    """Whether a word is a past participle that describes the noun it hangs on ("soldiers captured in …")."""
    token = sentence.tokens[index]
    if base(token.deprel) == "acl" and child(sentence, index, "aux", "mark", "nsubj") is not None:
        return False  # "which had captured the town", "a report that Athens had agreed", "whom Chad captured" are clauses of their own
    return token.upos in {"VERB", "ADJ"} and "VerbForm=Part" in token.feats and base(token.deprel) in {"acl", "amod"}


def is_circumstance(sentence: Sentence, index: int) -> bool:
    """Whether a bare past participle says what befell the one that the sentence is about: "Barred from the hall, the envoy left"."""
    token = sentence.tokens[index]
    bare = child(sentence, index, "mark", "aux", "nsubj", "obj", "cop") is None
    past = token.upos == "VERB" and "Tense=Past" in token.feats and "VerbForm=Part" in token.feats
    return past and bare and base(token.deprel) == "advcl" and not token.text.endswith("ing")


def _had(sentence: Sentence, index: int) -> int | None:
    """To whom it was done, where somebody has or sees it done: "had a rival shot", "found the clerk beaten"; None elsewhere."""
    token = sentence.tokens[index]
    past = "VerbForm=Part" in token.feats and "Tense=Past" in token.feats
    if (
        base(token.deprel) not in {"xcomp", "ccomp"}
        or not past
        or child(sentence, index, "aux", "mark", "obj") is not None
    ):
        return None
    if sentence.tokens[token.head].lemma.lower() not in HAVING or child(sentence, index, "nsubj") is not None:
        return None
    held = child(sentence, token.head, "obj")
    return held if held is not None and held < index else None


def obliques(sentence: Sentence, index: int, prepositions: frozenset[str]) -> list[int]:
    """The nouns that one of the prepositions ties to a verb or noun."""
    return [
        word
        for word in children(sentence, index, "obl", "nmod")
        if has_case(sentence, word, *prepositions)
        and not is_temporal(sentence, word)
        and sentence.tokens[word].upos != "NUM"
    ]
