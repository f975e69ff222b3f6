"""Whose somebody is supposed to be who is named without a state: "the ministry", "a spokesman for the coast guard".

In turn: of whoever's word the whole text is, of the state whose account is told, of the one that is the sentence's subject,
of the one that the text around is about. Who reports what a state has done to others is none of its own where something
else speaks for another state; where nothing does, it is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whosays.record.coded import CodedEvent, Mention
from whosays.record.reading import Sentence
from whosays.record.world import SUPPOSED
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import SUBJECTS, governor, is_subject
from whosays.resolve.phrases.story import Referent, Turn
from whosays.resolve.scene.scene import Scene
from whosays.resolve.whose import owners
from whosays.resolve.whose.around import state_around

ORGANS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG"})
OFFICIAL = ORGANS | {"JUD"}
NATIONAL = frozenset({"GOV", "MIL", "SPY"})
LOCAL = frozenset({"governor", "mayor", "prefect", "councillor"})  # of where it happened
# Who tells of these without a state's name tells of his own.
OWN = frozenset("it they we its their our the troops soldiers forces".split())
HOSTILE = frozenset({"ASSAULT", "COERCE"})
TAKING = frozenset({"seize", "restrict", "blockade"})
ACCOUNTS = frozenset({"account", "version", "story", "side", "telling", "reading"})


def of_the_scene(people: Participants, sentence: Sentence, head: int, found: Referent) -> Referent:
    """Someone, named by a phrase's head, of a state that is not named with them."""
    scene, addressing = people.scene, _addressing(people, sentence, head, found)
    if scene.issuer is not None and _is_of_the_issuer(found):
        return _as_of(people, found, scene.issuer)
    country = _account(people, sentence, found)
    if country is None:
        official = found.sector in OFFICIAL
        acts = list(_claimed(scene, sentence, head) if official else _struck_before(scene, sentence))
        told = _accused(scene, acts)
        subject = _subject_state(people, sentence, found) if addressing is None else None
        country = subject if subject not in told else None
        if country is None and found.sector in NATIONAL and found.noun not in LOCAL:
            country = _at_home(scene, acts)
        country = country or subject
        if country is None:
            leads = found.kind == "person" and found.sector in NATIONAL
            country = state_around(scene, sentence, found.sector, scene.homes if leads else ())
            struck = {state for act in acts for state in _struck(scene, act)}
            if found.sector in NATIONAL and country not in struck | told and _only_attacks(scene, sentence, country):
                country = None
        if country in told and told.isdisjoint(scene.homes):
            country = _another(scene, acts, (sentence.index, head), told) or subject
    if country is None or country == addressing:
        return replace(found, reason="ambiguous" if scene.weights else "not_stated")
    return _as_of(people, found, country)


def _as_of(people: Participants, found: Referent, code: str) -> Referent:
    """The referent as a state's, or as of the movement whose word the text is."""
    id_ = f"{code}:{found.noun.replace(' ', '-')}" if found.kind == "organisation" else found.id
    actor = people.scene.world.register.actors.get(code)
    if actor is not None and actor.country is None:
        return replace(found, country=None, code=code, id=id_, via=f"published by its own: {actor.name}")
    return replace(found, country=code, code=code, id=id_, via=f"{SUPPOSED}: {code}")


def _is_of_the_issuer(found: Referent) -> bool:
    """Bodies and officials of whoever's statement the text is: "The Ministry rejects the claim", "the Minister said"."""
    return found.sector in OFFICIAL and (found.kind == "organisation" or not found.plural)


def _addressing(people: Participants, sentence: Sentence, head: int, found: Referent) -> str | None:
    """The state that does something to an organ, which is then another's: "Algeria urged the junta to go"."""
    if found.sector not in ORGANS or is_subject(sentence, head) or (found.sector == "MIL" and found.person):
        return None  # "Algeria freed the soldiers": whose they are, the other party of the deed tells
    verb = governor(sentence, head)
    subjects = [c for c in sentence.children[verb] if sentence.tokens[c].deprel in SUBJECTS] if verb >= 0 else []
    told = [
        one for word in subjects if word in people.scene.known[sentence.index] for one in people.refer(sentence, word)
    ]
    return told[0].country if len(told) == 1 and told[0].kind == "state" else None


def _subject_state(people: Participants, sentence: Sentence, found: Referent) -> str | None:
    """The state that is the subject of the same sentence, for officials and bodies: "Algeria rejects it, the ministry said"."""
    if found.sector not in OFFICIAL:
        return None
    if found.kind == "group" and found.sector == "COP":  # "Chile condemned the attack on the officers": on others'
        return None
    for turn in reversed(people.story.lately):
        before = sentence.index - turn.sentence
        near = (
            before == 1 and turn.paragraph == sentence.paragraph and found.kind == "person"
        )  # "…. President Lee spoke …"
        if before and not near:
            return None
        if before and not _speaks_first(people, turn):
            continue
        if (
            turn.subject
            and not turn.place
            and len(turn.referents) == 1
            and turn.referents[0].kind in {"state", "organisation"}
            and turn.referents[0].sector != "MED"  # whom a paper quotes may be another state's
        ):
            return turn.referents[0].country
    return None


