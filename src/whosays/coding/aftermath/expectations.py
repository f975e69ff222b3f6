"""What a document says is to come: announced, scheduled, promised, demanded by a day."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from whosays.coding.aftermath.put_off import PutOff, came_to_nothing, is_moved, put_off
from whosays.coding.attribution.holders import Held, by_sentence
from whosays.coding.certainty.factuality import is_called_off
from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.circumstances.when import times_for
from whosays.coding.events.status import is_backshifted
from whosays.coding.trees.clause import (
    base,
    child,
    children,
    has_case,
    is_due,
    is_negated,
    mention,
    noun_phrase,
    subject,
)
from whosays.lexicon import Lexicon
from whosays.record.coded import CodedAttribution, CodedEvent, CodedExpectation, Mention
from whosays.record.reading import Reading, Sentence, Token

PROMISES = frozenset({"AGREE"})
DEMANDS = frozenset({"REQUEST"})
THREATS = frozenset({"THREATEN"})
REFUSALS = frozenset({"REJECT"})  # "will not sign until …": what would bring it about is said
PROMISING = frozenset({"promise", "agree", "pledge", "vow", "undertake", "commit", "swear", "guarantee", "propose"})
OFFERING = frozenset({"offer"})  # "offered to mediate" is to come, "offered another version" is not
BY = ("by", "within", "before", "until", "in")
ANNOUNCING = frozenset(
    {"expect", "schedule", "plan", "set", "slate", "due", "fix", "arrange", "time", "book", "call", "extend", "suppose"}
)
WITHOUT = ("without", "despite")
UNTIL = frozenset({"until", "till", "unless", "long"})  # "as long as"
BEGINNING = frozenset({"start", "begin"})
FROM_DAY = ("from", "for")
TELLING = frozenset({"announce", "declare", "call", "schedule", "plan"})
STAYING = frozenset({"stay", "remain", "run", "last", "apply"})
MAYBE = frozenset({"may", "might"})
WHOLE = PROMISES | DEMANDS | THREATS  # of these what is promised or demanded is quoted too
ASIDE = frozenset({"parataxis", "conj", "punct", "cc"})
LONGEST = 40  # words of evidence


def expectations(
    reading: Reading, events: tuple[CodedEvent, ...], attributions: tuple[CodedAttribution, ...], lexicon: Lexicon
) -> tuple[CodedExpectation, ...]:
    """One for each clause: from events that are to come, then from announcements of what the lexicon does not know."""
    del lexicon
    held = by_sentence(attributions)
    found: list[CodedExpectation] = []
    taken: set[tuple[int, int]] = set()
    for number, event in enumerate(events):
        sentence = reading.sentences[event.sentence]
        if _is_to_come(sentence, event):
            clause = _clause_of(sentence, event.trigger.head)
            if (event.sentence, clause) not in taken:
                taken.add((event.sentence, clause))
                found.append(_from_event(reading, sentence, event, number, held))
    for sentence in reading.sentences:
        for off in _put_off(sentence, taken):
            taken |= {(sentence.index, word) for word in (off.thing, off.announced) if word is not None}
            found.append(_from_put_off(reading, sentence, off, held))
        for announced in _announced(sentence):
            if not any(
                where == sentence.index and announced in _own_words(sentence, clause) for where, clause in taken
            ):
                taken.add((sentence.index, announced))
                found.append(_from_clause(reading, sentence, announced, held))
    return tuple(sorted(found, key=lambda one: one.evidence.start))


def _put_off(sentence: Sentence, taken: set[tuple[int, int]]) -> list[PutOff]:
    """What the sentence calls off, where no clause that announces it is taken yet."""
    clauses = {clause for where, clause in taken if where == sentence.index}
    return [off for off in put_off(sentence) if clauses.isdisjoint(sentence.subtree(off.thing))]


def _own_words(sentence: Sentence, clause: int) -> set[int]:
    """The words of a clause without the clauses joined to it that have subjects of their own."""
    others = (
        w
        for w in children(sentence, clause, "conj", "parataxis")
        if child(sentence, w, "nsubj", "nsubj:pass") is not None
    )
    return {*sentence.subtree(clause)} - {word for other in others for word in sentence.subtree(other)}


def _is_to_come(sentence: Sentence, event: CodedEvent) -> bool:
    statuses = {status.value for status in event.status}
    if statuses & {"historical", "question", "generic"} or _comes_to_nothing(sentence, event, statuses):
        return False
    if "future" in statuses:
        return True
    trigger = sentence.tokens[event.trigger.head]
    if trigger.upos != "VERB" or _is_told_back(sentence, trigger.index):  # "the threat" names one that was made
        return False
    if event.category in PROMISES:
        return _is_promise(sentence, trigger)
    if event.category in DEMANDS:
        return _deadline(sentence, trigger.index) is not None
    return event.category in THREATS or (event.category in REFUSALS and "conditional" in statuses)


def _comes_to_nothing(sentence: Sentence, event: CodedEvent, statuses: AbstractSet[str]) -> bool:
    """Whether something is only told as missing ("without the threatened ban"), or refused for good ("will not receive them")."""
    trigger = sentence.tokens[event.trigger.head]
    if has_case(sentence, trigger.head if base(trigger.deprel) == "amod" else trigger.index, *WITHOUT):
        return True
    return event.category in REFUSALS and "conditional" not in statuses and not _is_bound(sentence, trigger.index)


def _is_bound(sentence: Sentence, verb: int) -> bool:
    """Whether a refusal says what would end it: "will not sign until …"; else nothing is to come of it."""
    return any(sentence.tokens[word].lemma.lower() in UNTIL for word in sentence.subtree(verb))


def _is_told_back(sentence: Sentence, verb: int) -> bool:
    """ "Had warned on Sunday", "had agreed to return it": told from before what the report tells."""
    return any(sentence.tokens[word].text.lower() == "had" for word in children(sentence, verb, "aux"))


def _is_promise(sentence: Sentence, verb: Token) -> bool:
    """ "Promised an inquiry", "offered to mediate"; who "offered another version" is to do nothing."""
    wanted = ("xcomp", "ccomp") if verb.lemma.lower() in OFFERING else ("xcomp", "ccomp", "obj")
    told = any(True for _ in children(sentence, verb.index, *wanted))
    return told and verb.lemma.lower() in PROMISING | OFFERING


def _from_event(
    reading: Reading, sentence: Sentence, event: CodedEvent, number: int, held: Held[CodedAttribution]
) -> CodedExpectation:
    return CodedExpectation(
        evidence=_evidence(reading, sentence, _clause_of(sentence, event.trigger.head), whole=event.category in WHOLE)
        or event.trigger,
        by=event.actor[0] if event.actor else None,
        source=_source(event.trigger, held),
        due=_due(reading, sentence, event),
        event=number,
        withdrawn=came_to_nothing(sentence, _clause_of(sentence, event.trigger.head)),
    )


def _due(reading: Reading, sentence: Sentence, event: CodedEvent) -> Mention | None:
    """The day by which it is to come: a deadline in what is promised or demanded, else the time of the deed."""
    last = _deadline(sentence, event.trigger.head)
    if last is not None:
        return mention(reading, sentence, sentence.subtree(last), last)
    if event.category in WHOLE and not any(status.value == "future" for status in event.status):
        return None  # "offered on Saturday to mediate": when they spoke is not when they will
    return event.time[0] if event.time else _first_time(reading, sentence, event.trigger.head)


def _deadline(sentence: Sentence, verb: int) -> int | None:
    """The word of "by Monday", "within 72 hours", "before the end of the month" in a verb's complement or condition."""
    for below in children(sentence, verb, "xcomp", "ccomp", "advcl", "obj", "obl"):
        for word in sentence.subtree(below):
            limits = is_temporal(sentence, word) or _is_end(sentence, word)
            if (
                limits
                and not _is_told_between(sentence, verb, word)
                and has_case(sentence, word, *BY)
                and base(sentence.tokens[word].deprel) in {"obl", "nmod"}
            ):
                return word
    return None


