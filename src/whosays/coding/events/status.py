"""Status (PLOVER's auxiliary modes): whether an event is background, to come, conditional, meant, ordered, asked, general."""

from __future__ import annotations

import re
from itertools import pairwise

from whosays.coding.certainty.factuality import path_to
from whosays.coding.certainty.left_open import CONDITIONS
from whosays.coding.circumstances.time_words import YEAR, is_temporal
from whosays.coding.events.generic import is_present, kind_told_of
from whosays.coding.events.hit import Hit
from whosays.coding.trees.clause import base, child, children, has_case, is_due
from whosays.lexicon.cues import Cues
from whosays.record.event import Status, StatusName
from whosays.record.reading import Reading, Sentence
from whosays.record.span import Span

FUTURE_AUX = frozenset({"will", "shall", "'ll", "wo"})
WILLING = FUTURE_AUX | frozenset({"would"})
FUTURE_HEADS = frozenset({"expect", "schedule", "due", "set", "slate", "prepare", "plan", "announce", "propose"})
INTENDED_HEADS = frozenset(
    {"plan", "intend", "want", "seek", "aim", "hope", "try", "attempt", "decide", "wish", "vow", "bid"}
)
ORDERED_HEADS = frozenset(
    {"order", "tell", "instruct", "command", "direct", "urge", "ask", "demand", "call", "require"}
)
PAST_WORDS = re.compile(
    r"\b(?:last (?:month|week|year|decade|century|spring|summer|autumn|winter)|(?:weeks|months|years|decades|a year|a month|"
    r"a decade) (?:ago|earlier|before)|earlier this (?:month|year)|previously|in the past|historically|throughout history|"
    r"during the .{0,40}\bwar\b|in the .{0,40}\bwar\b)",
    re.IGNORECASE,
)


def status_of(reading: Reading, hit: Hit, cues: Cues) -> tuple[Status, ...]:
    """The statuses of an event, each with the word that tells it."""
    sentence, clause = hit.sentence, hit.clause
    path = path_to(sentence, clause)
    found: dict[StatusName, int] = {}
    mark = next((token.index for token in sentence.tokens[-3:] if "?" in token.text), None)
    if mark is not None:
        found["question"] = mark
    for node in path[_last_relative(sentence, path) :]:
        _from_clause(sentence, node, clause, found)
    past = _historical(reading, sentence, clause)
    if past is not None and "future" not in found:
        found["historical"] = past
    general = None if found else kind_told_of(hit, cues)
    if general is not None:
        found["generic"] = general
    return tuple(_status(reading, sentence, name, word) for name, word in found.items())


def _last_relative(sentence: Sentence, path: list[int]) -> int:
    """Where on a path the innermost relative clause begins: "to hunt the gunmen who abducted ten" orders no abduction."""
    return max((at for at, node in enumerate(path) if sentence.tokens[node].deprel == "acl:relcl"), default=0)


def _from_clause(sentence: Sentence, node: int, clause: int, found: dict[StatusName, int]) -> None:
    token = sentence.tokens[node]
    shared = ahead(sentence, node) if node == clause else None
    if shared is not None and (sentence.tokens[shared].lemma.lower() in FUTURE_AUX or is_backshifted(sentence, node)):
        found.setdefault("future", shared)
    for word in children(sentence, node, "aux"):
        lemma = sentence.tokens[word].lemma.lower()
        if lemma in {"would", "could", "might", "will"} and node == clause and has_condition(sentence, node):
            found.setdefault("conditional", word)
    if node == clause and is_due(sentence, node):
        found.setdefault("future", node)
    mark = next((w for w in children(sentence, node, "mark") if sentence.tokens[w].lemma.lower() in CONDITIONS), None)
    if mark is not None and base(token.deprel) == "advcl":
        found.setdefault("conditional", mark)
    elif has_condition(sentence, node) and node == clause:
        found.setdefault("conditional", node)
    if token.head >= 0 and (base(token.deprel) in {"xcomp", "ccomp", "acl"} or is_slated(sentence, node)):
        _from_governor(sentence, node, found)


def ahead(sentence: Sentence, index: int) -> int | None:
    """ "Will" or "would" of a verb, else of the verb that it is joined to: "will file a protest and recall its envoy"."""
    for word in children(sentence, index, "aux"):
        if sentence.tokens[word].lemma.lower() in WILLING:
            return word
    token = sentence.tokens[index]
    shared = base(token.deprel) == "conj" and token.head >= 0 and child(sentence, index, "nsubj", "aux") is None
    present = "Tense=Pres" in token.feats and token.text.lower() != token.lemma.lower()  # "will leave and says so"
    return ahead(sentence, token.head) if shared and "Tense=Past" not in token.feats and not present else None


def is_slated(sentence: Sentence, node: int) -> bool:
    """ "Is due to meet", "is scheduled to visit": an infinitive that a tree may take for a purpose of what it is due by."""
    token = sentence.tokens[node]
    if token.head < 0 or base(token.deprel) not in {"advcl", "xcomp"} or not has_case(sentence, node, "to"):
        return False
    above = sentence.tokens[token.head]
    helped = any(
        sentence.tokens[word].lemma.lower() == "be" for word in children(sentence, token.head, "cop", "aux", "aux:pass")
    )
    return above.lemma.lower() in FUTURE_HEADS and helped


