"""Who goes on speaking where no name stands with the word: "he added", "a spokeswoman said", "the Office said"."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document


def sources(text: str, trigger: str, tools: Tools) -> list[str]:
    (reading,) = tools.reader.read([Document.plain(text)])
    reading = coding.prepare(reading, tools.lexicon)
    record = resolve.resolve(reading, coding.code_prepared(reading, tools.lexicon), tools.world)
    rows = (row for event in record.events if event.trigger.text == trigger for row in event.stances)
    return [row.source.code or row.source.name for row in rows if row.source is not None]


SPEAK = [
    (
        "Georgia's foreign minister, Irakli Beridze, said the talks had failed. A soldier was shot by Armenian troops, he added.",
        "shot",
        "GEO",
    ),
    (
        "The U.N. mission in Haiti deplored the kidnapping. Gangs had abducted seven men, a spokeswoman said.",
        "abducted",
        "UN",
    ),
    (
        "Chile's foreign ministry spokesperson Ana Robles said a ship had sunk. The spokesperson said Peruvian troops had fired on it.",
        "fired on",
        "CHL",
    ),
    ("A spokesman for the Foreign Office in Islamabad said Afghan troops had shelled a post.", "shelled", "PAK"),
    ("The Office for Abkhazia on Saturday accused police of having shot a farmer.", "shot", "Office for Abkhazia"),
]


@pytest.mark.parametrize(("text", "trigger", "code"), SPEAK)
def test_whoever_spoke_last_goes_on(text: str, trigger: str, code: str, tools: Tools) -> None:
    assert sources(text, trigger, tools) == [code]


def test_a_spokesman_with_an_owner_is_nobody_else_s(tools: Tools) -> None:
    text = "Myanmar's army bombed a monastery, the Arakan Army said. A junta spokesman denied it."
    assert "AA-MMR" in sources(text, "bombed", tools)
    assert sources(text, "bombed", tools).count("AA-MMR") == 1
