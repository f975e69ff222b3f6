"""Trees whose words contradict each other are set right; the same words rightly read stay as they are."""

from __future__ import annotations

import pytest

from coding.trees import reading
from whosays import coding
from whosays.lexicon import Lexicon

LEMMAS = {
    "drew": "draw",
    "robbed": "rob",
    "told": "tell",
    "gave": "give",
    "called": "call",
    "planned": "plan",
    "denies": "deny",
    "says": "say",
}
# A word of a tree: word/kind/head/relation, heads counted from 1; then what one word is afterwards.
SLIPS = [
    (
        "Raiders/NOUN/2/nsubj shot/NUM/0/root a/DET/4/det driver/NOUN/2/obj",
        ["shot VERB", "driver NOUN obj shot"],
    ),
    (
        "The/DET/2/det mayor/NOUN/3/nsubj came/VERB/0/root under/ADP/5/case attack/VERB/3/obl from/ADP/7/case voters/NOUN/5/obl:agent",
        ["attack NOUN obl came", "voters NOUN obl came"],
    ),
    (
        (
            "The/DET/2/det freeing/NOUN/8/nsubj of/ADP/4/case sailors/NOUN/8/obl by/ADP/7/case the/DET/7/det pirates/NOUN/4/nmod "
            "took/VERB/0/root weeks/NOUN/8/obl:unmarked"
        ),
        ["sailors NOUN nmod freeing"],
    ),
    (
        (
            "The/DET/5/det closure/VERB/9/nsubj of/ADP/5/case the/DET/5/det border/NOUN/2/obl by/ADP/8/case the/DET/8/det "
            "junta/NOUN/2/nmod stranded/VERB/0/root lorries/NOUN/9/obj"
        ),
        ["The det closure", "closure NOUN nsubj stranded", "border nmod closure"],
    ),
    (
        (
            "The/DET/2/det bank/NOUN/4/nsubj 's/PART/2/case refusal/PART/7/nsubj to/PART/6/mark pay/VERB/4/xcomp angered/VERB/0/root "
            "editors/NOUN/7/iobj"
        ),
        ["refusal NOUN nsubj angered", "bank nmod:poss refusal", "pay acl refusal", "editors obj angered"],
    ),
    (
        "Talks/NOUN/3/nsubj are/AUX/3/cop due/ADJ/0/root to/ADP/5/case resume/NOUN/3/xcomp",
        ["resume VERB xcomp due", "to mark"],
    ),
    ("They/PRON/2/nsubj paid/SYM/0/root the/DET/4/det crew/NOUN/2/iobj", ["paid VERB root", "crew obj paid"]),
    ("She/PRON/2/nsubj thanked/ADJ/0/root her/PRON/4/nmod:poss host/NOUN/2/obj", ["thanked VERB root"]),
    ("He/PRON/3/nsubj:pass was/AUX/3/aux:pass spurned/ADJ/0/root", ["spurned VERB root"]),
    ("The/DET/2/det word/NOUN/5/nsubj abduct/VERB/2/appos is/AUX/5/cop old/ADJ/0/root", ["abduct NOUN appos word"]),
    (
        "The/DET/2/det navy/NOUN/6/nsubj raid/NOUN/6/obj on/ADP/5/case Sama/PROPN/3/nmod angered/VERB/0/root them/PRON/6/obj",
        ["navy compound raid", "raid nsubj angered", "The det raid"],
    ),
    (
        (
            "The/DET/2/det arrest/NOUN/7/nsubj:pass of/ADP/5/case two/NUM/5/nummod men/NOUN/7/nsubj:pass was/AUX/7/aux:pass "
            "filmed/VERB/0/root"
        ),
        ["men nmod arrest", "arrest nsubj:pass filmed"],
    ),
    (
        "They/PRON/2/nsubj went/VERB/0/root on/ADP/6/case strike/NOUN/2/obl for/ADP/6/case pay/NOUN/2/obl",
        ["on case strike", "for case pay"],
    ),
    (
        "They/PRON/2/nsubj gave/VERB/0/root the/DET/4/det guard/NOUN/2/obj a/DET/6/det medal/NOUN/2/obj",
        ["guard iobj gave", "medal obj gave"],
    ),
    (
        "They/PRON/2/nsubj termed/VERB/0/root the/DET/4/det raid/NOUN/2/obj a/DET/6/det threat/NOUN/2/ccomp",
        ["threat xcomp termed"],
    ),
    (
        "They/PRON/2/nsubj expressed/VERB/0/root dismay/ADJ/2/obj at/ADP/6/case the/DET/6/det raid/NOUN/2/obj",
        ["dismay NOUN obj expressed"],
    ),
    (
        "They/PRON/3/nsubj:pass were/AUX/3/aux:pass outraged/VERB/0/root at/ADP/6/case the/DET/6/det raid/NOUN/3/obl",
        ["outraged ADJ root", "They nsubj outraged", "were cop outraged"],
    ),
    (
        "They/PRON/2/nsubj called/VERB/0/root it/PRON/5/nsubj a/DET/5/det lie/NOUN/2/xcomp",
        ["it obj called", "lie xcomp called"],
    ),
    (
        "He/PRON/2/nsubj blew/VERB/0/root himself/PRON/2/obl:unmarked up/ADP/2/compound:prt",
        ["himself obj blew"],
    ),
    (
        "Talks/NOUN/6/nsubj between/ADP/3/case Mali/PROPN/1/compound and/CCONJ/5/cc Chad/PROPN/3/conj ended/VERB/0/root",
        ["Mali nmod Talks"],
    ),
    (
        "Talks/NOUN/5/nsubj with/ADP/3/case Mali/PROPN/1/nmod planned/VERB/3/acl failed/VERB/0/root",
        ["planned acl Talks"],
    ),
    (
        "They/PRON/2/nsubj say/VERB/0/root that/PUNCT/5/mark Mali/PROPN/5/nsubj lied/VERB/2/ccomp",
        ["that SCONJ mark lied"],
    ),
    (
        (
            "Mali/PROPN/2/nsubj hid/VERB/0/root them/PRON/2/obj ,/PUNCT/6/punct a/DET/6/det charge/NOUN/8/nsubj "
            "Mali/PROPN/8/nsubj denies/VERB/2/parataxis"
        ),
        ["charge appos hid", "denies acl:relcl charge"],
    ),
    (
        (
            "Chad/PROPN/2/nsubj says/VERB/0/root they/PRON/4/nsubj fled/VERB/9/ccomp ,/PUNCT/7/punct a/DET/7/det "
            "claim/NOUN/2/obj Mali/PROPN/9/nsubj denies/VERB/7/acl:relcl"
        ),
        ["fled ccomp says", "denies acl:relcl claim"],
    ),
]
RIGHT = [
    "Peru/PROPN/2/nsubj freed/VERB/0/root 32/NUM/4/nummod men/NOUN/2/obj and/CCONJ/7/cc Chile/PROPN/7/nsubj two/NUM/2/conj",
    "The/DET/2/det mayor/NOUN/5/nsubj on/ADP/4/case Monday/PROPN/5/obl left/VERB/0/root",
    "He/PRON/2/nsubj killed/VERB/0/root over/ADP/4/case 20/NUM/5/nummod men/NOUN/2/obj",
    "They/PRON/2/nsubj told/VERB/0/root reporters/NOUN/2/iobj on/ADP/5/case Monday/PROPN/2/obl",
    "He/PRON/2/nsubj treated/VERB/0/root the/DET/4/det wounded/VERB/2/obj",
    "They/PRON/2/nsubj called/VERB/0/root the/DET/4/det men/NOUN/2/obj thieves/NOUN/2/obj",
    "He/PRON/2/nsubj flew/VERB/0/root to/ADP/4/case Sama/PROPN/2/obl on/ADP/6/case Monday/PROPN/2/obl",
    "The/DET/3/det police/NOUN/3/compound raid/NOUN/4/nsubj angered/VERB/0/root them/PRON/4/obj",
    "They/PRON/2/nsubj say/VERB/0/root it/PRON/6/nsubj is/AUX/6/cop a/DET/6/det lie/NOUN/2/ccomp",
    "He/PRON/2/nsubj said/VERB/0/root himself/PRON/2/obl:unmarked it/PRON/5/nsubj fell/VERB/2/ccomp",
]


