"""Silence and no comment: "declined to comment", "has yet to respond", "has said nothing", "no word from"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from whosays.coding.trees.clause import agent, base, child, children, has_case, is_negated, is_passive, subject
from whosays.lexicon.cues import Cues, Silence
from whosays.record.event import StanceValue
from whosays.record.reading import Sentence

# What does not answer calls without having been asked for its view.
THINGS = frozenset(
    "jet plane aircraft warplane helicopter ship vessel tanker boat drone phone telephone line "
    "gun weapon artillery border front street siren radio".split()
)
SENT = frozenset("call message e-mail email letter request query question inquiry enquiry text".split())
GOVERNED = ("obj", "xcomp", "ccomp", "obl", "advcl", "acl", "advmod", "nmod")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """One case: the word it was read from, who is silent, and the words that may say about what."""

    cue: int
    source: int
    value: StanceValue
    rule: str


def find(sentence: Sentence, cues: Cues) -> Iterator[Quiet]:
    """All cases in a sentence, at most one a word."""
    for token in sentence.tokens:
        for rule in cues.silences.get(token.lemma.lower(), ()):
            who = _match(sentence, token.index, rule)
            if who is not None and sentence.tokens[who].lemma.lower() not in THINGS:
                yield Quiet(cue=token.index, source=who, value=rule.value, rule=rule.id)
                break


def _match(sentence: Sentence, index: int, rule: Silence) -> int | None:
    if not FORMS[rule.form](sentence, index) or not _governs(sentence, index, rule.governs):
        return None
    return SOURCES.get(rule.form, _who)(sentence, index)


def _who(sentence: Sentence, index: int) -> int | None:
    if is_passive(sentence, index):
        return agent(sentence, index)
    return subject(sentence, index)


def _from(sentence: Sentence, index: int) -> int | None:
    """Reads "No word from Lima", "no word has come from Lima", "from Lima nothing was heard"."""
    above = sentence.tokens[index].head
    for word in (index, above) if above >= 0 and base(sentence.tokens[index].deprel) == "nsubj" else (index,):
        for below in children(sentence, word, "nmod", "obl"):
            if has_case(sentence, below, "from"):
                return below
    return None


def _asked(sentence: Sentence, index: int) -> int | None:
    """Whom a passive says that nothing was drawn from: its subject."""
    return child(sentence, index, "nsubj:pass")


def _addressee(sentence: Sentence, index: int) -> int | None:
    """Reads "Calls to the embassy went unanswered": to whom the subject was sent."""
    sent = child(sentence, index, "nsubj", "nsubj:pass")
    if sent is None or sentence.tokens[sent].lemma.lower() not in SENT:
        return None
    words = (sent, *children(sentence, sent, "acl", "nmod"))
    below = (one for word in words for one in children(sentence, word, "nmod", "obl"))
    return next((one for one in below if has_case(sentence, one, "to")), None)


def _beside(sentence: Sentence, index: int) -> int | None:
    """Reads "Lima, silent until then, …" and "Silent for a week, Lima …": the name that an adjective is set beside."""
    token = sentence.tokens[index]
    if token.head < 0 or token.head > index:
        return subject(sentence, token.head) if token.head >= 0 and base(token.deprel) == "advcl" else None
    return token.head


def _governs(sentence: Sentence, index: int, wanted: frozenset[str]) -> bool:
    if not wanted:
        return True
    for word in children(sentence, index, *GOVERNED):
        lemma = sentence.tokens[word].lemma.lower()
        if lemma in wanted or sentence.tokens[word].text.lower() in wanted:
            return True
        if f"{lemma}+no" in wanted and _under_no(sentence, word):
            return True
        if f"{lemma}+without" in wanted and has_case(sentence, word, "without"):
            return True
    return False


def _under_no(sentence: Sentence, word: int) -> bool:
    return any(sentence.tokens[below].lemma.lower() == "no" for below in children(sentence, word, "det"))


def _has_yet(sentence: Sentence, index: int) -> bool:
    """Reads "Has yet to comment", however the tree hangs "yet"."""
    if not has_case(sentence, index, "to") or is_negated(sentence, index):
        return False
    return any(token.lemma.lower() == "yet" for token in sentence.tokens[max(0, index - 4) : index])


def _is_modal(sentence: Sentence, index: int, *lemmas: str) -> bool:
    return any(sentence.tokens[word].lemma.lower() in lemmas for word in children(sentence, index, "aux"))


def _plain(sentence: Sentence, index: int) -> bool:
    return not any(
        sentence.tokens[word].lemma.lower() in ("not", "n't", "never") for word in children(sentence, index, "advmod")
    )


def _negated(sentence: Sentence, index: int) -> bool:
    return _denied(sentence, index) and not _is_modal(sentence, index, "would", "will")


def _denied(sentence: Sentence, index: int) -> bool:
    """Negated itself, or as a second verb under the first one's negation ("has not confirmed or denied")."""
    token = sentence.tokens[index]
    shared = base(token.deprel) == "conj" and child(sentence, index, "nsubj") is None
    return is_negated(sentence, index) or (shared and token.head >= 0 and _is_nor(sentence, index))


def _is_nor(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[word].lemma.lower() == "nor" for word in children(sentence, index, "cc"))


def _is_aside(sentence: Sentence, index: int) -> bool:
    """Whether an adjective is set off by a comma from the name that it describes."""
    token = sentence.tokens[index]
    if token.head > index:
        return base(token.deprel) == "advcl"
    apart = any(other.text == "," for other in sentence.tokens[token.head + 1 : index]) if token.head >= 0 else False
    return apart and base(token.deprel) in ("amod", "acl", "appos") and child(sentence, index, "cop") is None


def _was_not_drawn(sentence: Sentence, index: int) -> bool:
    return is_negated(sentence, index) and is_passive(sentence, index)


def _sent(sentence: Sentence, index: int) -> bool:
    """ "Went unanswered" as it stands, "were not returned" negated."""
    return is_negated(sentence, index) if is_passive(sentence, index) else _plain(sentence, index)


FORMS: dict[str, Callable[[Sentence, int], bool]] = {
    "plain": _plain,
    "neg": _negated,
    "would": lambda sentence, index: is_negated(sentence, index) and _is_modal(sentence, index, "would", "will"),
    "neg-modal": lambda sentence, index: is_negated(sentence, index) and _is_modal(sentence, index, "could", "can"),
    "yet": _has_yet,
    "copula": lambda sentence, index: child(sentence, index, "cop") is not None and not is_negated(sentence, index),
    "noun": _under_no,
    "aside": _is_aside,
    "drawn": _was_not_drawn,
    "neg-copula": lambda sentence, index: child(sentence, index, "cop") is not None and is_negated(sentence, index),
    "from": _was_not_drawn,
    "sent": _sent,
}
SOURCES: dict[str, Callable[[Sentence, int], int | None]] = {
    "noun": _from,
    "from": _from,
    "neg-modal": _asked,
    "drawn": _asked,
    "sent": _addressee,
    "aside": _beside,
}
