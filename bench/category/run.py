"""Categories: which PLOVER category a sentence with a given source and target is about, by lexicon and model.

    python bench/category/run.py --input FILE... --output FILE

Input is JSONL with `id`, `text`, `source` and `target` (words of the text: who acts, to whom); nothing else of it is read.
Writes JSONL {"id", "root"}, root a category or null, as `score.py root` reads it. No part of this has been learnt from
the corpus: every word that the lexicon knows is looked at, and the one wins that fits best where the source
is its actor and the target its recipient; then those between the two in the tree; then any other. What participants must be is
asked first and forgone where nothing fits, since the task says that somebody acts.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from whosays import coding, lexicon, reader
from whosays.coding.certainty.said import with_spoken
from whosays.coding.events.hit import Hit
from whosays.coding.events.proposed import proposal
from whosays.coding.events.recast import recast
from whosays.coding.events.senses import fits, follows
from whosays.coding.roles.nouns import roles_of
from whosays.coding.trees.clause import children
from whosays.lexicon import Lexicon
from whosays.lexicon.predicates import Predicate
from whosays.record.document import Document
from whosays.record.reading import Reading, Sentence

BATCH = 200
POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
# How much each observation speaks for a word; set by hand, in the order in which they are to decide.
FITS, LAX, IS_ACTOR, IS_RECIPIENT, ABOVE, BETWEEN, VERBAL, DEEPER = 6.0, 3.0, 5.0, 4.0, 4.0, 3.0, 1.0, 0.6
# How much the model's word weighs beside the lexicon's; what a sign counts anywhere, and between source and target.
MODEL, SOMEWHERE, ON_THE_WAY = 1.5, 0.15, 0.3
SPOKEN = 2  # a statement that denies, blames or demands fits as well as an entry can
CLASSED = frozenset({"subj", "obj", "obl"})
REFUSING = frozenset({"refuse", "decline"})
WILLING = frozenset({"willing", "ready", "prepared", "agree", "promise", "pledge", "offer", "vow"})
# The category that PLOVER gives CAMEO's root codes; the benchmark's categories were given by those.
BY_CAMEO = {
    "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "09": "ACCUSE", "10": "REQUEST",
    "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION",
    "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The words of source and target in a sentence."""

    source: frozenset[int]
    target: frozenset[int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", nargs="+", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--model", type=Path, help="folder of another model")
    parser.add_argument("--why", action="store_true", help="also write the entry that decided")
    options = parser.parse_args()
    rows = [
        json.loads(line) for path in options.input for line in path.read_text(encoding="utf-8").splitlines() if line
    ]
    model, words = reader.load(options.model), lexicon.load()
    with options.output.open("w", encoding="utf-8") as out:
        for start in range(0, len(rows), BATCH):
            some = rows[start : start + BATCH]
            for row, reading in zip(some, model.read([Document.plain(row["text"]) for row in some]), strict=True):
                found = best(coding.prepare(reading, words), row, words)
                answer = {"id": row["id"], "root": found[0] if found else None}
                if options.why:
                    answer["why"] = found[1] if found else None
                out.write(json.dumps(answer) + "\n")


def best(reading: Reading, row: dict[str, Any], words: Lexicon) -> tuple[str, str] | None:
    """The category for which most speaks, what lexicon and model say taken together, and the entry that says it loudest."""
    lexicon_: dict[str, tuple[float, str]] = {}
    model: dict[str, float] = {}
    for sentence in reading.sentences:
        ends = Ends(
            source=inside(sentence, row["text"], row["source"]), target=inside(sentence, row["text"], row["target"])
        )
        for score, hit in candidates(sentence, ends, words):
            found = root(announced(recast(sentence, hit)))
            if found not in lexicon_ or score > lexicon_[found][0]:
                lexicon_[found] = score, hit.entry.id
        for score, hit in seen(sentence, ends, words):
            found = root(announced(recast(sentence, hit)))
            model[found] = max(score, model.get(found, 0.0))
    scores = {name: lexicon_.get(name, (0.0, ""))[0] + MODEL * model.get(name, 0.0) for name in {*lexicon_, *model}}
    if not scores:
        return None
    winner = max(sorted(scores), key=lambda name: scores[name])
    return winner, lexicon_.get(winner, (0.0, "model"))[1]


