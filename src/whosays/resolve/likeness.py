"""What tells whether a phrase takes up another: signs by name, for the weights in `data/reference.tsv` to be summed over.

Signs are strings "KIND:SIGN=VALUE"; KIND is that of the later phrase (a pronoun's person, a name's label, a noun's
determiner), so that what speaks for a pronoun need not speak for a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from whosays.record.reading import Reading, Sentence, Token
from whosays.resolve.mentions import Phrase
from whosays.resolve.nouns import Nouns
from whosays.resolve.phrases import clause, core

PRONOUNS: dict[str, str] = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves", "ya"), "you"),
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "'em"), "they"),
    **dict.fromkeys(("this", "that"), "this"),
    **dict.fromkeys(("these", "those"), "these"),
    **dict.fromkeys(("one", "oneself"), "one"),
}
SUBJECT = {"nsubj", "nsubj:pass", "nsubj:outer"}
OPENERS = {"the": "the", "this": "this", "that": "this", "these": "this", "those": "this", "a": "a", "an": "a"}
SKIPPED = {"DET", "PUNCT", "ADP", "PART", "CCONJ", "AUX"}
PERSON, THING, OPEN = "person", "thing", "open"
MALE = {"mr.", "mr", "sir", "king", "prince", "father", "son", "brother", "husband", "man", "boy", "uncle", "lord"}
FEMALE = {"mrs.", "mrs", "ms.", "ms", "miss", "queen", "princess", "mother", "daughter", "sister", "wife", "woman",
          "girl", "aunt", "lady", "actress", "dame"}  # fmt: skip
QUOTES = {'"', "“", "”", "``", "''"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A phrase with what it can be compared by. `words` are the lemmas of its core without articles, in order."""

    phrase: Phrase
    order: int
    paragraph: int
    kind: str
    wide: str
    text: str
    lemma: str
    words: tuple[str, ...]
    label: str
    plural: bool
    person: str
    gender: str
    role: str
    clause: int
    appos: int
    copula: int
    quoted: bool

    @property
    def pronoun(self) -> bool:
        """Whether it is a pronoun of one of the persons, or "this"."""
        return self.wide == self.kind


def describe(reading: Reading, phrases: list[Phrase], nouns: Nouns) -> list[Described]:
    """The phrases with what they can be compared by, in order."""
    quoted = _quoted(reading)
    return [
        _describe(reading.sentences[phrase.sentence], phrase, order, nouns, quoted)
        for order, phrase in enumerate(phrases)
    ]


def _quoted(reading: Reading) -> set[tuple[int, int]]:
    """Sentence and word of all that stands between quotation marks; a paragraph's end closes them."""
    found, inside, paragraph = set[tuple[int, int]](), False, -1
    for sentence in reading.sentences:
        inside = inside and sentence.paragraph == paragraph
        paragraph = sentence.paragraph
        for token in sentence.tokens:
            if token.text in QUOTES:
                inside = token.text == "“" or (token.text != "”" and not inside)
            elif inside:
                found.add((sentence.index, token.index))
    return found


def _describe(sentence: Sentence, phrase: Phrase, order: int, nouns: Nouns, quoted: set[tuple[int, int]]) -> Described:
    head = sentence.tokens[phrase.head]
    inner = [i for i in core(sentence, phrase.head) if phrase.first <= i <= phrase.last]
    label = next((name.kind for name in sentence.names if name.first <= phrase.head <= name.last), "")
    kind, wide = _kind(sentence, phrase, label)
    person, gender = _nature(sentence, head, inner, label, nouns, kind)
    whole = [t.text.lower() for t in sentence.tokens[phrase.first : phrase.last + 1]]
    if whole[0] in OPENERS and len(whole) > 1:
        whole = whole[1:]
    if whole[-1] in {"'s", "’s", "'", "’"} and len(whole) > 1:
        whole = whole[:-1]
    words = [sentence.tokens[i].lemma.lower() for i in inner if sentence.tokens[i].upos not in SKIPPED]
    return Described(
        phrase=phrase,
        order=order,
        paragraph=sentence.paragraph,
        kind=kind,
        wide=wide,
        text=" ".join(whole),
        lemma=head.lemma.lower(),
        words=tuple(words),
        label=label,
        plural=phrase.joint or "Number=Plur" in head.feats or kind in {"we", "they", "these"},
        person=person,
        gender=gender,
        role=_role(head),
        clause=clause(sentence, phrase.head),
        appos=head.head if head.deprel == "appos" else -1,
        copula=next((c for c in sentence.children[phrase.head] if sentence.tokens[c].deprel in SUBJECT), -1)
        if any(sentence.tokens[c].deprel == "cop" for c in sentence.children[phrase.head])
        else -1,
        quoted=(sentence.index, phrase.head) in quoted,
    )


