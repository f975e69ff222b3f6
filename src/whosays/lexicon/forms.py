"""Forms of the words that the lists know, so that a rare verb is found even where its lemma was guessed wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

VOWELS = frozenset("aeiou")
SIBILANT = ("s", "x", "z", "ch", "sh", "o")
Key = tuple[str, str]


def forms_of(words: Iterable[Key], irregular: Iterable[tuple[str, str, str]]) -> dict[Key, str]:
    """Lemmas by (form, part of speech) for words given as (lemma, part of speech VERB or NOUN); irregular forms win."""
    known = set(words)
    found: dict[Key, str] = {}
    for lemma, pos in sorted(known):
        for form in verb_forms(lemma) if pos == "VERB" else noun_forms(lemma):
            found.setdefault((form, pos), lemma)
    return found | {(form, pos): lemma for form, lemma, pos in irregular if (lemma, pos) in known}


def verb_forms(lemma: str) -> Iterator[str]:
    """The regular forms of a verb: "impose" gives imposes, imposed, imposing; "scrap" scraps, scrapped, scrapping."""
    yield lemma
    yield plural(lemma)
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
    yield (lemma[:-1] + "ied") if _ends_in_consonant_y(lemma) else stem + "ed" if stem == lemma else lemma + "d"
    yield stem + "ing"
    if lemma.endswith("ee"):
        yield lemma + "d"
    if _may_double(lemma):
        yield lemma + lemma[-1] + "ed"
        yield lemma + lemma[-1] + "ing"


def noun_forms(lemma: str) -> Iterator[str]:
    """The singular and regular plural of a noun."""
    yield lemma
    yield plural(lemma)


def plural(lemma: str) -> str:
    """A noun's plural, which is also how a verb's third person is made."""
    if _ends_in_consonant_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(SIBILANT) else "s")


def _ends_in_consonant_y(lemma: str) -> bool:
    return len(lemma) > 1 and lemma.endswith("y") and lemma[-2] not in VOWELS


def _may_double(lemma: str) -> bool:
    if len(lemma) < 3 or lemma[-1] in VOWELS or lemma[-1] in "wxy":
        return False
    return (lemma[-2] in VOWELS and lemma[-3] not in VOWELS) or lemma[-3:-1] == "ui"
