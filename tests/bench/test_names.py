"""Names of one document agree, and known ones have the kind they are known by. All names are invented but the states'."""

from __future__ import annotations

import agreement
import numpy as np
import pytest
from kinds import Known

from whosays.reader.decode import SpanDecoder

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]
SURE, LIKELY, UNSURE = 6.0, 4.0, 2.0


def heard(text: str, **says: tuple[str, float]) -> agreement.Heard:
    """A sentence whose words are no names but those in `says`, by label and score; O has 1 there unless told."""
    words = text.split()
    scores = np.zeros((len(words), len(LABELS)), np.float32)
    scores[:, 0] = [1.0 if word in says else SURE for word in words]
    for word, (label, score) in says.items():
        scores[words.index(word), LABELS.index(label)] = score
    return agreement.Heard(words=words, scores=scores, spans=SpanDecoder(LABELS).spans(scores))


def told(document: list[agreement.Heard], *, own: float = 0.0, everywhere: bool = False) -> list[list[tuple[str, str]]]:
    found = agreement.names(document, SpanDecoder(LABELS), own=own, everywhere=everywhere)
    return [
        [(" ".join(one.words[first : last + 1]), kind) for first, last, kind in spans]
        for one, spans in zip(document, found, strict=True)
    ]


MADE = heard("Sola left", Sola=("B-LOC", UNSURE)), heard("they asked Sola", Sola=("B-PER", SURE))


def test_a_name_has_the_kind_that_all_its_places_together_make_likely() -> None:
    assert told([*MADE]) == [[("Sola", "PER")], [("Sola", "PER")]]


def test_a_place_may_have_a_say_of_its_own() -> None:
    assert told([*MADE], own=1.0) == [[("Sola", "LOC")], [("Sola", "PER")]]


def test_who_is_named_in_full_is_the_same_by_the_last_name() -> None:
    full = heard("Anna Sola spoke", Anna=("B-PER", SURE), Sola=("I-PER", SURE))
    assert told([full, heard("Sola left", Sola=("B-LOC", UNSURE))]) == [[("Anna Sola", "PER")], [("Sola", "PER")]]


@pytest.mark.parametrize(("none", "kept"), [(1.0, [("Sola", "PER")]), (SURE, [])])
def test_a_name_is_one_everywhere_or_nowhere(none: float, kept: list[tuple[str, str]]) -> None:
    document = [heard("Sola left", Sola=("B-PER", LIKELY)), heard("see Sola", Sola=("O", none))]
    assert told(document, everywhere=True) == [kept, kept]
    assert told(document) == [[("Sola", "PER")], []]


def test_what_is_known_has_its_known_kind_but_a_person_named_like_a_state() -> None:
    known = Known.load()
    text = "NATO told Georgia"
    assert known.refine(text, [(0, 4, "PER"), (10, 17, "ORG")]) == [(0, 4, "ORG"), (10, 17, "LOC")]
    assert known.refine(text, [(10, 17, "PER")]) == [(10, 17, "PER")]
