"""A spaCy pipeline as a `Reader`: for those who have `en_core_web_trf` and would rather wait than miss.

    whosays brief reports/ -o casebook --model spacy:en_core_web_trf

Sentences, words, tags, trees and names are the pipeline's; attribution and events then rest on the lexicon and the tree
alone, since spaCy marks neither. A pipeline whose parser was trained on UD is taken as it is.
"""

from __future__ import annotations

from typing import Any

from whosays.errors import ModelError
from whosays.reader.stanford import Node, to_ud
from whosays.record.document import Document
from whosays.record.reading import Name, Reading, Sentence, Token

NAMES = {
    "PERSON": "PER",
    "PER": "PER",
    "ORG": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "NORP": "NORP",
    "EVENT": "EVENT",
    "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC",
    "LAW": "MISC",
    "MISC": "MISC",
}
UD = frozenset({"obj", "obl", "nsubj:pass", "aux:pass", "nmod:poss", "acl:relcl"})  # labels that only UD has


class SpacyReader:
    """Wraps a loaded pipeline."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline

    @classmethod
    def named(cls, name: str) -> SpacyReader:
        """The pipeline of an installed package. Raises ModelError where spaCy or the package is missing."""
        try:
            import spacy

            return cls(spacy.load(name))
        except (ImportError, OSError) as error:
            raise ModelError(
                f"the spaCy pipeline {name} cannot be loaded: {error}. "
                f"Install it with: pip install 'spacy>=3.8' && python -m spacy download {name}"
            ) from error

    def read(self, documents: list[Document]) -> list[Reading]:
        """One reading for each document, in order."""
        docs = self._pipeline.pipe([document.text for document in documents])
        return [
            Reading(document=document, sentences=tuple(sentences(doc)))
            for document, doc in zip(documents, docs, strict=True)
        ]


def sentences(doc: Any) -> list[Sentence]:
    """The sentences of a spaCy Doc, as ours. White space that spaCy keeps as words is left out."""
    out: list[Sentence] = []
    foreign = not any(token.dep_ in UD for token in doc)
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if words:
            paragraph = doc.text.count("\n\n", 0, words[0].idx)
            out.append(_sentence(len(out), paragraph, words, foreign=foreign))
    return out


def _sentence(index: int, paragraph: int, words: list[Any], *, foreign: bool) -> Sentence:
    place = {token.i: at for at, token in enumerate(words)}
    nodes = [_node(token, place) for token in words]
    nodes = to_ud(nodes) if foreign else nodes
    tokens = tuple(_token(token, node) for token, node in zip(words, nodes, strict=True))
    return Sentence(
        index=index,
        paragraph=paragraph,
        start=tokens[0].start,
        end=tokens[-1].end,
        tokens=tokens,
        names=tuple(_names(words)),
    )


def _node(token: Any, place: dict[int, int]) -> Node:
    head = token.head
    while head.i not in place and head.head.i != head.i:  # white space that was left out
        head = head.head
    root = head.i == token.i or head.i not in place
    return Node(
        index=place[token.i],
        lemma=token.lemma_.lower(),
        upos=token.pos_ or "X",
        head=-1 if root else place[head.i],
        relation="root" if root else token.dep_ or "dep",
    )


def _token(token: Any, node: Node) -> Token:
    auxiliary = node.relation.startswith(("aux", "cop"))
    return Token(
        index=node.index,
        start=token.idx,
        end=token.idx + len(token.text),
        text=token.text,
        lemma=token.lemma_ or token.text,
        upos="AUX" if auxiliary else node.upos,
        feats=str(token.morph),
        head=node.head,
        deprel=node.relation,
    )


def _names(words: list[Any]) -> list[Name]:
    found: list[Name] = []
    for at, token in enumerate(words):
        kind = NAMES.get(token.ent_type_)
        if kind is None:
            continue
        if token.ent_iob_ == "I" and found and found[-1].last == at - 1 and found[-1].kind == kind:
            found[-1] = Name(first=found[-1].first, last=at, kind=kind)
        else:
            found.append(Name(first=at, last=at, kind=kind))
    return found
