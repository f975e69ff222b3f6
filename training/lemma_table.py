"""Words whose lemma is known: from the treebanks' training parts, and the forms of the lexicon's regular verbs.

    python training/lemma_table.py --data DATA --output src/whosays/reader/model/lemmas.tsv

The network's edit scripts are for the words that are not in it.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import conllu
from whosays.reader.lemmas import ANY, key

SHARE = 0.8  # of a word's uses that must agree
HEADER = """\
# Lemmas of words as UD has them; "*" stands for all features that are not listed.
# Sources: UD English EWT (CC BY-SA 4.0), GUM's open genres (annotations CC BY 4.0), regular forms of the lexicon's verbs.
# Built by training/lemma_table.py; licence CC BY-SA 4.0; version 1.
form	upos	feats	lemma
"""
LEXICON = Path(__file__).parents[1] / "src/whosays/lexicon"


def counted(folder: Path) -> dict[tuple[str, str, str], Counter[str]]:
    """Lemmas of each form, tag and features; with ANY for the features, of form and tag."""
    out: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for name in ("ewt-train", "gum-train"):
        for tree in conllu.read(folder / f"{name}.conllu"):
            for form, upos, feats, lemma in zip(tree.forms, tree.upos, tree.feats, tree.lemmas, strict=True):
                if lemma != "_":
                    out[key(form, upos, feats)][lemma] += 1
                    out[key(form, upos, ANY)][lemma] += 1
    return out


def settled(counts: dict[tuple[str, str, str], Counter[str]]) -> dict[tuple[str, str, str], str]:
    """Entries that agree enough; with features only where they say something else than without."""
    out: dict[tuple[str, str, str], str] = {}
    for entry, counter in sorted(counts.items(), key=lambda item: (item[0][2] != ANY, item[0])):
        lemma, n = min(counter.items(), key=lambda item: (-item[1], item[0]))
        general = out.get((entry[0], entry[1], ANY))
        if n >= SHARE * counter.total() and general != lemma:
            out[entry] = lemma
    return out


def verbs(folder: Path) -> Iterator[str]:
    """Single-word verbs of the lexicon's tables."""
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            table = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
            for row in table:
                lemma = (row.get("lemma") or "").strip()
                if (row.get("pos") or "").lower() == "verb" and lemma.isalpha() and len(lemma) > 2:
                    yield lemma


def regular(verb: str) -> Iterator[str]:
    """Forms that the verb has if it is regular; with and without doubling where both could be."""
    if verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    elif verb[-1] == "y" and verb[-2] not in "aeiou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    else:
        yield verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
        yield from (verb + "ed", verb + "ing")
        if verb[-1] not in "aeiouwxy" and verb[-2] in "aeiou" and verb[-3] not in "aeiou":
            yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--lexicon", type=Path, default=LEXICON)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    table = settled(counted(arguments.data / "syntax"))
    for verb in verbs(arguments.lexicon):
        for form in regular(verb):
            table.setdefault(key(form, "VERB", ANY), verb)
    rows = ["\t".join((*entry, lemma)) for entry, lemma in sorted(table.items())]
    arguments.output.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
