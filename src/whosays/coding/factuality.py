"""How certain a clause or noun is made by the words on the way to it: a walk down the tree, one source at a time.

Values are FactBank's. A predicate's signature says what becomes of its complement when the predicate holds and when
it does not; negation turns polarity, modals and hedges lower certainty, conditions and questions leave it open.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from whosays.coding.clause import RELATIVES, base, child, children, has_case, is_due, is_negated, is_no
from whosays.lexicon.cues import Cues, Signature
from whosays.record.event import StanceValue
from whosays.record.reading import Sentence

RANK = {"CT": 3, "PR": 2, "PS": 1}
CERTAIN: StanceValue = "CT+"
NOT_SO: StanceValue = "CT-"
OPEN: StanceValue = "Uu"
CONDITIONS = frozenset({"if", "unless", "whether", "provided", "should", "until", "lest"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "acl"})
NOMINAL = frozenset({"obj", "iobj", "obl", "nmod", "nsubj"})
# Verbs that only carry their object out: "did not carry out the attack" denies the attack.
CARRYING = frozenset(
    {"carry", "launch", "conduct", "commit", "stage", "perpetrate", "mount", "execute", "do", "make", "hold"}
)
# Verbs that say of their subject only that it was, and those that say that it is not to be.
OCCURRING = frozenset({("happen", ""), ("occur", ""), ("materialise", ""), ("materialize", ""), ("take", "place"),
                       ("go", "ahead"), ("go", "forward"), ("come", "about")})  # fmt: skip
CALLING_OFF = frozenset({("cancel", ""), ("postpone", ""), ("scrap", ""), ("shelve", ""), ("call", "off"),
                         ("put", "off")})  # fmt: skip
# "Declared a ceasefire": it is there because it was declared.
PERFORMING = frozenset({"declare", "proclaim"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def compose(context: StanceValue, effect: StanceValue) -> StanceValue:
    """A value under another: the lower certainty, polarity multiplied; Uu wins."""
    if "Uu" in (context, effect):
        return OPEN
    level = min(context[:2], effect[:2], key=lambda certainty: RANK[certainty])
    return cast("StanceValue", level + ("+" if context[2] == effect[2] else "-"))


def flip(value: StanceValue) -> StanceValue:
    """The value with its polarity turned."""
    return value if value == OPEN else cast("StanceValue", value[:2] + ("-" if value[2] == "+" else "+"))


def path_to(sentence: Sentence, index: int) -> list[int]:
    """The words from the root down to a word, both included."""
    path = [index]
    while sentence.tokens[path[-1]].head >= 0 and len(path) <= len(sentence.tokens):
        path.append(sentence.tokens[path[-1]].head)
    return path[::-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Values along a path of one sentence. `reported`: the words stand in somebody's mouth, where "would" is a tense.

    `transparent` are words whose complement keeps the context (a speaker's own "I think", the claim that is denied);
    `credited` takes every reporting source at its word, as readers do who are asked for one value only.
    `affirmed` are words whose negation is part of the event itself ("would not sign" as a refusal).
    """

    sentence: Sentence
    cues: Cues
    reported: bool = False
    transparent: frozenset[int] = frozenset()
    affirmed: frozenset[int] = frozenset()
    credited: bool = False

    def along(self, path: list[int]) -> StanceValue:
        """The value of the last word of a path whose first word's clause is certain for the source."""
        before: StanceValue = CERTAIN
        after = compose(before, self.own(path[0]))
        for parent, node in pairwise(path):
            before = self._edge(before, after, parent, node)
            after = compose(before, self.own(node, below=parent))
        return after

    # ------------------------------------------------------------ what a word says of itself

    def own(self, index: int, below: int | None = None) -> StanceValue:
        """Negation, modals, hedges, conditions and questions that stand with the word itself.

        The "no" of a subject or object is its verb's already ("there was no threat"), where the verb is `below`.
        """
        counted = below is not None and self._negates(index)
        value = compose(CERTAIN if counted else self._negation(index), self._hedges(index))
        if self._is_open(index):
            return OPEN
        if self._has_condition(index):
            value = compose(value, "PS+")
        return value

    def _negation(self, index: int) -> StanceValue:
        if index in self.affirmed:
            return CERTAIN
        if is_negated(self.sentence, index):
            return NOT_SO
        instead = has_case(self.sentence, index, "without") or any(
            self.sentence.tokens[word].lemma in ("instead", "rather")
            for word in children(self.sentence, index, "mark", "case", "cc")
        )
        return NOT_SO if instead else CERTAIN

    def _negates(self, index: int) -> bool:
        relation = base(self.sentence.tokens[index].deprel)
        return relation in ("nsubj", "obj", "obl") and is_no(self.sentence, index, relation)

    def _hedges(self, index: int) -> StanceValue:
        value: StanceValue = CERTAIN
        for word in children(self.sentence, index, "aux", "advmod", "amod"):
            token = self.sentence.tokens[word]
            if token.lemma.lower() == "would" and self.reported:
                continue
            hedge = self.cues.hedges.get((token.lemma.lower(), token.upos)) or (
                self.cues.hedges.get((token.lemma.lower(), "ADJ")) or self.cues.hedges.get((token.text.lower(), "ADJ"))
                if base(token.deprel) == "amod"
                else None
            )
            if hedge is not None:
                ability = token.lemma.lower() in ("can", "could") and is_negated(self.sentence, index)
                value = value if ability else compose(value, hedge.value)
        return value

    def _is_open(self, index: int) -> bool:
        """Conditions, purposes, questions and orders."""
        sentence, token = self.sentence, self.sentence.tokens[index]
        relation = base(token.deprel)
        marks = {sentence.tokens[word].lemma.lower() for word in children(sentence, index, "mark")}
        if relation in ("advcl", "ccomp", "csubj", "acl") and marks & CONDITIONS:
            return True
        if "to" in marks and is_due(sentence, index):
            return True
        if relation == "advcl" and "to" in marks and self._is_purpose(index):
            return True
        asked = sentence.tokens[-1].text.startswith("?") or any(mark.text == "?" for mark in sentence.tokens[-2:])
        if asked and (token.head < 0 or relation == "conj"):
            return True
        return "Mood=Imp" in token.feats and token.head < 0 and child(sentence, index, "nsubj") is None

    def _is_purpose(self, index: int) -> bool:
        """A "to" clause that is neither "only to …" nor a complement that the tree calls a modifier."""
        sentence, head = self.sentence, self.sentence.tokens[self.sentence.tokens[index].head]
        if any(sentence.tokens[word].lemma.lower() == "only" for word in sentence.children[index]):
            return False
        return (head.lemma.lower(), head.upos) not in self.cues.signatures

    def _has_condition(self, index: int) -> bool:
        return any(
            {self.sentence.tokens[word].lemma.lower() for word in children(self.sentence, clause, "mark")}
            & {"if", "unless"}
            for clause in children(self.sentence, index, "advcl")
        )

    # ------------------------------------------------------------ what a word makes of what hangs below it

    def _edge(self, before: StanceValue, after: StanceValue, parent: int, node: int) -> StanceValue:
        relation = self.sentence.tokens[node].deprel
        if parent in self.transparent:
            return self._seen_through(after, parent)
        if base(relation) == "conj":
            return self._conjunct(before, parent, node)
        if relation == "acl:relcl" or base(relation) in ("appos", "parataxis", "dislocated"):
            return CERTAIN
        fate = self._fate(after, parent, node)
        shaped = fate if fate is not None else self._complement(after, parent, node)
        return shaped if shaped is not None else self._plain(after, parent, node)

    def _fate(self, after: StanceValue, parent: int, node: int) -> StanceValue | None:
        """What became of a happening: "the strike did not take place", "the visit was put off"."""
        sentence = self.sentence
        relation = sentence.tokens[node].deprel
        behind = {
            sentence.tokens[word].text.lower() for word in children(sentence, parent, "obj", "compound", "advmod")
        }
        lemma = sentence.tokens[parent].lemma.lower()
        said = {(lemma, word) for word in (*behind, "")}
        if base(relation) == "nsubj" and relation != "nsubj:pass" and said & OCCURRING:
            return after
        if relation in ("obj", "nsubj:pass") and said & CALLING_OFF:
            return compose(after, NOT_SO)
        if relation in ("obj", "nsubj:pass") and lemma in PERFORMING:
            return after
        return None

    def _seen_through(self, after: StanceValue, parent: int) -> StanceValue:
        """The source's own belief or denial within what it says."""
        token = self.sentence.tokens[parent]
        cue = self.cues.cue(token.lemma, token.upos)
        return after if cue is None else _by_signature(after, cue.holder, cue.negated or flip(cue.holder))

    def _plain(self, after: StanceValue, parent: int, node: int) -> StanceValue:
        """What hangs below a word that says nothing of it: taken for granted, or under the same value."""
        relation = self.sentence.tokens[node].deprel
        if base(relation) == "advcl":
            return after if after[-1] == "+" and not self._finite(node) else CERTAIN
        given = base(relation) in NOMINAL and self._is_given(node)
        return CERTAIN if given and not self._is_carried(parent, relation) else after

    def _conjunct(self, before: StanceValue, parent: int, node: int) -> StanceValue:
        """A second verb shares the first one's modals where it has none and no subject, its "not" only under "or"."""
        sentence = self.sentence
        if child(sentence, node, "nsubj", "aux") is not None:
            return before
        value = before
        if "VerbForm=Inf" in sentence.tokens[node].feats or "VerbForm=Fin" not in sentence.tokens[node].feats:
            value = compose(value, self._hedges(parent))
        joined = {sentence.tokens[word].lemma.lower() for word in children(sentence, node, "cc")}
        if joined & {"or", "nor"} and is_negated(sentence, parent):
            value = compose(value, NOT_SO)
        return value

    def _complement(self, after: StanceValue, parent: int, node: int) -> StanceValue | None:
        """The complement's value by the parent's signature, else by its cue; None where neither speaks of it."""
        sentence = self.sentence
        relation = base(sentence.tokens[node].deprel)
        token = sentence.tokens[parent]
        lemma, pos = token.lemma.lower(), "VERB" if token.upos == "AUX" else token.upos
        clausal = relation in COMPLEMENTS or (
            relation in ("advcl", "obl", "nmod") and has_case(sentence, node, "of", "from", "in", "to", "that")
        )
        signature = self._signature(lemma, pos, node, relation)
        if signature is not None and (
            clausal or (sentence.tokens[node].deprel in ("obj", "nsubj:pass") and signature.affirmative != "CT+")
        ):
            return _by_signature(after, signature.affirmative, signature.negated)
        cue = self.cues.cue(lemma, pos) or self.cues.cue(lemma, "VERB" if pos == "ADJ" else pos)
        if cue is not None and relation != "nsubj" and (clausal or relation in NOMINAL | {"advcl"}):
            if (
                relation in NOMINAL
                and cue.kind != "intention"
                and cue.author == OPEN
                and self._is_given(node)
                and cue.holder == "CT+"
            ):
                return CERTAIN
            value = cue.holder if self.credited else cue.author
            return _by_signature(after, value, value if cue.author == cue.negated else OPEN)
        if relation == "ccomp" and pos == "VERB":
            return OPEN
        return None

    def _signature(self, lemma: str, pos: str, node: int, relation: str) -> Signature | None:
        table = self.cues.signatures
        if has_case(self.sentence, node, "from"):
            return table.get((f"{lemma}.from", pos)) or table.get((lemma, pos))
        raised = has_case(self.sentence, node, "to")
        if relation == "ccomp" and not raised and (lemma, pos) in self.cues.cues:
            return None
        if lemma in ("deny", "admit") and not self.credited:
            return None  # "denied selling arms" is his word, not the report's
        return table.get((lemma, pos))

    def _is_carried(self, parent: int, relation: str) -> bool:
        return relation in ("obj", "nsubj:pass") and self.sentence.tokens[parent].lemma.lower() in CARRYING

    def _finite(self, node: int) -> bool:
        return (
            "VerbForm=Fin" in self.sentence.tokens[node].feats or child(self.sentence, node, "nsubj", "aux") is not None
        )

    def _is_given(self, node: int) -> bool:
        """Whether a noun is told as known: with an article or demonstrative, or somebody's."""
        for word in children(self.sentence, node, "det", "nmod:poss"):
            token = self.sentence.tokens[word]
            if token.deprel == "nmod:poss" or token.lemma.lower() in DEFINITE:
                return True
        return self.sentence.tokens[node].lemma.lower() in RELATIVES


def _by_signature(after: StanceValue, affirmative: StanceValue, negated: StanceValue) -> StanceValue:
    if affirmative == negated:
        return affirmative
    if after == OPEN:
        return OPEN
    value = affirmative if after[2] == "+" else negated
    if value == OPEN:
        return OPEN
    level = min(after[:2], value[:2], key=lambda certainty: RANK[certainty])
    return cast("StanceValue", level + value[2])
