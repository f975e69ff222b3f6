"""What several families of mends ask for: a mend's shape, kinds of words, closed lists of small ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from whosays.record.reading import Sentence, Token

Mend = Callable[[Sentence], Iterator[Token]]
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
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
