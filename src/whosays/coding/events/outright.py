"""What is told outright, whatever stands around it: the walk down the tree and the network's certainty agree that it was.

"Asked the court to annul the curfew", "unless the men who stabbed a guard are moved": a demand and a condition leave
open what they govern, and not what they take for granted. Rules that go by the word above cannot tell the two apart.
"""

from __future__ import annotations

from whosays.coding.certainty.factuality import CERTAIN, Walk, path_to
from whosays.coding.trees.clause import base, child, children
from whosays.lexicon.cues import Cues
from whosays.record.reading import Sentence

SURE = 2.5  # of 3; what the network holds so far certain it has no doubt of
# What is done by habit is told of nobody's deed, however certain it is.
HABITS = frozenset({"often", "usually", "always", "generally", "typically", "rarely", "sometimes", "seldom"})


def is_told_outright(sentence: Sentence, index: int, cues: Cues) -> bool:
    """Whether a word tells what was, by the walk as by the network; without a network's certainty nothing is said.

    What a deed does to others ("backing Peru strengthens Chile") is told of the deed at any time, as what is done
    "often" is, however certain.
    """
    if not sentence.certainty or sentence.certainty[index] < SURE:
        return False
    path = path_to(sentence, index)
    weighed = base(sentence.tokens[index].deprel) == "csubj" or child(sentence, index, "csubj") is not None
    if weighed or any(is_habit(sentence, node) for node in path):
        return False
    return Walk(sentence=sentence, cues=cues, credited=True).along(path) == CERTAIN


def is_habit(sentence: Sentence, clause: int) -> bool:
    """ "Accusations often follow a raid": what is told of no one time."""
    return any(sentence.tokens[word].lemma.lower() in HABITS for word in children(sentence, clause, "advmod"))
