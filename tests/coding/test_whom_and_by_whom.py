"""Who did it to whom where a preposition, a clause or a tree could name the wrong party, in whole sentences."""

from __future__ import annotations

import pytest

from coding.told import told
from whosays.pipeline import Tools


@pytest.mark.parametrize(
    ("text", "category", "actor", "recipient"),
    [
        ("Aid from Chile arrived in Peru.", "AID", ["Chile"], ["Peru"]),
        ("Full support for Peru arrived from Chile.", "SUPPORT", ["Chile"], ["Peru"]),
        ("Threats from Peru against Chile continued.", "THREATEN", ["Peru"], ["Chile"]),
        ("The offer from Peru to Chile was rejected.", "AGREE", ["Peru"], ["Chile"]),
        ("Chile received an apology from Peru.", "SUPPORT", ["Peru"], ["Chile"]),
        ("Peru's recall of its ambassador from Chile was expected.", "SANCTION", ["Peru"], ["Chile"]),
        ("Peru sent its ambassador home from Chile.", "SANCTION", ["Peru"], ["Chile"]),
    ],
)
def test_from_whom_something_comes_gives_it_and_from_where_envoys_are_recalled_bears_it(
    text: str, category: str, actor: list[str], recipient: list[str], tools: Tools
) -> None:
    event = next(one for one in told(text, tools) if one.category == category)
    assert ([one.text for one in event.actor], [one.text for one in event.recipient]) == (actor, recipient)


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("The killing of a journalist by police in Honduras angered Peru.", ["police"], ["a journalist"]),
        ("The release of six fishermen by Peru surprised Chile.", ["Peru"], ["six fishermen"]),
        ("The seizure of a painting by a pupil of his was reported.", [], ["a painting by a pupil of his"]),
    ],
)
def test_whoever_did_a_deed_is_not_part_of_whom_it_befell(
    text: str, actor: list[str], recipient: list[str], tools: Tools
) -> None:
    event = told(text, tools)[0]
    assert ([one.text for one in event.actor], [one.text for one in event.recipient]) == (actor, recipient)


@pytest.mark.parametrize(
    ("text", "verb", "actor"),
    [
        ("Peru imposed sanctions on a Chilean bank for helping the rebels.", "helping", ["a Chilean bank"]),
        ("Peru warned Chile against supporting the rebels.", "supporting", ["Chile"]),
        ("The editor, whom police detained on Monday, was freed by a judge.", "detained", ["police"]),
    ],
)
def test_the_doer_is_whom_the_measure_is_aimed_at_or_the_subject_of_the_relative_clause(
    text: str, verb: str, actor: list[str], tools: Tools
) -> None:
    event = next(one for one in told(text, tools) if one.trigger.text == verb)
    assert [one.text for one in event.actor] == actor


def test_what_is_exchanged_has_two_doers_and_is_nobody(tools: Tools) -> None:
    [fire] = told("Soldiers exchanged fire with rebels near Goma.", tools)
    assert ([one.text for one in fire.actor], fire.recipient) == (["Soldiers", "rebels"], ())
    [lists] = told("Peru and Chile exchanged lists of missing persons in Lima.", tools)
    assert ([one.text for one in lists.actor], lists.recipient) == (["Peru", "Chile"], ())


def test_a_crowd_at_an_embassy_is_there_against_its_state(tools: Tools) -> None:
    [outside] = told("Protesters gathered outside the Chilean embassy in Lima.", tools)
    assert [one.text for one in outside.recipient] == ["the Chilean embassy in Lima"]
    [square] = told("Protesters gathered outside the cathedral in Lima.", tools)
    assert square.recipient == ()


def test_what_was_shot_or_sold_did_nothing(tools: Tools) -> None:
    hit = told("The soldier was hit by a steel ball fired from a sling.", tools)
    assert not any(one.actor for one in hit)
    attack = told("Drones given to Chad by Peru were used in the attack.", tools)[-1]
    assert (attack.category, attack.actor) == ("ASSAULT", ())


@pytest.mark.parametrize(
    ("text", "verb", "actor", "recipient"),
    [
        ("The general had a rival officer gunned down in Lima.", "gunned down", ["The general"], ["a rival officer"]),
        ("The mayor had his car burned.", "burned", [], ["his car"]),
        ("Our reporter filmed boys being beaten by guards in Lima.", "beaten", ["guards"], ["boys"]),
        ("Chile complained to the Security Council about Peru.", "complained", ["Chile"], ["Peru"]),
        ("The governor threatened on the radio to dismiss the clerks.", "threatened", ["The governor"], ["the clerks"]),
        (
            "Kenya mediated talks between the rebels and Sudan's army.",
            "mediated",
            ["Kenya"],
            ["the rebels", "Sudan's army"],
        ),
        (
            "Norway expelled three Russian diplomats, an attaché and a driver.",
            "expelled",
            ["Norway"],
            ["three Russian diplomats", "an attaché", "a driver"],
        ),
    ],
)
def test_whoever_had_it_done_and_everybody_of_a_list(
    text: str, verb: str, actor: list[str], recipient: list[str], tools: Tools
) -> None:
    event = next(one for one in told(text, tools) if one.trigger.text == verb)
    assert [one.text for one in event.actor] == actor
    assert [one.text for one in event.recipient] == recipient


def test_whom_a_refused_deed_would_have_befallen_is_not_refused(tools: Tools) -> None:
    [refused, *_] = told("Malta rejected the extradition of a Libyan trader.", tools)
    assert (refused.category, refused.recipient) == ("REJECT", ())
    [thanked, *_] = told("Chad thanked France for its support against the rebels.", tools)
    assert [one.text for one in thanked.recipient] == ["France"]


def test_who_blocks_aid_does_not_give_it(tools: Tools) -> None:
    assert not any(
        "army" in one.text
        for event in told("Aid for Kosti was blocked by Sudan's army.", tools)
        for one in event.actor
        if event.category == "AID"
    )
