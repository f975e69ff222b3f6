"""What cannot all hold: claim against denial, numbers that do not meet, one side saying two things, two supposed doers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from whosays.link.denials import denies, is_outright
from whosays.link.mentions import is_own, is_somebody
from whosays.link.score import MEANS
from whosays.link.whereabouts import days_apart, places_apart
from whosays.record.event import NOT_YET, Event, Number, Stance
from whosays.record.ids import content_id
from whosays.record.incident import Claim, Contradiction, ContradictionField, Incident
from whosays.record.linking import Source
from whosays.record.span import Span
from whosays.record.world import Entity, codes_of

ONE = frozenset({"him", "her", "he", "she"})
PART = re.compile(
    r"\b(?:involve\w*|responsib\w*|any (?:role|part)|no (?:role|part)|nothing to do|carr(?:y|ied) out|was behind|disown\w*|disavow\w*)\b",
    re.IGNORECASE,
)
COUNT = r"(?:(?!(?:19|20)\d\d\b)\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|twenty|thirty|forty|fifty)"
NOT_SO_MANY = re.compile(rf"(?<=, )not {COUNT}\b(?= as\b|,|\.|;|$)", re.IGNORECASE)
DISPUTED = re.compile(
    r"\b(?:a|the|which|whose) (?:figure|number|count|toll|total|estimate|tally)\b[^.;]{0,40}?"
    r"\b(?:disput|den(?:y|ie)|reject|contest|challeng|dismiss)\w*",
    re.IGNORECASE,
)
ANY_UNIT = frozenset({None, "people", "person", "man", "woman", "body", "other"})  # what says nothing of whom it counts
TOLLS = frozenset({"killed", "injured"})
UNOFFICIAL = frozenset({"CVL", "MED", "OPP", "NGO", "LAB", "EDU", "HLH", "REF", "BUS"})  # sectors of PLOVER
DONE_TO = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"})
# Guns of any size are one here: who writes of shooting does not contradict who writes of shelling.
AT_ODDS = MEANS | {"firearms": MEANS["heavy-weapons"]}
NEXT_BREATH = 250  # characters between the two
Sides = list[tuple[str, Event, tuple[Span, ...]]]
Named = tuple[frozenset[str], Event, Sequence[Entity]]  # whom a mention names, by their codes


def contradictions_in(
    incident: Incident,
    group: Sequence[Event],
    sources: Mapping[str, Source],
    told_in: Mapping[str, Sequence[Event]],
) -> Iterator[Contradiction]:
    """The contradictions between the mentions of one incident, each field once a scope.

    `told_in` holds all events of the documents in `silent_in(group)`.
    """
    yield from _contradiction(incident, "polarity", _polarity(group))
    yield from _contradiction(incident, "number", _numbers(group, sources))
    statements = list(_contradiction(incident, "statement", _statement(group)))
    yield from statements or _broken_silence(incident, group, told_in)
    yield from _contradiction(incident, "actor", _actors(group))
    yield from _contradiction(incident, "recipient", _recipients(group))
    yield from _contradiction(incident, "mode", _modes(group))
    yield from _contradiction(incident, "place", _places(group))
    yield from _contradiction(incident, "time", _times(group))


def silent_in(group: Sequence[Event]) -> set[str]:
    """The documents in which a state is said to be silent on an incident."""
    return {event.document for event in group for stance in event.stances if _kind(stance) == "is silent"}


def _broken_silence(
    incident: Incident, group: Sequence[Event], told_in: Mapping[str, Sequence[Event]]
) -> Iterator[Contradiction]:
    """A state that is reported silent on one thing and, in the next breath, as denying or claiming another.

    Which happening a denial is about is often left open by the report; that the two stand side by side is not.
    """
    for event in group:
        for stance in event.stances:
            if _kind(stance) != "is silent" or stance.source is None:
                continue
            side = stance.source.party
            in_text = sorted(told_in[event.document], key=lambda one: (one.trigger.start, one.id))
            spoken = [row for other in in_text for row in _spoken(other) if row[0] == side]
            beside = [row for row in spoken if _is_beside(row[2], stance.evidence)]
            if beside:
                sides: Sides = [(f"{side} is silent", event, _words(stance, event))]
                sides += [(f"{side} speaks", owner, (span,)) for _, owner, span in beside]
                yield from _contradiction(incident, "statement", sides)
                return


def _spoken(event: Event) -> Iterator[tuple[str, Event, Span]]:
    """Who denies or rejects with an event, and the words."""
    for stance in event.stances:
        if stance.source is not None and stance.value == "CT-" and stance.evidence:
            yield stance.source.party, event, stance.evidence[0]
    if event.category == "REJECT":
        for actor in event.actor:
            yield actor.party, event, event.trigger


def _is_beside(span: Span, evidence: Sequence[Span]) -> bool:
    return any(
        one.document == span.document and abs(one.start - span.start) <= NEXT_BREATH and one != span for one in evidence
    )


def _contradiction(incident: Incident, field: ContradictionField, sides: Sides) -> Iterator[Contradiction]:
    values: dict[str, Sides] = {}
    for value, event, spans in sides:
        values.setdefault(value, []).append((value, event, spans))
    if len(values) < 2:
        return
    claims = tuple(
        Claim(
            value=value,
            events=tuple(dict.fromkeys(event.id for _, event, _ in rows)),
            evidence=tuple(dict.fromkeys(span for _, _, spans in rows for span in spans)),
        )
        for value, rows in values.items()
    )
    told_in = [{event.document for _, event, _ in rows} for rows in values.values()]
    together = any(one & other for one, other in combinations(told_in, 2))
    yield Contradiction(
        id=content_id("contradiction", incident.id, field),
        incident=incident.id,
        field=field,
        values=claims,
        scope="document" if together else "casebook",
    )


# ---------------------------------------------------------------- fields


def _polarity(group: Sequence[Event]) -> Sides:
    """Somebody says that it happened, somebody else that it did not."""
    return _denied(group, lambda stance, event: not _denies_a_part(stance, event), ("it happened", "it did not"))


def _denied(group: Sequence[Event], counts: Callable[[Stance, Event], bool], names: tuple[str, str]) -> Sides:
    """Claim and denial. Where nobody is named who claims it, what is denied in so many words is the claim."""
    rows = [(stance, event) for event in group for stance in event.stances if stance.value[2:] in {"+", "-"}]
    denials = [
        (stance, event)
        for stance, event in rows
        if denies(stance, event) and stance.source is not None and counts(stance, event)
    ]
    if not denials:
        return []
    deniers = {_voice(stance) for stance, _ in denials}
    claims: Sides = [
        (names[0], event, _words(stance, event))
        for stance, event in rows
        if stance.value.endswith("+") and deniers - {_voice(stance)}
    ]
    answered: Sides = [(names[0], event, (event.trigger,)) for stance, event in denials if is_outright(stance)]
    return [*(claims or answered), *((names[1], event, _words(stance, event)) for stance, event in denials)]


def _voice(stance: Stance) -> tuple[str, str | None] | None:
    """Who speaks: a side, apart from its people and its press, who may well contradict its army."""
    source = stance.source
    if source is None:
        return None
    return source.party, source.sector if source.sector in UNOFFICIAL else None


def _denies_a_part(stance: Stance, event: Event) -> bool:
    """ "Denied involvement", "did not carry out the attack": what is denied is who did it, not that it happened."""
    if event.category not in {"ASSAULT", "COERCE"}:
        return False
    return any(PART.search(span.text) for span in stance.evidence) or bool(PART.search(event.sentence.text))


def _numbers(group: Sequence[Event], sources: Mapping[str, Source]) -> Sides:
    """Counts of the same thing that do not meet; one singular "him" for a captured pair is a count of one."""
    counted = [
        (number, event)
        for event in group
        if not {status.value for status in event.status} & NOT_YET
        for number in event.numbers
        if not is_somebody(number) and not _is_given_up(number, event)
    ]
    sides: Sides = [side for number, event in counted for side in _disputed(number, event)]
    for (a, one), (b, other) in combinations(counted, 2):
        if _differ(a, b) and not _in_one_voice(one, other) and not _is_revision((a, one), (b, other), sources):
            sides += [(count_words(number), event, (number.span,)) for number, event in ((a, one), (b, other))]
    for event in group:
        single = [entity for entity in event.recipient if entity.span.text.lower() in ONE]
        several = [(n, e) for n, e in counted if n.role in {"captured", "arrested", "released"} and (n.low or 0) > 1]
        if single and several:
            sides += [(count_words(number), owner, (number.span,)) for number, owner in several]
            sides.append((f"one (“{single[0].span.text}”)", event, (single[0].span,)))
    return sides


def _disputed(number: Number, event: Event) -> Sides:
    """A count that the sentence sets against another ("six, not four"), or that somebody will not have ("a figure that Lima disputes")."""
    after = number.span.end - event.sentence.start
    ends = [other.span.end for other in event.numbers if other.span.start >= number.span.end]
    sides: Sides = []
    for pattern in (NOT_SO_MANY, DISPUTED):
        match = pattern.search(event.sentence.text, max(after, 0))
        if match is not None and not any(end <= event.sentence.start + match.start() for end in ends):
            sides.append((count_words(number), event, (number.span,)))
            sides.append((match.group(), event, (_span_of(match, event),)))
    return sides


def _span_of(match: re.Match[str], event: Event) -> Span:
    """The words of a match in an event's sentence, as a span of the document."""
    start = event.sentence.start + match.start()
    return Span(document=event.document, start=start, end=start + len(match.group()), text=match.group())


