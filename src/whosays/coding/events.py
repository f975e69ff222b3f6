"""From words to events: triggers found by the lexicon, with roles, numbers, status, and where and when they may have been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whosays.coding.clause import base, children, has_case, noun_phrase
from whosays.coding.numbers import number_of, role_for
from whosays.coding.roles import Roles, light_verb, roles_of
from whosays.coding.senses import classes_of, fits
from whosays.coding.status import status_of
from whosays.coding.where_when import is_temporal, places_for, times_for
from whosays.lexicon import Lexicon
from whosays.lexicon.predicates import Predicate
from whosays.record.coded import CodedEvent, Mention
from whosays.record.event import Missing, Number, Why
from whosays.record.reading import Reading, Sentence

POS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
# "Struck the depot, killing eleven": what the blow did is part of the blow.
RESULTS = frozenset({"kill", "wound", "injure", "destroy", "damage", "hurt", "maim", "displace", "burn"})
# Nouns of these categories name a happening even without a participant ("in an attack near the port").
EVENTFUL = frozenset({"ASSAULT", "PROTEST"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "latest", "last"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A trigger: the word, the entry that fits, and the roles it gives."""

    sentence: Sentence
    index: int
    entry: Predicate
    roles: Roles


def find_events(reading: Reading, lexicon: Lexicon) -> tuple[CodedEvent, ...]:
    """All events of a document in text order, stances not yet set."""
    found: list[CodedEvent] = []
    told: set[str] = set()
    for sentence in reading.sentences:
        hits = _hits(sentence, lexicon, told)
        told |= {hit.entry.category for hit in hits}
        merged = _results(sentence, hits)
        for hit in hits:
            if hit.index not in merged:
                parts = [other for other in hits if merged.get(other.index) == hit.index]
                found.append(_event(reading, hit, parts, lexicon))
    return tuple(found)


def _hits(sentence: Sentence, lexicon: Lexicon, told: set[str]) -> list[Hit]:
    hits = []
    for token in sentence.tokens:
        pos = POS.get(token.upos)
        if pos is None or (token.upos == "PROPN" and not token.text.islower()):
            continue
        hit = _sense(sentence, token.index, pos, lexicon)
        if hit is not None and (pos != "noun" or _happens(sentence, hit, lexicon, told)):
            hits.append(hit)
    return hits


def _sense(sentence: Sentence, index: int, pos: str, lexicon: Lexicon) -> Hit | None:
    """The most specific entry of a word that fits; a participle tagged as an adjective is looked up as its verb too."""
    lemma = sentence.tokens[index].lemma.lower()
    entries = lexicon.predicates.get((lemma, pos), ())
    if pos == "adj" and "VerbForm=Part" in sentence.tokens[index].feats:
        entries = (*entries, *lexicon.predicates.get((lemma, "verb"), ()))
    for entry in entries:
        roles = roles_of(sentence, index, entry, lexicon)
        if fits(sentence, index, entry, roles, lexicon):
            return Hit(sentence=sentence, index=index, entry=entry, roles=roles)
    return None


def _happens(sentence: Sentence, hit: Hit, lexicon: Lexicon, told: set[str]) -> bool:
    """Whether a noun names a happening here, and not a kind, a subject of talk or a part of a name.

    It does with a participant of its own, under a light verb, or where it refers back to what was told.
    """
    index, roles = hit.index, hit.roles
    token = sentence.tokens[index]
    if any(name.first <= index <= name.last and name.last > name.first for name in sentence.names):
        return False
    if base(token.deprel) in {"compound", "flat", "vocative"}:
        return False
    if light_verb(sentence, index, lexicon) is not None:
        return bool(roles.actor or roles.recipient)
    if _named(sentence, (*roles.actor, *roles.recipient), lexicon):
        return True
    definite = any(sentence.tokens[word].lemma.lower() in DEFINITE for word in children(sentence, index, "det", "amod"))
    dated = any(is_temporal(sentence, word) for word in children(sentence, index, "nmod:poss", "obl", "nmod"))
    if definite or dated:
        return hit.entry.category in told
    return (
        hit.entry.category in EVENTFUL
        and "Number=Plur" not in token.feats
        and has_case(sentence, index, "in", "after", "by")
    )


def _named(sentence: Sentence, words: tuple[int, ...], lexicon: Lexicon) -> bool:
    """Whether a participant is somebody: a name, a pronoun, a person, a force or a group."""
    return any(
        classes_of(sentence, word, lexicon) & {"person", "armed", "group", "state", "facility", "vessel", "place"}
        for word in words
    )


