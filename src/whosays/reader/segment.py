"""Raw text to sentences and words, by UD's English conventions ("don't" is do|n't, "Ukraine's" Ukraine|'s).

Two small linear classifiers over hashed features decide: one whether a chunk of non-space is cut at a place, the other
whether a sentence ends after a word. Both are learnt from EWT and GUM (`training/boundaries.py`) and kept in
`segmenter.npz`. Rules stand around them: a blank line always ends a sentence, letters are cut only where a clitic can
start, and abbreviations that call for a name or a number never end a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

HASH_BITS = 17
MAX_WORDS = 250  # a longer sentence is cut at its best place
_MASK = (1 << HASH_BITS) - 1
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_CHUNK = re.compile(rf"[^\s{_INVISIBLE}](?:\S*[^\s{_INVISIBLE}])?")
_PLAIN = re.compile(r"[A-Za-z]+")
_FUSED = frozenset(
    "cannot gonna wanna gotta dont didnt doesnt isnt wasnt arent werent wont cant couldnt wouldnt shouldnt hasnt havent"
    " hadnt aint im ive ill youre youve theyre theyve hes shes thats whats theres lets gimme lemme dunno kinda sorta"
    " outta wouldve couldve shouldve itll youll theyll".split()
)
_LAST_WORD = 40  # longest stretch of a chunk that is looked at as a whole

WORD, TOKEN = 1, 2  # a cut inside a multiword token; a cut between tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One syntactic word: its stretch, whether a token starts with it, whether a space stands before it."""

    start: int
    end: int
    text: str
    token: bool
    glued: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One sentence of words; `paragraph` counts from 0."""

    paragraph: int
    words: tuple[Cut, ...]


def bucket(feature: str) -> int:
    """Row of a feature in the weights."""
    return crc32(feature.encode("utf-8", "surrogatepass")) & _MASK


def char_class(char: str) -> str:
    """A letter for the kind of character; punctuation stands for itself."""
    if char.isalpha():
        return "a" if char.islower() else "A"
    if char.isdigit():
        return "9"
    return {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}.get(char, char)


def places(chunk: str) -> list[int]:
    """Where a chunk may be cut: beside every sign, where letters meet digits, and before what can be a clitic."""
    out = []
    low = chunk.lower()
    for i in range(1, len(chunk)):
        left, right = chunk[i - 1], chunk[i]
        if left.isalpha() and right.isalpha():
            if low in _FUSED or (low[i : i + 2] in ("n'", "n’") and low[i + 2 : i + 3] == "t"):
                out.append(i)
        elif not (left.isdigit() and right.isdigit()):
            out.append(i)
    return out


def cut_features(chunk: str, classes: str, i: int, last: bool) -> list[str]:  # noqa: FBT001 - called in a tight loop
    """Features of the place before `chunk[i]`; `classes` are the chunk's character classes, two spaces on each side."""
    low = chunk.lower()
    a, b, c, d, e, f = classes[i - 1 : i + 5] if i else "      "
    window = classes[i - 1 : i + 5]
    left, right = low[max(0, i - _LAST_WORD) : i], low[i : i + _LAST_WORD]
    left_word, right_word = _tail(left), _head(right)
    return [
        "b",
        "w" + window,
        "x" + window[1:5],
        "y" + c + d,
        "l3" + a + b + c,
        "r3" + d + e + f,
        "l" + left,
        "r" + right,
        "lw" + left_word + "|" + d,
        "rw" + right_word + "|" + c,
        "lr" + left_word + "|" + right_word,
        "p" + low[max(0, i - 3) : i] + "|" + low[i : i + 3],
        "q" + low[i - 1 : i] + "|" + low[i : i + 1],
        "c" + low[:_LAST_WORD] + str(i),
        "k" + _collapse(classes),
        "e" + c + d + str(last) + str(len(chunk) - i if len(chunk) - i < 3 else 3) + ("." if "." in left else ""),
        "u" + d + str(bool(re.search(r"https?:|www\.|@|\.com|\.org|\.net", low))),
    ]


def _tail(text: str) -> str:
    i = len(text)
    while i and text[i - 1].isalnum():
        i -= 1
    return text[i:]


def _head(text: str) -> str:
    i = 0
    while i < len(text) and text[i].isalnum():
        i += 1
    return text[:i]


