"""Our own model as a `Reader`: documents in, sentences with trees, names and attribution marks out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from whosays.reader import borders, decode, lemmas, net
from whosays.reader.boundary import Cut
from whosays.reader.ends import Ends
from whosays.reader.features import Piecer, Pieces, QuoteTracker
from whosays.reader.segment import Segment, Segmenter
from whosays.reader.signs import Signs
from whosays.record.document import Document
from whosays.record.reading import Mark, Name, Reading, Sentence, Sign, Token

SYNTAX = ("arcs", "below", "above", "upos", "feats", "lemma")
MARKS: tuple[Literal["source", "cue", "content"], ...] = ("source", "cue", "content")
# For the marks of attribution: the network alone marks fewer than there are (chosen on the development part of PolNeAR).
EAGER = 0.7
NAMES = "names_work"
VECTORS = "vectors"  # asks for the words' vectors as the encoder has them
SIGNS = "signs"  # asks for everything that the heads of meaning say
AT_ONCE = 32  # sentences of which one step is taken before the next
_REMEMBER = 20_000  # words whose lemmas are kept at hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the network says of one sentence. `heads` count words from 1 (0 is the root).

    `spans` and the `scores` [W, T] that they are read from go by their head's name.
    """

    upos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    deprels: list[str]
    spans: dict[str, list[tuple[int, int, str]]]
    scores: dict[str, NDArray[np.float32]]
    signs: tuple[Sign, ...] = ()
    certainty: tuple[float, ...] = ()
    vectors: NDArray[np.float32] | None = None


