"""Papers that say something speak for whoever issued them."""

from __future__ import annotations

from pathlib import Path

import pytest

import whosays.lexicon
import whosays.reader
from whosays import coding, resolve
from whosays.reader import load
from whosays.record.document import Document

MODEL = Path(whosays.reader.__file__).with_name("model") / "reader.onnx"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the model is not there")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("A statement from Mali's defence ministry said that Chad had shelled Kidal.", "MLI"),
        (
            "Chad shelled Geneina, Sudan's defence ministry announced. Two soldiers were captured, the communiqué states.",
            "SDN",
        ),
        (
            "Sudan's foreign minister wrote a letter to the UN. A passage of the letter claims that Chad shelled Geneina.",
            "SDN",
        ),
    ],
)
def test_a_paper_speaks_for_its_issuer(text: str, state: str) -> None:
    (reading,) = load(threads=1).read([Document.plain(text)])
    words = whosays.lexicon.load()
    record = resolve.resolve(reading, coding.code(reading, words), resolve.load_world())
    sources = [row.source for event in record.events for row in event.stances if row.source is not None]
    assert sources, record.events
    assert {source.code for source in sources} == {state}
