"""Whom the model sees in a deed: roles that the syntax lost, without those who only stand near it.

Who welcomes a release, acts after a clash or owns what was struck is taken for the doer by the model more often than by
the tree; each test here names such a place.
"""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.circumstances.upwards import REPORTS
from whosays.coding.circumstances.where import sources
from whosays.coding.events.hit import Hit
from whosays.coding.events.senses import ACTING, classes_of
from whosays.coding.events.signs import POS, sign_at
from whosays.coding.roles.nouns import is_held, is_venue
from whosays.coding.roles.verbs import MEDIA, Roles, members
from whosays.coding.roles.voice import controlled, doer, is_undergone, obliques, undergoer
from whosays.coding.trees.clause import agent, base, child, children, has_case, named_words, subject
from whosays.coding.trees.mends.charges import BLAMING
from whosays.lexicon import Lexicon
from whosays.record.event import OWN_WORDS
from whosays.record.reading import Sentence, Sign

SPEAKING = OWN_WORDS - {"THREATEN"}  # of a deed that is another's; who threatens one would do it himself
SUSPECTING = frozenset({"suspect", "suspected", "accuse", "accused", "allege", "alleged", "charge"})
# A participant that the syntax did not find is taken from this probability on: whom it was done to only if that is likelier than not.
FILLED = {"actor": 0.4, "recipient": 0.5}
PLAIN = 0.8  # an actor from this one on, where the model takes the word for another kind of deed
ENDING = frozenset(
    """beat block clear deflect disperse dismantle fend foil hamper hinder impede intercept loot obstruct prevent quell
    rebuff remove repel repulse stave suppress thwart ward""".split()
)
# Whoever does these to a deed is not its doer either: "bombed the camp, answering a drone attack", "survived the strike".
UNDERGOING = frozenset({"answer", "avenge", "escape", "flee", "mourn", "suffer", "survive", "withstand", "witness"})
# "For sanctions": nor is who braces for a deed; "brac" is how the reader guesses the lemma.
AWAITING = frozenset({"brac", "brace", "wait"})
BEFORE = frozenset({"after", "following", "over", "amid", "despite", "since", "before", "during"})
WHEN = frozenset({"when", "after", "as", "because", "before", "since", "while"})
MEANWHILE = ("while", "whereas")
ARRANGING = frozenset({"arrange", "broker", "facilitate", "mediate"})  # whoever does has no part in the deal
MATTER = frozenset({"on", "about", "over"})
# Nouns that name who did it: the deed is told by them alone, and they did not suffer it.
DOERS = frozenset(
    """abductor arsonist assailant assassin attacker besieger bomber captor hijacker hostage-taker infiltrator invader
    kidnapper killer looter murderer occupier raider shooter""".split()
)


def seen_roles(sentence: Sentence, sign: Sign, lexicon: Lexicon) -> Roles:
    """Who acts and to whom it is done by the model's word; the tree corrects it where a clause has a subject of its own."""
    token, category = sentence.tokens[sign.index], sign.scores[0][0]
    others = _commenting(sentence, sign.index, category, lexicon) | _beside(sentence, sign.index)
    others |= _of_other_verbs(sentence, sign.index) | _with_the_thing(sentence, sign.index)
    actor = tuple(word for word in _words(sign, "actor") if word not in others and not _is_suspect(sentence, word))
    blamed = _blamed(sentence, sign.index, lexicon)
    recipient = tuple(word for word in _received(sentence, sign) if word not in blamed)
    actor = tuple(word for word in actor if not _is_one_of_two(sentence, sign.index, word, actor))
    actor = tuple(word for word in actor if word not in recipient)  # nobody is both: "bracing for sanctions"
    if category == "AID" and not actor and not is_undergone(sentence, sign.index):
        actor = tuple(_senders(sentence, sign.index))
    own = _own_subject(sentence, sign.index, lexicon) if actor else ()  # the tree corrects whom the model sees
    if token.lemma.lower() in DOERS:  # "the kidnappers" did it, and not to themselves
        recipient = tuple(word for word in recipient if word != sign.index)
    return Roles(actor=own or actor or blamed, recipient=recipient)


def completed(hit: Hit, lexicon: Lexicon) -> Hit:
    """The hit with the participants that the model sees and the syntax lost."""
    sign = sign_at(hit.sentence, hit.index)
    if sign is None:
        return hit
    if hit.category not in dict(sign.scores):
        sign = replace(sign, parts=tuple(part for part in sign.parts if part.role == "actor" and part.score >= PLAIN))
    roles = hit.roles
    taken = {inside for word in (*roles.actor, *roles.recipient, *roles.theme) for inside in hit.sentence.subtree(word)}
    others = _commenting(hit.sentence, hit.index, hit.category, lexicon) | _with_the_thing(hit.sentence, hit.index)
    if hit.clause == hit.index:
        others |= _beside(hit.sentence, hit.index) | _of_other_verbs(hit.sentence, hit.index)
    if is_held(hit.category, hit.mode):
        others |= {word for word in children(hit.sentence, hit.index, "compound") if is_venue(hit.sentence, word)}
    seen = (word for word in _words(sign, "actor") if word not in others and not _is_suspect(hit.sentence, word))
    actor = roles.actor or tuple(word for word in seen if word not in taken)
    recipient = roles.recipient or tuple(
        word for word in _received(hit.sentence, sign) if word not in {*roles.actor, *roles.theme, *actor}
    )
    return replace(hit, roles=replace(roles, actor=actor, recipient=recipient))


