"""Trees set right by the small words in front, on trees made by hand: what any reader may get wrong."""

from __future__ import annotations

import pytest

from coding.trees import reading
from whosays.coding.trees.mended import mended

WITH_DRONES = """
The the DET 2 det
army army NOUN 3 nsubj
attacked attack VERB 0 root Tense=Past|VerbForm=Fin
it it PRON 3 obj
with with ADP 7 case
two two NUM 7 nummod
drones drone NOUN 3 obj
"""
A_SUBMARINE = """
Peru peru PROPN 2 nsubj
sent send VERB 0 root Tense=Past|VerbForm=Fin
nine nine NUM 4 nummod
men man NOUN 2 obj
and and CCONJ 7 cc
a a DET 7 compound
submarine submarine NOUN 2 obj
"""
NOR = """
They they PRON 3 nsubj
neither neither PART 3 advmod
shelled shell VERB 0 root Tense=Past|VerbForm=Fin
nor nor CCONJ 3 cc
burned burn VERB 3 conj Tense=Past|VerbForm=Fin
it it PRON 5 obj
"""
TO_GUARD = """
They they PRON 2 nsubj
sent send VERB 0 root Tense=Past|VerbForm=Fin
tanks tank NOUN 2 obj
to to PART 5 mark
guard guard VERB 2 advcl VerbForm=Inf
it it PRON 5 obj
and and CCONJ 8 cc
close close VERB 2 conj Tense=Pres|VerbForm=Fin
roads road NOUN 8 obj
"""
BLOCKADED = """
Frigates frigate NOUN 2 nsubj
blockaded blockaded VERB 0 root
the the DET 4 det
bay bay NOUN 2 obj
"""
NOT_GUILTY = """
She she PRON 2 nsubj
pleaded plead VERB 0 root Tense=Past|VerbForm=Fin
not not PART 2 advmod
guilty guilty ADJ 2 xcomp
"""
HURT = """
Two two NUM 2 nummod
men man NOUN 4 nsubj
were be AUX 4 cop
wounded wounded ADJ 0 root Degree=Pos
"""
ARMED = """
The the DET 2 det
guards guard NOUN 4 nsubj:pass
were be AUX 4 aux:pass
armed arm VERB 0 root Tense=Past|VerbForm=Part
"""
A_WEEK = """
They they PRON 2 nsubj
have have VERB 0 root Tense=Pres|VerbForm=Fin
a a DET 4 det
week week NOUN 2 obl:unmarked
to to PART 6 mark
leave leave VERB 2 advcl VerbForm=Inf
"""
FIRST = """
Peru peru PROPN 4 nsubj
was be AUX 4 cop
the the DET 4 det
first first ADJ 0 root
to to PART 6 mark
leave leave VERB 4 advcl VerbForm=Inf
"""
ARMING = """
Arming arming NOUN 4 nsubj Number=Sing
the the DET 3 det
rebels rebel NOUN 1 obj
breaks break VERB 0 root Tense=Pres|VerbForm=Fin
the the DET 6 det
truce truce NOUN 4 nsubj
"""
LAST_WEEK = """
They they PRON 2 nsubj
freed free VERB 0 root Tense=Past|VerbForm=Fin
men man NOUN 2 obj
abducted abduct VERB 3 acl Tense=Past|VerbForm=Part
last last ADJ 6 amod
week week NOUN 2 obl:unmarked
"""
DUE = """
It it PRON 3 nsubj
is be AUX 5 cop
due due ADJ 5 case
to to ADP 5 case
end end NOUN 0 root
"""
BARE = """
We we PRON 2 nsubj
reject reject VERB 0 root
it it PRON 2 obj
"""
DUE_TO_RULE = """
It it PRON 3 nsubj
is be AUX 3 cop
due due ADJ 0 root
to to ADP 5 case
rule rule NOUN 3 obj
on on ADP 7 case
Friday Friday PROPN 5 nmod
"""
LAUNCHED = """
Rockets rocket NOUN 5 nsubj
launched launch VERB 5 advcl Tense=Past|VerbForm=Fin
from from ADP 4 case
Chad Chad PROPN 2 obl
missed miss VERB 0 root Tense=Past|VerbForm=Fin
it it PRON 5 obj
"""
ITS = """
Its its PRON 2 det Case=Gen|Poss=Yes
planes plane NOUN 3 nsubj
left leave VERB 0 root Tense=Past|VerbForm=Fin
"""
HURTING = """
They they PRON 2 nsubj
marched march VERB 0 root Tense=Past|VerbForm=Fin
, , PUNCT 4 punct
hurting hurt VERB 2 parataxis Tense=Pres|VerbForm=Part
two two NUM 4 obj
"""


