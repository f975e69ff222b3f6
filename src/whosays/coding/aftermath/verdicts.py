"""What counts as a reaction: verdicts on a charge, denials, silence, responsibility that is claimed or laid on others.

Here words are read and nothing else; on what they are said, `whosays.coding.aftermath.reactions` looks up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whosays.coding.certainty import silence
from whosays.coding.certainty.factuality import Walk, is_called_off
from whosays.coding.certainty.left_open import is_sought
from whosays.coding.trees.clause import base, child, children, has_case, is_negated, is_passive, subject
from whosays.lexicon.cues import Cue, Cues
from whosays.record.event import StanceValue
from whosays.record.reading import Sentence

PARTAKING = frozenset({"have", "play", "take", "bear"})
OWNING = frozenset({"claim", "take", "accept", "assume", "admit"})  # responsibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A reaction before its event is looked up: who, what value, the word it was read from, the word of its object."""

    source: int | None
    value: StanceValue
    cue: int
    thing: int | None
    silent: bool = False
    of_the_last: bool = False  # on what was told right before, which its own words do not name


def hits(sentence: Sentence, cues: Cues) -> Iterator[Hit]:
    """The reactions in a sentence, at most one a word, before anybody looks what they are on."""
    for quiet in silence.find(sentence, cues):
        yield Hit(source=quiet.source, value=quiet.value, cue=quiet.cue, thing=None, silent=True)
    for token in sentence.tokens:
        cue = cues.cue(token.lemma, token.upos) if token.upos == "VERB" else None
        hit = _verdict(sentence, token.index, cue, cues) if cue else None
        hit = hit or _falsehood(sentence, token.index, cues) or _no_part(sentence, token.index, cues)
        hit = hit or _owned(sentence, token.index, cues) or _blamed(sentence, token.index, cues)
        hit = hit or _no_such(sentence, token.index)
        if hit is not None:
            yield hit


def _verdict(sentence: Sentence, index: int, cue: Cue, cues: Cues) -> Hit | None:
    """Reads "Rejected the charge", "condemned the move", "confirmed it", "a charge the ministry rejects"."""
    committed = (cue.author == "CT+" and cue.holder == "CT+") or cue.holder == "CT-"
    if not committed or not cue.frames & {"obj", "small"} or not _is_asserted(sentence, index, cues):
        return None
    if is_called_off(sentence, index) or is_sought(sentence, index, cue):
        return None
    thing = _judged(sentence, index, cue, cues)
    if thing is None:
        return None
    value: StanceValue = "CT-" if cue.holder == "CT-" or called_false(sentence, index, cues) else "CT+"
    if value == "CT+" and cue.frames & {"small", "as"} and is_kind(sentence, thing, cues, "claim"):
        return None  # who calls a charge grave or an insult does not bear it out
    return Hit(source=subject(sentence, index), value=value, cue=index, thing=thing)


def _judged(sentence: Sentence, index: int, cue: Cue, cues: Cues) -> int | None:
    """What a verdict is on: its object, what it describes, or what stands in front of it."""
    thing = child(sentence, index, "nsubj:pass") if is_passive(sentence, index) else child(sentence, index, "obj")
    fronted = list(children(sentence, index, "nsubj"))
    if thing is None and sentence.tokens[index].deprel == "acl:relcl":
        thing = sentence.tokens[index].head
    elif thing is None and base(sentence.tokens[index].deprel) == "ccomp":  # "charges that Lima brushed aside"
        thing = _claim_above(sentence, index, cues)
    elif thing is None and len(fronted) > 1:  # "a charge the ministry rejects", read as one clause with two subjects
        thing = fronted[0]
    if thing is None and cue.holder == "CT-":
        thing = _part_in(sentence, index)
    if thing is None and cue.holder == "CT-":  # "scoffed at the claim"
        thing = next((word for word in children(sentence, index, "obl") if has_case(sentence, word, *cue.frames)), None)
    relative = thing is not None and sentence.tokens[thing].lemma.lower() in ("which", "that")
    if relative and base(sentence.tokens[index].deprel) == "acl":
        thing = sentence.tokens[index].head
    return thing if thing is None else _what_is_called(sentence, thing)


def _part_in(sentence: Sentence, index: int) -> int | None:
    """ "Denied having any hand in the raid", "denies that it played a part": the hand or part."""
    inner = child(sentence, index, "xcomp", "ccomp", "advcl")
    if inner is None or sentence.tokens[inner].lemma.lower() not in PARTAKING:
        return None
    return child(sentence, inner, "obj")


def _what_is_called(sentence: Sentence, thing: int) -> int:
    """ "Condemned what the minister called an act of piracy": the act."""
    if sentence.tokens[thing].lemma.lower() != "what":
        return thing
    named = (
        word
        for clause in children(sentence, thing, "acl")
        for word in children(sentence, clause, "xcomp", "obj")
        if sentence.tokens[word].upos == "NOUN"
    )
    return next(named, thing)


def _claim_above(sentence: Sentence, index: int, cues: Cues) -> int | None:
    """The "charges" that a clause without an object of its own describes, though the tree takes it for their content."""
    above = sentence.tokens[index].head
    return above if above >= 0 and is_kind(sentence, above, cues, "claim") else None


