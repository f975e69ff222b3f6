"""A document's phrases with what they can be compared by: kind, words, number, gender, whether a person, where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.record.reading import Reading, Sentence, Token
from whosays.resolve.phrases.mentions import Phrase
from whosays.resolve.phrases.noun_phrases import clause, core
from whosays.resolve.register.nouns import Nouns

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

    @property
    def initials(self) -> str:
        """The first letters of its words, where it has several: "hdf"."""
        return "".join(word[:1] for word in self.words) if len(self.words) > 1 else ""


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
