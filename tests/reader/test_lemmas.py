"""A lemma's edit script makes the lemma again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.reader import lemmas

WORDS = st.text(alphabet="abcdeIKNyz'é0", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("form", "lemma", "script"),
    [
        ("carries", "carry", "l3y"),
        ("Soldiers", "soldier", "l1"),
        ("was", "be", "l=be"),
        ("Kursk", "Kursk", "k0"),
        ("MOSCOW", "Moscow", "t0"),
        ("NATO", "NATO", "k0"),
        ("200,000", "200000", "n"),
    ],
)
def test_the_script_says_how_the_lemma_comes_about(form: str, lemma: str, script: str) -> None:
    assert lemmas.script(form, lemma) == script
    assert lemmas.apply(script, form) == lemma


@given(form=WORDS, lemma=WORDS)
def test_a_script_made_for_a_pair_gives_its_lemma(form: str, lemma: str) -> None:
    assert lemmas.apply(lemmas.script(form, lemma), form) == lemma


@given(form=st.text(min_size=1, max_size=8), cut=st.integers(0, 9))
def test_a_script_that_does_not_fit_leaves_a_word(form: str, cut: int) -> None:
    assert lemmas.apply(f"l{cut}", form)
    assert lemmas.apply("nonsense", form) == form


@pytest.fixture
def lemmatiser(tmp_path: Path) -> lemmas.Lemmatiser:
    rows = [
        "# a comment",
        "form\tupos\tfeats\tlemma",
        "lay\tVERB\t*\tlay",
        "lay\tVERB\tTense=Past\tlie",
        "US\tPROPN\t*\tUS",
    ]
    (tmp_path / "lemmas.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return lemmas.Lemmatiser(tmp_path / "lemmas.tsv")


def test_a_known_word_is_looked_up_by_its_features_first(lemmatiser: lemmas.Lemmatiser) -> None:
    assert lemmatiser.lemma("Lay", "VERB", "Tense=Past", "l0") == "lie"
    assert lemmatiser.lemma("Lay", "VERB", "VerbForm=Inf", "l0") == "lay"


def test_an_unknown_word_takes_its_script_and_names_keep_their_case(lemmatiser: lemmas.Lemmatiser) -> None:
    assert lemmatiser.lemma("lays", "VERB", "", "l1") == "lay"
    assert lemmatiser.lemma("us", "PROPN", "", "k0") == "us"
    assert lemmatiser.lemma("US", "PROPN", "", "l0") == "US"
