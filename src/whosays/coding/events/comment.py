"""Comment told as if it happened: "the raid puts pressure on Chad", "backing Peru strengthens it", "this threatens the talks".

What a deed does to anybody's will, standing or ties is the writer's assessment, and no deed of its own: for words, help and talks it
takes somebody. Bodily harm is another matter ("the blast killed nine"), and so is what a paper says for those who wrote it.
"""

from __future__ import annotations

from whosays.coding.aftermath.about import GRAVE
from whosays.coding.events.hit import Hit
from whosays.coding.events.senses import ACTING, classes_of
from whosays.coding.trees.clause import PAPERS, base, child, is_passive, is_relative, named_words
from whosays.lexicon import Lexicon
from whosays.record.event import SPEECH
from whosays.record.reading import Sentence

MINDED = SPEECH | {"AID", "CONSULT", "COOPERATE"}  # nobody but somebody does these
DEEDS = GRAVE - {"PROTEST", "COOPERATE"}  # crowds and coalitions want things
POINTING = frozenset({"this", "that", "these", "those", "what", "which"})
TAKING_UP = frozenset({"it", "they"})
RAISED = frozenset({"question", "doubt", "concern", "issue"})
RAISING = frozenset({"pose", "raise", "present", "bring"})
FAR = 5  # sentences through which an "it" is followed back


def is_comment(hit: Hit, before: tuple[Sentence, ...], lexicon: Lexicon) -> bool:
    """Whether a hit tells what a deed means for somebody: its subject is a clause, a deed's name or a pronoun for one.

    `before` are the sentences before the hit's, the nearest last; who speaks is somebody, so a verb of saying never is comment.
    """
    if _is_posed(hit):
        return True
    sentence, verb = hit.sentence, _telling(hit)
    if hit.category not in MINDED or verb is None or is_passive(sentence, hit.clause):
        return False
    own = child(sentence, verb, "nsubj", "csubj")
    if own is None or is_passive(sentence, verb) or any(word != own for word in hit.roles.actor):
        return False  # "the raid drew condemnation from France"
    return _is_deed(sentence, own, before, lexicon) and not (_is_said(hit, lexicon) and _may_speak(sentence, own))


def _is_posed(hit: Hit) -> bool:
    """ "The deployment poses ethical questions": what a deed raises is the writer's, and accuses nobody."""
    token = hit.sentence.tokens[hit.index]
    raised = hit.is_noun and token.lemma.lower() in RAISED and base(token.deprel) == "obj"
    return raised and hit.category == "ACCUSE" and hit.sentence.tokens[token.head].lemma.lower() in RAISING


def _may_speak(sentence: Sentence, own: int) -> bool:
    """Whether a subject is a noun or an "it": a court's decision demands, and "it" that accuses is somebody."""
    token = sentence.tokens[own]
    return token.upos == "NOUN" or token.lemma.lower() in TAKING_UP


def _telling(hit: Hit) -> int | None:
    """The verb whose subject would be the doer: the hit's own, or the first of those it is joined to."""
    sentence, verb = hit.sentence, hit.clause
    if hit.is_noun and verb == hit.index:
        return None
    while base(sentence.tokens[verb].deprel) == "conj" and child(sentence, verb, "nsubj", "csubj") is None:
        verb = sentence.tokens[verb].head
    return verb


def _is_said(hit: Hit, lexicon: Lexicon) -> bool:
    """ "Accuses", "demands": whoever says it can speak."""
    cue = None if hit.is_noun else lexicon.cues.cue(hit.lemma, "VERB")
    return cue is not None and cue.kind == "statement"


def _is_deed(sentence: Sentence, own: int, before: tuple[Sentence, ...], lexicon: Lexicon) -> bool:
    """Whether a subject is a clause, or stands for what was done."""
    token = sentence.tokens[own]
    if base(token.deprel) == "csubj":
        return True
    lemma = token.lemma.lower()
    if token.upos in ("PRON", "DET"):
        if lemma in TAKING_UP:
            return bool(before) and _is_about_deed(before, lexicon)
        return lemma in POINTING and not is_relative(sentence, own)
    if (
        token.upos != "NOUN"
        or own in named_words(sentence)
        or lemma in PAPERS
        or classes_of(sentence, own, lexicon) & ACTING
    ):
        return False
    nominal = lexicon.cues.nominals.get(lemma)
    entries = lexicon.predicates.get((lemma, "noun"), ())
    return (nominal is not None and nominal.kind == "event") or any(entry.category in DEEDS for entry in entries)


def _is_about_deed(before: tuple[Sentence, ...], lexicon: Lexicon) -> bool:
    """Whether the sentence before is about a deed, so that "it" goes on about that: "The incident will not help. It also puts …"."""
    last = before[-1]
    root = next((token.index for token in last.tokens if token.head < 0), None)
    own = None if root is None or is_passive(last, root) else child(last, root, "nsubj", "csubj")
    return own is not None and _is_deed(last, own, before[:-1][-FAR:], lexicon)
