"""Which event is meant: "the allegation", "the move", "it", an unnamed object of silence. Inside one document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from whosays.coding.attribution.holders import Held, by_sentence
from whosays.coding.certainty.factuality import path_to
from whosays.coding.trees.clause import base, conjuncts
from whosays.lexicon.cues import Cues, Nominal
from whosays.record.coded import CodedAttribution, CodedEvent, Mention
from whosays.record.event import NOT_YET, SPEECH
from whosays.record.reading import Reading, Sentence

GRAVE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "AID", "RETREAT", "COOPERATE"})
SHORTLY = 4  # sentences
REACH = 150  # sentences: no word means what was told longer ago, but for what the document is about
PRONOUNS = frozenset({"it", "this", "that"})  # mean what was told last
LEADING = 1.5  # by how much more a denial of "any involvement" means what the report is about
ANOTHERS = 4.0  # by how much less "any role" means what is announced, or what the police did
LAWFUL = frozenset({"arrest", "convict", "investigate"})
RELATIVE = 0.75  # by how much less what a clause says in passing is meant
ASIDE = frozenset({"conj", "parataxis", "appos", "list", "dep"})
CONTENT = frozenset({"NOUN", "PROPN"})
TAKEN_UP = frozenset({"he", "she", "they", "it", "his", "her", "their", "its", "this", "that", "these", "those"})
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
WORD = re.compile(r"\w[\w'’-]*")
FUNCTION = frozenset(
    "ministry government foreign defence defense president minister official officials spokesman spokeswoman army "
    "forces state states united nations republic north south the mission embassy department secretary".split()
)


def stems(text: str) -> frozenset[str]:
    """What is left of a name when its endings go: "Algerian" and "Algeria" share "alger"; acronyms stay whole."""
    words = (word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(text) if word[0].isupper())
    return frozenset(
        word if word.isupper() else word.lower()[:5] for word in words if len(word) > 2 and word.lower() not in FUNCTION
    )


def _is_only_offered(event: CodedEvent) -> bool:
    """Whether those who speak of a deed leave open, all of them, that it was: "said it was ready to investigate"."""
    said = [row.value for row in event.stances if row.source is not None]
    return bool(said) and all(value == "Uu" for value in (event.stances[0].value, *said))


def _lemmas(reading: Reading, mention: Mention) -> frozenset[str]:
    tokens = reading.sentences[mention.sentence].tokens
    return frozenset(token.lemma.lower() for token in tokens if mention.start <= token.start < mention.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What the phrase around a word says of the event that it stands for.

    `described` are the stems of the names in it ("allegations of Libyan involvement"), `doers` those of whose deed it is
    ("Peru's actions"), and `part` those of who is said to have had a part in it ("Peru's involvement"); what is `pointed`
    at ("that account") was told just before, and by whoever the `owner` words name ("the general's account").
    """

    described: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    part: frozenset[str] = frozenset()
    owner: frozenset[str] = frozenset()
    pointed: bool = False


