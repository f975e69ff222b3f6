"""Examples for the heads that say what happens: events and their roles, how certain, in what status.

From the sentences written for this project (`training/data/`), and UDS-IH2's certainty of EWT's words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import conllu
import written
from examples import Example, Span, bio, jsonl, layers, to_words
from whosays.reader.boundary import Cut
from whosays.reader.features import QuoteTracker
from whosays.reader.own import OwnReader

UNSAID = ""  # a label that no head knows: its loss leaves the word out
MARKS = ("source", "cue", "content")
STATUSES = ("question", "conditional", "ordered", "intended", "future", "generic", "historical", "modal", "negated")
NONE = "-"  # of a mode, of a status


def vocabulary() -> dict[str, list[str]]:
    """The labels of these heads: closed sets, whatever the sentences hold."""
    categories = written.categories()
    return {
        "event": ["O", *categories],
        "mode": [NONE, *(f"{name}/{mode}" for name, modes in categories.items() for mode in sorted(modes))],
        "value": list(written.VALUES),
        "value_uds": [str(value) for value in range(-3, 4)],
        "status": [NONE, *STATUSES],
        "roles": list(written.ROLES),
    }


def status(flags: tuple[str, ...]) -> str:
    """The one flag that says most; negation and doubt are in the value already."""
    return next((flag for flag in STATUSES if flag in flags), NONE)


def uds(path: Path) -> Callable[[conllu.Tree], dict[str, list[str]]]:
    """How certain readers were of EWT's predicates, -3 to 3 rounded, as the labels of a head of its own."""
    found: dict[str, dict[int, str]] = {}
    for row in jsonl(path):
        words = found.setdefault("".join(row["text"].split()), {})
        words[len(row["text"][: row["start"]].replace(" ", ""))] = str(round(row["value"]))

    def values(tree: conllu.Tree) -> dict[str, list[str]]:
        mine = found.get("".join(tree.forms))
        if mine is None:
            return {}
        offset, labels = 0, []
        for form in tree.forms:
            labels.append(mine.get(offset, UNSAID))
            offset += len(form)
        return {"value_uds": labels}

    return values


def constructed(folder: Path, reader: OwnReader) -> Iterator[Example]:
    """The written sentences. The head word of an argument is found in the tree that `reader` gives the sentence."""
    modes = written.categories()
    told = [one for path in sorted(folder.glob("*.txt")) for one in written.read(path, modes)]
    cuts = [[word for segment in reader.segment(one.text) for word in segment.words] for one in told]
    states = [QuoteTracker().sentence([word.text for word in words]) for words in cuts]
    trees = reader.see(cuts, states, ())
    for one, words, quotes, tree in zip(told, cuts, states, trees, strict=True):
        yield _example(one, words, quotes, tree.heads)


def _example(one: written.Written, words: list[Cut], quotes: list[int], heads: list[int]) -> Example:
    spans = [(word.start, word.end) for word in words]
    length = len(words)
    labels = {
        "event": ["O"] * length,
        "mode": [UNSAID] * length,
        "value": [UNSAID] * length,
        "status": [UNSAID] * length,
    }
    roles = []
    for event in one.events:
        first, last = _words(event.trigger, spans)
        at = head(first, last, heads)
        labels["event"][at] = event.category or "O"
        labels["mode"][at] = f"{event.category}/{event.mode}" if event.mode else NONE if event.category else UNSAID
        labels["value"][at] = event.value
        labels["status"][at] = status(event.flags)
        named = event.roles if event.category else ()
        roles += [(at, head(*_words(role.span, spans), heads), role.kind) for role in named]
    marks: list[Span] = [
        (*_words(span, spans), kind) for said in one.said for kind in MARKS if (span := getattr(said, kind)) is not None
    ]
    for kind in MARKS:
        labels[kind] = bio(length, layers([mark for mark in marks if mark[2] == kind], 1)[0])
    return Example(
        corpus="written",
        forms=[w.text for w in words],
        glued=[w.glued for w in words],
        quotes=quotes,
        labels=labels,
        roles=sorted(set(roles)),
    )


def _words(span: written.Span, words: list[tuple[int, int]]) -> tuple[int, int]:
    [(first, last, _)] = to_words([(*span, "")], words)
    return first, last


def head(first: int, last: int, heads: list[int]) -> int:
    """The word of a stretch whose head lies outside it; the last where there are several, for want of a better one.

    `heads` count from 1, 0 is the root.
    """
    outside = [i for i in range(first, last + 1) if not first <= heads[i] - 1 <= last]
    return outside[0] if len(outside) == 1 else _nearest_root(outside or [last], heads)


def _nearest_root(words: Iterable[int], heads: list[int]) -> int:
    def depth(word: int) -> int:
        steps, at = 0, word
        while heads[at] and steps <= len(heads):
            at, steps = heads[at] - 1, steps + 1
        return steps

    return min(words, key=lambda word: (depth(word), -word))
