"""From words to events: triggers with roles, numbers, status, and where and when they may have been."""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.certainty.denials import IN_WORDS, denied_in_speech
from whosays.coding.certainty.said import with_spoken, without_repeated
from whosays.coding.circumstances.scene import is_sent, scene_of
from whosays.coding.circumstances.when import times_for
from whosays.coding.circumstances.where import places_for
from whosays.coding.events.background import spread
from whosays.coding.events.comment import is_comment
from whosays.coding.events.companions import with_companions
from whosays.coding.events.elsewhere import is_elsewhere, is_sport_report
from whosays.coding.events.hit import Hit, Told
from whosays.coding.events.menace import with_menaces_alone
from whosays.coding.events.modes import mode_of
from whosays.coding.events.recast import recast
from whosays.coding.events.selection import is_denied, promised, select
from whosays.coding.events.senses import classes_of
from whosays.coding.events.sought import with_sought
from whosays.coding.events.status import status_of
from whosays.coding.events.triggers import find_triggers
from whosays.coding.events.wording import wording
from whosays.coding.numbers.counted import numbers_of
from whosays.coding.roles.participants import actors_of, people_of, recipients_of, with_movers
from whosays.coding.trees.clause import children, has_case, is_no, noun_phrase
from whosays.lexicon import Lexicon
from whosays.record.coded import CodedAttribution, CodedEvent, Mention
from whosays.record.dateline import is_dateline
from whosays.record.event import Missing, Why
from whosays.record.reading import Reading, Sentence

LONGEST_TRIGGER = 6  # words from a light verb to its noun; beyond, the noun alone is the trigger


def find_events(
    reading: Reading, lexicon: Lexicon, attributions: tuple[CodedAttribution, ...] = ()
) -> tuple[CodedEvent, ...]:
    """All events of a document in text order, stances not yet set."""
    told: Told = set()
    spoken = denied_in_speech(reading, attributions, lexicon)
    found: list[list[Hit]] = []
    sport = is_sport_report(reading, lexicon)
    for sentence in reading.sentences:
        if is_dateline(reading.document.text, sentence.start, sentence.end):
            found.append([])  # a dateline tells nothing
            continue
        last = reading.sentences[sentence.index - 1] if sentence.index else None
        triggers = find_triggers(sentence, lexicon, told)
        meant = [hit for hit in triggers if not is_elsewhere(hit, lexicon, before=last, sport=sport)]
        hits = [recast(sentence, with_companions(hit, lexicon)) for hit in meant]
        denied = frozenset(clause for where, clause in spoken if where == sentence.index)
        hits = with_menaces_alone(sentence, with_spoken(sentence, hits, lexicon, denied), lexicon)
        if found and last is not None and last.paragraph == sentence.paragraph:
            hits = without_repeated(hits, found[-1])
        hits = with_sought(sentence, hits)
        told |= {(hit.entry.category, hit.entry.mode) for hit in hits}
        found.append(hits)
    plain = [hit for hits in found for hit in hits if not is_denied(hit.sentence, hit)]
    affirmed = frozenset(word for hit in plain for word in (hit.lemma, hit.category))
    events = []
    for sentence, hits in zip(reading.sentences, found, strict=True):
        kept, parts = select(sentence, hits, affirmed, lexicon.cues)
        standing = _standing(sentence, lexicon) if kept else frozenset()
        before = reading.sentences[: sentence.index]
        happened = [hit for hit in kept if not is_comment(hit, before, lexicon)]
        for hit in happened:
            event = _event(reading, hit, parts.get(hit.index, []), standing, lexicon)
            content = [] if event.numbers else promised(sentence, hit, hits)
            events.append(replace(event, numbers=tuple(numbers_of(reading, content, lexicon))) if content else event)
    return spread(reading, tuple(events))


def _standing(sentence: Sentence, lexicon: Lexicon) -> frozenset[int]:
    """The words for what stands somewhere: a depot, a prison."""
    return frozenset(
        token.index for token in sentence.tokens if "facility" in classes_of(sentence, token.index, lexicon)
    )


