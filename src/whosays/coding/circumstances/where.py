"""Which expressions may say where an event was: by syntax, best first. What they mean is resolved later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whosays.coding.circumstances.landmarks import is_landmark, is_name_of_place, is_part_of_place, seats_of, theres
from whosays.coding.circumstances.place_words import (
    ENTERING,
    KINDS,
    LEAVING,
    NEARBY,
    PARTS,
    QUARRELS,
    SENT,
    SETTING,
    TOWARDS,
    WAYS,
    WHERE,
    WHERE_FROM,
)
from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.circumstances.upwards import (
    COMMENTING,
    dateline_end,
    is_duration,
    upwards,
)
from whosays.coding.events.wording import told_in
from whosays.coding.trees.clause import base, children, has_case, mention, opens_with
from whosays.record.coded import Mention
from whosays.record.landmark import SEATS
from whosays.record.reading import Reading, Sentence

PERSONAL = frozenset({"who", "whom"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The words of a deed that may say where it was.

    `verb` carries the trigger, if another word; `arguments` are its participants; `local` are those at home where it is; of
    them `sites` stand somewhere (a depot), `struck` are what violence was done to or what was shut, and `officials` may be
    those of a town; `aims` are the clauses that say what they were sent to do; `away`: somebody was brought elsewhere; `standing` are all words of the sentence that
    stand somewhere. What is done by saying it stands `alone`: "rejected the report from Sama" was not said there.
    """

    alone: bool = False
    verb: int | None = None
    local: tuple[int, ...] = ()
    arguments: tuple[int, ...] = ()
    sites: tuple[int, ...] = ()
    struck: tuple[int, ...] = ()
    standing: frozenset[int] = frozenset()
    officials: tuple[int, ...] = ()
    aims: tuple[int, ...] = ()
    away: bool = False


def places_for(reading: Reading, sentence: Sentence, index: int, scene: Scene) -> tuple[Mention, ...]:
    """The place names that may say where a trigger's event was, best first.

    First what was struck if it is a place ("shelled Sama"), the adverbials of the trigger and of the verb that carries it,
    then those of what it was done to ("the depot in Sama"), then adverbials of direction, what it is said to be near anywhere in its clause, the name that one of the
    `sites` that it was done to bears ("the Sama depot"), then the adverbials of the clauses around it.
    """
    start = dateline_end(reading, sentence)
    found: dict[int, Mention] = {}
    own = list(dict.fromkeys([index] if scene.verb is None else [index, scene.verb]))
    own += [word for word in children(sentence, index, "acl") if sentence.tokens[word].lemma.lower() in SETTING]
    own += told_in(sentence, index)
    own += children(sentence, index, "compound")  # "a sit-in at the Sama gate", read as three words
    around = [word for word in _around(sentence, index, alone=scene.alone) if word not in own]
    starts = set(sources(sentence, [*own, *around]))
    near = [] if scene.alone else [below for word in own for below in _phrases(sentence, word)]
    for word in (*_struck(sentence, scene), *_entered(sentence, own)):
        _add_place(reading, sentence, word, found, scene.standing)
    where = ("obl", "nmod")
    for words, relations, prepositions in (
        (own, where, WHERE),
        ([side for word in own for side in _sides(sentence, word)], where, ("of",)),
        (scene.arguments, where, WHERE | {"on"}),
        ([side for word in scene.arguments for side in _inner(sentence, word)], where, WHERE | {"on"}),
        (own, where, frozenset() if scene.alone else _directions(sentence, index, away=scene.away)),
        (scene.local, where, ("of", "from")),
        ([side for word in scene.local for side in _inner(sentence, word)], where, ("of", "from")),
        (near, where, NEARBY),
        (scene.sites, ("compound",), None),
        (_sent_to_do(sentence, scene.aims), where, WHERE | {"to", "into"}),
        (_meanwhile(sentence, own) if scene.struck else (), where, WHERE),
        (around, where, WHERE),
    ):
        for word in words:
            for below in children(sentence, word, *relations):
                placed = prepositions is None or has_case(sentence, below, *prepositions)
                placed = placed and not _is_topic(sentence, below)
                if placed and below not in starts and sentence.tokens[below].start >= start:
                    _add_place(reading, sentence, below, found, scene.standing)
    _add_names(reading, sentence, () if found else (*_owners(sentence, scene), *_where_it_was(sentence, own)), found)
    if not found:
        _add_nouns(reading, sentence, own, scene, found)
    return tuple(found.values())


