"""Nobody is taken to fire at arms of his own."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document


def doers(tools: Tools, text: str) -> list[str | None]:
    """What the doers of a text's last assault count as."""
    (reading,) = tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    return [one.code for one in [event for event in record.events if event.category == "ASSAULT"][-1].actor]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Air defences shot down 40 Chilean drones on Monday.", [None]),
        ("The army shelled a Chilean camp.", [None]),
        ("Troops repelled a Chilean attack on Monday.", [None]),
        ("Peru is alarmed. Troops repelled a Chilean attack on Monday.", ["PER"]),
        ("Soldiers opened fire on Chilean protesters in Santiago.", ["CHL"]),  # people are not arms
    ],
)
def test_soldiers_of_no_named_state_are_not_of_the_one_whose_arms_they_fight(
    tools: Tools, text: str, whose: list[str | None]
) -> None:
    assert doers(tools, text) == whose
