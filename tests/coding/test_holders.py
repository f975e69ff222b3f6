"""Of a long report's attributions only those with content in a sentence are asked about its words."""

from __future__ import annotations

from coding.told import told
from whosays import coding
from whosays.coding.attribution.holders import by_sentence
from whosays.pipeline import Tools
from whosays.record.document import Document

TEXT = "Peru said that its army had shelled a village. Chile denied that. “We shelled nobody. We never would,” Lima's envoy said."


def test_each_sentence_has_the_attributions_whose_content_reaches_into_it(tools: Tools) -> None:
    (reading,) = tools.reader.read([Document.plain(TEXT)])
    found = coding.code(reading, tools.lexicon).attributions
    held = by_sentence(found)
    for sentence in reading.sentences:
        inside = [
            (index, one)
            for index, one in enumerate(found)
            if any(sentence.start <= piece.start < sentence.end for piece in one.content)
        ]
        assert held.get(sentence.index, []) == inside


def test_a_claim_at_the_end_of_a_long_report_is_its_sources(tools: Tools) -> None:
    filler = " ".join(f"Envoys from Chile met in Lima on {day} May." for day in range(1, 31))
    *_, last = told(f"{filler} Bolivia said that Peru had bombed a village.", tools)
    assert [row.source.text if row.source else "author" for row in last.stances] == ["author", "Bolivia"]