def _event(reading: Reading, hit: Hit, parts: list[Hit], standing: frozenset[int], lexicon: Lexicon) -> CodedEvent:
    sentence = hit.sentence
    hit = with_movers(hit)
    taken = people_of(sentence, hit, parts, lexicon)
    acting = actors_of(hit, parts, lexicon)
    actor = _mentions(reading, sentence, acting)
    recipient = _mentions(reading, sentence, recipients_of(hit, taken, acting, standing))
    place = places_for(reading, sentence, hit.index, scene_of(hit, taken, standing, lexicon))
    time = times_for(reading, sentence, hit.index)
    slots = {"actor": actor, "recipient": recipient, "place": place, "time": time}
    return CodedEvent(
        sentence=sentence.index,
        trigger=_trigger(reading, hit, lexicon),
        category=hit.category,
        mode=mode_of(sentence, [hit, *parts], lexicon),
        contexts=(),
        cameo=hit.entry.cameo if hit.category == hit.entry.category else None,
        actor=actor,
        recipient=recipient,
        place=place,
        time=time,
        numbers=tuple(numbers_of(reading, [hit, *parts], lexicon)),
        status=status_of(reading, hit, lexicon.cues),
        stances=(),
        about=(),
        why=_why(hit),
        missing=tuple(Missing(field=name, reason="not_stated") for name, words in slots.items() if not words),
        clause=wording(reading, hit),
        sent=is_sent(hit),
    )


def _trigger(reading: Reading, hit: Hit, lexicon: Lexicon) -> Mention:
    """The word, with what it takes to name the deed.

    A light verb or a weapon close before it, the particle behind it, the "will not" that makes it a refusal.
    """
    sentence = hit.sentence
    first = hit.index
    before = hit.index - 1
    if before in hit.roles.actor and "weapon" in classes_of(sentence, before, lexicon):
        first = before
    last = _last_word(sentence, hit)
    for word in hit.entry.particle:
        if last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text.lower() == word:
            last += 1
    if hit.clause != hit.index and 0 < hit.index - hit.clause <= LONGEST_TRIGGER:
        first = hit.clause
    if hit.note in {"announced not to", IN_WORDS}:
        first = min([first, *(word for word in children(sentence, hit.clause, "aux", "advmod") if first - word <= 3)])
    if hit.note == IN_WORDS:  # "not a single soldier of ours crossed"
        none = [
            word for word in children(sentence, hit.clause, "nsubj", "nsubj:pass") if is_no(sentence, word, "nsubj")
        ]
        first = min(
            [first, *(below for word in none if first - word <= LONGEST_TRIGGER for below in sentence.subtree(word))]
        )
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    text = reading.document.text[start:end]
    return Mention(sentence=sentence.index, head=hit.index, start=start, end=end, text=text)


def _last_word(sentence: Sentence, hit: Hit) -> int:
    """The trigger's word, or what makes the sense of a noun right behind it: "a note of protest", "a state of emergency"."""
    wanted = {lemma for one in hit.entry.demands if one.wanted and one.slot == "lemma-obl" for lemma in one.values}
    behind = (
        word
        for word in children(sentence, hit.index, "nmod")
        if hit.is_noun and has_case(sentence, word, "of") and sentence.tokens[word].lemma.lower() in wanted
    )
    return next((word for word in behind if word == hit.index + len(("of", "it"))), hit.index)


def _why(hit: Hit) -> Why:
    word = hit.note or hit.sentence.tokens[hit.index].text
    return Why(rule=None if hit.entry.id == "model" else hit.entry.id, score=hit.score, note=word)


def _mentions(reading: Reading, sentence: Sentence, words: list[int]) -> tuple[Mention, ...]:
    found = (noun_phrase(reading, sentence, word, whole=False) for word in words)
    return tuple(dict.fromkeys(one for one in found if one is not None))
