"""Who is said to say what: attributions of a document, from cue syntax, quotation marks and the reader's marks.

Content runs on: over the sentences of one quotation, over the quotations that follow in a paragraph, and over
paragraphs whose quotation is left open. Sources stay words here; resolving finds whom a pronoun stands for.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal, Protocol

from whosays.coding.attribution import marks as attribution_marks
from whosays.coding.attribution import syntax as attribution_syntax
from whosays.coding.attribution.holders import Held, by_sentence
from whosays.coding.attribution.issued import issued
from whosays.coding.attribution.parts import Found, source_phrase
from whosays.coding.attribution.quotes import Quotation, inside, quotations
from whosays.coding.attribution.transcript import spoken
from whosays.coding.trees.clause import base, child, mention, subject
from whosays.lexicon.cues import Cues
from whosays.record.coded import CodedAttribution, Mention
from whosays.record.reading import Reading, Sentence

WORD = re.compile(r"\w+")
QuoteKind = Literal["direct", "mixed", "indirect"]


class HasCues(Protocol):
    """The part of the lexicon that attribution and stance read."""

    @property
    def cues(self) -> Cues:
        """The word lists of attribution and stance."""


def attribute(reading: Reading, lexicon: HasCues) -> tuple[CodedAttribution, ...]:
    """The attributions of a document in text order; `parent` is the index of the one around."""
    cues = lexicon.cues
    quotes = quotations(reading.document.text)

    def quoted(offset: int) -> bool:
        return inside(quotes, offset) is not None

    found: list[Found] = []
    for sentence in reading.sentences:
        found += attribution_syntax.find(reading, sentence, cues, quoted)
    found = attribution_marks.refine(reading, _with_quotations(reading, found, quotes, cues))
    found += [whole] if (whole := issued(reading)) is not None else []
    found += spoken(reading)
    found = sorted((one for one in found if one.content and _is_kept(reading, one)), key=_place)
    held = by_sentence(found)
    return tuple(_coded(reading, one, _parent(index, one, held), quotes) for index, one in enumerate(found))


def _is_kept(reading: Reading, one: Found) -> bool:
    """Wishes, beliefs and perceptions only where the reader sees them too; statements always."""
    return one.kind == "statement" or attribution_marks.is_supported(reading, one)


def _place(found: Found) -> tuple[int, int]:
    return (found.words.start if found.words else found.content[0].start, found.content[0].start)


# ---------------------------------------------------------------- quotations


def _with_quotations(reading: Reading, found: list[Found], quotes: tuple[Quotation, ...], cues: Cues) -> list[Found]:
    """Every quotation of at least three words given to the attribution that it continues, or to one of its own."""
    out = list(found)
    last: int | None = None
    for quote in quotes:
        if len(WORD.findall(reading.document.text, quote.start, quote.end)) < 3:
            continue
        owner = _owner(out, quote)
        if owner is None and not _part_of_something(out, quote):
            owner = _spoken_beside(reading, out, quote, cues)
            owner = owner if owner is not None else _continued(reading, out, quote, last)
        if owner is None:
            continue
        out[owner] = _extended(reading, out[owner], quote)
        last = owner
    return out


def _overlap(piece: Mention, quote: Quotation) -> int:
    return max(0, min(piece.end, quote.end) - max(piece.start, quote.start))


def _owner(found: list[Found], quote: Quotation) -> int | None:
    """The attribution with a cue outside the quotation whose content is the quotation's own words."""
    best: tuple[int, int] | None = None
    for index, one in enumerate(found):
        if one.words is not None and quote.start <= one.words.start < quote.end:
            continue
        length = sum(piece.end - piece.start for piece in one.content)
        shared = sum(_overlap(piece, quote) for piece in one.content)
        if shared * 2 > length and (best is None or shared > best[0]):
            best = (shared, index)
    return best[1] if best else None


def _part_of_something(found: list[Found], quote: Quotation) -> bool:
    """Whether the quoted words stand inside a longer content ("said it was “a gift”")."""
    return any(piece.start <= quote.start + 1 and quote.end - 2 <= piece.end for one in found for piece in one.content)


def _extended(reading: Reading, found: Found, quote: Quotation) -> Found:
    """A content grown to the whole of the quotation, in a piece for each sentence."""
    pieces = list(found.content)
    for sentence in reading.sentences:
        start, end = max(sentence.start, quote.start), min(sentence.end, quote.end)
        if start >= end:
            continue
        words = [token.index for token in sentence.tokens if start <= token.start and token.end <= end]
        piece = mention(reading, sentence, words, attribution_syntax.top(sentence, words)) if words else None
        if piece is None:
            continue
        pieces = [old for old in pieces if not (piece.start <= old.start and old.end <= piece.end)]
        if not any(old.start <= piece.start and piece.end <= old.end for old in pieces):
            pieces.append(piece)
    return replace(found, content=tuple(sorted(pieces, key=lambda piece: piece.start)))


