"""Who is said to say what: cue syntax, trailing reporting clauses, quotations that run on, nesting."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from coding.trees import reading
from whosays.coding.attribution.attribute import attribute
from whosays.coding.attribution.quotes import quotations
from whosays.lexicon.cues import Cues, load
from whosays.record.reading import Mark


@dataclass(frozen=True)
class Words:
    cues: Cues


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(cues=load())


def told(words: Words, *trees: str) -> list[tuple[str | None, str | None, list[str]]]:
    found = attribute(reading(*trees), words)
    return [
        (
            one.source.text if one.source else None,
            one.cue.text if one.cue else None,
            [part.text for part in one.content],
        )
        for one in found
    ]


TRAILING = """
Shells shell NOUN 2 nsubj
hit hit VERB 8 ccomp
the the DET 4 det
market market NOUN 2 obj
, , PUNCT 8 punct
the the DET 7 det
mayor mayor NOUN 8 nsubj
said say VERB 0 root VerbForm=Fin
on on ADP 10 case
Monday Monday PROPN 8 obl
. . PUNCT 8 punct
"""
ACCORDING = """
Shells shell NOUN 2 nsubj
hit hit VERB 0 root
the the DET 4 det
market market NOUN 2 obj
, , PUNCT 9 punct
according accord VERB 9 case
to to ADP 6 fixed
the the DET 9 det
mayor mayor NOUN 2 obl
. . PUNCT 2 punct
"""
QUOTED = """
“ “ PUNCT 4 punct
Shells shell NOUN 4 nsubj
have have AUX 4 aux
fallen fall VERB 9 ccomp
, , PUNCT 4 punct
” ” PUNCT 4 punct
the the DET 8 det
mayor mayor NOUN 9 nsubj
said say VERB 0 root VerbForm=Fin
. . PUNCT 9 punct
"""
GOES_ON = """
“ “ PUNCT 4 punct
We we PRON 4 nsubj
are be AUX 4 cop
afraid afraid ADJ 0 root
. . PUNCT 4 punct
” ” PUNCT 4 punct
"""
PASSIVE = """
It it PRON 3 expl
is be AUX 3 aux:pass
believed believe VERB 0 root
that that SCONJ 6 mark
shells shell NOUN 6 nsubj
fell fall VERB 3 ccomp
. . PUNCT 3 punct
"""
NESTED = """
She she PRON 2 nsubj
said say VERB 0 root
residents resident NOUN 4 nsubj
claimed claim VERB 2 ccomp
that that SCONJ 7 mark
shells shell NOUN 7 nsubj
fell fall VERB 4 ccomp
. . PUNCT 2 punct
"""


def test_a_reporting_clause_behind_its_content_is_read(words: Words) -> None:
    assert told(words, TRAILING) == [("the mayor", "said", ["Shells hit the market"])]


def test_a_cue_is_as_long_as_the_reader_marks_it_but_never_reaches_into_its_source(words: Words) -> None:
    def cue(first: int, last: int) -> str | None:
        plain = reading(TRAILING)
        marked = replace(plain.sentences[0], marks=(Mark(first=first, last=last, kind="cue"),))
        (one,) = attribute(replace(plain, sentences=(marked,)), words)
        return one.cue.text if one.cue else None

    assert cue(7, 9) == "said on Monday"
    assert cue(6, 7) == "said"


def test_according_to_makes_the_clause_around_it_the_content(words: Words) -> None:
    assert told(words, ACCORDING) == [("the mayor", "according to", ["Shells hit the market"])]


def test_a_quotation_that_follows_is_the_same_speakers(words: Words) -> None:
    found = told(words, QUOTED, GOES_ON)
    assert [source for source, _, _ in found] == ["the mayor", "the mayor"]
    assert "We are afraid" in found[1][2][0]


def test_a_passive_of_belief_has_no_named_source(words: Words) -> None:
    assert told(words, PASSIVE) == [(None, "is believed", ["that shells fell"])]


def test_an_attribution_in_anothers_content_names_its_parent(words: Words) -> None:
    outer, inner = attribute(reading(NESTED), words)
    assert (outer.parent, inner.parent) == (None, 0)


def test_a_direct_quotation_is_told_from_an_indirect_one(words: Words) -> None:
    assert [one.quote for one in attribute(reading(QUOTED), words)] == ["direct"]
    assert [one.quote for one in attribute(reading(TRAILING), words)] == ["indirect"]


@pytest.mark.parametrize(("text", "quoted"), [
    ('He said "no more" twice.', ['"no more"']),
    ("He called it ‘a gift’, the workers’ gift.", ["‘a gift’"]),
    ("The firms' gains and the workers' losses grew.", []),
    ("They were 'mercenaries' under 'covert agreements.'", ["'mercenaries'", "'covert agreements.'"]),
    ("It's the '90s, isn't it?", []),
    ("“One.\n\n“Two.”", ["“One.", "“Two.”"]),
])  # fmt: skip
def test_quotation_marks_are_told_from_apostrophes(text: str, quoted: list[str]) -> None:
    assert [text[one.start : one.end] for one in quotations(text)] == quoted


def test_a_quotation_left_open_by_its_paragraph_says_so() -> None:
    assert [one.open_end for one in quotations("“One.\n\n“Two.”")] == [True, False]
