"""What the encoder sees of a sentence: word pieces, and beside each its word's shape and whether it stands in quotes.

The encoder is uncased, so "US" and "us" have the same pieces; the shape tells them apart. The quote state is read from
the whole paragraph and tells a sentence in the middle of a long quotation what it is part of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CLS, SEP, UNKNOWN = 101, 102, 100
SHAPES = 20  # ten shapes, each with and without a space before the word; 0 is padding and the marks of begin and end
QUOTE_STATES = 4  # 0 outside, 1 a quotation mark, 2 inside, 3 inside a quotation that an earlier sentence opened
MAX_PIECES_PER_WORD = 12

_OPEN, _CLOSE, _EITHER = "“«„", "”»", '"'


def shape(form: str, *, glued: bool) -> int:
    """Class of the word's outer form, 1 to 19; odd and even tell whether a space stands before it."""
    return 2 * _shape(form) + glued


def _shape(form: str) -> int:
    if not any(map(str.isalnum, form)):
        return 1
    if any(map(str.isdigit, form)):
        return 2 if not any(map(str.isalpha, form)) else 3
    if form.islower():
        return 4
    if form.isupper():
        return 5 if sum(map(str.isalpha, form)) == 1 else 6
    if form[:1].isupper() and form[1:].islower():
        return 7
    return 8 if form[:1].isupper() else 9


class QuoteTracker:
    """Walks over the words of a paragraph and says of each whether it stands inside double quotation marks."""

    def __init__(self) -> None:
        self._open = False
        self._low = False  # opened by „, which “ closes
        self._carried = False

    def sentence(self, forms: Sequence[str]) -> list[int]:
        """States of one sentence's words; the next call goes on where this one ends."""
        self._carried = self._open
        return [self._step(form) for form in forms]

    def _step(self, form: str) -> int:
        if len(form) <= 2 and form in ('"', "“", "”", "«", "»", "„", "``", "''"):
            closes = form == "“" and self._open and self._low
            self._open = not closes and (form in ("“", "«", "„", "``") or (form == '"' and not self._open))
            self._low = self._open and (self._low or form == "„")
            if not self._open:
                self._carried = False
            return 1
        if not self._open:
            return 0
        return 3 if self._carried else 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """One sentence for the encoder. `first[i]` is the place of word i's first piece; place 0 is the begin mark."""

    ids: list[int]
    shapes: list[int]
    quotes: list[int]
    first: list[int]


class Piecer:
    """Cuts words into the encoder's pieces; remembers what it has cut, since words recur."""

    def __init__(self, tokenizer: Path, *, remember: int = 100_000) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}
        self._remember = remember

    def word(self, form: str) -> tuple[int, ...]:
        """Piece ids of one word: at least one, at most twelve."""
        return self._word(form)[0]

    def _word(self, form: str) -> tuple[tuple[int, ...], int]:
        """Piece ids of a word, and its shape after a space."""
        found = self._known.get(form)
        if found is None:
            ids = self._tokenizer.encode(form, add_special_tokens=False).ids[:MAX_PIECES_PER_WORD]
            found = (tuple(ids) or (UNKNOWN,), shape(form, glued=False))
            if len(self._known) >= self._remember:
                self._known.clear()
            self._known[form] = found
        return found

    def sentence(self, forms: Sequence[str], glued: Sequence[bool], quotes: Sequence[int]) -> Pieces:
        """Pieces of one sentence between the begin and the end mark."""
        ids, shapes, states, first = [CLS], [0], [0], []
        for form, near, quote in zip(forms, glued, quotes, strict=True):
            pieces, spaced = self._word(form)
            first.append(len(ids))
            if len(pieces) == 1:
                ids.append(pieces[0])
                shapes.append(spaced + near)
                states.append(quote)
            else:
                ids.extend(pieces)
                shapes.extend([spaced + near] * len(pieces))
                states.extend([quote] * len(pieces))
        ids.append(SEP)
        shapes.append(0)
        states.append(0)
        return Pieces(ids=ids, shapes=shapes, quotes=states, first=first)
