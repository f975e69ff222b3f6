"""Attributions read from cue words and their syntax: "said that", "according to", "the claim that", "reportedly"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from whosays.coding.attribution_surface import Trailing, trailing
from whosays.coding.clause import (
    RELATIVES,
    base,
    child,
    children,
    has_case,
    is_passive,
    mention,
    noun_phrase,
    runs,
    subject,
)
from whosays.lexicon.cues import Cue, CueKind, Cues
from whosays.record.coded import Mention
from whosays.record.reading import Reading, Sentence

RAISING = frozenset({"appear", "seem"})
LIGHT = frozenset(
    {"make", "have", "give", "issue", "repeat", "reiterate", "express", "voice", "raise", "offer", "drop"}
)
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
QUESTIONS = frozenset({"whether", "if", "that"})


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


def find(reading: Reading, sentence: Sentence, cues: Cues, quoted: Callable[[int], bool]) -> list[Found]:
    """The attributions of one sentence. `quoted` tells whether an offset stands inside quotation marks."""
    scene = Scene(reading=reading, sentence=sentence, cues=cues, quoted=quoted)
    found: list[Found] = []
    for token in sentence.tokens:
        reader = READERS.get(token.upos)
        one = _according(scene, token.index) or (reader(scene, token.index) if reader else None)
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
    if base(token.deprel) in ("case", "fixed", "amod"):
        return None
    if cue is not None and "that" in frames and cue.holder != "CT-" and kind == "statement":
        behind = trailing(sentence, index)
        if behind is not None:
            return _behind(scene, index, behind, kind)
    words, head = _verb_content(scene, index, frames)
    if not words:
        return None
    source = None if token.lemma in RAISING else speaker(sentence, index)
    if cue is not None and cue.frames <= {"that", "inf", "obj"} and token.lemma not in RAISING and source == head:
        return None
    return _made(scene, index, source, scene.content(words, head), kind)


def _behind(scene: Scene, index: int, behind: Trailing, kind: CueKind) -> Found:
    sentence = scene.sentence
    return Found(
        sentence=sentence.index,
        cue=index,
        words=mention(scene.reading, sentence, list(_cue_words(sentence, index)), index),
        source=mention(scene.reading, sentence, behind.source, behind.head),
        content=scene.content(behind.content, _top(sentence, behind.content)),
        kind=kind,
    )


def _top(sentence: Sentence, words: list[int]) -> int:
    among = set(words)
    return next((word for word in words if sentence.tokens[word].head not in among), words[0])


def _verb_content(scene: Scene, index: int, frames: frozenset[str]) -> tuple[list[int], int]:
    """The words of what is said and their head, by the first frame that fits."""
    for frame in (_clause, _around, _infinitive, _small, _object, _prepositional):
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
            return sentence.subtree(below), below
        if (speech or after) and ("that" in frames or "quote" in frames) and relation != "csubj":
            return sentence.subtree(below), below
    return [], index


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
    speech = bool(frames) and ("that" in frames or "quote" in frames)
    around = scene.quoted(sentence.tokens[token.head].start) and not scene.quoted(token.start)
    if not speech and (not around or token.lemma in NO_SPEECH):
        return [], index
    if subject(sentence, index) is None and child(sentence, index, "nsubj") is None:
        return [], index
    inner = set(sentence.subtree(index))
    return [word for word in sentence.subtree(token.head) if word not in inner], token.head


def _infinitive(scene: Scene, index: int, frames: frozenset[str]) -> tuple[list[int], int]:
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
    for below in children(sentence, index, "obl", "advcl", "xcomp"):
        if below > max(thing, index) and _introduced(sentence, below) & (frames | {"for", "as"}):
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


def _introduced(sentence: Sentence, index: int) -> set[str]:
    return {sentence.tokens[word].lemma.lower() for word in children(sentence, index, "case", "mark")}


def _prepositional(scene: Scene, index: int, frames: frozenset[str]) -> tuple[list[int], int]:
    """Reads "Warned of a battle", "called for a ban", "accused … of": what the preposition brings, without it."""
    sentence = scene.sentence
    thing = child(sentence, index, "obj")
    for below in children(sentence, index, "obl", "advcl", "xcomp", "nmod", "acl"):
        if below > index and _introduced(sentence, below) & frames:
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


# ---------------------------------------------------------------- nouns, adjectives, adverbs


def _noun(scene: Scene, index: int) -> Found | None:
    sentence = scene.sentence
    cue = scene.cues.cues.get((sentence.tokens[index].lemma.lower(), "NOUN"))
    if cue is None:
        return None
    words, head = _noun_content(scene, index, cue)
    if not words:
        return None
    return _made(scene, index, _noun_source(sentence, index), scene.content(words, head), cue.kind)


def _noun_content(scene: Scene, index: int, cue: Cue) -> tuple[list[int], int]:
    sentence = scene.sentence
    for below in children(sentence, index, "acl", "ccomp"):
        if sentence.tokens[below].deprel == "acl:relcl":
            continue
        introduced = _introduced(sentence, below)
        if ("that" in cue.frames and introduced & QUESTIONS) or ("inf" in cue.frames and "to" in introduced):
            return sentence.subtree(below), below
        if "that" in cue.frames and base(sentence.tokens[below].deprel) == "ccomp":
            return sentence.subtree(below), below
    return _prepositional(scene, index, cue.frames)


def _noun_source(sentence: Sentence, index: int) -> int | None:
    owner = child(sentence, index, "nmod:poss")
    if owner is not None:
        return owner
    for below in children(sentence, index, "nmod"):
        if has_case(sentence, below, "by", "from"):
            return below
    token = sentence.tokens[index]
    if base(token.deprel) == "obj" and sentence.tokens[token.head].lemma in LIGHT:
        return subject(sentence, token.head)
    return None


def _adjective(scene: Scene, index: int) -> Found | None:
    sentence = scene.sentence
    cue = scene.cues.cue(sentence.tokens[index].lemma, "ADJ")
    if cue is None or base(sentence.tokens[index].deprel) == "amod":
        return None
    clause = next(iter(children(sentence, index, "ccomp")), None)
    if clause is not None and "that" in cue.frames:
        words, head = sentence.subtree(clause), clause
    else:
        words, head = _infinitive(scene, index, cue.frames)
    if not words:
        words, head = _prepositional(scene, index, cue.frames)
    return _made(scene, index, speaker(sentence, index), scene.content(words, head), cue.kind) if words else None


def _adverb(scene: Scene, index: int) -> Found | None:
    sentence = scene.sentence
    token = sentence.tokens[index]
    cue = scene.cues.cues.get((token.lemma.lower(), "ADV"))
    if cue is None or token.head < 0 or base(token.deprel) != "advmod":
        return None
    inner = set(sentence.subtree(index))
    words = [word for word in sentence.subtree(token.head) if word not in inner]
    return _made(scene, index, None, scene.content(words, token.head), cue.kind)


def _according(scene: Scene, index: int) -> Found | None:
    """Reads "According to X", "in the words of X", "in X's words": the clause that it stands in, without it."""
    sentence = scene.sentence
    token = sentence.tokens[index]
    if token.text.lower() == "according" and index + 1 < len(sentence.tokens):
        outer, source = _according_to(sentence, index)
    elif token.lemma.lower() in ("word", "view", "opinion", "estimate") and has_case(sentence, index, "in"):
        outer, source = index, _whose(sentence, index)
    else:
        return None
    if source is None or outer is None:
        return None
    top = _clause_above(sentence, outer)
    inner = set(sentence.subtree(outer))
    words = [word for word in sentence.subtree(top) if word not in inner and not _joins(sentence, word, top)]
    return _made(scene, index, source, scene.content(words, top), "statement")


def _according_to(sentence: Sentence, index: int) -> tuple[int | None, int | None]:
    """The word that heads the whole phrase, and the source in it."""
    token = sentence.tokens[index]
    if base(token.deprel) in ("case", "mark") and token.head >= 0:
        return token.head, token.head
    below = child(sentence, index, "obl", "nmod", "obj")
    return (index, below) if below is not None else (None, None)


def _whose(sentence: Sentence, index: int) -> int | None:
    owner = child(sentence, index, "nmod:poss")
    if owner is not None:
        return owner
    return next((below for below in children(sentence, index, "nmod") if has_case(sentence, below, "of")), None)


def _joins(sentence: Sentence, word: int, top: int) -> bool:
    token = sentence.tokens[word]
    return token.head == top and word < top and base(token.deprel) in ("cc", "mark")


def _clause_above(sentence: Sentence, index: int) -> int:
    """The predicate of the clause that a word stands in."""
    here = sentence.tokens[index].head
    while here >= 0:
        token = sentence.tokens[here]
        if token.head < 0 or base(token.deprel) in ("root", "ccomp", "parataxis", "advcl", "csubj"):
            return here
        if token.deprel == "acl:relcl" or (base(token.deprel) == "conj" and token.upos in ("VERB", "AUX")):
            return here
        here = token.head
    return sentence.root


# ---------------------------------------------------------------- putting together


def _made(scene: Scene, index: int, source: int | None, content: tuple[Mention, ...], kind: CueKind) -> Found | None:
    if not content:
        return None
    sentence = scene.sentence
    return Found(
        sentence=sentence.index,
        cue=index,
        words=mention(scene.reading, sentence, list(_cue_words(sentence, index)), index),
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


def _cue_words(sentence: Sentence, index: int) -> Iterator[int]:
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


READERS: dict[str, Callable[[Scene, int], Found | None]] = {
    "VERB": _verb,
    "AUX": _verb,
    "NOUN": _noun,
    "ADJ": _adjective,
    "ADV": _adverb,
}

__all__ = ["Found", "find", "source_phrase"]