def _is_asserted(sentence: Sentence, index: int, cues: Cues) -> bool:
    """Whether a verdict is given, not only tried, refused, wished or supposed."""
    walk = Walk(sentence=sentence, cues=cues, reported=True)
    if walk.own(index) != "CT+":
        return False
    token = sentence.tokens[index]
    if base(token.deprel) not in ("xcomp", "acl", "advcl", "ccomp") or token.deprel == "acl:relcl":
        return True
    if _claim_above(sentence, index, cues) is not None:
        return True
    head = sentence.tokens[token.head]
    signature = cues.signatures.get((head.lemma.lower(), head.upos))
    return signature is None or signature.affirmative == "CT+" or base(token.deprel) in ("ccomp", "advcl")


def called_false(sentence: Sentence, index: int, cues: Cues) -> bool:
    """ "Called it a lie", "as a lie", "a fabricated story": what it is called, or what describes that."""
    called = [*children(sentence, index, "xcomp", "obl", "obj", "advcl")]
    called += [below for word in called for below in children(sentence, word, "amod", "conj")]
    return any(is_kind(sentence, word, cues, "falsehood") for word in called)


def is_kind(sentence: Sentence, word: int, cues: Cues, *kinds: str) -> bool:
    """Whether a word stands for an event told before, as a claim, a deed, a falsehood ... about it."""
    nominal = cues.nominals.get(sentence.tokens[word].lemma.lower())
    return nominal is not None and nominal.kind in kinds


def _falsehood(sentence: Sentence, index: int, cues: Cues) -> Hit | None:
    """Reads "The charge was absurd": the speaker's denial; without a speaker nothing."""
    if not is_kind(sentence, index, cues, "falsehood") or child(sentence, index, "cop") is None:
        return None
    thing = child(sentence, index, "nsubj")
    if thing is None or is_negated(sentence, index):
        return None
    return Hit(source=None, value="CT-", cue=index, thing=thing)


def _no_part(sentence: Sentence, index: int, cues: Cues) -> Hit | None:
    """Reads "Had no part in the raid", "have nothing to do with the fire": the speaker's denial."""
    token = sentence.tokens[index]
    if token.lemma.lower() not in PARTAKING or token.upos not in ("VERB", "AUX"):
        return None
    thing = child(sentence, index, "obj")
    own = child(sentence, index, "nsubj")
    if thing is None or (own is not None and is_kind(sentence, own, cues, "deed", "claim", "event")):
        return None  # "the measure had no connection with the sanctions" denies neither
    if sentence.tokens[thing].lemma.lower() == "nothing" and _lemma_follows(sentence, thing, "to", "do", "with"):
        below = [word for word in sentence.subtree(index) if word > thing + 3]
        return Hit(source=None, value="CT-", cue=index, thing=_first_noun(sentence, below))
    no = any(sentence.tokens[word].lemma.lower() == "no" for word in children(sentence, thing, "det"))
    if no and is_kind(sentence, thing, cues, "deed"):
        return Hit(source=None, value="CT-", cue=index, thing=thing)
    return None


def _no_such(sentence: Sentence, index: int) -> Hit | None:
    """Reads "There was no such thing", "no such raid took place": the speaker's denial of what was just told."""
    below = [sentence.tokens[word].lemma.lower() for word in children(sentence, index, "det", "amod", "advmod")]
    if sentence.tokens[index].upos != "NOUN" or not {"no", "such"} <= set(below):
        return None
    return Hit(source=None, value="CT-", cue=index, thing=None, of_the_last=True)


def _owned(sentence: Sentence, index: int, cues: Cues) -> Hit | None:
    """Reads "Claimed the attack", "took responsibility for it": whoever says that he did it."""
    token = sentence.tokens[index]
    lemma, thing = token.lemma.lower(), child(sentence, index, "obj")
    if token.upos != "VERB" or lemma not in OWNING or thing is None or not _is_asserted(sentence, index, cues):
        return None
    if sentence.tokens[thing].lemma.lower() == "responsibility":
        told = next(
            (
                w
                for one in (thing, index)
                for w in children(sentence, one, "nmod", "obl")
                if has_case(sentence, w, "for")
            ),
            thing,
        )
        return Hit(source=subject(sentence, index), value="CT+", cue=index, thing=told)
    if lemma != "claim" or child(sentence, index, "ccomp", "xcomp") is not None:
        return None
    return Hit(source=subject(sentence, index), value="CT+", cue=index, thing=thing)


def _blamed(sentence: Sentence, index: int, cues: Cues) -> Hit | None:
    """Reads "The army blamed the rebels": for what was told right before, if not "for" anything."""
    token = sentence.tokens[index]
    if token.upos != "VERB" or token.lemma.lower() != "blame" or not _is_asserted(sentence, index, cues):
        return None
    whom = child(sentence, index, "obj")
    named = [
        word for word in sentence.subtree(index) if word > index and sentence.tokens[word].text.lower() in ("for", "on")
    ]
    if whom is None or named:
        return None
    return Hit(source=subject(sentence, index), value="CT+", cue=index, thing=None, of_the_last=True)


def _lemma_follows(sentence: Sentence, index: int, *lemmas: str) -> bool:
    following = [token.lemma.lower() for token in sentence.tokens[index + 1 : index + 1 + len(lemmas)]]
    return following == list(lemmas)


def _first_noun(sentence: Sentence, words: list[int]) -> int | None:
    nouns = [word for word in words if sentence.tokens[word].upos in ("NOUN", "PROPN", "PRON")]
    return next((word for word in nouns if base(sentence.tokens[word].deprel) in ("obl", "nmod", "obj")), None)
