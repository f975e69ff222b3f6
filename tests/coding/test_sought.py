"""What is asked for, threatened or refused says in which mode."""

from __future__ import annotations

import pytest

from coding.told import told
from whosays.pipeline import Tools


def modes(text: str, category: str, tools: Tools) -> list[str | None]:
    return [event.mode for event in told(text, tools) if event.category == category]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The bishop asked the rebels to free the nurses.", "yield"),
        ("The bloc called for the release of the editor.", "yield"),
        ("The junta asked Chad for tents and medicine.", "assist"),
        ("Students demanded the resignation of the governor.", "change"),
        ("The envoy urged both sides to come back to the table.", "meet"),
        ("The president invited the rebels to Oslo.", "meet"),
    ],
)
def test_what_is_asked_for_is_the_mode_of_a_request(text: str, mode: str, tools: Tools) -> None:
    assert modes(text, "REQUEST", tools) == [mode]


@pytest.mark.parametrize(
    "text",
    ["The ministry asked the envoy to explain the letter.", "The family pleaded with Jakarta not to deport the cook."],
)
def test_what_is_none_of_these_leaves_the_mode_open(text: str, tools: Tools) -> None:
    assert modes(text, "REQUEST", tools) == [None]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The rebels threatened to bomb the port.", "violence"),
        ("The governor threatened to arrest the editors.", "arrest"),
        ("Ottawa threatened Lima with sanctions.", "relations"),
    ],
)
def test_what_is_threatened_is_the_mode_of_a_threat(text: str, mode: str, tools: Tools) -> None:
    assert modes(text, "THREATEN", tools) == [mode]


def test_who_refuses_to_release_somebody_refuses_to_yield(tools: Tools) -> None:
    assert modes("The junta refused to release the editor.", "REJECT", tools) == ["yield"]


def test_who_denies_a_release_refuses_nothing(tools: Tools) -> None:
    assert modes("The ministry denied that it had freed the gunmen.", "REJECT", tools) == [None]
