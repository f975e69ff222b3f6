"""Reporting clauses that stand behind what they report, read from commas and word order rather than the tree.

News puts the source last: "…, the ministry said on Monday", "…, its minister, A. B., told the radio", "…, said A. B.".
Parsers trip over the length of such sentences; the order of words is plain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from whosays.coding.trees.clause import base, children
from whosays.record.reading import Sentence, Token

PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP", "CCONJ", "SYM", "ADV"})
CLOSERS = frozenset({",", "”", '"', "''", "’", "'", "?", "!"})
QUOTES = frozenset({"”", '"', "''", "’"})
HEARERS = frozenset({"tell", "inform", "remind", "assure", "notify", "brief"})
LONGEST_SOURCE = 22  # words
DATELINE = re.compile(r"^[^a-z]{3,}|^[A-Z][\w ]+:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trailing:
    """The words of a source and of the content before (and around) the reporting clause."""

    source: list[int]
    head: int
    content: list[int]


def body(sentence: Sentence) -> int:
    """The first word after a dateline ("CITY, May 2 (Agency) -"), 0 where there is none."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:16]):
        if token.text in ("-", "–", "—", "--", ":") and index and tokens[0].text.isupper() and len(tokens[0].text) > 2:
            return index + 1
    return 0


def trailing(sentence: Sentence, verb: int) -> Trailing | None:
    """The trailing reporting clause of a verb: "…, X said …" or "…, said X …"; None where the order is another."""
    first = max(body(sentence), _own_account(sentence, verb))
    if verb - first < 4 or _reports_on(sentence, verb):
        return None
    return _subject_first(sentence, verb, first) or _verb_first(sentence, verb, first)


def _own_account(sentence: Sentence, verb: int) -> int:
    """The word after the colon in "The office called that false: nobody was there, it said": what stands before is not "its"."""
    tokens = sentence.tokens
    if tokens[verb - 1].upos != "PRON":
        return 0
    colon = next((index for index in range(verb - 2, 2, -1) if tokens[index].text == ":"), None)
    return colon + 1 if colon is not None and _has_verb(tokens[:colon]) else 0


def _reports_on(sentence: Sentence, verb: int) -> bool:
    """Whether a clause of its own follows the verb: then what stands before it is not its content."""
    following = sentence.tokens[verb + 1 : verb + 9]
    if any(token.lemma.lower() in ("that", "whether") and token.upos == "SCONJ" for token in following):
        return True
    for clause in children(sentence, verb, "ccomp", "obj"):
        if clause > verb and sentence.tokens[verb + 1].text != "," and not _is_addressed(sentence, verb, clause):
            return True
    return bool(following) and following[0].text in ("“", ":", "``")


def _is_addressed(sentence: Sentence, verb: int, thing: int) -> bool:
    """Whether an object is the hearer ("told reporters") or the speaker put last ("said A. B.")."""
    if base(sentence.tokens[thing].deprel) == "ccomp":
        return sentence.tokens[thing].upos in ("PROPN", "NOUN") and sentence.tokens[verb - 1].text in CLOSERS
    return sentence.tokens[verb].lemma in HEARERS or sentence.tokens[verb - 1].text in CLOSERS


def _subject_first(sentence: Sentence, verb: int, first: int) -> Trailing | None:
    comma = _phrase_start(sentence, verb, first)
    if (
        comma is None
        or _is_relative(sentence, comma, verb)
        or comma - first < 3
        or not _has_verb(sentence.tokens[first:comma])
    ):
        return None
    words = [index for index in range(comma + 1, verb) if sentence.tokens[index].upos not in ("AUX", "ADV")]
    nouns = [index for index in words if sentence.tokens[index].upos in ("NOUN", "PROPN", "PRON")]
    if not nouns or sentence.tokens[words[0]].upos in ("ADP", "CCONJ", "SCONJ") or _is_bare(sentence, verb):
        return None
    source = list(range(words[0], words[-1] + 1))
    return Trailing(source=source, head=_head(sentence, source, nouns), content=_content(sentence, first, comma, verb))


def _is_relative(sentence: Sentence, comma: int, verb: int) -> bool:
    """ "The official, who asked for calm" and "rifles which, it said, had been taken": what is before the comma is not what is said."""
    who = [sentence.tokens[index].text.lower() for index in range(comma + 1, verb)]
    return who in (["who"], ["which"]) or sentence.tokens[comma - 1].text.lower() in ("which", "who", "whom")


def _is_bare(sentence: Sentence, verb: int) -> bool:
    """A participle without an auxiliary ("a step meant to …") reports nothing."""
    finite = "VerbForm=Fin" in sentence.tokens[verb].feats or sentence.tokens[verb - 1].upos in ("AUX", "ADV")
    return not finite


