"""Trees set right where they contradict their own words: the reader's commonest slips in news, each with its sign.

A slip is mended only where no other reading is left: a noun cannot be joined to another across a verb that wants an
object, nor be a clause that has an article and no subject. What is doubtful stays as it was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees import tags
from whosays.coding.trees.clause import AUXILIARIES, RELATIVES, base, child, children, has_case, is_passive
from whosays.coding.trees.hung import HUNG
from whosays.coding.trees.kinds import KINDS
from whosays.coding.trees.neighbours import NEIGHBOURS
from whosays.coding.trees.relabelled import RELABELS
from whosays.coding.trees.shared import COMING, DENYING, NOMINAL, PARTICIPLE, Mend
from whosays.coding.trees.slips import SLIPS
from whosays.coding.trees.small_words import SMALL_WORDS
from whosays.coding.trees.torn import LAST, TORN
from whosays.lexicon.pasts import is_participle
from whosays.record.reading import Reading, Sentence, Token

OF_NOUNS = frozenset({"nsubj", "obj", "obl", "nmod", "iobj", "conj", "appos"})
# What people in the street do while something is done to them: "fired at protesters demanding his release".
OF_CROWDS = frozenset(
    "call chant demand demonstrate flee gather hold march oppose protest queue seek throw travel wait wave".split()
)
EMBEDDED = frozenset({"ccomp", "acl", "advcl"})
OF_OTHERS = frozenset({"country", "state", "nation"})
SAYING = frozenset({"say", "report", "announce", "state", "declare", "confirm"})
CHARGES = frozenset("accusation allegation assertion charge claim contention insinuation suggestion".split())
# What whoever has just said something goes on to do with words: "denied that he had been there and urged calm".
SPEAKING = frozenset(
    "accuse add appeal ask blame call condemn declare demand deny insist invite offer order pledge praise promise refuse reject say "
    "tell threaten thank urge vow warn welcome".split()
)
HAVING = frozenset({"use", "run", "own", "control", "operate", "manage"})
CITING = frozenset({"cite", "quote"})


def mended(reading: Reading) -> Reading:
    """The reading with its slips set right; itself where there are none."""
    sentences = tuple(_set_right(sentence) for sentence in reading.sentences)
    same = all(new is old for new, old in zip(sentences, reading.sentences, strict=True))
    return reading if same else replace(reading, sentences=sentences)


def _set_right(sentence: Sentence) -> Sentence:
    for mend in MENDS:
        changed = {token.index: token for token in mend(sentence)}
        if changed:
            tokens = tuple(changed.get(t.index, t) for t in sentence.tokens)
            if _is_tree(tokens):  # two slips of one kind can contradict each other: then both stay
                sentence = replace(sentence, tokens=tokens)
    return sentence


def _is_tree(tokens: tuple[Token, ...]) -> bool:
    """Whether every word hangs, by whatever way, on a root."""
    hung = {token.index for token in tokens if token.head < 0}
    for token in tokens:
        way: list[int] = []
        word = token.index
        while word not in hung:
            if word in way or len(way) > len(tokens):
                return False
            way.append(word)
            word = tokens[word].head
        hung.update(way)
    return bool(hung)


def _named_deeds(sentence: Sentence) -> Iterator[Token]:
    """ "Cambodian shelling killed nine": a form in -ing with an adjective or owner, in a noun's place, is a noun."""
    for token in sentence.tokens:
        if token.upos != "VERB" or not token.text.endswith("ing") or base(token.deprel) not in OF_NOUNS:
            continue
        before = [below for below in children(sentence, token.index, "amod", "det", "nmod:poss") if below < token.index]
        if before and child(sentence, token.index, "obj", "nsubj", "aux", "mark") is None:
            yield replace(token, upos="NOUN", lemma=token.text.lower(), feats="Number=Sing")


def _between_two(sentence: Sentence) -> Iterator[Token]:
    """ "Fighting between the army and the rebels": what is between two is a noun, with or without an article."""
    for token in sentence.tokens:
        if token.upos != "VERB" or not token.text.endswith("ing") or base(token.deprel) not in OF_NOUNS | {"csubj"}:
            continue
        sides = [one for one in children(sentence, token.index, "obl") if has_case(sentence, one, "between")]
        if sides and child(sentence, token.index, "obj", "nsubj", "aux", "mark") is None:
            relation = "nsubj" if base(token.deprel) == "csubj" else token.deprel
            yield replace(token, upos="NOUN", lemma=token.text.lower(), feats="Number=Sing", deprel=relation)
            yield from (replace(sentence.tokens[one], deprel="nmod") for one in sides)


