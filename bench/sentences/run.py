"""What the coder makes of labelled sentences: triggers with category and mode, and the words of actors and recipients.

    python bench/sentences/run.py --input bench/sentences/constructed/*.txt --output FILE.jsonl

The sentences are plain constructed news in the format of `training/data/README.md`, kept back from training. Each is read by itself, and only its text is
looked at. Places are code points of the sentence; participants are those of `coding`, before anybody is resolved.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
import written
from whosays import coding, pipeline
from whosays.config import Settings
from whosays.pipeline import Tools
from whosays.record.coded import CodedEvent, Mention
from whosays.record.document import Document
from whosays.record.reading import Reading

DAY = "2025-06-10"
AT_ONCE = 64


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path, nargs="+", required=True, help="files, or folders of them")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    arguments = parser.parse_args()
    tools = pipeline.load_tools(Settings(model=arguments.model))
    with arguments.output.open("w", encoding="utf-8", newline="\n") as out:
        for path in (
            one for given in arguments.input for one in (sorted(given.glob("*.txt")) if given.is_dir() else [given])
        ):
            texts = [block[0].strip() for _, block in written.blocks(path)]
            for text, events in zip(texts, coded(texts, tools), strict=True):
                out.write(json.dumps({"file": path.name, "text": text, "events": events}, ensure_ascii=False) + "\n")


def coded(texts: list[str], tools: Tools) -> Iterator[list[dict[str, Any]]]:
    """The events of each sentence."""
    left = iter(texts)
    while some := list(islice(left, AT_ONCE)):
        for reading in tools.reader.read([Document.plain(text, day=DAY) for text in some]):
            prepared = coding.prepare(reading, tools.lexicon)
            yield [_row(event, prepared) for event in coding.code_prepared(prepared, tools.lexicon).events]


def _row(event: CodedEvent, reading: Reading) -> dict[str, Any]:
    def head(mention: Mention) -> list[int]:
        token = reading.sentences[mention.sentence].tokens[mention.head]
        return [token.start, token.end]

    return {
        "trigger": head(event.trigger),
        "category": event.category,
        "mode": event.mode,
        "actor": [head(one) for one in event.actor],
        "recipient": [head(one) for one in event.recipient],
    }


if __name__ == "__main__":
    main()
