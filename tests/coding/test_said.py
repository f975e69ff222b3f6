"""A plain statement can be a denial, a charge or a demand: by what it says, and of whom."""

from __future__ import annotations

import pytest

from whosays.coding import code
from whosays.pipeline import Tools
from whosays.record.coded import CodedEvent
from whosays.record.document import Document


def events_of(tools: Tools, text: str) -> list[CodedEvent]:
    return list(code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events)


def acts(tools: Tools, text: str) -> list[tuple[str, str, list[str], list[str]]]:
    return [
        (one.category, one.trigger.text, [a.text for a in one.actor], [a.text for a in one.recipient])
        for one in events_of(tools, text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that its aircraft had not crossed the border.",
        "The army told reporters that none of its drones had struck the town.",
        "The rebels had no part in the raid, their spokesman said.",
        "Not one soldier of ours crossed the border, the general insisted.",
    ],
)
def test_who_says_that_his_side_did_not_do_it_denies(tools: Tools, text: str) -> None:
    assert [category for category, *_ in acts(tools, text)].count("REJECT") == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('"We hold no prisoners," the spokesman for the rebels said.', "the spokesman for the rebels"),
        ('The army released a short message: "Our forces have not shelled the town of Goma."', "The army"),
        ("Lima has never sold arms to the rebels, Foreign Ministry spokesman Juan Prado said.", "spokesman Juan Prado"),
        ("There is no Kenyan prisoner on our soil, the foreign minister wrote on Facebook.", "the foreign minister"),
        ('"Not a single shell was fired from our side," Peru\'s border committee said.', "Peru's border committee"),
        ('"This was not us," a rebel official told the paper.', "a rebel official"),
        ("Two Kenyan officials said that no Kenyan plane was over Sama that night.", "Two Kenyan officials"),
        ("Kenya said it had nothing to do with the attack on Sama.", "Kenya"),
        ("The army repeated that it did not carry out the attack.", "The army"),
        ("Not one of its men had been anywhere near the fort, the militia said.", "the militia"),
    ],
)
def test_a_denial_is_told_by_what_is_said(tools: Tools, text: str, who: str) -> None:
    (denial,) = [one for one in events_of(tools, text) if one.category == "REJECT"]
    assert who in denial.actor[0].text
    assert [(one.source, one.value) for one in denial.stances] == [(None, "CT+")]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ('"We hold no prisoners," the spokesman for the rebels said.', "ASSAULT"),
        ('"None of our aircraft entered Kenyan airspace," the defence ministry said.', "MOBILIZE"),
        ('The army released a short message: "Our forces have not shelled the town of Goma."', "ASSAULT"),
    ],
)
def test_what_a_party_denies_is_recorded_as_not_so_according_to_it(tools: Tools, text: str, category: str) -> None:
    (deed,) = [one for one in events_of(tools, text) if one.category == category]
    assert "CT-" in [one.value for one in deed.stances if one.source is not None]


def test_a_denial_and_the_words_behind_it_are_one(tools: Tools) -> None:
    text = 'The rebels denied involvement in the raid. "We have nothing to do with it," their spokesman said.'
    assert [category for category, *_ in acts(tools, text)].count("REJECT") == 1


@pytest.mark.parametrize(
    "text",
    [
        '"There is no snow in the mountains," the mayor said.',
        "There are no soldiers in the village any more, residents said.",
        "No soldier had fired at the boat, a resident told the paper.",
        "There were no casualties, the defence ministry said.",
        "No soldiers were hurt in the accident, the army said.",
        '"We do not have enough police," the mayor said.',
        '"There is no military solution to the conflict," the envoy said.',
        "The minister said that the government had not sent enough aid to the province.",
    ],
)
def test_what_is_not_there_is_denied_only_where_one_is_charged_with_it(tools: Tools, text: str) -> None:
    assert "REJECT" not in [category for category, *_ in acts(tools, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that it had not received the letter.",
        "The governor said that nobody had been hurt in the village.",
        "The ministry said that it would not comment.",
    ],
)
def test_what_nobody_is_charged_with_is_not_denied(tools: Tools, text: str) -> None:
    assert "REJECT" not in [category for category, *_ in acts(tools, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The president said the junta was responsible for the raid.",
        "The president said the junta was to blame for the raid.",
        "The president said the junta was behind the raid.",
    ],
)
def test_who_says_that_another_is_to_blame_accuses_him(tools: Tools, text: str) -> None:
    assert ("ACCUSE", "said", ["The president"], ["the junta"]) in acts(tools, text)
    assert [category for category, *_ in acts(tools, text)].count("ACCUSE") == 1


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that Kenya must withdraw its troops.",
        '"Kenya has to leave the town," the minister said.',
    ],
)
def test_who_says_what_another_must_do_demands_it(tools: Tools, text: str) -> None:
    assert acts(tools, text) == [("REQUEST", "said", [acts(tools, text)[0][2][0]], ["Kenya"])]


