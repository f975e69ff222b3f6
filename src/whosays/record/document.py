"""A report: as received, and as read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PublishedFrom = Literal["json-ld", "meta", "header", "feed", "url", "dateline", "given"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes of one report as received, before anything is read from them.

    The fields `given_*` are what a feed or the user says of the report; they win over what the page says of itself.
    """

    path: str
    data: bytes
    sha256: str
    url: str | None = None
    given_published: str | None = None
    given_publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a report was published: ISO 8601 as far as it is stated (a day, or with a time), and where it was read."""

    value: str
    source: PublishedFrom


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report as read. `id` is the hash of `text`, so the same text is the same document wherever it was found.

    `text` is the main text alone, paragraphs separated by a blank line: no title, byline, navigation or comments.
    `origin` is the publisher family or wire agency that the text goes back to; `copy_of` the id of the document that
    this one repeats. Both are None until linking has looked at all documents of a casebook, or where nothing tells.
    `wire` is the agency that the text credits ("Reuters" in "By … Reuters" or "(Reuters) -"). `notes` say what was odd
    about the report (an encoding that had to be guessed, a date in the future).
    """

    id: str
    path: str
    url: str | None
    publisher: str | None
    title: str | None
    byline: str | None
    published: Published | None
    language: str
    sha256: str
    text: str
    wire: str | None = None
    notes: tuple[str, ...] = ()
    origin: str | None = None
    copy_of: str | None = None

    @classmethod
    def plain(cls, text: str, *, id: str = "", day: str | None = None) -> Document:  # noqa: A002 - the field's name
        """A text of which nothing else is known but, if given, a name of its own and the day it was published."""
        return cls(
            id=id,
            path=id,
            url=None,
            publisher=None,
            title=None,
            byline=None,
            published=None if day is None else Published(value=day, source="given"),
            language="en",
            sha256="",
            text=text,
        )

    @property
    def family(self) -> str:
        """What counts as one origin: the agency or publisher; of reports that name none, the one that the others copy."""
        return self.origin or self.copy_of or self.id

    @property
    def day(self) -> str:
        """The day of publication as far as it is stated ("2025-03-11", "2025"), "" where it is not."""
        return self.published.value[:10] if self.published else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A report, or a part of one, that could not be read: which, at which step, why, may another try help."""

    path: str
    step: str
    message: str
    transient: bool = False
