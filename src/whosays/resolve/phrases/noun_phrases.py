"""Noun phrases over UD: the core of a phrase, its words and number, complements, appositions, what "which" stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.record.reading import Sentence, Token

# What stands in front of a head, or continues its name; complements and clauses are no part of the core.
CORE = {"compound", "flat", "amod", "det", "nummod", "fixed", "goeswith", "det:predet", "flat:name", "flat:foreign"}
WHOLE = {"nmod:poss", "nmod:desc"}
CLAUSES = ("acl", "parataxis", "advcl")
PREDICATES = ("acl", "advcl", "ccomp", "xcomp", "csubj", "parataxis", "root")
ARTICLES = {"the", "a", "an", "'s", "its", "his", "her", "their", "this", "that", "these", "those"}
NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "both": 2,
}
# What stands before a place where something is, comes from or goes to.
AT_PLACE = {"in", "at", "near", "from", "of", "outside", "off", "around", "on", "across", "to"}
SUBJECTS = {"nsubj", "nsubj:pass", "csubj", "nsubj:outer"}


def core(sentence: Sentence, head: int) -> list[int]:
    """Indices of the phrase without complements: "the Armenian prime minister Nikol Pashinyan", in text order."""
    found, open_ = [], [(head, False)]
    while open_:
        here, whole = open_.pop()
        found.append(here)
        for child in sentence.children[here]:
            relation = sentence.tokens[child].deprel
            if relation in WHOLE:
                open_.append((child, True))
            elif relation in CORE or (whole and not relation.startswith(CLAUSES)):
                open_.append((child, whole))
            elif relation in {"case", "punct"} and whole:
                found.append(child)
    return sorted(set(found))


def case_of(sentence: Sentence, index: int) -> str:
    """The preposition or clitic that marks a phrase, in lower case: "of", "in", "'s"; empty where there is none."""
    marks = [sentence.tokens[c].lemma.lower() for c in sentence.children[index] if sentence.tokens[c].deprel == "case"]
    return marks[0] if marks else ""


def complements(sentence: Sentence, head: int) -> Iterator[tuple[str, int]]:
    """Preposition and head of each prepositional phrase that hangs on a noun."""
    for child in sentence.children[head]:
        if sentence.tokens[child].deprel in {"nmod", "obl", "nmod:unmarked"}:
            yield case_of(sentence, child), child


def appositions(sentence: Sentence, head: int) -> Iterator[int]:
    """Heads of the phrases in apposition to a noun, and of the noun that it is itself in apposition to."""
    for child in sentence.children[head]:
        if sentence.tokens[child].deprel == "appos":
            yield child
    token = sentence.tokens[head]
    if token.deprel == "appos" and token.head >= 0:
        yield token.head


def is_subject(sentence: Sentence, index: int) -> bool:
    """Whether the word, or what it is coordinated with, is the subject of a clause."""
    return sentence.tokens[top(sentence, index)].deprel in SUBJECTS


def top(sentence: Sentence, index: int) -> int:
    """The first of the coordinated or apposed phrases that the word belongs to."""
    while sentence.tokens[index].deprel in {"conj", "appos", "flat"} and sentence.tokens[index].head >= 0:
        index = sentence.tokens[index].head
    return index


def governor(sentence: Sentence, index: int) -> int:
    """The word that the whole (coordinated, apposed) phrase hangs on; -1 for the root."""
    return sentence.tokens[top(sentence, index)].head


def clause(sentence: Sentence, index: int) -> int:
    """The word that heads the clause that a phrase belongs to; the phrase itself where it is the predicate."""
    here = index
    while sentence.tokens[here].head >= 0 and not sentence.tokens[here].deprel.startswith(PREDICATES):
        here = sentence.tokens[here].head
    return here


def antecedent(sentence: Sentence, index: int) -> int | None:
    """The noun that a relative pronoun takes up, by the relative clause that it stands in."""
    here = index
    for _ in range(8):
        token = sentence.tokens[here]
        if token.deprel == "acl:relcl":
            return token.head if token.head >= 0 and token.head != index else None
        if token.head < 0:
            return None
        here = token.head
    return None


def is_plural(token: Token) -> bool:
    """Whether UD marks the word as plural, or its form is its lemma with an s ("the marines' boat")."""
    spelt = token.upos == "NOUN" and token.text.lower() == f"{token.lemma.lower()}s"
    return spelt or "Number=Plur" in token.feats


def is_definite(sentence: Sentence, head: int) -> bool:
    """Whether "the", "this", "that", "both" or a possessor opens the phrase."""
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if token.deprel in {"det", "det:predet"} and token.lemma.lower() in {
            "the",
            "this",
            "that",
            "these",
            "those",
            "both",
        }:
            return True
    return False


def is_indefinite(sentence: Sentence, head: int) -> bool:
    """Whether "a", "another", "some" or the like opens the phrase: someone new."""
    return any(
        sentence.tokens[child].lemma.lower() in {"a", "an", "another", "some", "other", "several", "many", "no"}
        for child in sentence.children[head]
        if sentence.tokens[child].deprel in {"det", "amod", "nummod"}
    )


def is_roughly(sentence: Sentence, index: int) -> bool:
    """Whether "some" only makes a number rough: "some 300 neighbours" are not some neighbours."""
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    return sentence.tokens[index].text.lower() == "some" and after is not None and after.upos == "NUM"


def phrase(sentence: Sentence, words: Sequence[int]) -> str:
    """The words as they stand in the text, without an article in front, a clitic behind, or a capital that only begins a sentence."""
    kept = list(words)
    while kept and (sentence.tokens[kept[0]].text.lower() in ARTICLES or sentence.tokens[kept[0]].upos == "PUNCT"):
        kept.pop(0)
    while kept and sentence.tokens[kept[-1]].text in {"'s", "’s", "'", ",", ")"}:
        kept.pop()
    if kept and kept[0] > 1 and sentence.tokens[kept[0] - 1].text == "-":  # "NATO-led", where NATO is a word of its own
        kept = [kept[0] - 2, kept[0] - 1, *kept]
    if kept and kept[-1] - kept[0] < len(kept) + 3:  # hyphens and quotation marks inside a name
        kept = list(range(kept[0], kept[-1] + 1))
    parts: list[str] = []
    for index in kept:
        token = sentence.tokens[index]
        glued = index > 0 and sentence.tokens[index - 1].end == token.start and parts
        parts.append(token.text if glued or not parts else " " + token.text)
    told = "".join(parts)
    return f"{told[:1].lower()}{told[1:]}" if kept and _only_begins(sentence, kept[0]) else told


def _only_begins(sentence: Sentence, word: int) -> bool:
    """Whether a word has its capital from the sentence that it opens: "Villagers", not "Israeli troops" or "Hamas"."""
    token = sentence.tokens[word]
    first = all(before.upos == "PUNCT" for before in sentence.tokens[:word])
    named = token.upos == "PROPN" or any(name.first <= word <= name.last for name in sentence.names)
    return first and not named and token.text.istitle() and token.lemma[:1].islower()


def count(sentence: Sentence, head: int) -> int | None:
    """How many, where a number stands with the noun."""
    for index in (*sentence.children[head], head):
        token = sentence.tokens[index]
        if token.deprel in {"nummod", "det", "det:predet"} or token.upos == "NUM":
            word = token.text.lower().replace(",", "")
            if word.isdecimal() or word in NUMBERS:
                return int(word) if word.isdecimal() else NUMBERS[word]
    return None
