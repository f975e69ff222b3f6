"""What the model adds to the lexicon's triggers: which sense is meant, roles that the syntax lost, words that the lexicon lacks.

Rules win where they fire with full arguments. A reader without the heads of meaning gives no signs, and nothing here changes.
"""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.hit import Hit
from whosays.coding.roles import Roles
from whosays.lexicon.predicates import Predicate
from whosays.record.reading import Sentence, Sign

PROPOSED = 0.8  # a word that the lexicon lacks is an event from this probability of one category on
UNLIKELY = 0.03  # an entry that asks for nothing is no event where the model gives its category less
FILLED = 0.6  # a participant that the syntax did not find is taken from this probability on
POS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}


def sign_at(sentence: Sentence, index: int) -> Sign | None:
    """The model's sign at a word."""
    return next((sign for sign in sentence.signs if sign.index == index), None)


def likelihood(sentence: Sentence, index: int, category: str) -> float | None:
    """How likely the model holds a category at a word; None from a reader without the heads of meaning."""
    if not sentence.certainty:
        return None
    sign = sign_at(sentence, index)
    return dict(sign.scores).get(category, 0.0) if sign else 0.0


def proposed(sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """Words that no entry of the lexicon fits and that the model is sure of, with the roles that it gives."""
    taken = {word for hit in hits for word in (hit.index, hit.clause)}
    return [
        proposal(sentence, sign)
        for sign in sentence.signs
        if sign.scores[0][1] >= PROPOSED and sign.index not in taken and sentence.tokens[sign.index].upos in POS
    ]


def proposal(sentence: Sentence, sign: Sign) -> Hit:
    """A sign as a hit: the model's likeliest category, its roles, its score."""
    token = sentence.tokens[sign.index]
    category, score = sign.scores[0]
    entry = Predicate(
        id="model",
        lemma=token.lemma.lower(),
        pos=POS.get(token.upos, "verb"),
        particle=(),
        category=category,
        mode=sign.mode,
        cameo=None,
        frame="agent-patient",
        demands=(),
        recipient=frozenset(),
        example="",
        counterexample="",
    )
    roles = Roles(actor=_words(sign, "actor"), recipient=_words(sign, "recipient"))
    return Hit(
        sentence=sentence, index=sign.index, entry=entry, roles=roles, category=category, mode=sign.mode, score=score
    )


def completed(hit: Hit) -> Hit:
    """The hit with the participants that the model sees and the syntax lost."""
    sign = sign_at(hit.sentence, hit.index)
    if sign is None or hit.category not in dict(sign.scores):
        return hit
    roles = hit.roles
    taken = {*roles.actor, *roles.recipient, *roles.theme}
    actor = roles.actor or tuple(word for word in _words(sign, "actor") if word not in taken)
    recipient = roles.recipient or tuple(
        word for word in _words(sign, "recipient") if word not in {*roles.actor, *actor}
    )
    return replace(hit, roles=replace(roles, actor=actor, recipient=recipient))


def _words(sign: Sign, role: str) -> tuple[int, ...]:
    return tuple(part.index for part in sign.parts if part.role == role and part.score >= FILLED)