def _spoken_beside(reading: Reading, found: list[Found], quote: Quotation, cues: Cues) -> int | None:
    """A cue right beside a quotation that the tree left unattached; it is appended to the list."""
    sentence = _sentence_at(reading, quote.end - 1)
    if sentence is None:
        return None
    taken = {one.cue for one in found if one.sentence == sentence.index}
    near = [token for token in sentence.tokens if not quote.start <= token.start < quote.end]
    for token in near:
        cue = cues.cue(token.lemma, token.upos) if token.upos == "VERB" else None
        if cue is None or "that" not in cue.frames or token.index in taken:
            continue
        if child(sentence, token.index, "ccomp") is not None or not _adjacent(sentence, token.index, quote):
            continue
        speaker = subject(sentence, token.index)
        if speaker is None:
            continue
        phrase = source_phrase(reading, sentence, speaker, token.index)
        words = mention(reading, sentence, [token.index], token.index)
        found.append(
            Found(
                sentence=sentence.index,
                cue=token.index,
                words=words,
                source=phrase,
                content=(),
                kind=cue.kind,
            )
        )
        return len(found) - 1
    return None


def _adjacent(sentence: Sentence, verb: int, quote: Quotation) -> bool:
    """Whether a verb stands within a dozen words of the quotation's edge, in the clause beside it."""
    gap = sum(
        1
        for token in sentence.tokens
        if (quote.end <= token.start < sentence.tokens[verb].start)
        or (sentence.tokens[verb].end <= token.start and token.end <= quote.start)
    )
    return gap <= 12 and base(sentence.tokens[verb].deprel) not in ("acl", "amod")


def _sentence_at(reading: Reading, offset: int) -> Sentence | None:
    return next((sentence for sentence in reading.sentences if sentence.start <= offset < sentence.end), None)


def _continued(reading: Reading, found: list[Found], quote: Quotation, last: int | None) -> int | None:
    """The attribution that a free-standing quotation continues: of its paragraph, or of the one left open before."""
    sentence = _sentence_at(reading, quote.start)
    if sentence is None or last is None or quote.single:
        return None
    text = reading.document.text
    if WORD.search(text, sentence.start, quote.start):
        return None
    before = found[last]
    reached = max(piece.end for piece in before.content)
    paragraph = reading.sentences[before.sentence].paragraph
    if sentence.paragraph == paragraph and sentence.index - before.sentence <= 3:
        return last
    if sentence.paragraph <= paragraph + 2 and "\n" in text[reached : quote.start]:
        found.append(replace(before, sentence=sentence.index, cue=None, words=None, content=()))
        return len(found) - 1
    return None


# ---------------------------------------------------------------- putting together


def _coded(reading: Reading, one: Found, parent: int | None, quotes: tuple[Quotation, ...]) -> CodedAttribution:
    return CodedAttribution(
        source=one.source,
        cue=one.words,
        content=one.content,
        quote=_quote_kind(reading, one, quotes),
        kind=one.kind,
        parent=parent,
    )


def _quote_kind(reading: Reading, one: Found, quotes: tuple[Quotation, ...]) -> QuoteKind:
    offsets = [
        word.start() for piece in one.content for word in WORD.finditer(reading.document.text, piece.start, piece.end)
    ]
    within = sum(inside(quotes, offset) is not None for offset in offsets)
    return "indirect" if not within else "direct" if within == len(offsets) else "mixed"


def _parent(index: int, one: Found, held: Held[Found]) -> int | None:
    """The smallest attribution whose content holds the cue (or, without one, the content) of this one."""
    mark = one.words or one.content[0]
    anchor = mark.start
    best: tuple[int, int] | None = None
    for other, outer in held.get(mark.sentence, ()):
        if other == index or not any(piece.start <= anchor < piece.end for piece in outer.content):
            continue
        size = sum(piece.end - piece.start for piece in outer.content)
        if _encloses(one, outer) or (best is not None and size >= best[0]):
            continue
        best = (size, other)
    return best[1] if best else None


def _encloses(one: Found, outer: Found) -> bool:
    """Whether the supposed outer cue stands in the content of this one: then it is the inner."""
    anchor = outer.words.start if outer.words else None
    return anchor is not None and any(piece.start <= anchor < piece.end for piece in one.content)
