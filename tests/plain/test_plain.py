"""What is recorded of plain news is what was last agreed on."""

from __future__ import annotations

from itertools import pairwise

from recorded import INDENT, NEWS, rewritten, texts

from whosays.pipeline import Tools

SHARE = 0.02  # of the lines; a processor with other arithmetic may read a sentence or two otherwise


def test_what_is_recorded_of_plain_news_is_what_was_agreed_on(tools: Tools) -> None:
    agreed = NEWS.read_text(encoding="utf-8")
    now = rewritten(agreed, tools)
    told = {line for line in agreed.splitlines() if line.startswith(INDENT)}
    changed = [line for line in now.splitlines() if line.startswith(INDENT) and line not in told]
    assert len(changed) <= SHARE * len(told), "\n".join(["python tests/plain/recorded.py shows as a diff:", *changed])


def test_every_text_is_there_once_and_has_its_record() -> None:
    written = NEWS.read_text(encoding="utf-8")
    assert len(set(texts(written))) == len(list(texts(written))) > 100
    lines = written.splitlines()
    for text, below in pairwise([*lines, ""]):
        if text and not text.startswith(("#", INDENT)):
            assert below.startswith(INDENT), text
