"""Every predicate proves itself on its own two sentences, and a malformed list is refused with file, line and entry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from whosays import coding
from whosays.errors import LexiconError
from whosays.lexicon import Lexicon
from whosays.lexicon.plover import load_plover
from whosays.lexicon.predicates import COLUMNS, Predicate, load_predicates
from whosays.record.document import Document
from whosays.record.reading import Reader

GOOD = {
    "id": "grab.v",
    "lemma": "grab",
    "pos": "verb",
    "particle": "",
    "category": "ASSAULT",
    "mode": "abduct",
    "cameo": "181",
    "frame": "agent-patient",
    "constraint": "obj:person",
    "example": "Rebels grabbed a guard.",
    "counterexample": "The boy grabbed a towel.",
}
Fired = Mapping[str, frozenset[str]]


@pytest.fixture(scope="module")
def fired(reader: Reader, lexicon: Lexicon) -> Fired:
    """The entries that each sentence was coded by, without the model's help; all sentences read in one batch."""
    texts = sorted({text for entry in load_predicates() for text in (entry.example, entry.counterexample)})
    readings = reader.read([Document.plain(text, id=text) for text in texts])
    return {
        text: frozenset(
            event.why.rule or "" for event in coding.code(reading, lexicon).events if event.why.score is None
        )
        for text, reading in zip(texts, readings, strict=True)
    }


def test_every_example_fires_by_its_entry(fired: Fired) -> None:
    silent = [(entry.id, entry.example) for entry in load_predicates() if entry.id not in fired[entry.example]]
    assert silent == []


def test_no_counterexample_fires_by_its_entry(fired: Fired) -> None:
    loud = [(entry.id, entry.counterexample) for entry in load_predicates() if entry.id in fired[entry.counterexample]]
    assert loud == []


def test_example_and_counterexample_hold_the_word(lexicon: Lexicon) -> None:
    """A counterexample without the word would prove nothing."""
    entries = load_predicates()
    assert [entry.id for entry in entries if not _holds(entry, entry.example, lexicon)] == []
    assert [entry.id for entry in entries if not _holds(entry, entry.counterexample, lexicon)] == []


def _holds(entry: Predicate, text: str, lexicon: Lexicon) -> bool:
    words = re.findall(r"[\w-]+", text.lower()) + re.findall(r"\w+", text.lower())
    lemmas = {lexicon.forms.get((word, pos)) for word in words for pos in ("VERB", "NOUN")}
    return entry.lemma in lemmas or entry.lemma in words


def test_there_are_enough_entries_of_every_category() -> None:
    entries = load_predicates()
    assert len(entries) >= 340
    assert {entry.category for entry in entries} == set(load_plover())


def test_a_deed_that_is_only_denied_is_no_event(reader: Reader, lexicon: Lexicon) -> None:
    reading = reader.read([Document.plain("The militia captured no soldiers near the bridge.")])[0]
    assert "capture.v" not in {event.why.rule for event in coding.code(reading, lexicon).events}


# ---------------------------------------------------------------- malformed lists


def _list(folder: Path, *rows: Mapping[str, str]) -> str:
    path = folder / "list.tsv"
    lines = ["# A list for tests.", "\t".join(COLUMNS), *("\t".join(row[name] for name in COLUMNS) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_a_well_formed_list_is_read(tmp_path: Path) -> None:
    (entry,) = load_predicates(_list(tmp_path, GOOD))
    assert (entry.id, entry.mode, entry.frame) == ("grab.v", "abduct", "agent-patient")
    assert [(demand.slot, demand.values) for demand in entry.demands] == [("obj", frozenset({"person"}))]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"category": "FRIENDSHIP"}, "no such category: FRIENDSHIP"),
        ({"mode": "tickle"}, "ASSAULT has no mode tickle"),
        ({"frame": "undergoer"}, "no such part of speech or frame"),
        ({"pos": "adverb"}, "no such part of speech or frame"),
        ({"constraint": "object:person"}, "no such condition: 'object:person'"),
        ({"example": ""}, "an example and a counterexample are needed"),
        ({"counterexample": ""}, "an example and a counterexample are needed"),
    ],
)
def test_a_malformed_entry_is_refused_by_file_line_and_name(
    tmp_path: Path, change: Mapping[str, str], complaint: str
) -> None:
    name = _list(tmp_path, GOOD, {**GOOD, "id": "snatch.v", **change})
    with pytest.raises(LexiconError) as caught:
        load_predicates(name)
    assert str(caught.value).startswith(f"{name}:4: snatch.v: ")
    assert complaint in str(caught.value)


def test_an_id_given_twice_is_refused(tmp_path: Path) -> None:
    name = _list(tmp_path, GOOD, GOOD)
    with pytest.raises(LexiconError, match=r"4: grab\.v: another entry has this id"):
        load_predicates(name)


def test_a_row_with_too_many_cells_is_refused(tmp_path: Path) -> None:
    name = _list(tmp_path, {**GOOD, "counterexample": "One.\tTwo."})
    with pytest.raises(LexiconError, match=":3: 12 cells, not 11"):
        load_predicates(name)
