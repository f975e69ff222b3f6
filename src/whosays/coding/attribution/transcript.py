"""Transcripts: "GENERAL OKELLO: …", "Mr. Okello (Uganda): …" at a paragraph's begin says who speaks the paragraph.

One such label is a heading ("UPDATE: …", "KYIV: …"); two or more paragraphs that open so are a transcript, where any of
them speaks ("I", "we", "you"), or a label is a person's or comes again. The labels of a digest ("TRADE: …", "THE PORT: …")
only say what its paragraphs are about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from whosays.coding.attribution.parts import Found
from whosays.coding.attribution.quotes import Quotation, inside, quotations
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
SPEAKING = frozenset("i we you me us my our your".split())
RANK = re.compile(rf"\b{_TITLE}(?=\s|$)", re.IGNORECASE)


Labelled = tuple[list[Sentence], Mention]


def spoken(reading: Reading) -> Iterator[Found]:
    """The attribution of each paragraph of a transcript to whoever its label names."""
    labelled = [row for part in _paragraphs(reading) if (row := _labelled(reading, part)) is not None]
    if len(labelled) < SEVERAL or not _is_transcript(reading, labelled):
        return
    for sentences, source in labelled:
        content = tuple(piece for one in sentences if (piece := _behind(reading, one, source)) is not None)
        if content and source.text.upper() not in NO_SPEAKERS:
            yield Found(sentence=source.sentence, cue=None, words=None, source=source, content=content)


def _is_transcript(reading: Reading, labelled: list[Labelled]) -> bool:
    """Whether labelled paragraphs are what people say, and no digest with a catchword before each item."""
    labels = [source.text.upper() for _, source in labelled]
    if len(set(labels)) < len(labels):
        return True
    quotes = quotations(reading.document.text)
    return any(
        _is_person(sentences[0], source) or any(_speaks(sentence, quotes) for sentence in sentences)
        for sentences, source in labelled
    )


def _is_person(sentence: Sentence, source: Mention) -> bool:
    """Whether a label has a rank or title, or is a person's name."""
    return RANK.search(source.text) is not None or any(
        name.kind == "PER" and name.first <= source.head <= name.last for name in sentence.names
    )


def _speaks(sentence: Sentence, quotes: tuple[Quotation, ...]) -> bool:
    """Whether a sentence has a first or second person of its own, outside quotation marks."""
    return any(
        token.upos in ("PRON", "DET") and token.text.lower() in SPEAKING and inside(quotes, token.start) is None
        for token in sentence.tokens
    )


def _paragraphs(reading: Reading) -> list[list[Sentence]]:
    return [list(group) for _, group in groupby(reading.sentences, key=lambda one: one.paragraph)]


def _labelled(reading: Reading, sentences: list[Sentence]) -> Labelled | None:
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
