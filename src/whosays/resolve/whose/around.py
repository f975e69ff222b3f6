"""Whose somebody is where no word tells: the state of the places around, weighed with the one that the whole text is about.

That a state is named around says little: whoever tells what a neighbour did names the neighbour. Where something is said
to have been, there its police, its soldiers and its people are; a ministry that speaks of it may be elsewhere.
"""

from __future__ import annotations

from whosays.record.reading import Sentence
from whosays.resolve.scene.bearings import Bearing
from whosays.resolve.scene.scene import Scene

ELSEWHERE = frozenset({"GOV", "SPY", "IGO", "NGO", "PMC", "REB", "UAF"})
# What all of the text, a place nearby, and one for those who may be elsewhere weigh.
WHOLE, HERE, HERE_TOO = 2.0, 2.0, 1.0
LEADING = 0.2  # what a state weighs that is a subject or an owner nearby, as against a place
OPENING, FADE = 0.9, 0.5  # what is left a sentence later of a place that opens one ("In Lima, …"), and of any other
REACH = 4  # sentences of the paragraph that bear on it
CLEAR = 0.1  # by how much the first state must be ahead of the second, else nothing tells which it is
AT_HOME = 0.5  # the same, where the second is the one whose president needs no name of his state


def state_around(scene: Scene, sentence: Sentence, sector: str | None, homes: tuple[str, ...] = ()) -> str | None:
    """The state that somebody of a sector, told of in a sentence, is of where no word tells.

    Of those that are nearly as likely it is the one of `homes`: a report from Quito says "President Berg" of Ecuador's. None
    where two are as likely and that does not tell.
    """
    if scene.setting is None:
        return None
    whole = max(scene.weights.values())
    here = HERE_TOO if sector in ELSEWHERE else HERE
    scores = {country: WHOLE * weight / whole for country, weight in scene.weights.items()}
    for country, weight in _near(scene, sentence).items():
        scores[country] = scores.get(country, 0.0) + here * weight
    best = max(scores, key=lambda country: scores[country])
    at_home = next((one for one in homes if scores[best] - scores.get(one, 0.0) < AT_HOME), None)
    close = [country for country in scores if scores[best] - scores[country] < CLEAR]
    return at_home or (best if len(close) == 1 else None)


def _near(scene: Scene, sentence: Sentence) -> dict[str, float]:
    """How much the sentence and those before it in its paragraph are set in each state, by how near they are."""
    near: dict[str, float] = {}
    for back in range(min(REACH, sentence.index + 1)):
        told = scene.reading.sentences[sentence.index - back]
        if told.paragraph != sentence.paragraph:
            break
        said: dict[str, float] = {}
        for one in scene.bearings[told.index]:
            said[one.country] = max(_says(one, told, back), said.get(one.country, 0.0))
        for country, weight in said.items():
            near[country] = near.get(country, 0.0) + weight
    return near


def _says(one: Bearing, told: Sentence, back: int) -> float:
    """How much one word of a sentence some way back says of where the text is by now."""
    if one.dated or not (one.place or one.leads):
        return 0.0
    opens = one.place and one.word < told.root
    return (1.0 if one.place else LEADING) * (OPENING if opens else FADE) ** back
