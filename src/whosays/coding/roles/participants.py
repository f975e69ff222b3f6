"""Who is the actor and who the recipient of an event, of those whom its word and its parts have in their roles.

A drone acts for whoever sent it, a blast for nobody; what is asked for is not who is asked; a strike that killed six
was done to the six.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.events.hit import Hit
from whosays.coding.events.senses import ACTING, classes_of
from whosays.coding.roles.seen import is_suspected
from whosays.coding.roles.voice import OBJECT_CONTROL, is_undergone, obliques, undergoer
from whosays.coding.trees.clause import RELATIVES, child, children, forces_before, has_case, named_words
from whosays.lexicon import Lexicon
from whosays.record.reading import Sentence

SITTING = frozenset({"court", "judge", "tribunal", "jury", "magistrate", "prosecutor", "police"})  # act where they sit
# To whom one complains of others.
JUDGES = SITTING | {"commission", "committee", "council", "ombudsman", "panel", "regulator", "un", "nations", "wto"}
PLACES = frozenset({"place", "facility"})
STRIKING = frozenset({"ASSAULT", "COERCE"})  # what is done to a place is done there: "shut Sama"
FOR = frozenset({"for"})
HELP = frozenset({"help", "assistance", "support", "aid", "intervention", "mediation", "cooperation", "backing"})
CONDITIONS = frozenset({"unless", "until", "if"})
HURLED = frozenset({"fire", "fling", "hurl", "launch", "shoot", "throw"})
EMBASSIES = frozenset({"consulate", "embassy"})
DOORS = frozenset({"at", "before", "in", "outside", "to"})
WITH = frozenset({"with"})


def with_movers(hit: Hit) -> Hit:
    """The trigger with those who are moved as its actors, where nobody is said to move them: "soldiers were deployed"."""
    if hit.category != "MOBILIZE" or hit.roles.actor or not is_undergone(hit.sentence, hit.index):
        return hit
    undergoes = undergoer(hit.sentence, hit.index)
    moved = tuple(word for word in hit.roles.recipient if word == undergoes)
    whose = tuple(word for word in hit.roles.recipient if word not in moved)  # of jets that are scrambled
    return replace(hit, roles=replace(hit.roles, actor=moved, recipient=whose, theme=moved or hit.roles.theme))


def actors_of(hit: Hit, parts: list[Hit], lexicon: Lexicon) -> list[int]:
    """Who did it, by the trigger or else by the first of its parts that says so: "Peru launched a strike that killed six"."""
    doers = (_actors(hit.sentence, one, lexicon) for one in (hit, *parts))
    return next(filter(None, doers), [])


def recipients_of(hit: Hit, taken: list[int], actors: list[int], standing: frozenset[int]) -> list[int]:
    """To whom it was done: the people of its parts (`taken`), else its own; no actor, and none who was sent.

    "Spoke to his counterpart by telephone": both speak. "Gangs fought at a prison" did so there, and not with what is `standing`.
    """
    neither = {*_moved(hit.sentence, hit), *actors}
    whom = [word for word in taken or _recipients(hit.sentence, hit) if word not in neither]
    among = hit.category == "ASSAULT" and hit.entry.frame == "mutual"
    return [word for word in whom if not (among and word in standing)]


def _actors(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> list[int]:
    """Who acts; a weapon never does, but whose it is ("Russian drones") may."""
    means = [
        word
        for word in hit.roles.actor
        if "weapon" in classes_of(sentence, word, lexicon) or _is_missile(sentence, word, lexicon)
    ]
    blasts = causes(sentence, hit, lexicon)
    actors = [
        word
        for word in hit.roles.actor
        if word not in means
        and word not in blasts
        and not is_suspected(sentence, word, hit.clause)
        and not _is_no_doer(sentence, hit, word)
    ]
    return actors + [owner for word in (*means, *blasts) for owner in _owners(sentence, word)]


def _is_no_doer(sentence: Sentence, hit: Hit, word: int) -> bool:
    """ "No group has claimed the attack", "nobody admitted the blast": what is denied is the claim, and the deed has no doer."""
    if not hit.is_noun or hit.clause != hit.index:
        return False
    none = any(sentence.tokens[below].lemma.lower() == "no" for below in children(sentence, word, "det"))
    return none or sentence.tokens[word].text.lower() in {"nobody", "none", "one", "no-one"}


def _is_missile(sentence: Sentence, word: int, lexicon: Lexicon) -> bool:
    """Whether a thing is said to have been shot or thrown: "struck by a metal ball shot from a sling"."""
    if classes_of(sentence, word, lexicon) & ACTING:
        return False
    return any(
        sentence.tokens[below].lemma.lower() in HURLED and is_undergone(sentence, below)
        for below in children(sentence, word, "acl")
    )


def causes(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> list[int]:
    """What happened and did it: "an explosion at a market killed nine" has no doer, and says where it was."""
    return [
        word
        for word in hit.roles.actor
        if any(
            entry.category == "ASSAULT"
            for entry in lexicon.predicates.get((sentence.tokens[word].lemma.lower(), "noun"), ())
        )
    ]


def _owners(sentence: Sentence, word: int) -> list[int]:
    """Whose drones they are: "Russian drones", "the army's drones"."""
    return [*children(sentence, word, "nmod:poss"), *forces_before(sentence, word)]


def _recipients(sentence: Sentence, hit: Hit) -> list[int]:
    """To whom it is done; of a demand that names none, who is to fulfil it ("demanded that the army leave")."""
    asked_for = _asked_for(sentence, hit) if hit.category == "REQUEST" else frozenset[int]()
    found = [word for word in hit.roles.recipient if word not in asked_for]
    if hit.category == "ACCUSE":
        others = [word for word in found if not _is_judge(sentence, word)]
        found = others if others or child(sentence, hit.index, "ccomp") is not None else found
    if not found and hit.category == "PROTEST":
        return _at_whose_door(sentence, hit)
    if not found and hit.category == "THREATEN" and not hit.is_noun:  # "threatened to bomb Chilean ships"
        objects = [w for clause in children(sentence, hit.index, "xcomp") for w in children(sentence, clause, "obj")]
        return _who_is_to_yield(sentence, hit) or objects
    if found or hit.category != "REQUEST" or hit.is_noun:
        return found
    things = [word for word in children(sentence, hit.index, "obj", "obl") if word in asked_for]
    found = [whom for word in things for whom in children(sentence, word, "nmod") if _is_asked(sentence, word, whom)]
    if found:
        return found
    for clause in children(sentence, hit.index, "ccomp"):
        return [
            word
            for word in children(sentence, clause, "nsubj")
            if sentence.tokens[word].lemma.lower() not in RELATIVES and sentence.tokens[word].deprel == "nsubj"
        ]
    return []


def _is_judge(sentence: Sentence, word: int) -> bool:
    """Whether somebody only hears a complaint: "complained to the police", "lodged a complaint with the council"."""
    return sentence.tokens[word].lemma.lower() in JUDGES and has_case(sentence, word, "to", "with", "before")


def _at_whose_door(sentence: Sentence, hit: Hit) -> list[int]:
    """The embassy that a crowd gathers at, which is not its own state's: "gathered outside the Chilean embassy"."""
    near = obliques(sentence, hit.index, DOORS)
    fronts = [word for word in near if sentence.tokens[word].lemma.lower() in {"front", "gate"}]
    near += [below for word in fronts for below in obliques(sentence, word, frozenset({"of"}))]
    return [word for word in near if sentence.tokens[word].lemma.lower() in EMBASSIES]


