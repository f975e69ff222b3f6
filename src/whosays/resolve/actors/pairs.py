"""Two parties at once: "both governments", "the two neighbours", "their neighbour", relations between two states."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product

from whosays.record.coded import CodedEvent, Mention
from whosays.record.reading import Sentence
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import SUBJECTS, governor, is_definite
from whosays.resolve.phrases.story import Referent
from whosays.resolve.register.nouns import Noun
from whosays.resolve.whose.local import NEIGHBOURS
from whosays.resolve.whose.whose import stand_in

OF_STATES = {"country", "state", "nation", "capital", "neighbour", "neighbours", "neighbor", "neighbors", "government"}
OFFICIAL = {"GOV", "MIL", "SPY", "COP", "JUD", "LEG"}
# What one does to the other, and what two do together.
AGAINST = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "REJECT", "SANCTION", "THREATEN"})
TOGETHER = frozenset(
    {
        ("AGREE", None),
        ("CONSULT", None),
        ("CONSULT", "phone"),
        ("COOPERATE", None),
        ("RETREAT", "ceasefire"),
        ("RETREAT", "release"),
        ("SUPPORT", None),
    }
)
VISIT, MEDIATED = ("CONSULT", "visit"), ("CONSULT", "third-party")
IN_RETURN = ("trade", "trading", "exchang", "swap")  # "Peru and Chile traded accusations"
WHO_MEET = ("leader", "president", "minister")
ACTING = 5.0  # what it weighs that two act on one another, as against one more mention of a party
LATELY = 150  # sentences, as far back as two are looked for
REACH = 12  # how many sentences back a party told of counts half
CLEARLY = 1.5  # how much more than the next who is meant must be spoken of


def pair(
    people: Participants, sentence: Sentence, head: int, noun: str, without: frozenset[str | None] = frozenset()
) -> tuple[Referent, ...]:
    """The two parties that "both sides", headed by a word, stands for: those spoken of that act on one another; two capitals are states'.

    Where none are told of as acting so, it is nobody unless two are clearly spoken of more than a third. `without` are the
    codes of whoever does something to them: Russia, which calls on the two sides, is neither.
    """
    states = noun in OF_STATES
    parties, weights = _spoken_of(people, sentence, states=states, hopes=_telling(sentence, head))
    between = _between(people, (sentence.index, head), noun, parties)
    without |= _mediators(people, (sentence.index, head), states=states)
    pairs = {
        (one, other): weights.get(one, 0.0) + weights.get(other, 0.0) + between.get(frozenset((one, other)), 0.0)
        for one, other in combinations([party for party in parties if party not in without], 2)
    }
    if noun in NEIGHBOURS:
        near = {two: weight for two, weight in pairs.items() if people.scene.world.are_neighbours(*two)}
        across = any(token.lemma == "two" for token in sentence.tokens)  # "the two neighbours" may lie across a sea
        pairs = near or (pairs if across else {})
    best = max(pairs, key=lambda two: pairs[two], default=())
    rest = {party: weight for party, weight in weights.items() if party not in without}
    if noun not in NEIGHBOURS and frozenset(best) not in between and not _are_foremost(best, rest):
        return ()
    return tuple(_as_state(people, parties[party], f"both {_plural(noun)}") for party in best)


def two_states(people: Participants, sentence: Sentence) -> tuple[Referent, ...]:
    """The two states that a text is clearly about by then; none where a third is spoken of nearly as much."""
    parties, weights = _spoken_of(people, sentence, states=True)
    best = sorted(sorted(weights, key=lambda party: -weights[party])[:2], key=list(parties).index)  # as first told of
    found = best if _are_foremost(best, weights) else []
    return tuple(_as_state(people, parties[party], "both states") for party in found)


def neighbours(
    people: Participants, sentence: Sentence, head: int, found: Referent, noun: Noun
) -> tuple[Referent, ...]:
    """ "Their neighbour" is a state, "the neighbours" are two; a man's neighbours are people, a state's may be many."""
    tokens = (sentence.tokens[below] for below in sentence.children[head])
    owner = next((token.lemma.lower() for token in tokens if token.deprel == "nmod:poss"), None)
    if not found.plural:
        return _neighbour(people, sentence, head) if owner in {"its", "their", "it", "they"} else ()
    return pair(people, sentence, head, noun.noun) if owner is None and is_definite(sentence, head) else ()


def _neighbour(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """Whose neighbour is meant by "their neighbour": the state that borders those in the sentence and has most to do with them."""
    here: set[str] = set()
    states: dict[str, Referent] = {}
    weights: dict[str, float] = {}
    for turn in people.story.lately:
        for referent in turn.referents:
            if referent.country is None or referent.code != referent.country:
                continue
            if turn.sentence == sentence.index:
                here |= {referent.country} if referent.kind == "state" else set()
            else:
                states.setdefault(referent.country, referent)
                weight = 1 / (1 + (sentence.index - turn.sentence) / REACH)
                weights[referent.country] = weights.get(referent.country, 0.0) + weight
    world, between = people.scene.world, _between(people, (sentence.index, head), "neighbour", {})
    near = {
        one: weight + sum(between.get(frozenset((one, other)), 0.0) for other in here)
        for one, weight in weights.items()
        if one not in here and any(world.are_neighbours(one, other) for other in here)
    }
    ranked = sorted(near, key=lambda one: -near[one])
    if not ranked or (len(ranked) > 1 and near[ranked[0]] < CLEARLY * near[ranked[1]]):
        return ()
    return (_as_state(people, states[ranked[0]], "neighbour"),)


def _are_foremost(two: Collection[str], weights: Mapping[str, float]) -> bool:
    """Whether each of two is clearly spoken of more than any third."""
    third = max((weight for party, weight in weights.items() if party not in two), default=0.0)
    return len(two) > 1 and all(weights[party] >= CLEARLY * third for party in two)


def _between(
    people: Participants, until: tuple[int, int], noun: str, parties: dict[str, Referent]
) -> Mapping[frozenset[str], float]:
    """How much and how lately any two were told of as acting on one another or together; parties first met there are added."""
    found: defaultdict[frozenset[str], float] = defaultdict(float)
    for event in _told(people, until):
        if _is_before(event, until):
            near, far = (_parties(people, side, states=noun in OF_STATES) for side in (event.actor, event.recipient))
            weight = ACTING / (1 + (until[0] - event.sentence) / REACH)
            for two, much in _acting(event, near, far, meeting=noun.removesuffix("s").endswith(WHO_MEET)):
                found[two] += much * weight
                parties |= {party: one for party, one in (near | far).items() if party in two and party not in parties}
    return found


def _mediators(people: Participants, until: tuple[int, int], *, states: bool) -> frozenset[str]:
    """Those who brought others together: they are no side."""
    done = (one for one in _told(people, until) if (one.category, one.mode) == MEDIATED and _is_before(one, until))
    return frozenset(party for event in done for party in _parties(people, event.actor, states=states))


def _told(people: Participants, until: tuple[int, int]) -> tuple[CodedEvent, ...]:
    """The events told lately, up to the sentence of a word."""
    events, last = people.scene.events, until[0]
    first = bisect_left(events, last - LATELY, key=lambda event: event.sentence)
    return events[first : bisect_right(events, last, key=lambda event: event.sentence)]


def _is_before(event: CodedEvent, until: tuple[int, int]) -> bool:
    """Whether an event was told, with all its participants, before a word."""
    return all((one.sentence, one.head) < until for one in (event.trigger, *event.actor, *event.recipient))


def _acting(
    event: CodedEvent, near: Collection[str], far: Collection[str], *, meeting: bool
) -> Iterator[tuple[frozenset[str], float]]:
    """The pairs that an event sets against one another or brings together, and how much: who meet are those who met."""
    against, kind = event.category in AGAINST, (event.category, event.mode)
    if against or kind in TOGETHER or (meeting and kind == VISIT):
        much = 1.0 if against != meeting else 0.5
        between = not against and len(far) > 1  # an envoy who saw both is neither
        twos = combinations(far, 2) if between else product(near, far)
        yield from ((frozenset(two), much) for two in twos if two[0] != two[1])
    mutual = event.category == "ASSAULT" and not event.recipient  # "Thai and Lao soldiers exchanged fire"
    if kind == MEDIATED:
        yield from ((frozenset(two), 1.0) for two in combinations(far, 2))
    if mutual or kind in TOGETHER or event.trigger.text.lower().startswith(IN_RETURN):
        yield from ((frozenset(two), 1.0) for two in combinations(near, 2))


def _parties(people: Participants, side: tuple[Mention, ...], *, states: bool) -> dict[str, Referent]:
    """Whom those on one side of an event count as: prisoners too are their state's."""
    found: dict[str, Referent] = {}
    for mention in side:
        told = people.scene.reading.sentences[mention.sentence]
        for one in people.refer(told, mention.head) or stand_in(people, told, mention.head):
            party = one.country if states else one.code
            if party is not None and one.sector != "MED":
                found.setdefault(party, one)
    return found


