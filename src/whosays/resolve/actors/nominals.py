"""Nouns that take up somebody told of: "the soldiers", "the group", "the country", "both governments"."""

from __future__ import annotations

from dataclasses import replace

from whosays.record.reading import Sentence
from whosays.record.world import SUPPOSED
from whosays.resolve.actors.anaphora import taken_up, with_via
from whosays.resolve.actors.candidates import Test
from whosays.resolve.actors.pairs import neighbours, pair
from whosays.resolve.actors.unarmed import fights, is_unarmed
from whosays.resolve.fold import fold, slug
from whosays.resolve.participants import Participants
from whosays.resolve.phrases.noun_phrases import SUBJECTS, complements, core, governor, is_definite, is_subject
from whosays.resolve.phrases.story import Referent
from whosays.resolve.register.nouns import Noun
from whosays.resolve.scene.scene import Scene
from whosays.resolve.whose import owners
from whosays.resolve.whose.local import NEIGHBOURS
from whosays.resolve.whose.owners import Owner

REACH = 6  # how many sentences back a body inside another phrase may have been told of
PARTIES = {
    "country",
    "side",
    "government",
    "state",
    "neighbour",
    "neighbours",
    "neighbor",
    "neighbors",
    "nation",
    "leader",
    "army",
    "capital",
    "party",
    "ministry",
    "president",
    "foreign minister",
    "minister",
    "foreign ministry",
    "military",
    "rival",
    "ally",
}
COMMANDING = {"authorise", "authorize", "command", "deploy", "direct", "instruct", "mobilise", "mobilize", "order"}
EACH = {"neither", "either", "each"}
GROUPS = {
    "group",
    "movement",
    "militia",
    "organisation",
    "organization",
    "faction",
    "bloc",
    "coalition",
    "alliance",
    "force",
    "front",
    "body",
    "network",
    "rebel group",
    "armed group",
    "militant group",
    "paramilitary group",
    "watchdog",
    "agency",
    "world body",
    "paramilitary",
}
UNIONS = {"alliance", "bloc", "coalition", "world body"}
MOVEMENTS = GROUPS - {"alliance", "force", "body", "network", "watchdog", "agency", "world body", "coalition", "bloc"}
FORCES = {"army", "military"}
NO_GROUPS = {"MED", "HLH", "EDU", "JUD"}
ORGANS = {"GOV", "MIL", "COP", "SPY", "LEG"}
OFFICIALS = UNIONS | {"agency", "watchdog", "body", "organisation", "organization"}  # whose people rebels are not
STATE_ORGANS = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "IGO"}
PEOPLE = {
    "man",
    "men",
    "woman",
    "women",
    "people",
    "captive",
    "prisoner",
    "detainee",
    "person",
    "pair",
    "hostage",
    "victim",
    "suspect",
    "soldier",
    "fighter",
    "foreigner",
    "sailor",
    "crew",
    "child",
    "children",
    "prisoners",
    "captives",
}


def nominal(people: Participants, sentence: Sentence, head: int, found: Referent, noun: Noun) -> tuple[Referent, ...]:
    """Whom a definite noun without an owner takes up: "the army", "the group", "the soldiers", "both governments"."""
    organ = noun.owned and noun.sector in ORGANS and (noun.body or noun.sector == "GOV")
    named = organ or bool(PARTIES & {noun.noun, noun.noun.removesuffix("s")})
    if named and ((found.count == 2 and is_definite(sentence, head)) or _is_each(sentence, head)):
        return pair(people, sentence, head, noun.noun, doing_to(people, sentence, head))
    if noun.noun in NEIGHBOURS:
        return neighbours(people, sentence, head, found, noun)
    own = _commanded(people, sentence, head, found) if organ else ()
    return own or _told_before(people, sentence, head, found, noun)


def _told_before(
    people: Participants, sentence: Sentence, head: int, found: Referent, noun: Noun
) -> tuple[Referent, ...]:
    """Whom a noun takes up that was told of before, in the same words or in others."""
    bare = found.plural and found.person and found.count is None and found.sector in {"MIL", "CVL", "REF"}
    definite = is_definite(sentence, head)
    same = _last(people, lambda r: _is_alike(r, found, noun)) or _last(people, lambda r: _is_synonym(r, found, noun))
    if same is not None and (definite or noun.body or bare):
        return _again(same, found)
    if not definite:
        return ()
    other = _other_word(people, sentence, head, found, noun)
    if other or found.person or found.plural:
        return other
    by_word = by_name(people, sentence, head, noun.noun)
    return by_word if all(r.known for r in by_word) else ()


