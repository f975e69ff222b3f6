"""Names of one document agree: what is one name in several places has one kind there.

A place alone may say little ("Olsen left"); together they say more. Shapes: W words, T labels, K kinds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from whosays.reader.borders import Span
from whosays.reader.decode import Floats, SpanDecoder

PERSONS = frozenset({"PER", "Person"})  # kinds whose last word alone is the same name

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What one head says of a sentence: its words, its scores [W, T], and the spans read from them."""

    words: Sequence[str]
    scores: Floats
    spans: Sequence[Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place where a name stands: the sentence, its first and last word, and the kind found there ("" where none was)."""

    sentence: int
    first: int
    last: int
    kind: str


def names(
    document: Sequence[Heard], decoder: SpanDecoder, *, own: float = 0.0, everywhere: bool = False
) -> list[list[Span]]:
    """The spans of each sentence of a document, a name of one kind.

    `own` is the weight of what a place says by itself, beside the mean of all places: 0 where a name never changes its kind. With
    `everywhere` a name is also a name wherever its words stand, or nowhere, whichever is more likely of all places together.
    """
    found: list[list[Span]] = [[] for _ in document]
    places = _places(document)
    longer = _last_words(places)
    for name, mine in places.items():
        if len(mine) == 1 and name not in longer:
            found[mine[0].sentence].append((mine[0].first, mine[0].last, mine[0].kind))
            continue
        likely = _likely(document, decoder, mine)
        more = [_likely(document, decoder, longer[name])[:, :-1]] if name in longer else []
        together = np.concatenate([likely[:, :-1], *more]).mean(0)
        named = len(mine) == 1 or likely[:, :-1].mean(0).max() > likely[:, -1].mean()
        for place, alone in zip(mine, likely, strict=True):
            if named if everywhere else place.kind:
                kind = decoder.kinds[int((own * alone[:-1] + (1 - own) * together).argmax())]
                found[place.sentence].append((place.first, place.last, kind))
    return [sorted(spans) for spans in found]


def _likely(document: Sequence[Heard], decoder: SpanDecoder, places: Iterable[Place]) -> Floats:
    """Log-probabilities [places, K + 1] of each kind at each place; the last is that of no name."""
    found: Floats = np.stack(
        [decoder.likely(document[place.sentence].scores, place.first, place.last) for place in places]
    )
    return found


def _places(document: Sequence[Heard]) -> dict[Name, list[Place]]:
    """Where each name that was found stands, found there or not; not where its words are part of another name found."""
    known = {tuple(heard.words[a : b + 1]) for heard in document for a, b, _ in heard.spans}
    opening = defaultdict(list)
    for name in sorted(known, key=len, reverse=True):
        opening[name[0]].append(name)
    places = defaultdict(list)
    for sentence, heard in enumerate(document):
        for place in _in_sentence(sentence, heard, opening):
            places[tuple(heard.words[place.first : place.last + 1])].append(place)
    return dict(places)


def _in_sentence(sentence: int, heard: Heard, opening: dict[str, list[Name]]) -> Iterator[Place]:
    kinds = {(first, last): kind for first, last, kind in heard.spans}
    taken = {i for first, last, _ in heard.spans for i in range(first, last + 1)}
    for first, last, kind in heard.spans:
        yield Place(sentence=sentence, first=first, last=last, kind=kind)
    for first, word in enumerate(heard.words):
        for name in opening.get(word, ()) if word[:1].isupper() and len(word) > 1 else ():
            stretch = range(first, first + len(name))
            if tuple(heard.words[first : stretch.stop]) == name and (first, stretch.stop - 1) not in kinds:
                if taken.isdisjoint(stretch):
                    taken.update(stretch)
                    yield Place(sentence=sentence, first=first, last=stretch.stop - 1, kind="")
                break


def _last_words(places: dict[Name, list[Place]]) -> dict[Name, list[Place]]:
    """Where a name of one word stands as the last of a longer person's name."""
    found: defaultdict[Name, list[Place]] = defaultdict(list)
    for name, mine in places.items():
        persons = [place for place in mine if place.kind in PERSONS]
        if len(name) > 1 and name[-1:] in places:
            found[name[-1:]] += persons
    return {name: mine for name, mine in found.items() if mine}
