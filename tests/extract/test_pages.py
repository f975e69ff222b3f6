"""Newsrooms' pages: the article's own paragraphs, and what the page says of itself. All of it constructed."""

from __future__ import annotations

import json

import pytest

from extract.test_bad_input import ARTICLE, STORY, captured, page
from whosays.extract import extract

PARAGRAPHS = "".join(f"<p>{part}</p>" for part in STORY)
COMMENTS = (
    '<section class="comments" id="comments"><h2>2 comments</h2><div class="comment"><b>heron</b>'
    '<p>They were shot at last year as well, and nobody wrote about it at all.</p><time datetime="2030-05-05">now</time>'
    "</div></section>"
)
RELATED = '<aside class="related"><h3>Read next</h3><ul><li><a href="/x">Five die in a bus crash near the pass</a></li></ul></aside>'
NEWSLETTER = (
    '<div class="newsletter-signup"><p>Get our weekly letter on the region in your inbox every Friday</p></div>'
)
CAPTION = "<figure><img src=a.jpg><figcaption>The pier, photographed in 2021 by our staff on a quiet day</figcaption></figure>"
LD = {
    "@type": "NewsArticle",
    "headline": "A patrol on the lake",
    "datePublished": "2025-03-11T18:20:00+03:00",
    "author": [{"@type": "Person", "name": "Achieng Omolo-Reyne"}],
    "publisher": {"@type": "Organization", "name": "Lakeside Monitor"},
}


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


LAYOUTS = {
    "article": page(f"<nav>Home</nav>{ARTICLE}{RELATED}{COMMENTS}"),
    "body class": page(
        f"<article>{CAPTION}<div class='article-body'>{PARAGRAPHS}{NEWSLETTER}</div>{COMMENTS}</article>"
    ),
    "microdata": page(f"<div itemprop=articleBody>{PARAGRAPHS}</div>{RELATED}{COMMENTS}"),
    "blog": page(f"<div class='post hentry'><div class='entry-content'>{PARAGRAPHS}</div></div>{COMMENTS}"),
    "inside": page(
        f"<main><article><p>{STORY[0]}</p>{RELATED}{NEWSLETTER}<p>{STORY[1]}</p>{CAPTION}<p>{STORY[2]}</p></article></main>"
    ),
    "widgets": page(
        f"<div class='amp-wp-article-content article-content'>{PARAGRAPHS}<amp-embed>A bus crash, sponsored</amp-embed>"
        f"<div id=jp-relatedposts><p>A bus crash near the pass</p></div></div>{COMMENTS}"
    ),
    "link paragraphs": page(
        f"<article><p>{STORY[0]}</p><p><a href=x>Five die in a bus crash</a></p><p>READ ALSO: A bus crash</p>"
        f"<div class=related-content><p>A bus crash near the pass</p></div><p>{STORY[1]}</p>"
        f"<blockquote class=pullquote>photographed in our own waters</blockquote><p>{STORY[2]}</p></article>"
    ),
    "line breaks": page(f"<article><div>{'<br/> <br/>'.join(STORY)}</div></article>"),
    "tables": page(
        f"<table><tr><td>Home</td><td><table><tr><td>{'<br><br>'.join(STORY)}</td></tr></table></td>"
        "<td>A bus crash near the pass</td></tr></table>"
    ),
    "live blog": page(
        "<main>" + "".join(f"<article class=live-post><p>{part}</p></article>" for part in STORY) + "</main>"
    ),
    "script": page("<div id=app></div>", ld({**LD, "articleBody": "\n\n".join(STORY)})),
    "plain": page(f"<div id=top>Home | News | Sport</div><div id=c>{PARAGRAPHS * 2}</div>"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_articles_paragraphs_are_the_text(layout: str) -> None:
    text = extract(captured(LAYOUTS[layout])).text
    for part in STORY:
        assert part in text
    assert f"{STORY[0]}\n\n{STORY[1]}" in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_stands_beside_the_article_is_not_text(layout: str) -> None:
    text = extract(captured(LAYOUTS[layout])).text
    for word in ("bus crash", "heron", "nobody wrote", "weekly letter", "photographed", "Home", "comments"):
        assert word not in text


def test_json_ld_is_believed_first_and_says_where_the_date_was_read() -> None:
    document = extract(captured(page(ARTICLE, ld(LD) + "<meta name=date content=2024-01-01>")))
    assert document.title == "A patrol on the lake"
    assert document.byline == "Achieng Omolo-Reyne"
    assert document.publisher == "Lakeside Monitor"
    assert document.published is not None
    assert (document.published.value, document.published.source) == ("2025-03-11T18:20:00+03:00", "json-ld")


def test_json_ld_in_a_graph_is_read_too() -> None:
    document = extract(captured(page(ARTICLE, ld({"@graph": [{"@type": "WebSite"}, LD]}))))
    assert document.published is not None
    assert document.published.source == "json-ld"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (
            '<meta property="article:published_time" content="2025-03-11T10:00:00Z">',
            ARTICLE,
            ("2025-03-11T10:00:00Z", "meta"),
        ),
        (
            "",
            f'<article><header><time datetime="2025-03-11">11 March</time></header>{PARAGRAPHS}</article>',
            ("2025-03-11", "header"),
        ),
        ("", ARTICLE, None),
        ("<meta name=date content='last Tuesday'>", ARTICLE, None),
    ],
)
def test_the_date_is_read_where_the_page_states_it_or_not_at_all(
    head: str, body: str, expected: tuple[str, str] | None
) -> None:
    published = extract(captured(page(body + COMMENTS, head))).published
    assert (published and (published.value, published.source)) == expected


