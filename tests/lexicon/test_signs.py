"""The signs of lasting ties and of what is not known prove themselves on their own two sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from whosays import coding
from whosays.errors import LexiconError
from whosays.lexicon import Lexicon, ties, unknowns
from whosays.lexicon.predicates import rows
from whosays.record.coded import Coded
from whosays.record.document import Document
from whosays.record.reading import Reader


@dataclass(frozen=True)
class Tie:
    id: str
    kind: str
    lemma: str
    type: str
    example: str
    counterexample: str


def _ties() -> list[Tie]:
    return [Tie(*cells) for _, cells in rows("ties.tsv", 6)]


@pytest.fixture(scope="module")
def coded(reader: Reader, lexicon: Lexicon) -> Mapping[str, Coded]:
    """What every sentence of both lists says; all read in one batch."""
    texts = {text for tie in _ties() for text in (tie.example, tie.counterexample)}
    texts |= {text for sign in lexicon.unknowns for text in (sign.example, sign.counterexample)}
    readings = reader.read([Document.plain(text, id=text) for text in sorted(texts)])
    return {reading.document.text: coding.code(reading, lexicon) for reading in readings}


def _types(coded: Coded) -> set[str]:
    return {relation.type for relation in coded.relations}


def test_every_example_states_its_tie(coded: Mapping[str, Coded]) -> None:
    assert [(tie.id, tie.example) for tie in _ties() if tie.type not in _types(coded[tie.example])] == []


def test_no_counterexample_states_a_tie(coded: Mapping[str, Coded]) -> None:
    assert [(tie.id, tie.counterexample) for tie in _ties() if _types(coded[tie.counterexample])] == []


def test_every_example_says_that_something_is_unknown(coded: Mapping[str, Coded], lexicon: Lexicon) -> None:
    for sign in lexicon.unknowns:
        assert sign.pattern.search(sign.example), sign.id
        assert [unknown.evidence.text for unknown in coded[sign.example].unknowns] == [sign.example]


def test_no_counterexample_says_that_something_is_unknown(coded: Mapping[str, Coded], lexicon: Lexicon) -> None:
    assert [sign.id for sign in lexicon.unknowns if coded[sign.counterexample].unknowns] == []


def test_a_tie_of_no_kind_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ties.tsv"
    path.write_text(
        "id\tkind\tlemma\ttype\texample\tcounterexample\npal\tadverb\tpal\tally\tA.\tB.\n", encoding="utf-8"
    )
    monkeypatch.setattr(ties, "rows", lambda _name, columns: rows(str(path), columns))
    with pytest.raises(LexiconError, match=r"ties\.tsv:2: pal: no such kind: adverb"):
        ties.load_ties()


def test_a_sign_that_is_no_expression_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "unknowns.tsv"
    path.write_text("id\tpattern\texample\tcounterexample\nbroken\t(\tA.\tB.\n", encoding="utf-8")
    monkeypatch.setattr(unknowns, "rows", lambda _name, columns: rows(str(path), columns))
    with pytest.raises(LexiconError, match=r"unknowns\.tsv:2: broken"):
        unknowns.load_unknowns()