def _lists_of_places(sentence: Sentence) -> Iterator[Token]:
    """ "The envoys of Britain, Canada and ten other states": of three joined by a comma and "and" none explains another."""
    ends = {name.last: name.first for name in sentence.names if name.kind == "LOC"}
    starts = {first: last for last, first in ends.items()}
    for token in sentence.tokens:
        last = starts.get(token.index)
        if token.deprel != "appos" or last is None or token.head not in starts:
            continue
        comma = starts[token.head] + 1 == token.index - 1 and sentence.tokens[token.index - 1].text == ","
        joined = last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].deprel == "cc"
        third = sentence.tokens[sentence.tokens[last + 1].head] if joined else None
        if (
            comma
            and third is not None
            and third.deprel == "conj"
            and third.head in {token.head, *_above(sentence, token.head)}
        ):
            yield replace(token, deprel="conj")
            yield replace(third, head=token.head)


def _unnamed_others(sentence: Sentence) -> Iterator[Token]:
    """ "The envoys of Mali and ten other states": those without a name are told of beside the envoys, as one more party."""
    ends = {name.last for name in sentence.names if name.kind == "LOC"}
    for token in sentence.tokens:
        if token.deprel != "conj" or token.head not in ends or token.lemma.lower() not in OF_OTHERS:
            continue
        other = any(sentence.tokens[word].lemma.lower() == "other" for word in children(sentence, token.index, "amod"))
        above = next(iter(_above(sentence, token.head)), -1)
        if (
            other
            and above >= 0
            and "Number=Plur" in sentence.tokens[above].feats
            and has_case(sentence, token.head, "of")
        ):
            yield replace(token, head=above)


def _above(sentence: Sentence, word: int) -> set[int]:
    """The noun that a word hangs on, where it hangs on one."""
    head = sentence.tokens[word].head
    return {head} if head >= 0 and base(sentence.tokens[word].deprel) == "nmod" else set()


def _objects_across(sentence: Sentence) -> Iterator[Token]:
    """ "Killed three soldiers and wounded seven others": the others are wounded, not killed too."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos not in NOMINAL or token.head < 0:
            continue
        first = sentence.tokens[token.head]
        verb = next(
            (
                word
                for word in range(token.index - 1, first.index, -1)
                if sentence.tokens[word].deprel == "conj"
                and sentence.tokens[word].upos == "VERB"
                and sentence.tokens[word].head == first.head
            ),
            None,
        )
        if (
            verb is not None
            and first.deprel == "obj"
            and child(sentence, verb, "obj", "iobj", "ccomp", "xcomp") is None
        ):
            yield replace(token, head=verb, deprel="obj")


def _verbs_for_nouns(sentence: Sentence) -> Iterator[Token]:
    """ "Killed three soldiers and wounded seven": what has an object of its own is joined to the verb."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos != "VERB" or "Tense=Past" not in token.feats:
            continue
        first = sentence.tokens[token.head]
        if first.upos in NOMINAL and first.deprel == "obj" and first.head < first.index < token.index:
            after = child(sentence, token.index, "obj")
            if after is not None and child(sentence, token.index, "det", "nsubj") is None:
                yield replace(token, head=first.head)


def _objects_for_clauses(sentence: Sentence) -> Iterator[Token]:
    """ "Announced a curfew": a noun with an article and no subject is no clause."""
    for token in sentence.tokens:
        if token.deprel == "ccomp" and token.upos == "NOUN" and token.head < token.index:
            clause = child(sentence, token.index, "nsubj", "nsubj:pass", "cop", "aux", "mark", "expl", "csubj")
            taken = child(sentence, token.head, "obj")
            if clause is None and taken is None and child(sentence, token.index, "det") is not None:
                yield replace(token, deprel="obj")


def _subjects_of_demands(sentence: Sentence) -> Iterator[Token]:
    """ "Demanded that the army withdraw": what stands between "that" and its verb is the subject."""
    for token in sentence.tokens:
        if token.deprel != "obj" or token.head < token.index or token.lemma.lower() in RELATIVES:
            continue
        that = next(iter(children(sentence, token.head, "mark")), None)
        bare = child(sentence, token.head, "nsubj", "nsubj:pass", "csubj", "expl") is None
        if bare and that is not None and that < token.index and sentence.tokens[that].lemma.lower() == "that":
            yield replace(token, deprel="nsubj")


