"""What each frame's roles are where a word stands as a verb: who acts, to whom, and what is given or moved.

To whom may be the object ("struck the port"), what a preposition names ("fired on the port"), who was just met, or who is
asked. Who the subject and object of the clause are is found in `voice`; of nouns and light verbs in `nouns`.
"""

from __future__ import annotations

from dataclasses import dataclass

from whosays.coding.roles.voice import OBJECT_CONTROL, doer, is_undergone, obliques, undergoer
from whosays.coding.trees.clause import base, child, children, conjuncts, has_case
from whosays.lexicon.predicates import Predicate
from whosays.record.reading import Sentence

PREPOSITIONS = {
    "agent-patient": frozenset({"against", "on", "at"}),
    "agent": frozenset({"against", "on", "at", "to", "with", "toward", "towards"}),
    "patient": frozenset(),
    "speaker": frozenset({"to", "on", "at", "against", "toward", "towards", "with", "of", "from"}),
    "giver": frozenset({"to", "for"}),
    "mover": frozenset({"to", "in", "with"}),
    "mutual": frozenset({"with", "against"}),
    "receiver": frozenset({"from", "of"}),
}
MEETING = frozenset({"address", "call", "meet", "phone", "receive", "telephone", "visit"})
FORCING = frozenset({"force", "compel", "drive", "cause", "oblige"})
CARRYING = frozenset({"fly", "drive", "take", "bring", "land", "sail"})
# Through what or where something is said: "threatened on the radio", "warned from a lectern", "swore on the Bible".
MEDIA = frozenset(
    """air bible broadcast conference funeral interview koran lectern meeting parade phone platform podium quran radio rally
    stage summit telegram telephone television tv website""".split()
)
BESIDE = frozenset({"at", "with"})  # what ties the other party to the thing as often as to the verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Word indices: who acts, to whom, the thing given or moved, and the verb whose clause the event stands in."""

    actor: tuple[int, ...] = ()
    recipient: tuple[int, ...] = ()
    theme: tuple[int, ...] = ()
    verb: int | None = None


def verbal(sentence: Sentence, index: int, entry: Predicate) -> Roles:
    """The roles of a predicate that stands as a verb, participle or predicative adjective."""
    actor, patient = doer(sentence, index), undergoer(sentence, index)
    actors = [actor] if actor is not None else []
    toward = _toward(sentence, index, patient, entry)
    told = child(sentence, index, "iobj")
    given = [patient] if patient is not None else []
    if entry.frame == "patient":
        affected = given if is_undergone(sentence, index) else actors
        lost = given if affected is actors else []  # "lost six soldiers"
        return put(sentence, _forcing(sentence, index), affected, lost, index)
    if entry.frame == "receiver":
        return Roles(actor=members(sentence, toward), recipient=members(sentence, actors or given), verb=index)
    if entry.frame == "giver":
        receivers = [told] if told is not None else toward
        if not receivers and has_oblique(sentence, index, "with"):
            receivers, given = given, obliques(sentence, index, frozenset({"with"}))
        theme = [word for word in given if word not in receivers]
        return put(sentence, actors, receivers or _receiving(sentence, entry, given), theme, index)
    if entry.frame in {"agent", "mover"}:
        if entry.frame == "mover" and is_undergone(sentence, index) and entry.lemma in CARRYING:
            actors, given = given, []  # "the minister was flown to the capital": he goes there
        return put(sentence, actors, toward or (given if entry.frame == "mover" else []), given, index)
    if entry.frame == "mutual":
        exchanged = _is_exchanged(entry)
        partners = [] if exchanged else given
        return put(sentence, [*actors, *toward], partners, given if exchanged else [], index)
    return put(sentence, actors, _addressed(sentence, index, entry, told, given, toward), given, index)


def put(sentence: Sentence, actors: list[int], recipients: list[int], theme: list[int], verb: int | None) -> Roles:
    """Roles with joined nouns taken in; who acts is not also the recipient."""
    taken = set(actors)
    others = [word for word in recipients if word not in taken]
    return Roles(
        actor=members(sentence, actors),
        recipient=members(sentence, others),
        theme=members(sentence, theme),
        verb=verb,
    )


def members(sentence: Sentence, heads: list[int]) -> tuple[int, ...]:
    """The nouns and those joined to them, each once."""
    return tuple(dict.fromkeys(member for head in heads for member in conjuncts(sentence, head)))


