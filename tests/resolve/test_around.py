"""Whose somebody is where no word tells: the state of the places around, not the one that is named most. The reports are constructed."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event

CHILE = (
    "Chile closed its consulate in Tacna on Monday after Chilean warships and a Peruvian patrol boat came within metres "
    "of each other. Chile says the boat had crossed into Chilean waters.\n\n"
)
KENYA = (
    "Kenya on Friday recalled its ambassador from Kampala. Kenyan officials said Kenya had lost patience, and Kenya's "
    "foreign minister accused Uganda of harbouring smugglers.\n\n"
)
TALKS = (
    "The two sides met in Doha on Sunday. Qatar, which hosts the talks, said Qatari mediators had put a paper on the table. "
    "Qatar's prime minister praised both delegations.\n\n"
)
REEF = (
    "Japan and South Korea argued over a reef on Monday. South Korea's coast guard had planted a buoy; South Korean ministers "
    "called it routine, and South Korea published pictures of the South Korean crew.\n\n"
)


def doer(tools: Tools, text: str, trigger: str) -> str | None:
    """The code of who did what a word tells."""
    return next(iter(parties(tools, text, trigger).actor)).code


def parties(tools: Tools, text: str, trigger: str) -> Event:
    (reading,) = tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    return next(event for event in record.events if trigger in event.trigger.text)


@pytest.mark.parametrize(
    ("text", "trigger", "state"),
    [
        (CHILE + "In Tacna, police fired tear gas at crowds that tried to reach the consulate.", "fired", "PER"),
        (CHILE + "Crowds tried to reach the consulate in Tacna. Police arrested 14 people.", "arrested", "PER"),
        (TALKS + "In Khartoum, soldiers shot dead three traders at a market, doctors said.", "shot", "SDN"),
        (
            KENYA + "In Kampala, students marched to the high commission. Police detained nine of them.",
            "detained",
            "UGA",
        ),
        (KENYA + "Lorry drivers blocked the Gulu highway on Sunday.", "blocked", "UGA"),
        (REEF + "In Tokyo, the foreign minister summoned the ambassador.", "summoned", "JPN"),
    ],
)
def test_who_acts_in_a_place_is_of_its_state_whatever_state_is_named_most(
    tools: Tools, text: str, trigger: str, state: str
) -> None:
    assert doer(tools, text, trigger) == state


@pytest.mark.parametrize(
    ("text", "trigger", "state"),
    [
        (CHILE + "Police arrested 14 people.", "arrested", "CHL"),
        (KENYA + "A court ordered their release on Saturday.", "ordered", "KEN"),
    ],
)
def test_where_no_place_is_near_it_is_the_state_that_the_report_is_about(
    tools: Tools, text: str, trigger: str, state: str
) -> None:
    assert doer(tools, text, trigger) == state


def test_a_place_speaks_for_its_own_paragraph_only(tools: Tools) -> None:
    text = KENYA + "Students marched in Kampala.\n\nPolice detained nine of them."
    assert doer(tools, text, "detained") == "KEN"


def test_of_two_states_as_likely_neither_is_taken(tools: Tools) -> None:
    text = "Peru said that Chilean guns had hit a Peruvian post. Chile denied it. Chile spoke of a drill.\n\nSoldiers were wounded."
    assert [one.code for one in parties(tools, text, "wounded").recipient] == [None]


def test_envoys_and_embassies_are_not_of_the_state_where_they_are_told_of(tools: Tools) -> None:
    text = KENYA + "The embassy denied the report."
    assert doer(tools, text, "denied") is None


def test_a_body_told_of_inside_another_phrase_is_taken_up(tools: Tools) -> None:
    text = "Peru expelled an aide of the Chilean embassy staff on Monday. The embassy denied the report."
    assert doer(tools, text, "denied") == "CHL"


def test_what_befell_people_befell_those_of_the_place(tools: Tools) -> None:
    text = KENYA + "In Kampala, shots rang out on Sunday and a curfew was imposed."
    assert [one.code for one in parties(tools, text, "curfew").recipient] == ["UGA"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad's army said that a rocket was launched from Chad overnight.",
        "A missile launched from Hodeidah fell short on Sunday, a security source in Sanaa said.",
        "In Hodeidah, crowds cheered on Sunday. A missile was launched from Yemen.",
    ],
)
def test_where_something_was_fired_from_does_not_say_whom_it_befell(tools: Tools, text: str) -> None:
    fired = parties(tools, text, "fell" if "fell" in text else "launched")
    assert (fired.recipient, fired.place) == ((), None)
