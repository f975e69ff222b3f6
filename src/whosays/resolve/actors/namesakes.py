"""Names that stand for somebody else in their sentence: another state's body of that name, a namesake, "the North".

"The Foreign Office in Lima" is not London's, "Defence Minister" before a name that the register has for a prime minister is
somebody else, and "the North" is the state of that name that the text tells of.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.record.reading import Sentence
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import complements, is_definite
from whosays.resolve.phrases.story import Referent
from whosays.resolve.register.nouns import Noun
from whosays.resolve.scene.known import Known
from whosays.resolve.whose import owners
from whosays.resolve.whose.owners import Owner

SHARED = frozenset(
    {"GOV", "IGO", "MIL", "LEG", "JUD", "PTY", "COP", "SPY"}
)  # sectors whose bodies have one name in many states
ARMIES = frozenset({"army", "liberation army", "front", "defence force", "defense force", "militia"})
# What a state's own army may be called.
STANDARD = frozenset(
    """national royal regular federal first second third fourth fifth northern southern eastern western central
    land ground""".split()
)
STATELY = frozenset({"president", "prime minister"})


def elsewhere(people: Participants, sentence: Sentence, head: int, known: Known, words: list[int]) -> Owner | None:
    """The other state that a body of the register's name belongs to: "the Security Council of Chile"; None where it is its own."""
    actor = known.alias.actor
    if actor.kind != "organisation" or actor.sector not in SHARED or known.alias.sense != "name":
        return None
    told = [owner for owner in owners.in_core(people.scene, sentence, known.first, words) if owner.country]
    if actor.id in known.alias.text.replace(".", "").split():  # "France's UN ambassador": it says whose it is
        return None
    told += [owner for owner in _behind(people, sentence, head, known) if owner.country]
    others = [owner for owner in told if owner.country != actor.country]
    return others[0] if len(others) == 1 == len(told) else None


def _behind(people: Participants, sentence: Sentence, head: int, known: Known) -> list[Owner]:
    found = []
    for case, child in complements(sentence, head):
        other = people.scene.known[sentence.index].get(child)
        if other is None or child <= known.last or other.alias.actor.kind != "state":
            continue
        of_state = case == "of" and other.alias.sense == "name"
        at_seat = case == "in" and known.alias.actor.country is not None and other.alias.sense == "capital"
        owner = owners.from_known(other) if of_state or at_seat else None
        found += [owner] if owner is not None else []
    return found


def is_namesake(known: Known, title: Noun | None) -> bool:
    """Whether the title before a name is no office that the register's person ever held."""
    offices = known.alias.actor.offices
    if title is None or not offices or not title.noun.endswith("minister") or title.noun == "minister":
        return False
    held = {office.title for office in offices}
    return title.noun not in held and held <= STATELY


def compass_state(people: Participants, sentence: Sentence, head: int) -> Referent | None:
    """The state that "the North" or "the South" is: the one so called that the text names."""
    word = sentence.tokens[head].text
    if word not in {"North", "South"} or not is_definite(sentence, head) or any(complements(sentence, head)):
        return None
    named = _states_called(people, word)
    if len(named) != 1:
        return None
    (code,) = named
    name = people.scene.world.state_name(code)
    return Referent(name=name, kind="state", country=code, code=code, id=code, sector="GOV", via=f"the {word} → {name}")


def _states_called(people: Participants, word: str) -> set[str]:
    known: Sequence[Known] = [one for found in people.scene.known for one in found.values()]
    actors = {one.alias.actor.country for one in known if one.alias.actor.country is not None}
    return {code for code in actors if people.scene.world.state_name(code).startswith(f"{word} ")}


def has_own_name(people: Participants, sentence: Sentence, head: int, noun: Noun) -> bool:
    """Whether an army has a proper name that the register lacks: the "Harbour Hills Army" need not be the state's."""
    named = people.scene.names[sentence.index].get(head)
    if named is None or named.kind != "ORG" or noun.noun not in ARMIES or named.last != head:
        return False
    front = [token for token in sentence.tokens[named.first : named.last] if token.text.lower() not in {"the", "of"}]
    return any(token.upos == "PROPN" and token.text.lower() not in STANDARD for token in front)
