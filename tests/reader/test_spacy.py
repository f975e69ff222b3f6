"""A spaCy pipeline can take the reader's place: its trees become UD, and coding works on them.

The Docs are made by hand, as spaCy's English models would annotate them; the models themselves are too large for a test.
"""

from __future__ import annotations

import pytest

from whosays import coding, lexicon
from whosays.errors import ModelError
from whosays.record.document import Document
from whosays.record.reading import Reading

spacy = pytest.importorskip("spacy")

from whosays.reader.spacy import SpacyReader, sentences  # noqa: E402 - after the check that spaCy is there

CAPTURED = """Ukrainian ADJ amod 1 ukrainian NORP
troops NOUN nsubj 3 troop
have AUX aux 3 have
captured VERB ROOT 3 capture
two NUM nummod 5 two
soldiers NOUN dobj 3 soldier
in ADP prep 3 in
Kursk PROPN pobj 6 Kursk GPE
. PUNCT punct 3 ."""
READY = """Envoys NOUN nsubj 3 envoy
from ADP prep 0 from
Oman PROPN pobj 1 Oman GPE
are AUX ROOT 3 be
ready ADJ acomp 3 ready
. PUNCT punct 3 ."""
JOINED = """They PRON nsubj 1 they
met VERB ROOT 1 meet
, PUNCT punct 1 ,
talked VERB conj 1 talk
and CCONJ cc 3 and
left VERB conj 3 leave
. PUNCT punct 1 ."""


def doc(table: str):  # type: ignore[no-untyped-def]
    rows = [line.split(" ") for line in table.split("\n")]
    ends = [f"B-{row[5]}" if len(row) > 5 else "O" for row in rows]
    return spacy.tokens.Doc(
        spacy.blank("en").vocab,
        words=[row[0] for row in rows],
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows],
        lemmas=[row[4] for row in rows],
        ents=ends,
    )


def tree(table: str) -> list[tuple[str, str, str]]:
    [sentence] = sentences(doc(table))
    return [
        (token.text, token.deprel, sentence.tokens[token.head].text if token.head >= 0 else "")
        for token in sentence.tokens
    ]


def test_a_preposition_comes_under_its_noun() -> None:
    words = tree(CAPTURED)
    assert ("Kursk", "obl", "captured") in words
    assert ("in", "case", "Kursk") in words
    assert ("soldiers", "obj", "captured") in words


def test_a_noun_modifies_a_noun_and_be_comes_under_its_predicate() -> None:
    words = tree(READY)
    assert ("Oman", "nmod", "Envoys") in words
    assert ("ready", "root", "") in words
    assert ("are", "cop", "ready") in words
    assert ("Envoys", "nsubj", "ready") in words


def test_joined_words_hang_on_the_first() -> None:
    words = tree(JOINED)
    assert ("left", "conj", "met") in words
    assert ("and", "cc", "left") in words


def test_names_and_offsets_are_the_pipelines() -> None:
    made = doc(CAPTURED)
    [sentence] = sentences(made)
    assert [(sentence.tokens[name.first].text, name.kind) for name in sentence.names] == [
        ("Ukrainian", "NORP"),
        ("Kursk", "LOC"),
    ]
    assert all(made.text[token.start : token.end] == token.text for token in sentence.tokens)


def test_an_event_is_coded_from_spacys_tree() -> None:
    made = doc(CAPTURED)
    document = Document.plain(made.text, id="d")
    coded = coding.code(Reading(document=document, sentences=tuple(sentences(made))), lexicon.load())
    [event] = coded.events
    assert (event.category, event.mode) == ("ASSAULT", "abduct")
    assert [one.text for one in event.actor] == ["Ukrainian troops"]
    assert [one.text for one in event.place] == ["Kursk"]


def test_a_pipeline_that_is_not_installed_is_named_with_what_to_do() -> None:
    with pytest.raises(ModelError, match="python -m spacy download no_such_pipeline"):
        SpacyReader.named("no_such_pipeline")
