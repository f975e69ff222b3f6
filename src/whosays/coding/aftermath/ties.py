"""Lasting ties between two participants that happenings show: support given, relations broken, wars fought, drills held."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.aftermath.put_off import is_put_off
from whosays.coding.aftermath.tie_words import PLURAL, from_words, is_somebody
from whosays.coding.circumstances.time_words import is_temporal
from whosays.coding.trees.clause import base, children, conjuncts, has_case, noun_phrase
from whosays.lexicon import Lexicon
from whosays.lexicon.ties import Ties
from whosays.record.coded import CodedEvent, CodedRelation, Mention
from whosays.record.reading import Reading, Sentence

NOT_SO = frozenset({"conditional", "question", "generic", "future", "intended"})
# "Signed a treaty", "the accord between": and what is signed, where the verb could sign anything else.
AGREEMENTS = frozenset(
    {"agreement", "treaty", "pact", "ratify", "accord", "truce", "ceasefire", "armistice", "memorandum", "convention"}
)
SIGNING = frozenset({"sign", "initial", "initialle", "conclude", "seal", "reach", "join", "renew"})
ALLYING = frozenset({"defence", "defense", "alliance", "allegiance"})
HELPING = frozenset({"help", "support", "defend", "assist", "reinforce"})
FOR = ("for", "alongside")
GIVEN_WITH = ("with", "for", "of")  # "supplied them with rifles", "paid for the rifles"
LASTING = frozenset({"since", "for"})
# Categories whose verbs may make a tie by themselves: "armed the rebels", "backs the rebels", "invaded the island".
TYING = frozenset({"AID", "SUPPORT", "ASSAULT", "COERCE", "COOPERATE"})
WARS = frozenset({"war", "conflict"})


def ties(reading: Reading, events: tuple[CodedEvent, ...], lexicon: Lexicon) -> tuple[CodedRelation, ...]:
    """The ties that a document states."""
    heads: dict[int, set[int]] = {}
    for event in events:
        heads.setdefault(event.sentence, set()).add(event.trigger.head)
    return tuple(
        [one for n, event in enumerate(events) for one in _from_event(reading, event, n, lexicon)]
        + [
            one
            for sentence in reading.sentences
            for one in from_words(reading, sentence, lexicon, frozenset(heads.get(sentence.index, ())))
        ]
    )


def _from_event(reading: Reading, event: CodedEvent, number: int, lexicon: Lexicon) -> Iterator[CodedRelation]:
    """The ties that an event makes between its participants, whoever they will turn out to be."""
    sentence = reading.sentences[event.sentence]
    several = len(event.actor) > 1 or any(_are_several(reading, actor) for actor in event.actor)
    # to whom help goes, and against whom "the sanctions of 2019" are, may be told elsewhere
    elsewhere = event.category == "AID" or sentence.tokens[event.trigger.head].upos == "NOUN"
    alone = not event.recipient and not several and not elsewhere
    if not event.actor or {status.value for status in event.status} & NOT_SO:
        return
    if is_put_off(sentence, event.trigger.head):
        return
    yield from _troops_for(reading, event, number)
    if alone:
        return
    for type_ in sorted(_types(sentence, event, lexicon)):
        if type_ == "agreement" and not several and not _has_partner(reading, event):
            continue
        yield CodedRelation(
            giver=None, receiver=None, type=type_, evidence=event.trigger, stances=event.stances, events=(number,)
        )


def _troops_for(reading: Reading, event: CodedEvent, number: int) -> Iterator[CodedRelation]:
    """Whose war the troops that somebody sends are to fight: "sent soldiers to fight for Peru", "to help defend Peru"."""
    if (event.category, event.mode) != ("MOBILIZE", "troops"):
        return
    sentence = reading.sentences[event.sentence]
    for task in sentence.subtree(event.trigger.head):
        for whom in _served(sentence, task):
            receiver = noun_phrase(reading, sentence, whom, whole=False)
            if receiver is not None:
                yield CodedRelation(giver=event.actor[0], receiver=receiver, type="X", evidence=event.trigger,
                                    stances=event.stances, events=(number,))  # fmt: skip


def _served(sentence: Sentence, verb: int) -> Iterator[int]:
    """Whom a verb of helping helps, where the words name a state, a people or a body."""
    lemma = sentence.tokens[verb].lemma.lower()
    helped = children(sentence, verb, "obj") if lemma in HELPING else ()
    fought_for = children(sentence, verb, "obl") if lemma == "fight" else ()
    for word in (*helped, *(one for one in fought_for if has_case(sentence, one, *FOR))):
        if any(is_somebody(sentence, one) for one in (word, *children(sentence, word, "amod"))):
            yield word


def _has_partner(reading: Reading, event: CodedEvent) -> bool:
    """Whether one signer has signed with somebody: "signed a pact with Peru", not "signed the convention"."""
    found = ((reading.sentences[one.sentence], one.head) for one in event.recipient)
    return any(has_case(sentence, head, "with", "between") for sentence, head in found)


def _are_several(reading: Reading, actor: Mention) -> bool:
    """ "The neighbours fought two wars": one phrase for both."""
    token = reading.sentences[actor.sentence].tokens[actor.head]
    return token.lemma.lower() in PLURAL and "Number=Plur" in token.feats


def _types(sentence: Sentence, event: CodedEvent, lexicon: Lexicon) -> set[str]:
    words, head = lexicon.ties, event.trigger.head
    lemma = sentence.tokens[head].lemma.lower()
    near = {lemma, *(sentence.tokens[word].lemma.lower() for word in _complements(sentence, head))}
    if event.category == "SANCTION":
        return {words.measures[one] for one in near & words.measures.keys()}
    if event.category == "COOPERATE":
        return {words.joint[one] for one in near & words.joint.keys()}
    if event.category in {"AGREE", "SUPPORT", "RETREAT"} and (
        lemma in AGREEMENTS or (lemma in SIGNING and (near & AGREEMENTS or lemma == "sign"))
    ):
        return {"ally"} if near & ALLYING else {"agreement"}
    if event.category == "ASSAULT" and lemma == "fight" and (near & WARS or _goes_on(sentence, head)):
        return {"conflict"}
    given = _of_help(sentence, head, words) if event.category == "AID" else set()
    if not given and event.category in TYING and lemma in words.verbs:
        # "backed its neighbour" that day
        once = event.category == "SUPPORT" and "Tense=Past" in sentence.tokens[head].feats
        return set() if once else {words.verbs[lemma]}
    return given


def _goes_on(sentence: Sentence, verb: int) -> bool:
    """ "Has been fighting it since 2022", "have fought for three years": no single fight."""
    times = (word for word in children(sentence, verb, "obl") if is_temporal(sentence, word))
    return any(has_case(sentence, word, *LASTING) for word in times)


def _of_help(sentence: Sentence, head: int, words: Ties) -> set[str]:
    """What kind of support it is by what is given; who pays for another's weapons funds him too."""
    given = {words.given[one] for one in _given(sentence, head) & words.given.keys()}
    return given | ({"F"} if given and sentence.tokens[head].lemma.lower() == "pay" else set())


