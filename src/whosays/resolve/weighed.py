"""What the words of a record may also have stood for: the places and the parties that were weighed, each with its score.

A record keeps only what was chosen; this goes over the report once more, as far as the words that are asked about.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from whosays.record.coded import Coded, Mention
from whosays.record.reading import Reading
from whosays.record.span import Span
from whosays.record.world import Candidate
from whosays.resolve.actors.anaphora import nearest
from whosays.resolve.actors.who import meet
from whosays.resolve.phrases.mentions import Phrase
from whosays.resolve.phrases.reference import Reference
from whosays.resolve.phrases.story import Referent
from whosays.resolve.places.where import Where
from whosays.resolve.scene.scene import Scene, set_scene
from whosays.resolve.world import World

MOST = 5  # candidates of each sort that are told
NEW = "someone not told of before"


@dataclass(frozen=True)
class Weigher:
    """Answers for the words of one report."""

    scene: Scene

    def places(self, span: Span) -> list[Candidate]:
        """The places that a place's words may stand for, the best first."""
        mention = self._mention(span)
        found = [] if mention is None else self._where.candidates(mention)
        return [
            Candidate(
                words=", ".join(
                    filter(None, (spot.name, spot.admin1, spot.country, f"{spot.kind} of {spot.population:,}"))
                ),
                score=score,
                by="context",
            )
            for spot, score in found[:MOST]
        ]

    def parties(self, span: Span) -> list[Candidate]:
        """Whom a pronoun or a noun may stand for: those near first, then the earlier phrases, each the best first.

        Nobody for a name, which stands for what it names.
        """
        mention = self._mention(span)
        if mention is None or mention.head in self.scene.names[mention.sentence]:
            return []
        if mention.head in self.scene.known[mention.sentence]:
            return []
        return [*self._near(mention), *self._earlier(mention)]

    def _near(self, mention: Mention) -> list[Candidate]:
        sentence = self.scene.reading.sentences[mention.sentence]
        told = nearest(meet(self.scene, until=(mention.sentence, mention.head)), sentence, mention.head)
        best: dict[str, float] = {}
        for score, referents in told:
            best.setdefault(" and ".join(_name(one) for one in referents), score)
        return [Candidate(words=words, score=score, by="nearness") for words, score in best.items()][:MOST]

    def _earlier(self, mention: Mention) -> list[Candidate]:
        new, links = self._reference.weighed(mention.sentence, mention.head)
        found = [
            Candidate(words=self._words(phrase), score=link.score, by="signs", signs=link.why)
            for phrase, link in links[:MOST]
        ]
        return (
            sorted([*found, Candidate(words=NEW, score=new, by="signs")], key=lambda one: -one.score) if found else []
        )

    def _mention(self, span: Span) -> Mention | None:
        for sentence in self.scene.reading.sentences:
            words = [token.index for token in sentence.tokens if span.start <= token.start and token.end <= span.end]
            if words:
                head = next((word for word in words if sentence.tokens[word].head not in words), words[-1])
                return Mention(sentence=sentence.index, head=head, start=span.start, end=span.end, text=span.text)
        return None

    def _words(self, phrase: Phrase) -> str:
        sentence = self.scene.reading.sentences[phrase.sentence]
        text = self.scene.reading.document.text[sentence.tokens[phrase.first].start : sentence.tokens[phrase.last].end]
        return f"“{' '.join(text.split())}” (sentence {phrase.sentence + 1})"

    @cached_property
    def _where(self) -> Where:
        return Where(self.scene)

    @cached_property
    def _reference(self) -> Reference:
        return Reference(self.scene.reading, self.scene.world.nouns, self.scene.world.reference)


def _name(referent: Referent) -> str:
    return f"{referent.name} ({referent.code})" if referent.code is not None else referent.name


def weigher(reading: Reading, coded: Coded, world: World) -> Weigher:
    """Answers for the words of one report."""
    return Weigher(set_scene(reading, coded, world))
