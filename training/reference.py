"""Learn the weights of the signs by which a phrase takes up another (`src/whosays/resolve/data/reference.tsv`).

    python training/reference.py --gum gum-train.conllu --output src/whosays/resolve/data/reference.tsv

GUM's chains (annotations CC BY 4.0) say which earlier phrases each phrase takes up; tags and trees are the reader's own, as
when the weights are used. Each phrase picks one of its candidates or is new; what is made likely is that it picks one of its
own chain (Durrett and Klein 2013). Phrases that GUM does not mark count as new. Signs seen fewer than `--least` times are
left out, weights are rounded, and small ones dropped. What is likeliest for each phrase leaves too much unlinked for the
measure, which counts whole chains: `--lean` takes something from what speaks for being new; 1.2 was best on every sixth
document of GUM's training part, with weights learnt from the others. Two runs give the same file.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench" / "coreference"))
import gum

from run import MODEL, readings
from whosays.reader.own import OwnReader
from whosays.record.reading import Reading
from whosays.resolve.phrases.chains import Before
from whosays.resolve.phrases.described import describe
from whosays.resolve.phrases.likeness import alone, together
from whosays.resolve.phrases.mentions import phrases
from whosays.resolve.register.nouns import Nouns
from whosays.resolve.world import load_world

HEAD = """# Weights of the signs by which a phrase takes up an earlier one; a sum above that of being new makes a link.
# Source: learnt by training/reference.py from the GUM corpus's open genres (annotations CC BY 4.0, Amir Zeldes et al.); licence CC BY 4.0;
# version 1. A sign is KIND:SIGN=VALUE, KIND that of the later phrase, KIND<OTHER the two phrases' kinds.
sign\tweight
"""
Choice = tuple[list[list[str]], list[int]]  # signs of being new, then of each candidate; which are right


def choices(reading: Reading, chains: gum.Chains, nouns: Nouns) -> Iterator[Choice]:
    """What every phrase of a document had to choose from, and what was right."""
    starts = list(accumulate((len(s.tokens) for s in reading.sentences), initial=0))
    chain = {span: number for number, spans in enumerate(chains.chains) for span in spans}
    described = describe(reading, phrases(reading), nouns)
    of = [
        chain.get((starts[d.phrase.sentence] + d.phrase.first, starts[d.phrase.sentence] + d.phrase.last), -1)
        for d in described
    ]
    before = Before(described)
    for b in described:
        earlier, seen = before.candidates(b), before.seen(b)
        right = [n + 1 for n, a in enumerate(earlier) if of[b.order] >= 0 and of[a.order] == of[b.order]]
        signs = [list(alone(b, seen)), *(list(together(a, b, reading, seen)) for a in earlier)]
        yield signs, right or [0]


def table(found: list[Choice], least: int) -> tuple[list[str], csr_matrix, NDArray[np.int64], NDArray[np.bool_]]:
    """Names of the signs, one row of them for each option, where each phrase's options start, which are right."""
    counts = Counter(sign for signs, _ in found for row in signs for sign in row)
    names = sorted(sign for sign, number in counts.items() if number >= least)
    place = {sign: n for n, sign in enumerate(names)}
    columns, ends, starts, right = list[int](), [0], list[int](), list[bool]()
    for signs, mine in found:
        starts.append(len(ends) - 1)
        for n, row in enumerate(signs):
            columns.extend(place[sign] for sign in row if sign in place)
            ends.append(len(columns))
            right.append(n in mine)
    data = np.ones(len(columns), dtype=np.float32)
    rows = csr_matrix((data, np.array(columns, dtype=np.int32), np.array(ends)), shape=(len(ends) - 1, len(names)))
    return names, rows, np.array(starts), np.array(right)


def learn(rows: csr_matrix, starts: NDArray[np.int64], right: NDArray[np.bool_], decay: float) -> NDArray[np.float64]:
    """The weights that make the right options likeliest, by L-BFGS from zero."""
    columns = rows.T.tocsr()
    lengths = np.diff(np.append(starts, rows.shape[0]))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = rows @ weights
        scores -= np.repeat(np.maximum.reduceat(scores, starts), lengths)
        all_ = np.exp(scores)
        good = np.where(right, all_, 0.0)
        total, kept = np.add.reduceat(all_, starts), np.maximum(np.add.reduceat(good, starts), 1e-30)
        slope = all_ / np.repeat(total, lengths) - good / np.repeat(kept, lengths)
        value = float(np.log(total / kept).sum()) + decay * float(weights @ weights) / 2
        return value, columns @ slope + decay * weights

    result = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return np.asarray(result.x)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--least", type=int, default=50)
    parser.add_argument("--decay", type=float, default=8.0)
    parser.add_argument("--lean", type=float, default=1.2, help="how much less than learnt speaks for being new")
    options = parser.parse_args()
    nouns, reader = load_world().nouns, OwnReader(MODEL)
    known = {chains.doc: chains for chains in gum.read(options.gum)}
    found = [one for doc, reading in readings(options.gum, reader) for one in choices(reading, known[doc], nouns)]
    names, rows, starts, right = table(found, options.least)
    weights = learn(rows, starts, right, options.decay)
    leaning = (weights - options.lean * np.array([name.endswith(":new") for name in names])).tolist()
    write(options.output, dict(zip(names, leaning, strict=True)))


def write(path: Path, weights: dict[str, float]) -> None:
    """The weights as a table, by name."""
    kept = {name: round(value, 2) for name, value in weights.items() if abs(value) >= 0.1}
    lines = "".join(f"{name}\t{value:.2f}\n" for name, value in sorted(kept.items()))
    path.write_text(HEAD + lines, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
