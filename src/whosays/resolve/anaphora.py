"""Pronouns and short forms within a document: "he", "its", "which", "the soldiers", "both governments", "we".

Candidates are the turns told so far. Subjects and speakers come first, then what is near; number, gender and kind must
agree. Two candidates that are as good and count as different parties leave the word unresolved: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from whosays.record.reading import Sentence
from whosays.record.world import SUPPOSED
from whosays.resolve.fold import fold
from whosays.resolve.nouns import Noun
from whosays.resolve.pairs import NEIGHBOURS, neighbours, pair
from whosays.resolve.phrases import SUBJECTS, antecedent, clause, governor, is_definite, is_subject
from whosays.resolve.story import Referent, Turn

if TYPE_CHECKING:
    from whosays.resolve.who import Participants

Test = Callable[[Referent], bool]
HE = {"he", "him", "his", "himself"}
SHE = {"she", "her", "hers", "herself"}
IT = {"it", "its", "itself"}
THEY = {
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
    "both",
    "all",
    "some",
    "most",
    "many",
    "none",
    "neither",
    "two",
    "three",
    "others",
    "each",
}
SPEAKER = {"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"}
RELATIVE = {"who", "whom", "whose", "which", "that"}
CLEAR = 0.25  # by how much the best of those near must be ahead of another party
WINDOW = 4  # sentences back that a pronoun can reach
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


def pronoun(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """Whom a pronoun stands for."""
    word = sentence.tokens[head].text.lower()
    if word in RELATIVE:
        return _via(_relative(people, sentence, head), word)
    if word in SPEAKER:
        return _speaker(people, sentence, head, word)
    tests = _may_be(people, sentence, head)
    if tests is None:
        return ()
    found = _of_reported(people, sentence, head, tests) or _best(people, sentence, head, tests)
    found = _via(found, word) or _open(people, sentence, head, tests)
    if len(found) == 1 and word in HE | SHE:
        people.story.genders[_self(found[0])] = "m" if word in HE else "f"
    return found


def _may_be(people: Participants, sentence: Sentence, head: int) -> Test | None:
    """Whom a pronoun may stand for by its number, gender and kind; None for what is no such pronoun."""
    word = sentence.tokens[head].text.lower()
    tests = _agreement(people, word)
    return tests if tests is None or word not in HE | SHE else _not_the_speaker(people, sentence, head, tests)


def nearest(people: Participants, sentence: Sentence, head: int) -> list[tuple[float, tuple[Referent, ...]]]:
    """Those told of so far whom a pronoun may stand for, by how near and how prominent they are, the best first."""
    tests = _may_be(people, sentence, head)
    return [] if tests is None else _ranked(people, sentence, head, tests)


def _of_reported(people: Participants, sentence: Sentence, head: int, agrees: Test) -> tuple[Referent, ...]:
    """Whose speaker closes a sentence: in "Norway will leave unless Mali pays, its minister said" Norway's."""
    token = sentence.tokens[head]
    owned = token.head
    if owned >= 0 and sentence.tokens[owned].deprel in {"nmod:desc", "compound"}:  # "its minister Mira Olsen"
        owned = sentence.tokens[owned].head
    if token.deprel != "nmod:poss" or not is_subject(sentence, owned):
        return ()
    verb = governor(sentence, owned)
    said = [c for c in sentence.children[verb] if sentence.tokens[c].deprel in {"ccomp", "parataxis"}]
    if verb >= 0 and sentence.tokens[verb].deprel == "parataxis":
        said.append(sentence.tokens[verb].head)
    subjects = (c for clause_ in said if clause_ < head for c in sentence.children[clause_])
    first = next((c for c in subjects if sentence.tokens[c].deprel in SUBJECTS), None)
    told = people.refer(sentence, first) if first is not None else ()
    return told if all(r.known and agrees(r) for r in told) else ()


def _open(people: Participants, sentence: Sentence, head: int, agrees: Test) -> tuple[Referent, ...]:
    """Whom a pronoun stands for that near subjects leave open: in a subject's or owner's place only, and no loose fit."""
    token = sentence.tokens[head]
    if not (is_subject(sentence, head) or token.deprel == "nmod:poss"):
        return ()
    word = token.text.lower()
    if word in HE | SHE:
        return taken_up(people, sentence, head, lambda r: agrees(r) and r.known and r.kind in {"person", "unnamed"})
    return taken_up(people, sentence, head, lambda r: agrees(r) and r.known and (r.plural or word in IT))


