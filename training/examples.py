"""The examples that the network learns from, out of the corpora in the data folder; one a sentence.

A head that a corpus says nothing about gets no labels from it, and its loss leaves those words out.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import conllu
from whosays.reader import lemmas
from whosays.reader.boundary import Cut
from whosays.reader.features import QuoteTracker
from whosays.reader.segment import Segmenter

Span = tuple[int, int, str]  # first word, last word, kind


@dataclass(slots=True, kw_only=True)
class Example:
    """One sentence: its words, and for each head that its corpus knows the label of every word."""

    corpus: str
    forms: list[str]
    glued: list[bool]
    quotes: list[int]
    heads: list[int] | None = None
    labels: dict[str, list[str]] = field(default_factory=dict)
    roles: list[tuple[int, int, str]] = field(default_factory=list)  # event word, head of the argument, role
    goes_on: bool = False  # whether it stands in one paragraph with the sentence before it


def bio(length: int, spans: Iterable[Span]) -> list[str]:
    """Labels O, B-kind, I-kind of flat spans; a span that overlaps an earlier one is left out."""
    labels = ["O"] * length
    for first, last, kind in spans:
        if any(label != "O" for label in labels[first : last + 1]):
            continue
        labels[first : last + 1] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first)
    return labels


def layers(spans: Iterable[Span], depth: int) -> list[list[Span]]:
    """Nested spans as flat layers: the outermost, those directly inside, and so on."""
    out: list[list[Span]] = [[] for _ in range(depth)]
    for span in sorted(set(spans), key=lambda s: (s[0], -s[1], s[2])):
        for layer in out:
            if not layer or layer[-1][1] < span[0]:
                layer.append(span)
                break
    return out


def to_words(spans: Iterable[tuple[int, int, str]], words: list[tuple[int, int]]) -> list[Span]:
    """Character spans as word spans; what covers no word is left out."""
    out = []
    for start, end, kind in spans:
        inside = [i for i, (s, e) in enumerate(words) if s < end and e > start]
        if inside:
            out.append((inside[0], inside[-1], kind))
    return out


def tracked(trees: Iterable[conllu.Tree]) -> Iterator[tuple[conllu.Tree, list[int]]]:
    """Sentences with the quote states of their words, read paragraph by paragraph."""
    tracker = QuoteTracker()
    for tree in trees:
        if tree.new_paragraph:
            tracker = QuoteTracker()
        yield tree, tracker.sentence(tree.forms)


def syntax(path: Path, corpus: str, names: Callable[[conllu.Tree], dict[str, list[str]]]) -> Iterator[Example]:
    """Examples with tags, lemmas and trees; `names` adds what else is known of a sentence."""
    for tree, quotes in tracked(conllu.read(path)):
        labels = {
            "upos": tree.upos,
            "feats": tree.feats,
            "lemma": [lemmas.script(f, m) if m != "_" else "" for f, m in zip(tree.forms, tree.lemmas, strict=True)],
            "relations": tree.deprels,
        }
        yield Example(
            corpus=corpus,
            forms=tree.forms,
            glued=tree.glued,
            quotes=quotes,
            heads=tree.heads,
            labels=labels | names(tree),
            goes_on=not tree.new_paragraph,
        )


# ---- attribution


def polnear(folder: Path, segmenter: Segmenter) -> Iterator[Example]:
    """PolNeAR's documents: words of sources, of cues and of contents (it has none inside others)."""
    for path in sorted(folder.glob("text/*.txt")):
        text = path.read_bytes().decode("utf-8")  # offsets count line ends as they are
        spans = marks(min(folder.glob(f"attributions/{path.stem}*.ann")).read_text(encoding="utf-8"))
        for words, found, quotes in cut(text, spans, segmenter):
            labels = {
                kind: bio(len(words), layers([span for span in found if span[2] == kind], 1)[0])
                for kind in ("source", "cue", "content")
            }
            yield raw("polnear", words, quotes, labels)


def marks(annotation: str) -> list[tuple[int, int, str]]:
    """Stretches of sources, cues and contents that stand in a relation; those of a broken one each by itself."""
    related = set(re.findall(r":(T\d+)", "\n".join(re.findall(r"^E\d+\t.*$", annotation, re.MULTILINE))))
    out: set[tuple[int, int, str]] = set()
    for name, kind, places in re.findall(r"^(T\d+)\t(Source|Cue|Content) ([\d; ]+)(?:\t|$)", annotation, re.MULTILINE):
        if name in related:
            out.update((*map(int, part.split()), kind.lower()) for part in places.split(";"))
    return sorted(out)


def cut(
    text: str, spans: list[tuple[int, int, str]], segmenter: Segmenter
) -> Iterator[tuple[list[Cut], list[Span], list[int]]]:
    """Sentences of a raw text: words, the spans that reach into it as word spans, and the words' quote states."""
    tracker, paragraph = QuoteTracker(), -1
    for sentence in segmenter.segment(text):
        if sentence.paragraph != paragraph:
            tracker, paragraph = QuoteTracker(), sentence.paragraph
        words = list(sentence.words)
        start, end = words[0].start, words[-1].end
        here = [s for s in spans if s[0] < end and s[1] > start]
        yield words, to_words(here, [(w.start, w.end) for w in words]), tracker.sentence([w.text for w in words])


def raw(corpus: str, words: list[Cut], quotes: list[int], labels: dict[str, list[str]]) -> Example:
    return Example(
        corpus=corpus, forms=[w.text for w in words], glued=[w.glued for w in words], quotes=quotes, labels=labels
    )


def jsonl(path: Path) -> list[dict]:  # type: ignore[type-arg]
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


# ---- label sets


def vocabulary(examples: Iterable[Example], *, lemma_floor: int = 2, feats_floor: int = 2) -> dict[str, list[str]]:
    """The labels of each head, commonest first (O first for spans)."""
    counts: dict[str, Counter[str]] = {}
    for example in examples:
        for name, labels in example.labels.items():
            counts.setdefault(name, Counter()).update(labels)
    floors = {"lemma": lemma_floor, "feats": feats_floor}
    out = {}
    for name, counter in sorted(counts.items()):
        kept = [label for label, n in counter.items() if n >= floors.get(name, 1) and (label or name == "feats")]
        out[name] = sorted(kept, key=lambda label: (-counter[label], label))
        for label in list(out[name]):
            if label.startswith("B-") and "I" + label[1:] not in out[name]:
                out[name].append("I" + label[1:])
    return out
