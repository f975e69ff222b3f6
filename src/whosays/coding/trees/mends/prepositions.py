"""Prepositions: a noun behind one is no object and no open clause; between a verb and its object stands a particle.

"Withdrew from the talks" has no object, "stepped up pressure" no preposition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children, has_case
from whosays.coding.trees.mends.shared import CLAUSAL, NOMINAL, NOUNS, TYING
from whosays.record.reading import Sentence, Token

# Relations that a noun behind a preposition cannot stand in.
BARE = frozenset({"obj", "iobj", "obl:unmarked", "xcomp"})
NAKED = frozenset({"obj", "conj", "nsubj:pass"})  # relations of a noun that wants no preposition
# In front of a number they measure, and tie nothing: "killed over 20 people", "lost up to nine men".
MEASURING = frozenset("about above around below between close near over some to under up".split())
COUNTING = frozenset({"over", "about", "around", "under"})  # before a number these count
OF = ("of", "than")
LIKENING = frozenset({"as", "like"})  # "served as mayor", "looks like a plot": what it is said to be
# What makes an oblique of a noun; "over 40 men" and "up to ten boats" are objects.
PREPOSITIONS = frozenset(
    "against amid at by during for from in into near of off on onto through toward towards with without".split()
)
# Verbs without an object, whose particle would be a preposition; "presid" is how the reader guesses its lemma.
OBJECTLESS = frozenset({"arrive", "come", "fall", "go", "jump", "live", "march", "presid", "preside", "walk"})
PARTICLES = frozenset({"away", "back", "down", "off", "out", "up"})
HANDING = frozenset({"hand", "turn", "take", "give", "make", "sign"})
# Whoever is accused, cleared or stripped of something is the object, and what it is of belongs to the verb.
RIDDING = frozenset(
    """absolve accuse acquit advise assure charge cheat clear cleanse convict cure deprive dispossess divest drain empty free
    inform notify persuade purge relieve remind rid rob strip suspect warn""".split()
)
TAKEN_FOR_ADVERBS = frozenset(
    {("ADV", "advmod"), ("ADJ", "advmod"), ("NOUN", "advmod"), ("ADJ", "xcomp"), ("ADV", "xcomp")}
)


def no_complements(sentence: Sentence) -> Iterator[Token]:
    """ "Called for an immediate ceasefire", "kept them in custody": a noun behind a preposition is no open complement."""
    for token in sentence.tokens:
        if token.deprel != "xcomp" or token.upos not in NOUNS | {"NUM"} or token.head < 0:
            continue
        if sentence.tokens[token.head].upos == "ADJ":
            continue  # "were due to resume", read as a noun
        cases = {sentence.tokens[one].text.lower() for one in children(sentence, token.index, "case")}
        if cases and not cases & LIKENING and child(sentence, token.index, "cop", "nsubj", "aux") is None:
            yield replace(token, deprel="obl" if sentence.tokens[token.head].upos in {"VERB", "AUX"} else "nmod")


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


def of_is_no_particle(sentence: Sentence) -> Iterator[Token]:
    """ "Pulled out of the talks": "of" ties the noun behind it, and is no part of the verb."""
    for token in sentence.tokens:
        if token.deprel != "compound:prt" or token.text.lower() != "of":
            continue
        things = (w for w in children(sentence, token.head, "obj", "obl") if w > token.index)
        thing = next((w for w in things if min(sentence.subtree(w)) == token.index + 1), None)
        if thing is not None:
            yield replace(token, head=thing, deprel="case", upos="ADP")
            yield replace(sentence.tokens[thing], deprel="obl")


def out(sentence: Sentence) -> Iterator[Token]:
    """ "Ordered the envoy out of the country": "out" alone is the verb's particle, and no complement."""
    for token in sentence.tokens:
        alone = token.text.lower() == "out" and token.deprel == "xcomp" and not sentence.children[token.index]
        if alone and token.upos in {"ADP", "ADV"} and sentence.tokens[token.head].upos == "VERB":
            yield replace(token, deprel="compound:prt")


def past_adverbs(sentence: Sentence) -> Iterator[Token]:
    """ "Walked away from the talks": from what one walks away is told of the walking."""
    for token in sentence.tokens:
        away = sentence.tokens[token.head] if token.deprel == "obl" and 0 <= token.head < token.index else token
        if away.upos != "ADV" or away.deprel not in {"advmod", "compound:prt"} or away.head < 0:
            continue
        verb = sentence.tokens[away.head]
        if verb.upos == "VERB" and verb.index < away.index == min(sentence.subtree(token.index)) - 1:
            yield replace(token, head=verb.index)


