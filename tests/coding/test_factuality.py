"""What the words on the way to a happening make of it; the happening stands in brackets."""

from __future__ import annotations

import re

import pytest

from whosays import coding
from whosays.coding.certainty.factuality import Walk, path_to
from whosays.lexicon import Lexicon
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.reading import Reader

EVENT = re.compile(r"\[(.+?)\]")

NOT_DONE = """
The failure to [evacuate] the village angered residents.
Gunmen stopped short of [seizing] the airport.
Far from [attacking] the town, the army withdrew.
Turkish jets blocked the [landing] of the plane.
The envoy was prohibited from [entering] the city.
The cabinet decided against [striking] the port.
The ship has yet to [leave] the port.
The outcome is yet to be [announced].
The ministry no longer [supplies] the rebels.
The army neither attacked nor [shelled] the town.
The army did not try to [attack] the port.
The army made no attempt to [attack] the port.
The army was too weak to [attack] the port.
The two countries have not begun [talks].
The army lacked the [support] of the tribes.
The guards fired not a single [shot].
At no point did the navy [fire] on the ships.
[Clashes] on the island did not resume.
Kenya abstained from [voting] on the resolution.
There was no march [planned] for Friday.
The police foiled a raid [led] by Chile.
"""

UNREACHED_BY_NOT = """
The army did not leave after an [attack] on the base.
The army will not leave because of terrorist [attacks].
A rebel [attack] did not stop the convoy.
[Clashes] on the island did not stop the vote.
No one was arrested in a [raid] on the camp.
During an [attack] the guards refused to fire.
In an [interview] he declined to give details.
The army [attacked] not the town but the fort.
No matter what the rebels say, the army [shelled] the port.
The navy has [seized] three ships in no time.
The guards did not hesitate to [shoot].
The border guards had no choice but to [open] fire.
The ministry rejected the [offer].
The army did not discuss the [raid].
The army stayed until the hostages were [released].
The army may leave because of the [attacks].
A feast [planned] for Sunday was cancelled.
The police foiled an attack [planned] by rebels.
The minister hopes to join a summit [set] for Monday.
The rebels tried to leave before the army [arrived].
Rebels fire when planes [cross] the border.
Peru told its citizens not to travel because of [clashes] at the border.
"""

ASKED_FOR_A_PART = """
The ministry did not say who [attacked] the town.
It was not immediately known who [planted] the bomb.
Police have not said how many people were [arrested].
It is not known why the pilot [bombed] the bridge.
Peru would not say where the prisoners were [held].
"""

LEFT_OPEN = """
If rebels were captured and [tried], they could be jailed.
The army sent tanks to protect the dam and [secure] the road.
The army sent tanks so that it could [protect] the dam.
The mission to [free] the hostages began.
The president gave permission to [deploy] troops.
The plan requires the [approval] of parliament.
The king called for the [release] of the hostages.
Families await the [release] of the hostages.
Peru will resume talks once Chile [withdraws] its troops.
[Evacuation] plans were hampered by heat.
It was difficult for the army to [reach] the port.
It is not known whether the pilot [bombed] the bridge.
The guards hesitated to [shoot].
Prosecutors charged two men with [bombing] the market.
The minister proposes [sending] troops to the border.
Rumours of a [coup] spread in the capital.
The rebels lured the soldiers to [cross] the river.
The question is whether the rebels [left].
The governor said villagers had to [leave] by Sunday.
Peru wants a truce [agreed] by both sides.
It is vital to [leave] the town.
It is essential for the army to [withdraw].
The rebels are keen to [talk].
The men are free to [leave].
Nurses risk their lives to [help] the wounded.
The army blocked the road to [stop] the convoy.
The police prevented the march to [protect] the bank.
To [end] the war, a vote is necessary.
To [hold] the town, the army needs tanks.
The rebels have the right to leave before a vote [takes] place.
The union plans to march as soon as the ban [ends].
The army has orders to fire when drones [cross] the river.
The rebels are expected to leave once the men are [freed].
"""

DONE = """
Iran held [talks] with Oman on Monday.
The two countries have begun [talks].
The army had [clashes] with rebels.
The envoy called the [raid] a mistake.
The army was the first to [attack] the port.
Thousands of villagers had to [flee].
The army used drones to [attack] the depot.
The king signed a plan [backed] by Peru.
The mayor showed a threat [sent] by the gang.
The vital bridge was [hit].
The road is free from [attacks].
Peru withdrew its envoy when Chile [shelled] the port.
"""


def _value(marked: str, reader: Reader, lexicon: Lexicon, *, credited: bool = False) -> str:
    match = EVENT.search(marked)
    assert match is not None
    (reading,) = reader.read([Document.plain(EVENT.sub(r"\1", marked))])
    sentence = coding.prepare(reading, lexicon).sentences[0]
    token = next(token for token in sentence.tokens if token.start == match.start())
    return Walk(sentence=sentence, cues=lexicon.cues, credited=credited).along(path_to(sentence, token.index))


