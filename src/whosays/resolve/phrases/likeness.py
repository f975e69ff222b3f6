"""What tells whether a phrase takes up another: signs by name, for the weights in `data/reference.tsv` to be summed over.

Signs are strings "KIND:SIGN=VALUE"; KIND is that of the later phrase (a pronoun's person, a name's label, a noun's
determiner), so that what speaks for a pronoun need not speak for a name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from whosays.record.reading import Reading, Sentence
from whosays.resolve.phrases.described import Described

Seen = Callable[[str], int]  # how often a text ("t …") or a head word ("h …") came before


def alone(phrase: Described, seen: Seen) -> Iterator[str]:
    """Signs that a phrase speaks of something new."""
    kind = phrase.kind
    yield f"{kind}:new"
    told = "text" if seen("t " + phrase.text) else "head" if seen("h " + phrase.lemma) else "no"
    yield f"{kind}:new:told={told}"
    yield f"{kind}:new:role={phrase.role}"
    yield f"{kind}:new:long={min(phrase.phrase.last - phrase.phrase.first, 5)}"
    yield f"{kind}:new:words={min(len(phrase.words), 3)}:{told}"
    yield f"{kind}:new:person={phrase.person}:{told}"
    yield f"{kind}:new:early={phrase.phrase.sentence < 3}"
    yield f"{kind}:new:quoted={phrase.quoted}"
    yield f"{kind}:new:times={_bucket(seen('t ' + phrase.text))}"
    yield f"{kind}:new:heads={_bucket(seen('h ' + phrase.lemma))}:{phrase.role == 'compound'}"
    if not phrase.pronoun:
        yield f"{phrase.wide}:new:governed={phrase.role}:{told}"
        yield f"new:noun={phrase.lemma}"
        yield f"new:noun={phrase.lemma}:{told}"
    if phrase.pronoun:
        yield f"{kind}:new:word={phrase.text}:{phrase.role}"


def together(a: Described, b: Described, reading: Reading, seen: Seen) -> Iterator[str]:
    """Signs that the later phrase `b` takes up the earlier one `a`."""
    kind, wide = b.kind, a.wide
    back = b.phrase.sentence - a.phrase.sentence
    far = (
        "0"
        if back == 0
        else "1"
        if back == 1
        else "2"
        if back == 2
        else "3"
        if back < 5
        else "5"
        if back < 10
        else "10"
    )
    like = _likeness(a, b)
    yield f"{kind}<{wide}"
    yield f"{kind}<{wide}:far={far}"
    yield f"{kind}:far={far}:like={like}"
    yield f"{kind}<{wide}:like={like}"
    yield f"{kind}:like={like}:label={a.label}{b.label if not b.pronoun else ''}"
    yield f"{kind}:number={_agree_number(a, b)}:{wide}"
    yield f"{kind}:nature={a.person}{'' if b.pronoun else b.person}:{a.plural}"
    yield f"{kind}:gender={_agree_gender(a, b)}"
    yield f"{kind}:roles={a.role}-{b.role}"
    yield f"{kind}:role={a.role}:far={far}"
    yield f"{kind}:quoted={a.quoted}{b.quoted}:{wide}"
    yield f"{kind}:between={_bucket(b.order - a.order)}"
    yield f"{kind}:told={_bucket(seen('t ' + a.text))}:{wide}"
    yield f"{kind}<{a.kind}:like={like}"
    if not b.pronoun:
        yield f"{b.wide}:like={like}:roles={a.role}-{b.role}"
        yield f"{b.wide}:like={like}:words={min(len(a.words), 3)}-{min(len(b.words), 3)}"
        yield f"{kind}:more={_more(a, b)}:like={like}"
        if like == "no" and not a.pronoun:
            yield f"nouns={a.lemma}/{b.lemma}"
    paragraphs = b.paragraph - a.paragraph
    if b.pronoun:
        yield f"{kind}<{wide}:paragraphs={min(paragraphs, 4)}"
        yield f"{kind}<{a.kind}"
    if back == 0:
        yield from _within(a, b, reading.sentences[b.phrase.sentence])


def _within(a: Described, b: Described, sentence: Sentence) -> Iterator[str]:
    """Signs from the tree that both stand in."""
    one, other = a.phrase, b.phrase
    if one.first <= other.first and other.last <= one.last:
        yield f"{b.kind}:inside:{a.wide}"
    elif other.first <= one.first and one.last <= other.last:
        yield f"{b.kind}:around:{a.wide}"
    elif a.clause == b.clause:
        yield f"{b.kind}:same-clause:{b.role == 'nmod:poss'}:{a.role}"
        if b.text.endswith(("self", "selves")):
            yield "reflexive:same-clause"
    if b.appos == one.head and not one.joint:
        yield f"{b.wide}:apposition:{a.wide}"
    if b.copula == one.head:
        yield f"{b.kind}:predicate:{a.wide}"
    if sentence.tokens[other.head].deprel == "conj" and sentence.tokens[other.head].head == one.head:
        yield f"{b.wide}:joined"


def _likeness(a: Described, b: Described) -> str:
    """How much two phrases' words agree, the closest first."""
    if b.pronoun or a.pronoun:
        return "same" if a.kind == b.kind else "pronoun"
    if a.text == b.text:
        return "text"
    if a.lemma == b.lemma:
        return _same_head(set(a.words), set(b.words))
    if _short(a, b) or _short(b, a):
        return "short"
    return _overlap(a, b)


def _same_head(mine: set[str], theirs: set[str]) -> str:
    return "words" if mine == theirs else "fewer" if theirs < mine else "added" if mine < theirs else "head"


def _overlap(a: Described, b: Described) -> str:
    mine, theirs = set(a.words), set(b.words)
    if b.wide == a.wide == "name" and mine and (theirs <= mine or mine <= theirs):
        return "part"
    if a.lemma in theirs or b.lemma in mine:
        return "inside"
    return "shared" if mine & theirs else "no"


def _short(a: Described, b: Described) -> bool:
    """Whether one is the other's initials: "HDF", the Harbour Defence Front."""
    return len(b.words) == 1 and len(a.initials) > 1 and b.words[0].replace(".", "") == a.initials


def _more(a: Described, b: Described) -> str:
    """Which of the two says words that the other lacks."""
    mine, theirs = set(a.words) - {a.lemma}, set(b.words) - {b.lemma}
    if not mine and not theirs:
        return "none"
    if mine == theirs:
        return "same"
    return "earlier" if theirs < mine else "later" if mine < theirs else "both"


def _agree_number(a: Described, b: Described) -> str:
    return f"{'many' if a.plural else 'one'}-{'many' if b.plural else 'one'}"


def _agree_gender(a: Described, b: Described) -> str:
    if not a.gender or not b.gender:
        return "open"
    return "same" if a.gender == b.gender else "other"


def _bucket(number: int) -> str:
    for limit in (0, 1, 2, 3, 5, 8, 12, 20, 40):
        if number <= limit:
            return str(limit)
    return "many"
