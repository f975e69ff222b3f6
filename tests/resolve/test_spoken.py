"""The day on which something was said, where its own sentence tells none."""

from __future__ import annotations

from dataclasses import replace

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event

# Constructed. 2025-06-10 is a Tuesday.


def events(tools: Tools, text: str, title: str | None = None) -> list[Event]:
    """The events of a report of that Tuesday, in text order."""
    document = replace(Document.plain(text, id="d", day="2025-06-10"), title=title)
    reading = coding.prepare(tools.reader.read([document])[0], tools.lexicon)
    return list(resolve.resolve(reading, coding.code_prepared(reading, tools.lexicon), tools.world).events)


def day_of(tools: Tools, text: str, category: str, title: str | None = None) -> str | None:
    """The time's value of the last event of a category."""
    event = [one for one in events(tools, text, title) if one.category == category][-1]
    return event.time.value if event.time is not None else None


def test_what_a_statement_does_in_the_present_it_does_on_its_day(tools: Tools) -> None:
    text = "Lima, 10 June 2025\n\nOur boats fish in our own sea. We reject the charge of the Chilean navy."
    assert day_of(tools, text, "REJECT") == "2025-06-10"


def test_what_is_called_a_statement_needs_no_we(tools: Tools) -> None:
    text = "Lima, 10 June 2025\n\nThe Ministry of Foreign Affairs of Peru deplores the seizure of the boats by Chile."
    assert day_of(tools, text, "ACCUSE", "Press statement on the boats") == "2025-06-10"
    assert day_of(tools, text, "ACCUSE", "Peru and the boats") is None


def test_what_is_quoted_is_not_said_by_the_text(tools: Tools) -> None:
    text = "Lima, 10 June 2025\n\nA fisher was angry. “We reject the charge of the Chilean navy,” Ana Soto said."
    assert day_of(tools, text, "REJECT") is None


def test_what_a_report_says_of_nobodys_day_was_on_the_day_that_it_opens_with(tools: Tools) -> None:
    lead = "Chile's navy on Tuesday seized two Peruvian boats.\n\n"
    assert day_of(tools, lead + "It rained.\n\nIt was cold.\n\nPeru condemned the seizure.", "ACCUSE") == "2025-06-10"


def test_a_round_up_of_many_days_dates_nothing_that_it_does_not_date(tools: Tools) -> None:
    lead = "Chile's navy on Tuesday freed two Peruvian boats.\n\n"
    days = "It rained on Monday. It snowed on Sunday. It was hot on Friday.\n\nIt was cold.\n\n"
    assert day_of(tools, lead + days + "Peru condemned the seizure.", "ACCUSE") is None
