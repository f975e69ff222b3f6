"""The words in which an event is told, as a headline would have them: whoever acts, the predicate, to whom, where, and no more.

"Its chief, who was in Riga, will fly to Sama on Friday if it rains" is told in "Its chief will fly to Sama". The words are the report's own
and are never inflected: of "agreed to free nine men" the freeing is told in "Peru", "to free nine men".
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.events.hit import Hit
from whosays.coding.roles.voice import doer
from whosays.coding.trees.clause import (
    NEGATIONS,
    base,
    child,
    children,
    has_case,
    is_passive,
    is_relative,
    mention,
    runs,
)
from whosays.record.coded import Mention
from whosays.record.reading import Reading, Sentence

SUBJECTS = ("nsubj", "csubj", "expl")
OBJECTS = ("obj", "iobj", "obl")
FREE = frozenset({"what", "whatever", "whoever"})  # pronouns that are nothing without their relative clause
PARTICLES = frozenset("apart aside away back down forward home off open out over through together under up".split())
NOT_IN_NOUNS = frozenset(
    {"acl", "parataxis", "punct", "advcl", "discourse", "vocative", "list", "dep", "cop", "nsubj", "aux", "mark"}
)
NOT_IN_CLAUSES = frozenset({"parataxis", "advcl", "discourse", "vocative", "list", "dep", "reparandum"})
# What a deed does or how it goes on: its clause tells it better than its noun alone.
TELLING = frozenset(
    """hit strike kill wound injure destroy damage target happen occur erupt begin start break end shake rock tear rip leave claim
    postpone cancel hold expect schedule plan convene resume continue last""".split()
)
# Of what these govern "X to do it" tells truly: it is to come. Of what was refused, or only meant by another deed, it does not.
TO_COME = frozenset(
    """agree decide plan intend promise pledge vow prepare aim offer threaten order tell instruct command direct urge ask demand call want
    expect schedule set due ready announce propose""".split()
)
CLITICS = frozenset({"'s", "’s", "'", "’"})  # "North Korea's decision to deploy troops" is told of North Korea
COURSE = ("in", "during", "by", "with")  # the deed in whose course, or by which, something was done
SHORT = 3  # words of a noun phrase that tell little by themselves: "the attack", "its new offensive"
DEPTH = 4
APART = frozenset(",(–—-:")
AMONG = ("among", "like", "except")  # ", among them nine from Peru" is an aside


def wording(reading: Reading, hit: Hit) -> tuple[Mention, ...]:
    """The stretches of the sentence that tell the event, in the order in which they are to be read."""
    sentence, word = hit.sentence, hit.clause
    token = sentence.tokens[word]
    if base(token.deprel) == "amod" and token.head >= 0:  # "the freed men"
        return _of_noun(reading, sentence, token.head)
    if token.upos in ("NOUN", "PROPN") and child(sentence, word, "nsubj", "cop") is None:
        return _of_noun(reading, sentence, word)
    return _of_verb(reading, sentence, word, hit.roles.actor)


def _of_noun(reading: Reading, sentence: Sentence, noun: int) -> tuple[Mention, ...]:
    """A deed that is a noun: the noun with what belongs to it, or the clause that it stands in where that says too little."""
    own = _noun(sentence, noun)
    above = sentence.tokens[noun].head
    if _is_told_by(sentence, noun, above):
        return _of_verb(reading, sentence, above)
    for which in told_in(sentence, noun):
        return _of_verb(reading, sentence, which)  # "a strike that killed nine men"
    short = len(own) <= SHORT
    for _ in range(DEPTH if short else 0):
        if above < 0:
            break
        if sentence.tokens[above].upos in ("VERB", "AUX") or child(sentence, above, "nsubj", "cop") is not None:
            if any(said < above for said in children(sentence, above, "ccomp")):
                break  # "captured the town, residents said, in breach of a truce": who says so does not tell it
            clause = _of_verb(reading, sentence, above)
            told = any(piece.start <= sentence.tokens[noun].start < piece.end for piece in clause)
            return clause if told else _of_noun_alone(reading, sentence, noun)
        above = sentence.tokens[above].head
    return _of_noun_alone(reading, sentence, noun)


def _is_told_by(sentence: Sentence, noun: int, above: int) -> bool:
    """Whether a clause tells what the deed did, or did in it: "a drone strike hit a market", "killed nine men in a raid on Sama"."""
    if above < 0 or sentence.tokens[above].lemma.lower() not in TELLING:
        return False
    relation = base(sentence.tokens[noun].deprel)
    return relation == "nsubj" or (relation == "obl" and noun > above and has_case(sentence, noun, *COURSE))


def told_in(sentence: Sentence, noun: int) -> Iterator[int]:
    """The verbs of the relative clauses that say what a deed did: "a strike that killed nine men"."""
    for verb in children(sentence, noun, "acl:relcl"):
        own = child(sentence, verb, "nsubj")
        if sentence.tokens[verb].lemma.lower() in TELLING and own is not None and is_relative(sentence, own):
            yield verb


def _of_noun_alone(reading: Reading, sentence: Sentence, noun: int) -> tuple[Mention, ...]:
    """A noun with what belongs to it, without article or preposition in front."""
    bare = {word for word in children(sentence, noun, "case", "det", "cc") if word < noun}
    return _stretches(reading, sentence, [[word for word in _noun(sentence, noun) if word not in bare]])


def _of_verb(
    reading: Reading, sentence: Sentence, verb: int, actors: tuple[int, ...] = (), also: int | None = None
) -> tuple[Mention, ...]:
    """Subject, predicate, what it is done to, and the complement that it cannot do without; nothing of "and blamed Peru" if nobody is known to."""
    whole = _governor(sentence, verb)
    if whole is not None:
        return _of_verb(reading, sentence, whole, also=verb)
    if _is_to(sentence, verb) and base(sentence.tokens[verb].deprel) == "acl":  # "Peru's decision to free nine men"
        return _stretches(
            reading, sentence, [_phrase(sentence, sentence.tokens[verb].head, case=False) + _complement(sentence, verb)]
        )
    first, thing = _subject(sentence, verb, actors), _antecedent_of_object(sentence, verb)
    if not first and base(sentence.tokens[verb].deprel) == "conj" and "VerbForm=Fin" in sentence.tokens[verb].feats:
        return ()
    core = [*_helpers(sentence, verb)]
    core += [verb] if sentence.tokens[verb].upos in ("VERB", "AUX") else _noun(sentence, verb)
    rest: list[int] = []
    for below in sentence.children[verb]:
        relation = base(sentence.tokens[below].deprel)
        if relation == "obl" and (below < verb or is_temporal(sentence, below) or has_case(sentence, below, "accord")):
            continue  # when and where it was, and who says so, stand in fields of their own
        being = (
            relation == "obl" and child(sentence, below, "cop") is not None
        )  # "accused Peru of being behind the raid"
        taken = relation in OBJECTS and not being and not is_relative(sentence, below)
        if taken and not _is_second_object(sentence, below):
            rest += _phrase(sentence, below)
        elif (
            relation in ("xcomp", "ccomp")
            or being
            or below == also
            or (relation == "advcl" and _completes(sentence, verb, below))
        ):
            rest += _introduced(sentence, _complement(sentence, below))
    shared = _shared_object(sentence, verb)
    rest += _phrase(sentence, shared) if shared is not None else []
    apart = {*first, *thing}
    core, rest = ([word for word in words if word not in apart] for words in (core, rest))
    groups = [first, core, thing, rest] if thing else [first, core + rest]
    return _stretches(reading, sentence, groups)


def _is_to(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is an infinitive with "to" that has no subject of its own; "is to fly" has one."""
    return has_case(sentence, verb, "to") and child(sentence, verb, *SUBJECTS, "aux", "cop") is None


