"""Who a phrase stands for, by what it is: each kind of phrase goes to those who read it, and every answer is told to the story."""

from __future__ import annotations

from whosays.record.dateline import is_dateline
from whosays.record.reading import Name, Sentence, Token
from whosays.record.world import EntityKind
from whosays.resolve.actors import anaphora, nominals
from whosays.resolve.actors.nameless import nameless
from whosays.resolve.actors.namesakes import compass_state, is_namesake
from whosays.resolve.actors.pairs import pair
from whosays.resolve.actors.persons import person, title_of, told_of
from whosays.resolve.actors.registered import registered
from whosays.resolve.actors.some import gathered, some_of_them
from whosays.resolve.actors.unlisted import OUTLETS, unlisted
from whosays.resolve.fold import slug
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import appositions, case_of, core, count, is_indefinite, is_subject, phrase
from whosays.resolve.phrases.story import Referent, Turn
from whosays.resolve.register.nouns import Noun
from whosays.resolve.scene.known import Known
from whosays.resolve.scene.scene import Scene
from whosays.resolve.whose.whose import find_noun

COUNTS = {"hundred", "thousand", "dozen", "score", "ten", "million", "number", "majority", "handful"}
INSIDE = {"compound", "flat", "fixed", "goeswith", "nmod:desc", "flat:name", "flat:foreign"}


def meet(scene: Scene, until: tuple[int, int] | None = None) -> Participants:
    """Go through the document in text order, or as far as a sentence's word, and keep who is told of."""
    participants = Participants(scene, read=read)
    text = scene.reading.document.text
    for sentence in scene.reading.sentences:
        if is_dateline(text, sentence.start, sentence.end):
            continue  # who wrote it, and where, takes no part
        for token in sentence.tokens:
            if (sentence.index, token.index) == until:
                return participants
            if opens_phrase(token):
                referents = participants.refer(sentence, token.index)
                if referents:
                    turn = Turn(
                        sentence=sentence.index,
                        paragraph=sentence.paragraph,
                        head=token.index,
                        subject=is_subject(sentence, token.index),
                        place=case_of(sentence, token.index) in {"in", "at", "near", "from", "outside", "off"},
                        referents=referents,
                    )
                    participants.story.tell(turn)
    return participants


def opens_phrase(token: Token) -> bool:
    """Whether a word heads a phrase of its own that may stand for someone."""
    if token.deprel in INSIDE:
        return False
    if token.upos in {"NOUN", "PROPN", "PRON", "X", "SYM"}:
        return True
    return token.upos in {"NUM", "ADJ", "DET"} and token.deprel not in {"amod", "nummod", "det"}


