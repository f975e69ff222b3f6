"""Attributions read from nouns, adjectives and adverbs: "the claim that", "aware that", "reportedly", "according to"."""

from __future__ import annotations

from whosays.coding.attribution.parts import Found, Scene, infinitive, introduced, made, prepositional, speaker
from whosays.coding.trees.clause import base, child, children, has_case, subject
from whosays.lexicon.cues import Cue
from whosays.record.reading import Sentence

LIGHT = frozenset(
    {"make", "have", "give", "issue", "repeat", "reiterate", "express", "voice", "raise", "offer", "drop"}
)
QUESTIONS = frozenset({"whether", "if", "that"})


def noun(scene: Scene, index: int) -> Found | None:
    """Reads "the army's claim that …", "their threat to …", "allegations of …"."""
    sentence = scene.sentence
    cue = scene.cues.cues.get((sentence.tokens[index].lemma.lower(), "NOUN"))
    if cue is None:
        return None
    words, head = _noun_content(scene, index, cue)
    if not words:
        return None
    return made(scene, index, _noun_source(sentence, index), scene.content(words, head), cue.kind)


def _noun_content(scene: Scene, index: int, cue: Cue) -> tuple[list[int], int]:
    sentence = scene.sentence
    for below in children(sentence, index, "acl", "ccomp"):
        if sentence.tokens[below].deprel == "acl:relcl":
            continue
        if _is_verdict(scene, below):
            continue
        marks = introduced(sentence, below)
        if ("that" in cue.frames and marks & QUESTIONS) or ("inf" in cue.frames and "to" in marks):
            return sentence.subtree(below), below
        if "that" in cue.frames and base(sentence.tokens[below].deprel) == "ccomp":
            return sentence.subtree(below), below
    return prepositional(scene, index, cue.frames)


def _is_verdict(scene: Scene, clause: int) -> bool:
    """ "Charges that Lima rejects": the clause has no object, and is no content of the charges."""
    sentence = scene.sentence
    cue = scene.cues.cue(sentence.tokens[clause].lemma, "VERB")
    bare = child(sentence, clause, "obj", "ccomp", "xcomp", "nsubj:pass") is None
    return cue is not None and cue.holder == "CT-" and "obj" in cue.frames and bare


def _noun_source(sentence: Sentence, index: int) -> int | None:
    owner = child(sentence, index, "nmod:poss")
    if owner is not None:
        return owner
    for below in children(sentence, index, "nmod"):
        named = sentence.tokens[below].upos == "PROPN"  # "a report in the Lagos Herald"
        if has_case(sentence, below, "by", "from") or (named and has_case(sentence, below, "in")):
            return below
    for below in children(sentence, index, "amod"):
        if sentence.tokens[below].text[:1].isupper() and below > 0:  # "a Kenyan account that …"
            return below
    token = sentence.tokens[index]
    if base(token.deprel) == "obj" and sentence.tokens[token.head].lemma in LIGHT:
        return subject(sentence, token.head)
    return None


def adjective(scene: Scene, index: int) -> Found | None:
    """Reads "was aware that …", "is ready to …", "critical of …"."""
    sentence = scene.sentence
    cue = scene.cues.cue(sentence.tokens[index].lemma, "ADJ")
    if cue is None or base(sentence.tokens[index].deprel) == "amod":
        return None
    clause = next(iter(children(sentence, index, "ccomp")), None)
    if clause is not None and "that" in cue.frames:
        words, head = sentence.subtree(clause), clause
    else:
        words, head = infinitive(scene, index, cue.frames)
    if not words:
        words, head = prepositional(scene, index, cue.frames)
    return made(scene, index, speaker(sentence, index), scene.content(words, head), cue.kind) if words else None


def adverb(scene: Scene, index: int) -> Found | None:
    """Reads "reportedly" and its like, a source without a name, and the clause that they stand in."""
    sentence = scene.sentence
    token = sentence.tokens[index]
    cue = scene.cues.cues.get((token.lemma.lower(), "ADV"))
    if cue is None or token.head < 0 or base(token.deprel) != "advmod":
        return None
    inner = set(sentence.subtree(index))
    words = [word for word in sentence.subtree(token.head) if word not in inner]
    return made(scene, index, None, scene.content(words, token.head), cue.kind)


def according(scene: Scene, index: int) -> Found | None:
    """Reads "According to X", "in the words of X", "in X's words": the clause that it stands in, without it."""
    sentence = scene.sentence
    token = sentence.tokens[index]
    if token.text.lower() == "according" and index + 1 < len(sentence.tokens):
        outer, source = _according_to(sentence, index)
    elif _is_reckoning(sentence, index):
        outer, source = index, _whose(sentence, index)
    else:
        return None
    if source is None or outer is None:
        return None
    top = _clause_above(sentence, outer)
    inner = set(sentence.subtree(outer))
    words = [word for word in sentence.subtree(top) if word not in inner and not _joins(sentence, word, top)]
    return made(scene, index, source, scene.content(words, top), "statement")


def _is_reckoning(sentence: Sentence, index: int) -> bool:
    """ "In the words of X", and "by the ministry's count": whose figure it is, is who says so."""
    lemma = sentence.tokens[index].lemma.lower()
    if lemma in ("word", "view", "opinion", "estimate", "version", "account") and has_case(sentence, index, "in"):
        return True
    return lemma in ("count", "tally", "reckoning", "estimate", "account", "admission") and has_case(
        sentence, index, "by", "on"
    )


def _according_to(sentence: Sentence, index: int) -> tuple[int | None, int | None]:
    """The word that heads the whole phrase, and the source in it."""
    token = sentence.tokens[index]
    if base(token.deprel) in ("case", "mark") and token.head >= 0:
        return token.head, token.head
    below = child(sentence, index, "obl", "nmod", "obj")
    return (index, below) if below is not None else (None, None)


def _whose(sentence: Sentence, index: int) -> int | None:
    owner = child(sentence, index, "nmod:poss")
    if owner is not None:
        return owner
    return next((below for below in children(sentence, index, "nmod") if has_case(sentence, below, "of")), None)


def _joins(sentence: Sentence, word: int, top: int) -> bool:
    token = sentence.tokens[word]
    return token.head == top and word < top and base(token.deprel) in ("cc", "mark")


def _clause_above(sentence: Sentence, index: int) -> int:
    """The predicate of the clause that a word stands in."""
    here = sentence.tokens[index].head
    while here >= 0:
        token = sentence.tokens[here]
        if token.head < 0 or base(token.deprel) in ("root", "ccomp", "parataxis", "advcl", "csubj"):
            return here
        if token.deprel == "acl:relcl" or (base(token.deprel) == "conj" and token.upos in ("VERB", "AUX")):
            return here
        here = token.head
    return sentence.root