def _is_told_between(sentence: Sentence, verb: int, word: int) -> bool:
    """Whether a time is that of something past which a demand mentions: "asked for what was taken in May", "when it fell in June"."""
    here = sentence.tokens[word].head
    while here not in (verb, -1):
        told = base(sentence.tokens[here].deprel) in {"acl", "advcl"} and child(sentence, here, "nsubj", "nsubj:pass")
        helpers = (here, *children(sentence, here, "aux"))
        if told and any("Tense=Past|VerbForm=Fin" in sentence.tokens[one].feats for one in helpers):
            return True
        here = sentence.tokens[here].head
    return False


def _is_end(sentence: Sentence, word: int) -> bool:
    """Whether a word is the end of a stretch of time: "the end of the month"."""
    within = children(sentence, word, "nmod")
    return sentence.tokens[word].lemma == "end" and any(is_temporal(sentence, one) for one in within)


def _announced(sentence: Sentence) -> Iterator[int]:
    """The verb of "is expected to speak", "will open on Monday", "is due to end", "is to visit"."""
    ways = (_will_be, _is_given_time, is_due, _is_scheduled, _tells_of_a_day, _lasts, is_moved)
    for token in sentence.tokens:
        if token.upos in {"VERB", "AUX", "ADJ"} and any(way(sentence, token.index) for way in ways):
            yield token.index