def _of_the_crowd(sentence: Sentence) -> Iterator[Token]:
    """ "Fired at protesters demanding his release": whoever stands right before it demands."""
    for token in sentence.tokens:
        before = sentence.tokens[token.index - 1] if token.index else None
        if token.deprel != "advcl" or before is None or not token.text.endswith("ing"):
            continue
        crowd = before.upos == "NOUN" and "Number=Plur" in before.feats and base(before.deprel) in {"obl", "obj"}
        if crowd and before.head == token.head and token.lemma.lower() in OF_CROWDS:
            yield replace(token, head=before.index, deprel="acl")


def _done_by(sentence: Sentence) -> Iterator[Token]:
    """ "After talks in Ankara mediated by Turkey": a bare participle with its doer describes the noun before it."""
    for token in sentence.tokens:
        if token.deprel != "advcl" or token.upos != "VERB" or "Tense=Past" not in token.feats:
            continue
        before = token.index - 1
        clause = child(sentence, token.index, "mark", "advmod", "aux", "nsubj", "obj")
        if clause is not None or child(sentence, token.index, "obl:agent") is None:
            continue
        if before <= token.head or sentence.tokens[before].upos not in NOMINAL:
            continue
        nouns = [
            word for word in children(sentence, token.head, "obl", "obj", "nmod") if before in sentence.subtree(word)
        ]
        if nouns:
            yield replace(token, head=nouns[0], deprel="acl", feats=PARTICIPLE)


def _titles(sentence: Sentence) -> Iterator[Token]:
    """ "Lula and his counterpart Gustavo Petro": two members of a row that nothing parts are one, with a title."""
    for token in sentence.tokens:
        before = sentence.tokens[token.index - 1] if token.index else None
        if before is None or token.deprel != "conj" or token.upos != "PROPN":
            continue
        if before.upos == "NOUN" and before.deprel == "conj" and before.head == token.head:
            yield replace(token, head=before.index, deprel="appos")


def _relative_objects(sentence: Sentence) -> Iterator[Token]:
    """ "The rebels, who Kigali denies backing": of two subjects the relative one is the object."""
    for token in sentence.tokens:
        if token.deprel != "nsubj" or token.lemma.lower() not in RELATIVES or token.head < 0:
            continue
        verb = token.head
        others = [word for word in children(sentence, verb, "nsubj") if word != token.index]
        if others and others[0] < verb and sentence.tokens[verb].deprel == "acl:relcl":
            inner = child(sentence, verb, "xcomp")
            yield replace(token, head=verb if inner is None else inner, deprel="obj")


def _persons_who(sentence: Sentence) -> Iterator[Token]:
    """ "The crimes of Omar Saleh, whom Peru seeks": "who" behind a person's name takes up the person."""
    persons = {name.last: name.first for name in sentence.names if name.kind == "PER"}
    for token in sentence.tokens:
        if token.text.lower() not in {"who", "whom"} or token.head < 0:
            continue
        clause, before = sentence.tokens[token.head], token.index - 1
        before -= before > 0 and sentence.tokens[before].text == ","
        first = persons.get(before)
        if clause.deprel != "acl:relcl" or first is None or base(sentence.tokens[first].deprel) != "nmod":
            continue
        if sentence.tokens[first].head == clause.head:
            yield replace(clause, head=first)


def _charges_denied(sentence: Sentence) -> Iterator[Token]:
    """ "Accused Peru of arming them, allegations that Lima brushed aside": what is denied without an object is the charge before it."""
    for token in sentence.tokens:
        if token.lemma.lower() not in CHARGES or token.index == 0 or base(token.deprel) in ("nsubj", "obj"):
            continue
        denial = next(iter(children(sentence, token.index, "ccomp", "acl")), None)
        if denial is None or sentence.tokens[denial].lemma.lower() not in DENYING or denial < token.index:
            continue
        that = next((word for word in children(sentence, denial, "mark") if word == token.index + 1), None)
        whole = child(sentence, denial, "obj", "ccomp", "nsubj:pass") is not None
        if whole or child(sentence, denial, "nsubj") is None:
            continue
        relation = "appos" if token.upos == "VERB" else token.deprel
        yield replace(token, upos="NOUN", deprel=relation, feats="Number=Plur" if token.text.endswith("s") else "")
        yield replace(sentence.tokens[denial], deprel="acl:relcl")
        if that is not None:
            yield replace(sentence.tokens[that], upos="PRON", deprel="obj")


