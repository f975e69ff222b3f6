"""Which triggers are events of their own: what is part of another, a mere name, denied, told of a kind or left open is not.

Over-coding is the old disease of event coders; each rule here names a way of being no deed. What keeps a deed from having
been done stands in `not_done`, what is told outright all the same in `outright`, and statements about a kind in `generic`.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.certainty.denials import DENIED, IN_WORDS
from whosays.coding.certainty.factuality import path_to
from whosays.coding.events.called import is_epithet, is_only_called, is_part_of_name
from whosays.coding.events.generic import is_generic
from whosays.coding.events.hit import Hit
from whosays.coding.events.not_done import ADDRESSED, is_left_open, is_ruled_on, is_wished
from whosays.coding.events.outright import is_told_outright
from whosays.coding.events.parts import parts_of
from whosays.coding.events.signs import is_of_the_press
from whosays.coding.trees.clause import base, child, children, has_case, is_negated
from whosays.lexicon.cues import Cues
from whosays.record.reading import Sentence

# Before a noun these say what it is and not what happened: "the occupied province", "a banned party", "frozen assets".
STANDING = frozenset(
    "occupy annex besiege blockade oust depose overthrow topple displace ban outlaw proscribe freeze sanction exile".split()
)
NEAR = 9  # words from "how far" to the verb whose degree it is
ANONYMOUS = frozenset({"name", "identify", "quote"})
UNHURT = frozenset({"hurt", "injure", "wound"})  # "nobody was hurt" ends many a report and denies nothing
GOING = frozenset({"fly", "go", "return", "travel", "head", "come", "drive", "leave"})


def select(
    sentence: Sentence, hits: list[Hit], told: frozenset[str], cues: Cues
) -> tuple[list[Hit], dict[int, list[Hit]]]:
    """The hits that are events, and for each of them (by its word) the hits that are parts of it.

    `told` are the lemmas and categories of the triggers that the document tells without negation.
    """
    whole = parts_of(sentence, hits)
    apart = (hit for hit in hits if hit.index not in whole)
    kept = [
        hit
        for hit in apart
        if not _is_no_event(sentence, hit, hits, told)
        and not is_generic(hit, hits, cues)
        and (not is_left_open(sentence, hit, hits) or is_told_outright(sentence, hit.index, cues))
    ]
    parts: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.index in whole:
            parts.setdefault(whole[hit.index], []).append(hit)
    return kept, parts


def promised(sentence: Sentence, hit: Hit, hits: list[Hit]) -> list[Hit]:
    """What an agreement or a promise is about: "agreed to send 700 soldiers" is one event, and counts them."""
    if hit.category != "AGREE":
        return []
    return [other for other in hits if other.index != hit.index and is_wished(sentence, other, [hit])]


def _is_no_event(sentence: Sentence, hit: Hit, hits: list[Hit], told: frozenset[str]) -> bool:
    """Whether a word is no deed of its own, or one that is denied and that nobody else tells."""
    return any(_ways_of_being_none(sentence, hit, hits, told))


def _ways_of_being_none(sentence: Sentence, hit: Hit, hits: list[Hit], told: frozenset[str]) -> Iterator[bool]:
    yield _is_left(sentence, hit, hits)
    yield _is_only_measured(sentence, hit)
    yield (
        hit.lemma == "fire" and hit.clause == hit.index and has_case(sentence, hit.index, "under")
    )  # "will not talk under fire"
    yield _is_weighed(sentence, hit)
    yield hit.is_noun and is_of_the_press(sentence, hit.index)
    yield _is_anonymity(sentence, hit)
    yield _is_one_who_fled(sentence, hit)
    yield is_epithet(sentence, hit)
    yield is_ruled_on(sentence, hit)
    yield _is_nobodys_charge(sentence, hit, hits)
    yield _is_homeward(sentence, hit)
    yield is_only_called(sentence, hit, hits)
    yield hit.lemma in STANDING and base(sentence.tokens[hit.index].deprel) == "amod"
    yield not hit.is_noun and is_part_of_name(sentence, sentence.tokens[hit.index])
    yield is_denied(sentence, hit) and not (_is_known(sentence, hit, told) or _is_what_is_denied(sentence, hit, hits))


def _is_weighed(sentence: Sentence, hit: Hit) -> bool:
    """ "To call this a murder is one more insult": what it would be to do so is said, and not that anybody does."""
    token = sentence.tokens[hit.clause]
    if base(token.deprel) != "csubj" or token.head < token.index or not has_case(sentence, token.index, "to"):
        return False
    return sentence.tokens[token.head].upos in {"NOUN", "ADJ", "PRON"}


def _is_what_is_denied(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """Whether a party says of a deed that it did not do it: nobody denies what nobody alleges."""
    above = sentence.tokens[hit.clause].head
    return hit.category != "REJECT" and any(
        other.index == (hit.clause if other.note == IN_WORDS else above) for other in hits if other.entry.id == DENIED
    )


def _is_known(sentence: Sentence, hit: Hit, told: frozenset[str]) -> bool:
    """Whether what is denied was told elsewhere: in the same word, or as "the attack"."""
    if hit.category == "REJECT" or hit.lemma in UNHURT:
        return False
    if hit.category in told and _is_reported(sentence, hit):
        return True
    definite = any(
        sentence.tokens[word].lemma.lower() in {"the", "this", "that"} for word in children(sentence, hit.index, "det")
    )
    return hit.lemma in told or (hit.is_noun and definite and hit.category in told)


def _is_reported(sentence: Sentence, hit: Hit) -> bool:
    """Whether somebody says of a deed that it was not: "told the paper that not one shell had been fired"."""
    if hit.is_noun or sentence.tokens[hit.index].head < 0:
        return False
    perfect = any(sentence.tokens[word].lemma.lower() == "have" for word in children(sentence, hit.clause, "aux"))
    past = (
        perfect
        or "Tense=Past" in sentence.tokens[hit.clause].feats
        or any("Tense=Past" in sentence.tokens[w].feats for w in children(sentence, hit.clause, "aux"))
    )
    return past and any(
        base(sentence.tokens[node].deprel) in {"ccomp", "parataxis"} for node in path_to(sentence, hit.index)
    )


def is_denied(sentence: Sentence, hit: Hit) -> bool:
    """Whether the clause of a trigger is negated; of a refusal that says "will not", whether it is refused again."""
    if hit.note in {"announced not to", IN_WORDS}:
        return False
    return is_negated(sentence, hit.index) or (hit.clause != hit.index and is_negated(sentence, hit.clause))


def _is_homeward(sentence: Sentence, hit: Hit) -> bool:
    """ "The president flew home": where somebody lives he visits nobody."""
    if hit.category not in {"CONSULT", "AGREE"} or hit.is_noun or hit.lemma not in GOING:
        return False
    return any(sentence.tokens[word].lemma.lower() in {"home", "back"} for word in sentence.children[hit.index])


def _is_nobodys_charge(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """ "Rejected accusations that it had armed them": where nobody is said to accuse, the denial tells it all.

    "The charge" is one that was told before.
    """
    token = sentence.tokens[hit.index]
    if hit.category != "ACCUSE" or not hit.is_noun or hit.roles.actor or child(sentence, hit.index, "det") is not None:
        return False
    return base(token.deprel) in {"obj", "nsubj", "obl"} and any(
        other.index == token.head and other.category == "REJECT" for other in hits
    )


def _is_only_measured(sentence: Sentence, hit: Hit) -> bool:
    """Whether only the degree of a will or demand is spoken of: "how far they are willing to go", "how much it asks"."""
    if hit.category not in ADDRESSED or hit.is_noun:
        return False
    before = sentence.tokens[max(0, hit.clause - NEAR) : hit.clause]
    how = next((token.index for token in reversed(before) if token.lemma.lower() == "how"), None)
    if how is None or sentence.tokens[how + 1].upos not in ("ADJ", "ADV"):
        return False
    return all(token.upos != "PUNCT" for token in sentence.tokens[how : hit.clause])


def _is_left(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """ "Backed out of the deal", "walked away from the truce": what somebody leaves was there, and is not made anew.

    Talks that somebody walks out of were held.
    """
    token = sentence.tokens[hit.index]
    if not hit.is_noun or hit.category not in {"AGREE", "COOPERATE", "RETREAT"} or base(token.deprel) != "obl":
        return False
    above = sentence.tokens[token.head]
    verb = above.head if above.upos == "ADV" else above.index  # "away from"
    left = any(other.index == verb and other.category == "REJECT" for other in hits)
    return left and has_case(sentence, hit.index, "of", "from")


def _is_anonymity(sentence: Sentence, hit: Hit) -> bool:
    """ "Asked not to be named", "begged us not to print her name": a condition of talking, not a demand."""
    if hit.category != "REQUEST":
        return False
    asked = list(children(sentence, hit.index, "xcomp", "ccomp", "advcl"))
    things = (below for word in asked for below in children(sentence, word, "obj"))
    unnamed = any(sentence.tokens[below].lemma.lower() == "name" for below in things)
    return unnamed or any(sentence.tokens[word].lemma.lower() in ANONYMOUS for word in asked)


def _is_one_who_fled(sentence: Sentence, hit: Hit) -> bool:
    """Somebody by name who fled abroad was not expelled; that people fled is told by their number or in the plural."""
    if hit.lemma != "flee" or hit.category != "SANCTION":
        return False
    return all(
        any(name.kind == "PER" and name.first <= word <= name.last for name in sentence.names)
        or ("Number=Sing" in sentence.tokens[word].feats and child(sentence, word, "nummod") is None)
        for word in hit.roles.recipient
    )
