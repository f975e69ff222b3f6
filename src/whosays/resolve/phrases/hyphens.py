"""A name before a hyphen that is not meant itself: "Iran-backed fighters", "a Chilean-led mission"."""

from __future__ import annotations

from whosays.record.reading import Sentence

BACKING = frozenset({"backed", "supported", "funded", "financed", "armed", "trained", "allied", "aligned", "sponsored"})
# What else a name before a hyphen is without being meant itself: "a Chilean-led mission", "the Peru-born editor".
BESIDE = frozenset({"led", "speaking", "made", "born", "occupied", "controlled", "held", "built"})
HYPHENS = frozenset({"-", "‑", "–"})


def is_behind(sentence: Sentence, last: int) -> str | None:
    """The word that says that a name, by its last word, is only who is behind others: "Iran-backed militias" are no Iranians."""
    rest = "".join(token.text.lower() for token in sentence.tokens[last + 1 : last + 3])
    return next((word for word in (*BACKING, *BESIDE) if rest[:1] in HYPHENS and rest.startswith(word, 1)), None)
