"""What the reader's marks add to attributions read from syntax: sources that the tree lost, relations it never saw.

Marks are stretches of words that a model takes for sources, cues and contents, without saying which belong together.
They are linked by nearness within a sentence; a content that opens a sentence without a cue goes on with the last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from whosays.coding.attribution.holders import Held, by_sentence
from whosays.coding.attribution.parts import Found
from whosays.coding.attribution.surface import body
from whosays.coding.trees.clause import mention
from whosays.record.coded import Mention
from whosays.record.reading import Mark, Reading, Sentence

COVERED = 0.4  # share of a marked content that a relation must hold to count as its own
AGREEING = 0.3  # overlap of a source with a marked one that leaves it as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The marks of one sentence as mentions."""

    sources: tuple[Mention, ...]
    cues: tuple[Mention, ...]
    contents: tuple[Mention, ...]


def refine(reading: Reading, found: list[Found]) -> list[Found]:
    """The attributions with the marks' sources where the tree's disagree, the marks' cues, and the relations that only marks show."""
    if not any(sentence.marks for sentence in reading.sentences):
        return found
    marked = [_marked(reading, sentence) for sentence in reading.sentences]
    held = by_sentence(found)
    out = [replace(one, source=_source(one, marked[one.sentence], held)) for one in found]
    for sentence, marks in zip(reading.sentences, marked, strict=True):
        near = [one for _, one in held.get(sentence.index, ())]
        for content in marks.contents:
            if _is_covered(content, near):
                continue
            out = _added(reading, sentence, marks, content, out)
            near = [one for one in out if any(piece.sentence == sentence.index for piece in one.content)]
    return [_in_full(reading, one, marked[one.sentence]) for one in out]


def is_supported(reading: Reading, one: Found) -> bool:
    """Whether marks stand where an attribution has its content, and its source or cue; True without any marks."""
    if not any(sentence.marks for sentence in reading.sentences):
        return True
    contents = sum(_shared(reading, piece, "content") for piece in one.content)
    length = sum(piece.end - piece.start for piece in one.content)
    ends = [part for part in (one.source, one.words) if part is not None]
    touched = any(_shared(reading, part, kind) for part in ends for kind in ("source", "cue"))
    return contents >= AGREEING * length and touched


def _shared(reading: Reading, part: Mention, kind: str) -> int:
    sentence = reading.sentences[part.sentence]
    return sum(
        max(0, min(part.end, sentence.tokens[mark.last].end) - max(part.start, sentence.tokens[mark.first].start))
        for mark in sentence.marks
        if mark.kind == kind
    )


def _marked(reading: Reading, sentence: Sentence) -> Marked:
    def of(kind: str) -> tuple[Mention, ...]:
        found = (_as_mention(reading, sentence, mark) for mark in sentence.marks if mark.kind == kind)
        return tuple(one for one in found if one is not None)

    first = body(sentence)  # the dateline before it says nothing
    sources = tuple(one for one in of("source") if one.text.lower() not in {"a", "an", "the"} and one.head >= first)
    return Marked(sources=sources, cues=of("cue"), contents=of("content"))


def _as_mention(reading: Reading, sentence: Sentence, mark: Mark) -> Mention | None:
    cut = [name for name in sentence.names if name.first <= mark.last and mark.first <= name.last]
    first = min([mark.first, *(name.first for name in cut)]) if mark.kind == "source" else mark.first
    last = max([mark.last, *(name.last for name in cut)]) if mark.kind == "source" else mark.last  # "the United" States
    words = list(range(first, last + 1))
    among = set(words)
    head = next((word for word in words if sentence.tokens[word].head not in among), mark.first)
    return mention(reading, sentence, words, head)


def _in_full(reading: Reading, one: Found, marks: Marked) -> Found:
    """The attribution with the whole cue that is marked: "went on to say", "had no doubt", where the tree gives one word."""
    if one.words is None:
        return one
    whole = [cue for cue in marks.cues if _overlap(cue, one.words)]
    start, end = min((cue.start for cue in whole), default=0), max((cue.end for cue in whole), default=0)
    told = replace(one.words, start=start, end=end, text=reading.document.text[start:end])
    beside = [part for part in (one.source, *one.content) if part is not None]
    return replace(one, words=told) if whole and not any(_overlap(told, part) for part in beside) else one


def _source(one: Found, marks: Marked, held: Held[Found]) -> Mention | None:
    """The marked source beside the cue where the tree's own is not marked at all, and is not told by the marked one itself."""
    if one.words is None or not marks.sources:
        return one.source
    if one.source is not None and any(_overlap(one.source, source) for source in marks.sources):
        return one.source
    near = _nearest(one.words, marks.sources)
    if near is None or any(_overlap(near, piece) for piece in one.content):
        return one.source
    if any(_is_told(one, other, near) for _, other in held.get(one.words.sentence, ()) if other is not one):
        return one.source  # "an official denied a report that …" and "rejected accusations that …" are others' reports
    return near if _gap(one.words, near) <= 12 else one.source


def _is_told(one: Found, other: Found, source: Mention) -> bool:
    """Whether an attribution stands inside what a source says."""
    inside = one.words is not None and any(piece.start <= one.words.start < piece.end for piece in other.content)
    return inside and other.source is not None and _overlap(other.source, source) > 0


def _overlap(one: Mention, other: Mention) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _gap(one: Mention, other: Mention) -> int:
    """Characters between two mentions, 0 where they touch."""
    return max(0, max(one.start, other.start) - min(one.end, other.end))


def _nearest(anchor: Mention, others: tuple[Mention, ...]) -> Mention | None:
    return min(others, key=lambda other: (_gap(anchor, other), other.start), default=None)


def _is_covered(content: Mention, found: list[Found]) -> bool:
    shared = max((sum(_overlap(content, piece) for piece in one.content) for one in found), default=0)
    return shared >= COVERED * (content.end - content.start)


def _added(reading: Reading, sentence: Sentence, marks: Marked, content: Mention, found: list[Found]) -> list[Found]:
    """The list with one more relation for a content that nothing holds, or with that content added to the last."""
    taken = {one.words.start for one in found if one.words is not None and one.sentence == sentence.index}
    cues = tuple(cue for cue in marks.cues if not any(cue.start <= start < cue.end for start in taken))
    cue = _nearest(content, cues)
    source = _nearest(cue or content, tuple(one for one in marks.sources if not _overlap(one, content)))
    if cue is None and source is None:
        return _continued(reading, content, found)
    added = Found(
        sentence=sentence.index,
        cue=cue.head if cue is not None else None,
        words=cue,
        source=source,
        content=(content,),
    )
    return [*found, added]


def _continued(reading: Reading, content: Mention, found: list[Found]) -> list[Found]:
    """A content without cue and source in its sentence belongs to the attribution before it in the paragraph."""
    paragraph = reading.sentences[content.sentence].paragraph
    before = [
        index
        for index, one in enumerate(found)
        if one.content
        and one.content[-1].end <= content.start
        and one.content[-1].sentence >= content.sentence - 1
        and reading.sentences[one.content[-1].sentence].paragraph == paragraph
    ]
    if not before:
        return found
    last = max(before, key=lambda index: found[index].content[-1].end)
    grown = replace(found[last], content=(*found[last].content, content))
    return [*found[:last], grown, *found[last + 1 :]]
