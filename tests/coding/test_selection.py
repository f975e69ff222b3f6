"""What is told without having happened is no event, or one with a status."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coding.told import categories
from coding.trees import reading
from whosays import coding
from whosays import lexicon as word_lists
from whosays.coding.events.find import find_events
from whosays.lexicon import Lexicon
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.reading import Part, Sign


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return word_lists.load()


def coded(tree: str, lexicon: Lexicon) -> list[tuple[str, list[str]]]:
    return [
        (event.category, [status.value for status in event.status]) for event in find_events(reading(tree), lexicon)
    ]


GENERIC = """
Armed armed ADJ 2 amod
groups group NOUN 4 nsubj Number=Plur
often often ADV 4 advmod
capture capture VERB 0 root VerbForm=Fin|Tense=Pres
soldiers soldier NOUN 4 obj Number=Plur
. . PUNCT 4 punct
"""

QUESTION = """
Could could AUX 4 aux VerbForm=Fin
the the DET 3 det
army army NOUN 4 nsubj
capture capture VERB 0 root VerbForm=Inf
the the DET 6 det
rebels rebel NOUN 4 obj Number=Plur
? ? PUNCT 4 punct
"""

CONDITION = """
If if SCONJ 4 mark
the the DET 3 det
rebels rebel NOUN 4 nsubj Number=Plur
captured capture VERB 8 advcl VerbForm=Fin|Tense=Past
soldiers soldier NOUN 4 obj Number=Plur
, , PUNCT 4 punct
everyone everyone PRON 8 nsubj
knew know VERB 0 root VerbForm=Fin|Tense=Past
. . PUNCT 8 punct
"""

NEGATED = """
The the DET 2 det
man man NOUN 5 nsubj:pass
was be AUX 5 aux:pass VerbForm=Fin|Tense=Past
not not PART 5 advmod
captured capture VERB 0 root VerbForm=Part|Tense=Past
. . PUNCT 5 punct
"""

POSSIBLE = """
The the DET 2 det
army army NOUN 4 nsubj
may may AUX 4 aux VerbForm=Fin
capture capture VERB 0 root VerbForm=Inf
the the DET 6 det
rebels rebel NOUN 4 obj Number=Plur
. . PUNCT 4 punct
"""

ANONYMITY = """
The the DET 2 det
official official NOUN 3 nsubj
asked ask VERB 0 root VerbForm=Fin|Tense=Past
not not PART 7 advmod
to to PART 7 mark
be be AUX 7 aux:pass
named name VERB 3 xcomp VerbForm=Part
. . PUNCT 3 punct
"""


@pytest.mark.parametrize(
    "tree",
    [GENERIC, QUESTION, CONDITION, NEGATED, POSSIBLE, ANONYMITY],
    ids=["generic", "question", "condition", "negated", "possible", "anonymity"],
)
def test_what_did_not_happen_is_not_coded(tree: str, lexicon: Lexicon) -> None:
    assert coded(tree, lexicon) == []


BLAMING = """
Villagers villager NOUN 2 nsubj Number=Plur
blame blame VERB 0 root VerbForm=Fin|Tense=Pres
the the DET 4 det
army army NOUN 2 obj
. . PUNCT 2 punct
"""


def test_words_of_some_in_the_present_are_news(lexicon: Lexicon) -> None:
    assert coded(BLAMING, lexicon) == [("ACCUSE", [])]


@pytest.mark.parametrize("word", ["everybody", "everything"])
def test_words_to_anybody_in_the_present_are_a_habit(word: str, lexicon: Lexicon) -> None:
    tree = BLAMING.replace("army army NOUN", f"{word} {word} PRON")
    assert coded(tree, lexicon) == []


def test_what_is_asked_for_is_not_done(lexicon: Lexicon) -> None:
    tree = """
    The the DET 2 det
    envoy envoy NOUN 3 nsubj
    urged urge VERB 0 root VerbForm=Fin|Tense=Past
    the the DET 5 det
    militia militia NOUN 3 obj
    to to PART 7 mark
    release release VERB 3 xcomp VerbForm=Inf
    the the DET 9 det
    prisoners prisoner NOUN 7 obj Number=Plur
    . . PUNCT 3 punct
    """
    assert coded(tree, lexicon) == [("REQUEST", [])]


def test_an_announced_meeting_is_an_agreement_to_come(lexicon: Lexicon) -> None:
    tree = """
    The the DET 2 det
    president president NOUN 4 nsubj
    will will AUX 4 aux VerbForm=Fin
    meet meet VERB 0 root VerbForm=Inf
    the the DET 6 det
    chancellor chancellor NOUN 4 obj
    . . PUNCT 4 punct
    """
    assert coded(tree, lexicon) == [("AGREE", ["future"])]


def test_a_refusal_to_sign_is_a_rejection_whose_words_hold_the_negation(lexicon: Lexicon) -> None:
    tree = """
    The the DET 2 det
    president president NOUN 5 nsubj
    would would AUX 5 aux VerbForm=Fin
    not not PART 5 advmod
    sign sign VERB 0 root VerbForm=Inf
    the the DET 7 det
    treaty treaty NOUN 5 obj
    . . PUNCT 5 punct
    """
    (event,) = find_events(reading(tree), lexicon)
    assert (event.category, event.trigger.text) == ("REJECT", "would not sign")


def test_a_threat_is_what_somebody_says_he_will_do_to_others(lexicon: Lexicon) -> None:
    tree = """
    If if SCONJ 3 mark
    it it PRON 3 nsubj
    stays stay VERB 7 advcl VerbForm=Fin|Tense=Pres
    , , PUNCT 3 punct
    we we PRON 7 nsubj
    will will AUX 7 aux VerbForm=Fin
    attack attack VERB 0 root VerbForm=Inf
    the the DET 9 det
    port port NOUN 7 obj
    . . PUNCT 7 punct
    """
    assert coded(tree, lexicon) == [("THREATEN", ["future", "conditional"])]


def test_a_year_long_past_makes_background(lexicon: Lexicon) -> None:
    tree = """
    In in ADP 2 case
    1968 1968 NUM 5 obl
    the the DET 4 det
    army army NOUN 5 nsubj
    attacked attack VERB 0 root VerbForm=Fin|Tense=Past
    the the DET 7 det
    port port NOUN 5 obj
    . . PUNCT 5 punct
    """
    assert coded(tree, lexicon) == [("ASSAULT", ["historical"])]


DEMANDED = """
Unions union NOUN 2 nsubj Number=Plur
demanded demand VERB 0 root VerbForm=Fin|Tense=Past
the the DET 4 det
{word} {lemma} NOUN 2 obj
of of ADP 7 case
the the DET 7 det
army army NOUN 4 nmod
. . PUNCT 2 punct
"""


def test_an_arrest_that_is_asked_for_is_none_and_a_request_that_is_refused_was_made(lexicon: Lexicon) -> None:
    assert coded(DEMANDED.format(word="arrest", lemma="arrest"), lexicon) == [("REQUEST", [])]
    refused = """
    The the DET 2 det
    ministry ministry NOUN 3 nsubj
    refused refuse VERB 0 root VerbForm=Fin|Tense=Past
    a a DET 5 det
    request request NOUN 3 obj
    from from ADP 8 case
    the the DET 8 det
    army army NOUN 5 nmod
    . . PUNCT 3 punct
    """
    read = reading(refused)
    parts = (Part(role="actor", index=7, score=0.9),)
    sign = Sign(index=4, scores=(("REQUEST", 0.99),), mode=None, status=None, parts=parts)
    seen = replace(read, sentences=(replace(read.sentences[0], signs=(sign,)),))
    assert [event.category for event in find_events(seen, lexicon)] == ["REJECT", "REQUEST"]


def test_what_happened_on_a_day_is_no_habit_even_where_the_verb_may_be_present(tools: Tools) -> None:
    def told(text: str) -> list[str]:
        return [one.trigger.text for one in find_events(tools.reader.read([Document.plain(text)])[0], tools.lexicon)]

    assert told("Soldiers beat two journalists in Khan Yunis on Tuesday night.") == ["beat"]
    assert told("Soldiers often beat journalists.") == []


def test_how_far_somebody_is_willing_to_go_is_no_act(tools: Tools) -> None:
    def categories(text: str) -> list[str]:
        return [one.category for one in find_events(tools.reader.read([Document.plain(text)])[0], tools.lexicon)]

    assert categories("The letter shows how far the rebels are willing to go.") == categories("The letter shows it.")
    assert "AGREE" in categories("The rebels are willing to talk.")


def test_calls_that_are_not_returned_and_war_alone_are_no_events(tools: Tools) -> None:
    def categories(text: str) -> list[str]:
        return [one.category for one in find_events(tools.reader.read([Document.plain(text)])[0], tools.lexicon)]

    assert categories("The embassy did not return our calls.") == []
    assert categories("The war in Ukraine has changed the town.") == []


def test_epithets_and_titles_are_no_events(tools: Tools) -> None:
    def categories(text: str) -> list[str]:
        return [one.category for one in find_events(tools.reader.read([Document.plain(text)])[0], tools.lexicon)]

    assert "SUPPORT" not in categories("The Iran-backed rebels left the town.")
    assert "SUPPORT" in categories("Iran backed the rebels in the dispute.")
    assert "ACCUSE" not in categories("The charge d'affaires went home.")


def test_a_deed_that_is_a_noun_is_not_done_by_whoever_stands_in_the_next_clause(tools: Tools) -> None:
    text = "The envoy condemned the strike on the market and urged both armies to show restraint."
    strike = next(
        one
        for one in find_events(
            coding.prepare(tools.reader.read([Document.plain(text)])[0], tools.lexicon), tools.lexicon
        )
        if one.category == "ASSAULT"
    )
    assert [one.text for one in strike.actor] == []


def test_whoever_denied_also_urged_where_the_denied_clause_has_another_tense(tools: Tools) -> None:
    text = "The minister said that the army had entered Sama and urged the rebels to lay down their arms."
    coded = coding.code(tools.reader.read([Document.plain(text)])[0], tools.lexicon)
    demand = next(one for one in coded.events if one.category == "REQUEST")
    assert [one.text for one in demand.actor] == ["The minister"]


@pytest.mark.parametrize(
    "text",
    [
        "Reporters wanted to know when Moscow would release the sailors.",
        "The minister did not say when the troops would leave the town.",
        "Officials were asked whether the army had fired on the crowd.",
        "It is unclear who will lead the talks.",
        "Which ship struck the reef is unclear.",
    ],
)
def test_what_an_embedded_question_leaves_open_is_no_event(tools: Tools, text: str) -> None:
    read = coding.prepare(tools.reader.read([Document.plain(text)])[0], tools.lexicon)
    assert coding.code(read, tools.lexicon).events == ()


def test_what_an_embedded_question_takes_for_granted_is_told(tools: Tools) -> None:
    read = coding.prepare(
        tools.reader.read([Document.plain("It is not known who attacked the convoy near Gao.")])[0], tools.lexicon
    )
    (event,) = coding.code(read, tools.lexicon).events
    assert event.category == "ASSAULT"
    assert [one.text for one in event.actor] == ["who"]


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("Rwanda rejected accusations that it had armed the rebels.", ["REJECT", "AID"]),
        ("Tehran rejected accusations by London that it had armed the rebels.", ["REJECT", "ACCUSE", "AID"]),
    ],
)
def test_a_charge_that_nobody_makes_is_told_by_its_denial(tools: Tools, text: str, categories: list[str]) -> None:
    read = coding.prepare(tools.reader.read([Document.plain(text)])[0], tools.lexicon)
    assert [one.category for one in coding.code(read, tools.lexicon).events] == categories


HOLDING = """
Soldiers soldier NOUN 2 nsubj Number=Plur
arrest arrest VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
the the DET 4 det
clerks clerk NOUN 2 obj Number=Plur
at at ADP 7 case
the the DET 7 det
border border NOUN 2 obl
. . PUNCT 2 punct
"""

ANNULLED = """
Lawyers lawyer NOUN 2 nsubj Number=Plur
asked ask VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
the the DET 4 det
court court NOUN 2 obj
to to PART 6 mark
free free VERB 2 xcomp VerbForm=Inf
the the DET 8 det
nuns nun NOUN 6 obj Number=Plur
whom whom PRON 12 obj
the the DET 11 det
army army NOUN 12 nsubj
arrested arrest VERB 8 acl:relcl Mood=Ind|Tense=Past|VerbForm=Fin
"""

UNLESS = """
The the DET 2 det
nurses nurse NOUN 4 nsubj Number=Plur
will will AUX 4 aux VerbForm=Fin
march march VERB 0 root VerbForm=Inf
unless unless SCONJ 13 mark
the the DET 7 det
soldiers soldier NOUN 13 nsubj:pass Number=Plur
who who PRON 9 nsubj
shot shoot VERB 7 acl:relcl Mood=Ind|Tense=Past|VerbForm=Fin
a a DET 11 det
doctor doctor NOUN 9 obj
are be AUX 13 aux:pass Mood=Ind|Tense=Pres|VerbForm=Fin
arrested arrest VERB 4 advcl Tense=Past|VerbForm=Part|Voice=Pass
"""


def triggers(tree: str, lexicon: Lexicon, **certainty: float) -> list[str]:
    """The triggers of a tree in which the network holds some words so certain; nothing is said of the others."""
    read = reading(tree)
    (sentence,) = read.sentences
    held = tuple(certainty.get(token.text, 0.0) for token in sentence.tokens)
    return [
        event.trigger.text
        for event in find_events(replace(read, sentences=(replace(sentence, certainty=held),)), lexicon)
    ]


def test_what_walk_and_network_hold_certain_is_told_under_a_demand_or_of_a_kind(lexicon: Lexicon) -> None:
    assert triggers(HOLDING, lexicon) == []
    assert triggers(HOLDING, lexicon, arrest=3.0) == ["arrest"]
    assert triggers(UNLESS, lexicon) == ["march"]
    assert triggers(UNLESS, lexicon, shot=3.0) == ["march", "shot"]


def test_what_is_demanded_or_supposed_stays_open_whatever_the_network_holds(lexicon: Lexicon) -> None:
    assert triggers(ANNULLED, lexicon, free=3.0, arrested=3.0) == ["asked", "arrested"]
    assert triggers(UNLESS, lexicon, arrested=3.0) == ["march"]


@pytest.mark.parametrize(
    "text", ["Kenya gave the striking miners a day to return to work.", "Police beat striking miners."]
)
def test_striking_miners_strike(text: str, tools: Tools) -> None:
    assert "PROTEST" in categories(text, tools)


@pytest.mark.parametrize(
    "text",
    [
        "Not until Monday did the army release the prisoners.",
        "The rebels left the town, but not before the army had shelled the market.",
    ],
)
def test_what_was_done_not_until_or_not_before_was_done(text: str, tools: Tools) -> None:
    assert {*categories(text, tools)} & {"RETREAT", "ASSAULT"}


def test_not_until_denies_nothing(lexicon: Lexicon) -> None:
    freed = """
Not not ADV 7 advmod
until until ADP 3 case
Monday Monday PROPN 7 obl
did do AUX 7 aux Mood=Ind|Tense=Past|VerbForm=Fin
the the DET 6 det
army army NOUN 7 nsubj
release release VERB 0 root VerbForm=Inf
the the DET 9 det
prisoners prisoner NOUN 7 obj Number=Plur
. . PUNCT 7 punct
"""
    assert triggers(freed, lexicon) == ["release"]
    assert triggers(freed.replace("until until", "on on"), lexicon) == []
    never = freed.replace("Not not", "Never never").replace("until until", "before before")
    assert triggers(never, lexicon) == []
