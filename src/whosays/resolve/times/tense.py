"""The tense in which a time is told: of the words around it, and of the clause that it stands in."""

from __future__ import annotations

import re

from whosays.record.coded import CodedEvent
from whosays.record.event import SPEECH
from whosays.record.reading import Sentence
from whosays.resolve.calendar.grammar import Expression
from whosays.resolve.calendar.moment import Tense
from whosays.resolve.phrases.noun_phrases import case_of, clause

FUTURE = re.compile(
    r"\b(?:will|shall|would|to be|is to|are to|was to|were to|expected|due|scheduled|planned|plans? to|set for|going to|until"
    r"|upcoming|deadline|expires?|intends?|hopes? to|should)\b|['’]ll\b|n['’]t until",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:said|told|was|were|had|been|did|has|have|came|went|took|made|held|met|began|fell|rose|got|\w{3,}ed)\b",
    re.IGNORECASE,
)
AHEAD = {
    "plan",
    "schedule",
    "expect",
    "due",
    "set",
    "announce",
    "slate",
    "intend",
    "hope",
    "promise",
    "await",
    "postpone",
}
DEADLINES = {"until", "till", "by"}
GIVING = {"give", "have", "allow", "grant", "get", "surrender"}
WILL = {"will", "shall", "'ll", "’ll", "would"}


def tense_near(text: str, start: int, end: int, expression: Expression) -> Tense:
    """The tense of the words before an expression in its sentence, or behind it where none stand before."""
    before = text[max(start, expression.start - 90) : expression.start]
    after = text[expression.end : min(end, expression.end + 60)]
    ahead = max((match.end() for match in FUTURE.finditer(before)), default=-1)
    past = max((match.end() for match in PAST.finditer(before)), default=-1)
    if ahead >= 0 or past >= 0:
        return "future" if ahead >= past else "past"
    first_ahead, first_past = FUTURE.search(after), PAST.search(after)
    if first_ahead is None and first_past is None:
        return ""
    if first_past is None or (first_ahead is not None and first_ahead.start() < first_past.start()):
        return "future"
    return "past"


def _is_announced(sentence: Sentence, head: int, verb: int, case: str) -> bool:
    """ "Announced a blockade from Monday" or "starting on Monday", "gave notice of drills from Friday to Sunday"."""
    if case != "from" and sentence.tokens[verb].text.lower() not in {"starting", "beginning"}:
        return False
    if any(sentence.tokens[child].lemma.lower() == "notice" for child in sentence.children[verb]):
        return True
    here = head
    while sentence.tokens[here].head >= 0 and not sentence.tokens[here].deprel.startswith(("ccomp", "parataxis")):
        here = sentence.tokens[here].head
        if sentence.tokens[here].lemma.lower() in AHEAD:
            return True
    return False


def tense_of(sentence: Sentence, head: int, event: CodedEvent | None) -> Tense:
    """The tense of the clause that a time expression stands in, by its verb; the event's status where it is told."""
    case = case_of(sentence, head)
    ahead = case == "for"  # "a meeting arranged for Thursday", "promised boats by March"
    if event is not None:
        ahead |= case in DEADLINES and event.category in SPEECH
        ahead |= any(status.value == "future" for status in event.status)
    verb = clause(sentence, head)
    token = sentence.tokens[verb]
    helpers = [sentence.tokens[child] for child in sentence.children[verb]]
    if ahead or _is_announced(sentence, head, verb, case):
        return "future"
    if any(helper.lemma.lower() in WILL and helper.deprel.startswith("aux") for helper in helpers):
        return "future"
    if token.lemma.lower() in GIVING and case_of(sentence, head) == "until":
        return "future"  # "gave the captors until Sunday"
    if token.lemma.lower() in AHEAD and "Tense=Past" in token.feats and "VerbForm=Part" in token.feats:
        return "future"
    if any(helper.lemma.lower() == "to" and helper.deprel == "mark" for helper in helpers):
        return "future" if token.deprel in {"xcomp", "acl"} else ""
    forms = [token.feats, *(helper.feats for helper in helpers if helper.deprel.startswith(("aux", "cop")))]
    return "past" if any("Tense=Past" in feats for feats in forms) else ""