def _after_the_saying(sentence: Sentence) -> Iterator[Token]:
    """ "Armed men seized ten, the mission said, and demanded a ransom": those who seized demand, not whoever says so."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos != "VERB" or token.head < 0 or token.head > token.index:
            continue
        saying = sentence.tokens[token.head]
        told = [w for w in children(sentence, saying.index, "ccomp") if w < saying.index]
        own = child(sentence, token.index, "nsubj", "nsubj:pass", "expl")
        if (
            not told
            or own is not None
            or saying.lemma.lower() not in SAYING
            or saying.index + 1 >= len(sentence.tokens)
        ):
            continue
        if sentence.tokens[saying.index + 1].text == "," and child(sentence, saying.index, "obl", "advcl") is None:
            yield replace(token, head=told[-1])


def _due(sentence: Sentence) -> Iterator[Token]:
    """ "Are due to meet", "is due to end": what is due is a deed that is to come, and not what it is owed to ("due to fog")."""
    for token in sentence.tokens:
        to = next(iter(sentence.tokens[token.index + 1 : token.index + 2]), None)
        if token.lemma.lower() != "due" or to is None or to.text.lower() != "to":
            continue
        if token.head > to.index and to.head in (token.index, token.head):
            yield from _before_the_deed(sentence, token, to, sentence.tokens[token.head])
        elif token.upos == "ADJ" and child(sentence, token.index, "cop") is not None:  # "is due" says it
            deeds = [word for word in children(sentence, token.index, "advcl", "ccomp") if word > to.index]
            if deeds and to.head == deeds[0]:
                yield replace(sentence.tokens[deeds[0]], deprel="xcomp")


def _before_the_deed(sentence: Sentence, due: Token, to: Token, deed: Token) -> Iterator[Token]:
    """The words of "is due to end" where the deed is above "due": all of them are the deed's."""
    own = [*children(sentence, due.index, "nsubj", "cop", "aux", "obl")]
    helped = any(
        base(sentence.tokens[word].deprel) in ("cop", "aux") for word in (*own, *sentence.children[deed.index])
    )
    bare = deed.upos in ("NOUN", "ADJ") and deed.lemma.lower() in COMING and deed.index == to.index + 1
    if not helped or not (deed.upos == "VERB" or bare) or (deed.upos == "VERB" and deed.text.endswith("ing")):
        return  # "was due to flooding"
    yield replace(due, deprel="advmod")
    yield replace(to, head=deed.index, deprel="mark", upos="PART")
    yield replace(deed, upos="VERB", feats="VerbForm=Inf")
    yield from (replace(sentence.tokens[word], head=deed.index) for word in own)


def _told_aside(sentence: Sentence) -> Iterator[Token]:
    """ "Reported, citing two officers, that ten were held": it is reported that, and the officers are cited."""
    for token in sentence.tokens:
        above = sentence.tokens[token.head] if token.head >= 0 else None
        if token.deprel != "ccomp" or above is None or above.head < 0 or above.lemma.lower() not in CITING:
            continue
        that = next(iter(children(sentence, token.index, "mark")), None)
        cited = child(sentence, above.index, "obj")
        if above.deprel != "advcl" or that is None or cited is None or cited > that:
            continue
        if sentence.tokens[that - 1].text == "," and child(sentence, above.head, "ccomp") is None:
            yield replace(token, head=above.head)


def _relative_clauses(sentence: Sentence) -> Iterator[Token]:
    """ "Said on a channel it uses that its men did it": what is used is no statement, and what is said is said by the speaker."""
    for token in sentence.tokens:
        if token.deprel != "ccomp" or token.lemma.lower() not in HAVING or token.head < 0:
            continue
        own = child(sentence, token.index, "nsubj")
        before = own - 1 if own is not None and own == min(sentence.subtree(token.index)) else -1
        if before <= token.head or sentence.tokens[before].head != token.head:
            continue
        said = [
            word
            for verb in (token.head, token.index)
            for word in children(sentence, verb, "ccomp")
            if word > token.index and _has_that(sentence, word)
        ]
        if said and base(sentence.tokens[before].deprel) == "obl":
            yield replace(token, head=before, deprel="acl:relcl")
            yield replace(sentence.tokens[said[0]], head=token.head)


def _has_that(sentence: Sentence, clause: int) -> bool:
    return any(sentence.tokens[word].lemma.lower() == "that" for word in children(sentence, clause, "mark"))


