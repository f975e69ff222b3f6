"""PLOVER's categories: sixteen, each with a meaning, CAMEO's root codes and a quad class."""

from __future__ import annotations

import pytest

from whosays.errors import LexiconError
from whosays.lexicon.plover import load_plover, read_plover
from whosays.lexicon.predicates import load_predicates, rows
from whosays.resolve import load_world

QUADS = {
    1: {"AGREE", "CONSULT", "SUPPORT"},
    2: {"COOPERATE", "AID", "CONCEDE", "RETREAT"},
    3: {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    4: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}


def test_the_categories_stand_in_their_quad_classes() -> None:
    categories = load_plover()
    found = {quad: {name for name, category in categories.items() if category.quad == quad} for quad in QUADS}
    assert found == QUADS


def test_every_category_and_mode_has_a_meaning() -> None:
    for category in load_plover().values():
        assert category.definition.endswith(".")
        assert all(meaning.endswith(".") for meaning in category.modes.values())


def test_a_means_gives_a_mode_that_assault_has() -> None:
    modes = load_plover()["ASSAULT"].modes
    assert [lemma for _, (lemma, mode) in rows("instruments.tsv", 2) if mode not in modes] == []


def test_cameo_codes_are_codes() -> None:
    assert [
        e.id for e in load_predicates() if e.cameo is not None and not (e.cameo.isdigit() and 3 <= len(e.cameo) <= 4)
    ] == []


def test_resolving_knows_the_quad_class_and_invents_no_score() -> None:
    categories = load_world().categories
    assert {name: category.quad for name, category in categories.items()} == {
        name: category.quad for name, category in load_plover().items()
    }
    assert {category.score for category in categories.values()} == {None}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[AID]\ndefinition = 'Gives.'\ncameo = '07'\nquad = 5\n", "list.toml: AID: no quad class 5"),
        ("[AID]\ncameo = '07'\nquad = 2\n", "list.toml: AID: no definition"),
        ("[AID\n", "list.toml: "),
    ],
)
def test_a_malformed_category_is_refused_by_file_and_name(text: str, complaint: str) -> None:
    with pytest.raises(LexiconError) as caught:
        read_plover(text, "list.toml")
    assert str(caught.value).startswith(complaint)
