"""What the reader gives for documents: whole, well formed, and the same each time."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import whosays.reader
from whosays.errors import ModelError
from whosays.reader import load
from whosays.reader.boundary import Cut
from whosays.reader.mentions import MentionSpace
from whosays.reader.own import VECTORS, OwnReader
from whosays.record.document import Document
from whosays.record.reading import Sentence

MODEL = Path(whosays.reader.__file__).with_name("model")
NEWS = (
    "President Anton Veska said on Saturday that Ukraine's troops had captured two soldiers near Kursk.\n\n"
    "“They were not tired,” Veska told reporters. “They were lost.” Moscow denied the report.\n\n"
    "The ministry did not respond to a request for comment."
)
NAMES = {"PER", "ORG", "LOC", "NORP", "EVENT", "MISC"}


def document(text: str) -> Document:
    return Document.plain(text, id=f"{len(text)}")


def read(own: OwnReader, *texts: str) -> list[tuple[Sentence, ...]]:
    return [reading.sentences for reading in own.read([document(text) for text in texts])]


def well_formed(sentence: Sentence, text: str) -> bool:
    tokens = sentence.tokens
    climbs = []
    for token in tokens:
        steps, here = 0, token.index
        while here >= 0 and steps <= len(tokens):
            here, steps = tokens[here].head, steps + 1
        climbs.append(steps <= len(tokens))
    return (
        all(climbs)
        and [t.index for t in tokens] == list(range(len(tokens)))
        and sum(t.head < 0 for t in tokens) == 1
        and all((t.deprel == "root") == (t.head < 0) for t in tokens)
        and all(text[t.start : t.end] == t.text and t.lemma and t.upos for t in tokens)
        and (sentence.start, sentence.end) == (tokens[0].start, tokens[-1].end)
        and all(0 <= name.first <= name.last < len(tokens) for name in sentence.names)
        and all(0 <= mark.first <= mark.last < len(tokens) for mark in sentence.marks)
        and {name.kind for name in sentence.names} <= NAMES
    )


def test_a_report_is_read_into_trees_names_and_marks(own: OwnReader) -> None:
    (sentences,) = read(own, NEWS)
    assert all(well_formed(sentence, NEWS) for sentence in sentences)
    assert [sentence.paragraph for sentence in sentences] == [0, 1, 1, 1, 2]
    first = sentences[0]
    assert first.tokens[first.root].lemma == "say"
    captured = next(t for t in first.tokens if t.text == "captured")
    assert (captured.upos, first.tokens[captured.head].text, captured.deprel) == ("VERB", "said", "ccomp")
    assert "Veska" in {first.tokens[n.last].text for n in first.names if n.kind == "PER"}
    assert {"source", "cue", "content"} <= {mark.kind for mark in first.marks}


def test_tense_and_voice_are_read(own: OwnReader) -> None:
    ((sentence,),) = read(own, "Two soldiers were captured by the army.")
    captured = next(t for t in sentence.tokens if t.text == "captured")
    assert {"Tense=Past", "VerbForm=Part", "Voice=Pass"} <= set(captured.feats.split("|"))
    assert next(t.deprel for t in sentence.tokens if t.text == "soldiers") == "nsubj:pass"


def test_a_document_reads_the_same_beside_others(own: OwnReader) -> None:
    others = ["Rain fell in the valley for three days.", NEWS[:150], "“No,” she said."]
    alone = read(own, NEWS)[0]
    assert read(own, *others, NEWS)[-1] == alone
    assert read(own, NEWS, *others)[0] == alone


@given(order=st.permutations(range(4)))
@settings(max_examples=5)
def test_the_order_of_the_documents_changes_nothing(own: OwnReader, order: list[int]) -> None:
    texts = [NEWS, "Rebels took the town. It fell at dawn.", "TALKS FAIL IN GENEVA", "• item one\n• item two"]
    found = read(own, *(texts[i] for i in order))
    assert [found[order.index(i)] for i in range(4)] == read(own, *texts)


def test_threads_change_nothing(own: OwnReader) -> None:
    folder = Path(whosays.reader.__file__).with_name("model")
    assert read(OwnReader(folder, threads=3), NEWS, NEWS[:150]) == read(own, NEWS, NEWS[:150])


HARD = {
    "empty": "",
    "blank": " \n\n\t ",
    "capitals": "TWO SOLDIERS CAPTURED NEAR KURSK, MINISTRY SAYS",
    "no stop": "Soldiers captured near Kursk",
    "one word": "Kursk",
    "one sign": "—",
    "bullets": "• Two soldiers captured\n• One vehicle destroyed\n- Talks resume",
    "emoji": "The troops 🪖 crossed the border 😀👨‍👩‍👧 and left.",
    "other scripts": "Президент сказал: «Мы останемся». 朝鲜士兵 met الجيش in Kursk.",
    "invisible": "The ar\u200bmy \ufeffcrossed\u00ad the bor\u200dder.",
    "control": "The army\x00 crossed\x07 the\x1b border.",
    "accents": "Générals Ångström and Çelik met in São Tomé; e\u0301te\u0301.",
    "long": "The army and " * 400 + "the rebels left.",
    "long chunk": "See " + "x" * 3000 + " there.",
    "pieces": " ".join("zqxjkvbw" * 3 for _ in range(240)) + ".",
    "signs": "?!?!... --- *** ((( ]]] ''' \"\"\" “”“ ###",
    "markup": "<b>Troops</b> crossed &amp; left <a href='x'>there</a>.",
    "line ends": "One here.\r\n\r\nTwo here.\rThree here.\x0bFour.\u2028Five.",
    "unpaired": "He said “we will stay. They left.\n\nThey said ”no“.",
    "astral": "𝕋𝕣𝕠𝕠𝕡𝕤 crossed the 𝐛𝐨𝐫𝐝𝐞𝐫.",
}


@pytest.mark.parametrize("name", HARD)
def test_hard_input_is_read_without_a_fall(own: OwnReader, name: str) -> None:
    text = HARD[name]
    (sentences,) = read(own, text)
    assert all(well_formed(sentence, text) for sentence in sentences)
    assert bool(sentences) == (name not in ("empty", "blank"))


@given(text=st.text(max_size=120))
@settings(max_examples=60)
def test_any_text_is_read_into_well_formed_sentences(own: OwnReader, text: str) -> None:
    (sentences,) = read(own, text)
    assert all(well_formed(sentence, text) for sentence in sentences)
    assert [s.index for s in sentences] == list(range(len(sentences)))
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))


def test_a_headline_in_capitals_keeps_its_lemmas_small(own: OwnReader) -> None:
    ((sentence,),) = read(own, "SOLDIERS CAPTURED NEAR KURSK, MINISTRY SAYS")
    assert sentence.tokens[0].lemma == "soldier"


def test_a_missing_or_damaged_model_says_so(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ModelError, match="labels"):
        load(tmp_path)
    (tmp_path / "labels.json").write_text('{"relations": ["root"]}', encoding="utf-8")
    with pytest.raises(ModelError, match="missing"):
        load(tmp_path)
    (tmp_path / "reader.onnx").write_bytes(b"no network")
    with pytest.raises(ModelError, match="cannot be read"):
        load(tmp_path)


def test_a_name_that_breaks_off_at_of_goes_on_with_the_next(reader: OwnReader) -> None:
    (reading,) = reader.read([document("Warships met in the Sea of Japan near the Japanese city of Wakkanai.")])
    (sentence,) = reading.sentences
    names = {" ".join(token.text for token in sentence.tokens[name.first : name.last + 1]) for name in sentence.names}
    assert "Sea of Japan" in names
    assert "Japan" not in names


def test_mention_vectors_have_unit_length_and_a_model_without_them_says_so(own: OwnReader, tmp_path: Path) -> None:
    space = MentionSpace.of(MODEL)
    assert space is not None
    words = [
        [
            Cut(start=0, end=5, text="Talks", token=True, glued=False),
            Cut(start=6, end=11, text="broke", token=True, glued=False),
        ]
    ]
    (seen,) = own.see(words, [[0, 0]], (VECTORS,))
    assert seen.vectors is not None
    assert np.linalg.norm(space.vectors(seen.vectors), axis=1) == pytest.approx([1.0, 1.0], abs=1e-5)
    assert MentionSpace.of(tmp_path) is None
    (tmp_path / "mentions.npz").write_bytes(b"no archive")
    with pytest.raises(ModelError, match="cannot be read"):
        MentionSpace.of(tmp_path)
