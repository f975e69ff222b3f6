"""What the model adds to the lexicon's triggers: which sense is meant, roles that the syntax lost, words that the lexicon lacks.

Rules win where they fire with full arguments. A reader without the heads of meaning gives no signs, and nothing here changes.
"""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.certainty.presupposed import is_given
from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.circumstances.upwards import REPORTS
from whosays.coding.circumstances.where import sources
from whosays.coding.events.hit import Hit
from whosays.coding.events.outright import is_told_outright
from whosays.coding.events.senses import ACTING, UNTELLING, classes_of, is_ruled_out
from whosays.coding.roles.nouns import is_held, is_venue
from whosays.coding.roles.verbs import MEDIA, Roles, controlled, doer, is_undergone, members, obliques, undergoer
from whosays.coding.trees.clause import PAPERS, agent, base, child, children, has_case, named_words, subject
from whosays.coding.trees.mends.charges import BLAMING
from whosays.lexicon import Lexicon
from whosays.lexicon.predicates import Predicate
from whosays.record.reading import Sentence, Sign

PROPOSED = 0.7  # a word of which no entry of the lexicon fits is an event from this probability of one category on
SPEAKING = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT"})
SUSPECTING = frozenset({"suspect", "suspected", "accuse", "accused", "allege", "alleged", "charge"})
CERTAIN = 0.9  # from this probability on the participants need not be known to act in public life
# A participant that the syntax did not find is taken from this probability on: whom it was done to only if that is likelier than not.
FILLED = {"actor": 0.4, "recipient": 0.5}
PLAIN = 0.8  # an actor from this one on, where the model takes the word for another kind of deed
ASIDE = 0.95  # from this probability on a verb that only describes a noun, or is another with its particle
# Modes of which the model alone is no witness.
SPECIAL = frozenset({"torture", "cyber", "explosives", "deport", "ceasefire", "destroy"})
WISHES = frozenset({"want", "wish", "hope", "need", "like"})  # whoever wants something has not yet demanded it
ENDING = frozenset(
    """beat block clear deflect disperse dismantle fend foil hamper hinder impede intercept loot obstruct prevent quell
    rebuff remove repel repulse stave suppress thwart ward""".split()
)
# Whoever does these to a deed is not its doer either: "bombed the camp, answering a drone attack", "survived the strike".
UNDERGOING = frozenset({"answer", "avenge", "escape", "flee", "mourn", "suffer", "survive", "withstand", "witness"})
# What is done with words or wreaths when a deed is over; whoever does so is not its doer.
HONOURING = frozenset("bury commemorate grieve honour honor lament mark mourn pray recall remember".split())
BURIALS = frozenset({"burial", "concert", "festival", "funeral", "wake", "wedding"})
BEFORE = frozenset({"after", "following", "over", "amid", "despite", "since", "before", "during"})
WHEN = frozenset({"when", "after", "as", "because", "before", "since", "while"})
MEANWHILE = ("while", "whereas")
FIGURES = frozenset({"toll", "figure", "number", "count", "estimate", "losses", "loss"})
NAMING = frozenset({"identify", "name", "unaccounted"})  # "was identified as a clerk", "nine are unaccounted for"
SAYING = frozenset({"say", "tell", "add", "report"})
ADMITTING = frozenset({"concede", "admit", "acknowledge", "confess"})
SETTINGS = frozenset({"war"})  # in which things happen, and a tie between those at war
ANSWERING = frozenset({"return", "answer", "take"})
ASKED_FOR = frozenset({"comment", "interview", "reaction"})
MATTER = frozenset({"on", "about", "over"})
TALKING = frozenset({"i", "we", "you"})
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION", "THREATEN"})
# What several do together or one gives to another, and what is asked for: told as such, whoever they are.
BETWEEN = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "REQUEST", "SUPPORT"})
FOR_THE_PRESS = frozenset({"briefing", "interview"})
# Nouns that name who did it: the deed is told by them alone, and they did not suffer it.
DOERS = frozenset(
    """abductor arsonist assailant assassin attacker besieger bomber captor hijacker hostage-taker infiltrator invader
    kidnapper killer looter murderer occupier raider shooter""".split()
)
POS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}


def sign_at(sentence: Sentence, index: int) -> Sign | None:
    """The model's sign at a word."""
    return next((sign for sign in sentence.signs if sign.index == index), None)


