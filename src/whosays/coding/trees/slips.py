"""More trees set right where they contradict their own words: prepositions, owners, rows of verbs and nouns.

As in `whosays.coding.trees.mended`, which runs these before its own, only what leaves no other reading is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.coding.trees.clause import RELATIVES, base, child, children, has_case
from whosays.coding.trees.shared import NOMINAL, SPANS, Mend
from whosays.record.reading import Sentence, Token

CITING = frozenset({"citing", "quoting"})
PARTICLES = frozenset({"out", "up", "off", "down", "back", "away"})
HANDING = frozenset({"hand", "turn", "take", "give", "make", "sign"})
OF = ("of", "than")
CROSSING = frozenset({"cross", "enter", "leave", "reach"})
JOINING = frozenset({"and", "or", "but", "nor"})
MEASURING = frozenset({"over", "about", "around", "under"})  # before a number these count


def _joining_words(sentence: Sentence) -> Iterator[Token]:
    """ "And" and "that" are no punctuation."""
    for token in sentence.tokens:
        if token.upos == "PUNCT" and token.text.lower() in JOINING:
            yield replace(token, upos="CCONJ", deprel="cc")
        elif token.upos == "PUNCT" and token.text.lower() == "that":
            yield replace(token, upos="SCONJ", deprel="mark")


def _to_do(sentence: Sentence) -> Iterator[Token]:
    """ "Urged both armies to show restraint": "to" in front of an infinitive is the infinitive's."""
    for token in sentence.tokens[:-1]:
        verb = sentence.tokens[token.index + 1]
        infinitive = verb.upos == "VERB" and "VerbForm=Inf" in verb.feats and verb.head != token.index
        if token.text.lower() == "to" and token.deprel == "case" and token.head < token.index and infinitive:
            yield replace(token, head=verb.index, deprel="mark", upos="PART")


def _behind_a_preposition(sentence: Sentence) -> Iterator[Token]:
    """ "Paid for the drones": what has a preposition in front of it is no object; "handed over twelve men" has none there."""
    for token in sentence.tokens:
        if token.deprel != "obj" or token.upos not in NOMINAL or token.head > token.index:
            continue
        own = next(iter(children(sentence, token.index, "case")), None)
        if own is None or not token.head < own < token.index or sentence.tokens[own].upos != "ADP":
            continue
        if sentence.tokens[own + 1].upos == "NUM" and has_case(sentence, token.index, *MEASURING):
            continue  # "killed over 20 men"
        if own == token.head + 1 and _is_particle(sentence, own):
            yield replace(sentence.tokens[own], head=token.head, deprel="compound:prt")
        elif not has_case(sentence, token.index, *OF):
            yield replace(token, deprel="obl")


def _is_particle(sentence: Sentence, word: int) -> bool:
    """Whether a word right behind a verb is the verb's own: "carry out", "hand over", but "fly over"."""
    text = sentence.tokens[word].text.lower()
    return text in PARTICLES or (text == "over" and sentence.tokens[word - 1].lemma.lower() in HANDING)


def _crossed(sentence: Sentence) -> Iterator[Token]:
    """ "Not one man crossed the border": what stands bare behind such a verb is its object."""
    for token in sentence.tokens:
        if token.deprel != "obl" or token.head < 0 or token.head > token.index or token.upos not in NOMINAL:
            continue
        verb = sentence.tokens[token.head]
        bare = child(sentence, token.index, "case") is None and min(sentence.subtree(token.index)) == verb.index + 1
        place = child(sentence, token.index, "det") is not None and token.lemma.lower() not in SPANS
        if bare and place and verb.lemma.lower() in CROSSING and child(sentence, verb.index, "obj") is None:
            yield replace(token, deprel="obj")


def _before_the_saying(sentence: Sentence) -> Iterator[Token]:
    """ "Not one soldier crossed the border, he insisted": what stands before a clause that is said is not who says it."""
    for token in sentence.tokens:
        if base(token.deprel) not in ("nsubj", "ccomp") or token.head < token.index:
            continue
        saying = token.head
        said = [word for word in children(sentence, saying, "ccomp") if token.index < word < saying]
        speaker = [word for word in children(sentence, saying, "nsubj") if said and word > said[-1]]
        if len(said) != 1 or not speaker or not (token.upos in NOMINAL or token.upos == "DET"):
            continue
        own = child(sentence, said[0], "nsubj", "csubj", "expl")
        if own is None:
            yield replace(token, head=said[0], deprel="nsubj")
        elif token.lemma.lower() == "one" and own == token.index + 1:
            yield replace(token, head=own, deprel="nummod")


