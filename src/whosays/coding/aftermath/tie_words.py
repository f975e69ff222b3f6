"""Lasting ties that no happening carries: tie nouns ("an ally of"), what relations are, and "Iran-backed"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from whosays.coding.circumstances.when import times_for
from whosays.coding.trees.clause import base, child, children, conjuncts, has_case, is_negated, noun_phrase, subject
from whosays.lexicon import Lexicon
from whosays.lexicon.ties import Ties
from whosays.record.coded import CodedRelation, Mention
from whosays.record.reading import Reading, Sentence

NAMED = frozenset({"LOC", "ORG", "NORP"})
PRONOUNS = frozenset({"it", "its", "they", "their", "which", "that", "who"})
NEEDS_TWO = frozenset({"ally", "rival", "U", "W", "F"})
RELATIVE = frozenset({"which", "whom", "who"})
FORMER = frozenset({"former", "once", "erstwhile", "ex", "longer", "potential", "would-be", "alleged"})
RELATIONS = frozenset({"relation", "tie", "relationship"})  # what is between states and may be frozen, close, severed
PLURAL = frozenset(
    {"neighbour", "neighbor", "country", "side", "state", "nation", "government", "army", "capital", "rival"}
)
JOINT = frozenset({"joint", "combined", "common"})
HOSTS = frozenset({"host", "hosts", "home"})
ASIDE = frozenset({"appos", "acl", "parataxis", "conj"})
INSIDE = ("in", "at", "on", "through", "inside")
HYPHEN = frozenset({"-", "‑", "–"})

Ends = tuple[int, int]


def from_words(
    reading: Reading, sentence: Sentence, lexicon: Lexicon, events: frozenset[int]
) -> Iterator[CodedRelation]:
    """The ties that the words of a sentence state; those at `events` are told by what happened there."""
    for token in sentence.tokens:
        found: Iterable[tuple[Ends, str]] = ()
        if token.upos == "NOUN":
            found = _of_noun(sentence, token.index, lexicon.ties)
        elif token.upos in {"VERB", "ADJ"}:
            found = _of_predicate(sentence, token.index, lexicon.ties, told=token.index in events)
        hosted = ((ends, "P") for ends in _hosted(sentence, token.index, lexicon.ties))
        for ends, type_ in (*found, *hosted):
            yield from _tie(reading, sentence, token.index, ends, type_)


def _of_noun(sentence: Sentence, noun: int, words: Ties) -> Iterator[tuple[Ends, str]]:
    lemma = sentence.tokens[noun].lemma.lower()
    if lemma in words.nouns and _holds(sentence, noun):
        type_ = words.nouns[lemma]
        for one, other in _ends(sentence, noun, type_):
            if (
                one != other or type_ != "ally"
            ):  # which two "the two countries" are is told by what they did to one another
                yield (one, other), type_
    if lemma in words.owned and _holds(sentence, noun):
        for one, other in _ends(sentence, noun, words.owned[lemma]):
            yield (other, one), words.owned[lemma]
    if lemma in words.joint and _holds(sentence, noun):
        for ends in _together(sentence, noun):
            yield ends, words.joint[lemma]


def _of_predicate(sentence: Sentence, word: int, words: Ties, *, told: bool) -> Iterator[tuple[Ends, str]]:
    lemma = sentence.tokens[word].lemma.lower()
    for ends in _of_relations(sentence, word) if lemma in words.states else ():
        yield ends, words.states[lemma]
    for ends in _hyphened(sentence, word):
        yield from ((ends, words.verbs[verb]) for verb in _verbs_of(sentence, word) if verb in words.verbs)
    if lemma in words.verbs and not told:
        for ends in _done_to(sentence, word):
            yield ends, words.verbs[lemma]
    if lemma in words.presence:
        for ends in _present(sentence, word, words):
            yield ends, words.presence[lemma]


def _tie(reading: Reading, sentence: Sentence, word: int, ends: Ends, type_: str) -> Iterator[CodedRelation]:
    giver, receiver = (noun_phrase(reading, sentence, end, whole=False) for end in ends)
    evidence = noun_phrase(reading, sentence, word, whole=False) or _word(sentence, word)
    if giver is not None and receiver is not None:
        since = next(
            (time for time in times_for(reading, sentence, word) if has_case(sentence, time.head, "since")), None
        )
        yield CodedRelation(giver=giver, receiver=receiver, type=type_, evidence=evidence, since=since)


def _holds(sentence: Sentence, noun: int) -> bool:
    """Whether the tie is stated of the present or past without "not", "former" or "would"."""
    if is_negated(sentence, noun):
        return False
    around = children(sentence, noun, "amod", "advmod", "aux", "compound")
    return not any(
        sentence.tokens[word].lemma.lower() in FORMER | {"would", "could", "might", "may"} for word in around
    )


def _ends(sentence: Sentence, noun: int, type_: str) -> Iterator[Ends]:
    """The two that a tie noun joins: "X is an ally of Y", "Y's ally X", "war between X and Y", "X has been at war with Y"."""
    between = [w for w in children(sentence, noun, "nmod", "obl") if has_case(sentence, w, "between")]
    if between:
        yield from _one_another(sentence, between[0])
        return
    others = _others(sentence, noun)
    at = has_case(sentence, noun, "at") or sentence.tokens[max(0, noun - 1)].lemma.lower() == "at"
    own = _owner(sentence, noun, at=at) if type_ != "conflict" or at else None
    several = at or "Number=Plur" in sentence.tokens[noun].feats  # "are at odds", "are enemies"
    if several and not others and own is not None:
        yield from _one_another(sentence, own)
    if not others and (type_ in NEEDS_TWO or (at and own is not None)):
        return
    own = own if own is not None else _appositive(sentence, noun)
    if own is None:
        yield from _of_nobody(sentence, noun, others, type_)
        return
    for other in others:
        for member in conjuncts(sentence, other):
            if own != member and is_somebody(sentence, own) and is_somebody(sentence, member):
                yield own, member


def _others(sentence: Sentence, noun: int) -> list[int]:
    """With whom a tie noun ties: "of Y", "with Y", "Y's", "of drones to Y"."""
    others = [*children(sentence, noun, "nmod:poss")]
    others += [
        w for w in children(sentence, noun, "nmod", "obl") if has_case(sentence, w, "of", "with", "against", "to")
    ]
    others += [  # "a key supplier of drones to Kyrgyzstan"
        to
        for of in children(sentence, noun, "nmod")
        if has_case(sentence, of, "of") and not is_somebody(sentence, of)
        for to in children(sentence, of, "nmod")
        if has_case(sentence, to, "to")
    ]
    return [_antecedent(sentence, other) for other in others]


def _antecedent(sentence: Sentence, other: int) -> int:
    """Whom "which" stands for in "the rebels, with which it is at war": the word before it."""
    if sentence.tokens[other].lemma.lower() not in RELATIVE:
        return other
    before = (token.index for token in reversed(sentence.tokens[:other]) if token.upos not in {"PUNCT", "ADP"})
    return next(before, other)


def _of_nobody(sentence: Sentence, noun: int, others: list[int], type_: str) -> Iterator[Ends]:
    """Where nobody is said to be it: "its Russian partners" are Russia, "the feud of the two neighbours" is theirs."""
    yield from ((both, both) for both in others if sentence.tokens[both].lemma.lower() in PLURAL)
    if type_ == "ally" and any(is_somebody(sentence, word) for word in children(sentence, noun, "amod")):
        yield from ((noun, other) for other in others if is_somebody(sentence, other))


def _owner(sentence: Sentence, noun: int, *, at: bool) -> int | None:
    """Of whom a tie is said: the noun's subject, or that of the clause it opens ("at odds with Kenya, Uganda closed …")."""
    own = child(sentence, noun, "nsubj") if at else None  # "the rebels, with which it is at war": it
    own = subject(sentence, noun) if own is None else own
    if own is None and at and base(sentence.tokens[noun].deprel) in {"obl", "advcl"}:
        own = subject(sentence, sentence.tokens[noun].head)
    return own


