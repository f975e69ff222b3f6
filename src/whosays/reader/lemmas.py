"""Lemmas: looked up where the word is known, else made by the edit script that the network names.

Scripts say what to cut from the end of a word's lower-cased form, what to add, and which case to take.

A script is "CASE CUT ADD" ("l2y": carries → carry) or "CASE=WORD" where form and lemma have too little in common
("l=be": was → be). CASE is l (lower), k (as the form has it), t (first letter large).
"""

from __future__ import annotations

import re
from pathlib import Path

from whosays.errors import ModelError

ANY = "*"  # stands for all features that are not listed
WITHOUT_COMMAS = "n"  # 200,000 → 200000

_SCRIPT = re.compile(r"([lkt])(?:(\d+)(.*)|=(.*))", re.DOTALL)


def script(form: str, lemma: str) -> str:
    """The shortest script that makes the lemma from the form."""
    if "," in form and form[:1].isdigit() and form.replace(",", "") == lemma:
        return WITHOUT_COMMAS
    case = _case(form, lemma)
    low, target = form.lower(), (lemma if case == "k" else lemma.lower())
    base = form if case == "k" else low
    common = 0
    while common < min(len(base), len(target)) and base[common] == target[common]:
        common += 1
    if common == 0 or (common == 1 and len(base) > 3) or target[common : common + 1].isdigit():
        return f"{case}={target}"
    return f"{case}{len(base) - common}{target[common:]}"


def _case(form: str, lemma: str) -> str:
    if lemma == lemma.lower():
        return "l"
    if form[:1].isupper() and form[1:] != form[1:].lower() and lemma == lemma.lower().capitalize():
        return "t"
    return "k"


def apply(edit: str, form: str) -> str:
    """The lemma that the script makes from the form; the form itself where the script does not fit it."""
    if edit == WITHOUT_COMMAS:
        return form.replace(",", "")
    match = _SCRIPT.fullmatch(edit)
    if match is None:
        return form
    case, cut, add, whole = match.groups()
    if whole is not None:
        made = whole
    else:
        base = form if case == "k" else form.lower()
        if int(cut) >= len(base) and int(cut) > 0:
            return base
        made = base[: len(base) - int(cut)] + add
    return made.capitalize() if case == "t" else made


def key(form: str, upos: str, feats: str) -> tuple[str, str, str]:
    """What the table is asked for: names keep their case."""
    return (form if upos == "PROPN" else form.lower(), upos, feats)


class Lemmatiser:
    """Looks words up in the table that `training/lemma_table.py` leaves, and applies scripts to the others."""

    def __init__(self, table: Path) -> None:
        try:
            lines = table.read_text(encoding="utf-8").split("\n")
            rows = [line.split("\t") for line in lines if line and not line.startswith("# ")]
            self._known = {(form, upos, feats): lemma for form, upos, feats, lemma in rows[1:]}
        except (OSError, ValueError) as error:
            raise ModelError(f"the model's lemmas {table} cannot be read: {error}") from error

    def lemma(self, form: str, upos: str, feats: str, edit: str) -> str:
        """The word's lemma; `edit` is the network's script for it."""
        known = self._known.get(key(form, upos, feats)) or self._known.get(key(form, upos, ANY))
        return known or apply(edit, form)
