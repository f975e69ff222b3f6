"""Those told of in one document so far, which every reader of a phrase is handed: whom any word stands for is asked of them.

A reader of possessors needs whom "its" stands for, and the reader of pronouns needs whose a noun is. Neither imports the
other for it: both ask `refer`, and how a phrase is read (`actors/who.py`) is handed in from above.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from whosays.record.reading import Sentence
from whosays.resolve.phrases.reference import Reference
from whosays.resolve.phrases.story import Referent, Story
from whosays.resolve.scene.scene import Scene


@dataclass(slots=True)
class Participants:
    """The referents of one document's phrases. Built by `who.meet`; `refer` answers for any word.

    `read` says how the phrase headed by a word is read, by going to those who know its kind.
    """

    scene: Scene
    read: Callable[[Participants, Sentence, int], tuple[Referent, ...]]
    story: Story = field(default_factory=Story)
    told: dict[tuple[int, int], tuple[Referent, ...]] = field(default_factory=dict)
    reference: Reference = field(init=False)

    def __post_init__(self) -> None:
        world = self.scene.world
        self.reference = Reference(self.scene.reading, world.nouns, world.reference)

    def refer(self, sentence: Sentence, head: int) -> tuple[Referent, ...]:
        """Whom the phrase headed by a word stands for: several for "both governments", none where it is nobody."""
        place = (sentence.index, head)
        if place not in self.told:
            self.told[place] = ()  # a phrase that leads back to itself stands for nobody
            self.told[place] = self.read(self, sentence, head)
        return self.told[place]