def _commanded(people: Participants, sentence: Sentence, head: int, found: Referent) -> tuple[Referent, ...]:
    """An organ that its own head of government orders about: "Peru's president ordered the army to …", whoever's was told of before."""
    verb = governor(sentence, head)
    if sentence.tokens[head].deprel not in {"obj", "iobj"} or sentence.tokens[verb].lemma.lower() not in COMMANDING:
        return ()
    subjects = [c for c in sentence.children[verb] if sentence.tokens[c].deprel in SUBJECTS]
    told = [r for word in subjects for r in people.refer(sentence, word)]
    if len(told) != 1 or told[0].sector != "GOV" or told[0].country is None or told[0].country != told[0].code:
        return ()
    state = told[0].country
    return (replace(found, country=state, code=state, id=f"{state}:{slug(found.noun)}", via=f"{found.name} → {state}"),)


def one_of_them(
    people: Participants, sentence: Sentence, head: int, found: Referent, noun: Noun
) -> tuple[Referent, ...]:
    """ "One marine had been left aboard", after five Ecuadorian marines: one of those, where all marines told of are one state's."""
    one = any(sentence.tokens[child].text.lower() == "one" for child in sentence.children[head])
    if not one or found.count != 1 or not found.person:
        return ()
    near = [turn for turn in people.story.lately if sentence.index - turn.sentence <= REACH]
    nouns = {noun.noun, noun.noun + "s"}
    told = [r for turn in near for r in turn.referents if r.noun in nouns and r.plural and r.known]
    return _again(told[-1], found) if len({r.code for r in told}) == 1 else ()


def _is_each(sentence: Sentence, head: int) -> bool:
    """ "Neither side", "each country": one after the other, they are both."""
    openers = (sentence.tokens[child] for child in sentence.children[head])
    return any(one.deprel in {"det", "cc:preconj"} and one.text.lower() in EACH for one in openers)


def _is_alike(told: Referent, found: Referent, noun: Noun) -> bool:
    """Whether it was told of in the same words; whose a body was only supposed to be is no knowledge to go on from."""
    supposed = noun.body and (told.via or "").startswith(SUPPOSED)
    return told.noun == noun.noun and told.known and told.plural == found.plural and not supposed


def _is_synonym(told: Referent, found: Referent, noun: Noun) -> bool:
    """ "Peru's military", then "the army": one state's forces by another word."""
    forces = {noun.noun, told.noun} <= FORCES and not (told.via or "").startswith(SUPPOSED)
    return forces and told.known and told.plural == found.plural


def _owner_inside(scene: Scene, sentence: Sentence, head: int) -> Owner | None:
    """Whose a body is that was told of inside another phrase: "an attaché of the Chinese embassy's", then "the embassy"."""
    lemma = sentence.tokens[head].lemma
    for told in reversed(scene.reading.sentences[max(0, sentence.index - REACH) : sentence.index]):
        for token in reversed(told.tokens):
            if token.lemma == lemma and token.deprel == "compound":
                found = owners.in_core(scene, told, token.index, core(told, token.head))
                if len(found) == 1:
                    return found[0]
    return None


def _owned(found: Referent, owner: Owner) -> Referent:
    return replace(found, country=owner.country, code=owner.code, via=f"{found.name} → {owner.code}")


def _other_word(
    people: Participants, sentence: Sentence, head: int, found: Referent, noun: Noun
) -> tuple[Referent, ...]:
    """Whom a definite noun takes up that was not used of them before: "the group", "the country", "the men"."""
    corpse = noun.noun == "body" and any(case == "of" for case, _ in complements(sentence, head))  # "the body of a man"
    if noun.noun in GROUPS and not corpse:
        fighting = fights(people, sentence, head)
        group = _last(people, lambda r: _is_group(r, noun.noun) and not (fighting and is_unarmed(people, r)))
        return () if group is None else with_via((_group_of(people, group),), f"the {noun.noun}")
    if noun.noun in {"country", "nation", "state"}:
        doing = _doing(people, sentence, head)
        spoken = _of_the_speaker(people, sentence, head)
        if spoken:
            return with_via(spoken, f"the {noun.noun}")
        state = _last(people, lambda r: r.kind == "state" and r.code not in doing)
        return () if state is None else with_via((state,), f"the {noun.noun}")
    if noun.noun in PEOPLE and found.plural:
        group = _last(people, lambda r: r.person and r.plural and r.code is not None and r.noun in PEOPLE | {"people"})
        return () if group is None else _again(group, found)
    owner = _owner_inside(people.scene, sentence, head) if noun.body and not found.plural else None
    return () if owner is None else (_owned(found, owner),)


