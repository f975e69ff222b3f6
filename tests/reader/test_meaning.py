"""Scores of the heads of meaning become signs: likely events, their participants, how certain they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from whosays.errors import ModelError
from whosays.reader.signs import Signs, softmax

LABELS = {
    "event": ["O", "ASSAULT", "AID"],
    "mode": ["-", "ASSAULT/drone", "AID/drone"],
    "value": ["CT+", "PR+", "PS+", "Uu", "PS-", "PR-", "CT-"],
    "status": ["-", "future"],
    "roles": ["actor", "recipient"],
}
WORDS, SIZE = 4, 2


@pytest.fixture
def signs(tmp_path: Path) -> Signs:
    """A model whose role scores are ten times the product of the first numbers for actors, of the second for recipients."""
    bilinear = np.zeros((2 * SIZE, SIZE), dtype=np.float32)
    bilinear[0, 0] = bilinear[3, 1] = 10.0
    nothing = np.zeros((2, SIZE), dtype=np.float32)
    np.savez(
        tmp_path / "roles.npz",
        bilinear_weight=bilinear,
        of_event_weight=nothing,
        of_event_bias=np.full(2, -3.0, dtype=np.float32),
        of_argument_weight=nothing,
        of_argument_bias=np.zeros(2, dtype=np.float32),
    )
    return Signs(tmp_path, LABELS)


def scores(**changed: Sequence[Sequence[float]]) -> dict[str, np.ndarray]:
    found = {
        name: np.zeros((1, WORDS, len(LABELS[name])), dtype=np.float32) for name in ("event", "mode", "value", "status")
    }
    found["event"][0, :, 0] = 9.0
    found |= {name: np.zeros((1, WORDS, SIZE), dtype=np.float32) for name in ("role_events", "role_arguments")}
    for name, rows in changed.items():
        found[name][0, : len(rows)] = rows
    return found


def test_a_sentence_without_likely_events_has_no_signs(signs: Signs) -> None:
    assert signs.of(scores()) == ()


def test_a_likely_event_is_a_sign_with_its_categories_likeliest_first(signs: Signs) -> None:
    [sign] = signs.of(scores(event=[[9, 0, 0], [0, 3, 4]]))
    assert sign.index == 1
    assert [name for name, _ in sign.scores] == ["AID", "ASSAULT"]
    assert sign.scores[0][1] == pytest.approx(0.857, abs=0.01)


def test_the_mode_is_one_of_the_likeliest_category(signs: Signs) -> None:
    [sign] = signs.of(scores(event=[[0, 9, 0]], mode=[[0, 1, 5]]))
    assert sign.mode == "drone"
    [plain] = signs.of(scores(event=[[0, 9, 0]], mode=[[2, 1, 5]]))
    assert plain.mode is None


def test_a_status_is_said_where_it_is_likeliest(signs: Signs) -> None:
    [sign] = signs.of(scores(event=[[0, 9, 0]], status=[[0, 1]]))
    assert sign.status == "future"


def test_participants_are_the_words_whose_vectors_answer_the_events(signs: Signs) -> None:
    [sign] = signs.of(
        scores(event=[[0, 9, 0]], role_events=[[1, 1]], role_arguments=[[0, 0], [1, 0], [0, 1], [0.1, 0.1]])
    )
    assert [(part.role, part.index) for part in sign.parts] == [("actor", 1), ("recipient", 2)]


def test_certainty_runs_from_minus_three_to_three(signs: Signs) -> None:
    sure, denied, open_ = [9, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 9], [0, 0, 0, 9, 0, 0, 0]
    found = signs.certainty(scores(value=[sure, denied, open_]))
    assert found[0] > 2.9
    assert found[1] < -2.9
    assert abs(found[2]) < 0.1
    assert all(-3 <= value <= 3 for value in found)


def test_a_model_without_these_heads_gives_nothing_and_needs_no_file(tmp_path: Path) -> None:
    assert Signs(tmp_path, {"upos": ["NOUN"]}).wanted == ()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"roles\.npz"):
        Signs(tmp_path, LABELS)


def test_softmax_sums_to_one() -> None:
    assert softmax(np.array([[1000.0, 0.0, -1000.0]], dtype=np.float32)).sum() == pytest.approx(1.0)
