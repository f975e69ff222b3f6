"""In a statement that is printed as it came, "we" are whoever issued it."""

from __future__ import annotations

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event


def told(tools: Tools, text: str, trigger: str) -> Event:
    (reading,) = tools.reader.read([Document.plain(text)])
    reading = coding.prepare(reading, tools.lexicon)
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    return next(one for one in record.events if trigger in one.trigger.text)


def test_we_in_a_statement_are_its_issuer(tools: Tools) -> None:
    text = "The foreign ministry of Peru issued the following statement. We condemn the raid on Arica."
    event = told(tools, text, "condemn")
    assert [one.code for one in event.actor] == ["PER"]
    assert (event.actor[0].via or "").startswith("we → ")


def test_we_in_a_report_are_nobody_known(tools: Tools) -> None:
    text = "The foreign ministry of Peru issued a statement. We condemn the raid on Arica."
    event = told(tools, text, "condemn")
    assert [one.code for one in event.actor if one.code == "PER"] == []


def test_a_person_named_once_in_full_is_known_by_one_name(tools: Tools) -> None:
    text = (
        "Ethiopia's interior minister, Tolosan Gemedu, spoke on Monday. Tolosan set a deadline of March 31 for Eritrea."
    )
    event = told(tools, text, "set a deadline")
    assert [one.code for one in event.actor] == ["ETH"]


def test_a_paper_is_no_place(tools: Tools) -> None:
    text = "Officials in Athens denied a report in Kathimerini that Greece had agreed to return the cargo."
    event = told(tools, text, "agreed")
    assert event.place is None or event.place.name != "Kathimerini"
