"""Raw text to sentences and words, by UD's English conventions ("don't" is do|n't, "Ukraine's" Ukraine|'s).

Two small linear classifiers over hashed features decide: one whether a chunk of non-space is cut at a place, the other
whether a sentence ends after a word. Both are learnt from EWT and GUM (`training/boundaries.py`) and kept in
`segmenter.npz`. Rules (`rules.toml`) stand around them: a blank line always ends a sentence, letters are cut only where
a clitic can start, and abbreviations that call for a name or a number never end a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from whosays.errors import ModelError
from whosays.reader.boundary import Cut, Rules, State, buckets, classes_of, cut_features, end_features, may_end
from whosays.reader.chunks import CHUNK, chunks
from whosays.record.dateline import opening
from whosays.record.pictures import CALLS

MAX_WORDS = 250  # a longer sentence is cut there
MAX_CHUNK = 200  # a longer chunk of non-space is no word of a language and stays whole
BULLETS = frozenset("•●▪■◦‣")  # open an item wherever they stand
SURE = 100.0  # the score of a rule
OUT_OF_QUESTION = -7.0  # where the score is lower, nobody need ask again whether a sentence ends
WORD, TOKEN = 1, 2  # a cut inside a multiword token; a cut between tokens
_REMEMBER = 100_000
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_NUMBERED = re.compile(r"[A-Z][A-Za-z]*-?\d+(?=['’]s\b)")  # "M23's", "S-400's": a name with its number is one word


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One sentence of words, at least one; `paragraph` counts from 0.

    `open` are the words after which it might end all the same, with the score (below 0) by which it was thought not to.
    """

    paragraph: int
    words: tuple[Cut, ...]
    open: tuple[tuple[int, float], ...] = ()

    def parted(self, ends: Sequence[int]) -> Iterator[Segment]:
        """The segment as sentences that end after these words, and after the last one; the same segment where there are none."""
        if not ends:
            yield self
            return
        for begin, end in pairwise([0, *(i + 1 for i in ends), len(self.words)]):
            yield Segment(paragraph=self.paragraph, words=self.words[begin:end])


class Segmenter:
    """Cuts documents into sentences and words. `weights` as `training/boundaries.py` leaves them."""

    def __init__(self, weights: Path) -> None:
        try:
            with np.load(weights) as stored:
                self._cut: list[list[float]] = stored["cut"].astype(np.float64).tolist()
                self._end: list[float] = stored["end"].astype(np.float64).tolist()
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"the segmenter's weights {weights} cannot be read: {error}") from error
        self._rules = Rules.load()
        self._known: dict[tuple[str, bool], tuple[tuple[int, int], ...]] = {}

    def segment(self, text: str) -> list[Segment]:
        """Sentences of a text in order; no sentence crosses a blank line."""
        out: list[Segment] = []
        for number, (start, end) in enumerate(paragraphs(text)):
            for first, last in self._lines(text, start, end):
                out.extend(self._sentences(text, self.words(text, first, last), number))
        return out

    def _lines(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A paragraph's dateline, if it opens with one, and the rest."""
        dateline = opening(text, start, end)
        cut = dateline.end() if dateline is not None and CHUNK.search(text, dateline.end(), end) else start
        if cut > start:
            yield start, cut
        yield cut, end

    def words(self, text: str, start: int, end: int) -> list[Cut]:
        """Words of one stretch of text."""
        found = chunks(text, start, end)
        out: list[Cut] = []
        for n, (begin, stop) in enumerate(found):
            chunk = text[begin:stop]
            at, token = 0, True
            glued = bool(out) and out[-1].end == begin
            for place, kind in (*self._places(chunk, last=n + 1 == len(found)), (len(chunk), TOKEN)):
                out.append(Cut(start=begin + at, end=begin + place, text=chunk[at:place], token=token, glued=glued))
                at, token, glued = place, kind == TOKEN, True
        return out

    def _places(self, chunk: str, *, last: bool) -> tuple[tuple[int, int], ...]:
        if plain(chunk, self._rules):
            return ()
        found = self._known.get((chunk, last))
        if found is None:
            found = tuple(self._cuts(chunk, last=last)) if len(chunk) <= MAX_CHUNK else ()
            if len(self._known) >= _REMEMBER:
                self._known.clear()
            self._known[chunk, last] = found
        return found

    def _cuts(self, chunk: str, *, last: bool) -> Iterator[tuple[int, int]]:
        classes, whole = classes_of(chunk), self._rules.abbreviation(chunk)
        numbered = _NUMBERED.match(chunk)
        name = numbered.end() if numbered is not None else 0
        if name:
            yield name, WORD
        for i in self._rules.places(chunk):
            if 0 < i <= name:
                continue
            if i < whole and chunk[i] == ".":
                continue
            none = word = token = 0.0
            for place in buckets(cut_features(chunk, classes, i, last=last)):
                row = self._cut[place]
                none, word, token = none + row[0], word + row[1], token + row[2]
            if max(word, token) > none:
                yield i, TOKEN if token >= word else WORD

    def _sentences(self, text: str, words: list[Cut], paragraph: int) -> Iterator[Segment]:
        begin, state, left = 0, State(), list[tuple[int, float]]()
        for i, word in enumerate(words):
            state.follow(word.text)
            last = i + 1 == len(words) or state.words >= MAX_WORDS
            score = SURE if last else self._ends(text, words, i, state)
            if score > 0:
                yield Segment(paragraph=paragraph, words=tuple(words[begin : i + 1]), open=tuple(left))
                begin, state, left = i + 1, State(), []
            elif score > OUT_OF_QUESTION:
                left.append((i - begin, score))

    def _ends(self, text: str, words: list[Cut], i: int, state: State) -> float:
        """The log-odds that a sentence ends after word i; SURE and its opposite where a rule says so."""
        gap, here, following = text[words[i].end : words[i + 1].start], words[i].text, words[i + 1].text
        if not gap or self._rules.never_ends(here, following, words[i - 1].text if i else ""):
            return -SURE
        if "\n" in gap and (gap.strip() or self._rules.line_ends(here, following, state.words)):
            return SURE
        if following in BULLETS:
            return SURE
        if not following[:1].islower() and not CALLS.isdisjoint(gap[:2]):
            return SURE
        if not may_end(here, following):
            return -SURE
        return sum(map(self._end.__getitem__, buckets(end_features(words, i, gap, state))))


def plain(chunk: str, rules: Rules) -> bool:
    """Whether a chunk is letters alone and so one word."""
    return chunk.isascii() and chunk.isalpha() and chunk.lower() not in rules.fused


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Stretches between blank lines that hold more than white space."""
    out, start = [], 0
    for match in (*_PARAGRAPH.finditer(text), None):
        end = match.start() if match else len(text)
        if CHUNK.search(text, start, end):
            out.append((start, end))
        start = match.end() if match else end
    return out
