"""Relations set right that the words below them rule out: an object takes no preposition, a noun is no open clause.

The reader's commonest slips in short sentences: heads are right and the relation is not. `mended` runs these before its own,
which are told by relations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children
from whosays.coding.trees.shared import NOMINAL, TYING
from whosays.record.reading import Sentence, Token

NOUNS = NOMINAL - {"PRON"}
CLAUSAL = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "cop", "aux", "aux:pass", "mark"})
# Relations that a noun behind a preposition cannot stand in.
BARE = frozenset({"obj", "iobj", "obl:unmarked", "xcomp"})
# In front of a number they measure, and tie nothing: "killed over 20 people", "lost up to nine men".
MEASURING = frozenset("about above around below between close near over some to under up".split())
OF_NOUNS = frozenset({"nsubj", "csubj", "obj", "iobj", "obl", "nmod", "conj", "appos"})
# Verbs without an object, whose particle would be a preposition; "presid" is how the reader guesses its lemma.
OBJECTLESS = frozenset({"arrive", "come", "fall", "go", "jump", "live", "march", "presid", "preside", "walk"})
# Whoever is accused, cleared or stripped of something is the object, and what it is of belongs to the verb.
RIDDING = frozenset(
    """absolve accuse acquit advise assure charge cheat clear cleanse convict cure deprive dispossess divest drain empty free
    inform notify persuade purge relieve remind rid rob strip suspect warn""".split()
)
LIKENING = frozenset({"as", "like"})  # "served as mayor", "looks like a plot": what it is said to be
# Verbs whose bare noun says what somebody is, and is no object of theirs.
BEING = frozenset(
    """appear be become call come consider crown declare deem die elect emerge end fall feel find go grow keep label look
    make name prove rank remain seem sound stand start stay turn vote win""".split()
)
BECOME = frozenset({"captive", "hostage", "prisoner"})  # "took two men prisoner"
# What is measured without a preposition: "took a day", "fell three points", "walked nine miles".
MEASURES = frozenset(
    """century cent day decade degree dollar euro fold fortnight hour inch kilometre kilometer km mark metre meter mile minute
    moment month night percent percentage point pound second term time ton tonne way week weekend year yard morning evening
    afternoon today yesterday tomorrow tonight half third quarter home monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december spring summer autumn winter
    fall""".split()
)
TAKEN_FOR_ADVERBS = frozenset({("ADV", "advmod"), ("ADJ", "advmod"), ("NOUN", "advmod"), ("ADJ", "xcomp")})
OWNING = frozenset({"'s", "’s", "'", "’"})
OWNERLESS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:unmarked", "nmod", "compound"})
OWNED = frozenset({"amod", "compound", "nummod", "advmod", "flat", "det", "nmod"})
PARTICLES = frozenset({"away", "back", "down", "off", "out", "up"})
NOUN_ENDS = ("tion", "sion", "ment", "ance", "ence", "ship", "ness", "ing")


def no_complements(sentence: Sentence) -> Iterator[Token]:
    """ "Called for an immediate ceasefire", "kept them in custody": a noun behind a preposition is no open complement."""
    for token in sentence.tokens:
        if token.deprel != "xcomp" or token.upos not in NOUNS or token.head < 0:
            continue
        if sentence.tokens[token.head].upos == "ADJ":
            continue  # "were due to resume", read as a noun
        cases = {sentence.tokens[one].text.lower() for one in children(sentence, token.index, "case")}
        if cases and not cases & LIKENING and child(sentence, token.index, "cop", "nsubj", "aux") is None:
            yield replace(token, deprel="obl" if sentence.tokens[token.head].upos in {"VERB", "AUX"} else "nmod")


def owning_marks(sentence: Sentence) -> Iterator[Token]:
    """ "The port's offer ran out": between two subjects of one verb "'s" is no form of "be"."""
    for mark in sentence.tokens:
        verb = sentence.tokens[mark.head] if mark.head > mark.index else None
        if (
            verb is None
            or verb.upos != "VERB"
            or mark.deprel != "cop"
            or mark.upos != "PART"
            or mark.text not in OWNING
        ):
            continue
        both = [word for word in children(sentence, verb.index, "nsubj") if word < verb.index]
        if len(both) == len(("port", "offer")) and both[0] == mark.index - 1:
            yield replace(mark, head=both[0], deprel="case")


def owners(sentence: Sentence) -> Iterator[Token]:
    """ "The ministry's promise was kept": who stands before "'s" owns what follows, and is no subject; what is owned is a noun."""
    for mark in sentence.tokens:
        owner = sentence.tokens[mark.head] if mark.head >= 0 else None
        if owner is None or mark.deprel != "case" or mark.text not in OWNING or owner.upos == "VERB":
            continue
        thing = _owned(sentence, mark.index + 1)
        if thing is None or owner.index > mark.index:
            continue
        if owner.deprel in OWNERLESS:
            yield replace(owner, head=thing.index, deprel="nmod:poss")
        if thing.upos == "VERB" and base(thing.deprel) in {"nsubj", "obj", "obl", "nmod", "csubj"}:
            yield from _as_noun(sentence, thing)


def _owned(sentence: Sentence, first: int) -> Token | None:
    """The head of what stands behind "'s"."""
    here = first
    while here < len(sentence.tokens):
        token = sentence.tokens[here]
        if base(token.deprel) not in OWNED or token.head <= here:
            return token if token.upos in {"NOUN", "PROPN", "VERB", "ADJ"} else None
        here = token.head
    return None


def subjects(sentence: Sentence) -> Iterator[Token]:
    """ "The army's refusal to leave worried them": a noun with an owner or article in front of its verb is the subject, and no clause."""
    for token in sentence.tokens:
        verb = sentence.tokens[token.head] if token.head > token.index else None
        if verb is None or base(token.deprel) not in {"ccomp", "advcl", "csubj"} or verb.upos != "VERB":
            continue
        if token.upos not in {"NOUN", "VERB", "ADJ"} or "VerbForm=" in token.feats or not _has_owner(sentence, token):
            continue
        between = sentence.tokens[token.index + 1 : verb.index]
        if child(sentence, token.index, "obj", *CLAUSAL) is not None or any(one.upos == "PUNCT" for one in between):
            continue
        others = list(children(sentence, verb.index, "nsubj", "csubj", "expl"))
        if any(word < verb.index and word != token.index for word in others):
            continue
        passive = child(sentence, verb.index, "aux:pass") is not None
        yield replace(token, upos="NOUN", deprel="nsubj:pass" if passive else "nsubj")
        yield from (replace(sentence.tokens[word], deprel="obj") for word in others if word > verb.index)


def _has_owner(sentence: Sentence, token: Token) -> bool:
    """Whether an owner or, of what is no adjective, an article stands in front of a word."""
    if token.upos == "ADJ":
        return child(sentence, token.index, "nmod:poss") is not None
    return any(word < token.index for word in children(sentence, token.index, "nmod:poss", "det"))


def deeds(sentence: Sentence) -> Iterator[Token]:
    """ "Ordered the lifting of the curfew", "won backing": what has an article and "of", or is an object, is a noun."""
    for token in sentence.tokens:
        if token.upos != "VERB" or not token.text.lower().endswith(NOUN_ENDS) or token.head < 0:
            continue
        article = any(
            sentence.tokens[below].lemma.lower() in {"the", "a", "an"}
            for below in children(sentence, token.index, "det")
        )
        tied = article and _next(sentence, token) == "of"
        bare = token.deprel == "obj" and child(sentence, token.index, "obj") is None  # "won backing from Kenya"
        if (tied or bare) and child(sentence, token.index, *CLAUSAL) is None:
            yield from _as_noun(sentence, token)


def _as_noun(sentence: Sentence, token: Token) -> Iterator[Token]:
    """A word that was taken for a verb as a noun, with what it has below it."""
    below = list(children(sentence, token.index, "obj", "obl", "nsubj"))
    if any(base(sentence.tokens[word].deprel) == "obj" and not _prepositions(sentence, word) for word in below):
        return  # "the army's shelling the town": what takes an object is a verb
    relation = {"csubj": "nsubj", "csubj:pass": "nsubj:pass"}.get(token.deprel, token.deprel)
    if base(relation) in {"xcomp", "ccomp", "advcl"} and not _prepositions(sentence, token.index):
        relation = "obj"
    yield replace(token, upos="NOUN", lemma=token.text.lower(), feats="Number=Sing", deprel=relation)
    yield from (replace(sentence.tokens[word], deprel="nmod") for word in below if _prepositions(sentence, word))


def particles(sentence: Sentence) -> Iterator[Token]:
    """ "Stepped up pressure", "handed in rifles": between a verb and its object stands a particle, and no preposition."""
    for token in sentence.tokens:
        verb = sentence.tokens[token.index - 1] if token.index else None
        if verb is None or verb.upos != "VERB" or token.upos != "ADP" or token.lemma.lower() not in PARTICLES:
            continue
        if verb.lemma.lower() in OBJECTLESS:
            continue
        thing = sentence.tokens[token.head]
        if token.deprel == "case" and thing.deprel == "obj" and thing.head == verb.index and thing.index > token.index:
            yield replace(token, head=verb.index, deprel="compound:prt")


def verbs_prepositions(sentence: Sentence) -> Iterator[Token]:
    """ "Walked off the job", "presided over a meeting": verbs without an object have prepositions, and no particles before a noun."""
    for token in sentence.tokens:
        if token.deprel != "compound:prt" or sentence.tokens[token.head].lemma.lower() not in OBJECTLESS:
            continue
        thing = next(
            (w for w in children(sentence, token.head, "obj") if min(sentence.subtree(w)) == token.index + 1), None
        )
        if thing is not None:
            yield replace(token, head=thing, deprel="case")
            yield replace(sentence.tokens[thing], deprel="obl")


def obliques(sentence: Sentence) -> Iterator[Token]:
    """ "Withdrew from the talks": what a preposition ties is no object; "a state of emergency" belongs together."""
    for token in sentence.tokens:
        if token.upos not in NOMINAL or token.head < 0 or token.deprel not in BARE:
            continue
        if token.deprel == "xcomp" and sentence.tokens[token.head].upos == "ADJ":
            continue  # "were due to resume", read as a noun
        cases = _prepositions(sentence, token.index)
        if not cases or not _is_predicate(sentence, token.head) or child(sentence, token.index, *CLAUSAL) is not None:
            continue
        thing = _thing_before(sentence, token, cases[0])
        if thing is not None:
            yield replace(token, head=thing, deprel="nmod")
        else:
            yield replace(token, deprel="obl")


def _thing_before(sentence: Sentence, token: Token, case: int) -> int | None:
    """The object that "of" or "by" right behind it describes."""
    verb = sentence.tokens[token.head]
    if sentence.tokens[case].lemma.lower() not in {"of", "by"} or verb.lemma.lower() in RIDDING:
        return None
    things = (word for word in children(sentence, verb.index, "obj") if verb.index < word < case)
    return next(
        (word for word in things if max(sentence.subtree(word)) == min(sentence.subtree(token.index)) - 1), None
    )


def under_nouns(sentence: Sentence) -> Iterator[Token]:
    """ "The surrender of the garrison", "talks between Mali and Chad": what a preposition ties to a noun describes the noun."""
    for token in sentence.tokens:
        above = sentence.tokens[token.head] if token.head >= 0 else None
        if above is None or above.upos != "NOUN" or above.index > token.index or token.upos not in NOMINAL:
            continue
        if base(above.deprel) not in OF_NOUNS or _is_predicate(sentence, above.index):
            continue
        other = base(token.deprel) in {"obj", "iobj", "obl", "compound"} or token.deprel == "nmod:poss"
        if other and _prepositions(sentence, token.index):
            yield replace(token, deprel="nmod")


def _is_predicate(sentence: Sentence, word: int) -> bool:
    return sentence.tokens[word].upos in {"VERB", "AUX", "ADJ"} or child(sentence, word, *CLAUSAL) is not None


def _prepositions(sentence: Sentence, word: int) -> list[int]:
    """The prepositions right in front of a noun phrase, but for those that measure a number."""
    first = min((below for below in sentence.subtree(word)), default=word)
    found = [
        below
        for below in children(sentence, word, "case")
        if below < word
        and sentence.tokens[below].upos == "ADP"
        and sentence.tokens[below].lemma.lower() not in LIKENING
    ]
    return [
        below
        for below in found
        if sentence.tokens[below].lemma.lower() not in MEASURING
        or not (below == first and sentence.tokens[below + 1].upos == "NUM")
    ]


def bare_objects(sentence: Sentence) -> Iterator[Token]:
    """ "Sought guarantees", "called off their boycott", "thank goodness": a bare noun behind a verb without an object is its object."""
    for token in sentence.tokens:
        above = sentence.tokens[token.head] if token.head >= 0 else None
        if above is None or token.upos != "NOUN" or above.upos != "VERB" or not above.index < token.index:
            continue
        if (
            not _reads_otherwise(sentence, token, above)
            or _says_what_it_is(sentence, token, above)
            or token.lemma.lower() in BECOME
        ):
            continue
        closed = child(sentence, token.index, "case", *CLAUSAL) is not None
        told = () if token.deprel == "vocative" else ("ccomp",)  # "thank goodness it rained"
        taken = child(sentence, above.index, "obj", *told, "nsubj:pass", "aux:pass", "cop") is not None
        if not closed and not taken:
            yield replace(token, deprel="obj")


def _says_what_it_is(sentence: Sentence, token: Token, above: Token) -> bool:
    """ "Remained president": whether a noun may be what somebody is or is called; whatever is "called off" is not."""
    off = above.lemma.lower() == "call" and child(sentence, above.index, "compound:prt") is not None
    return above.lemma.lower() in BEING and not off and token.deprel != "compound:prt"


def _reads_otherwise(sentence: Sentence, token: Token, above: Token) -> bool:
    """Whether a noun stands where its verb's object would, under another relation."""
    if any(sentence.tokens[word].upos == "PUNCT" for word in range(above.index, token.index)):
        return False
    if token.deprel in {"xcomp", "compound:prt", "vocative"} or (
        token.deprel == "parataxis" and child(sentence, token.index, "det") is not None
    ):
        return True
    # a span of time is an object only of what is given to somebody: "gave them 48 hours"
    given = child(sentence, above.index, "iobj") is not None
    return token.deprel in {"obl", "obl:unmarked"} and (given or token.lemma.lower() not in MEASURES)


