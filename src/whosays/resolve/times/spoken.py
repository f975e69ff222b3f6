"""What is done by saying it: in a statement's own present, or told as something said before or by others."""

from __future__ import annotations

import re

from whosays.record.coded import CodedEvent
from whosays.resolve.scene.scene import Scene

STATEMENT = re.compile(
    r"\b(?:statement|communiqu[e\u00e9]|declaration|press release|open letter|note verbale)\b", re.IGNORECASE
)
QUOTE_MARK = re.compile('["\u201c\u201e\u00ab]')
OURSELVES = frozenset({"we", "i"})
PERFORMED = frozenset({"root", "conj", "parataxis"})
KNOWN = frozenset({"the", "that", "this", "its", "their", "his", "her"})


def is_performed(scene: Scene, event: CodedEvent) -> bool:
    """Whether a text that is itself a statement does in the present what it says: "we deny", "the Ministry rejects"."""
    sentence = scene.reading.sentences[event.sentence]
    verb = sentence.tokens[event.trigger.head]
    below = [sentence.tokens[child] for child in sentence.children[verb.index]]
    if "Tense=Pres" not in verb.feats or "VerbForm=Fin" not in verb.feats or any(one.deprel == "aux" for one in below):
        return False
    if verb.deprel not in PERFORMED or _is_quoted(scene, event.trigger.start):
        return False
    ours = any(one.deprel == "nsubj" and one.text.lower() in OURSELVES for one in below)
    return ours or STATEMENT.search(scene.reading.document.title or "") is not None


def is_aside(scene: Scene, event: CodedEvent) -> bool:
    """Whether the words are quoted, tell in the perfect what was said before, or are what others speak of ("the charge")."""
    sentence = scene.reading.sentences[event.sentence]
    below = [sentence.tokens[child] for child in sentence.children[event.trigger.head]]
    if sentence.tokens[event.trigger.head].upos == "NOUN" and any(one.lemma.lower() in KNOWN for one in below):
        return True
    perfect = any(one.deprel == "aux" and one.lemma.lower() == "have" for one in below)
    return perfect or scene.speaker(event.trigger.start) is not None


def _is_quoted(scene: Scene, position: int) -> bool:
    """Whether a code point stands between quotation marks; a whole text may be somebody's words without them."""
    text = scene.reading.document.text
    inside = (start for start, end, _ in scene.quotes if start <= position < end)
    return any(QUOTE_MARK.search(text, max(0, start - 1), start + 1) is not None for start in inside)
