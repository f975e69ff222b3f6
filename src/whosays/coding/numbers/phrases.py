"""What a number phrase says, whatever it counts: "at least 11", "two or three", "dozens" as a range."""

from __future__ import annotations

import re

Range = tuple[float | None, float | None]
TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS = {word: value for value, word in enumerate(TEENS.split())}
UNITS |= {word: 10 * value for value, word in enumerate(TENS.split(), 2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
# The gold's reading of vague words; their own words are kept beside the range.
VAGUE: dict[str, Range] = {
    "no one": (0, 0),
    "both": (2, 2),
    "nobody": (0, 0),
    "several hundred": (200, 999),
    "several thousand": (2_000, 9_999),
    "several dozen": (24, 99),
    "few hundred": (200, 999),
    "few thousand": (2_000, 9_999),
    "few dozen": (24, 99),
    "half a dozen": (6, 6),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "scores": (40, 99),
    "dozens": (24, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "millions": (2_000_000, 9_999_999),
    "several": (3, 9),
}
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
AT_LEAST = ("at least", "a minimum", "no fewer than", "no less than", "not fewer than", "not less than")
AT_MOST = ("up to", "no more than", "not more than", "at most", "as many as", "fewer than", "less than")
MORE = frozenset({"more", "over", "above", "exceeding"})


def parse(text: str) -> Range | None:
    """The range that a number phrase stands for; None where it is none.

    "two" is 2..2, "at least 11" 11..None, "up to 150" None..150, "dozens" 24..99, "two or three" 2..3.
    """
    words = [word.strip(",;:") for word in re.split(r"[\s\-–]+", text.lower().replace("\u00a0", " ")) if word]
    joined = " ".join(words)
    for phrase, vague in VAGUE.items():
        if phrase in joined:
            return vague
    values = _values(words)
    if not values:
        return None
    values = values[:1] if len(values) == 2 and "of" in words[1:-1] else values  # "71 of 99"
    low, high = min(values), max(values)
    if any(phrase in joined for phrase in AT_LEAST):  # before "fewer than", which "no fewer than" holds
        return low, None
    if any(phrase in joined for phrase in AT_MOST):
        return None, high
    if MORE & set(words) and ("more than" in joined or words[0] in MORE):
        return low, None
    return low, high


def _values(words: list[str]) -> list[float]:
    """The numbers that stand in a row of words, each made of its parts ("twenty two thousand")."""
    found: list[float] = []
    whole: float = 0
    part: float | None = None
    for word in [*words, ""]:
        digits = DIGITS.fullmatch(word.strip("$€£~,."))
        if digits:
            if part is not None and whole == 0:  # "10-12": the digits before were a number of their own
                found.append(part)
                part = None
            part = (part or 0) + float(digits.group().replace(",", ""))
        elif word in UNITS:
            part = (0 if part is None else part) + UNITS[word]
        elif word == "dozen":
            part = 12 * (1 if part is None else part)
        elif word in SCALES:
            whole, part = whole + (1 if part is None else part) * SCALES[word], 0
        elif word != "and" and part is not None:
            found.append(whole + part)
            whole, part = 0, None
    return found
