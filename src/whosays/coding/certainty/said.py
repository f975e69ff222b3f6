"""What a plain statement does: who says that his own side did not do it denies, that another did it blames, that another must demands.

Who says that a deed will not go unanswered threatens, and that his side will not be blackmailed refuses.

"Said" and "told" are no events; what they introduce can make them a speech act that is coded. The word that says it is the
trigger, the speaker its actor, and whom the statement is about its recipient.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from whosays.coding.certainty.denials import DENIED, IN_WORDS, OPEN, is_denial
from whosays.coding.events.called import CALLING
from whosays.coding.events.hit import Hit
from whosays.coding.events.senses import classes_of
from whosays.coding.roles.verbs import Roles, members
from whosays.coding.roles.voice import doer
from whosays.coding.trees.clause import agent, base, child, children, has_case, is_negated, named_words
from whosays.lexicon import Lexicon
from whosays.lexicon.predicates import Predicate
from whosays.record.reading import Sentence

SAYING = frozenset(
    """say tell insist maintain answer reply write add state affirm assert declare swear stress repeat counter protest
    contend note announce""".split()
)
PARTIES = frozenset({"armed", "group", "state", "official"})
PROMISING = frozenset({"promise", "vow", "swear", "pledge"})
HARM = frozenset({"ASSAULT"})
FAR = 5  # words between "what" and the verb: "what the head of the bloc called"
DUE = frozenset({"must"})
AHEAD = frozenset({"will", "would", "shall", "can", "could", "wo", "'ll"})
UNANSWERED = frozenset({"unanswered", "unpunished", "unavenged"})
# What nobody lets be done to himself: "we will not be blackmailed".
PRESSED = frozenset("blackmailed bullied coerced cowed dictated intimidated pressured threatened".split())
GUILTY = frozenset({"responsible", "guilty", "complicit", "culpable", "answerable", "accountable"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A kind of speech act that a statement can be, as an entry of the lexicon would have it."""

    name: str
    category: str
    mode: str | None
    cameo: str


DENIAL = Act(name=DENIED, category="REJECT", mode=None, cameo="016")
BLAME = Act(name="said.v.guilty", category="ACCUSE", mode="allege", cameo="112")
THREAT = Act(name="said.v.unanswered", category="THREATEN", mode=None, cameo="130")
REFUSAL = Act(name="said.v.pressed", category="REJECT", mode=None, cameo="120")
DEMAND = Act(name="said.v.must", category="REQUEST", mode="yield", cameo="100")


def with_spoken(
    sentence: Sentence, hits: list[Hit], lexicon: Lexicon, denied: frozenset[int] = frozenset()
) -> list[Hit]:
    """The triggers of a sentence with its statements that deny, blame or demand; "is to blame" itself is no deed.

    `denied` are the clauses that deny in direct speech, whose speaker may stand elsewhere.
    """
    hits = [_turned(sentence, hit, hits) for hit in hits]
    to_blame = {hit.index for hit in hits if _is_guilty(sentence, hit.index) and hit.category == "ACCUSE"}
    hits = [hit for hit in hits if hit.index not in to_blame and not _says_it_again(sentence, hit, hits)]
    hits = [*hits, *_spoken(sentence, hits, lexicon)]
    return sorted([*hits, *_unsaid(sentence, hits, denied)], key=lambda hit: hit.index)


