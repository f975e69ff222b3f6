"""Plain news of fighting: drills held alone, deeds done together, claims that nobody made, headlines."""

from __future__ import annotations

import pytest

from coding.told import told
from whosays.pipeline import Tools


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Peru launched large-scale military drills on Monday.", "MOBILIZE"),
        ("Peru staged war games off the coast on Monday.", "MOBILIZE"),
        ("Peru and Chile held naval drills on Monday.", "COOPERATE"),
        ("The two fleets held naval drills on Monday.", "COOPERATE"),
        ("Peru held a naval exercise with Chile on Monday.", "COOPERATE"),
        ("China and Russia, with which Peru held a naval exercise on Monday, said nothing.", "COOPERATE"),
    ],
)
def test_a_drill_held_alone_readies_forces_and_one_held_together_is_joint_work(
    tools: Tools, text: str, category: str
) -> None:
    assert [event.category for event in told(text, tools)] == [category]


@pytest.mark.parametrize(
    ("text", "doers", "sufferers"),
    [
        ("Kenya, together with Uganda, launched an attack on the rebels.", ["Kenya", "Uganda"], ["the rebels"]),
        ("The army attacked the camp along with militiamen.", ["The army", "militiamen"], ["the camp"]),
        ("Rebels freed the priest along with two nuns.", ["Rebels"], ["the priest", "two nuns"]),
    ],
)
def test_who_acts_together_with_the_doer_is_a_doer_too(
    tools: Tools, text: str, doers: list[str], sufferers: list[str]
) -> None:
    event = told(text, tools)[-1]
    assert ([one.text for one in event.actor], [one.text for one in event.recipient]) == (doers, sufferers)


@pytest.mark.parametrize("nobody", ["No group has", "No one has", "Nobody has"])
def test_an_attack_that_nobody_claims_has_no_doer(tools: Tools, nobody: str) -> None:
    assert all(not event.actor for event in told(f"{nobody} claimed responsibility for the attack.", tools))


def test_who_beats_back_an_attack_did_not_make_it(tools: Tools) -> None:
    attacks = [
        event for event in told("The army beat back an attack on the town.", tools) if event.trigger.text == "attack"
    ]
    assert all(not event.actor for event in attacks)


def test_a_headline_in_the_present_tense_tells_news(tools: Tools) -> None:
    assert [event.category for event in told("Rebels ambush army patrol near Kidal", tools)] == ["ASSAULT"]


def test_what_a_convoy_is_of_is_what_was_hit(tools: Tools) -> None:
    (hit,) = told("A convoy of nine trucks was hit by a drone.", tools)
    assert [(number.role, number.low) for number in hit.numbers] == [("damaged", 9)]
