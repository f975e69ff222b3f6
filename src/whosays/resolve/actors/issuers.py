"""Whose a paper is that is said to say something: "a statement from the ministry", "the letter", "the communiqué" named again.

A paper speaks for whoever issued it; where that is not said with it, for the issuer of the paper of that name told before,
and a statement for whoever spoke last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.record.coded import CodedAttribution, Mention
from whosays.record.reading import Sentence
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import complements, is_definite
from whosays.resolve.phrases.story import Referent

PAPERS = frozenset(
    "statement letter communique communiqué release note message post memo memorandum readout announcement declaration briefing tweet dossier "
    "passage text document dispatch bulletin data figures record website".split()
)
SPOKEN = frozenset(
    {"statement", "communique", "communiqué", "release", "text", "announcement", "declaration", "message"}
)
ISSUING = frozenset({"write", "send", "issue", "publish", "release", "post", "circulate"})
OF = frozenset({"from", "by", "of"})
REACH = 3  # sentences back to whoever spoke last


def issuer(people: Participants, attributions: Sequence[CodedAttribution], source: Mention) -> tuple[Referent, ...]:
    """Whom a paper that is a source speaks for; none where the source is no paper, or nobody's that could be told."""
    sentence = people.scene.reading.sentences[source.sentence]
    if sentence.tokens[source.head].lemma.lower() not in PAPERS:
        return ()
    own = _of_whom(people, sentence, source.head)
    if own or not is_definite(sentence, source.head):
        return own
    return _named_before(people, source) or _spoke_last(people, attributions, source)


def _of_whom(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """Who issued it, as its own phrase says: "its statement", "a letter from the minister", "a passage of the letter"."""
    for child in sentence.children[head]:
        if sentence.tokens[child].deprel == "nmod:poss":
            return tuple(one for one in people.refer(sentence, child) if one.known)
    for case, child in complements(sentence, head):
        if case in OF and child > head:
            found = _known(people.refer(sentence, child))
            if found:
                return found
            if sentence.tokens[child].lemma.lower() in PAPERS:
                return _of_whom(people, sentence, child) or _by_name(people, sentence, child)
    above = sentence.tokens[head].head
    if sentence.tokens[head].deprel == "obj" and sentence.tokens[above].lemma.lower() in ISSUING:
        writers = (child for child in sentence.children[above] if sentence.tokens[child].deprel == "nsubj")
        return next(filter(None, (_known(people.refer(sentence, child)) for child in writers)), ())
    return ()


def _known(found: tuple[Referent, ...]) -> tuple[Referent, ...]:
    return tuple(one for one in found if one.code is not None)


def _by_name(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """The issuer of the last paper of the same name that is told with one."""
    lemma = sentence.tokens[head].lemma.lower()
    for told in reversed(people.scene.reading.sentences[: sentence.index + 1]):
        for token in reversed(told.tokens):
            before = told.index < sentence.index or token.index < head
            if before and token.lemma.lower() == lemma and token.upos == "NOUN":
                found = _of_whom(people, told, token.index)
                if found:
                    return found
    return ()


def _named_before(people: Participants, source: Mention) -> tuple[Referent, ...]:
    return _by_name(people, people.scene.reading.sentences[source.sentence], source.head)


def _spoke_last(
    people: Participants, attributions: Sequence[CodedAttribution], source: Mention
) -> tuple[Referent, ...]:
    """Whoever said something last before "the statement" was named."""
    sentences = people.scene.reading.sentences
    if sentences[source.sentence].tokens[source.head].lemma.lower() not in SPOKEN:
        return ()
    for other in _before(attributions, source):
        found = _known(people.refer(sentences[other.sentence], other.head))
        if found:
            return found if source.sentence - other.sentence <= REACH else ()
    return ()


def _before(attributions: Sequence[CodedAttribution], source: Mention) -> Iterator[Mention]:
    sources = (one.source for one in attributions if one.kind == "statement" and one.source is not None)
    yield from sorted((one for one in sources if one.start < source.start), key=lambda one: -one.start)
