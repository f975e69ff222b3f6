"""Who a phrase stands for: names of the register, people, bodies and groups; pronouns go to `anaphora`, short forms to `nominals`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.record.dateline import is_dateline
from whosays.record.reading import Name, Sentence, Token
from whosays.record.world import EntityKind
from whosays.resolve.actors import anaphora, nominals
from whosays.resolve.actors.authorities import authority_of
from whosays.resolve.actors.namesakes import compass_state, elsewhere, has_own_name, is_namesake
from whosays.resolve.actors.nouns import Noun
from whosays.resolve.actors.pairs import pair
from whosays.resolve.actors.some import gathered, of_others, some_of_them
from whosays.resolve.actors.unlisted import OUTLETS, unlisted, with_owner
from whosays.resolve.fold import slug
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import (
    appositions,
    case_of,
    complements,
    core,
    count,
    is_indefinite,
    is_plural,
    is_subject,
    phrase,
)
from whosays.resolve.phrases.story import Referent, Turn
from whosays.resolve.scene.known import Known
from whosays.resolve.scene.scene import Scene
from whosays.resolve.whose import rebels
from whosays.resolve.whose.aboard import is_of_trade, is_of_vessel, owners_of_crew
from whosays.resolve.whose.backers import backers
from whosays.resolve.whose.local import STATES, is_local
from whosays.resolve.whose.minorities import nation_of
from whosays.resolve.whose.owners import Owner
from whosays.resolve.whose.supposed import of_the_scene
from whosays.resolve.whose.whose import ENVOYS, find_noun, led_by, owners_of

COUNTS = {"hundred", "thousand", "dozen", "score", "ten", "million", "number", "majority", "handful"}
INSIDE = {"compound", "flat", "fixed", "goeswith", "nmod:desc", "flat:name", "flat:foreign"}
BODIES: dict[str | None, EntityKind] = {"REB": "armed_group", "PMC": "armed_group"}


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
        known = None if is_namesake(known, _title(people, sentence, known.first, words)) else known
    if known is not None and (name is None or name.kind != "PER" or _same_span(known, name, known.alias.actor.kind)):
        return (_known(people, sentence, head, known, words),)
    if name is not None and name.kind == "PER":
        return (_person(people, sentence, head, words),)
    told = _told_of(people, sentence, head, name) if known is None else None
    return (told,) if told is not None else _nominal(people, sentence, head, words)


def _told_of(people: Participants, sentence: Sentence, head: int, name: Name | None) -> Referent | None:
    """The person of whose full name one word, which the reader takes for something else, was a part: "Gedion"."""
    word = sentence.tokens[head]
    if name is None or name.first != name.last or not word.text[:1].isupper() or not is_subject(sentence, head):
        return None
    found = people.story.person(word.text) if name.kind in {"ORG", "LOC", "MISC"} else None
    return found if found is not None and len(found.name.split()) > 1 else None


def _same_span(known: Known, name: Name, kind: EntityKind) -> bool:
    """Whether what the reader took for a person is, to the letter, a name of the register ("Baku")."""
    return kind == "person" or (known.first == name.first and known.last == name.last)


def _known(people: Participants, sentence: Sentence, head: int, known: Known, words: list[int]) -> Referent:
    actor, sense = known.alias.actor, known.alias.sense
    if sense in {"demonym", "demonyms", "adjective"}:
        plural = sense != "demonym" or is_plural(sentence.tokens[head])
        nation = nation_of(people, sentence, head, words)
        if _is_bare_adjective(sentence, head, words) and actor.kind == "state" and nation.code == actor.code:
            code = actor.code  # "Greek claims", "an Israeli strike": whose they are is the state
            name = people.scene.world.state_name(code) if code is not None else actor.name
            return Referent(name=name, kind="state", country=actor.country, code=code, id=code, sector="GOV")
        return Referent(
            name=phrase(sentence, words),
            kind="group" if plural else "unnamed",
            country=nation.country,
            code=nation.code,
            plural=plural,
            person=True,
            count=count(sentence, head),
            noun="people",
            via=nation.via,
        )
    told = people.story.person(known.alias.text) if actor.kind == "person" and " " not in known.alias.text else None
    if told is not None:  # someone of this surname whom the text has introduced
        return told
    via = {"capital": "capital", "seat": "seat of government"}.get(sense)
    other = elsewhere(people, sentence, head, known, words)
    if other is not None:
        name = phrase(sentence, words)
        return with_owner(Referent(name=name, kind="organisation", id=f"{other.code}:{slug(actor.name)}"), other, "GOV")
    found = Referent(
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        sector=actor.sector,
        code=actor.code,
        id=actor.id,
        via=via and f"{via}: {known.alias.text}",
        person=actor.kind == "person",
    )
    return people.story.remember(found) if found.person else found


def _is_bare_adjective(sentence: Sentence, head: int, words: list[int]) -> bool:
    """Whether a participant is an adjective alone in front of a thing, and no phrase of people: "Greek claims", but "a Greek"."""
    token = sentence.tokens[head]
    before = token.deprel in {"amod", "compound", "nmod:poss"} and token.head > head
    return words == [head] and before and not sentence.children[head]


def _person(people: Participants, sentence: Sentence, head: int, words: list[int]) -> Referent:
    span = people.scene.names[sentence.index][head]
    text = people.scene.reading.document.text
    name = text[sentence.tokens[span.first].start : sentence.tokens[span.last].end]
    title = _title(people, sentence, span.first, words)
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


def _title(people: Participants, sentence: Sentence, first: int, words: Sequence[int]) -> Noun | None:
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
    found = _describe(sentence, other, words, noun)
    return tuple(belonging(people, found, owner, noun) for owner in owners_of(people, sentence, other, words))


def _nominal(people: Participants, sentence: Sentence, head: int, words: list[int]) -> tuple[Referent, ...]:
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
    return _beside_name(people, sentence, head, words, noun) or _described_by(people, sentence, head, words, noun)


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
        return (_known(people, sentence, after, titled, words),)
    named = name is not None and name.kind == "PER" and name.first == after and not noun.body
    return (
        (_person(people, sentence, after, words),) if named else ()
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
        return (_known(people, sentence, at, known, words),)
    name = phrase(sentence, words)
    return (Referent(name=name, kind="organisation", sector="MED", id=f"org:{slug(name)}"),)


def _described_by(
    people: Participants, sentence: Sentence, head: int, words: list[int], noun: Noun
) -> tuple[Referent, ...]:
    """Whom a noun for people stands for: those of its owner, those it takes up, else those of the state spoken of."""
    found = _describe(sentence, head, words, noun)
    if found.sector == "MIL" and is_of_trade(people, sentence, head, noun):
        found = replace(found, sector="CVL")
    aboard = is_of_vessel(people, sentence, head, noun)
    behind = backers(people.scene, sentence, words)  # "Iran-backed rebels" are not Iran's
    mine = [] if aboard else [one for one in owners_of(people, sentence, head, words) if one.country not in behind]
    mine = mine or owners_of_crew(people, sentence, head, noun)
    if aboard and not mine:
        return (found,)
    if mine:
        beside = of_others(sentence, head, words, found) if any(owner.country is None for owner in mine) else ()
        return (*(belonging(people, found, owner, noun) for owner in mine), *beside)
    fighting = rebels.side_of(people, sentence, head, words, found, noun)
    fighting = fighting or rebels.spoken_for(people, sentence, head, found)
    if fighting is not None:
        return (fighting,)
    if people.scene.names[sentence.index].get(head) is None and not is_indefinite(sentence, head):
        back = nominals.nominal(people, sentence, head, found, noun)
        if back:
            return back
    one = nominals.one_of_them(people, sentence, head, found, noun)
    if one:
        return one
    local = is_local(noun, sentence, head, words) and not has_own_name(people, sentence, head, noun)
    theirs = of_the_scene(people, sentence, head, found) if local else found
    return (found if theirs.country in behind else theirs,)


def _is_in_title(sentence: Sentence, named: Name | None, noun: Noun) -> bool:
    """Whether a noun is part of a ship's, a film's or a place's name: the "Galaxy Leader" leads nobody."""
    if named is None or named.kind not in {"MISC", "EVENT", "LOC"} or noun.body or named.first == named.last:
        return False
    return all(token.text[:1].isupper() for token in sentence.tokens[named.first : named.last + 1])


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