def _complements(sentence: Sentence, head: int) -> list[int]:
    """What a deed is about: its objects and theirs ("adopted packages of sanctions")."""
    direct = [
        word
        for below in children(sentence, head, "obj", "nsubj:pass", "compound", "obl")
        if base(sentence.tokens[below].deprel) != "obl"
        or has_case(sentence, below, "on", "under")  # "put it on a list"
        for word in conjuncts(sentence, below)
    ]
    return direct + [below for word in direct for below in children(sentence, word, "nmod", "compound")]


def _given(sentence: Sentence, head: int) -> set[str]:
    given = [
        member
        for word in children(sentence, head, "obj", "iobj", "obl", "nsubj:pass", "nmod")
        if base(sentence.tokens[word].deprel) != "obl" or has_case(sentence, word, *GIVEN_WITH)
        for member in _with_examples(sentence, word)
    ]
    if base(sentence.tokens[head].deprel) == "acl" and sentence.tokens[head].head >= 0:
        given += _with_examples(sentence, sentence.tokens[head].head)
    return {sentence.tokens[word].lemma.lower() for word in given}


def _with_examples(sentence: Sentence, word: int) -> list[int]:
    """A noun, what is joined to it, and what "including" adds."""
    found = conjuncts(sentence, word)
    return found + [
        below
        for one in found
        for below in children(sentence, one, "nmod", "appos")
        if not has_case(sentence, below, "to", "for")
    ]
