"""Who did what to whom, on trees made by hand, so that the rules are tested and not the parser."""

from __future__ import annotations

import pytest

from coding.trees import reading
from whosays import lexicon as word_lists
from whosays.coding.events.find import find_events
from whosays.lexicon import Lexicon
from whosays.record.coded import CodedEvent


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return word_lists.load()


def only(tree: str, lexicon: Lexicon) -> CodedEvent:
    events = find_events(reading(tree), lexicon)
    assert len(events) == 1, [event.trigger.text for event in events]
    return events[0]


def actors(event: CodedEvent) -> list[str]:
    return [mention.text for mention in event.actor]


def recipients(event: CodedEvent) -> list[str]:
    return [mention.text for mention in event.recipient]


ACTIVE = """
The the DET 2 det
militia militia NOUN 3 nsubj
captured capture VERB 0 root VerbForm=Fin|Tense=Past
two two NUM 5 nummod
soldiers soldier NOUN 3 obj Number=Plur
. . PUNCT 3 punct
"""

PASSIVE = """
Two two NUM 2 nummod
soldiers soldier NOUN 4 nsubj:pass Number=Plur
were be AUX 4 aux:pass VerbForm=Fin|Tense=Past
captured capture VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
by by ADP 7 case
the the DET 7 det
militia militia NOUN 4 obl:agent
. . PUNCT 4 punct
"""

AGENTLESS = """
Two two NUM 2 nummod
soldiers soldier NOUN 4 nsubj:pass Number=Plur
were be AUX 4 aux:pass VerbForm=Fin|Tense=Past
captured capture VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
by by ADP 6 case
mistake mistake NOUN 4 obl
. . PUNCT 4 punct
"""

REDUCED = """
Soldiers soldier NOUN 5 nsubj Number=Plur
captured capture VERB 1 acl Tense=Past|VerbForm=Part|Voice=Pass
by by ADP 4 case
rebels rebel NOUN 2 obl:agent Number=Plur
slept sleep VERB 0 root VerbForm=Fin|Tense=Past
. . PUNCT 5 punct
"""

RELATIVE = """
The the DET 2 det
soldiers soldier NOUN 7 nsubj Number=Plur
whom whom PRON 5 obj
rebels rebel NOUN 5 nsubj Number=Plur
captured capture VERB 2 acl:relcl VerbForm=Fin|Tense=Past
have have AUX 7 aux
slept sleep VERB 0 root
. . PUNCT 7 punct
"""

NOUN = """
The the DET 2 det
capture capture NOUN 8 nsubj Number=Sing
of of ADP 4 case
soldiers soldier NOUN 2 nmod Number=Plur
by by ADP 6 case
rebels rebel NOUN 2 nmod Number=Plur
surprised surprise VERB 8 amod
everyone everyone PRON 0 root
. . PUNCT 8 punct
"""


@pytest.mark.parametrize(
    ("tree", "actor", "recipient"),
    [
        (ACTIVE, ["The militia"], ["two soldiers"]),
        (PASSIVE, ["the militia"], ["Two soldiers"]),
        (AGENTLESS, [], ["Two soldiers"]),
        (REDUCED, ["rebels"], ["Soldiers"]),
        (RELATIVE, ["rebels"], ["The soldiers"]),
        (NOUN, ["rebels"], ["soldiers"]),
    ],
    ids=["active", "passive", "agentless", "reduced", "relative", "noun"],
)
def test_the_same_deed_has_the_same_roles_however_it_is_said(
    tree: str, actor: list[str], recipient: list[str], lexicon: Lexicon
) -> None:
    event = only(tree, lexicon)
    assert (event.category, event.mode) == ("ASSAULT", "abduct")
    assert (actors(event), recipients(event)) == (actor, recipient)


def test_an_actor_that_is_not_stated_is_missing_with_that_reason(lexicon: Lexicon) -> None:
    event = only(AGENTLESS, lexicon)
    assert {(missing.field, missing.reason) for missing in event.missing} >= {("actor", "not_stated")}