def _words(sign: Sign, role: str) -> tuple[int, ...]:
    return tuple(part.index for part in sign.parts if part.role == role and part.score >= FILLED[role])


def _received(sentence: Sentence, sign: Sign) -> tuple[int, ...]:
    """Whom the model takes for the recipient; whoever is said to do something else, or from where it came, is none ("a truce brokered by Oman")."""
    doing = {
        t.index
        for t in sentence.tokens
        if t.deprel == "obl:agent" and t.head not in {sign.index, sentence.tokens[sign.index].head}
    }
    doing.update(sources(sentence, [sign.index]))
    doing.update(
        t.index for t in sentence.tokens if has_case(sentence, t.index, "through", "via")
    )  # who only passed it on
    if sign.scores[0][0] == "AID":
        doing.update(_senders(sentence, sign.index))
    doing.update(t.index for t in sentence.tokens if t.lemma.lower() in MEDIA and t.deprel == "obl")
    if sign.scores[0][0] == "REQUEST":  # "asked for help when the rebels came"
        doing.update(t.index for t in sentence.tokens if t.deprel == "nsubj" and _tells_when(sentence, t.head))
    doing.update(_doing_else(sentence, sign.index))
    return tuple(word for word in _words(sign, "recipient") if word not in doing)


def _senders(sentence: Sentence, verb: int) -> list[int]:
    """From whom relief comes: "supplies arrived in the port from Kuwait" are Kuwait's, and not for it."""
    named = named_words(sentence)
    return [word for word in children(sentence, verb, "obl") if has_case(sentence, word, "from") and word in named]


def _doing_else(sentence: Sentence, deed: int) -> frozenset[int]:
    """Who does something of his own beside it: "Peru condemned the arrest, while Chile offered to mediate" is no word to Chile."""
    token = sentence.tokens[deed]
    meanwhile = [c for c in children(sentence, deed, "advcl") if has_case(sentence, c, *MEANWHILE)]
    if base(token.deprel) == "advcl" and has_case(sentence, deed, *MEANWHILE):
        meanwhile.append(token.head)
    return frozenset(word for clause in meanwhile for word in children(sentence, clause, "nsubj"))


def is_suspected(sentence: Sentence, word: int, clause: int) -> bool:
    """Whether a relative clause tells what somebody is suspected of: "a man suspected of the bombing that killed three"."""
    token = sentence.tokens[clause]
    return token.deprel == "acl:relcl" and token.head == word and _is_suspect(sentence, word)


def _is_suspect(sentence: Sentence, word: int) -> bool:
    """Whether somebody is only said to be suspected of the deed: "a man suspected of planting the bomb"; not "Peru, which accuses Chile"."""
    below = (one for one in children(sentence, word, "acl", "amod") if sentence.tokens[one].lemma.lower() in SUSPECTING)
    return any(is_undergone(sentence, one) or base(sentence.tokens[one].deprel) == "amod" for one in below)


def _is_one_of_two(sentence: Sentence, deed: int, word: int, taken: tuple[int, ...]) -> bool:
    """Whether somebody is told of together with another, who is not taken for the doer: "the two armies traded blame for the strike"."""
    if POS.get(sentence.tokens[deed].upos) != "noun":
        return False
    first = sentence.tokens[word].head if sentence.tokens[word].deprel == "conj" else word
    together = {first, *children(sentence, first, "conj")}
    return len(together) > 1 and not together <= set(taken)


