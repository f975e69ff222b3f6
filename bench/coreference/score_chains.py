"""CoNLL F1 of chains: the mean of MUC, B³ and CEAF-e (phi 4), over all documents together.

    python bench/coreference/score_chains.py GOLD.conllu... PRED.jsonl [--json]

A predicted phrase is a gold one where both have the same words. The main figure is `without_singletons`: chains of one are
left out of gold and prediction, as in OntoNotes, so only what is spoken of again counts; `with_singletons` counts all that
GUM marks. `kernel` is the main figure where a phrase with the gold phrase's kernel (its MIN words) that lies within it
is also taken for it, as CorefUD counts; it tells how much is lost to where phrases end.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent))
import gum
from gum import Chains, Span

Cluster = frozenset[Hashable]


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean; 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def muc(key: Sequence[Cluster], response: Sequence[Cluster]) -> float:
    """Share of the key's links that the response has (Vilain et al. 1995); swapped, the precision."""
    of = {mention: place for place, cluster in enumerate(response) for mention in cluster}
    kept = sum(len(c) - len({of.get(mention, ("alone", mention)) for mention in c}) for c in key)
    links = sum(len(c) - 1 for c in key)
    return kept / links if links else 0.0


def b_cubed(key: Sequence[Cluster], response: Sequence[Cluster]) -> float:
    """Mean share of a mention's chain that the response puts with it (Bagga and Baldwin 1998); swapped, the precision."""
    of = {mention: cluster for cluster in response for mention in cluster}
    mentions = sum(map(len, key))
    return sum(len(c & of.get(m, frozenset())) / len(c) for c in key for m in c) / mentions if mentions else 0.0


def ceaf(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[float, float]:
    """Precision and recall of the best pairing of chains, by phi 4 (Luo 2005)."""
    of = {mention: place for place, cluster in enumerate(response) for mention in cluster}
    gain: dict[tuple[int, int], float] = {}
    for row, cluster in enumerate(key):
        for column, shared in Counter(of[m] for m in cluster if m in of).items():
            gain[row, column] = 2 * shared / (len(cluster) + len(response[column]))
    total = sum(best_total(part) for part in _parts(gain))
    return total / len(response) if response else 0.0, total / len(key) if key else 0.0


def _parts(gain: dict[tuple[int, int], float]) -> Iterator[NDArray[np.float64]]:
    """The pairings that have to do with one another, each group as a matrix of its own: they can be solved apart."""
    columns: defaultdict[int, set[int]] = defaultdict(set)
    rows: defaultdict[int, set[int]] = defaultdict(set)
    for row, column in gain:
        columns[row].add(column)
        rows[column].add(row)
    while columns:
        mine, open_ = set[int](), [next(iter(columns))]
        while open_:
            row = open_.pop()
            if row not in mine:
                mine.add(row)
                open_.extend(other for column in columns[row] for other in rows[column])
        theirs = sorted({column for row in mine for column in columns.pop(row)})
        yield np.array([[gain.get((row, column), 0.0) for column in theirs] for row in sorted(mine)])


def best_total(gain: NDArray[np.float64]) -> float:
    """The most that rows and columns give, each used at most once (Kuhn's Hungarian method with potentials)."""
    gain = gain if gain.shape[0] <= gain.shape[1] else gain.T
    cost = gain.max() - gain
    rows, columns = cost.shape
    below, beside = np.zeros(rows), np.zeros(columns)
    owner = np.full(columns, -1)
    for start in range(rows):
        least, before = np.full(columns, np.inf), np.full(columns, -1)
        done = np.zeros(columns, dtype=bool)
        row, column = start, -1
        while row >= 0:
            reduced = cost[row] - below[row] - beside
            closer = ~done & (reduced < least)
            least[closer], before[closer] = reduced[closer], column
            column = int(np.where(done, np.inf, least).argmin())
            step = least[column]
            below[start] += step
            below[owner[done]] += step
            beside[done] -= step
            least[~done] -= step
            done[column] = True
            row = int(owner[column])
        while column >= 0:
            last = int(before[column])
            owner[column] = start if last < 0 else owner[last]
            column = last
    return float(sum(gain[owner[column], column] for column in range(columns) if owner[column] >= 0))


def figures(key: Sequence[Cluster], response: Sequence[Cluster]) -> dict[str, float]:
    """The three measures with their mean, in percent, with how well the phrases themselves are found."""
    one, other = (set().union(*clusters) for clusters in (key, response))
    both = len(one & other)
    found = {
        "MUC": f1(muc(response, key), muc(key, response)),
        "B3": f1(b_cubed(response, key), b_cubed(key, response)),
        "CEAFe": f1(*ceaf(key, response)),
    }
    found["CoNLL"] = sum(found.values()) / len(found)
    found["phrases"] = f1(both / len(other) if other else 0.0, both / len(one) if one else 0.0)
    return {name: round(100 * value, 2) for name, value in found.items()}


def score(known: Sequence[Chains], predicted: dict[str, list[list[Span]]]) -> dict[str, Any]:
    """All figures. Phrases are told apart by document; alignment is by document too, for no chain crosses two."""
    key = [_named(chains.doc, chain) for chains in known for chain in chains.chains]
    exact = [_named(chains.doc, chain) for chains in known for chain in predicted.get(chains.doc, [])]
    loose = [_named(chains.doc, chain) for chains in known for chain in _kernels(chains, predicted.get(chains.doc, []))]
    return {
        "documents": len(known),
        "without_singletons": figures(_many(key), _many(exact)),
        "with_singletons": figures(key, exact),
        "kernel": figures(_many(key), _many(loose)),
    }


def _named(doc: str, chain: Sequence[Span]) -> Cluster:
    return frozenset((doc, span) for span in chain)


def _many(clusters: Sequence[Cluster]) -> list[Cluster]:
    return [cluster for cluster in clusters if len(cluster) > 1]


def _kernels(chains: Chains, predicted: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """The predicted chains with each phrase that is not gold put in the place of the least free gold one it answers to."""
    spans = {span for chain in predicted for span in chain}
    taken = spans & chains.kernel.keys()
    swap: dict[Span, Span] = {}
    starts: defaultdict[int, list[Span]] = defaultdict(list)
    for span, kernel in chains.kernel.items():
        for word in kernel:
            starts[word].append(span)
    for first, last in sorted(spans - taken):
        near = {span for word in range(first, last + 1) for span in starts[word]} - taken
        fits = [s for s in near if s[0] <= first and last <= s[1] and all(first <= w <= last for w in chains.kernel[s])]
        if fits:
            swap[first, last] = min(fits, key=lambda s: (s[1] - s[0], s))
            taken.add(swap[first, last])
    return [[swap.get(span, span) for span in chain] for chain in predicted]


def main(argv: Sequence[str] | None = None) -> None:
    """Print the figures; `argv` as on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="GOLD ... PRED")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    if len(options.files) < 2:
        parser.error("needs at least one gold file and the predictions")
    known = [chains for path in options.files[:-1] for chains in gum.read(path)]
    rows = [json.loads(line) for line in options.files[-1].read_text(encoding="utf-8").splitlines() if line.strip()]
    found = score(known, {row["doc"]: [[(a, b) for a, b in chain] for chain in row["chains"]] for row in rows})
    if options.json:
        print(json.dumps(found))
        return
    for name, values in found.items():
        print(name, " ".join(f"{k} {v:.1f}" for k, v in values.items()) if isinstance(values, dict) else values)


if __name__ == "__main__":
    main()
