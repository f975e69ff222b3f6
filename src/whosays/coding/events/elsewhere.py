"""Words of conflict in other walks of life: sport, markets, weather, disease, accidents, quarrels, figures of speech.

What decides is who does it and to whom, by the words of `walks.tsv`: storms hit nobody's enemy, and a war on inflation hurts nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from whosays.coding.events.hit import Hit
from whosays.coding.events.senses import ARMS, classes_of
from whosays.coding.roles.voice import obliques, undergoer
from whosays.coding.trees.clause import children, has_case, subject
from whosays.lexicon import Lexicon
from whosays.record.reading import Reading, Sentence

DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION", "THREATEN"})
BODIES = frozenset({"person", "armed", "group", "state", "place", "facility", "vessel", "weapon", "event"})
# Words that are said of a contest as of a conflict; whoever is killed or arrested at a match is killed and arrested.
PLAYED = frozenset(
    """attack beat hit shoot shot strike fire fight battle clash crush destroy bombard storm defeat capture seize take raid
    invade blow blast hammer batter rout kick punch release expel dismiss sack suspend send lead face meet host visit defend
    leave draw withdraw retire pull sign bench drop travel return recall win offensive defence retreat comeback""".split()
)
HARM = frozenset(
    "kill wound dead die hostage bomb riot shelling bombing airstrike blast explosion raid massacre".split()
)
ON_THE_TEAM = frozenset({"captain", "scout", "reserve", "reserves", "veteran", "volunteer", "arm"})
BESIDE = 2  # words that tell of sport beside each other
SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}")
WON = frozenset(
    {"beat", "win", "lose", "draw", "defeat", "thrash", "hammer", "rout", "crush", "lead", "trail", "victory"}
)
SPORTING = 0.25  # the share of a report's sentences that tell of sport, from which on all of it does
# What somebody without a doer suffers, and under which words the mishap stands: "killed in a flood", "fled the storm".
SUFFERED = frozenset(
    "die kill wound injure hurt maim destroy damage displace flee drown burn kidnap strand uproot evacuate".split()
)
CIRCUMSTANCE = frozenset({"in", "by", "from", "during", "of", "after"})
CRASHING = ("crash", "derail", "overturn", "capsiz", "plung", "collaps", "collid")  # however the reader ends them
NAMED = frozenset({"storm", "hurricane", "cyclone", "typhoon", "covid-19", "ebola"})
SPELLS = frozenset({"wave", "surge", "snap", "spell", "outbreak", "attack", "season", "ash"})
# "A gas explosion", "a boiler blast", "a gas leak": what blew up by itself.
BURSTING = frozenset({"explosion", "blast", "leak"})
FUELS = frozenset({"gas", "boiler", "methane", "propane", "cylinder", "transformer", "firedamp", "stove"})
WEAPONS = frozenset({"tear", "nerve", "poison"})  # gases that are thrown
MOVING = frozenset(
    "fly travel go arrive head tour visit leave return depart come land quit drive sail move take bring send transport".split()
)
LEAVING = frozenset({"leave", "quit", "depart"})
PLAIN = {
    "CONSULT": frozenset({"person", "thing"}),
    "RETREAT": frozenset({"person", "thing", "official"}),
    "MOBILIZE": frozenset[str](),
    "AID": frozenset[str](),
}
HURT = frozenset({"wounded", "injured", "sick", "dead", "freed", "released", "captured"})
ON_LAND = frozenset("bus minibus lorry truck car van train tram coach motorcycle motorbike taxi".split())
# "A war on inflation", "fighting obesity": what is fought so, without a word for any one of it, is no enemy.
FIGHTING = frozenset({"fight", "war", "battle", "offensive", "combat", "attack", "assault", "struggle", "clash"})
AGAINST = frozenset({"against", "on", "with"})
# What office-holders do to their like with words.
QUARRELLING = frozenset({"fire", "fight", "clash", "attack", "hit", "strike", "battle", "blast", "snipe", "shoot"})
MATTERS = frozenset({"over", "about", "for"})


def is_elsewhere(hit: Hit, lexicon: Lexicon, *, before: Sentence | None = None, sport: bool = False) -> bool:
    """Whether a trigger is told of another walk of life than public conflict.

    `before` is the sentence before, for "it"; `sport` says that the whole report tells of sport.
    """
    if hit.lemma in PLAYED and (sport or _tells_of_sport(hit.sentence, lexicon)):
        return not _is_in_earnest(hit, lexicon)
    if sport and _is_among_players(hit, lexicon):
        return True
    if _is_private(hit, lexicon) or _is_done_by_mishap(hit, before, lexicon):
        return True
    return hit.category in DEEDS and (
        _is_mishap(hit, lexicon)
        or _is_of_markets(hit, lexicon)
        or _hurts_nobody(hit, lexicon)
        or _is_quarrel(hit, lexicon)
    )


def is_sport_report(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether so many sentences of a report tell of sport that the others do too."""
    telling = sum(_tells_of_sport(sentence, lexicon) for sentence in reading.sentences)
    return telling > 1 and telling >= SPORTING * len(reading.sentences)