def _governor(sentence: Sentence, verb: int) -> int | None:
    """The verb that a purpose or a complement is told with: "gathered to demand it", "refused to free them", "was forced to flee"."""
    token = sentence.tokens[verb]
    if not _is_to(sentence, verb) or base(token.deprel) not in ("advcl", "xcomp") or token.head < 0:
        return None
    above = sentence.tokens[token.head]
    tells = above.upos == "VERB" and (base(token.deprel) == "advcl" or above.lemma.lower() not in TO_COME)
    return token.head if tells else None


def _shared_object(sentence: Sentence, verb: int) -> int | None:
    """What a second verb is done to with the first: "deplores and opposes the deal"."""
    token = sentence.tokens[verb]
    if token.deprel != "conj" or child(sentence, verb, "obj", "ccomp", "xcomp", "obl") is not None or token.head < 0:
        return None
    thing = child(sentence, token.head, "obj")
    return thing if thing is not None and thing > verb else None


def _subject(sentence: Sentence, verb: int, actors: tuple[int, ...]) -> list[int]:
    """The words of whoever or whatever the predicate is said of; of the event's actor where the clause has no subject."""
    own = child(sentence, verb, *SUBJECTS)
    if own is not None and not is_relative(sentence, own):
        return _phrase(sentence, own, case=False)
    if is_passive(sentence, verb) or _is_participle(sentence, verb):
        found = _undergoer(sentence, verb)
    else:
        found = actors[0] if actors else doer(sentence, verb)
    words = sorted(_phrase(sentence, found, case=False)) if found is not None and found != verb else []
    return words[:-1] if words and sentence.tokens[words[-1]].text in CLITICS else words


