"""What a state says of an event in its own words counts before what it is taken to reject elsewhere."""

from __future__ import annotations

from whosays.record.event import Stance


def without_own_denials(stances: tuple[Stance, ...]) -> tuple[Stance, ...]:
    """The stances without a state's denial, found in what it rejects, of what the same state says itself.

    "Baku said shots were fired. … Baku dismissed the monitors' report": the report is another matter.
    """
    own = {
        one.source.code
        for one in stances
        if one.source is not None and one.attribution is not None and one.value == "CT+"
    }
    return tuple(
        one for one in stances if not _is_a_states_rejection(one) or one.source is None or one.source.code not in own
    )


def _is_a_states_rejection(one: Stance) -> bool:
    state = one.source is not None and one.source.kind == "state"
    return state and one.attribution is None and one.value == "CT-"
