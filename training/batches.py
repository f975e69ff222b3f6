"""Examples as tensors: noise, pieces, buckets of like length, padding."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import torch
from torch import Tensor

from examples import Example
from whosays.reader import lemmas
from whosays.reader.features import Piecer, Pieces

IGNORE = -100
MAX_PIECES = 250
MASK = 103  # the encoder's piece for a word that it cannot see
STOPS = frozenset({".", "!", "?", "...", "…"})
NOT_HIDDEN = frozenset({"event", "cue"})  # heads for which the word itself decides


def noisy(example: Example, shares: dict[str, float], draw: random.Random) -> Example:
    """The example as other typists would have it: in capitals, without its final stop, with other quotation marks."""
    if draw.random() < shares["typography"]:
        example = _typography(example, draw)
    if draw.random() < shares["no_final_stop"]:
        example = _without_stop(example)
    if draw.random() < shares["capitals"]:
        example = _in_case(example, str.upper)
    elif draw.random() < shares.get("small", 0.0):
        example = _in_case(example, str.lower)
    return example


class Swapper:
    """Puts another name of the same kind and length in a name's place, so that names are known by where they stand."""

    HEADS = ("names_uner", "names_crossner")

    def __init__(self, examples: list[Example]) -> None:
        self._names: dict[tuple[str, str, int], list[tuple[Example, int]]] = {}
        for example in examples:
            for head in self.HEADS:
                for first, last, kind in _spans(example.labels.get(head, [])):
                    self._names.setdefault((head, kind, last - first), []).append((example, first))

    def swapped(self, example: Example, share: float, draw: random.Random) -> Example:
        """The example with about `share` of its names exchanged; tags and lemmas come with the names, the tree stays."""
        found = [(head, *span) for head in self.HEADS for span in _spans(example.labels.get(head, []))]
        chosen = [name for name in found if draw.random() < share]
        if not chosen:
            return example
        forms = list(example.forms)
        labels = {name: list(values) for name, values in example.labels.items()}
        for head, first, last, kind in chosen:
            other, begin = draw.choice(self._names[head, kind, last - first])
            for i in range(last - first + 1):
                forms[first + i] = other.forms[begin + i]
                for name in ("upos", "feats", "lemma"):
                    if name in labels and name in other.labels:
                        labels[name][first + i] = other.labels[name][begin + i]
        return replace(example, forms=forms, labels=labels)


def _spans(labels: list[str]) -> list[tuple[int, int, str]]:
    out = []
    for first, label in enumerate(labels):
        if label.startswith("B-"):
            last = first
            while last + 1 < len(labels) and labels[last + 1] == "I" + label[1:]:
                last += 1
            out.append((first, last, label[2:]))
    return out


def _typography(example: Example, draw: random.Random) -> Example:
    forms = list(example.forms)
    curly = draw.random() < 0.5
    opened = False
    for i, form in enumerate(forms):
        if form in ('"', "“", "”", "``", "''"):
            opened = not opened if form == '"' else form in ("“", "``")
            forms[i] = ("“" if opened else "”") if curly else '"'
        elif curly and "'" in form:
            forms[i] = form.replace("'", "’")
        elif not curly and "’" in form:
            forms[i] = form.replace("’", "'")
        elif form in ("-", "--", "—", "–") and not example.glued[i]:
            forms[i] = draw.choice(("-", "--", "—", "–"))
    return replace(example, forms=forms)


def _without_stop(example: Example) -> Example:
    last = len(example.forms) - 1
    if last < 2 or example.forms[last] not in STOPS or (example.heads and last + 1 in example.heads):
        return example
    return replace(
        example,
        forms=example.forms[:-1],
        glued=example.glued[:-1],
        quotes=example.quotes[:-1],
        heads=example.heads and example.heads[:-1],
        labels={name: labels[:-1] for name, labels in example.labels.items()},
    )


def hidden(example: Example, pieces: Pieces, share: float, draw: random.Random) -> tuple[Example, Pieces]:
    """The sentence with about `share` of its words unseen but for their shape, so that trees and names lean on what stands around.

    What a lemma is cannot be told from there, so that it is not asked; nor are sentences hidden from that say what is an event or a
    cue, for there the word itself decides (after UDify, Kondratyuk and Straka 2019).
    """
    ends = [*pieces.first[1:], len(pieces.ids) - 1]
    chosen = [] if NOT_HIDDEN & example.labels.keys() else [i for i in range(len(ends)) if draw.random() < share]
    if not chosen:
        return example, pieces
    ids, labels = list(pieces.ids), dict(example.labels)
    for i in chosen:
        ids[pieces.first[i] : ends[i]] = [MASK] * (ends[i] - pieces.first[i])
    if "lemma" in labels:
        labels["lemma"] = ["" if i in chosen else label for i, label in enumerate(labels["lemma"])]
    return replace(example, labels=labels), replace(pieces, ids=ids)


