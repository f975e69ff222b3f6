"""Who did what to whom in constructions of everyday news, as the shipped model reads them; every sentence is constructed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event


def events(tools: Tools, text: str, publisher: str | None = None) -> list[Event]:
    document = replace(Document.plain(text, id="d", day="2025-06-08"), publisher=publisher)
    reading = coding.prepare(tools.reader.read([document])[0], tools.lexicon)
    return list(resolve.resolve(reading, coding.code_prepared(reading, tools.lexicon), tools.world).events)


def told(tools: Tools, text: str, trigger: str, publisher: str | None = None) -> Event:
    return next(one for one in events(tools, text, publisher) if trigger in one.trigger.text)


def codes(event: Event, slot: str) -> list[str | None]:
    return [one.code for one in getattr(event, slot)]


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ("The embassies of Peru, Chile and ten other countries urged Bolivia to talk.", "urged", ["PER", "CHL", None], ["BOL"]),
        ("Fighting between the army of Chad and the army of Niger went on.", "Fighting", ["TCD", "NER"], []),
        ("The minister of Kenya met President Omar Salah of Chad and pressed him to sign.", "pressed", ["KEN"], ["TCD"]),
        ("Lima offered to consult with Quito.", "offered", ["PER"], ["ECU"]),
        ("Parliament spoke of the crimes of Omar Salah, whom Peru has put under sanctions.", "put", ["PER"], [None]),
        ("Ghana and Togo said they would send a delegation to Lima.", "send", ["GHA", "TGO"], ["PER"]),
        ("The cabinet of Peru approved a package of sanctions against Chile.", "approved", ["PER"], ["CHL"]),
    ],
)  # fmt: skip
def test_participants_are_found_behind_lists_joined_verbs_and_infinitives(
    tools: Tools, text: str, trigger: str, actor: list[str | None], recipient: list[str | None]
) -> None:
    event = told(tools, text, trigger)
    assert (codes(event, "actor"), codes(event, "recipient")) == (actor, recipient)


def test_the_crew_of_a_seized_vessel_is_not_its_captors(tools: Tools) -> None:
    event = told(tools, "Iran has seized a foreign tanker and detained its 18 crew members.", "detained")
    assert codes(event, "recipient") == [None]


def test_what_is_ones_own_is_given_up_to_nobody(tools: Tools) -> None:
    event = told(tools, "Peru lifted its veto after it had received assurances.", "lifted")
    assert (codes(event, "actor"), codes(event, "recipient")) == (["PER"], [])


def test_a_vessel_with_a_towns_name_is_no_town(tools: Tools) -> None:
    event = told(tools, "The coast guard boarded the Talara, a tanker sailing under the flag of Malta.", "boarded")
    assert event.place is None


def test_a_ministrys_statement_speaks_of_its_own_state(tools: Tools) -> None:
    text = "The Ministry condemns the attack of the Chilean army. Chile must withdraw, and Chile knows it."
    event = told(tools, text, "condemns", publisher="Ministry of Foreign Affairs of Peru")
    assert codes(event, "actor") == ["PER"]


def test_an_outlet_that_names_itself_takes_no_part(tools: Tools) -> None:
    text = "Rebels overran a base, officers told Garowe Monitor. The group said it had killed nine soldiers."
    event = told(tools, text, "killed", publisher="Garowe Monitor")
    assert "Garowe Monitor" not in [one.name for one in event.actor]


def test_four_other_prisoners_are_of_the_state_told_of(tools: Tools) -> None:
    event = told(tools, "A court in Lima fined a clerk. Two other defendants were released in Lima.", "released")
    assert codes(event, "recipient") == ["PER"]
