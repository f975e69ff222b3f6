"""Warnings and vows are threats where somebody would do something to somebody, and only there."""

from __future__ import annotations

import pytest

from coding.told import categories, told
from whosays.pipeline import Tools


@pytest.mark.parametrize(
    "text",
    [
        "The weather office warned of heavy rain in Peru.",
        "The governor warned residents to stay indoors.",
        "The UN warned that 3 million people face famine in Sudan.",
        "Officials warned that the dam might break.",
        "The Red Cross warned that hospitals were running out of fuel.",
        "Police warned drivers of ice on the road.",
        "The IMF warned Ghana about its debt.",
        "The embassy warned its citizens not to travel to Mali.",
    ],
)
def test_who_foretells_or_takes_care_threatens_nobody(text: str, tools: Tools) -> None:
    assert "THREATEN" not in categories(text, tools)


@pytest.mark.parametrize(
    "text",
    [
        "Iran warned Israel that any attack would be met with force.",
        "The commander warned that any ship of theirs would be brought to port.",
        "Washington warned Baghdad that it would cut off aid.",
        "The minister warned that if Riga went on, the last diplomats might find themselves alone.",
        "Egypt warned Ethiopia not to fill the dam.",
        "The navy warned the trawler to turn back.",
        "The army warned residents to leave six villages.",
        "North Korea warned of a merciless response.",
        "China warned the United States against selling arms to Taiwan.",
    ],
)
def test_who_says_what_he_would_do_or_tells_others_off_threatens(text: str, tools: Tools) -> None:
    assert "THREATEN" in categories(text, tools)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The president vowed to investigate the killing of the nurse.", "AGREE"),
        ("The general promised to crush the rebels.", "THREATEN"),
        ("The army vowed to avenge its dead.", "THREATEN"),
        ("The militia vowed not to strike the town again.", "AGREE"),
        ("The general promised not to attack the port.", "AGREE"),
        ("The prime minister promised an inquiry into the shooting.", "AGREE"),
    ],
)
def test_what_is_vowed_or_promised_decides_which_it_is(text: str, category: str, tools: Tools) -> None:
    assert categories(text, tools)[0] == category


def test_who_says_what_will_befall_others_threatens_them(tools: Tools) -> None:
    (event,) = told("The general said that the rebels would pay a heavy price.", tools)
    assert [one.text for one in event.actor] == ["The general"]
    assert [one.text for one in event.recipient] == ["the rebels"]


def test_whoever_is_warned_of_sanctions_is_threatened(tools: Tools) -> None:
    assert "THREATEN" in categories("Brussels warned Budapest of a cut in funds.", tools)
