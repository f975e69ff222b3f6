"""Ways of saying that something is not known: the loader of `unknowns.tsv`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whosays.errors import LexiconError
from whosays.lexicon.predicates import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownSign:
    """One way: a pattern over a sentence, with a sentence that it must find and one that it must not."""

    id: str
    pattern: re.Pattern[str]
    example: str
    counterexample: str


def load_unknowns() -> tuple[UnknownSign, ...]:
    """All of them.

    Raises:
        LexiconError: a pattern is no regular expression.
    """
    found = []
    for number, (name, pattern, example, counterexample) in rows("unknowns.tsv", 4):
        try:
            compiled = re.compile(pattern, re.IGNORECASE)
        except re.error as error:
            message = f"unknowns.tsv:{number}: {name}: {error}"
            raise LexiconError(message) from error
        found.append(UnknownSign(id=name, pattern=compiled, example=example, counterexample=counterexample))
    return tuple(found)
