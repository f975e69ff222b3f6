"""Which expressions may say when an event was: by syntax, best first. What they mean is resolved later."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.circumstances.place_words import (
    MAKING,
    SETTING,
)
from whosays.coding.circumstances.time_words import is_day, is_temporal
from whosays.coding.circumstances.upwards import (
    CHARGING,
    COMMENTING,
    REPORTS,
    UP,
    dateline_end,
    is_duration,
    upwards,
)
from whosays.coding.trees.clause import base, children, has_case, mention, opens_with
from whosays.record.coded import Mention
from whosays.record.reading import Reading, Sentence

BEGINNING = frozenset({"begin", "start", "open", "end", "resume", "happen", "occur", "erupt", "convene"})
EARLIER = ("after", "since", "over", "following", "despite", "because")
RETORTS = frozenset({"response", "retaliation", "revenge", "reprisal", "reaction", "retort", "protest"})
# What is done because of something was on another day: "shot a farmer on Monday, avenging a raid".
ANSWERING = frozenset({"answer", "avenge", "retaliate", "investigate", "probe", "correct"})
JUDGING = frozenset(
    "sentence convict jail imprison try charge indict fine acquit extradite hang execute arrest".split()
)
# What somebody does with words on one day was on another, or is to come: "on Monday accused Peru of arming them".
SPOKEN_OF = COMMENTING | CHARGING | frozenset("slam decry vow promise pledge offer raise revise update lower".split())
BESIDE_VERB = frozenset({"obl", "advmod"})
LONGEST_TIME = 5  # words from the first of a time to its head: "in the early hours"
TOGETHER = frozenset({"when", "as", "while"})


def times_for(reading: Reading, sentence: Sentence, index: int) -> tuple[Mention, ...]:
    """The time expressions of the trigger's own clause, then of the clauses around it; the nearest first.

    A date that belongs to the saying ("said on Monday that …", "condemned on Monday the raid") is the saying's, so the climb stops at
    a verb of words.
    """
    start = dateline_end(reading, sentence)
    words = list(dict.fromkeys(_times(sentence, index, start))) or list(_left_behind(sentence, index))
    found = (mention(reading, sentence, _time_words(sentence, word), word) for word in words)
    return tuple(one for one in found if one is not None)


def _times(sentence: Sentence, index: int, start: int) -> Iterator[int]:
    """The words that head the times of an event, behind where the sentence begins to tell."""
    for verb, other_day in _times_around(sentence, index):
        for word in _adverbials(sentence, verb):
            if sentence.tokens[word].start < start or _is_of_the_saying(sentence, word, verb):
                continue
            fits = not (other_day and is_day(sentence, word))
            if fits and is_temporal(sentence, word) and not is_duration(sentence, word):
                yield word


def _left_behind(sentence: Sentence, index: int) -> Iterator[int]:
    """The time right behind a participle's words, on whatever verb the tree hangs it: "freed two men arrested in Sama last week"."""
    here = index
    while base(sentence.tokens[here].deprel) in UP and base(sentence.tokens[here].deprel) != "acl":
        here = sentence.tokens[here].head
    if base(sentence.tokens[here].deprel) == "acl":
        end = max(sentence.subtree(here)) + 1
        for word in (
            token.index for token in sentence.tokens[end : end + LONGEST_TIME] if base(token.deprel) in BESIDE_VERB
        ):
            if is_temporal(sentence, word) and min(sentence.subtree(word)) == end:
                yield word


def _times_around(sentence: Sentence, index: int) -> Iterator[tuple[int, bool]]:
    """The clauses whose times are a word's: its own, those around it, then one that tells what was at the same time.

    With each whether it was on another day, so that only months and years of it count: "in May 2012 accused Peru of bombing a
    plant".
    """
    below, other_day = -1, False
    for noun in (index, *children(sentence, index, "nmod")):  # "a meeting of the ministers scheduled for next week"
        if sentence.tokens[index].upos == "NOUN":
            yield from ((w, False) for w in children(sentence, noun, "acl") if _sets(sentence, w, own=noun == index))
    for verb in upwards(sentence, index, over_after=True):
        spoken = below >= 0 and sentence.tokens[verb].lemma.lower() in SPOKEN_OF | ANSWERING
        other_day = other_day or spoken or (below >= 0 and _is_other_day(sentence, below))
        if below >= 0 and _is_tried_for(sentence, below, verb):
            break  # "was sentenced in 2022 for killing a judge": not even the year is that of the deed
        below = verb
        yield verb, other_day
    for clause in children(sentence, index, "advcl"):  # "took 25 men hostage when they boarded the ship in May"
        if opens_with(sentence, clause, *TOGETHER):
            yield clause, False


