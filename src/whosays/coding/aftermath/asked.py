"""What somebody who says nothing was asked about: "declined to comment on the raid", "did not answer", "made no mention of it"."""

from __future__ import annotations

from whosays.coding.aftermath.about import (
    deed_ascribed_to,
    deed_at_hand,
    deed_touching,
    earlier_in_sentence,
    just_told,
    latest_deed,
    referent,
    told_before,
)
from whosays.coding.aftermath.story import DAYS, Story
from whosays.coding.trees.clause import base, children, has_case
from whosays.lexicon.cues import Cues
from whosays.record.coded import Mention
from whosays.record.event import StanceValue
from whosays.record.reading import Sentence

# What is sent to somebody who is asked, or said by him who does not answer: no topic.
ASKING = frozenset(
    "answer call comment e-mail email interview letter matter message phone query question reporter request statement telephone word".split()
)

# What can stay unconfirmed of a thing though nobody doubts it.
PARTICULARS = frozenset("age date day detail figure hour identity name nationality number size time toll venue".split())
THE_WHOLE = frozenset({"affair", "matter", "incident", "case", "issue", "subject", "event"})  # what the report is about


def silent_about(
    story: Story, sentence: Sentence, cue: int, value: StanceValue, source: Mention, before: int | None = None
) -> list[int]:
    """The event named after "on", "about", "to", or before in the sentence; else what is ascribed to the silent one.

    Who is silent right after another, in one paragraph, is silent on the same (`before`).
    Without any of these the document's lead, if a party by name is silent or the paragraph goes on about it, or the last deed where something is named that is no event.
    """
    at = sentence.tokens[cue].start
    things = [
        word
        for word in sentence.subtree(cue)
        if word > cue and base(sentence.tokens[word].deprel) in ("obl", "nmod", "obj", "ccomp")
    ]
    things += [word for word in children(sentence, cue, "advcl") if has_case(sentence, word, "since")]
    named = _named(story, sentence, things, value, at)
    if named is not None:
        return named
    if value == "Uu":
        return _as_list(_left_open(story, sentence, things, at))
    party = any(  # a state, or what is its own: "the Russian embassy", "Hungary's ministry", "the Kremlin"
        name.kind != "PER" and source.start <= sentence.tokens[name.first].start < source.end for name in sentence.names
    )
    found = _told(story, sentence, things, at, source, before if party else None)
    if found is None and story.is_asked_before(sentence):
        return []  # "The family asked the ministry to bring him home. The embassy did not answer": silent on that
    if found is not None:
        return [found]
    lead = story.lead(before=sentence.index)
    on_it = any(sentence.tokens[word].lemma.lower() in THE_WHOLE for word in things)
    return [lead] if lead is not None and (party or on_it or story.goes_on(lead, sentence)) else []


def _named(story: Story, sentence: Sentence, things: list[int], value: StanceValue, at: int) -> list[int] | None:
    """The event that the words behind a silence hold or stand for; None where they name none."""
    for word in things:
        contained = story.inside(sentence.index, word)
        if contained:
            return contained[:1]
        nominal = story.cues.nominals.get(sentence.tokens[word].lemma.lower())
        spoken_of = base(sentence.tokens[word].deprel) in ("obl", "nmod") and nominal is not None
        if value == "Uu" and sentence.tokens[word].upos == "PRON":
            break  # "nor has it denied it": what was just told
        if nominal is not None and ((spoken_of and nominal.kind == "claim") or value == "Uu"):
            return _as_list(referent(story, nominal, at, None))
    return None


def _told(
    story: Story, sentence: Sentence, things: list[int], at: int, source: Mention, before: int | None
) -> int | None:
    """What was told before of what a silence names, of the silent one, or last in the paragraph."""
    topics = frozenset(
        sentence.tokens[word].lemma.lower()
        for word in things
        if sentence.tokens[word].upos in ("NOUN", "PROPN") and not _is_request(sentence, word)
    )
    named_thing = any(_is_something_else(sentence, word, story.cues) for word in things)
    found = earlier_in_sentence(story, sentence.index, at)
    found = deed_touching(story, topics, at) if found is None else found
    found = deed_ascribed_to(story, source, at, story.opening(sentence)) if found is None else found
    found = deed_at_hand(story, sentence.index, at) if found is None else found
    found = deed_ascribed_to(story, source, at, story.shortly_before(sentence)) if found is None else found
    found = latest_deed(story, at) if found is None and named_thing else found
    if found is None and not (topics or named_thing or story.opens(sentence)):
        found = before
    found = told_before(story, sentence) if found is None else found
    return deed_ascribed_to(story, source, at) if found is None else found


def _left_open(story: Story, sentence: Sentence, things: list[int], at: int) -> int | None:
    """What "has never confirmed them" leaves open; "has not confirmed a date" leaves no deed open."""
    if any(sentence.tokens[word].upos == "PRON" for word in things):
        found = just_told(story, sentence, at)
        return latest_deed(story, at) if found is None else found
    particular = any(sentence.tokens[word].lemma.lower() in PARTICULARS for word in things)
    return None if particular else latest_deed(story, at)


def _is_request(sentence: Sentence, word: int) -> bool:
    """Whether a word only says what was not answered, or when: "did not respond to e-mails on Friday"."""
    token = sentence.tokens[word]
    return token.lemma.lower() in ASKING or token.lemma.lower() in DAYS


def _is_something_else(sentence: Sentence, word: int, cues: Cues) -> bool:
    """Whether a silence has an object that stands for no event told before ("on individual cases", "whether …")."""
    token = sentence.tokens[word]
    if token.lemma.lower() in cues.nominals or token.upos not in ("NOUN", "PROPN", "VERB"):
        return False
    about = has_case(sentence, word, "on", "about") and not has_case(sentence, word, "in")  # "in public about it"
    return base(token.deprel) == "ccomp" or about


def _as_list(found: int | None) -> list[int]:
    return [] if found is None else [found]