def _add_nouns(reading: Reading, sentence: Sentence, verbs: list[int], scene: Scene, found: dict[int, Mention]) -> None:
    """What was struck and stands for a place ("stormed the parliament"), or a verb's "there"."""
    for word in scene.standing.intersection(scene.struck):
        _add_place(reading, sentence, word, found, scene.standing)
    for word in () if found or scene.alone else theres(sentence, verbs):
        one = mention(reading, sentence, [word], word)
        found |= {word: one} if one is not None else {}


def _owners(sentence: Sentence, scene: Scene) -> Iterator[int]:
    """Whose what stands somewhere is, and whose those who are at home there are: "Sama's airport", "Sama's teachers"."""
    for word in (*scene.standing.intersection((*scene.struck, *scene.sites)), *scene.local):
        yield from children(sentence, word, "nmod:poss")
    yield from seats_of(sentence, scene.officials)


def _sent_to_do(sentence: Sentence, clauses: Iterable[int]) -> list[int]:
    """What troops were sent to do, and to what: "sent police to hold the posts at Sama", "to reinforce the road to Sama"."""
    aims = [clause for clause in clauses if has_case(sentence, clause, "to")]
    return [word for clause in aims for word in (clause, *children(sentence, clause, "obj"))]


def _meanwhile(sentence: Sentence, verbs: Iterable[int]) -> list[int]:
    """What somebody did when it befell him, or what happened then: "was shot as he left a mosque in Sama".

    What others did meanwhile ("closed the border while Peru held drills near Sama") may have been anywhere.
    """
    clauses = [
        one
        for verb in verbs
        for one in children(sentence, verb, "advcl")
        if opens_with(sentence, one, "when")
        or (opens_with(sentence, one, "as", "while") and not _has_other(sentence, one))
    ]
    return [word for clause in clauses for word in (clause, *children(sentence, clause, "obj", "obl"))]


def _struck(sentence: Sentence, scene: Scene) -> Iterator[int]:
    """What was struck and is a place: "shelled Sama", "shelled the city"."""
    for word in scene.struck:
        if is_name_of_place(sentence, word) or is_part_of_place(sentence, word) or is_landmark(sentence, word):
            yield word


def _entered(sentence: Sentence, verbs: Iterable[int]) -> Iterator[int]:
    """ "Troops entered Sama", "the lorries reached Sama", "the guards have left Sama for Kosti"."""
    for verb in (one for one in verbs if sentence.tokens[one].lemma.lower() in ENTERING):
        yield from (word for word in children(sentence, verb, "obj") if is_name_of_place(sentence, word))


def _has_other(sentence: Sentence, clause: int) -> bool:
    """Whether a clause has a subject other than a pronoun."""
    return any(sentence.tokens[one].upos != "PRON" for one in children(sentence, clause, "nsubj"))


def _where_it_was(sentence: Sentence, verbs: Iterable[int]) -> Iterator[int]:
    """What a clause with "where" describes: "was taken to Sama, where a court sentenced him"."""
    for verb in verbs:
        here = verb
        while base(sentence.tokens[here].deprel) == "conj":
            here = sentence.tokens[here].head
        if sentence.tokens[here].deprel == "acl:relcl" and _opens_with_where(sentence, here):
            yield sentence.tokens[here].head


def _opens_with_where(sentence: Sentence, clause: int) -> bool:
    return any(sentence.tokens[one].text.lower() == "where" for one in children(sentence, clause, "advmod", "mark"))


def _is_topic(sentence: Sentence, word: int) -> bool:
    """ "A quarrel over the dam" is not at the dam; what is "shot down over the dam" is."""
    return has_case(sentence, word, "over") and sentence.tokens[sentence.tokens[word].head].lemma.lower() in QUARRELS


