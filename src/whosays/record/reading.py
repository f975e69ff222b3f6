"""What the reader sees in a document: sentences, their words and trees, names, and the marks of attribution."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

from whosays.record.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One syntactic word (UD). `index` is its place in the sentence from 0; `head` its head's, -1 for the root.

    `start` and `end` are code points in the document's text; the words of a multiword token ("don't") have their own
    stretches where these can be told apart. `feats` is UD's string ("Mood=Ind|Tense=Past|VerbForm=Fin") or "".
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A named entity: words `first` to `last` (both included) of its sentence. `kind` is the head's own label."""

    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of words that the attribution head takes for a source, a cue or (a part of) a content (PolNeAR)."""

    first: int
    last: int
    kind: Literal["source", "cue", "content"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A word that the role head takes for the head of an argument of an event; `score` is its probability."""

    role: Literal["actor", "recipient", "place", "time", "number"]
    index: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A word that the event head takes for an event. `scores` are PLOVER categories with their probabilities, likeliest first.

    What is missing to 1 is the probability that the word is no event. `mode` is the likeliest mode of the first category, `status`
    the likeliest of PLOVER's auxiliary modes, if any.
    """

    index: int
    scores: tuple[tuple[str, float], ...]
    mode: str | None
    status: str | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence. `paragraph` counts the document's paragraphs (separated by blank lines) from 0.

    `names` are flat spans in the reader's working label set PER, ORG, LOC, NORP (nationalities, political and religious
    groups), EVENT, MISC. `signs` are in text order, at most one a word; `certainty[i]` is how certain
    the text makes what token i tells, in the mouth of whoever tells it, from -3 (it is not so) through 0 (open) to 3, and means
    something for predicates only. A reader without these heads gives neither. `children[i]` are the indices of the tokens whose head is token i, in order.
    """

    index: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()
    marks: tuple[Mark, ...] = ()
    signs: tuple[Sign, ...] = ()
    certainty: tuple[float, ...] = ()
    children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                below[token.head].append(token.index)
        object.__setattr__(self, "children", tuple(map(tuple, below)))

    @property
    def root(self) -> int:
        """Index of the word that heads the sentence."""
        return next((token.index for token in self.tokens if token.head < 0), 0)

    def subtree(self, index: int) -> list[int]:
        """Indices of the word and everything below it, in text order."""
        found, open_ = [], [index]
        while open_:
            here = open_.pop()
            found.append(here)
            open_.extend(self.children[here])
        return sorted(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document with its sentences in text order."""

    document: Document
    sentences: tuple[Sentence, ...]


class Reader(Protocol):
    """Whatever turns documents into sentences: our model, a larger one, or an adapter around another parser."""

    def read(self, documents: list[Document]) -> list[Reading]:
        """One reading for each document, in order; batches across documents inside."""
