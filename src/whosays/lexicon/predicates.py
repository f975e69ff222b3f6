"""What predicates mean: the loader of `predicates.tsv` and its kin.

A predicate says which PLOVER category a word stands for and who fills its roles; what sentences do with predicates
(passives, light verbs, relative clauses …) is the business of `whosays.coding`.

Frames name who is actor and recipient in the active clause; `whosays.coding.roles` turns them for the passive and for
nouns:

    agent-patient     subject does it to the object                     capture, kill, expel, attack
    agent             subject does it, to whom an oblique says          withdraw, march, fire at
    patient           the subject undergoes it, nobody is said to act   die, explode
    speaker           subject says it to or of the object or oblique    accuse, urge, demand, deny
    giver             subject gives the object to somebody              supply, hand over, arm
    mover             subject goes to somebody's place                  visit, travel
    mutual            all take part                                     meet, clash, agree, exchange
    receiver          the subject gets it from somebody                 receive, host
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, cast, get_args

from whosays.errors import LexiconError
from whosays.lexicon.plover import PloverCategory, load_plover

Frame = Literal["agent-patient", "agent", "patient", "speaker", "giver", "mover", "mutual", "receiver"]
FRAMES = get_args(Frame)
POS = ("verb", "noun", "adj")
COLUMNS = (
    "id",
    "lemma",
    "pos",
    "particle",
    "category",
    "mode",
    "cameo",
    "frame",
    "constraint",
    "example",
    "counterexample",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One condition of an entry: the word in `slot` is (or, `wanted` False, is not) of one of the classes.

    Slots of participants are `subj`, `obj` and `obl` (values are noun classes) and `lemma-subj`, `lemma-obj`, `lemma-obl`
    (values are lemmas); slots of the word's surroundings are `with` (a preposition that governs a noun below it), `ccomp`
    and `xcomp` (there is such a clause; with values, its verb is one of them), `no-obj`, `mod` (lemma of a modifier),
    `verb` (lemma of the light verb that carries a noun), `aux` (lemma of an auxiliary), `case` (the noun's own preposition).
    """

    slot: str
    wanted: bool
    values: frozenset[str]

    @property
    def weight(self) -> int:
        """How much the condition narrows: a word more than a class, what must be more than what must not."""
        if not self.wanted:
            return 1
        return 2 if self.slot in {"subj", "obj", "obl"} else 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """One entry.

    `particle` are the words that must follow ("down", "fire on"); `recipient` the prepositions that introduce whom it is
    done to, where they are not the frame's own.
    """

    id: str
    lemma: str
    pos: str
    particle: tuple[str, ...]
    category: str
    mode: str | None
    cameo: str | None
    frame: Frame
    demands: tuple[Demand, ...]
    recipient: frozenset[str]
    example: str
    counterexample: str

    @property
    def weight(self) -> int:
        """How specific the entry is; of the entries that fit, the most specific wins."""
        return 4 * len(self.particle) + sum(demand.weight for demand in self.demands)


def rows(name: str, columns: int) -> Iterator[tuple[int, list[str]]]:
    """The lines of a word list with their numbers; comments and the header line left out.

    Raises:
        LexiconError: a line has not as many cells as it should.
    """
    text = files("whosays.lexicon").joinpath(name).read_text(encoding="utf-8")
    header = True
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        cells += [""] * (columns - len(cells))
        if len(cells) != columns:
            message = f"{name}:{number}: {len(cells)} cells, not {columns}: {line[:60]}"
            raise LexiconError(message)
        if header:
            header = False
            continue
        yield number, cells


def load_predicates(name: str = "predicates.tsv") -> tuple[Predicate, ...]:
    """All entries, in the file's order (which decides nothing).

    Raises:
        LexiconError: an entry is malformed, has the id of another, a category or mode that PLOVER does not have, or lacks
            its example or counterexample; the message names file, line and entry.
    """
    categories = load_plover()
    found: dict[str, Predicate] = {}
    for number, cells in rows(name, len(COLUMNS)):
        where = f"{name}:{number}: {cells[0]}"
        entry = _predicate(where, cells)
        wrong = _wrong(entry, found, categories)
        if wrong is not None:
            message = f"{where}: {wrong}"
            raise LexiconError(message)
        found[entry.id] = entry
    return tuple(found.values())


def _wrong(entry: Predicate, others: Mapping[str, Predicate], categories: Mapping[str, PloverCategory]) -> str | None:
    """What is wrong with an entry that is well formed; None where nothing is."""
    if entry.id in others:
        return "another entry has this id"
    if entry.category not in categories:
        return f"no such category: {entry.category}"
    if entry.mode is not None and entry.mode not in categories[entry.category].modes:
        return f"{entry.category} has no mode {entry.mode}"
    return None if entry.example and entry.counterexample else "an example and a counterexample are needed"


def _predicate(where: str, cells: list[str]) -> Predicate:
    row = dict(zip(COLUMNS, cells, strict=True))
    if row["pos"] not in POS or row["frame"] not in FRAMES:
        message = f"{where}: no such part of speech or frame: {row['pos']}, {row['frame']}"
        raise LexiconError(message)
    recipient, demands = _constraint(row["constraint"], where)
    return Predicate(
        id=row["id"],
        lemma=row["lemma"],
        pos=row["pos"],
        particle=tuple(row["particle"].split()),
        category=row["category"],
        mode=row["mode"] or None,
        cameo=row["cameo"] or None,
        frame=cast("Frame", row["frame"]),
        demands=demands,
        recipient=recipient,
        example=row["example"],
        counterexample=row["counterexample"],
    )


PARTICIPANTS = frozenset({"subj", "obj", "obl", "lemma-subj", "lemma-obj", "lemma-obl"})
SLOTS = PARTICIPANTS | frozenset({"with", "without", "ccomp", "xcomp", "no-obj", "mod", "verb", "aux", "case"})


def _constraint(text: str, where: str) -> tuple[frozenset[str], tuple[Demand, ...]]:
    """Read `obj:person|armed; obj!:statement; recipient=on|against; ccomp`."""
    recipient: frozenset[str] = frozenset()
    demands = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        if part.startswith("recipient="):
            recipient = frozenset(part.removeprefix("recipient=").split("|"))
            continue
        slot, _, values = part.partition(":")
        wanted = not slot.endswith("!")
        slot = slot.removesuffix("!")
        if slot not in SLOTS:
            message = f"{where}: no such condition: {part!r}; there are {', '.join(sorted(SLOTS))}"
            raise LexiconError(message)
        demands.append(Demand(slot=slot, wanted=wanted, values=frozenset(filter(None, values.split("|")))))
    return recipient, tuple(demands)