def doing_to(people: Participants, sentence: Sentence, head: int) -> frozenset[str | None]:
    """The codes of whoever does something to a phrase; nobody where it is itself the subject."""
    return frozenset() if is_subject(sentence, head) else _doing(people, sentence, head)


def _doing(people: Participants, sentence: Sentence, head: int) -> frozenset[str | None]:
    """Who does to "the country" what is told of it: "accused Moscow of trying to destabilise the country" is another's."""
    verb = governor(sentence, head)
    for _ in range(4):
        if verb < 0:
            break
        words = [c for c in sentence.children[verb] if sentence.tokens[c].deprel in {*SUBJECTS, "obj"} and c != head]
        if words:
            return frozenset(r.code for word in words for r in people.refer(sentence, word))
        if sentence.tokens[verb].deprel not in {"xcomp", "advcl", "acl", "ccomp", "conj"}:
            break
        verb = sentence.tokens[verb].head
    return frozenset()


def _of_the_speaker(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """The state of the minister who says what "the country" will do."""
    verb = governor(sentence, head)
    if verb < 0 or sentence.tokens[verb].deprel != "ccomp":
        return ()
    above = sentence.tokens[verb].head
    words = [c for c in sentence.children[above] if sentence.tokens[c].deprel in SUBJECTS]
    told = [r for word in words for r in people.refer(sentence, word)]
    if len(told) != 1 or told[0].sector != "GOV" or told[0].country is None or told[0].kind == "state":
        return ()
    state = told[0].country
    name = people.scene.world.state_name(state)
    return (replace(told[0], name=name, kind="state", id=state, code=state, person=False, plural=False, count=None),)


def _is_group(referent: Referent, noun: str) -> bool:
    """Whether "the group" or "the agency" may be somebody: a body, no ministry where a movement is meant, or a body's people."""
    if referent.id is None:
        if referent.code in {None, referent.country} or referent.kind == "person":
            return False
        return noun not in OFFICIALS if referent.sector == "REB" else noun in OFFICIALS
    if noun in UNIONS and referent.sector in {"MIL", "COP", "SPY", "REB"}:
        return False
    body = referent.kind in {"armed_group", "organisation"} and referent.sector not in NO_GROUPS
    return body and not (noun in MOVEMENTS and referent.sector in STATE_ORGANS)


def _group_of(people: Participants, referent: Referent) -> Referent:
    """The group whose fighters were told of."""
    if referent.id is not None:
        return referent
    known = people.scene.world.register.actors.get(referent.code or "")
    name = known.name if known is not None else str(referent.code)
    return replace(
        referent,
        name=name,
        kind="armed_group" if referent.sector == "REB" else "organisation",
        id=referent.code,
        plural=False,
        person=False,
        count=None,
    )


def by_name(people: Participants, sentence: Sentence, head: int, noun: str = "") -> tuple[Referent, ...]:
    """The body that a definite noun takes up by its name's own word: "the service", the Coastal Rescue Service.

    One of several words (`noun`) takes up no other body: "the interior ministry" is not the defence ministry.
    """
    word = sentence.tokens[head].lemma.lower()

    def same(referent: Referent) -> bool:
        if referent.person or (noun or word) not in referent.name.lower():
            return False
        named = fold(referent.name)
        return word in named.casefold().split() if referent.known else word.capitalize() in named.split()

    if not is_definite(sentence, head) or not any(same(r) for turn in people.story.lately for r in turn.referents):
        return ()
    return taken_up(people, sentence, head, same)


def _again(before: Referent, found: Referent) -> tuple[Referent, ...]:
    if not before.person and not before.plural:
        return (replace(before, via=f"{found.name} → {before.name}"),)
    taken = replace(found, country=before.country, code=before.code, id=before.id, via=f"{found.name} → {before.name}")
    return (replace(taken, name=before.name, kind=before.kind) if before.kind == "person" else taken,)


def _last(people: Participants, fits: Test) -> Referent | None:
    for turn in reversed(people.story.lately):
        if len(turn.referents) == 1 and fits(turn.referents[0]):
            return turn.referents[0]
    return None
