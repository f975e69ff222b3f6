"""Whose words a whole text is: a party's statement, printed as it came.

"The Harbour Front makes known the following. … We shall free the four": who issued it is said in its first sentences, and
"we" outside quotes are they.
"""

from __future__ import annotations

from whosays.record.reading import Sentence
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import SUBJECTS
from whosays.resolve.phrases.story import Referent

OPENING = 4  # sentences in which a statement says whose it is
ISSUING = frozenset("announce communicate declare inform issue make publish read release state".split())


def issued_by(people: Participants, sentence: Sentence) -> tuple[Referent, ...]:
    """Who issued the statement that the text is; nobody where it is none, or before it is said."""
    for opening in people.scene.reading.sentences[: min(OPENING, sentence.index)]:
        if not any(token.text.lower() == "following" for token in opening.tokens):
            continue
        for token in opening.tokens:
            if token.deprel in SUBJECTS and opening.tokens[token.head].lemma.lower() in ISSUING:
                return tuple(one for one in people.refer(opening, token.index) if one.code is not None)
    return ()
