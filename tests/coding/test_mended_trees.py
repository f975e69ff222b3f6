"""However wrong a tree is, what is set right in it leaves a tree: every word hangs, by whatever way, on a root."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from coding.trees import reading
from whosays.coding.trees.mended import mended

WORDS = [
    ("attacked", "attack", "VERB"), ("and", "and", "CCONJ"), ("the", "the", "DET"), ("men", "man", "NOUN"), ("with", "with", "ADP"),
    ("to", "to", "PART"), ("secure", "secure", "VERB"), ("which", "which", "PRON"), ("said", "say", "VERB"), ("last", "last", "ADJ"),
    ("week", "week", "NOUN"), ("arming", "arm", "VERB"), ("of", "of", "ADP"), ("Lima", "Lima", "PROPN"), (",", ",", "PUNCT"), ("due", "due", "ADJ"),
]  # fmt: skip
RELATIONS = [
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "conj",
    "cc",
    "xcomp",
    "ccomp",
    "advcl",
    "acl",
    "case",
    "mark",
    "det",
    "appos",
    "punct",
]


@st.composite
def trees(draw: st.DrawFn) -> str:
    """A tree of up to twelve words in the notation of `trees.reading`: each hangs on one that was hung before it."""
    size = draw(st.integers(2, 12))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: 0} | {order[n]: order[draw(st.integers(0, n - 1))] + 1 for n in range(1, size)}
    rows = []
    for place in range(size):
        word, lemma, kind = draw(st.sampled_from(WORDS))
        relation = draw(st.sampled_from(RELATIONS)) if heads[place] else "root"
        rows.append(f"{word} {lemma} {kind} {heads[place]} {relation}")
    return "\n".join(rows)


@given(trees())
@settings(max_examples=300, deadline=None)
def test_what_is_set_right_is_a_tree(tree: str) -> None:
    tokens = mended(reading(tree)).sentences[0].tokens
    for token in tokens:
        word, steps = token.index, 0
        while word >= 0 and steps <= len(tokens):
            word, steps = tokens[word].head, steps + 1
        assert steps <= len(tokens)
