"""What linking keeps of a report so that it need not be read again: plain values, a table's row each."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.record.incident import Contradiction, Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report as something that others may copy: who printed it, whom it credits, when, and what linking made of that."""

    id: str
    day: str
    publisher: str | None
    wire: str | None
    origin: str | None = None
    copy_of: str | None = None

    @property
    def family(self) -> str:
        """What counts as one origin: the agency or publisher; of reports that name none, the one that the others copy."""
        return self.origin or self.copy_of or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What is compared of an event.

    `told` sorts mentions by when they were told. `block` names where it is looked for, the widest part first, parts
    separated by `/`: only mentions of one block can be of one happening. `actors` and `recipients` are codes joined by
    `|`. `first` and `last` are days as ordinals, None where the time is open. `bare` marks a noun ("the strike"), `wide`
    a place no nearer than a province. `counted` is the role of those who were counted (arrested, released …), `least` and
    `most` how many they were, None where that is open; `own` is whether the report tells it in its own voice.
    `incident` is where it was placed, None until linking has seen it.
    """

    event: str
    document: str
    told: str
    block: str
    category: str
    mode: str | None
    stem: str
    trigger: str
    sentence: str
    actors: str
    recipients: str
    first: int | None
    last: int | None
    background: bool
    bare: bool
    place: str | None
    place_id: str | None
    country: str | None
    wide: bool
    counted: str | None
    least: float | None
    most: float | None
    own: bool
    incident: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An incident with its contradictions; `told` is when it was first told and sorts incidents."""

    told: str
    incident: Incident
    contradictions: tuple[Contradiction, ...]
