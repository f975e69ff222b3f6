"""Trees in the scheme of spaCy's English models (ClearNLP) turned into Universal Dependencies, which coding is written over.

What differs is turned in this order: prepositions come under their nouns, "be" comes under its predicate, joined words hang on the
first of them, labels get their UD names. The result is close to what a UD parser gives, not the same: "to" after a verb
of motion, headless relatives and comparatives stay rough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

LABELS = {
    "ROOT": "root",
    "dobj": "obj",
    "dative": "iobj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "poss": "nmod:poss",
    "neg": "advmod",
    "quantmod": "advmod",
    "prt": "compound:prt",
    "relcl": "acl:relcl",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "oprd": "xcomp",
    "attr": "xcomp",
    "acomp": "xcomp",
    "intj": "discourse",
    "meta": "discourse",
    "nmod": "compound",
    "subtok": "goeswith",
    "npadvmod": "obl:unmarked",
    "prep": "obl",
    "pobj": "obl",
    "pcomp": "advcl",
    "agent": "obl:agent",
}
TURNED = "ud:"  # marks what is UD already while the tree is turned: "nmod" is a label of both schemes
VERBAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})
PREDICATES = ("attr", "acomp")


@dataclass(slots=True, kw_only=True)
class Node:
    """One word; `head` -1 is the root. Changed in place while the tree is turned."""

    index: int
    lemma: str
    upos: str
    head: int
    relation: str


def to_ud(nodes: list[Node]) -> list[Node]:
    """The sentence's words with UD heads and relations."""
    for node in sorted(nodes, key=lambda n: -_depth(nodes, n)):
        if node.relation in {"prep", "agent", "dative"}:
            _preposition(nodes, node)
    for node in nodes:
        if node.lemma == "be" and node.relation not in {"aux", "auxpass"}:
            _copula(nodes, node)
    for node in nodes:
        _joined(nodes, node)
    for node in nodes:
        node.relation = LABELS.get(node.relation, node.relation).removeprefix(TURNED)
    return nodes


def _depth(nodes: list[Node], node: Node) -> int:
    steps = 0
    while node.head >= 0 and steps <= len(nodes):
        node, steps = nodes[node.head], steps + 1
    return steps


def _below(nodes: list[Node], index: int, *relations: str) -> Iterator[Node]:
    return (node for node in nodes if node.head == index and (not relations or node.relation in relations))


def _preposition(nodes: list[Node], node: Node) -> None:
    """ "[in] → [Kursk]": the noun takes the preposition's place, the preposition comes under it."""
    found = next(_below(nodes, node.index, "pobj", "pcomp", "ud:obl", "ud:nmod"), None)
    if found is None:
        node.relation = "iobj" if node.relation == "dative" else "advmod"
        return
    noun = node.head >= 0 and nodes[node.head].upos not in VERBAL
    clause = found.relation == "pcomp"
    relation = ("acl" if noun else "advcl") if clause else "nmod" if noun else "obl"
    found.relation = TURNED + ("obl:agent" if node.relation == "agent" else relation)
    found.head = node.head
    for other in _below(nodes, node.index):
        other.head = found.index
    node.head, node.relation = found.index, "mark" if clause else TURNED + "case"


def _copula(nodes: list[Node], be: Node) -> None:
    """ "[is] → [ready]": the predicate becomes the head, "be" its copula; so does a place that is all it has."""
    predicate = next(_below(nodes, be.index, *PREDICATES), None)
    if predicate is None and not any(_below(nodes, be.index, "expl")):
        predicate = next(_below(nodes, be.index, "ud:obl"), None)
    if predicate is None:
        return
    predicate.head, predicate.relation = be.head, be.relation
    for other in _below(nodes, be.index):
        if other is not predicate:
            other.head = predicate.index
    be.head, be.relation = predicate.index, "cop"


def _joined(nodes: list[Node], node: Node) -> None:
    """Joined words hang on the first of them; a conjunction on the word after it."""
    if node.relation == "conj":
        while node.head >= 0 and nodes[node.head].relation == "conj":
            node.head = nodes[node.head].head
    if node.relation == "cc":
        after = next((n for n in _below(nodes, node.head, "conj") if n.index > node.index), None)
        if after is not None:
            node.head = after.index
