"""What the author, and each source around an event, makes of it: the walk down to its word, begun at the root or at a source's words."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.coding.aftermath.reactions import COUNTS
from whosays.coding.aftermath.verdicts import called_false
from whosays.coding.attribution.stems import stems
from whosays.coding.attribution.syntax import COUNTING
from whosays.coding.certainty.combined import less_certain
from whosays.coding.certainty.factuality import OPEN, Walk, compose, flip
from whosays.coding.certainty.left_open import is_finite, is_sought
from whosays.coding.certainty.presupposed import is_asked_for_a_part, is_topic
from whosays.coding.certainty.scopes import (
    FIRST_PERSON,
    THIRD_PERSON,
    Scope,
    is_below,
    is_echo,
    is_first_person,
    is_issued,
)
from whosays.coding.circumstances.place_words import SENT
from whosays.coding.trees.clause import base, child, children, is_cleft, is_negated, is_passive
from whosays.lexicon.cues import Cue, Cues
from whosays.record.coded import CodedAttribution, CodedEvent
from whosays.record.event import OWN_WORDS, StanceValue
from whosays.record.reading import Reading, Sentence

POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my"})
PLANNING = frozenset({"plan", "prepare", "plot", "try", "attempt", "intend", "order"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event where it is told: the path down to its trigger and the sources around it, outermost first."""

    reading: Reading
    event: CodedEvent
    sentence: Sentence
    path: list[int]
    scopes: list[Scope]
    cues: Cues

    def author(self) -> StanceValue:
        """The author's value: the walk from the root, left open by every source that the tree does not show."""
        if {status.value for status in self.event.status} & {"question", "generic", "conditional"}:
            return OPEN
        if self._is_left_open() or any(self._calls_it_false(scope) for scope in self.scopes):
            return OPEN
        for scope in self.scopes:
            if is_issued(scope, self.event) and is_own_act(self.event, scope, self.sentence):
                continue  # a statement's "we deny" is the denial
            if not self._is_on_path(scope) and not (scope.cue is not None and scope.cue.author == "CT+"):
                return OPEN
        if self._is_of_the_account():
            return OPEN
        return Walk(sentence=self.sentence, cues=self.cues, affirmed=_affirmed(self.event)).along(self.path)

    def _is_of_the_account(self) -> bool:
        """ "Said that his men fled after the army bombed the village": the bombing, too, is his word and not the report's."""
        if any(is_asked_for_a_part(self.sentence, node) for node in self.path):
            return False  # "did not say who fired"
        return any(
            self.sentence.tokens[node].deprel == "advcl" and is_finite(self.sentence, node)
            for scope in self.scopes
            if self._is_on_path(scope) and not self._counts(scope) and (scope.cue is None or scope.cue.author == OPEN)
            for node in self.path[self.path.index(scope.entry) :]
        )

    def _is_left_open(self) -> bool:
        """ "Has neither confirmed nor denied the strike", however the tree joins the two."""
        before = self.sentence.tokens[max(0, self.event.trigger.head - 7) : self.event.trigger.head]
        words = [token.lemma.lower() for token in before]
        return {"confirm", "deny"} <= set(words) and bool({"neither", "nor"} & set(words))

    def held(self, depth: int) -> StanceValue | None:
        """What the source at a depth makes of the event; None where it asserts nothing of it (wishes, orders)."""
        scope = self.scopes[depth]
        inside = self.path[self.path.index(scope.entry) :]
        if _asserts_nothing(scope.cue) or self._disputes_a_figure(scope) or self._is_only_over(scope, inside):
            return None
        if _is_background(self.sentence, inside) and not self._counts(scope):
            return None
        seen_through = self._seen_through(depth)
        value: StanceValue = OPEN
        if all(self._is_on_path(inner) or self._cue_head(inner) in seen_through for inner in self.scopes[depth + 1 :]):
            value = Walk(
                sentence=self.sentence,
                cues=self.cues,
                reported=True,
                transparent=frozenset(seen_through),
                affirmed=_affirmed(self.event),
            ).along(inside)
        holder = self._holder(scope)
        if holder == "CT-" and value == OPEN and self._is_planned():
            return "CT-"  # who denies having planned it denies it
        return compose(holder, value)

    def _is_planned(self) -> bool:
        return any(self.sentence.tokens[node].lemma.lower() in PLANNING for node in self.path)

    def tempered(self, value: StanceValue) -> StanceValue:
        """The author's value with what the model sees, where no source stands between; announced deeds are read by the walk."""
        head = self.event.trigger.head
        if not self.sentence.certainty or self.event.category in OWN_WORDS | {"AGREE"}:
            return value
        return less_certain(value, self.sentence.certainty[head])

    def _holder(self, scope: Scope) -> StanceValue:
        """The value that a source gives its content: by its cue, and by whether that is negated."""
        cue, place = scope.cue, scope.attribution.cue
        holder: StanceValue = cue.holder if cue is not None else "CT+"
        if self._calls_it_false(scope):
            return "CT-"
        if holder == "CT-" and self._follows_colon(scope.attribution):
            return "CT+"  # "rejected this: the houses burned because …" is his own account
        if place is not None and is_sought(self.reading.sentences[place.sentence], place.head, cue):
            return OPEN
        if place is None or not is_negated(self.reading.sentences[place.sentence], place.head):
            return holder
        if cue is None:
            return OPEN
        return flip(holder) if cue.negated is None else cue.negated

    def _calls_it_false(self, scope: Scope) -> bool:
        """ "Described the raid as a fabrication": whoever calls it so does not hold that it was."""
        cue = self._cue_head(scope)
        called = scope.cue is not None and bool(scope.cue.frames & {"as", "small"})
        return cue is not None and called and called_false(self.sentence, cue, self.cues)

    def _counts(self, scope: Scope) -> bool:
        """ "Raised to 14 the number of those killed when drones hit the depot": whoever counts them says that it was hit."""
        cue = self._cue_head(scope)
        return cue is not None and self.sentence.tokens[cue].lemma in COUNTING

    def _disputes_a_figure(self, scope: Scope) -> bool:
        """ "…, a figure that the embassy disputes": not the deed that was counted."""
        cue = self._cue_head(scope)
        above = self.sentence.tokens[cue].head if cue is not None else -1
        return above >= 0 and cue is not None and self.sentence.tokens[above].lemma.lower() in COUNTS and above < cue

    def _is_only_over(self, scope: Scope, inside: list[int]) -> bool:
        """ "Rejected criticism of the raid", "rejected accusations over the raid": no word on whether it was."""
        return scope.cue is not None and scope.cue.holder == "CT-" and any(is_topic(self.sentence, w) for w in inside)

    def _follows_colon(self, one: CodedAttribution) -> bool:
        """Whether the piece of the content that tells the event stands behind a colon after the cue."""
        pieces = [piece for piece in one.content if piece.start <= self.event.trigger.start < piece.end]
        if one.cue is None or not pieces:
            return False
        return ":" in self.reading.document.text[one.cue.end : self.event.trigger.start]

    def _seen_through(self, depth: int) -> set[int]:
        """The words whose content is the source's own: "I think" and "he feared" in his mouth, a claim denied."""
        scope = self.scopes[depth]
        found = {
            head
            for inner in self.scopes[depth + 1 :]
            if (head := self._cue_head(inner)) is not None
            and (is_first_person(inner.attribution.source) or is_echo(scope, inner))
        }
        if scope.cue is not None and (scope.cue.holder == "CT-" or scope.cue.lemma == "confirm"):
            tokens = self.sentence.tokens
            found |= {node for node in self.path if tokens[node].lemma.lower() in self.cues.nominals}
        return found

    def _cue_head(self, scope: Scope) -> int | None:
        cue = scope.attribution.cue
        return cue.head if cue is not None and cue.sentence == self.sentence.index else None

    def _is_on_path(self, scope: Scope) -> bool:
        return self._cue_head(scope) in self.path[: self.path.index(scope.entry) + 1]