def _tree(words: str) -> str:
    rows = (word.rsplit("/", 3) for word in words.split())
    return "\n".join(
        f"{word} {LEMMAS.get(word, word.lower())} {kind} {head} {relation} {'VerbForm=Part' if word == 'wounded' else ''}"
        for word, kind, head, relation in rows
    )


def _prepared(words: str, lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """Words with kind, relation and head: as they were given, and as they are prepared to be coded."""
    read = reading(_tree(words))
    return tuple(  # type: ignore[return-value]
        [
            f"{one.text} {one.upos} {one.deprel} {sentence.tokens[one.head].text if one.head >= 0 else ''}".strip()
            for one in sentence.tokens
        ]
        for sentence in (read.sentences[0], coding.prepare(read, lexicon).sentences[0])
    )


@pytest.mark.parametrize(("words", "expected"), SLIPS)
def test_a_slip_between_neighbours_is_set_right(lexicon: Lexicon, words: str, expected: list[str]) -> None:
    _, after = _prepared(words, lexicon)
    for wanted in expected:
        word, *rest = wanted.split()
        assert any(one.split()[0] == word and set(rest) <= set(one.split()[1:]) for one in after), (wanted, after)


@pytest.mark.parametrize("words", RIGHT)
def test_what_is_read_rightly_stays(lexicon: Lexicon, words: str) -> None:
    before, after = _prepared(words, lexicon)
    assert after == before
