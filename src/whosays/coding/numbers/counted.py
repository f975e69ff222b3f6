"""Whom a deed counts: those to whom it was done, those who gather, who is sent, who asks, what is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.circumstances.place_words import SENT
from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.events.hit import Hit
from whosays.coding.events.senses import classes_of
from whosays.coding.numbers.roles import GIVING, role_for, role_of
from whosays.coding.numbers.stated import number_of
from whosays.coding.numbers.sums import counts_of
from whosays.coding.roles.voice import obliques
from whosays.coding.trees.clause import children, conjuncts
from whosays.lexicon import Lexicon
from whosays.record.event import Number
from whosays.record.reading import Reading, Sentence

DEATH = frozenset({"dead", "death"})
WITH = frozenset({"with"})
FORCES = frozenset({"armed", "vessel", "weapon"})
STAYING = frozenset({"place", "state", "facility"})
KNOWN = frozenset({"the", "both", "these", "those"})  # "the two men": how many they are is told elsewhere
SEARCHES = frozenset({"comb", "inspect", "raid", "search"})
INVOLVING = frozenset({"involve", "include", "bring"})


def numbers_of(reading: Reading, hits: list[Hit], lexicon: Lexicon) -> Iterator[Number]:
    """The quantities of an event, its parts and what it promises, each once."""
    seen: set[tuple[int, int]] = set()
    for hit in hits:
        counted = [*_counted(reading, hit, lexicon), *_weapons(reading, hit, lexicon)]
        for number in counted:
            if (number.span.start, number.span.end) not in seen:
                seen.add((number.span.start, number.span.end))
                yield number


def _counted(reading: Reading, hit: Hit, lexicon: Lexicon) -> Iterator[Number]:
    role, words = _whom(hit, lexicon)
    found = counts_of(reading, hit.sentence, list(dict.fromkeys(words)), role or "amount", lexicon)
    if not found and role and hit.is_noun and "Number=Plur" in hit.sentence.tokens[hit.index].feats:
        own = number_of(reading, hit.sentence, hit.index, role)  # "13 deaths", "three arrests"
        found = [replace(own, unit="person")] if own is not None else []
    for number in found:
        told = role_of(hit, role, number, lexicon)
        if told is not None:
            yield replace(number, role=told)


def _whom(hit: Hit, lexicon: Lexicon) -> tuple[str | None, list[int]]:
    """What the deed's word counts, None where it does not tell, and the words that stand for those who are counted."""
    lemma = " ".join([hit.lemma, *hit.entry.particle])
    role = "killed" if _is_deadly(hit) else role_for(lemma, hit.category, hit.mode, lexicon)
    if role == "seized" and hit.lemma in SEARCHES:
        role = None  # homes that are raided are not taken
    if hit.category == "PROTEST" and lemma not in lexicon.number_roles:
        return "size", list(hit.roles.actor)
    spoken = hit.entry.frame == "speaker" and hit.category not in GIVING
    whom = hit.roles.recipient if spoken else ()  # no count of terms
    words = [word for word in whom or (*hit.roles.recipient, *hit.roles.theme) if not is_temporal(hit.sentence, word)]
    if hit.category == "REQUEST" and role is None and (asking := _who_asks(hit)):
        return "size", asking
    if role == "deployed" or (hit.category == "RETREAT" and hit.mode is None and role is None):
        return "deployed", _who_moves(hit, words, lexicon)
    return role, words


def _who_asks(hit: Hit) -> list[int]:
    """Of those who ask, whom the asking counts ("110 deputies signed a petition"); those who march and ask are counted by the march."""
    own = {hit.index, hit.clause}
    return [
        word
        for word in hit.roles.actor
        if _is_stated(hit.sentence, word)
        and hit.sentence.tokens[word].head in own
        and not any(hit.sentence.tokens[one].lemma.lower() in KNOWN for one in children(hit.sentence, word, "det"))
    ]


def _who_moves(hit: Hit, moved: list[int], lexicon: Lexicon) -> list[int]:
    """Of whom a movement of forces is counted: those who are sent, else those who go ("40 soldiers left the base"); never a place."""
    sentence = hit.sentence
    words = [word for word in moved if not classes_of(sentence, word, lexicon) & STAYING]
    if hit.category == "RETREAT":  # who comes home may have been a captive
        words = [word for word in words if classes_of(sentence, word, lexicon) & FORCES]
    words += _held_with(hit)
    going = [word for word in hit.roles.actor if _may_go(sentence, word, lexicon)]
    return [word for word in going if _is_stated(sentence, word)] or words or going


def _may_go(sentence: Sentence, word: int, lexicon: Lexicon) -> bool:
    """Whether a noun stands for soldiers, ships or aircraft that are counted, or for one ship; unknown words may, where several are."""
    classes = classes_of(sentence, word, lexicon)
    if _is_stated(sentence, word):
        return not classes or bool(classes & FORCES)
    return "vessel" in classes


def _is_stated(sentence: Sentence, word: int) -> bool:
    """Whether it is said how many they are."""
    return sentence.tokens[word].upos == "NUM" or any(True for _ in children(sentence, word, "nummod"))


def _held_with(hit: Hit) -> list[int]:
    """What takes part in a drill: "an exercise with 30 ships", "drills involving 900 soldiers"."""
    sentence = hit.sentence
    if sentence.tokens[hit.index].upos != "NOUN":
        return []
    verbs = [*children(sentence, hit.index, "acl"), sentence.tokens[hit.index].head]
    involving = [word for word in verbs if word >= 0 and sentence.tokens[word].lemma.lower() in INVOLVING]
    return [
        *obliques(sentence, hit.index, WITH),
        *(
            one
            for verb in involving
            for word in children(sentence, verb, "obj", "obl")
            for one in conjuncts(sentence, word)
        ),
    ]


def _is_deadly(hit: Hit) -> bool:
    """ "Shot dead five of them", "beat him to death"."""
    below = children(hit.sentence, hit.index, "obj", "xcomp", "advmod", "amod", "obl")
    return hit.category == "ASSAULT" and any(hit.sentence.tokens[word].lemma.lower() in DEATH for word in below)


def _weapons(reading: Reading, hit: Hit, lexicon: Lexicon) -> Iterator[Number]:
    """How many drones, jets or missiles an attack was made with: "two jets bombed", "launched 88 drones", "with 20 drones"."""
    if hit.category != "ASSAULT":
        return
    sentence = hit.sentence
    sent = hit.roles.theme if hit.lemma in SENT else ()
    for word in dict.fromkeys((*hit.roles.actor, *sent, *obliques(sentence, hit.index, WITH))):
        armed = "armed" in classes_of(sentence, word, lexicon)  # "three gunmen died"
        if sentence.tokens[word].lemma.lower() in lexicon.instruments and not armed:
            number = number_of(reading, sentence, word, "deployed")
            if number is not None and "of" not in number.span.text.split():  # "shot down 71 of 99 drones launched"
                yield number