def _collapse(classes: str) -> str:
    return re.sub(r"(.)\1+", r"\1", classes.strip())[:12]


@dataclass(slots=True)
class _State:
    """What the sentence so far tells."""

    words: int = 0
    quotes: int = 0
    brackets: int = 0


_CLOSERS = frozenset(("\"", "”", "’", "'", ")", "]", "}", "»", "''"))
_ENDERS = frozenset((".", "!", "?", "…"))
_TITLES = frozenset(
    "mr. mrs. ms. dr. prof. gen. lt. col. maj. capt. sgt. cpl. cmdr. adm. brig. gov. sen. rep. rev. hon. st. ft. mt. no."
    " nos. fig. vs. lt.-gen. lt.-col. maj.-gen. brig.-gen. pvt. pfc. spc. messrs. amb. pres. supt. det. insp.".split()
)
_UNITS = frozenset("bn. regt. div. bde. coy. sqn. bat. brig. btn. inf. arty. armd. cav.".split())
_CLOCK = frozenset("a.m. p.m. am. pm.".split())
_AFTER_CLOCK = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february"
    " march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov"
    " dec gmt utc est edt cet pst et local eastern moscow kyiv beijing".split()
)


def word_shape(text: str) -> str:
    """Coarse outer form of a word."""
    if not text:
        return "-"
    first = char_class(text[0])
    rest = "a" if text[1:].islower() else "A" if text[1:].isupper() else "9" if text[-1:].isdigit() else "."
    return first + (rest if len(text) > 1 else "")


