"""Learns where words and sentences end, from EWT's and GUM's raw texts; writes `segmenter.npz`.

python training/boundaries.py --data DATA --output src/whosays/reader/model/segmenter.npz
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parent))
import conllu
from whosays.reader import boundary, segment
from whosays.reader.boundary import Cut, Rules, State
from whosays.reader.chunks import chunks

log = logging.getLogger("boundaries")

# Without it, misses were four times as many as false alarms on EWT dev; chosen there from -1 to 3 in steps of a half.
END_BIAS = 0.4


def documents(folder: Path, name: str) -> Iterator[tuple[str, list[list[Cut]]]]:
    """Raw texts with their gold sentences of words."""
    texts = {}
    with (folder / f"{name}.raw.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            texts[row["doc"]] = row["text"]
    found: dict[str, list[list[Cut]]] = {}
    at: dict[str, int] = {}
    for tree in conllu.read(folder / f"{name}.conllu"):
        text, here = texts[tree.doc], at.get(tree.doc, 0)
        words: list[Cut] = []
        for start, end, first, last in tree.tokens:
            begin, here = _walk(text, "".join(tree.text[start:end].split()), here)
            stretches = conllu.parts(begin, here, text[begin:here], tree.forms[first : last + 1])
            for n, (s, e) in enumerate(stretches):
                words.append(
                    Cut(start=s, end=e, text=text[s:e], token=n == 0, glued=bool(words) and words[-1].end == s)
                )
        at[tree.doc] = here
        found.setdefault(tree.doc, []).append(words)
    for doc, sentences in found.items():
        yield texts[doc], sentences


def _walk(text: str, form: str, at: int) -> tuple[int, int]:
    while text[at].isspace():
        at += 1
    begin = at
    for char in form:
        while text[at].isspace():
            at += 1
        if text[at] != char:
            raise ValueError(f"the raw text differs from the treebank at {at}: {text[at : at + 20]!r}, {form!r}")
        at += 1
    return begin, at


def cut_examples(text: str, sentences: list[list[Cut]], rules: Rules) -> Iterator[tuple[list[str], int]]:
    """Features and kind (0 no cut, WORD, TOKEN) of every place in the text's chunks."""
    cuts = {w.start: segment.TOKEN if w.token else segment.WORD for s in sentences for w in s}
    for start, end in segment.paragraphs(text):
        found = chunks(text, start, end)
        for n, (begin, stop) in enumerate(found):
            chunk = text[begin:stop]
            if segment.plain(chunk, rules):
                continue
            classes = boundary.classes_of(chunk)
            for i in rules.places(chunk):
                features = boundary.cut_features(chunk, classes, i, last=n + 1 == len(found))
                yield features, cuts.get(begin + i, 0)


def end_examples(text: str, sentences: list[list[Cut]]) -> Iterator[tuple[list[str], int]]:
    """Features and gold (0, 1) of every place where a sentence may end."""
    for start, end in segment.paragraphs(text):
        inside = [s for s in sentences if s and start <= s[0].start < end]
        words = [w for s in inside for w in s]
        ends = {s[-1].start for s in inside}
        state = State()
        for i, word in enumerate(words[:-1]):
            state.follow(word.text)
            gap = text[word.end : words[i + 1].start]
            gold = word.start in ends
            if gap and boundary.may_end(word.text, words[i + 1].text):
                yield boundary.end_features(words, i, gap, state), int(gold)
            if gold:
                state = State()


def learn(examples: list[tuple[list[str], int]], classes: int, *, passes: int = 12, decay: float = 2e-6) -> np.ndarray:
    """Weights [rows, classes] of a linear classifier over hashed features (AdaGrad, softmax)."""
    rows = torch.tensor([[boundary.bucket(f) for f in features] for features, _ in examples])
    gold = torch.tensor([kind for _, kind in examples])
    bag = torch.nn.EmbeddingBag(1 << boundary.HASH_BITS, classes, mode="sum")
    torch.nn.init.zeros_(bag.weight)
    optimiser = torch.optim.Adagrad(bag.parameters(), lr=0.1)
    torch.manual_seed(1)
    for n in range(passes):
        total = 0.0
        for chosen in torch.randperm(len(gold)).split(512):
            loss = torch.nn.functional.cross_entropy(bag(rows[chosen]), gold[chosen])
            loss = loss + decay * bag.weight[rows[chosen].unique()].pow(2).sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += float(loss.detach()) * len(chosen)
        log.info("pass %d: loss %.5f", n + 1, total / len(gold))
    return bag.weight.detach().numpy()


def curly(text: str) -> str:
    """The same text with typographic quotation marks and apostrophes; no offset changes."""
    out, opened = [], False
    for i, char in enumerate(text):
        if char == '"':
            opened = not opened
            out.append("“" if opened else "”")
        elif char == "'":
            out.append("’" if i and not text[i - 1].isspace() else "‘")
        else:
            out.append("\n" if char == "\n" else char)
    return "".join(out)


def with_typography(text: str, sentences: list[list[Cut]]) -> tuple[str, list[list[Cut]]]:
    """The document again, in other quotation marks."""
    other = curly(text)
    again = [
        [Cut(start=w.start, end=w.end, text=other[w.start : w.end], token=w.token, glued=w.glued) for w in s]
        for s in sentences
    ]
    return other, again


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    random.seed(1)
    rules = Rules.load()
    cuts, ends = [], []
    for name in ("ewt-train", "gum-train"):
        for text, sentences in documents(arguments.data / "syntax", name):
            versions = [(text, sentences)]
            if '"' in text or "'" in text:
                versions.append(with_typography(text, sentences))
            for version in versions:
                cuts.extend(cut_examples(*version, rules))
                ends.extend(end_examples(*version))
    log.info("%d places in chunks, %d after words", len(cuts), len(ends))
    cut, end = learn(cuts, 3), learn(ends, 2)
    score = end[:, 1] - end[:, 0]
    score[boundary.bucket("B")] += END_BIAS
    np.savez_compressed(arguments.output, cut=cut.astype(np.float16), end=score.astype(np.float16))


if __name__ == "__main__":
    main()
