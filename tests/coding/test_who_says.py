"""Who is said to say what, on whole sentences read by the model: one text for each construction."""

from __future__ import annotations

from pathlib import Path

import pytest

import whosays.lexicon
import whosays.reader
from whosays import coding
from whosays.coding import code
from whosays.lexicon import Lexicon
from whosays.pipeline import Tools
from whosays.reader import load
from whosays.record.document import Document
from whosays.record.reading import Reader

MODEL = Path(whosays.reader.__file__).with_name("model") / "reader.onnx"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the model is not there")
Rows = set[tuple[str, str, str]]  # trigger, source, value; the author's rows left out


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load(threads=1)


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return whosays.lexicon.load()


def said(text: str, reader: Reader, words: Lexicon) -> Rows:
    (reading,) = reader.read([Document.plain(text)])
    return {
        (event.trigger.text, row.source.text, row.value)
        for event in code(reading, words).events
        for row in event.stances
        if row.source is not None
    }


SPEAKERS = [
    (
        "A guard was shot dead in Kosti, General Omar Saleh, who commands the Third Brigade, told reporters.",
        ("shot", "General Omar Saleh", "CT+"),
    ),
    ("The rebels denied killing three traders.", ("killing", "The rebels", "CT-")),
    (
        "The Daily Star quoted an officer as saying that Chadian troops had shelled a village.",
        ("shelled", "an officer", "CT+"),
    ),
    ("The town was shelled by forty men, by Khartoum's count.", ("shelled", "Khartoum", "CT+")),
    ("A bomb killed two soldiers in Mali. The rebels took responsibility.", ("bomb killed", "The rebels", "CT+")),
    (
        "Chad accused Sudan of arming rebels, charges that Khartoum brushed aside.",
        ("arming", "Khartoum", "CT-"),
    ),
    (
        (
            "A bomber killed three soldiers in Kosti. The Nuba Front claimed responsibility for that attack. Sudan says the group is "
            "sheltered by Juba, a charge the Front denies."
        ),
        ("sheltered", "the Front", "CT-"),
    ),
    (
        "Kenya said Ugandan agents had burned a depot. Uganda called the accusation a “fabricated scenario”.",
        ("burned", "Uganda", "CT-"),
    ),
    (
        "Kenya said Ugandan agents had burned a depot. Uganda described the report as inaccurate.",
        ("burned", "Uganda", "CT-"),
    ),
    (
        "The Nuba Front has claimed responsibility for an ambush in Kosti in which two soldiers were killed.",
        ("killed", "The Nuba Front", "CT+"),
    ),
    ("Kampala denies having threatened Kenya.", ("threatened", "Kampala", "CT-")),
    (
        "The rebels denied having killed three guards, as the government threatened to end a truce.",
        ("killed", "The rebels", "CT-"),
    ),
    (
        "Chadian media reported, citing sources in the security service, that up to 30 other men had been questioned.",
        ("questioned", "sources in the security service", "CT+"),
    ),
    (
        "The ministry claimed that its jets had hit a camp and killed ten rebels.",
        ("hit", "The ministry", "CT+"),
    ),
    (
        (
            "The army of Mali issued the following statement.\nChadian troops shelled a village. We deny that any prisoner has "
            "been taken out of Mali. We demand an apology."
        ),
        ("taken", "The army of Mali", "CT-"),
    ),
]


@pytest.mark.parametrize(("text", "row"), SPEAKERS)
def test_a_source_is_whoever_speaks(text: str, row: tuple[str, str, str], reader: Reader, words: Lexicon) -> None:
    assert row in said(text, reader, words)


def test_what_a_ministry_claims_is_its_own_word_to_the_end(reader: Reader, words: Lexicon) -> None:
    (reading,) = reader.read(
        [Document.plain("The ministry claimed that rebels had crossed the river and burned a mill.")]
    )
    author = [row.value for event in code(reading, words).events for row in event.stances if row.source is None]
    assert author
    assert set(author) == {"Uu"}


def test_whoever_has_nothing_to_do_with_a_man_does_not_deny_what_was_done_to_him(
    reader: Reader, words: Lexicon
) -> None:
    text = "Russia has nothing to do with a man detained in Chisinau, the Russian ministry said."
    assert not any(trigger == "detained" and value == "CT-" for trigger, _, value in said(text, reader, words))


