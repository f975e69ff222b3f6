"""Knowledge as data: what words mean. One folder of word lists, each with source, licence, examples; and their loaders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from whosays.lexicon import cues as cue_lists
from whosays.lexicon.cues import Cues
from whosays.lexicon.forms import Key, forms_of
from whosays.lexicon.predicates import Predicate, load_predicates, rows
from whosays.lexicon.ties import Ties, load_ties
from whosays.lexicon.unknowns import UnknownSign, load_unknowns

__all__ = ["Lexicon", "load"]

UPOS = {"verb": "VERB", "noun": "NOUN"}
OF_VERBS = frozenset({"plain", "neg", "would", "neg-modal", "yet", "drawn", "from", "sent"})  # of silences


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All word lists.

    `predicates` are the entries of a (lemma, part of speech), the most specific first; `classes` what nouns stand for
    (person, armed, weapon …); `light_verbs` verbs that carry a noun's meaning ("carry out", "impose"); `number_roles`
    what a quantity is of, by predicate lemma, mode or category; `instruments` the mode that a means gives an assault;
    `measures` nouns that count what follows them; `walks` nouns of other walks of life (sport, market, mishap …); `cues` the words of attribution and stance; `ties` and
    `unknowns` the ways of stating lasting ties and what is not known; `forms` the lemma of each form, by part of speech
    (VERB, NOUN), of the words that the lists know.
    """

    predicates: Mapping[tuple[str, str], tuple[Predicate, ...]]
    classes: Mapping[str, frozenset[str]]
    light_verbs: frozenset[str]
    number_roles: Mapping[str, str]
    instruments: Mapping[str, str]
    measures: frozenset[str]
    walks: Mapping[str, str]
    cues: Cues
    ties: Ties
    unknowns: tuple[UnknownSign, ...]
    forms: Mapping[Key, str]


def load() -> Lexicon:
    """Read all word lists; about a tenth of a second.

    Raises:
        LexiconError: a line of a list is malformed; the message names file, line and entry.
    """
    by_word: dict[tuple[str, str], list[Predicate]] = {}
    for predicate in load_predicates():
        by_word.setdefault((predicate.lemma, predicate.pos), []).append(predicate)
    classes: dict[str, set[str]] = {}
    for _, (lemma, names, _note) in rows("noun_classes.tsv", 3):
        classes.setdefault(lemma, set()).update(names.split())
    walks = {lemma: walk for _, (lemma, walk) in rows("walks.tsv", 2)}
    cues = cue_lists.load()
    light_verbs = frozenset(lemma for _, (lemma, _example) in rows("light_verbs.tsv", 2))
    known = {(lemma, UPOS[pos]) for lemma, pos in by_word if pos in UPOS}
    known |= {(lemma, "VERB") for lemma in light_verbs} | {(lemma, "NOUN") for lemma in (*classes, *walks)}
    known |= {key for key in (*cues.cues, *cues.signatures) if key[1] in {"VERB", "NOUN"}}
    known |= {(lemma, "VERB") for lemma, some in cues.silences.items() if any(one.form in OF_VERBS for one in some)}
    ties = load_ties()
    known |= {(lemma, "VERB") for lemma in (*ties.verbs, *ties.states, *ties.presence)} | {
        (lemma, "NOUN") for lemma in ties.given
    }
    irregular = [(form, lemma, pos) for _, (form, lemma, pos) in rows("irregular.tsv", 3)]
    return Lexicon(
        predicates=MappingProxyType(
            {key: tuple(sorted(found, key=lambda entry: (-entry.weight, entry.id))) for key, found in by_word.items()}
        ),
        classes=MappingProxyType({lemma: frozenset(names) for lemma, names in classes.items()}),
        light_verbs=light_verbs,
        number_roles=MappingProxyType({key: role for _, (key, role) in rows("number_roles.tsv", 2)}),
        instruments=MappingProxyType({lemma: mode for _, (lemma, mode) in rows("instruments.tsv", 2)}),
        measures=frozenset(lemma for _, (lemma, _example) in rows("measures.tsv", 2)),
        walks=MappingProxyType(walks),
        cues=cues,
        ties=ties,
        unknowns=load_unknowns(),
        forms=MappingProxyType(forms_of(known, irregular)),
    )
