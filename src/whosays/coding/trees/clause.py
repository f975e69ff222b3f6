"""What a clause says of itself, read off the tree: its subject, whether it is negated, its marks and auxiliaries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from whosays.record.coded import Mention
from whosays.record.reading import Reading, Sentence

NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "no", "without", "none", "nobody", "nothing"})
REGARDLESS = frozenset({"matter", "doubt", "wonder"})  # "no matter what happens", "no doubt"
NEVER = frozenset({"way", "case", "circumstance", "sense"})  # "in no way", but "in no hurry"
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
# With these a verb is no plain past: what it says was before, is to come, or may be.
AUXILIARIES = frozenset("have must will would can could may might should shall".split())
# "Signed a decree banning the party": whoever signs it bans.
PAPERS = frozenset(
    "bill law decree order resolution motion statement letter edict ordinance amendment directive ruling".split()
)
SUSPICIONS = frozenset(
    {"suspicion", "charge", "accusation", "allegation"}
)  # "detained two on suspicion of planting it"
# What stands in a clause without being part of what it says when it is reported.
TRIMMED = frozenset(",;:-–—.…()")


@cache  # there are some fifty, and a sentence asks for them nine hundred times
def base(deprel: str) -> str:
    """A relation without its subtype."""
    return deprel.partition(":")[0]


def children(sentence: Sentence, index: int, *relations: str) -> Iterator[int]:
    """The words below a word that stand in one of the relations (subtypes count unless they are named)."""
    for child in sentence.children[index]:
        deprel = sentence.tokens[child].deprel
        if deprel in relations or base(deprel) in relations:
            yield child


def child(sentence: Sentence, index: int, *relations: str) -> int | None:
    """The first of `children`."""
    return next(children(sentence, index, *relations), None)


def has_case(sentence: Sentence, index: int, *lemmas: str) -> bool:
    """Whether a noun or clause is introduced by one of the prepositions."""
    return any(sentence.tokens[word].lemma.lower() in lemmas for word in children(sentence, index, "case", "mark"))


def opens_with(sentence: Sentence, index: int, *lemmas: str) -> bool:
    """Like `has_case`, also by an adverb: "when drones hit a depot"."""
    marks = children(sentence, index, "case", "mark", "advmod")
    return any(sentence.tokens[word].lemma.lower() in lemmas for word in marks)


def named_words(sentence: Sentence) -> frozenset[int]:
    """The words that stand in names, and those that are tagged as one ("an HDF raid")."""
    inside = (word for name in sentence.names for word in range(name.first, name.last + 1))
    tagged = (token.index for token in sentence.tokens if token.upos == "PROPN" and token.text[:1].isupper())
    return frozenset((*inside, *tagged))


# Whose fire, drones or raids they are, in front of the noun: "army helicopters", "a rebel raid".
FORCES = frozenset(
    """army military navy government junta regime police militia rebel guerrilla insurgent coalition paramilitary opposition
    marine infantry federal gang cartel""".split()
)


def forces_before(sentence: Sentence, noun: int) -> list[int]:
    """The words in front of a noun that name it for whoever has it, by name or by what they are."""
    named = named_words(sentence)
    return [
        word
        for word in children(sentence, noun, "amod", "compound", "nmod")
        if word < noun and (word in named or sentence.tokens[word].lemma.lower() in FORCES)
    ]


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether a verb is passive: by its auxiliary or its subject."""
    return any(
        sentence.tokens[word].deprel in ("aux:pass", "nsubj:pass", "csubj:pass") for word in sentence.children[index]
    )


SAID_SO = frozenset({"blame", "believe", "become", "follow"})
PERCEIVED = frozenset({"see", "hear", "find", "have"})  # "was nowhere to be found": could not be


def is_due(sentence: Sentence, index: int) -> bool:
    """ "The envoy is to visit Riga", "they were to meet": fixed, and not yet done; "is said to visit" is another verb's."""
    to = next((word for word in children(sentence, index, "mark") if sentence.tokens[word].lemma.lower() == "to"), None)
    helpers = [word for word in children(sentence, index, "cop", "aux") if sentence.tokens[word].lemma.lower() == "be"]
    own = child(sentence, index, "nsubj", "nsubj:pass", "nsubj:outer")
    if sentence.tokens[index].lemma.lower() in SAID_SO or has_case(sentence, index, "if"):
        return False  # "aircraft were to blame", "if the miners are to be believed"
    if sentence.tokens[index].lemma.lower() in PERCEIVED and is_passive(sentence, index):
        return False  # "no soldier was to be seen"
    return to is not None and own is not None and any(own < word < to for word in helpers)


def agent(sentence: Sentence, index: int) -> int | None:
    """The "by" phrase of a passive."""
    for word in children(sentence, index, "obl"):
        agentive = sentence.tokens[word].deprel == "obl:agent"
        if has_case(sentence, word, "by") or (agentive and child(sentence, word, "case") is None):
            return word
    return None


