"""Rows: what "and", "nor" and a comma join, and to what. "Killed three soldiers and wounded seven" wounds no soldiers.

What is joined stands behind what it is joined to, and a noun is joined to a noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import RELATIVES, base, child, children, has_case
from whosays.coding.trees.mends.shared import NOMINAL, NOUNS
from whosays.record.reading import Sentence, Token

OF_OTHERS = frozenset({"country", "state", "nation"})


def joined_to_what_follows(sentence: Sentence) -> Iterator[Token]:
    """ "Neither arrested nor charged the men": what is joined stands behind what it is joined to, so it is joined to the verb."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos != "VERB" or token.head < token.index:
            continue
        thing = sentence.tokens[token.head]
        if thing.deprel == "obj" and 0 <= thing.head < token.index and sentence.tokens[thing.head].upos == "VERB":
            yield replace(token, head=thing.head)


def joined_to_what_stands_before(sentence: Sentence) -> Iterator[Token]:
    """ "The government and its foes signed a deal in Riga": what "and" joins stands behind what it is joined to."""
    for token in sentence.tokens:
        joint = child(sentence, token.index, "cc")
        if token.deprel != "conj" or token.upos not in NOUNS or token.head < token.index or joint is None:
            continue
        before = sentence.tokens[joint - 1] if 0 < joint < token.index else token
        while before.index != token.index and max(sentence.subtree(before.index)) < joint and before.head > joint:
            if before.upos in NOMINAL:
                break
            before = sentence.tokens[before.head]
        if before.index < joint and before.upos in NOMINAL:
            yield replace(token, head=before.index)


def joiners(sentence: Sentence) -> Iterator[Token]:
    """ "Neither attacked nor shelled": what joins a word to the one before it stands with the second."""
    for token in sentence.tokens:
        if token.deprel != "cc" or not 0 <= token.head < token.index:
            continue
        second = next((word for word in children(sentence, token.head, "conj") if word > token.index), None)
        if second is not None and child(sentence, second, "cc") is None:
            yield replace(token, head=second)


def joined_objects(sentence: Sentence) -> Iterator[Token]:
    """ "Send a frigate and 200 troops": of two objects the one behind "and" is joined to the other."""
    for token in sentence.tokens:
        if token.deprel != "obj" or token.upos not in NOUNS | {"PRON"} or child(sentence, token.index, "cc") is None:
            continue
        first = next((word for word in children(sentence, token.head, "obj") if word < token.index), None)
        if first is not None and first > token.head:
            yield replace(token, head=first, deprel="conj")


def joined_subjects(sentence: Sentence) -> Iterator[Token]:
    """ "Egypt and Ethiopia failed to agree": of two subjects the one behind "and" is joined to the other."""
    for token in sentence.tokens:
        joint = child(sentence, token.index, "cc")
        if token.deprel not in {"nsubj", "nsubj:pass"} or token.upos not in NOUNS | {"PRON"} or joint is None:
            continue
        for word in children(sentence, token.head, token.deprel):
            if max(sentence.subtree(word)) == joint - 1 and joint < token.index:
                yield replace(token, head=word, deprel="conj")


def shared_before(sentence: Sentence) -> Iterator[Token]:
    """ "Condemned the strike and urged both to stop": what stands in front of "and" is not the second verb's."""
    for token in sentence.tokens:
        if token.deprel != "obj" or token.head < token.index or token.lemma.lower() in RELATIVES:
            continue
        second = sentence.tokens[token.head]
        first = sentence.tokens[second.head] if second.head >= 0 else second
        joint = [word for word in range(token.index + 1, second.index) if sentence.tokens[word].upos == "CCONJ"]
        alone = child(sentence, first.index, "obj", "ccomp", "xcomp") is None and first.upos == "VERB"
        if second.deprel == "conj" and joint and alone and first.index < min(sentence.subtree(token.index)):
            yield replace(token, head=first.index)


def both_done_to(sentence: Sentence) -> Iterator[Token]:
    """ "Trained and armed them": what stands behind the second of two verbs is the object of both, and the second has it."""
    for token in sentence.tokens:
        if token.deprel != "obj" or token.head < 0 or token.head > token.index:
            continue
        verb, first = token.head, min(sentence.subtree(token.index))
        last = sentence.tokens[first - 1]
        joined = last.upos == "VERB" and last.deprel == "conj" and last.head == verb and "Part" in last.feats
        if joined and last.index == verb + 2 and sentence.tokens[last.index - 1].upos == "CCONJ":
            yield replace(token, head=last.index)


def between_both(sentence: Sentence) -> Iterator[Token]:
    """ "Talks between the government and the rebels": "between" wants two, and the second is joined to the first."""
    for token in sentence.tokens:
        if token.upos not in NOMINAL or token.deprel not in {"conj", "nmod", "obl"} or token.head < 0:
            continue
        joining = next((word for word in children(sentence, token.index, "cc") if word < token.index), None)
        side = None if joining is None else _side_before(sentence, token, joining)
        if side is None or child(sentence, side, "conj") is not None:
            continue
        if token.deprel == "conj" and has_case(sentence, side, "between"):
            yield replace(token, head=side)
            continue
        marks = [sentence.tokens[word] for word in children(sentence, token.index, "case") if word < side]
        if token.deprel != "conj" and [one.text.lower() for one in marks] == ["between"]:
            yield replace(token, head=side, deprel="conj")
            yield replace(marks[0], head=side)