def _in_one_voice(one: Event, other: Event) -> bool:
    """Whether a report tells both in its own voice: who counts six here and twelve there tells of two groups.

    Two figures for one deed are two people's: "nine were hurt, says the union; three, say the police".
    """
    return one is not other and one.document == other.document and is_own(one) and is_own(other)


def _is_given_up(number: Number, event: Event) -> bool:
    """Whether who tells a count tells what it was before: "raised the toll from nine to 11", "15, up from 11"."""
    before = number.span.start - event.sentence.start
    return before > 0 and event.sentence.text[:before].rstrip().endswith(" from")


def _differ(a: Number, b: Number) -> bool:
    if a.role != b.role or a.role == "amount":
        return False
    if a.unit != b.unit and not {a.unit, b.unit} & ANY_UNIT:
        return False
    if _is_sum(a) != _is_sum(b):  # "27 pupils and two teachers" in one report, the pupils alone in another
        return False
    low_a, high_a = a.low if a.low is not None else 0, a.high if a.high is not None else float("inf")
    low_b, high_b = b.low if b.low is not None else 0, b.high if b.high is not None else float("inf")
    return low_a > high_b or low_b > high_a


def _is_sum(number: Number) -> bool:
    return " and " in number.span.text


def _is_revision(a: tuple[Number, Event], b: tuple[Number, Event], sources: Mapping[str, Source]) -> bool:
    """A toll that the same origin raises later is a revision."""
    if a[0].role not in TOLLS or a[1].document == b[1].document:
        return False
    earlier, later = sorted((a, b), key=lambda row: sources[row[1].document].day)
    same = sources[earlier[1].document].family == sources[later[1].document].family
    return same and (later[0].low or 0) > (earlier[0].low or 0)


