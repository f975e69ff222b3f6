"""An event is told in the report's own words: who, what, to whom, and nothing that only stands beside it."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.document import Document


def told(tools: Tools, text: str, word: str) -> list[str]:
    """The stretches that tell the event whose trigger has the word."""
    coded = coding.code(tools.reader.read([Document.plain(text)])[0], tools.lexicon)
    return next([piece.text for piece in one.clause] for one in coded.events if word in one.trigger.text)


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        (
            "The army, which had lost two posts, captured nine rebels near Kosti on Tuesday, and the market stayed shut.",
            "captured",
            ["The army", "captured nine rebels near Kosti"],
        ),
        (
            "The mayor said the nine men would be freed on Friday if the road is safe.",
            "freed",
            ["the nine men", "would be freed"],
        ),
        ("The envoy called off the meeting.", "called", ["The envoy", "called off the meeting"]),
        ("The rebels will not sign the peace accord.", "sign", ["The rebels", "will not sign the peace accord"]),
    ],
)
def test_a_deed_is_told_with_its_subject_and_objects_without_asides_and_dates(
    tools: Tools, text: str, word: str, words: list[str]
) -> None:
    assert told(tools, text, word) == words


def test_a_second_verb_shares_the_subject_and_the_auxiliary_of_the_first(tools: Tools) -> None:
    text = "Two pilots were captured near Goma and taken to a barracks."
    assert told(tools, text, "captured")[0] == "Two pilots"
    text = "The ministry will expel two envoys and close the border."
    assert " ".join(told(tools, text, "close")) == "The ministry will close the border"


def test_what_a_relative_clause_is_about_is_named(tools: Tools) -> None:
    text = "The gunmen who kidnapped the mayor fled."
    assert " ".join(told(tools, text, "kidnapped")) == "The gunmen kidnapped the mayor"


def test_a_noun_is_told_by_its_phrase_and_a_bare_one_by_the_clause_it_stands_in(tools: Tools) -> None:
    assert told(tools, "Kenya's attack on a village in Uganda drew protests.", "attack") == [
        "Kenya's attack on a village in Uganda"
    ]
    assert " ".join(told(tools, "The bloc condemned the abduction.", "abduction")) == "The bloc condemned the abduction"


def test_every_stretch_stands_in_the_text_where_it_says(tools: Tools) -> None:
    text = "On Monday, said the governor, gunmen (from the north) shot dead three guards and, he added, fled."
    coded = coding.code(tools.reader.read([Document.plain(text)])[0], tools.lexicon)
    pieces = [piece for one in coded.events for piece in one.clause]
    assert pieces
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)


def test_what_somebody_is_accused_of_is_told_of_him_and_with_the_accusation(tools: Tools) -> None:
    text = "Kenya accused Uganda of abducting nine fishermen."
    assert " ".join(told(tools, text, "accused")) == "Kenya accused Uganda of abducting nine fishermen"
    assert " ".join(told(tools, text, "abducting")) == "Uganda abducting nine fishermen"


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        ("Oman froze the accounts of two traders whom it accused of arming the rebels.", "accused", "of arming"),
        ("The town that Chad shelled with two howitzers was quiet.", "shelled", "with two howitzers"),
    ],
)
def test_what_a_relative_clause_is_done_to_stands_right_behind_its_verb(
    tools: Tools, text: str, word: str, words: str
) -> None:
    pieces = told(tools, text, word)
    thing = next(i for i, piece in enumerate(pieces) if piece.startswith(("two traders", "The town")))
    assert pieces[thing - 1].endswith(word)
    assert pieces[thing + 1].startswith(words)


def test_what_somebody_calls_something_is_told_whole(tools: Tools) -> None:
    text = "Chile condemned what its foreign minister called an act of piracy."
    assert " ".join(told(tools, text, "condemned")) == text.rstrip(".")


def test_what_somebody_says_was_done_to_a_man_is_not_told_of_whoever_says_so(tools: Tools) -> None:
    text = "The minister spoke of three herders whom Chad said were killed by Sudanese soldiers."
    assert " ".join(told(tools, text, "killed")) == "three herders were killed by Sudanese soldiers"


def test_a_clause_with_a_subject_of_its_own_is_no_part_of_another(tools: Tools) -> None:
    text = "Peru and Chile exchanged prisoners with Lima freeing nine men."
    assert "freeing" not in " ".join(told(tools, text, "exchanged"))


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        ("A drone strike hit a market near Kosti on Monday.", "strike", ["A drone strike", "hit a market near Kosti"]),
        ("Talks between Peru and Chile were postponed.", "Talks", ["Talks between Peru and Chile", "were postponed"]),
        (
            "The two sides traded blame on Sunday for a strike that killed nine people at a market in Kosti.",
            "strike",
            ["a strike", "killed nine people at a market in Kosti"],
        ),
        (
            "Gunmen killed at least 14 villagers in an overnight raid on the town of Kosti in eastern Sudan, police said.",
            "raid",
            ["Gunmen", "killed at least 14 villagers in an overnight raid on the town of Kosti in eastern Sudan"],
        ),
    ],
)
def test_a_deed_is_told_with_the_clause_that_says_what_it_did(
    tools: Tools, text: str, word: str, words: list[str]
) -> None:
    assert told(tools, text, word) == words


def test_a_particle_is_told_once(tools: Tools) -> None:
    text = "These were allegations that Peru brushed aside as a fiction."
    assert " ".join(told(tools, text, "brushed")).count("aside") == 1


def test_whose_deed_it_is_to_be_is_told_without_the_clitic(tools: Tools) -> None:
    text = "If confirmed, Chad's decision to deploy soldiers in Mali would represent a major departure."
    words = " ".join(told(tools, text, "deploy"))
    assert words in ("Chad to deploy soldiers in Mali", "Chad's decision to deploy soldiers in Mali")


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        ("Peru gathered its envoys to demand a truce.", "demand", "Peru gathered its envoys to demand a truce"),
        ("Peru refused to free nine men.", "refused", "Peru refused to free nine men"),
        (
            "Peru's decision to deploy troops in Chile angered Quito.",
            "deploy",
            "Peru's decision to deploy troops in Chile",
        ),
        ("Peru said it deplores and condemns the raid.", "condemns", "it condemns the raid"),
    ],
)
def test_what_is_not_said_to_come_is_not_told_as_coming(tools: Tools, text: str, word: str, words: str) -> None:
    assert " ".join(told(tools, text, word)) == words


def test_a_noun_far_from_its_verb_is_told_in_the_whole_clause_or_alone(tools: Tools) -> None:
    text = "The president said he had no knowledge of the arrests."
    assert " ".join(told(tools, text, "arrests")) == "he had no knowledge of the arrests"
