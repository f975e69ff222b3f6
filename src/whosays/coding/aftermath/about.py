"""Which event is meant: "the allegation", "the move", "it", an unnamed object of silence. Inside one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whosays.coding.aftermath.story import SHORTLY, Story, is_only_offered, lemmas_of
from whosays.lexicon.cues import Nominal
from whosays.record.coded import CodedEvent, Mention
from whosays.record.event import SPEECH
from whosays.record.reading import Sentence

GRAVE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "AID", "RETREAT", "COOPERATE"})
PRONOUNS = frozenset({"it", "this", "that"})  # mean what was told last
LEADING = 1.5  # by how much more a denial of "any involvement" means what the report is about
ANOTHERS = 4.0  # by how much less "any role" means what is announced, or what the police did
LAWFUL = frozenset({"arrest", "convict", "investigate"})
FIGHTING = frozenset({"ASSAULT", "MOBILIZE"})
TAKING_PART = 3.0  # by how much more "Kenya's involvement" means its soldiers than its help
RELATIVE = 0.75  # by how much less what a clause says in passing is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What the phrase around a word says of the event that it stands for.

    `described` are the sides named in it ("allegations of Libyan involvement"), `doers` those of whose deed it is ("Peru's
    actions"), and `part` those of who is said to have had a part in it ("Peru's involvement"); what is `pointed` at ("that
    account") was told just before, and by whoever the `owner` words name ("the general's account").
    """

    described: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    part: frozenset[str] = frozenset()
    owner: frozenset[str] = frozenset()
    pointed: bool = False


def referent(
    story: Story,
    nominal: Nominal,
    at: int,
    source: Mention | None,
    phrase: Phrase | None = None,
) -> int | None:
    """The event before an offset that a word stands for, by kind, category, nearness, who speaks and what its phrase says."""
    said = phrase or Phrase()
    scored = [
        (
            _score(story, index, nominal, at, source)
            + _described(story, event, said, source)
            - (story.sentence_of(at) - event.sentence if said.pointed else 0.0),
            event.trigger.start,
            index,
        )
        for index, event in story.before(at, lead=True)
        if _fits(story, event, nominal, said) and not _is_anothers(story, event, said.doers)
    ]
    if said.part:  # "allegations of Kenya's involvement": what Kenya did
        scored = [row for row in scored if said.part & story.actors_of(story.events[row[2]])] or scored
    if said.owner:
        scored = [row for row in scored if story.is_told_by(story.events[row[2]], said.owner)] or scored
    if nominal.kind == "claim":  # what nobody claims is no claim, where anything is claimed at all
        scored = [row for row in scored if story.is_ascribed(story.events[row[2]], source)] or scored
    scored = [row for row in scored if row[0] > -6]
    return max(scored)[2] if scored else None


def _described(story: Story, event: CodedEvent, said: Phrase, source: Mention | None) -> float:
    """What the names in a phrase count: for what they did, and against what the one who speaks did himself."""
    actors = story.actors_of(event)
    if said.described & actors:
        return 2.0 + (TAKING_PART if said.part & actors and event.category in FIGHTING else 0.0)
    own = story.sides(source.text) if source is not None else frozenset()
    return -2.0 if said.described - own and own & actors else 0.0


def _fits(story: Story, event: CodedEvent, nominal: Nominal, said: Phrase) -> bool:
    if nominal.categories and event.category not in nominal.categories:
        return False
    held = not event.stances or any(row.value[:2] in {"CT", "PR"} for row in event.stances)
    if not held and not said.part & story.actors_of(event):
        return False  # what nobody holds to have happened is not referred back to
    return event.category not in SPEECH


def _score(story: Story, index: int, nominal: Nominal, at: int, source: Mention | None) -> float:
    event = story.events[index]
    gap = story.sentence_of(at) - event.sentence
    score = -0.5 * min(gap, 10) - (RELATIVE if story.is_relative(event) else 0.0)
    if story.is_background(index) and gap > 1:
        score -= 3
    if nominal.kind == "event":
        return score + (0.75 if index == story.lead() and nominal.id not in PRONOUNS else 0.0)
    score += LEADING if index == story.lead() else 0.0
    score += 2 if story.is_ascribed(event, source) else 0
    if nominal.kind == "deed":  # nobody denies a hand in what another says he will do, or in an arrest
        score -= ANOTHERS if story.is_to_come(index) or event.mode in LAWFUL else 0.0
    elif event.mode in LAWFUL:  # "rejected the charge": hardly that the police say they arrested somebody
        score -= ANOTHERS / 2
    if source is not None and story.sides(source.text) & story.actors_of(event):
        score += 2
    return score


def _is_anothers(story: Story, event: CodedEvent, doers: frozenset[str]) -> bool:
    """Whether those who are named did not do it: somebody else did, or it is they who tell of it.

    "Peru said the boat had entered its waters. Chile condemned Peru's actions": not the boat's entering.
    """
    actors = story.actors_of(event)
    if not doers or doers & actors:
        return False
    tellers = (story.sides(row.source.text) for row in event.stances if row.source is not None and row.value == "CT+")
    return bool(actors) or any(doers & one for one in tellers)