def seen(sentence: Sentence, ends: Ends, words: Lexicon) -> Iterator[tuple[float, Hit]]:
    """What the model takes for events, with how likely it is and how well its participants are source and target."""
    between = path(sentence, ends)
    for sign in sentence.signs:
        if sentence.tokens[sign.index].upos == "AUX":
            continue
        doer = max(
            (part.score for part in sign.parts if part.role == "actor" and part.index in ends.source), default=0.0
        )
        undergoer = max(
            (part.score for part in sign.parts if part.role == "recipient" and part.index in ends.target), default=0.0
        )
        placed = SOMEWHERE + doer + undergoer + ON_THE_WAY * (sign.index in between)
        for name, likely in sign.scores:
            yield likely * placed, proposal(sentence, replace(sign, scores=((name, likely),)), words)


def announced(hit: Hit) -> Hit:
    """What somebody will or would give way in is a promise as well, and a refusal where it is refused."""
    if hit.note is not None or hit.category not in {"RETREAT", "CONCEDE"} or hit.is_noun:
        return hit
    if governed(hit, REFUSING):
        return replace(hit, category="REJECT", note="refused")
    return replace(hit, category="AGREE", note="announced") if will(hit) or governed(hit, WILLING) else hit


def governed(hit: Hit, words: frozenset[str]) -> bool:
    """Whether the deed hangs as an infinitive on one of the words."""
    token = hit.sentence.tokens[hit.clause]
    above = hit.sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    return token.deprel in {"xcomp", "acl", "csubj", "advcl"} and above in words


def will(hit: Hit) -> bool:
    return any(
        hit.sentence.tokens[word].lemma.lower() in {"will", "would", "shall"}
        for word in children(hit.sentence, hit.clause, "aux")
    )


def root(hit: Hit) -> str:
    """The category as the benchmark has it: that of the CAMEO code where the deed was not recast."""
    if hit.note:
        return hit.category
    if hit.category == "SANCTION" and hit.mode == "convict":
        return "ACCUSE"  # a verdict is one of its accusations
    if hit.entry.lemma == "sanction" and hit.category == "SANCTION":
        return "COERCE"  # CAMEO 172, "impose administrative sanctions"
    if (hit.category, hit.mode, hit.entry.lemma) == ("COERCE", "cyber", "attack"):
        return "ASSAULT"  # an attack by computers is one of its attacks
    return BY_CAMEO.get((hit.entry.cameo or "")[:2], hit.category)


def inside(sentence: Sentence, text: str, span: str) -> frozenset[int]:
    """The words of a sentence that lie in any occurrence of a span."""
    found: set[int] = set()
    span = (span or "").strip()
    start = text.find(span) if span else -1
    while start >= 0:
        end = start + len(span)
        found |= {token.index for token in sentence.tokens if start <= token.start and token.end <= end}
        start = text.find(span, end)
    return frozenset(found)


def candidates(sentence: Sentence, ends: Ends, words: Lexicon) -> Iterator[tuple[float, Hit]]:
    """Every entry of every word and every statement that is an act, with how much speaks for it."""
    between = path(sentence, ends)
    for hit in with_spoken(sentence, [], words):
        yield weigh(hit, SPOKEN, ends, between), hit
    for token in sentence.tokens:
        pos = POS.get(token.upos)
        if pos is None or (token.index in ends.source and token.index in heads(sentence, ends.source)):
            continue
        yield from most_specific(
            [
                (well, weigh(hit, well, ends, between), hit)
                for well, hit in readings_of(
                    sentence, token.index, entries(words, token.lemma.lower(), pos, token.feats), words
                )
            ]
        )