def _asserts_nothing(cue: Cue | None) -> bool:
    """Whether a cue only wishes or orders, or only takes an attitude: to welcome something is not to report it."""
    return cue is not None and cue.holder == OPEN and (cue.kind == "intention" or cue.author == "CT+")


def _affirmed(event: CodedEvent) -> frozenset[int]:
    """The trigger's head where the trigger's own words hold the negation."""
    negated = set(event.trigger.text.lower().replace("n't", " not").split()) & {"not", "no", "never"}
    return frozenset({event.trigger.head}) if negated else frozenset()


def is_own_act(event: CodedEvent, scope: Scope, sentence: Sentence) -> bool:
    """Whether the event is a speech act of the source itself ("we will answer", he said), or one only mentioned."""
    if scope.cue is not None and scope.cue.holder == "CT-" and is_below(sentence, event, scope):
        return False  # who denies having threatened somebody denies a deed
    if event.category not in OWN_WORDS or scope.attribution.source is None or event.mode == "investigate":
        return False
    if sentence.tokens[event.trigger.head].upos == "NOUN":
        return True
    source = scope.attribution.source.text
    if not event.actor and is_passive(sentence, event.trigger.head):
        return False  # "the summit has been postponed, the ministry said"
    return not event.actor or any(
        actor.text == source
        or actor.text.lower().partition(" ")[0] in POSSESSIVE
        or actor.text.lower() in FIRST_PERSON | THIRD_PERSON
        or stems(actor.text) & stems(source)
        for actor in event.actor
    )


def _is_background(sentence: Sentence, path: list[int]) -> bool:
    """Whether a content only takes an event for granted ("the ship it seized", "the day of the raid")."""
    for node in path[1:]:
        token = sentence.tokens[node]
        if is_cleft(sentence, node):
            continue
        said_of = token.deprel in ("acl", "advcl:relcl") and child(sentence, token.head, "cop") is not None
        if said_of and child(sentence, token.head, "nsubj", "expl") is not None:
            continue  # "they were mercenaries sent by Peru", "it was Peru that sent them" say that Peru sent them
        reduced = (
            token.deprel == "acl" and child(sentence, node, "aux", "mark") is None
        )  # not "charges that it had sent"
        if reduced and token.lemma.lower() in SENT and _is_new(sentence, token.head):
            continue
        if token.deprel in ("acl:relcl", "advcl:relcl") or (reduced and "VerbForm=Part" in token.feats):
            return True
    last = sentence.tokens[path[-1]]
    given = any(sentence.tokens[word].lemma.lower() == "the" for word in children(sentence, last.index, "det"))
    return len(path) > 2 and last.upos == "NOUN" and base(last.deprel) in ("nmod", "obl") and given


def _is_new(sentence: Sentence, noun: int) -> bool:
    """ "Rockets launched from Chad missed the bridge": of a subject without an article nobody knows beforehand that it was sent."""
    token = sentence.tokens[noun]
    known = child(sentence, noun, "det", "nmod:poss", "nummod") is not None or token.upos != "NOUN"
    return base(token.deprel) == "nsubj" and "Number=Plur" in token.feats and not known