def read(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """Whom the phrase headed by a word stands for, by what it is: a pronoun, a number of some, a name, a noun."""
    token = sentence.tokens[head]
    if token.upos == "PRON" or (token.upos == "DET" and "PronType=Prs" in token.feats):
        return anaphora.pronoun(people, sentence, head)
    if token.upos in {"NUM", "DET"}:
        return some_of_them(people, sentence, head)
    words = core(sentence, head)
    known = people.scene.known[sentence.index].get(head)
    name = people.scene.names[sentence.index].get(head)
    if known is not None and known.alias.actor.kind == "person":
        known = None if is_namesake(known, title_of(people, sentence, known.first, words)) else known
    if known is not None and (name is None or name.kind != "PER" or _same_span(known, name, known.alias.actor.kind)):
        return (registered(people, sentence, head, known, words),)
    if name is not None and name.kind == "PER":
        return (person(people, sentence, head, words),)
    told = told_of(people, sentence, head, name) if known is None else None
    return (told,) if told is not None else _by_noun(people, sentence, head, words)


def _same_span(known: Known, name: Name, kind: EntityKind) -> bool:
    """Whether what the reader took for a person is, to the letter, a name of the register ("Baku")."""
    return kind == "person" or (known.first == name.first and known.last == name.last)


def _by_noun(people: Participants, sentence: Sentence, head: int, words: list[int]) -> tuple[Referent, ...]:
    """Whom a phrase that is no known name stands for, by its noun, the name beside it or the group it is of."""
    denied = any(sentence.tokens[child].text.lower().rstrip("-") == "non" for child in sentence.children[head])
    noun = None if denied else find_noun(people, sentence, head, words)  # "non-state actors"
    named = people.scene.names[sentence.index].get(head)
    if named is not None and phrase(sentence, words) == people.scene.reading.document.publisher:
        return (Referent(name=phrase(sentence, words), kind="organisation", sector="MED"),)  # "told the Lima Courier"
    together = _outlet(people, sentence, head) or gathered(people, sentence, head)
    if together:
        return together
    if noun is None or _is_in_title(sentence, named, noun):
        return _without_noun(people, sentence, head, words)
    return _beside_name(people, sentence, head, words, noun) or nameless(people, sentence, head, words, noun)


def _beside_name(
    people: Participants, sentence: Sentence, head: int, words: list[int], noun: Noun
) -> tuple[Referent, ...]:
    """Whom the name beside a noun names: "the movement's spokesman, Omar Saleh" is Omar Saleh, "mediator Qatar" Qatar."""
    for other in appositions(sentence, head):
        name = people.scene.names[sentence.index].get(other)
        if name is not None and name.kind == "PER" and not noun.body:
            return people.refer(sentence, other)
        if name is not None and name.kind == "ORG" and noun.body and is_indefinite(sentence, head) and other > head:
            return people.refer(sentence, other)  # "a little-known group, the Nuba Front"
    after = head + 1
    if after == len(sentence.tokens) or sentence.tokens[after].deprel != "flat" or sentence.tokens[after].head != head:
        return ()
    titled, name = people.scene.known[sentence.index].get(after), people.scene.names[sentence.index].get(after)
    if titled is not None:
        return (registered(people, sentence, after, titled, words),)
    named = name is not None and name.kind == "PER" and name.first == after and not noun.body
    return (
        (person(people, sentence, after, words),) if named else ()
    )  # "army spokesman Omar Saleh", headed by the office


def _outlet(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """The paper whose name stands behind its noun, by either word: "the newspaper Diena" is no town, whatever town is called so."""
    at = head if sentence.tokens[head].deprel == "appos" else head + 1
    token = sentence.tokens[at] if at < len(sentence.tokens) else None
    if token is None or token.deprel != "appos" or token.head != at - 1 or at not in people.scene.names[sentence.index]:
        return ()
    noun = people.scene.world.nouns.find([sentence.tokens[at - 1].lemma.lower()])
    if noun is None or noun.sector != "MED" or not noun.body:
        return ()
    known, words = people.scene.known[sentence.index].get(at), core(sentence, at)
    if known is not None and known.alias.actor.sector == "MED":
        return (registered(people, sentence, at, known, words),)
    name = phrase(sentence, words)
    return (Referent(name=name, kind="organisation", sector="MED", id=f"org:{slug(name)}"),)


def _without_noun(people: Participants, sentence: Sentence, head: int, words: list[int]) -> tuple[Referent, ...]:
    """Whom a phrase stands for that has no noun for people: a number of some, "the 26-year-old", a name."""
    token = sentence.tokens[head]
    if token.upos == "ADJ":  # "the 26-year-old, a Kenyan captain"
        told = (people.refer(sentence, other) for other in appositions(sentence, head))
        return next(filter(None, told), ())
    some = some_of_them(people, sentence, head) if token.lemma.lower() in COUNTS else ()
    if some:
        return some
    named = people.scene.names[sentence.index].get(head)
    state = compass_state(people, sentence, head)
    if state is not None:
        return (state,)
    if token.lemma.lower() == "capital" and count(sentence, head) == 2:
        return pair(people, sentence, head, "capital", nominals.doing_to(people, sentence, head))
    if token.lemma.lower() in OUTLETS and token.upos == "PROPN" and len(words) > 1:
        text = phrase(sentence, words)  # the "Ferghana Wire" is no town, whatever the reader takes for its name
        return (Referent(name=text, kind="organisation", sector="MED", id=f"org:{slug(text)}"),)
    return unlisted(people, sentence, head, words) if named is not None else nominals.by_name(people, sentence, head)


def _is_in_title(sentence: Sentence, named: Name | None, noun: Noun) -> bool:
    """Whether a noun is part of a ship's, a film's or a place's name: the "Galaxy Leader" leads nobody."""
    if named is None or named.kind not in {"MISC", "EVENT", "LOC"} or noun.body or named.first == named.last:
        return False
    return all(token.text[:1].isupper() for token in sentence.tokens[named.first : named.last + 1])