def is_backshifted(sentence: Sentence, node: int) -> bool:
    """Whether "would" is the "will" of reported words: "said that a delegation would go", not "it would be wrong"."""
    path = path_to(sentence, node)[::-1]
    for below, above in pairwise(path):
        relation = base(sentence.tokens[below].deprel)
        if relation == "ccomp":
            return "Tense=Past" in sentence.tokens[above].feats and not has_condition(sentence, node)
        if relation not in {"conj", "xcomp"}:
            return False
    return False


def _from_governor(sentence: Sentence, node: int, found: dict[StatusName, int]) -> None:
    """ "Is expected to meet", "plans to send", "ordered to leave": the verb above an infinitive."""
    token = sentence.tokens[node]
    to = any(sentence.tokens[word].lemma == "to" for word in children(sentence, node, "mark"))
    governor = sentence.tokens[token.head].lemma.lower()
    if not to:
        return
    if governor in FUTURE_HEADS:
        found.setdefault("future", token.head)
    elif governor in INTENDED_HEADS:
        found.setdefault("intended", token.head)
    elif governor in ORDERED_HEADS:
        found.setdefault("ordered", token.head)


def has_condition(sentence: Sentence, node: int) -> bool:
    """Whether a verb has an if-clause of its own, or an inverted "should the slander continue"."""
    for below in children(sentence, node, "advcl"):
        marks = {sentence.tokens[word].lemma.lower() for word in children(sentence, below, "mark")}
        should = next(
            (w for w in children(sentence, below, "aux") if sentence.tokens[w].lemma.lower() == "should"), None
        )
        own = child(sentence, below, "nsubj", "nsubj:pass")
        waits = "until" in marks and not _went_on(sentence, node, below)
        if waits or marks & {"if", "unless"} or (should is not None and own is not None and should < own):
            return True
    return False


def _went_on(sentence: Sentence, node: int, until: int) -> bool:
    """Whether what was done until something happened was done: "fired until the crowd drew back"; not "would fire until it did"."""
    plain = child(sentence, node, "aux", "cop") is None
    return plain and all("Tense=Past" in sentence.tokens[word].feats for word in (node, until))


def _historical(reading: Reading, sentence: Sentence, clause: int) -> int | None:
    """A year before that of publication, or words of the past, in the event's clause or the clauses around it."""
    if is_present(sentence, clause) and sentence.tokens[clause].upos in {"VERB", "AUX"}:
        return None
    published = reading.document.published
    this_year = int(published.value[:4]) if published and published.value[:4].isdigit() else None
    near = {below for node in _own_clauses(sentence, clause) for below in _reach(sentence, node)}
    for word in sorted(near):
        token = sentence.tokens[word]
        if YEAR.fullmatch(token.text) and is_temporal(sentence, word) and not has_case(sentence, word, "since"):
            if this_year is not None and int(token.text) < this_year:
                return word
            if this_year is None and int(token.text) < 2000:
                return word
    words = sorted(near)
    if not words:
        return None
    first, last = sentence.tokens[words[0]].start, sentence.tokens[words[-1]].end
    matches = PAST_WORDS.finditer(reading.document.text, first, last)
    begun = (next((token.index for token in sentence.tokens if token.end > match.start()), None) for match in matches)
    return next((word for word in begun if word in near), None)


def _own_clauses(sentence: Sentence, clause: int) -> list[int]:
    """The clause and those it is joined to or hangs on, as far as they share its time."""
    found, here = [clause], clause
    for _ in range(3):
        token = sentence.tokens[here]
        if token.head < 0 or base(token.deprel) not in {"conj", "advcl", "xcomp", "acl", "obj", "obl", "nmod", "nsubj"}:
            break
        if token.deprel == "acl:relcl":  # a relative clause has a time of its own
            break
        here = token.head
        found.append(here)
    return found


def _reach(sentence: Sentence, node: int) -> list[int]:
    """The words of a clause without its subordinate clauses, those that describe its nouns, or another's day ("last week's march")."""
    found = [node]
    for below in sentence.children[node]:
        if base(sentence.tokens[below].deprel) not in {"ccomp", "advcl", "acl", "parataxis", "conj", "csubj", "xcomp"}:
            words = sentence.subtree(below)
            apart = {w for one in words if _is_of_a_noun(sentence, one, node) for w in sentence.subtree(one)}
            found += [word for word in words if word not in apart]
    return found


def _is_of_a_noun(sentence: Sentence, word: int, node: int) -> bool:
    """Whether a word heads what only says which men or which march is meant: "those taken last week", "last week's march"."""
    token = sentence.tokens[word]
    if base(token.deprel) == "acl":
        return True
    return word < token.head != node and base(token.deprel) == "nmod" and is_temporal(sentence, word)


def _status(reading: Reading, sentence: Sentence, name: StatusName, word: int) -> Status:
    token = sentence.tokens[word]
    text = reading.document.text[token.start : token.end]
    return Status(value=name, evidence=Span(document=reading.document.id, start=token.start, end=token.end, text=text))
