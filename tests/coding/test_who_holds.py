"""Who holds what of an event, on whole reports: one text for each construction, the author's own value among the rows."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.document import Document

AUTHOR = None
Row = tuple[str, str | None, str]  # the trigger, the source's words, the value


def held(text: str, tools: Tools) -> list[Row]:
    (reading,) = tools.reader.read([Document.plain(text)])
    reading = coding.prepare(reading, tools.lexicon)
    return [
        (event.trigger.text, row.source.text if row.source is not None else AUTHOR, row.value)
        for event in coding.code_prepared(reading, tools.lexicon).events
        for row in event.stances
    ]


HOLD = [
    ("The rebels said their men withdrew after the army bombed the village.", ("bombed", AUTHOR, "Uu")),
    ("The minister said the toll rose because rebels had shelled the clinic.", ("shelled", AUTHOR, "Uu")),
    ("The army did not say who had fired on the convoy.", ("fired on", AUTHOR, "CT+")),
    (
        (
            "Ethiopia on Thursday accused Eritrea of smuggling weapons to rebels and of massing some 6,000 soldiers opposite "
            "the border town, allegations that Asmara brushed aside as a tired fiction."
        ),
        ("massing", "Asmara", "CT-"),
    ),
    (
        (
            "Peru's ministry said marines had arrested a leader of the gang. "
            "His lawyer said he had been tortured, an accusation the navy rejected."
        ),
        ("tortured", "the navy", "CT-"),
    ),
    (
        (
            "The ministry said rebels had taken seven soldiers. General Luis Mora said the captives had been ferried to "
            "Venezuela. Caracas brushed the general's account aside."
        ),
        ("ferried", "Caracas", "CT-"),
    ),
    ("Iran has smuggled missiles to the rebels, something Tehran has always denied.", ("smuggled", "Tehran", "CT-")),
    ("Last month drones hit a depot in Port Sudan. The army blamed the RSF.", ("drones hit", "The army", "CT+")),
    (
        "Iran seized a Greek tanker on Wednesday. Chile condemned what its envoy called an act of piracy.",
        ("seized", "Chile", "CT+"),
    ),
    (
        "Guards shot dead two migrants, a charity said. Kenya described the report as unfounded.",
        ("shot", "Kenya", "CT-"),
    ),
    (
        "The Lagos Herald, citing two officials, reported that Iran had shipped missiles to Chad.",
        ("shipped", "two officials", "CT+"),
    ),
    (
        "The health ministry raised to 14 the number of people killed when drones hit a depot in Kosti.",
        ("drones hit", "The health ministry", "CT+"),
    ),
    (
        "A summit between Armenia and Georgia has been postponed, Georgia's ministry said.",
        ("postponed", "Georgia's ministry", "CT+"),
    ),
    ("The ministry recalled that it was Chad that opened fire.", ("opened fire", "The ministry", "CT+")),
    (
        (
            "Mali said it had arrested three men, and accused Algeria of having armed them. "
            "Weeks passed.\n\nThe Algerian ministry did not respond to a request for comment."
        ),
        ("armed", "The Algerian ministry", "SILENT"),
    ),
    (
        "Kosovo asked for forensic experts on Monday. The State Department would not comment on a request by Kosovo for them.",
        ("request", "The State Department", "NC"),
    ),
]


@pytest.mark.parametrize(("text", "row"), HOLD)
def test_who_holds_what(text: str, row: Row, tools: Tools) -> None:
    assert row in held(text, tools)


HOLD_NOT = [
    # He hears it.
    ("The envoy was summoned. He was told that Algeria had arrested two officers.", ("arrested", "He", "CT+")),
    # Who calls off a truce does not call it anything.
    ("A truce that church envoys had arranged was called off by the rebels.", ("truce", "the rebels", "CT+")),
    # Who gives a reason cites nobody.
    ("The governor, citing safety, said rebels had shelled the port.", ("shelled", "safety", "CT+")),
    # A date left open leaves no deed open.
    (
        "Rebels shelled a school on Monday, Kenya's army said. The presidency has not confirmed a date for talks.",
        ("shelled", "The presidency", "Uu"),
    ),
    # What he calls an invention, he does not leave open.
    (
        "Two men were tortured, a lawyer said. The stories of torture are an invention, General Omar Saleh said.",
        ("torture", "General Omar Saleh", "Uu"),
    ),
    # Guns are not asked.
    ("A truce took hold on Monday. The guns at Torkham are quiet.", ("truce", "The guns at Torkham", "SILENT")),
]


@pytest.mark.parametrize(("text", "row"), HOLD_NOT)
def test_who_does_not_hold_it(text: str, row: Row, tools: Tools) -> None:
    rows = held(text, tools)
    assert rows
    assert row not in rows


def test_a_verdict_on_a_charge_is_the_report_s_own(tools: Tools) -> None:
    text = (
        "Ethiopia accused Eritrea of smuggling weapons to rebels, allegations that Asmara brushed aside as a fiction."
    )
    assert [row for row in held(text, tools) if row[0] == "brushed aside"] == [("brushed aside", AUTHOR, "CT+")]