class OwnReader:
    """The shipped model. Holds no state between calls that could change what it reads."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        self._net = net.Net(folder)
        self._threads = threads or net.cores()
        self._piecer = Piecer(folder / "tokenizer.json")
        self._segmenter = Segmenter(folder / "segmenter.npz")
        self._ends = Ends.of(folder)
        self._word = lru_cache(_REMEMBER)(partial(_word, lemmas.Lemmatiser(folder / "lemmas.tsv")))
        self._signs = Signs(folder, self._net.labels)
        self._spans = {
            name: decode.SpanDecoder(labels, eager=EAGER if name in MARKS else 0.0)
            for name, labels in self._net.labels.items()
            if name.startswith("names") or name in MARKS
        }

    def read(self, documents: list[Document]) -> list[Reading]:
        """One reading for each document, in order."""
        found = self.sentences([document.text for document in documents], (NAMES, *MARKS, SIGNS))
        return [
            Reading(document=document, sentences=tuple(sentence_of(i, *pair) for i, pair in enumerate(mine)))
            for document, mine in zip(documents, found, strict=True)
        ]

    def sentences(self, texts: Sequence[str], wanted: Sequence[str]) -> list[list[tuple[Segment, Seen]]]:
        """Each text's sentences with what the network says of them.

        All are read as the segmenter cut them. What turns out to be two sentences (`ends`) is parted, and each part is read
        again by itself.
        """
        cut = [self._segmenter.segment(text) for text in texts]
        asked = (*wanted, VECTORS) if self._ends is not None else wanted
        seen = iter(self._see_all([one for mine in cut for one in _with_quotes(mine)], asked))
        read = [[(segment, next(seen)) for segment in mine] for mine in cut]
        parted = [[self._parts(*pair) for pair in mine] for mine in read]
        again = iter(self._see_all([one for mine in parted for one in _of_parted(mine)], wanted))
        return [list(_reread(*pair, again)) for pair in zip(read, parted, strict=True)]

    def _parts(self, segment: Segment, seen: Seen) -> list[Segment]:
        """The sentences that a segment is: itself, or its parts."""
        if self._ends is None or seen.vectors is None:
            return [segment]
        return self._ends.parts(segment, seen.vectors)

    def _see_all(self, segments: Sequence[tuple[Segment, list[int]]], wanted: Sequence[str]) -> list[Seen]:
        """What the network says of segments with their words' quote states, in order."""
        return self.see([segment.words for segment, _ in segments], [state for _, state in segments], wanted)

    def segment(self, text: str) -> list[Segment]:
        """Sentences and words of a text, without the network."""
        return self._segmenter.segment(text)

    def see(self, sentences: Sequence[Sequence[Cut]], states: Sequence[list[int]], wanted: Sequence[str]) -> list[Seen]:
        """What the network says of sentences of words, in order; `wanted` names span heads, SIGNS and VECTORS."""
        pieces = [
            _fitting(self._piecer.sentence([w.text for w in words], [w.glued for w in words], state))
            for words, state in zip(sentences, states, strict=True)
        ]
        forms = [[w.text for w in words] for words in sentences]
        some = partial(self._some, wanted=wanted)
        size = max(1, min(AT_ONCE, len(forms) // self._threads))
        parts = [slice(i, i + size) for i in range(0, len(forms), size)]
        given = ([pieces[part] for part in parts], [forms[part] for part in parts])
        if self._threads == 1 or len(parts) == 1:
            return list(chain.from_iterable(map(some, *given)))
        with ThreadPoolExecutor(self._threads) as pool:
            return list(chain.from_iterable(pool.map(some, *given)))

    def _some(self, pieces: list[Pieces], forms: list[list[str]], *, wanted: Sequence[str]) -> list[Seen]:
        """A batch, one step of all its sentences before the next: what a step needs then lies in the processor's cache."""
        spans = [name for name in wanted if name in self._spans]
        meanings = self._signs.wanted if SIGNS in wanted else ()
        asked = [*SYNTAX, *spans, *meanings, *(["words"] if VECTORS in wanted else [])]
        scores = self._net.scores(pieces, asked)
        trees = [self._net.tree(one) for one in scores]
        seen = partial(self._seen, spans=spans, meaning=bool(meanings), vectors=VECTORS in wanted)
        return list(map(seen, forms, scores, trees))

    def _seen(
        self,
        forms: list[str],
        scores: dict[str, NDArray[np.float32]],
        tree: tuple[list[int], list[int]],
        *,
        spans: list[str],
        meaning: bool,
        vectors: bool,
    ) -> Seen:
        labels, (heads, relations) = self._net.labels, tree
        upos, feats, edits = (
            [labels[name][k] for k in scores[name][0].argmax(-1).tolist()] for name in ("upos", "feats", "lemma")
        )
        words = list(map(self._word, forms, upos, feats, edits))
        return Seen(
            upos=upos,
            feats=[feats for _, feats in words],
            lemmas=[lemma for lemma, _ in words],
            heads=heads,
            deprels=[labels["relations"][k] for k in relations],
            spans={name: self._spans[name].spans(scores[name][0]) for name in spans},
            scores={name: scores[name][0] for name in spans},
            signs=self._signs.of(scores) if meaning else (),
            certainty=self._signs.certainty(scores) if meaning else (),
            vectors=scores["words"][0] if vectors else None,
        )


def _word(lemmatiser: lemmas.Lemmatiser, form: str, upos: str, feats: str, edit: str) -> tuple[str, str]:
    """Lemma and features of a word; a finite form in "-ed" is a past ("fled"), but for a lemma of its own ("need")."""
    lemma = lemmatiser.lemma(form, upos, feats, edit)
    past = form.lower().endswith("ed") and lemma.lower() != form.lower() and "VerbForm=Fin" in feats
    return lemma, feats.replace("Tense=Pres", "Tense=Past") if past else feats


def quotes(segments: Sequence[Segment]) -> Iterator[list[int]]:
    """Quote states of each sentence's words; a paragraph that a quotation leaves open ends it."""
    tracker, paragraph = QuoteTracker(), -1
    for segment in segments:
        if segment.paragraph != paragraph:
            tracker, paragraph = QuoteTracker(), segment.paragraph
        yield tracker.sentence([word.text for word in segment.words])


def _with_quotes(segments: Sequence[Segment]) -> Iterator[tuple[Segment, list[int]]]:
    """Each segment with its words' quote states."""
    return zip(segments, quotes(segments), strict=True)


def _of_parted(parted: Sequence[list[Segment]]) -> Iterator[tuple[Segment, list[int]]]:
    """The parts of those segments that were parted, with their words' quote states.

    The states are walked over all segments: a quotation may open in one that was not parted.
    """
    states = quotes([part for parts in parted for part in parts])
    for parts in parted:
        for part, state in zip(parts, islice(states, len(parts)), strict=True):
            if len(parts) > 1:
                yield part, state


def _reread(
    read: Sequence[tuple[Segment, Seen]], parted: Sequence[list[Segment]], again: Iterator[Seen]
) -> Iterator[tuple[Segment, Seen]]:
    """A text's segments as they were read; in place of one that was parted its parts, as `again` has them."""
    for (segment, seen), parts in zip(read, parted, strict=True):
        if len(parts) == 1:
            yield segment, seen
        else:
            yield from ((part, next(again)) for part in parts)


def _fitting(pieces: Pieces) -> Pieces:
    """The sentence in as many pieces as the encoder takes: where it has too many, the first of each word."""
    if len(pieces.ids) <= net.MAX_PIECES:
        return pieces
    keep = [0, *pieces.first, len(pieces.ids) - 1]
    return Pieces(
        ids=[pieces.ids[k] for k in keep],
        shapes=[pieces.shapes[k] for k in keep],
        quotes=[pieces.quotes[k] for k in keep],
        first=list(range(1, len(pieces.first) + 1)),
    )


def sentence_of(index: int, segment: Segment, seen: Seen) -> Sentence:
    """A sentence from its words and what the network said of them."""
    words = segment.words
    tokens = tuple(
        Token(
            index=i,
            start=word.start,
            end=word.end,
            text=word.text,
            lemma=seen.lemmas[i],
            upos=seen.upos[i],
            feats=seen.feats[i],
            head=seen.heads[i] - 1,
            deprel=seen.deprels[i],
        )
        for i, word in enumerate(words)
    )
    found = borders.mended(seen.spans.get(NAMES, ()), [word.text for word in words])
    names = tuple(Name(first=a, last=b, kind=kind) for a, b, kind in found)
    marks = sorted((a, b, kind) for kind in MARKS for a, b, _ in seen.spans.get(kind, ()))
    return Sentence(
        index=index,
        paragraph=segment.paragraph,
        start=words[0].start,
        end=words[-1].end,
        tokens=tokens,
        names=names,
        marks=tuple(Mark(first=a, last=b, kind=kind) for a, b, kind in marks),
        signs=seen.signs,
        certainty=seen.certainty,
    )
