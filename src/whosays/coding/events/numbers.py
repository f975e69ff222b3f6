"""Quantities: what a number phrase says, as a range with its words kept, and what it is a quantity of."""

from __future__ import annotations

import re

from whosays.coding.trees.clause import base, child, children, has_case, named_words
from whosays.lexicon import Lexicon
from whosays.record.event import Number
from whosays.record.reading import Reading, Sentence
from whosays.record.span import Span

Range = tuple[float | None, float | None]

TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS = {word: value for value, word in enumerate(TEENS.split())}
UNITS |= {word: 10 * value for value, word in enumerate(TENS.split(), 2)}
OF_MANY = frozenset({"ten", "hundred", "dozen", "score"})  # "tens of thousands", "scores of thousands"
MANY = frozenset({"thousand", "million"})
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
MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "dollar": "USD", "euro": "EUR", "pound": "GBP"}


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
    unit = _unit(sentence, _counted(sentence, noun, words), text)
    return Number(
        role="amount" if unit in MONEY.values() else role,
        low=value[0],
        high=value[1],
        unit=unit,
        span=Span(document=reading.document.id, start=start, end=end, text=text),
    )


def _counted(sentence: Sentence, noun: int, words: list[int]) -> int:
    """What a number behind a noun's "of" counts: "a convoy of nine trucks" are trucks, "a crew of eleven" is crew."""
    head = sentence.tokens[words[0]].head
    behind = sentence.tokens[head] if head >= 0 else None
    inside = behind is not None and behind.head == noun and behind.upos == "NOUN" and behind.deprel == "nmod"
    return head if inside else noun


def _is_nobody(sentence: Sentence, noun: int) -> bool:
    """ "Nobody", "no one", "none of the crew", "no soldiers"."""
    if sentence.tokens[noun].lemma.lower() in NOBODY:
        return True
    return any(sentence.tokens[word].lemma.lower() == "no" for word in children(sentence, noun, "det"))


def _none(reading: Reading, sentence: Sentence, noun: int, role: str) -> Number:
    start = min(sentence.tokens[word].start for word in (noun, *children(sentence, noun, "det")))
    end = sentence.tokens[noun].end
    span = Span(document=reading.document.id, start=start, end=end, text=reading.document.text[start:end])
    return Number(role=role, low=0, high=0, unit=_unit(sentence, noun, ""), span=span)


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


COMPARING = frozenset({"few", "fewer", "less", "little", "more", "many"})  # "no fewer than nine civilians"
NOBODY = frozenset({"nobody", "none"})
HARMED = frozenset({"killed", "injured"})  # of whom it is told that there were none
AGED = frozenset("girl boy child man woman son daughter baby pupil student youth lad".split())
HANDING = frozenset({"hand", "turn", "give"})  # "over"
JOINED = 3  # words from a number to one that is joined to it: "two or three", "two or at least three"
KEPT = frozenset("advmod compound flat nummod fixed case amod nmod obl det conj cc".split())


def _phrase(sentence: Sentence, word: int, keep: frozenset[str]) -> list[int]:
    """The number with its modifiers, without what is joined to it otherwise than by "or"."""
    found = [word]
    for below in sentence.children[word]:
        kind = base(sentence.tokens[below].deprel)
        if kind in keep and (kind != "conj" or below - word <= JOINED):
            found += [one for one in sentence.subtree(below) if abs(one - word) <= 6]
    return found


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


def _unit(sentence: Sentence, noun: int, text: str) -> str | None:
    lemma = sentence.tokens[noun].lemma.lower()
    for sign, unit in MONEY.items():
        if sign in text or sign == lemma:
            return unit
    return lemma if sentence.tokens[noun].upos == "NOUN" else None


