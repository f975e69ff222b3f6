"""Work of several parties: who talks and who brings them together, whose exercises are joint, what is relief and no column."""

from __future__ import annotations

import pytest

from coding.told import told
from coding.trees import reading
from whosays.coding.trees.mended import mended
from whosays.pipeline import Tools


def kinds(text: str, tools: Tools) -> list[str]:
    """Category, mode, doers and recipients of each event of a text."""
    return [
        f"{one.category}/{one.mode or ''} {', '.join(who.text for who in one.actor)} > {', '.join(whom.text for whom in one.recipient)}"
        for one in told(text, tools)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Uganda held talks mediated by Peru.", "CONSULT/third-party Peru > Kenya, Uganda"),
        (
            "Peru hosted a new round of talks between Kenya and Uganda in Lima.",
            "CONSULT/third-party Peru > Kenya, Uganda",
        ),
        ("Peru hosted talks between Kenya and the rebels.", "CONSULT/third-party Peru > Kenya, the rebels"),
        ("Talks between Kenya and the rebels took place in Lima.", "CONSULT/ Kenya, the rebels > "),
        ("Negotiations with the rebels are under way in Lima.", "CONSULT/  > the rebels"),
        ("The two delegations sat down for talks in Lima.", "CONSULT/ The two delegations > "),
    ],
)
def test_who_talks_and_who_brings_them_together(tools: Tools, text: str, expected: str) -> None:
    assert kinds(text, tools) == [expected]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Troops from Peru and Chile took part in the drills in Kenya.", "COOPERATE"),
        ("Peru, Chile and Kenya conducted trilateral drills in the strait.", "COOPERATE"),
        ("The two navies held an exercise in the strait.", "COOPERATE"),
        ("Chilean soldiers held exercises with Kenyan troops near the border.", "COOPERATE"),
        ("Peru held a naval exercise off Chile.", "MOBILIZE"),
        ("Chilean forces began military exercises near the border.", "MOBILIZE"),
    ],
)
def test_exercises_of_several_are_joint_work_and_of_one_a_show_of_force(tools: Tools, text: str, category: str) -> None:
    assert [one.category for one in told(text, tools)] == [category]


def test_relief_is_no_column(tools: Tools) -> None:
    assert kinds("Four lorries of flour sent by the agency reached Kenya on Sunday.", tools)[0].startswith("AID/")
    assert kinds("Chile sent four tanks to the border.", tools)[0].startswith("MOBILIZE/")


def test_what_is_shared_is_no_partner(tools: Tools) -> None:
    assert kinds("Peru shared intelligence with Kenya.", tools) == ["COOPERATE/ Peru, Kenya > "]


TALKS = """
The the DET 2 det
mayor mayor NOUN 3 nsubj
held hold VERB 0 root VerbForm=Fin|Tense=Past
talks talk VERB 3 obj Number=Plur
with with ADP 7 case
the the DET 7 det
rebels rebel NOUN 4 nmod Number=Plur
"""
BETWEEN = """
Talks talk NOUN 8 nsubj Number=Plur
between between ADP 4 case
the the DET 4 det
army army NOUN 1 nmod
and and CCONJ 7 cc
the the DET 7 det
rebels rebel NOUN 1 conj Number=Plur
ended end VERB 0 root VerbForm=Fin|Tense=Past
"""


def test_a_plural_in_a_nouns_place_is_a_noun() -> None:
    tokens = mended(reading(TALKS)).sentences[0].tokens
    assert [one.upos for one in tokens if one.text == "talks"] == ["NOUN"]


def test_between_wants_two() -> None:
    tokens = mended(reading(BETWEEN)).sentences[0].tokens
    assert [(one.deprel, tokens[one.head].text) for one in tokens if one.text == "rebels"] == [("conj", "army")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thirty tonnes of medical supplies arrived in Lima from Kuwait.", "AID/ Kuwait > Lima"),
        (
            "The presidents of Kenya and Peru held a video call on Tuesday.",
            "CONSULT/phone The presidents of Kenya and Peru > ",
        ),
        ("Kenya offered its condolences to Peru.", "SUPPORT/ Kenya > Peru"),
    ],
)
def test_plain_words_between_states(tools: Tools, text: str, expected: str) -> None:
    assert kinds(text, tools) == [expected]
