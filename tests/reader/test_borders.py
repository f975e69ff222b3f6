"""Names that the labels broke off at a small word."""

from __future__ import annotations

import pytest

from whosays.reader import borders


def named(text: str) -> list[tuple[str, str]]:
    """The names of a text in which "[" opens one and "]" closes it, once mended; all are ORG but those behind "[LOC"."""
    words, spans, opened = list[str](), list[tuple[int, int, str]](), (0, "")
    for piece in text.replace("[", " [ ").replace("]", " ] ").split():
        if piece == "[":
            opened = len(words), "ORG"
        elif piece == "]":
            spans.append((opened[0], len(words) - 1, opened[1]))
        elif piece == "LOC":
            opened = opened[0], "LOC"
        else:
            words.append(piece)
    return [(" ".join(words[first : last + 1]), kind) for first, last, kind in borders.mended(spans, words)]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("the [Northern Front of the][LOC Harbour Army]", [("Northern Front of the Harbour Army", "ORG")]),
        ("the [Front for][LOC Lake Chilwa] met", [("Front for Lake Chilwa", "ORG")]),
        ("[League of][LOC Lakes of][LOC Bukoba]", [("League of Lakes of Bukoba", "ORG")]),
        ("[The][Harbour Fund] paid", [("The Harbour Fund", "ORG")]),
    ],
)
def test_a_name_that_breaks_off_goes_on_with_the_next(broken: str, whole: list[tuple[str, str]]) -> None:
    assert named(broken) == whole


@pytest.mark.parametrize(
    ("loose", "kept"),
    [
        ("the [Chamber of] commerce", [("Chamber", "ORG")]),
        ("the [Greens in][LOC Mwanza]", [("Greens", "ORG"), ("Mwanza", "LOC")]),
        ("[LOC Kigoma and][LOC Mwanza]", [("Kigoma", "LOC"), ("Mwanza", "LOC")]),
        ("the [city of][LOC Kosti]", [("city", "ORG"), ("Kosti", "LOC")]),
        ("[the] harbour", []),
        ("[The] harbour", []),
    ],
)
def test_no_name_ends_in_a_small_word_or_is_one(loose: str, kept: list[tuple[str, str]]) -> None:
    assert named(loose) == kept


def test_small_words_with_a_capital_may_end_a_name() -> None:
    assert named("[LOC Hoi An] and [Ban] met") == [("Hoi An", "LOC"), ("Ban", "ORG")]