# ---------------------------------------------------------------- sport


def _tells_of_sport(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence has a word of sport, or two that are so beside each other; violence at a match is no sport."""
    lemmas = {token.lemma.lower() for token in sentence.tokens if token.upos in {"NOUN", "PROPN", "ADJ"}}
    walks = [lexicon.walks[lemma] for lemma in sorted(lemmas & lexicon.walks.keys())]
    scored = _has_score(sentence) and any(token.lemma.lower() in WON for token in sentence.tokens)
    if "sport" not in walks and walks.count("contest") < BESIDE and not scored:
        return False
    return not any(_is_of_war(token.lemma.lower(), lexicon) for token in sentence.tokens)


def _has_score(sentence: Sentence) -> bool:
    """ "1-0", in one word or in three."""
    tokens = sentence.tokens
    parted = zip(tokens, tokens[1:], tokens[2:], strict=False)
    together = (one for one in parted if one[0].end == one[1].start and one[1].end == one[2].start)
    words = ("".join(token.text for token in one) for one in together)
    return any(SCORE.fullmatch(text) for text in (*(token.text for token in tokens), *words))


def _is_of_war(lemma: str, lexicon: Lexicon) -> bool:
    """Whether a word brings arms into a sentence: a missile that hits a football pitch plays no football."""
    return lemma in HARM or (bool(lexicon.classes.get(lemma, frozenset()) & ARMS) and lemma not in ON_THE_TEAM)


def _is_in_earnest(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether arms or office-holders have a part in it: police fire at supporters, and ministers meet at a final."""
    wanted = ARMS | {"official"} if hit.category == "CONSULT" else ARMS
    words = (*hit.roles.actor, *hit.roles.recipient, *hit.roles.theme)
    return any(
        classes_of(hit.sentence, word, lexicon) & wanted
        and not _is_name(hit.sentence, word)
        and hit.sentence.tokens[word].lemma.lower() not in ON_THE_TEAM
        for word in words
    )


def _is_among_players(hit: Hit, lexicon: Lexicon) -> bool:
    """ "Accused the referee", "condemned the visitors": words among those who play, in a report of sport."""
    words = (*hit.roles.actor, *hit.roles.recipient)
    walks = {lexicon.walks.get(hit.sentence.tokens[word].lemma.lower()) for word in words}
    return bool(walks & {"sport", "contest"}) and not _is_in_earnest(hit, lexicon)


def _is_name(sentence: Sentence, word: int) -> bool:
    return any(name.first <= word <= name.last for name in sentence.names)


# ---------------------------------------------------------------- travel


def _is_private(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether plain persons travel, leave or are carried somewhere: "a doctor travelled to Gaza", "wounded soldiers were flown out".

    Office-holders visit, and forces withdraw; what is not known may be either.
    """
    plain = PLAIN.get(hit.category)
    if plain is None or hit.is_noun or hit.lemma not in (LEAVING if hit.category == "RETREAT" else MOVING):
        return False
    sentence = hit.sentence
    if hit.category == "AID" and hit.roles.actor:
        return False  # "Jordan flew nine wounded children to Amman"
    if hit.category in {"MOBILIZE", "AID"}:
        moved = (*hit.roles.theme, *hit.roles.actor, *hit.roles.recipient)
        described = (
            sentence.tokens[below].lemma.lower() for word in moved for below in children(sentence, word, "amod")
        )
        return any(word in HURT for word in described)
    if hit.lemma == "send" and all(sentence.tokens[word].upos == "PRON" for word in hit.roles.actor):
        return False  # "they would send a delegation"
    found = [classes_of(sentence, word, lexicon) for word in hit.roles.actor]
    return bool(found) and all(classes and classes <= plain for classes in found)


# ---------------------------------------------------------------- weather, disease, accidents


def _is_done_by_mishap(hit: Hit, before: Sentence | None, lexicon: Lexicon) -> bool:
    """Whether weather, a disease, an accident or a beast did it: "the storm killed nine. It then struck Guangdong"."""
    sentence = hit.sentence
    doers = list(_doers(hit))
    if any(_walk(sentence, word, lexicon) == "mishap" for word in doers):
        return True
    if before is None or not any(sentence.tokens[word].lemma.lower() == "it" for word in doers):
        return False
    lead = subject(before, before.root)
    return lead is not None and _walk(before, lead, lexicon) == "mishap"


def _is_mishap(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether it is an accident, or befell somebody in the course of one."""
    sentence = hit.sentence
    if hit.is_noun:  # "a shark attack", "a catastrophe"
        return _walk(sentence, hit.index, lexicon) == "mishap" or any(
            lexicon.walks.get(sentence.tokens[word].lemma.lower()) == "mishap"
            for word in (hit.index, *children(sentence, hit.index, "compound"))
        )
    if hit.lemma not in SUFFERED:
        return False
    around = [word for word in obliques(sentence, hit.index, CIRCUMSTANCE) if not hit.roles.actor]
    fled = [*children(sentence, hit.index, "obj")] if hit.lemma == "flee" else []
    if any(_walk(sentence, word, lexicon) == "mishap" for word in (*around, *fled)):
        return True
    above = sentence.tokens[sentence.tokens[hit.index].head]
    if above.upos != "VERB" or any("weapon" in classes_of(sentence, word, lexicon) for word in _doers(hit)):
        return False
    on_land = any(sentence.tokens[word].lemma.lower() in ON_LAND for word in _doers(hit))  # ships may be rammed
    return above.lemma.lower().startswith(CRASHING) and (on_land or not above.lemma.startswith("collid"))


def _doers(hit: Hit) -> Iterator[int]:
    """Who does it: by the roles, and by the clause that it stands in ("the storm hit Samar, killing eleven", "its siege")."""
    yield from hit.roles.actor
    sentence = hit.sentence
    own = subject(sentence, hit.clause)
    if own is not None:
        yield own
    hers = any(sentence.tokens[word].upos == "PRON" for word in children(sentence, hit.index, "nmod:poss"))
    if hers or sentence.tokens[hit.index].text.endswith("ing"):
        lead = _lead(sentence, hit.clause)
        if lead is not None:
            yield lead


def _lead(sentence: Sentence, index: int) -> int | None:
    """The subject of the verb above a word."""
    here = sentence.tokens[index].head
    while here >= 0 and sentence.tokens[here].upos not in {"VERB", "AUX"}:
        here = sentence.tokens[here].head
    return subject(sentence, here) if here >= 0 else None


def _walk(sentence: Sentence, word: int, lexicon: Lexicon) -> str | None:
    """The walk of life that a word is of, by itself or by what stands before it ("a heat wave").

    A "storm of protest" is no mishap, nor is what somebody is blamed for.
    """
    lemma = sentence.tokens[word].lemma.lower()
    walk = lexicon.walks.get(lemma)
    if sentence.tokens[word].upos == "PROPN" and word and sentence.tokens[word - 1].lemma.lower() in NAMED:
        return "mishap"  # "Typhoon Ragasa"
    if walk == "mishap":
        spoken = any(has_case(sentence, below, "of") for below in children(sentence, word, "nmod"))
        called = lemma not in NAMED and any(  # "Operation Flood"
            name.first <= word <= name.last and name.first < name.last for name in sentence.names
        )
        return None if spoken or called or has_case(sentence, word, "for") else walk
    before = {sentence.tokens[one].lemma.lower() for one in children(sentence, word, "compound", "amod")}
    if lemma in BURSTING and before & FUELS and not before & WEAPONS:
        return "mishap"
    if lemma in SPELLS:
        return next((_walk(sentence, before, lexicon) for before in children(sentence, word, "compound", "amod")), None)
    return walk


# ---------------------------------------------------------------- markets and matters


def _is_of_markets(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether prices, shares or those who deal in them do it or suffer it; what a state does to traders it does."""
    ruled = any("state" in classes_of(hit.sentence, word, lexicon) for word in hit.roles.actor)
    words = [*_doers(hit), *(hit.roles.recipient if not ruled else ())]
    if hit.category == "ASSAULT":
        words += [word for word in (undergoer(hit.sentence, hit.index),) if word is not None]
    return any(_walk(hit.sentence, word, lexicon) == "market" for word in words)


def _hurts_nobody(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether an assault is on a matter: "fighting corruption", "a war on drugs", "an offensive against litter"."""
    if hit.category != "ASSAULT":
        return False
    sentence = hit.sentence
    own = undergoer(sentence, hit.index) if not hit.is_noun else None
    things = (
        [own]
        if own is not None
        else [*obliques(sentence, hit.index, AGAINST), *obliques(sentence, hit.clause, AGAINST)]
    )
    things = things or [*hit.roles.recipient]
    return bool(things) and all(_is_matter(hit, word, lexicon) for word in things)


def _is_matter(hit: Hit, word: int, lexicon: Lexicon) -> bool:
    sentence, token = hit.sentence, hit.sentence.tokens[word]
    if _walk(sentence, word, lexicon) in {"market", "matter", "mishap"}:
        return True
    bare = (
        token.upos == "NOUN"
        and "Number=Plur" not in token.feats
        and not any(True for _ in children(sentence, word, "det", "nmod:poss", "nummod", "compound", "amod"))
    )
    return bare and hit.lemma in FIGHTING and not classes_of(sentence, word, lexicon)


# ---------------------------------------------------------------- quarrels


def _is_quarrel(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether office-holders or bodies fight with words: "two ministers clashed over the budget", "fired back at his critics"; states may do so in earnest."""
    if hit.category != "ASSAULT" or hit.lemma not in QUARRELLING or hit.is_noun or not hit.roles.actor:
        return False
    sides = [classes_of(hit.sentence, word, lexicon) for word in (*hit.roles.actor, *hit.roles.recipient)]
    if _is_struggle(hit, lexicon):
        return True
    if any(found & (ARMS | {"place", "facility", "vessel"}) for found in sides):
        return False
    speaking = all(found & {"official", "group"} and "state" not in found for found in sides[: len(hit.roles.actor)])
    stated = all("official" in found for found in sides[: len(hit.roles.actor)]) and not any(
        _is_name(hit.sentence, word) for word in hit.roles.actor
    )
    return speaking and (stated or bool(obliques(hit.sentence, hit.index, MATTERS)))


def _is_struggle(hit: Hit, lexicon: Lexicon) -> bool:
    """ "She had fought for ten years to stage it", "the president fought for his life": a fight without an enemy, for an end."""
    if hit.lemma not in {"fight", "battle"} or hit.roles.recipient or obliques(hit.sentence, hit.index, AGAINST):
        return False
    plain = all(classes_of(hit.sentence, word, lexicon) <= {"person", "official"} for word in hit.roles.actor)
    to_an_end = any(has_case(hit.sentence, word, "to") for word in children(hit.sentence, hit.index, "xcomp", "advcl"))
    return plain and (to_an_end or bool(obliques(hit.sentence, hit.index, frozenset({"for"}))))