def test_a_time_in_the_comments_is_never_the_reports() -> None:
    assert extract(captured(page(f"<article>{PARAGRAPHS}</article>{COMMENTS}"))).published is None


def test_plain_text_has_its_title_on_the_first_line_and_then_a_byline() -> None:
    text = "A patrol on the lake\n\nBy Mirela Castellane\n\n" + "\n\n".join(STORY)
    document = extract(captured(text, "story.txt"))
    assert (document.title, document.byline) == ("A patrol on the lake", "Mirela Castellane")
    assert document.text == "\n\n".join(STORY)


def test_a_web_page_saved_as_text_loses_its_chrome() -> None:
    text = (
        "top of page\n\nA patrol on the lake\n\nWriter: Ann FinchAnn Finch\n\n"
        + "\n\n".join(STORY)
        + "\n\nComments\n\n\nbottom of page"
    )
    document = extract(captured(text, "dump.txt"))
    assert (document.title, document.byline) == ("A patrol on the lake", "Ann Finch")
    assert document.text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("NAIROBI, March 12 (Reuters) - " + STORY[0] + " " + STORY[1], "Reuters"),
        ("PORT SUDAN (AP) — " + STORY[0] + " " + STORY[1], "AP"),
        ("NAIROBI, March 12 (Harbour Wire) - " + STORY[0] + " " + STORY[1], "Harbour Wire"),
        (STORY[0] + " " + STORY[1], None),
    ],
)
def test_the_agency_that_a_text_credits_is_read(text: str, wire: str | None) -> None:
    assert extract(captured(f"A patrol\n\n{text}\n", "wire.txt")).wire == wire


def test_the_same_bytes_give_the_same_document() -> None:
    assert extract(captured(LAYOUTS["article"])) == extract(captured(LAYOUTS["article"]))


def test_a_report_without_metadata_was_published_on_the_day_of_its_dateline() -> None:
    report = "A quiet day\n\nLIMA, 12 March 2026 (Agency) - Peru and Chile opened their border to lorries, the ministry said.\n\nThe lorries had waited for a week."
    published = extract(captured(report)).published
    assert published is not None
    assert (published.value, published.source) == ("2026-03-12", "dateline")
