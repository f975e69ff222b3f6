"""Whether people named without a state are of the one that the text is about: "police", "two neighbours", not "foreign fighters"."""

from __future__ import annotations

from itertools import pairwise

from whosays.record.reading import Sentence
from whosays.resolve.phrases.noun_phrases import appositions, count, is_indefinite, is_plural, is_roughly, is_subject
from whosays.resolve.register.nouns import Noun
from whosays.resolve.whose.whose import ENVOYS, OPPOSITE

NEIGHBOURS = {"neighbour", "neighbours", "neighbor", "neighbors"}
# Words for the state itself: "the Ukrainian government" is Ukraine.
STATES = {
    "government",
    "regime",
    "country",
    "nation",
    "state",
    "kingdom",
    "republic",
    "administration",
    "leadership",
    "authority",
    "authorities",
    "capital",
    "cabinet",
    "side",
}
ELSEWHERE = {"western", "european", "foreign", "international", "global", "regional", "arab", "african", "asian", "allied",
             "gulf", "eu", "world", "outside", "neighbouring", "neighboring", "hostile", "enemy", "many", "other",
             "another", "some", "visiting", "multinational", "private"}  # fmt: skip
MORE = {"other", "another"}  # "another minister" may be any state's, "four other soldiers" are of those told of
FROM_ELSEWHERE = {"settler", "crew", "passenger", "tourist"}  # not of the land where they are told of
OFFICES = {"ministry", "minister", "office"}
IN_THE_KNOW = {"familiar", "brief", "briefed", "aware", "privy", "acquainted", "knowledge"}


def is_local(noun: Noun, sentence: Sentence, head: int, words: list[int]) -> bool:
    """Whether those named so are, unless said otherwise, of the state that the text is about.

    Not "Western agencies" or "foreign fighters", whose state is another; nor "regimes" and what someone is said to be.
    """
    said = [sentence.tokens[i].text.lower() for i in words if not is_roughly(sentence, i)]
    home = {
        *noun.noun.split(),
        *(one for one, after in pairwise(said) if after in OFFICES),
    }  # "a foreign ministry official"
    if not noun.body:
        home |= MORE
    if any(word in ELSEWHERE and word not in home for word in said):
        return False
    if any(sentence.tokens[child].deprel == "cop" for child in sentence.children[head]):
        return False
    new = is_indefinite(sentence, head) or count(sentence, head) is not None
    if noun.noun in NEIGHBOURS and new and not any(True for _ in appositions(sentence, head)):
        return True  # "two neighbours said"
    behind = (token.lemma.lower() for token in sentence.tokens[head + 1 : head + 4])
    if sentence.tokens[head].lemma.lower() in OPPOSITE | FROM_ELSEWHERE | ENVOYS or not IN_THE_KNOW.isdisjoint(behind):
        return False  # "two people familiar with the talks" may be anybody's
    if noun.noun in STATES and (is_plural(sentence.tokens[head]) and not noun.noun.startswith("authorit")):
        return False
    people = noun.sector in {"EDU", "MED", "BUS"} and not noun.body and not is_subject(sentence, head)
    return noun.owned or people or noun.sector in {"CVL", "HLH", "OPP", "LAB", "COP"}
