"""What a quantity is of: the killed, the arrested, the seized, an amount; the deed's word says it, and what is counted sets it right."""

from __future__ import annotations

from whosays.coding.events.hit import Hit
from whosays.lexicon import Lexicon
from whosays.record.event import Number

PEOPLE = frozenset({"person", "armed", "official"})
THINGS = frozenset({"vessel", "weapon", "facility", "place", "goods", "document", "money"})
# What is counted decides between two roles: persons who are seized are arrested, rifles that are captured are seized.
PEOPLE_INSTEAD = {"seized": "arrested"}
THINGS_INSTEAD = {"captured": "seized", "arrested": "seized", "injured": "damaged", "killed": "destroyed"}
# Armed bodies, of which one is many.
TROOPS = frozenset(
    """armada armour battalion battery battlegroup brigade cavalry column constabulary contingent convoy detachment escort fleet
    flotilla force garrison infantry legion navy patrol platoon regiment reinforcement reserve resistance squad swat
    task-force taskforce troop unit vanguard warband""".split()
)
GIVING = frozenset({"AID", "AGREE"})
GIVEN = frozenset({"weapon", "vessel", "goods"})
CURRENCIES = frozenset({"USD", "EUR", "GBP"})
PUNISHED = PEOPLE | {"group", "vessel"}


def role_for(lemma: str, category: str, mode: str | None, lexicon: Lexicon) -> str | None:
    """What a quantity of the patient counts, by lemma, then CATEGORY/mode, then CATEGORY."""
    for key in (lemma, f"{category}/{mode}", category):
        if key in lexicon.number_roles:
            return lexicon.number_roles[key]
    return None


def role_of(hit: Hit, role: str | None, number: Number, lexicon: Lexicon) -> str | None:
    """What a quantity is of by what it counts; None where neither that nor the deed tells."""
    classes = _classes_of_unit(number.unit, lexicon)
    if number.unit in CURRENCIES or "money" in classes:
        return "amount"  # "froze 40 million euros"
    if role is not None:
        told = _fitting_role(number.role, number.unit, lexicon)
        return None if told == "amount" else told
    if hit.category == "SANCTION" and hit.mode in {"discontinue", None} and classes & PUNISHED:
        return "sanctioned"  # "put 40 ships on a list"
    if hit.category == "AID" and classes & PEOPLE:
        return "deployed" if number.unit in TROOPS else "size"  # "handed out bread to 600 families"
    return "amount" if hit.category in GIVING and classes & GIVEN else None  # "delivered 14 tanks"


def _fitting_role(role: str, unit: str | None, lexicon: Lexicon) -> str:
    """The role of a quantity, set right by what it counts."""
    classes = _classes_of_unit(unit, lexicon)
    if "money" in classes:
        return "amount"
    if classes & PEOPLE:
        return PEOPLE_INSTEAD.get(role, role)
    return THINGS_INSTEAD.get(role, role) if classes & THINGS else role


def _classes_of_unit(unit: str | None, lexicon: Lexicon) -> frozenset[str]:
    """The classes of what is counted; of a plural that the reader took for the word itself too ("pesos")."""
    word = unit or ""
    return lexicon.classes.get(word) or lexicon.classes.get(word.removesuffix("s"), frozenset())
