"""Who did it and to whom, over the sentences of a report: the codes that are recorded. The reports are constructed."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event

Codes = list[str | None]


def event_of(tools: Tools, text: str, trigger: str) -> Event:
    """The event that a word tells, the last where there are two."""
    (reading,) = tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])
    reading = coding.prepare(reading, tools.lexicon)
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    return [one for one in record.events if trigger in one.trigger.text][-1]


def parties(tools: Tools, text: str, trigger: str) -> tuple[Codes, Codes]:
    """The codes of those who did it and of those whom it befell."""
    event = event_of(tools, text, trigger)
    return [one.code for one in event.actor], [one.code for one in event.recipient]


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        (
            "Peru's interior ministry said Chilean soldiers had crossed the river and shot two policemen.",
            "shot",
            ["CHL"],
        ),
        (
            "Peru's spokesman said its troops had captured a base and taken 40 Chilean soldiers prisoner.",
            "taken",
            ["PER"],
        ),
        ("Peru's spokesman said women and children were among the dead and vowed to retaliate.", "vowed", ["PER"]),
        ("Peru's ministry said that a fisherman had been arrested and urged Chile to free him.", "urged", ["PER"]),
        (
            "Peru's coast guard said a Chilean warship had entered the bay and ordered the crew to stop.",
            "ordered",
            ["CHL"],
        ),
    ],
)
def test_what_is_joined_is_done_by_whom_its_form_allows(tools: Tools, text: str, trigger: str, doers: Codes) -> None:
    assert parties(tools, text, trigger)[0] == doers


def test_an_incident_is_no_telephone_call(tools: Tools) -> None:
    text = "Peru's foreign minister spoke by phone with his Chilean counterpart. The Caribbean Community condemned the incident."
    assert parties(tools, text, "condemned")[1] == []


def test_a_states_actions_are_not_those_it_complains_of(tools: Tools) -> None:
    text = "Peru said a Chilean boat had entered its waters. Bolivia condemned Peru's actions."
    assert parties(tools, text, "condemned")[1] == ["PER"]
    assert [row.source.code for row in event_of(tools, text, "entered").stances if row.source] == ["PER"]


def test_nobody_intrudes_into_his_own_waters(tools: Tools) -> None:
    text = "Peru's coast guard said a Chilean patrol boat had entered its waters on Monday."
    assert parties(tools, text, "entered") == (["CHL"], ["PER"])


def test_who_hopes_that_two_agree_is_neither(tools: Tools) -> None:
    text = (
        "A court in Lima jailed two clerks for spying for Chile. Chile rejected the verdict. Chile released a Peruvian pilot. "
        "Peru thanked it. Brazil's foreign ministry said it hoped that the two countries would sign a treaty."
    )
    assert sorted(map(str, parties(tools, text, "sign")[0])) == ["CHL", "PER"]


def test_the_army_that_a_prime_minister_orders_about_is_his_own(tools: Tools) -> None:
    text = (
        "LIMA, 9 June 2025 (Andina) - The Chilean military said it had hit a depot near Tacna. "
        "Peru's prime minister, Ana Berg, ordered the army to find those who fired first."
    )
    assert parties(tools, text, "ordered") == (["PER"], ["PER"])


@pytest.mark.parametrize(
    ("text", "trigger", "code"),
    [
        (
            """QUITO, 9 June 2025 (EFE) - Rebels of Colombia's ELN seized five Ecuadorian marines on the river. President Ana Berg said she would not talk to the rebels. She thanked Peru.""",
            "thanked",
            "ECU",
        ),
        (
            """GEORGETOWN, 9 June 2025 (DPI) - The Guyana Defence Force said a Venezuelan navy boat had entered its waters. Brigadier Colin Ram thanked Brazil for its help.""",
            "thanked",
            "GUY",
        ),
    ],
)
def test_an_office_without_a_state_is_of_the_state_that_the_report_is_at_home_in(
    tools: Tools, text: str, trigger: str, code: str
) -> None:
    assert parties(tools, text, trigger)[0] == [code]


