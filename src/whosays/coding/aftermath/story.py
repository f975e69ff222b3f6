"""The story that a document tells: its events in text order, and how each of them is told."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from whosays.coding.attribution.holders import Held, by_sentence
from whosays.coding.attribution.stems import stems
from whosays.coding.certainty.factuality import path_to
from whosays.coding.trees.clause import base, conjuncts
from whosays.lexicon.cues import Cues
from whosays.record.coded import CodedAttribution, CodedEvent, Mention
from whosays.record.event import NOT_YET, SPEECH
from whosays.record.reading import Reading, Sentence

SHORTLY = 4  # sentences
REACH = 150  # sentences: no word means what was told longer ago, but for what the document is about
ASIDE = frozenset({"conj", "parataxis", "appos", "list", "dep"})
CONTENT = frozenset({"NOUN", "PROPN"})
TAKEN_UP = frozenset({"he", "she", "they", "it", "his", "her", "their", "its", "this", "that", "these", "those"})
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


@dataclass(frozen=True, kw_only=True)
class Story:
    """The events of a document, those around a place in its text, and how each of them is told.

    Nothing is looked for farther back than `REACH`, so that a text of any length is read in time that grows with it.
    """

    reading: Reading
    events: tuple[CodedEvent, ...]
    attributions: tuple[CodedAttribution, ...]
    cues: Cues

    def lead(self, before: int | None = None) -> int | None:
        """The happening that the document is about: its first deed that is neither background nor to come.

        With `before`, what that sentence says in passing is left out.
        """
        return self._lead if before is None else self._led(before)

    @cached_property
    def _lead(self) -> int | None:
        return self._led(None)

    def _led(self, before: int | None) -> int | None:
        for wanted in (self.is_deed, lambda _: True):
            for index in self._order:
                if self.events[index].sentence == before and self.is_relative(self.events[index]):
                    continue
                # a report may open with last week's raid
                opens = self.events[index].sentence == 0 and self.is_deed(index)
                if wanted(index) and (opens or not self.is_background(index)):
                    return index
        return None

    def of(self, sentence: int) -> list[tuple[int, CodedEvent]]:
        """The events of a sentence, each with its index."""
        return self._by_sentence.get(sentence, [])

    def before(self, at: int, *, lead: bool = False) -> list[tuple[int, CodedEvent]]:
        """The events within reach whose words end before an offset, in their order; the `lead` however far back."""
        here = self.sentence_of(at)
        near = [row for number in range(max(0, here - REACH), here + 1) for row in self.of(number)]
        first = self._lead if lead else None
        if first is not None and self.events[first].sentence < here - REACH:
            near.append((first, self.events[first]))
        return sorted((row for row in near if row[1].trigger.end <= at), key=lambda row: row[0])

    def inside(self, sentence: int, top: int) -> list[int]:
        """The events whose triggers stand in the subtree of a word, the nearest to it alone."""
        words = set(self.reading.sentences[sentence].subtree(top))
        found = [
            index
            for index, event in self.of(sentence)
            if event.trigger.head in words and not self._is_aside(event, top)
        ]
        return self._nearest(sentence, found)

    def told_by(self, sentence: int, word: int) -> list[int]:
        """The events that a word of a sentence tells."""
        return [n for n, event in self.of(sentence) if event.trigger.head == word]

    def joined(self, index: int) -> list[int]:
        """An event with those that the same clause joins to it, told by the same ("set fire to … and had beaten …")."""
        event = self.events[index]
        tree = self.reading.sentences[event.sentence]
        heads = set(conjuncts(tree, self._first(tree, event.trigger.head)))
        return [
            other for other, one in self.of(event.sentence) if one.trigger.head in heads and self.is_deed(other)
        ] or [index]

    def sides(self, text: str) -> frozenset[str]:
        """Whom a text names: states by their codes, whatever they are called ("Lima", "Peruvian"), others by their stems."""
        found = self._sides.get(text)
        if found is None:  # asked of the same few names for every event before a reaction
            found = self._sides[text] = self.cues.states.named_in(text) | stems(self.cues.states.without(text))
        return found

    def sides_of(self, parties: tuple[Mention, ...]) -> frozenset[str]:
        """The sides of several parties."""
        return frozenset().union(*(self.sides(party.text) for party in parties))

    @cached_property
    def _sides(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def held(self) -> Held[CodedAttribution]:
        """The attributions by the sentences of their contents."""
        return by_sentence(self.attributions)

    @cached_property
    def saying(self) -> dict[tuple[int, int], CodedAttribution]:
        """The attributions by the sentence and the head of their cues, the first where there are two."""
        cues = ((one.cue, one) for one in reversed(self.attributions))
        return {(cue.sentence, cue.head): one for cue, one in cues if cue is not None}

    def opens(self, here: Sentence) -> bool:
        """Whether a sentence opens its paragraph."""
        return not here.index or self.reading.sentences[here.index - 1].paragraph != here.paragraph

    def opening(self, here: Sentence) -> int:
        """Where the paragraph of a sentence begins."""
        return next((one.start for one in self._paragraph_before(here)), here.start)

    def shortly_before(self, here: Sentence) -> int:
        """Where the sentences begin that were told shortly before a sentence."""
        return self._starts[max(0, here.index - SHORTLY)]

    def is_asked_before(self, here: Sentence) -> bool:
        """Whether the sentence right before one, in its paragraph, tells of a request."""
        before = here.index - 1
        if before < 0 or self.reading.sentences[before].paragraph != here.paragraph:
            return False
        return any(event.category == "REQUEST" for _, event in self.of(before))

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

    def sentence_of(self, offset: int) -> int:
        """The sentence in which an offset stands."""
        return bisect_right(self._starts, offset) - 1

    def is_deed(self, index: int) -> bool:
        """Whether an event is more than words."""
        return self.events[index].category not in SPEECH

    def is_background(self, index: int) -> bool:
        """Whether an event is long over, supposed, asked about or told of a kind."""
        states = {status.value for status in self.events[index].status}
        return bool(states & {"historical", "generic", "question", "conditional"})

    @staticmethod
    def is_planned(event: CodedEvent) -> bool:
        """ "Will leave for Doha on Wednesday": a visit or a meeting that is to come."""
        return event.category == "AGREE" and any(status.value == "future" for status in event.status)

    def is_to_come(self, index: int) -> bool:
        """Whether an event has not come about."""
        return any(status.value in NOT_YET for status in self.events[index].status)

    def is_relative(self, event: CodedEvent) -> bool:
        """Whether an event is told in a relative clause."""
        tree = self.reading.sentences[event.sentence]
        return any(tree.tokens[word].deprel == "acl:relcl" for word in path_to(tree, event.trigger.head))

    def is_in_passing(self, event: CodedEvent) -> bool:
        """Told in a relative clause, or by a participle: "a drone launched by the rebels"."""
        tree = self.reading.sentences[event.sentence]
        path = [tree.tokens[word] for word in path_to(tree, event.trigger.head)]
        return self.is_relative(event) or any(t.deprel == "acl" and "VerbForm=Part" in t.feats for t in path)

    def actors_of(self, event: CodedEvent) -> frozenset[str]:
        """The sides that did it."""
        return self.sides_of(event.actor)

    def is_ascribed(self, event: CodedEvent, source: Mention | None) -> bool:
        """Whether somebody other than the source stands behind the event."""
        return any(
            row.source is not None and row.value.endswith("+") and (source is None or row.source.text != source.text)
            for row in event.stances
        )

    def is_told_by(self, event: CodedEvent, words: frozenset[str]) -> bool:
        """Whether somebody whom one of the words names holds that the event happened."""
        told = (row.source for row in event.stances if row.value.endswith("+"))
        return any(source is not None and bool(words & lemmas_of(self.reading, source)) for source in told)

    def _paragraph_before(self, here: Sentence) -> list[Sentence]:
        """The sentences of a sentence's paragraph that stand before it."""
        first = here.index
        while first and self.reading.sentences[first - 1].paragraph == here.paragraph:
            first -= 1
        return list(self.reading.sentences[first : here.index])

    @staticmethod
    def _first(tree: Sentence, word: int) -> int:
        while base(tree.tokens[word].deprel) == "conj" and tree.tokens[word].head >= 0:
            word = tree.tokens[word].head
        return word

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
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.reading.sentences]


def lemmas_of(reading: Reading, mention: Mention) -> frozenset[str]:
    """The lemmas of a mention's words, in lower case."""
    tokens = reading.sentences[mention.sentence].tokens
    return frozenset(token.lemma.lower() for token in tokens if mention.start <= token.start < mention.end)


def is_only_offered(event: CodedEvent) -> bool:
    """Whether those who speak of a deed leave open, all of them, that it was: "said it was ready to investigate"."""
    said = [row.value for row in event.stances if row.source is not None]
    return bool(said) and all(value == "Uu" for value in (event.stances[0].value, *said))
