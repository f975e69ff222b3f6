"""Attributions read from cue words and their syntax: "said that", "condemned the raid as", "…, he said"."""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.attribution.parts import (
    RAISING,
    Found,
    Scene,
    cue_words,
    infinitive,
    introduced,
    made,
    prepositional,
    speaker,
)
from whosays.coding.attribution.surface import HEARERS, Trailing, trailing
from whosays.coding.attribution.words import QUESTIONS, according, adjective, adverb, noun
from whosays.coding.certainty.factuality import is_called_off
from whosays.coding.trees.clause import (
    RELATIVES,
    base,
    child,
    children,
    has_case,
    is_negated,
    is_passive,
    mention,
    subject,
)
from whosays.lexicon.cues import CueKind, Cues
from whosays.record.reading import Reading, Sentence

# Verbs with a clause of their own that report nothing.
NO_SPEECH = frozenset(
    {
        "be",
        "make",
        "help",
        "ensure",
        "cause",
        "happen",
        "let",
        "have",
        "do",
        "get",
        "keep",
        "come",
        "go",
        "take",
        "matter",
    }
)
COUNTING = frozenset({"put", "raise", "revise", "lower", "update"})
FIGURES = frozenset({"number", "toll", "figure", "count", "tally", "loss", "losses", "total", "death", "casualty"})
SUBJECT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP", "PART", "SCONJ", "CCONJ"})


def find(reading: Reading, sentence: Sentence, cues: Cues, quoted: Callable[[int], bool]) -> list[Found]:
    """The attributions of one sentence. `quoted` tells whether an offset stands inside quotation marks."""
    scene = Scene(reading=reading, sentence=sentence, cues=cues, quoted=quoted)
    found: list[Found] = []
    for token in sentence.tokens:
        reader = READERS.get(token.upos)
        one = according(scene, token.index) or (reader(scene, token.index) if reader else None)
        if one is not None and one.content:
            found.append(one)
    return found


# ---------------------------------------------------------------- verbs


def _verb(scene: Scene, index: int) -> Found | None:
    sentence = scene.sentence
    token = sentence.tokens[index]
    cue = scene.cues.cue(token.lemma, "VERB")
    frames = cue.frames if cue else frozenset[str]()
    kind: CueKind = cue.kind if cue else "statement"
    if base(token.deprel) in ("case", "fixed", "amod") or is_called_off(sentence, index):
        return None
    if cue is not None and "that" in frames and cue.holder != "CT-" and kind == "statement":
        behind = trailing(sentence, index)
        if behind is not None:
            return _behind(scene, index, behind, kind)
    words, head = _verb_content(scene, index, frames)
    if not words:
        return None
    source = None if token.lemma in RAISING else _quoted_person(sentence, index) or speaker(sentence, index)
    if cue is not None and cue.frames <= {"that", "inf", "obj"} and token.lemma not in RAISING and source == head:
        return None
    return made(scene, index, source, scene.content(words, head), kind)


def _quoted_person(sentence: Sentence, index: int) -> int | None:
    """Reads "The paper quoted an officer as saying": he says it, not the paper."""
    token = sentence.tokens[index]
    if (
        token.head < 0
        or sentence.tokens[token.head].lemma not in ("quote", "cite")
        or not has_case(sentence, index, "as")
    ):
        return None
    if is_passive(sentence, token.head):
        return child(sentence, token.head, "nsubj:pass")
    between = (word for word in children(sentence, token.head, "obj", "iobj", "nsubj") if token.head < word < index)
    return next(between, None)  # a tagger may take him for a second subject


def _behind(scene: Scene, index: int, behind: Trailing, kind: CueKind) -> Found:
    sentence = scene.sentence
    return Found(
        sentence=sentence.index,
        cue=index,
        words=mention(scene.reading, sentence, list(cue_words(sentence, index)), index),
        source=mention(scene.reading, sentence, behind.source, behind.head),
        content=scene.content([*behind.content, *_goes_on(scene, index)], top(sentence, behind.content)),
        kind=kind,
    )