def _telling(sentence: Sentence, head: int) -> frozenset[int]:
    """The subjects of the verbs that a phrase's clause is the content of: in "Russia said it hoped that the two would sign" two words."""
    found: set[int] = set()
    verb = governor(sentence, head)
    while verb >= 0 and sentence.tokens[verb].deprel in {"ccomp", "xcomp", "conj"}:
        content, verb = sentence.tokens[verb].deprel == "ccomp", sentence.tokens[verb].head
        if content:
            found |= {c for c in sentence.children[verb] if sentence.tokens[c].deprel in SUBJECTS}
    return frozenset(found)


def _spoken_of(
    people: Participants, sentence: Sentence, *, states: bool, hopes: frozenset[int] = frozenset()
) -> tuple[dict[str, Referent], dict[str, float]]:
    """The parties told of before, the first mention of each and how much and lately it was spoken of; a venue is none.

    That somebody `hopes`, by these words of the sentence, that two do something does not speak for his being one of them.
    """
    parties: dict[str, Referent] = {}
    weights: dict[str, float] = {}
    for turn in people.story.lately:
        if turn.sentence == sentence.index and turn.head in hopes:
            continue
        for referent in turn.referents:
            party = None if turn.place else _party(referent, states=states)
            if party is not None:
                parties.setdefault(party, referent)
                weights[party] = weights.get(party, 0.0) + 1 / (1 + (sentence.index - turn.sentence) / REACH)
    return parties, weights


def _party(referent: Referent, *, states: bool) -> str | None:
    """What somebody counts as among two parties; None for people, firms and the bodies of others."""
    party = referent.country if states else referent.code
    is_one = referent.kind in {"state", "armed_group"} or referent.sector in OFFICIAL
    return party if is_one and not (states and referent.code != party) else None


def _as_state(people: Participants, referent: Referent, word: str) -> Referent:
    via = f"{word} → {referent.name}"
    if referent.country is None:
        return replace(referent, via=via)
    return Referent(
        name=people.scene.world.state_name(referent.country),
        kind="state",
        country=referent.country,
        code=referent.country,
        id=referent.country,
        sector="GOV",
        via=via,
    )


def _plural(word: str) -> str:
    return word if word.endswith("s") else f"{word[:-1]}ies" if word.endswith(("ry", "my", "ty")) else f"{word}s"
