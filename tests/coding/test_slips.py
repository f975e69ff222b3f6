"""Slips set right on trees made by hand: what is said to be "without", and the object of a form in -ing."""

from __future__ import annotations

from coding.trees import reading
from whosays.coding.trees.clause import is_negated
from whosays.coding.trees.mended import mended

TOOK = """
Gunmen gunman NOUN 2 nsubj
took take VERB 0 root Tense=Past|VerbForm=Fin
the the DET 4 det
airstrip airstrip NOUN 2 obj
without without SCONJ 2 advmod
a a DET 7 det
shot shot NOUN 2 conj
. . PUNCT 2 punct
"""
CLEARED = """
Soldiers soldier NOUN 2 nsubj
cleared clear VERB 0 root Tense=Past|VerbForm=Fin
the the DET 4 det
road road NOUN 2 obj
, , PUNCT 6 punct
arresting arrest VERB 7 acl VerbForm=Ger
nobody nobody PRON 2 obj
. . PUNCT 2 punct
"""


def test_who_took_a_place_without_a_shot_took_it() -> None:
    [sentence] = mended(reading(TOOK)).sentences
    shot, without = sentence.tokens[6], sentence.tokens[4]
    assert (shot.head, shot.deprel) == (1, "obl")
    assert (without.head, without.deprel) == (6, "case")
    assert not is_negated(sentence, 1)
    assert is_negated(sentence, 6)


def test_who_cleared_the_road_arresting_nobody_cleared_it() -> None:
    [sentence] = mended(reading(CLEARED)).sentences
    arresting, nobody = sentence.tokens[5], sentence.tokens[6]
    assert (arresting.head, arresting.deprel) == (1, "advcl")
    assert (nobody.head, nobody.deprel) == (5, "obj")
    assert not is_negated(sentence, 1)
