"""Words that are hidden while the network learns: what it still sees of them, and what it is not asked."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from examples import Example
from whosays.reader.features import Piecer

pytest.importorskip("torch")
batches = pytest.importorskip("batches")

MODEL = Path(__file__).parents[2] / "src/whosays/reader/model"
FORMS = ["Rangers", "intercepted", "smugglers", "near", "Kostivka", "yesterday"]  # constructed


def _example(**labels: list[str]) -> Example:
    n = len(FORMS)
    return Example(corpus="ewt", forms=list(FORMS), glued=[False] * n, quotes=[0] * n, labels=dict(labels))


def _hidden(example: Example, share: float) -> tuple[Example, list[int], list[int]]:
    pieces = Piecer(MODEL / "tokenizer.json").sentence(example.forms, example.glued, example.quotes)
    found, after = batches.hidden(example, pieces, share, random.Random(7))
    assert (after.shapes, after.quotes, after.first) == (pieces.shapes, pieces.quotes, pieces.first)
    assert len(after.ids) == len(pieces.ids)
    return found, pieces.ids, after.ids


def test_every_piece_of_a_hidden_word_is_the_mask_and_the_sentence_keeps_its_marks() -> None:
    _, before, after = _hidden(_example(), 1.0)
    assert (after[0], after[-1]) == (before[0], before[-1])
    assert set(after[1:-1]) == {batches.MASK}


def test_a_hidden_words_lemma_is_not_asked_and_its_other_labels_are() -> None:
    tags = ["NOUN", "VERB", "NOUN", "ADP", "PROPN", "NOUN"]
    lemmas = [f"edit {i}" for i in range(len(FORMS))]
    found, before, after = _hidden(_example(upos=tags, lemma=lemmas), 0.5)
    pieces = Piecer(MODEL / "tokenizer.json").sentence(FORMS, [False] * len(FORMS), [0] * len(FORMS))
    unseen = [after[place] == batches.MASK for place in pieces.first]
    assert any(unseen)
    assert not all(unseen)
    assert found.labels["lemma"] == ["" if gone else lemma for gone, lemma in zip(unseen, lemmas, strict=True)]
    assert found.labels["upos"] == tags
    assert before != after


@pytest.mark.parametrize("head", ["event", "cue"])
def test_nothing_is_hidden_where_the_word_itself_decides(head: str) -> None:
    _, before, after = _hidden(_example(**{head: ["O"] * len(FORMS)}), 1.0)
    assert before == after


def _sentence(forms: list[str], heads: list[int], *, goes_on: bool) -> Example:
    n = len(forms)
    labels = {"upos": ["X"] * n}
    return Example(
        corpus="ewt", forms=forms, glued=[False] * n, quotes=[0] * n, heads=heads, labels=labels, goes_on=goes_on
    )


def test_neighbours_run_together_keep_their_trees_side_by_side() -> None:
    one = _sentence(["Regards", "Anna"], [0, 1], goes_on=False)
    other = _sentence(["Rangers", "left", "."], [2, 0, 2], goes_on=True)
    [both] = batches.run_together([one, other], {"no_stop": 1.0, "after_stop": 0.0}, random.Random(1))
    assert both.forms == ["Regards", "Anna", "Rangers", "left", "."]
    assert both.heads == [0, 1, 4, 0, 4]
    assert both.labels == {"upos": ["X"] * 5}


def test_sentences_of_different_paragraphs_are_not_run_together() -> None:
    one = _sentence(["Regards", "Anna"], [0, 1], goes_on=False)
    other = _sentence(["Rangers", "left"], [2, 0], goes_on=False)
    assert batches.run_together([one, other], {"no_stop": 1.0, "after_stop": 1.0}, random.Random(1)) == []