def _undergoer(sentence: Sentence, verb: int) -> int | None:
    """Of what a passive or a participle is said: the noun that it describes, or the subject that it shares."""
    head, relation = sentence.tokens[verb].head, base(sentence.tokens[verb].deprel)
    for _ in range(DEPTH):
        if head < 0:
            return None
        own = child(sentence, head, "nsubj")
        if relation == "acl" and (own is None or child(sentence, head, "cop") is None):
            return head
        if relation == "ccomp":  # "an attack which the army said was launched from Chad"
            return sentence.tokens[head].head if sentence.tokens[head].deprel == "acl:relcl" else None
        if own is not None:
            return own if not is_relative(sentence, own) else sentence.tokens[head].head
        head, relation = sentence.tokens[head].head, base(sentence.tokens[head].deprel)
    return None


def _helpers(sentence: Sentence, verb: int) -> list[int]:
    """Auxiliaries, the particle, "not", the "to" of an infinitive; of a second verb those that it shares with the first."""
    mine, token = _own_helpers(sentence, verb), sentence.tokens[verb]
    alone = not any(base(sentence.tokens[word].deprel) in ("aux", "cop", "mark") for word in mine)
    if alone and base(token.deprel) == "conj" and token.head >= 0 and "VerbForm=Fin" not in token.feats:
        return [*(word for word in _own_helpers(sentence, token.head) if word < token.head), *mine]
    return mine


def _own_helpers(sentence: Sentence, verb: int) -> list[int]:
    found = []
    for below in sentence.children[verb]:
        relation, lemma = base(sentence.tokens[below].deprel), sentence.tokens[below].lemma.lower()
        of_verb = relation in ("aux", "cop", "compound", "fixed", "flat") or (relation == "mark" and lemma == "to")
        if of_verb or (relation == "advmod" and (lemma in NEGATIONS or (lemma in PARTICLES and below > verb))):
            found.append(below)
    return found


def _completes(sentence: Sentence, verb: int, clause: int) -> bool:
    """Whether a clause says of what, from what or what for: "accused Peru of arming them", with no comma before it."""
    first = min(sentence.subtree(clause))
    introduced = has_case(sentence, clause, "of", "from", "for", "to", "with", "into")
    own = child(sentence, clause, "nsubj") is not None  # "exchanged prisoners with Baku freeing nine"
    return (
        introduced and not own and verb < first and all(token.upos != "PUNCT" for token in sentence.tokens[verb:first])
    )