def _results(sentence: Sentence, hits: list[Hit]) -> dict[int, int]:
    """For each trigger that only says what another one did, that other one."""
    by_index = {hit.index: hit for hit in hits}
    merged = {}
    for hit in hits:
        token = sentence.tokens[hit.index]
        if token.lemma.lower() not in RESULTS or base(token.deprel) not in {"advcl", "conj", "acl"}:
            continue
        above = by_index.get(token.head)
        own = any(True for _ in children(sentence, hit.index, "nsubj", "nsubj:pass"))
        if above is not None and above.entry.category == "ASSAULT" and not own:
            merged[hit.index] = above.index
    for inner, outer in list(merged.items()):
        merged[inner] = merged.get(outer, outer)
    return merged


# ---------------------------------------------------------------- one event


def _event(reading: Reading, hit: Hit, parts: list[Hit], lexicon: Lexicon) -> CodedEvent:
    sentence, roles = hit.sentence, hit.roles
    actors = [word for word in roles.actor if not _is_means(sentence, word, lexicon)]
    actors += [owner for word in roles.actor if word not in actors for owner in _owners(sentence, word)]
    actor, recipient = _mentions(reading, sentence, actors), _mentions(reading, sentence, roles.recipient)
    place = places_for(reading, sentence, hit.index, (*roles.recipient, *roles.theme, *roles.actor))
    if roles.verb is not None and roles.verb != hit.index:
        place += tuple(one for one in places_for(reading, sentence, roles.verb, ()) if one not in place)
    time = times_for(reading, sentence, hit.index)
    slots = {"actor": actor, "recipient": recipient, "place": place, "time": time}
    return CodedEvent(
        sentence=sentence.index,
        trigger=_trigger(reading, hit),
        category=hit.entry.category,
        mode=hit.entry.mode or _mode(sentence, hit, lexicon),
        contexts=(),
        cameo=hit.entry.cameo,
        actor=actor,
        recipient=recipient,
        place=place,
        time=time,
        numbers=tuple(_numbers(reading, [hit, *parts], lexicon)),
        status=status_of(reading, sentence, hit.index, roles.verb),
        stances=(),
        about=(),
        why=Why(rule=hit.entry.id, note=sentence.tokens[hit.index].text),
        missing=tuple(Missing(field=name, reason="not_stated") for name, words in slots.items() if not words),
    )


def _trigger(reading: Reading, hit: Hit) -> Mention:
    """The word, with its particle where the entry needs one beside it."""
    sentence, last = hit.sentence, hit.index
    for word in hit.entry.particle:
        if last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text.lower() == word:
            last += 1
    start, end = sentence.tokens[hit.index].start, sentence.tokens[last].end
    text = reading.document.text[start:end]
    return Mention(sentence=sentence.index, head=hit.index, start=start, end=end, text=text)


def _is_means(sentence: Sentence, word: int, lexicon: Lexicon) -> bool:
    return "weapon" in classes_of(sentence, word, lexicon)


def _owners(sentence: Sentence, word: int) -> list[int]:
    """Whose drones they are: "Russian drones", "the army's drones"."""
    named = {inside for name in sentence.names for inside in range(name.first, name.last + 1)}
    return [
        below
        for below in children(sentence, word, "nmod:poss", "amod", "compound")
        if below in named or sentence.tokens[below].deprel == "nmod:poss"
    ]


def _mode(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> str | None:
    """ASSAULT's mode by its means: "drones struck", "a drone strike", "hit with missiles"."""
    if hit.entry.category != "ASSAULT":
        return None
    near = [*hit.roles.actor, *children(sentence, hit.index, "compound", "amod", "obl", "nmod")]
    for word in near:
        mode = lexicon.instruments.get(sentence.tokens[word].lemma.lower())
        if mode is not None:
            return mode
    return None


def _mentions(reading: Reading, sentence: Sentence, words: list[int] | tuple[int, ...]) -> tuple[Mention, ...]:
    found = (noun_phrase(reading, sentence, word, whole=False) for word in words)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _numbers(reading: Reading, hits: list[Hit], lexicon: Lexicon) -> Iterator[Number]:
    """Quantities of what each trigger was done to; of the actors where they gather ("300 people marched")."""
    seen: set[tuple[int, int]] = set()
    for hit in hits:
        lemma = " ".join([hit.sentence.tokens[hit.index].lemma.lower(), *hit.entry.particle])
        role = role_for(lemma, hit.entry.category, hit.entry.mode, lexicon)
        words = [*hit.roles.recipient, *hit.roles.theme]
        if hit.entry.category == "PROTEST":
            role, words = "size", list(hit.roles.actor)
        elif hit.entry.category == "AID" and role is None:
            role = "amount"
        for word in dict.fromkeys(words):
            number = number_of(reading, hit.sentence, word, role) if role else None
            if number is not None and (number.span.start, number.span.end) not in seen:
                seen.add((number.span.start, number.span.end))
                if role != "amount" or number.unit in {"USD", "EUR", "GBP"}:
                    yield number
