"""A name that is a place in one sentence of a text is one in all."""

from __future__ import annotations

from whosays.coding.circumstances.same_names import with_same_names
from whosays.record.document import Document
from whosays.record.reading import Name, Reading, Sentence, Token

# Constructed.


def reading(*sentences: tuple[str, str]) -> Reading:
    """A text of sentences "X met Y" or "in Y", each with the kind that its last word was read as."""
    text, made, at = " ".join(words for words, _ in sentences), [], 0
    for number, (words, kind) in enumerate(sentences):
        tokens = []
        for index, word in enumerate(words.split()):
            last = len(words.split()) - 1
            relation = "case" if word == "in" else "root"
            head = last if word == "in" else -1
            tokens.append(
                Token(
                    index=index,
                    start=at,
                    end=at + len(word),
                    text=word,
                    lemma=word,
                    upos="ADP" if word == "in" else "PROPN",
                    feats="",
                    head=head,
                    deprel=relation,
                )
            )
            at += len(word) + 1
        name = Name(first=len(tokens) - 1, last=len(tokens) - 1, kind=kind)
        made.append(
            Sentence(
                index=number,
                paragraph=0,
                start=tokens[0].start,
                end=tokens[-1].end,
                tokens=tuple(tokens),
                names=(name,),
            )
        )
    return Reading(document=Document.plain(text, id="d"), sentences=tuple(made))


def kinds(one: Reading) -> list[str]:
    return [name.kind for sentence in one.sentences for name in sentence.names]


def test_who_is_a_town_elsewhere_is_a_town() -> None:
    assert kinds(with_same_names(reading(("shut Kosti", "PER"), ("fought in Kosti", "LOC")))) == ["LOC", "LOC"]


def test_who_is_a_person_more_often_stays_one() -> None:
    told = reading(("met Sana", "PER"), ("saw Sana", "PER"), ("fought in Sana", "LOC"))
    assert with_same_names(told) is told


def test_a_place_that_nobody_is_in_tells_nothing() -> None:
    told = reading(("met Sana", "PER"), ("saw Sana", "LOC"))
    assert with_same_names(told) is told
