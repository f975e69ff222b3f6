"""Events of other coders: grouped by the story of their reports and the word that names them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from whosays.link.given import Given, Likeness, happenings, story_of

# Constructed.
FLOOD = [
    "The Kafue river burst its banks near Mazabuka and washed away a bridge, engineers of the water board said.",
    "Engineers rebuilt the bridge near Mazabuka after the Kafue river burst its banks, the water board announced.",
]
TRIAL = [
    "Judges in Valparaíso sentenced the smuggler Ramona Quiñenao to nine years for gun running.",
    "The smuggler Ramona Quiñenao was sentenced in Valparaíso; her lawyers will appeal against nine years.",
]
TEXTS = [*FLOOD, *TRIAL]
MENTIONS = [
    Given(report=0, lemma="burst"),
    Given(report=0, lemma="wash"),
    Given(report=1, lemma="Burst"),
    Given(report=2, lemma="sentence"),
    Given(report=3, lemma="sentence"),
    Given(report=3, lemma="appeal"),
    Given(report=1, lemma="appeal"),
]


def test_reports_that_share_rare_words_are_of_one_story() -> None:
    assert story_of(TEXTS) == [0, 0, 1, 1]


def test_mentions_of_one_word_in_one_story_are_one_happening_and_in_two_stories_two() -> None:
    burst, wash, again, first, second, appeal, other = happenings(TEXTS, MENTIONS)
    assert burst == again
    assert first == second
    assert len({burst, wash, first, appeal, other}) == 5


def test_without_reports_or_mentions_nothing_is_grouped() -> None:
    assert happenings([], []) == []
    assert happenings(TEXTS, []) == []


@settings(max_examples=30)
@given(st.permutations(range(len(TEXTS))), st.permutations(range(len(MENTIONS))))
def test_the_order_of_reports_and_mentions_does_not_matter(reports: list[int], order: list[int]) -> None:
    def together(found: list[int], places: list[int]) -> set[frozenset[int]]:
        groups: dict[int, set[int]] = {}
        for number, place in zip(found, places, strict=True):
            groups.setdefault(number, set()).add(place)
        return {frozenset(group) for group in groups.values()}

    moved = [Given(report=reports.index(MENTIONS[n].report), lemma=MENTIONS[n].lemma) for n in order]
    found = happenings([TEXTS[n] for n in reports], moved)
    assert together(found, order) == together(happenings(TEXTS, MENTIONS), list(range(len(MENTIONS))))


# ---------------------------------------------------------------- with mention vectors

LIKENESS = Likeness(-4.0, 4.0, 8.0, -4.0)
BURST, OTHER = np.array([1, 0], dtype=np.float32), np.array([0, 1], dtype=np.float32)


def flooded(*told: tuple[str, NDArray[np.float32] | None]) -> list[int]:
    """Mentions of the flood's two reports, in turn, by word and vector."""
    given_ = [Given(report=n % 2, lemma=lemma, vector=vector) for n, (lemma, vector) in enumerate(told)]
    return happenings(TEXTS, given_, LIKENESS)


def test_another_word_with_a_like_vector_tells_the_same_happening() -> None:
    burst, broke, rebuilt = flooded(("burst", BURST), ("break", BURST), ("rebuild", OTHER))
    assert burst == broke
    assert rebuilt != burst


def test_the_same_word_counts_without_a_like_vector_too() -> None:
    one, two = flooded(("burst", BURST), ("burst", OTHER))
    assert one == two


def test_a_mention_without_a_vector_is_refused_where_vectors_count() -> None:
    with pytest.raises(ValueError, match="has no vector"):
        flooded(("burst", BURST), ("burst", None))
