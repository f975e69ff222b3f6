"""Who is meant by a source's words: its members, whom a relative pronoun stands for, nobody at all; and what shows it."""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.attribution.surface import HEARERS
from whosays.coding.trees.clause import RELATIVES, base, children, conjuncts, mention, noun_phrase
from whosays.lexicon.cues import Cue
from whosays.record.coded import CodedAttribution, Mention
from whosays.record.reading import Reading, Sentence

# Words of bodies whose own name may go on over "and".
OFFICES = frozenset(
    "minister ministry secretary secretariat department committee director directorate head commissioner commission office agency authority bureau "
    "board council organisation organization union federation association centre center institute service administration".split()
)
QUOTING = frozenset({"quote", "cite"})
NOBODY = frozenset({"nobody", "none", "nothing", "no-one", "whatever", "what", "anybody", "anyone"})
LONGEST_EVIDENCE = 240  # characters; a longer stretch is cut to the source and its cue


def named(reading: Reading, source: Mention) -> list[Mention]:
    """A source's members, one mention each, a relative pronoun replaced by the noun that it stands for."""
    sentence = reading.sentences[source.sentence]
    head = source.head
    if _is_nobody(sentence, head) or _is_told(sentence, head):
        return []
    if sentence.tokens[head].lemma.lower() in RELATIVES:
        verb = sentence.tokens[head].head
        if verb >= 0 and base(sentence.tokens[verb].deprel) == "acl" and sentence.tokens[verb].head >= 0:
            head = sentence.tokens[verb].head
    members = [word for word in conjuncts(sentence, head) if sentence.tokens[word].upos in ("NOUN", "PROPN", "PRON")]
    members = [word for word in members if word == head or not _is_of_the_title(sentence, head, word)]
    if len(members) < 2:
        phrase = noun_phrase(reading, sentence, head, whole=False) if head != source.head else _bare(reading, source)
        return [phrase] if phrase is not None else [source]
    phrases = []
    for member in members:
        words = [word for word in sentence.subtree(member) if word == member or not _beyond(sentence, word, member)]
        phrase = mention(reading, sentence, words, member)
        if phrase is not None:
            phrases.append(phrase)
    return phrases


def _is_nobody(sentence: Sentence, head: int) -> bool:
    """ "No group has claimed the attack", "whatever the leaflets said": nobody says so."""
    token = sentence.tokens[head]
    none = any(sentence.tokens[word].lemma.lower() in ("no", "whatever") for word in children(sentence, head, "det"))
    return none or token.lemma.lower() in NOBODY


def _is_told(sentence: Sentence, head: int) -> bool:
    """ "He was told that the road was closed": he hears it, and does not say it."""
    token = sentence.tokens[head]
    return token.deprel == "nsubj:pass" and sentence.tokens[token.head].lemma.lower() in HEARERS


def _is_of_the_title(sentence: Sentence, head: int, word: int) -> bool:
    """Whether a joined word only goes on with a body's name: "the Minister of Culture and Information", "the Office for …"."""
    office = sentence.tokens[head].lemma.lower() in OFFICES
    bare = sentence.tokens[word].text[:1].isupper() and not any(True for _ in children(sentence, word, "det", "appos"))
    between = {token.text.lower() for token in sentence.tokens[head + 1 : word]}
    return office and bare and "and" in between and not between.isdisjoint({"of", "for"}) and "," not in between


def _bare(reading: Reading, source: Mention) -> Mention | None:
    """A source without the clauses that describe it; appositions stay, they often bring the name."""
    sentence = reading.sentences[source.sentence]
    clauses = {
        word
        for below in children(sentence, source.head, "acl", "amod", "appos")
        for word in sentence.subtree(below)
        if below > source.head and _describes(sentence, below)
    }
    words = [token.index for token in sentence.tokens if source.start <= token.start < source.end]
    kept = [word for word in words if word not in clauses]
    return (
        mention(reading, sentence, kept, source.head) if kept and kept == list(range(kept[0], kept[-1] + 1)) else source
    )


def _describes(sentence: Sentence, below: int) -> bool:
    """ "Egypt, quick to comment", "Vietnam, ten of whose men were hurt": what somebody is like, and no other name of him."""
    relation, words = base(sentence.tokens[below].deprel), sentence.subtree(below)
    comma = sentence.tokens[words[0]].text == "," or sentence.tokens[words[0] - 1].text == ","
    whose = any(sentence.tokens[word].text.lower() == "whose" for word in words)
    return relation == "acl" or (relation == "amod" and comma) or (relation == "appos" and whose)


def _beyond(sentence: Sentence, word: int, member: int) -> bool:
    """Whether a word stands under a further member, a joining word or an aside of a member."""
    here = word
    while sentence.tokens[here].head not in (member, -1):
        here = sentence.tokens[here].head
    return base(sentence.tokens[here].deprel) in ("conj", "cc", "punct", "case", "acl", "appos", "parataxis")


def evidence(reading: Reading, one: CodedAttribution) -> tuple[Mention, ...]:
    """Source and cue as one stretch where they stand together, else the cue, else the content."""
    if one.cue is None:
        return one.content[:1]
    if one.source is None or one.source.sentence != one.cue.sentence:
        return (one.cue,)
    start, end = min(one.source.start, one.cue.start), max(one.source.end, one.cue.end)
    if end - start > LONGEST_EVIDENCE:
        return (one.cue,)
    return (replace(one.cue, start=start, end=end, text=reading.document.text[start:end]),)


def is_described(sentence: Sentence, path: list[int], one: CodedAttribution) -> bool:
    """Whether the event is told of a claim and not by it: "allegations that Lima brushed aside" do not say that."""
    if one.cue is None or one.cue.sentence != sentence.index or one.cue.head not in path[:-1]:
        return False
    return sentence.tokens[path[path.index(one.cue.head) + 1]].deprel == "acl:relcl"


def only_quotes(cue: Cue | None) -> bool:
    """ "The paper quoted an officer as saying": it brings his words, and none of its own."""
    return cue is not None and cue.lemma in QUOTING
