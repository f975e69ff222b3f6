"""Reports that are somebody's own statement: "The ministry issued the following statement.", a "Communiqué" in the title.

All that follows is said by whoever issued it, though no sentence says so again; the report only passes it on.
"""

from __future__ import annotations

import re
from itertools import dropwhile, pairwise

from whosays.coding.attribution.parts import Found
from whosays.coding.attribution.surface import body
from whosays.coding.trees.clause import child, children, mention, noun_phrase, subject
from whosays.record.coded import Mention
from whosays.record.dateline import is_dateline
from whosays.record.reading import Reading, Sentence

# "Press Statement of …", "COMMUNIQUÉ: …", "Joint declaration on …" as the first words of a title.
TITLE = re.compile(
    r"(?:(?:official|press|joint|public|news)\s+)?(?:statement|communiqu[eé]|declaration|release)\b", re.IGNORECASE
)
ISSUING = frozenset({"issue", "release", "publish", "make", "state", "declare", "announce", "say", "circulate"})
OPENING = 3  # sentences in which a statement is announced
SHORTEST = 3  # sentences that a statement has, as against a note on one


def issued(reading: Reading) -> Found | None:
    """The attribution of a whole statement to its issuer; None where the report is none."""
    told = list(dropwhile(lambda one: _is_heading(reading, one), reading.sentences))
    for place, sentence in enumerate(told[:OPENING]):
        verb = _announces(sentence)
        speaker = subject(sentence, verb) if verb is not None else None
        if verb is not None and speaker is not None:
            return _found(reading, sentence, verb, speaker, told[place + 1 :])
    if told and TITLE.match((reading.document.title or "").strip()):
        first = told[0]
        speaker = child(first, first.root, "nsubj")
        if speaker is not None and first.tokens[speaker].upos in ("NOUN", "PROPN"):
            return _found(reading, first, None, speaker, told)
    return None


def _is_heading(reading: Reading, sentence: Sentence) -> bool:
    """A dateline, a day or a heading, before the text begins."""
    verbless = not any(token.upos in ("VERB", "AUX") for token in sentence.tokens)
    return verbless or is_dateline(reading.document.text, sentence.start, sentence.end)


def _announces(sentence: Sentence) -> int | None:
    """The verb of "issued the following statement", "makes known the following"."""
    for token in sentence.tokens:
        if token.lemma.lower() not in ISSUING or token.upos != "VERB":
            continue
        for thing in children(sentence, token.index, "obj", "obl", "xcomp"):
            words = [sentence.tokens[word].text.lower() for word in sentence.subtree(thing)]
            if ("the", "following") in pairwise(words):
                return token.index
    return None


def _found(reading: Reading, sentence: Sentence, verb: int | None, speaker: int, said: list[Sentence]) -> Found | None:
    source = noun_phrase(reading, sentence, speaker, whole=False)
    content = tuple(piece for one in said if (piece := _whole(reading, one)) is not None)
    if source is None or len(content) < SHORTEST:
        return None
    words = mention(reading, sentence, [verb], verb) if verb is not None else None
    return Found(sentence=sentence.index, cue=verb, words=words, source=source, content=content)


def _whole(reading: Reading, sentence: Sentence) -> Mention | None:
    return mention(reading, sentence, list(range(body(sentence), len(sentence.tokens))), sentence.root)
