"""De facto authorities: those who govern without being the state's recognised government, and their ministries and police.

"The Houthi foreign ministry" is neither Yemen's nor nobody: it is the Houthis', and `via` notes that whose land it is is disputed.
"""

from __future__ import annotations

from dataclasses import replace

from whosays.resolve.fold import slug
from whosays.resolve.phrases.story import Referent
from whosays.resolve.register.nouns import Noun
from whosays.resolve.world import World

CIVIL = frozenset({"GOV", "JUD", "COP", "LEG"})  # who governs; an armed group's fighters and commanders do not
GOVERNING = frozenset({"government", "regime", "administration", "authority", "authorities", "cabinet"})


def authority_of(world: World, found: Referent, code: str, noun: Noun) -> Referent | None:
    """The referent as a de facto authority's, whose code is given; None where the code is of none, or it does not govern.

    Words for the government become the authority itself: "the Houthi authorities" are the Houthis.
    """
    actor = world.register.actors.get(code)
    if actor is None or actor.country is not None or noun.sector not in CIVIL:
        return None
    if actor.kind == "armed_group":
        state = world.state_name(actor.note) if actor.note in world.register.actors else "the state"
        via = f"de facto authority: {actor.name}, not the recognised government of {state}"
    elif actor.kind == "organisation" and actor.sector == "GOV":
        via = f"de facto authority: {actor.name}, {actor.note}"
    else:
        return None
    if noun.noun in GOVERNING:
        name = actor.name
        return Referent(name=name, kind=actor.kind, sector="GOV", code=code, id=actor.id, via=via, noun=noun.noun)
    id_ = f"{code}:{slug(noun.noun)}" if noun.body and not found.plural else found.id
    return replace(found, country=None, code=code, sector=found.sector or actor.sector, via=via, id=id_)
