"""What only those who govern do has their hand where nobody's is told; captives of a group do not."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event


def told(tools: Tools, text: str, trigger: str) -> Event:
    (reading,) = tools.reader.read([Document.plain(text)])
    reading = coding.prepare(reading, tools.lexicon)
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    return next(one for one in record.events if trigger in one.trigger.text)


@pytest.mark.parametrize(
    ("text", "trigger", "code"),
    [
        ("Nine men were arrested in Lima on Monday.", "arrested", "PER"),
        ("Chile's port workers are angry. Two of their leaders were jailed on Friday for five years.", "jailed", "CHL"),
        ("Peru's army is under fire. Two colonels have been suspended, the ministry said.", "suspended", "PER"),
    ],
)
def test_an_official_act_without_a_doer_is_of_those_who_govern_there(
    tools: Tools, text: str, trigger: str, code: str
) -> None:
    event = told(tools, text, trigger)
    assert [one.code for one in event.actor] == [code]
    assert (event.actor[0].via or "").startswith(("place: ", "the state spoken of: "))
    assert "actor" not in {gap.field for gap in event.missing}


def test_who_acts_is_not_replaced(tools: Tools) -> None:
    event = told(tools, "Nine men were arrested in Lima on Monday by Chilean agents.", "arrested")
    assert [one.code for one in event.actor] == ["CHL"]


def test_where_a_group_is_told_of_more_than_the_state_nobody_is_taken(tools: Tools) -> None:
    text = (
        "The Houthis seized a ship on Monday. The Houthis fired missiles at Israel. "
        "Nine clerks were detained in Sanaa on Tuesday."
    )
    event = told(tools, text, "detained")
    assert [one.code for one in event.actor if one.code == "YEM"] == []


def test_nobody_deports_his_own(tools: Tools) -> None:
    event = told(tools, "Peru has protested. Forty Peruvians were deported on Monday.", "deported")
    assert "PER" not in {one.code for one in event.actor}
