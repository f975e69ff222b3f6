"""Borders of names: what the labels broke in two at a small word is put together, and no name ends in one.

Words are counted in the sentence; a span is (first word, last word, kind).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Span = tuple[int, int, str]
_LINKS = frozenset("of for the".split())  # a name that breaks off at one of these goes on with the next
_LOOSE = _LINKS | frozenset("a an and in at to by on from with or".split())  # words that no name ends in


def mended(spans: Iterable[Span], words: Sequence[str]) -> list[Span]:
    """The spans in order, none with a preposition, "and" or an article at its end.

    One that breaks off at "of" or "for" is joined with the next, where that comes at once, and so is an article with a capital:
    "Sea of" and "Japan", "Northern Front of the" and "Harbour Army", "The" and "Harbour Fund"; not "the city of" and "Kosti",
    nor two that "and" holds apart. What has small words alone is no name.
    """
    whole = list[Span]()
    for span in sorted(spans):
        if whole and whole[-1][1] + 1 == span[0] and _breaks_off(whole[-1], words):
            first, last, kind = whole.pop()
            whole.append((first, span[1], span[2] if first == last else kind))
        else:
            whole.append(span)
    ended = ((first, _end(first, last, words), kind) for first, last, kind in whole)
    return [span for span in ended if span[0] <= span[1]]


def _breaks_off(span: Span, words: Sequence[str]) -> bool:
    first, last, _ = span
    end = _end(first, last, words)
    if end < first:
        return words[first] == "The"
    tail = [word.lower() for word in words[end + 1 : last + 1]]
    return bool(tail) and tail[0] != "the" and _LINKS.issuperset(tail) and words[end][:1].isupper()


def _end(first: int, last: int, words: Sequence[str]) -> int:
    """The last word of a span that a name may end in, or the one before the span."""
    return next((i for i in range(last, first - 1, -1) if not _loose(words[i])), first - 1)


def _loose(word: str) -> bool:
    return word in _LOOSE or word.lower() in _LINKS  # "An", "To" and "On" are names too
