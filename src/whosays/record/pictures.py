"""Signs that are looked at and not read: pictographs, flags, arrows, check marks. A sentence is read as if it had none of them."""

from __future__ import annotations

import re

# Blocks of Unicode, as the inside of a character class: arrows, technical signs, shapes without the bullets of lists
# ("■●▪◦"), symbols and dingbats, further arrows, pictographs; the signs that make a digit a key or a sign a picture.
PICTURES = (
    "\u203c\u2049\u20e3\u2190-\u21ff\u2300-\u23ff\u25a1-\u25a9\u25ab-\u25cb\u25cd\u25ce\u25d0-\u25e5\u25e7-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f"
)
CALLS = frozenset(
    "\u203c\u2049\u2753\u2754\u2755\u2757"
)  # exclamation and question marks as pictures: they end sentences
_PICTURES = re.compile(rf"[{PICTURES}\u200d]+")


def without_pictures(text: str) -> str:
    """The text with a space for each run of pictures, for what is asked of its words alone; offsets change."""
    return " ".join(_PICTURES.sub(" ", text).split())
