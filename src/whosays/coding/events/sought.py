"""The mode of a request, a threat or a refusal: by what is asked for, threatened or refused.

"Asked it to free them" asks to yield, "asked for tents" for help, "asked them to resign" for a change, "asked for talks" to
meet. Where the sentence does not say, or says something else ("asked it to explain"), the mode is the word's own or none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from whosays.coding.events.hit import Hit
from whosays.coding.trees.clause import base, children, has_case, is_negated
from whosays.record.reading import Sentence

# Words for what is asked for, by the mode that they make of a request.
MEETING = frozenset(
    """talk talks dialogue meeting negotiation negotiate mediation mediate mediator session summit conference convene meet
    consult consultation attend audience conversation""".split()
)
HELPING = frozenset(
    """help aid assistance assist support supply provide deliver lend donate fund funding money loan credit dollar euro
    million billion weapon arms ammunition missile drone tank jet equipment medicine food fuel tent shelter reinforcement
    reinforcements protection rescue intervene intervention backing donation supplies contribute finance train
    peacekeeper doctor blanket blood generator pump expert helicopter""".split()
)
MONEY = frozenset({"money", "dollar", "euro", "million", "billion"})
CHANGING = frozenset(
    """resign resignation quit dismiss dismissal sack sacking removal oust change amend amendment repeal scrap abolish abolition
    reform reconsider revise reverse reversal regulate regulation legislate legalise legalize recognise recognize recognition
    election elections referendum independence autonomy self-rule devolution
    overhaul abandon""".split()
)
YIELDING = frozenset(
    """release free freedom withdraw withdrawal pullout pull-out pullback retreat leave evacuate vacate disarm disarmament ceasefire cease-fire truce
    restraint calm de-escalation deescalate stop end halt cease suspend suspension refrain desist avoid spare allow
    let permit access passage open reopen reopening lift lifting return surrender hand clemency pardon
    amnesty respect comply compliance compensation reparation reparations damages ransom pull lay restore
    renounce yield concession allow entry unblock unfreeze""".split()
)
INVITING = frozenset({"invite", "invitation"})
BACK_TO = frozenset({"come", "return", "go", "sit", "join", "resume", "get"})  # "come back to the table"
TABLES = MEETING | {"table"}
LAWS = frozenset(
    {"law", "bill", "decree", "policy", "constitution", "reform", "plan", "tax", "tariff", "levy", "subsidy"}
)
THREATS = {"ASSAULT": "violence", "SANCTION": "relations", "MOBILIZE": "violence"}
COERCIONS = {"arrest": "arrest", "ban": "ban"}
# Threatened by a noun: "with war", "with prison".
NAMED_THREATS = {
    "violence": frozenset({"war", "force", "invasion", "death", "attack", "revenge", "bomb", "execution"}),
    "arrest": frozenset({"prison", "jail", "arrest", "prosecution"}),
    "relations": frozenset({"sanction", "tariff", "embargo", "expulsion", "suspension"}),
}
# Who may be asked as well as asked for: "asked the mediator to wait".
PEOPLE = frozenset({"doctor", "expert", "mediator", "peacekeeper"})
NOT_WILLING = frozenset({"decline", "refuse", "rule"})
REFUSING = NOT_WILLING | {"rebuff", "reject", "spurn", "turn"}
REFUSALS: Mapping[str, str] = {
    "RETREAT": "yield",
    "CONCEDE": "yield",
    "CONSULT": "meet",
    "AID": "assist",
}
REQUESTS: Mapping[str, str] = {"RETREAT": "yield", "CONSULT": "meet", "AID": "assist"}


def with_sought(sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """The triggers with the modes of their requests, threats and refusals."""
    return [_moded(sentence, hit, hits) for hit in hits]


def _moded(sentence: Sentence, hit: Hit, hits: list[Hit]) -> Hit:
    if hit.lemma in INVITING:
        return replace(hit, mode="meet") if hit.category == "REQUEST" else hit
    kind = KINDS.get(hit.category)
    if kind is None or (hit.mode is not None and hit.category != "REQUEST"):
        return hit
    by_word = {other.index: other for other in hits if other.index != hit.index}
    modes = (kind(sentence, word, by_word.get(word)) for word in _content(sentence, hit))
    mode = next((mode for mode in modes if mode is not None), None)
    return hit if mode is None else replace(hit, mode=mode)


def _content(sentence: Sentence, hit: Hit) -> Iterator[int]:
    """The heads of what is asked for, threatened or refused, with what is joined to them."""
    for word in dict.fromkeys((hit.index, hit.clause)):
        for below in sentence.children[word]:
            if below == hit.index or not _is_content(sentence, below, hit):
                continue
            yield below
            yield from children(sentence, below, "conj")


def _is_content(sentence: Sentence, word: int, hit: Hit) -> bool:
    relation = base(sentence.tokens[word].deprel)
    if relation in {"xcomp", "ccomp"}:
        return True
    if relation in {"advcl", "acl"}:
        return sentence.tokens[word].deprel != "acl:relcl" and has_case(sentence, word, "to", "that", "against")
    if relation == "obj":
        return not (sentence.tokens[word].lemma.lower() in PEOPLE and word in hit.roles.recipient)
    if relation in {"obl", "nmod"}:
        threatened = hit.category == "THREATEN" and has_case(sentence, word, "with")
        insisted = hit.lemma == "insist" and has_case(sentence, word, "on", "upon")
        return (
            threatened
            or insisted
            or has_case(sentence, word, "for")
            or (hit.is_noun and has_case(sentence, word, "of"))
        )
    return False


# ---------------------------------------------------------------- requests


def _asked(sentence: Sentence, word: int, told: Hit | None) -> str | None:
    """What is asked for by a word, whose own event `told` is."""
    token = sentence.tokens[word]
    lemma = token.lemma.lower()
    spared = token.upos == "VERB" and is_negated(sentence, word)  # "pleaded with it not to deport them"
    demanded = lemma in MONEY and sentence.tokens[token.head].lemma.lower() == "demand"  # asks for no help
    if spared or demanded:
        return None
    if lemma == "send" and told is not None and told.category == "MOBILIZE":
        return "assist"
    listed = next((mode for mode, lemmas in LISTS if lemma in lemmas), None)
    mode = _by_phrase(sentence, word) or listed
    return mode if mode is not None or told is None else REQUESTS.get(told.category)


def _by_phrase(sentence: Sentence, word: int) -> str | None:
    """ "Come back to the table" is to meet, "step down" and "lift the tax" are changes, "send tents" is help."""
    near = {sentence.tokens[below].lemma.lower() for below in sentence.subtree(word)}
    lemma = sentence.tokens[word].lemma.lower()
    return next((mode for verbs, things, mode in PHRASES if lemma in verbs and near & things), None)


LISTS = (("meet", MEETING), ("change", CHANGING), ("yield", YIELDING), ("assist", HELPING))
PHRASES = (
    (BACK_TO, TABLES, "meet"),
    (frozenset({"hold"}), MEETING, "meet"),
    (frozenset({"hold"}), frozenset({"fire"}), "yield"),
    (frozenset({"step"}), frozenset({"down", "aside"}), "change"),
    (frozenset({"lift", "end", "drop", "withdraw", "scrap"}), LAWS, "change"),
    (frozenset({"send"}), HELPING, "assist"),
)


# ---------------------------------------------------------------- threats and refusals


def _threatened(sentence: Sentence, word: int, told: Hit | None) -> str | None:
    lemma = sentence.tokens[word].lemma.lower()
    named = next((mode for mode, lemmas in NAMED_THREATS.items() if lemma in lemmas), None)
    if named is not None:
        return named
    if told is not None and told.category == "COERCE":
        return COERCIONS.get(told.mode or "", "restrict")
    if told is not None and told.category in THREATS:
        return THREATS[told.category]
    return None


def _refused(sentence: Sentence, word: int, told: Hit | None) -> str | None:
    verb = sentence.tokens[sentence.tokens[word].head].lemma.lower()
    if told is None or verb not in REFUSING:
        return None  # "denied having freed them" refuses nothing
    mode = REFUSALS.get(told.category)
    return (
        None if mode == "yield" and verb not in NOT_WILLING else mode
    )  # "rejected his resignation" does not refuse to yield


KINDS: Mapping[str, Callable[[Sentence, int, Hit | None], str | None]] = {
    "REQUEST": _asked,
    "THREATEN": _threatened,
    "REJECT": _refused,
}
