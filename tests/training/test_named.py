"""The names written for training are read as they are marked, and a slip of a bracket is told with its place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import conllu
import gum_names
import named
import names
from whosays.reader.segment import Segmenter

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "training/data/names").glob("*.txt"))
SEGMENTER = ROOT / "src/whosays/reader/model/segmenter.npz"


def test_every_shipped_name_is_words_of_its_sentence_and_no_sentence_stands_twice() -> None:
    found = [one for path in FILES for one in named.read(path)]
    assert len(found) > 2000
    assert all(one.text[start:end] == one.text[start:end].strip() != "" for one in found for start, end, _ in one.spans)
    assert [text for text, n in Counter(one.text for one in found).items() if n > 1] == []


def test_names_inside_names_come_out_with_the_longer_first() -> None:
    line = "[Organisation the [Nationality Danish] navy] sailed on [Temporal 4 May]."
    text, spans = named.parse(line, named.KINDS["re3d"], 2)
    assert text == "the Danish navy sailed on 4 May."
    assert [(text[start:end], kind) for start, end, kind in spans] == [
        ("the Danish navy", "Organisation"),
        ("Danish", "Nationality"),
        ("4 May", "Temporal"),
    ]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("[PER Ana sailed.", "never closed"),
        ("Ana] sailed.", "closes nothing"),
        ("[SHIP Ana] sailed.", "no kind after the bracket"),
        ("[PER Ana ]sailed.", "begins or ends with a space"),
        ("[PER Ana [LOC Riga]] sailed.", "too deep"),
    ],
)
def test_a_slip_is_refused_with_the_line(tmp_path: Path, line: str, complaint: str) -> None:
    (tmp_path / "uner-x.txt").write_text(f"# a comment\n\n{line}\n", encoding="utf-8")
    with pytest.raises(named.NamedError, match=complaint) as error:
        list(named.read(tmp_path / "uner-x.txt"))
    assert "uner-x.txt, line 3" in str(error.value)


def test_each_scheme_teaches_its_own_head_and_the_working_labels_where_they_are_known(tmp_path: Path) -> None:
    (tmp_path / "uner-x.txt").write_text("[PER Ana] likes [NORP Danish] trains.\n", encoding="utf-8")
    (tmp_path / "crossner-x.txt").write_text("[politician Ana] left [politicalparty Forward].\n", encoding="utf-8")
    (tmp_path / "re3d-x.txt").write_text("[Organisation the [Nationality Danish] navy]\n", encoding="utf-8")
    crossner, re3d, uner = names.constructed(tmp_path, Segmenter(SEGMENTER))
    assert uner.labels == {
        "names_uner": ["B-PER", "O", "O", "O", "O"],
        "names_work": ["B-PER", "O", "B-NORP", "O", "O"],
    }
    assert crossner.labels["names_crossner"][:3] == ["B-politician", "O", "B-politicalparty"]
    assert crossner.labels["names_work"][:3] == ["B-PER", "O", "B-ORG"]
    assert re3d.labels == {
        "names_re3d": ["B-Organisation", "I-Organisation", "I-Organisation"],
        "names_re3d_inner": ["O", "B-Nationality", "O"],
    }


GUM = """# newdoc id = d
# sent_id = d-1
# text = President Ana Berg of the University of Sama met the Bulls there.
1	President	president	PROPN	NNP	_	8	nsubj	_	Entity=(1-person-new-x-cf1-2-coref-Ana_Berg
2	Ana	Ana	PROPN	NNP	_	1	flat	_	_
3	Berg	Berg	PROPN	NNP	_	1	flat	_	_
4	of	of	ADP	IN	_	6	case	_	_
5	the	the	DET	DT	_	6	det	_	Entity=(2-organization-new-x-cf2-2-sgl-University_of_Sama
6	University	university	PROPN	NNP	_	1	nmod	_	_
7	of	of	ADP	IN	_	8	case	_	_
8	Sama	Sama	PROPN	NNP	_	6	nmod	_	Entity=2)1)
9	met	meet	VERB	VBD	_	0	root	_	_
10	the	the	DET	DT	_	11	det	_	_
11	Bulls	Bull	PROPN	NNPS	_	9	obj	_	_
12	there	there	ADV	RB	_	9	advmod	_	SpaceAfter=No
13	.	.	PUNCT	.	_	9	punct	_	_
"""


def test_a_mention_in_gum_gives_the_name_in_it_and_leaves_other_proper_nouns_open(tmp_path: Path) -> None:
    (tmp_path / "gum.conllu").write_text(GUM.replace("\t8\tnsubj", "\t9\tnsubj"), encoding="utf-8")
    (tree,) = conllu.read(tmp_path / "gum.conllu")
    found, unknown = gum_names.names(tree)
    told = {(" ".join(tree.forms[first : last + 1]), kind) for first, last, kind in found}
    assert told == {("Ana Berg", "PER"), ("University of Sama", "ORG")}
    assert [tree.forms[i] for i in sorted(unknown)] == ["President", "Bulls"]