@dataclass(frozen=True, kw_only=True)
class Story:
    """The events of a document in text order, and the search for the one that is meant.

    Nothing is looked for farther back than `REACH`, so that a text of any length is read in time that grows with it.
    """

    reading: Reading
    events: tuple[CodedEvent, ...]
    attributions: tuple[CodedAttribution, ...]
    cues: Cues

    def sides(self, text: str) -> frozenset[str]:
        """Whom a text names: states by their codes, whatever they are called ("Lima", "Peruvian"), others by their stems."""
        return self.cues.states.named_in(text) | stems(self.cues.states.without(text))

    def lead(self, before: int | None = None) -> int | None:
        """The happening that the document is about: its first deed that is neither background nor to come.

        With `before`, what that sentence says in passing is left out.
        """
        return self._lead if before is None else self._led(before)

    @cached_property
    def _lead(self) -> int | None:
        return self._led(None)

    def _led(self, before: int | None) -> int | None:
        for wanted in (self._is_deed, lambda _: True):
            for index in self._order:
                if self.events[index].sentence == before and self._is_relative(self.events[index]):
                    continue
                # a report may open with last week's raid
                opens = self.events[index].sentence == 0 and self._is_deed(index)
                if wanted(index) and (opens or not self._is_background(index)):
                    return index
        return None

    def latest(self, at: int) -> int | None:
        """The last deed told before an offset that is neither background nor to come."""
        before = [
            (event.trigger.start, index)
            for index, event in self._before(at)
            if self._is_deed(index) and not self._is_background(index)
        ]
        return max(before)[1] if before else None

    def earlier_in(self, sentence: int, at: int) -> int | None:
        """The last event before an offset in its own sentence, relative clauses left out."""
        found = None
        for index, event in self.of(sentence):
            before = event.trigger.end <= at
            if before and self._is_deed(index) and event.category != "CONSULT" and not self._is_relative(event):
                found = index
        return found

    def inside(self, sentence: int, top: int) -> list[int]:
        """The events whose triggers stand in the subtree of a word, the nearest to it alone."""
        words = set(self.reading.sentences[sentence].subtree(top))
        found = [
            index
            for index, event in self.of(sentence)
            if event.trigger.head in words and not self._is_aside(event, top)
        ]
        return self._nearest(sentence, found)

    def referent(
        self,
        nominal: Nominal,
        at: int,
        source: Mention | None,
        phrase: Phrase | None = None,
    ) -> int | None:
        """The event before an offset that a word stands for, by kind, category, nearness, who speaks and what its phrase says."""
        said = phrase or Phrase()
        scored = [
            (
                self._score(index, nominal, at, source)
                + self._described(event, said, source)
                - (self._sentence_of(at) - event.sentence if said.pointed else 0.0),
                event.trigger.start,
                index,
            )
            for index, event in self._before(at, lead=True)
            if self._fits(event, nominal, said) and not self._is_anothers(event, said.doers)
        ]
        if said.part:  # "allegations of Kenya's involvement": what Kenya did
            scored = [row for row in scored if said.part & self._actors(self.events[row[2]])] or scored
        if said.owner:
            scored = [row for row in scored if self._is_told_by(self.events[row[2]], said.owner)] or scored
        if nominal.kind == "claim":  # what nobody claims is no claim, where anything is claimed at all
            scored = [row for row in scored if self._is_ascribed(self.events[row[2]], source)] or scored
        scored = [row for row in scored if row[0] > -6]
        return max(scored)[2] if scored else None

    def accused(self, source: Mention, at: int, since: int = 0) -> int | None:
        """The last deed from an offset on that somebody else ascribes to the source, or blames on it right after."""
        own = self.sides(source.text)
        found = None
        for index, event in self._before(at):
            if event.trigger.start < since:
                continue
            if self._is_blamed(event, own):
                last = self.just_told(self.reading.sentences[event.sentence], event.trigger.start)
                found = found if last is None else last
            told = self._is_deed(index) and not self._is_background(index)
            if told and own & (self._actors(event) or self._accused(event)) and self._is_ascribed(event, source):
                found = index
        return found

    def _is_blamed(self, event: CodedEvent, own: frozenset[str]) -> bool:
        """ "Nine died in an attack that officials blamed on the rebels": an accusation that holds no deed of its own."""
        blamed = frozenset().union(*(self.sides(party.text) for party in event.recipient))
        alleged = event.category == "ACCUSE" and event.mode == "allege" and bool(own & blamed)
        return alleged and not self.inside(event.sentence, event.trigger.head)[1:]

    def _accused(self, event: CodedEvent) -> frozenset[str]:
        """Whom the accusation accuses that tells an event: "accused Algeria of having armed them"."""
        around = [
            other
            for _, other in self.of(event.sentence)
            if other.category == "ACCUSE" and other.trigger.end <= event.trigger.start
        ]
        return frozenset().union(*(self.sides(party.text) for other in around for party in other.recipient))

    def told_by(self, sentence: int, word: int) -> list[int]:
        """The events that a word of a sentence tells."""
        return [n for n, event in self.of(sentence) if event.trigger.head == word]

    def charges_by(self, sentence: int, word: int) -> list[int]:
        """Those that may be denied: "was held on suspicion of spying, which he denies" denies no arrest."""
        told = self.told_by(sentence, word)
        return [n for n in told if self.events[n].mode not in LAWFUL]

    def just_told(self, here: Sentence, at: int) -> int | None:
        """The last deed told before an offset, in its own sentence or the one before, however long ago it was."""
        told = [
            (event.trigger.start, index)
            for index, event in self._before(at)
            if here.index - event.sentence <= 1 and self._is_deed(index)
        ]
        return max(told)[1] if told else None

    def told_before(self, here: Sentence) -> int | None:
        """The last deed told before a sentence in its paragraph; that two sides met is none."""
        told = [
            (event.trigger.start, index)
            for index, event in self._before(here.start)
            if event.sentence < here.index
            and self.reading.sentences[event.sentence].paragraph == here.paragraph
            and (self._is_deed(index) or self._is_planned(event))
            and not self._is_background(index)
            and not (event.time and self._is_relative(event))  # "who brokered the truce in July"
            and event.category != "CONSULT"
            and not _is_only_offered(event)
        ]
        return max(told)[1] if told else None

    def is_asked_before(self, here: Sentence) -> bool:
        """Whether the sentence right before one, in its paragraph, tells of a request."""
        before = here.index - 1
        if before < 0 or self.reading.sentences[before].paragraph != here.paragraph:
            return False
        return any(event.category == "REQUEST" for _, event in self.of(before))

    def opening(self, here: Sentence) -> int:
        """Where the paragraph of a sentence begins."""
        return next((one.start for one in self._paragraph_before(here)), here.start)

    def shortly_before(self, here: Sentence) -> int:
        """Where the sentences begin that were told shortly before a sentence."""
        return self._starts[max(0, here.index - SHORTLY)]

    def opens(self, here: Sentence) -> bool:
        """Whether a sentence opens its paragraph."""
        return not here.index or self.reading.sentences[here.index - 1].paragraph != here.paragraph

    def goes_on(self, about: int, here: Sentence) -> bool:
        """Whether the paragraph before a sentence goes on about an event: it takes up a noun or name of it, or opens with a pronoun.

        A sentence that opens its paragraph may be about anything told before.
        """
        before = self._paragraph_before(here)
        told = self.reading.sentences[self.events[about].sentence]
        if not before or told in before:
            return True
        named = {token.lemma.lower() for token in told.tokens if token.upos in CONTENT}
        said = {token.lemma.lower() for one in (*before, here) for token in one.tokens if token.upos in CONTENT}
        taken_up = before[0].tokens[0].lemma.lower() in TAKEN_UP
        return taken_up or bool((named & said) - DAYS)

    def _latest_before(self, at: int) -> Iterator[tuple[int, CodedEvent]]:
        """The grave deeds whose words end before an offset, the last first."""
        for index, event in sorted(self._before(at), key=lambda row: -row[1].trigger.start):
            if self._is_grave(index):
                yield index, event

    def touching(self, words: frozenset[str], at: int) -> int | None:
        """The last deed before an offset whose people, things or place are named by one of the words (stems, lower case)."""
        for index, event in self._latest_before(at):
            parts = (*event.actor, *event.recipient, *event.place)
            if any(words & _lemmas(self.reading, part) for part in parts):
                return index
        return None

    def at_hand(self, sentence: int, at: int) -> int | None:
        """The last grave deed before an offset in its paragraph: what somebody who is asked there is asked about."""
        paragraph = self.reading.sentences[sentence].paragraph
        for index, event in self._latest_before(at):
            if self.reading.sentences[event.sentence].paragraph == paragraph and not self._is_in_passing(event):
                return index
        return None

    def _is_grave(self, index: int) -> bool:
        """Whether an event is a deed that was done: no talk, no plan, nothing denied by the author."""
        event = self.events[index]
        states = {status.value for status in event.status}
        told = not event.stances or event.stances[0].value in ("CT+", "PR+", "Uu")
        done = told and not _is_only_offered(event) and "future" not in states
        return event.category in GRAVE and done and not self._is_background(index)

    def accusation(self, at: int) -> int | None:
        """The last accusation shortly before an offset, if it tells no deed ("accuses of running a ring")."""
        for index, event in reversed(self._before(at)):
            if event.category == "ACCUSE" and event.mode != "disapprove":
                near = self._sentence_of(at) - event.sentence <= SHORTLY
                return index if near and not self.inside(event.sentence, event.trigger.head)[1:] else None
        return None

    # ------------------------------------------------------------ parts

    @cached_property
    def _order(self) -> list[int]:
        return sorted(range(len(self.events)), key=lambda index: self.events[index].trigger.start)

    @cached_property
    def _by_sentence(self) -> dict[int, list[tuple[int, CodedEvent]]]:
        found = defaultdict(list)
        for index, event in enumerate(self.events):
            found[event.sentence].append((index, event))
        return dict(found)

    @cached_property
    def held(self) -> Held[CodedAttribution]:
        """The attributions by the sentences of their contents."""
        return by_sentence(self.attributions)

    @cached_property
    def saying(self) -> dict[tuple[int, int], CodedAttribution]:
        """The attributions by the sentence and the head of their cues, the first where there are two."""
        cues = ((one.cue, one) for one in reversed(self.attributions))
        return {(cue.sentence, cue.head): one for cue, one in cues if cue is not None}

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.reading.sentences]

    def of(self, sentence: int) -> list[tuple[int, CodedEvent]]:
        """The events of a sentence, each with its index."""
        return self._by_sentence.get(sentence, [])

    def _before(self, at: int, *, lead: bool = False) -> list[tuple[int, CodedEvent]]:
        """The events within reach whose words end before an offset, in their order; the `lead` however far back."""
        here = self._sentence_of(at)
        near = [row for number in range(max(0, here - REACH), here + 1) for row in self.of(number)]
        first = self._lead if lead else None
        if first is not None and self.events[first].sentence < here - REACH:
            near.append((first, self.events[first]))
        return sorted((row for row in near if row[1].trigger.end <= at), key=lambda row: row[0])

    def _paragraph_before(self, here: Sentence) -> list[Sentence]:
        """The sentences of a sentence's paragraph that stand before it."""
        first = here.index
        while first and self.reading.sentences[first - 1].paragraph == here.paragraph:
            first -= 1
        return list(self.reading.sentences[first : here.index])

    def _described(self, event: CodedEvent, said: Phrase, source: Mention | None) -> float:
        """What the names in a phrase count: for what they did, and against what the one who speaks did himself."""
        actors = self._actors(event)
        if said.described & actors:
            return 2.0
        own = self.sides(source.text) if source is not None else frozenset()
        return -2.0 if said.described - own and own & actors else 0.0

    def _fits(self, event: CodedEvent, nominal: Nominal, said: Phrase) -> bool:
        if nominal.categories and event.category not in nominal.categories:
            return False
        if (
            not said.part & self._actors(event)
            and event.stances
            and not any(row.value[:2] in {"CT", "PR"} for row in event.stances)
        ):
            return False  # what nobody holds to have happened is not referred back to
        return event.category not in SPEECH

    def _score(self, index: int, nominal: Nominal, at: int, source: Mention | None) -> float:
        event = self.events[index]
        gap = self._sentence_of(at) - event.sentence
        score = -0.5 * min(gap, 10) - (RELATIVE if self._is_relative(event) else 0.0)
        if self._is_background(index) and gap > 1:
            score -= 3
        if nominal.kind == "event":
            return score + (0.75 if index == self.lead() and nominal.id not in PRONOUNS else 0.0)
        score += LEADING if index == self.lead() else 0.0
        score += 2 if self._is_ascribed(event, source) else 0
        if nominal.kind == "deed":  # nobody denies a hand in what another says he will do, or in an arrest
            score -= ANOTHERS if self._is_to_come(index) or event.mode in LAWFUL else 0.0
        elif event.mode in LAWFUL:  # "rejected the charge": hardly that the police say they arrested somebody
            score -= ANOTHERS / 2
        if source is not None and self.sides(source.text) & self._actors(event):
            score += 2
        return score

    def joined(self, index: int) -> list[int]:
        """An event with those that the same clause joins to it, told by the same ("set fire to … and had beaten …")."""
        event = self.events[index]
        tree = self.reading.sentences[event.sentence]
        heads = set(conjuncts(tree, self._first(tree, event.trigger.head)))
        return [
            other for other, one in self.of(event.sentence) if one.trigger.head in heads and self._is_deed(other)
        ] or [index]

    @staticmethod
    def _first(tree: Sentence, word: int) -> int:
        while base(tree.tokens[word].deprel) == "conj" and tree.tokens[word].head >= 0:
            word = tree.tokens[word].head
        return word

    def _is_relative(self, event: CodedEvent) -> bool:
        tree = self.reading.sentences[event.sentence]
        return any(tree.tokens[word].deprel == "acl:relcl" for word in path_to(tree, event.trigger.head))

    def _is_in_passing(self, event: CodedEvent) -> bool:
        """Told in a relative clause, or by a participle: "a drone launched by the rebels"."""
        tree = self.reading.sentences[event.sentence]
        path = [tree.tokens[word] for word in path_to(tree, event.trigger.head)]
        return self._is_relative(event) or any(t.deprel == "acl" and "VerbForm=Part" in t.feats for t in path)

    def _sentence_of(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _actors(self, event: CodedEvent) -> frozenset[str]:
        return frozenset().union(*(self.sides(actor.text) for actor in event.actor))

    def _is_ascribed(self, event: CodedEvent, source: Mention | None) -> bool:
        """Whether somebody other than the source stands behind the event."""
        return any(
            row.source is not None and row.value.endswith("+") and (source is None or row.source.text != source.text)
            for row in event.stances
        )

    def _is_told_by(self, event: CodedEvent, words: frozenset[str]) -> bool:
        """Whether somebody whom one of the words names holds that the event happened."""
        told = (row.source for row in event.stances if row.value.endswith("+"))
        return any(source is not None and bool(words & _lemmas(self.reading, source)) for source in told)

    def _is_anothers(self, event: CodedEvent, doers: frozenset[str]) -> bool:
        """Whether those who are named did not do it: somebody else did, or it is they who tell of it.

        "Peru said the boat had entered its waters. Chile condemned Peru's actions": not the boat's entering.
        """
        actors = self._actors(event)
        if not doers or doers & actors:
            return False
        tellers = (
            self.sides(row.source.text) for row in event.stances if row.source is not None and row.value == "CT+"
        )
        return bool(actors) or any(doers & one for one in tellers)

    def _is_deed(self, index: int) -> bool:
        return self.events[index].category not in SPEECH

    @staticmethod
    def _is_planned(event: CodedEvent) -> bool:
        """ "Will leave for Doha on Wednesday": a visit or a meeting that is to come."""
        return event.category == "AGREE" and any(status.value == "future" for status in event.status)

    def _is_to_come(self, index: int) -> bool:
        return any(status.value in NOT_YET for status in self.events[index].status)

    def _is_background(self, index: int) -> bool:
        states = {status.value for status in self.events[index].status}
        return bool(states & {"historical", "generic", "question", "conditional"})

    def _is_aside(self, event: CodedEvent, top: int) -> bool:
        """Whether the way from the word down to the trigger leaves what the word governs."""
        sentence = self.reading.sentences[event.sentence]
        path = path_to(sentence, event.trigger.head)
        below = path[path.index(top) + 1 :] if top in path else path
        return any(
            base(sentence.tokens[word].deprel) in ASIDE or sentence.tokens[word].deprel == "acl:relcl"
            for word in below[:1]
        )

    def _nearest(self, sentence: int, found: list[int]) -> list[int]:
        tree = self.reading.sentences[sentence]
        paths = {index: path_to(tree, self.events[index].trigger.head) for index in found}
        heads = {index: self.events[index].trigger.head for index in found}
        return [
            index for index in found if not any(heads[other] in paths[index][:-1] and other != index for other in found)
        ]
