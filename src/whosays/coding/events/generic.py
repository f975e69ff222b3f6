"""Whether a statement is about a kind and about nobody ("armed groups often claim attacks"): here it is decided, once for all.

Its words say so: the present tense, a bare plural, "often". Two things speak against them: a speech act told as news
("villagers blame the dam"), and what walk and network agree was done by somebody in particular ("prosecutors want him jailed").
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.certainty.factuality import path_to
from whosays.coding.events.hit import Hit
from whosays.coding.events.outright import HABITS, is_told_outright
from whosays.coding.events.signs import sign_at
from whosays.coding.trees.clause import RELATIVES, base, child, children, has_case
from whosays.lexicon.cues import Cues
from whosays.record.event import OWN_WORDS
from whosays.record.reading import Sentence

# What is done each time anew, though names and numbers stand in it.
EACH = frozenset({"every", "each", "any", "whenever"})
# Tags and words of which one makes it somebody's or something's.
PARTICULAR = frozenset({"NUM", "PROPN"})
POINTING = frozenset("he her his its now our she the their these they this those today".split())
GENERAL = EACH | frozenset("anything everybody everyone everything when where".split())
KINDS = frozenset({"kind", "sort", "type", "nature"})
LAWS = frozenset(
    "article charter clause constitution convention protocol treaty".split()
)  # a decree or a new law does something
NOW = frozenset("currently now presently still".split())
UNDER_WAY = frozenset("afoot deadlocked ongoing stalled underway".split())
# Forms that are past as well as present.
SAME_IN_PAST = frozenset("hit beat cut shut set put quit let burst cast split spread shed thrust hurt".split())
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday"})
MONTHS = frozenset(
    {"january", "february", "april", "june", "july", "august", "september", "october", "november", "december"}
)
DATES = DAYS | MONTHS


def is_generic(hit: Hit, hits: list[Hit], cues: Cues) -> bool:
    """Whether a deed is told of a kind, in its own clause or, of a noun, in any clause around it: then it is no event.

    A clause that tells a speech act as news says no more of a kind than "villagers blamed the dam".
    """
    if _is_a_kind(hit) or _is_law(hit):
        return True
    news = {other.index for other in hits if _is_news(other)}
    told = any(node not in news and _kind_in(hit.sentence, node) is not None for node in _clauses_of(hit))
    return told and _is_told_of_nobody(hit, cues)


def _is_a_kind(hit: Hit) -> bool:
    """ "Sanctions of this kind are an insult", "attacks of the sort": all of them are meant."""
    return hit.is_noun and any(
        has_case(hit.sentence, word, "of") and hit.sentence.tokens[word].lemma.lower() in KINDS
        for word in children(hit.sentence, hit.index, "nmod")
    )


def _is_law(hit: Hit) -> bool:
    """ "The convention denies spies that protection": what a law says it says of everybody."""
    if hit.category not in OWN_WORDS and not hit.is_noun:
        return False
    subjects = ((node, child(hit.sentence, node, "nsubj")) for node in _clauses_of(hit))
    return any(
        own is not None and hit.sentence.tokens[own].lemma.lower() in LAWS and is_present(hit.sentence, node)
        for node, own in subjects
    )


def kind_told_of(hit: Hit, cues: Cues) -> int | None:
    """The word that makes the own clause of a deed a statement about a kind, as evidence of its status; else None.

    Few events have it: where this is so, `is_generic` mostly is, and the deed is none.
    """
    if hit.clause == hit.index and _is_news(hit):
        return None
    word = _kind_in(hit.sentence, hit.clause)
    return word if word is not None and _is_told_of_nobody(hit, cues) else None


def _is_told_of_nobody(hit: Hit, cues: Cues) -> bool:
    """Whether the words of a habit mean one: "prosecutors want him jailed" has them, and is news where it is told outright."""
    return _is_of_kinds(hit.sentence, hit.clause) or not is_told_outright(hit.sentence, hit.index, cues)


def _clauses_of(hit: Hit) -> Iterator[int]:
    """The words from a deed up to its finite verb; from a noun in a relative clause to what that describes, and on."""
    for node in reversed(path_to(hit.sentence, hit.clause)):
        yield node
        token = hit.sentence.tokens[node]
        finite = "VerbForm=Fin" in token.feats or child(hit.sentence, node, "nsubj", "nsubj:pass") is not None
        if finite and not (hit.is_noun and token.deprel == "acl:relcl"):
            return


def _is_of_kinds(sentence: Sentence, clause: int) -> bool:
    """ "Spies are expelled", "lawyers attack the phrase every year": nobody and nothing in particular, or each time anew."""
    words = [sentence.tokens[word] for word in sentence.subtree(clause)]
    if any(word.lemma.lower() in EACH for word in words):
        return True
    return not any(word.upos in PARTICULAR or word.lemma.lower() in POINTING for word in words)


# ---------------------------------------------------------------- speech told as news


def _is_news(hit: Hit) -> bool:
    """Whether the verb of a speech act tells news in the present; where the model takes the word for a habit, it is one."""
    if hit.category not in OWN_WORDS or hit.is_noun or not _is_told_as_news(hit.sentence, hit.index):
        return False
    sign = sign_at(hit.sentence, hit.index)
    return sign is None or sign.status != "generic"


def _is_told_as_news(sentence: Sentence, clause: int) -> bool:
    """Whether a speech act in the present is news of somebody: "villagers blame the dam", "a union rejects the charge".

    Not what anybody may or often does, when and where it is done, every year or to everything, and not "ministers deny".
    """
    own = child(sentence, clause, "nsubj", "nsubj:pass")
    if own is None or sentence.tokens[own].upos != "NOUN" or child(sentence, clause, "aux", "cop") is not None:
        return False
    if base(sentence.tokens[clause].deprel) in {"advcl", "acl"}:
        return False
    content = [w for w in children(sentence, clause, "obj", "iobj", "obl", "ccomp", "xcomp") if w > clause]
    near = [*children(sentence, clause, "advmod"), *children(sentence, own, "det"), *content]
    words = {
        sentence.tokens[below].lemma.lower() for word in near for below in (word, *children(sentence, word, "det"))
    }
    return bool(content) and not words & (HABITS | GENERAL)


# ---------------------------------------------------------------- the words of a statement about a kind


def _kind_in(sentence: Sentence, clause: int) -> int | None:
    """Present-tense statements about a kind ("armed groups often claim …", "a state that lends … may …")."""
    adverb = next((w for w in children(sentence, clause, "advmod") if sentence.tokens[w].lemma.lower() in HABITS), None)
    own = child(sentence, clause, "nsubj", "nsubj:pass")
    doing = child(sentence, clause, "csubj")
    if own is None and doing is not None and is_present(sentence, clause):
        return (
            doing if sentence.tokens[doing].text.lower().endswith("ing") else None
        )  # "backing Peru makes Chile stronger"
    if own is None or not is_present(sentence, clause) or _has_day(sentence, clause):
        return None
    if adverb is None and (sentence.tokens[clause].text.lower() in SAME_IN_PAST or _goes_on(sentence, clause)):
        return None  # "drones hit a refinery": of two readings the one that tells news
    if adverb is None and _is_headline(sentence, clause):
        return None
    kind = own if _is_kind(sentence, own) else _kind_before(sentence, own)
    return kind if kind is None or adverb is None else adverb


def _is_headline(sentence: Sentence, clause: int) -> bool:
    """Whether a line without a stop tells its news in the present tense: "Rebels ambush patrol near Kidal"."""
    return clause == sentence.root and sentence.tokens[-1].upos != "PUNCT"


def _goes_on(sentence: Sentence, clause: int) -> bool:
    """Whether a clause tells what is going on: "talks with the rebels are under way", "are still under siege"."""
    lemma = sentence.tokens[clause].lemma.lower()
    now = any(sentence.tokens[word].lemma.lower() in NOW for word in children(sentence, clause, "advmod"))
    return now or lemma in UNDER_WAY or (lemma == "way" and has_case(sentence, clause, "under"))


def _has_day(sentence: Sentence, clause: int) -> bool:
    """Whether a clause says on which day or in which month: "soldiers beat two drivers on Tuesday" tells no habit."""
    below = (word for child_ in children(sentence, clause, "obl", "obj", "advmod") for word in sentence.subtree(child_))
    return any(sentence.tokens[word].text.lower() in DATES for word in below)


def _kind_before(sentence: Sentence, own: int) -> int | None:
    """The kind that a "they" goes on about: "States rarely fight over fish; they fight over …"."""
    if sentence.tokens[own].lemma.lower() not in {"they", "it", "one"}:
        return None
    subjects = [t.index for t in sentence.tokens[:own] if base(t.deprel) == "nsubj" and t.upos == "NOUN"]
    return next(
        (word for word in subjects if _is_kind(sentence, word) and is_present(sentence, sentence.tokens[word].head)),
        None,
    )


def _is_kind(sentence: Sentence, own: int) -> bool:
    """A bare plural or an indefinite singular that no name, number or relative pronoun ties to somebody."""
    token = sentence.tokens[own]
    if token.upos != "NOUN" or token.lemma.lower() in RELATIVES:
        return False
    below = set(sentence.subtree(own))
    named = any(name.first in below or name.last in below for name in sentence.names)
    determiners = {
        sentence.tokens[word].lemma.lower() for word in children(sentence, own, "det", "nmod:poss", "nummod")
    }
    bare = not determiners and "Number=Plur" in token.feats
    return not named and (bare or bool(determiners & {"a", "an", "any", "every"}))


def is_present(sentence: Sentence, clause: int) -> bool:
    """Whether a clause is in the simple present (of its verb, copula or auxiliary), or says what may or can be."""
    helpers = [sentence.tokens[word] for word in children(sentence, clause, "aux", "cop")]
    if any("Tense=Past" in token.feats or token.lemma in {"have", "will", "would"} for token in helpers):
        return False
    if helpers:
        progressive = sentence.tokens[clause].text.endswith("ing")
        return not progressive
    feats = sentence.tokens[clause].feats
    return "VerbForm=Fin" in feats and "Tense=Past" not in feats
