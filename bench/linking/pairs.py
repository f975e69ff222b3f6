"""How alike two mentions of happenings are, and the clusters that follow.

Weights were learnt on ECB+'s training topics (`training/mentions.py` writes them with the projection of the mentions' vectors).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from stories import average_linkage

from whosays.reader.boundary import Cut
from whosays.reader.own import OwnReader

SAME = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A given mention: its id, its document's place, the lemma of its head, its vector in the reader's own space."""

    id: str
    document: int
    lemma: str
    vector: NDArray[np.float32]


def read(rows: list[dict[str, Any]], reader: OwnReader) -> list[Mention]:
    """The mentions of the documents with what the reader sees of them."""
    wanted = [(d, s) for d, row in enumerate(rows) for s in sorted({m["sentence"] for m in row["mentions"]})]
    sentences = [list(words(rows[d]["sentences"][s])) for d, s in wanted]
    seen = dict(zip(wanted, reader.see(sentences, [[0] * len(s) for s in sentences], ("vectors",)), strict=True))
    out = []
    for d, row in enumerate(rows):
        for mention in row["mentions"]:
            one = seen[d, mention["sentence"]]
            head = head_of(mention["tokens"], one.heads)
            out.append(
                Mention(id=mention["mention"], document=d, lemma=one.lemmas[head].lower(), vector=one.vectors[head])
            )
    return out


def words(tokens: list[str]) -> Iterator[Cut]:
    """Words of a sentence that comes cut already."""
    at = 0
    for token in tokens:
        yield Cut(start=at, end=at + len(token), text=token, token=True, glued=False)
        at += len(token) + 1


def head_of(tokens: list[int], heads: list[int]) -> int:
    """The word of a mention that hangs on none of its others."""
    return next((word for word in tokens if heads[word] - 1 not in tokens), tokens[-1])


def cluster(mentions: list[Mention]) -> list[int]:
    """Clusters of the mentions of one story."""
    lemmas = np.array([mention.lemma for mention in mentions])
    same = (lemmas[:, None] == lemmas[None, :]).astype(np.float64)
    return average_linkage(same, SAME)
