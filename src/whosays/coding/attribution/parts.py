"""What attributions are made of while they are read: the scene, what was found, sources and cues as mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from whosays.coding.trees.clause import base, child, children, has_case, is_passive, mention, noun_phrase, runs, subject
from whosays.lexicon.cues import CueKind, Cues
from whosays.record.coded import Mention
from whosays.record.reading import Reading, Sentence

RAISING = frozenset({"appear", "seem"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An attribution before its quotations and neighbours are known. `cue` is the index of its head word."""

    sentence: int
    cue: int | None
    words: Mention | None
    source: Mention | None
    content: tuple[Mention, ...]
    kind: CueKind = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence of a reading with the cues to look for."""

    reading: Reading
    sentence: Sentence
    cues: Cues
    quoted: Callable[[int], bool]

    def content(self, words: list[int], head: int) -> tuple[Mention, ...]:
        """Mentions of the runs of a set of words; a run of punctuation or of a lone "and" is dropped."""
        pieces = (mention(self.reading, self.sentence, run, head if head in run else run[0]) for run in runs(words))
        return tuple(piece for piece in pieces if piece is not None)


def made(scene: Scene, index: int, source: int | None, content: tuple[Mention, ...], kind: CueKind) -> Found | None:
    """The attribution of a cue's head word, its source's head word and a content; None without content."""
    if not content:
        return None
    sentence = scene.sentence
    return Found(
        sentence=sentence.index,
        cue=index,
        words=mention(scene.reading, sentence, list(cue_words(sentence, index)), index),
        source=source_phrase(scene.reading, sentence, source, index) if source is not None else None,
        content=content,
        kind=kind,
    )


def speaker(sentence: Sentence, index: int) -> int | None:
    """The source of a cue: its own subject, a relative pronoun as it stands, else whom the tree gives."""
    own = child(sentence, index, "nsubj")
    if own is not None and not is_passive(sentence, index) and sentence.tokens[own].deprel != "nsubj:pass":
        return own
    return subject(sentence, index)


def source_phrase(reading: Reading, sentence: Sentence, head: int, cue: int) -> Mention | None:
    """The source as PolNeAR takes it: the whole phrase, members, titles and appositions included."""
    owner = sentence.tokens[head].deprel == "nmod:poss"
    phrase = noun_phrase(reading, sentence, head)
    around = phrase is not None and phrase.start <= sentence.tokens[cue].start < phrase.end
    return noun_phrase(reading, sentence, head, whole=False) if owner or around else phrase


def cue_words(sentence: Sentence, index: int) -> Iterator[int]:
    """A cue's head with the auxiliaries, particles and negations right before or after it."""
    near = {index}
    for word in children(sentence, index, "aux", "compound", "cop", "fixed"):
        near.add(word)
    for word in children(sentence, index, "advmod"):
        if abs(word - index) <= 2 and sentence.tokens[word].upos in ("PART", "ADV"):
            near.add(word)
    if sentence.tokens[index].text.lower() == "according":
        near.add(index + 1)
    yield from range(min(near), max(near) + 1) if max(near) - min(near) <= 5 else (index,)


def infinitive(scene: Scene, index: int, frames: frozenset[str]) -> tuple[list[int], int]:
    """What "urged them to leave", "is expected to meet" bring: the infinitive with its object or raised subject."""
    sentence = scene.sentence
    if "inf" not in frames:
        return [], index
    for below in children(sentence, index, "xcomp", "ccomp", "advcl"):
        if not has_case(sentence, below, "to") or below < index:
            continue
        words = sentence.subtree(below)
        for word in children(sentence, index, "obj", "iobj", "obl"):
            if index < word < below and base(sentence.tokens[word].deprel) != "obl":
                words += sentence.subtree(word)
        raised = sentence.tokens[index].lemma in RAISING or is_passive(sentence, index)
        lifted = child(sentence, index, "nsubj") if raised else None
        if lifted is not None:
            words += sentence.subtree(lifted)
        return words, below
    return [], index


def introduced(sentence: Sentence, index: int) -> set[str]:
    """The prepositions and marks that introduce a phrase or clause."""
    return {sentence.tokens[word].lemma.lower() for word in children(sentence, index, "case", "mark")}


def prepositional(scene: Scene, index: int, frames: frozenset[str]) -> tuple[list[int], int]:
    """Reads "Warned of a battle", "called for a ban", "accused … of": what the preposition brings, without it."""
    sentence = scene.sentence
    thing = child(sentence, index, "obj")
    for below in children(sentence, index, "obl", "advcl", "xcomp", "nmod", "acl"):
        if below > index and introduced(sentence, below) & frames:
            bare = [
                word
                for word in sentence.subtree(below)
                if sentence.tokens[word].head != below
                or word > below
                or base(sentence.tokens[word].deprel) not in ("case", "mark")
            ]
            if thing is not None and index < thing < below:
                return sentence.subtree(thing) + sentence.subtree(below), below
            return bare, below
    return [], index
