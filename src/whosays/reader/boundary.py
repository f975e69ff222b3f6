"""What the segmenter looks at: the places that may be boundaries, their features, and the rules around them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

HASH_BITS = 17  # a feature is a string, and its hash its row in the weights
_MASK = (1 << HASH_BITS) - 1
_LONG = 40  # a chunk's longest stretch that is a feature as a whole
_WEB = re.compile(r"https?:|www\.|@|\.com|\.org|\.net")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”’)\]]*[^\s<>\"“”’)\].,;:!?*_=-]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_RUNS = re.compile(r"(.)\1+")
_CLOSERS = frozenset(('"', "”", "’", "'", ")", "]", "}", "»", "''"))
_ENDERS = frozenset((".", "!", "?", "…"))
_LIKE = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}
_TITLE_WORDS = 9  # a line of at most so many words that no stop ends is a title or an item


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One syntactic word: its stretch, whether a token starts with it, whether it touches the word before it."""

    start: int
    end: int
    text: str
    token: bool
    glued: bool


@dataclass(slots=True)
class State:
    """How long a sentence is so far, and what it has opened: walks over its words with `follow`."""

    words: int = 0
    quoted: bool = False
    brackets: int = 0

    def follow(self, word: str) -> None:
        """Count a word in."""
        self.words += 1
        if word in ('"', "``", "''"):
            self.quoted = not self.quoted
        elif word in ("“", "”"):
            self.quoted = word == "“"
        elif word in ("(", "["):
            self.brackets += 1
        elif word in (")", "]"):
            self.brackets = max(0, self.brackets - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The lists of `rules.toml`."""

    fused: frozenset[str]
    titles: frozenset[str]
    before_numbers: frozenset[str]
    units: frozenset[str]
    clock: frozenset[str]
    after_clock: frozenset[str]
    bullets: frozenset[str]

    @classmethod
    def load(cls) -> Rules:
        """The package's own."""
        found = tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))
        return cls(**{name: frozenset(values) for name, values in found.items()})

    def places(self, chunk: str) -> list[int]:
        """Where a chunk may be cut: beside every sign, where letters meet digits, and before what can be a clitic."""
        out = []
        low = chunk.lower()
        fused = low in self.fused
        address = _ADDRESS.search(chunk)
        begin, end = address.span() if address else (0, 0)
        for i in range(1, len(chunk)):
            if begin < i < end:  # no cut inside an address
                continue
            left, right = chunk[i - 1], chunk[i]
            if left.isalpha() and right.isalpha():
                if fused or low[i : i + 3] in ("n't", "n’t"):
                    out.append(i)
            elif not (left.isdigit() and right.isdigit()):
                out.append(i)
        return out

    def abbreviation(self, chunk: str) -> int:
        """Where a known abbreviation at the chunk's begin ends, its stop included; 0 where there is none."""
        begin = 0
        while begin < len(chunk) and not chunk[begin].isalnum():
            begin += 1
        stop = chunk.rfind(".") + 1
        low = chunk[begin:stop].lower()
        return stop if low in self.titles or low in self.units or low in self.clock else 0

    def never_ends(self, word: str, following: str, before: str) -> bool:
        """Abbreviations that call for what follows: titles, units, numbers, clock times before a day or a zone."""
        low = word.lower()
        if low in self.clock:
            return following.lower().strip(".") in self.after_clock
        if low in self.units:
            return before[:1].isdigit() or following[:1].islower()
        return low in self.titles or (low in self.before_numbers and following[:1].isdigit())

    def line_ends(self, word: str, following: str, length: int) -> bool:
        """Whether a single line break ends the sentence: after a stop, before an item, or after a short line."""
        if word in _ENDERS or word in _CLOSERS or word == ":" or following[:1] in self.bullets:
            return True
        return length <= _TITLE_WORDS and not following[:1].islower() and word != ","


def bucket(feature: str) -> int:
    """Row of a feature in the weights."""
    return crc32(feature.encode("utf-8", "surrogatepass")) & _MASK


def buckets(features: list[str]) -> list[int]:
    """Rows of several features; no feature has a line break."""
    found = "\n".join(features).encode("utf-8", "surrogatepass").split(b"\n")
    return [crc32(feature) & _MASK for feature in found]


def char_class(char: str) -> str:
    """A letter for the kind of character; signs stand for themselves, typographic ones for the plain ones."""
    if char.isalpha():
        return "a" if char.islower() else "A"
    return "9" if char.isdigit() else _LIKE.get(char, char)


def classes_of(chunk: str) -> str:
    """The chunk's character classes with space around them, as `cut_features` wants them."""
    return "  " + "".join(map(char_class, chunk)) + "   "


def cut_features(chunk: str, classes: str, i: int, *, last: bool) -> list[str]:
    """Features of the place before `chunk[i]`; `last`: nothing follows the chunk in its paragraph.

    The letters in front keep features of one kind apart from those of another; "b" alone is the bias.
    """
    low = chunk.lower()
    window = classes[i - 1 : i + 5]
    a, b, c, d, e, f = window[0], window[1], window[2], window[3], window[4], window[5]
    left, right = low[max(0, i - _LONG) : i], low[i : i + _LONG]
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
        "c" + low[:_LONG] + str(i),
        "k" + _RUNS.sub(r"\1", classes.strip())[:12],
        "f" + classes[2:20] + str(i),
        "e" + c + d + str(last) + str(min(3, len(chunk) - i)) + ("." if "." in left else ""),
        "u" + d + str(bool(_WEB.search(low))),
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


def word_shape(text: str) -> str:
    """Coarse outer form of a word."""
    if not text:
        return "-"
    first, rest = char_class(text[0]), text[1:]
    if not rest:
        return first
    return first + ("a" if rest.islower() else "A" if rest.isupper() else "9" if rest[-1].isdigit() else ".")


def may_end(word: str, following: str) -> bool:
    """Whether the place is worth asking about: after a sign, or before something that can begin a sentence."""
    return not word[-1:].isalnum() or not following[:1].islower()


def end_features(words: Sequence[Cut], i: int, gap: str, state: State) -> list[str]:
    """Features of a sentence end after word i; `gap` is the white space there, with line breaks.

    They look at the word (`t0`), at the next two (`n1`, `n2`), and, past closing quotes and brackets, at the sign or word
    that would end the sentence (`core`, of some `kind`). The letters in front are as in `cut_features`; "B" is the bias.
    """
    t0, n1 = words[i].text.lower(), words[i + 1].text if i + 1 < len(words) else ""
    n2 = words[i + 2].text if i + 2 < len(words) else ""
    j = i
    while j > 0 and words[j].text in _CLOSERS and words[j].glued:
        j -= 1
    core, before = words[j].text.lower(), words[j - 1].text if j else ""
    low1, s1, s2 = n1.lower(), word_shape(n1), word_shape(n2)
    closers = "".join(w.text for w in words[j + 1 : i + 1])
    kind = core if not core[:1].isalnum() else "abbr" if "." in core else word_shape(words[j].text)
    opened = f"{int(state.quoted)}{min(state.brackets, 1)}"
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