def _objects_of_gerunds(sentence: Sentence) -> Iterator[Token]:
    """ "Backing Chile strengthens it": a predicate has one subject, so the noun right behind a form in -ing that is one is its object."""
    for token in sentence.tokens:
        doing = next((word for word in children(sentence, token.head, "csubj") if word == token.index - 1), None)
        if token.deprel == "nsubj" and doing is not None and sentence.tokens[doing].text.lower().endswith("ing"):
            yield replace(token, head=doing, deprel="obj")


def _participles(sentence: Sentence) -> Iterator[Token]:
    """ "The occupied province", "a truce brokered by Kenya": what describes a noun, and has no subject, is no finite verb."""
    for token in sentence.tokens:
        if token.upos != "VERB" or "VerbForm=Fin" not in token.feats:
            continue
        before = token.deprel == "amod" and token.head > token.index
        behind = token.deprel == "acl" and 0 <= token.head < token.index and "Tense=Past" in token.feats
        if before or (behind and child(sentence, token.index, "nsubj", "aux", "mark", "obj") is None):
            yield replace(token, feats=PARTICIPLE)


def _back_to_the_speaker(sentence: Sentence) -> Iterator[Token]:
    """ "Denied that any man had been there and urged calm": a plain past cannot share "had" or "must", so it is not theirs.

    A form that could be a participle too ("said that they had crossed the river and shot two guards") goes back only if
    it is something that is done by speaking. So it does from what somebody was said to be: "said three were dead and vowed
    to strike back".
    """
    for token in sentence.tokens:
        if token.deprel != "conj" or token.head < 0 or not _is_plain_past(sentence, token.index):
            continue
        speaks = token.lemma.lower() in SPEAKING and not _is_ordered_there(sentence, token)
        if is_participle(token.text.lower()) and not speaks and _shares_had(sentence, token):
            continue
        here = token.head
        if speaks and base(sentence.tokens[here].deprel) == "ccomp" and child(sentence, here, "cop") is not None:
            here = sentence.tokens[here].head
        while base(sentence.tokens[here].deprel) in EMBEDDED and _helpers(sentence, here) & AUXILIARIES:
            here = sentence.tokens[here].head
        alone = child(sentence, token.index, "nsubj") is None
        if alone and here != token.head and here < token.index and _is_plain_past(sentence, here):
            yield replace(token, head=here)


def _is_ordered_there(sentence: Sentence, token: Token) -> bool:
    """ "Said that a warship had entered the bay and ordered the crew to stop": who did the one thing may have ordered the other."""
    whom = child(sentence, token.index, "obj", "iobj") is not None and child(sentence, token.index, "xcomp") is not None
    did = not is_passive(sentence, token.head) and child(sentence, token.head, "cop") is None
    return token.lemma.lower() == "order" and whom and did


def _shares_had(sentence: Sentence, token: Token) -> bool:
    return bool({"have", "be"} & _helpers(sentence, token.head))


def _behind_the_main_verb(sentence: Sentence) -> Iterator[Token]:
    """ "Drones launched by the army struck a depot near Kosti": what stands behind the main verb is not told of the verb in the subject."""
    for token in sentence.tokens:
        if base(token.deprel) != "obl" or token.head < 0:
            continue
        above = sentence.tokens[token.head].head
        while above >= 0 and not (token.head < above < token.index and sentence.tokens[above].upos == "VERB"):
            above = sentence.tokens[above].head
        if above >= 0:
            yield replace(token, head=above)


def _is_plain_past(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    past = {"VerbForm=Fin", "Tense=Past"} <= set(token.feats.split("|"))
    return token.upos == "VERB" and past and not _helpers(sentence, verb)


def _helpers(sentence: Sentence, verb: int) -> set[str]:
    return {sentence.tokens[word].lemma.lower() for word in children(sentence, verb, "aux")}


MENDS: tuple[Mend, ...] = (
    tags.names,
    tags.articles,
    tags.plurals,
    tags.due,
    *TORN,
    *KINDS,
    *NEIGHBOURS,
    *RELABELS,
    *SMALL_WORDS,
    *SLIPS,
    *HUNG,
    _due,
    _named_deeds,
    _between_two,
    _lists_of_places,
    _unnamed_others,
    _verbs_for_nouns,
    _objects_across,
    _objects_for_clauses,
    _subjects_of_demands,
    _of_the_crowd,
    _done_by,
    _titles,
    _relative_objects,
    _persons_who,
    _charges_denied,
    _after_the_saying,
    _told_aside,
    _relative_clauses,
    _back_to_the_speaker,
    _behind_the_main_verb,
    _objects_of_gerunds,
    _participles,
    *LAST,
)
