"""The sources around an event: which attributions hold its word, outermost first, and when two of them are one."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.coding.attribution.holders import Held
from whosays.coding.attribution.issued import SHORTEST
from whosays.coding.attribution.sources import is_described
from whosays.lexicon.cues import Cue, Cues
from whosays.record.coded import CodedAttribution, CodedEvent, Mention
from whosays.record.reading import Reading, Sentence

FIRST_PERSON = frozenset({"i", "we"})
THIRD_PERSON = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """One source around an event: its attribution, the cue behind it, and the first word of the path inside it."""

    index: int
    attribution: CodedAttribution
    cue: Cue | None
    entry: int


def scopes_around(
    reading: Reading,
    path: list[int],
    event: CodedEvent,
    held: Held[CodedAttribution],
    cues: Cues,
) -> list[Scope]:
    """The attributions around an event's trigger, outermost first."""
    sentence, start = reading.sentences[event.sentence], event.trigger.start
    tokens = sentence.tokens
    around = [
        (sum(piece.end - piece.start for piece in one.content), index, one)
        for index, one in held.get(event.sentence, ())
        if _holds(one, start) and not (one.cue is not None and one.cue.start <= start < one.cue.end)
    ]
    scopes = []
    for _, index, one in sorted(around, key=lambda row: row[:2], reverse=True):
        if is_described(sentence, path, one):
            continue
        entry = next((node for node in path if _holds(one, tokens[node].start)), path[-1])
        scopes.append(Scope(index=index, attribution=one, cue=cue_of(reading, one, cues), entry=entry))
    return scopes


def _holds(one: CodedAttribution, offset: int) -> bool:
    return any(piece.start <= offset < piece.end for piece in one.content)


def cue_of(reading: Reading, one: CodedAttribution, cues: Cues) -> Cue | None:
    """The lexicon entry behind an attribution's cue."""
    if one.cue is None:
        return None
    token = reading.sentences[one.cue.sentence].tokens[one.cue.head]
    return cues.cue(token.lemma, "VERB" if token.upos == "AUX" else token.upos)


def is_issued(scope: Scope, event: CodedEvent) -> bool:
    """Whether a source stands behind the whole text that the event is in, without a word in its sentence."""
    one = scope.attribution
    elsewhere = one.cue.sentence != event.sentence if one.cue is not None else one.source is not None
    return elsewhere and one.quote != "direct" and len(one.content) >= SHORTEST


def is_below(sentence: Sentence, event: CodedEvent, scope: Scope) -> bool:
    """Whether the event's verb is itself the cue: "threatened to leave" is what he did and what he said."""
    trigger, cue = sentence.tokens[event.trigger.head], scope.attribution.cue
    return trigger.upos == "VERB" and cue is not None and (cue.sentence, cue.head) == (sentence.index, trigger.head)


def is_echo(outer: Scope, inner: Scope) -> bool:
    """The same source twice over ("he said he feared …", "the army said it … and accused")."""
    first, second = outer.attribution.source, inner.attribution.source
    if first is None or second is None:
        return False
    one, other = first.text.lower(), second.text.lower()
    return one == other or (other in THIRD_PERSON and one not in THIRD_PERSON)


def is_first_person(source: Mention | None) -> bool:
    """Whether a source is "I" or "we": whoever is quoted."""
    return source is not None and source.text.lower() in FIRST_PERSON