def _will_be(sentence: Sentence, verb: int) -> bool:
    """ "Will open on Monday", "may travel on Friday", and "would" of reported words; not what only would be under a condition."""
    helpers = {sentence.tokens[word].lemma.lower() for word in children(sentence, verb, "aux")}
    possible = bool(helpers & MAYBE) and "have" not in helpers and _is_of_a_day(sentence, verb)
    to_come = possible or "will" in helpers or ("would" in helpers and is_backshifted(sentence, verb))
    dated = _is_dated(sentence, verb) or any(
        _is_dated(sentence, word) for word in children(sentence, verb, "obj", "obl")
    )
    return to_come and dated and not _is_hypothetical(sentence, verb)


def _is_of_a_day(sentence: Sentence, verb: int) -> bool:
    """Whether what may be has a day ahead of it: not "may have left on Monday", "may call at any time", "may cross since Monday"."""
    for word in children(sentence, verb, "obl", "advmod", "nmod"):
        vague = any(sentence.tokens[below].lemma.lower() == "any" for below in children(sentence, word, "det"))
        if is_temporal(sentence, word) and not vague and sentence.tokens[word].lemma.lower() not in {"now", "then"}:
            return not has_case(sentence, word, "since")
    return False


def _is_scheduled(sentence: Sentence, verb: int) -> bool:
    """ "Is expected to speak", "is fixed for Thursday"."""
    token = sentence.tokens[verb]
    if token.lemma.lower() not in ANNOUNCING and token.text.lower() not in ANNOUNCING:
        return False  # "due" is read as a form of "do" too
    if is_called_off(sentence, verb):
        return False
    passive = any(sentence.tokens[word].lemma == "be" for word in children(sentence, verb, "aux", "cop"))
    alone = child(sentence, verb, "ccomp") is None
    return passive and (child(sentence, verb, "xcomp") is not None or (alone and _is_dated(sentence, verb)))


def _tells_of_a_day(sentence: Sentence, verb: int) -> bool:
    """ "Announced a strike from Monday", "called a general strike, starting on Friday": the day is that of the thing."""
    return _day_told(sentence, verb) is not None


def _day_told(sentence: Sentence, verb: int) -> int | None:
    """The day on which what somebody announces is to be."""
    thing = child(sentence, verb, "obj")
    if sentence.tokens[verb].lemma.lower() not in TELLING or is_negated(sentence, verb):
        return None
    if thing is None or sentence.tokens[thing].upos != "NOUN":
        return None
    own = [word for word in children(sentence, thing, "nmod") if has_case(sentence, word, *FROM_DAY, "on")]
    own += [word for word in children(sentence, verb, "obl") if has_case(sentence, word, *FROM_DAY)]
    for below in (*children(sentence, thing, "acl"), *children(sentence, verb, "advcl")):
        if below > thing and sentence.tokens[below].lemma.lower() in BEGINNING:
            own += children(sentence, below, "obl", "advmod")
    return next((word for word in own if is_temporal(sentence, word)), None)


def _lasts(sentence: Sentence, verb: int) -> bool:
    """ "Stays in force until May 9", "the decree runs until Friday": what is to end on a day."""
    token = sentence.tokens[verb]
    if token.lemma.lower() not in STAYING or "Tense=Pres" not in token.feats or is_negated(sentence, verb):
        return False
    until = (word for word in children(sentence, verb, "obl", "nmod") if has_case(sentence, word, "until", "till"))
    return any(is_temporal(sentence, word) for word in until)


def _is_dated(sentence: Sentence, verb: int) -> bool:
    return any(is_temporal(sentence, word) for word in children(sentence, verb, "obl", "advmod", "nmod"))


