"""In a statement that is printed as it came, "we" are whoever issued it."""

from __future__ import annotations

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event


def last(tools: Tools, text: str) -> Event:
    (reading,) = tools.reader.read([Document.plain(text)])
    reading = coding.prepare(reading, tools.lexicon)
    return resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world).events[-1]


def test_we_in_a_statement_are_its_issuer(tools: Tools) -> None:
    event = last(tools, "The foreign ministry of Peru issued the following statement. We condemn the raid on Arica.")
    assert [one.code for one in event.actor] == ["PER"]
    assert (event.actor[0].via or "").startswith("we → ")


def test_we_in_a_report_are_nobody_known(tools: Tools) -> None:
    event = last(tools, "The foreign ministry of Peru issued a statement. We condemn the raid on Arica.")
    assert [one.code for one in event.actor if one.code == "PER"] == []