def _directions(sentence: Sentence, index: int, *, away: bool) -> frozenset[str]:
    found = WHERE_FROM | {"for"} if sentence.tokens[index].lemma.lower() in LEAVING else WHERE_FROM
    return found - TOWARDS if away else found


def _add_names(reading: Reading, sentence: Sentence, words: Iterable[int], found: dict[int, Mention]) -> None:
    """The places whose names words are part of."""
    for word in words:
        name = next((one for one in sentence.names if one.kind == "LOC" and one.first <= word <= one.last), None)
        one = mention(reading, sentence, list(range(name.first, name.last + 1)), word) if name is not None else None
        found |= {word: one} if one is not None else {}


def sources(sentence: Sentence, verbs: Iterable[int]) -> Iterator[int]:
    """Where something was fired from, with what stands right behind that: "from across the border in Chad"."""
    for verb in (word for word in verbs if sentence.tokens[word].lemma.lower() in SENT):
        fired = [verb, *children(sentence, verb, "obj", "nsubj:pass")]
        fired += [sentence.tokens[verb].head] if base(sentence.tokens[verb].deprel) == "acl" else []
        end = -1
        for word in sorted(below for one in fired for below in children(sentence, one, "obl", "nmod")):
            words = sentence.subtree(word)
            if has_case(sentence, word, "from") or (min(words) == end and has_case(sentence, word, "in")):
                end = max(words) + 1
                yield word


def _inner(sentence: Sentence, word: int) -> list[int]:
    """What a participant is of or from ("pupils from a school in Sama", "a crowd of farmers outside Sama"), if no place itself."""
    below = (one for one in children(sentence, word, "nmod") if has_case(sentence, one, "of", "from"))
    return [one for one in below if not is_name_of_place(sentence, one)]


def _around(sentence: Sentence, index: int, *, alone: bool = False) -> Iterator[int]:
    """The clauses around a trigger; where somebody comments on it ("in Sama the envoy condemned the strike") is not where it was.

    Nor is where somebody is who is said to have done it ("a trader in Sama who fought in the war"), or what is denied ("a raid on Sama,
    which Peru denies").
    """
    below = index
    for word in upwards(sentence, index):
        told_of = (
            word != below and sentence.tokens[below].deprel == "acl:relcl" and not _opens_with_where(sentence, below)
        )
        if told_of and (alone or _is_of_person(sentence, below)):
            return
        below = word
        if word != index and sentence.tokens[word].lemma.lower() in COMMENTING:
            return
        if word != index and _is_parted(sentence, index, word):
            return  # "suspended the talks in Sama; the general was let go"
        yield word
        if base(sentence.tokens[word].deprel) in {"conj", "parataxis"} and _has_time(sentence, word):
            return  # "suspended the talks in Sama, and two weeks later the envoy was let go": another time, another place


def _is_parted(sentence: Sentence, word: int, verb: int) -> bool:
    """Whether a semicolon stands between a word and the verb of a clause before it."""
    return any(token.text == ";" for token in sentence.tokens[verb:word])


def _is_of_person(sentence: Sentence, clause: int) -> bool:
    """Whether a relative clause tells of somebody: "who fled", "whom it freed"."""
    return any(
        sentence.tokens[one].text.lower() in PERSONAL for one in children(sentence, clause, "nsubj", "obj", "obl")
    )


def _has_time(sentence: Sentence, verb: int) -> bool:
    times = (word for word in children(sentence, verb, "obl", "advmod", "nmod") if is_temporal(sentence, word))
    return any(not is_duration(sentence, word) for word in times)


def _sides(sentence: Sentence, verb: int) -> list[int]:
    """ "South of Sama", "just north of Sama": the adverb that the name hangs on."""
    return [word for word in children(sentence, verb, "advmod") if sentence.tokens[word].lemma.lower() in PARTS]


