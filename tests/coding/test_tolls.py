"""Counts of dead and hurt belong to what killed them, wherever they are told."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.coded import CodedEvent
from whosays.record.document import Document


def coded(tools: Tools, text: str) -> list[CodedEvent]:
    return list(coding.code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events)


def counts(event: CodedEvent) -> list[tuple[str, float | None]]:
    return [(number.role, number.low) for number in event.numbers]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled Narva. Nine people were killed and four were wounded.",
        "The army shelled Narva. The mayor said that the roof of the school fell in. Nine people were killed and four were wounded.",
    ],
)
def test_a_clause_that_only_counts_the_dead_is_part_of_the_assault_told_before(tools: Tools, text: str) -> None:
    (event,) = coded(tools, text)
    assert event.trigger.text == "shelled"
    assert counts(event) == [("killed", 9), ("injured", 4)]


def test_those_who_were_killed_when_drones_struck_are_counts_of_the_strike(tools: Tools) -> None:
    (event,) = coded(tools, "Nine people were killed when drones struck a depot in Narva.")
    assert event.trigger.text.endswith("struck")
    assert counts(event) == [("killed", 9)]


@pytest.mark.parametrize(
    "second",
    ["Nine people were killed in Tartu on Sunday.", "Gunmen killed nine people."],
)
def test_a_killing_with_a_doer_a_place_or_a_day_of_its_own_stays_an_event(tools: Tools, second: str) -> None:
    events = coded(tools, f"The army shelled Narva. {second}")
    assert [event.trigger.text for event in events] == ["shelled", "killed"]


def test_a_second_toll_does_not_join_an_assault_whose_dead_are_counted(tools: Tools) -> None:
    first, second = coded(tools, "The army shelled Narva, killing three people. Nine people were killed.")
    assert (counts(first), counts(second)) == ([("killed", 3)], [("killed", 9)])


def test_the_dead_of_the_same_evening_and_town_are_the_deeds(tools: Tools) -> None:
    (event,) = coded(
        tools, "Gunmen stormed a hotel in Mogadishu on Friday evening; 21 people were killed, the health minister said."
    )
    assert counts(event) == [("killed", 21)]


def test_what_an_attack_on_a_base_killed_are_counts_of_the_attack(tools: Tools) -> None:
    (event,) = coded(tools, "Rebels carried out an attack on an army base in Sarh that killed three soldiers.")
    assert counts(event) == [("killed", 3)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The ministry put the number of people detained at 67.", ("arrested", 67)),
        ("Police raised the number of those abducted from 38 to 72.", ("captured", 72)),
        ("Officials put at 15 the number of people who were detained.", ("arrested", 15)),
        ("The army shelled Narva. No one was hurt.", ("injured", 0)),
        ("Drones struck Narva. The mayor put the dead at 27.", ("killed", 27)),
        ("Lawyers counted 143 arrests.", ("arrested", 143)),
        ("A canister hit a girl of nine in Kosti.", ("injured", 1)),
    ],
)
def test_a_deeds_own_word_is_counted_and_an_age_is_not(tools: Tools, text: str, count: tuple[str, float]) -> None:
    assert [counts(event) for event in coded(tools, text)] == [[count]]


def test_what_a_toll_was_before_it_was_raised_is_told_too(tools: Tools) -> None:
    (event,) = coded(tools, "The mayor raised the toll of the strike on Narva from 9 to 11.")
    assert counts(event) == [("killed", 11), ("killed", 9)]


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("The death toll from the shelling on Nov. 3 has risen to six.", ("killed", 6.0)),
        ("The number of the injured now stands at 27.", ("injured", 27.0)),
        ("The mayor spoke of 30 to 40 victims.", ("killed", 30.0)),
        ("Hospital sources put the toll at 23 at least.", ("killed", 23.0)),
        ("With the sergeant that makes four dead.", ("killed", 4)),
        ("The army corrected its count to eleven dead.", ("killed", 11)),
        ("Five people have now lost their lives, the mayor said.", ("killed", 5)),
        ("The raid cost nine lives.", ("killed", 9)),
    ],
)
def test_a_toll_is_told_in_many_ways(tools: Tools, told: str, count: tuple[str, float]) -> None:
    events = coded(tools, f"The army shelled Narva. {told}")
    assert count in [one for event in events for one in counts(event)]


@pytest.mark.parametrize(
    ("text", "trigger", "count"),
    [
        ("At least 80 prisoners died when rival gangs fought in a jail in Lima.", "fought", ("killed", 80)),
        ("Riots in three prisons left 40 inmates dead.", "Riots", ("killed", 40)),
    ],
)
def test_those_who_died_in_it_are_counts_of_the_fight_or_riot(
    tools: Tools, text: str, trigger: str, count: tuple[str, float]
) -> None:
    (event,) = coded(tools, text)
    assert (event.trigger.text, counts(event)) == (trigger, [count])


def test_who_shoots_drones_down_killed_nobody(tools: Tools) -> None:
    events = coded(
        tools, "Drones struck a depot near Narva. Soldiers shot down two more. The mayor put the dead at nine."
    )
    assert [counts(event) for event in events if event.trigger.text == "shot down"] == [[("destroyed", 2)]]
    assert ("killed", 9) in counts(events[0])


def test_a_toll_goes_to_the_strike_on_the_place_that_it_names(tools: Tools) -> None:
    text = "A shell hit a house in Arica. Jets bombed a depot near Iquique. Officials in Arica now count five dead civilians."
    first, second = coded(tools, text)
    assert (counts(first), counts(second)) == ([("killed", 5)], [])


@pytest.mark.parametrize("told", ["The ministry put the number at 31.", "A doctor said that the figure was 31."])
def test_another_figure_counts_what_was_counted_before(tools: Tools, told: str) -> None:
    (event,) = [one for one in coded(tools, f"Police arrested 20 men in Narva. {told}") if one.category == "COERCE"]
    assert counts(event) == [("arrested", 20), ("arrested", 31)]


def test_a_new_toll_is_of_the_strike_that_was_counted_and_not_of_a_charge_told_in_between(tools: Tools) -> None:
    text = (
        "Two drones hit a market near Kosti on Saturday, killing nine people. The rebels accused the army of shelling another town. "
        "A doctors' network put the toll at 11."
    )
    counted = {event.trigger.text: counts(event) for event in coded(tools, text) if event.category == "ASSAULT"}
    assert ("killed", 11) not in counted.get("shelling", [])
    assert any(("killed", 11) in found and ("killed", 9) in found for found in counted.values())
