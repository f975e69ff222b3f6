"""Folding that keeps offsets: a text without diacritics and with plain apostrophes and hyphens, as long as it was."""

from __future__ import annotations

import unicodedata
from functools import cache

APOSTROPHES = "’‘ʼʻ`´ʿʾ′"
HYPHENS = "‐‑‒–—−"
# Letters that Unicode does not decompose and English reports write plainly.
PLAIN = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h", "Ħ": "H", "ŧ": "t", "ð": "d"}


@cache
def _table() -> dict[int, str]:
    table = {ord(mark): "'" for mark in APOSTROPHES} | {ord(dash): "-" for dash in HYPHENS}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base != chr(code) and base.isascii():
            table[code] = base
    return table | {ord(letter): plain for letter, plain in PLAIN.items()}


def fold(text: str) -> str:
    """The text with each letter's diacritics dropped and typography levelled; offsets do not move.

    >>> fold("Côte d’Ivoire")
    "Cote d'Ivoire"
    """
    return text if text.isascii() and "`" not in text else text.translate(_table())


def key(text: str) -> str:
    """What a name is compared by: folded, lower case, without dots, hyphens or doubled spaces.

    >>> key("U.S.") == key("us"), key("Al-Shabaab")
    (True, 'al shabaab')
    """
    return " ".join(fold(text).casefold().replace(".", "").replace("-", " ").split())


def slug(text: str) -> str:
    """A name as part of an id.

    >>> slug("Volodymyr Zelenskyy")
    'volodymyr-zelenskyy'
    """
    kept = "".join(letter if letter.isalnum() else "-" for letter in fold(text).casefold())
    return "-".join(part for part in kept.split("-") if part)
