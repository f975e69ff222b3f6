"""Readings made by hand: a line a word, `word lemma upos head deprel feats`, heads counted from 1."""

from __future__ import annotations

from whosays.record.coded import CodedEvent, Mention
from whosays.record.document import Document
from whosays.record.event import Why
from whosays.record.reading import Reading, Sentence, Token

CLOSING = frozenset({".", ",", "?", "!", ":", "”", "'s", "n't", ")", ";"})
OPENING = frozenset({"“", "("})


def reading(*trees: str) -> Reading:
    """A document of one paragraph a tree; words are joined as print joins them."""
    text, sentences = "", []
    for number, tree in enumerate(trees):
        text += "\n\n" if text else ""
        start, tokens, glue = len(text), [], True
        for index, line in enumerate(row for row in tree.strip().splitlines()):
            word, lemma, upos, head, deprel = line.split()[:5]
            feats = line.split()[5] if len(line.split()) > 5 else ""
            text += "" if glue or word in CLOSING else " "
            tokens.append(
                Token(
                    index=index, start=len(text), end=len(text) + len(word), text=word, lemma=lemma, upos=upos,
                    feats=feats, head=int(head) - 1, deprel=deprel,
                )
            )  # fmt: skip
            text += word
            glue = word in OPENING
        sentences.append(Sentence(index=number, paragraph=number, start=start, end=len(text), tokens=tuple(tokens)))
    return Reading(document=Document.plain(text, id="d"), sentences=tuple(sentences))


def event(read: Reading, sentence: int, word: str, category: str = "ASSAULT", actor: str | None = None) -> CodedEvent:
    """An event whose trigger is the first such word of a sentence."""
    return CodedEvent(
        sentence=sentence,
        trigger=mention(read, sentence, word),
        category=category,
        mode=None,
        contexts=(),
        cameo=None,
        actor=(mention(read, sentence, actor),) if actor else (),
        recipient=(),
        place=(),
        time=(),
        numbers=(),
        status=(),
        stances=(),
        about=(),
        why=Why(rule="by hand"),
        missing=(),
    )


def mention(read: Reading, sentence: int, word: str) -> Mention:
    """The first such word of a sentence as a mention."""
    token = next(token for token in read.sentences[sentence].tokens if token.text == word)
    return Mention(sentence=sentence, head=token.index, start=token.start, end=token.end, text=token.text)
