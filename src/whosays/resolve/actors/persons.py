"""People by their names, with what their titles say of them: "Armenian prime minister Nikol Pashinyan", "Omar Saleh, who heads the Harbour Front"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.record.reading import Name, Sentence
from whosays.resolve.actors.nameless import belonging, describe
from whosays.resolve.fold import slug
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import appositions, core, is_subject
from whosays.resolve.phrases.story import Referent
from whosays.resolve.register.nouns import Noun
from whosays.resolve.whose.owners import Owner, with_owner
from whosays.resolve.whose.supposed import of_the_scene
from whosays.resolve.whose.whose import ENVOYS, find_noun, led_by, owners_of


def told_of(people: Participants, sentence: Sentence, head: int, name: Name | None) -> Referent | None:
    """The person of whose full name one word, which the reader takes for something else, was a part: "Gedion"."""
    word = sentence.tokens[head]
    if name is None or name.first != name.last or not word.text[:1].isupper() or not is_subject(sentence, head):
        return None
    found = people.story.person(word.text) if name.kind in {"ORG", "LOC", "MISC"} else None
    return found if found is not None and len(found.name.split()) > 1 else None


def person(people: Participants, sentence: Sentence, head: int, words: list[int]) -> Referent:
    """The person of a name that the register lacks, of whoever his title is: kept, to be known again by a part of the name."""
    span = people.scene.names[sentence.index][head]
    text = people.scene.reading.document.text
    name = text[sentence.tokens[span.first].start : sentence.tokens[span.last].end]
    title = title_of(people, sentence, span.first, words)
    owner = next(iter(owners_of(people, sentence, span.first, words)), None) or _of_title(people, sentence, head)
    gender = title.gender if title is not None else ""
    sector = (title.sector if title is not None else None) or (owner.sector if owner is not None else None)
    before = people.story.person(name)
    found = Referent(
        name=name,
        kind="person",
        person=True,
        id=f"person:{slug(name)}",
        gender=gender,
        noun=title.noun if title is not None else "",
    )
    found = with_owner(found, owner, sector)
    if before is None and found.code is None:
        return people.story.remember(_settled(people, sentence, head, found, title))
    return people.story.remember(found)


def _settled(people: Participants, sentence: Sentence, head: int, found: Referent, title: Noun | None) -> Referent:
    """A new person of whom no state is said: of the one that the text is about, unless the title speaks against it."""
    if title is not None and (title.sector in {"IGO", "MED", "REB", "NGO"} or title.noun in ENVOYS):
        return found
    return of_the_scene(people, sentence, head, found)


def title_of(people: Participants, sentence: Sentence, first: int, words: Sequence[int]) -> Noun | None:
    """The noun that introduces a person: in front of the name, or in apposition to it."""
    lemmas = [sentence.tokens[i].lemma.lower() for i in words if i < first and sentence.tokens[i].upos != "PUNCT"]
    noun = people.scene.world.nouns.find(lemmas)
    if noun is not None:
        return noun
    for other in appositions(sentence, words[0] if len(words) == 1 else first):
        noun = find_noun(people, sentence, other, core(sentence, other))
        if noun is not None and not noun.body:
            return noun
    return None


def _of_title(people: Participants, sentence: Sentence, head: int) -> Owner | None:
    """The owner of an office in apposition whose owner is a pronoun: "Its spokesman, Omar Saleh", or of what one leads."""
    led = next(iter(led_by(people, sentence, head)), None)
    if led is not None:
        return led
    for other in appositions(sentence, head):
        if sentence.tokens[other].upos not in {"NOUN", "PROPN", "NUM", "PRON"}:
            continue
        for referent in _described(people, sentence, other):
            if referent.code is not None:
                return Owner(country=referent.country, code=referent.code, sector=referent.sector, via=referent.via)
    return None


def _described(people: Participants, sentence: Sentence, other: int) -> tuple[Referent, ...]:
    """Whom a description beside a name stands for, read without the name."""
    token = sentence.tokens[other]
    if token.upos in {"NUM", "PRON"}:
        return people.refer(sentence, other)
    words = core(sentence, other)
    noun = find_noun(people, sentence, other, words)
    if noun is None or noun.body:
        return ()
    found = describe(sentence, other, words, noun)
    return tuple(belonging(people, found, owner, noun) for owner in owners_of(people, sentence, other, words))
