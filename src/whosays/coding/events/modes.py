"""How an assault was done: by its word, or by the means that its sentence names."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.events.hit import Hit
from whosays.coding.trees.clause import children
from whosays.lexicon import Lexicon
from whosays.record.reading import Sentence

# Whoever fires does so with a gun unless another means is named: "a helicopter fired on the hamlet".
BY_HABIT = "firearms"


def mode_of(sentence: Sentence, hits: Sequence[Hit], lexicon: Lexicon) -> str | None:
    """The mode of a trigger (the first of the hits) and its parts; ASSAULT's also by its means: "a drone strike", "fire killed"."""
    first = hits[0]
    if first.category != "ASSAULT":
        return first.mode
    if first.mode not in {None, BY_HABIT}:
        return first.mode
    named = _means(sentence, hits, lexicon)
    return (
        named or first.mode or next((hit.mode for hit in hits if hit.mode and not _is_blaze(sentence, hit.index)), None)
    )


def _means(sentence: Sentence, hits: Sequence[Hit], lexicon: Lexicon) -> str | None:
    """The mode of the first means that stands near the triggers."""
    for hit in hits:
        for word in (hit.index, *hit.roles.actor, *_near(sentence, hit.index)):
            mode = lexicon.instruments.get(sentence.tokens[word].lemma.lower())
            if mode is not None and not _is_blaze(sentence, word):
                return mode
    return None


def _near(sentence: Sentence, index: int) -> list[int]:
    return list(children(sentence, index, "compound", "amod", "obl", "nmod", "nsubj"))


def _is_blaze(sentence: Sentence, word: int) -> bool:
    """ "A fire at the depot" burns, "their fire on the post" shoots."""
    articles = {sentence.tokens[below].lemma.lower() for below in children(sentence, word, "det")}
    return sentence.tokens[word].lemma.lower() == "fire" and bool(articles & {"a", "the"})