def test_a_light_verb_hands_its_subject_to_the_noun(lexicon: Lexicon) -> None:
    event = only(
        """
        The the DET 2 det
        army army NOUN 3 nsubj
        carried carry VERB 0 root VerbForm=Fin|Tense=Past
        out out ADP 3 compound:prt
        a a DET 6 det
        strike strike NOUN 3 obj Number=Sing
        on on ADP 9 case
        the the DET 9 det
        depot depot NOUN 6 nmod Number=Sing
        . . PUNCT 3 punct
        """,
        lexicon,
    )
    assert event.category == "ASSAULT"
    assert event.trigger.text == "carried out a strike"
    assert (actors(event), recipients(event)) == (["The army"], ["the depot"])


def test_all_who_meet_take_part_and_make_one_event(lexicon: Lexicon) -> None:
    event = only(
        """
        The the DET 2 det
        president president NOUN 6 nsubj
        and and CCONJ 5 cc
        the the DET 5 det
        chancellor chancellor NOUN 2 conj
        met meet VERB 0 root VerbForm=Fin|Tense=Past
        . . PUNCT 6 punct
        """,
        lexicon,
    )
    assert event.category == "CONSULT"
    assert actors(event) == ["The president", "the chancellor"]
    assert recipients(event) == []


def test_what_somebody_is_accused_of_is_done_by_the_accused(lexicon: Lexicon) -> None:
    accusation, arming = find_events(
        reading(
            """
            The the DET 2 det
            army army NOUN 3 nsubj
            accused accuse VERB 0 root VerbForm=Fin|Tense=Past
            the the DET 5 det
            kingdom kingdom NOUN 3 obj
            of of SCONJ 7 mark
            arming arm VERB 3 advcl VerbForm=Ger
            the the DET 9 det
            rebels rebel NOUN 7 obj Number=Plur
            . . PUNCT 3 punct
            """
        ),
        lexicon,
    )
    assert (accusation.category, actors(accusation), recipients(accusation)) == (
        "ACCUSE",
        ["The army"],
        ["the kingdom"],
    )
    assert (arming.category, actors(arming), recipients(arming)) == ("AID", ["the kingdom"], ["the rebels"])


def test_a_demand_that_names_nobody_is_made_to_who_is_to_fulfil_it(lexicon: Lexicon) -> None:
    event = only(
        """
        The the DET 2 det
        ministry ministry NOUN 3 nsubj
        demanded demand VERB 0 root VerbForm=Fin|Tense=Past
        that that SCONJ 7 mark
        the the DET 6 det
        rebels rebel NOUN 7 nsubj Number=Plur
        free free VERB 3 ccomp VerbForm=Fin
        the the DET 9 det
        crew crew NOUN 7 obj
        . . PUNCT 3 punct
        """,
        lexicon,
    )
    assert (event.category, actors(event), recipients(event)) == ("REQUEST", ["The ministry"], ["the rebels"])


def test_a_weapon_is_no_actor_but_gives_the_mode(lexicon: Lexicon) -> None:
    event = only(
        """
        Drones drone NOUN 2 nsubj Number=Plur
        struck strike VERB 0 root VerbForm=Fin|Tense=Past
        the the DET 4 det
        depot depot NOUN 2 obj Number=Sing
        , , PUNCT 6 punct
        killing kill VERB 2 advcl VerbForm=Part
        at at ADP 8 case
        least least ADJ 9 nummod
        eleven eleven NUM 10 nummod
        people people NOUN 6 obj Number=Plur
        . . PUNCT 2 punct
        """,
        lexicon,
    )
    assert (event.category, event.mode, actors(event)) == ("ASSAULT", "drone", [])
    assert event.trigger.text == "Drones struck"
    assert [(number.role, number.low, number.high) for number in event.numbers] == [("killed", 11, None)]


def test_the_other_party_may_hang_on_the_ties_that_are_given_up(lexicon: Lexicon) -> None:
    event = only(
        """
        Peru Peru PROPN 2 nsubj
        abandoned abandon VERB 0 root VerbForm=Fin|Tense=Past
        ties tie NOUN 2 obj Number=Plur
        with with ADP 5 case
        Chile Chile PROPN 3 nmod
        . . PUNCT 2 punct
        """,
        lexicon,
    )
    assert (event.category, actors(event), recipients(event)) == ("SANCTION", ["Peru"], ["Chile"])