def end_features(words: Sequence[Cut], i: int, gap: str, state: _State) -> list[str]:
    """Features of a sentence end after word i; `gap` is the white space there, with line breaks."""
    t0, n1 = words[i].text.lower(), words[i + 1].text if i + 1 < len(words) else ""
    n2 = words[i + 2].text if i + 2 < len(words) else ""
    j = i
    while j > 0 and words[j].text in _CLOSERS and not (j and words[j].glued is False):
        j -= 1
    core, before = words[j].text.lower(), words[j - 1].text if j else ""
    low1, s1, s2 = n1.lower(), word_shape(n1), word_shape(n2)
    closers = "".join(w.text for w in words[j + 1 : i + 1])
    kind = core if not core[:1].isalnum() else "abbr" if "." in core else word_shape(words[j].text)
    opened = f"{min(state.quotes, 1)}{min(state.brackets, 1)}"
    length = str(min(state.words // 4, 6))
    line = "n" if "\n" in gap else "s"
    return [
        "B",
        "K" + kind + closers,
        "KS" + kind + s1 + closers,
        "KSS" + kind + s1 + s2,
        "KL" + kind + length,
        "KLS" + kind + length + s1,
        "KO" + kind + opened + s1,
        "T" + t0,
        "TS" + t0 + s1,
        "CS" + core + s1,
        "N" + low1,
        "NS" + n1,
        "KN" + kind + low1,
        "CN" + core + low1,
        "N2" + low1 + "|" + n2.lower(),
        "P" + before.lower() + "|" + kind,
        "PS" + word_shape(before) + kind + s1,
        "G" + line + kind + s1,
        "W" + kind + ("1" if len(before) == 1 else str(len(before) > 3)) + s1,
    ]


class Segmenter:
    """Cuts documents into sentences and words. `weights` as `training/boundaries.py` leaves them."""

    def __init__(self, weights: Path) -> None:
        with np.load(weights) as stored:
            self._cut: list[list[float]] = stored["cut"].astype(np.float64).tolist()
            self._end: list[float] = stored["end"].astype(np.float64).tolist()
        self._known: dict[tuple[str, bool], tuple[tuple[int, int], ...]] = {}

    def segment(self, text: str) -> list[Segment]:
        """Sentences of a text in order; no sentence crosses a blank line."""
        out: list[Segment] = []
        for number, (start, end) in enumerate(paragraphs(text)):
            words = self.words(text, start, end)
            out.extend(Segment(paragraph=number, words=tuple(part)) for part in self._sentences(text, words))
        return out

    def words(self, text: str, start: int, end: int) -> list[Cut]:
        """Words of one stretch of text."""
        chunks = list(_CHUNK.finditer(text, start, end))
        out: list[Cut] = []
        for n, match in enumerate(chunks):
            chunk, begin = match[0], match.start()
            if _PLAIN.fullmatch(chunk) and chunk.lower() not in _FUSED:
                out.append(Cut(start=begin, end=match.end(), text=chunk, token=True, glued=False))
                continue
            last = n + 1 == len(chunks)
            at, token = 0, True
            for place, kind in (*self._places(chunk, last), (len(chunk), TOKEN)):
                word = Cut(start=begin + at, end=begin + place, text=chunk[at:place], token=token, glued=at > 0)
                out.append(word)
                at, token = place, kind == TOKEN
        return out

    def _places(self, chunk: str, last: bool) -> tuple[tuple[int, int], ...]:  # noqa: FBT001 - private
        key = (chunk, last)
        found = self._known.get(key)
        if found is None:
            found = tuple(self._cuts(chunk, last))
            if len(self._known) > 100_000:
                self._known.clear()
            self._known[key] = found
        return found

    def _cuts(self, chunk: str, last: bool) -> Iterator[tuple[int, int]]:  # noqa: FBT001 - private
        if len(chunk) > 200:  # no word: cut only at its ends
            return
        classes = "  " + "".join(map(char_class, chunk)) + "   "
        for i in places(chunk):
            rows = [self._cut[bucket(feature)] for feature in cut_features(chunk, classes, i, last)]
            none, word, token = (sum(column) for column in zip(*rows, strict=True))
            if max(word, token) > none:
                yield i, TOKEN if token >= word else WORD

    def _sentences(self, text: str, words: list[Cut]) -> Iterator[list[Cut]]:
        begin, state = 0, _State()
        for i, word in enumerate(words):
            follow(state, word.text)
            if i + 1 == len(words) or state.words >= MAX_WORDS or self._ends(text, words, i, state):
                yield words[begin : i + 1]
                begin, state = i + 1, _State()

    def _ends(self, text: str, words: list[Cut], i: int, state: _State) -> bool:
        gap = text[words[i].end : words[i + 1].start]
        if not gap or never_ends(words[i].text, words[i + 1].text, words[i - 1].text if i else ""):
            return False
        if "\n" in gap and line_ends(words[i].text, words[i + 1].text, state.words):
            return True
        if not may_end(words[i].text, words[i + 1].text):
            return False
        return sum(self._end[bucket(f)] for f in end_features(words, i, gap, state)) > 0


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Stretches between blank lines that hold more than white space."""
    out, start = [], 0
    for match in (*_PARAGRAPH.finditer(text), None):
        end = match.start() if match else len(text)
        if _CHUNK.search(text, start, end):
            out.append((start, end))
        start = match.end() if match else end
    return out


def follow(state: _State, word: str) -> None:
    """Count a word into the state of its sentence."""
    state.words += 1
    if word in ('"', "``", "''"):
        state.quotes = 0 if state.quotes else 1
    elif word == "“":
        state.quotes = 1
    elif word == "”":
        state.quotes = 0
    elif word in ("(", "["):
        state.brackets += 1
    elif word in (")", "]"):
        state.brackets = max(0, state.brackets - 1)


def may_end(word: str, following: str) -> bool:
    """Whether the place is worth asking about: after a sign, or before something that can begin a sentence."""
    return not word[-1:].isalnum() or not following[:1].islower()


def never_ends(word: str, following: str, before: str) -> bool:
    """Abbreviations that call for what follows: titles, units, clock times before a day or a zone, initials."""
    low = word.lower()
    if low in _TITLES:
        return low not in ("no.", "st.", "ft.", "mt.") or following[:1].isdigit() or low != "no."
    if low in _CLOCK:
        return following.lower().strip(".") in _AFTER_CLOCK
    if low in _UNITS:
        return before[:1].isdigit() or following[:1].islower()
    return False


def line_ends(word: str, following: str, length: int) -> bool:
    """Whether a single line break ends the sentence: after a stop, before a bullet, or after a short line (a title)."""
    if word in _ENDERS or word in _CLOSERS or word == ":" or following[:1] in "•●▪■◦‣*-–—·":
        return True
    return length <= 9 and not following[:1].islower() and word != ","