def _toward(sentence: Sentence, index: int, patient: int | None, entry: Predicate) -> list[int]:
    """Whom a preposition names; in "abandoned its ties with Chile" it hangs on the ties, in "recalled its envoy from Lima" on the envoy."""
    found = obliques(sentence, index, entry.recipient or PREPOSITIONS[entry.frame])
    if entry.frame == "speaker":
        found = [word for word in found if sentence.tokens[word].lemma.lower() not in MEDIA]
    if not found and entry.frame == "mutual":  # "fought at their side against Peru"
        sides = (word for word in obliques(sentence, index, BESIDE | {"on"}) if sentence.tokens[word].lemma == "side")
        found = [word for side in sides for word in obliques(sentence, side, frozenset({"against"}))]
    if not found and patient is not None and patient > index:
        away = {"from"} if entry.mode == "withdraw" else set[str]()
        return obliques(sentence, patient, entry.recipient & (BESIDE | {"between"} | away))
    return found


def _is_exchanged(entry: Predicate) -> bool:
    """Whether the object is a thing that passes between those who take part or that all share, and none of them.

    "Exchanged fire with", "shared radar data", "took part in", and not "met the envoy". What is signed or restored is none, for who is
    named in it is whom it concerns.
    """
    asked = {demand.slot for demand in entry.demands if demand.wanted}
    shared = "with" in entry.recipient or entry.category in {"CONSULT", "COOPERATE"}
    return "obj" in asked or ("lemma-obj" in asked and shared)


def _addressed(
    sentence: Sentence, index: int, entry: Predicate, told: int | None, given: list[int], toward: list[int]
) -> list[int]:
    """To whom it is said or done; what is promised is nobody: "offered two boats to Peru"."""
    if told is None and entry.frame == "speaker" and entry.category == "AGREE":
        return toward or _with_whom(sentence, index) or _met(sentence, index)
    if entry.category == "REQUEST" and entry.lemma not in OBJECT_CONTROL and toward:
        return toward  # "demanded a ransom from the parents"
    if entry.category == "REQUEST" and told is None and (giving := _giving(sentence, index, given)):
        return giving
    own = [told] if told is not None else given
    return toward if entry.recipient and toward else own or toward


def _with_whom(sentence: Sentence, index: int) -> list[int]:
    """With whom somebody offers to do something: "offered to consult with Peru", "promised to open talks with the rebels"."""
    for clause in children(sentence, index, "xcomp"):
        things = list(children(sentence, clause, "obj"))
        found = [word for one in (clause, *things) for word in obliques(sentence, one, BESIDE)]
        if found:
            return found[:1]
    return []


def _giving(sentence: Sentence, index: int, given: list[int]) -> list[int]:
    """From whom it is asked for, where that hangs on the thing: "asked for air defence systems from Peru"."""
    things = [*given, *obliques(sentence, index, frozenset({"for"}))]
    below = (word for thing in things for word in children(sentence, thing, "nmod") if has_case(sentence, word, "from"))
    return [word for word in below if sentence.tokens[word].upos == "PROPN"]


def _met(sentence: Sentence, index: int) -> list[int]:
    """Whom somebody has just met: "received the miners and promised them nothing", "telephoned the mayor and offered help"."""
    token = sentence.tokens[index]
    if base(token.deprel) != "conj" or token.head < 0 or child(sentence, index, "nsubj", "nsubj:pass") is not None:
        return []
    if sentence.tokens[token.head].lemma.lower() not in MEETING or is_undergone(sentence, token.head):
        return []
    return list(children(sentence, token.head, "obj"))[:1]


def _forcing(sentence: Sentence, index: int) -> list[int]:
    """Who makes somebody suffer it: "the gangs forced doctors to flee"."""
    token = sentence.tokens[index]
    if token.head < 0 or base(token.deprel) != "xcomp" or sentence.tokens[token.head].lemma.lower() not in FORCING:
        return []
    by = doer(sentence, token.head)
    return [by] if by is not None else []


def _receiving(sentence: Sentence, entry: Predicate, given: list[int]) -> list[int]:
    """ "Armed the rebels" has no other receiver than its object; "supplied shells" has none at all."""
    takes_person = any(demand.slot == "obj" and demand.wanted for demand in entry.demands)
    named = [word for word in given if sentence.tokens[word].upos == "PROPN"]
    return given if takes_person else named


def has_oblique(sentence: Sentence, index: int, preposition: str) -> bool:
    """Whether a preposition ties a noun to the word."""
    return bool(obliques(sentence, index, frozenset({preposition})))
