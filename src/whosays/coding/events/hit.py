"""A trigger on its way to an event."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.coding.roles.verbs import Roles
from whosays.lexicon.predicates import Predicate
from whosays.record.reading import Sentence

Told = set[tuple[str, str | None]]  # categories and modes of what a document has told so far


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A trigger: the word, the entry that fits, the roles it gives, and what it is coded as.

    `score` is the model's probability where the model proposed the event and not the lexicon.
    """

    sentence: Sentence
    index: int
    entry: Predicate
    roles: Roles
    category: str
    mode: str | None
    note: str | None = None
    score: float | None = None

    @property
    def lemma(self) -> str:
        """The trigger's lemma in lower case."""
        return self.sentence.tokens[self.index].lemma.lower()

    @property
    def is_noun(self) -> bool:
        """Whether the entry is a noun's."""
        return self.entry.pos == "noun"

    @property
    def clause(self) -> int:
        """The verb that carries the event: a light verb's where there is one."""
        return self.index if self.roles.verb is None else self.roles.verb
