"""Whose a phrase is: what possessors, complements and participles say of whose people or things they are, and who stands in for a thing."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.record.reading import Sentence
from whosays.record.world import SUPPOSED
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import case_of, complements, core, is_subject, phrase
from whosays.resolve.phrases.story import Referent
from whosays.resolve.register.nouns import Noun
from whosays.resolve.whose import owners, rebels
from whosays.resolve.whose.owners import Owner

# Whoever stands opposite the possessor: "its neighbour" is another state, "her counterpart" another's minister.
OPPOSITE = {"ally", "counterpart", "enemy", "foe", "neighbor", "neighbour", "opponent", "partner", "rival", "adversary"}
# Who acts for a state without being its own.
FOR_OTHERS = {"proxy", "proxies", "surrogate", "surrogates"}
# Whom and what a state has in another: where they are told of does not say whose they are.
ENVOYS = {"embassy", "consulate", "mission", "ambassador", "envoy", "special envoy", "diplomat", "consul", "attache"}
WATERS = {"sea", "ocean", "gulf", "strait", "straits", "bay", "channel"}
PAPERS = set(
    "accord agreement armistice ceasefire communique compact convention deal declaration document law meeting memorandum negotiation pact plan "
    "protocol report resolution statement summit talk treaty truce".split()
)
WORDS = set(
    "accusation allegation appeal charge claim demand insinuation invitation offer plea proposal reproach request suggestion ultimatum".split()
)
# Words for what is done with a thing by those whose it is, and for what holds people without being any of them.
KEPT = {"launch", "fire", "fly", "operate", "own", "hold", "run", "control", "man", "belong", "charter", "establish", "form", "found",
        "install", "set"}  # fmt: skip
BELONGING = frozenset({"of", "for", "from", "with"})
STAFF, INSIDE = frozenset({"source", "official", "employee", "insider"}), BELONGING | {"at", "in", "inside", "within"}
LEADING = {"lead", "head", "command", "chair", "run", "represent"}
CAPTORS = {
    "captor",
    "kidnapper",
    "abductor",
    "hijacker",
    "attacker",
    "assailant",
    "killer",
    "murderer",
    "tormentor",
    "torturer",
}
CARRIERS = {
    "convoy",
    "column",
    "truckload",
    "busload",
    "boatload",
    "position",
    "gathering",
    "camp",
    "patrol",
    "vehicle",
}


def find_noun(people: Participants, sentence: Sentence, head: int, words: Sequence[int]) -> Noun | None:
    """What the phrase's noun says of people: "ministry of foreign affairs", else "ministry", by lemma or form."""
    front = [sentence.tokens[i].text.lower() for i in words if i < head and sentence.tokens[i].upos != "PUNCT"]
    head_token = sentence.tokens[head]
    nouns = people.scene.world.nouns
    for case, child in complements(sentence, head):
        if case == "of":
            behind = [sentence.tokens[i].text.lower() for i in core(sentence, child)]
            noun = nouns.find([head_token.lemma.lower(), "of", *behind])
            if noun is not None and len(noun.noun.split()) > 1:
                return noun
    by_form = nouns.find([*front, head_token.text.lower()])
    by_lemma = nouns.find([*front, head_token.lemma.lower()])
    found = [noun for noun in (by_form, by_lemma) if noun is not None]
    return max(found, key=lambda noun: len(noun.noun.split()), default=None)


def owners_of(people: Participants, sentence: Sentence, head: int, words: list[int]) -> list[Owner]:
    """Whose the phrase's people are, by what stands in the phrase: names, possessors, complements, appositions."""
    scene = people.scene
    found = owners.in_core(scene, sentence, head, words)
    lemma = sentence.tokens[head].lemma.lower()
    owning = [child for child in sentence.children[head] if sentence.tokens[child].deprel == "nmod:poss"]
    if sentence.tokens[head].text.lower() in FOR_OTHERS or (lemma in CAPTORS and owning):
        return []
    if lemma in OPPOSITE and owning:  # "Peru's allies" are no Peruvians, "its Peruvian allies" are
        own = {word for child in owning for word in sentence.subtree(child)}
        return owners.in_core(scene, sentence, head, [word for word in words if word not in own])
    if found or lemma in CAPTORS:  # "the kidnappers of five Germans" are no Germans
        return found
    possessor = _possessor(people, sentence, head)
    if possessor:
        return possessor
    several = owners.of_several(scene, sentence, head) or _keepers(people, sentence, head)
    if several:
        return several
    place = owners.in_place(scene, sentence, words)
    single = place or owners.in_complements(scene, sentence, head) or owners.in_apposition(scene, sentence, head)
    return [single] if single is not None else _of_someone(people, sentence, head)


def _possessor(people: Participants, sentence: Sentence, head: int) -> list[Owner]:
    titles = [child for child in sentence.children[head] if sentence.tokens[child].deprel == "nmod:desc"]
    for child in (c for noun in (head, *titles) for c in sentence.children[noun]):  # "its [minister] Mira Olsen"
        token = sentence.tokens[child]
        if token.deprel == "nmod:poss":
            return [_as_owner(r, token.text) for r in people.refer(sentence, child) if r.code is not None]
    return []