def subject(sentence: Sentence, index: int, *, depth: int = 4) -> int | None:
    """Who does what a verb or predicate says, through conjunction, control, participles and relative clauses.

    A passive's agent is its doer. None where the sentence does not say, or it would be a guess.
    """
    if is_passive(sentence, index):
        return agent(sentence, index)
    own = max(
        (word for word in children(sentence, index, "nsubj")), key=lambda word: (word < index, word), default=None
    )
    if own is not None:
        return _antecedent(sentence, index, own)
    return _inherited(sentence, index, depth) if depth else None


def _inherited(sentence: Sentence, index: int, depth: int) -> int | None:
    """The subject that a clause takes from the one above."""
    head, deprel = sentence.tokens[index].head, sentence.tokens[index].deprel
    if head < 0:
        return None
    if base(deprel) == "conj" and sentence.tokens[head].upos in ("VERB", "AUX", "ADJ", "NOUN"):
        return subject(sentence, head, depth=depth - 1)
    if base(deprel) == "xcomp":
        held = child(sentence, head, "obj", "iobj")
        return held if held is not None else _controller(sentence, head, depth)
    if base(deprel) == "advcl":
        return _controller(sentence, head, depth)
    return _described(sentence, index, head, depth) if base(deprel) == "acl" else None


def _described(sentence: Sentence, index: int, noun: int, depth: int) -> int | None:
    """Who does what a clause says that describes a noun: the noun, whose it is, or whoever signs the paper that it is."""
    token = sentence.tokens[noun]
    if token.lemma.lower() in PAPERS and base(token.deprel) == "obj":
        return _controller(sentence, token.head, depth)
    if token.lemma.lower() in SUSPICIONS and base(token.deprel) == "obl" and token.head >= 0:
        return child(sentence, token.head, "obj", "nsubj:pass")
    return noun if _is_active_participle(sentence, index) else _possessor(sentence, noun)


def _controller(sentence: Sentence, head: int, depth: int) -> int | None:
    if sentence.tokens[head].lemma.lower() == "yet" and sentence.tokens[head].head >= 0:
        head = sentence.tokens[head].head  # "has yet to …": the tree hangs the verb below "yet"
    if sentence.tokens[head].upos not in ("VERB", "AUX", "ADJ", "NOUN"):
        return None
    if is_passive(sentence, head):
        return child(sentence, head, "nsubj:pass")
    return subject(sentence, head, depth=depth - 1)


