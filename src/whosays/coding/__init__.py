"""From sentences to what they say: events with their roles, who says so, and what follows from it.

Nobody is resolved here: participants, places and times are words of the text.
"""

from __future__ import annotations

from whosays.coding.aftermath.expectations import expectations
from whosays.coding.aftermath.ties import ties
from whosays.coding.aftermath.unknowns import unknowns
from whosays.coding.attribution.attribute import attribute
from whosays.coding.certainty.stance import add_stances
from whosays.coding.circumstances.carried import carry_on
from whosays.coding.circumstances.same_names import with_same_names
from whosays.coding.events.course import place_in_course
from whosays.coding.events.find import find_events
from whosays.coding.numbers.recounted import recount
from whosays.coding.numbers.tolls import add_tolls
from whosays.coding.roles.targets import aim
from whosays.coding.trees.lemmas import with_known_lemmas
from whosays.coding.trees.listed import with_listed_kinds
from whosays.coding.trees.mended import mended
from whosays.coding.trees.ship_names import with_ships
from whosays.lexicon import Lexicon
from whosays.record.coded import Coded
from whosays.record.reading import Reading

__all__ = ["code", "code_prepared", "prepare"]


def prepare(reading: Reading, lexicon: Lexicon) -> Reading:
    """A reading with names, trees and lemmas set right; the same reading where nothing was wrong.

    Trees are mended by names too, kinds by trees, lemmas by kinds, and a ship is told by the lemma beside its name.
    """
    reading = mended(with_same_names(reading))
    reading = with_known_lemmas(with_listed_kinds(reading, lexicon), lexicon)
    return with_ships(reading, lexicon)


def code(reading: Reading, lexicon: Lexicon) -> Coded:
    """Everything that one document says, as words of that document."""
    return code_prepared(prepare(reading, lexicon), lexicon)


def code_prepared(reading: Reading, lexicon: Lexicon) -> Coded:
    """Like `code`, of a reading that was prepared: resolving wants the same one."""
    attributions = attribute(reading, lexicon)
    found = place_in_course(
        reading, recount(reading, add_tolls(reading, find_events(reading, lexicon, attributions)), lexicon)
    )
    events = aim(reading, add_stances(reading, found, attributions, lexicon), attributions, lexicon)
    return Coded(
        events=carry_on(reading, events),
        attributions=attributions,
        relations=ties(reading, events, lexicon),
        expectations=expectations(reading, events, attributions, lexicon),
        unknowns=unknowns(reading, events, lexicon),
    )