def count_words(number: Number) -> str:
    """A number as it is compared: "at least 11 killed"."""
    low, high = number.low, number.high
    if low == high:
        value = f"{low:g}"
    elif high is None:
        value = f"at least {low:g}"
    else:
        value = f"up to {high:g}" if low is None else f"{low:g} to {high:g}"
    return f"{value} {number.role}"


def _statement(group: Sequence[Event]) -> Sides:
    """In one report a side claims and denies, or a state is silent and yet speaks."""
    by_side: dict[tuple[str, str], dict[str, list[tuple[Stance, Event]]]] = {}
    for event in group:
        for stance in event.stances:
            kind = _kind(stance)
            if stance.source is not None and kind is not None:
                by_side.setdefault((event.document, stance.source.party), {}).setdefault(kind, []).append(
                    (stance, event)
                )
    sides: Sides = []
    for (_, side), kinds in sorted(by_side.items()):
        if len(kinds) > 1 and len({event.sentence for rows in kinds.values() for _, event in rows}) > 1:
            sides += [(f"{side} {kind}", e, _words(s, e)) for kind, rows in kinds.items() for s, e in rows]
    return sides


def _kind(stance: Stance) -> str | None:
    """What a stance is as a statement; a ministry's or a spokesman's silence is not yet its state's."""
    if stance.value == "SILENT":
        return "is silent" if stance.source is not None and stance.source.kind == "state" else None
    return {"CT+": "says so", "CT-": "denies it"}.get(stance.value)


def _actors(group: Sequence[Event]) -> Sides:
    """Different sources name different doers of a deed, or the supposed doer denies his part in it."""
    if group[0].category not in {"ASSAULT", "COERCE"}:
        return []
    sides = _denied(group, _denies_a_part, ("as told", "denied"))
    named = [(codes_of(event.actor), event, event.actor) for event in group]
    return sides + [side for a, b in combinations(named, 2) for side in _two_parties(a, b)]


def _recipients(group: Sequence[Event]) -> Sides:
    """Different reports name different ones to whom it was done; whose people nobody says they were contradict nobody."""
    if group[0].category not in DONE_TO:
        return []
    told = [
        (codes_of(one for one in event.recipient if not one.is_supposed), event, event.recipient) for event in group
    ]
    apart = ((a, b) for a, b in combinations(told, 2) if a[1].document != b[1].document)
    return [side for a, b in apart for side in _two_parties(a, b)]


def _two_parties(a: Named, b: Named) -> Sides:
    """The sides of two mentions that both name somebody and nobody in common; who has no name of his own may be the other one."""
    if not a[0] or not b[0] or a[0] & b[0]:
        return []
    return [(", ".join(sorted(who)), event, (entities[0].span,)) for who, event, entities in (a, b)]


def _modes(group: Sequence[Event]) -> Sides:
    """One report tells of a drone, another of artillery; words that name the same blow more or less closely agree."""
    told = [event for event in group if event.category == "ASSAULT" and event.mode in AT_ODDS]
    named: dict[str, set[str]] = {}
    for event in told:
        named.setdefault(event.document, set()).add(AT_ODDS[event.mode or ""])
    sides: Sides = []
    for one, other in combinations(told, 2):
        if not named[one.document] & named[other.document]:
            sides += [(str(event.mode), event, (event.trigger,)) for event in (one, other)]
    return sides


def _places(group: Sequence[Event]) -> Sides:
    apart = [event for pair in places_apart(group) for event in pair]
    return [(event.place.name, event, (event.place.span,)) for event in dict.fromkeys(apart) if event.place]


def _times(group: Sequence[Event]) -> Sides:
    apart = [event for pair in days_apart(group) for event in pair]
    return [(event.time.value, event, (event.time.span,)) for event in dict.fromkeys(apart) if event.time]


def _words(stance: Stance, event: Event) -> tuple[Span, ...]:
    return stance.evidence or (event.trigger,)