def _is_other_day(sentence: Sentence, word: int) -> bool:
    """Whether what a word tells was, or is, on another day than what it hangs on: "on Monday, hours before the truce ran out"."""
    return came_before(sentence, word) or has_case(sentence, word, "before")


def _is_tried_for(sentence: Sentence, word: int, verb: int) -> bool:
    """ "Sentenced for the killing of a judge", "acquitted of bombing a market"."""
    relation = base(sentence.tokens[word].deprel)
    tried = sentence.tokens[verb].lemma.lower() in JUDGING and relation in {"obl", "nmod", "advcl"}
    return tried and has_case(sentence, word, "for", "of", "over")


def _sets(sentence: Sentence, clause: int, *, own: bool) -> bool:
    """Whether what is said of a noun is when it was made or is held: "talks planned for Sama", "a truce reached in May"."""
    token = sentence.tokens[clause]
    if token.deprel == "acl:relcl":
        return token.lemma.lower() in (SETTING | BEGINNING if own else SETTING)  # "drills that are to begin on Monday"
    return token.lemma.lower() in (SETTING | MAKING if own else SETTING)


def _is_of_the_saying(sentence: Sentence, word: int, verb: int) -> bool:
    """Whether a time stands right behind a reporting verb other than its own: "said on Monday it had …"."""
    if sentence.tokens[word].head == verb and sentence.tokens[word].deprel == "nmod:poss":
        return False  # "claimed responsibility for Friday's ambush"
    before = sentence.tokens[max(0, word - 3) : word]
    return any(token.lemma.lower() in REPORTS and token.upos == "VERB" and token.index != verb for token in before)


def came_before(sentence: Sentence, word: int) -> bool:
    """ "Expelled the envoy on Monday after a blast", "over a raid", "for arming them", "in response to it": when that was is not said."""
    token = sentence.tokens[word]
    relation, head = base(token.deprel), sentence.tokens[token.head]
    if relation in {"advcl", "obl", "nmod"} and has_case(sentence, word, *EARLIER):
        return True
    gerund = relation == "advcl" and has_case(sentence, word, "for") and token.text.endswith("ing")
    return gerund or (relation in {"nmod", "obl"} and head.lemma.lower() in RETORTS)


def _adverbials(sentence: Sentence, verb: int) -> Iterator[int]:
    for mark in children(sentence, verb, "mark"):  # "two days after the ministers met"
        yield from children(sentence, mark, "obl", "nmod", "advmod")
    for word in children(sentence, verb, "obl", "nmod", "advmod", "nummod", "amod", "compound", "appos"):
        yield word
        yield from children(sentence, word, "nmod:tmod", "nmod:unmarked", "obl:tmod", "conj")
        # "at Sama in January 2022", "at 01:15 on May 20": the tree hangs the month on the town, the day on the hour
        if sentence.tokens[word].upos in {"PROPN", "NUM"}:
            yield from children(sentence, word, "nmod")


def _time_words(sentence: Sentence, word: int) -> list[int]:
    """The expression without clauses that hang on it; "ago", "earlier", "before" stay."""
    words = [word]
    for below in sentence.children[word]:
        token = sentence.tokens[below]
        if base(token.deprel) in {"acl", "punct", "parataxis", "cc", "conj"}:
            continue
        if base(token.deprel) == "case" and token.lemma.lower() not in {"since", "before", "after", "between", "by"}:
            continue
        words += sentence.subtree(below)
    head = sentence.tokens[word].head
    if head >= 0 and sentence.tokens[head].lemma.lower() in {"ago", "earlier", "later", "before", "after"}:
        words.append(head)
    if word + 1 < len(sentence.tokens) and sentence.tokens[word + 1].lemma.lower() in {"ago", "earlier", "later"}:
        words.append(word + 1)
    return words
