"""What a preposition ties hangs on the wrong word: "the surrender of the garrison", "Fighters of the Union seized a camp".

Right behind the subject "of" describes the subject; behind the main verb nothing is told of a verb inside the subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children, has_case
from whosays.coding.trees.mends.phrases import nouns_behind
from whosays.coding.trees.mends.prepositions import is_predicate, prepositions_of, thing_before
from whosays.coding.trees.mends.shared import NOMINAL, NOUNS, TYING
from whosays.record.reading import Sentence, Token

OF_NOUNS = frozenset({"nsubj", "csubj", "obj", "iobj", "obl", "nmod", "conj", "appos"})
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
DRAWING = frozenset({"draw", "win", "earn", "attract", "elicit", "garner"})
# What an earlier happening does to others, who then act on another day: "the raid on Friday prompted Peru to arm them".
CAUSING = frozenset("prompt lead cause force spark trigger push drive provoke make let bring".split())


def of_backwards(sentence: Sentence) -> Iterator[Token]:
    """ "Declared a state of emergency": "of" stands in front of what it ties, so what follows it describes the noun before."""
    for of in sentence.tokens[:-1]:
        if of.text.lower() != "of" or of.deprel != "case" or not 0 <= of.head < of.index:
            continue
        noun = sentence.tokens[of.head]
        behind = next((one for one in _heads_from(sentence, of.index + 1) if one.head == noun.head), None)
        if noun.upos in NOMINAL and behind is not None and behind.upos in NOMINAL:
            yield replace(of, head=behind.index)
            yield replace(behind, head=noun.index, deprel="nmod")


def _heads_from(sentence: Sentence, first: int) -> Iterator[Token]:
    """The heads of the phrases that begin at a word, the smallest first."""
    here = first
    while 0 <= here < len(sentence.tokens) and min(sentence.subtree(here)) == first:
        yield sentence.tokens[here]
        here = sentence.tokens[here].head


def of_the_subject(sentence: Sentence) -> Iterator[Token]:
    """ "Fighters of the Union seized a camp": an "of" between the subject and its verb describes the subject."""
    for token in sentence.tokens:
        first = min(sentence.subtree(token.index), default=token.index)
        if token.deprel != "obl" or token.head < token.index or first < 1 or token.upos not in NOMINAL:
            continue
        subject = child(sentence, token.head, "nsubj")
        if subject is None or sentence.tokens[first].text.lower() != "of" or sentence.tokens[first].head != token.index:
            continue
        if max(sentence.subtree(subject)) == first - 1:
            yield replace(token, head=subject, deprel="nmod")


def of_the_object(sentence: Sentence) -> Iterator[Token]:
    """ "Froze the assets of two banks": an "of" right behind the object describes it, but for what one is robbed or accused of."""
    for token in sentence.tokens:
        if token.deprel != "obl" or token.upos not in NOMINAL or not 0 <= token.head < token.index:
            continue
        cases = prepositions_of(sentence, token.index)
        if len(cases) == 1 and sentence.tokens[cases[0]].lemma.lower() == "of":
            thing = thing_before(sentence, token, cases[0])
            if thing is not None:
                yield replace(token, head=thing, deprel="nmod")


def in_the_struck(sentence: Sentence) -> Iterator[Token]:
    """ "Sanctions on a firm in Garissa", "a raid on a camp in Gaza": "in" describes the noun right before it."""
    places = {name.last: name for name in sentence.names if name.kind == "LOC"}
    for token in sentence.tokens:
        if token.deprel != "nmod" or token.index not in places or not 0 <= token.head < token.index:
            continue
        first = min(sentence.subtree(token.index))
        if sentence.tokens[first].text.lower() != "in":
            continue
        for word in children(sentence, token.head, "nmod"):
            whole = has_case(sentence, word, "on", "against") and sentence.tokens[word].upos == "NOUN"
            if whole and max(sentence.subtree(word)) == first - 1:
                yield replace(token, head=word)


def from_the_object(sentence: Sentence) -> Iterator[Token]:
    """ "Drew praise from the bloc": from whom somebody draws something is told of the drawing."""
    for token in sentence.tokens:
        thing = sentence.tokens[token.head] if token.deprel == "nmod" and token.head >= 0 else token
        if thing.deprel != "obj" or thing.head < 0 or sentence.tokens[thing.head].lemma.lower() not in DRAWING:
            continue
        if [sentence.tokens[word].lemma.lower() for word in children(sentence, token.index, "case")] == ["from"]:
            yield replace(token, head=thing.head, deprel="obl")


def of_the_noun_between(sentence: Sentence) -> Iterator[Token]:
    """ "Went on strike for better pay": of two prepositions of one noun the first is that of the noun between."""
    for token in sentence.tokens:
        if token.deprel == "advmod" and token.upos == "ADP" and token.head == token.index + 1:
            noun = sentence.tokens[token.head]
            if noun.upos in NOUNS and token.lemma.lower() in TYING:
                yield replace(token, deprel="case")  # "remained on alert"
            continue
        if token.deprel != "case" or token.head <= token.index:
            continue
        run = nouns_behind(sentence, token.index)
        between = run[-1] if run else None
        if between is None or between.index >= token.head or child(sentence, between.index, "case") is not None:
            continue
        others = [word for word in children(sentence, token.head, "case") if word > between.index]
        if others and base(between.deprel) in {"obl", "obj", "nmod", "xcomp"}:
            yield replace(token, head=between.index)


def only_subjects(sentence: Sentence) -> Iterator[Token]:
    """ "The execution of two prisoners was filmed": a second subject with a preposition describes the first, or what is said of it.

    With "of" right behind the subject it does so under whatever name: no verb has an object of that kind in front of it.
    """
    for token in sentence.tokens:
        if base(token.deprel) not in {"nsubj", "obj", "obl"} or token.upos not in NOUNS or token.head < 0:
            continue
        case = next(iter(children(sentence, token.index, "case")), None)
        if case is None or sentence.tokens[case].upos != "ADP":
            continue
        if base(token.deprel) != "nsubj" and sentence.tokens[case].lemma.lower() != "of":
            continue
        first = next((word for word in children(sentence, token.head, "nsubj", "csubj") if word < case), None)
        if first is not None and first == case - 1 and token.index < token.head:
            yield replace(token, head=first, deprel="nmod")
        elif first is not None and case > token.head and base(token.deprel) == "nsubj":
            yield replace(token, deprel="obl")


def under_nouns(sentence: Sentence) -> Iterator[Token]:
    """ "The surrender of the garrison", "talks between Mali and Chad": what a preposition ties to a noun describes the noun."""
    for token in sentence.tokens:
        above = sentence.tokens[token.head] if token.head >= 0 else None
        if above is None or above.upos != "NOUN" or above.index > token.index or token.upos not in NOMINAL:
            continue
        if base(above.deprel) not in OF_NOUNS or is_predicate(sentence, above.index):
            continue
        other = base(token.deprel) in {"obj", "iobj", "obl", "compound"} or token.deprel == "nmod:poss"
        if other and prepositions_of(sentence, token.index):
            yield replace(token, deprel="nmod")


def no_members(sentence: Sentence) -> Iterator[Token]:
    """ "Officials on both sides said": what only a preposition joins is no second member of a row."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos not in NOMINAL or token.head < 0 or token.head > token.index:
            continue
        noun, first = sentence.tokens[token.head], min(sentence.subtree(token.index))
        alone = child(sentence, token.index, "cc") is None and sentence.tokens[first].deprel == "case"
        if alone and sentence.tokens[first].upos == "ADP" and first == noun.index + 1 and noun.upos in NOMINAL:
            yield replace(token, deprel="nmod")


