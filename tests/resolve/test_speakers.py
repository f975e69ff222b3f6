"""Who goes on speaking where no name stands with the word: "he added", "a spokeswoman said", "the Office said"."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document


def sources(text: str, trigger: str, tools: Tools) -> list[str]:
    (reading,) = tools.reader.read([Document.plain(text)])
    reading = coding.prepare(reading, tools.lexicon)
    record = resolve.resolve(reading, coding.code_prepared(reading, tools.lexicon), tools.world)
    rows = (row for event in record.events if event.trigger.text == trigger for row in event.stances)
    return [row.source.code or row.source.name for row in rows if row.source is not None]


SPEAK = [
    (
        "Georgia's foreign minister, Irakli Beridze, said the talks had failed. A soldier was shot by Armenian troops, he added.",
        "shot",
        "GEO",
    ),
    (
        "The U.N. mission in Haiti deplored the kidnapping. Gangs had abducted seven men, a spokeswoman said.",
        "abducted",
        "UN",
    ),
    (
        "Chile's foreign ministry spokesperson Ana Robles said a ship had sunk. The spokesperson said Peruvian troops had fired on it.",
        "fired on",
        "CHL",
    ),
    ("A spokesman for the Foreign Office in Islamabad said Afghan troops had shelled a post.", "shelled", "PAK"),
    ("The Office for Abkhazia on Saturday accused police of having shot a farmer.", "shot", "Office for Abkhazia"),
]


@pytest.mark.parametrize(("text", "trigger", "code"), SPEAK)
def test_whoever_spoke_last_goes_on(text: str, trigger: str, code: str, tools: Tools) -> None:
    assert sources(text, trigger, tools) == [code]


def test_a_spokesman_with_an_owner_is_nobody_else_s(tools: Tools) -> None:
    text = "Myanmar's army bombed a monastery, the Arakan Army said. A junta spokesman denied it."
    assert "AA-MMR" in sources(text, "bombed", tools)
    assert sources(text, "bombed", tools).count("AA-MMR") == 1


def test_a_group_with_a_name_beside_it_is_called_by_that(tools: Tools) -> None:
    text = "A little-known group, the Nuba Volunteer Front, has claimed responsibility for Friday's ambush in Kosti."
    assert ("Nuba Volunteer Front", "CT+") in {(name, value) for name, value in spoken(tools, text)}


def test_who_does_not_deny_either_is_whoever_has_not_confirmed(tools: Tools) -> None:
    text = (
        "Reuters reported last week that Kenya had sent 300 troops to Uganda. The National Intelligence Service had given a lower "
        "figure. Kampala has never confirmed the deployment, nor has it denied it."
    )
    assert {name for name, value in spoken(tools, text) if value == "Uu"} == {"Uganda"}


def test_a_state_does_not_deny_what_it_says_itself(tools: Tools) -> None:
    text = (
        "Armenian forces opened fire at a post near Zangilan, Azerbaijan said. Monitors stationed in Armenia said they had seen no "
        "sign of shooting. Azerbaijan dismissed their report as a tale."
    )
    assert ("Azerbaijan", "CT-") not in spoken(tools, text)


def spoken(tools: Tools, text: str) -> list[tuple[str, str]]:
    """The sources of a text's stances by name, with what they hold."""
    reading = tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])[0]
    events = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world).events
    return [(row.source.name, row.value) for event in events for row in event.stances if row.source is not None]


def test_a_pronoun_that_stands_for_nobody_holds_nothing(tools: Tools) -> None:
    assert spoken(tools, "Rebels bombed a market in Kampala, it said.") == []
