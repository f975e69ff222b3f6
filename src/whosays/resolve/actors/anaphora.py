"""Pronouns within a document: "he", "its", "which", "we".

Candidates are the turns told so far. Subjects and speakers come first, then what is near; number, gender and kind must
agree. Two candidates that are as good and count as different parties leave the word unresolved: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from whosays.record.reading import Sentence
from whosays.resolve.actors.statements import issued_by
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import SUBJECTS, antecedent, clause, governor, is_subject
from whosays.resolve.phrases.story import Referent, Turn
from whosays.resolve.whose.craft import craft_of
from whosays.resolve.whose.whose import WORDS, stand_in

Test = Callable[[Referent], bool]
HE = {"he", "him", "his", "himself"}
SHE = {"she", "her", "hers", "herself"}
IT = {"it", "its", "itself"}
THEY = {
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
    "both",
    "all",
    "some",
    "most",
    "many",
    "none",
    "neither",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "rest",
    "others",
    "each",
}
SPEAKER = {"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"}
RELATIVE = {"who", "whom", "whose", "which", "that"}
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


def pronoun(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """Whom a pronoun stands for."""
    word = sentence.tokens[head].text.lower()
    if word in RELATIVE:
        return with_via(_relative(people, sentence, head), word)
    if word in SPEAKER:
        return _speaker(people, sentence, head, word)
    tests = _may_be(people, sentence, head)
    if tests is None or (word == "it" and _is_a_thing(people, sentence, head)):
        return ()
    craft = craft_of(people, sentence, head) if word in IT | THEY else None
    if craft is not None:
        return with_via(stand_in(people, *craft), word)
    found = _of_the_same(people, sentence, head, tests) or _of_reported(people, sentence, head, tests)
    found = found or _best(people, sentence, head, tests)
    found = with_via(found, word) or _open(people, sentence, head, tests)
    if len(found) == 1 and word in HE | SHE:
        people.story.genders[_self(found[0])] = "m" if word in HE else "f"
    return found


def _is_a_thing(people: Participants, sentence: Sentence, head: int) -> bool:
    """Whether "it" goes on with what the sentence before was about, and that is nobody: "The raid shook the town. It put pressure on Peru."."""
    if sentence.index == 0 or not is_subject(sentence, head) or governor(sentence, head) != sentence.root:
        return False
    before = people.scene.reading.sentences[sentence.index - 1]
    told = next((c for c in before.children[before.root] if before.tokens[c].deprel in SUBJECTS), None)
    if told is None or before.tokens[told].upos != "NOUN" or "Number=Plur" in before.tokens[told].feats:
        return False
    return not people.refer(before, told)


def _may_be(people: Participants, sentence: Sentence, head: int) -> Test | None:
    """Whom a pronoun may stand for by its number, gender and kind; None for what is no such pronoun."""
    word = sentence.tokens[head].text.lower()
    tests = _agreement(people, word)
    return tests if tests is None or word not in HE | SHE else _not_the_speaker(people, sentence, head, tests)


def nearest(people: Participants, sentence: Sentence, head: int) -> list[tuple[float, tuple[Referent, ...]]]:
    """Those told of so far whom a pronoun may stand for, by how near and how prominent they are, the best first."""
    tests = _may_be(people, sentence, head)
    return [] if tests is None else _ranked(people, sentence, head, tests)


def _of_the_same(people: Participants, sentence: Sentence, head: int, agrees: Test) -> tuple[Referent, ...]:
    """ "Peru has never confirmed it, nor has it denied it": a clause with "nor" goes on with the subject before."""
    verb = governor(sentence, head)
    if not is_subject(sentence, head) or verb < 0 or sentence.tokens[verb].deprel != "conj":
        return ()
    if not any(
        sentence.tokens[c].deprel == "cc" and sentence.tokens[c].lemma.lower() == "nor" for c in sentence.children[verb]
    ):
        return ()
    first = next(
        (c for c in sentence.children[sentence.tokens[verb].head] if sentence.tokens[c].deprel in SUBJECTS), None
    )
    told = people.refer(sentence, first) if first is not None else ()
    return told if all(agrees(one) for one in told) else ()


def _of_reported(people: Participants, sentence: Sentence, head: int, agrees: Test) -> tuple[Referent, ...]:
    """Whose speaker closes a sentence: in "Norway will leave unless Mali pays, its minister said" Norway's."""
    token = sentence.tokens[head]
    owned = token.head
    if owned >= 0 and sentence.tokens[owned].deprel in {"nmod:desc", "compound"}:  # "its minister Mira Olsen"
        owned = sentence.tokens[owned].head
    if token.deprel != "nmod:poss" or not is_subject(sentence, owned):
        return ()
    verb = governor(sentence, owned)
    said = [c for c in sentence.children[verb] if sentence.tokens[c].deprel in {"ccomp", "parataxis"}]
    if verb >= 0 and sentence.tokens[verb].deprel == "parataxis":
        said.append(sentence.tokens[verb].head)
    subjects = (c for clause_ in said if clause_ < head for c in sentence.children[clause_])
    first = next((c for c in subjects if sentence.tokens[c].deprel in SUBJECTS), None)
    told = people.refer(sentence, first) if first is not None else ()
    return told if all(r.known and agrees(r) for r in told) else ()


