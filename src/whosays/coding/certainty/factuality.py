"""How certain a clause or noun is made by the words on the way to it: a walk down the tree, one source at a time.

Values are FactBank's. A predicate's signature says what becomes of its complement when the predicate holds and when
it does not; negation turns polarity, modals and hedges lower certainty, conditions and questions leave it open.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from whosays.coding.certainty.left_open import (
    is_finite,
    is_left_open,
    is_meant,
    is_past,
    is_time_to_come,
    is_too,
    is_under_condition,
    is_why,
)
from whosays.coding.certainty.presupposed import (
    is_asked_for_a_part,
    is_beforehand,
    is_cause,
    is_given,
    is_resumed,
    is_untouched,
)
from whosays.coding.trees.clause import (
    base,
    child,
    children,
    has_case,
    is_cleft,
    is_negated,
    is_negated_by_object,
    is_no,
    is_yet_to,
)
from whosays.lexicon.cues import Cue, Cues, Hedge, Signature
from whosays.record.event import StanceValue
from whosays.record.reading import Sentence

RANK = {"CT": 3, "PR": 2, "PS": 1}
CERTAIN: StanceValue = "CT+"
NOT_SO: StanceValue = "CT-"
OPEN: StanceValue = "Uu"
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "acl"})
NOMINAL = frozenset({"obj", "iobj", "obl", "nmod", "nsubj"})
# Verbs that only carry their object out: "did not carry out the attack" denies the attack.
CARRYING = frozenset(
    {"carry", "launch", "conduct", "commit", "stage", "perpetrate", "mount", "execute", "do", "make", "hold"}
)
# Verbs that stand though what they have is "no" such thing: "has no plan".
HAVING = frozenset({"have", "see", "know", "make", "take", "serve", "find"})
# Verbs that say of their subject only that it was, and those that say that it is not to be.
OCCURRING = frozenset({("happen", ""), ("occur", ""), ("materialise", ""), ("materialize", ""), ("take", "place"),
                       ("go", "ahead"), ("go", "forward"), ("come", "about"), ("take", "hold"), ("take", "effect")})  # fmt: skip
CALLING_OFF = frozenset({("cancel", ""), ("postpone", ""), ("scrap", ""), ("shelve", ""), ("abort", ""),
                         ("call", "off"), ("put", "off")})  # fmt: skip
# What one binds oneself to.
COMMITTED = frozenset({"agree", "decide", "plan", "intend", "promise", "pledge", "vow", "prepare", "aim"})
CHOICES = frozenset({"choice", "option", "alternative"})
# "Declared a ceasefire": it is there because it was declared.
PERFORMING = frozenset({"declare", "proclaim"})
# Speech acts that stand though they are rejected.
OFFERS = frozenset(
    "offer request proposal appeal bid petition invitation objection plea application draft resolution motion".split()
)
# Verbs that speak of a clause only: "had clashes", "called the raid a mistake" leave their objects alone.
CLAUSAL = frozenset({"have", "call", "tell", "say", "report"})
# Ways to introduce what was not done: "instead of firing", "short of firing".
INSTEAD = frozenset({"without", "instead", "rather"})
SHORT_OF = frozenset({("short", "of"), ("far", "from"), ("anything", "but")})


def compose(context: StanceValue, effect: StanceValue) -> StanceValue:
    """A value under another: the lower certainty, polarity multiplied; Uu wins."""
    if "Uu" in (context, effect):
        return OPEN
    level = min(context[:2], effect[:2], key=lambda certainty: RANK[certainty])
    return cast("StanceValue", level + ("+" if context[2] == effect[2] else "-"))


def flip(value: StanceValue) -> StanceValue:
    """The value with its polarity turned."""
    return value if value == OPEN else cast("StanceValue", value[:2] + ("-" if value[2] == "+" else "+"))


def _with_particles(sentence: Sentence, verb: int) -> set[tuple[str, str]]:
    """A verb's lemma alone and with each short word behind it: ("call", ""), ("call", "off")."""
    behind = {sentence.tokens[word].text.lower() for word in children(sentence, verb, "obj", "compound", "advmod")}
    return {(sentence.tokens[verb].lemma.lower(), word) for word in (*behind, "")}