def _describe(sentence: Sentence, head: int, words: list[int], noun: Noun) -> Referent:
    many = is_plural(sentence.tokens[head]) or count(sentence, head) not in {None, 1}
    kind = BODIES.get(noun.sector) or ("organisation" if noun.body else "group" if many else "unnamed")
    behind = [child for _, child in complements(sentence, head) if child > head]
    full = sorted({*words, *(i for child in behind for i in _short(sentence, child))})
    quarrelling = noun.noun == "party" and many and len(words) <= 2  # "all parties" to a quarrel are no political ones
    return Referent(
        name=phrase(sentence, full),
        kind="group" if quarrelling else kind,
        sector=None if quarrelling else noun.sector,
        plural=many,
        person=not noun.body,
        gender=noun.gender,
        count=count(sentence, head),
        noun=noun.noun,
    )


def _short(sentence: Sentence, child: int) -> list[int]:
    words = core(sentence, child)
    cases = [c for c in sentence.children[child] if sentence.tokens[c].deprel == "case"]
    return [*cases, *words] if len(words) <= 6 else []


def belonging(people: Participants, found: Referent, owner: Owner, noun: Noun) -> Referent:
    """The referent as belonging to an owner; words for the state itself become the state."""
    scene = people.scene
    governing = authority_of(scene.world, found, owner.code, noun) if owner.country is None and owner.code else None
    if governing is not None:
        return governing
    if noun.noun in STATES and owner.country is not None and owner.code == owner.country:
        return Referent(
            name=scene.world.state_name(owner.country),
            kind="state",
            country=owner.country,
            sector="GOV",
            code=owner.country,
            id=owner.country,
            via=owner.via or found.name,
            noun=noun.noun,
        )
    id_ = f"{owner.code}:{slug(noun.noun)}" if noun.body and owner.code and not found.plural else found.id
    sector = found.sector or owner.sector
    return replace(found, country=owner.country, code=owner.code, sector=sector, via=owner.via, id=id_)
