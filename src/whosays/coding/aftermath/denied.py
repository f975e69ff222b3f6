"""What a denial denies, and what it leaves standing.

"Rejected accusations over the raid" denies blame and no raid; "said that it had not fired, and thanked the crews" denies
no thanks. A denial in words of its own ("it had not fired into Chad") is on the deed that others lay at its speaker's door.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.aftermath.about import deed_ascribed_to
from whosays.coding.aftermath.story import Story
from whosays.coding.certainty.denials import DENIED
from whosays.coding.certainty.factuality import path_to
from whosays.coding.certainty.presupposed import is_topic
from whosays.coding.trees.clause import base, has_case
from whosays.record.coded import CodedEvent, CodedStance, Mention
from whosays.record.reading import Sentence

DEFIES = "said.v.pressed"  # "we will not be blackmailed": what is refused was asked elsewhere
ON_CONDITION = ("until", "unless")
ARMS = frozenset({"firearms", "heavy-weapons", "aerial", "drone", "explosives"})  # fire is told in many words


def denied_of(story: Story, event: CodedEvent, found: list[int]) -> list[int]:
    """What a rejection is about of the events in its words: what a statement denies, no topic, no condition."""
    if event.category != "REJECT":
        return found
    if event.why.rule == DEFIES:
        return []
    if event.why.rule == DENIED:
        return [one for one in found if any(_denials(story.events[one]))]
    sentence = story.reading.sentences[event.sentence]
    return [
        one
        for one in found
        if story.events[one].sentence != event.sentence
        or not _stands(sentence, event.trigger.head, story.events[one].trigger.head)
    ]


def _stands(sentence: Sentence, top: int, word: int) -> bool:
    """Whether a rejection leaves a deed standing: one that it is only over, or that it waits for."""
    path = path_to(sentence, word)
    below = path[path.index(top) + 1 :] if top in path else path
    waits = (base(sentence.tokens[one].deprel) == "advcl" and has_case(sentence, one, *ON_CONDITION) for one in below)
    return any(waits) or any(is_topic(sentence, one) for one in below)


def is_over(sentence: Sentence, thing: int, word: int) -> bool:
    """Whether what is judged is only over a deed: "accusations over the raid", "criticism of the raid"."""
    path = path_to(sentence, word)
    return thing in path and any(is_topic(sentence, one) for one in path[path.index(thing) + 1 :])


def answered_by(story: Story) -> Iterator[tuple[int, CodedStance]]:
    """The deeds that denials in words of their own are on, each with the denier's stance.

    "Elders accused Kenya of shelling a village. The army said it had not fired into Somalia": the shelling, told in other
    words, by others, of the denier's own side.
    """
    for index, event in enumerate(story.events):
        for stance in _denials(event):
            if stance.source is None or event.mode not in ARMS or _is_held(event):
                continue
            charged = deed_ascribed_to(story, stance.source, event.trigger.start)
            if charged is not None and charged != index and _may_be(story, event, story.events[charged]):
                yield charged, stance


def _denials(event: CodedEvent) -> Iterator[CodedStance]:
    return (row for row in event.stances if row.source is not None and row.value.endswith("-"))


def _is_held(event: CodedEvent) -> bool:
    """Whether anybody holds that an event was: then it is itself what is denied."""
    return any(row.value.endswith("+") for row in event.stances)


def _may_be(story: Story, denied: CodedEvent, charged: CodedEvent) -> bool:
    """Whether what is denied may be what was charged: fire, too, of the same side, at nobody else by name."""
    if charged.mode not in ARMS or denied.why.rule == charged.why.rule:
        return False  # the same word is linked by itself
    if any(row.value.endswith("-") for row in charged.stances if row.source is not None):
        return False
    own, theirs = _states(story, denied.actor), _states(story, charged.actor)
    to, whom = _states(story, denied.recipient), _states(story, charged.recipient)
    return not (own and theirs and not own & theirs) and not (to and whom and not to & whom)


def _states(story: Story, mentions: tuple[Mention, ...]) -> frozenset[str]:
    """The states that are named; a village may be anybody's."""
    return frozenset().union(*(story.cues.states.named_in(one.text) for one in mentions))
