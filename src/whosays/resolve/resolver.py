"""One document's answers to who, where and when: what the words of a mention stand for."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.record.coded import CodedAttribution, Mention
from whosays.record.span import Span
from whosays.record.world import Entity
from whosays.resolve.actors.issuers import issuer
from whosays.resolve.actors.pairs import two_states
from whosays.resolve.actors.speakers import speaking_on
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import core, phrase
from whosays.resolve.phrases.story import Referent
from whosays.resolve.places.where import Where
from whosays.resolve.scene.scene import Scene
from whosays.resolve.times.when import When
from whosays.resolve.whose.backers import backer
from whosays.resolve.whose.whose import stand_in

RELATIONS = frozenset({"relations", "ties"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolver:
    """One document's answers to who, where and when."""

    scene: Scene
    people: Participants
    where: Where
    when: When
    attributions: tuple[CodedAttribution, ...]

    def span(self, mention: Mention) -> Span:
        """The mention's words in the document."""
        return Span(document=self.scene.reading.document.id, start=mention.start, end=mention.end, text=mention.text)

    def who(self, mention: Mention) -> tuple[Entity, ...]:
        """Whom a mention stands for; none where nobody could be told."""
        sentence = self.scene.reading.sentences[mention.sentence]
        found = self.people.refer(sentence, mention.head) or stand_in(self.people, sentence, mention.head)
        return tuple(_entity(referent, self.span(mention)) for referent in found)

    def backer(self, mention: Mention) -> tuple[Entity, ...]:
        """Whom a name before "-backed" names; none elsewhere."""
        sentence = self.scene.reading.sentences[mention.sentence]
        actor = backer(self.scene, sentence, mention.head)
        if actor is None:
            return ()
        code = actor.country or actor.id
        return (Entity(span=self.span(mention), name=actor.name, kind=actor.kind, country=actor.country,
                       sector=actor.sector, id=actor.id, code=code),)  # fmt: skip

    def source(self, mention: Mention) -> tuple[Entity, ...]:
        """Like `who`, but a paper is its issuer's, "he added" whoever spoke last, and a source nobody can be named for keeps its words."""
        found = issuer(self.people, self.attributions, mention) or speaking_on(self.people, self.attributions, mention)
        if found:
            return tuple(_entity(referent, self.span(mention)) for referent in found)
        return self.who(mention) or (self._unnamed(mention),)

    def two_states(self, mention: Mention) -> tuple[Entity, ...]:
        """The two states between which "relations" are; none where the text is not clearly about two."""
        sentence = self.scene.reading.sentences[mention.sentence]
        found = two_states(self.people, sentence) if mention.text.lower() in RELATIONS else ()
        return tuple(_entity(referent, self.span(mention)) for referent in found)

    def _unnamed(self, mention: Mention) -> Entity:
        sentence = self.scene.reading.sentences[mention.sentence]
        words = core(sentence, mention.head)
        inside = [
            i for i in words if mention.start <= sentence.tokens[i].start and sentence.tokens[i].end <= mention.end
        ]
        name = phrase(sentence, inside) or mention.text
        return Entity(span=self.span(mention), name=name, kind="unnamed")


def _entity(referent: Referent, span: Span) -> Entity:
    return Entity(
        span=span,
        name=referent.name,
        kind=referent.kind,
        country=referent.country,
        sector=referent.sector,
        id=referent.id,
        via=referent.via,
        code=referent.code,
    )