def _own_subject(sentence: Sentence, word: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Who does what an active clause with a subject or noun of its own says, if that is somebody: "protesters demanding his release"."""
    token = sentence.tokens[word]
    told = controlled(sentence, word) is not None  # "accused the troops of firing"
    stated = child(sentence, word, "nsubj") is not None or token.deprel == "acl" or told
    if token.upos != "VERB" or not stated or is_undergone(sentence, word):
        return ()
    own = doer(sentence, word)
    return () if own is None or not classes_of(sentence, own, lexicon) & ACTING else members(sentence, [own])


def _blamed(sentence: Sentence, word: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Who is blamed for what a noun names: "blamed the trawler for the collision", "blamed it on the trawler"; else nobody."""
    token = sentence.tokens[word]
    if base(token.deprel) == "obj" and sentence.tokens[token.head].lemma.lower() in BLAMING:
        return tuple(obliques(sentence, token.head, frozenset({"on", "upon"})))
    if token.upos != "NOUN" or base(token.deprel) not in {"obl", "nmod"} or not has_case(sentence, word, "for", "of"):
        return ()
    entries = lexicon.predicates.get((sentence.tokens[token.head].lemma.lower(), "verb"), ())
    accused = undergoer(sentence, token.head) if any(entry.category == "ACCUSE" for entry in entries) else None
    return () if accused is None else (accused,)


def _commenting(sentence: Sentence, word: int, category: str, lexicon: Lexicon) -> frozenset[int]:
    """Who only speaks of what a noun names: "Lima welcomed the release", "rejected the accusation" made neither."""
    token = sentence.tokens[word]
    lemma = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    if token.deprel == "nsubj:pass" and lemma in ENDING:  # "aid for Kosti was blocked by the army"
        by = agent(sentence, token.head)
        return frozenset(sentence.subtree(by)) if by is not None else frozenset()
    awaited = base(token.deprel) == "obl" and lemma in AWAITING and has_case(sentence, word, "for")
    if token.upos != "NOUN" or not (awaited or base(token.deprel) == "obj"):
        return frozenset()
    entries = lexicon.predicates.get((lemma, "verb"), ())
    own = subject(sentence, token.head)
    if own is None and base(sentence.tokens[token.head].deprel) == "advcl":
        own = subject(sentence, sentence.tokens[token.head].head)
    if own is not None and (awaited or lemma in ENDING | UNDERGOING):
        return frozenset(sentence.subtree(own))  # "police cleared a blockade"
    mutual = any(sentence.tokens[below].text.lower() == "with" for below in sentence.subtree(word))
    if (
        own is None
        or mutual
        or not any(  # who welcomes renewed ties with Chile has a part in them
            entry.category in SPEAKING - {category} for entry in entries
        )
    ):
        return frozenset()
    return frozenset(sentence.subtree(own))


def _beside(sentence: Sentence, noun: int) -> frozenset[int]:
    """Who only acts after what a noun names: "Sudan put its army on alert after clashes at the border", "after a ransom was paid"."""
    token = sentence.tokens[noun]
    if token.upos != "NOUN" or token.head < 0:
        return frozenset()
    above = token.head
    if base(token.deprel) == "nsubj" and _tells_when(sentence, above):
        return frozenset(children(sentence, sentence.tokens[above].head, "nsubj"))
    if base(token.deprel) == "nmod" and has_case(sentence, noun, *MATTER):  # "stayed away from talks on the shooting"
        while sentence.tokens[above].upos == "NOUN" and sentence.tokens[above].head >= 0:
            above = sentence.tokens[above].head
    elif not has_case(sentence, noun, *BEFORE):
        return frozenset()
    return frozenset(children(sentence, above, "nsubj"))


def _tells_when(sentence: Sentence, verb: int) -> bool:
    """Whether a clause only tells when or why something was done."""
    return base(sentence.tokens[verb].deprel) in {"advcl", "acl"} and any(
        sentence.tokens[c].lemma.lower() in WHEN for c in sentence.children[verb]
    )


def _of_other_verbs(sentence: Sentence, noun: int) -> frozenset[int]:
    """Who has his place in another clause than a deed that is a noun: "condemned the raid and urged both sides", "an attack the army said was over"."""
    token = sentence.tokens[noun]
    if token.upos != "NOUN" or token.head < 0:
        return frozenset()
    joined = list(children(sentence, token.head, "conj"))
    if base(sentence.tokens[token.head].deprel) == "conj":
        joined.append(sentence.tokens[token.head].head)
    objects = (word for verb in joined for word in children(sentence, verb, "obj", "iobj"))
    telling = (word for word in children(sentence, noun, "acl") if sentence.tokens[word].lemma.lower() in REPORTS)
    speakers = (word for verb in telling for word in children(sentence, verb, "nsubj"))
    arranged = (w for w in children(sentence, noun, "acl") if sentence.tokens[w].lemma.lower() in ARRANGING)
    brokers = (by for verb in arranged if (by := agent(sentence, verb)) is not None)  # "a deal brokered by Oman"
    return frozenset((*objects, *speakers, *(word for by in brokers for word in sentence.subtree(by))))


def _with_the_thing(sentence: Sentence, word: int) -> frozenset[int]:
    """Who only has to do with what was struck: "a blast struck a rally held by the rebels"."""
    near = {word, sentence.tokens[word].head}
    held = [t for t in sentence.tokens if t.deprel == "acl" and t.head >= 0 and t.head not in near]
    verbs = {t.index for t in held if sentence.tokens[t.head].head in near and sentence.tokens[t.head].deprel == "obj"}
    if sentence.tokens[word].upos == "NOUN":  # "drones sold by Peru were used in the attack"
        verbs |= {t.index for t in held if word not in sentence.subtree(t.head)}
    return frozenset(t.index for t in sentence.tokens if t.deprel == "obl:agent" and t.head in verbs)