def _keepers(people: Participants, sentence: Sentence, head: int) -> list[Owner]:
    """Whose a thing is by what is said to be done with it: "a drone launched by the group", "a ship owned by a Greek firm"."""
    for clause in sentence.children[head]:
        if sentence.tokens[clause].deprel == "acl" and sentence.tokens[clause].lemma.lower() in KEPT:
            for child in sentence.children[clause]:
                if sentence.tokens[child].deprel.startswith("obl") and case_of(sentence, child) in {"by", "to"}:
                    word = sentence.tokens[child].text
                    return [_as_owner(r, word) for r in people.refer(sentence, child) if r.code is not None]
    return []


def led_by(people: Participants, sentence: Sentence, head: int) -> list[Owner]:
    """Whose somebody is by what he leads: "Omar Saleh, who heads the Harbour Front"."""
    for clause in sentence.children[head]:
        if sentence.tokens[clause].deprel == "acl:relcl" and sentence.tokens[clause].lemma.lower() in LEADING:
            for child in sentence.children[clause]:
                if sentence.tokens[child].deprel in {"obj", "obl"} and child > clause:
                    word = sentence.tokens[child].text
                    return [_as_owner(r, word) for r in people.refer(sentence, child) if r.code is not None]
    return []


def _of_someone(people: Participants, sentence: Sentence, head: int) -> list[Owner]:
    """Owners behind "of": "a spokesman for the group", "one of the men"."""
    for case, child in complements(sentence, head):
        if case == "for" and owners.has_a_field(sentence, head):
            continue
        cases = INSIDE if sentence.tokens[head].lemma.lower() in STAFF else BELONGING
        if case in cases and sentence.tokens[child].upos in {"NOUN", "PROPN", "PRON"}:
            word = sentence.tokens[child].text
            found = [_as_owner(r, word) for r in people.refer(sentence, child) if r.code is not None]
            if found:
                return found
    return []


def _as_owner(referent: Referent, word: str) -> Owner:
    supposed = (referent.via or "").startswith(SUPPOSED)
    via = referent.via if supposed else f"{word} → {referent.name}"
    return Owner(country=referent.country, code=referent.code, sector=referent.sector, via=via)


def may_act(people: Participants, sentence: Sentence, head: int, country: str | None) -> bool:
    """Whether a place may stand for its state: no town acts for one that is not spoken of."""
    return not is_subject(sentence, head) or country is None or country in people.scene.weights


def stand_in(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """Whose thing a phrase names: "Armenian positions" stands for Armenia, "the depot at Kosti" for Sudan."""
    words = core(sentence, head)
    if sentence.tokens[head].upos == "NUM":  # "one of its boats" is as much its owner's as its boats are
        of = next((child for case, child in complements(sentence, head) if case == "of"), None)
        return stand_in(people, sentence, of) if of is not None else ()
    if sentence.tokens[head].upos not in {"NOUN", "PROPN"} or find_noun(people, sentence, head, words) is not None:
        return ()
    if sentence.tokens[head].lemma.lower() in WATERS:  # the Sea of Japan is nobody
        return ()
    via = phrase(sentence, words)
    if sentence.tokens[head].lemma.lower() in PAPERS:  # where a deal was struck, and by whom, is not whose it is
        found = owners.in_core(people.scene, sentence, head, words)
    else:
        found = owners_of(people, sentence, head, words)
    if sentence.tokens[head].upos == "PROPN":
        found = [one for one in found if may_act(people, sentence, head, one.country)]
    found = found or rebels.owners_of_things(people, sentence, head, words) or _of_forces(people, sentence, head)
    if not found and sentence.tokens[head].lemma.lower() in CARRIERS:  # "a convoy of Kurdish fighters"
        inside = (child for case, child in complements(sentence, head) if case == "of")
        return next(filter(None, (people.refer(sentence, child) for child in inside)), ())
    return tuple(
        Referent(
            name=_owner_name(people, owner),
            kind="state" if owner.country is not None else "organisation",
            country=owner.country,
            code=owner.code,
            id=owner.code,
            sector=owner.sector,
            via=owner.via if (owner.via or "").startswith(SUPPOSED) else f"{via} → {owner.code}",
        )
        for owner in found
        if owner.code is not None
    )


def _of_forces(people: Participants, sentence: Sentence, head: int) -> list[Owner]:
    """Whose a thing is by the body in front of it: "an army helicopter", "police gunfire"."""
    before = (c for c in sentence.children[head] if c < head and sentence.tokens[c].deprel in {"compound", "amod"})
    for child in before:
        noun = people.scene.world.nouns.find([sentence.tokens[child].lemma.lower()])
        if noun is not None and noun.body and noun.sector in {"MIL", "COP", "GOV"}:
            return [_as_owner(r, sentence.tokens[child].text) for r in people.refer(sentence, child) if r.code]
    return []


def _owner_name(people: Participants, owner: Owner) -> str:
    if owner.country is not None:
        return people.scene.world.state_name(owner.country)
    known = people.scene.world.register.actors.get(owner.code or "")
    return known.name if known is not None else str(owner.code)
