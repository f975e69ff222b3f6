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


def test_a_charge_called_absurd_is_the_accusation_and_not_the_arrest_before_it(tools: Tools) -> None:
    text = (
        "Riga has arrested four envoys, whom it accuses of running a spy ring. The Kremlin said the charge was absurd."
    )
    events = code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
    arrest, _, taken_up, denial = events
    assert [event.category for event in events] == ["COERCE", "ACCUSE", "ACCUSE", "REJECT"]
    assert [row.value for row in arrest.stances] == ["CT+"]
    assert [one.text for one in denial.actor] == ["The Kremlin"]
    assert denial.about == (events.index(taken_up),)


def test_who_disputes_a_figure_disputes_no_deed(tools: Tools) -> None:
    text = "Latvia deported more than 800 residents for failing an exam, a figure that Lima disputes."
    deported = code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events[0]
    assert "CT-" not in {row.value for row in deported.stances}


def test_what_a_denier_says_behind_a_colon_is_his_own_account(tools: Tools) -> None:
    text = "Witnesses said soldiers had beaten an old man in Gao. An officer rejected this: rebels had attacked the camp, he said."
    events = code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
    attack = next(event for event in events if event.trigger.text == "attacked")
    assert "CT-" not in {row.value for row in attack.stances}


def test_a_minister_of_two_things_is_one_source(tools: Tools) -> None:
    text = "The Minister of Culture and Information, Ali Osman, said that drones struck Gao."
    (event,) = code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
    assert len([row for row in event.stances if row.source is not None]) == 1


def test_the_governor_according_to_whom_it_happened_did_not_do_it(tools: Tools) -> None:
    text = "Two villagers were injured at Gao on Saturday, according to the regional governor."
    (event,) = code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
    assert event.actor == ()


def test_whoever_rejects_an_accusation_behind_a_semicolon_has_not_made_it(tools: Tools) -> None:
    text = "India accused Pakistan of firing across the border; Islamabad rejected the accusation."
    accused, fired, rejected = code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events[:3]
    assert [(row.source, row.value) for row in accused.stances] == [(None, "CT+")]
    assert {(row.source.text, row.value) for row in fired.stances if row.source} == {
        ("India", "CT+"),
        ("Islamabad", "CT-"),
    }
    assert [one.text for one in rejected.actor] == ["Islamabad"]
    more = code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events[3:]
    assert all("Islamabad" not in {one.text for one in event.actor} for event in more)


def test_a_threat_is_aimed_at_whose_things_it_would_harm(tools: Tools) -> None:
    (threat,) = code(
        tools.reader.read([Document.plain("Peru threatened to bomb Chilean ships.")])[0], tools.lexicon
    ).events
    assert [one.text for one in threat.recipient] == ["Chilean ships"]


def test_silence_is_on_what_the_paragraph_has_told_else_on_what_the_report_is_about(tools: Tools) -> None:
    opening = "Kenyan police shot dead two traders in Busia."
    for second, silent_on in (
        (
            "Soldiers captured a farmer near Tororo on Monday. A priest led prayers. Uganda has said nothing.",
            "captured",
        ),
        ("A priest led prayers. Uganda has said nothing.", "shot"),
    ):
        text = f"{opening}\n\n{second}"
        events = code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
        silent = [one.trigger.text for one in events if any(row.value == "SILENT" for row in one.stances)]
        assert silent == [silent_on]
