"""REACTIONS: actors by incidents, what each did about it, silence with its date."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from whosays.publish.index import Index, Link
from whosays.publish.sections.board import Column, plain_headline
from whosays.publish.words import REACTIONS, day_words, shortened, time_words
from whosays.record.incident import Reaction

COLUMNS = 6
TONES = {"confirms": "says", "supports": "says", "promises": "says", "denies": "denies", "condemns": "denies"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One reaction in words; without `link` it was looked for and not found. `tone`: says, denies or plain."""

    words: str
    as_of: str
    tone: str
    link: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An actor with its reactions under each column."""

    name: str
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Up to COLUMNS incidents with those who reacted."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def reactions(index: Index) -> tuple[Matrix, ...]:
    """The matrices in the order of the incidents that anyone reacted to."""
    found: dict[int, dict[str, list[Reaction]]] = defaultdict(lambda: defaultdict(list))
    for reaction in index.record.reactions:
        if reaction.incident in index.rank:
            found[index.rank[reaction.incident]][index.name(reaction.actor)].append(reaction)
    ranks = sorted(rank for rank in found if any(r.reaction != "not_found" for rs in found[rank].values() for r in rs))
    blocks = [ranks[start : start + COLUMNS] for start in range(0, len(ranks), COLUMNS)]
    return tuple(_matrix(index, block, found) for block in blocks)


def _matrix(index: Index, ranks: list[int], found: dict[int, dict[str, list[Reaction]]]) -> Matrix:
    names: dict[str, int] = {}
    for rank in ranks:
        for name, reactions_ in found[rank].items():
            heard = sum(reaction.reaction != "not_found" for reaction in reactions_)
            names[name] = names.get(name, 0) + heard
    headlines = {rank: index.headline(index.incidents[rank - 1]) for rank in ranks}
    return Matrix(
        columns=tuple(
            Column(number=rank, title=headlines[rank], short=shortened(plain_headline(headlines[rank]), 56))
            for rank in ranks
        ),
        rows=tuple(
            Row(name=name, cells=tuple(_cells(index, found[rank].get(name, [])) for rank in ranks))
            for name in sorted(names, key=lambda name: (-names[name], name))
        ),
    )


def _cells(index: Index, given: list[Reaction]) -> tuple[Cell, ...]:
    """One cell a kind of reaction; the first mention stands for its repetitions, a found one hides “not found”."""
    first: dict[str, Reaction] = {}
    for reaction in given:
        first.setdefault(reaction.reaction, reaction)
    if len(first) > 1:
        first.pop("not_found", None)
    return tuple(_cell(index, reaction) for reaction in first.values() if reaction.reaction != "not_found")


def _cell(index: Index, reaction: Reaction) -> Cell:
    event = index.events.get(reaction.event or "")
    span = reaction.evidence[0] if reaction.evidence else event.trigger if event else reaction.actor.span
    as_of = f"as of {time_words(reaction.as_of)}" if reaction.as_of else ""
    report = index.reports.get(span.document)
    if not as_of and reaction.reaction in ("silent", "declines_comment") and report:
        as_of = f"as reported {day_words(report.day)}" if report.day else "no date stated"
    return Cell(
        words=REACTIONS.get(reaction.reaction, reaction.reaction),
        as_of=as_of,
        tone=TONES.get(reaction.reaction, "plain"),
        link=index.link(span, index.name(reaction.actor), span.text if len(span.text) < 60 else None),
    )
