"""What opens a source, what weakens a clause, what is silence: the word lists behind attribution and stance.

Five TSV files beside this module, each with its own header comment: `cues` (who says, believes, wants),
`signatures` (implicatives, attempts, chances), `hedges` (modals, adverbs, adjectives), `silence` and `nominals`
(words that stand for an event told before). Values are FactBank's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast, get_args

from whosays.errors import LexiconError
from whosays.lexicon.states import States, load_states
from whosays.record.event import StanceValue

CueKind = Literal["statement", "belief", "intention", "perception", "knowledge"]
Anaphor = Literal["event", "deed", "claim", "falsehood"]
Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that opens a source. `frames` say what it takes as content; see the header of `cues.tsv`.

    `holder` is the source's value of the content, `author` that of whoever reports it; `negated` is the holder's
    under negation (None: the polarity turns, as in "does not think that").
    """

    id: str
    lemma: str
    pos: str
    frames: frozenset[str]
    kind: CueKind
    holder: StanceValue
    author: StanceValue
    negated: StanceValue | None
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What a predicate makes of its complement when it holds (`affirmative`) and when it does not (`negated`)."""

    id: str
    affirmative: StanceValue
    negated: StanceValue
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """What a modal, adverb or adjective makes of an event that is otherwise certain."""

    id: str
    value: StanceValue
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A way of saying nothing: which words, in which form, with what, and the stance that it is (NC, SILENT, Uu)."""

    id: str
    lemmas: frozenset[str]
    form: str
    governs: frozenset[str]
    value: StanceValue
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """A word that stands for an event told before; no `categories` means any."""

    id: str
    kind: Anaphor
    categories: frozenset[str]
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """All word lists of attribution and stance, by lemma and part of speech; `states` says which names are one side's."""

    cues: Mapping[Key, Cue]
    signatures: Mapping[Key, Signature]
    hedges: Mapping[Key, Hedge]
    silences: Mapping[str, tuple[Silence, ...]]
    nominals: Mapping[str, Nominal]
    states: States

    def cue(self, lemma: str, upos: str) -> Cue | None:
        """The cue that a word is, adjectival participles ("was convinced that") included."""
        found = self.cues.get((lemma.lower(), upos))
        return found or (self.cues.get((lemma.lower(), "VERB")) if upos == "ADJ" else None)


def load() -> Cues:
    """Read the five lists. Raises LexiconError, naming file and entry, where one is malformed."""
    silences = tuple(map(_silence, _rows("silence.tsv", 7)))
    by_lemma: dict[str, tuple[Silence, ...]] = {}
    for silence in silences:
        for lemma in sorted(silence.lemmas):
            by_lemma[lemma] = (*by_lemma.get(lemma, ()), silence)
    return Cues(
        cues=MappingProxyType({(cue.lemma, cue.pos): cue for cue in map(_cue, _rows("cues.tsv", 10))}),
        signatures=MappingProxyType({(row[1], row[2]): _signature(row) for row in _rows("signatures.tsv", 7)}),
        hedges=MappingProxyType({(row[1], row[2]): _hedge(row) for row in _rows("hedges.tsv", 6)}),
        silences=MappingProxyType(by_lemma),
        nominals=MappingProxyType({row[0]: _nominal(row) for row in _rows("nominals.tsv", 5)}),
        states=load_states(),
    )


def _rows(name: str, width: int) -> Iterator[list[str]]:
    lines = (files("whosays.lexicon") / name).read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")][1:]
    seen: set[str] = set()
    for line in rows:
        row = line.split("\t")
        if len(row) != width:
            raise LexiconError(f"{name}: entry {row[0]!r} has {len(row)} columns, not {width}")
        if row[0] in seen:
            raise LexiconError(f"{name}: entry {row[0]!r} occurs twice")
        seen.add(row[0])
        yield row


def _value(text: str, entry: str) -> StanceValue:
    if text not in get_args(StanceValue):
        raise LexiconError(f"{entry}: {text!r} is no stance value")
    return cast("StanceValue", text)


def _set(text: str) -> frozenset[str]:
    return frozenset(part for part in text.split(",") if part not in ("-", "*", ""))


def _cue(row: list[str]) -> Cue:
    if row[4] not in get_args(CueKind):
        raise LexiconError(f"cues.tsv: entry {row[0]!r}: {row[4]!r} is no kind of attribution")
    return Cue(
        id=row[0],
        lemma=row[1],
        pos=row[2],
        frames=_set(row[3]),
        kind=cast("CueKind", row[4]),
        holder=_value(row[5], row[0]),
        author=_value(row[6], row[0]),
        negated=None if row[7] == "flip" else _value(row[7], row[0]),
        example=row[8],
        counterexample=row[9],
    )


def _signature(row: list[str]) -> Signature:
    return Signature(
        id=row[0],
        affirmative=_value(row[3], row[0]),
        negated=_value(row[4], row[0]),
        example=row[5],
        counterexample=row[6],
    )


def _hedge(row: list[str]) -> Hedge:
    return Hedge(id=row[0], value=_value(row[3], row[0]), example=row[4], counterexample=row[5])


def _silence(row: list[str]) -> Silence:
    return Silence(
        id=row[0],
        lemmas=_set(row[1]),
        form=row[2],
        governs=_set(row[3]),
        value=_value(row[4], row[0]),
        example=row[5],
        counterexample=row[6],
    )


def _nominal(row: list[str]) -> Nominal:
    if row[1] not in get_args(Anaphor):
        raise LexiconError(f"nominals.tsv: entry {row[0]!r}: {row[1]!r} is no kind of anaphor")
    return Nominal(
        id=row[0], kind=cast("Anaphor", row[1]), categories=_set(row[2]), example=row[3], counterexample=row[4]
    )
