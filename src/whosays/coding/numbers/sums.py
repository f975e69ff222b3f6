"""How many several nouns are together: those of a kind are summed up, and a single person or thing is one.

"A priest and two nuns" are three, "a frigate and 200 soldiers" one and 200.
"""

from __future__ import annotations

from whosays.coding.numbers.roles import PEOPLE, THINGS, TROOPS
from whosays.coding.numbers.stated import number_of, unit_of
from whosays.coding.trees.clause import base, child, children, has_case, named_words
from whosays.lexicon import Lexicon
from whosays.record.event import Number
from whosays.record.reading import Reading, Sentence
from whosays.record.span import Span

# What is counted one by one, so that "a worker" is one; whole armies, places and sums are not.
COUNTING = frozenset(
    "captured killed injured released deployed arrested displaced destroyed damaged seized expelled convicted decorated".split()
)
OF_PEOPLE = frozenset("captured killed injured released arrested displaced expelled convicted deported".split())
ONE = frozenset({"a", "an", "one", "another", "the", "his", "her", "its", "their", "this", "that"})
SINGULAR = frozenset({"he", "she", "him", "her"})
TOGETHER = frozenset({"people", "vessel"})  # of which several kinds make one sum
ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
EXCEPT = frozenset({"but", "except"})
FEW = {"couple": 2, "duo": 2, "pair": 2, "trio": 3}  # words for one that are several
COUNT_RELATIONS = frozenset({"nummod", "compound", "flat", "amod"})
PLURAL_ENDS = ("s", "men", "people", "police", "folk", "children", "aircraft", "personnel")
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
    lemma = sentence.tokens[_of_what(sentence, word)].lemma.lower()
    if lemma in FEW:
        return "people"  # "a couple and two children"
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
    if stated is None and role in COUNTING and sentence.tokens[word].lemma.lower() in FEW:
        return _few(reading, sentence, word, role)
    if stated is not None or role not in COUNTING or not _is_single(sentence, word, lexicon):
        return stated
    if role in OF_PEOPLE and THINGS & lexicon.classes.get(sentence.tokens[word].lemma.lower(), frozenset()):
        return None  # "handed the man over to a ship"
    span = _with_modifiers(reading, sentence, word)
    return Number(role=role, low=1, high=1, unit=unit_of(sentence, word, ""), span=span)


def _few(reading: Reading, sentence: Sentence, word: int, role: str) -> Number | None:
    """ "A couple" are two, "a trio of nuns" three; "couples" are told to be several and no more."""
    if _is_plural(sentence, word):
        return None
    several, what = FEW[sentence.tokens[word].lemma.lower()], _of_what(sentence, word)
    unit = "person" if what == word else unit_of(sentence, what, "")
    span = _with_modifiers(reading, sentence, word)
    return Number(role=role, low=several, high=several, unit=unit, span=span)


def _of_what(sentence: Sentence, word: int) -> int:
    """Of what a pair is one: "a pair of rifles"; the word itself where it is no pair, or of nothing."""
    if sentence.tokens[word].lemma.lower() not in FEW:
        return word
    return next((one for one in children(sentence, word, "nmod") if has_case(sentence, one, "of")), word)


def _with_modifiers(reading: Reading, sentence: Sentence, word: int) -> Span:
    """A noun with what stands before it: "a British couple"."""
    before = (one for one in children(sentence, word, "det", "nmod:poss", "amod", "compound", "flat") if one < word)
    start, end = sentence.tokens[min([word, *before])].start, sentence.tokens[word].end
    return Span(document=reading.document.id, start=start, end=end, text=reading.document.text[start:end])


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