@pytest.mark.parametrize(
    ("tree", "word", "relation", "head"),
    [
        (WITH_DRONES, "drones", "obl", "attacked"),
        (A_SUBMARINE, "submarine", "conj", "men"),
        (A_SUBMARINE, "a", "det", "submarine"),
        (NOR, "nor", "cc", "burned"),
        (TO_GUARD, "close", "conj", "guard"),
        (HURT, "men", "nsubj:pass", "wounded"),
        (ARMED, "guards", "nsubj", "armed"),
        (A_WEEK, "week", "obj", "have"),
        (A_WEEK, "leave", "acl", "week"),
        (FIRST, "leave", "acl", "first"),
        (ARMING, "Arming", "csubj", "breaks"),
        (ARMING, "truce", "obj", "breaks"),
        (LAST_WEEK, "week", "obl:unmarked", "abducted"),
        (DUE, "It", "nsubj", "end"),
        (DUE, "to", "mark", "end"),
        (DUE_TO_RULE, "rule", "xcomp", "due"),
        (DUE_TO_RULE, "Friday", "obl", "rule"),
        (LAUNCHED, "launched", "acl", "Rockets"),
        (ITS, "Its", "nmod:poss", "planes"),
        (HURTING, "hurting", "advcl", "marched"),
    ],
)
def test_small_words_say_what_a_word_is_to_another(tree: str, word: str, relation: str, head: str) -> None:
    sentence = mended(reading(tree)).sentences[0]
    token = next(token for token in sentence.tokens if token.text == word)
    assert (token.deprel, sentence.tokens[token.head].text) == (relation, head)


def test_who_is_wounded_undergoes_it_and_who_is_armed_by_nobody_does_not() -> None:
    assert mended(reading(HURT)).sentences[0].tokens[3].upos == "VERB"
    assert mended(reading(ARMED)).sentences[0].tokens[3].upos == "ADJ"


def test_a_verb_without_a_form_is_a_present_and_one_in_ed_a_past() -> None:
    assert "Tense=Pres" in mended(reading(BARE)).sentences[0].tokens[1].feats
    assert "Tense=Past" in mended(reading(BLOCKADED)).sentences[0].tokens[1].feats


def test_what_is_pleaded_is_not_guilty() -> None:
    not_ = mended(reading(NOT_GUILTY)).sentences[0].tokens[2]
    assert not_.head == not_.index + 1


@pytest.mark.parametrize(
    "tree",
    [
        WITH_DRONES.replace("with with ADP", "over over ADP"),  # "over two drones" may be counted
        TO_GUARD.replace("to to PART 5 mark\n", "so so PART 5 advmod\n"),
        LAST_WEEK.replace("abducted abduct VERB 3 acl", "there there ADV 3 advmod"),
        DUE.replace("end end NOUN", "fog fog NOUN"),
        LAUNCHED.replace("from from ADP 4 case", "it it PRON 2 obj").replace("Chad Chad PROPN", "then then ADV"),
    ],
)
def test_what_small_words_leave_open_stays(tree: str) -> None:
    before = reading(tree)
    assert mended(before) is before


def test_what_is_due_to_a_thing_is_not_to_come() -> None:
    assert mended(reading(DUE_TO_RULE)).sentences[0].tokens[4].upos == "VERB"
    assert mended(reading(DUE_TO_RULE.replace("rule rule", "fog fog"))).sentences[0].tokens[4].upos == "NOUN"
