"""How many a noun is said to stand for: the words that count it, wherever the tree hangs them, and their unit.

"At least two soldiers", "dozens of people", "a crew of eleven", "no fewer than nine civilians", "nobody".
"""

from __future__ import annotations

from whosays.coding.numbers.phrases import parse
from whosays.coding.trees.clause import base, child, children, has_case
from whosays.record.event import Number
from whosays.record.reading import Reading, Sentence
from whosays.record.span import Span

OF_MANY = frozenset({"ten", "hundred", "dozen", "score"})  # "tens of thousands", "scores of thousands"
MANY = frozenset({"thousand", "million"})
MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "dollar": "USD", "euro": "EUR", "pound": "GBP"}
COMPARING = frozenset({"few", "fewer", "less", "little", "more", "many"})  # "no fewer than nine civilians"
NOBODY = frozenset({"nobody", "none"})
HARMED = frozenset({"killed", "injured"})  # of whom it is told that there were none
AGED = frozenset("girl boy child man woman son daughter baby pupil student youth lad".split())
GATHERINGS = frozenset(
    "all crowd group band team convoy column fleet flotilla party crew gang delegation throng".split()
)
HANDING = frozenset({"hand", "turn", "give"})  # "over"
JOINED = 3  # words from a number to one that is joined to it: "two or three", "two or at least three"
KEPT = frozenset("advmod compound flat nummod fixed case amod nmod obl det conj cc".split())
LEADS = (
    "no more than",
    "not more than",
    "no fewer than",
    "not fewer than",
    "no less than",
    "at least",
    "more than",
    "up to",
    "at most",
    "as many as",
    "about",
    "around",
    "over",
    "some",
    "nearly",
    "almost",
)


def number_of(reading: Reading, sentence: Sentence, noun: int, role: str) -> Number | None:
    """The quantity of a noun ("at least two soldiers", "dozens of people", "two" alone), or None."""
    token = sentence.tokens[noun]
    if _is_nobody(sentence, noun):
        return _none(reading, sentence, noun, role) if role in HARMED else None
    words = _count_words(sentence, noun)
    if not words:
        return None
    keep = KEPT if words != [noun] or token.upos != "NUM" else KEPT - {"nmod", "obl", "conj"}
    reach = sorted({below for word in words for below in _phrase(sentence, word, keep)})
    first, last = reach[0], reach[-1]
    first = first + 1 if _is_particle(sentence, first) else _widened(sentence, first)
    if words == [noun] and last + 2 < len(sentence.tokens) and sentence.tokens[last + 1].lemma == "of":
        last = last + 2 if sentence.tokens[last + 2].lemma in {"thousand", "hundred", "million"} else last
    of = first if sentence.tokens[first].lemma == "of" else first - 1  # "tens of thousands", hung on the thousands
    if of > 0 and sentence.tokens[of].lemma == "of" and sentence.tokens[of + 1].lemma in MANY:
        first = of - 1 if sentence.tokens[of - 1].lemma.lower() in OF_MANY else first
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    text = reading.document.text[start:end]
    value = parse(text)
    if value is None:
        return None
    unit = unit_of(sentence, _counted(sentence, noun, words), text)
    return Number(
        role="amount" if unit in MONEY.values() else role,
        low=value[0],
        high=value[1],
        unit=unit,
        span=Span(document=reading.document.id, start=start, end=end, text=text),
    )


def _is_nobody(sentence: Sentence, noun: int) -> bool:
    """ "Nobody", "no one", "none of the crew", "no soldiers"."""
    if sentence.tokens[noun].lemma.lower() in NOBODY:
        return True
    return any(sentence.tokens[word].lemma.lower() == "no" for word in children(sentence, noun, "det"))


def _none(reading: Reading, sentence: Sentence, noun: int, role: str) -> Number:
    start = min(sentence.tokens[word].start for word in (noun, *children(sentence, noun, "det")))
    end = sentence.tokens[noun].end
    span = Span(document=reading.document.id, start=start, end=end, text=reading.document.text[start:end])
    return Number(role=role, low=0, high=0, unit=unit_of(sentence, noun, ""), span=span)


def _counted(sentence: Sentence, noun: int, words: list[int]) -> int:
    """What a number behind a noun's "of" counts: "a convoy of nine trucks" are trucks, "a crew of eleven" is crew."""
    head = sentence.tokens[words[0]].head
    behind = sentence.tokens[head] if head >= 0 else None
    inside = behind is not None and behind.head == noun and behind.upos == "NOUN" and behind.deprel == "nmod"
    return head if inside else noun