def _says_it_again(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """ "Rejected the report, calling it a lie": denied once; "condemned what it termed a crime": blamed once."""
    token = sentence.tokens[hit.index]
    named = hit.category in {"ACCUSE", "REJECT"} and token.lemma.lower() in CALLING | {"describe"}
    if named and _is_of_what_is_blamed(sentence, hit, hits):
        return True
    if hit.category != "REJECT" or base(token.deprel) not in ("advcl", "acl") or not token.text.lower().endswith("ing"):
        return False
    thing = child(sentence, hit.index, "obj")
    taken_up = thing is not None and sentence.tokens[thing].upos == "PRON"
    return taken_up and any(other.category == "REJECT" and other.index < hit.index for other in hits)


def _is_of_what_is_blamed(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """Whether a thing is named in "what it called …" below the word that blames or refuses it."""
    before = {token.lemma.lower() for token in sentence.tokens[max(0, hit.index - FAR) : hit.index]}
    above = (other.index for other in hits if other.index != hit.index and other.category in {"ACCUSE", "REJECT"})
    return "what" in before and any(hit.index in sentence.subtree(word) for word in above)


def without_repeated(hits: list[Hit], before: list[Hit]) -> list[Hit]:
    """The triggers without the words of a denial that the sentence before told: "denied it", "we had no part in it, he said"."""
    plain = (hit for hit in before if hit.category == "REJECT" and hit.note != IN_WORDS)
    if all(child(hit.sentence, hit.index, "ccomp", "xcomp") is not None for hit in plain):
        return hits  # "denied that it was there" is another denial
    return [hit for hit in hits if hit.note != IN_WORDS]


def _unsaid(sentence: Sentence, hits: list[Hit], denied: frozenset[int]) -> list[Hit]:
    """Denials in direct speech that no verb of the sentence tells; "denied it: we did not fire" denies once."""
    if any(hit.category == "REJECT" for hit in hits):
        return []
    first = sorted(denied)[:1]
    return [replace(_hit(sentence, clause, None, DENIAL, None), note=IN_WORDS) for clause in first]


def _turned(sentence: Sentence, hit: Hit, hits: list[Hit]) -> Hit:
    """ "Vowed to bomb the port", "their promise to burn the market": a promise of harm is a threat, a promise not to do it is none.

    "We will not be bullied, he said" refuses, whatever the model takes it for.
    """
    if hit.lemma in SAYING and any(_is_defiant(sentence, clause) for clause in _contents(sentence, hit.index)):
        speaker = hit.roles.actor[:1] or (None,)
        return _hit(sentence, hit.index, speaker[0], REFUSAL, None)
    if hit.category != "AGREE" or hit.lemma not in PROMISING:
        return hit
    content = set(children(sentence, hit.index, "xcomp", "acl", "advcl"))
    harm = [other for other in hits if other.index in content and other.category in HARM]
    if not any(not is_negated(sentence, other.index) for other in harm):
        return hit
    return replace(hit, category="THREATEN", mode="violence", note="promised harm")


def _spoken(sentence: Sentence, hits: list[Hit], lexicon: Lexicon) -> list[Hit]:
    taken = {word for hit in hits for word in (hit.index, hit.clause)}
    found = []
    for token in sentence.tokens:
        if token.upos != "VERB" or token.lemma.lower() not in SAYING or token.index in taken:
            continue
        speaker = doer(sentence, token.index)
        if speaker is None or is_negated(sentence, token.index) or _denies(sentence, speaker, hits):
            continue
        hit = next(_acts(sentence, token.index, speaker, lexicon), None)
        if hit is not None:
            found.append(hit)
    return found


def _denies(sentence: Sentence, speaker: int, hits: list[Hit]) -> bool:
    """ "Chad, which denies it, said that it had not fired": denied once."""
    about = set(sentence.subtree(speaker))
    return any(hit.category == "REJECT" and hit.index in about for hit in hits)


def _acts(sentence: Sentence, verb: int, speaker: int, lexicon: Lexicon) -> Iterator[Hit]:
    """What the contents of a statement make of it; a denial that stands before its verb is itself the trigger."""
    for clause in _contents(sentence, verb):
        if is_denial(sentence, clause, speaker, lexicon):
            first = clause < verb
            denial = _hit(sentence, clause if first else verb, speaker, DENIAL, None)
            yield replace(denial, note=IN_WORDS) if first else denial
        for act, holds in OF_HIMSELF:
            if holds(sentence, clause) and classes_of(sentence, speaker, lexicon) & PARTIES:
                yield _hit(sentence, verb, speaker, act, None)
        other = _other_party(sentence, clause, speaker, lexicon)
        if other is None or is_negated(sentence, clause):
            continue
        for act, holds in TESTS:
            if holds(sentence, clause):
                yield _hit(sentence, verb, speaker, act, other)


def _contents(sentence: Sentence, verb: int) -> Iterator[int]:
    """The clauses that are said, with those joined to them."""
    for clause in children(sentence, verb, "ccomp"):
        yield clause
        yield from (word for word in children(sentence, clause, "conj") if child(sentence, word, "nsubj") is not None)


def _hit(sentence: Sentence, verb: int, speaker: int | None, act: Act, other: int | None) -> Hit:
    entry = Predicate(
        id=act.name,
        lemma=sentence.tokens[verb].lemma.lower(),
        pos="verb",
        particle=(),
        category=act.category,
        mode=act.mode,
        cameo=act.cameo,
        frame="speaker",
        demands=(),
        recipient=frozenset(),
        example="",
        counterexample="",
    )
    roles = Roles(
        actor=() if speaker is None else members(sentence, [speaker]),
        recipient=() if other is None else members(sentence, [other]),
    )
    return Hit(sentence=sentence, index=verb, entry=entry, roles=roles, category=act.category, mode=act.mode)


# ---------------------------------------------------------------- blame and demands


def _other_party(sentence: Sentence, clause: int, speaker: int, lexicon: Lexicon) -> int | None:
    """Whom a statement is about, if that is a party other than the speaker and no pronoun."""
    own = child(sentence, clause, "nsubj")
    if own is None or sentence.tokens[own].upos == "PRON":
        return None
    if sentence.tokens[own].lemma.lower() == sentence.tokens[speaker].lemma.lower():
        return None
    known = own in named_words(sentence) or bool(classes_of(sentence, own, lexicon) & PARTIES)
    return own if known else None


def _is_guilty(sentence: Sentence, clause: int) -> bool:
    """ "Was responsible for the raid", "is to blame", "was behind the raid"."""
    if child(sentence, clause, "cop") is None:
        return False
    lemma = sentence.tokens[clause].lemma.lower()
    to_blame = lemma == "blame" and has_case(sentence, clause, "to")
    return to_blame or has_case(sentence, clause, "behind") or lemma in GUILTY


def _is_due(sentence: Sentence, clause: int) -> bool:
    """ "Must withdraw", "has to leave", in the active: what must be done by nobody in particular is no demand."""
    if child(sentence, clause, "nsubj:pass") is not None or agent(sentence, clause) is not None:
        return False
    helpers = {sentence.tokens[word].lemma.lower() for word in children(sentence, clause, "aux")}
    has_to = sentence.tokens[clause].lemma.lower() == "have" and any(
        base(sentence.tokens[word].deprel) == "xcomp" and has_case(sentence, word, "to")
        for word in sentence.children[clause]
    )
    return bool(helpers & DUE) or (has_to and not helpers & OPEN)


def _is_announced_not_to(sentence: Sentence, clause: int) -> bool:
    helpers = {sentence.tokens[word].lemma.lower() for word in children(sentence, clause, "aux")}
    return bool(helpers & AHEAD) and is_negated(sentence, clause)


def _is_to_be_answered(sentence: Sentence, clause: int) -> bool:
    """ "The raid will not go unanswered", "such a crime cannot go unpunished"."""
    below = {sentence.tokens[word].lemma.lower() for word in sentence.children[clause]}
    return (
        sentence.tokens[clause].lemma.lower() == "go"
        and bool(below & UNANSWERED)
        and _is_announced_not_to(sentence, clause)
    )


def _is_defiant(sentence: Sentence, clause: int) -> bool:
    """ "We will not be blackmailed", "the country would not be dictated to"."""
    word = sentence.tokens[clause].text.lower()
    passive = child(sentence, clause, "nsubj:pass", "aux:pass") is not None
    return word in PRESSED and passive and _is_announced_not_to(sentence, clause)


OF_HIMSELF: tuple[tuple[Act, Callable[[Sentence, int], bool]], ...] = (
    (THREAT, _is_to_be_answered),
    (REFUSAL, _is_defiant),
)
TESTS: tuple[tuple[Act, Callable[[Sentence, int], bool]], ...] = ((BLAME, _is_guilty), (DEMAND, _is_due))
