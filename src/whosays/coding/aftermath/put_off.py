"""What was to come and is called off where it is told: "talks planned for Thursday have been postponed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whosays.coding.certainty.factuality import is_called_off
from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.trees.clause import base, child, children, has_case, is_negated, is_passive
from whosays.record.reading import Sentence

ANNOUNCED = frozenset("arrange book call due expect fix hold plan schedule set slate time".split())
FALLING_THROUGH = frozenset({("fall", "through"), ("fall", "apart"), ("be", "off")})
GONE = frozenset({"will", "shall"})  # of what these say, nothing has come or failed yet
MOVING = frozenset({"reschedule", "delay", "defer", "adjourn"})
PUSHING = frozenset({"put", "push", "move", "set"})  # back
NEW_DAY = ("to", "until", "till")


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOff:
    """The word for what was announced, the participle that announces it if there is one, and the word of its day."""

    thing: int
    announced: int | None
    day: int | None


def put_off(sentence: Sentence) -> Iterator[PutOff]:
    """What a sentence calls off, with the day that it was announced for ("a meeting scheduled for next week was called off")."""
    for verb in calling_off(sentence):
        thing = _thing(sentence, verb)
        if thing is None:
            continue
        inside = [word for word in sentence.subtree(thing) if base(sentence.tokens[word].deprel) == "acl"]
        announced = next((word for word in inside if sentence.tokens[word].lemma.lower() in ANNOUNCED), None)
        day = None if announced is None else _day(sentence, announced)
        if day is not None:
            yield PutOff(thing=thing, announced=announced, day=day)


def is_put_off(sentence: Sentence, word: int) -> bool:
    """Whether a sentence calls off what a noun names: "the drills have been put off"."""
    return any(_thing(sentence, verb) == word for verb in calling_off(sentence))


def came_to_nothing(sentence: Sentence, verb: int) -> bool:
    """Whether what a verb announces in the past is told not to have come: "was to meet them but did not turn up"."""
    helpers = {sentence.tokens[word].lemma.lower() for word in children(sentence, verb, "aux")}
    if helpers & GONE:
        return False
    if any(other != verb and not is_moved(sentence, other) for other in calling_off(sentence)):
        return True
    return any(
        is_negated(sentence, word) and "Tense=Past" in _feats(sentence, word) and _is_joined_by(sentence, word, "but")
        for word in children(sentence, verb, "conj")
    )


def calling_off(sentence: Sentence) -> Iterator[int]:
    """The verbs that say that something is not to be after all, as a fact."""
    for token in sentence.tokens:
        if token.upos != "VERB" or is_negated(sentence, token.index):
            continue
        behind = {sentence.tokens[w].text.lower() for w in children(sentence, token.index, "compound", "advmod", "obl")}
        fell = any((token.lemma.lower(), word) in FALLING_THROUGH for word in behind)
        helpers = {sentence.tokens[word].lemma.lower() for word in children(sentence, token.index, "aux")}
        possible = helpers & {"may", "might", "could", "would", "should", "will"}
        if (fell or is_called_off(sentence, token.index)) and not possible and not _is_wished(sentence, token.index):
            yield token.index


def _is_wished(sentence: Sentence, verb: int) -> bool:
    """ "Threatened to cancel the talks", "if the talks are cancelled"."""
    infinitive = any(sentence.tokens[word].lemma.lower() == "to" for word in children(sentence, verb, "mark"))
    return infinitive or has_case(sentence, verb, "if", "unless", "until")


def is_moved(sentence: Sentence, verb: int) -> bool:
    """ "Was put off to July 11", "pushed the vote back to May": it is still to come, on another day."""
    lemma = sentence.tokens[verb].lemma.lower()
    behind = {sentence.tokens[w].text.lower() for w in children(sentence, verb, "compound", "advmod")}
    moved = is_called_off(sentence, verb) or lemma in MOVING or (lemma in PUSHING and "back" in behind)
    if not moved or sentence.tokens[verb].upos != "VERB" or is_negated(sentence, verb):
        return False
    times = (word for one in children(sentence, verb, "obl") for word in (one, *children(sentence, one, "nmod")))
    return any(is_temporal(sentence, word) and has_case(sentence, word, *NEW_DAY) for word in times)


def _thing(sentence: Sentence, verb: int) -> int | None:
    if is_passive(sentence, verb):
        return child(sentence, verb, "nsubj:pass")
    return child(sentence, verb, "obj") if is_called_off(sentence, verb) else child(sentence, verb, "nsubj")


def _day(sentence: Sentence, announced: int) -> int | None:
    words = (word for word in sentence.subtree(announced) if is_temporal(sentence, word))
    return next((w for w in words if base(sentence.tokens[w].deprel) in {"obl", "nmod", "advmod"}), None)


def _is_joined_by(sentence: Sentence, word: int, *lemmas: str) -> bool:
    """Whether a joined word is joined by one of the words: "but did not come"."""
    return any(sentence.tokens[below].lemma.lower() in lemmas for below in children(sentence, word, "cc"))


def _feats(sentence: Sentence, verb: int) -> str:
    helpers = children(sentence, verb, "aux")
    return " ".join([sentence.tokens[verb].feats, *(sentence.tokens[word].feats for word in helpers)])
