"""What an analyst would trip over in a plain agency report: who is accused, how many a couple are, what is only to come."""

from __future__ import annotations

import pytest

from coding.told import told
from coding.trees import reading
from whosays.coding.trees.mended import mended
from whosays.pipeline import Tools
from whosays.record.coded import CodedEvent

# Constructed.
LOST = """
Burkina Burkina PROPN 2 compound
Faso Faso PROPN 8 nsubj
, , PUNCT 5 punct
which which PRON 5 nsubj
lost lose VERB 8 advcl Tense=Past|VerbForm=Fin
men man NOUN 5 obj
, , PUNCT 2 punct
withdrew withdraw VERB 0 root Tense=Past|VerbForm=Fin
. . PUNCT 8 punct
"""
REFUSED = """
Ana Ana PROPN 6 nsubj
refused refuse VERB 0 root Tense=Past|VerbForm=Fin
the the DET 4 det
claim claim NOUN 2 obj
and and CCONJ 6 cc
left leave VERB 2 conj Tense=Past|VerbForm=Fin
. . PUNCT 2 punct
"""
AFTER = """
The the DET 2 det
convoy convoy NOUN 3 nsubj
stopped stop VERB 0 root Tense=Past|VerbForm=Fin
after after SCONJ 6 mark
gunmen gunman NOUN 6 nsubj
fired fire VERB 3 obl Tense=Past|VerbForm=Fin
. . PUNCT 3 punct
"""


def named(text: str, tools: Tools) -> dict[str, CodedEvent]:
    """The events of a text by their triggers."""
    return {event.trigger.text: event for event in told(text, tools)}


def counts(text: str, tools: Tools) -> list[tuple[str, float | None]]:
    """What is counted in a text."""
    return [(one.role, one.low) for event in told(text, tools) for one in event.numbers]


@pytest.mark.parametrize(
    ("tree", "word", "head", "relation"),
    [(LOST, 4, 1, "acl:relcl"), (REFUSED, 0, 1, "nsubj"), (AFTER, 5, 2, "advcl")],
)
def test_clauses_and_subjects_hang_on_what_they_belong_to(tree: str, word: int, head: int, relation: str) -> None:
    [sentence] = mended(reading(tree)).sentences
    assert (sentence.tokens[word].head, sentence.tokens[word].deprel) == (head, relation)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya accuses Sudan of training the rebels and of having sent hundreds of fighters across the border.",
        "Kenya accused Sudan of arming rebels and of sending troops over the border.",
    ],
)
def test_who_is_accused_of_one_thing_and_of_another_did_both(tools: Tools, text: str) -> None:
    events = named(text, tools)
    sent = next(event for word, event in events.items() if word in ("sent", "sending"))
    assert [one.text for one in sent.actor] == ["Sudan"]


def test_who_accuses_in_a_relative_clause_is_the_accuser_and_no_suspect(tools: Tools) -> None:
    found = named("Chad, which accuses Sudan of arming rebels, recalled its envoy.", tools)
    assert [one.text for one in found["accuses"].actor] == ["Chad"]
    found = named("Police arrested a man suspected of planting the bomb.", tools)
    assert not found["suspected"].actor


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Gunmen abducted a French couple.", [("captured", 2)]),
        ("Gunmen kidnapped a trio of nurses.", [("captured", 3)]),
        ("Soldiers arrested a pair of smugglers.", [("arrested", 2)]),
        ("The raid killed a couple and their two children.", [("killed", 4)]),
        ("Police seized rifles and radios in raids on nine homes.", []),
        ("Police seized nine rifles in raids on four homes.", [("seized", 9)]),
        ("Police raided nine homes.", []),
    ],
)
def test_couples_are_two_and_homes_that_are_raided_are_not_seized(
    tools: Tools, text: str, numbers: list[tuple[str, float | None]]
) -> None:
    assert counts(text, tools) == numbers


@pytest.mark.parametrize(
    ("text", "word", "to_come"),
    [
        ("Kenya will close its embassy and expel the envoy, the ministry said.", "expel", True),
        ("He said Kenya would close the border and send troops.", "send", True),
        ("Kenya will send troops but has closed its embassy.", "closed", False),
        ("Kenya shelled the port and will send troops.", "shelled", False),
    ],
)
def test_a_second_verb_is_to_come_with_the_first(tools: Tools, text: str, word: str, to_come: bool) -> None:
    status = {one.value for one in named(text, tools)[word].status}
    assert ("future" in status) is to_come


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen crossed from Darfur and killed seven soldiers at a post near Tora.",
        "Gunmen crossed the border and killed two guards.",
    ],
)
def test_who_came_over_a_border_and_killed_is_told_by_the_killing(tools: Tools, text: str) -> None:
    assert [event.trigger.text for event in told(text, tools)] == ["killed"]


def test_a_state_loses_its_soldiers_where_they_fell(tools: Tools) -> None:
    found = named("Peru lost nine soldiers near Goma in May.", tools)["lost"]
    assert [one.text for one in found.place] == ["Goma"]


@pytest.mark.parametrize(
    "text",
    ["The pact covers attacks on ships.", "Lima said its treaty with Quito covered attacks on vessels."],
)
def test_what_a_treaty_covers_has_not_been_done(tools: Tools, text: str) -> None:
    assert "ASSAULT" not in [event.category for event in told(text, tools)]
    assert "ASSAULT" in [event.category for event in told("The army allowed attacks on ships.", tools)]


def test_being_behind_a_deed_is_told_whole(tools: Tools) -> None:
    found = named("The minister accused Serbia of being behind the attack.", tools)["accused"]
    assert " ".join(piece.text for piece in found.clause) == "The minister accused Serbia of being behind the attack"


def test_who_says_so_does_not_tell_what_stands_behind_it(tools: Tools) -> None:
    text = "Rebels captured the town on Saturday, residents and an official said, in breach of a ceasefire."
    found = named(text, tools)["ceasefire"]
    assert all("said" not in piece.text for piece in found.clause)


def test_what_the_deed_did_of_which_one_is_accused_is_not_the_accuser_s(tools: Tools) -> None:
    text = "The coast guard accused Chile of firing on a boat, injuring four and shattering its windows."
    for event in told(text, tools):
        if event.category == "ASSAULT":
            assert [one.text for one in event.actor] == ["Chile"]
            assert event.clause[0].text == "Chile"
