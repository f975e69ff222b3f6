"""Who bears a deed and who did it, in whole sentences."""

from __future__ import annotations

import pytest

from coding.told import told
from whosays.pipeline import Tools


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Chile is facing an invasion by Peru.", ["Peru"], ["Chile"]),
        ("Chile faces Peruvian sanctions over the dam.", ["Peruvian"], ["Chile"]),
        ("Peru faced criticism from Chile over the arrests.", ["Chile"], ["Peru"]),
        ("The town suffered a drone attack on Monday.", [], ["town"]),
        ("Chile received threats from Peru.", ["Peru"], ["Chile"]),
        ("Chile is awaiting an apology from Peru.", ["Peru"], ["Chile"]),
        ("Chile bought twelve drones from Turkey.", ["Turkey"], ["Chile"]),
        ("Chile lost twelve soldiers in a Peruvian ambush.", ["Peruvian"], ["Chile"]),
        ("Peru launched an invasion of Chile.", ["Peru"], ["Chile"]),
    ],
)
def test_whoever_faces_or_suffers_a_deed_did_not_do_it(
    text: str, actor: list[str], recipient: list[str], tools: Tools
) -> None:
    event = told(text, tools)[0]
    assert [one.text.removeprefix("The ") for one in event.actor] == actor
    assert [one.text.removeprefix("The ") for one in event.recipient] == recipient


@pytest.mark.parametrize(
    ("text", "category", "actor", "recipient"),
    [
        ("EU sanctions against Chilean officials were lifted.", "CONCEDE", ["EU"], ["Chilean officials"]),
        ("The EU lifted its sanctions on Chile.", "CONCEDE", ["EU"], ["Chile"]),
        ("Peru closed its border with Chile.", "SANCTION", ["Peru"], ["Chile"]),
        ("Her arrest at the airport angered the union.", "COERCE", [], ["Her"]),
        ("The suspects are in pre-trial detention.", "COERCE", [], ["suspects"]),
        ("Miners ended their strike.", "PROTEST", ["Miners"], []),
        ("Drivers called off their protest.", "PROTEST", ["Drivers"], []),
        ("Teachers in Lagos have been on strike for nine weeks.", "PROTEST", ["Teachers in Lagos"], []),
        ("The jury found the editor not guilty.", "CONCEDE", ["jury"], ["the editor"]),
        ("The tanker was detained off Chile.", "COERCE", [], ["tanker"]),
        ("A truce brokered by Kenya between Peru and Chile took hold.", "RETREAT", ["Peru", "Chile"], []),
        (
            "Olav argued that the plan was sound during a short visit to Peru starting on Monday.",
            "CONSULT",
            ["Olav"],
            ["Peru"],
        ),
        ("Chile has broken ties with Peru.", "SANCTION", ["Chile"], ["Peru"]),
        ("Peru and Chile signed a truce brokered by Kenya.", "RETREAT", ["Peru", "Chile"], []),
        ("Kyiv asked for air defence systems from Germany.", "REQUEST", ["Kyiv"], ["Germany"]),
    ],
)
def test_who_did_it_to_whom_where_the_words_stand_apart(
    text: str, category: str, actor: list[str], recipient: list[str], tools: Tools
) -> None:
    event = next(one for one in told(text, tools) if one.category == category)
    assert [one.text.removeprefix("The ") for one in event.actor] == actor
    assert [one.text.removeprefix("The ") for one in event.recipient] == recipient


def test_what_is_only_threatened_mourned_fled_or_awaited_has_no_doer_at_hand(tools: Tools) -> None:
    assert [one.category for one in told("Chile threatened Peru with sanctions.", tools)] == ["THREATEN"]
    mourned = told("Peru mourned the victims of the attack.", tools)
    assert not any(one.actor for one in mourned)
    fled = told("The UN said 3,000 people had fled fighting in northern Peru.", tools)
    assert not any(one.actor for one in fled)
    braced = told("Peru is bracing for new sanctions.", tools)
    assert not any(one.actor for one in braced)


def test_a_crowd_at_a_funeral_does_not_protest(tools: Tools) -> None:
    assert not told("Crowds lined the streets of Lima for the funeral.", tools)
    assert [one.category for one in told("Thousands marched in Lima for peace.", tools)] == ["PROTEST"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("No group has claimed the attack in Lima.", []),
        ("Rebels have not claimed the attack in Lima.", []),
        ("Rebels claimed the attack in Lima.", ["Rebels"]),
    ],
)
def test_an_attack_that_nobody_claims_took_place_all_the_same(text: str, actor: list[str], tools: Tools) -> None:
    (event,) = told(text, tools)
    assert (event.category, [one.text for one in event.actor]) == ("ASSAULT", actor)
    author = [stance.value for stance in event.stances if stance.source is None]
    assert "CT-" not in author


def test_what_a_thing_is_for_did_not_happen(tools: Tools) -> None:
    events = told("Peru uses migrants as a battering ram, Chile said.", tools)
    assert "ASSAULT" not in [one.category for one in events]
    condemned = told("The union condemned the use of migrants as a battering ram.", tools)
    assert "ASSAULT" not in [one.category for one in condemned]
    assert [one.category for one in told("Rebels were battering the town of Arica.", tools)] == ["ASSAULT"]