def _goes_on(scene: Scene, index: int) -> list[int]:
    """What is said after the speaker, too: "no jet was there, he said, and four had died"; not what others say of it."""
    sentence = scene.sentence
    joined = [
        word
        for clause in children(sentence, index, "ccomp")
        for word in children(sentence, clause, "conj")
        if clause < index < word and child(sentence, word, "nsubj") is not None
    ]
    told = [
        word
        for word in joined
        if scene.cues.cue(sentence.tokens[word].lemma, "VERB") is None
        and any(sentence.tokens[cc].text.lower() == "and" for cc in children(sentence, word, "cc"))
    ]
    return [below for word in told for below in sentence.subtree(word)]


def top(sentence: Sentence, words: list[int]) -> int:
    """The word of a phrase that hangs on none of its others."""
    among = set(words)
    return next((word for word in words if sentence.tokens[word].head not in among), words[0])


def _verb_content(scene: Scene, index: int, frames: frozenset[str]) -> tuple[list[int], int]:
    """The words of what is said and their head, by the first frame that fits."""
    for frame in (_clause, _around, infinitive, _gerund, _figure, _small, _object, prepositional):
        words, head = frame(scene, index, frames)
        if words:
            return words, head
    return [], index


def _clause(scene: Scene, index: int, frames: frozenset[str]) -> tuple[list[int], int]:
    """Reads "Said that …", "it was believed that …", and speech that the tree hangs below its verb."""
    sentence = scene.sentence
    lemma = sentence.tokens[index].lemma
    for below in children(sentence, index, "ccomp", "csubj", "parataxis", "obj", "discourse"):
        relation = base(sentence.tokens[below].deprel)
        speech = scene.quoted(sentence.tokens[below].start) and not scene.quoted(sentence.tokens[index].start)
        clause = relation == "ccomp" or (relation == "csubj" and is_passive(sentence, index))
        after = relation == "parataxis" and _colon(sentence, index, below)
        if clause and (
            "that" in frames or (not frames and lemma not in NO_SPEECH and (speech or _that(sentence, below)))
        ):
            return _without_circumstance(scene, index, below, _whole(sentence, index, below)), below
        if (speech or after) and ("that" in frames or "quote" in frames) and relation != "csubj":
            return sentence.subtree(below), below
    return [], index


def _without_circumstance(scene: Scene, index: int, clause: int, words: list[int]) -> list[int]:
    """What is denied, without what else was going on: "denied having fired, as the army sealed off the town"."""
    sentence = scene.sentence
    cue = scene.cues.cue(sentence.tokens[index].lemma, "VERB")
    if cue is None or cue.holder != "CT-":
        return words
    beside = {
        word
        for below in children(sentence, clause, "advcl")
        if below > clause and has_case(sentence, below, "as", "while") and child(sentence, below, "nsubj") is not None
        if sentence.tokens[min(sentence.subtree(below))].text == ","
        for word in sentence.subtree(below)
    }
    return [word for word in words if word not in beside]


def _whole(sentence: Sentence, index: int, clause: int) -> list[int]:
    """A clause after its verb without the holes of a misread tree; its lost subject is what follows the verb."""
    words = sentence.subtree(clause)
    if words[0] <= index:
        return words
    first = words[0]
    before = sentence.tokens[index + 1 : first]
    hearer = sentence.tokens[index].lemma in HEARERS or any(token.text in ("to", ",", "on", "in") for token in before)
    if before and not hearer and all(token.upos in SUBJECT for token in before):
        first = index + 1
    return list(range(first, words[-1] + 1))


def _that(sentence: Sentence, clause: int) -> bool:
    return any(sentence.tokens[word].lemma.lower() in QUESTIONS for word in children(sentence, clause, "mark"))


def _colon(sentence: Sentence, index: int, below: int) -> bool:
    return below > index and any(token.text == ":" for token in sentence.tokens[index:below])