def readings_of(
    sentence: Sentence, index: int, found: tuple[Predicate, ...], words: Lexicon
) -> Iterator[tuple[int, Hit]]:
    """A word by each of its entries, with how well it fits; below nought where only participants of another kind would."""
    for entry in found:
        if not follows(sentence, index, entry.particle):
            continue
        roles = roles_of(sentence, index, entry, words)
        hit = Hit(sentence=sentence, index=index, entry=entry, roles=roles, category=entry.category, mode=entry.mode)
        well = fits(sentence, index, entry, roles, words)
        yield well or -fits(sentence, index, classless(entry), roles, words), hit


def most_specific(found: list[tuple[int, float, Hit]]) -> Iterator[tuple[float, Hit]]:
    """What is left of a word's entries where several fit: the one that fits best, of equals the most specific, as in coding."""
    fitting = [row for row in found if row[0] > 0]
    best = max(fitting, key=lambda row: (row[0], row[2].entry.weight), default=None)
    for row in [best] if best is not None else [row for row in found if row[0]]:
        yield row[1], row[2]


def entries(words: Lexicon, lemma: str, pos: str, feats: str) -> tuple[Predicate, ...]:
    found = words.predicates.get((lemma, pos), ())
    if pos == "adj" and "VerbForm=Part" in feats:
        found = (*found, *words.predicates.get((lemma, "verb"), ()))
    return found


def classless(entry: Predicate) -> Predicate:
    """An entry without what it asks of its participants' kind."""
    return replace(entry, demands=tuple(demand for demand in entry.demands if demand.slot not in CLASSED))


def weigh(hit: Hit, well: int, ends: Ends, between: dict[int, int]) -> float:
    roles, sentence = hit.roles, hit.sentence
    score = FITS * (well > 0) + LAX * (well < 0) + 0.2 * abs(well) + 0.5 * hit.entry.weight * (well != 0)
    score += IS_ACTOR * touches(roles.actor, ends.source)
    carried = hit.index if roles.verb is None else roles.verb
    score += max(
        IS_RECIPIENT * touches((*roles.recipient, *roles.theme), ends.target),
        ABOVE * (not ends.target.isdisjoint(sentence.subtree(carried))),
    )
    score += BETWEEN * (hit.index in between or carried in between)
    score += VERBAL * (hit.entry.pos != "noun")
    return score - DEEPER * depth(sentence, hit.index)


def touches(words: tuple[int, ...], span: frozenset[int]) -> bool:
    return any(word in span for word in words)


def depth(sentence: Sentence, index: int) -> int:
    steps = 0
    while sentence.tokens[index].head >= 0 and steps < len(sentence.tokens):
        index, steps = sentence.tokens[index].head, steps + 1
    return steps


def heads(sentence: Sentence, span: frozenset[int]) -> frozenset[int]:
    """The words of a span that hang on words outside it."""
    return frozenset(word for word in span if sentence.tokens[word].head not in span)


def path(sentence: Sentence, ends: Ends) -> dict[int, int]:
    """The words between source and target in the tree, with their distance from the source; up to the root for one end."""
    source, target = climb(sentence, ends.source), climb(sentence, ends.target)
    shared = [word for word in source if word in target]
    if not shared:
        return {word: step for step, word in enumerate(source or target)}
    top = shared[0]
    way = [*source[: source.index(top) + 1], *target[: target.index(top)]]
    return {word: step for step, word in enumerate(way)}


def climb(sentence: Sentence, span: frozenset[int]) -> list[int]:
    """The words above the head of a span, nearest first."""
    tops = sorted(heads(sentence, span))
    if not tops:
        return []
    way, here = [], sentence.tokens[tops[0]].head
    while here >= 0 and here not in way:
        way.append(here)
        here = sentence.tokens[here].head
    return way


if __name__ == "__main__":
    main()
