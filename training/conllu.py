"""Reads CoNLL-U: gold sentences for training, and as the package's own `Sentence` objects for whoever needs trees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from whosays.record.reading import Sentence, Token

_ENTITY_OPEN = re.compile(r"\(([^()]*)|(\))")


@dataclass(slots=True, kw_only=True)
class Tree:
    """One gold sentence. `spans[i]` are word i's code points in `text`; `glued[i]`: no space before it."""

    id: str
    doc: str
    text: str
    new_paragraph: bool
    forms: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # 0 is the root
    deprels: list[str] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    tokens: list[tuple[int, int, int, int]] = field(default_factory=list)  # start, end, first word, last word

    @property
    def glued(self) -> list[bool]:
        """Whether each word stands directly after the one before it."""
        return [i > 0 and self.spans[i - 1][1] == start for i, (start, _) in enumerate(self.spans)]


def read(path: Path) -> Iterator[Tree]:
    """Sentences of a file in order."""
    doc = ""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip("\n").split("\n")
        comments = [line for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if not rows:
            continue
        doc = next((c.split("=", 1)[1].strip() for c in comments if c.startswith("# newdoc id")), doc)
        name = next((c.split("=", 1)[1].strip() for c in comments if c.startswith("# sent_id")), "")
        text = next((c.split("=", 1)[1].strip() for c in comments if c.startswith("# text =")), "")
        start = any(c.startswith(("# newdoc", "# newpar")) and not c.startswith("# newpar_block") for c in comments)
        tree = Tree(id=name, doc=doc, text=text, new_paragraph=start)
        _fill(tree, rows)
        yield tree


def _fill(tree: Tree, rows: list[list[str]]) -> None:
    at, inside = 0, 0  # where the text is read on; last word of the multiword token that we are in
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            begin, at = _find(tree.text, row[1], at)
            tree.tokens.append((begin, at, first - 1, last - 1))
            words = [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= last]
            tree.spans.extend(parts(begin, at, row[1], words))
            inside = last
            continue
        if int(row[0]) > inside:
            begin, at = _find(tree.text, row[1], at)
            tree.tokens.append((begin, at, int(row[0]) - 1, int(row[0]) - 1))
            tree.spans.append((begin, at))
        tree.forms.append(row[1])
        tree.lemmas.append(row[2])
        tree.upos.append(row[3])
        tree.feats.append("" if row[5] == "_" else row[5])
        tree.heads.append(int(row[6]))
        tree.deprels.append(row[7])
        tree.misc.append(row[9])


def parts(start: int, end: int, form: str, words: list[str]) -> list[tuple[int, int]]:
    """Stretches of the words of one multiword token: their own where they make up the form, else the whole."""
    if "".join(words) != form or end - start != len(form):
        return [(start, end)] * len(words)
    out = []
    for word in words:
        out.append((start, start + len(word)))
        start += len(word)
    return out


def _find(text: str, form: str, at: int) -> tuple[int, int]:
    begin = text.find(form, at)
    if begin < 0 or text[at:begin].strip():  # a form with spaces of another kind
        while at < len(text) and text[at].isspace():
            at += 1
        return at, min(len(text), at + len(form))
    return begin, begin + len(form)


def sentence(tree: Tree, index: int = 0, offset: int = 0) -> Sentence:
    """The gold sentence as the package's own; `offset` is where its text starts in the document."""
    tokens = tuple(
        Token(
            index=i,
            start=offset + s,
            end=offset + e,
            text=form,
            lemma=tree.lemmas[i],
            upos=tree.upos[i],
            feats=tree.feats[i],
            head=tree.heads[i] - 1,
            deprel=tree.deprels[i],
        )
        for i, (form, (s, e)) in enumerate(zip(tree.forms, tree.spans, strict=True))
    )
    return Sentence(index=index, paragraph=0, start=offset, end=offset + len(tree.text), tokens=tokens)
