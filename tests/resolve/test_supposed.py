"""Whose a source is that is named without its state. The reports are constructed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document


def source_of(tools: Tools, text: str, trigger: str, publisher: str | None = None) -> list[str | None]:
    """The codes of those who say that what a word tells has happened."""
    document = replace(Document.plain(text, id="d", day="2025-06-08"), publisher=publisher)
    (reading,) = tools.reader.read([document])
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    event = next(one for one in record.events if trigger in one.trigger.text)
    return [row.source.code for row in event.stances if row.source is not None]


@pytest.mark.parametrize(
    ("publisher", "text", "code"),
    [
        ("KCNA", "The General Staff said on Monday that South Korean drones had bombed Kaesong.", "PRK"),
        ("SANA", "DAMASCUS - Israel bombed Homs, a source at the Ministry of Defence said.", "SYR"),
        ("Saba", "SANAA - The Ministry of Interior said that agents had burned a depot in Hodeidah.", "HOUTHIS"),
        ("Saba", "ADEN - The Ministry of Interior said that agents had burned a depot in Mukalla.", "YEM"),
        ("Al-Masirah", "The spokesman of the Armed Forces said that jets had bombed a quay in Hodeidah.", "HOUTHIS"),
        ("Xinhua", "ISLAMABAD - The Foreign Ministry said that gunmen had killed four engineers in Gwadar.", "PAK"),
    ],
)
def test_an_agency_speaks_of_its_own_ministries(tools: Tools, publisher: str, text: str, code: str) -> None:
    trigger = next(word for word in ("bombed", "burned", "killed") if word in text)
    assert source_of(tools, text, trigger, publisher) == [code]


def test_an_account_is_told_by_those_whose_it_is(tools: Tools) -> None:
    text = (
        "A Chilean patrol boat rammed a Peruvian trawler on Monday, Peru said. Chile's version was another. The trawler had "
        "fired on the boat, coast guard spokeswoman Ana Rojas said. It had also bombed a buoy, Rojas added."
    )
    assert source_of(tools, text, "fired") == ["CHL"]


@pytest.mark.parametrize(
    ("text", "trigger", "codes"),
    [
        ("Iran seized a tanker. Two people familiar with the matter said nine sailors were injured.", "injured", [None]),
        ("Iran seized a tanker. A source said nine sailors were injured.", "injured", [None]),
        ("Iran seized a tanker. U.N. and shipping officials said nine sailors were injured.", "injured", ["UN", None]),
        ("Peruvian police raided a house in Lima. Two neighbours said masked men had beaten him.", "beaten", ["PER"]),
        ("Peru arrested nine men in Lima. The newspaper Horizonte quoted an officer as telling senators that men had beaten him.", "beaten", ["PER"]),
        ("Peru's military shelled a village in Chile. The army said it had destroyed a camp.", "destroyed", ["PER"]),
        ("Chile's army shelled Tacna in Peru on Monday. Residents said two houses were destroyed.", "destroyed", ["PER"]),
    ],
)  # fmt: skip
def test_a_source_without_a_name(tools: Tools, text: str, trigger: str, codes: list[str | None]) -> None:
    assert source_of(tools, text, trigger) == codes


@pytest.mark.parametrize(
    ("publisher", "text", "code"),
    [
        (
            None,
            "Chile sent drones over Peru on Monday. According to the Air Force, Chile bombed Tacna.",
            "PER",
        ),
        (
            "The Lima Courier",
            "Chile attacked Peru on Monday. Chile bombed a port and two barracks, the general staff said.",
            "PER",
        ),
        (None, "Chile sent drones on Monday. Chile bombed a depot of rebels, the army said.", "CHL"),
    ],
)
def test_who_tells_what_a_state_has_done_to_another_is_not_of_it(
    tools: Tools, publisher: str | None, text: str, code: str
) -> None:
    assert source_of(tools, text, "bombed", publisher) == [code]


@pytest.mark.parametrize(
    ("publisher", "text", "trigger", "codes"),
    [
        (
            "The Lima Courier",
            "Chilean forces shelled Tacna on Monday. The army said the troops had destroyed three Chilean posts.",
            "destroyed",
            ["PER"],
        ),
        (
            None,
            "LIMA, June 8 (Agency) - Chilean police arrested two Peruvian officers near Arica, the interior ministry said.",
            "arrested",
            ["PER"],
        ),
        (
            None,
            "Chilean sailors seized a tanker off Callao on Monday. The oil ministry said pirates had wounded two men.",
            "wounded",
            [None],
        ),
    ],
)
def test_where_only_an_attacker_is_spoken_of_nobody_is_taken_for_his(
    tools: Tools, publisher: str | None, text: str, trigger: str, codes: list[str | None]
) -> None:
    assert source_of(tools, text, trigger, publisher) == codes