def _moved(sentence: Sentence, hit: Hit) -> frozenset[int]:
    """Who is sent is not to whom: "sent 300 men to hold the road", "reinforced the border with soldiers"."""
    if hit.category != "MOBILIZE" or hit.entry.frame not in {"agent", "mover"}:
        return frozenset()
    return frozenset((*children(sentence, hit.index, "obj", "nsubj:pass"), *obliques(sentence, hit.index, WITH)))


def _asked_for(sentence: Sentence, hit: Hit) -> frozenset[int]:
    """What is asked for is not who is asked: "a request for forensic experts", "demanded Turkish drones", "called for peacekeepers".

    Who is to do something is ("called for both sides to stop").
    """
    asked_of = FOR & hit.entry.recipient  # "set a deadline for the militia"
    tops = [] if asked_of else [*obliques(sentence, hit.index, FOR), *obliques(sentence, hit.clause, FOR)]
    if hit.lemma == "insist":  # "insisted on the release of the editor"
        tops += obliques(sentence, hit.index, frozenset({"on", "upon"}))
    if not hit.is_noun and hit.lemma not in OBJECT_CONTROL and child(sentence, hit.index, "xcomp") is None:
        tops += children(sentence, hit.index, "obj", "nsubj:pass")
    things = [
        word for word in tops if not any(has_case(sentence, below, "to") for below in children(sentence, word, "acl"))
    ]
    return frozenset(below for word in things for below in _phrase(sentence, word))


