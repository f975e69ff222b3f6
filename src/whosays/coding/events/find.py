"""From words to events: triggers with roles, numbers, status, and where and when they may have been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.certainty.denials import IN_WORDS, denied_in_speech
from whosays.coding.certainty.said import with_spoken, without_repeated
from whosays.coding.circumstances.place_words import GATES
from whosays.coding.circumstances.when import times_for
from whosays.coding.circumstances.where import Scene, places_for, sources
from whosays.coding.events.background import spread
from whosays.coding.events.comment import is_comment
from whosays.coding.events.companions import with_companions
from whosays.coding.events.elsewhere import is_elsewhere, is_sport_report
from whosays.coding.events.hit import Hit, Told
from whosays.coding.events.menace import with_menaces_alone
from whosays.coding.events.modes import mode_of
from whosays.coding.events.recast import recast
from whosays.coding.events.selection import is_denied, promised, select
from whosays.coding.events.senses import ACTING, classes_of
from whosays.coding.events.sought import with_sought
from whosays.coding.events.status import status_of
from whosays.coding.events.triggers import find_triggers
from whosays.coding.events.wording import wording
from whosays.coding.numbers.counted import numbers_of
from whosays.coding.roles.nouns import is_held, is_venue
from whosays.coding.roles.seen import is_suspected
from whosays.coding.roles.voice import OBJECT_CONTROL, is_undergone, obliques, undergoer
from whosays.coding.trees.clause import (
    RELATIVES,
    child,
    children,
    forces_before,
    has_case,
    is_no,
    named_words,
    noun_phrase,
)
from whosays.lexicon import Lexicon
from whosays.record.coded import CodedAttribution, CodedEvent, Mention
from whosays.record.dateline import is_dateline
from whosays.record.event import SPEECH, Missing, Why
from whosays.record.reading import Reading, Sentence

LONGEST_TRIGGER = 6  # words from a light verb to its noun; beyond, the noun alone is the trigger
SITTING = frozenset({"court", "judge", "tribunal", "jury", "magistrate", "prosecutor", "police"})  # act where they sit
# To whom one complains of others.
JUDGES = SITTING | {"commission", "committee", "council", "ombudsman", "panel", "regulator", "un", "nations", "wto"}
SHUTTING = frozenset({"CONCEDE", "SANCTION"})
PLACES = frozenset({"place", "facility"})
STRIKING = frozenset({"ASSAULT", "COERCE"})  # what is done to a place is done there: "shut Sama"
FOR = frozenset({"for"})
HELP = frozenset({"help", "assistance", "support", "aid", "intervention", "mediation", "cooperation", "backing"})
ANYWHERE = SPEECH - {"SUPPORT", "AGREE", "CONCEDE"}  # where words of these kinds were said, their objects do not tell
CONDITIONS = frozenset({"unless", "until", "if"})
HURLED = frozenset({"fire", "fling", "hurl", "launch", "shoot", "throw"})
EMBASSIES = frozenset({"consulate", "embassy"})
DOORS = frozenset({"at", "before", "in", "outside", "to"})
WITH = frozenset({"with"})
BRINGING = frozenset({"take", "bring", "fly", "drive", "carry", "transfer", "march", "lead", "deport", "extradite"})
LISTING = frozenset({"sanction", "blacklist", "freeze", "unfreeze", "designate", "embargo", "asset", "account"})
EXTRADITION = "extradit"


def find_events(
    reading: Reading, lexicon: Lexicon, attributions: tuple[CodedAttribution, ...] = ()
) -> tuple[CodedEvent, ...]:
    """All events of a document in text order, stances not yet set."""
    told: Told = set()
    spoken = denied_in_speech(reading, attributions, lexicon)
    found: list[list[Hit]] = []
    sport = is_sport_report(reading, lexicon)
    for sentence in reading.sentences:
        if is_dateline(reading.document.text, sentence.start, sentence.end):
            found.append([])  # a dateline tells nothing
            continue
        last = reading.sentences[sentence.index - 1] if sentence.index else None
        triggers = find_triggers(sentence, lexicon, told)
        meant = [hit for hit in triggers if not is_elsewhere(hit, lexicon, before=last, sport=sport)]
        hits = [recast(sentence, with_companions(hit, lexicon)) for hit in meant]
        denied = frozenset(clause for where, clause in spoken if where == sentence.index)
        hits = with_menaces_alone(sentence, with_spoken(sentence, hits, lexicon, denied), lexicon)
        if found and last is not None and last.paragraph == sentence.paragraph:
            hits = without_repeated(hits, found[-1])
        hits = with_sought(sentence, hits)
        told |= {(hit.entry.category, hit.entry.mode) for hit in hits}
        found.append(hits)
    plain = [hit for hits in found for hit in hits if not is_denied(hit.sentence, hit)]
    affirmed = frozenset(word for hit in plain for word in (hit.lemma, hit.category))
    events = []
    for sentence, hits in zip(reading.sentences, found, strict=True):
        kept, parts = select(sentence, hits, affirmed, lexicon.cues)
        standing = _standing(sentence, lexicon) if kept else frozenset()
        before = reading.sentences[: sentence.index]
        happened = [hit for hit in kept if not is_comment(hit, before, lexicon)]
        for hit in happened:
            event = _event(reading, hit, parts.get(hit.index, []), standing, lexicon)
            content = [] if event.numbers else promised(sentence, hit, hits)
            events.append(replace(event, numbers=tuple(numbers_of(reading, content, lexicon))) if content else event)
    return spread(reading, tuple(events))


# ---------------------------------------------------------------- one event


def _standing(sentence: Sentence, lexicon: Lexicon) -> frozenset[int]:
    """The words for what stands somewhere: a depot, a prison."""
    return frozenset(
        token.index for token in sentence.tokens if "facility" in classes_of(sentence, token.index, lexicon)
    )


def _event(reading: Reading, hit: Hit, parts: list[Hit], standing: frozenset[int], lexicon: Lexicon) -> CodedEvent:
    sentence = hit.sentence
    if hit.category == "MOBILIZE" and not hit.roles.actor and is_undergone(sentence, hit.index):
        moved = [word for word in hit.roles.recipient if word == undergoer(sentence, hit.index)]
        others = tuple(
            word for word in hit.roles.recipient if word not in moved
        )  # jets that are scrambled are whose they are
        theme = tuple(moved) or hit.roles.theme
        hit = replace(hit, roles=replace(hit.roles, actor=tuple(moved), recipient=others, theme=theme))
    doers = (_actors(sentence, one, lexicon) for one in (hit, *parts))  # "Peru launched a strike that killed six"
    doing = next(filter(None, doers), [])
    actor = _mentions(reading, sentence, doing)
    taken = _people_of(sentence, hit, parts, lexicon)
    neither = {*_moved(sentence, hit), *doing}  # "spoke to his counterpart by telephone": both speak
    whom = [word for word in taken or _recipients(sentence, hit) if word not in neither]
    if hit.category == "ASSAULT" and hit.entry.frame == "mutual":  # "gangs fought at a prison": there, and not with it
        whom = [word for word in whom if word not in standing]
    recipient = _mentions(reading, sentence, whom)
    sitting = [word for word in hit.roles.actor if sentence.tokens[word].lemma.lower() in SITTING]
    arguments = (*(hit.roles.recipient or taken), *hit.roles.theme, *sitting, *_causes(sentence, hit, lexicon))
    if hit.category == "COERCE":  # "detectives in Sama arrested a trader"
        arguments = (*arguments, *hit.roles.actor)
    if hit.category == "PROTEST":  # "a crowd in Sama threw stones"
        arguments = (*hit.roles.actor, *arguments)
    sites = tuple(word for word in arguments if word in standing)
    if is_held(hit.category, hit.mode) and any(
        is_venue(sentence, word) for word in children(sentence, hit.index, "compound")
    ):
        sites = (*sites, hit.index)  # "the Vienna talks"
    visited = hit.mode == "visit" or sentence.tokens[hit.index].lemma.lower() == "visit"
    shut = hit.category in SHUTTING and hit.lemma in GATES
    struck = (*hit.roles.recipient, *hit.roles.theme) if hit.category in STRIKING or visited or shut else ()
    scene = (
        Scene(alone=True, verb=hit.roles.verb)
        if (hit.category in ANYWHERE and hit.mode != "investigate") or _is_listing(hit)
        else Scene(
            verb=hit.roles.verb,
            local=hit.roles.actor if hit.category == "PROTEST" else (),
            arguments=arguments,
            sites=(*sites, *sitting),
            struck=struck,
            standing=standing,
            away=_is_brought_away(hit),
            aims=tuple(children(sentence, hit.index, "advcl", "xcomp")) if hit.category == "MOBILIZE" else (),
            officials=(*hit.roles.actor, *hit.roles.recipient) if hit.category in STRIKING else (),
        )
    )
    place = places_for(reading, sentence, hit.index, scene)
    time = times_for(reading, sentence, hit.index)
    slots = {"actor": actor, "recipient": recipient, "place": place, "time": time}
    return CodedEvent(
        sentence=sentence.index,
        trigger=_trigger(reading, hit, lexicon),
        category=hit.category,
        mode=mode_of(sentence, [hit, *parts], lexicon),
        contexts=(),
        cameo=hit.entry.cameo if hit.category == hit.entry.category else None,
        actor=actor,
        recipient=recipient,
        place=place,
        time=time,
        numbers=tuple(numbers_of(reading, [hit, *parts], lexicon)),
        status=status_of(reading, hit, lexicon.cues),
        stances=(),
        about=(),
        why=_why(hit),
        missing=tuple(Missing(field=name, reason="not_stated") for name, words in slots.items() if not words),
        clause=wording(reading, hit),
        sent=_is_sent(hit),
    )


def _is_listing(hit: Hit) -> bool:
    """Whether somebody's money or trade is cut off, or let go again: where they sit is not where it was done."""
    objects = {
        hit.sentence.tokens[word].lemma.lower() for word in children(hit.sentence, hit.index, "obj", "nsubj:pass")
    }
    return bool(LISTING & {hit.lemma, *objects}) and hit.category in {"COERCE", "CONCEDE", "SANCTION"}


