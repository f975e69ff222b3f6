"""Which words that no entry of the lexicon fits become events, because the model is sure of them and somebody has a part.

Rules win where they fire with full arguments; here it is decided what else is told.
"""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.certainty.presupposed import is_given
from whosays.coding.events.hit import Hit
from whosays.coding.events.outright import is_told_outright
from whosays.coding.events.senses import UNTELLING, classes_of, is_ruled_out
from whosays.coding.events.signs import CERTAIN, DEEDS, POS, carries, is_sure
from whosays.coding.roles.seen import DOERS, SPEAKING, seen_roles
from whosays.coding.roles.voice import undergoer
from whosays.coding.trees.clause import base, children, has_case
from whosays.lexicon import Lexicon
from whosays.lexicon.predicates import Predicate
from whosays.record.reading import Sentence, Sign

# Modes of which the model alone is no witness.
SPECIAL = frozenset({"torture", "cyber", "explosives", "deport", "ceasefire", "destroy"})
BURIALS = frozenset({"burial", "concert", "festival", "funeral", "wake", "wedding"})
SAYING = frozenset({"say", "tell", "add", "report"})
TALKING = frozenset({"i", "we", "you"})
# What several do together or one gives to another, and what is asked for: told as such, whoever they are.
BETWEEN = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "REQUEST", "SUPPORT"})
FOR_THE_PRESS = frozenset({"briefing", "interview"})


def proposed(sentence: Sentence, hits: list[Hit], lexicon: Lexicon) -> list[Hit]:
    """Words that no entry of the lexicon fits and that the model is sure of, with the roles that it gives."""
    taken = {word for hit in hits for word in (hit.index, hit.clause)}
    open_ = (sign for sign in sentence.signs if sign.index not in taken and not carries(sentence, sign.index, lexicon))
    sure = (sign for sign in open_ if is_sure(sentence, sign) and not _is_likened(sentence, sign))
    found = (
        sign
        for sign in sure
        if not _only_says(sentence, sign.index, taken) and not _only_names_its_doer(sentence, sign.index)
    )
    made = (proposal(sentence, sign, lexicon) for sign in found)
    return [
        hit
        for hit in made
        if (_is_somebodys(hit, lexicon) or _is_told_as_such(hit, hits, lexicon))
        and not _is_ruled_out(hit, lexicon)
        and not _takes_up(hit, lexicon)
    ]


def proposal(sentence: Sentence, sign: Sign, lexicon: Lexicon) -> Hit:
    """A sign as a hit: the model's likeliest category, its roles, its score; the mode that the word has in the lexicon."""
    token = sentence.tokens[sign.index]
    category, score = sign.scores[0]
    known = lexicon.predicates.get((token.lemma.lower(), POS.get(token.upos, "verb")), ())
    modes = {one.mode for one in known if one.category == category and not one.particle}
    seen = None if sign.mode in SPECIAL and sign.mode not in modes else sign.mode
    mode = seen or (modes.pop() if len(modes) == 1 else None)
    entry = Predicate(
        id="model",
        lemma=token.lemma.lower(),
        pos=POS.get(token.upos, "verb"),
        particle=(),
        category=category,
        mode=mode,
        cameo=None,
        frame="agent-patient",
        demands=(),
        recipient=frozenset(),
        example="",
        counterexample="",
    )
    roles = seen_roles(sentence, sign, lexicon)
    return Hit(sentence=sentence, index=sign.index, entry=entry, roles=roles, category=category, mode=mode, score=score)


def _takes_up(hit: Hit, lexicon: Lexicon) -> bool:
    """ "Condemned Peru's actions", "welcomed the step": a word that may mean anything told before, in a reaction, tells nothing new."""
    token = hit.sentence.tokens[hit.index]
    nominal = lexicon.cues.nominals.get(hit.lemma)
    if nominal is None or nominal.kind != "event" or nominal.categories or base(token.deprel) != "obj":
        return False
    above = hit.sentence.tokens[token.head].lemma.lower()
    return any(entry.category in SPEAKING for entry in lexicon.predicates.get((above, "verb"), ()))


def _only_says(sentence: Sentence, verb: int, taken: set[int]) -> bool:
    """ "Said it would send an envoy": where what is said is an event by the lexicon, the saying is none beside it."""
    said = children(sentence, verb, "ccomp") if sentence.tokens[verb].lemma.lower() in SAYING else ()
    return any(below in taken for below in said)