def _count_words(sentence: Sentence, noun: int) -> list[int]:
    """The words that say how many a noun stands for; the noun itself where it is a number."""
    before = sentence.tokens[noun - 1] if noun else sentence.tokens[noun]
    if before.upos == "NUM" and 0 <= before.head < before.index and base(before.deprel) == "nummod":
        return [before.index]  # the 20 of "30 ships and 20 jets" may hang on the ships
    words = _own_counts(sentence, noun) or _compared(sentence, noun) or _counts_behind_of(sentence, noun)
    if _is_counted_without(sentence, noun):
        return [*words, noun]  # "five of them"; the forty and the five of "forty-five"
    return words or _vague_counts(sentence, noun)


def _own_counts(sentence: Sentence, noun: int) -> list[int]:
    """ "Two soldiers"; what stands behind the noun counts something else."""
    words = [word for word in children(sentence, noun, "nummod", "det", "amod") if _is_count(sentence, word)]
    if not words and child(sentence, noun, "conj") is None:  # "both ships", but not "both soldiers and civilians"
        words = [word for word in children(sentence, noun, "det") if sentence.tokens[word].lemma.lower() == "both"]
    return [word for word in words if word < noun] or words


def _compared(sentence: Sentence, noun: int) -> list[int]:
    """ "At least a dozen more", "no fewer than nine civilians"."""
    comparing = [noun] if sentence.tokens[noun].lemma.lower() in {"more", "other"} else []
    comparing += [w for w in children(sentence, noun, "amod") if sentence.tokens[w].lemma.lower() in COMPARING]
    below = (word for one in comparing for word in children(sentence, one, "obl", "nmod", "advmod"))
    return [word for word in below if _is_count(sentence, word)]


def _counts_behind_of(sentence: Sentence, noun: int) -> list[int]:
    """ "A crew of eleven", "a crowd of about 50 migrants", "all of its 40 men"; but not "a girl of nine"."""
    lemma = sentence.tokens[noun].lemma.lower()
    if lemma in AGED:
        return []
    behind = [word for word in children(sentence, noun, "nmod") if has_case(sentence, word, "of")]
    found = [word for word in behind if _is_counted_without(sentence, word)]
    if found or lemma not in GATHERINGS:
        return found
    return [count for word in behind for count in children(sentence, word, "nummod") if _is_count(sentence, count)]


def _vague_counts(sentence: Sentence, noun: int) -> list[int]:
    """ "Thousands"; "dozens of people who fled", hung on the people."""
    token = sentence.tokens[noun]
    if token.lemma.lower() in OF_MANY | MANY:
        return [noun]
    of_many = has_case(sentence, noun, "of") and sentence.tokens[token.head].lemma.lower() in OF_MANY | MANY
    return [token.head] if of_many else []


def _is_counted_without(sentence: Sentence, noun: int) -> bool:
    """Whether a number stands for who is counted: "took away twelve", "eleven of them"; not a person's age."""
    return sentence.tokens[noun].upos == "NUM" and not _is_age(sentence, noun)


def _is_count(sentence: Sentence, word: int) -> bool:
    token = sentence.tokens[word]
    if word > 0 and (sentence.tokens[word - 1].lemma.lower() == "not" or _is_age(sentence, word)):
        return False
    return (
        base(token.deprel) == "nummod" or token.upos == "NUM" or token.lemma.lower() in {"several", "dozen", "hundred"}
    )


def _is_age(sentence: Sentence, word: int) -> bool:
    """ "Maria Sosa, 39, was shot": the number behind a person's name and a comma counts years."""
    named = any(name.kind == "PER" and name.last == word - 2 for name in sentence.names)
    return named and sentence.tokens[word - 1].text == ","


def _phrase(sentence: Sentence, word: int, keep: frozenset[str]) -> list[int]:
    """The number with its modifiers, without what is joined to it otherwise than by "or"."""
    found = [word]
    for below in sentence.children[word]:
        kind = base(sentence.tokens[below].deprel)
        if kind in keep and (kind != "conj" or below - word <= JOINED):
            found += [one for one in sentence.subtree(below) if abs(one - word) <= 6]
    return found


def _widened(sentence: Sentence, first: int) -> int:
    """Take in "at least", "more than" … where the tree hangs them elsewhere."""
    for lead in LEADS:
        words = lead.split()
        before = [token.text.lower() for token in sentence.tokens[max(0, first - len(words)) : first]]
        if before == words and not _is_particle(sentence, first - 1):
            return first - len(words)
    return first


def _is_particle(sentence: Sentence, word: int) -> bool:
    """Whether "over" belongs to the verb: "handed over 12 captives"."""
    handed = word > 0 and sentence.tokens[word - 1].lemma.lower() in HANDING
    return sentence.tokens[word].text == "over" and (handed or sentence.tokens[word].deprel == "compound:prt")


def unit_of(sentence: Sentence, noun: int, text: str) -> str | None:
    """What is counted: a currency where the words name one, else the noun's lemma; nothing of a number alone."""
    lemma = sentence.tokens[noun].lemma.lower()
    for sign, unit in MONEY.items():
        if sign in text or sign == lemma:
            return unit
    return lemma if sentence.tokens[noun].upos == "NOUN" else None
