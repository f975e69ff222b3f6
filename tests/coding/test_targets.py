"""At whom praise, blame and renewed ties are aimed."""

from __future__ import annotations

from coding.trees import reading
from whosays.coding import code
from whosays.lexicon import Lexicon

TIES = """
Peru Peru PROPN 2 nsubj
restored restore VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
ties tie NOUN 2 obj
with with ADP 5 case
Chile Chile PROPN 3 nmod
after after SCONJ 8 mark
crowds crowd NOUN 8 nsubj
trashed trash VERB 2 advcl Mood=Ind|Tense=Past|VerbForm=Fin
its its PRON 10 nmod:poss
embassy embassy NOUN 8 obj
"""


def test_ties_are_restored_with_whom_they_tie_not_with_whoever_is_told_of_beside_it(lexicon: Lexicon) -> None:
    event = code(reading(TIES), lexicon).events[0]
    assert (event.category, [one.text for one in event.actor]) == ("SUPPORT", ["Peru"])
    assert [one.text for one in event.recipient] == ["Chile"]
