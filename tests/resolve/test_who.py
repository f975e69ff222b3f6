"""Who a phrase stands for, on sentences as the shipped model reads them."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.coded import Coded
from whosays.record.document import Document
from whosays.resolve.actors.who import meet
from whosays.resolve.phrases.story import Referent
from whosays.resolve.scene.scene import set_scene


def who(tools: Tools, text: str, word: str, nth: int = 0) -> tuple[Referent, ...]:
    """Whom the nth phrase headed by a word stands for."""
    document = Document.plain(text, id="d", day="2025-06-08")
    reading = tools.reader.read([document])[0]
    people = meet(set_scene(reading, Coded(), tools.world))
    places = [(s, t.index) for s in reading.sentences for t in s.tokens if t.text == word]
    sentence, head = places[nth]
    return people.refer(sentence, head)


@pytest.mark.parametrize(
    ("text", "word", "code", "sector"),
    [
        ("Ukrainian forces captured two soldiers.", "forces", "UKR", "MIL"),
        ("Latvia's foreign ministry summoned the ambassador.", "ministry", "LVA", "GOV"),
        ("The army of Mali said it had withdrawn.", "army", "MLI", "MIL"),
        ("Pyongyang denied the report.", "Pyongyang", "PRK", "GOV"),
        ("The Kremlin declined to comment.", "Kremlin", "RUS", "GOV"),
        ("The U.S. State Department condemned the attack.", "Department", "USA", "GOV"),
        ("Three Armenians were released on Monday.", "Armenians", "ARM", None),
        ("Hezbollah fired rockets at the town.", "Hezbollah", "HEZBOLLAH", "REB"),
        ("A nurse in Daugavpils said she saw it.", "nurse", "LVA", "HLH"),
    ],
)
def test_a_phrase_stands_for_whom_its_words_name(
    tools: Tools, text: str, word: str, code: str, sector: str | None
) -> None:
    found = who(tools, text, word)
    assert [(r.code, r.sector) for r in found] == [(code, sector)]


def test_the_ministry_of_a_state_is_told_apart_from_the_state(tools: Tools) -> None:
    ministry = who(tools, "Latvia's foreign ministry summoned the ambassador.", "ministry")[0]
    state = who(tools, "The Latvian government summoned the ambassador.", "government")[0]
    assert (ministry.kind, ministry.id) == ("organisation", "LVA:foreign-ministry")
    assert (state.kind, state.id) == ("state", "LVA")


def test_a_person_takes_the_state_of_the_title_and_keeps_it(tools: Tools) -> None:
    text = "Armenian Deputy Minister Tigran Vasilyan arrived in Riga. Vasilyan said the talks went well. He left on Monday."
    for word, nth in (("Tigran", 0), ("Vasilyan", 1), ("He", 0)):
        found = who(tools, text, word, nth)
        assert [(r.code, r.name) for r in found] == [("ARM", "Tigran Vasilyan")], word


def test_its_leads_back_to_the_subject(tools: Tools) -> None:
    text = "Latvia expelled two diplomats. Its security service had arrested a man."
    assert [r.code for r in who(tools, text, "service")] == ["LVA"]


@pytest.mark.parametrize(
    "text",
    [
        "Oman and Qatar have put off their meeting.",
        "Oman and Qatar met in Muscat. They agreed to meet again.",
    ],
)
def test_they_and_their_take_up_those_told_of_in_one_breath(tools: Tools, text: str) -> None:
    word = "their" if "their" in text else "They"
    assert [r.code for r in who(tools, text, word)] == ["OMN", "QAT"]


def test_a_bracketed_short_form_is_that_organisation(tools: Tools) -> None:
    text = "The Harbour Defence Front (HDF) denied it. HDF fighters had left the port."
    assert all(r.code == "HDF" for r in who(tools, text, "HDF", 1))


def test_a_relative_pronoun_is_its_noun(tools: Tools) -> None:
    found = who(tools, "Sudan cut ties with Chad, which it accuses of supplying drones.", "which")
    assert [r.code for r in found] == ["TCD"]


def test_western_agencies_belong_to_no_state(tools: Tools) -> None:
    text = "Ukraine welcomed the report. Western intelligence agencies confirmed it."
    assert [r.code for r in who(tools, text, "agencies")] == [None]


def test_a_pronoun_without_anyone_before_it_stands_for_nobody(tools: Tools) -> None:
    assert who(tools, "He denied it.", "He") == ()


def test_jordan_the_man_is_not_the_state(tools: Tools) -> None:
    found = who(tools, "Peter Jordan met the minister in Vilnius.", "Peter")
    assert all(r.code != "JOR" for r in found)


def test_its_of_a_closing_speaker_is_of_the_subject_of_what_is_said(tools: Tools) -> None:
    text = "Denmark will take the matter to the United Nations unless Tripoli withdraws its accusation, its foreign minister Mira Olsen said on Thursday."
    assert [r.code for r in who(tools, text, "its", 1)] == ["DNK"]
    assert [(r.name, r.code) for r in who(tools, text, "Olsen") or who(tools, text, "Mira")] == [("Mira Olsen", "DNK")]


@pytest.mark.parametrize(
    ("text", "word", "nth", "name"),
    [
        (
            "A spokesman for the Coastal Rescue Service spoke on Monday. Three boats were lost. The service counts three dead.",
            "service",
            0,
            "Coastal Rescue Service",
        ),
        (
            "The ministry of defence of Mali and the Harbour Front met in Bamako. The front then left the town and the ministry announced a truce.",
            "front",
            0,
            "Harbour Front",
        ),
        (
            "Denmark will take the matter to the United Nations unless Tripoli withdraws its accusation.",
            "its",
            0,
            "Libya",
        ),
    ],
)
def test_what_the_rules_leave_open_is_taken_from_the_likeliest_earlier_phrase(
    tools: Tools, text: str, word: str, nth: int, name: str
) -> None:
    found = who(tools, text, word, nth)
    assert [r.name for r in found] == [name]
    assert str(found[0].via).endswith("likeliest")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mali on Friday released a trader, a foreign ministry official said.", "official"),
        (
            "Two traders were hurt in Bamako on Friday, according to the regional governor. Mali closed the road.",
            "governor",
        ),
    ],
)
def test_foreign_in_an_office_of_its_own_state_is_not_elsewhere(tools: Tools, text: str, word: str) -> None:
    assert [r.code for r in who(tools, text, word)] == ["MLI"]


def test_foreign_fighters_are_still_of_elsewhere(tools: Tools) -> None:
    assert [r.code for r in who(tools, "Mali captured two foreign fighters in Kidal.", "fighters")] == [None]


def test_a_gulf_in_small_letters_is_no_province_of_that_name(tools: Tools) -> None:
    assert who(tools, "The navy sent a destroyer to the gulf.", "gulf") == ()


@pytest.mark.parametrize(
    ("text", "trigger", "role", "codes"),
    [
        ("An explosion at a market in Quetta killed nine people.", "explosion", "actor", []),
        ("Peru and Chile signed an agreement in Quito.", "signed", "recipient", []),
        ("Colombia's ELN rebels declared a ceasefire.", "ceasefire", "actor", ["ELN"]),
        ("North Korea fired a missile toward the Sea of Japan.", "fired", "recipient", []),
        ("Police arrested a man suspected of planting the bomb that killed three people.", "killed", "actor", []),
        (
            "A Kenyan militia backed by Chad claimed responsibility for an attack on a US base that killed three soldiers.",
            "attack",
            "actor",
            ["KEN"],
        ),
        (
            "The Taliban banned women from universities, drawing condemnation from the United Nations.",
            "condemnation",
            "actor",
            ["UN"],
        ),
        ("Chad will host talks between Kenyan and Ugandan officials in Sarh.", "host", "recipient", []),
        ("A doctor blamed the RSF for a drone strike on patients.", "blamed", "actor", [None]),
    ],
)
def test_what_happened_where_it_was_and_who_is_suspected_are_no_parties(
    tools: Tools, text: str, trigger: str, role: str, codes: list[str]
) -> None:
    (reading,) = tools.reader.read([Document.plain(text)])
    events = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world).events
    event = next(event for event in events if trigger in event.trigger.text)
    assert [one.code for one in getattr(event, role)] == codes


def test_who_welcomes_a_release_has_not_released_anybody(tools: Tools) -> None:
    text = "Uganda released seven Kenyan fishermen on Thursday. The African Union welcomed the release."
    (reading,) = tools.reader.read([Document.plain(text)])
    events = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world).events
    releases = [event for event in events if event.category == "RETREAT"]
    assert [one.code for event in releases for one in event.actor] == ["UGA"]
