"""Learns where sentences end that the segmenter leaves open, from what the encoder makes of EWT's and GUM's raw texts; writes `ends.npz`.

    python training/ends.py --data DATA --model src/whosays/reader/model

Neighbouring sentences of a paragraph are read together, one to three at a time, as they would be if no end between them had been found; each
place where a sentence may end is an example. Needs the exported model, and is to be run anew when the encoder has changed.
"""

from __future__ import annotations

import argparse
import logging
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parent))
import boundaries
from whosays.reader import ends, segment
from whosays.reader.boundary import Cut, Rules, may_end
from whosays.reader.own import VECTORS, OwnReader, quotes
from whosays.reader.segment import Segment

log = logging.getLogger("ends")
TOGETHER = (1, 2, 2, 3)  # sentences that are read as one
LONGEST = 120  # words
GROUPINGS = 2  # times that the texts are gone through, grouped anew
SEED, PASSES, WIDTH, BATCH = 6, 5, 128, 512

Group = tuple[Segment, list[int], list[bool]]  # sentences read as one, the places in it, whether a sentence ends there


def groups(data: Path, draw: random.Random) -> Iterator[Group]:
    """Sentences of the training parts run together."""
    rules = Rules.load()
    for name in ("ewt-train", "gum-train"):
        for text, sentences in boundaries.documents(data / "syntax", name):
            for start, end in segment.paragraphs(text):
                inside = [s for s in sentences if s and start <= s[0].start < end]
                while inside:
                    many = draw.choice(TOGETHER)
                    some, inside = inside[:many], inside[many:]
                    words = [word for sentence in some for word in sentence]
                    places = [i for i in range(len(words) - 1) if is_open(text, words, i, rules)]
                    if places and len(words) <= LONGEST:
                        last = {sentence[-1].end for sentence in some}
                        yield Segment(paragraph=0, words=tuple(words)), places, [words[i].end in last for i in places]


def is_open(text: str, words: list[Cut], i: int, rules: Rules) -> bool:
    """Whether the segmenter would ask if a sentence ends after word i."""
    here, following = words[i], words[i + 1]
    spaced = bool(text[here.end : following.start])
    known = rules.never_ends(here.text, following.text, words[i - 1].text if i else "")
    return spaced and not known and may_end(here.text, following.text)


def examples(data: Path, reader: OwnReader) -> tuple[Tensor, Tensor]:
    """Vectors of the words before and behind every place [N, 2H], and whether a sentence ends there [N]."""
    rows, gold = [], list[bool]()
    for n in range(GROUPINGS):
        found = list(groups(data, random.Random(SEED + n)))  # noqa: S311 - not for secrets
        states = [next(quotes([one])) for one, _, _ in found]
        seen = reader.see([one.words for one, _, _ in found], states, (VECTORS,))
        for (_, places, ending), one in zip(found, seen, strict=True):
            vectors, here = one.vectors, np.array(places)
            rows.append(np.concatenate([vectors[here], vectors[here + 1]], axis=1))  # type: ignore[index]
            gold.extend(ending)
    return torch.from_numpy(np.concatenate(rows)), torch.tensor(gold, dtype=torch.float32)


def learn(rows: Tensor, gold: Tensor) -> dict[str, np.ndarray]:
    """Weights as `whosays.reader.ends.Ends` takes them; the vectors' mean and spread are folded into the inner ones."""
    torch.manual_seed(SEED)
    mean, spread = rows.mean(0), rows.std(0) + 1e-3
    inner, outer = nn.Linear(rows.shape[1], WIDTH), nn.Linear(WIDTH, 1)
    net = nn.Sequential(nn.Dropout(0.2), inner, nn.GELU("tanh"), nn.Dropout(0.2), outer)
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=0.02)
    for n in range(PASSES):
        total = 0.0
        for chosen in torch.randperm(len(gold)).split(BATCH):
            scores = net((rows[chosen] - mean) / spread)[:, 0]
            loss = nn.functional.binary_cross_entropy_with_logits(scores, gold[chosen])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += float(loss.detach()) * len(chosen)
        for group in optimiser.param_groups:
            group["lr"] *= 0.65
        log.info("pass %d: loss %.5f", n + 1, total / len(gold))
    weight = inner.weight.detach() / spread
    return {
        "inner": weight.T.numpy().astype(np.float16),
        "inner_bias": (inner.bias.detach() - weight @ mean).numpy(),
        "outer": outer.weight.detach()[0].numpy(),
        "outer_bias": outer.bias.detach().numpy()[0],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--model", type=Path, required=True, help="folder of the exported model; the file is written there"
    )
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    rows, gold = examples(arguments.data, OwnReader(arguments.model, threads=arguments.threads))
    log.info("%d places, of which %d are ends", len(gold), int(gold.sum()))
    np.savez_compressed(arguments.model / ends.FILE, **learn(rows, gold))


if __name__ == "__main__":
    main()
