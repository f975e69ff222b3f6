"""Who says what: attributions with their sources, and what each source holds of an event."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.record.coded import CodedAttribution, CodedStance
from whosays.record.event import Attribution, Stance
from whosays.record.ids import content_id
from whosays.record.world import Entity
from whosays.resolve.resolver import Resolver

PRONOUNS = frozenset({"it", "they", "he", "she", "who", "which", "that", "one"})


def attribution_ids(document: str, attributions: tuple[CodedAttribution, ...]) -> list[str]:
    """The ids of a document's attributions, in their order."""
    return [
        content_id(
            "attribution",
            document,
            a.source.start if a.source is not None else None,
            a.cue.start if a.cue is not None else None,
            *(piece.start for piece in a.content),
        )
        for a in attributions
    ]


def stances_of(resolver: Resolver, stance: CodedStance, attributions: list[str]) -> Iterator[Stance]:
    """What each of those that a source stands for holds of an event; the author is None."""
    sources: tuple[Entity | None, ...] = (None,)
    if stance.source is not None:  # "it said", where nobody knows who "it" is, is nobody's stance
        sources = tuple(one for one in resolver.source(stance.source) if one.name.lower() not in PRONOUNS)
    for source in sources:
        yield Stance(
            source=source,
            value=stance.value,
            evidence=tuple(map(resolver.span, stance.evidence)),
            attribution=attributions[stance.attribution] if stance.attribution is not None else None,
            as_of=resolver.when.time(stance.as_of, None) if stance.as_of is not None else None,
        )


def attributions_of(
    resolver: Resolver, attributions: tuple[CodedAttribution, ...], ids: list[str]
) -> Iterator[Attribution]:
    """A document's attributions, each with the first of those that its source stands for."""
    for item, attribution in zip(ids, attributions, strict=True):
        yield Attribution(
            id=item,
            document=resolver.scene.reading.document.id,
            source=resolver.source(attribution.source)[0] if attribution.source is not None else None,
            cue=resolver.span(attribution.cue) if attribution.cue is not None else None,
            content=tuple(map(resolver.span, attribution.content)),
            quote=attribution.quote,
            kind=attribution.kind,
            parent=ids[attribution.parent] if attribution.parent is not None else None,
        )


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
