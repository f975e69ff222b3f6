"""What several kinds of mends ask for: a mend's shape, kinds of words, closed lists of small ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from whosays.coding.trees.clause import children
from whosays.record.reading import Sentence, Token

Mend = Callable[[Sentence], Iterator[Token]]
NOUNS = frozenset({"NOUN", "PROPN"})
NOMINAL = NOUNS | {"NUM", "PRON"}
CLAUSAL = ("nsubj", "csubj", "expl", "cop", "aux", "mark")  # what makes a clause of a noun that has it
ARTICLES = frozenset({"a", "an", "the"})
# Prepositions that tie a noun without an article to its verb: "on alert", "in custody".
TYING = frozenset({"at", "from", "in", "into", "off", "on", "under", "with"})
DENYING = frozenset("brush call contest deny dismiss dispute rebut refute reject repudiate shrug wave".split())
SPANS = frozenset({"minute", "hour", "day", "week", "month", "year"})
PARTICIPLE = "Tense=Past|VerbForm=Part|Voice=Pass"
# What is due on a day though its plain form is a noun too: "is due to rule", "was due to end"; "was due to fog" is another thing.
COMING = frozenset(
    """address begin debate end face land lapse leave march open release report resume return rule sail speak start visit
    vote""".split()
)


def has_that(sentence: Sentence, clause: int) -> bool:
    """Whether "that" opens a clause."""
    return any(sentence.tokens[word].text.lower() == "that" for word in children(sentence, clause, "mark"))
