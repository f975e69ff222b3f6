"""Stories go on where and when they are: what a sentence leaves unsaid holds from the one before it in its paragraph.

"On Monday forty women stood outside the prison in Sama. Guards drove them back and took two away." The guards did so on
that Monday and in that town. Only deeds told as steps of the same story carry on; what was before them ("had fled"), holds
in general, is to come, hangs on a noun or is only spoken of does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from whosays.coding.circumstances.time_words import is_day, is_hour
from whosays.coding.circumstances.upwards import CHARGING, REPORTS
from whosays.coding.circumstances.when import came_before, times_for
from whosays.coding.circumstances.where import Scene, places_for
from whosays.coding.trees.clause import AUXILIARIES, base, children, has_case
from whosays.record.coded import CodedEvent, Mention
from whosays.record.event import NOT_YET, SPEECH
from whosays.record.reading import Reading, Sentence

OPENING = frozenset({"\u201c", "\u201e", "\u00ab"})
QUOTE_MARKS = OPENING | {"\u201d", "\u00bb", '"'}
CROWDS = frozenset(
    """crowd protester demonstrator marcher mourner chant banner placard other some resident villager student relative farmer
    worker driver teacher fisher fisherman worshipper congregation people thousand hundred dozen""".split()
)
TOLD = frozenset({"root", "conj", "ccomp", "parataxis"})
DENYING = frozenset({"deny", "dismiss", "dispute", "reject"})
MESSAGES = frozenset({"letter", "message", "note", "protest", "reply", "report", "request", "telegram", "warning"})
ROUTE = ("from", "to", "for", "via", "towards", "toward", "into")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where and when the last step of a story was, whether that was long ago, whether the paragraph `before` told it.

    And whether a `crowd` stood there: what it shouts it says there and then.
    """

    place: tuple[Mention, ...] = ()
    time: tuple[Mention, ...] = ()
    old: bool = False
    before: bool = False
    crowd: bool = False


def carry_on(reading: Reading, events: tuple[CodedEvent, ...]) -> tuple[CodedEvent, ...]:
    """The events, those that are the next step of a story with the place and the time of the one before."""
    by_sentence: dict[int, list[int]] = {}
    for number, event in enumerate(events):
        by_sentence.setdefault(event.sentence, []).append(number)
    out = list(events)
    setting, paragraph, lead = Setting(), -1, -1
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            # a report's second paragraph goes on with what its first one tells
            lead = lead if lead >= 0 else (paragraph if setting.place or setting.time else -1)
            days = (is_day(reading.sentences[one.sentence], one.head) for one in setting.time)
            goes_on = lead >= 0 and sentence.paragraph == lead + 1 and any(days)
            setting = Setting(time=setting.time, old=setting.old, before=True) if goes_on else Setting()
            paragraph = sentence.paragraph
        here = by_sentence.get(sentence.index, [])
        setting = _next(reading, sentence, [events[number] for number in here], setting)
        for number in here:
            out[number] = _set_in(sentence, out[number], setting)
    return tuple(out)


def _next(reading: Reading, sentence: Sentence, events: list[CodedEvent], before: Setting) -> Setting:
    """The setting of a sentence: its own where it states one, else that of the one before."""
    deeds = [event for event in events if event.category not in SPEECH and _is_step(sentence, event)]
    lines = list(_line(sentence))
    time = next((event.time for event in deeds if event.time), ()) or next(
        (found for word in lines if (found := times_for(reading, sentence, word))), ()
    )
    if any(not event.time and _is_before_that_day(sentence, event, time) for event in events):
        time = ()  # of which of the two days the story goes on is not said
    placed = {event.trigger.head for event in deeds}  # "was extradited to Peru": that Peru is no place was seen
    place = next((found for event in deeds if (found := _site(event))), ()) or next(
        (found for word in lines if word not in placed and (found := _stood(reading, sentence, word))), ()
    )
    old = any(status.value == "historical" for event in events for status in event.status)
    crowd = any(event.category == "PROTEST" for event in events)
    if time and not _is_hour(sentence, time):  # another day, another story: where the last one was does not hold
        return Setting(place=place, time=time, old=old, crowd=crowd)
    if not _is_named(place):  # "there" may stand for nothing that was named
        place = tuple(dict.fromkeys((*place, *before.place)))
    return replace(before, place=place, old=old or before.old, crowd=crowd or before.crowd)


def _stood(reading: Reading, sentence: Sentence, verb: int) -> tuple[Mention, ...]:
    """Where something was that is no event: not a ship's route ("carried oil from Chile to Peru"), nor where a letter went."""
    written = any(sentence.tokens[word].lemma.lower() in MESSAGES for word in children(sentence, verb, "obj"))
    found = places_for(reading, sentence, verb, Scene())
    ways = [one for one in found if has_case(sentence, one.head, *ROUTE)]
    return () if written or len(ways) > 1 else found


def _is_hour(sentence: Sentence, time: tuple[Mention, ...]) -> bool:
    """Whether times say no more than the hour of the day that the story is at: "they were let go before dawn"."""
    return all(is_hour(sentence, one.start, one.end) for one in time)


def _is_named(place: tuple[Mention, ...]) -> bool:
    return any(one.text != one.text.lower() for one in place)


def _site(event: CodedEvent) -> tuple[Mention, ...]:
    """Where a deed was; whom it was done to ("closed its border with Chad, froze its assets") is another matter."""
    parties = {party.start for party in (*event.actor, *event.recipient)}
    return tuple(place for place in event.place if event.category == "ASSAULT" or place.start not in parties)


