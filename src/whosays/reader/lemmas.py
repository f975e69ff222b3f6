"""Lemmas as edit scripts: what to cut from the end of a word's lower-cased form, what to add, and which case to take.

A script is "CASE CUT ADD" ("l2y": carries → carry) or "CASE=WORD" where form and lemma have too little in common
("l=be": was → be). CASE is l (lower), k (as the form has it), t (first letter large).
"""

from __future__ import annotations

import re

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
    if common == 0 or (common == 1 and len(base) > 3):
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