def _none(sentence: Sentence) -> Iterator[Token]:
    """ "Not a single shell was fired": "not" in front of "one" or "a single" stands with what there was not one of."""
    for token in sentence.tokens[:-2]:
        if token.text.lower() != "not" or base(token.deprel) not in ("advmod", "cc"):
            continue
        first, second = sentence.tokens[token.index + 1], sentence.tokens[token.index + 2]
        single = first.text.lower() in ("a", "an") and second.text.lower() in ("single", "lone")
        if not (single or first.text.lower() == "one"):
            continue
        noun = first.index if base(first.deprel) == "nsubj" else first.head
        # "One" may be called the head of the phrase, and "not" hang on it or on what it counts.
        if noun > token.index and base(sentence.tokens[noun].deprel) == "nsubj" and token.head != noun:
            yield replace(token, head=noun, deprel="advmod", upos="PART")


def _shared_before(sentence: Sentence) -> Iterator[Token]:
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


def _neither_nor(sentence: Sentence) -> Iterator[Token]:
    """ "Neither confirmed nor denied": "neither" is the verb's that it stands before, and the other one is joined to that."""
    for token in sentence.tokens[:-3]:
        verb, nor, other = sentence.tokens[token.index + 1 : token.index + 4]
        if token.text.lower() != "neither" or nor.text.lower() != "nor" or not verb.upos == other.upos == "VERB":
            continue
        if verb.head == other.index:
            continue  # the second one as the head of both
        if token.head != verb.index:
            yield replace(token, head=verb.index)
        if other.head != verb.index:
            yield replace(other, head=verb.index, deprel="conj")


def _citing(sentence: Sentence) -> Iterator[Token]:
    """ "The paper, citing two officials, reported it": a verb is no preposition, and who is cited does not cite."""
    for token in sentence.tokens:
        if token.text.lower() not in CITING or base(token.deprel) not in ("case", "acl", "advcl") or token.head < 0:
            continue
        cited = _cited(sentence, token)
        if cited is None or cited.index < token.index or (cited.deprel == "obj" and token.deprel != "case"):
            continue
        telling = cited.head if token.head == cited.index else token.head
        while telling >= 0 and sentence.tokens[telling].upos != "VERB":
            telling = sentence.tokens[telling].head
        if telling not in (-1, token.index):
            yield replace(token, head=telling, deprel="advcl", upos="VERB")
            yield replace(cited, head=token.index, deprel="obj")


def _cited(sentence: Sentence, citing: Token) -> Token | None:
    """Whom somebody cites, wherever the tree hangs him."""
    below = child(sentence, citing.index, "nsubj", "obj", "obl")
    if below is not None:
        return sentence.tokens[below]
    above = sentence.tokens[citing.head]
    return above if citing.deprel == "case" and above.index > citing.index else None


def _forms_in_ing(sentence: Sentence) -> Iterator[Token]:
    """ "Rejected the report, calling it a lie": a form in -ing is no finite verb, stands for none, and nothing joins it to one."""
    for token in sentence.tokens:
        lower = token.text.lower()
        if token.upos != "VERB" or not lower.endswith("ing") or token.lemma.lower() == lower:
            continue
        bare = child(sentence, token.index, "aux", "nsubj") is None
        if not bare or child(sentence, token.index, "cc") is not None:
            continue
        fixed = replace(token, feats="Tense=Pres|VerbForm=Part") if "VerbForm=Fin" in token.feats else token
        before = sentence.tokens[token.index - 1].text if token.index else ""
        above = sentence.tokens[token.head] if token.head >= 0 else token
        behind = token.deprel in ("conj", "parataxis") and above.index < token.index and before == ","
        if behind and above.upos == "VERB" and not above.text.endswith("ing"):
            last = not any(
                sentence.tokens[word].index > token.index for word in children(sentence, above.index, "conj")
            )
            fixed = replace(fixed, deprel="advcl") if last else fixed
        if fixed is not token:
            yield fixed


