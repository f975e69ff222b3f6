"""What the first sentences of a wire report say, where several deeds, days and speakers meet in one."""

from __future__ import annotations

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.coded import CodedEvent
from whosays.record.document import Document

# Constructed.
RECALL = (
    "Kenya recalled its ambassador from Mogadishu on Friday after gunmen crossed from Somalia and killed nine police "
    "officers in Mandera, the foreign ministry said."
)


def events(tools: Tools, text: str) -> dict[str, CodedEvent]:
    """The events of a text by their triggers."""
    (reading,) = tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])
    reading = coding.prepare(reading, tools.lexicon)
    return {event.trigger.text: event for event in coding.code_prepared(reading, tools.lexicon).events}


def test_an_envoy_is_recalled_from_a_state_wherever_the_tree_hangs_it(tools: Tools) -> None:
    assert [one.text for one in events(tools, RECALL)["recalled"].recipient] == ["Mogadishu"]


def test_what_was_answered_on_a_day_was_not_done_on_that_day(tools: Tools) -> None:
    found = events(tools, RECALL)
    assert [one.text for one in found["recalled"].time] == ["Friday"]
    assert found["killed"].time == ()


def test_who_is_held_responsible_in_a_quotation_is_accused_and_nothing_is_refused(tools: Tools) -> None:
    found = events(tools, '"We hold the authorities in Lima responsible," the spokeswoman Ana Berg told reporters.')
    assert [(one.category, [who.text for who in one.recipient]) for one in found.values()] == [
        ("ACCUSE", ["the authorities in Lima"])
    ]


def test_who_is_still_verifying_a_report_does_not_bear_it_out(tools: Tools) -> None:
    told = "Two shells hit the market, residents said. "
    for said, values in (
        ("The mission said it was verifying both reports.", []),
        ("Monitors are trying to verify the report.", []),
        ("Monitors verified the report.", ["CT+"]),
    ):
        (event,) = events(tools, told + said).values()
        others = [one.value for one in event.stances if one.source is not None and one.source.text != "residents"]
        assert others == values


def test_a_corrected_toll_counts_what_is_said_and_not_what_is_denied(tools: Tools) -> None:
    found = events(tools, "A raid in Garissa killed nine officers. The army said eight officers had died, not nine.")
    numbers = [(one.role, one.low) for event in found.values() for one in event.numbers]
    assert numbers == [("killed", 9), ("killed", 8)]


def test_what_accusations_are_over_took_place(tools: Tools) -> None:
    found = events(tools, "Somalia rejected Kenyan accusations over a raid in Garissa.")
    assert found["raid"].category == "ASSAULT"


def test_under_fire_is_how_one_will_not_talk(tools: Tools) -> None:
    found = events(tools, "The rebels will not talk under fire, their leader said.")
    assert [one.category for one in found.values()] == ["REJECT"]


def test_what_is_said_of_kinds_and_of_every_year_is_no_event(tools: Tools) -> None:
    for text in (
        "Spies are expelled, envoys are recalled, and spying goes on.",
        "Lawyers attack the clause every year.",
        "Soldiers attack, commanders boast and ministers deny.",
    ):
        assert events(tools, text) == {}


def test_the_day_of_an_answer_is_not_carried_on_to_the_deed_that_it_answers(tools: Tools) -> None:
    found = events(tools, f"{RECALL} The attackers burned two vehicles and abducted a teacher.")
    assert found["burned"].time == ()
    assert found["abducted"].time == ()


def test_who_is_silent_is_not_silent_on_what_others_only_offer(tools: Tools) -> None:
    told = "Chile denied the charge and said it was ready to investigate jointly. The rebels did not comment."
    for event in events(tools, f"Rebels burned a post at Sarh on Monday. {told}").values():
        silent = [one for one in event.stances if one.value == "SILENT"]
        assert not silent or event.category == "ASSAULT"


def test_on_whom_a_deed_is_blamed_is_accused_and_did_it(tools: Tools) -> None:
    found = events(tools, "The minister blamed the attack on the convoy on the rebels.")
    assert [one.text for one in found["blamed"].recipient] == ["the rebels"]
    assert [one.text for one in found["attack"].actor] == ["the rebels"]
    assert [one.text for one in found["attack"].recipient] == ["the convoy"]


def test_of_two_objects_the_one_in_front_of_the_verb_is_its_subject_and_counts_nobody(tools: Tools) -> None:
    found = events(tools, "A Turkish drone strike on a Kurdish village in Iraq killed three people.")
    assert [(one.role, one.low) for event in found.values() for one in event.numbers] == [("killed", 3)]


def test_what_is_said_of_a_kind_of_deed_and_what_a_law_says_is_no_event(tools: Tools) -> None:
    assert events(tools, "Sanctions of this kind are, in the minister's words, an insult.") == {}
    assert events(tools, "The convention denies spies the protection of prisoners.") == {}
    assert events(tools, "Chile imposed sanctions on Peru on Monday.") != {}
