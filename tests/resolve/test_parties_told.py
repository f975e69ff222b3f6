"""Who did it and to whom, over the sentences of a report: the codes that are recorded. The reports are constructed."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event

Codes = list[str | None]


def event_of(tools: Tools, text: str, trigger: str) -> Event:
    """The event that a word tells, the last where there are two."""
    (reading,) = tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])
    reading = coding.prepare(reading, tools.lexicon)
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    return [one for one in record.events if trigger in one.trigger.text][-1]


def parties(tools: Tools, text: str, trigger: str) -> tuple[Codes, Codes]:
    """The codes of those who did it and of those whom it befell."""
    event = event_of(tools, text, trigger)
    return [one.code for one in event.actor], [one.code for one in event.recipient]


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("Peru's interior ministry said Chilean soldiers had crossed the river and shot two policemen.", "shot", ["CHL"]),
        ("Peru's spokesman said its troops had captured a base and taken 40 Chilean soldiers prisoner.", "taken", ["PER"]),
        ("Peru's spokesman said women and children were among the dead and vowed to retaliate.", "vowed", ["PER"]),
        ("Peru's ministry said that a fisherman had been arrested and urged Chile to free him.", "urged", ["PER"]),
        ("Peru's coast guard said a Chilean warship had entered the bay and ordered the crew to stop.", "ordered", ["CHL"]),
    ],
)
def test_what_is_joined_is_done_by_whom_its_form_allows(
    tools: Tools, text: str, trigger: str, doers: Codes
) -> None:
    assert parties(tools, text, trigger)[0] == doers


def test_an_incident_is_no_telephone_call(tools: Tools) -> None:
    text = "Peru's foreign minister spoke by phone with his Chilean counterpart. The Caribbean Community condemned the incident."
    assert parties(tools, text, "condemned")[1] == []


def test_a_states_actions_are_not_those_it_complains_of(tools: Tools) -> None:
    text = "Peru said a Chilean boat had entered its waters. Bolivia condemned Peru's actions."
    assert parties(tools, text, "condemned")[1] == ["PER"]
    assert [row.source.code for row in event_of(tools, text, "entered").stances if row.source] == ["PER"]