def _both_done_to(sentence: Sentence) -> Iterator[Token]:
    """ "Trained and armed them": what stands behind the second of two verbs is the object of both, and the second has it."""
    for token in sentence.tokens:
        if token.deprel != "obj" or token.head < 0 or token.head > token.index:
            continue
        verb, first = token.head, min(sentence.subtree(token.index))
        last = sentence.tokens[first - 1]
        joined = last.upos == "VERB" and last.deprel == "conj" and last.head == verb and "Part" in last.feats
        if joined and last.index == verb + 2 and sentence.tokens[last.index - 1].upos == "CCONJ":
            yield replace(token, head=last.index)


def _copulas(sentence: Sentence) -> Iterator[Token]:
    """ "The ship was never near the port, he said": of two contents the form of "be" is the other one's copula."""
    for token in sentence.tokens:
        if token.upos != "AUX" or token.lemma.lower() != "be" or token.deprel != "ccomp":
            continue
        said = [word for word in children(sentence, token.head, "ccomp") if word > token.index]
        if len(said) == 1 and said[0] < token.head and sentence.tokens[said[0]].upos != "VERB":
            yield replace(token, head=said[0], deprel="cop")


def _bare_objects(sentence: Sentence) -> Iterator[Token]:
    """ "Set foot across the border", "took part": a bare noun right behind a verb that has no object is no adverb."""
    for token in sentence.tokens[1:]:
        verb = sentence.tokens[token.index - 1]
        if token.upos != "NOUN" or token.deprel != "advmod" or token.head != verb.index or verb.upos != "VERB":
            continue
        if child(sentence, verb.index, "obj") is None and not sentence.children[token.index]:
            yield replace(token, deprel="obj")


def _no_members(sentence: Sentence) -> Iterator[Token]:
    """ "Officials on both sides said": what only a preposition joins is no second member of a row."""
    for token in sentence.tokens:
        if token.deprel != "conj" or token.upos not in NOMINAL or token.head < 0 or token.head > token.index:
            continue
        noun, first = sentence.tokens[token.head], min(sentence.subtree(token.index))
        alone = child(sentence, token.index, "cc") is None and sentence.tokens[first].deprel == "case"
        if alone and sentence.tokens[first].upos == "ADP" and first == noun.index + 1 and noun.upos in NOMINAL:
            yield replace(token, deprel="nmod")


def _without_a_fight(sentence: Sentence) -> Iterator[Token]:
    """ "Took the airstrip without a shot": what is said to be without is told of the noun, and does not deny the taking."""
    for token in sentence.tokens:
        if token.lemma.lower() != "without" or base(token.deprel) not in {"advmod", "mark", "cc"}:
            continue
        noun = _noun_ahead(sentence, token.index + 1)
        if noun is None or sentence.tokens[noun].deprel not in {"conj", "obj", "obl", "advcl", "parataxis"}:
            continue
        if sentence.tokens[noun].head in {token.head, noun} or token.head == noun:
            above = sentence.tokens[noun].head
            yield replace(token, head=noun, deprel="case", upos="ADP")
            yield replace(sentence.tokens[noun], head=above, deprel="obl")


def _noun_ahead(sentence: Sentence, start: int) -> int | None:
    """The noun that begins at a word, behind what describes it."""
    for token in sentence.tokens[start:]:
        if token.upos == "NOUN":
            return token.index
        if token.upos not in {"DET", "ADJ", "NUM"}:
            return None
    return None


def _of_what_follows(sentence: Sentence) -> Iterator[Token]:
    """ "Cleared the road, arresting nobody": a form in -ing does not describe the word right behind it, which is its object."""
    for token in sentence.tokens[:-1]:
        thing = token.index + 1
        if (
            token.upos != "VERB"
            or not token.text.lower().endswith("ing")
            or token.deprel != "acl"
            or token.head != thing
        ):
            continue
        if sentence.tokens[thing].upos in {"PRON", "PROPN"} and sentence.tokens[thing].head >= 0:
            yield replace(token, head=sentence.tokens[thing].head, deprel="advcl")
            yield replace(sentence.tokens[thing], head=token.index, deprel="obj")


SLIPS: tuple[Mend, ...] = (
    _joining_words,
    _to_do,
    _behind_a_preposition,
    _crossed,
    _copulas,
    _before_the_saying,
    _none,
    _shared_before,
    _neither_nor,
    _citing,
    _forms_in_ing,
    _both_done_to,
    _bare_objects,
    _no_members,
    _without_a_fight,
    _of_what_follows,
)
