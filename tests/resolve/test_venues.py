"""Whose town it is where a truce was signed elsewhere, whom a state cannot threaten, who "they" are. The reports are constructed."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event


def event_of(tools: Tools, text: str, trigger: str) -> Event:
    """The event whose trigger holds a word."""
    (reading,) = tools.reader.read([Document.plain(text, id="d", day="2025-06-08")])
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    return next(one for one in record.events if trigger in one.trigger.text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured the town of Numbi, residents said, a week after talks in Qatar.",
        "Rebels captured the town of Numbi on Saturday, residents said, in breach of a truce that both signed in Doha.",
    ],
)
def test_where_a_truce_was_signed_says_nothing_of_whose_the_town_is(tools: Tools, text: str) -> None:
    event = event_of(tools, text, "captured")
    assert "QAT" not in [one.code for one in event.recipient]
    assert "QAT" not in [row.source.code for row in event.stances if row.source is not None]


@pytest.mark.parametrize(
    ("text", "trigger", "codes"),
    [
        ("The Peruvian minister warned that Lima would close the border.", "warned", []),
        ("Peru's army warned that its troops would fire on Chile.", "warned", []),
        ("Kenyan rebels threatened to attack Kenya.", "threatened", ["KEN"]),
        ("Peru denied that it had taken hostages.", "taken", []),
        ("Kenya completed the withdrawal of its contingent in June.", "withdrawal", []),
        ("Peru withdrew its troops from Chile.", "withdrew", ["CHL"]),
    ],
)
def test_a_state_s_own_organs_do_not_threaten_it_nor_withdraw_from_themselves_nor_are_hostages_theirs(
    tools: Tools, text: str, trigger: str, codes: list[str]
) -> None:
    assert [one.code for one in event_of(tools, text, trigger).recipient] == codes


def test_two_who_were_just_named_as_two_are_they(tools: Tools) -> None:
    text = (
        "Serbia accused Kosovo of lying. The European Union urged both sides to return to Brussels, where they were due to "
        "meet on April 22."
    )
    assert {one.code for one in event_of(tools, text, "meet").actor} == {"SRB", "XKX"}
    text = "Peru and Chile fought. Kenya told both governments, rebels said, that they would attack."
    assert not {"PER", "CHL"} & {one.code for one in event_of(tools, text, "attack").actor}


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        (
            "Gunmen of the Kivu Front shot nine people. Amnesty International said three were children. The group attacked a town.",
            "attacked",
            "Kivu Front",
        ),
        (
            "Fighters of Hezbollah shelled a town. Amnesty International said nine people died. The group killed three.",
            "killed",
            "Hezbollah",
        ),
        (
            "Gunmen of the Kivu Front shot nine people. Amnesty International said three were children. The group urged calm.",
            "urged",
            "Amnesty International",
        ),
    ],
)
def test_a_rights_group_is_not_the_group_that_killed(tools: Tools, text: str, trigger: str, name: str) -> None:
    assert [one.name for one in event_of(tools, text, trigger).actor] == [name]
