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
            "Chile on Tuesday accused Peru of sending rifles to rebels and of massing some 900 soldiers opposite "
            "the border town, charges that Lima dismissed as an old tale."
        ),
        ("massing", "Lima", "CT-"),
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
            "The ministry said rebels had abducted nine nurses. Colonel Omar Saleh said two of them had been shot in "
            "Chad. Ndjamena rejected the colonel's account."
        ),
        ("shot", "Ndjamena", "CT-"),
    ),
    ("Rwanda has armed the rebels, something Kigali has always denied.", ("armed", "Kigali", "CT-")),
    ("In May shells hit a clinic in Goma. The army blamed the rebels.", ("shells hit", "The army", "CT+")),
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
        "The health ministry raised to 30 the number of people killed when shells hit a clinic in Goma.",
        ("shells hit", "The health ministry", "CT+"),
    ),
    (
        "A summit between Kenya and Uganda has been postponed, Kenya's ministry said.",
        ("postponed", "Kenya's ministry", "CT+"),
    ),
    ("The ministry recalled that it was Chad that opened fire.", ("opened fire", "The ministry", "CT+")),
    ("The minister said that it was Chad that opened fire.", ("opened fire", AUTHOR, "Uu")),
    (
        (
            "Chad's army said on Sunday that it had captured two foreign fighters, and accused neighbouring Libya of "
            "having trained and armed them."
        ),
        ("armed", "Chad's army", "CT+"),
    ),
    (
        (
            "No aircraft had been over the area, it said, and four people had died when rockets launched from "
            "Peruvian soil missed a barracks."
        ),
        ("launched", "it", "CT+"),
    ),
    (
        "The army said that drones launched from Chad missed the depot.",
        ("launched", "The army", "CT+"),
    ),
    ("Chad says its men were shot by Libya, an accusation Tripoli denies.", ("shot", "Tripoli", "CT-")),
    (
        "The ship was never near the port, he added, rejecting a Chilean account that it had been turned away.",
        ("turned away", "he", "CT-"),
    ),
    (
        "The army on Sunday showed 200 rifles which, it said, had been taken from a lorry near Kosti.",
        ("taken", "it", "CT+"),
    ),
    (
        "Lima has for years accused its neighbour of harbouring rebel units, which Quito has always denied.",
        ("harbouring", "Quito", "CT-"),
    ),
    (
        "Anadolu quoted a rebel commander as saying that Chad freed four detainees in return.",
        ("freed", "a rebel commander", "CT+"),
    ),
    (
        "A friend in Quito, quoting Peruvian intelligence, said Iran had delivered shells to the rebels.",
        ("delivered", "Peruvian intelligence", "CT+"),
    ),
    (
        "He maintained that both had been trained in Libya, which has denied it, and promised to show more soon.",
        ("trained", "Libya", "CT-"),
    ),
    (
        "The Border Command, whose inspectors were in Arica, said that Peru had turned down its request to go there.",
        ("turned down", "The Border Command", "CT+"),
    ),
    (
        "Chile recalls that it mediated the pact, which the junta broke in May, and that it sheltered many Malians.",
        ("sheltered", "Chile", "CT+"),
    ),
    (
        (
            "Peru's jets bombed a village, Chile said. The federal office called that account false: no aircraft had "
            "been over the area, it said."
        ),
        ("jets bombed", "The federal office", "CT-"),
    ),
    (
        "Troops shelled each other on Tuesday before a Chilean warplane bombed a compound, officials on both sides said.",
        ("shelled", "officials on both sides", "CT+"),
    ),
    (
        "Not content with having shelled the town three times, the army opened fire on a convoy, the ministry said.",
        ("shelled", "the ministry", "CT+"),
    ),
    (
        "Rebels shelled Arica on Sunday. Chile, usually quick to comment on its neighbour, said nothing about the attack.",
        ("attack", "Chile", "SILENT"),
    ),
    ("Not a single soldier of ours set foot across the border, the minister said.", ("set", "the minister", "CT-")),
    (
        (
            "Niger said it had arrested three men, and accused Benin of having armed them. "
            "Weeks passed.\n\nThe Beninese ministry did not respond to a request for comment."
        ),
        ("armed", "The Beninese ministry", "SILENT"),
    ),
    (
        "Chile asked for two frigates on Monday. The White House would not comment on a request by Chile for them.",
        ("request", "The White House", "NC"),
    ),
    # Silent right after another: on the same.
    (
        (
            "Rebels shelled Arica on Sunday.\n\nPeru expelled two envoys. Brazil declined to comment on the shelling. "
            "The Kremlin did not respond to a request for comment."
        ),
        ("shelling", "The Kremlin", "SILENT"),
    ),
    # A part in what is over, and not in what another says he will do.
    (
        "Rebels shelled a camp, Chile said. Chile's president said the border would be shut on Friday. Peru denied any role.",
        ("shelled", "Peru", "CT-"),
    ),
    ("Rebels shelled the port, Chile said. The rebels said there was no such thing.", ("shelled", "The rebels", "CT-")),
    ("Peru denied having any hand in the blast that sank the ferry.", ("blast", "Peru", "CT-")),
    ("Peru described the raid on the market as a fabrication.", ("raid", "Peru", "CT-")),
    ("Peru described the raid on the market as a fabrication.", ("raid", AUTHOR, "Uu")),
]


@pytest.mark.parametrize(("text", "row"), HOLD)
def test_who_holds_what(text: str, row: Row, tools: Tools) -> None:
    assert row in held(text, tools)


HOLD_NOT = [
    # Who asks for something has not said what stands before.
    ("He was held by mistake, said the official, who asked not to be named.", ("held", "who", "Uu")),
    # He hears it.
    ("The envoy was summoned. He was told that Algeria had arrested two officers.", ("arrested", "He", "CT+")),
    # Who calls off a truce does not call it anything.
    ("A truce that two bishops had brokered was called off by the rebels.", ("truce", "the rebels", "CT+")),
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
    (
        "A truce took hold on Monday. The guns along the river are quiet.",
        ("truce", "The guns along the river", "SILENT"),
    ),
]


@pytest.mark.parametrize(("text", "row"), HOLD_NOT)
def test_who_does_not_hold_it(text: str, row: Row, tools: Tools) -> None:
    rows = held(text, tools)
    assert rows
    assert row not in rows


def test_a_verdict_on_a_charge_is_the_report_s_own(tools: Tools) -> None:
    text = "Chile accused Peru of sending rifles to rebels, allegations that Lima brushed aside as a fiction."
    assert [row for row in held(text, tools) if row[0] == "brushed aside"] == [("brushed aside", AUTHOR, "CT+")]