def _is_active_participle(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return "VerbForm=Ger" in token.feats or token.text.endswith("ing")


def _possessor(sentence: Sentence, noun: int) -> int | None:
    """Whose a thing is: "its plan to leave", "a U.S. proposal to send troops"."""
    own = child(sentence, noun, "nmod:poss")
    if own is not None:
        return own
    named = named_words(sentence)
    before = (word for word in children(sentence, noun, "compound", "amod") if word < noun and word in named)
    return next(before, None)


def _antecedent(sentence: Sentence, verb: int, own: int) -> int:
    """The noun that a relative pronoun stands for, else the subject itself."""
    if is_relative(sentence, own):
        here = verb
        for _ in range(4):
            token = sentence.tokens[here]
            if base(token.deprel) == "acl" and token.head >= 0:
                return token.head
            if token.head < 0 or base(token.deprel) not in ("conj", "ccomp", "xcomp"):
                return own
            here = token.head
    return own


def is_relative(sentence: Sentence, word: int) -> bool:
    """Whether a word is a relative pronoun."""
    token = sentence.tokens[word]
    return token.lemma.lower() in RELATIVES and token.upos in ("PRON", "DET", "SCONJ")


def is_cleft(sentence: Sentence, clause: int) -> bool:
    """ "It was Chad that opened fire": a relative clause that says what happened, and not which Chad it was."""
    token = sentence.tokens[clause]
    if token.deprel not in ("acl:relcl", "advcl:relcl", "parataxis") or token.head < 0:
        return False
    own = child(sentence, token.head, "nsubj", "expl")
    it = own is not None and own < token.head and sentence.tokens[own].lemma.lower() == "it"
    pronoun = child(sentence, clause, "nsubj", "obj", "mark")
    taken_up = pronoun is not None and sentence.tokens[pronoun].lemma.lower() in ("that", "who", "which")
    return it and taken_up and child(sentence, token.head, "cop") is not None


def is_negated(sentence: Sentence, index: int) -> bool:
    """Whether a predicate or noun is under "not", "never", "neither", "no" of its own or of its subject or object."""
    return next(_denying(sentence, index), None) is not None


def is_negated_by_object(sentence: Sentence, index: int) -> bool:
    """Whether nothing but the "no" of its object denies a predicate: "has no plan", not "no one has a plan"."""
    denying = tuple(_denying(sentence, index))
    return bool(denying) and all(
        base(sentence.tokens[word].deprel) == "obj"
        and any(sentence.tokens[below].lemma.lower() == "no" for below in children(sentence, word, "det"))
        for word in denying
    )


def _denying(sentence: Sentence, index: int) -> Iterator[int]:
    """The words below a predicate or noun that deny it."""
    for word in sentence.children[index]:
        token = sentence.tokens[word]
        lemma, relation = token.lemma.lower(), base(token.deprel)
        if (
            (
                lemma in NEGATIONS
                and relation in ("advmod", "det", "cc", "aux", "mark", "case")
                and not _only(sentence, word)
            )
            or (relation in ("nsubj", "obj", "obl") and is_no(sentence, word, relation))
            or (token.text.lower() == "longer" and sentence.tokens[word - 1].text.lower() == "no")
        ):
            yield word


def is_yet_to(sentence: Sentence, index: int) -> bool:
    """ "Has yet to leave", "is yet to be told": not done so far."""
    above = sentence.tokens[index].head
    near = [*children(sentence, index, "advmod"), *(children(sentence, above, "advmod") if above >= 0 else ()), above]
    to = next((word for word in children(sentence, index, "mark") if sentence.tokens[word].lemma.lower() == "to"), 0)
    return to > 0 and any(word == to - 1 and sentence.tokens[word].lemma.lower() == "yet" for word in near)


def is_no(sentence: Sentence, word: int, relation: str) -> bool:
    """Whether a noun in a relation denies its clause: "no", "neither", "nobody", "not one of them".

    Behind its verb "not the town but the fort" denies the town alone, and "no matter what" nothing at all.
    """
    lemma = sentence.tokens[word].lemma.lower()
    manner = has_case(sentence, word, "in", "with", "for") and lemma not in NEVER
    if relation == "obl" and (lemma in REGARDLESS or manner):
        return False
    first = min(sentence.subtree(word), default=word)
    if sentence.tokens[first].lemma.lower() == "not" and first < word and not _only(sentence, first):
        return first < sentence.tokens[word].head or _not_one(sentence, first)
    if lemma in ("nobody", "none", "nothing", "neither"):
        return relation != "obl"
    return any(
        sentence.tokens[below].lemma.lower() in ("no", "neither", "nor") or _not_one(sentence, below)
        for below in children(sentence, word, "det", "cc", "cc:preconj", "advmod")
    )


def _not_one(sentence: Sentence, word: int) -> bool:
    """ "Not one shell fell", "not a single drone": as good as "no"; "not all" leaves some."""
    following = sentence.tokens[word + 1].lemma.lower() if word + 1 < len(sentence.tokens) else ""
    return sentence.tokens[word].lemma.lower() == "not" and following in ("a", "an", "one", "single", "any")


def _only(sentence: Sentence, word: int) -> bool:
    """ "Not only", "not until Monday", "not before they had fired" deny nothing."""
    following = sentence.tokens[word + 1].lemma.lower() if word + 1 < len(sentence.tokens) else ""
    plain = sentence.tokens[word].lemma.lower() == "not"  # "never before" denies
    return following in ("only", "just", "merely") or (plain and following in ("until", "before"))


def conjuncts(sentence: Sentence, index: int) -> list[int]:
    """A noun and the nouns that are joined to it, or to one another: "rifles, grenades and radios"."""
    joined = [index]
    for word in joined:
        joined += [below for below in children(sentence, word, "conj") if word == index or _is_noun(sentence, below)]
    return joined


def _is_noun(sentence: Sentence, word: int) -> bool:
    return sentence.tokens[word].upos in ("NOUN", "PROPN", "NUM")


def stretch(sentence: Sentence, words: list[int]) -> tuple[int, int] | None:
    """First and last word of a set, punctuation at its edges left off; None where only punctuation is left."""
    kept = sorted(words)
    while kept and sentence.tokens[kept[0]].text in TRIMMED:
        kept.pop(0)
    while kept and sentence.tokens[kept[-1]].text in TRIMMED:
        kept.pop()
    return (kept[0], kept[-1]) if kept else None


def runs(words: list[int]) -> list[list[int]]:
    """The words as runs without gaps."""
    out: list[list[int]] = []
    for word in sorted(set(words)):
        if out and word == out[-1][-1] + 1:
            out[-1].append(word)
        else:
            out.append([word])
    return out


def mention(reading: Reading, sentence: Sentence, words: list[int], head: int) -> Mention | None:
    """The mention that reaches from the first of the words to the last, edges trimmed."""
    edges = stretch(sentence, words)
    if edges is None:
        return None
    start, end = sentence.tokens[edges[0]].start, sentence.tokens[edges[1]].end
    return Mention(sentence=sentence.index, head=head, start=start, end=end, text=reading.document.text[start:end])


def noun_phrase(reading: Reading, sentence: Sentence, head: int, *, whole: bool = True) -> Mention | None:
    """A noun with what belongs to it: no preposition, no second member, no aside. Not `whole`: no clause either."""
    left_out = {"case", "cc", "punct", "parataxis", "conj", "mark", "cop", "nsubj", "aux", "advmod"}
    if not whole:
        left_out |= {"acl", "appos", "advcl"}
    words = [head]
    for below in sentence.children[head]:
        relation = base(sentence.tokens[below].deprel)
        if relation not in left_out or (relation == "conj" and whole):
            words += sentence.subtree(below)
    return mention(reading, sentence, words, head)