# What is counted one by one, so that "a worker" is one; whole armies, places and sums are not.
COUNTING = frozenset(
    "captured killed injured released deployed arrested displaced destroyed damaged seized expelled convicted decorated".split()
)
OF_PEOPLE = frozenset("captured killed injured released arrested displaced expelled convicted deported".split())
PEOPLE = frozenset({"person", "armed", "official"})
THINGS = frozenset({"vessel", "weapon", "facility", "place", "goods", "document", "money"})
ONE = frozenset({"a", "an", "one", "another", "the", "his", "her", "its", "their", "this", "that"})
SINGULAR = frozenset({"he", "she", "him", "her"})
TOGETHER = frozenset({"people", "vessel"})  # of which several kinds make one sum
GATHERINGS = frozenset(
    "all crowd group band team convoy column fleet flotilla party crew gang delegation throng".split()
)
ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
EXCEPT = frozenset({"but", "except"})
COUNT_RELATIONS = frozenset({"nummod", "compound", "flat", "amod"})
PLURAL_ENDS = ("s", "men", "people", "police", "folk", "children", "aircraft", "personnel")
# Armed bodies, of which one is many.
TROOPS = frozenset(
    """armada armour battalion battery battlegroup brigade cavalry column constabulary contingent convoy detachment escort fleet
    flotilla force garrison infantry legion navy patrol platoon regiment reinforcement reserve resistance squad swat
    task-force taskforce troop unit vanguard warband""".split()
)
GATHERED = frozenset({"group", "place", "state", "money", "abstract", "statement", "goods", "aid"})


def counts_of(reading: Reading, sentence: Sentence, words: list[int], role: str, lexicon: Lexicon) -> list[Number]:
    """How many the words are: of each kind what is stated, or one for each single person, vessel or weapon.

    "A priest and two nuns" are three, "a frigate and 200 soldiers" are one and 200, "12 rifles and 90 radios" 12 and 90.
    """
    named = named_words(sentence)
    kinds: dict[str, list[Number | None]] = {}
    kind = ""
    for word in words:
        if word and sentence.tokens[word - 1].lemma.lower() == "not":  # "not three"
            continue
        if kinds and sentence.tokens[word].upos == "PRON":
            continue  # "him" may be who has been counted
        if word != words[0] and _is_of_another(sentence, words[0], word):
            continue
        number = _one_or_more(reading, sentence, word, role, lexicon)
        if number is not None or word not in named:  # "sent a frigate to Peru"
            kind = _kind(sentence, word, lexicon) or (kind if kind in TOGETHER else "")
            kinds.setdefault(kind, []).append(number)
    return [total for counts in kinds.values() if (total := _together(reading, counts)) is not None]


def _kind(sentence: Sentence, word: int, lexicon: Lexicon) -> str:
    """What is counted together: people, ships, of other things each by itself; nothing where the lexicon does not know the noun."""
    lemma = sentence.tokens[word].lemma.lower()
    classes = lexicon.classes.get(lemma, frozenset())
    for kind, known in (("people", PEOPLE), ("vessel", frozenset({"vessel"}))):
        if classes & known:
            return kind
    return lemma if classes & THINGS else ""


def _is_of_another(sentence: Sentence, first: int, word: int) -> bool:
    """Whether a number without a noun, joined to a noun, counts others than those, or some of them.

    "Four guards were killed and three taken away", "two firms, one in Lima and one in Quito", "nine people: seven in
    uniform and two in plain clothes", "all but one".
    """
    if sentence.tokens[word].upos != "NUM" or word < first:
        return False
    between = [token for token in sentence.tokens[first + 1 : word] if token.index not in sentence.subtree(word)]
    exempt = any(sentence.tokens[below].lemma.lower() in EXCEPT for below in children(sentence, word, "cc", "case"))
    verb = any(token.upos == "VERB" and base(token.deprel) not in {"acl", "amod"} for token in between)
    bare = any(token.upos == "NUM" and base(token.deprel) not in COUNT_RELATIONS for token in between)
    listed = any(token.text == ":" for token in between)
    return exempt or verb or bare or listed


def _together(reading: Reading, counts: list[Number | None]) -> Number | None:
    numbers = [number for number in counts if number is not None]
    if len(numbers) < 2 or len(numbers) != len(counts) or any(n.low is None or n.low != n.high for n in numbers):
        return numbers[0] if numbers else None
    start, end = min(n.span.start for n in numbers), max(n.span.end for n in numbers)
    total = sum(n.low for n in numbers if n.low is not None)
    text = reading.document.text[start:end]
    span = Span(document=reading.document.id, start=start, end=end, text=text)
    return Number(role=numbers[0].role, low=total, high=total, unit=numbers[0].unit, span=span)


