"""When: times of events (the grammar comes next)."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.record.coded import CodedEvent, Mention
from whosays.record.world import Time
from whosays.resolve.scene import Scene


@dataclass(frozen=True, slots=True)
class When:
    """The times of one document."""

    scene: Scene

    def time(self, mention: Mention, event: CodedEvent | None) -> Time | None:
        """The time that a mention states."""
        del mention, event
        return None
