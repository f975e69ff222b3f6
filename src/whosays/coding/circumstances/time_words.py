"""Which words head a time expression: days, months, years and their parts."""

from __future__ import annotations

import re

from whosays.coding.trees.clause import children
from whosays.record.reading import Sentence

MONTHS = "january february march april may june july august september october november december"
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
TEMPORAL = frozenset(
    f"{MONTHS} {DAYS} jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight overnight midnight "
    "noon dawn dusk morning afternoon evening night day week weekend fortnight month year decade century hour minute "
    "spring summer autumn winter fall quarter time now ago recently earlier later then previously meanwhile eve afterwards "
    "afterward".split()
)
DAY_WORDS = frozenset(
    f"{DAYS} today yesterday tomorrow tonight overnight midnight noon dawn dusk morning afternoon evening night".split()
)
# Hours of a day that is told elsewhere: "before dawn", "by noon", "in the morning".
HOURS = frozenset(
    "noon dawn dusk daybreak sunrise sunset nightfall midnight morning afternoon evening night hour minute later then "
    "meanwhile now afterwards afterward".split()
)
OTHER_DAYS = frozenset(
    {
        "next",
        "following",
        "previous",
        "last",
        "day",
        "week",
        "month",
        "year",
        "every",
        "each",
        "first",
        "second",
        "third",
    }
)
MONTH_NAMES = frozenset(month.capitalize() for month in MONTHS.split())
COMPARED = frozenset({"later", "earlier"})  # "two years later", whose lemma is "late"
WORDS_TOO = frozenset({"may", "march"})  # months only as names
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def is_temporal(sentence: Sentence, index: int) -> bool:
    """Whether a word heads a time expression."""
    token = sentence.tokens[index]
    lemma = token.lemma.lower()
    if token.text.lower() in COMPARED:
        return True
    if _is_part_of_time(sentence, index):
        return True
    if lemma in TEMPORAL:
        return lemma not in WORDS_TOO or token.upos == "PROPN"
    if token.upos == "NUM" and any(sentence.tokens[word].lemma in MONTH_NAMES for word in sentence.children[index]):
        return True  # "March 22", read as a number with a month beside it
    return bool(YEAR.fullmatch(token.text)) and token.upos == "NUM" and not list(children(sentence, index, "nummod"))


def _is_part_of_time(sentence: Sentence, index: int) -> bool:
    """ "Mid-March", "the end of the year"."""
    lemma = sentence.tokens[index].lemma.lower()
    side, _, rest = lemma.partition("-")
    if lemma in {"end", "start", "beginning"}:
        return any(sentence.tokens[below].lemma.lower() in TEMPORAL for below in children(sentence, index, "nmod"))
    return side in {"mid", "early", "late"} and rest in TEMPORAL


def is_day(sentence: Sentence, word: int) -> bool:
    """Whether a time is no longer than a day: what was spoken of on Monday was on another day, but in the same year or month."""
    below = [sentence.tokens[one] for one in sentence.subtree(word)]
    return any(token.lemma.lower() in DAY_WORDS or (token.text.isdigit() and len(token.text) < 3) for token in below)


def is_hour(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a time (code points) is an hour of a day that is told elsewhere: "before dawn", "minutes later"; not "on Friday morning"."""
    words = [token for token in sentence.tokens if start <= token.start < end]
    lemmas = {token.lemma.lower() for token in words} | {token.text.lower() for token in words}
    dated = any(token.upos == "PROPN" or token.text.isdigit() for token in words)
    return bool(lemmas & HOURS) and not dated and not lemmas & OTHER_DAYS
