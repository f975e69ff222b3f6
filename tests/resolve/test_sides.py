"""Who is meant where a report does not say it again: groups, crews, captors, protesters' states, the two sides of a truce."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event

# Constructed; the persons and happenings are invented.
FRONT = "Hezbollah fired rockets at Haifa on Monday. "


def events(tools: Tools, text: str, category: str) -> list[Event]:
    """The events of a category that a report of that text tells."""
    document = Document.plain(text, id="d", day="2025-06-10")
    reading = tools.reader.read([document])[0]
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    return [event for event in record.events if event.category == category]


def codes(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [one.code for one in event.actor], [one.code for one in event.recipient]


@pytest.mark.parametrize(
    ("then", "category", "actor"),
    [
        ("The rebels promised to hold their fire.", "AGREE", ["HEZBOLLAH"]),
        ("Israel killed two rebel commanders.", "ASSAULT", ["ISR"]),
        ("Gunmen attacked a bank in Peru.", "ASSAULT", [None]),  # gunmen are not the group for that
    ],
)
def test_the_rebels_are_the_group_told_of_and_gunmen_are_anybody(
    tools: Tools, then: str, category: str, actor: list[str | None]
) -> None:
    assert codes(events(tools, FRONT + then, category)[-1])[0] == actor


def test_a_crew_is_of_the_state_whose_boat_was_taken(tools: Tools) -> None:
    told = events(tools, "Peru seized a Chilean boat on Monday and arrested the crew.", "COERCE")
    assert [codes(event) for event in told] == [(["PER"], ["CHL"])] * 2


def test_who_lets_captives_go_is_who_was_told_to_hold_them(tools: Tools) -> None:
    text = "Hezbollah kidnapped five Danish engineers in May. Two of the Danes were freed on Monday."
    assert codes(events(tools, text, "RETREAT")[-1]) == (["HEZBOLLAH"], ["DNK"])


def test_a_protest_that_is_against_nobody_named_is_put_to_the_protesters_own_state(tools: Tools) -> None:
    protest = events(tools, "Students marched in Lima on Monday.", "PROTEST")[-1]
    assert codes(protest) == (["PER"], ["PER"])
    assert protest.recipient[0].name == "Peru"


def test_a_state_that_protests_does_not_protest_at_home(tools: Tools) -> None:
    assert all("PER" not in codes(one)[1] for one in events(tools, "Peru protested on Monday.", "PROTEST"))


def test_a_charge_is_rejected_toward_whoever_made_it(tools: Tools) -> None:
    text = "Norway accused Peru of spying. Peru rejected the charge."
    assert codes(events(tools, text, "REJECT")[-1]) == (["PER"], ["NOR"])


def test_what_is_offered_is_nobody_and_the_offer_goes_to_whom_it_is_made(tools: Tools) -> None:
    assert codes(events(tools, "Kenya offered two boats to Tanzania.", "AGREE")[-1]) == (["KEN"], ["TZA"])


def test_a_closed_border_shuts_out_the_state_on_its_other_side(tools: Tools) -> None:
    text = "Peru accused Chile of spying. Peru shut the crossing to all traffic."
    assert [codes(one) for one in events(tools, text, "COERCE") + events(tools, text, "SANCTION")] == [
        (["PER"], ["CHL"])
    ]


def test_a_truce_that_names_nobody_is_between_the_two_who_fought(tools: Tools) -> None:
    text = (
        "Peru shelled a Chilean town. Chile bombed a Peruvian port. A ceasefire brokered by Oman took hold on Friday."
    )
    truce = events(tools, text, "RETREAT")[-1]
    assert sorted(filter(None, codes(truce)[0])) == ["CHL", "PER"]
    assert all((one.via or "").startswith("the two sides") for one in truce.actor)


def test_those_who_were_killed_are_no_side_of_talks(tools: Tools) -> None:
    text = (
        "The Rapid Support Forces killed nine people at a market in Sudan on Sunday. "
        "Talks mediated by Saudi Arabia are to resume in Jeddah."
    )
    talks = events(tools, text, "CONSULT")[-1]
    assert "nine people" not in {one.name for one in talks.recipient}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Foreign Office in Lima condemned the attack.", "PER"),
        ("The Security Council of Chile condemned the attack.", "CHL"),
        ("The Security Council condemned the attack.", "UN"),
        ("North Korea and South Korea met. The South condemned the attack.", "KOR"),
        ("The Taliban condemned the attack.", "AFG"),
    ],
)
def test_a_name_that_several_share_stands_for_the_one_that_its_words_tell(tools: Tools, text: str, actor: str) -> None:
    assert codes(events(tools, text, "ACCUSE")[-1])[0] == [actor]


def test_the_army_in_front_of_a_strike_is_who_made_it(tools: Tools) -> None:
    told = events(tools, "Peru is at war. An army helicopter bombed a clinic in Arequipa on Monday.", "ASSAULT")
    assert codes(told[-1]) == (["PER"], ["PER"])


def test_whoever_condemns_a_deed_as_a_bystander_blames_the_doer(tools: Tools) -> None:
    text = "A Peruvian cutter rammed a Chilean ferry on Monday. Japan, an ally of Chile, deplored the ramming."
    assert codes(events(tools, text, "ACCUSE")[-1]) == (["JPN"], ["PER"])
