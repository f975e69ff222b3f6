"""Which attributions have content in a sentence: of a long report's thousands, only those are asked what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from whosays.record.coded import Mention


class HasContent(Protocol):
    """An attribution, coded or about to be; each piece of its content lies in one sentence."""

    @property
    def content(self) -> tuple[Mention, ...]:
        """What is said, piece by piece."""


T = TypeVar("T", bound=HasContent)
Held = Mapping[int, list[tuple[int, T]]]


def by_sentence(found: Sequence[T]) -> Held[T]:
    """For each sentence the attributions with content in it, each with its place in the list, in the list's order."""
    held: dict[int, list[tuple[int, T]]] = {}
    for index, one in enumerate(found):
        for sentence in {piece.sentence for piece in one.content}:
            held.setdefault(sentence, []).append((index, one))
    return held
