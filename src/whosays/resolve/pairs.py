"""Two parties at once: "both governments", "the two neighbours", "their neighbour", relations between two states."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from whosays.record.reading import Sentence
from whosays.resolve.nouns import Noun
from whosays.resolve.phrases import is_definite
from whosays.resolve.story import Referent

if TYPE_CHECKING:
    from whosays.resolve.who import Participants

NEIGHBOURS = {"neighbour", "neighbours", "neighbor", "neighbors"}
OF_STATES = {"country", "state", "nation", "capital", "neighbour", "neighbours", "neighbor", "neighbors", "government"}
OFFICIAL = {"GOV", "MIL", "SPY", "COP"}
REACH = 12  # how many sentences back a party told of counts half
CLEARLY = 1.5  # how much more the second state of two must be spoken of than a third


def pair(
    people: Participants, sentence: Sentence, noun: str, without: frozenset[str | None] = frozenset()
) -> tuple[Referent, ...]:
    """The two parties that "both sides" stands for: those that the text has spoken of most and last; two capitals are states'.

    `without` are the codes of whoever does something to them: Russia, which calls on the two sides, is neither.
    """
    parties, weights = _spoken_of(people, sentence, states=noun in OF_STATES)
    weights = {party: weight for party, weight in weights.items() if party not in without}
    pairs = list(combinations(weights, 2))
    if noun in NEIGHBOURS:
        near = [pair for pair in pairs if people.scene.world.are_neighbours(*pair)]
        across = any(token.lemma == "two" for token in sentence.tokens)  # "the two neighbours" may lie across a sea
        pairs = near or (pairs if across else [])
    best = max(pairs, key=lambda two: weights[two[0]] + weights[two[1]], default=())
    return tuple(_as_state(people, parties[p], f"both {_plural(noun)}") for p in best)


def two_states(people: Participants, sentence: Sentence) -> tuple[Referent, ...]:
    """The two states that a text is clearly about by then; none where a third is spoken of nearly as much."""
    parties, weights = _spoken_of(people, sentence, states=True)
    ranked = sorted(weights, key=lambda party: -weights[party])
    clear = len(ranked) == 2 or (len(ranked) > 2 and weights[ranked[1]] >= CLEARLY * weights[ranked[2]])
    two = [party for party in parties if party in ranked[:2]] if clear else []  # as they were first told of
    return tuple(_as_state(people, parties[party], "both states") for party in two)


def neighbours(
    people: Participants, sentence: Sentence, head: int, found: Referent, noun: Noun
) -> tuple[Referent, ...]:
    """ "Their neighbour" is a state, "the neighbours" are two; a man's neighbours are people, a state's may be many."""
    tokens = (sentence.tokens[below] for below in sentence.children[head])
    owner = next((token.lemma.lower() for token in tokens if token.deprel == "nmod:poss"), None)
    if not found.plural:
        return _neighbour(people, sentence) if owner in {"its", "their", "it", "they"} else ()
    return pair(people, sentence, noun.noun) if owner is None and is_definite(sentence, head) else ()


def _neighbour(people: Participants, sentence: Sentence) -> tuple[Referent, ...]:
    """Whose neighbour is meant by "their neighbour": the state told of most and last that borders those in the sentence."""
    here: set[str] = set()
    states: dict[str, Referent] = {}
    weights: dict[str, float] = {}
    for turn in people.story.turns:
        for referent in turn.referents:
            if referent.country is None or referent.code != referent.country:
                continue
            if turn.sentence == sentence.index:
                here.add(referent.country)
            else:
                states.setdefault(referent.country, referent)
                weight = 1 / (1 + (sentence.index - turn.sentence) / REACH)
                weights[referent.country] = weights.get(referent.country, 0.0) + weight
    world = people.scene.world
    near = [one for one in weights if one not in here and any(world.are_neighbours(one, other) for other in here)]
    if not near:
        return ()
    return (_as_state(people, states[max(near, key=lambda one: weights[one])], "neighbour"),)


def _spoken_of(
    people: Participants, sentence: Sentence, *, states: bool
) -> tuple[dict[str, Referent], dict[str, float]]:
    """The parties told of before, the first mention of each and how much and lately it was spoken of."""
    parties: dict[str, Referent] = {}
    weights: dict[str, float] = {}
    for turn in people.story.turns:
        for referent in turn.referents:
            party = referent.country if states else referent.code
            if party is not None and (referent.kind in {"state", "armed_group"} or referent.sector in OFFICIAL):
                if states and referent.code != party:
                    continue
                parties.setdefault(party, referent)
                weights[party] = weights.get(party, 0.0) + 1 / (1 + (sentence.index - turn.sentence) / REACH)
    return parties, weights


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
    return word if word.endswith("s") else f"{word[:-1]}ies" if word.endswith(("ry", "my")) else f"{word}s"
