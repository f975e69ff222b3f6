"""Tolls: counts of dead and wounded that are told apart from the deed ("raised to 14 the number of people killed").

They are quantities of the assault that the sentence tells, else of the last one told before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from whosays.coding.circumstances.time_words import YEAR
from whosays.coding.numbers.phrases import TEENS, TENS, parse
from whosays.record.coded import CodedEvent
from whosays.record.event import Number
from whosays.record.reading import Reading, Sentence
from whosays.record.span import Span

WORDS = "|".join(f"{TEENS} {TENS} dozens scores hundreds thousands several dozen".split())
LEAD = "at least |more than |no more than |not more than |no fewer than |fewer than |up to |over |nearly |almost |about |some "
ONE = rf"(?:\d[\d,]*|(?:{WORDS})(?:[- ](?:{WORDS}|hundred|thousand))*)"
NUM = rf"(?<!\bno )(?P<number>(?:{LEAD})?{ONE}(?: (?:to|or) {ONE})?(?: at least| or more)?)"
DEAD = r"(?:death toll|toll|number of (?:[\w'-]+ ){0,4}?(?:killed|dead|deaths|victims|fatalities|martyred))"
HURT = "wounded|injured|hurt"
STANDS = "at|to|of|was|is|reached|stood at"
PATTERNS = (
    (re.compile(rf"\b{DEAD}\b[^;]{{0,60}}?\b(?:{STANDS}) {NUM}\b", re.IGNORECASE), "killed"),
    (re.compile(rf"\bnumber of (?:the )?(?:{HURT})\b[^;]{{0,60}}?\b(?:{STANDS}) {NUM}\b", re.IGNORECASE), "injured"),
    (
        re.compile(rf"\b(?:speak|speaks|spoke|spoken|talk|talks|talked) of {NUM} (?:dead|victims)\b", re.IGNORECASE),
        "killed",
    ),
    (
        re.compile(
            rf"\b(?:raised|revised|lowered|put|brought|increased|cut)[^;]{{0,20}}? (?:to|at) {NUM} the {DEAD}",
            re.IGNORECASE,
        ),
        "killed",
    ),
    # "Eight, not nine, officers had died", "eight officers had died, not nine".
    (
        re.compile(
            rf"\b{NUM}, (?:and )?not {ONE}, (?:[\w'-]+ ){{0,3}}(?:had |have |were |was )?(?:been )?(?:died|killed)\b",
            re.IGNORECASE,
        ),
        "killed",
    ),
    (
        re.compile(
            rf"\b{NUM} (?:[\w'-]+ ){{0,3}}(?:had |have |were |was )?(?:been )?(?:died|killed),? (?:and )?not {ONE}\b",
            re.IGNORECASE,
        ),
        "killed",
    ),
    (
        re.compile(
            rf"\b{NUM}, (?:and )?not {ONE}, (?:[\w'-]+ ){{0,3}}(?:had |have |were |was )?(?:been )?(?:{HURT})\b",
            re.IGNORECASE,
        ),
        "injured",
    ),
    # What it was before it was raised: "from 9 to 11", "to 11, up from 9".
    (re.compile(rf"\b{DEAD}\b[^;]{{0,80}}?\bfrom {NUM} to\b", re.IGNORECASE), "killed"),
    (re.compile(rf"\b{DEAD}\b[^;]{{0,80}}?\b(?:up|down) from {NUM}\b", re.IGNORECASE), "killed"),
    # "That makes four dead", "entered six dead in the register", "count three dead civilians".
    (re.compile(rf"\b{NUM} (?:(?:more|other|confirmed) )?dead\b(?! or alive)", re.IGNORECASE), "killed"),
    (
        re.compile(rf"\b{NUM} (?:[\w'-]+ )?(?:have |had |has )?(?:now )?(?:lost|gave) their lives\b", re.IGNORECASE),
        "killed",
    ),
    (re.compile(rf"\b(?:cost|costs|claimed|claims|taken|took) {NUM} lives\b", re.IGNORECASE), "killed"),
    (re.compile(rf"\bput(?:s|ting)? the dead at {NUM}\b", re.IGNORECASE), "killed"),
    (re.compile(rf"\bput(?:s|ting)? the (?:{HURT}) at {NUM}\b", re.IGNORECASE), "injured"),
    (re.compile(r"\b(?P<number>no one|nobody) (?:was|is|were) (?:killed|dead)\b", re.IGNORECASE), "killed"),
    (re.compile(rf"\b(?P<number>no one|nobody) (?:was|is|were) (?:{HURT})\b", re.IGNORECASE), "injured"),
    (
        re.compile(
            rf"\b{NUM} (?:(?:civilian|military|confirmed) )?(?:bodies|corpses|deaths|fatalities)\b", re.IGNORECASE
        ),
        "killed",
    ),
    (
        re.compile(rf"\b(?:leaving|left|leaves) {NUM} (?:people |others |civilians |soldiers )?dead\b", re.IGNORECASE),
        "killed",
    ),
    (
        re.compile(
            rf"\b{NUM} (?:others |more |people |civilians |soldiers )?(?:were |was )?(?:{HURT})\b",
            re.IGNORECASE,
        ),
        "injured",
    ),
)

# What is counted by the deed's own word, and as what.
DEEDS = {
    "arrested": "arrested", "detained": "arrested", "abducted": "captured", "kidnapped": "captured", "captured": "captured",
    "injured": "injured", "wounded": "injured", "freed": "released", "released": "released", "expelled": "expelled",
    "arrests": "arrested", "detentions": "arrested", "abductions": "captured", "kidnappings": "captured",
    "expulsions": "expelled", "deportations": "deported",
}  # fmt: skip
DEED = rf"(?P<deed>{'|'.join(DEEDS)})"
COUNTS = (
    re.compile(
        rf"\bnumber of (?:[\w'-]+ ){{0,4}}{DEED}\b[^;]{{0,50}}?\b(?:at|to|was|is|reached|exceeds) {NUM}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:put|puts|raised|brought|lowered|revised)[^;]{{0,20}}? (?:at|to) {NUM} the number of (?:[\w'’-]+ ){{1,6}}{DEED}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{NUM} {DEED}\b", re.IGNORECASE),
)
# Another figure for what was counted before: "a ministry put the number at three", "the figure was 170".
ANOTHER = re.compile(
    rf"\b(?:(?:put|puts|putting|estimated|estimates|gave|gives) (?:the|its|their|that) (?:number|figure|total|count)(?: at| as)?"
    rf"|(?:that|but|said) the (?:number|figure|total|count) (?:was|is)(?: at)?) {NUM}\b",
    re.IGNORECASE,
)
# The figure of somebody else, who is named right behind it: "nine were hurt, says the union; three, say the police".
OF_ANOTHER = re.compile(
    rf"[;:,.] (?:but |and |only |just )?{NUM}, (?:say|says|said|according to|insist|insists|insisted)\b", re.IGNORECASE
)
BEGUN = re.compile(
    rf"\b(?:count|figure|number|toll|tally)\b[^;]{{0,20}}? had (?:begun|started|stood) at {NUM}\b", re.IGNORECASE
)
BEFORE = re.compile(rf"[^;]{{0,40}}?\b(?:up|down) from {NUM}\b", re.IGNORECASE)  # "at 15 the number …, up from 11"
COUNTED = frozenset({"killed", "injured"})
SOON = 2  # sentences
FAR = 6  # sentences through which a count is taken for another of what was counted


def add_tolls(reading: Reading, events: tuple[CodedEvent, ...]) -> tuple[CodedEvent, ...]:
    """The events, each assault with the tolls told of it; a clause that only counts the dead is part of the assault."""
    events = _folded(events)
    more: dict[int, list[Number]] = {}
    for sentence in reading.sentences:
        for number in _tolls(reading, sentence):
            owner = _owner(reading, events, sentence.index, number.role)
            told = [*events, *(replace(events[n], numbers=tuple(found)) for n, found in more.items())]
            if owner is not None and not _is_told(told, number):
                more.setdefault(owner, []).append(number)
    for n, number in _anothers(reading, events):
        more.setdefault(n, []).append(number)
    events = tuple(
        replace(event, numbers=(*event.numbers, *more[n])) if n in more else event for n, event in enumerate(events)
    )
    return tuple(_counted(reading, event) for event in events)


def _anothers(reading: Reading, events: tuple[CodedEvent, ...]) -> Iterator[tuple[int, Number]]:
    """Further figures, each with the event counted last, in its sentence or shortly before, in the role of that count."""
    for sentence in reading.sentences:
        text = reading.document.text
        for match in chain.from_iterable(
            one.finditer(text, sentence.start, sentence.end) for one in (ANOTHER, OF_ANOTHER, BEGUN)
        ):
            counted = [
                (event.trigger.start, n)
                for n, event in enumerate(events)
                if event.numbers and event.trigger.end <= match.start() and sentence.index - event.sentence <= SOON
            ]
            number = _number(reading, match, events[max(counted)[1]].numbers[-1].role) if counted else None
            if number is not None and not _is_told(events, number):
                yield max(counted)[1], number


def _counted(reading: Reading, event: CodedEvent) -> CodedEvent:
    """The event with the count of its own word: "put the number of those detained at 67", "counted 143 arrests"."""
    if event.numbers:
        return event
    sentence, text = reading.sentences[event.sentence], reading.document.text
    for pattern in COUNTS:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            dated = YEAR.fullmatch(match["number"].rstrip(","))  # "in July 2023, expelled French troops"
            if event.trigger.start <= match.start("deed") < event.trigger.end and not dated:
                before = BEFORE.match(text, match.end(), sentence.end)
                role = DEEDS[match["deed"].lower()]
                found = [_number(reading, one, role) for one in (match, before) if one is not None]
                return replace(event, numbers=tuple(number for number in found if number is not None))
    return event


def _folded(events: tuple[CodedEvent, ...]) -> tuple[CodedEvent, ...]:
    """Without the clauses that tell only how many died or were hurt, soon after what did it: their counts go there."""
    kept: list[CodedEvent] = []
    counted: set[int] = set()  # the triggers' offsets of what had its counts in its own clause, weapons left out
    for event in events:
        deed = _deed_before(kept, event, counted) if _only_counts(event) else None
        if deed is None:
            kept.append(event)
            counted |= {event.trigger.start} if any(n.role != "deployed" for n in event.numbers) else set()
        else:
            kept[deed] = replace(kept[deed], numbers=(*kept[deed].numbers, *event.numbers))
    return tuple(kept)


def _only_counts(event: CodedEvent) -> bool:
    """ "Nine people were killed": nobody is said to do it, or whoever did the deed before it."""
    counted = bool(event.numbers) and all(number.role in COUNTED for number in event.numbers)
    return counted and not event.status


def _deed_before(events: list[CodedEvent], event: CodedEvent, counted: set[int]) -> int | None:
    """The assault that counts nobody itself, and of which no such count is told yet, in the sentence or the two before it."""
    for n in reversed(range(len(events))):
        one = events[n]
        if event.sentence - one.sentence > SOON:
            return None
        told = {number.role for number in one.numbers} & {number.role for number in event.numbers}
        own = {*event.place, *event.time} - {*one.place, *one.time}  # a place or a day of its own makes it another deed
        if own:
            continue
        if event.actor and not {actor.text for actor in event.actor} <= {actor.text for actor in one.actor}:
            continue
        uncounted = one.trigger.start not in counted and not told
        if one.category == "ASSAULT" and uncounted and not _is_background(one) and not _averts(one):
            return n
    return None


def _tolls(reading: Reading, sentence: Sentence) -> Iterator[Number]:
    for pattern, role in PATTERNS:
        for match in pattern.finditer(reading.document.text, sentence.start, sentence.end):
            number = _number(reading, match, role)
            if number is not None:
                yield number


def _number(reading: Reading, match: re.Match[str], role: str) -> Number | None:
    value = parse(match["number"])
    if value is None:
        return None
    start, end = match.span("number")
    span = Span(document=reading.document.id, start=start, end=end, text=match["number"])
    return Number(role=role, low=value[0], high=value[1], unit="person", span=span)


def _is_told(events: Iterable[CodedEvent], number: Number) -> bool:
    """Whether an event has the number already; whom help reached may be hurt all the same ("tents for 40 injured villagers")."""
    told = (known.span for event in events for known in event.numbers if known.role != "size")
    return any(span.start < number.span.end and number.span.start < span.end for span in told)


def _owner(reading: Reading, events: tuple[CodedEvent, ...], sentence: int, role: str) -> int | None:
    """The assault of the sentence itself, else one told before that is news: where the toll's sentence is about, the last with such a count, or the last."""
    assaults = [(n, event) for n, event in enumerate(events) if event.category == "ASSAULT" and not _averts(event)]
    own = [n for n, event in assaults if event.sentence == sentence]
    if own:
        return own[0]
    told = [(n, event) for n, event in assaults if event.sentence < sentence]
    there = [n for n, event in told if _names(reading, sentence) & _names(reading, event.sentence)]
    if there and not _is_background(events[there[-1]]):
        return there[-1]
    accusing = {event.sentence for event in events if event.category == "ACCUSE"}
    if (
        told and told[-1][1].sentence in accusing
    ):  # "accused the army of bombing the town": the toll is of what was counted
        counted = [n for n, event in told if role in {one.role for one in event.numbers}]
        near = [n for n in counted if sentence - events[n].sentence <= FAR and not _is_background(events[n])]
        if near:
            return near[-1]
    if told and told[-1][1].sentence == sentence - 1:
        return told[-1][0]  # also of what is long ago, where the count follows at once
    before = [n for n, event in told if not _is_background(event)]
    return before[-1] if before else None


def _averts(event: CodedEvent) -> bool:
    """Whether the deed is one that keeps others from harm: whom the drones killed, who shot them down did not kill."""
    return event.trigger.text.lower().startswith(("shot down", "downed", "intercepted", "repelled"))


def _names(reading: Reading, sentence: int) -> frozenset[str]:
    """The places that a sentence names: "officials in Sama now count five dead"."""
    one, text = reading.sentences[sentence], reading.document.text
    places = (name for name in one.names if name.kind == "LOC")
    return frozenset(text[one.tokens[name.first].start : one.tokens[name.last].end] for name in places)


def _is_background(event: CodedEvent) -> bool:
    return any(status.value in {"historical", "conditional", "generic"} for status in event.status)
