"""The brief as a page: everything in it, nothing fetched, readable on a phone and without JavaScript."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from publish.sample import make_large, make_sample
from whosays.publish import brief
from whosays.publish.index import build_index
from whosays.publish.sections.network import network
from whosays.record.whole import Record

SECTIONS = (
    "What is reported",
    "Who says what",
    "Conflicts",
    "When",
    "Where",
    "Who with whom",
    "Reactions",
    "To watch",
    "Not known",
    "Sources",
    "Method",
)


@pytest.fixture(scope="module")
def page() -> str:
    return brief(make_sample(), coded_on="2025-03-22")


def test_the_brief_has_every_section_in_order(page: str) -> None:
    places = [page.index(f">{name}<") for name in SECTIONS]
    assert places == sorted(places)


def test_who_denies_a_tie_is_not_among_those_who_say_it() -> None:
    record = make_sample()
    told = next(one for one in record.relations if any(stance.source for stance in one.stances))
    says = next(stance for stance in told.stances if stance.source)
    assert says.source is not None
    denies = replace(says, value="CT-", source=replace(says.source, name="Another Ministry", country=None, id=None))
    record = replace(record, relations=(replace(told, stances=(replace(says, value="CT+"), denies)),))
    (item,) = [item for edge in network(build_index(record)).edges for item in edge.items if item.number is None]
    assert item.detail == f"according to {says.source.name}; denied by Another Ministry"


def test_what_nobody_says_to_have_happened_stands_behind_what_somebody_says() -> None:
    record = make_sample()
    before = build_index(record).incidents
    alike = [one for one in before if not one.background and one.origins == 1]
    first = alike[0]
    rows = tuple(
        replace(event, stances=tuple(replace(one, value="Uu") for one in event.stances))
        if event.id in first.events
        else event
        for event in record.events
    )
    order = build_index(replace(record, events=rows)).incidents
    assert len(alike) > 1
    assert order.index(first) == max(order.index(one) for one in alike)


def test_every_link_in_the_page_leads_somewhere(page: str) -> None:
    anchors = set(re.findall(r'\bid="([^"]+)"', page))
    wanted = set(re.findall(r'href="#([^"]+)"', page))
    assert wanted
    assert wanted <= anchors


def test_no_anchor_is_given_twice(page: str) -> None:
    anchors = re.findall(r'\bid="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))


def test_the_same_record_gives_the_same_page(page: str) -> None:
    assert brief(make_sample(), coded_on="2025-03-22") == page


def test_what_a_report_says_is_never_markup() -> None:
    sample = make_sample()
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    documents = tuple(replace(one, title=attack, publisher=attack, byline=attack) for one in sample.documents)
    shown = brief(replace(sample, documents=documents), title=attack)
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert "&lt;script&gt;alert" in shown


def test_an_empty_casebook_has_a_page_that_says_so() -> None:
    assert "Nothing could be read" in brief(Record())


def test_two_hundred_reports_make_a_page_under_six_megabytes_in_a_few_seconds() -> None:
    record = make_large(34)
    assert len(record.documents) >= 200
    started = time.monotonic()
    page = brief(record)
    assert len(page.encode()) < 6_000_000
    assert time.monotonic() - started < 30  # generous: shared machines are slow at times


# ---------------------------------------------------------------- in a browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine; apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def file(page: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brief") / "brief.html"
    path.write_text(page, encoding="utf-8")
    return path


def test_the_page_opens_from_disk_asks_for_nothing_and_complains_of_nothing(browser: Any, file: Path) -> None:
    tab = browser.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(file.as_uri())
    tab.wait_for_timeout(100)
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert complaints == []
    tab.close()


@pytest.mark.parametrize("width", [375, 768, 1280])
def test_nothing_runs_over_the_edge(browser: Any, file: Path, width: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.goto(file.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.close()


def test_a_mark_leads_to_its_sentence(browser: Any, file: Path) -> None:
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    tab.goto(file.as_uri())
    link = tab.locator("#reported a[href^='#d']").first
    target = link.get_attribute("href")
    link.click()
    tab.wait_for_timeout(200)
    assert tab.locator(str(target)).first.is_visible()
    tab.close()


def test_without_javascript_everything_is_there(browser: Any, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(file.as_uri())
    for name in SECTIONS:
        assert tab.get_by_role("heading", name=name, exact=True).first.is_visible(), name
    assert tab.locator("svg").count() >= 3
    context.close()


def test_a_mark_shows_its_sentence_in_place_to_mouse_and_keyboard(browser: Any, file: Path) -> None:
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    tab.goto(file.as_uri())
    mark = tab.locator(".board td a").first
    mark.hover()
    assert "Foreign Ministry of Peru" in tab.get_by_role("tooltip").inner_text()
    tab.mouse.move(0, 0)
    assert tab.get_by_role("tooltip").count() == 0
    tab.locator(".scroller").first.focus()
    for _ in range(12):
        tab.keyboard.press("Tab")
        if tab.get_by_role("tooltip").count():
            break
    assert "Lima Courier, 13 March 2025" in tab.get_by_role("tooltip").inner_text()
    tab.keyboard.press("Escape")
    assert tab.get_by_role("tooltip").count() == 0
    tab.close()


def test_without_javascript_a_mark_still_shows_its_sentence(browser: Any, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(file.as_uri())
    mark = tab.locator(".board td a").first
    assert "denied on Thursday" in str(mark.get_attribute("data-say"))
    mark.hover()
    # the page's own scripts are off; the tool may still ask what the style sheet shows
    shown = mark.evaluate("mark => getComputedStyle(mark, '::after').content")
    assert "denied on Thursday" in shown
    context.close()


def test_a_link_into_a_folded_copy_unfolds_it(browser: Any, file: Path) -> None:
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    tab.goto(file.as_uri())
    inside = tab.locator("details.copies .s").first
    tab.goto(f"{file.as_uri()}#{inside.get_attribute('id')}")
    tab.wait_for_timeout(100)
    assert inside.is_visible()
    tab.close()


def test_on_paper_everything_is_within_the_sheet_and_unfolded(browser: Any, file: Path) -> None:
    tab = browser.new_page(viewport={"width": 688, "height": 900})  # A4 less its margins
    tab.goto(file.as_uri())
    tab.emulate_media(media="print")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 688
    assert tab.locator("details.copies .s").first.bounding_box()["height"] > 0
    tab.close()