def taken_up(people: Participants, sentence: Sentence, head: int, agrees: Test) -> tuple[Referent, ...]:
    """Whom the phrase stands for that this one, by all signs, takes up; nobody where that is nobody, or does not agree."""
    link = people.reference.earlier(sentence.index, head)
    if link is None:
        return ()
    told = people.refer(people.scene.reading.sentences[link.sentence], link.head)
    if not told or not all(map(agrees, told)):
        return ()
    word = sentence.tokens[head].text.lower()
    return tuple(replace(r, via=f"{_chain(r, word)}, likeliest") for r in told)


def _not_the_speaker(people: Participants, sentence: Sentence, head: int, agrees: Test) -> Test:
    """Whoever speaks a quote calls themselves "I": "he" in it is someone else."""
    source = people.scene.speaker(sentence.tokens[head].start)
    if source is None:
        return agrees
    speakers = {_self(r) for r in people.refer(people.scene.reading.sentences[source.sentence], source.head)}
    return lambda r: agrees(r) and _self(r) not in speakers


def _relative(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """Whom a relative pronoun takes up: its clause's noun with what is joined to it, or the name right before it where that is nobody."""
    noun = antecedent(sentence, head)
    if noun is None:
        return ()
    if not _is_one(sentence, head):
        joined = [c for c in sentence.children[noun] if sentence.tokens[c].deprel == "conj" and c < head]
        together = tuple(r for word in (noun, *joined) for r in people.refer(sentence, word)) if joined else ()
        if len(together) > len(joined):
            return together
    before = [t.index for t in sentence.tokens[:head] if t.upos not in {"PUNCT", "ADP"}]
    return people.refer(sentence, noun) or (people.refer(sentence, before[-1]) if before and before[-1] != noun else ())


def _is_one(sentence: Sentence, pronoun: int) -> bool:
    """Whether the verb says that a relative pronoun is one: "Peru and Chile, which borders Bolivia"."""
    verb = sentence.tokens[sentence.tokens[pronoun].head]
    near = [verb, *(sentence.tokens[c] for c in sentence.children[verb.index])]
    return is_subject(sentence, pronoun) and any("Number=Sing" in t.feats and "VerbForm=Fin" in t.feats for t in near)


def _self(referent: Referent) -> str:
    return referent.id or referent.name


def _agreement(people: Participants, word: str) -> Test | None:
    genders = people.story.genders
    if word in HE:
        return lambda r: r.person and not r.plural and genders.get(_self(r), r.gender) != "f"
    if word in SHE:
        return lambda r: r.person and not r.plural and genders.get(_self(r), r.gender) != "m"
    if word in IT:
        return lambda r: not r.person and not r.plural
    if word in THEY:
        return lambda r: r.plural or not r.person
    return None


def _speaker(people: Participants, sentence: Sentence, head: int, word: str) -> tuple[Referent, ...]:
    """Whom "we" and "I" in a quote stand for: the speaker."""
    source = people.scene.speaker(sentence.tokens[head].start)
    if source is None:
        return ()
    found = people.refer(people.scene.reading.sentences[source.sentence], source.head)
    return tuple(replace(r, via=f"{word} → {r.name}") for r in found)


def _via(found: tuple[Referent, ...], word: str) -> tuple[Referent, ...]:
    return tuple(replace(r, via=_chain(r, word)) for r in found)


def _chain(referent: Referent, word: str) -> str:
    """How a word leads to a referent, with how that one was read unless it is a word like this one."""
    how = f" ({referent.via})" if referent.via and "→" not in referent.via else ""
    return f"{word} → {referent.name}{how}"


def _best(people: Participants, sentence: Sentence, head: int, agrees: Test) -> tuple[Referent, ...]:
    ranked = _ranked(people, sentence, head, agrees)
    if not ranked:
        return ()
    score, best = ranked[0]
    rivals = [r for other, r in ranked[1:] if score - other < CLEAR and _party(r) != _party(best)]
    return () if rivals else best


def _ranked(
    people: Participants, sentence: Sentence, head: int, agrees: Test
) -> list[tuple[float, tuple[Referent, ...]]]:
    return sorted(_candidates(people, sentence, head, agrees), key=lambda item: -item[0])


def _party(referents: tuple[Referent, ...]) -> frozenset[str]:
    return frozenset(r.code or r.id or r.name for r in referents)


def _candidates(
    people: Participants, sentence: Sentence, head: int, agrees: Test
) -> Iterator[tuple[float, tuple[Referent, ...]]]:
    subject, mine = is_subject(sentence, head), clause(sentence, head)
    possessive, plural = sentence.tokens[head].deprel == "nmod:poss", sentence.tokens[head].text.lower() in THEY
    for distance, turn in enumerate(reversed(people.story.turns)):
        back = sentence.index - turn.sentence
        if back > WINDOW:
            return
        if back == 0 and not possessive and _same_clause(sentence, turn.head, mine):
            continue
        told = _joined(people, turn) if plural else turn.referents
        fits = all(map(agrees, told)) or (len(told) > 1 and agrees(_together(told)))
        if fits and not turn.place and all(r.known or r.person or r.kind == "organisation" for r in told):
            many = 0.0 if not plural else 0.4 if len(told) > 1 or any(r.plural for r in told) else -0.6
            weight = _weight(turn, back, subject=subject, paragraph=sentence.paragraph)
            named = 0.3 if not plural and len(told) == 1 and told[0].kind == "person" else 0.0
            yield weight + named + many - 0.02 * distance, told


def _joined(people: Participants, turn: Turn) -> tuple[Referent, ...]:
    """Those told of in one breath: "Oman and Qatar met" gives "their" two owners."""
    tokens = people.scene.reading.sentences[turn.sentence].tokens
    others = [
        referent
        for other in people.story.turns
        if other.sentence == turn.sentence and tokens[other.head].head == turn.head
        if tokens[other.head].deprel == "conj"
        for referent in other.referents
    ]
    return tuple(dict.fromkeys([*turn.referents, *others]))


def _same_clause(sentence: Sentence, other: int, mine: int) -> bool:
    """Two arguments of one verb are two parties: "Iran accused it" is not Iran's accusing itself."""
    theirs = clause(sentence, other)
    while mine != theirs and mine >= 0:
        token = sentence.tokens[mine]
        shared = token.deprel == "conj" and not any(
            sentence.tokens[c].deprel in SUBJECTS for c in sentence.children[mine]
        )
        if token.deprel != "xcomp" and not (shared and is_subject(sentence, other)):
            break
        mine = token.head  # "refused to let them land", "met the president and urged him"
    return theirs == mine


def _together(referents: tuple[Referent, ...]) -> Referent:
    return replace(referents[0], plural=True)


def _weight(turn: Turn, back: int, *, subject: bool, paragraph: int) -> float:
    weight = -0.6 * back + (1.0 if turn.subject else 0.0) + (0.3 if turn.subject and subject else 0.0)
    return weight + (0.2 if turn.paragraph == paragraph else 0.0)


def nominal(people: Participants, sentence: Sentence, head: int, found: Referent, noun: Noun) -> tuple[Referent, ...]:
    """Whom a definite noun without an owner takes up: "the army", "the group", "the soldiers", "both governments"."""
    if found.count == 2 and PARTIES & {noun.noun, noun.noun.removesuffix("s")} and is_definite(sentence, head):
        doing = frozenset() if is_subject(sentence, head) else _doing(people, sentence, head)
        return pair(people, sentence, noun, doing)
    if noun.noun in NEIGHBOURS:
        return neighbours(people, sentence, head, found, noun)
    bare = found.plural and found.person and found.count is None and found.sector in {"MIL", "CVL", "REB", "REF"}
    definite = is_definite(sentence, head)
    same = _last(people, lambda r: r.noun == noun.noun and r.known and r.plural == found.plural)
    if same is not None and (definite or noun.body or bare):
        return _again(same, found)
    if not definite:
        return ()
    other = _other_word(people, sentence, head, found, noun)
    if other or found.person or found.plural:
        return other
    named = by_name(people, sentence, head)
    return named if all(r.known for r in named) else ()


def _other_word(
    people: Participants, sentence: Sentence, head: int, found: Referent, noun: Noun
) -> tuple[Referent, ...]:
    """Whom a definite noun takes up that was not used of them before: "the group", "the country", "the men"."""
    if noun.noun in GROUPS:
        group = _last(people, lambda r: _is_group(r, noun.noun))
        return () if group is None else _via((_group_of(people, group),), f"the {noun.noun}")
    if noun.noun in {"country", "nation", "state"}:
        doing = _doing(people, sentence, head)
        spoken = _of_the_speaker(people, sentence, head)
        if spoken:
            return _via(spoken, f"the {noun.noun}")
        state = _last(people, lambda r: r.kind == "state" and r.code not in doing)
        return () if state is None else _via((state,), f"the {noun.noun}")
    if noun.noun in PEOPLE and found.plural:
        group = _last(people, lambda r: r.person and r.plural and r.code is not None and r.noun in PEOPLE | {"people"})
        return () if group is None else _again(group, found)
    return ()


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
    """Whether "the group" or "the alliance" may be somebody: a body, no ministry where a movement is meant, or a group's fighters."""
    if referent.id is None and (referent.sector == "REB" or noun in UNIONS):
        return referent.code not in {None, referent.country} and referent.kind != "person"
    if noun in UNIONS and referent.sector in {"MIL", "COP", "SPY"}:
        return False
    body = referent.kind in {"armed_group", "organisation"} and referent.id is not None and referent.sector != "MED"
    return body and not (noun in MOVEMENTS and referent.sector in STATE_ORGANS)


def _group_of(people: Participants, referent: Referent) -> Referent:
    """The group whose fighters were told of."""
    if referent.id is not None:
        return referent
    known = people.scene.world.register.actors.get(referent.code or "")
    name = known.name if known is not None else str(referent.code)
    return replace(referent, name=name, kind="armed_group", id=referent.code, plural=False, person=False, count=None)


def by_name(people: Participants, sentence: Sentence, head: int) -> tuple[Referent, ...]:
    """The body that a definite noun takes up by its name's own word: "the service", the Coastal Rescue Service."""
    word = sentence.tokens[head].lemma.lower()

    def same(referent: Referent) -> bool:
        if referent.person or word not in referent.name.lower():
            return False
        named = fold(referent.name)
        return word in named.casefold().split() if referent.known else word.capitalize() in named.split()

    if not is_definite(sentence, head) or not any(same(r) for turn in people.story.turns for r in turn.referents):
        return ()
    return taken_up(people, sentence, head, same)


def _again(before: Referent, found: Referent) -> tuple[Referent, ...]:
    if not before.person and not before.plural:
        return (replace(before, via=f"{found.name} → {before.name}"),)
    taken = replace(found, country=before.country, code=before.code, id=before.id, via=f"{found.name} → {before.name}")
    return (replace(taken, name=before.name, kind=before.kind) if before.kind == "person" else taken,)


def _last(people: Participants, fits: Test) -> Referent | None:
    for turn in reversed(people.story.turns):
        if len(turn.referents) == 1 and fits(turn.referents[0]):
            return turn.referents[0]
    return None


def of_the_scene(people: Participants, sentence: Sentence, found: Referent) -> Referent:
    """Someone of a state that is not named with them: the one the text is about."""
    country = _subject_state(people, sentence, found) or people.scene.setting
    if country is None:
        return replace(found, reason="ambiguous" if people.scene.weights else "not_stated")
    id_ = f"{country}:{found.noun.replace(' ', '-')}" if found.kind == "organisation" else found.id
    return replace(found, country=country, code=country, id=id_, via=f"{SUPPOSED}: {country}")


def _subject_state(people: Participants, sentence: Sentence, found: Referent) -> str | None:
    """The state that is the subject of the same sentence, for officials and bodies: "Algeria rejects it, the ministry said"."""
    if found.sector not in {"GOV", "MIL", "SPY", "JUD", "LEG", "COP"}:
        return None
    if found.kind == "group" and found.sector == "COP":  # "Chile condemned the attack on the officers": on others'
        return None
    for turn in reversed(people.story.turns):
        before = sentence.index - turn.sentence
        near = (
            before == 1 and turn.paragraph == sentence.paragraph and found.kind == "person"
        )  # "…. President Lee spoke …"
        if before and not near:
            return None
        if (
            turn.subject
            and not turn.place
            and len(turn.referents) == 1
            and turn.referents[0].kind in {"state", "organisation"}
        ):
            return turn.referents[0].country
    return None