def _around(scene: Scene, index: int, frames: frozenset[str]) -> tuple[list[int], int]:
    """Reads "…, he said" and "as he said": the clause around the reporting one, without it."""
    sentence = scene.sentence
    token = sentence.tokens[index]
    relation = base(token.deprel)
    as_said = relation == "advcl" and has_case(sentence, index, "as")
    if token.head < 0 or not (relation == "parataxis" or as_said):
        return [], index
    if as_said and child(sentence, index, "xcomp", "ccomp") is not None:
        return [], index  # "…, as the government threatened to end the truce" says what it threatens
    if ("obj" in frames and child(sentence, index, "obj") is not None) or is_negated(sentence, index):
        return [], index  # "…; Lima rejected the charge" says what it rejects, "…; Lima did not confirm it" nothing
    speech = bool(frames) and ("that" in frames or "quote" in frames)
    around = scene.quoted(sentence.tokens[token.head].start) and not scene.quoted(token.start)
    if not speech and (not around or token.lemma in NO_SPEECH):
        return [], index
    if subject(sentence, index) is None and child(sentence, index, "nsubj") is None:
        return [], index
    inner = set(sentence.subtree(index))
    return [word for word in sentence.subtree(token.head) if word not in inner], token.head


def _figure(scene: Scene, index: int, frames: frozenset[str]) -> tuple[list[int], int]:
    """Reads "Put the number of those held at 15", "raised its toll to nine": whose figure it is, says so."""
    sentence = scene.sentence
    thing = child(sentence, index, "obj")
    if frames or thing is None or sentence.tokens[index].lemma not in COUNTING or is_passive(sentence, index):
        return [], index
    if sentence.tokens[thing].lemma.lower() not in FIGURES:
        return [], index
    at = next((word for word in children(sentence, index, "obl", "nmod") if has_case(sentence, word, "at", "to")), None)
    return (sentence.subtree(thing) + sentence.subtree(at), thing) if at is not None else ([], index)


def _gerund(scene: Scene, index: int, frames: frozenset[str]) -> tuple[list[int], int]:
    """Reads "Denied harbouring the group", "admitted to having sold arms"."""
    sentence = scene.sentence
    if "ing" not in frames:
        return [], index
    for below in children(sentence, index, "xcomp", "ccomp", "advcl"):
        token = sentence.tokens[below]
        helped = any(
            sentence.tokens[word].text.lower() in ("having", "being") for word in children(sentence, below, "aux")
        )
        loose = base(token.deprel) == "advcl" and not has_case(sentence, below, "to")
        if below > index and not loose and (helped or token.text.lower().endswith("ing")):
            return sentence.subtree(below), below
    return [], index


def _small(scene: Scene, index: int, frames: frozenset[str]) -> tuple[list[int], int]:
    """Reads "Called the raid a mistake": the object and what it is called."""
    sentence = scene.sentence
    things = list(children(sentence, index, "obj", "nsubj:pass", "iobj"))
    named = child(sentence, index, "xcomp")
    if named is None and len(things) > 1:
        named = things.pop()
    if "small" not in frames or named is None:
        return [], index
    thing = things[0] if things else None
    words = sentence.subtree(named) + (sentence.subtree(thing) if thing is not None else [])
    return words, thing if thing is not None else named


def _object(scene: Scene, index: int, frames: frozenset[str]) -> tuple[list[int], int]:
    """Reads "condemned the raid as …", "accused them of …", a passive's subject, the noun before a bare relative."""
    sentence = scene.sentence
    if "obj" not in frames:
        return [], index
    thing = child(sentence, index, "nsubj:pass") if is_passive(sentence, index) else child(sentence, index, "obj")
    if thing is None:
        return _gap(sentence, index)
    words = sentence.subtree(thing)
    for below in children(sentence, index, "obl", "advcl", "xcomp", "ccomp"):
        if below > max(thing, index) and introduced(sentence, below) & (frames | {"for", "as"}):
            words += sentence.subtree(below)
    return words, thing


def _gap(sentence: Sentence, index: int) -> tuple[list[int], int]:
    """Reads "A charge the ministry rejects": the noun that the relative clause describes."""
    token = sentence.tokens[index]
    if token.deprel != "acl:relcl" or token.head < 0 or is_passive(sentence, index):
        return [], index
    own = child(sentence, index, "nsubj")
    if own is None or sentence.tokens[own].lemma.lower() in RELATIVES:
        return [], index
    inner = set(sentence.subtree(index))
    return [word for word in sentence.subtree(token.head) if word not in inner], token.head


READERS: dict[str, Callable[[Scene, int], Found | None]] = {
    "VERB": _verb,
    "AUX": _verb,
    "NOUN": noun,
    "ADJ": adjective,
    "ADV": adverb,
}