def test_a_side_is_its_state_and_all_parties_are_no_political_ones(tools: Tools) -> None:
    side = event_of(tools, "The Tajik side accused Kyrgyz guards of burning two houses.", "accused").actor[0]
    assert (side.name, side.sector) == ("Tajikistan", "GOV")
    every = event_of(tools, "Vietnam called on all parties to show restraint.", "called").recipient
    assert [one.sector for one in every] == [None]


def test_the_captain_of_a_trawler_is_no_officer(tools: Tools) -> None:
    found = event_of(tools, "Peruvian police arrested the captain of a Chilean fishing boat.", "arrested").recipient
    assert [one.sector for one in found] == ["CVL"]
    found = event_of(tools, "Peruvian police arrested the captain of a Chilean frigate.", "arrested").recipient
    assert [one.sector for one in found] == ["MIL"]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Released after a week, the Peruvian editor flew home.", "Released", ([], ["PER"])),
        ("Surrounded by Chilean police, the Peruvian marchers sat down.", "Surrounded", (["CHL"], ["PER"])),
        ("Chile accused Peru of using drones to strike a port in Arica.", "strike", (["PER"], ["CHL"])),
        ("Police beat marchers during the Lima protests.", "protests", ([], [])),
    ],
)
def test_a_participle_befalls_whom_the_sentence_is_about(
    tools: Tools, text: str, trigger: str, expected: tuple[Codes, Codes]
) -> None:
    assert parties(tools, text, trigger) == expected


HELD = (
    "Rebels of Colombia's ELN seized five Ecuadorian marines on the river on Friday. "
    "Colombian troops found the marines' boat near Tumaco. One marine, shot in the leg, had been left aboard. "
    "The other four are still held."
)


def test_the_rest_of_those_abducted_are_held_by_whoever_took_them(tools: Tools) -> None:
    assert parties(tools, HELD, "shot")[1] == ["ECU"]
    assert parties(tools, HELD, "held") == (["ELN"], ["ECU"])


def test_what_the_army_denies_is_no_answer_to_what_a_minister_was_asked(tools: Tools) -> None:
    text = (
        "North Korea accused South Korea of flying drones. Lawmakers pressed Defence Minister Kim Do-yun for an answer. "
        "The South Korean military denied flying drones."
    )
    assert parties(tools, text, "denied")[1] == ["PRK"]


def test_where_a_ship_sails_is_not_where_the_story_goes_on(tools: Tools) -> None:
    text = "A missile hit a tanker in the Red Sea on Sunday. It was carrying oil from Iraq to India. Gunmen boarded it and killed a sailor."
    place = event_of(tools, text, "killed").place
    assert place is None or place.country is None
    text = "A French frigate rescued nine sailors on Monday and took them to Djibouti."
    assert event_of(tools, text, "rescued").place is None


def test_who_does_something_else_meanwhile_is_not_condemned(tools: Tools) -> None:
    text = "Peru's foreign ministry condemned the arrest, while Chile offered to mediate."
    assert parties(tools, text, "condemned")[1] == []
    assert parties(tools, text, "offered") == (["CHL"], [])


def test_an_island_is_of_who_administers_it(tools: Tools) -> None:
    text = "TAIPEI, 9 June 2025 (CNA) - Two Chinese warships approached Dongyin on Friday, the defence ministry said."
    event = event_of(tools, text, "approached")
    assert [one.code for one in event.recipient] == ["TWN"]
    assert [row.source.code for row in event.stances if row.source] == ["TWN"]


@pytest.mark.parametrize("how", ["backed", "trained", "funded", "allied"])
def test_who_stands_behind_fighters_is_not_who_they_are(tools: Tools, how: str) -> None:
    assert parties(tools, f"Iran-{how} fighters attacked a base in Iraq.", "attacked")[0] == [None]