def _is_asked(sentence: Sentence, thing: int, whom: int) -> bool:
    """ "Requested air defence from Germany", "sought the help of Interpol": whose it is, is asked."""
    helping = sentence.tokens[thing].lemma.lower() in HELP
    return has_case(sentence, whom, "from") or (helping and has_case(sentence, whom, "of"))


def _phrase(sentence: Sentence, word: int) -> Iterator[int]:
    """A noun with what describes it and is joined to it, without those whom a preposition names ("a ransom from the parents")."""
    yield word
    for below in children(sentence, word, "amod", "compound", "conj", "nummod", "nmod"):
        helping = sentence.tokens[word].lemma.lower() in HELP and has_case(sentence, below, "of")
        if not helping and not has_case(sentence, below, "from", "to", "by", "between"):
            yield from _phrase(sentence, below)


def _who_is_to_yield(sentence: Sentence, hit: Hit) -> list[int]:
    """Who can avert what is threatened: "will cut the flow unless Peru pays"."""
    said = [hit.index, *children(sentence, hit.index, "ccomp", "xcomp", "parataxis")]
    for clause in (below for word in said for below in children(sentence, word, "advcl")):
        if has_case(sentence, clause, *CONDITIONS):
            named = named_words(sentence)
            return [
                word
                for word in children(sentence, clause, "nsubj")
                if word in named and not is_undergone(sentence, clause)
            ]
    return []


def people_of(sentence: Sentence, hit: Hit, parts: list[Hit], lexicon: Lexicon) -> list[int]:
    """Whom its parts were done to, where of the whole nobody is said, or only a place: "recaptured the town, killing forty fighters"."""
    if hit.mode == "third-party" and (parties := _who_talk(hit, parts)):
        return parties
    attacks = [part for part in parts if part.index in hit.roles.recipient]
    if attacks and len(attacks) == len(hit.roles.recipient):  # "repelled an attack by the rebels"
        return [word for part in attacks for word in part.roles.actor if word not in hit.roles.actor]
    if not hit.roles.recipient:  # "opened fire, hitting a school", "a strike that killed six people"
        return next((list(part.roles.recipient) for part in parts if part.roles.recipient), [])
    if hit.category not in STRIKING:
        return []  # "thanked Chile for its support against the rebels" thanks Chile
    places = [word for word in hit.roles.recipient if classes_of(sentence, word, lexicon) & PLACES]
    if not places or len(places) < len(hit.roles.recipient):
        return []
    return [word for part in parts for word in part.roles.recipient if "armed" in classes_of(sentence, word, lexicon)]


def _who_talk(hit: Hit, parts: list[Hit]) -> list[int]:
    """Between whom somebody mediates: "Kenya and Uganda held talks mediated by Peru", "hosted a round of talks between the two"."""
    talks = [part for part in parts if part.category == "CONSULT" and part.is_noun]
    words = (word for part in talks for word in (*part.roles.actor, *part.roles.recipient))
    return [word for word in dict.fromkeys(words) if word not in hit.roles.actor]
