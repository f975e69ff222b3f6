"""Scores become trees and spans that are well formed, and the best ones."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whosays.reader import decode


def is_tree(heads: list[int]) -> bool:
    def rooted(word: int) -> bool:
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
        return True

    return heads.count(0) == 1 and all(rooted(word) for word in range(1, len(heads) + 1))


def value(heads: tuple[int, ...], arcs: np.ndarray) -> float:
    return sum(float(arcs[i, head]) for i, head in enumerate(heads))


def arcs(words: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)


@given(words=st.integers(1, 30), seed=st.integers(0, 10_000))
def test_any_scores_give_a_tree_with_one_root(words: int, seed: int) -> None:
    heads = decode.trees(arcs(words, seed)[None])[0].tolist()
    assert is_tree(heads)


@given(words=st.integers(1, 5), seed=st.integers(0, 10_000))
def test_no_other_tree_scores_higher(words: int, seed: int) -> None:
    scores = arcs(words, seed)
    every = itertools.product(*([h for h in range(words + 1) if h != w] for w in range(1, words + 1)))
    best = max(value(heads, scores) for heads in every if is_tree(list(heads)))
    found = tuple(decode.trees(scores[None])[0].tolist())
    assert abs(value(found, scores) - best) < 1e-4


def test_the_best_heads_are_kept_where_they_make_a_tree() -> None:
    scores = np.full((1, 3, 4), -5.0, dtype=np.float32)
    for word, head in enumerate((2, 0, 2)):
        scores[0, word, head] = 5.0
    assert decode.trees(scores)[0].tolist() == [2, 0, 2]


def test_two_words_that_head_each_other_are_parted() -> None:
    scores = np.full((1, 2, 3), -5.0, dtype=np.float32)
    scores[0, 0, 2] = scores[0, 1, 1] = 5.0
    scores[0, 1, 0] = 4.0
    assert decode.trees(scores)[0].tolist() == [2, 0]


LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]


def scored(labels: list[str], second: list[str] | None = None) -> np.ndarray:
    out = np.zeros((len(labels), len(LABELS)), dtype=np.float32)
    for i, label in enumerate(labels):
        out[i, LABELS.index(label)] = 4.0
    for i, label in enumerate(second or []):
        out[i, LABELS.index(label)] += 3.0
    return out


def test_neighbouring_names_stay_apart() -> None:
    spans = decode.SpanDecoder(LABELS).spans(scored(["B-PER", "I-PER", "B-PER", "O", "B-ORG"]))
    assert spans == [(0, 1, "PER"), (2, 2, "PER"), (4, 4, "ORG")]


def test_a_name_that_goes_on_without_a_begin_takes_the_best_well_formed_reading() -> None:
    spans = decode.SpanDecoder(LABELS).spans(scored(["O", "I-PER", "O"], ["O", "B-PER", "O"]))
    assert spans == [(1, 1, "PER")]


def test_a_name_does_not_change_its_kind_half_way() -> None:
    spans = decode.SpanDecoder(LABELS).spans(scored(["B-PER", "I-ORG"], ["B-ORG", "I-ORG"]))
    assert spans == [(0, 1, "ORG")]


@given(words=st.integers(1, 20), seed=st.integers(0, 10_000))
def test_spans_are_ordered_and_apart_whatever_the_scores(words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words, len(LABELS))).astype(np.float32)
    spans = decode.SpanDecoder(LABELS).spans(scores)
    edges = [edge for first, last, _ in spans for edge in (first, last)]
    assert edges == sorted(edges)
    assert all(a[1] < b[0] for a, b in itertools.pairwise(spans))
    assert all(0 <= first <= last < words for first, last, _ in spans)


def test_how_likely_each_kind_of_a_name_is_and_that_it_is_none() -> None:
    decoder = decode.SpanDecoder(LABELS)
    likely = dict(
        zip([*decoder.kinds, ""], decoder.likely(scored(["B-PER", "I-PER", "O"]), 0, 1).tolist(), strict=True)
    )
    assert max(likely, key=likely.__getitem__) == "PER"
    assert likely["PER"] > np.log(0.5)
    assert decoder.likely(scored(["O"]), 0, 0)[-1] == max(decoder.likely(scored(["O"]), 0, 0))
