"""Pronouns within a document: "he", "its", "which", "we".

Number, gender and kind must agree. Where the sentence itself does not say whom a word takes up, `candidates` weighs those
told of; what it leaves open, a phrase's signs may still tell.
"""

from __future__ import annotations

from dataclasses import replace

from whosays.record.reading import Sentence
from whosays.resolve.actors.candidates import Test, clearest, ranked
from whosays.resolve.actors.statements import issued_by
from whosays.resolve.actors.unarmed import fights, is_unarmed
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import SUBJECTS, antecedent, governor, is_subject
from whosays.resolve.phrases.pronouns import HE, IT, RELATIVE, SHE, SPEAKER, THEY
from whosays.resolve.phrases.story import Referent
from whosays.resolve.whose.craft import craft_of
from whosays.resolve.whose.whose import stand_in

SIDES = frozenset("army camp capital country government leader nation neighbour party side state".split())


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
    if word in IT and fights(people, sentence, head):
        tests = _but_unarmed(people, tests)
    craft = craft_of(people, sentence, head) if word in IT | THEY else None
    if craft is not None:
        return with_via(stand_in(people, *craft), word)
    both = both_sides(sentence, head) if word in THEY else None
    if both is not None:
        return with_via(people.refer(sentence, both), word)
    found = _of_the_same(people, sentence, head, tests) or _of_reported(people, sentence, head, tests)
    found = found or clearest(people, sentence, head, tests)
    found = with_via(found, word) or _open(people, sentence, head, tests)
    if len(found) == 1 and word in HE | SHE:
        people.story.genders[_self(found[0])] = "m" if word in HE else "f"
    return found


def _but_unarmed(people: Participants, agrees: Test) -> Test:
    """Whom "it" may stand for that killed: nobody who speaks for rights or brings aid."""
    return lambda r: agrees(r) and not is_unarmed(people, r)


def both_sides(sentence: Sentence, head: int) -> int | None:
    """ "The bloc urged both sides to return to Lima, where they were due to meet": two who were just named as two are "they"."""
    for token in reversed(sentence.tokens[:head]):
        if token.lemma.lower() in SIDES and "Number=Plur" in token.feats:
            before = {sentence.tokens[c].lemma.lower() for c in sentence.children[token.index]}
            return token.index if before & {"both", "two"} else None
        if token.deprel in SUBJECTS and token.upos in {"NOUN", "PROPN"}:
            return None
    return None


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
    return [] if tests is None else ranked(people, sentence, head, tests)


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