def _side_before(sentence: Sentence, token: Token, joining: int) -> int | None:
    """The noun right in front of the "and" of another, where both hang on one word."""
    sides = (word for word in children(sentence, token.head, "nmod", "obl") if word < joining)
    return next((word for word in sides if max(sentence.subtree(word)) == joining - 1), None)


def joined_nouns(sentence: Sentence) -> Iterator[Token]:
    """ "Talks between the rebels and the army": a noun with "and" before it is joined to the noun that stands before that."""
    for token in sentence.tokens:
        joint = child(sentence, token.index, "cc")
        if joint is None or joint > token.index or joint == 0 or base(token.deprel) not in {"nmod", "obl", "obj"}:
            continue
        before = (word for word in children(sentence, token.head, token.deprel) if word < joint)
        first = next((word for word in before if joint - 1 in sentence.subtree(word)), None)
        if first is None or sentence.tokens[first].upos not in NOMINAL:
            continue
        yield replace(token, head=first, deprel="conj")
        cases = (word for word in children(sentence, token.index, "case") if word < first)
        yield from (replace(sentence.tokens[word], head=first) for word in cases)


def one_beside_several(sentence: Sentence) -> Iterator[Token]:
    """ "Three envoys, a clerk and a driver": one person explains no three, so the clerk is another."""
    for token in sentence.tokens:
        several, article = sentence.tokens[token.head], child(sentence, token.index, "det")
        if token.deprel != "appos" or article is None:
            continue
        if "Number=Plur" not in several.feats or "Number=Sing" not in token.feats:
            continue
        after = token.index + 1
        listed = after < len(sentence.tokens) and sentence.tokens[after].deprel in {"cc", "punct"}
        last = any(word > token.index for word in children(sentence, several.index, "conj"))
        if listed and last and sentence.tokens[article].text.lower() in {"a", "an"}:
            yield replace(token, deprel="conj")


def lists_of_places(sentence: Sentence) -> Iterator[Token]:
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
        if not comma or third is None or third.deprel != "conj":
            continue
        if third.head in {token.head, *_noun_above(sentence, token.head)}:
            yield replace(token, deprel="conj")
            yield replace(third, head=token.head)


def unnamed_others(sentence: Sentence) -> Iterator[Token]:
    """ "The envoys of Mali and ten other states": those without a name are told of beside the envoys, as one more party."""
    ends = {name.last for name in sentence.names if name.kind == "LOC"}
    for token in sentence.tokens:
        if token.deprel != "conj" or token.head not in ends or token.lemma.lower() not in OF_OTHERS:
            continue
        other = any(sentence.tokens[word].lemma.lower() == "other" for word in children(sentence, token.index, "amod"))
        if not other or not has_case(sentence, token.head, "of"):
            continue
        for above in _noun_above(sentence, token.head):
            if "Number=Plur" in sentence.tokens[above].feats:
                yield replace(token, head=above)


def _noun_above(sentence: Sentence, word: int) -> tuple[int, ...]:
    """The noun that a word hangs on, where it hangs on one."""
    head = sentence.tokens[word].head
    return (head,) if head >= 0 and base(sentence.tokens[word].deprel) == "nmod" else ()


def verbs_for_nouns(sentence: Sentence) -> Iterator[Token]:
    """ "Killed three soldiers and wounded seven": what has an object of its own is joined to the verb."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos != "VERB" or "Tense=Past" not in token.feats:
            continue
        first = sentence.tokens[token.head]
        if first.upos in NOMINAL and first.deprel == "obj" and first.head < first.index < token.index:
            after = child(sentence, token.index, "obj")
            if after is not None and child(sentence, token.index, "det", "nsubj") is None:
                yield replace(token, head=first.head)


def objects_across(sentence: Sentence) -> Iterator[Token]:
    """ "Killed three soldiers and wounded seven others": the others are wounded, not killed too."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos not in NOMINAL or token.head < 0:
            continue
        first = sentence.tokens[token.head]
        between = reversed(sentence.tokens[first.index + 1 : token.index])
        verbs = (one for one in between if one.upos == "VERB" and one.deprel == "conj" and one.head == first.head)
        verb = next(verbs, None)
        if verb is None or first.deprel != "obj":
            continue
        if child(sentence, verb.index, "obj", "iobj", "ccomp", "xcomp") is None:
            yield replace(token, head=verb.index, deprel="obj")


def titles(sentence: Sentence) -> Iterator[Token]:
    """ "Ana Ruiz and her counterpart Omar Saleh": two members of a row that nothing parts are one, with a title."""
    for token in sentence.tokens:
        before = sentence.tokens[token.index - 1] if token.index else None
        if before is None or token.deprel != "conj" or token.upos != "PROPN":
            continue
        if before.upos == "NOUN" and before.deprel == "conj" and before.head == token.head:
            yield replace(token, head=before.index, deprel="appos")
