"""The other party: whom an act is aimed at where its own sentence does not say, read from what the report told."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event

# Constructed; the persons are invented.
TOLD = "Norway expelled two Peruvian envoys on Monday. "


def last_of(tools: Tools, text: str, category: str) -> Event:
    """The last event of a category that a report of that text tells."""
    document = Document.plain(text, id="d", day="2025-06-10")
    reading = tools.reader.read([document])[0]
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    return [event for event in record.events if event.category == category][-1]


@pytest.mark.parametrize(
    ("then", "category", "aimed_at"),
    [
        ("Peru threatened retaliation.", "THREATEN", "NOR"),
        ("Lima promised a painful reply.", "THREATEN", "NOR"),
        ("Norway imposed sanctions.", "SANCTION", "PER"),
    ],
)
def test_an_act_aimed_at_nobody_named_is_aimed_at_who_stands_against_its_actor(
    tools: Tools, then: str, category: str, aimed_at: str
) -> None:
    event = last_of(tools, TOLD + then, category)
    assert [one.code for one in event.recipient] == [aimed_at]
    assert (event.recipient[0].via or "").startswith("the other party")


def test_the_words_of_a_party_taken_over_stand_where_the_report_told_of_it(tools: Tools) -> None:
    text = TOLD + "Peru threatened retaliation."
    (party,) = last_of(tools, text, "THREATEN").recipient
    assert text[party.span.start : party.span.end] == party.span.text
    assert party.span.end <= len(TOLD)


def test_nothing_is_taken_over_where_nobody_stands_against_the_actor(tools: Tools) -> None:
    event = last_of(tools, "It rained in Oslo on Monday. Peru threatened retaliation.", "THREATEN")
    assert event.recipient == ()
    assert "recipient" in {one.field for one in event.missing}


def test_a_denial_is_aimed_at_nobody_unless_it_says_so(tools: Tools) -> None:
    assert last_of(tools, TOLD + "Peru denied involvement.", "REJECT").recipient == ()


def test_envoys_whom_a_state_expels_are_not_its_own(tools: Tools) -> None:
    event = last_of(tools, "Norway condemned Peru on Monday. Norway expelled 13 diplomats in April 2022.", "SANCTION")
    assert "NOR" not in {one.code for one in event.recipient}


def test_a_neighbour_is_not_who_has_it(tools: Tools) -> None:
    event = last_of(tools, "Estonia backed its neighbour.", "SUPPORT")
    assert "EST" not in {one.code for one in event.recipient}


def test_a_state_that_retakes_its_own_land_does_not_attack_itself(tools: Tools) -> None:
    event = last_of(tools, "Ukraine recaptured Kupiansk in September 2022.", "ASSAULT")
    assert event.recipient == ()
    assert ("recipient", "unresolved") in {(one.field, one.reason) for one in event.missing}


def test_a_call_for_peace_goes_out_to_everybody(tools: Tools) -> None:
    assert last_of(tools, TOLD + "Peru called for a ceasefire in Sudan.", "REQUEST").recipient == ()


def test_who_was_thanked_is_no_adversary(tools: Tools) -> None:
    text = TOLD + "Peru thanked Brazil on Tuesday. Peru threatened retaliation."
    assert [one.code for one in last_of(tools, text, "THREATEN").recipient] == ["NOR"]


def test_who_is_helped_is_no_adversary_even_where_nobody_else_is_told_of(tools: Tools) -> None:
    text = "Peru supplied Brazil with rice on Monday. Peru threatened retaliation."
    assert last_of(tools, text, "THREATEN").recipient == ()


def test_whoever_is_accused_of_arming_somebody_does_not_arm_his_accuser(tools: Tools) -> None:
    text = (
        "Congo's army attacked M23 on Sunday. Congo, which accuses Rwanda of supplying the drones, recalled its envoy."
    )
    event = last_of(tools, text, "AID")
    assert [one.name for one in event.recipient] == ["M23"]
    assert (event.recipient[0].via or "").startswith("the other party")
    alone = last_of(tools, "Congo, which accuses Rwanda of supplying the drones, recalled its envoy.", "AID")
    assert alone.recipient == ()
    assert "recipient" in {gap.field for gap in alone.missing}


def test_demands_of_a_third_party_are_meant_for_whose_deed_the_report_opens_with(tools: Tools) -> None:
    text = "Peru's navy seized a Panamanian ferry on Monday. Canada demanded that the ferry be released."
    assert [one.code for one in last_of(tools, text, "REQUEST").recipient] == ["PER"]
    denied = "Peru's navy denied that it had seized a ferry. Canada demanded an inquiry."
    assert last_of(tools, denied, "REQUEST").recipient == ()


def test_crowds_that_storm_a_states_embassy_are_not_taken_for_that_states_own(tools: Tools) -> None:
    text = "Kenya restored ties with Uganda five years after crowds trashed its embassy."
    (reading,) = tools.reader.read([Document.plain(text)])
    events = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world).events
    (riot,) = [event for event in events if event.category == "PROTEST"]
    assert [one.code for one in riot.recipient] == ["KEN"]
    assert [one.code for one in riot.actor] == [None]


def only(tools: Tools, text: str, category: str) -> Event:
    (reading,) = tools.reader.read([Document.plain(text)])
    events = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world).events
    return next(event for event in events if event.category == category)


def test_who_looks_into_his_own_deed_blames_nobody(tools: Tools) -> None:
    event = only(
        tools, "Kenyan jets bombed Kismayo on Sunday. Kenya's army said it was looking into the reports.", "ACCUSE"
    )
    assert event.recipient == ()
    assert ("recipient", "not_stated") in {(one.field, one.reason) for one in event.missing}


def test_a_capital_that_is_given_drones_is_a_government_and_no_place(tools: Tools) -> None:
    event = only(tools, "Chad denied that it had supplied drones to Khartoum.", "AID")
    assert [one.code for one in event.recipient] == ["SDN"]
    assert event.place is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Kenya welcomed a resumption of diplomatic ties between Uganda and Rwanda.", ["UGA", "RWA"]),
        ("Kenya welcomed a resumption of diplomatic ties with Uganda.", ["UGA"]),
    ],
)
def test_who_welcomes_renewed_ties_speaks_to_their_ends(tools: Tools, text: str, codes: list[str]) -> None:
    assert [one.code for one in only(tools, text, "SUPPORT").recipient] == codes


@pytest.mark.parametrize(
    ("text", "category", "aimed_at"),
    [
        (
            (
                "Niger accused Benin of sheltering gunmen on Monday. Benin's president received Togo's foreign minister, who urged "
                "Benin to talk. Benin threatened to respond."
            ),
            "THREATEN",
            "NER",
        ),
        (
            (
                "Azerbaijani guns hit an Armenian post on Monday. France urged Armenia to hold its fire. Armenia asked France for "
                "radars. Armenia promised a painful reply."
            ),
            "THREATEN",
            "AZE",
        ),
        (
            (
                "Sudan accused Chad of arming rebels. The United Nations urged Chad to open its border. Chad warned that it would "
                "act."
            ),
            "THREATEN",
            "SDN",
        ),
        (
            "A Turkish drone struck a post in northern Iraq on Sunday. Germany condemned what it called a reckless act.",
            "ACCUSE",
            "TUR",
        ),
    ],
)
def test_mediators_guests_and_helpers_are_no_adversaries(tools: Tools, text: str, category: str, aimed_at: str) -> None:
    assert [one.code for one in last_of(tools, text, category).recipient] == [aimed_at]


def test_whom_nobody_harmed_or_blamed_has_no_adversary(tools: Tools) -> None:
    text = "Moldova asked Romania for help on Monday after a storm. Moldova imposed sanctions."
    assert last_of(tools, text, "SANCTION").recipient == ()


def test_an_ambassador_who_is_summoned_is_the_other_partys(tools: Tools) -> None:
    text = "A Chinese ship rammed a Vietnamese boat on Monday. Hanoi summoned the ambassador."
    (party,) = last_of(tools, text, "ACCUSE").recipient
    assert (party.code, party.kind, party.name) == ("CHN", "state", "China")


def test_envoys_are_recalled_from_states_and_not_from_rebels(tools: Tools) -> None:
    text = (
        "Mali accused Algeria of training rebels. Rebels of the FLA attacked Malian soldiers on Sunday, and Mali denied the "
        "rebels' claim. Mali recalled its ambassador."
    )
    assert [one.code for one in last_of(tools, text, "SANCTION").recipient] == ["DZA"]


def test_protesters_turn_to_their_own_state_by_its_name(tools: Tools) -> None:
    text = "Students marched in Lima on Monday, calling for an inquiry."
    for category in ("PROTEST", "REQUEST"):
        assert [one.name for one in last_of(tools, text, category).recipient] == ["Peru"]


def test_what_is_rejected_without_a_name_is_the_clear_opponents(tools: Tools) -> None:
    text = (
        "Chilean marines seized a Peruvian trawler on Monday. Peru expelled two Chilean envoys on Tuesday. "
        "Chile's foreign minister rejected the accord."
    )
    assert [one.code for one in last_of(tools, text, "REJECT").recipient] == ["PER"]


def test_a_crowds_demand_is_not_aimed_at_whom_its_state_quarrels_with(tools: Tools) -> None:
    text = TOLD + "Peru accused Norway of spying. In Lima, mourners demanded more doctors."
    assert last_of(tools, text, "REQUEST").recipient == ()


def test_a_charge_made_at_home_is_rejected_at_home(tools: Tools) -> None:
    text = (
        TOLD
        + "In Lima the opposition accused Peru's government of lying. The Peruvian minister rejected the accusation."
    )
    assert [one.code for one in last_of(tools, text, "REJECT").recipient] == ["PER"]


def test_nobody_is_blamed_who_is_only_supposed_to_be_of_the_state(tools: Tools) -> None:
    text = "Peru was quiet, and Peru's ports were shut. Soldiers shot nine farmers. Norway condemned the killings."
    assert last_of(tools, text, "ACCUSE").recipient == ()


def test_one_gives_in_to_whom_the_report_just_told_of(tools: Tools) -> None:
    text = TOLD + "Peru conceded the point."
    long_ago = TOLD + "Ghana freed two men. Togo arrested a trader. Peru conceded the point."
    assert [one.code for one in last_of(tools, text, "CONCEDE").recipient] == ["NOR"]
    assert [one.code for one in last_of(tools, long_ago, "CONCEDE").recipient] == []


def test_who_meets_a_counterpart_is_of_another_state(tools: Tools) -> None:
    event = last_of(tools, "The foreign minister met his Peruvian counterpart in Lima.", "CONSULT")
    assert [one.code for one in event.actor] == [None]
    assert [one.code for one in event.recipient] == ["PER"]


def test_nobody_stands_by_himself(tools: Tools) -> None:
    event = last_of(tools, "Peru reaffirmed its commitment to the truce.", "SUPPORT")
    assert [one.code for one in event.actor] == ["PER"]
    assert event.recipient == ()
