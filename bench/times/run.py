"""Dates in text and what they mean.

    python bench/times/run.py --input FILE.jsonl... --output FILE.jsonl [--gold-spans]

Of each document `doc`, `dct` and `text` are read; with `--gold-spans` also where the expressions are (`start`, `end`),
never their values. The grammar works on plain text: a line is a piece, no model is needed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from whosays.resolve import load_world
from whosays.resolve.calendar.calendar_of import calendar_of
from whosays.resolve.calendar.grammar import Expression, Grammar
from whosays.resolve.calendar.moment import Now
from whosays.resolve.calendar.timex import interval
from whosays.resolve.times.tense import tense_near
from whosays.resolve.times.told import day_of, read_times, year_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--gold-spans", action="store_true")
    arguments = parser.parse_args()
    grammar = load_world().grammar
    with arguments.output.open("w", encoding="utf-8", newline="\n") as out:
        for path in arguments.input:
            for line in path.read_text(encoding="utf-8").split("\n"):
                if line.strip():
                    row = json.loads(line)
                    found = given(row, grammar) if arguments.gold_spans else free(row, grammar)
                    for start, end, value in found:
                        out.write(json.dumps({"doc": row["doc"], "start": start, "end": end, "value": value}) + "\n")


def pieces(text: str) -> list[tuple[int, int]]:
    """Sentences, roughly: stretches up to a full stop before a capital, or a line's end."""
    ends = [match.end() for match in re.finditer(r"(?<=[.!?])[”\"']?\s+(?=[A-Z“\"])|\n+", text)]
    return [piece for piece in zip([0, *ends], [*ends, len(text)], strict=True) if piece[0] < piece[1]]


def free(row: dict[str, str], grammar: Grammar) -> Iterator[tuple[int, int, str | None]]:
    """Expressions found by the grammar."""
    for timed in read_times(row["text"], pieces(row["text"]), day_of(row["dct"]), grammar):
        value = timed.meaning.value if timed.meaning is not None else None
        yield timed.expression.start, timed.expression.end, value


def given(row: dict[str, object], grammar: Grammar) -> Iterator[tuple[int, int, str | None]]:
    """A value for each span given."""
    text, today = str(row["text"]), day_of(str(row["dct"]) if row["dct"] else None)
    spans = row["times"] if isinstance(row["times"], list) else []
    cut, told, at = pieces(text), None, 0
    for start, end in sorted((span["start"], span["end"]) for span in spans):
        piece = next((p for p in cut if p[0] <= start < p[1]), (0, len(text)))
        tale = year_of(told) if "\n" not in text[at:start] else None
        value = reading(text, (start, end), piece, Now(today=today, told=told, tale=tale), grammar)
        told, at = (value, end) if value is not None and interval(value) is not None else (told, at)
        yield start, end, value


def reading(text: str, span: tuple[int, int], piece: tuple[int, int], now: Now, grammar: Grammar) -> str | None:
    """The value of the expression that fills most of a span, in its sentence, then alone, then alone and capitalised."""
    start, end = span
    alone = list(grammar.find(text[start:end])) or list(grammar.find(text[start:end].title()))
    inside = [e for e in grammar.find(text, *piece) if e.start < end and start < e.end]
    best = max(inside, key=lambda e: min(e.end, end) - max(e.start, start), default=None)
    if alone and (best is None or best.kind in {"years", "month_days", "days_month"}):
        best = max(alone, key=lambda e: e.end - e.start)
    if best is None:
        return bare_year(text[start:end], now.told)
    whole = Expression(start=start, end=end, text=best.text, kind=best.kind, parts=best.parts)
    meaning = calendar_of(best, replace(now, tense=tense_near(text, *piece, whole)))
    return meaning.value if meaning is not None else None


def bare_year(words: str, told: str | None) -> str | None:
    """Figures that are said to be a time are a year: "373", "347 AD", and "94" after 1892 is 1894."""
    match = re.fullmatch(r"(?:AD )?(\d{2,4})(?: (?:AD|CE))?", words.strip())
    if match is None:
        return None
    if len(match[1]) == 2 and told is not None and re.match(r"1\d{3}", told):
        return told[:2] + match[1]
    return match[1].zfill(4)


if __name__ == "__main__":
    main()
