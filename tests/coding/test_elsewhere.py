"""Sport, markets, weather, accidents and quarrels borrow the words of conflict; the same words in earnest stay."""

from __future__ import annotations

import pytest

from coding.told import categories
from whosays.pipeline import Tools


@pytest.mark.parametrize(
    "text",
    [
        "The hosts bombarded the visitors with 38 goals over the season, a record for the league.",
        "The champions fought back to beat the Nigerian team in extra time.",
        "The referee expelled the Uruguayan defender in the 80th minute of the semi-final.",
        "Iran's wrestlers seized two gold medals in Budapest.",
        "Russia and Ukraine met in the qualifying round of the chess Olympiad.",
        "The club fired its coach after a third defeat in a row.",
        "Shares in Tokyo were battered on Monday as investors fled to safety.",
        "The dollar bond of Kenya tumbled in its steepest retreat since May.",
        "The peso fought its way back to 57 to the dollar.",
        "France is fighting obesity.",
        "The mayor launched an offensive against litter in the city.",
        "Floods killed 40 people in northern Nigeria and displaced thousands.",
        "A storm hit the Philippine island of Samar, killing eleven people.",
        "A heat wave struck India, and three people died of heart attacks.",
        "Lightning struck a school in Uganda and wounded nine pupils.",
        "Cholera has killed 200 people in Sudan since June.",
        "A bus collided with a lorry in Peru, killing 12 people.",
        "A shark attack killed a swimmer near Durban.",
        "The minister fired back at his critics in parliament.",
        "Two ministers clashed over the budget in Berlin.",
        "The film bombed at the box office in France.",
        "A train derailed near Lisbon on Wednesday, killing 16 people.",
        "Typhoon Ragasa slammed into Taiwan on Tuesday, killing 14 people.",
        "Nine people were killed in a helicopter crash in Ghana.",
        "The storm left 124 missing. It then struck Guangdong.",
        "Seoul's Kospi was hit hard as chipmakers fell.",
        "Senegal beat Morocco 1-0 after extra time in Rabat on Sunday.",
    ],
)
def test_other_walks_of_life_are_no_deeds_of_conflict(text: str, tools: Tools) -> None:
    assert categories(text, tools) == []


def test_the_wounded_who_are_carried_abroad_visit_and_withdraw_from_nowhere(tools: Tools) -> None:
    told = categories("Twelve wounded soldiers were flown to Germany for treatment.", tools)
    assert not {"CONSULT", "RETREAT"} & set(told)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Gunmen attacked a football team near Kano on Sunday, killing two players.", "ASSAULT"),
        ("Police fired tear gas at fans after the match in Dakar.", "ASSAULT"),
        ("Police arrested the captain of the national football team in Tehran.", "COERCE"),
        ("The army bombed a flooded village in Jonglei.", "ASSAULT"),
        ("Government troops fought rebels near the river.", "ASSAULT"),
        ("The convoy came under fire near Gao.", "ASSAULT"),
        ("Drones hit an oil refinery in Ryazan.", "ASSAULT"),
        ("Armed men beat a journalist in Minsk.", "ASSAULT"),
        ("The guards released the striker and two other players on Monday.", "RETREAT"),
        ("A bomb derailed a train in Sindh, killing nine passengers.", "ASSAULT"),
        ("Two sailors were killed in the Red Sea by a Houthi missile.", "ASSAULT"),
        ("India and China clashed over the border.", "ASSAULT"),
        ("Farmers and herders clashed over land in Plateau state.", "ASSAULT"),
    ],
)
def test_the_same_words_in_earnest_are(text: str, category: str, tools: Tools) -> None:
    assert category in categories(text, tools)


def test_a_report_of_sport_is_of_sport_where_a_sentence_does_not_say_so(tools: Tools) -> None:
    text = (
        "Ghana won the football championship on Sunday. The visitors were hit again ten minutes later. "
        "The goalkeeper saved a penalty in the second half. Argentina's attack tore the defence apart."
    )
    assert categories(text, tools) == []


def test_who_is_blamed_for_an_accident_is_accused_of_a_deed(tools: Tools) -> None:
    assert categories("Moscow blamed Kyiv for the derailment, which killed a train driver.", tools) == [
        "ACCUSE",
        "ASSAULT",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The president flew home from Addis Ababa on Sunday.",
        "The body of the ambassador was flown to Rome.",
        "Students from Turkey visited Berlin.",
        "Tourists visited the ruins of Palmyra for the first time since the war.",
        "Aid workers left the town.",
        "The divers pulled out two bodies from the lake.",
        "The vote left the two sides far apart.",
    ],
)
def test_private_journeys_and_people_who_are_carried_are_no_visits_or_withdrawals(text: str, tools: Tools) -> None:
    assert categories(text, tools) == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The foreign minister was flown to Geneva for talks.", "CONSULT"),
        ("A Chinese delegation arrived in Moscow.", "CONSULT"),
        ("The pope visited Lebanon.", "CONSULT"),
        ("French soldiers left Niger on Friday.", "RETREAT"),
        ("France pulled its troops out of Chad.", "RETREAT"),
    ],
)
def test_visits_of_office_holders_and_withdrawals_of_forces_are(text: str, category: str, tools: Tools) -> None:
    assert categories(text, tools) == [category]


@pytest.mark.parametrize(
    "text",
    [
        "A gas explosion killed sixteen miners at a pit near Velmar.",
        "A boiler blast killed two men in Riga.",
        "A gas leak caused an explosion at a bakery in Lima, injuring six.",
    ],
)
def test_what_blew_up_by_itself_is_no_attack(text: str, tools: Tools) -> None:
    assert "ASSAULT" not in categories(text, tools)


def test_a_car_blast_is_an_attack_and_a_state_may_hit_traders(tools: Tools) -> None:
    assert "ASSAULT" in categories("A car blast killed two soldiers.", tools)
    assert "SANCTION" in categories("Germany imposed sanctions on three exporters.", tools)