def _is_brought_away(hit: Hit) -> bool:
    """Whether it is told where somebody was taken, and not where it was done: "was extradited to Peru", "flew home to Lima"."""
    brought = hit.lemma in BRINGING and hit.category in {"ASSAULT", "COERCE", "SANCTION"}
    return brought or hit.category == "COOPERATE" or hit.mode == "release" or EXTRADITION in hit.lemma


def _is_sent(hit: Hit) -> bool:
    """Whether it is told where something was fired from: "were launched from Sama", "a missile launched from Sama fell"."""
    parties = (*hit.roles.actor, *hit.roles.recipient, *hit.roles.theme)
    verbs = [below for word in parties for below in children(hit.sentence, word, "acl")]
    return any(True for _ in sources(hit.sentence, [hit.index, hit.clause, *verbs]))


def _trigger(reading: Reading, hit: Hit, lexicon: Lexicon) -> Mention:
    """The word, with what it takes to name the deed.

    A light verb or a weapon close before it, the particle behind it, the "will not" that makes it a refusal.
    """
    sentence = hit.sentence
    first = hit.index
    before = hit.index - 1
    if before in hit.roles.actor and "weapon" in classes_of(sentence, before, lexicon):
        first = before
    last = _last_word(sentence, hit)
    for word in hit.entry.particle:
        if last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text.lower() == word:
            last += 1
    if hit.clause != hit.index and 0 < hit.index - hit.clause <= LONGEST_TRIGGER:
        first = hit.clause
    if hit.note in {"announced not to", IN_WORDS}:
        first = min([first, *(word for word in children(sentence, hit.clause, "aux", "advmod") if first - word <= 3)])
    if hit.note == IN_WORDS:  # "not a single soldier of ours crossed"
        none = [
            word for word in children(sentence, hit.clause, "nsubj", "nsubj:pass") if is_no(sentence, word, "nsubj")
        ]
        first = min(
            [first, *(below for word in none if first - word <= LONGEST_TRIGGER for below in sentence.subtree(word))]
        )
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    text = reading.document.text[start:end]
    return Mention(sentence=sentence.index, head=hit.index, start=start, end=end, text=text)