def _line(sentence: Sentence) -> Iterator[int]:
    """The verbs that a sentence's story goes along: its main verb, or what that reports."""
    for token in sentence.tokens:
        if base(token.deprel) == "root" and token.upos in {"VERB", "AUX"}:
            if token.lemma.lower() in REPORTS:
                yield from children(sentence, token.index, "ccomp", "parataxis")
            else:
                yield token.index


def _set_in(sentence: Sentence, event: CodedEvent, setting: Setting) -> CodedEvent:
    if not _is_step(sentence, event) or (setting.before and _is_quoted(sentence, event.trigger.start)):
        return event
    old = any(status.value == "historical" for status in event.status)
    # where something is said is where somebody sat, and another day than that of the deed; but for what a crowd shouts
    spoken = event.category in SPEECH and not (setting.crowd and _is_of_crowd(sentence, event))
    elsewhen = not _is_hour(sentence, event.time) and event.time[0] not in setting.time  # another place
    nowhere = spoken or (event.category == "SANCTION" and event.mode != "convict")  # a court sits somewhere
    nowhere = nowhere or event.sent  # where it was fired from is told; where it went is not
    if not _is_named(event.place) and not nowhere and not elsewhen and not _is_apart(sentence, event, setting.place):
        reached = (one for one in setting.place if not _is_yet_to_be_reached(sentence, event, one))
        event = replace(event, place=tuple(dict.fromkeys((*event.place, *reached))))
    apart = _is_apart(sentence, event, setting.time) or _is_before_that_day(sentence, event, setting.time)
    if event.time == () and old == setting.old and (not spoken or old) and not apart:
        event = replace(event, time=setting.time)
    return event


def _is_before_that_day(sentence: Sentence, event: CodedEvent, times: tuple[Mention, ...]) -> bool:
    """ "Recalled its envoy on Friday after gunmen crossed over and killed nine": on what day they did so is not said."""
    after = came_before(sentence, _first_joined(sentence, event.trigger.head))
    return after and any(one.sentence == sentence.index and is_day(sentence, one.head) for one in times)


def _is_of_crowd(sentence: Sentence, event: CodedEvent) -> bool:
    """Whether people in the street say it: "the crowd demanded", "chants called for", "others thanked them"."""
    who = [sentence.tokens[one.head].lemma.lower() for one in event.actor if one.sentence == sentence.index]
    verb = event.trigger.head
    while base(sentence.tokens[verb].deprel) == "conj":
        verb = sentence.tokens[verb].head
    who += [sentence.tokens[one].lemma.lower() for one in children(sentence, verb, "nsubj")]
    return any(one in CROWDS for one in who)


def _is_yet_to_be_reached(sentence: Sentence, event: CodedEvent, place: Mention) -> bool:
    """ "Rescued nine sailors and took them to Lima": they were not rescued there."""
    behind = place.sentence == sentence.index and event.trigger.end <= place.start
    return behind and has_case(sentence, place.head, "to", "into", "towards", "toward")


def _is_apart(sentence: Sentence, event: CodedEvent, found: tuple[Mention, ...]) -> bool:
    """Whether what says where or when stands behind a semicolon: "the brigade fought on; in Sama, the envoys met"."""
    return any(
        token.text == ";" and event.trigger.end <= token.start < one.start for one in found for token in sentence.tokens
    )


def _is_step(sentence: Sentence, event: CodedEvent) -> bool:
    """Whether an event is told as having happened next: by a verb in the simple past that hangs on no noun."""
    if any(status.value in NOT_YET for status in event.status):
        return False
    word = next((t.index for t in sentence.tokens if t.start >= event.trigger.start and t.upos == "VERB"), None)
    if word is None or sentence.tokens[word].end > event.trigger.end:
        return False
    return _is_told(sentence, word)


def _is_quoted(sentence: Sentence, position: int) -> bool:
    """Whether a quotation that opens in the sentence is still open at a code point."""
    marks = [token.text for token in sentence.tokens if token.start < position and token.text in QUOTE_MARKS]
    return bool(marks) and (marks[-1] in OPENING or (marks[-1] == '"' and len(marks) % 2 == 1))


def _first_joined(sentence: Sentence, word: int) -> int:
    """The first of the verbs that one is joined to."""
    while base(sentence.tokens[word].deprel) == "conj":
        word = sentence.tokens[word].head
    return word


def _is_told(sentence: Sentence, word: int) -> bool:
    here = word
    for _ in range(6):
        token = sentence.tokens[here]
        helpers = [sentence.tokens[child] for child in children(sentence, here, "aux", "cop")]
        if any(helper.lemma.lower() in AUXILIARIES for helper in helpers):
            return False
        finite = [part for part in (token, *helpers) if "VerbForm=Fin" in part.feats]
        if finite:
            past = all("Tense=Past" in part.feats for part in finite) and base(token.deprel) in TOLD
            return past and (base(token.deprel) != "ccomp" or "Tense=Past" in sentence.tokens[token.head].feats)
        if _is_only_said(sentence, here):
            return False
        if token.head < 0 or base(token.deprel) not in {"conj", "advcl", "xcomp", "parataxis", "ccomp", "root"}:
            return False
        if came_before(sentence, here):  # "criticised Peru for arming them"
            return False
        here = token.head
    return False


def _is_only_said(sentence: Sentence, word: int) -> bool:
    """ "Accused Peru of smuggling weapons", "denied supplying it": what is charged or denied is no step of a story."""
    token = sentence.tokens[word]
    above = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    return (above in CHARGING and base(token.deprel) != "conj") or (above in DENYING and base(token.deprel) == "xcomp")