@pytest.mark.parametrize("marked", NOT_DONE.strip().splitlines())
def test_what_was_not_done_is_not_told_as_done(marked: str, reader: Reader, lexicon: Lexicon) -> None:
    assert _value(marked, reader, lexicon) == "CT-"


@pytest.mark.parametrize("marked", UNREACHED_BY_NOT.strip().splitlines())
def test_a_not_leaves_what_the_sentence_takes_for_granted(marked: str, reader: Reader, lexicon: Lexicon) -> None:
    assert _value(marked, reader, lexicon) == "CT+"


@pytest.mark.parametrize("marked", ASKED_FOR_A_PART.strip().splitlines())
def test_who_asks_for_a_part_of_it_takes_the_rest_for_granted(marked: str, reader: Reader, lexicon: Lexicon) -> None:
    assert _value(marked, reader, lexicon) == "CT+"


@pytest.mark.parametrize("marked", LEFT_OPEN.strip().splitlines())
def test_what_is_wished_meant_or_supposed_is_left_open(marked: str, reader: Reader, lexicon: Lexicon) -> None:
    assert _value(marked, reader, lexicon) == "Uu"


@pytest.mark.parametrize("marked", DONE.strip().splitlines())
def test_a_word_that_speaks_of_clauses_leaves_its_object_alone(marked: str, reader: Reader, lexicon: Lexicon) -> None:
    assert _value(marked, reader, lexicon) == "CT+"


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("The army risks [losing] the port.", "PS+"),
        ("An apparent [attack] killed two guards.", "PR+"),
        ("Rebels must have [taken] the town.", "PR+"),
        ("Rebels would have [taken] the town if the army had not arrived.", "PS-"),
        ("The army does not plan to [attack] the port.", "PR-"),
        ("The general did not rule out [attacking] the port.", "PS+"),
        ("The prospect of a [ceasefire] faded.", "PS+"),
        ("The cabinet decided not to [strike] the port.", "PR-"),
    ],
)
def test_a_hedge_says_how_likely(marked: str, value: str, reader: Reader, lexicon: Lexicon) -> None:
    assert _value(marked, reader, lexicon) == value


@pytest.mark.parametrize(
    ("marked", "recorded", "believed"),
    [
        ("The army agreed to [withdraw] its tanks.", "Uu", "PR+"),
        ("The army sent tanks to [hold] the dam.", "Uu", "PR+"),
        ("The mayor did not think that the army [shelled] the port.", "Uu", "PR-"),
        ("The mayor hailed the [release] of the crew.", "CT+", "CT+"),
        ("If the army [withdrew], the port would open.", "Uu", "Uu"),
        ("Nurses risk their lives to [help] the wounded.", "Uu", "PR+"),
        ("Peru wants to leave before the mandate [expires].", "Uu", "PR+"),
    ],
)
def test_a_reader_asked_for_one_value_believes_who_speaks_and_who_plans(
    marked: str, recorded: str, believed: str, reader: Reader, lexicon: Lexicon
) -> None:
    assert _value(marked, reader, lexicon) == recorded
    assert _value(marked, reader, lexicon, credited=True) == believed


@pytest.mark.parametrize(
    ("marked", "believed"),
    [
        ("The rebels [have] no plan for the harbour.", "CT+"),
        ("The rebels have no [plan] for the harbour.", "CT-"),
        ("The envoy [sees] no way out of the war.", "CT+"),
        ("The general [made] no secret of his anger.", "CT+"),
        ("The army [fired] no shots.", "CT-"),
        ("No one [has] a plan for the harbour.", "CT-"),
        ("The envoy never [saw] a way out of the war.", "CT-"),
        ("The envoy [knew] nothing.", "CT-"),
    ],
)
def test_who_has_or_sees_no_such_thing_may_still_have_or_see(
    marked: str, believed: str, reader: Reader, lexicon: Lexicon
) -> None:
    assert _value(marked, reader, lexicon, credited=True) == believed


def test_in_the_record_a_verb_and_its_no_are_one_deed(reader: Reader, lexicon: Lexicon) -> None:
    assert _value("The rebels [took] no hostages.", reader, lexicon) == "CT-"


def test_a_phrase_behind_the_speaker_goes_on_with_what_he_said(reader: Reader, lexicon: Lexicon) -> None:
    marked = "Drones hit a depot in the city of Adwa, killing two, officials said on Monday, in an [attack] that lasted an hour."
    assert _value(marked, reader, lexicon) == "Uu"


def test_a_question_put_in_direct_speech_takes_nothing_for_granted(reader: Reader, lexicon: Lexicon) -> None:
    assert _value("“Which country are they [sending] me to?” asked the boy.", reader, lexicon) == "Uu"


def test_what_describes_a_noun_stands_though_nothing_was_said_of_it(tools: Tools) -> None:
    text = "Chad has yet to issue any statement on captured soldiers."
    events = coding.code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
    values = {
        s.value for event in events if event.trigger.text == "captured" for s in event.stances if s.source is None
    }
    assert values == {"CT+"}