def _last_word(sentence: Sentence, hit: Hit) -> int:
    """The trigger's word, or what makes the sense of a noun right behind it: "a note of protest", "a state of emergency"."""
    wanted = {lemma for one in hit.entry.demands if one.wanted and one.slot == "lemma-obl" for lemma in one.values}
    behind = (
        word
        for word in children(sentence, hit.index, "nmod")
        if hit.is_noun and has_case(sentence, word, "of") and sentence.tokens[word].lemma.lower() in wanted
    )
    return next((word for word in behind if word == hit.index + len(("of", "it"))), hit.index)


def _why(hit: Hit) -> Why:
    word = hit.note or hit.sentence.tokens[hit.index].text
    return Why(rule=None if hit.entry.id == "model" else hit.entry.id, score=hit.score, note=word)


# ---------------------------------------------------------------- participants


def _actors(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> list[int]:
    """Who acts; a weapon never does, but whose it is ("Russian drones") may."""
    means = [
        word
        for word in hit.roles.actor
        if "weapon" in classes_of(sentence, word, lexicon) or _is_missile(sentence, word, lexicon)
    ]
    causes = _causes(sentence, hit, lexicon)
    actors = [
        word
        for word in hit.roles.actor
        if word not in means
        and word not in causes
        and not is_suspected(sentence, word, hit.clause)
        and not _is_no_doer(sentence, hit, word)
    ]
    return actors + [owner for word in (*means, *causes) for owner in _owners(sentence, word)]


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


def _causes(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> list[int]:
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


def _people_of(sentence: Sentence, hit: Hit, parts: list[Hit], lexicon: Lexicon) -> list[int]:
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


def _mentions(reading: Reading, sentence: Sentence, words: list[int]) -> tuple[Mention, ...]:
    found = (noun_phrase(reading, sentence, word, whole=False) for word in words)
    return tuple(dict.fromkeys(one for one in found if one is not None))