def _phrases(sentence: Sentence, word: int, depth: int = 2) -> Iterator[int]:
    """The noun phrases below a word, to a depth, clauses left out."""
    for below in children(sentence, word, "obl", "nmod", "obj"):
        yield below
        if depth > 1:
            yield from _phrases(sentence, below, depth - 1)


def _add_place(
    reading: Reading, sentence: Sentence, word: int, found: dict[int, Mention], standing: frozenset[int]
) -> None:
    """The name under a noun ("in the city of Kosti", "near Tessalit in northern Mali"): the most exact one first."""
    names = [name for name in sentence.names if name.kind == "LOC" and _is_proper(sentence, name.first, name.last)]
    below = set(_near(sentence, word, standing))
    known = len(found)
    for name in sorted(names, key=lambda name: not _is_named_so(sentence, _head(sentence, name.first, name.last))):
        heads = _heads(sentence, name.first, name.last)
        head = next((one for one in heads if one in below), heads[0])
        if head in below and head not in found and not _is_owner(sentence, head):
            one = mention(reading, sentence, _with_kind(sentence, name.first, name.last), head)
            if one is not None:
                found[head] = one
    noun = next((one for one in sorted(below) if is_landmark(sentence, one)), None)
    if len(found) == known and noun is not None and noun not in found:
        one = mention(reading, sentence, [*children(sentence, noun, "det"), noun], noun)
        found |= {noun: one} if one is not None else {}


def _is_named_so(sentence: Sentence, word: int) -> bool:
    """Whether a name says which town or district is meant: "the town of Sama"."""
    above = sentence.tokens[word].head
    return above >= 0 and sentence.tokens[above].lemma.lower() in PARTS and has_case(sentence, word, "of")


def _is_proper(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name of a place holds a name, and not only whose a place is: "the Sudanese city" of Kosti."""
    words = sentence.tokens[first : last + 1]
    named = any(token.upos not in {"NOUN", "ADJ"} for token in words) or all(
        token.text[:1].isupper() for token in words
    )
    return named or first == last


def _near(sentence: Sentence, word: int, standing: frozenset[int], depth: int = 2) -> Iterator[int]:
    """The word and the nouns that specify where it is ("the depot in Sama", "the city of Sama"), clauses left out."""
    yield word
    if not depth:
        return
    for below in children(sentence, word, "nmod", "appos", "compound", "flat", "conj", "amod"):
        if base(sentence.tokens[below].deprel) != "nmod" or _says_where(sentence, word, below, standing):
            yield from _near(sentence, below, standing, depth - 1)


def _says_where(sentence: Sentence, word: int, below: int, standing: frozenset[int]) -> bool:
    """Whether what hangs on a noun says where it is: "a depot in Sama", "the prison of Sama", "the town's hospital"."""
    if sentence.tokens[below].deprel == "nmod:poss":
        return is_landmark(sentence, below)
    lemma = sentence.tokens[word].lemma.lower()
    whole = lemma in PARTS or (word in standing and lemma not in SEATS)
    between = lemma in WAYS and has_case(sentence, below, "between")
    if _is_topic(sentence, below):
        return False
    return between or has_case(sentence, below, *WHERE) or (whole and has_case(sentence, below, "of"))


def _head(sentence: Sentence, first: int, last: int) -> int:
    return _heads(sentence, first, last)[0]


def _heads(sentence: Sentence, first: int, last: int) -> list[int]:
    """The words of a name that hang outside it: one, or more where the tree tears the name apart."""
    inside = range(first, last + 1)
    return [word for word in inside if sentence.tokens[word].head not in inside] or [last]


def _is_owner(sentence: Sentence, word: int) -> bool:
    """ "Ukraine's" and "Sudanese" say whose, not where."""
    token = sentence.tokens[word]
    return token.deprel == "nmod:poss" or base(token.deprel) == "amod"


def _with_kind(sentence: Sentence, first: int, last: int) -> list[int]:
    """ "Kursk region": the noun that says what the name names goes with it."""
    following = last + 1
    if following < len(sentence.tokens) and sentence.tokens[following].lemma.lower() in KINDS:
        last = following
    return list(range(first, last + 1))