def deed_ascribed_to(story: Story, source: Mention, at: int, since: int = 0) -> int | None:
    """The last deed from an offset on that somebody else ascribes to the source, or blames on it right after."""
    own = story.sides(source.text)
    found = None
    for index, event in story.before(at):
        if event.trigger.start < since:
            continue
        if _is_blamed(story, event, own):
            last = just_told(story, story.reading.sentences[event.sentence], event.trigger.start)
            found = found if last is None else last
        told = story.is_deed(index) and not story.is_background(index)
        if told and own & (story.actors_of(event) or _accused(story, event)) and story.is_ascribed(event, source):
            found = index
    return found


def _is_blamed(story: Story, event: CodedEvent, own: frozenset[str]) -> bool:
    """ "Nine died in an attack that officials blamed on the rebels": an accusation that holds no deed of its own."""
    alleged = event.category == "ACCUSE" and event.mode == "allege" and bool(own & story.sides_of(event.recipient))
    return alleged and _tells_no_deed(story, event)


def _tells_no_deed(story: Story, accusation: CodedEvent) -> bool:
    """ "Accuses it of running a ring": whether the words of an accusation hold no event but itself."""
    return not story.inside(accusation.sentence, accusation.trigger.head)[1:]


def _accused(story: Story, event: CodedEvent) -> frozenset[str]:
    """Whom the accusation accuses that tells an event: "accused Algeria of having armed them"."""
    around = [
        other
        for _, other in story.of(event.sentence)
        if other.category == "ACCUSE" and other.trigger.end <= event.trigger.start
    ]
    return frozenset().union(*(story.sides_of(other.recipient) for other in around))


def charges_by(story: Story, sentence: int, word: int) -> list[int]:
    """What a word tells and may be denied: "was held on suspicion of spying, which he denies" denies no arrest."""
    return [one for one in story.told_by(sentence, word) if story.events[one].mode not in LAWFUL]


def accusation_before(story: Story, at: int) -> int | None:
    """The last accusation shortly before an offset, if it tells no deed ("accuses of running a ring")."""
    for index, event in reversed(story.before(at)):
        if event.category == "ACCUSE" and event.mode != "disapprove":
            near = story.sentence_of(at) - event.sentence <= SHORTLY
            return index if near and _tells_no_deed(story, event) else None
    return None


def latest_deed(story: Story, at: int) -> int | None:
    """The last deed told before an offset that is neither background nor to come."""
    before = [
        (event.trigger.start, index)
        for index, event in story.before(at)
        if story.is_deed(index) and not story.is_background(index)
    ]
    return max(before)[1] if before else None


def earlier_in_sentence(story: Story, sentence: int, at: int) -> int | None:
    """The last event before an offset in its own sentence, relative clauses left out."""
    found = None
    for index, event in story.of(sentence):
        before = event.trigger.end <= at
        if before and story.is_deed(index) and event.category != "CONSULT" and not story.is_relative(event):
            found = index
    return found


def just_told(story: Story, here: Sentence, at: int) -> int | None:
    """The last deed told before an offset, in its own sentence or the one before, however long ago it was."""
    told = [
        (event.trigger.start, index)
        for index, event in story.before(at)
        if here.index - event.sentence <= 1 and story.is_deed(index)
    ]
    return max(told)[1] if told else None


def told_before(story: Story, here: Sentence) -> int | None:
    """The last deed told before a sentence in its paragraph; that two sides met is none."""
    told = [
        (event.trigger.start, index)
        for index, event in story.before(here.start)
        if event.sentence < here.index
        and story.reading.sentences[event.sentence].paragraph == here.paragraph
        and (story.is_deed(index) or story.is_planned(event))
        and not story.is_background(index)
        and not (event.time and story.is_relative(event))  # "who brokered the truce in July"
        and event.category != "CONSULT"
        and not is_only_offered(event)
    ]
    return max(told)[1] if told else None


def deed_touching(story: Story, words: frozenset[str], at: int) -> int | None:
    """The last deed before an offset whose people, things or place are named by one of the words (stems, lower case)."""
    for index, event in _latest_before(story, at):
        parts = (*event.actor, *event.recipient, *event.place)
        if any(words & lemmas_of(story.reading, part) for part in parts):
            return index
    return None


def deed_at_hand(story: Story, sentence: int, at: int) -> int | None:
    """The last grave deed before an offset in its paragraph: what somebody who is asked there is asked about."""
    paragraph = story.reading.sentences[sentence].paragraph
    for index, event in _latest_before(story, at):
        if story.reading.sentences[event.sentence].paragraph == paragraph and not story.is_in_passing(event):
            return index
    return None


def _latest_before(story: Story, at: int) -> Iterator[tuple[int, CodedEvent]]:
    """The grave deeds whose words end before an offset, the last first."""
    for index, event in sorted(story.before(at), key=lambda row: -row[1].trigger.start):
        if _is_grave(story, index):
            yield index, event


def _is_grave(story: Story, index: int) -> bool:
    """Whether an event is a deed that was done: no talk, no plan, nothing denied by the author."""
    event = story.events[index]
    states = {status.value for status in event.status}
    told = not event.stances or event.stances[0].value in ("CT+", "PR+", "Uu")
    done = told and not is_only_offered(event) and "future" not in states
    return event.category in GRAVE and done and not story.is_background(index)