def _only_names_its_doer(sentence: Sentence, noun: int) -> bool:
    """ "The attackers burned two vehicles": of whom a deed is told, his name tells no other."""
    token = sentence.tokens[noun]
    if token.lemma.lower() not in DOERS or token.deprel != "nsubj" or token.head < 0:
        return False
    return any(sign.index == token.head and sign.scores[0][0] in DEEDS for sign in sentence.signs)


def _is_likened(sentence: Sentence, sign: Sign) -> bool:
    """Whether a word only says what something is like, or why a crowd came: "used them as a battering ram", "stood there for the funeral"."""
    token = sentence.tokens[sign.index]
    category = sign.scores[0][0]
    noun = token.head if token.deprel in {"amod", "compound"} and token.head > token.index else token.index
    likened = sentence.tokens[noun].upos == "NOUN" and has_case(sentence, noun, "as", "like")
    buried = category == "PROTEST" and any(
        sentence.tokens[word].lemma.lower() in BURIALS for word in children(sentence, token.index, "obl", "nmod")
    )
    return buried or (likened and category in DEEDS)


def _is_ruled_out(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether the lexicon has the word for the same kind of deed and says that its object makes it none: "met its commitments".

    So does what something is called: "called it a victory".
    """
    if _is_called_otherwise(hit, lexicon):
        return True
    thing = undergoer(hit.sentence, hit.index) if hit.sentence.tokens[hit.index].upos == "VERB" else None
    if thing is None:
        return False
    classes, lemma = classes_of(hit.sentence, thing, lexicon), hit.sentence.tokens[thing].lemma.lower()
    unwanted = (
        demand
        for entry in lexicon.predicates.get((hit.lemma, "verb"), ())
        if entry.category == hit.category
        for demand in entry.demands
        if not demand.wanted
    )
    return any(
        (one.slot == "obj" and classes & one.values) or (one.slot == "lemma-obj" and lemma in one.values)
        for one in unwanted
    )


def _is_called_otherwise(hit: Hit, lexicon: Lexicon) -> bool:
    known = lexicon.predicates.get((hit.lemma, "verb"), ())
    names = (one for entry in known for one in entry.demands if one.slot == "xcomp" and not one.wanted and one.values)
    alone = (replace(hit.entry, demands=(one,)) for one in names if hit.category in {"ACCUSE", "REJECT"})
    return any(is_ruled_out(hit.sentence, hit.index, entry, hit.roles, lexicon) for entry in alone)


def _is_somebodys(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a participant is known to act in public life, or an assault befell a person: trams depart and phones are charged too.

    Where the model is certain, anybody will do but who speaks and who is spoken to; a deed that is named for itself
    ("the curfew was lifted") needs nobody.
    """
    words = (*hit.roles.actor, *hit.roles.recipient)
    classes = [classes_of(hit.sentence, word, lexicon) for word in words]
    bodily = hit.category == "ASSAULT" and any("person" in found for found in classes)
    if bodily or any(found - UNTELLING for found in classes):
        return True
    talking = [hit.sentence.tokens[word].lemma.lower() in TALKING for word in words]
    by_itself = (
        hit.category in DEEDS and hit.lemma not in lexicon.cues.nominals
    )  # "the blast" takes up an event told before
    return (hit.score or 0) >= CERTAIN and (not all(talking) if words else by_itself)


def _is_told_as_such(hit: Hit, hits: list[Hit], lexicon: Lexicon) -> bool:
    """ "The conference opened in Riga", "after talks on the swap": talks, deals and help that are told outright, whoever had a part.

    Talks that somebody breaks off and a deal that is hammered out are told by that, and "met in Riga, but the talks
    failed" by the meeting; a word that stands alone is a heading.
    """
    token = hit.sentence.tokens[hit.index]
    if hit.category not in BETWEEN or hit.entry.pos != "noun" or (hit.score or 0) < CERTAIN or token.head < 0:
        return False
    if hit.roles.actor or hit.roles.recipient or hit.lemma in FOR_THE_PRESS:
        return False
    verb = next((other for other in hits if other.index == token.head and token.deprel in {"obj", "nsubj:pass"}), None)
    given = is_given(hit.sentence, hit.index)
    if verb is not None and (verb.category == "REJECT" or (verb.category in BETWEEN and not given)):
        return False
    told = any(other.category == hit.category and other.index < hit.index for other in hits)
    return not (told and given) and is_told_outright(hit.sentence, hit.index, lexicon.cues)
