"""Slips of small words, fronts and prepositions are set right; sentences that only look alike stay as they are."""

from __future__ import annotations

import pytest

from coding.test_kinds_and_neighbours import _prepared
from whosays.lexicon import Lexicon

SLIPS = [
    ("Wardens/PRON/2/nsubj fled/VERB/0/root", ["Wardens NOUN nsubj fled"]),
    ("They/PRON/2/nsubj agreed/AUX/0/root on/ADP/4/case terms/NOUN/2/obl", ["agreed VERB root"]),
    (
        "They/PRON/2/nsubj warned/VERB/0/root of/ADP/5/case a/DET/5/det cut/SYM/2/obl in/ADP/7/case pay/NOUN/5/nmod",
        ["cut NOUN obl warned"],
    ),
    ("He/PRON/2/nsubj met/VERB/0/root an/NUM/4/nummod envoy/NOUN/2/obj", ["an DET det envoy"]),
    (
        "Men/NOUN/2/nsubj crossed/VERB/0/root over/ADV/2/advmod and/CCONJ/5/cc shot/NUM/2/conj two/NUM/7/nummod cows/NOUN/5/obj",
        ["shot VERB conj crossed"],
    ),
    (
        "Nine/NUM/2/nummod tonnes/NOUN/5/obj of/ADP/4/case rice/NOUN/2/nmod arrived/VERB/0/root by/ADP/7/case sea/NOUN/5/obl",
        ["tonnes nsubj arrived"],
    ),
    (
        (
            "That/SCONJ/4/mark the/DET/3/det guest/NOUN/4/nsubj stayed/VERB/5/advcl hurt/VERB/0/root the/DET/7/det "
            "host/NOUN/5/obj"
        ),
        ["stayed csubj hurt"],
    ),
    (
        "There/PRON/2/expl was/VERB/3/cop gunfire/NOUN/0/root near/ADP/5/case Sama/PROPN/3/nmod",
        ["was VERB root", "gunfire nsubj was"],
    ),
    (
        "They/PRON/2/nsubj ended/VERB/0/root the/DET/4/det ban/NOUN/2/compound on/ADP/6/case noise/NOUN/4/obj",
        ["ban obj ended"],
    ),
    (
        ("They/PRON/2/nsubj described/VERB/0/root the/DET/4/det claim/NOUN/6/nsubj as/ADP/6/case unfounded/ADJ/2/obl"),
        ["claim obj described"],
    ),
    (
        (
            "Peru/PROPN/2/nsubj declared/VERB/0/root the/DET/4/det consul/NOUN/2/xcomp of/ADP/6/case Chile/PROPN/4/nmod "
            "persona/NOUN/4/nmod non/X/7/flat grata/X/7/flat"
        ),
        ["persona xcomp declared", "consul obj declared"],
    ),
    (
        (
            "Peru/PROPN/2/nsubj froze/VERB/0/root the/DET/4/det assets/NOUN/2/obj of/ADP/7/case two/NUM/7/nummod "
            "banks/NOUN/2/obl"
        ),
        ["banks nmod assets"],
    ),
    (
        (
            "The/DET/2/det truce/NOUN/3/nsubj drew/VERB/0/root praise/NOUN/3/obj from/ADP/7/case the/DET/7/det "
            "bloc/NOUN/4/nmod"
        ),
        ["bloc obl drew"],
    ),
    (
        "They/PRON/2/nsubj pulled/VERB/0/root out/ADP/2/compound:prt of/ADP/2/compound:prt the/DET/6/det talks/NOUN/2/obj",
        ["of case talks", "talks obl pulled"],
    ),
    (
        "They/PRON/2/nsubj walked/VERB/0/root away/ADV/2/advmod from/ADP/6/case the/DET/6/det talks/NOUN/3/obl",
        ["talks obl walked"],
    ),
    (
        "They/PRON/2/nsubj ordered/VERB/0/root the/DET/4/det guests/NOUN/2/obj out/ADP/2/xcomp",
        ["out compound:prt ordered"],
    ),
    (
        (
            "They/PRON/2/nsubj pushed/VERB/0/root the/DET/4/det vote/NOUN/2/obj back/ADV/7/advmod to/ADP/7/case "
            "May/PROPN/2/obl"
        ),
        ["back advmod pushed"],
    ),
    (
        (
            "He/PRON/3/nsubj:pass was/AUX/3/aux:pass taken/VERB/0/root to/ADP/5/case Sama/PROPN/3/obl ,/PUNCT/10/punct "
            "where/ADV/10/advmod a/DET/9/det court/NOUN/10/nsubj sentenced/VERB/3/advcl him/PRON/10/obj"
        ),
        ["sentenced acl:relcl Sama"],
    ),
    (
        (
            "It/PRON/2/nsubj accused/VERB/0/root them/PRON/2/obj of/SCONJ/5/mark lying/VERB/2/advcl and/CCONJ/8/cc "
            "of/SCONJ/8/mark stealing/VERB/2/conj"
        ),
        ["stealing conj lying"],
    ),
    (
        (
            "The/DET/2/det bank/NOUN/7/nsubj 's/AUX/7/cop offer/NOUN/7/nsubj to/ADP/6/case clients/NOUN/4/nmod "
            "lapsed/VERB/0/root"
        ),
        ["bank nmod:poss offer", "'s case bank"],
    ),
    (
        "It/PRON/2/nsubj imposed/VERB/0/root a/DET/4/det curfew/X/2/obj",
        ["curfew NOUN obj imposed"],
    ),
    (
        (
            "Two/NUM/2/nummod men/NOUN/4/nsubj:pass were/AUX/4/aux:pass held/VERB/0/root on/ADP/6/punct "
            "suspicion/VERB/4/advcl of/SCONJ/8/mark spying/VERB/6/advcl"
        ),
        ["on case suspicion", "suspicion NOUN obl held", "spying acl suspicion"],
    ),
    (
        "Envoy/NOUN/3/nsubj Saleh/PROPN/1/appos announced/VERB/0/root it/PRON/3/obj",
        ["Saleh nsubj announced", "Envoy nmod:desc Saleh"],
    ),
    (
        (
            "The/DET/2/det government/NOUN/5/nsubj and/CCONJ/4/cc rebels/NOUN/7/conj signed/VERB/0/root in/ADP/7/case "
            "Riga/PROPN/5/obl"
        ),
        ["rebels conj government"],
    ),
    (
        "Drones/NOUN/2/nsubj flew/VERB/0/root overnight/NOUN/2/obl:unmarked",
        ["overnight obl:unmarked flew"],
    ),
    (
        "Peru/PROPN/4/nsubj and/CCONJ/3/cc Chile/PROPN/4/nsubj failed/VERB/0/root",
        ["Chile conj Peru"],
    ),
    (
        "Gunmen/NOUN/2/nsubj shot/VERB/0/root dead/ADJ/5/amod two/NUM/5/nummod rangers/NOUN/2/obj",
        ["dead xcomp shot"],
    ),
]
RIGHT = [
    "They/PRON/3/nsubj themselves/PRON/1/nmod:unmarked fled/VERB/0/root",
    "They/PRON/2/nsubj robbed/VERB/0/root the/DET/4/det guard/NOUN/2/obj of/ADP/7/case his/PRON/7/nmod:poss pay/NOUN/2/obl",
    "There/PRON/2/expl was/VERB/0/root a/DET/4/det fight/NOUN/2/nsubj in/ADP/6/case Sama/PROPN/2/obl",
    "He/PRON/2/nsubj took/VERB/0/root a/DET/4/det letter/NOUN/2/obj from/ADP/6/case home/NOUN/4/nmod",
]


@pytest.mark.parametrize(("words", "expected"), SLIPS)
def test_a_slip_of_small_words_is_set_right(lexicon: Lexicon, words: str, expected: list[str]) -> None:
    _, after = _prepared(words, lexicon)
    for wanted in expected:
        word, *rest = wanted.split()
        assert any(one.split()[0] == word and set(rest) <= set(one.split()[1:]) for one in after), (wanted, after)


@pytest.mark.parametrize("words", RIGHT)
def test_what_only_looks_alike_stays(lexicon: Lexicon, words: str) -> None:
    before, after = _prepared(words, lexicon)
    assert after == before
