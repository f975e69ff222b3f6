"""What is to come: announced, promised, threatened or demanded, with the words that say by when."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.incident import Expectation

# Constructed; published on Tuesday 10 June 2025.


def awaited(tools: Tools, text: str) -> tuple[Expectation, ...]:
    document = Document.plain(text, id="d", day="2025-06-10")
    reading = tools.reader.read([document])[0]
    return resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world).expectations


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("A hearing will be held in Tobruk on June 22, the ministry said.", "2025-06-22"),
        ("The two envoys have a week to leave the country.", "2025-06-17"),
        ("The bloc said that a delegation would go to Lome on August 12.", "2025-08-12"),
        ("The ministry demanded that Kigali close the camps within 72 hours.", "2025-06-13"),
        ("The governor promised that an inquiry would be opened before the end of the month.", "2025-06-30"),
        ("“If there is no news by Monday, we will march to the embassy,” said the union's secretary.", "2025-06-16"),
    ],
)
def test_what_is_to_come_has_the_day_by_which_it_is_due(tools: Tools, text: str, last: str) -> None:
    (one,) = awaited(tools, text)
    assert one.due is not None
    assert one.due.end == last


@pytest.mark.parametrize(
    "text",
    [
        "The envoy is to visit Lome on June 22.",
        "The hearing is fixed for June 22.",
        "The miners have until June 22 to leave the pit.",
    ],
)
def test_what_is_fixed_for_a_day_is_awaited_on_it(tools: Tools, text: str) -> None:
    (one,) = awaited(tools, text)
    assert one.due is not None
    assert one.due.end == "2025-06-22"


def test_an_offer_to_do_something_is_awaited_and_an_offered_view_is_not(tools: Tools) -> None:
    assert len(awaited(tools, "Kenya offered to mediate between Uganda and Rwanda.")) == 1
    assert awaited(tools, "Kenya offered another version of the raid.") == ()


def test_a_refusal_until_something_changes_is_awaited(tools: Tools) -> None:
    (one,) = awaited(tools, "Mr Kim repeated that Lima would not sign the treaty until Bogota changes its law.")
    assert one.due is None
    assert "until Bogota changes its law" in one.text.text


@pytest.mark.parametrize(
    "text",
    [
        "The envoys, who had been given a week to leave, crossed the border.",
        "It would be wrong to sign the treaty.",
        "The army shelled the town on Monday.",
    ],
)
def test_what_is_over_or_only_thought_is_not_awaited(tools: Tools, text: str) -> None:
    assert awaited(tools, text) == ()


def test_the_day_on_which_somebody_offered_is_not_the_day_on_which_he_will(tools: Tools) -> None:
    (one,) = awaited(tools, "Kenya offered on Saturday to mediate between Uganda and Rwanda.")
    assert one.due is None


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Kenya and Uganda, planned for Thursday in Nairobi, have been postponed.",
        "A meeting of the two ministers scheduled for Thursday was called off.",
        "A meeting that had been planned for Thursday fell through.",
        "The minister, who was scheduled to visit Lome on Thursday, has cancelled his trip.",
        "The governor was to meet the families on Thursday but did not turn up.",
    ],
)
def test_what_is_called_off_where_it_is_told_is_withdrawn(tools: Tools, text: str) -> None:
    (one,) = awaited(tools, text)
    assert one.outcome == "withdrawn"


@pytest.mark.parametrize(
    "text",
    [
        "The governor threatened to cancel the talks scheduled for Thursday.",
        "The talks will be held on Thursday.",
    ],
)
def test_what_nobody_has_called_off_is_open(tools: Tools, text: str) -> None:
    assert all(one.outcome == "open" for one in awaited(tools, text))


def test_what_may_be_on_a_day_is_awaited_and_what_may_have_been_is_not(tools: Tools) -> None:
    (one,) = awaited(tools, "The minister may travel to Lome on June 22.")
    assert one.due is not None
    assert one.due.end == "2025-06-22"
    assert awaited(tools, "The minister may have left Lome on Monday.") == ()
    assert awaited(tools, "A host may send an envoy home at any time.") == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The talks in Lome were due to resume on June 22.", "2025-06-22"),
        ("The mandate is due to end on June 22.", "2025-06-22"),
        ("The court is due to rule on Friday.", "2025-06-13"),
        ("The ministers of Kenya and Uganda are due to meet on Friday.", "2025-06-13"),
        ("The talks in Lome were due to resume on June 5.", "2025-06-05"),
    ],
)
def test_what_is_due_to_come_is_awaited_on_its_day(tools: Tools, text: str, day: str) -> None:
    (one,) = awaited(tools, text)
    assert one.due is not None
    assert one.due.end == day


def test_what_something_is_due_to_is_not_awaited(tools: Tools) -> None:
    assert awaited(tools, "The delay was due to fog on Friday.") == ()
    assert awaited(tools, "The losses were due to flooding on Friday.") == ()


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The envoy is due in Nairobi on Friday.", "2025-06-13"),
        ("The drivers announced a blockade from Monday.", "2025-06-16"),
        ("The union called a two-day strike, starting on Friday.", "2025-06-13"),
        ("The decree stays in force until July 9.", "2025-07-09"),
        ("The court pushed the hearing back to June 20.", "2025-06-20"),
        ("The hearing was delayed until Friday.", "2025-06-13"),
    ],
)
def test_what_is_due_announced_for_a_day_or_moved_to_one_is_to_come(tools: Tools, text: str, last: str) -> None:
    (one,) = awaited(tools, text)
    assert one.due is not None
    assert (one.due.end, one.outcome) == (last, "open")


@pytest.mark.parametrize(
    "text",
    [
        "No soldier was to be seen at the gate.",
        "The deadline passed on Friday without the threatened blockade of the port.",
        "The governor will not receive envoys who carry arms.",
        "Kampala asked for help when the rebels overran Goma in January 2025.",
        "The ministry asked Kampala to return the ship that it had seized in May.",
        "The hearing of Mo Ali was called off on Wednesday.",
    ],
)
def test_what_is_missing_refused_for_good_or_long_past_is_not_to_come(tools: Tools, text: str) -> None:
    assert awaited(tools, text) == ()