def on_friday(sentence: Sentence) -> Iterator[Token]:
    """ "The ministry on Friday rejected it": a day between the subject and its verb is that of the verb."""
    for token in sentence.tokens:
        subject = sentence.tokens[token.head] if token.deprel == "nmod" and token.head >= 0 else token
        if token.lemma.lower() not in WEEKDAYS or subject.deprel != "nsubj" or subject.index > token.index:
            continue
        verb = sentence.tokens[subject.head]
        behind = max(sentence.subtree(token.index)) + 1
        helpers = [verb.index, *children(sentence, verb.index, "aux", "advmod")]
        on = [sentence.tokens[word].text.lower() for word in children(sentence, token.index, "case")] == ["on"]
        if on and behind in helpers and verb.upos == "VERB" and verb.lemma.lower() not in CAUSING:
            yield replace(token, head=verb.index, deprel="obl")


def behind_the_main_verb(sentence: Sentence) -> Iterator[Token]:
    """ "Drones launched by the army struck a depot near Kosti": what stands behind the main verb is not told of the verb in the subject."""
    for token in sentence.tokens:
        if base(token.deprel) != "obl" or token.head < 0:
            continue
        above = sentence.tokens[token.head].head
        while above >= 0 and not (token.head < above < token.index and sentence.tokens[above].upos == "VERB"):
            above = sentence.tokens[above].head
        if above >= 0:
            yield replace(token, head=above)