def test_what_one_must_do_oneself_is_no_demand(tools: Tools) -> None:
    assert acts(tools, "The minister said that he must leave the meeting early.") == []


def test_the_charge_that_a_statement_carries_does_not_hang_on_the_blamed(tools: Tools) -> None:
    (told,) = [
        one for one in events_of(tools, "Chile said Peru was to blame for the raid.") if one.category == "ACCUSE"
    ]
    assert [one.text for one in told.actor] == ["Chile"]


def test_a_meeting_that_is_to_be_is_agreed(tools: Tools) -> None:
    assert [one.category for one in events_of(tools, "The two presidents are to meet in Lima on Friday.")] == ["AGREE"]


@pytest.mark.parametrize(
    "text",
    [
        "The delegation would walk out unless the envoy was invited, the minister said.",
        "The border would be closed otherwise, the minister said.",
    ],
)
def test_a_refusal_or_a_closure_on_a_condition_is_a_threat(tools: Tools, text: str) -> None:
    assert "THREATEN" in [one.category for one in events_of(tools, text)]


def test_a_truce_that_is_declared_is_there(tools: Tools) -> None:
    (truce,) = events_of(tools, "The rebels declared a ceasefire on Friday.")
    assert [row.value for row in truce.stances] == ["CT+"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry gave the militia until Friday to hand over the captain.",
        "The rebels have until Friday to leave the town.",
        "The ministry gave the militia 48 hours to hand over the captain.",
        "The council set a deadline for the militia.",
    ],
)
def test_a_term_is_a_demand_of_whom_it_runs_for(tools: Tools, text: str) -> None:
    found = [one for one in events_of(tools, text) if one.category == "REQUEST"]
    assert [one.mode for one in found] == ["yield"]
    assert found[0].recipient


@pytest.mark.parametrize(
    "text",
    ["The rebels swore to attack the port.", "The rebels' promise to attack the port was repeated on Sunday."],
)
def test_a_promise_of_harm_is_a_threat(tools: Tools, text: str) -> None:
    assert [one.category for one in events_of(tools, text)] == ["THREATEN"]


@pytest.mark.parametrize(
    "text",
    [
        "The raid on the port will not go unanswered, the general said.",
        "The ambassador said that such a crime could not go unpunished.",
    ],
)
def test_who_says_that_a_deed_will_be_answered_threatens(text: str, tools: Tools) -> None:
    assert ("THREATEN", "said") in [(category, word) for category, word, *_ in acts(tools, text)]


@pytest.mark.parametrize(
    "text",
    [
        '"We will not be blackmailed," the president said.',
        "Islamabad said that it would not be dictated to.",
    ],
)
def test_who_says_that_he_will_not_be_bullied_refuses(text: str, tools: Tools) -> None:
    assert [category for category, *_ in acts(tools, text)] == ["REJECT"]


def test_a_letter_that_went_unanswered_threatens_nobody(tools: Tools) -> None:
    assert acts(tools, "The letter went unanswered, the clerk said.") == []


@pytest.mark.parametrize("deed", ["condemned what it called a massacre", "rejected what it termed lies"])
def test_what_is_blamed_is_named_and_blamed_once(deed: str, tools: Tools) -> None:
    assert len([one for one in acts(tools, f"The ministry {deed}.") if one[0] in {"ACCUSE", "REJECT"}]) == 1


@pytest.mark.parametrize("name", ["a victory for both", "an act of solidarity with Latvia", "a gesture of goodwill"])
def test_what_is_called_good_is_not_blamed(name: str, tools: Tools) -> None:
    assert "ACCUSE" not in [category for category, *_ in acts(tools, f"The minister called the exchange {name}.")]


def test_an_act_of_piracy_is_blamed(tools: Tools) -> None:
    assert "ACCUSE" in [category for category, *_ in acts(tools, "The ministry called the seizure an act of piracy.")]
