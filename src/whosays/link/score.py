"""Do two mentions tell the same happening? A sum of weights, each of which can be shown and argued with.

A block of n mentions is scored by rows: k of them against all, every function here gives a k × n matrix.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from whosays.link.mentions import PERSON, is_short
from whosays.record.event import SPEECH
from whosays.record.linking import Mention

WORDS_ALONE = SPEECH - {"CONCEDE"}  # what is conceded may be a deed too: a border opened
# Modes that are kinds of their own within their category; the others may be left open by a word such as "attack".
OWN_KIND = frozenset(
    {"abduct", "torture", "beat", "arrest", "seize", "release", "expel", "convict", "discontinue", "ceasefire"}
)
# What a blow was dealt with, by what can be told from one another: a drone comes from the air, a bomb explodes.
MEANS = {"aerial": "air", "drone": "air", "heavy-weapons": "ground", "firearms": "hand", "unconventional": "poison"}
HARM = frozenset({"ASSAULT", "COERCE"})
Scores = NDArray[np.float32]
Pairs = NDArray[np.bool_]
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each agreement or conflict counts. The sum of a pair must reach `enough` to link it."""

    same_words: float = 6.0  # the same sentence, printed twice
    same_trigger: float = 1.0
    same_mode: float = 1.0
    other_mode: float = -2.0
    other_kind: float = -4.0  # a capture is no strike, an arrest no seizure
    other_means: float = -1.0  # nor does a drone's blow come out of a rifle, unless all else agrees
    same_actor: float = 1.5
    other_actor: float = -2.0
    same_recipient: float = 1.0
    other_recipient: float = -2.5
    same_place: float = 1.5
    same_country: float = 0.5
    other_place: float = -2.0
    same_time: float = 1.5
    other_time: float = -6.0
    other_count: float = -2.0  # twice as many arrested, released, expelled: unless place and day agree, others
    same_document: float = 0.5  # by the same word or a bare noun: another verb rather tells the next thing
    reference: float = 1.5  # a bare noun ("the strike", "the charge") in a document that tells such a happening
    other_era: float = -1.5  # background here, news there
    speech: float = -1.0  # people accuse and demand often; the act alone says little
    enough: float = 1.75  # one thing in common, be it who, where or when, makes no pair (bench/linking/learnt.py)


WEIGHTS = Weights()  # multiples of a quarter, so that sums are exact in whatever order they are made


class Block:
    """Mentions of one category, ready to be compared: of each field a column of numbers, equal where the values are."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.every = np.arange(len(mentions))
        self.speech = mentions[0].category in WORDS_ALONE
        self.harm = mentions[0].category in HARM
        self.document = _numbers(one.document for one in mentions)
        self.printed = _numbers((one.sentence, one.trigger) for one in mentions)
        self.stem = _numbers(one.stem for one in mentions)
        self.mode = _numbers(one.mode for one in mentions)
        self.means = _numbers(MEANS.get(one.mode or "") for one in mentions)
        self.dealt = _flags(one.mode in MEANS for one in mentions)
        self.stated = _flags(bool(one.mode) for one in mentions)
        self.own_kind = _flags(one.mode in OWN_KIND for one in mentions)
        self.is_bare = _flags(one.bare for one in mentions)
        self.bare = self.is_bare.astype(np.float32)
        self.background = _flags(one.background for one in mentions)
        self.dated = _flags(one.first is not None for one in mentions)
        self.short = _flags(is_short(one.first, one.last) for one in mentions)
        self.first = np.array([one.first or 0 for one in mentions], dtype=np.int32)
        self.last = np.array([one.last or 0 for one in mentions], dtype=np.int32)
        self.placed = _flags(one.place is not None for one in mentions)
        self.place = _numbers(one.place for one in mentions)
        self.place_id = _numbers(one.place_id or n for n, one in enumerate(mentions))  # no number is like no other
        self.country = _numbers(one.country for one in mentions)
        self.wide = _flags(one.wide for one in mentions)
        self.counted = _numbers(one.counted or n for n, one in enumerate(mentions))
        self.least = np.array([one.least or 0 for one in mentions], dtype=np.float32)
        self.most = np.array([np.inf if one.most is None else one.most for one in mentions], dtype=np.float32)
        self.own = _flags(one.own for one in mentions)
        self.actors = Parties([one.actors for one in mentions])
        self.recipients = Parties([one.recipients for one in mentions])

    def compared(self, rows: Rows, weights: Weights = WEIGHTS) -> tuple[Scores, Pairs]:
        """How much speaks for two mentions being of one happening, and whether they cannot be.

        Different days, and harm done to different sides, are outweighed by no agreement elsewhere: else a week of raids by
        one side in one town would pass for a single raid. Nor are two counts of one report in its own voice.
        """
        conflicts = self._conflicts_in_time(rows)
        apart = conflicts | self.recipients.differ(rows) if self.harm else conflicts
        by_one = np.equal(self.document[rows, None], self.document) & self.own[rows, None] & self.own
        apart = apart | (by_one & self._outnumber(rows, 1))
        return self._similarity(rows, conflicts, weights), apart

    def _similarity(self, rows: Rows, conflicts: Pairs, weights: Weights) -> Scores:
        total = self._wording(rows, weights)
        total += self.actors.compared(rows, weights.same_actor, weights.other_actor)
        total += self.recipients.compared(rows, weights.same_recipient, weights.other_recipient)
        total += self._where(rows, weights)
        total += np.float32(weights.other_count) * self._outnumber(rows, 2)
        both = self.short[rows, None] & self.short
        total += np.where(conflicts, np.float32(weights.other_time), both * np.float32(weights.same_time))
        total += np.float32(weights.other_era) * (self.background[rows, None] != self.background)
        return total

    def _conflicts_in_time(self, rows: Rows) -> Pairs:
        """Whether two mentions cannot be of one day, with a day's grace for nights and time zones."""
        apart = self.first[rows, None] > self.last + 1
        apart |= self.first > self.last[rows, None] + 1
        return apart & self.dated[rows, None] & self.dated

    def _outnumber(self, rows: Rows, times: int) -> Pairs:
        """Whether two mentions count the same, and the least of one is more than the most of the other, so many times at least."""
        least, most = self.least[rows, None], self.most[rows, None]
        more = (least >= times * self.most) & (least > self.most)
        fewer = (self.least >= times * most) & (self.least > most)
        return np.equal(self.counted[rows, None], self.counted) & (more | fewer)

    def _wording(self, rows: Rows, weights: Weights) -> Scores:
        total = self._mode(rows, weights)
        together = np.equal(self.document[rows, None], self.document)
        printed = np.equal(self.printed[rows, None], self.printed) & ~together
        total += np.float32(weights.same_words) * printed
        same_word = np.equal(self.stem[rows, None], self.stem)
        total += np.float32(weights.same_trigger) * same_word
        taken_up = same_word | self.is_bare[rows, None] | self.is_bare
        total += np.float32(weights.same_document) * (together & taken_up)
        total += np.float32(weights.speech * self.speech)
        # A bare noun for one of the two counts whole, for both half as much.
        total += np.float32(weights.reference) * (self.bare[rows, None] + self.bare)
        total -= np.float32(weights.reference * 1.5) * (self.bare[rows, None] * self.bare)
        return total

    def _mode(self, rows: Rows, weights: Weights) -> Scores:
        same = np.equal(self.mode[rows, None], self.mode)
        both = self.stated[rows, None] & self.stated
        agreed = np.where(same, np.float32(weights.same_mode), np.float32(weights.other_mode)) * both
        agreed += (
            np.float32(weights.other_means)
            * (self.dealt[rows, None] & self.dealt)
            * (self.means[rows, None] != self.means)
        )
        own = self.own_kind[rows, None] | self.own_kind
        return np.where(~same & own, np.float32(weights.other_kind), agreed)

    def _where(self, rows: Rows, weights: Weights) -> Scores:
        same = np.equal(self.place[rows, None], self.place) | np.equal(self.place_id[rows, None], self.place_id)
        abroad = np.not_equal(self.country[rows, None], self.country)
        wide = self.wide[rows, None] | self.wide
        near = np.where(wide, np.float32(weights.same_country), np.float32(weights.other_place / 2))
        found = np.where(same, np.float32(weights.same_place), np.where(abroad, np.float32(weights.other_place), near))
        return np.where(self.placed[rows, None] & self.placed, found, np.float32(0))


