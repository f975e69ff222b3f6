"""CoNLL F1 gives what is worked out by hand in the papers that brought its measures, and GUM's marks are read as meant."""

from __future__ import annotations

from pathlib import Path

import gum
import numpy as np
import pytest
import score_chains
import sources

KEY = [frozenset("abcde"), frozenset("fg"), frozenset("hijkl")]
MARKED = """# newdoc id = made_up
# newpar
# text = Mira Olsen's boat left.
1\tMira\tMira\tPROPN\t_\t_\t4\tnmod:poss\t_\tEntity=(1-object-new-nnnnn-cf1-4-coref(2-person-new-nnnnn-cf2-1-coref
2\tOlsen\tOlsen\tPROPN\t_\t_\t1\tflat\t_\tSpaceAfter=No
3\t's\t's\tPART\t_\t_\t1\tcase\t_\tEntity=2)
4\tboat\tboat\tNOUN\t_\t_\t5\tnsubj\t_\tEntity=1)
5\tleft\tleave\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\t_

# newpar
# text = She didn't see it.
1\tShe\tshe\tPRON\t_\t_\t4\tnsubj\t_\tEntity=(2-person-giv:act-nnnnn-cf1-1-ana)
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tsee\tsee\tVERB\t_\t_\t0\troot\t_\t_
5\tit\tit\tPRON\t_\t_\t4\tobj\t_\tEntity=(1-object-giv:act-nnnnn-cf2-1-ana)|SpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_
"""


@pytest.fixture
def marked(tmp_path: Path) -> gum.Chains:
    path = tmp_path / "made_up.conllu"
    path.write_text(MARKED, encoding="utf-8")
    return next(gum.read(path))


def test_muc_counts_links() -> None:
    response = [frozenset("abcde"), frozenset("fghijkl")]  # Bagga and Baldwin's first example
    assert score_chains.muc(KEY, response) == 1.0
    assert score_chains.muc(response, KEY) == pytest.approx(9 / 10)


def test_b_cubed_punishes_joining_large_chains_more() -> None:
    small, large = [frozenset("abcde"), frozenset("fghijkl")], [frozenset("abcdehijkl"), frozenset("fg")]
    assert score_chains.b_cubed(small, KEY) == pytest.approx(16 / 21)
    assert score_chains.b_cubed(large, KEY) == pytest.approx(7 / 12)


def test_ceaf_pairs_each_chain_once() -> None:
    precision, recall = score_chains.ceaf([frozenset("abc"), frozenset("de")], [frozenset("abcde")])
    assert precision == pytest.approx(6 / 8)  # "abc" and "abcde": twice the three shared, of eight
    assert recall == pytest.approx(3 / 8)  # the second gold chain finds no partner


def test_the_pairing_is_the_best_one_and_not_the_greedy_one() -> None:
    assert score_chains.best_total(np.array([[0.9, 0.8], [0.8, 0.1]])) == pytest.approx(1.6)
    assert score_chains.best_total(np.array([[0.2], [0.7], [0.1]])) == pytest.approx(0.7)


def test_marks_that_open_together_and_close_apart_are_read(marked: gum.Chains) -> None:
    assert marked.chains == (((0, 3), (10, 10)), ((0, 2), (6, 6)))
    assert marked.kernel[0, 3] == {3}


def test_a_perfect_prediction_scores_all_and_none_nothing(marked: gum.Chains) -> None:
    perfect = score_chains.score([marked], {"made_up": [list(chain) for chain in marked.chains]})
    empty = score_chains.score([marked], {})
    assert perfect["without_singletons"]["CoNLL"] == perfect["kernel"]["CoNLL"] == 100.0
    assert empty["with_singletons"]["CoNLL"] == 0.0


def test_chains_of_one_count_only_where_they_are_asked_for(marked: gum.Chains) -> None:
    found = score_chains.score([marked], {"made_up": [[(0, 3), (10, 10)], [(0, 2), (6, 6)], [(4, 4)]]})
    assert found["without_singletons"]["CoNLL"] == 100.0
    assert found["with_singletons"]["B3"] < 100.0


def test_a_shorter_phrase_with_the_kernel_counts_in_the_kernel_figure_alone(marked: gum.Chains) -> None:
    found = score_chains.score([marked], {"made_up": [[(3, 3), (10, 10)], [(0, 2), (6, 6)]]})
    assert found["kernel"]["CoNLL"] == 100.0
    assert found["without_singletons"]["CoNLL"] < 100.0


def test_a_found_source_is_right_by_its_code_or_rightly_without_one() -> None:
    assert sources.same({"code": "MLI", "name": None}, {"name": "foreign ministry official", "country": "MLI"})
    assert not sources.same({"code": "MLI", "name": None}, {"name": "official", "code": None})
    assert sources.same({"code": None, "name": "a diplomat in Oslo"}, {"name": "diplomat", "code": None})
    assert not sources.same({"code": None, "name": "a diplomat in Oslo"}, {"name": "diplomat", "code": "NOR"})


def test_the_source_taken_is_the_one_whose_evidence_overlaps_the_quote_most() -> None:
    text = "The mayor said two died. The nurse said three died."
    stances = [
        {"source": {"name": "mayor"}, "evidence": [{"start": 0, "end": 26}]},
        {"source": {"name": "nurse"}, "evidence": [{"start": 25, "end": 51}]},
        {"source": {"code": "author"}, "evidence": [{"start": 0, "end": 51}]},
    ]
    export = {
        "documents": [{"id": "x", "path": "docs/01.txt", "text": text}],
        "events": [{"document": "x", "stances": stances}],
    }
    found = sources.nearest({"doc": "01", "quote": "The nurse said three died", "source": {}}, export)
    assert found == [{"name": "nurse"}]
