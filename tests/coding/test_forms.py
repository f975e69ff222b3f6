"""Forms of the words that the lists know."""

from __future__ import annotations

import pytest

from whosays.lexicon.forms import forms_of


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("imposed", "impose"),
        ("imposing", "impose"),
        ("scrapped", "scrap"),
        ("acquitted", "acquit"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("frees", "free"),
        ("freed", "free"),
        ("clashes", "clash"),
        ("destroyed", "destroy"),
        ("took", "take"),
    ],
)
def test_a_form_leads_to_its_verb(form: str, lemma: str) -> None:
    assert forms_of([(lemma, "VERB")], [("took", "take", "VERB")])[(form, "VERB")] == lemma


def test_irregular_forms_of_unknown_words_are_left_out() -> None:
    assert ("took", "VERB") not in forms_of([("deny", "VERB")], [("took", "take", "VERB")])
