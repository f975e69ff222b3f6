"""The phrases of a document that may speak of someone or something: names, nouns and pronouns with all that hangs on them.

Where a phrase ends follows GUM: relative clauses and complements are inside, what is joined by "and", put in apposition or
in brackets is a phrase of its own, as is the possessor and the noun in front ("the [harbour] master").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from whosays.record.reading import Reading, Sentence, Token

NOMINAL = {"NOUN", "PROPN", "PRON"}
INSIDE = {"flat", "fixed", "goeswith", "flat:foreign", "flat:name"}
APART = {
    "conj",
    "cc",
    "appos",
    "parataxis",
    "dep",
    "discourse",
    "vocative",
    "mark",
    "case",
    "list",
    "reparandum",
    "orphan",
}
OF_CLAUSE = {
    "nsubj",
    "nsubj:pass",
    "nsubj:outer",
    "csubj",
    "cop",
    "aux",
    "advcl",
    "expl",
    "obl",
    "ccomp",
    "advmod",
    "mark",
}
CLITICS = {"'s", "’s", "'", "’"}
LOOSE = {"acl:relcl", "acl", "advcl", "advcl:relcl", "nmod", "nmod:unmarked", "obl"}
DEICTIC = {"here", "there", "home", "today"}
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
COMMAS = {",", "(", "[", "–", "—", "--"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words `first` to `last` (both included) of a sentence, and the word that heads them; `joint`: several joined."""

    sentence: int
    first: int
    last: int
    head: int
    joint: bool = False


def phrases(reading: Reading) -> list[Phrase]:
    """All phrases of a document, in text order, outer before inner; one for each stretch of words."""
    found: dict[tuple[int, int, int], Phrase] = {}
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if heads_phrase(sentence, token):
                for phrase in (_alone(sentence, token.index), _joined(sentence, token.index)):
                    if phrase is not None:
                        found.setdefault((phrase.sentence, phrase.first, -phrase.last), phrase)
    return [found[place] for place in sorted(found)]


def _alone(sentence: Sentence, head: int) -> Phrase:
    words = extent(sentence, head)
    return Phrase(sentence=sentence.index, first=words[0], last=words[-1], head=head)


def _joined(sentence: Sentence, head: int) -> Phrase | None:
    """The phrase with those joined to it: "Mira Olsen and her brother"."""
    others = [child for child in sentence.children[head] if sentence.tokens[child].deprel == "conj"]
    if not others or others[-1] < head or any(sentence.tokens[other].upos not in NOMINAL for other in others):
        return None  # a tree may hang what was joined on a word behind it
    first, last = extent(sentence, head)[0], extent(sentence, others[-1])[-1]
    return Phrase(sentence=sentence.index, first=first, last=last, head=head, joint=True)


def heads_phrase(sentence: Sentence, token: Token) -> bool:
    """Whether a word heads a phrase of its own."""
    if token.deprel in INSIDE:
        return False
    if token.upos == "PRON":
        return token.deprel != "expl" and "PronType=Rel" not in token.feats
    if token.upos in {"NOUN", "PROPN"}:
        return True
    if token.upos == "NUM" and (YEAR.fullmatch(token.text) or _bracketed(sentence, token.index)):
        return True
    if token.upos == "ADV":
        return token.lemma.lower() in DEICTIC
    return token.upos in {"NUM", "DET"} and token.deprel in {"nsubj", "obj", "obl", "nsubj:pass", "nmod"}


def extent(sentence: Sentence, head: int) -> list[int]:
    """Indices of the phrase's words: what hangs on the head, from the first word that belongs to the last."""
    words = [head]
    predicate = any(sentence.tokens[child].deprel == "cop" for child in sentence.children[head])
    for child in sentence.children[head]:
        if _belongs(sentence, head, child, predicate=predicate):
            words.extend(sentence.subtree(child))
    words = _before_bracket(sentence, head, sorted(words))
    while words[0] != head and sentence.tokens[words[0]].upos == "PUNCT":
        words.pop(0)
    while words[-1] != head and sentence.tokens[words[-1]].upos == "PUNCT":
        words.pop()
    return words


def _before_bracket(sentence: Sentence, head: int, words: list[int]) -> list[int]:
    """The words up to the first bracket that opens behind the head."""
    opens = next((i for i in words if i > head and sentence.tokens[i].text in {"(", "["}), None)
    return words if opens is None else [i for i in words if i < opens]


def _bracketed(sentence: Sentence, index: int) -> bool:
    """Whether a word stands alone in square brackets, as a reference does."""
    around = [sentence.tokens[i].text for i in (index - 1, index + 1) if 0 <= i < len(sentence.tokens)]
    return around == ["[", "]"]


def _belongs(sentence: Sentence, head: int, child: int, *, predicate: bool) -> bool:
    token = sentence.tokens[child]
    if token.deprel == "case":
        return child > head and token.text in CLITICS
    if token.deprel in APART or token.upos == "PUNCT" or (predicate and token.deprel in OF_CLAUSE):
        return False
    if token.deprel == "advmod" and child < head:
        return False
    return child < head or not (token.deprel in LOOSE and _set_off(sentence, head, child))


def _set_off(sentence: Sentence, head: int, child: int) -> bool:
    """Whether a comma, dash or bracket stands between the phrase so far and what hangs on it."""
    before = min(sentence.subtree(child)) - 1
    first = sentence.tokens[min(sentence.subtree(child))]
    return (before > head and sentence.tokens[before].text in COMMAS) or first.text in COMMAS
