"""Words that state lasting ties: the loader of `ties.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from whosays.errors import LexiconError
from whosays.lexicon.predicates import rows

KINDS = ("noun", "owned", "given", "verb", "joint", "measure", "state", "presence", "force")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """The type of tie by lemma.

    Of tie nouns ("ally"), of those whose tie runs the other way ("proxy"), of what is given ("shells"), of verbs that
    make a tie ("arm"), of what is done together ("exercise"), of what a sanction puts in force or breaks ("embargo",
    "relations"), of what relations are ("frozen"), of verbs of being in another's land ("station") and of who is there ("garrison").
    """

    nouns: Mapping[str, str]
    owned: Mapping[str, str]
    given: Mapping[str, str]
    verbs: Mapping[str, str]
    joint: Mapping[str, str]
    measures: Mapping[str, str]
    states: Mapping[str, str]
    presence: Mapping[str, str]
    forces: Mapping[str, str]


def load_ties() -> Ties:
    """All of them.

    Raises:
        LexiconError: a row has a kind that does not exist.
    """
    found: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for number, (name, kind, lemma, type_, _example, _counterexample) in rows("ties.tsv", 6):
        if kind not in found:
            message = f"ties.tsv:{number}: {name}: no such kind: {kind}; there are {', '.join(KINDS)}"
            raise LexiconError(message)
        found[kind][lemma] = type_
    nouns, owned, given, verbs, joint, measures, states, presence, forces = (
        MappingProxyType(found[kind]) for kind in KINDS
    )
    return Ties(
        nouns=nouns, owned=owned, given=given, verbs=verbs, joint=joint, measures=measures, states=states,
        presence=presence, forces=forces,
    )  # fmt: skip
