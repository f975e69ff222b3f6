"""Ends of sentences that the segmenter leaves open and the encoder finds."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import whosays.reader
from whosays.errors import ModelError
from whosays.reader.boundary import Cut
from whosays.reader.ends import Ends
from whosays.reader.own import OwnReader
from whosays.reader.segment import Segment
from whosays.record.document import Document

MODEL = Path(whosays.reader.__file__).with_name("model")
SIGNED = "Best regards Anna Berg Attached please find the report on the ceasefire."
RUN_IN = "Army denies shelling of Orla The defence ministry denied on Monday that its troops had shelled the town."


def sentences(own: OwnReader, text: str) -> list[str]:
    (found,) = own.sentences([text], ())
    return [text[segment.words[0].start : segment.words[-1].end] for segment, _ in found]


def words(count: int) -> tuple[Cut, ...]:
    return tuple(Cut(start=2 * i, end=2 * i + 1, text="x", token=True, glued=False) for i in range(count))


@given(st.integers(2, 12).flatmap(lambda n: st.tuples(st.just(n), st.sets(st.integers(0, n - 2)))))
def test_the_parts_of_a_segment_are_its_words_in_order_and_none_is_empty(drawn: tuple[int, set[int]]) -> None:
    count, ends = drawn
    whole = Segment(paragraph=3, words=words(count))
    parts = list(whole.parted(sorted(ends)))
    assert tuple(word for part in parts for word in part.words) == whole.words
    assert len(parts) == len(ends) + 1
    assert all(part.words and part.paragraph == 3 for part in parts)


def test_lines_of_a_signature_and_a_heading_without_a_stop_are_sentences_of_their_own(own: OwnReader) -> None:
    assert sentences(own, SIGNED) == ["Best regards", "Anna Berg", "Attached please find the report on the ceasefire."]
    assert sentences(own, RUN_IN)[0] == "Army denies shelling of Orla"


def test_what_goes_on_after_a_semicolon_stays_one_sentence(own: OwnReader) -> None:
    text = "In 2022 they hosted talks in Orla; the truce that came of them was called off by the army."
    assert sentences(own, text) == [text]


def test_a_sentence_that_was_parted_reads_as_it_does_alone(own: OwnReader) -> None:
    (together,) = own.read([Document.plain(SIGNED, id="together")])
    last = together.sentences[-1]
    (alone,) = own.read([Document.plain(SIGNED[last.start :], id="alone")])
    assert [(t.text, t.head, t.deprel, t.upos) for t in last.tokens] == [
        (t.text, t.head, t.deprel, t.upos) for t in alone.sentences[0].tokens
    ]
    assert last.signs == alone.sentences[0].signs
    assert [sentence.index for sentence in together.sentences] == [0, 1, 2]


def test_an_end_lies_where_its_score_with_the_segmenters_share_is_over_the_bar() -> None:
    ends = Ends(np.eye(2, dtype=np.float32), np.zeros(2, np.float32), np.array([4.0, 0.0], np.float32), 0.0)
    likely, unlikely = [1.0], [-3.0]
    open_ = ((0, -5.0), (1, -5.0))
    segment = Segment(paragraph=0, words=words(3), open=open_)
    vectors = np.array([likely, unlikely, unlikely], dtype=np.float32)
    assert [len(part.words) for part in ends.parts(segment, vectors)] == [1, 2]
    certain_not = Segment(paragraph=0, words=words(3), open=((0, -30.0),))
    assert ends.parts(certain_not, vectors) == [certain_not]


def test_a_model_without_the_layer_finds_no_more_ends_than_the_segmenter(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(MODEL, folder, ignore=shutil.ignore_patterns("ends.npz"))
    assert sentences(OwnReader(folder), RUN_IN) == [RUN_IN]


def test_a_layer_that_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "ends.npz").write_bytes(b"no archive")
    with pytest.raises(ModelError, match="sentence ends"):
        Ends.of(tmp_path)