def _is_given_time(sentence: Sentence, verb: int) -> bool:
    """Reads "The two have a week to leave", "were given 48 hours to withdraw"."""
    token = sentence.tokens[verb]
    before = any(sentence.tokens[word].lemma.lower() == "have" for word in children(sentence, verb, "aux"))
    if token.lemma.lower() not in {"have", "give", "get"} or before:  # "had been given a week" is past
        return False
    stretch = _stretch(sentence, verb)
    until = _until(sentence, verb)
    if stretch is None and until is None:
        return False
    below = [
        *children(sentence, verb, "advcl", "xcomp"),
        *(children(sentence, stretch, "acl") if stretch is not None else ()),
    ]
    below += children(sentence, until, "acl") if until is not None else ()
    return any(sentence.tokens[mark].lemma == "to" for clause in below for mark in children(sentence, clause, "mark"))


def _stretch(sentence: Sentence, verb: int) -> int | None:
    """The time that a verb has for its object: "have a week"."""
    return next((word for word in children(sentence, verb, "obj") if is_temporal(sentence, word)), None)


def _until(sentence: Sentence, verb: int) -> int | None:
    """The day of an ultimatum: "gave the captors until Sunday to surrender"."""
    days = (word for word in children(sentence, verb, "obl", "nmod") if has_case(sentence, word, "until"))
    return next((word for word in days if is_temporal(sentence, word)), None)


def _is_hypothetical(sentence: Sentence, verb: int) -> bool:
    for below in children(sentence, verb, "advcl"):
        if any(sentence.tokens[word].lemma.lower() == "if" for word in children(sentence, below, "mark")):
            return True
    return False


def _from_clause(reading: Reading, sentence: Sentence, verb: int, held: Held[CodedAttribution]) -> CodedExpectation:
    evidence = _evidence(reading, sentence, verb)
    token = sentence.tokens[verb]
    word = Mention(sentence=sentence.index, head=verb, start=token.start, end=token.end, text=token.text)
    who = subject(sentence, verb) or child(sentence, verb, "nsubj:pass", "nsubj")
    return CodedExpectation(
        evidence=evidence or word,
        by=noun_phrase(reading, sentence, who, whole=False) if who is not None else None,
        source=_source(word, held),
        due=_given(reading, sentence, verb) or _first_time(reading, sentence, child(sentence, verb, "xcomp") or verb),
        event=None,
        withdrawn=came_to_nothing(sentence, verb),
    )


def _from_put_off(reading: Reading, sentence: Sentence, off: PutOff, held: Held[CodedAttribution]) -> CodedExpectation:
    token = sentence.tokens[off.thing]
    word = Mention(sentence=sentence.index, head=off.thing, start=token.start, end=token.end, text=token.text)
    return CodedExpectation(
        evidence=mention(reading, sentence, sentence.subtree(off.thing)[:LONGEST], off.thing) or word,
        by=None,
        source=_source(word, held),
        due=None if off.day is None else mention(reading, sentence, sentence.subtree(off.day), off.day),
        event=None,
        withdrawn=True,
    )


def _given(reading: Reading, sentence: Sentence, verb: int) -> Mention | None:
    word = _stretch(sentence, verb)
    word = _until(sentence, verb) if word is None else word
    word = _day_told(sentence, verb) if word is None else word
    return None if word is None else mention(reading, sentence, sentence.subtree(word), word)


def _first_time(reading: Reading, sentence: Sentence, word: int) -> Mention | None:
    return next(iter(times_for(reading, sentence, word)), None)


def _clause_of(sentence: Sentence, word: int) -> int:
    """The verb of the clause that a word stands in."""
    here = word
    while sentence.tokens[here].head >= 0 and base(sentence.tokens[here].deprel) in {
        "xcomp",
        "obj",
        "obl",
        "nmod",
        "compound",
        "amod",
    }:
        here = sentence.tokens[here].head
    return here


def _evidence(reading: Reading, sentence: Sentence, clause: int, *, whole: bool = False) -> Mention | None:
    words = [clause]
    left_out = ASIDE if whole else {*ASIDE, "ccomp"}
    for below in sentence.children[clause]:
        if base(sentence.tokens[below].deprel) not in left_out:
            words += sentence.subtree(below)
    return mention(reading, sentence, sorted(words)[:LONGEST], clause)


def _source(word: Mention, held: Held[CodedAttribution]) -> Mention | None:
    for _, one in held.get(word.sentence, ()):
        if any(piece.start <= word.start < piece.end for piece in one.content):
            return one.source
    return None