def _open(people: Participants, sentence: Sentence, head: int, agrees: Test) -> tuple[Referent, ...]:
    """Whom a pronoun stands for that near subjects leave open: in a subject's or owner's place only, and no loose fit."""
    token = sentence.tokens[head]
    if not (is_subject(sentence, head) or token.deprel == "nmod:poss"):
        return ()
    word = token.text.lower()
    if word in HE | SHE:
        return taken_up(people, sentence, head, lambda r: agrees(r) and r.known and r.kind in {"person", "unnamed"})
    return taken_up(people, sentence, head, lambda r: agrees(r) and r.known and (r.plural or word in IT))


def taken_up(people: Participants, sentence: Sentence, head: int, agrees: Test) -> tuple[Referent, ...]:
    """Whom the phrase stands for that this one, by all signs, takes up; nobody where that is nobody, or does not agree."""
    link = people.reference.earlier(sentence.index, head)
    if link is None:
        return ()
    told = people.refer(people.scene.reading.sentences[link.sentence], link.head)
    if not told or not all(map(agrees, told)):
        return ()
    word = sentence.tokens[head].text.lower()
    return tuple(replace(r, via=f"{_chain(r, word)}, likeliest") for r in told)


def _not_the_speaker(people: Participants, sentence: Sentence, head: int, agrees: Test) -> Test:
    """Whoever speaks a quote calls themselves "I": "he" in it is someone else."""
    source = people.scene.speaker(sentence.tokens[head].start)
    if source is None:
        return agrees
    speakers = {_self(r) for r in people.refer(people.scene.reading.sentences[source.sentence], source.head)}
    return lambda r: agrees(r) and _self(r) not in speakers


def _relative(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """Whom a relative pronoun takes up: its clause's noun with what is joined to it, or the name right before it where that is nobody."""
    noun = antecedent(sentence, head)
    if noun is None:
        return ()
    if not _is_one(sentence, head):
        joined = [c for c in sentence.children[noun] if sentence.tokens[c].deprel == "conj" and c < head]
        together = tuple(r for word in (noun, *joined) for r in people.refer(sentence, word)) if joined else ()
        if len(together) > len(joined):
            return together
    before = [t.index for t in sentence.tokens[:head] if t.upos not in {"PUNCT", "ADP"}]
    return people.refer(sentence, noun) or (people.refer(sentence, before[-1]) if before and before[-1] != noun else ())


def _is_one(sentence: Sentence, pronoun: int) -> bool:
    """Whether the verb says that a relative pronoun is one: "Peru and Chile, which borders Bolivia"."""
    verb = sentence.tokens[sentence.tokens[pronoun].head]
    near = [verb, *(sentence.tokens[c] for c in sentence.children[verb.index])]
    return is_subject(sentence, pronoun) and any("Number=Sing" in t.feats and "VerbForm=Fin" in t.feats for t in near)


def _self(referent: Referent) -> str:
    return referent.id or referent.name


def _agreement(people: Participants, word: str) -> Test | None:
    genders = people.story.genders
    if word in HE:
        return lambda r: r.person and not r.plural and genders.get(_self(r), r.gender) != "f"
    if word in SHE:
        return lambda r: r.person and not r.plural and genders.get(_self(r), r.gender) != "m"
    if word in IT:
        return lambda r: not r.person and not r.plural
    if word in THEY:
        return lambda r: r.plural or not r.person
    return None


def _speaker(people: Participants, sentence: Sentence, head: int, word: str) -> tuple[Referent, ...]:
    """Whom "we" and "I" in a quote stand for: the speaker; in a party's own statement whoever issued it."""
    source = people.scene.speaker(sentence.tokens[head].start)
    if source is not None:
        found = people.refer(people.scene.reading.sentences[source.sentence], source.head)
    else:
        found = issued_by(people, sentence)
    return tuple(replace(r, via=f"{word} → {r.name}") for r in found)


def with_via(found: tuple[Referent, ...], word: str) -> tuple[Referent, ...]:
    """The referents as read from a word."""
    return tuple(replace(r, via=_chain(r, word)) for r in found)


def _chain(referent: Referent, word: str) -> str:
    """How a word leads to a referent, with how that one was read unless it is a word like this one."""
    how = f" ({referent.via})" if referent.via and "→" not in referent.via else ""
    return f"{word} → {referent.name}{how}"


def _best(people: Participants, sentence: Sentence, head: int, agrees: Test) -> tuple[Referent, ...]:
    ranked = _ranked(people, sentence, head, agrees)
    if not ranked:
        return ()
    score, best = ranked[0]
    rivals = [r for other, r in ranked[1:] if score - other < CLEAR and _party(r) != _party(best)]
    return () if rivals else best


def _ranked(
    people: Participants, sentence: Sentence, head: int, agrees: Test
) -> list[tuple[float, tuple[Referent, ...]]]:
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