def _phrase_start(sentence: Sentence, verb: int, first: int) -> int | None:
    """The comma or closing mark before the noun phrase that ends at the verb; one apposition may stand between."""
    tokens = sentence.tokens
    at, asides = verb - 1, 0
    if at > first and tokens[at].text == ",":
        described = _described(sentence, at, first)
        asides, at = (1, at - 1) if described is None else (0, described - 1)
    while at > first and verb - at <= LONGEST_SOURCE:
        token = tokens[at]
        if token.text in CLOSERS:
            if not asides or token.text in QUOTES:
                return at
            asides -= 1
        elif (
            token.upos not in PHRASE
            and not _is_participle(token)
            and token.upos != "AUX"
            and token.text not in ("-", "(", ")")
        ):
            return None
        at -= 1
    return None


def _described(sentence: Sentence, end: int, first: int) -> int | None:
    """Reads "A. B., who commands the brigade, told …": the comma that opens the clause about the speaker."""
    tokens = sentence.tokens
    for at in range(end - 1, max(first, end - LONGEST_SOURCE), -1):
        if tokens[at].text in CLOSERS:
            return at if tokens[at].text == "," and tokens[at + 1].lemma.lower() in ("who", "which") else None
    return None


def _is_participle(token: Token) -> bool:
    return token.upos == "VERB" and "VerbForm=Part" in token.feats and base(token.deprel) in ("amod", "acl")


def _has_verb(tokens: tuple[Token, ...]) -> bool:
    return any(token.upos in ("VERB", "AUX") for token in tokens)


def _head(sentence: Sentence, words: list[int], nouns: list[int]) -> int:
    among = set(words)
    return next((index for index in nouns if sentence.tokens[index].head not in among), nouns[0])


def _content(sentence: Sentence, first: int, comma: int, verb: int) -> list[int]:
    """What stands before the clause, and what goes on after it ("…, X said, in an attack on …")."""
    words = list(range(first, comma))
    after = next((index for index in range(verb + 1, len(sentence.tokens)) if sentence.tokens[index].text == ","), None)
    if after is not None and after - verb <= 8:
        rest = range(after + 1, len(sentence.tokens))
        goes_on = bool(rest) and sentence.tokens[rest[0]].lemma.lower() in (
            "in",
            "and",
            "but",
            "as",
            "with",
            "at",
            "after",
            "while",
        )
        if goes_on and sentence.tokens[rest[0]].upos == "ADP":
            words += rest
    return words


def _verb_first(sentence: Sentence, verb: int, first: int) -> Trailing | None:
    """Reads "…, said A. B., the minister": the phrase right after the verb."""
    tokens = sentence.tokens
    if verb + 1 >= len(tokens) or tokens[verb - 1].text not in CLOSERS or not _has_verb(tokens[first : verb - 1]):
        return None
    if tokens[verb].lemma in HEARERS or tokens[verb].text.endswith("ing"):
        return None  # "…, told reporters": those are told; "…, saying the soldiers had left": those had left
    end = verb + 1
    while end < len(tokens) and (tokens[end].upos in PHRASE or tokens[end].text == "-") and tokens[end].text != ",":
        if tokens[end].upos == "ADP" and tokens[end].lemma.lower() not in ("of", "for", "at", "in"):
            break
        end += 1
    words = list(range(verb + 1, end))
    nouns = [index for index in words if tokens[index].upos in ("NOUN", "PROPN", "PRON")]
    if not nouns or tokens[words[0]].upos in ("ADP", "CCONJ", "ADV", "PART"):
        return None
    goes_on = end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].upos in ("AUX", "VERB")
    rest = list(range(end + 1, len(tokens))) if goes_on and "VerbForm=Fin" in tokens[end + 1].feats else []
    words = words if rest else _with_apposition(sentence, words)
    return Trailing(
        source=words, head=_head(sentence, words[: len(nouns) + 8], nouns), content=[*range(first, verb - 1), *rest]
    )


def _with_apposition(sentence: Sentence, words: list[int]) -> list[int]:
    """The phrase with a description after its comma, up to the next comma or the end."""
    tokens, end = sentence.tokens, words[-1] + 1
    if end >= len(tokens) or tokens[end].text != ",":
        return words
    at = end + 1
    if (
        at < len(tokens)
        and tokens[at].lemma.lower() in ("who", "which")
        and not any(token.text in CLOSERS - {","} or token.text in ("“", '"') for token in tokens[at:])
    ):
        return list(range(words[0], len(tokens) - 1))
    if at >= len(tokens) or (
        tokens[at].lemma.lower() not in ("the", "a", "an") and tokens[at].upos not in ("NOUN", "ADJ")
    ):
        return words
    while at < len(tokens) and (tokens[at].upos in PHRASE or tokens[at].text == "-" or _is_participle(tokens[at])):
        at += 1
    return list(range(words[0], at)) if at < len(tokens) and tokens[at].text in (",", ".", ";") else words
