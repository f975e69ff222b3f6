"""Lasting ties between resolved parties: who is tied to whom, and how."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document

# Constructed.


def tied(tools: Tools, text: str) -> set[tuple[str, str, str]]:
    """Giver, type and receiver of each tie of a report of that text."""
    document = Document.plain(text, id="d", day="2025-06-10")
    reading = tools.reader.read([document])[0]
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    return {(one.giver.party, one.type, one.receiver.party) for one in record.relations}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Rwanda-backed M23 took the airport.", ("RWA", "U", "M23")),
        ("M23, long financed by Rwanda, took the airport.", ("RWA", "F", "M23")),
        ("Peru and Chile fought two wars over the desert.", ("PER", "conflict", "CHL")),
        ("Chile froze the assets of Peru.", ("CHL", "sanctions", "PER")),
        ("Relations between Peru and Chile have been frozen since May.", ("PER", "rival", "CHL")),
        ("Peru's close ties with Chile help both.", ("PER", "ally", "CHL")),
        ("Peru and Chile held a joint exercise.", ("PER", "Y", "CHL")),
        ("Peru and Chile signed a treaty in May.", ("PER", "agreement", "CHL")),
        ("Peru has been fighting Chile since 2022.", ("PER", "conflict", "CHL")),
        ("Peru blacklisted Chile on Monday.", ("PER", "sanctions", "CHL")),
        ("Hezbollah is a proxy of Iran.", ("IRN", "U", "HEZBOLLAH")),
        ("Iran supplies Hezbollah.", ("IRN", "U", "HEZBOLLAH")),
        ("Peru put Chile on its list of sponsors of terrorism.", ("PER", "sanctions", "CHL")),
        ("Peru sent soldiers to fight for Chile.", ("PER", "X", "CHL")),
        ("Peru sent 200 troops to support Chilean forces.", ("PER", "X", "CHL")),
        ("Peruvian soldiers are stationed in Chile.", ("PER", "P", "CHL")),
        ("Peru keeps a garrison in Chile.", ("PER", "P", "CHL")),
        ("Peruvian troops rotate through Chilean bases.", ("PER", "P", "CHL")),
        ("At odds with Chile over the desert, Peru closed its fair.", ("PER", "rival", "CHL")),
        ("Gunmen attacked Hezbollah. The Iran-backed group fired back.", ("IRN", "U", "HEZBOLLAH")),
        ("Peru and Chile have been rivals for decades.", ("PER", "rival", "CHL")),
        ("Peru and Chile are allies.", ("PER", "ally", "CHL")),
        ("Peru, home to Chilean bases, kept silent.", ("CHL", "P", "PER")),
        ("Peru hosts Chilean troops.", ("CHL", "P", "PER")),
        ("Peru accused Chile, with which it has been at war since 2022.", ("PER", "conflict", "CHL")),
    ],
)
def test_a_tie_runs_from_whom_it_comes_to_whom_it_serves(tools: Tools, text: str, tie: tuple[str, str, str]) -> None:
    assert {(giver, type_, receiver.upper()) for giver, type_, receiver in tied(tools, text)} == {tie}


@pytest.mark.parametrize(
    "text",
    [
        "Peru is a former ally of Chile.",
        "Peru is not an ally of Chile.",
        "The reporter is an old friend of the mayor.",
        "Chile would be a natural ally of Peru.",
        "Chile imposed sanctions on three shipping companies.",
        "Chile sent soldiers to fight Peru.",
        "Chile has no soldiers in Peru.",
        "Chile keeps bees in Peru.",
        "Chile broke off relations with Peru in 2016.",
        "Gunmen attacked Iran-backed militias in Iraq.",
        "Chile hosted Peru in the final.",
        "The twins are rivals.",
    ],
)
def test_what_was_or_would_be_and_nameless_parties_are_no_ties(tools: Tools, text: str) -> None:
    assert tied(tools, text) == set()


def test_two_spoken_of_as_one_are_tied_to_each_other(tools: Tools) -> None:
    text = "Peru and Chile recalled their envoys. The two neighbours have been at odds since March."
    assert ("PER", "rival", "CHL") in tied(tools, text)


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        (
            "Kenya and Uganda exchanged prisoners. Japan watched. The neighbours fought two wars over an island.",
            {("KEN", "conflict", "UGA")},
        ),
        ("Latvia and Russia expelled envoys. Relations have been frozen since.", {("LVA", "rival", "RUS")}),
        ("Kenya held a naval exercise with China off Lamu.", {("CHN", "Y", "KEN")}),
        ("Latvia expelled an envoy. Estonia backed its neighbour.", set()),
        ("Peru and Chile recalled envoys. The feud of the two countries is old.", {("PER", "rival", "CHL")}),
        ("Peru and Chile recalled envoys. The alliance of the two countries is old.", set()),
    ],
)
def test_a_tie_between_those_whom_the_text_has_told_of(
    tools: Tools, text: str, ties: set[tuple[str, str, str]]
) -> None:
    assert tied(tools, text) == ties


def test_whoever_pays_for_the_arms_of_his_accusers_enemy_arms_and_funds_that_one(tools: Tools) -> None:
    text = (
        "Hezbollah attacked the army in Lebanon. "
        "Iran dismissed the Lebanese minister's claim that it had paid for the drones and for foreign experts."
    )
    found = tied(tools, text)
    assert {type_ for giver, type_, _ in found if giver == "IRN"} == {"F", "T", "W"}
    assert {receiver.upper() for giver, _, receiver in found if giver == "IRN"} == {"HEZBOLLAH"}
