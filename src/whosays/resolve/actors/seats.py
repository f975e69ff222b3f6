"""Towns that stand for the body that sits there: "Brussels warned Budapest", "The Hague issued a warrant".

As a place the town is the town. Of several bodies the one that the text names is meant; where it names none or several, only a
town that by custom stands for one body does.
"""

from __future__ import annotations

from whosays.record.reading import Sentence
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import AT_PLACE, case_of
from whosays.resolve.phrases.story import Referent

# The bodies that sit in a town, by their ids in the register; the state whose town it is; what it stands for by custom.
SEATS: dict[str, tuple[tuple[str, ...], str, str | None]] = {
    "Brussels": (("EU", "NATO"), "BEL", "EU"),
    "The Hague": (("ICC", "ICJ", "OPCW", "ICTY"), "NLD", None),
    "the Hague": (("ICC", "ICJ", "OPCW", "ICTY"), "NLD", None),
    "Hague": (("ICC", "ICJ", "OPCW", "ICTY"), "NLD", None),
    "Strasbourg": (("EU", "Council of Europe"), "FRA", None),
    "Geneva": (("UN", "ICRC"), "CHE", None),
    "Turtle Bay": (("UN",), "", "UN"),
}
PLACED = AT_PLACE - {"of"}


def body_in(people: Participants, sentence: Sentence, head: int, town: str) -> Referent | None:
    """The body that a town stands for where it acts or is spoken to; a nameless one where it may be several, None where it is none."""
    seat = SEATS.get(town)
    if seat is None or case_of(sentence, head) in PLACED:
        return None
    bodies, state, customary = seat
    told = people.scene.told
    named = [body for body in bodies if body in told]
    if not named and state in told:
        return None
    meant = named[0] if len(named) == 1 else customary if not named else None
    if meant is None:
        return Referent(name=town, kind="organisation", via=f"seat of a body: {town}")
    actor = people.scene.world.register.actors[meant]
    return Referent(
        name=actor.name,
        kind=actor.kind,
        sector=actor.sector,
        code=actor.code,
        id=actor.id,
        via=f"seat of a body: {town}",
    )