def _one_another(sentence: Sentence, own: int) -> Iterator[Ends]:
    """ "Kenya and Uganda are at war", "the two neighbours are at odds": the members of one subject."""
    members = conjuncts(sentence, own)
    if len(members) > 1:
        yield from pairwise([word for word in members if is_somebody(sentence, word)])
    elif sentence.tokens[own].lemma.lower() in PLURAL | {"two", "both"}:
        yield own, own


def _appositive(sentence: Sentence, noun: int) -> int | None:
    """ "Belarus, a close ally of Russia" and "Russia's ally Belarus"."""
    token = sentence.tokens[noun]
    if base(token.deprel) in {"appos", "acl"} and token.head >= 0:
        return token.head
    return child(sentence, noun, "appos", "flat")


def _of_relations(sentence: Sentence, word: int) -> Iterator[Ends]:
    """Whose relations are what the word says: "relations between X and Y have been frozen", "X's close ties with Y"."""
    token = sentence.tokens[word]
    if base(token.deprel) == "amod":
        noun: int | None = token.head
    else:
        noun = child(sentence, word, "nsubj", "nsubj:pass")
    if noun is None or sentence.tokens[noun].lemma.lower() not in RELATIONS or is_negated(sentence, word):
        return
    below = [*children(sentence, noun, "nmod", "obl")]
    between = [w for w in below if has_case(sentence, w, "between")]
    if between:
        members = conjuncts(sentence, between[0])
        yield from pairwise(members) if len(members) > 1 else ((members[0], members[0]),)
        return
    own = child(sentence, noun, "nmod:poss")
    if own is None and base(sentence.tokens[noun].deprel) == "obj":
        own = subject(sentence, sentence.tokens[noun].head)
    if own is None and not below and sentence.tokens[noun].text == sentence.tokens[noun].text.capitalize():
        yield noun, noun  # "Relations have been frozen since": whose, the text has said before
    for other in below:
        if own is not None and has_case(sentence, other, "with", "to") and is_somebody(sentence, other):
            yield own, other


