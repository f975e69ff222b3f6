"""Transcripts: "GENERAL OKELLO: …", "Mr. Okello (Uganda): …" at a paragraph's begin says who speaks the paragraph.

One such label is a heading ("UPDATE: …", "KYIV: …"); two or more paragraphs that open so are a transcript.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from whosays.coding.attribution.parts import Found
from whosays.coding.trees.clause import mention
from whosays.record.coded import Mention
from whosays.record.reading import Reading, Sentence

_CAPITAL = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’-]+"
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Gen|General|Col|Colonel|Ambassador|President|Minister|Secretary|Judge|Prof)\.?"
_NAME = r"[A-Z\u00c0-\u00de][\w.'’-]*"
LABEL = re.compile(
    rf"(?P<who>{_CAPITAL}(?: {_CAPITAL}){{0,5}}|{_TITLE}(?: {_NAME}){{1,4}})(?:,? ?\([^()\n]{{2,60}}\))?: (?=[“\"‘'(]?[A-Z\d])"
)
NO_SPEAKERS = frozenset({"BREAKING", "UPDATE", "URGENT", "WATCH", "LIVE", "JUST IN", "EXCLUSIVE", "ANALYSIS", "NOTE", "MORE", "NEW",
                         "QUESTION", "ANSWER", "MODERATOR", "INTERVIEWER", "CORRECTION", "FILE PHOTO", "PHOTO", "VIDEO", "ALERT"})  # fmt: skip
SEVERAL = 2  # paragraphs


def spoken(reading: Reading) -> Iterator[Found]:
    """The attribution of each paragraph of a transcript to whoever its label names."""
    labelled = [row for part in _paragraphs(reading) if (row := _labelled(reading, part)) is not None]
    if len(labelled) < SEVERAL:
        return
    for sentences, source in labelled:
        content = tuple(piece for one in sentences if (piece := _behind(reading, one, source)) is not None)
        if content and source.text.upper() not in NO_SPEAKERS:
            yield Found(sentence=source.sentence, cue=None, words=None, source=source, content=content)


def _paragraphs(reading: Reading) -> list[list[Sentence]]:
    return [list(group) for _, group in groupby(reading.sentences, key=lambda one: one.paragraph)]


def _labelled(reading: Reading, sentences: list[Sentence]) -> tuple[list[Sentence], Mention] | None:
    """The paragraph with the words of its label as a mention."""
    first, text = sentences[0], reading.document.text
    label = LABEL.match(text, first.start, sentences[-1].end)
    if label is None:
        return None
    words = [token.index for token in first.tokens if token.start < label.end("who") and token.end <= label.end("who")]
    source = mention(reading, first, words, words[-1]) if words else None
    return None if source is None else (sentences, source)


def _behind(reading: Reading, sentence: Sentence, source: Mention) -> Mention | None:
    """What of a sentence stands behind the label."""
    tokens = sentence.tokens
    first = 0
    if sentence.index == source.sentence:
        colon = next((token.index for token in tokens if token.start >= source.end and token.text == ":"), len(tokens))
        first = colon + 1
    words = list(range(first, len(tokens)))
    return mention(reading, sentence, words, max(first, sentence.root)) if words else None
