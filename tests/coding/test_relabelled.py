"""Relations that the words below them rule out are set right; the same relations where they are right stay."""

from __future__ import annotations

import pytest

from coding.trees import reading
from whosays.coding.trees.mended import mended

LEMMAS = {"presided": "preside", "walked": "walk", "gave": "give", "accused": "accuse", "became": "become"}
# A word of a tree: word/kind/head/relation, heads counted from 1; then what words are afterwards.
SLIPS = [
    (
        "They/PRON/2/nsubj withdrew/VERB/0/root from/ADP/5/case the/DET/5/det talks/NOUN/2/obj",
        ["talks NOUN obl withdrew"],
    ),
    (
        "He/PRON/2/nsubj declared/VERB/0/root a/DET/4/det state/NOUN/2/obj of/ADP/6/case siege/NOUN/2/obj",
        ["state NOUN obj declared", "siege NOUN nmod state"],
    ),
    (
        "The/DET/2/det surrender/NOUN/6/nsubj of/ADP/5/case the/DET/5/det fort/NOUN/2/obj came/VERB/0/root",
        ["fort NOUN nmod surrender"],
    ),
    (
        (
            "The/DET/2/det bank/NOUN/6/nsubj:pass 's/PART/2/case promise/NOUN/6/nsubj:pass was/AUX/6/aux:pass "
            "kept/VERB/0/root"
        ),
        ["bank NOUN nmod:poss promise", "promise NOUN nsubj:pass kept"],
    ),
    (
        "He/PRON/2/nsubj ordered/VERB/0/root the/DET/4/det lifting/VERB/2/xcomp of/ADP/7/case the/DET/7/det ban/NOUN/4/obl",
        ["lifting NOUN obj ordered", "ban NOUN nmod lifting"],
    ),
    ("They/PRON/2/nsubj sought/VERB/0/root guarantees/NOUN/2/xcomp", ["guarantees NOUN obj sought"]),
    (
        "The/DET/2/det guild/NOUN/3/nsubj called/VERB/0/root off/ADP/3/compound:prt its/PRON/6/nmod:poss walkout/NOUN/3/compound:prt",
        ["walkout NOUN obj called"],
    ),
    (
        "The/DET/2/det guild/NOUN/3/nsubj called/VERB/0/root off/ADP/3/compound:prt its/PRON/6/nmod:poss walkout/NOUN/3/obl",
        ["walkout NOUN obj called"],
    ),
    (
        "Thank/VERB/0/root heavens/NOUN/1/vocative they/PRON/4/nsubj left/VERB/1/ccomp",
        ["heavens NOUN obj Thank"],
    ),
    (
        "The/DET/2/det guards/NOUN/3/nsubj beat/VERB/0/root off/ADP/6/case two/NUM/6/nummod raiders/NOUN/3/obj",
        ["off ADP compound:prt beat", "raiders NOUN obj beat"],
    ),
    (
        "The/DET/2/det port/NOUN/5/nsubj 's/PART/5/cop offer/NOUN/5/nsubj ran/VERB/0/root out/ADP/5/compound:prt",
        ["port NOUN nmod:poss offer", "'s PART case port"],
    ),
    (
        (
            "The/DET/2/det mayor/NOUN/4/nsubj 's/PART/2/case refusal/ADJ/7/advcl to/PART/6/mark resign/VERB/4/xcomp "
            "worried/VERB/0/root the/DET/9/det board/NOUN/7/nsubj"
        ),
        ["mayor NOUN nmod:poss refusal", "refusal NOUN nsubj worried", "board NOUN obj worried"],
    ),
    (
        (
            "The/DET/2/det mayor/NOUN/4/nmod:poss 's/PART/2/case recognition/VERB/8/ccomp of/ADP/7/case the/DET/7/det "
            "board/NOUN/4/nmod worried/VERB/0/root them/PRON/8/obj"
        ),
        ["recognition NOUN nsubj worried"],
    ),
    (
        (
            "He/PRON/2/nsubj urged/VERB/0/root that/SCONJ/6/mark the/DET/5/det board/NOUN/2/iobj lift/VERB/2/xcomp "
            "the/DET/8/det ban/NOUN/2/obj"
        ),
        ["board NOUN nsubj lift", "lift VERB ccomp urged", "ban NOUN obj lift"],
    ),
    (
        "The/DET/2/det guards/NOUN/3/nsubj went/VERB/0/root on/ADP/3/advmod high/ADJ/6/amod alert/NOUN/3/advmod",
        ["on ADP case alert", "alert NOUN obl went"],
    ),
    (
        "The/DET/2/det guards/NOUN/3/nsubj went/VERB/0/root on/ADP/5/advmod alert/ADJ/3/advmod",
        ["on ADP case alert", "alert NOUN obl went"],
    ),
    ("They/PRON/2/nsubj set/VERB/0/root foot/NOUN/2/obl:unmarked", ["foot NOUN obj set"]),
    (
        "It/PRON/2/nsubj gave/VERB/0/root them/PRON/2/iobj 48/NUM/5/nummod hours/NOUN/2/obl:unmarked",
        ["hours NOUN obj gave"],
    ),
    (
        "They/PRON/2/nsubj stepped/VERB/0/root up/ADP/4/case pressure/NOUN/2/obj",
        ["up ADP compound:prt stepped", "pressure NOUN obj stepped"],
    ),
    (
        "He/PRON/2/nsubj presided/VERB/0/root over/ADP/2/compound:prt a/DET/5/det summit/NOUN/2/obj",
        ["over ADP case summit", "summit NOUN obl presided"],
    ),
    (
        "It/PRON/2/nsubj required/VERB/0/root that/SCONJ/5/mark they/PRON/5/nsubj leave/VERB/2/xcomp",
        ["leave VERB ccomp required"],
    ),
    (
        "They/PRON/2/nsubj went/VERB/0/root on/ADP/4/advmod alert/ADV/2/advmod",
        ["on ADP case alert", "alert NOUN obl went"],
    ),
]
RIGHT = [
    "They/PRON/2/nsubj killed/VERB/0/root over/ADP/5/case 20/NUM/5/nummod men/NOUN/2/obj",
    "He/PRON/2/nsubj became/VERB/0/root minister/NOUN/2/xcomp",
    "They/PRON/2/nsubj took/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj prisoner/NOUN/2/xcomp",
    "It/PRON/2/nsubj took/VERB/0/root a/DET/4/det day/NOUN/2/obl:unmarked",
    "They/PRON/2/nsubj handed/VERB/0/root in/ADP/2/compound:prt their/PRON/5/nmod:poss rifles/NOUN/2/obj",
    "It/PRON/2/nsubj accused/VERB/0/root the/DET/4/det men/NOUN/2/obj of/ADP/6/case spying/NOUN/2/obl",
    "The/DET/2/det army/NOUN/4/nmod:poss 's/PART/2/case raid/NOUN/5/nsubj failed/VERB/0/root",
    "They/PRON/2/nsubj remained/VERB/0/root up/ADP/4/case front/NOUN/2/obl",
    "They/PRON/2/nsubj jumped/VERB/0/root off/ADP/5/case the/DET/5/det truck/NOUN/2/obl",
    "He/PRON/2/nsubj urged/VERB/0/root the/DET/4/det board/NOUN/2/obj to/PART/6/mark leave/VERB/2/xcomp",
    "His/PRON/2/nmod:poss arrest/NOUN/6/advcl over/ADV/2/advmod ,/PUNCT/2/punct they/PRON/6/nsubj left/VERB/0/root",
]


def _mended(words: str) -> tuple[list[str], list[str]]:
    """Words with kind, relation and head: as they were given, and as they are set right."""
    rows = (word.rsplit("/", 3) for word in words.split())
    read = reading(
        "\n".join(
            f"{word} {LEMMAS.get(word, word.lower())} {kind} {head} {relation} " for word, kind, head, relation in rows
        )
    )
    return tuple(  # type: ignore[return-value]
        [
            f"{one.text} {one.upos} {one.deprel} {sentence.tokens[one.head].text if one.head >= 0 else ''}".strip()
            for one in sentence.tokens
        ]
        for sentence in (read.sentences[0], mended(read).sentences[0])
    )


@pytest.mark.parametrize(("words", "expected"), SLIPS)
def test_a_relation_that_the_words_rule_out_is_set_right(words: str, expected: list[str]) -> None:
    _, after = _mended(words)
    assert [wanted for wanted in expected if wanted not in after] == [], after


@pytest.mark.parametrize("words", RIGHT)
def test_a_relation_that_is_right_stays(words: str) -> None:
    before, after = _mended(words)
    assert after == before