def back(sentence: Sentence) -> Iterator[Token]:
    """ "Pushed the hearing back to June": right behind the object "back" is the verb's, and not of the day."""
    for token in sentence.tokens[1:]:
        day = sentence.tokens[token.head] if token.head > token.index else None
        if token.text.lower() != "back" or day is None or base(day.deprel) != "obl" or day.head < 0:
            continue
        things = children(sentence, day.head, "obj")
        if any(max(sentence.subtree(word)) == token.index - 1 for word in things):
            yield replace(token, head=day.head, deprel="advmod")


def obliques(sentence: Sentence) -> Iterator[Token]:
    """ "Withdrew from the talks": what a preposition ties is no object; "a state of emergency" belongs together."""
    for token in sentence.tokens:
        if token.upos not in NOMINAL or token.head < 0 or token.deprel not in BARE:
            continue
        if token.deprel == "xcomp" and sentence.tokens[token.head].upos == "ADJ":
            continue  # "were due to resume", read as a noun
        cases = prepositions_of(sentence, token.index)
        if not cases or not is_predicate(sentence, token.head) or child(sentence, token.index, *CLAUSAL) is not None:
            continue
        thing = thing_before(sentence, token, cases[0])
        if thing is not None:
            yield replace(token, head=thing, deprel="nmod")
        else:
            yield replace(token, deprel="obl")


def thing_before(sentence: Sentence, token: Token, case: int) -> int | None:
    """The object that "of" or "by" right behind it describes."""
    verb = sentence.tokens[token.head]
    if sentence.tokens[case].lemma.lower() not in {"of", "by"} or verb.lemma.lower() in RIDDING:
        return None
    things = (word for word in children(sentence, verb.index, "obj") if verb.index < word < case)
    return next(
        (word for word in things if max(sentence.subtree(word)) == min(sentence.subtree(token.index)) - 1), None
    )


def is_predicate(sentence: Sentence, word: int) -> bool:
    """Whether a word says something of somebody: a verb, an adjective, or what has a subject or "be"."""
    return sentence.tokens[word].upos in {"VERB", "AUX", "ADJ"} or child(sentence, word, *CLAUSAL) is not None


def prepositions_of(sentence: Sentence, word: int) -> list[int]:
    """The prepositions right in front of a noun phrase, but for those that measure a number."""
    first = min(sentence.subtree(word))
    cases = (sentence.tokens[below] for below in children(sentence, word, "case") if below < word)
    found = (one for one in cases if one.upos == "ADP" and one.lemma.lower() not in LIKENING)
    return [one.index for one in found if not (one.index == first and _measures(sentence, one))]


def _measures(sentence: Sentence, preposition: Token) -> bool:
    """ "Killed over 20 people": whether a preposition says how many there were."""
    return preposition.lemma.lower() in MEASURING and sentence.tokens[preposition.index + 1].upos == "NUM"


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


def introduced(sentence: Sentence) -> Iterator[Token]:
    """ "Attacked it with 20 drones", "left it without an answer": what has a preposition is no object, and joined to nothing."""
    for token in sentence.tokens:
        if token.deprel not in NAKED or token.upos not in NOUNS | {"PRON"} or not 0 <= token.head < token.index:
            continue
        case = child(sentence, token.index, "case")
        before = case is not None and token.head < case < token.index and sentence.tokens[case].upos == "ADP"
        if not before or not has_case(sentence, token.index, *PREPOSITIONS):
            continue
        if token.deprel == "conj" and not _is_unjoined(sentence, token):
            continue
        yield replace(token, deprel="obl")


def _is_unjoined(sentence: Sentence, token: Token) -> bool:
    """Whether what is called joined to a verb has neither "and" nor a comma before it."""
    first = min(sentence.subtree(token.index))
    joined = child(sentence, token.index, "cc") is not None or sentence.tokens[first - 1].upos in ("PUNCT", "CCONJ")
    return sentence.tokens[token.head].upos == "VERB" and not joined


def behind_a_preposition(sentence: Sentence) -> Iterator[Token]:
    """ "Paid for the drones": what has a preposition in front of it is no object; "handed over twelve men" has none there."""
    for token in sentence.tokens:
        if token.deprel != "obj" or token.upos not in NOMINAL or token.head > token.index:
            continue
        own = next(iter(children(sentence, token.index, "case")), None)
        if own is None or not token.head < own < token.index or sentence.tokens[own].upos != "ADP":
            continue
        if sentence.tokens[own + 1].upos == "NUM" and has_case(sentence, token.index, *COUNTING):
            continue  # "killed over 20 men"
        if own == token.head + 1 and _is_particle(sentence, own):
            yield replace(sentence.tokens[own], head=token.head, deprel="compound:prt")
        elif not has_case(sentence, token.index, *OF):
            yield replace(token, deprel="obl")


def _is_particle(sentence: Sentence, word: int) -> bool:
    """Whether a word right behind a verb is the verb's own: "carry out", "hand over", but "fly over"."""
    text = sentence.tokens[word].text.lower()
    return text in PARTICLES or (text == "over" and sentence.tokens[word - 1].lemma.lower() in HANDING)
