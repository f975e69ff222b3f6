"""The simple past of a verb, for a headline whose clause has only a form in -ing."""

from __future__ import annotations

from functools import cache

from whosays.lexicon.forms import verb_forms
from whosays.lexicon.predicates import rows

VOWELS = frozenset("aeiou")


def past_of(gerund: str) -> str:
    """ "Freeing" gives freed, "carrying" carried, "taking" took."""
    stem = gerund.removesuffix("ing")
    if stem.endswith("y") and stem[-2:-1] not in VOWELS:
        regular = stem[:-1] + "ied"
    else:
        regular = stem + ("d" if stem.endswith("e") else "ed")
    return _irregular().get(gerund, regular)


def is_participle(form: str) -> bool:
    """Whether a form is a past participle: "sent", "seized", "taken", but not "took"."""
    return form.endswith("ed") or form in _participles()


@cache
def _irregular() -> dict[str, str]:
    """The past of each irregular verb's form in -ing, read at the first question."""
    first: dict[str, str] = {}
    for form, lemma in _listed():
        first.setdefault(lemma, form)
    return {form: past for lemma, past in first.items() for form in verb_forms(lemma) if form.endswith("ing")}


@cache
def _participles() -> frozenset[str]:
    """The last form that is listed of each irregular verb: its past comes first, its participle second where it is another."""
    return frozenset({lemma: form for form, lemma in _listed()}.values())


def _listed() -> list[tuple[str, str]]:
    return [(form, lemma) for _, (form, lemma, pos) in rows("irregular.tsv", 3) if pos == "VERB"]
