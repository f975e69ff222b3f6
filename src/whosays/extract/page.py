"""HTML pages: the article's own paragraphs, and what the page says of itself in JSON-LD, meta tags and its header.

Newsrooms mark their articles well, so the marked body is taken first and what is not text inside it is left out by tag
and by the words of its class and id. Where nothing is marked, trafilatura finds the main text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from whosays.errors import NotTextError
from whosays.extract.credits import is_agency, is_sign_off, read_byline
from whosays.extract.metadata import read_metadata
from whosays.extract.plain import CHROME, Page, read_plain

DEEPEST = 400  # levels; real pages stay below 60, and libxml2 works recursively
SILENT = frozenset(
    {"script", "style", "noscript", "template", "iframe", "svg", "head", "object", "video", "audio", "canvas"}
)
OUTSIDE = frozenset(
    {"nav", "footer", "aside", "form", "button", "select", "figure", "figcaption", "header", "table", "dialog"}
)
# Words in a class or id that mark what stands beside an article's text.
BESIDE = frozenset(
    (
        "comment comments reply disqus disq discussion guestbook nav navbar navigation menu masthead footer sidebar "
        "side share sharing sharedaddy social related recirc recommended popular mostread trending readnext next more "
        "readalso also newsletter signup subscribe subscription promo advert advertisement ad ads sponsored cookie "
        "consent ticker breadcrumb breadcrumbs tags toolbar tools langs copyright widget poll outbrain taboola forum "
        "talkback opinions login caption credit kicker byline author dateline standards signoff correction teaser "
        "teasers card cards paywall print skip meta bio hidden relatedposts relatedarticles readmore pullquote pull "
    ).split()
)
# Words that mark it even in a class that also speaks of a body, a text or content ("related-content").
NEVER = frozenset(
    "comment comments related relatedposts recirc recommended newsletter disqus trending teaser promo".split()
)
EXEMPT = frozenset({"has", "with", "no", "without"})  # "article has-comments" is the article
BODY_MARKS = (
    ".//*[@itemprop='articleBody']",
    ".//article//*[contains(concat(' ', translate(@class, '-_', '  '), ' '), ' body ')]",
    ".//*[contains(@class, 'article-body') or contains(@class, 'article__body') or contains(@class, 'story-body')]",
    ".//*[contains(@class, 'entry-content') or contains(@class, 'post-content') or contains(@class, 'article-content')]",
    ".//*[contains(@class, 'story-text') or contains(@class, 'article-text') or contains(@class, 'story__content')]",
    ".//article",
    ".//main",
    ".//*[@role='main']",
)
LIVE = ".//*[@itemprop='liveBlogUpdate'] | .//article[contains(@class, 'live') and ..//article[2]]"
BLOCKS = frozenset({"p", "li", "blockquote", "pre", "div", "section", "td", "dd", "article", "main", "center"})
ENOUGH = 200  # characters of text that make a body
DAY = re.compile(
    r"(?:(?:published|updated|posted)(?: on)?:? )?(?:\w+, )?(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4}[^.]{0,30}",
    re.IGNORECASE,
)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^>]*?(/?)>")
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


def read_page(source: str, url: str | None) -> Page:
    """The parts of an HTML report.

    Raises:
        NotTextError: the page has no main text.
    """
    if _depth(source) > DEEPEST:
        return read_plain(_stripped(source))
    tree = _parse(source)
    said = read_metadata(tree)
    paragraphs = _paragraphs(tree) or _by_trafilatura(source, url) or _cell(tree) or _stated(said.body)
    byline = said.byline
    while len(paragraphs) > 1 and _is_credit(paragraphs[0]):
        byline = byline or read_byline(paragraphs[0])
        paragraphs = paragraphs[1:]
    return Page(
        title=said.title,
        byline=byline,
        publisher=said.publisher,
        published=said.published,
        url=said.url,
        language=said.language,
        paragraphs=tuple(part for part in paragraphs if not is_sign_off(part) and part != said.title),
    )


def _parse(source: str) -> Any:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = lxml_html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NotTextError("the page cannot be parsed as HTML") from error
    if tree is None:
        raise NotTextError("the page is empty")
    return tree


# ---------------------------------------------------------------- the text


def _paragraphs(tree: Any) -> list[str]:
    """The paragraphs of the first marked body that holds enough text; of a live blog, those of all its entries."""
    entries = [part for entry in tree.xpath(LIVE) if not _is_beside(entry) for part in _text_of(entry)]
    if sum(map(len, entries)) >= ENOUGH:
        return entries
    for mark in BODY_MARKS:
        bodies = [body for body in tree.xpath(mark) if not _is_beside(body)]
        found = [_text_of(body) for body in bodies]
        best = max(found, key=lambda parts: sum(map(len, parts)), default=[])
        if sum(map(len, best)) >= ENOUGH:
            return best
    return []


def _text_of(body: Any) -> list[str]:
    parts = (" ".join(part.split()) for part in _blocks(body, skip=False))
    return [part for part in parts if part and not CHROME.fullmatch(part)]


def _blocks(node: Any, *, skip: bool) -> Iterator[str]:
    """The text of a body, block by block, what stands beside the text left out."""
    line: list[str] = [node.text or ""]
    for child in node:
        tag = child.tag if isinstance(child.tag, str) else "!"
        if _is_outside(child, tag):
            pass
        elif tag == "br":
            line.append("\n")
        elif tag in BLOCKS or tag in {"ul", "ol", "dl", "tr", "tbody"}:
            yield from re.split(r"\n\s*\n", "".join(line))
            line = []
            yield from _blocks(child, skip=skip)
        else:
            inner = list(_blocks(child, skip=skip))
            line.append(" ".join(inner) if len(inner) > 1 else "".join(inner))
        line.append(child.tail or "")
    yield from re.split(r"\n\s*\n", "".join(line))


def _is_outside(node: Any, tag: str) -> bool:
    """Whether a part of a body is no text of it: by its tag (AMP's own are all widgets), its marks, or as a bare link."""
    if tag in SILENT or tag in OUTSIDE or tag == "!" or tag.startswith("amp-") or re.fullmatch(r"h[1-6]", tag):
        return True
    return _is_beside(node) or (tag == "p" and _is_link(node))


def _is_link(paragraph: Any) -> bool:
    """Whether a paragraph is nothing but a link to somewhere else."""
    links = paragraph.xpath("./a | ./strong/a | ./b/a | ./em/a | ./span/a")
    return len(links) == 1 and links[0].text_content().strip() == paragraph.text_content().strip()


def _words(named: str) -> set[str]:
    return set(re.findall(r"[a-z]+", named))


def _is_beside(node: Any) -> bool:
    named = f"{node.get('class') or ''} {node.get('id') or ''}".lower()
    words = _words(named)
    if node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return True
    if any(NEVER & parts and not EXEMPT & parts for parts in map(_words, named.split())):
        return True
    return bool(words & BESIDE) and not words & {"body", "content", "text"}


def _is_credit(line: str) -> bool:
    return is_agency(line) or read_byline(line) is not None or DAY.fullmatch(line) is not None


def _cell(tree: Any) -> list[str]:
    """The innermost table cell with the most text: pages that are laid out with tables mark nothing."""
    found = (_text_of(cell) for cell in tree.xpath(".//td[not(.//td)]"))
    best = max(found, key=lambda parts: sum(map(len, parts)), default=[])
    return best if sum(map(len, best)) >= ENOUGH else []


def _stated(body: str | None) -> list[str]:
    """The text that JSON-LD states, where the page itself is filled by a script."""
    return [" ".join(part.split()) for part in re.split(r"\n+", body or "") if part.strip()]


def _by_trafilatura(source: str, url: str | None) -> list[str]:
    from trafilatura import bare_extraction

    found = bare_extraction(source, url=url, include_comments=False, include_tables=False, favor_precision=True)
    text = getattr(found, "text", None) or ""
    parts = (" ".join(part.split()) for part in text.split("\n"))
    return [part for part in parts if part and not CHROME.fullmatch(part)]


# ---------------------------------------------------------------- pages that no parser should be given


def _depth(source: str) -> int:
    """How deep the tags nest, counted without a parser; unclosed paragraphs and list items do not nest."""
    depth = deepest = 0
    for close, name, empty in TAG.findall(source):
        if empty or name.lower() in VOID or name.lower() in {"p", "li", "td", "tr", "option", "dt", "dd"}:
            continue
        depth = max(0, depth - 1) if close else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _stripped(source: str) -> str:
    """The visible words of a page that nests too deeply to be parsed, a line for each block."""
    source = re.sub(r"(?is)<(script|style|noscript|template|head)\b.*?</\1\s*>", " ", source)
    source = re.sub(r"(?is)<(nav|footer|aside|form|button)\b.{0,20000}?</\1\s*>", " ", source)
    source = re.sub(r"(?i)</?(?:p|div|br|li|h\d|section|article|tr)\b[^>]*>", "\n\n", source)
    source = re.sub(r"<[^>]{0,2000}>", "", source)
    entities = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": " "}
    for entity, sign in entities.items():
        source = source.replace(entity, sign)
    return source
