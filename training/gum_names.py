"""Names in GUM, from its marks of who and what is spoken of: a mention of a person, an organisation or a place whose head is a proper noun.

GUM marks whole phrases ("the old city of Lusaka, where ..."); a name is its head word with the proper nouns that belong to it ("Lusaka"; "University
of Portsmouth" where the phrase has an article of an encyclopaedia). Sentences train the names' heads only as far as GUM speaks: words of a
proper noun that no such mention holds are left out of the loss, because they may be works, events or peoples.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "bench" / "coreference"))
import gum

from conllu import Tree

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
OF_PERSONS = frozenset("- & de la del du van von der bin ibn al el".split())
LINKS = OF_PERSONS | frozenset("of the and for 's in on at".split())
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president minister senator sen. rep. gov. governor general gen. col. lt. sgt. capt. captain "
    "king queen prince princess sir lord lady saint st. judge justice pope father sister brother uncle aunt congressman chancellor secretary director".split()
)

ARTICLE = 7  # parts of an opening mark before the title of the article

Span = tuple[int, int, str]


def mentions(tree: Tree) -> list[tuple[int, int, str, bool]]:
    """First word, last word, GUM's type, and whether an encyclopaedia has an article of it; mentions that cross sentences are left out."""
    return [
        (first, last, parts[1] if len(parts) > 1 else "", len(parts) > ARTICLE)
        for _, (first, last), parts in gum.marks(tree.misc)
    ]


def names(tree: Tree) -> tuple[list[Span], set[int]]:
    """Names as spans of words with UNER's kinds, and the words of which nothing is known."""
    found: list[Span] = []
    proper = {i for i, tag in enumerate(tree.upos) if tag == "PROPN"}
    for first, last, kind, known in mentions(tree):
        if kind not in KINDS:
            continue
        heads = [i for i in range(first, last + 1) if not first <= tree.heads[i] - 1 <= last]
        if len(heads) != 1 or heads[0] not in proper:
            continue
        links = LINKS if known and kind != "person" else OF_PERSONS
        begin, end = stretch(tree, heads[0], first, last, links)
        if KINDS[kind] == "PER":
            while begin < end and tree.forms[begin].lower() in TITLES:
                begin += 1
        found.append((begin, end, KINDS[kind]))
    kept: list[Span] = []
    for span in sorted(set(found), key=lambda s: (s[0], -s[1])):
        if not kept or span[0] > kept[-1][1]:
            kept.append(span)
    named = {i for begin, end, _ in kept for i in range(begin, end + 1)}
    return kept, proper - named


def stretch(tree: Tree, head: int, first: int, last: int, links: frozenset[str]) -> tuple[int, int]:
    """The words around a name's head that are of the name; it goes on over at most two of the `links` ("of", "and") to another capital."""
    capital = [form[:1].isupper() or form[:1].isdigit() for form in tree.forms]

    def of(i: int) -> bool:
        return first <= i <= last and tree.upos[i] in ("PROPN", "ADJ", "VERB", "NOUN", "NUM", "X") and capital[i]

    begin = end = head
    while True:
        if of(begin - 1):
            begin -= 1
        elif begin - 1 >= first and tree.forms[begin - 1] in ("-", "'", "’") and of(begin - 2):
            begin -= 2
        else:
            break
    while True:
        step = end + 1
        while step <= last and tree.forms[step].lower() in links and step - end < 3:
            step += 1
        if step <= last and of(step):
            end = step
        else:
            break
    return begin, end
