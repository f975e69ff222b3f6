"""Whom a pronoun may stand for: those told of lately, by how prominent and how near they are.

Subjects and speakers come first, then what is near. Two that are as good and count as different parties leave the word
unresolved: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from whosays.record.reading import Sentence
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import SUBJECTS, clause, governor, is_subject
from whosays.resolve.phrases.pronouns import THEY
from whosays.resolve.phrases.story import Referent, Turn
from whosays.resolve.whose.whose import WORDS

Test = Callable[[Referent], bool]
# What is done with another's words: "turned down its request", "answered his charge".
ANSWERING = frozenset(
    """accept answer brush decline deny dismiss grant heed ignore laugh meet rebuff refuse reject snub spurn turn wave welcome""".split()
)
# Nobody intrudes where he is at home: "a Chilean boat had entered its waters".
LANDS = frozenset(
    "airspace border coast frontier land sky skies soil sovereignty space territory waters water zone".split()
)
INTRUDING = frozenset(
    "approach breach cross enter fly infringe intrude invade overfly penetrate sail stray violate".split()
)
CLEAR = 0.25  # by how much the best of those near must be ahead of another party
BESIDE = 0.6  # what speaks for the object of the verb that one's own is joined to
WINDOW = 4  # sentences back that a pronoun can reach


def clearest(people: Participants, sentence: Sentence, head: int, agrees: Test) -> tuple[Referent, ...]:
    """The first of those told of that may be meant; nobody where another party is nearly as near."""
    found = ranked(people, sentence, head, agrees)
    if not found:
        return ()
    score, best = found[0]
    rivals = [r for other, r in found[1:] if score - other < CLEAR and _party(r) != _party(best)]
    return () if rivals else best


def ranked(
    people: Participants, sentence: Sentence, head: int, agrees: Test
) -> list[tuple[float, tuple[Referent, ...]]]:
    """Those told of that may be meant, each with what speaks for it, the best first."""
    return sorted(_candidates(people, sentence, head, agrees), key=lambda item: -item[0])


def _party(referents: tuple[Referent, ...]) -> frozenset[str]:
    return frozenset(r.code or r.id or r.name for r in referents)


def _candidates(
    people: Participants, sentence: Sentence, head: int, agrees: Test
) -> Iterator[tuple[float, tuple[Referent, ...]]]:
    subject, mine = is_subject(sentence, head), clause(sentence, head)
    anothers = _whose_words_are_answered(sentence, head) or _who_intrudes(sentence, head)
    possessive, plural = sentence.tokens[head].deprel == "nmod:poss", sentence.tokens[head].text.lower() in THEY
    for distance, turn in enumerate(reversed(people.story.lately)):
        back = sentence.index - turn.sentence
        if back > WINDOW:
            return
        beside = back == 0 and not subject and _is_beside(sentence, turn.head, head)
        if back == 0 and anothers is not None and turn.head in anothers:
            continue
        if back == 0 and not possessive and not beside and _same_clause(sentence, turn.head, mine):
            continue
        told = _joined(people, turn) if plural else turn.referents
        fits = all(map(agrees, told)) or (len(told) > 1 and agrees(_together(told)))
        if fits and not turn.place and all(r.known or r.person or r.kind == "organisation" for r in told):
            many = 0.0 if not plural else 0.4 if len(told) > 1 or any(r.plural for r in told) else -0.6
            weight = _weight(turn, back, subject=subject, paragraph=sentence.paragraph)
            named = 0.3 if not plural and len(told) == 1 and told[0].kind == "person" else 0.0
            yield weight + named + many + (BESIDE if beside else 0.0) - 0.02 * distance, told


def _whose_words_are_answered(sentence: Sentence, head: int) -> frozenset[int] | None:
    """Who cannot be the owner of words that he answers: in "Peru turned down its request" it is somebody else's."""
    token = sentence.tokens[head]
    if token.deprel != "nmod:poss" or sentence.tokens[token.head].lemma.lower() not in WORDS:
        return None
    said = sentence.tokens[token.head]
    if said.deprel != "obj" or sentence.tokens[said.head].lemma.lower() not in ANSWERING:
        return None
    return _subjects_above(sentence, said.head)


def _who_intrudes(sentence: Sentence, head: int) -> frozenset[int] | None:
    """Who cannot be the owner of the waters that he enters: in "Peru said a boat had entered its waters" they are Peru's."""
    token = sentence.tokens[head]
    if token.deprel != "nmod:poss" or sentence.tokens[token.head].lemma.lower() not in LANDS:
        return None
    verb = governor(sentence, token.head)
    if verb < 0 or sentence.tokens[verb].lemma.lower() not in INTRUDING:
        return None
    return _subjects_above(sentence, verb)


def _subjects_above(sentence: Sentence, verb: int) -> frozenset[int]:
    """The subjects of a verb, or of what it is joined to or stands under."""
    subjects = {c for c in sentence.children[verb] if sentence.tokens[c].deprel in SUBJECTS}
    while not subjects and sentence.tokens[verb].deprel in {"conj", "xcomp"}:
        verb = sentence.tokens[verb].head
        subjects = {c for c in sentence.children[verb] if sentence.tokens[c].deprel in SUBJECTS}
    return frozenset(subjects)


def _joined(people: Participants, turn: Turn) -> tuple[Referent, ...]:
    """Those told of in one breath: "Oman and Qatar met" gives "their" two owners."""
    tokens = people.scene.reading.sentences[turn.sentence].tokens
    others = [
        referent
        for other in people.story.lately
        if other.sentence == turn.sentence and tokens[other.head].head == turn.head
        if tokens[other.head].deprel == "conj"
        for referent in other.referents
    ]
    return tuple(dict.fromkeys([*turn.referents, *others]))


def _same_clause(sentence: Sentence, other: int, mine: int) -> bool:
    """Two arguments of one verb are two parties: "Iran accused it" is not Iran's accusing itself."""
    theirs = clause(sentence, other)
    while mine != theirs and mine >= 0:
        token = sentence.tokens[mine]
        shared = token.deprel == "conj" and not any(
            sentence.tokens[c].deprel in SUBJECTS for c in sentence.children[mine]
        )
        if token.deprel != "xcomp" and not (shared and is_subject(sentence, other)):
            break
        mine = token.head  # "refused to let them land", "met the president and urged him"
    return theirs == mine


def _is_beside(sentence: Sentence, other: int, head: int) -> bool:
    """Whether a verb's object may be one told with the verb that it is joined to: "met the president and urged him to resign"."""
    verb = sentence.tokens[head].head
    if verb < 0 or sentence.tokens[verb].deprel != "conj" or sentence.tokens[head].deprel not in {"obj", "iobj"}:
        return False
    theirs = sentence.tokens[other]
    return theirs.head == sentence.tokens[verb].head and theirs.deprel in {"obj", "iobj", "obl"}


def _together(referents: tuple[Referent, ...]) -> Referent:
    return replace(referents[0], plural=True)


def _weight(turn: Turn, back: int, *, subject: bool, paragraph: int) -> float:
    weight = -0.6 * back + (1.0 if turn.subject else 0.0) + (0.3 if turn.subject and subject else 0.0)
    return weight + (0.2 if turn.paragraph == paragraph else 0.0)
