"""Do two mentions tell the same happening? A sum of weights, each of which can be shown and argued with.

A block of n mentions is scored whole: every function here gives an n × n matrix, a cell for each pair.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whosays.link.mentions import is_short
from whosays.record.linking import Mention

SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "AGREE"})
# Modes that are kinds of their own within their category; the others may be left open by a word such as "attack".
OWN_KIND = frozenset(
    {"abduct", "torture", "beat", "arrest", "seize", "release", "expel", "convict", "discontinue", "ceasefire"}
)
HARM = frozenset({"ASSAULT", "COERCE"})
Scores = NDArray[np.float32]
Pairs = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each agreement or conflict counts. The sum of a pair must reach `enough` to link it."""

    same_words: float = 6.0  # the same sentence, printed twice
    same_trigger: float = 1.0
    same_mode: float = 1.0
    other_mode: float = -2.0
    other_kind: float = -4.0  # a capture is no strike, an arrest no seizure
    same_actor: float = 1.5
    other_actor: float = -2.0
    same_recipient: float = 1.0
    other_recipient: float = -2.5
    same_place: float = 1.5
    same_country: float = 0.5
    other_place: float = -2.0
    same_time: float = 1.5
    other_time: float = -6.0
    same_document: float = 0.5
    reference: float = 1.5  # a bare noun ("the strike") in a document that tells such a happening
    other_era: float = -1.5  # background here, news there
    speech: float = -1.0  # people accuse and demand often; the act alone says little
    enough: float = 2.0


WEIGHTS = Weights()  # multiples of a quarter, so that sums are exact in whatever order they are made


def similarity(block: Sequence[Mention], weights: Weights = WEIGHTS) -> Scores:
    """How much speaks for two mentions of one category being of one happening, for all pairs of a block."""
    total = _wording(block, weights)
    for field, same, other in (
        ("actors", weights.same_actor, weights.other_actor),
        ("recipients", weights.same_recipient, weights.other_recipient),
    ):
        known, shared = _sharing([getattr(one, field) for one in block])
        total += np.where(known, np.where(shared, np.float32(same), np.float32(other)), np.float32(0))
    total += _where(block, weights)
    apart = conflicts_in_time(block)
    short = _flags(is_short(one.first, one.last) for one in block)
    both = short[:, None] & short[None, :]
    total += np.where(apart, np.float32(weights.other_time), both * np.float32(weights.same_time))
    background = _flags(one.background for one in block)
    total += np.float32(weights.other_era) * (background[:, None] != background[None, :])
    return total


def cannot_be_one(block: Sequence[Mention]) -> Pairs:
    """Whether two mentions are of different days, or harm done to different sides: no agreement elsewhere outweighs that.

    Else a week of raids by one side in one town would pass for a single raid.
    """
    apart = conflicts_in_time(block)
    if block[0].category in HARM:
        known, shared = _sharing([one.recipients for one in block])
        apart |= known & ~shared
    return apart


def conflicts_in_time(block: Sequence[Mention]) -> Pairs:
    """Whether two mentions cannot be of one day, with a day's grace for nights and time zones."""
    known = _flags(one.first is not None for one in block)
    first = np.array([one.first or 0 for one in block], dtype=np.int32)
    last = np.array([one.last or 0 for one in block], dtype=np.int32)
    later = first[:, None] > last[None, :] + 1
    return (later | later.T) & known[:, None] & known[None, :]


def _wording(block: Sequence[Mention], weights: Weights) -> Scores:
    total = _mode(block, weights)
    documents = _same([one.document for one in block])
    printed = _same([(one.sentence, one.trigger) for one in block]) & ~documents
    total += np.float32(weights.same_words) * printed
    total += np.float32(weights.same_trigger) * _same([one.stem for one in block])
    total += np.float32(weights.same_document) * documents
    if block[0].category in SPEECH:
        return total + np.float32(weights.speech)
    bare = _flags(one.bare for one in block).astype(np.float32)
    # One of the two, or half as much for both.
    total += np.float32(weights.reference) * (bare[:, None] + bare[None, :])
    total -= np.float32(weights.reference * 1.5) * (bare[:, None] * bare[None, :])
    return total


def _mode(block: Sequence[Mention], weights: Weights) -> Scores:
    same = _same([one.mode for one in block])
    stated = _flags(bool(one.mode) for one in block)
    own = _flags(one.mode in OWN_KIND for one in block)
    both = stated[:, None] & stated[None, :]
    agreed = np.where(same, np.float32(weights.same_mode), np.float32(weights.other_mode)) * both
    return np.where(~same & (own[:, None] | own[None, :]), np.float32(weights.other_kind), agreed)


def _where(block: Sequence[Mention], weights: Weights) -> Scores:
    known = _flags(one.place is not None for one in block)
    numbered = _flags(one.place_id is not None for one in block)
    wide = _flags(one.wide for one in block)
    same = _same([one.place for one in block])
    same |= _same([one.place_id for one in block]) & numbered[:, None] & numbered[None, :]
    abroad = ~_same([one.country for one in block])
    near = np.where(
        wide[:, None] | wide[None, :], np.float32(weights.same_country), np.float32(weights.other_place / 2)
    )
    found = np.where(same, np.float32(weights.same_place), np.where(abroad, np.float32(weights.other_place), near))
    return np.where(known[:, None] & known[None, :], found, np.float32(0))


# ---------------------------------------------------------------- matrices


def _flags(values: Iterable[bool]) -> NDArray[np.bool_]:
    return np.fromiter(values, dtype=np.bool_)


def _same(values: Sequence[Hashable]) -> Pairs:
    numbers: dict[Hashable, int] = {}
    codes = np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int32)
    return np.equal(codes[:, None], codes[None, :])


def _sharing(joined: Sequence[str]) -> tuple[Pairs, Pairs]:
    """Whether both sides name somebody, and whether they name somebody in common."""
    names: dict[str, int] = {}
    sets = [[names.setdefault(name, len(names)) for name in value.split("|") if name] for value in joined]
    held = np.zeros((len(sets), max(1, len(names))), dtype=np.float32)
    for row, found in enumerate(sets):
        held[row, found] = 1
    known = _flags(bool(found) for found in sets)
    return known[:, None] & known[None, :], (held @ held.T) > 0