def clauses_with_subjects(sentence: Sentence) -> Iterator[Token]:
    """ "Required that the army leave": what has "that" and a subject of its own is no open clause.

    What stands between "that" and its verb is the subject, also where it was taken for the object of the verb above.
    """
    for token in sentence.tokens:
        that = next(
            (w for w in children(sentence, token.index, "mark") if sentence.tokens[w].text.lower() == "that"), -1
        )
        if token.deprel != "xcomp" or not token.head < that < token.index:
            continue
        if child(sentence, token.index, "nsubj", "nsubj:pass") is not None:
            yield replace(token, deprel="ccomp")
            continue
        own = [word for word in children(sentence, token.head, "obj", "iobj") if that < word < token.index]
        if len(own) != 1 or child(sentence, own[0], "case") is not None:
            continue
        yield replace(token, deprel="ccomp")
        passive = child(sentence, token.index, "aux:pass") is not None
        yield replace(sentence.tokens[own[0]], head=token.index, deprel="nsubj:pass" if passive else "nsubj")
        if child(sentence, token.index, "obj") is None:
            things = [word for word in children(sentence, token.head, "obj") if word > token.index]
            yield from (replace(sentence.tokens[word], head=token.index) for word in things[:1])


def tied_adverbs(sentence: Sentence) -> Iterator[Token]:
    """ "Went on alert", "went on high alert": behind a preposition of its own stands a noun and no adverb."""
    for token in sentence.tokens:
        first = min(sentence.subtree(token.index))
        own = sentence.tokens[first].upos == "ADP"
        before = sentence.tokens[first if own else first - 1] if first or own else None
        said = (token.upos, token.deprel) in TAKEN_FOR_ADVERBS
        if before is None or not said or before.index == token.index:
            continue
        if before.head != token.index and not (token.upos == "NOUN" and before.head == token.head):
            continue
        if before.upos == "ADP" and before.deprel in {"advmod", "case"} and before.lemma.lower() in TYING:
            yield replace(before, head=token.index, deprel="case")
            yield replace(
                token, upos="NOUN", deprel="obl", feats=token.feats if token.upos == "NOUN" else "Number=Sing"
            )


def _next(sentence: Sentence, token: Token) -> str:
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return following[0].text.lower() if following else ""


RELABELS = (
    no_complements,
    owning_marks,
    owners,
    subjects,
    deeds,
    particles,
    verbs_prepositions,
    obliques,
    bare_objects,
    under_nouns,
    clauses_with_subjects,
    tied_adverbs,
)
