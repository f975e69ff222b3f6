"""At whom praise, blame and renewed ties are aimed."""

from __future__ import annotations

from coding.trees import reading
from whosays.coding import code
from whosays.lexicon import Lexicon
from whosays.pipeline import Tools
from whosays.record.document import Document

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


def test_whoever_rejects_this_rejects_all_that_was_just_said_and_nothing_said_in_passing(tools: Tools) -> None:
    text = (
        "Witnesses said soldiers had set fire to four houses in Gao and had beaten an old man who protested. "
        "An officer at the camp rejected this."
    )
    events = code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
    denied = [
        event.trigger.text
        for event in events
        if any(row.value == "CT-" and row.source is not None and "officer" in row.source.text for row in event.stances)
    ]
    assert denied == ["set fire", "beaten"]


def test_who_denies_a_report_has_not_told_it(tools: Tools) -> None:
    text = "A Greek official denied a report in the Lagos Herald that Athens had expelled two envoys."
    (event,) = [
        event
        for event in code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
        if event.trigger.text == "expelled"
    ]
    by = {row.source.text: row.value for row in event.stances if row.source is not None}
    assert by["A Greek official"] == "CT-"
    assert [one.text for one in event.actor] == ["Athens"]
