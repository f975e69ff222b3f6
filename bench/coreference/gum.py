"""GUM's chains: who and what is spoken of again in a document, from the `Entity=` marks of its CoNLL-U.

A span is `(first, last)`, words of the document counted from 0 (lines with a plain number; no ranges, no empty nodes).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]
MARK = re.compile(r"\(([^()]+)|(?:([^()]+))?\)")
MINSPAN = 5  # where the words that a span cannot do without stand among an opening mark's parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Chains:
    """One document's chains. `kernel[span]` are the words that a span must hold to be taken for it."""

    doc: str
    chains: tuple[tuple[Span, ...], ...]
    kernel: dict[Span, frozenset[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One sentence: the columns of its lines, and the paragraph that it stands in, from 0."""

    paragraph: int
    rows: list[list[str]]


def documents(path: Path) -> Iterator[tuple[str, list[Block]]]:
    """Each document's id and its sentences."""
    for part in re.split(r"(?m)^# newdoc id = ", path.read_text(encoding="utf-8"))[1:]:
        doc, _, rest = part.partition("\n")
        paragraph, blocks = 0, list[Block]()
        for block in rest.split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
            paragraph += bool(blocks) and re.search(r"(?m)^# newpar", block) is not None
            if rows:
                blocks.append(Block(paragraph=paragraph, rows=[row for row in rows if "." not in row[0]]))
        yield doc.strip(), blocks


def read(path: Path) -> Iterator[Chains]:
    """The gold chains of every document of a file."""
    for doc, blocks in documents(path):
        rows = [row for block in blocks for row in block.rows if row[0].isdecimal()]
        chains: defaultdict[str, list[Span]] = defaultdict(list)
        kernel: dict[Span, frozenset[int]] = {}
        for chain, span, least in _marked(rows):
            if span not in kernel:  # two chains on one span would make one mention two
                chains[chain].append(span)
                kernel[span] = frozenset(span[0] + part - 1 for part in least if span[0] + part - 1 <= span[1])
        found = tuple(tuple(sorted(spans)) for _, spans in sorted(chains.items()))
        yield Chains(doc=doc, chains=found, kernel=kernel)


def _marked(rows: list[list[str]]) -> Iterator[tuple[str, Span, list[int]]]:
    """Chain, span and kernel (from 1, in the span) of every mark, in the order in which spans close."""
    for chain, span, parts in marks(row[9] for row in rows):
        yield chain, span, [int(n) for n in parts[MINSPAN].split(",") if n.isdecimal()]


def marks(misc: Iterable[str]) -> Iterator[tuple[str, Span, list[str]]]:
    """Chain, span and the opening mark's parts of every mention in the words' MISC columns, in the order in which spans close.

    What closes without having been opened there is left out.
    """
    open_: defaultdict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for index, column in enumerate(misc):
        entity = next((part.removeprefix("Entity=") for part in column.split("|") if part.startswith("Entity=")), "")
        last = ""
        for match in MARK.finditer(entity):
            if match[1] is not None:
                parts = match[1].split("-")
                last = parts[0]
                open_[last].append((index, parts))
                continue
            chain = match[2] or last
            if open_[chain]:
                start, parts = open_[chain].pop()
                yield chain, (start, index), parts
