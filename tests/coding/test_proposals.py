"""What the model adds: participants that the syntax lost, and events that the lexicon lacks; nothing without it."""

from __future__ import annotations

from dataclasses import replace

from coding.trees import reading
from whosays.coding import code
from whosays.lexicon import Lexicon
from whosays.record.reading import Part, Reading, Sign

BUGGED = """
The the DET 2 det
guards guard NOUN 3 nsubj
bugged bug VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
the the DET 5 det
embassy embassy NOUN 3 obj
"""
VERSED = """
Pupils pupil NOUN 2 nsubj
heckled heckle VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
the the DET 4 det
choir choir NOUN 2 obj
"""
THANKED = """
I I PRON 2 nsubj
heckle heckle VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
you you PRON 2 obj
"""
CAPTURED = """
Soldiers soldier NOUN 3 nsubj:pass
were be AUX 3 aux:pass
captured capture VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
while while SCONJ 7 mark
the the DET 6 det
rebels rebel NOUN 7 nsubj
cheered cheer VERB 3 advcl Mood=Ind|Tense=Past|VerbForm=Fin
"""

KEPT_UP = """
Soldiers soldier NOUN 2 nsubj
imposed impose VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
a a DET 4 det
blockade blockade NOUN 2 obj
on on ADP 7 case
the the DET 7 det
port port NOUN 4 nmod
"""


def signed(read: Reading, *signs: Sign) -> Reading:
    [sentence] = read.sentences
    certainty = (3.0,) * len(sentence.tokens)
    return replace(read, sentences=(replace(sentence, signs=signs, certainty=certainty),))


def sign(index: int, category: str, score: float, *parts: Part) -> Sign:
    return Sign(index=index, scores=((category, score),), mode=None, status=None, parts=parts)


ACTOR, RECIPIENT = Part(role="actor", index=1, score=0.9), Part(role="recipient", index=4, score=0.9)


def test_a_word_that_the_lexicon_lacks_is_an_event_where_the_model_is_sure(lexicon: Lexicon) -> None:
    [event] = code(signed(reading(BUGGED), sign(2, "COERCE", 0.95, ACTOR, RECIPIENT)), lexicon).events
    assert (event.category, event.trigger.text) == ("COERCE", "bugged")
    assert [one.text for one in event.actor] == ["The guards"]
    assert [one.text for one in event.recipient] == ["the embassy"]
    assert (event.why.rule, event.why.score) == (None, 0.95)


def test_the_model_proposes_nothing_that_it_is_not_sure_of(lexicon: Lexicon) -> None:
    assert code(signed(reading(BUGGED), sign(2, "COERCE", 0.5, ACTOR, RECIPIENT)), lexicon).events == ()


PUPILS = Part(role="actor", index=0, score=0.9)


def test_where_nobody_of_public_life_takes_part_the_model_must_be_certain(lexicon: Lexicon) -> None:
    assert code(signed(reading(VERSED), sign(1, "PROTEST", 0.87, PUPILS)), lexicon).events == ()
    [event] = code(signed(reading(VERSED), sign(1, "PROTEST", 0.99, PUPILS)), lexicon).events
    assert [one.text for one in event.actor] == ["Pupils"]


def test_what_i_do_to_you_is_no_news_however_certain_the_model_is(lexicon: Lexicon) -> None:
    you = Part(role="recipient", index=2, score=0.9)
    assert code(signed(reading(THANKED), sign(1, "PROTEST", 0.999, PUPILS, you)), lexicon).events == ()


def test_a_deed_needs_no_participant_where_the_model_is_certain_and_a_word_of_praise_does(lexicon: Lexicon) -> None:
    assert len(code(signed(reading(VERSED), sign(1, "SANCTION", 0.99)), lexicon).events) == 1
    assert code(signed(reading(VERSED), sign(1, "SUPPORT", 0.99)), lexicon).events == ()


def test_without_signs_nothing_is_proposed(lexicon: Lexicon) -> None:
    assert code(reading(BUGGED), lexicon).events == ()


def captors(score: float) -> Sign:
    return sign(2, "ASSAULT", 0.95, Part(role="actor", index=5, score=score))


def test_the_lexicon_says_why_where_it_fires(lexicon: Lexicon) -> None:
    [event] = code(signed(reading(CAPTURED), captors(0.9)), lexicon).events
    assert event.why.rule is not None
    assert event.why.score is None


def test_a_participant_that_the_syntax_lost_is_taken_from_the_model(lexicon: Lexicon) -> None:
    [event] = code(signed(reading(CAPTURED), captors(0.9)), lexicon).events
    assert [one.text for one in event.actor] == ["the rebels"]


def test_a_participant_that_the_model_doubts_is_not_taken(lexicon: Lexicon) -> None:
    [event] = code(signed(reading(CAPTURED), captors(0.35)), lexicon).events
    assert event.actor == ()


def test_a_word_inside_another_participants_phrase_is_no_participant(lexicon: Lexicon) -> None:
    capture = """
        The the DET 2 det
        capture capture NOUN 8 nsubj
        of of ADP 6 case
        North north ADJ 6 amod
        Korean korean ADJ 6 amod
        soldiers soldier NOUN 2 nmod
        was be AUX 8 cop
        unusual unusual ADJ 0 root
    """
    seen = sign(1, "ASSAULT", 0.95, Part(role="actor", index=4, score=0.9))
    [event] = code(signed(reading(capture), seen), lexicon).events
    assert event.actor == ()
    assert [one.text for one in event.recipient] == ["North Korean soldiers"]


PARLEY = """
The the DET 2 det
parley parley NOUN 3 nsubj
opened open VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin
without without ADP 5 case
Chad Chad PROPN 3 obl
. . PUNCT 3 punct
"""
HEADING = """
The the DET 2 det
parley parley NOUN 0 root
. . PUNCT 2 punct
"""


def test_talks_that_are_told_outright_need_nobody_and_a_heading_tells_none(lexicon: Lexicon) -> None:
    met = sign(1, "CONSULT", 0.99)
    assert [event.category for event in code(signed(reading(PARLEY), met), lexicon).events] == ["CONSULT"]
    assert code(signed(reading(HEADING), met), lexicon).events == ()
    assert code(signed(reading(PARLEY), sign(1, "REJECT", 0.99)), lexicon).events == ()
    doubted = signed(reading(PARLEY), met)
    [sentence] = doubted.sentences
    assert code(replace(doubted, sentences=(replace(sentence, certainty=(1.0,) * 6),)), lexicon).events == ()


def test_of_two_senses_of_a_word_the_model_decides_where_it_is_sure(lexicon: Lexicon) -> None:
    def coded(category: str, score: float) -> list[str]:
        read = signed(reading(KEPT_UP), sign(3, category, score))
        return [event.category for event in code(read, lexicon).events]

    assert coded("PROTEST", 0.99) == ["PROTEST"]
    assert coded("PROTEST", 0.9) == ["COERCE"]
    assert coded("CONSULT", 0.99) == ["COERCE"]  # no entry gives the word this sense
