"""Which triggers only say more of another one: "struck the depot, killing eleven", "a state of emergency", "talks mediated by Oman"."""

from __future__ import annotations

from whosays.coding.circumstances.place_words import SENT
from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.events.hit import Hit
from whosays.coding.trees.clause import base, child, children, has_case, is_passive, opens_with
from whosays.record.reading import Sentence

# "Struck the depot, killing eleven": what the blow did is part of the blow.
RESULTS = frozenset(
    {"kill", "wound", "injure", "destroy", "damage", "hurt", "maim", "displace", "burn", "injury", "die", "perish"}
)
UPON = frozenset({"on", "at", "against", "in", "near", "of", "outside"})
BLOWS = frozenset({"hit", "strike", "set", "burn", "destroy", "damage"})
THINGS = frozenset({"bomb", "mine", "rocket", "missile", "shell", "mortar", "drone", "grenade", "device", "fire"})
AVERTING = frozenset({"intercept", "shoot", "down", "destroy", "repel"})
RESULTING = frozenset({"advcl", "conj", "acl", "xcomp", "parataxis"})
CIRCUMSTANCE = frozenset({"in", "when", "as", "by", "during", "after"})
# What these words govern does not happen: "stopped short of cancelling", "ruled out sending".
ANSWERING = frozenset({"retaliate", "respond", "react", "reply"})  # "retaliated by closing the border"
SEEN = "model"  # the entry of what the model proposes
COMING = frozenset({"cross", "slip", "sneak"})
LEAVING = frozenset({"leave", "depart", "quit", "go"})


def parts_of(sentence: Sentence, hits: list[Hit]) -> dict[int, int]:
    """For each trigger that only says more of another one, that other one."""
    merged: dict[int, int] = {}
    for hit in hits:
        found = (rule(sentence, hit, hits) for rule in (_effect_of, _told_by_result, _result_of, _sent_by, _doubled))
        whole = next(filter(None, found), None)
        if whole is not None and merged.get(whole.index) != hit.index:
            merged[hit.index] = whole.index
    for inner, outer in list(merged.items()):
        merged[inner] = merged.get(outer, outer)
    return merged


def _result_of(sentence: Sentence, hit: Hit, hits: list[Hit]) -> Hit | None:
    """The assault or riot that killed, wounded or destroyed: "struck …, killing …", "a battle in which ten were killed"."""
    if (hit.lemma not in RESULTS and not _goes_with(sentence, hit)) or (hit.is_noun and hit.clause == hit.index):
        return None
    assaults = {other.index: other for other in hits if _may_kill(other) and other.lemma not in RESULTS | COMING}
    token = sentence.tokens[hit.clause]  # of "suffered wounds in the ambush" the verb
    relation = base(token.deprel)
    own = child(sentence, hit.clause, "nsubj", "nsubj:pass") is not None
    results = {other.index: other for other in hits if other.lemma in RESULTS and not other.is_noun}
    if token.head in assaults and (token.deprel == "acl:relcl" or (relation in RESULTING and not own)):
        return assaults[token.head]
    if token.deprel == "acl:relcl" and (above := _assault_above(sentence, token.head, assaults)) is not None:
        return above
    joined = [word for word in children(sentence, hit.index, "conj") if word in results]
    for below in (word for verb in (hit.clause, *joined) for word in children(sentence, verb, "advcl", "obl")):
        if below in assaults and opens_with(sentence, below, *CIRCUMSTANCE) and not _is_apart(sentence, below):
            return assaults[below]
    if relation in RESULTING and not own and token.text.endswith("ing"):
        before = [index for index in assaults if index < hit.index]
        return assaults[max(before)] if before else None
    alone = not own or is_passive(sentence, hit.clause)  # "three were killed and seven wounded"
    return results.get(token.head) if relation == "conj" and alone else None


def _told_by_result(sentence: Sentence, hit: Hit, hits: list[Hit]) -> Hit | None:
    """ "A crowd turned on the guards with stones, injuring nine": of a riot that only the model sees the result is the plainer word.

    So it is of those who came over a border to do it: "crossed from Chad and killed nine".
    """
    if hit.lemma in COMING and hit.category == "ASSAULT" and not hit.is_noun:
        joined = set(children(sentence, hit.index, "conj"))
        return next((one for one in hits if one.index in joined and one.lemma in RESULTS and _may_kill(one)), None)
    if hit.is_noun or hit.entry.id != SEEN or hit.mode != "riot":
        return None
    results = (other for other in hits if other.lemma in RESULTS and other.mode == hit.mode and other.entry.id != SEEN)
    return next(
        (other for other in results if other.index in children(sentence, hit.index, "advcl") and not other.is_noun),
        None,
    )


