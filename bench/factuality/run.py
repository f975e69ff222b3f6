"""Factuality: how certain the author makes given events, as a number from -3 to 3.

    python bench/factuality/run.py --input FILE.jsonl... --output FILE

Reads {"id", "text", "start", "end"} a line; the gold value is not looked at. The value is the walk down the tree
(`whosays.coding.factuality`), FactBank's values taken as numbers, and the model's certainty, half and half. These corpora ask for one value, not for one a
source, and their annotators believe what is reported and expect what is planned: so does the walk here (`credited`), other than in
the record.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from whosays import lexicon, reader
from whosays.coding.certainty.combined import NUMBERS
from whosays.coding.certainty.factuality import Walk, path_to
from whosays.lexicon.cues import Cues
from whosays.record.document import Document
from whosays.record.reading import Reading

BATCH = 200
SEEN = 0.5  # the share of the model's word; set, as CREDIT, on UW's development part
CREDIT = 0.5  # readers who are asked whether something happened lean towards yes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", nargs="+", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--model", type=Path, help="folder of another model")
    options = parser.parse_args()
    rows = [
        json.loads(line) for path in options.input for line in path.read_text(encoding="utf-8").splitlines() if line
    ]
    model, cues = reader.load(options.model), lexicon.load().cues
    texts = list(dict.fromkeys(row["text"] for row in rows))
    readings: dict[str, Reading] = {}
    for start in range(0, len(texts), BATCH):
        some = texts[start : start + BATCH]
        readings.update(zip(some, model.read([Document.plain(text) for text in some]), strict=True))
    with options.output.open("w", encoding="utf-8") as out:
        for row in rows:
            value = certainty(readings[row["text"]], row["start"], cues)
            out.write(json.dumps({"id": row["id"], "value": value}) + "\n")


def certainty(reading: Reading, start: int, cues: Cues) -> float:
    """The author's value of the word at an offset; certain where the reader lost it."""
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if token.start <= start < token.end:
                walked = NUMBERS[
                    Walk(sentence=sentence, cues=cues, credited=True).along(path_to(sentence, token.index))
                ]
                seen = sentence.certainty[token.index] if sentence.certainty else walked
                return max(-3.0, min(3.0, (1 - SEEN) * walked + SEEN * seen + CREDIT))
    return NUMBERS["CT+"]


if __name__ == "__main__":
    main()