def proposed(sentence: Sentence, hits: list[Hit], lexicon: Lexicon) -> list[Hit]:
    """Words that no entry of the lexicon fits and that the model is sure of, with the roles that it gives."""
    taken = {word for hit in hits for word in (hit.index, hit.clause)}
    open_ = (sign for sign in sentence.signs if sign.index not in taken and not carries(sentence, sign.index, lexicon))
    sure = (sign for sign in open_ if _is_sure(sentence, sign) and not _is_likened(sentence, sign))
    found = (sign for sign in sure if not _only_says(sentence, sign.index, taken))
    made = (proposal(sentence, sign, lexicon) for sign in found)
    return [
        hit
        for hit in made
        if (_is_somebodys(hit, lexicon) or _is_told_as_such(hit, hits, lexicon))
        and not _is_ruled_out(hit, lexicon)
        and not _takes_up(hit, lexicon)
    ]


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


def carries(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a verb only carries what its object or subject names: "launched an assault", "talks were held"."""
    if sentence.tokens[index].lemma.lower() not in lexicon.light_verbs:
        return False
    direct = list(children(sentence, index, "obj", "nsubj:pass"))
    named = [
        *direct,
        *(below for word in direct for below in children(sentence, word, "nmod")),
    ]  # "packages of sanctions"
    return any(sign_at(sentence, word) or _names(sentence, index, word, lexicon) for word in named)


def _names(sentence: Sentence, verb: int, noun: int, lexicon: Lexicon) -> bool:
    """Whether the lexicon has the noun under this verb, beside the word that makes its sense: a red line, and no other."""
    beside = {sentence.tokens[word].lemma.lower() for word in children(sentence, noun, "amod", "compound", "nmod")}
    around = {"verb": {sentence.tokens[verb].lemma.lower()}, "mod": beside}
    return any(
        all(bool(around[one.slot] & one.values) == one.wanted for one in entry.demands if one.slot in around)
        for entry in lexicon.predicates.get((sentence.tokens[noun].lemma.lower(), "noun"), ())
    )


def is_of_the_press(sentence: Sentence, index: int) -> bool:
    """ "Declined to comment", "a request for an interview", "did not return our calls": what reporters ask is no event; the answer may be a stance."""
    token = sentence.tokens[index]
    called = token.lemma.lower() == "call" and token.deprel == "obj"
    if called and sentence.tokens[token.head].lemma.lower() in ANSWERING:
        return True
    return any(sentence.tokens[below].lemma.lower() in ASKED_FOR for below in sentence.children[index])


def is_seen(sentence: Sentence, index: int) -> bool:
    """Whether the model is sure that a word names a happening, of whatever kind."""
    sign = sign_at(sentence, index)
    return sign is not None and _is_sure(sentence, sign)


def _is_sure(sentence: Sentence, sign: Sign) -> bool:
    token = sentence.tokens[sign.index]
    if sign.status == "generic" or token.upos not in POS or is_of_the_press(sentence, sign.index):
        return False
    told = HONOURING if sign.scores[0][0] in DEEDS else frozenset()  # "mourned the victims of the attack"
    if token.lemma.lower() in (SETTINGS if token.upos == "NOUN" else NAMING | told):
        return False  # "the war in Ukraine", "an act of war", "identified the man as a clerk"
    admitted = token.lemma.lower() in ADMITTING and child(sentence, sign.index, "ccomp") is not None
    if admitted or any(sentence.tokens[one].lemma.lower() in FIGURES for one in children(sentence, sign.index, "obj")):
        return False  # "conceded that nobody was there", "put the toll at three"
    if token.lemma.lower() in {"give", "grant", "allow"} and any(
        is_temporal(sentence, one) for one in children(sentence, sign.index, "obj")
    ):
        return False  # "giving him 48 hours to leave"
    if any(
        sentence.tokens[one].lemma.lower() in PAPERS
        for one in children(sentence, sign.index, "obj")
        if child(sentence, one, "acl") is not None
    ):
        return False  # to sign a law that bans a party is to ban it
    bar = ASIDE if _is_aside(sentence, sign.index) else CERTAIN if token.lemma.lower() in WISHES else PROPOSED
    return sign.scores[0][1] >= bar


def _is_aside(sentence: Sentence, word: int) -> bool:
    """Whether a verb only describes a noun, or has a particle that makes it another: "a violated airspace", "took off"."""
    token = sentence.tokens[word]
    if token.upos != "VERB":
        return False
    return base(token.deprel) == "amod" or child(sentence, word, "compound:prt") is not None


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
    roles = Roles(actor=own or actor or blamed, recipient=recipient)
    return Hit(sentence=sentence, index=sign.index, entry=entry, roles=roles, category=category, mode=mode, score=score)


def _is_one_of_two(sentence: Sentence, deed: int, word: int, taken: tuple[int, ...]) -> bool:
    """Whether somebody is told of together with another, who is not taken for the doer: "the two armies traded blame for the strike"."""
    if POS.get(sentence.tokens[deed].upos) != "noun":
        return False
    first = sentence.tokens[word].head if sentence.tokens[word].deprel == "conj" else word
    together = {first, *children(sentence, first, "conj")}
    return len(together) > 1 and not together <= set(taken)


def _is_suspect(sentence: Sentence, word: int) -> bool:
    """Whether somebody is only said to be suspected of the deed: "a man suspected of planting the bomb"."""
    below = children(sentence, word, "acl", "amod")
    return any(sentence.tokens[one].lemma.lower() in SUSPECTING for one in below)


def is_suspected(sentence: Sentence, word: int, clause: int) -> bool:
    """Whether a relative clause tells what somebody is suspected of: "a man suspected of the bombing that killed three"."""
    token = sentence.tokens[clause]
    return token.deprel == "acl:relcl" and token.head == word and _is_suspect(sentence, word)


def _commenting(sentence: Sentence, word: int, category: str, lexicon: Lexicon) -> frozenset[int]:
    """Who only speaks of what a noun names: "Lima welcomed the release", "rejected the accusation" made neither."""
    token = sentence.tokens[word]
    lemma = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    if token.deprel == "nsubj:pass" and lemma in ENDING:  # "aid for Kosti was blocked by the army"
        by = agent(sentence, token.head)
        return frozenset(sentence.subtree(by)) if by is not None else frozenset()
    if token.upos != "NOUN" or base(token.deprel) != "obj":
        return frozenset()
    entries = lexicon.predicates.get((lemma, "verb"), ())
    own = subject(sentence, token.head)
    if own is None and base(sentence.tokens[token.head].deprel) == "advcl":
        own = subject(sentence, sentence.tokens[token.head].head)
    if own is not None and lemma in ENDING | UNDERGOING:
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
    return frozenset((*objects, *speakers))


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


def _with_the_thing(sentence: Sentence, word: int) -> frozenset[int]:
    """Who only has to do with what was struck: "a blast struck a rally held by the rebels"."""
    near = {word, sentence.tokens[word].head}
    held = [t for t in sentence.tokens if t.deprel == "acl" and t.head >= 0 and t.head not in near]
    verbs = {t.index for t in held if sentence.tokens[t.head].head in near and sentence.tokens[t.head].deprel == "obj"}
    if sentence.tokens[word].upos == "NOUN":  # "drones sold by Peru were used in the attack"
        verbs |= {t.index for t in held if word not in sentence.subtree(t.head)}
    return frozenset(t.index for t in sentence.tokens if t.deprel == "obl:agent" and t.head in verbs)


def _tells_when(sentence: Sentence, verb: int) -> bool:
    """Whether a clause only tells when or why something was done."""
    return base(sentence.tokens[verb].deprel) in {"advcl", "acl"} and any(
        sentence.tokens[c].lemma.lower() in WHEN for c in sentence.children[verb]
    )


def _senders(sentence: Sentence, verb: int) -> list[int]:
    """From whom relief comes: "supplies arrived in the port from Kuwait" are Kuwait's, and not for it."""
    named = named_words(sentence)
    return [word for word in children(sentence, verb, "obl") if has_case(sentence, word, "from") and word in named]


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


def _doing_else(sentence: Sentence, deed: int) -> frozenset[int]:
    """Who does something of his own beside it: "Peru condemned the arrest, while Chile offered to mediate" is no word to Chile."""
    token = sentence.tokens[deed]
    meanwhile = [c for c in children(sentence, deed, "advcl") if has_case(sentence, c, *MEANWHILE)]
    if base(token.deprel) == "advcl" and has_case(sentence, deed, *MEANWHILE):
        meanwhile.append(token.head)
    return frozenset(word for clause in meanwhile for word in children(sentence, clause, "nsubj"))
