"""Lasting ties between two participants: from events that give support or break relations, and from tie nouns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from whosays.coding.clause import base, child, children, conjuncts, has_case, noun_phrase, subject
from whosays.lexicon import Lexicon
from whosays.record.coded import CodedEvent, CodedRelation, Mention
from whosays.record.reading import Reading, Sentence

NAMED = frozenset({"LOC", "ORG", "NORP"})
PRONOUNS = frozenset({"it", "its", "they", "their", "which", "that", "who"})
NOT_SO = frozenset({"conditional", "question", "generic", "future", "intended"})


def ties(reading: Reading, events: tuple[CodedEvent, ...], lexicon: Lexicon) -> tuple[CodedRelation, ...]:
    """The ties that a document states."""
    return tuple(
        [one for n, event in enumerate(events) for one in _from_event(reading, event, n, lexicon)]
        + [one for sentence in reading.sentences for one in _from_nouns(reading, sentence, lexicon)]
    )


# ---------------------------------------------------------------- events


def _from_event(reading: Reading, event: CodedEvent, number: int, lexicon: Lexicon) -> Iterator[CodedRelation]:
    if not event.actor or not event.recipient or {status.value for status in event.status} & NOT_SO:
        return
    for type_ in sorted(_types(reading, event, lexicon)):
        for giver in event.actor:
            for receiver in event.recipient:
                yield CodedRelation(
                    giver=giver,
                    receiver=receiver,
                    type=type_,
                    evidence=event.trigger,
                    stances=event.stances,
                    events=(number,),
                )


def _types(reading: Reading, event: CodedEvent, lexicon: Lexicon) -> set[str]:
    sentence, head = reading.sentences[event.sentence], event.trigger.head
    lemma = sentence.tokens[head].lemma.lower()
    if event.category == "SANCTION" and event.mode == "discontinue" and lemma in {"sanction", "embargo"}:
        return {"sanctions"}
    if event.category in {"AGREE", "SUPPORT"} and lemma in {"sign", "agreement", "treaty", "pact", "ratify"}:
        return {"agreement"}
    if event.category != "AID":
        return set()
    if lemma in lexicon.ties.verbs:
        return {lexicon.ties.verbs[lemma]}
    given = [
        member
        for word in children(sentence, head, "obj", "obl", "nsubj:pass", "nmod")
        for member in _with_examples(sentence, word)
    ]
    if base(sentence.tokens[head].deprel) == "acl" and sentence.tokens[head].head >= 0:
        given += _with_examples(sentence, sentence.tokens[head].head)
    return {
        lexicon.ties.given[sentence.tokens[word].lemma.lower()]
        for word in given
        if sentence.tokens[word].lemma.lower() in lexicon.ties.given
    }


def _with_examples(sentence: Sentence, word: int) -> list[int]:
    """A noun, what is joined to it, and what "including" adds."""
    found = conjuncts(sentence, word)
    return found + [
        below
        for one in found
        for below in children(sentence, one, "nmod", "appos")
        if not has_case(sentence, below, "to", "for")
    ]


# ---------------------------------------------------------------- nouns


def _from_nouns(reading: Reading, sentence: Sentence, lexicon: Lexicon) -> Iterator[CodedRelation]:
    for token in sentence.tokens:
        type_ = lexicon.ties.nouns.get(token.lemma.lower()) if token.upos == "NOUN" else None
        if type_ is None:
            continue
        for one, other in _ends(sentence, token.index, type_):
            giver, receiver = (noun_phrase(reading, sentence, word, whole=False) for word in (one, other))
            evidence = noun_phrase(reading, sentence, token.index, whole=False) or _word(sentence, token.index)
            if giver is not None and receiver is not None:
                yield CodedRelation(giver=giver, receiver=receiver, type=type_, evidence=evidence)


def _ends(sentence: Sentence, noun: int, type_: str) -> Iterator[tuple[int, int]]:
    """The two that a tie noun joins: "X is an ally of Y", "Y's ally X", "war between X and Y", "X has been at war with Y"."""
    between = [w for w in children(sentence, noun, "nmod", "obl") if has_case(sentence, w, "between")]
    if between:
        both = [word for word in conjuncts(sentence, between[0]) if _is_somebody(sentence, word)]
        yield from pairwise(both)
        return
    others = [*children(sentence, noun, "nmod:poss")]
    others += [
        w for w in children(sentence, noun, "nmod", "obl") if has_case(sentence, w, "of", "with", "against", "to")
    ]
    if type_ in {"ally", "rival"} and not others:
        return
    own = subject(sentence, noun) if type_ != "conflict" or has_case(sentence, noun, "at") else None
    own = own if own is not None else _appositive(sentence, noun)
    for other in others:
        for member in conjuncts(sentence, other):
            if own is not None and own != member and _is_somebody(sentence, own) and _is_somebody(sentence, member):
                yield own, member


def _appositive(sentence: Sentence, noun: int) -> int | None:
    """ "Belarus, a close ally of Russia" and "Russia's ally Belarus"."""
    token = sentence.tokens[noun]
    if base(token.deprel) in {"appos", "acl"} and token.head >= 0:
        return token.head
    return child(sentence, noun, "appos", "flat")


def _is_somebody(sentence: Sentence, word: int) -> bool:
    if sentence.tokens[word].lemma.lower() in PRONOUNS:
        return True
    return any(name.first <= word <= name.last and name.kind in NAMED for name in sentence.names)


def _word(sentence: Sentence, word: int) -> Mention:
    token = sentence.tokens[word]
    return Mention(sentence=sentence.index, head=word, start=token.start, end=token.end, text=token.text)
