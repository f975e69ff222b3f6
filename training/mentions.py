"""Learns the mention vectors from ECB+'s training topics: one minute, after the network.

    python training/mentions.py --data DATA --model src/whosays/reader/model

writes `mentions.npz` into the model's folder: the mean of event words' encoder vectors, the linear map under which mentions of one
happening vary least against all (Fisher's discriminant, shrunk), and four weights that turn "the same word" and the cosine of two vectors into
how likely they are one happening. The weights are learnt on topics that the map did not see, half and half, because what it has seen
lies closer together than what it has not.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1] / "bench/linking"))
import run as linking
from whosays.link.given import story_of
from whosays.reader.mentions import FILE
from whosays.reader.own import OwnReader

log = logging.getLogger("mentions")
SIZE = 64
SHRUNK = 0.1  # how much of its mean variance is added to each direction within happenings
RIDGE = 1e-3
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The corpus' mentions: their vectors, lemmas, chains, topics and the story that their report was grouped with."""

    vectors: Floats
    lemmas: NDArray[np.str_]
    chains: NDArray[np.str_]
    topics: NDArray[np.str_]
    stories: NDArray[np.int64]


def read(path: Path, reader: OwnReader) -> Marked:
    """The mentions of a file of `linking/`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    stories = story_of([row["text"] for row in rows])
    seen = linking.seen(rows, reader)
    pairs = [(row, mention) for row in rows for mention in row["mentions"]]
    return Marked(
        vectors=np.stack([vector for _, vector in seen]).astype(np.float64),
        lemmas=np.array([lemma for lemma, _ in seen]),
        chains=np.array([mention["chain"] for _, mention in pairs]),
        topics=np.array([row["topic"] for row, _ in pairs]),
        stories=np.array([story for story, row in zip(stories, rows, strict=True) for _ in row["mentions"]]),
    )


def discriminant(vectors: Floats, chains: NDArray[np.str_]) -> Floats:
    """The map [H, SIZE] of centred vectors."""
    members: dict[str, list[int]] = defaultdict(list)
    for place, chain in enumerate(chains):
        members[str(chain)].append(place)
    within, free = np.zeros((vectors.shape[1],) * 2), 0
    for group in members.values():
        apart = vectors[group] - vectors[group].mean(0)
        within += apart.T @ apart
        free += len(group) - 1
    within /= max(1, free)
    within += SHRUNK * np.trace(within) / len(within) * np.eye(len(within))
    root = np.linalg.cholesky(np.linalg.inv(within))
    _, directions = np.linalg.eigh(root.T @ (vectors.T @ vectors / len(vectors)) @ root)
    found: Floats = root @ directions[:, ::-1][:, :SIZE]
    return found


def unit(vectors: Floats) -> Floats:
    found: Floats = vectors / np.linalg.norm(vectors, axis=1, keepdims=True).clip(min=1e-9)
    return found


def pairs_of(marked: Marked, among: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """All pairs of mentions in one story, of those asked for."""
    first, second = [], []
    for story in np.unique(marked.stories):
        mine = np.flatnonzero((marked.stories == story) & among)
        a, b = np.triu_indices(len(mine), 1)
        first.append(mine[a])
        second.append(mine[b])
    return np.concatenate(first), np.concatenate(second)


def weights_of(alike: Floats, words: Floats, same: NDArray[np.bool_]) -> Floats:
    """Logistic regression of "one happening" on one, the same word, the cosine, and both; Newton's steps."""
    seen = np.stack([np.ones_like(alike), words, alike, words * alike], 1)
    found = np.zeros(seen.shape[1])
    for _ in range(60):
        likely = 1 / (1 + np.exp(-seen @ found))
        curve = (seen * (likely * (1 - likely))[:, None]).T @ seen + RIDGE * np.eye(len(found))
        found = found + np.linalg.solve(curve, seen.T @ (same - likely) - RIDGE * found)
    return found


def learn(marked: Marked) -> dict[str, NDArray[np.float32]]:
    """What `MentionSpace` wants to know."""
    mean = marked.vectors.mean(0)
    centred = marked.vectors - mean
    topics = {topic: n % 2 == 0 for n, topic in enumerate(sorted(set(marked.topics), key=int))}
    half = np.array([topics[topic] for topic in marked.topics])
    alike, words, same = [], [], []
    for others in (half, ~half):  # the map of one half, the pairs of the other
        turned = unit(centred @ discriminant(centred[~others], marked.chains[~others]))
        a, b = pairs_of(marked, others)
        alike.append((turned[a] * turned[b]).sum(1))
        words.append((marked.lemmas[a] == marked.lemmas[b]).astype(np.float64))
        same.append(marked.chains[a] == marked.chains[b])
    found = {
        "mean": mean,
        "turn": discriminant(centred, marked.chains),
        "weights": weights_of(np.concatenate(alike), np.concatenate(words), np.concatenate(same)),
    }
    return {name: value.astype(np.float32) for name, value in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with linking/ecb_train.jsonl")
    parser.add_argument("--model", type=Path, default=Path("src/whosays/reader/model"))
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO)
    found = learn(read(arguments.data / "linking/ecb_train.jsonl", OwnReader(arguments.model)))
    np.savez(arguments.model / FILE, **found)  # type: ignore[arg-type]
    log.info("weights of one, the same word, the cosine and both: %s", found["weights"])


if __name__ == "__main__":
    main()