def run_together(examples: list[Example], shares: dict[str, float], draw: random.Random) -> list[Example]:
    """Pairs of neighbours as one example with two roots: what a reader sees where the end of a sentence was not found.

    Drawn are a share `no_stop` of the pairs whose first sentence has no stop, where ends are missed, and a share `after_stop` of the
    others, half of which lose their stop.
    """
    out = []
    for one, other in pairwise(examples):
        if not (other.goes_on and one.heads and other.heads) or one.corpus != other.corpus:
            continue
        stopped = one.forms[-1] in STOPS
        if draw.random() < shares["after_stop" if stopped else "no_stop"]:
            out.append(_joined(_without_stop(one) if stopped and draw.random() < 0.5 else one, other))
    return out


def _joined(one: Example, other: Example) -> Example:
    at = len(one.forms)
    return replace(
        one,
        forms=one.forms + other.forms,
        glued=one.glued + other.glued,
        quotes=one.quotes + other.quotes,
        heads=[*(one.heads or ()), *(head and head + at for head in other.heads or ())],
        labels={name: labels + other.labels[name] for name, labels in one.labels.items() if name in other.labels},
    )


def _in_case(example: Example, case: Callable[[str], str]) -> Example:
    forms = [case(form) for form in example.forms]
    labels = dict(example.labels)
    if "lemma" in labels:
        made = zip(forms, example.forms, labels["lemma"], strict=True)
        labels["lemma"] = [lemmas.script(up, lemmas.apply(edit, form)) if edit else "" for up, form, edit in made]
    return replace(example, forms=forms, labels=labels)


class Maker:
    """Turns examples into batches of at most `pieces` word pieces."""

    def __init__(self, piecer: Piecer, vocabulary: dict[str, list[str]]) -> None:
        self._piecer = piecer
        self._index = {name: {label: i for i, label in enumerate(labels)} for name, labels in vocabulary.items()}

    def batches(
        self, examples: list[Example], size: int, draw: random.Random, *, unseen: float = 0.0
    ) -> Iterator[dict[str, Tensor]]:
        """Batches in random order, each of sentences of like length; of their words a share `unseen` is hidden."""
        made = [(e, self._piecer.sentence(e.forms, e.glued, e.quotes)) for e in examples]
        made = [hidden(e, pieces, unseen, draw) for e, pieces in made]
        made = [pair for pair in made if len(pair[1].ids) <= MAX_PIECES]
        made.sort(key=lambda pair: len(pair[1].ids) + draw.random() * 6)
        groups: list[list] = [[]]  # type: ignore[type-arg]
        for pair in made:
            if (len(groups[-1]) + 1) * max(len(pair[1].ids), *(len(p.ids) for _, p in groups[-1][-1:]), 1) > size:
                groups.append([])
            groups[-1].append(pair)
        draw.shuffle(groups)
        for group in groups:
            if group:
                yield self._pad(group)

    def _pad(self, group: list) -> dict[str, Tensor]:  # type: ignore[type-arg]
        words = max(len(e.forms) for e, _ in group)
        batch = {
            "ids": _padded([p.ids for _, p in group]),
            "shapes": _padded([p.shapes for _, p in group]),
            "quotes": _padded([p.quotes for _, p in group]),
            "first": _padded([p.first for _, p in group], words),
            "heads": _padded([e.heads or [] for e, _ in group], words, IGNORE),
        }
        for name, index in self._index.items():
            rows = [[index.get(label, IGNORE) for label in e.labels.get(name, ())] for e, _ in group]
            if any(rows):
                batch[name] = _padded(rows, words, IGNORE)
        if any("event" in e.labels for e, _ in group):
            batch["role_events"], batch["role_labels"] = self._roles([e for e, _ in group], words)
        return batch

    def _roles(self, group: list[Example], words: int) -> tuple[Tensor, Tensor]:
        """Places of the event words [N, 2] in the batch, and for each what every word is to it [N, W, R]."""
        index = self._index["roles"]
        events = [
            (row, at)
            for row, e in enumerate(group)
            for at, label in enumerate(e.labels.get("event", ()))
            if label != "O"
        ]
        where = {event: i for i, event in enumerate(events)}
        labels = torch.zeros(len(events), words, len(index))
        for row, example in enumerate(group):
            for event, argument, role in example.roles:
                labels[where[row, event], argument, index[role]] = 1.0
        return torch.tensor(events, dtype=torch.int64).view(-1, 2), labels


def _padded(rows: list[list[int]], width: int = 0, value: int = 0) -> Tensor:
    width = width or max(map(len, rows))
    return torch.tensor([row + [value] * (width - len(row)) for row in rows])
