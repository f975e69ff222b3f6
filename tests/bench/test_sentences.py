"""The score of plain sentences: what counts as found, as right, and as nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import score_sentences as score

import written

ROOT = Path(__file__).parents[2]

TEXT = "Police in Orla arrested two clerks on Monday and promised to free them, the court said."  # constructed


def label(word: str, category: str | None, value: str = "CT+", *roles: tuple[str, str]) -> written.Told:
    def span(words: str) -> tuple[int, int]:
        return TEXT.index(words), TEXT.index(words) + len(words)

    found = tuple(written.Role(kind=kind, span=span(words)) for kind, words in roles)
    return written.Told(trigger=span(word), category=category, mode=None, value=value, flags=(), roles=found)


GOLD = written.Written(
    text=TEXT,
    events=(
        label("arrested", "COERCE", "CT+", ("actor", "Police in Orla"), ("recipient", "two clerks")),
        label("promised", "AGREE"),
        label("free", "RETREAT", "Uu"),
        label("said", None),
    ),
    said=(),
)


def event(word: str, category: str, **parties: str) -> dict[str, Any]:
    start = TEXT.index(word)
    heads = {kind: [[TEXT.index(who), TEXT.index(who) + len(who)]] for kind, who in parties.items()}
    return {
        "trigger": [start, start + len(word)],
        "category": category,
        "mode": None,
        "actor": [],
        "recipient": [],
    } | heads


def scored(*events: dict[str, Any]) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = score.figures(score.counts([GOLD], [list(events)]))
    return found


def test_the_labels_themselves_score_one() -> None:
    found = scored(event("arrested", "COERCE", actor="Police", recipient="clerks"), event("promised", "AGREE"))
    assert all(row[name] == 1.0 for row in found.values() for name in ("P", "R", "F"))


def test_nothing_scores_nothing() -> None:
    assert all(row["F"] == 0.0 for row in scored().values())


def test_another_category_is_found_and_wrong() -> None:
    found = scored(event("arrested", "ASSAULT"))
    assert (found["found"]["P"], found["events"]["P"]) == (1.0, 0.0)
    assert found["found"]["R"] == 0.5


def test_what_is_only_promised_need_not_be_recorded_and_is_no_fault_where_it_is() -> None:
    with_it = scored(event("arrested", "COERCE"), event("free", "RETREAT"))
    assert (with_it["events"]["P"], with_it["events"]["R"]) == (1.0, 0.5)


def test_a_word_that_is_no_event_costs_precision() -> None:
    assert scored(event("arrested", "COERCE"), event("said", "ACCUSE"))["events"]["P"] == 0.5


def test_no_kept_sentence_is_trained_on() -> None:
    modes = written.categories()
    texts = {
        folder: {one.text for path in sorted((ROOT / folder).glob("*.txt")) for one in written.read(path, modes)}
        for folder in ("training/data", "bench/sentences/constructed")
    }
    assert len(texts["bench/sentences/constructed"]) > 400
    assert not texts["training/data"] & texts["bench/sentences/constructed"]