def _sent_by(sentence: Sentence, hit: Hit, hits: list[Hit]) -> Hit | None:
    """The blow that something fired dealt: "missiles fired by the rebels hit a ship", "the drones that hit it were launched by Chad".

    What was intercepted was fired all the same.
    """
    if hit.lemma not in SENT or hit.is_noun:
        return None
    dealt = {other.index: other for other in hits if other.category == "ASSAULT" and other.lemma not in SENT | AVERTING}
    here = hit.index
    if sentence.tokens[here].deprel == "ccomp" and child(sentence, here, "nsubj") is None:
        here = sentence.tokens[here].head  # "in an attack that the army said was launched from Chad"
    own = child(sentence, here, "nsubj:pass") if here == hit.index else None
    thing = sentence.tokens[here].head if base(sentence.tokens[here].deprel) == "acl" else own
    if thing is None or thing < 0:
        return None
    done = base(sentence.tokens[thing].deprel) == "nsubj" or has_case(sentence, thing, "in")
    above = sentence.tokens[thing].head if done else -1
    return next((dealt[word] for word in (above, *children(sentence, thing, "acl"), thing) if word in dealt), None)


def _goes_with(sentence: Sentence, hit: Hit) -> bool:
    """ "Opened fire, hitting a school": a blow told as going with another."""
    token = sentence.tokens[hit.index]
    return hit.lemma in BLOWS and base(token.deprel) == "advcl" and token.text.endswith("ing")


def _is_apart(sentence: Sentence, clause: int) -> bool:
    """ "Two days after gunmen attacked the post": a time between makes it another deed."""
    after = child(sentence, clause, "mark", "case")
    return after is not None and any(
        word == after - 1 and is_temporal(sentence, word)
        for word in children(sentence, clause, "obl", "nmod", "advmod")
    )


def _assault_above(sentence: Sentence, word: int, assaults: dict[int, Hit]) -> Hit | None:
    """The assault that a noun only says more of: "an attack on a base that killed three"."""
    for _ in range(2):
        token = sentence.tokens[word]
        if base(token.deprel) not in {"nmod", "obl"} or not has_case(sentence, word, *UPON):
            return None
        word = token.head
        if word in assaults:
            return assaults[word]
    return None


def _effect_of(sentence: Sentence, hit: Hit, hits: list[Hit]) -> Hit | None:
    """ "A strike killed four", "blasts tore through the market", "riots left nine dead": the noun names the deed, and the verb what it did."""
    if hit.category != "ASSAULT":
        return None
    if hit.is_noun:  # a bomb is a thing and no deed: what it did is
        token = sentence.tokens[hit.index]
        thing = hit.lemma in THINGS and base(token.deprel) == "nsubj"
        return next((o for o in hits if thing and o.index == token.head and o.category == "ASSAULT"), None)
    own = child(sentence, hit.index, "nsubj")
    return next(
        (
            other
            for other in hits
            if other.index == own and other.is_noun and _may_kill(other) and other.lemma not in THINGS
        ),
        None,
    )


def _may_kill(hit: Hit) -> bool:
    return hit.category == "ASSAULT" or hit.mode == "riot"


def _doubled(sentence: Sentence, hit: Hit, hits: list[Hit]) -> Hit | None:
    """A trigger that tells this one already: "opened fire", "signed an agreement", "a note of protest"."""
    others = (other for other in hits if other.index != hit.index)
    return next((o for o in others if (_is_in_noun if o.is_noun else _is_in_verb)(sentence, hit, o)), None)


def _is_in_noun(sentence: Sentence, hit: Hit, other: Hit) -> bool:
    below = sentence.tokens[hit.index].head == other.index and has_case(sentence, hit.index, "of")
    return below and (hit.lemma == "protest" or (hit.score is not None and _is_of(sentence, hit, other)))


def _is_in_verb(sentence: Sentence, hit: Hit, other: Hit) -> bool:
    token = sentence.tokens[hit.index]
    under, alike = token.head == other.index, other.category == hit.category
    if not hit.is_noun:
        if hit.lemma in ANSWERING and sentence.tokens[other.index].head == hit.index:
            return base(sentence.tokens[other.index].deprel) == "advcl" and has_case(sentence, other.index, "by")
        ordered = other.mode == "expel" and hit.lemma in LEAVING  # "ordered the envoy to leave"
        used = other.lemma == "use" and alike  # "used batons to disperse the crowd"
        inner = base(token.deprel) == "xcomp"
        called = inner and token.upos == "ADJ" and alike  # "called the charge absurd"
        ended = inner and other.mode == "ceasefire"  # "stopped shelling the town"
        return under and (ordered or used or called or ended)
    fixed = under and has_case(sentence, hit.index, *other.entry.particle)  # "came under fire"
    in_span = other.index < hit.index <= other.index + len(other.entry.particle)
    described = other.index in children(sentence, hit.index, "acl")  # "talks mediated by Turkey"
    part = token.head >= 0 and sentence.tokens[token.head].lemma == "part"  # "took part in the exercise"
    tied = has_case(sentence, hit.index, "of", *({"in"} if part else ()))
    measured = base(token.deprel) == "nmod" and tied and token.head >= 0
    under_thing = measured and sentence.tokens[token.head].head == other.index  # "approved a package of sanctions"
    same = alike and ((under and base(token.deprel) in {"obj", "obl"}) or described or under_thing)
    return fixed or in_span or (same and hit.mode in {other.mode, None})


def _is_of(sentence: Sentence, hit: Hit, other: Hit) -> bool:
    """Whether a noun only says what another is of: "a state of emergency"."""
    token = sentence.tokens[hit.index]
    return (
        hit.category == other.category
        and token.head == other.index
        and base(token.deprel) == "nmod"
        and has_case(sentence, hit.index, "of")
    )
