"""Status (PLOVER's auxiliary modes): whether an event is background, to come, conditional, meant, ordered, asked, general."""

from __future__ import annotations

import re
from itertools import pairwise

from whosays.coding.certainty.factuality import path_to
from whosays.coding.certainty.left_open import CONDITIONS
from whosays.coding.circumstances.time_words import YEAR, is_temporal
from whosays.coding.events.outright import HABITS, is_of_kinds, is_told_outright
from whosays.coding.trees.clause import RELATIVES, base, child, children, has_case, is_due
from whosays.lexicon.cues import Cues
from whosays.record.event import Status, StatusName
from whosays.record.reading import Reading, Sentence
from whosays.record.span import Span

FUTURE_AUX = frozenset({"will", "shall", "'ll", "wo"})
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
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday"})
MONTHS = frozenset(
    {"january", "february", "april", "june", "july", "august", "september", "october", "november", "december"}
)
DATES = DAYS | MONTHS

GENERAL = frozenset({"any", "every", "each", "everything", "everybody", "everyone", "anything", "when", "where"})


def status_of(
    reading: Reading,
    sentence: Sentence,
    index: int,
    verb: int | None,
    cues: Cues,
    uttered: frozenset[int] = frozenset(),
) -> tuple[Status, ...]:
    """The statuses of an event whose trigger is a word, in whose clause `verb` is the verb that carries it.

    "Prosecutors want him jailed" has the words of a habit; told outright, it is news. `uttered` are the clauses that tell
    a speech act as news (`is_generic`).
    """
    clause = index if verb is None else verb
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
    general = None if found or clause in uttered else _generic(sentence, clause)
    if general is not None and (is_of_kinds(sentence, clause) or not is_told_outright(sentence, index, cues)):
        found["generic"] = general
    return tuple(_status(reading, sentence, name, word) for name, word in found.items())


def _last_relative(sentence: Sentence, path: list[int]) -> int:
    """Where on a path the innermost relative clause begins: "to hunt the gunmen who abducted ten" orders no abduction."""
    return max((at for at, node in enumerate(path) if sentence.tokens[node].deprel == "acl:relcl"), default=0)


def _from_clause(sentence: Sentence, node: int, clause: int, found: dict[StatusName, int]) -> None:
    token = sentence.tokens[node]
    for word in children(sentence, node, "aux"):
        lemma = sentence.tokens[word].lemma.lower()
        if node == clause and (lemma in FUTURE_AUX or (lemma == "would" and is_backshifted(sentence, node))):
            found.setdefault("future", word)
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
    if _is_present(sentence, clause) and sentence.tokens[clause].upos in {"VERB", "AUX"}:
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


def is_generic(
    sentence: Sentence, clause: int, *, is_noun: bool = False, uttered: frozenset[int] = frozenset()
) -> bool:
    """Whether a word stands in a statement about a kind; a noun also in any clause below such a statement.

    `uttered` are the clauses that tell a speech act as news: "villagers blame the dam" says no more of a kind than
    "villagers blamed the dam".
    """
    nodes = path_to(sentence, clause)[::-1]
    for node in nodes:
        if node not in uttered and _generic(sentence, node) is not None:
            return True
        finite = (
            "VerbForm=Fin" in sentence.tokens[node].feats or child(sentence, node, "nsubj", "nsubj:pass") is not None
        )
        if finite and not (is_noun and sentence.tokens[node].deprel == "acl:relcl"):
            return False
    return False


def is_told_as_news(sentence: Sentence, clause: int) -> bool:
    """Whether a speech act in the present is news of somebody: "villagers blame the dam", "a union rejects the charge".

    Not what anybody may or often does, when and where it is done, every year or to everything, and not "ministers deny".
    """
    own = child(sentence, clause, "nsubj", "nsubj:pass")
    if own is None or sentence.tokens[own].upos != "NOUN" or child(sentence, clause, "aux", "cop") is not None:
        return False
    if base(sentence.tokens[clause].deprel) in {"advcl", "acl"}:
        return False
    content = [w for w in children(sentence, clause, "obj", "iobj", "obl", "ccomp", "xcomp") if w > clause]
    near = [*children(sentence, clause, "advmod"), *children(sentence, own, "det"), *content]
    words = {
        sentence.tokens[below].lemma.lower() for word in near for below in (word, *children(sentence, word, "det"))
    }
    return bool(content) and not words & (HABITS | GENERAL)