def _complement(sentence: Sentence, verb: int) -> list[int]:
    """A clause that completes another: all of it but asides."""
    found = [verb]
    for below in sentence.children[verb]:
        relation = base(sentence.tokens[below].deprel)
        if relation in ("cc", "conj") or relation in NOT_IN_CLAUSES:
            continue
        if _is_second_object(sentence, below):
            continue
        found += _phrase(sentence, below) if relation in ("nsubj", *OBJECTS) else _complement(sentence, below)
    return found


def _is_second_object(sentence: Sentence, word: int) -> bool:
    """Whether a noun behind a comma only says again what the object is, whatever the tree takes it for: "supplying drones, a charge which …"."""
    token = sentence.tokens[word]
    if base(token.deprel) != "obj" or child(sentence, word, "cc") is not None:
        return False
    return _is_set_apart(sentence, word) and any(other < word for other in children(sentence, token.head, "obj"))


def _antecedent_of_object(sentence: Sentence, verb: int) -> list[int]:
    """ "The town which Peru holds for ransom": what is held is told right behind the verb."""
    token = sentence.tokens[verb]
    if token.deprel != "acl:relcl" or token.head < 0:
        return []
    own, thing = child(sentence, verb, "nsubj"), child(sentence, verb, "obj", "ccomp", "xcomp")
    of_another = own is not None and not is_relative(sentence, own) and not is_passive(sentence, verb)
    is_object = is_relative(sentence, thing) if thing is not None else of_another
    return _phrase(sentence, token.head, case=False) if is_object else []


def _phrase(sentence: Sentence, noun: int, *, case: bool = True) -> list[int]:
    """A noun phrase with its preposition, where it has one."""
    words = _noun(sentence, noun)
    if not case or base(sentence.tokens[noun].deprel) in ("nsubj", "obj"):
        own = {*children(sentence, noun, "case", "mark")}
        return [word for word in words if word not in own or word > noun]
    return _introduced(sentence, words)


def _introduced(sentence: Sentence, words: list[int]) -> list[int]:
    """The words with the preposition right before them, which a tree sometimes hangs on another word."""
    first = min(words)
    before = sentence.tokens[first - 1] if first else None
    lost = before is not None and before.upos == "ADP" and base(before.deprel) not in ("compound", "advmod")
    return [first - 1, *words] if lost and sentence.tokens[first].upos != "ADP" else words


def _noun(sentence: Sentence, noun: int) -> list[int]:
    """A noun with what belongs to it, and the nouns that are joined to it; no clause, no aside between commas or brackets."""
    found = [noun]
    for below in sentence.children[noun]:
        token = sentence.tokens[below]
        relation = base(token.deprel)
        aside = relation == "appos" or has_case(sentence, below, *AMONG)
        if relation in NOT_IN_NOUNS or (aside and _is_set_apart(sentence, below)):
            continue
        if relation == "conj" and token.upos in ("VERB", "AUX"):
            continue
        found += _noun(sentence, below)
    if sentence.tokens[noun].lemma.lower() in FREE:  # "what the envoy called an insult"
        found += [word for below in children(sentence, noun, "acl") for word in _complement(sentence, below)]
    return found


def _is_set_apart(sentence: Sentence, word: int) -> bool:
    """Whether commas, brackets or dashes set an apposition apart."""
    first = min(sentence.subtree(word))
    return any(sentence.tokens[at].text in APART for at in (first - 1, first) if at >= 0)


def _is_participle(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    return "VerbForm=Part" in token.feats and "Tense=Past" in token.feats and child(sentence, verb, "aux") is None


def _stretches(reading: Reading, sentence: Sentence, groups: list[list[int]]) -> tuple[Mention, ...]:
    """Each group's runs of words; a mark of punctuation inside a run is kept, one at its edge is not."""
    out = []
    for words in groups:
        inside = set(words)
        marks = (token.index for token in sentence.tokens if token.upos == "PUNCT")
        held = [*inside, *(mark for mark in marks if {mark - 1, mark + 1} <= inside)]
        found = (mention(reading, sentence, run, run[0]) for run in runs(held))
        out += [one for one in found if one is not None]
    return tuple(out)
