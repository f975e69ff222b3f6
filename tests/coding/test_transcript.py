"""Who speaks the paragraphs of a transcript."""

from __future__ import annotations

from whosays.coding.attribution.transcript import spoken
from whosays.pipeline import Tools
from whosays.record.document import Document


def told(tools: Tools, *paragraphs: str) -> list[tuple[str, str]]:
    (reading,) = tools.reader.read([Document.plain("\n\n".join(paragraphs), day="2025-06-10")])
    return [(one.source.text, one.content[0].text) for one in spoken(reading) if one.source is not None]


def test_each_paragraph_is_its_labels(tools: Tools) -> None:
    found = told(
        tools, "GENERAL OKELLO: Troops shelled the village.", "MS. AUMA (Kenya): Nobody shelled it.", "They left."
    )
    assert [source for source, _ in found] == ["GENERAL OKELLO", "MS. AUMA"]
    assert [said.startswith(begin) for (_, said), begin in zip(found, ("Troops", "Nobody"), strict=True)] == [
        True,
        True,
    ]


def test_one_label_is_a_heading_and_a_moderators_or_a_desks_is_no_source(tools: Tools) -> None:
    assert told(tools, "KYIV: Troops shelled the village.", "They left.") == []
    assert told(tools, "BREAKING: Troops shelled the village.", "UPDATE: They left.") == []


def test_the_catchwords_of_a_digest_are_no_speakers(tools: Tools) -> None:
    digest = (
        "TRADE: Kenya closed the border on Monday.",
        "THE PORT: Dockers struck for two days.",
        "AID: A convoy left Juba.",
    )
    assert told(tools, *digest) == []


def test_capitals_speak_where_they_come_again_or_say_we(tools: Tools) -> None:
    again = told(tools, "OKELLO: Troops shelled the village.", "AUMA: Nobody shelled it.", "OKELLO: Houses burned.")
    assert [source for source, _ in again] == ["OKELLO", "AUMA", "OKELLO"]
    assert len(told(tools, "LANDLORD: Troops shelled the village.", "WITNESS: We saw it.")) == 2
