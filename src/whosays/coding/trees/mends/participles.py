"""Participles: what stands bare behind a noun describes it, and is no finite verb. "Rockets launched from Chad missed a bridge".

A form in -ing tells what is done beside the main verb, and is never joined to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import base, child, children
from whosays.coding.trees.mends.shared import NOMINAL, PARTICIPLE
from whosays.record.reading import Sentence, Token

PLANNED = frozenset({"arrange", "expect", "plan", "schedule", "set", "slate"})
# What people in the street do while something is done to them: "fired at protesters demanding his release".
OF_CROWDS = frozenset(
    "call chant demand demonstrate flee gather hold march oppose protest queue seek throw travel wait wave".split()
)


def times_behind(sentence: Sentence) -> Iterator[Token]:
    """ "Rescued nine herders abducted last week": a day right behind a participle that describes a noun is the participle's."""
    for token in sentence.tokens:
        first = min(sentence.subtree(token.index))
        before = sentence.tokens[first - 1] if first else None
        if token.deprel != "obl:unmarked" or before is None or before.index < token.head or before.upos != "VERB":
            continue
        bare = not any(True for _ in children(sentence, before.index, "nsubj", "mark", "aux"))
        if before.deprel == "acl" and bare and not before.text.endswith("ing") and before.head > token.head:
            yield replace(token, head=before.index)


def forms_in_ing(sentence: Sentence) -> Iterator[Token]:
    """ "Rejected the report, calling it a lie": a form in -ing is no finite verb, stands for none, and nothing joins it to one."""
    for token in sentence.tokens:
        lower = token.text.lower()
        if token.upos != "VERB" or not lower.endswith("ing") or token.lemma.lower() == lower:
            continue
        bare = child(sentence, token.index, "aux", "nsubj") is None
        if not bare or child(sentence, token.index, "cc") is not None:
            continue
        fixed = replace(token, feats="Tense=Pres|VerbForm=Part") if "VerbForm=Fin" in token.feats else token
        before = sentence.tokens[token.index - 1].text if token.index else ""
        above = sentence.tokens[token.head] if token.head >= 0 else token
        behind = token.deprel in ("conj", "parataxis") and above.index < token.index and before == ","
        if behind and above.upos == "VERB" and not above.text.endswith("ing"):
            last = not any(word > token.index for word in children(sentence, above.index, "conj"))
            fixed = replace(fixed, deprel="advcl") if last else fixed
        if fixed is not token:
            yield fixed


def of_what_follows(sentence: Sentence) -> Iterator[Token]:
    """ "Cleared the road, arresting nobody": a form in -ing does not describe the word right behind it, which is its object."""
    for token in sentence.tokens[:-1]:
        thing = sentence.tokens[token.index + 1]
        in_ing = token.upos == "VERB" and token.text.lower().endswith("ing")
        if not in_ing or token.deprel != "acl" or token.head != thing.index:
            continue
        if thing.upos in {"PRON", "PROPN"} and thing.head >= 0:
            yield replace(token, head=thing.head, deprel="advcl")
            yield replace(thing, head=token.index, deprel="obj")


def planned(sentence: Sentence) -> Iterator[Token]:
    """ "Talks between Mali and Chad set for Monday": the talks are set, and no country is."""
    for token in sentence.tokens:
        participle = token.text.lower().endswith(("ed", "set"))
        if token.deprel != "acl" or token.lemma.lower() not in PLANNED or not participle:
            continue
        here = token.head
        while sentence.tokens[here].deprel == "conj" and sentence.tokens[here].upos == "PROPN":
            here = sentence.tokens[here].head
        name = sentence.tokens[here]
        if name.upos == "PROPN" and name.deprel == "nmod" and sentence.tokens[name.head].upos == "NOUN":
            yield replace(token, head=name.head)


def launched(sentence: Sentence) -> Iterator[Token]:
    """ "When rockets launched from Chad missed a bridge": of two pasts behind a subject the first describes it."""
    for token in sentence.tokens[1:]:
        thing = sentence.tokens[token.index - 1]
        main = sentence.tokens[token.head] if token.head > token.index else thing
        past = token.upos == "VERB" and "Tense=Past" in token.feats
        if not past or base(thing.deprel) != "nsubj" or thing.head != main.index or main.upos != "VERB":
            continue
        bare = child(sentence, token.index, "nsubj", "obj", "mark", "advmod", "aux", "cc") is None
        if bare and child(sentence, token.index, "obl") is not None and thing.upos in NOMINAL - {"PRON"}:
            yield replace(token, head=thing.index, deprel="acl", feats=PARTICIPLE)


def convicted(sentence: Sentence) -> Iterator[Token]:
    """ "Pardoned the general convicted of treason": a bare past right behind an object, that has none itself, describes it."""
    for token in sentence.tokens[1:]:
        thing = sentence.tokens[token.index - 1]
        past = token.upos == "VERB" and "Tense=Past" in token.feats and base(token.deprel) in {"ccomp", "advcl"}
        if not past or thing.deprel != "obj" or thing.upos not in NOMINAL - {"PRON"} or thing.head != token.head:
            continue
        bare = child(sentence, token.index, "nsubj", "nsubj:pass", "obj", "mark", "advmod", "aux", "cop", "cc") is None
        if bare and child(sentence, token.index, "obl", "advcl", "obl:agent") is not None:
            yield replace(token, head=thing.index, deprel="acl", feats=PARTICIPLE)


def of_the_crowd(sentence: Sentence) -> Iterator[Token]:
    """ "Fired at protesters demanding his release": whoever stands right before it demands."""
    for token in sentence.tokens:
        before = sentence.tokens[token.index - 1] if token.index else None
        if token.deprel != "advcl" or before is None or not token.text.endswith("ing"):
            continue
        crowd = before.upos == "NOUN" and "Number=Plur" in before.feats and base(before.deprel) in {"obl", "obj"}
        if crowd and before.head == token.head and token.lemma.lower() in OF_CROWDS:
            yield replace(token, head=before.index, deprel="acl")


def done_by(sentence: Sentence) -> Iterator[Token]:
    """ "After talks in Ankara mediated by Turkey": a bare participle with its doer describes the noun before it."""
    for token in sentence.tokens:
        if token.deprel != "advcl" or token.upos != "VERB" or "Tense=Past" not in token.feats:
            continue
        before = token.index - 1
        clause = child(sentence, token.index, "mark", "advmod", "aux", "nsubj", "obj")
        if clause is not None or child(sentence, token.index, "obl:agent") is None:
            continue
        if before <= token.head or sentence.tokens[before].upos not in NOMINAL:
            continue
        nouns = [
            word for word in children(sentence, token.head, "obl", "obj", "nmod") if before in sentence.subtree(word)
        ]
        if nouns:
            yield replace(token, head=nouns[0], deprel="acl", feats=PARTICIPLE)


def not_finite(sentence: Sentence) -> Iterator[Token]:
    """ "The occupied province", "a truce brokered by Kenya": what describes a noun, and has no subject, is no finite verb."""
    for token in sentence.tokens:
        if token.upos != "VERB" or "VerbForm=Fin" not in token.feats:
            continue
        before = token.deprel == "amod" and token.head > token.index
        behind = token.deprel == "acl" and 0 <= token.head < token.index and "Tense=Past" in token.feats
        if before or (behind and child(sentence, token.index, "nsubj", "aux", "mark", "obj") is None):
            yield replace(token, feats=PARTICIPLE)
