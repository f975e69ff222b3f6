"""Phrases and clauses that a tree tears apart are put together again, on trees made by hand."""

from __future__ import annotations

import pytest

from coding.trees import reading
from whosays.coding import code
from whosays.coding.trees.mended import mended
from whosays.lexicon import Lexicon

OF_BACKWARDS = """
Peru peru PROPN 2 nsubj
ended end VERB 0 root Tense=Past|VerbForm=Fin
a a DET 4 det
ban ban NOUN 2 obj
of of ADP 4 case
exports export NOUN 2 obj
"""
OF_THE_SUBJECT = """
Members member NOUN 5 nsubj
of of ADP 4 case
the the DET 4 det
Front front PROPN 5 obl
seized seize VERB 0 root Tense=Past|VerbForm=Fin
a a DET 7 det
mill mill NOUN 5 obj
"""
UNDER_ITS_OBJECT = """
He he PRON 2 nsubj
laid lay VERB 0 root Tense=Past|VerbForm=Fin
the the DET 4 det
mine mine NOUN 2 obj
that that PRON 6 nsubj
maimed maim VERB 8 acl:relcl Tense=Past|VerbForm=Fin
two two NUM 8 nummod
boys boy NOUN 2 obj
"""
BEHIND_A_SEMICOLON = """
They they PRON 2 nsubj
waited wait VERB 0 root Tense=Past|VerbForm=Fin
two two NUM 4 nummod
days day NOUN 2 obl
; ; PUNCT 8 punct
boats boat NOUN 8 nsubj:pass
were be AUX 8 aux:pass
sunk sink VERB 4 acl Tense=Past|VerbForm=Part
"""
WHICH_SANK = """
They they PRON 2 nsubj
took take VERB 0 root Tense=Past|VerbForm=Fin
boats boat NOUN 2 obj
that that PRON 5 nsubj
leaked leak VERB 3 acl:relcl Tense=Past|VerbForm=Fin
"""


def _row(tree: str) -> dict[str, tuple[str, str]]:
    tokens = mended(reading(tree)).sentences[0].tokens
    return {token.text: (tokens[token.head].text if token.head >= 0 else "", token.deprel) for token in tokens}


@pytest.mark.parametrize(
    ("tree", "word", "expected"),
    [
        (OF_BACKWARDS, "exports", ("ban", "nmod")),
        (OF_BACKWARDS, "of", ("exports", "case")),
        (OF_THE_SUBJECT, "Front", ("Members", "nmod")),
        (UNDER_ITS_OBJECT, "maimed", ("mine", "acl:relcl")),
        (UNDER_ITS_OBJECT, "boys", ("maimed", "obj")),
        (BEHIND_A_SEMICOLON, "sunk", ("waited", "parataxis")),
        (WHICH_SANK, "leaked", ("boats", "acl:relcl")),
    ],
)
def test_what_belongs_together_hangs_together(tree: str, word: str, expected: tuple[str, str]) -> None:
    assert _row(tree)[word] == expected


CLOSED = """
Peru peru PROPN 2 nsubj
closed close VERB 0 root Tense=Past|VerbForm=Fin
its its PRON 4 nmod:poss
border border NOUN 2 obj
with with ADP 6 case
Chile chile PROPN 4 nmod
"""
ASKED = """
Peru peru PROPN 2 nsubj
asked ask VERB 0 root Tense=Past|VerbForm=Fin
for for ADP 4 case
pumps pump NOUN 2 obl
from from ADP 6 case
Chile chile PROPN 4 nmod
"""


@pytest.mark.parametrize(("tree", "category"), [(CLOSED, "COERCE"), (ASKED, "REQUEST")])
def test_whoever_is_named_with_the_thing_is_on_the_other_side(tree: str, category: str, lexicon: Lexicon) -> None:
    (event,) = (one for one in code(reading(tree), lexicon).events if one.category in {category, "SANCTION"})
    assert [one.text for one in event.actor] == ["Peru"]
    assert [one.text for one in event.recipient] == ["Chile"]