def _generic(sentence: Sentence, clause: int) -> int | None:
    """Present-tense statements about a kind ("armed groups often claim …", "a state that lends … may …")."""
    adverb = next((w for w in children(sentence, clause, "advmod") if sentence.tokens[w].lemma.lower() in HABITS), None)
    own = child(sentence, clause, "nsubj", "nsubj:pass")
    doing = child(sentence, clause, "csubj")
    if own is None and doing is not None and _is_present(sentence, clause):
        return (
            doing if sentence.tokens[doing].text.lower().endswith("ing") else None
        )  # "backing Peru makes Chile stronger"
    if own is None or not _is_present(sentence, clause) or _has_day(sentence, clause):
        return None
    if adverb is None and (sentence.tokens[clause].text.lower() in SAME_IN_PAST or _goes_on(sentence, clause)):
        return None  # "drones hit a refinery": of two readings the one that tells news
    if adverb is None and _is_headline(sentence, clause):
        return None
    kind = own if _is_kind(sentence, own) else _kind_before(sentence, own)
    return kind if kind is None or adverb is None else adverb


NOW = frozenset("currently now presently still".split())
UNDER_WAY = frozenset("afoot deadlocked ongoing stalled underway".split())
# Forms that are past as well as present.
SAME_IN_PAST = frozenset("hit beat cut shut set put quit let burst cast split spread shed thrust hurt".split())


def _is_headline(sentence: Sentence, clause: int) -> bool:
    """Whether a line without a stop tells its news in the present tense: "Rebels ambush patrol near Kidal"."""
    return clause == sentence.root and sentence.tokens[-1].upos != "PUNCT"


def _goes_on(sentence: Sentence, clause: int) -> bool:
    """Whether a clause tells what is going on: "talks with the rebels are under way", "are still under siege"."""
    lemma = sentence.tokens[clause].lemma.lower()
    now = any(sentence.tokens[word].lemma.lower() in NOW for word in children(sentence, clause, "advmod"))
    return now or lemma in UNDER_WAY or (lemma == "way" and has_case(sentence, clause, "under"))


def _has_day(sentence: Sentence, clause: int) -> bool:
    """Whether a clause says on which day or in which month: "soldiers beat two drivers on Tuesday" tells no habit."""
    below = (word for child_ in children(sentence, clause, "obl", "obj", "advmod") for word in sentence.subtree(child_))
    return any(sentence.tokens[word].text.lower() in DATES for word in below)


def _kind_before(sentence: Sentence, own: int) -> int | None:
    """The kind that a "they" goes on about: "States rarely fight over fish; they fight over …"."""
    if sentence.tokens[own].lemma.lower() not in {"they", "it", "one"}:
        return None
    subjects = [t.index for t in sentence.tokens[:own] if base(t.deprel) == "nsubj" and t.upos == "NOUN"]
    return next(
        (word for word in subjects if _is_kind(sentence, word) and _is_present(sentence, sentence.tokens[word].head)),
        None,
    )


def _is_present(sentence: Sentence, clause: int) -> bool:
    """Whether a clause is in the simple present (of its verb, copula or auxiliary), or says what may or can be."""
    helpers = [sentence.tokens[word] for word in children(sentence, clause, "aux", "cop")]
    if any("Tense=Past" in token.feats or token.lemma in {"have", "will", "would"} for token in helpers):
        return False
    if helpers:
        progressive = sentence.tokens[clause].text.endswith("ing")
        return not progressive
    feats = sentence.tokens[clause].feats
    return "VerbForm=Fin" in feats and "Tense=Past" not in feats


def _is_kind(sentence: Sentence, own: int) -> bool:
    """A bare plural or an indefinite singular that no name, number or relative pronoun ties to somebody."""
    token = sentence.tokens[own]
    if token.upos != "NOUN" or token.lemma.lower() in RELATIVES:
        return False
    below = set(sentence.subtree(own))
    named = any(name.first in below or name.last in below for name in sentence.names)
    determiners = {
        sentence.tokens[word].lemma.lower() for word in children(sentence, own, "det", "nmod:poss", "nummod")
    }
    bare = not determiners and "Number=Plur" in token.feats
    return not named and (bare or bool(determiners & {"a", "an", "any", "every"}))


def _status(reading: Reading, sentence: Sentence, name: StatusName, word: int) -> Status:
    token = sentence.tokens[word]
    text = reading.document.text[token.start : token.end]
    return Status(value=name, evidence=Span(document=reading.document.id, start=token.start, end=token.end, text=text))
