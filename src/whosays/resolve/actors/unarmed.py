"""Bodies that speak for rights or bring aid: "the group" that killed is none of them, whoever was told of last.

"Gunmen of the Front shot nine, Amnesty International said. The group attacked another town": the Front did.
"""

from __future__ import annotations

from whosays.record.reading import Sentence
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.story import Referent

FOR_OTHERS = frozenset("advocacy aid campaign charity monitoring relief right rights".split())  # "a rights group"


def fights(people: Participants, sentence: Sentence, head: int) -> bool:
    """Whether who is told of does violence in the sentence: "the group killed nine", "talks with the group, after it killed nine"."""
    attacks = (one for one in people.scene.events if one.sentence == sentence.index and one.category == "ASSAULT")
    doers = {one.head for event in attacks for one in event.actor}
    return any(word == head or (word > head and sentence.tokens[word].text.lower() == "it") for word in doers)


def is_unarmed(people: Participants, referent: Referent) -> bool:
    """Whether a body is known, or was called, one that speaks for rights or brings aid."""
    if referent.sector == "NGO":
        return True
    for turn in people.story.lately:
        if any(one.id == referent.id for one in turn.referents):
            told = people.scene.reading.sentences[turn.sentence]
            above = told.tokens[turn.head].head if told.tokens[turn.head].deprel == "appos" else turn.head
            if {told.tokens[word].lemma.lower() for word in told.children[above]} & FOR_OTHERS:
                return True
    return False