def reasons(one: Mention, other: Mention, weights: Weights = WEIGHTS) -> tuple[tuple[str, float], ...]:
    """What each agreement or conflict of two mentions of one category counts, by its name among the weights.

    The score is their sum, so each is the score that is left when all other weights are nothing.
    """
    block, rows = Block([one, other]), np.array([0])
    none = {field.name: 0.0 for field in fields(Weights)}
    found = []
    for name in none:
        alone = Weights(**none | {name: getattr(weights, name)})
        counted = float(block.compared(rows, alone)[0][0, 1])
        if name != "enough" and counted:
            found.append((name, counted))
    return tuple(found)


class Parties:
    """A column of participants: for each mention the number of its list, and which lists share somebody.

    Two of one state are taken to be the same, unless both are people known by name and share none of it.
    """

    def __init__(self, joined: Sequence[str]) -> None:
        self.column = _numbers(joined)
        lists = [[name.partition(PERSON) for name in value.split("|") if name] for value in dict.fromkeys(joined)]
        columns: dict[str, int] = {}
        codes = _held([[code for code, _, _ in found] for found in lists], columns)
        nameless = _held([[code for code, _, name in found if not name] for found in lists], columns)
        names = _held([[part for _, _, name in found for part in name.split("-") if part] for found in lists], {})
        known = _flags(bool(found) for found in lists)
        self.known: Pairs = np.logical_and(known[:, None], known)
        alike = codes @ nameless.T
        self.shared: Pairs = np.asarray(alike + alike.T + names @ names.T > 0)

    def compared(self, rows: Rows, same: float, other: float) -> Scores:
        """What it counts that two mentions name somebody in common, or do not; nothing where one names nobody."""
        table = np.where(self.shared, np.float32(same), np.float32(other)) * self.known
        return table[self.column[rows, None], self.column]

    def differ(self, rows: Rows) -> Pairs:
        """Whether both mentions name somebody and nobody in common."""
        table = np.asarray(self.known & ~self.shared)
        found: Pairs = table[self.column[rows, None], self.column]
        return found


# ---------------------------------------------------------------- columns


def _flags(values: Iterable[bool]) -> NDArray[np.bool_]:
    return np.fromiter(values, dtype=np.bool_)


def _held(lists: Sequence[Sequence[str]], columns: dict[str, int]) -> Scores:
    """Which list holds what: a row each, and a column each for what is held; columns that are new are added."""
    numbers = [[columns.setdefault(one, len(columns)) for one in found] for found in lists]
    held = np.zeros((len(lists), max(1, len(columns))), dtype=np.float32)
    for row, found in enumerate(numbers):
        held[row, found] = 1
    return held


def _numbers(values: Iterable[Hashable]) -> NDArray[np.int32]:
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int32)