def _one_or_more(reading: Reading, sentence: Sentence, word: int, role: str, lexicon: Lexicon) -> Number | None:
    stated = number_of(reading, sentence, word, role)
    if stated is not None or role not in COUNTING or not _is_single(sentence, word, lexicon):
        return stated
    if role in OF_PEOPLE and THINGS & lexicon.classes.get(sentence.tokens[word].lemma.lower(), frozenset()):
        return None  # "handed the man over to a ship"
    first = min(
        [word, *(w for w in children(sentence, word, "det", "nmod:poss", "amod", "compound", "flat") if w < word)]
    )
    start, end = sentence.tokens[first].start, sentence.tokens[word].end
    span = Span(document=reading.document.id, start=start, end=end, text=reading.document.text[start:end])
    return Number(role=role, low=1, high=1, unit=_unit(sentence, word, ""), span=span)


def _is_single(sentence: Sentence, word: int, lexicon: Lexicon) -> bool:
    """Whether a word stands for one person or thing: a person's name, "he", "a worker", "the ambassador"."""
    token = sentence.tokens[word]
    if any(name.kind == "PER" and name.first <= word <= name.last for name in sentence.names):
        return True
    if token.upos == "PRON":
        return token.lemma.lower() in SINGULAR or token.text.lower() in SINGULAR
    if token.lemma.lower() in ORDINALS:
        return child(sentence, word, "det") is not None  # "confiscated a tenth", "the second was freed"
    if token.upos not in {"NOUN", "PROPN"} or _is_plural(sentence, word):
        return False
    classes = lexicon.classes.get(token.lemma.lower(), frozenset())
    determiners = {sentence.tokens[w].lemma.lower() for w in children(sentence, word, "det")}
    indefinite = bool(determiners & {"a", "an", "one", "another"}) and not classes & GATHERED
    owned = any(True for _ in children(sentence, word, "nmod:poss"))
    if "person" in classes and classes & GATHERED:
        return False  # "the crew"
    return indefinite or (_is_somebody(token.lemma.lower(), classes) and (owned or bool(determiners & ONE)))


def _is_plural(sentence: Sentence, word: int) -> bool:
    """Whether a noun is plural; one that is its own lemma is not, whatever the reader takes it for ("the ninth captive")."""
    token = sentence.tokens[word]
    own = token.text.lower() == token.lemma.lower() and not token.text.lower().endswith(PLURAL_ENDS)
    return "Number=Plur" in token.feats and not own


def _is_somebody(lemma: str, classes: frozenset[str]) -> bool:
    """Whether a noun is a word for one person: "worker", "sergeant", but no "patrol"."""
    return "person" in classes or ("armed" in classes and not classes & (GATHERED | THINGS) and lemma not in TROOPS)


def role_for(lemma: str, category: str, mode: str | None, lexicon: Lexicon) -> str | None:
    """What a quantity of the patient counts, by lemma, then CATEGORY/mode, then CATEGORY."""
    for key in (lemma, f"{category}/{mode}", category):
        if key in lexicon.number_roles:
            return lexicon.number_roles[key]
    return None


# What is counted decides between two roles: persons who are seized are arrested, rifles that are captured are seized.
PEOPLE_INSTEAD = {"seized": "arrested"}
THINGS_INSTEAD = {"captured": "seized", "arrested": "seized", "injured": "damaged", "killed": "destroyed"}


def classes_of_unit(unit: str | None, lexicon: Lexicon) -> frozenset[str]:
    """The classes of what is counted; of a plural that the reader took for the word itself too ("pesos")."""
    word = unit or ""
    return lexicon.classes.get(word) or lexicon.classes.get(word.removesuffix("s"), frozenset())


def fitting_role(role: str, unit: str | None, lexicon: Lexicon) -> str:
    """The role of a quantity, set right by what it counts."""
    classes = classes_of_unit(unit, lexicon)
    if "money" in classes:
        return "amount"
    if classes & PEOPLE:
        return PEOPLE_INSTEAD.get(role, role)
    return THINGS_INSTEAD.get(role, role) if classes & THINGS else role
