"""Who holds what of an event: the author's row, sources, chains, denials, verdicts, silence."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from coding.trees import event, reading
from whosays import coding
from whosays.coding.attribution.attribute import attribute
from whosays.coding.certainty.factuality import compose, flip
from whosays.coding.certainty.stance import add_stances
from whosays.lexicon.cues import Cues, load
from whosays.pipeline import Tools
from whosays.record.coded import CodedEvent
from whosays.record.document import Document
from whosays.record.event import StanceValue
from whosays.record.reading import Reading


@dataclass(frozen=True)
class Words:
    cues: Cues


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(cues=load())


def rows(read: Reading, words: Words, *events: CodedEvent) -> list[dict[str | None, str]]:
    """For every event its values by the words of the source, None for the author."""
    told = add_stances(read, events, attribute(read, words), words)
    return [{row.source.text if row.source else None: row.value for row in one.stances} for one in told]


SHELLED = """
The the DET 2 det
army army NOUN 3 nsubj
shelled shell VERB 0 root
Kosti Kosti PROPN 3 obj
. . PUNCT 3 punct
"""
SAID = """
The the DET 2 det
mayor mayor NOUN 3 nsubj
said say VERB 0 root
that that SCONJ 7 mark
the the DET 6 det
army army NOUN 7 nsubj
shelled shell VERB 3 ccomp
Kosti Kosti PROPN 7 obj
. . PUNCT 3 punct
"""
DENIED = SAID.replace("said say", "denied deny")
ADMITTED = SAID.replace("said say", "admitted admit")
MAY_HAVE = """
The the DET 2 det
mayor mayor NOUN 3 nsubj
said say VERB 0 root
the the DET 5 det
army army NOUN 8 nsubj
may may AUX 8 aux
have have AUX 8 aux
shelled shell VERB 3 ccomp
Kosti Kosti PROPN 8 obj
. . PUNCT 3 punct
"""
NESTED = """
The the DET 2 det
agency agency NOUN 3 nsubj
said say VERB 0 root
residents resident NOUN 5 nsubj
claimed claim VERB 3 ccomp
the the DET 7 det
army army NOUN 8 nsubj
shelled shell VERB 5 ccomp
Kosti Kosti PROPN 8 obj
. . PUNCT 3 punct
"""
REJECTED = """
The the DET 2 det
ministry ministry NOUN 3 nsubj
rejected reject VERB 0 root
the the DET 5 det
allegation allegation NOUN 3 obj
. . PUNCT 3 punct
"""
SILENT = """
Cairo Cairo PROPN 3 nsubj
has have AUX 3 aux
said say VERB 0 root
nothing nothing PRON 3 obj
. . PUNCT 3 punct
"""
NEITHER = """
Neither neither CCONJ 2 cc:preconj
Cairo Cairo PROPN 6 nsubj
nor nor CCONJ 4 cc
Riyadh Riyadh PROPN 2 conj
has have AUX 6 aux
commented comment VERB 0 root
. . PUNCT 6 punct
"""
DECLINED = """
The the DET 2 det
embassy embassy NOUN 3 nsubj
declined decline VERB 0 root
to to PART 5 mark
comment comment VERB 3 xcomp
. . PUNCT 3 punct
"""
CONDEMNED = """
Norway Norway PROPN 2 nsubj
condemned condemn VERB 0 root
the the DET 4 det
move move NOUN 2 obj
. . PUNCT 2 punct
"""


def test_what_nobody_else_says_is_certain_for_the_author(words: Words) -> None:
    read = reading(SHELLED)
    assert rows(read, words, event(read, 0, "shelled")) == [{None: "CT+"}]


def test_a_report_commits_its_source_and_leaves_the_author_open(words: Words) -> None:
    read = reading(SAID)
    assert rows(read, words, event(read, 0, "shelled")) == [{None: "Uu", "The mayor": "CT+"}]


def test_a_denial_puts_the_source_at_certain_not(words: Words) -> None:
    read = reading(DENIED)
    assert rows(read, words, event(read, 0, "shelled")) == [{None: "Uu", "The mayor": "CT-"}]


def test_an_admission_commits_the_author_too(words: Words) -> None:
    read = reading(ADMITTED)
    assert rows(read, words, event(read, 0, "shelled")) == [{None: "CT+", "The mayor": "CT+"}]


def test_a_modal_is_the_modality_of_whoever_speaks(words: Words) -> None:
    read = reading(MAY_HAVE)
    assert rows(read, words, event(read, 0, "shelled")) == [{None: "Uu", "The mayor": "PS+"}]


def test_in_a_chain_only_the_last_link_is_committed(words: Words) -> None:
    read = reading(NESTED)
    assert rows(read, words, event(read, 0, "shelled")) == [{None: "Uu", "The agency": "Uu", "residents": "CT+"}]


def test_a_rejected_allegation_is_the_last_thing_that_was_said_of_somebody(words: Words) -> None:
    read = reading(SAID, REJECTED)
    (told,) = rows(read, words, event(read, 0, "shelled"))
    assert told == {None: "Uu", "The mayor": "CT+", "The ministry": "CT-"}


def test_a_verdict_on_the_move_takes_the_move_for_granted(words: Words) -> None:
    read = reading(SHELLED, CONDEMNED)
    assert rows(read, words, event(read, 0, "shelled")) == [{None: "CT+", "Norway": "CT+"}]


@pytest.mark.parametrize(("tree", "sources", "value"), [
    (SILENT, ["Cairo"], "SILENT"),
    (NEITHER, ["Cairo", "Riyadh"], "SILENT"),
    (DECLINED, ["The embassy"], "NC"),
])  # fmt: skip
def test_silence_and_no_comment_are_about_what_the_document_is_about(
    words: Words, tree: str, sources: list[str], value: str
) -> None:
    read = reading(SHELLED, tree)
    (told,) = rows(read, words, event(read, 0, "shelled"))
    assert told == {None: "CT+"} | dict.fromkeys(sources, value)


def test_a_speech_act_is_about_what_it_speaks_of(words: Words) -> None:
    read = reading(SHELLED, CONDEMNED)
    events = (event(read, 0, "shelled"), event(read, 1, "condemned", "ACCUSE", "Norway"))
    told = add_stances(read, events, attribute(read, words), words)
    assert told[1].about == (0,)


def test_evidence_is_found_where_it_says(words: Words) -> None:
    read = reading(SAID, REJECTED, NEITHER)
    (told,) = add_stances(read, (event(read, 0, "shelled"),), attribute(read, words), words)
    spans = [span for row in told.stances for span in (*row.evidence, *((row.source,) if row.source else ()))]
    assert all(read.document.text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize(("context", "effect", "value"), [
    ("CT+", "PS+", "PS+"), ("CT-", "PR+", "PR-"), ("PS-", "CT-", "PS+"), ("Uu", "CT+", "Uu"),
])  # fmt: skip
def test_certainty_sinks_to_the_lower_and_polarities_multiply(
    context: StanceValue, effect: StanceValue, value: StanceValue
) -> None:
    assert compose(context, effect) == value


def test_turning_a_value_twice_gives_it_back() -> None:
    values: tuple[StanceValue, ...] = ("CT+", "PR-", "PS+", "Uu")
    assert [flip(flip(value)) for value in values] == list(values)


def test_neither_confirmed_nor_denied_leaves_it_open(tools: Tools) -> None:
    text = "Chad's jets bombed a village by mistake, a lawyer said, but the army has neither confirmed nor denied the strike."
    event, *again = coding.code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
    assert [row.value for row in event.stances if row.source is not None] == ["CT+", "Uu"]
    assert event.stances[0].value == "Uu"
    assert all(row.value == "Uu" for one in again for row in one.stances)  # "the strike", which is that one


def held_by(tools: Tools, text: str, category: str) -> dict[str | None, str]:
    """The values of the first event of a category by the words of the source, None for the author."""
    coded = coding.code(tools.reader.read([Document.plain(text)])[0], tools.lexicon)
    told = next(one for one in coded.events if one.category == category)
    return {row.source.text if row.source else None: row.value for row in told.stances}


def test_who_says_what_somebody_is_says_what_makes_him_so(tools: Tools) -> None:
    text = "The minister confirmed the raid, saying the rebels were mercenaries paid by Peru."
    assert held_by(tools, text, "AID") == {None: "Uu", "The minister": "CT+"}


def test_who_calls_an_accusation_an_insult_does_not_bear_it_out(tools: Tools) -> None:
    text = (
        "Peru has armed the rebels, Chile said on Sunday. Peru described the accusation as an insult to its soldiers."
    )
    assert held_by(tools, text, "AID") == {None: "Uu", "Chile": "CT+"}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Rwanda rejected accusations that it had armed the rebels.", "AID"),
        ("The army denied allegations that its soldiers had shelled a market in Wau.", "ASSAULT"),
        ("Ethiopia denies claims that it blocks aid.", "COERCE"),
        ("Malawi rejected a report that it had sent troops to Goma.", "MOBILIZE"),
    ],
)
def test_who_rejects_what_others_are_said_to_claim_has_not_claimed_it(tools: Tools, text: str, category: str) -> None:
    held = held_by(tools, text, category)
    assert [value for source, value in held.items() if source is not None] == ["CT-"]
