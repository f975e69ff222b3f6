"""What is coded of a text, as words of that text: what tests of whole sentences ask for."""

from __future__ import annotations

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.coded import CodedEvent
from whosays.record.document import Document


def told(text: str, tools: Tools) -> tuple[CodedEvent, ...]:
    """The events of a text, in the order in which they are told."""
    (reading,) = tools.reader.read([Document.plain(text)])
    return coding.code(reading, tools.lexicon).events


def categories(text: str, tools: Tools) -> list[str]:
    """Their PLOVER categories."""
    return [event.category for event in told(text, tools)]