def _hyphened(sentence: Sentence, verb: int) -> Iterator[Ends]:
    """ "Iran-backed fighters": who stands before the hyphen, and whom the participle describes."""
    token = sentence.tokens[verb]
    if base(token.deprel) != "amod" or verb < 2 or sentence.tokens[verb - 1].text not in HYPHEN:
        return
    if is_somebody(sentence, verb - 2):
        yield verb - 2, token.head


def _verbs_of(sentence: Sentence, word: int) -> tuple[str, ...]:
    """The verbs that a participle may be of, which is read as an adjective too: "backed" of "back", "financed" of "finance"."""
    token = sentence.tokens[word]
    if token.upos == "VERB" or not token.text.lower().endswith("ed"):
        return (token.lemma.lower(),)
    stem = token.text.lower().removesuffix("ed")
    return stem, stem + "e"


def _done_to(sentence: Sentence, verb: int) -> Iterator[Ends]:
    """Who lastingly does it to whom: "Kenya sponsors the rebels", "rebels financed by Kenya"."""
    own, other = subject(sentence, verb), child(sentence, verb, "obj", "nsubj:pass")
    if other is None and base(sentence.tokens[verb].deprel) == "acl":
        other = sentence.tokens[verb].head
    if own is not None and other is not None and is_somebody(sentence, own) and _holds(sentence, verb):
        yield own, other


def _present(sentence: Sentence, verb: int, words: Ties) -> Iterator[Ends]:
    """Whose forces are in whose land: "Kenya keeps troops in Uganda", "Kenyan soldiers are stationed in Uganda"."""
    kept = child(sentence, verb, "obj")
    forces = kept if kept is not None else child(sentence, verb, "nsubj:pass", "nsubj")
    own = subject(sentence, verb) if kept is not None else forces
    if own is None or forces is None or sentence.tokens[forces].lemma.lower() not in words.forces:
        return
    if not _holds(sentence, verb):
        return
    for word in (*children(sentence, verb, "obl"), *children(sentence, forces, "nmod")):
        if has_case(sentence, word, *INSIDE) and _names_somebody(sentence, word) and _names_somebody(sentence, own):
            yield own, word


def _hosted(sentence: Sentence, word: int, words: Ties) -> Iterator[Ends]:
    """Whose forces a land has: "Kenya, home to American bases", "both hosts to American bases", "Kenya hosts French troops"."""
    token = sentence.tokens[word]
    aside = base(token.deprel) in ASIDE
    if not {token.lemma.lower(), token.text.lower()} & HOSTS or (token.upos == "ADV" and not aside):
        return
    if token.upos == "VERB":
        land, forces = subject(sentence, word), list(children(sentence, word, "obj"))
    else:
        land = token.head if aside else subject(sentence, word)
        forces = [one for one in children(sentence, word, "nmod", "obl") if has_case(sentence, one, "to", "of")]
    for force in forces:
        there = sentence.tokens[force].lemma.lower()
        if land is None or (there not in words.forces and there != "base"):
            continue
        owners = [one for one in children(sentence, force, "amod", "compound") if is_somebody(sentence, one)]
        for member in conjuncts(sentence, land) if owners else ():
            if is_somebody(sentence, member):
                yield force, member


def _names_somebody(sentence: Sentence, word: int) -> bool:
    """Whether a phrase names a state or its people: "Uganda", "Ugandan bases"."""
    return any(is_somebody(sentence, one) for one in (word, *children(sentence, word, "amod", "nmod:poss")))


def _together(sentence: Sentence, noun: int) -> Iterator[Ends]:
    """ "Kenya and Uganda held a joint patrol", "a joint operation with its Kenyan partners"."""
    if not any(sentence.tokens[word].lemma.lower() in JOINT for word in children(sentence, noun, "amod")):
        return
    token = sentence.tokens[noun]
    own = subject(sentence, token.head if base(token.deprel) in {"obj", "obl"} and token.head >= 0 else noun)
    members = [word for word in conjuncts(sentence, own) if is_somebody(sentence, word)] if own is not None else []
    yield from pairwise(members)
    for other in children(sentence, noun, "nmod", "obl"):
        if has_case(sentence, other, "with"):
            one = members[0] if members else child(sentence, other, "nmod:poss")
            if one is not None:
                yield other, one


def is_somebody(sentence: Sentence, word: int) -> bool:
    """Whether a word is a pronoun or in the name of a state, people or body."""
    if sentence.tokens[word].lemma.lower() in PRONOUNS:
        return True
    return any(name.first <= word <= name.last and name.kind in NAMED for name in sentence.names)


def _word(sentence: Sentence, word: int) -> Mention:
    token = sentence.tokens[word]
    return Mention(sentence=sentence.index, head=word, start=token.start, end=token.end, text=token.text)