def _speaks_first(people: Participants, turn: Turn) -> bool:
    """Whether somebody is what a sentence is about, and not only what somebody in it says: "Peru's navy said a Chilean boat had …"."""
    told = people.scene.reading.sentences[turn.sentence]
    return told.tokens[turn.head].head == told.root


def _account(people: Participants, sentence: Sentence, found: Referent) -> str | None:
    """The state whose account a paragraph tells: "Chile's version was another. The boat had turned, the coast guard said"."""
    if found.sector not in OFFICIAL:
        return None
    for told in reversed(people.scene.reading.sentences[max(0, sentence.index - 1) : sentence.index + 1]):
        if told.paragraph != sentence.paragraph:
            return None
        for token in told.tokens:
            if token.lemma.lower() in ACCOUNTS and token.deprel in SUBJECTS:
                for child in told.children[token.index]:
                    if told.tokens[child].deprel == "nmod:poss":
                        return next((one.country for one in people.refer(told, child) if one.country), None)
    return None


def _claimed(scene: Scene, sentence: Sentence, head: int) -> Iterator[CodedEvent]:
    """The hostile acts that the source headed by a word is said to tell of."""
    start = sentence.tokens[head].start
    for one in scene.attributions:
        if one.source is not None and one.source.start <= start < one.source.end:
            for event in scene.events:
                held = any(piece.start <= event.trigger.start < piece.end for piece in one.content)
                if held and (event.category in HOSTILE or _comes_near(scene, event)):
                    yield event


def _comes_near(scene: Scene, event: CodedEvent) -> bool:
    """Whether forces of another state than the one the text is at home in are said to move: "Chilean warships neared the island"."""
    doers = {state for one in event.actor for state in _named_in(scene, one)}
    return event.category == "MOBILIZE" and bool(scene.homes) and bool(doers) and doers.isdisjoint(scene.homes)


def _struck_before(scene: Scene, sentence: Sentence) -> Iterator[CodedEvent]:
    """The attacks on a place that the paragraph has told of: those who live there are not the attackers'."""
    for event in scene.events:
        told = scene.reading.sentences[event.sentence]
        if event.category == "ASSAULT" and told.paragraph == sentence.paragraph and told.index < sentence.index:
            yield event


def _only_attacks(scene: Scene, sentence: Sentence, state: str | None) -> bool:
    """Whether a state that the text is not dated from has come up as attacking another, whose ministry may be speaking."""
    acts = [event for event in scene.events if event.sentence < sentence.index and event.category in HOSTILE]
    takers = [one for act in acts if act.mode in TAKING for one in act.actor]
    attacking = _accused(scene, acts) | {country for one in takers for country in _named_in(scene, one)}
    return state in attacking and state != scene.written


def _accused(scene: Scene, acts: Sequence[CodedEvent]) -> frozenset[str]:
    """The states that cannot be those who tell of some acts: who has done them, by name, to others; whom "the troops" hit."""
    found: set[str] = set()
    for act in acts:
        doers = {state for one in act.actor for state in _named_in(scene, one)}
        struck = set(_struck(scene, act))
        if struck - doers or (not struck and act.category != "COERCE"):
            found |= doers
        if act.actor and not doers and all(set(one.text.lower().split()) <= OWN for one in act.actor):
            found |= struck
    return frozenset(found)


def _struck(scene: Scene, act: CodedEvent) -> list[str]:
    return [state for one in (*act.recipient, *act.place) for state in _named_in(scene, one)]


def _at_home(scene: Scene, acts: Sequence[CodedEvent]) -> str | None:
    """The state of the publisher or the dateline where it has done, or suffered, what is told: its ministry tells it."""
    parties = {state for act in acts for one in act.actor for state in _named_in(scene, one)}
    parties |= {state for act in acts for state in _struck(scene, act)}
    return next((state for state in scene.homes if state in parties), None)


def _another(scene: Scene, acts: Sequence[CodedEvent], place: tuple[int, int], accused: frozenset[str]) -> str | None:
    """The state, other than those accused, whose source it is: the one the text is at home in, the struck, the next spoken of.

    Who speaks behind the deed ("Peru shelled the port, the army said") may be of either: only the text's home tells.
    """
    spoken = sorted(scene.weights, key=lambda state: -scene.weights[state])
    involved = {*spoken[:3], *(state for event in scene.events for state in _struck(scene, event))}
    likely = [state for state in scene.homes if state in involved]
    if all(act.sentence != place[0] or act.trigger.head > place[1] for act in acts):
        likely += [state for act in acts for state in _struck(scene, act)] + spoken[:2]
    return next((state for state in likely if state not in accused), None)


def _named_in(scene: Scene, mention: Mention) -> Iterator[str]:
    """The states that a phrase names: itself, by an adjective, or by a place of theirs."""
    sentence = scene.reading.sentences[mention.sentence]
    words = [token.index for token in sentence.tokens if mention.start <= token.start < mention.end]
    known = list(scene.known_in(sentence.index, words[0], words[-1])) if words else []
    yield from (one.alias.actor.country for one in known if one.alias.actor.country is not None)
    place = owners.in_place(scene, sentence, words) if not known else None
    if place is not None and place.country is not None:
        yield place.country
