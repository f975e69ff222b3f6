"""What is read of a text as words: stretches of non-space, without pictures and the marks that posts and plain markup put around words.

Every chunk is an exact stretch of the text. "🇺🇬 Ugandan soldiers 🔫 killed two" is read "Ugandan soldiers killed two",
"struck #Kharkiv" is "struck Kharkiv", "**Kenya**" is "Kenya"; the number of a post in its thread ("2/4") is no word of it.
"""

from __future__ import annotations

import re

from whosays.record.pictures import PICTURES

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
CHUNK = re.compile(rf"[^\s{_INVISIBLE}{PICTURES}](?:[^\s{PICTURES}]*[^\s{_INVISIBLE}{PICTURES}])?")
_TAG = re.compile(r"#(?=[^\W\d_])")
_MARKED = re.compile(r"(?P<mark>\*\*|__|[*_])(?P<words>\w(?:[^*_]*\w)?)(?P=mark)$|(?:\*\*|__)(?=\w)")
_NUMBER = re.compile(r"\(?(?:[1-9]\d?/(?:[1-9]\d?)?|/[1-9]\d?)[).]?")
_ENDERS = ".!?…"


def chunks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the chunks of one stretch of text begin and end."""
    found = [match.span() for match in CHUNK.finditer(text, start, end)]
    if not any(sign in text[start:end] for sign in "#*_/"):  # most text has none
        return found
    kept = [span for n, span in enumerate(found) if not _is_number(text, found, n)]
    return [_bare(text, kept, n) for n in range(len(kept))]


def _is_number(text: str, found: list[tuple[int, int]], n: int) -> bool:
    """Whether a chunk counts a post in its thread: before its first sentence, or behind its last."""
    if len(found) < 3 or not _NUMBER.fullmatch(text, *found[n]):
        return False
    if n == 0:
        return text[found[1][0]].isupper()
    return n + 1 == len(found) and text[found[n - 1][1] - 1] in _ENDERS


def _bare(text: str, found: list[tuple[int, int]], n: int) -> tuple[int, int]:
    """A chunk without the sign of a tag that is a word of its sentence, and without the marks of bold and italic print."""
    start, end = found[n]
    if _TAG.match(text, start, end):
        beside = any(text[found[k][0]] == "#" for k in (n - 1, n + 1) if 0 <= k < len(found))
        alone = n + 1 == len(found) and text[end - 1].isalnum()  # it ends the post, and belongs to no sentence
        return (start, end) if beside or alone else (start + 1, end)
    marked = _MARKED.match(text, start, end)
    if marked is not None and marked["words"]:
        return marked.span("words")
    if marked is not None:
        return marked.end(), end
    return (
        (start, end - 2)
        if end - start > 2 and text[end - 2 : end] in {"**", "__"} and text[end - 3].isalnum()
        else (start, end)
    )