def is_called_off(sentence: Sentence, verb: int) -> bool:
    """Whether a verb says that something is not to be: "called off its search", which calls the search nothing."""
    return bool(_with_particles(sentence, verb) & CALLING_OFF)


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
    `credited` takes every source at its word and whoever plans a thing for likely to do it, as readers do who are
    asked for one value of one word.
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
        after = compose(before, self.own(path[0], asked=len(path) == 1))
        for parent, node in pairwise(path):
            before = self._edge(before, after, parent, node)
            after = compose(before, self.own(node, below=parent, asked=node == path[-1]))
        return after

    # ------------------------------------------------------------ what a word says of itself

    def own(self, index: int, below: int | None = None, *, asked: bool = False) -> StanceValue:
        """Negation, modals, hedges, conditions and questions that stand with the word itself.

        The "no" of a subject or object is its verb's already ("there was no threat"), where the verb is `below`. A verb
        that is `asked` for itself may stand where only its object is denied.
        """
        counted = (below is not None and self._negates(index)) or (asked and self._has_nothing(index))
        value = compose(CERTAIN if counted else self._negation(index), self._hedges(index))
        if is_left_open(self.sentence, index, self.cues):
            return compose(value, "PR+") if self.credited and is_meant(self.sentence, index, self.cues) else OPEN
        if self._has_condition(index):
            value = compose(value, "PS+")
        return value

    def _negation(self, index: int) -> StanceValue:
        if index in self.affirmed:
            return CERTAIN
        if is_negated(self.sentence, index) or self._is_instead(index) or is_yet_to(self.sentence, index):
            return NOT_SO
        if self._never_was(index):
            return NOT_SO
        return CERTAIN

    def _never_was(self, index: int) -> bool:
        """ "A truce that never took hold": what describes a thing says that it did not come about."""
        for clause in children(self.sentence, index, "acl"):
            own = child(self.sentence, clause, "nsubj")
            relative = own is not None and self.sentence.tokens[own].lemma.lower() in ("that", "which")
            if relative and is_negated(self.sentence, clause) and _with_particles(self.sentence, clause) & OCCURRING:
                return True
        return False

    def _has_nothing(self, index: int) -> bool:
        """Whether a verb stands with a "no" of its object: "sees no way out".

        Not so in the record, where such a verb and its object tell one deed ("took no hostages").
        """
        had = self.sentence.tokens[index].lemma.lower() in HAVING
        return self.credited and had and is_negated_by_object(self.sentence, index)

    def _is_instead(self, index: int) -> bool:
        """ "Without firing", "rather than fire", "short of firing", "anything but calm"."""
        tokens = self.sentence.tokens
        for word in children(self.sentence, index, "mark", "case", "cc"):
            before = tokens[word - 1].lemma.lower() if word else ""
            if tokens[word].lemma.lower() in INSTEAD or (before, tokens[word].lemma.lower()) in SHORT_OF:
                return True
        return False

    def _negates(self, index: int) -> bool:
        relation = base(self.sentence.tokens[index].deprel)
        return relation in ("nsubj", "obj", "obl") and is_no(self.sentence, index, relation)

    def _hedges(self, index: int) -> StanceValue:
        value: StanceValue = CERTAIN
        for word in children(self.sentence, index, "aux", "advmod", "amod"):
            token = self.sentence.tokens[word]
            if token.lemma.lower() == "would" and self.reported:
                continue
            hedge = self._hedge(index, word)
            if hedge is not None:
                ability = token.lemma.lower() in ("can", "could") and is_negated(self.sentence, index)
                value = value if ability else compose(value, hedge.value)
        return value

    def _hedge(self, index: int, word: int) -> Hedge | None:
        """A modal (another one before "have": "must have fled"), an adverb, or an adjective, whatever its tag."""
        token, table = self.sentence.tokens[word], self.cues.hedges
        lemma = token.lemma.lower()
        perfect = any(self.sentence.tokens[other].lemma == "have" for other in children(self.sentence, index, "aux"))
        found = (table.get((f"{lemma}.have", token.upos)) if perfect else None) or table.get((lemma, token.upos))
        if found is None and base(token.deprel) == "amod":
            return table.get((lemma, "ADJ")) or table.get((token.text.lower(), "ADJ"))
        return found

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
        if is_cleft(self.sentence, node):
            return before  # "said that it was Chad that fired"; "it was not Chad that fired" denies no firing
        if relation == "acl:relcl" or base(relation) in ("appos", "parataxis", "dislocated"):
            return CERTAIN
        if is_asked_for_a_part(self.sentence, node):
            return CERTAIN
        fate = self._fate(after, parent, node)
        shaped = fate if fate is not None else self._complement(after, parent, node)
        return shaped if shaped is not None else self._plain(before, after, parent, node)

    def _fate(self, after: StanceValue, parent: int, node: int) -> StanceValue | None:
        """What became of a happening: "the strike did not take place", "the visit was put off"."""
        sentence = self.sentence
        relation = sentence.tokens[node].deprel
        lemma, said = sentence.tokens[parent].lemma.lower(), _with_particles(sentence, parent)
        if base(relation) == "nsubj" and relation != "nsubj:pass" and said & OCCURRING:
            return after
        if relation in ("obj", "nsubj:pass") and said & CALLING_OFF:
            return compose(after, NOT_SO)
        if relation in ("obj", "nsubj:pass") and lemma in PERFORMING:
            return after
        return self._idiom(after, parent, node)

    def _idiom(self, after: StanceValue, parent: int, node: int) -> StanceValue | None:
        """ "Has yet to leave", "had to leave", "decided not to leave", "too weak to fight", "no choice but to leave"."""
        token = self.sentence.tokens[parent]
        had_to = token.lemma.lower() == "have" and is_past(self.sentence, parent) and base(token.deprel) != "ccomp"
        if is_yet_to(self.sentence, node) or (had_to and has_case(self.sentence, node, "to") and after[-1] == "+"):
            return after
        if token.lemma.lower() == "decide" and after[-1] == "+" and is_negated(self.sentence, node):
            return compose(after, "PR+")
        if has_case(self.sentence, node, "to") and is_too(self.sentence, parent):
            return NOT_SO if after == CERTAIN else OPEN
        if token.lemma.lower() == "content" and has_case(self.sentence, node, "with"):
            return CERTAIN  # "not content with having shelled the town": it did
        forced = has_case(self.sentence, node, "but") and token.lemma.lower() in CHOICES
        return CERTAIN if forced else None

    def _seen_through(self, after: StanceValue, parent: int) -> StanceValue:
        """The source's own belief or denial within what it says."""
        token = self.sentence.tokens[parent]
        cue = self.cues.cue(token.lemma, token.upos)
        return after if cue is None else _by_signature(after, cue.holder, cue.negated or flip(cue.holder))

    def _plain(self, before: StanceValue, after: StanceValue, parent: int, node: int) -> StanceValue:
        """What hangs below a word that says nothing of it: taken for granted, or under the same value."""
        relation = self.sentence.tokens[node].deprel
        if base(relation) == "advcl":
            if after != CERTAIN and after[-1] != "-" and is_time_to_come(self.sentence, node):
                return "PR+" if self.credited else OPEN
            return after if after[-1] == "+" and not is_finite(self.sentence, node) else CERTAIN
        if is_beforehand(self.sentence, node, denied=after[-1] == "-"):
            return CERTAIN
        reached = after[-1] != "-" or (before[-1] != "+" and relation == "nsubj")
        if is_cause(self.sentence, node) or (not reached and is_untouched(self.sentence, parent, node)):
            return CERTAIN
        given = base(relation) in NOMINAL and is_given(self.sentence, node)
        return CERTAIN if given and not self._is_carried(parent, relation) else after

    def _conjunct(self, before: StanceValue, parent: int, node: int) -> StanceValue:
        """A second verb shares the first one's modals where it has none and no subject, its "not" only under "or"."""
        sentence = self.sentence
        if child(sentence, node, "nsubj", "aux") is not None:
            return OPEN if is_under_condition(sentence, parent) else before
        value = before
        if is_left_open(sentence, parent, self.cues) and sentence.tokens[node].upos in ("VERB", "AUX"):
            return OPEN
        if "VerbForm=Inf" in sentence.tokens[node].feats or "VerbForm=Fin" not in sentence.tokens[node].feats:
            value = compose(value, self._hedges(parent))
        joined = {sentence.tokens[word].lemma.lower() for word in children(sentence, node, "cc")}
        shared = joined & {"or", "nor"} and is_negated(sentence, parent)
        if (shared or self._is_instead(parent)) and self._negation(node) == CERTAIN:
            value = compose(value, NOT_SO)
        return value

    def _complement(self, after: StanceValue, parent: int, node: int) -> StanceValue | None:
        """The complement's value by the parent's signature, else by its cue; None where neither speaks of it."""
        relation, token = base(self.sentence.tokens[node].deprel), self.sentence.tokens[parent]
        lemma, pos = token.lemma.lower(), "VERB" if token.upos == "AUX" else token.upos
        if is_why(self.sentence, node):
            return None
        signature = self._introduced(lemma, pos, node) or self._signature(lemma, pos, parent, node)
        if signature is not None:
            committed = self.credited and lemma in COMMITTED and relation == "xcomp"
            return _by_signature(after, "PR+" if committed else signature.affirmative, signature.negated)
        cue = self.cues.cue(lemma, pos) or self.cues.cue(lemma, "VERB" if pos == "ADJ" else pos)
        if cue is not None and self._takes(cue, parent, node):
            if relation in NOMINAL and self._is_spoken_of(cue, node):
                return CERTAIN
            attitude = cue.holder == OPEN and cue.author == CERTAIN  # "hailed the ruling"
            value = cue.holder if self.credited and not attitude else cue.author
            return _by_signature(after, value, flip(value) if cue.negated is None else cue.negated)
        return OPEN if self._is_somebody_elses(pos, parent, node) else None

    def _is_somebody_elses(self, pos: str, parent: int, node: int) -> bool:
        """A clause below a verb that no entry knows: what is said, and what others are moved to do ("lured them to cross")."""
        if pos != "VERB" or base(self.sentence.tokens[node].deprel) not in ("ccomp", "xcomp"):
            return False
        moved = child(self.sentence, parent, "obj", "nsubj:pass") is not None and has_case(self.sentence, node, "to")
        return moved or base(self.sentence.tokens[node].deprel) == "ccomp"

    def _introduced(self, lemma: str, pos: str, node: int) -> Signature | None:
        """The entry of a predicate with its particle or the word that introduces its complement: "decided against"."""
        sentence = self.sentence
        words = (
            *children(sentence, node, "case", "mark"),
            *children(sentence, sentence.tokens[node].head, "compound:prt"),
        )
        keys = ((f"{lemma}.{sentence.tokens[word].lemma.lower()}", pos) for word in words)
        if base(sentence.tokens[node].deprel) not in COMPLEMENTS | {"obj", "obl", "nmod", "advcl"}:
            return None
        return next((self.cues.signatures[key] for key in keys if key in self.cues.signatures), None)

    def _signature(self, lemma: str, pos: str, parent: int, node: int) -> Signature | None:
        """A predicate's signature where it speaks of what hangs below: clauses, "risk of", an "attack plan", objects."""
        sentence, deprel = self.sentence, self.sentence.tokens[node].deprel
        found = self.cues.signatures.get((lemma, pos))
        if found is None or (lemma in ("deny", "admit") and not self.credited):
            return None  # "denied selling arms" is his word, not the report's
        raised = has_case(sentence, node, "to")
        if deprel == "ccomp" and not raised and (lemma, pos) in self.cues.cues:
            return None
        shaping = found.affirmative != CERTAIN
        if self._is_clause(node):
            speaks = True
        elif base(deprel) in ("advcl", "obl", "nmod"):
            ways = ("of", "from", "to", "that", *(("in",) if base(deprel) == "advcl" else ()))
            speaks = node > parent and has_case(sentence, node, *ways)
        elif deprel in ("obj", "nsubj:pass"):
            stands = found.affirmative == NOT_SO and sentence.tokens[node].lemma.lower() in OFFERS
            speaks = shaping and lemma not in CLAUSAL and not stands
        else:
            speaks = deprel == "compound" and shaping
        return found if speaks else None

    def _is_clause(self, node: int) -> bool:
        """Whether a clause is what the word above it is about: "a plan to leave", not "a plan backed by Peru"."""
        relation = base(self.sentence.tokens[node].deprel)
        described = relation == "acl" and child(self.sentence, node, "mark", "case", "nsubj") is None
        return relation in COMPLEMENTS and not described

    def _takes(self, cue: Cue, parent: int, node: int) -> bool:
        """Whether what hangs below a cue is its content: a clause, what its frames name, a "strike threat"."""
        sentence, deprel = self.sentence, self.sentence.tokens[node].deprel
        if self._is_clause(node) or (cue.kind == "statement" and is_resumed(sentence, parent, node)):
            return True
        if deprel in ("obj", "nsubj:pass"):
            return bool(cue.frames & {"obj", "small"})
        if deprel == "compound":
            return cue.kind in ("belief", "intention") and cue.author != "CT+"
        introduced = {sentence.tokens[word].lemma.lower() for word in children(sentence, node, "case", "mark")}
        frames = cue.frames | ({"to"} if "inf" in cue.frames else set())
        if deprel == "advcl" and node == parent + 1 and not introduced:
            return bool(cue.frames & {"ing", "inf"})  # "proposed sending troops", which the tree calls a modifier
        return base(deprel) in ("obl", "nmod", "advcl") and node > parent and bool(introduced & frames)

    def _is_spoken_of(self, cue: Cue, node: int) -> bool:
        """Whether a cue's noun was before it was spoken of: "discussed the raid"; the offer that is rejected was made."""
        token = self.sentence.tokens[node]
        if cue.holder == NOT_SO:
            return token.lemma.lower() in OFFERS or self.cues.cue(token.lemma, "NOUN") is not None
        settled = cue.kind != "intention" and cue.author == OPEN and cue.holder in (CERTAIN, OPEN)
        return settled and is_given(self.sentence, node)

    def _is_carried(self, parent: int, relation: str) -> bool:
        return relation in ("obj", "nsubj:pass") and self.sentence.tokens[parent].lemma.lower() in CARRYING


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
