"""What bad input gets: a reason in one line, in bounded time, and nothing invented."""

from __future__ import annotations

import hashlib
import time

import pytest

from whosays.errors import LanguageError, NotTextError
from whosays.extract import extract
from whosays.record.document import Capture

STORY = (
    "Soldiers detained seven fishermen near the island on Monday night, the interior ministry said.",
    "“Our people were taken in our own waters,” its spokesman told reporters in the capital on Tuesday.",
    "The neighbouring state has yet to comment on the incident, and its army did not answer questions.",
)


def captured(data: bytes | str, path: str = "report.html") -> Capture:
    raw = data.encode() if isinstance(data, str) else data
    return Capture(path=path, data=raw, sha256=hashlib.sha256(raw).hexdigest())


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang=en><head><title>A patrol</title>{head}</head><body>{body}</body></html>"


ARTICLE = "<article><h1>A patrol</h1>" + "".join(f"<p>{part}</p>" for part in STORY) + "</article>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "image"),
        (b"PK\x03\x04" + bytes(500), "archive"),
        (bytes(range(256)) * 40, "binary"),
        (b"<html><body><nav>Home</nav></body></html>", "no main text"),
    ],
)
def test_what_is_no_report_is_refused_by_name(data: bytes, reason: str) -> None:
    with pytest.raises(NotTextError, match=reason):
        extract(captured(data))


def test_another_language_is_refused_and_named() -> None:
    french = (
        "Des soldats ont arrêté sept pêcheurs près de l'île lundi soir, a déclaré le ministère de l'intérieur. "
        "Le porte-parole du ministère a exigé leur libération immédiate devant la presse mardi matin."
    )
    with pytest.raises(LanguageError, match="fr"):
        extract(captured(f"Une patrouille\n\n{french}\n", "fr.txt"))


def test_english_full_of_foreign_names_is_english() -> None:
    text = (
        "Nguyễn Văn Đạt met Łukasz Śliwiński and Søren Østergård in Reykjavík. Abdelkrim Bouzidi declined to comment."
    )
    assert extract(captured(f"Talks\n\n{text}\n", "names.txt")).text == text


def test_a_long_report_full_of_foreign_names_is_english() -> None:
    names = (
        "Nguyễn Văn Đạt, Trần Thị Hường, Lê Quang Vĩnh, Phạm Đức Thắng, Đặng Hữu Nghĩa, Bùi Xuân Trường and Hồ Ngọc Ánh"
    )
    text = (
        f"The court in Đà Nẵng said that {names} were to be tried. By {names} no word has come, and the lawyers of {names} said "
        "that they have been held with no charge from the day of the march."
    )
    assert extract(captured(f"Trial\n\n{text}\n", "long.txt")).text == text


def test_a_hundred_thousand_nested_tags_are_read_without_falling() -> None:
    deep = "<div>" * 100_000 + "".join(f"<p>{part}</p>" for part in STORY) + "</div>" * 100_000
    started = time.monotonic()
    document = extract(captured(page(deep)))
    assert STORY[0] in document.text
    assert time.monotonic() - started < 20


def test_fifty_megabytes_of_html_are_read_in_bounded_time() -> None:
    filler = "<div class=ad>" + "buy now " * 1000 + "</div>\n"
    big = page(ARTICLE + filler * (50_000_000 // len(filler)))
    started = time.monotonic()
    document = extract(captured(big))
    assert STORY[0] in document.text
    assert "enormous" in document.notes[0]
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("cut", [10, 60, 150])
def test_html_that_breaks_off_never_falls(cut: int) -> None:
    broken = page(ARTICLE).replace("</p>", "")[:-cut] + "<p <b <<>"
    assert STORY[0] in extract(captured(broken)).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-15"])
def test_the_encoding_is_found_out(encoding: str) -> None:
    body = page(ARTICLE.replace("“", '"').replace("”", '"').replace("island", "île"))
    assert "île" in extract(captured(body.encode(encoding))).text


def test_mixed_encodings_keep_the_text_and_leave_a_note() -> None:
    data = page(ARTICLE).encode().replace(b"island", b"isl\xe9nd")
    document = extract(captured(data))
    assert "“Our people were taken" in document.text
    assert document.notes
    assert "replaced" in document.notes[0]


def test_an_encoding_that_is_stated_wrongly_is_noted() -> None:
    said = page(ARTICLE).replace("<head>", '<head><meta charset="utf-8">').replace("“", '"').replace("”", '"')
    document = extract(captured(said.replace("island", "île").encode("windows-1252")))
    assert "île" in document.text
    assert document.notes == ("no encoding is stated or it is wrong; read as windows-1252",)


def test_signs_that_nobody_sees_part_no_word() -> None:
    shown = (
        page(ARTICLE).replace("island", "is&shy;land").replace("taken", "ta\u200bken").replace("people", "pe\u200dople")
    )
    document = extract(captured(f"\ufeff{shown}"))
    assert document.text == extract(captured(page(ARTICLE))).text


def test_an_emoji_of_several_signs_stays_whole() -> None:
    document = extract(captured("Title\n\n" + " ".join(STORY) + " \U0001f937\U0001f3fd\u200d\u2642\ufe0f."))
    assert "\U0001f3fd\u200d\u2642" in document.text


def test_control_characters_and_surrogates_do_not_stay() -> None:
    document = extract(captured("Title\n\n" + " ".join(STORY).replace("Monday", "Mon\x00day\x1b")))
    assert "Monday night" in document.text
