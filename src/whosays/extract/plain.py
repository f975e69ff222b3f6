"""Plain text: the title on the first line, then perhaps a byline or an agency, then paragraphs.

Text that was copied off a web page brings lines of its chrome along; they are known by their words, and left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from whosays.extract.credits import is_agency, is_sign_off, read_byline
from whosays.record.pictures import without_pictures

CHROME = re.compile(
    r"(?:top of page|bottom of page|skip to (?:main )?content|comments?(?: \(\d+\))?|\d+ comments?|share(?: this)?|print|email|"
    r"advertisement|sign (?:in|up)|log ?in|subscribe.{0,40}|read (?:more|next).{0,60}|related (?:stories|articles|posts)|"
    r"recent posts|see all|write a comment.*|share your thoughts.*|all rights reserved.*|©.*|\d+ (?:views?|likes?|shares?|min read)|"
    r"newsletter|follow us.*|tags?:.*|filed under:?.*|copy link|facebook|twitter|linkedin|whatsapp)",
    re.IGNORECASE,
)
# What a post has behind its last sentence: tags, handles, links, its number in a thread.
POST_END = re.compile(r"(?:\s+(?:[#@]\w+|https?://\S+|\(?\d{0,2}/\d{0,2}\)?))+$")
TITLE_END = frozenset(".!…:;,”\"'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was read off a report, before it is a document. `paragraphs` are the main text."""

    title: str | None = None
    byline: str | None = None
    wire: str | None = None
    publisher: str | None = None
    published: tuple[str, str] | None = None
    url: str | None = None
    language: str | None = None
    paragraphs: tuple[str, ...] = ()


def read_plain(text: str) -> Page:
    """A plain text report's parts."""
    blocks = [block for block in (" ".join(part.split()) for part in _blocks(text)) if block]
    blocks = _without_tail([block for block in blocks if not CHROME.fullmatch(block)])
    title = blocks.pop(0) if len(blocks) > 1 and _is_title(blocks[0]) else None
    byline = wire = None
    while len(blocks) > 1 and len(blocks[0]) < 120:
        found = read_byline(blocks[0])
        if found is None and not is_agency(blocks[0]):
            break
        byline = byline or found
        wire = wire or (blocks[0] if is_agency(blocks[0]) else None)
        blocks.pop(0)
    return Page(
        title=title, byline=byline, wire=wire, paragraphs=tuple(block for block in blocks if not is_sign_off(block))
    )


def _blocks(text: str) -> list[str]:
    """Paragraphs: separated by blank lines, or one a line where the text has no blank lines between its long lines."""
    parts = re.split(r"\n[ \t\u00a0]*\n+", text.strip())
    if len(parts) <= 2 and text.strip().count("\n") > 3:
        return text.strip().split("\n")
    head, *rest = parts
    return [*head.split("\n"), *rest] if "\n" in head and len(head.split("\n")[0]) < 160 else parts


def _is_title(block: str) -> bool:
    words = _said(block)
    return 0 < len(words) < 250 and words[-1] not in TITLE_END


def _said(block: str) -> str:
    """A block without its pictures and what a post has behind its last sentence."""
    return POST_END.sub("", without_pictures(block))


def _without_tail(blocks: list[str]) -> list[str]:
    """Short lines at the end that are no sentences ("Reuters", "ENDS") are not text."""
    while len(blocks) > 2 and len(blocks[-1]) < 40 and _said(blocks[-1])[-1:].isalnum() and not is_agency(blocks[-1]):
        blocks.pop()
    return blocks