def test_a_channel_that_is_used_says_nothing_itself(reader: Reader, words: Lexicon) -> None:
    text = (
        "The Islamic Front in the Sahel Province later said on a channel it uses that its men had ambushed the trucks."
    )
    assert ("ambushed", "it", "CT+") not in said(text, reader, words)


def test_a_silence_after_a_journey_that_is_planned_is_on_that(reader: Reader, words: Lexicon) -> None:
    text = (
        "Rebels shelled Kosti.\n\nAn official said a delegation was set to leave for Doha on Wednesday. The Prime Minister's Office "
        "refused to comment."
    )
    assert ("leave for", "The Prime Minister's Office", "NC") in said(text, reader, words)


def test_a_report_that_is_rejected_and_called_a_lie_is_denied_once(reader: Reader, words: Lexicon) -> None:
    text = "Peru's ministry rejected the accusation that its navy had sunk a boat, calling it a lie."
    (reading,) = reader.read([Document.plain(text)])
    assert [event.category for event in code(reading, words).events].count("REJECT") == 1


def test_nobody_is_no_source(reader: Reader, words: Lexicon) -> None:
    assert not said("Nobody has claimed the ambush in Mali.", reader, words)


def test_a_dateline_is_no_source(reader: Reader, words: Lexicon) -> None:
    rows = said("ACCRA, Ghana (GNA) — Chad on Tuesday accused Sudan of arming rebels near Adre.", reader, words)
    assert ("arming", "Chad", "CT+") in rows
    assert all("ACCRA" not in source for _, source, _ in rows)


SILENCES = [
    (
        (
            "Chad accused Sudan of arming rebels.\nPlanes bombed a quay in Suakin, killing nine people. "
            "It blamed Eritrea. Asmara did not respond."
        ),
        ("bombed", "Asmara", "SILENT"),
    ),
    (
        "Gunmen abducted a nurse in Kosti. Planes bombed a quay in Suakin.\nThe envoy made no mention of the nurse.",
        ("abducted", "The envoy", "SILENT"),
    ),
    (
        "Gunmen abducted a nurse in Kosti. Calls to the ministry went unanswered.",
        ("abducted", "the ministry", "SILENT"),
    ),
    ("Gunmen abducted a nurse in Kosti. The mayor would not be drawn on it.", ("abducted", "The mayor", "NC")),
    ("Gunmen abducted a nurse in Kosti. The mayor dodged questions.", ("abducted", "The mayor", "NC")),
    ("Gunmen abducted a nurse in Kosti. The mayor maintained his silence.", ("abducted", "The mayor", "SILENT")),
    (
        "Gunmen abducted a nurse in Kosti. Requests for comment to the ministry went unanswered.",
        ("abducted", "the ministry", "SILENT"),
    ),
]


@pytest.mark.parametrize(("text", "row"), SILENCES)
def test_silence_is_about_what_was_asked(text: str, row: tuple[str, str, str], reader: Reader, words: Lexicon) -> None:
    assert row in said(text, reader, words)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        (
            "Rebels shelled the village of Tawa.\n\nThe central bank raised its rate. The finance ministry did not respond.",
            [],
        ),
        (
            "Turkish jets bombed a clinic in Sinjar.\n\nThe clinic had 40 beds. The ministry has not commented.",
            ["SILENT"],
        ),
        ("Turkish jets bombed a clinic in Sinjar on Monday.\n\nThe ministry in Ankara has not commented.", ["SILENT"]),
        (
            "Masked men abducted a journalist in Tripoli.\n\nHer brother called four prisons. The ministry did not respond.",
            ["SILENT"],
        ),
    ],
)
def test_silence_is_on_the_lead_where_its_paragraph_goes_on_about_that(
    tools: Tools, text: str, silent: list[str]
) -> None:
    read = coding.prepare(tools.reader.read([Document.plain(text)])[0], tools.lexicon)
    told = coding.code(read, tools.lexicon).events[0]
    assert [row.value for row in told.stances if row.value == "SILENT"] == silent
