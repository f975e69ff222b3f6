"""Phrases lie around their heads whatever the tree: a reader's trees are not always those of a grammar."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coding.trees import reading
from whosays.pipeline import Tools
from whosays.record.reading import Reading
from whosays.resolve.phrases.described import describe
from whosays.resolve.phrases.mentions import phrases

RELATIONS = ("conj", "nmod", "appos", "flat", "acl:relcl", "case", "nsubj", "obj", "cop")


@st.composite
def trees(draw: st.DrawFn) -> Reading:
    """A sentence of a few words, each hung on any other so that no circle comes about."""
    order = draw(st.permutations(range(1, draw(st.integers(2, 7)) + 1)))
    heads = {order[0]: 0} | {word: draw(st.sampled_from(order[:n])) for n, word in enumerate(order) if n}
    lines = []
    for word in sorted(heads):
        upos = draw(st.sampled_from(("NOUN", "PROPN", "VERB", "PRON", "PUNCT")))
        relation = "root" if not heads[word] else draw(st.sampled_from(RELATIONS))
        lines.append(f"w{word} w{word} {upos} {heads[word]} {relation}")
    return reading("\n".join(lines))


@given(trees())
def test_a_phrase_lies_around_its_head(tree: Reading) -> None:
    for phrase in phrases(tree):
        assert 0 <= phrase.first <= phrase.head <= phrase.last < len(tree.sentences[phrase.sentence].tokens)


def test_what_a_tree_joins_backwards_does_not_cost_the_report(tools: Tools) -> None:
    backwards = reading("""
        Olsen Olsen PROPN 3 conj
        and and CCONJ 1 cc
        Haugen Haugen PROPN 4 nsubj
        left leave VERB 0 root
    """)
    assert [found.lemma for found in describe(backwards, phrases(backwards), tools.world.nouns)] == ["olsen", "haugen"]