def _kind(sentence: Sentence, phrase: Phrase, label: str) -> tuple[str, str]:
    """The phrase's kind, and the wider one: pronoun, name, definite or other noun, several joined."""
    head = sentence.tokens[phrase.head]
    word = head.text.lower()
    if phrase.joint:
        return "joint", "several"
    if head.upos in {"PRON", "DET"}:
        known = PRONOUNS.get(word, "pronoun")
        return known, known
    if head.upos == "PROPN" or (label and head.text[:1].isupper()):
        return f"name-{label or 'none'}", "name"
    if head.upos in {"NUM", "ADV"}:
        return head.upos.lower(), "other"
    return _noun(sentence, phrase)


def _noun(sentence: Sentence, phrase: Phrase) -> tuple[str, str]:
    """A noun's kind by what opens its phrase."""
    for child in sentence.children[phrase.head]:
        token = sentence.tokens[child]
        if token.deprel == "nmod:poss":
            return "owned", "definite"
        if token.deprel == "det":
            opener = OPENERS.get(token.text.lower(), "det")
            return f"noun-{opener}", "definite" if opener in {"the", "this"} else "other"
    return ("nouns", "other") if "Number=Plur" in sentence.tokens[phrase.head].feats else ("noun", "other")


def _role(head: Token) -> str:
    if head.deprel in SUBJECT:
        return "subject"
    return head.deprel if head.deprel in {"obj", "nmod:poss", "compound", "appos", "conj", "root"} else "other"


def _nature(sentence: Sentence, head: Token, inner: list[int], label: str, nouns: Nouns, kind: str) -> tuple[str, str]:
    """Whether it is a person or a thing, as far as its words tell, and of which gender."""
    if kind in {"he", "she"}:
        return PERSON, "m" if kind == "he" else "f"
    if kind in {"i", "we", "you"}:
        return PERSON, ""
    if kind in {"it", "this"}:
        return THING, ""
    words = [sentence.tokens[i].text.lower() for i in inner]
    lemmas = [sentence.tokens[i].lemma.lower() for i in inner]
    gender = "m" if MALE & set(words) else "f" if FEMALE & set(words) else ""
    noun = nouns.find([*words[:-1], head.lemma.lower()] if words else [])
    noun = noun or nouns.find(lemmas[-1:])
    if label == "PER" or gender or (noun is not None and not noun.body):
        return PERSON, gender or (noun.gender if noun is not None else "")
    return (THING if label in {"LOC", "ORG", "EVENT"} or noun is not None else OPEN), ""


def alone(phrase: Described, seen: Mapping[str, int]) -> Iterator[str]:
    """Signs that a phrase speaks of something new."""
    kind = phrase.kind
    yield f"{kind}:new"
    told = "text" if seen.get("t " + phrase.text) else "head" if seen.get("h " + phrase.lemma) else "no"
    yield f"{kind}:new:told={told}"
    yield f"{kind}:new:role={phrase.role}"
    yield f"{kind}:new:long={min(phrase.phrase.last - phrase.phrase.first, 5)}"
    yield f"{kind}:new:words={min(len(phrase.words), 3)}:{told}"
    yield f"{kind}:new:person={phrase.person}:{told}"
    yield f"{kind}:new:early={phrase.phrase.sentence < 3}"
    yield f"{kind}:new:quoted={phrase.quoted}"
    yield f"{kind}:new:times={_bucket(seen.get('t ' + phrase.text, 0))}"
    yield f"{kind}:new:heads={_bucket(seen.get('h ' + phrase.lemma, 0))}:{phrase.role == 'compound'}"
    if not phrase.pronoun:
        yield f"{phrase.wide}:new:governed={phrase.role}:{told}"
        yield f"new:noun={phrase.lemma}"
        yield f"new:noun={phrase.lemma}:{told}"
    if phrase.pronoun:
        yield f"{kind}:new:word={phrase.text}:{phrase.role}"


def together(a: Described, b: Described, reading: Reading, seen: Mapping[str, int]) -> Iterator[str]:
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
    yield f"{kind}:told={_bucket(seen.get('t ' + a.text, 0))}:{wide}"
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
    letters = "".join(word[0] for word in a.words if word)
    return len(a.words) > 1 and len(b.words) == 1 and len(letters) > 1 and b.words[0].replace(".", "") == letters


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
