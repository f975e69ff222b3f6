"""To whom it was done where no word says it outright, and who is not: the other side of a border, of a deed, of a demand."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event


def told(tools: Tools, text: str, trigger: str) -> Event:
    reading = coding.prepare(tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])[0], tools.lexicon)
    record = resolve.resolve(reading, coding.code_prepared(reading, tools.lexicon), tools.world)
    return [one for one in record.events if trigger in one.trigger.text][-1]


def codes(event: Event, slot: str) -> list[str | None]:
    return [one.code for one in getattr(event, slot)]


@pytest.mark.parametrize(
    ("text", "trigger", "recipient"),
    [
        ("Peru shelled a village on Sunday. Chile asked for help when rebels overran Arica.", "asked", []),
        ("Chile struck Peru on Monday. Peru's interior ministry blamed outlaws on the public payroll.", "blamed", []),
        ("Chile struck Peru on Monday. A judge in Lima freed a lieutenant for want of evidence.", "freed", ["PER"]),
    ],
)
def test_a_plea_blame_and_a_judge_s_mercy_are_not_for_the_adversary(
    tools: Tools, text: str, trigger: str, recipient: list[str | None]
) -> None:
    assert codes(told(tools, text, trigger), "recipient") == recipient


def test_prisoners_take_guards_of_their_own_state(tools: Tools) -> None:
    text = "Prisoners in seven jails of Peru took 40 guards hostage. Peru fought the Shining Path in January."
    assert codes(told(tools, text, "took"), "recipient") == ["PER"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chile's foreign minister condemned the murder of three priests in Tacna.", "condemned"),
        ("Norway deplored the deaths of forty civilians in Tacna.", "deplored"),
    ],
)
def test_whom_a_deed_befell_is_not_blamed_for_it(tools: Tools, text: str, trigger: str) -> None:
    assert codes(told(tools, text, trigger), "recipient") == []


def test_thanks_for_a_release_go_to_who_released(tools: Tools) -> None:
    event = told(tools, "Norway welcomed the release of two Norwegians by Peru.", "welcomed")
    assert codes(event, "recipient") == ["PER"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Peru has sent some 300 men to reinforce the road to Tacna.", "sent"),
        ("Lima reinforced its border with soldiers.", "reinforced"),
    ],
)
def test_who_is_sent_is_not_to_whom(tools: Tools, text: str, trigger: str) -> None:
    assert codes(told(tools, text, trigger), "recipient") == []


@pytest.mark.parametrize(
    ("text", "trigger", "recipient"),
    [
        ("Chilean officials say that others come from Peru, a claim that the Peruvian army denies.", "denies", ["CHL"]),
        ("Chile said that two men had crossed from Peru, which Peru denied.", "denied", ["CHL"]),
    ],
)
def test_a_denial_of_what_was_just_said_goes_to_who_says_it(
    tools: Tools, text: str, trigger: str, recipient: list[str | None]
) -> None:
    assert codes(told(tools, text, trigger), "recipient") == recipient


def test_who_announces_a_measure_takes_it_and_a_border_is_shut_to_the_other_side(tools: Tools) -> None:
    text = (
        "Chile seized a Peruvian boat on Monday. Chile's Prime Minister Omar Salah announced that the crossing near Arica "
        "would be shut at midnight."
    )
    event = told(tools, text, "shut")
    assert (codes(event, "actor"), codes(event, "recipient")) == (["CHL"], ["PER"])


def test_whom_a_border_is_shut_to_is_not_guessed(tools: Tools) -> None:
    event = told(tools, "Peru's Prime Minister Omar Salah announced that the Tacna crossing would be shut.", "shut")
    assert (codes(event, "actor"), codes(event, "recipient")) == (["PER"], [])


def test_what_is_only_said_to_come_is_not_the_speaker_s(tools: Tools) -> None:
    event = told(tools, "Chile's minister Ana Berg said that the school in Tacna would be shut.", "shut")
    assert codes(event, "actor") == ["PER"]


def test_nobody_trains_the_founders_of_his_own_army(tools: Tools) -> None:
    text = "The Shining Path pays wages to two brigades; Chile's army trained its founders."
    assert "CHL" not in codes(told(tools, text, "trained"), "recipient")


def test_what_is_laid_on_goods_of_two_states_is_laid_on_both(tools: Tools) -> None:
    event = told(tools, "Peru froze the assets of Polish and Lithuanian banks.", "froze")
    assert codes(event, "recipient") == ["POL", "LTU"]


def test_who_was_just_met_is_whom_something_is_offered(tools: Tools) -> None:
    event = told(tools, "Chile's president met the Peruvian envoy and offered two boats.", "offered")
    assert codes(event, "recipient") == ["PER"]


def test_whose_words_are_answered_is_not_who_answers_them(tools: Tools) -> None:
    text = "Chile demanded talks on Monday. Peru rejected its demand and withdrew its offer."
    assert codes(told(tools, text, "rejected"), "recipient") == ["CHL"]
    assert codes(told(tools, text, "offer"), "actor") == ["PER"]


def test_a_spokesman_is_his_group_s_unless_his_words_say_another(tools: Tools) -> None:
    text = "The Shining Path denied the attack. “When we strike, we sign,” a spokesman wrote, though he pledged “open war” on Peru."
    assert codes(told(tools, text, "pledged"), "actor") == ["SHINING PATH"]


def test_who_answers_an_attack_did_not_make_it(tools: Tools) -> None:
    text = "Chilean warplanes bombed two camps, answering a drone attack on Arica air base that had killed a sergeant."
    assert codes(told(tools, text, "attack"), "actor") == []


@pytest.mark.parametrize(
    ("text", "trigger", "slot", "unwanted"),
    [
        ("Iran-backed militias attacked U.S. positions.", "attacked", "actor", "IRN"),
        (
            "Relatives have been blocking the Pan-American highway in Peru since Tuesday.",
            "blocking",
            "recipient",
            "USA",
        ),
    ],
)
def test_a_name_inside_another_word_owns_nothing(
    tools: Tools, text: str, trigger: str, slot: str, unwanted: str
) -> None:
    assert unwanted not in codes(told(tools, text, trigger), slot)


def test_the_baltic_is_no_town_and_of_no_state(tools: Tools) -> None:
    text = "Two cables in the Baltic were severed in November 2024, and Sweden asked Norway for help."
    assert codes(told(tools, text, "severed"), "recipient") == []


def test_rifles_are_confiscated_by_who_governs(tools: Tools) -> None:
    event = told(tools, "Peru's police searched a camp. Twenty rifles were confiscated.", "confiscated")
    assert codes(event, "actor") == ["PER"]


def test_troops_moved_within_a_land_are_aimed_at_nobody_unsaid(tools: Tools) -> None:
    text = "Peru fought the Shining Path. On Monday Peru sent 800 soldiers to ring a prison in Lima."
    assert "SHINING PATH" not in codes(told(tools, text, "sent"), "recipient")


def test_an_adjective_in_front_of_a_thing_is_the_state_and_a_person_of_it_is_not(tools: Tools) -> None:
    (doer,) = told(tools, "Six were killed in an Israeli air strike on Tyre.", "strike").actor
    assert (doer.name, doer.kind, doer.code) == ("Israel", "state", "ISR")
    (claimant,) = told(tools, "Ankara dismissed Greek claims that it had held the captain.", "dismissed").recipient
    assert (claimant.name, claimant.kind, claimant.code) == ("Greece", "state", "GRC")
    (jailed,) = told(tools, "A Chilean was jailed in Lima.", "jailed").recipient
    assert jailed.kind != "state"
    assert (jailed.name, jailed.country) == ("Chilean", "CHL")
