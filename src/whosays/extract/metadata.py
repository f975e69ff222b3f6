"""What a page says of itself: title, byline, publisher, address, language, and when it was published and where that stands.

JSON-LD is believed before meta tags, and these before the article's header. A time in the comments is never taken.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

ARTICLE_TYPES = frozenset(
    {
        "NewsArticle",
        "Article",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "WebPage",
    }
)
COMMENT = re.compile(r"/\*.*?\*/|<!\[CDATA\[|\]\]>|<!--|-->", re.DOTALL)
BY = re.compile(r"^(?:by|writer:?)\s+", re.IGNORECASE)
TITLE_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The fields of a page; `published` is the value and where it was read ("json-ld", "meta", "header")."""

    title: str | None
    byline: str | None
    publisher: str | None
    published: tuple[str, str] | None
    url: str | None
    language: str | None
    body: str | None = None


def read_metadata(tree: Any) -> Metadata:
    """All fields that the page states."""
    # A page's own row (WebPage) may state when the address was made; the article's row is believed before it.
    articles = sorted(_articles(tree), key=lambda row: "WebPage" in _kinds(row))
    article = articles[0] if articles else {}
    body = article.get("articleBody")
    return Metadata(
        title=_title(tree, article),
        byline=_byline(tree, article),
        publisher=_name(article.get("publisher")) or _meta(tree, "og:site_name", "application-name", "publisher"),
        published=_published(tree, article),
        url=_link(tree),
        language=(tree.get("lang") or "").lower()[:2] or None,
        body=html.unescape(body) if isinstance(body, str) else None,
    )


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[starts-with(@type, 'application/ld+json')]"):
        try:
            said = json.loads(COMMENT.sub("", script.text or ""), strict=False)
        except ValueError:
            continue
        for row in _rows(said):
            if ARTICLE_TYPES & _kinds(row):
                yield row


def _kinds(row: dict[str, Any]) -> set[str]:
    """The types of a row; some pages write them as addresses ("https://schema.org/NewsArticle")."""
    kinds = row.get("@type")
    return {str(kind).rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])}


def _rows(said: Any) -> Iterator[dict[str, Any]]:
    if isinstance(said, list):
        for row in said:
            yield from _rows(row)
    elif isinstance(said, dict):
        yield said
        yield from _rows(said.get("@graph", []))


def _published(tree: Any, article: dict[str, Any]) -> tuple[str, str] | None:
    stated = article.get("datePublished")
    if isinstance(stated, str) and stated.strip():
        return stated.strip(), "json-ld"
    meta = _meta(
        tree, "article:published_time", "datePublished", "date", "dc.date", "dc.date.issued", "pubdate", "publish-date"
    )
    if meta:
        return meta, "meta"
    for time in tree.xpath(
        "//article//header//time[@datetime] | //header//time[@datetime] | //article/time[@datetime]"
    ):
        return str(time.get("datetime")), "header"
    for time in tree.xpath("//h1/following::time[@datetime][1]"):
        around = " ".join(f"{up.get('class') or ''} {up.get('id') or ''}" for up in time.iterancestors()).lower()
        if not re.search(r"comment|related|next|sidebar|footer|card", around):
            return str(time.get("datetime")), "header"
    return None


def _title(tree: Any, article: dict[str, Any]) -> str | None:
    headline = article.get("headline")
    heading = next(iter(tree.xpath("//article//h1 | //main//h1 | //h1")), None)
    shown = " ".join(heading.text_content().split()) if heading is not None else None
    page = " ".join("".join(tree.xpath("//title/text()")).split())
    stated = " ".join(html.unescape(headline).split()) if isinstance(headline, str) else None
    return stated or _meta(tree, "og:title") or shown or TITLE_TAIL.sub("", page) or None


def _byline(tree: Any, article: dict[str, Any]) -> str | None:
    authors = article.get("author")
    names = [_name(one) for one in (authors if isinstance(authors, list) else [authors])]
    stated = ", ".join(name for name in names if name)
    if stated:
        return BY.sub("", stated)
    shown = tree.xpath(
        "//*[@rel='author'] | //*[contains(concat(' ', translate(@class, '-_', '  '), ' '), ' byline ')]"
        " | //*[@itemprop='author']"
    )
    shown = [one for one in shown if not _in_comment(one)]
    text = " ".join(shown[0].text_content().split()) if shown else ""
    return BY.sub("", text)[:120] or _meta(tree, "author", "article:author")


def _in_comment(node: Any) -> bool:
    return any("comment" in f"{up.get('class') or ''} {up.get('id') or ''}".lower() for up in node.iterancestors())


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(html.unescape(value).split()) if isinstance(value, str) and value.strip() else None


def _meta(tree: Any, *names: str) -> str | None:
    for name in names:
        for tag in tree.xpath("//meta[@property=$name or @name=$name or @itemprop=$name]", name=name):
            content = " ".join((tag.get("content") or "").split())
            if content:
                return content
    return None


def _link(tree: Any) -> str | None:
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    return str(canonical[0]) if canonical else _meta(tree, "og:url")
