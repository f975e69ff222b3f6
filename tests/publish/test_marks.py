"""What is marked in the reports, and what a mark promises: the words that were coded, and nothing that could run."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from publish.sample import make_sample
from whosays.publish import brief
from whosays.publish.index import build_index
from whosays.publish.sections.marking import marked
from whosays.publish.sections.outlines import Window, boundary_path, land_path, load_outlines
from whosays.publish.sections.sources import safe_url
from whosays.record.document import Document
from whosays.record.span import Span
from whosays.record.whole import Record


@pytest.fixture(scope="module")
def record() -> Record:
    return make_sample()


@pytest.fixture(scope="module")
def page(record: Record) -> html.HtmlElement:
    return html.document_fromstring(brief(record))


def without_space(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_mark_holds_exactly_the_words_of_its_span(record: Record, page: html.HtmlElement) -> None:
    texts = {f"d{report.number}": report.document.text for report in build_index(record).reports.values()}
    pieces: dict[tuple[str, str], str] = defaultdict(str)
    for mark in page.xpath("//*[@data-at]"):
        pieces[mark.xpath("ancestor::article[1]/@id")[0], mark.get("data-at")] += mark.text_content()
    assert len(pieces) > 60
    for (document, place), words in pieces.items():
        start, end = map(int, place.split("-"))
        assert without_space(words) == without_space(texts[document][start:end])


def test_the_reports_are_shown_word_for_word(record: Record, page: html.HtmlElement) -> None:
    for report in build_index(record).reports.values():
        shown = page.xpath(f"//article[@id='{report.anchor}']/details[@class='text']//span[@class='s']")
        assert without_space("".join(one.text_content() for one in shown)) == without_space(report.document.text)


def test_every_trigger_is_marked(record: Record, page: html.HtmlElement) -> None:
    numbers = {document: report.anchor for document, report in build_index(record).reports.items()}
    for event in record.events:
        at = f"{event.trigger.start}-{event.trigger.end}"
        (mark,) = page.xpath(
            f"//article[@id='{numbers[event.document]}']/details[@class='text']//mark[@data-at='{at}']"
        )
        assert "trigger" in mark.get("class").split()


def test_marks_that_cross_are_continued_and_lose_no_text() -> None:
    text = "one two three four"
    out = marked(text, (0, len(text)), [(0, 7), (4, 13), (8, 18)], {(0, 7): ["a"], (4, 13): ["b"], (8, 18): ["c"]})
    tree = html.fromstring(f"<p>{out}</p>")
    assert tree.text_content() == text
    for place, words in (("0-7", "one two"), ("4-13", "two three"), ("8-18", "three four")):
        assert "".join(m.text_content() for m in tree.xpath(f".//*[@data-at='{place}']")) == words


def test_markup_in_a_report_stays_text() -> None:
    text = "Troops <script>alert(1)</script> seized <b onclick=x>it</b> & left."
    out = marked(text, (0, len(text)), [(7, 15)], {(7, 15): ["trigger"]})
    assert "<script" not in out
    assert html.fromstring(f"<p>{out}</p>").text_content() == text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "http://[", None]
)
def test_an_address_that_is_not_of_the_web_is_no_link(url: str | None) -> None:
    assert safe_url(url) is None


def test_an_address_that_could_run_is_not_in_the_page(record: Record) -> None:
    documents = tuple(replace(one, url="javascript:alert(1)") for one in record.documents)
    assert "javascript:" not in brief(replace(record, documents=documents))


def test_a_copy_of_a_copy_is_folded_under_the_original_and_a_circle_loses_nobody(record: Record) -> None:
    def of(one: Document, other: Document | None) -> Document:
        return replace(one, copy_of=other.id if other else None)

    a, b, c, *rest = record.documents
    chain = html.document_fromstring(brief(replace(record, documents=(a, of(b, a), of(c, b), *rest))))
    assert len(chain.xpath("//details[@class='copies']/article")) == 2
    circle = html.document_fromstring(brief(replace(record, documents=(of(a, b), of(b, a), c, *rest))))
    assert len(circle.xpath("//article[contains(@class, 'source')]")) == len(record.documents)


def test_an_incident_without_a_sentence_is_told_in_the_reports_own_words(page: html.HtmlElement) -> None:
    headings = [one.text_content() for one in page.xpath("//section[@id='reported']//h3")]
    assert any("“If the men are not returned" in heading for heading in headings)


def test_what_is_not_told_is_said_to_be_so(page: html.HtmlElement) -> None:
    text = page.xpath("//section[@id='reported']")[0].text_content()
    assert "no date stated" in text
    assert "no place stated" in text
    assert "(unnamed)" in text


def test_text_that_belongs_to_no_sentence_is_shown_all_the_same(record: Record) -> None:
    document = record.documents[0]
    first = Span(document=document.id, start=20, end=40, text=document.text[20:40])
    page = html.document_fromstring(brief(Record(documents=(document,), sentences=(first,))))
    shown = "".join(page.xpath("//div[@class='prose']")[0].itertext())
    assert without_space(shown) == without_space(document.text)


def test_one_report_without_anything_coded_makes_a_whole_page(record: Record) -> None:
    page = brief(Record(documents=record.documents[:1], sentences=record.sentences))
    assert "No event found in these reports" in page
    assert "Ecuadorian" in page


def test_no_coast_runs_across_the_whole_map() -> None:
    window = Window(west=-180, south=-80, east=180, north=80)
    path = land_path(load_outlines(), window, lambda point: point)
    rings = [[tuple(map(float, p.split())) for p in ring.rstrip("Z").split("L")] for ring in path.split("M")[1:]]
    assert len(rings) > 100
    steps = (abs(b[0] - a[0]) for ring in rings for a, b in pairwise(ring) if -75 < a[1] < 85 and abs(a[0]) < 179.9)
    assert max(steps) < 30


def test_boundaries_are_cut_to_the_window() -> None:
    window = Window(west=20, south=40, east=40, north=55)
    outlines = load_outlines()
    assert (
        0
        < len(boundary_path(outlines, window, lambda p: p))
        < len(boundary_path(outlines, Window(west=-180, south=-90, east=180, north=90), lambda p: p))
    )
