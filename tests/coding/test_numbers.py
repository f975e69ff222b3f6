"""Number words as ranges, their words kept."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.coding.numbers.phrases import parse
from whosays.pipeline import Tools
from whosays.record.document import Document


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("two", 2, 2),
        ("Twenty-three", 23, 23),
        ("1,200", 1200, 1200),
        ("100,000", 100_000, 100_000),
        ("ten million", 10_000_000, 10_000_000),
        ("11.8 million", 11_800_000, 11_800_000),
        ("at least 11", 11, None),
        ("more than 150", 150, None),
        ("no fewer than nine", 9, None),
        ("fewer than ten", None, 10),
        ("not more than three", None, 3),
        ("nobody", 0, 0),
        ("up to 150", None, 150),
        ("two or three", 2, 3),
        ("10-12", 10, 12),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("dozens", 24, 99),
        ("scores", 40, 99),
        ("hundreds", 200, 999),
        ("thousands", 2_000, 9_999),
        ("tens of thousands", 20_000, 99_999),
        ("several", 3, 9),
        ("two hundred and six", 206, 206),
        ("three thousand", 3_000, 3_000),
    ],
)
def test_a_number_phrase_is_the_range_that_it_states(text: str, low: float | None, high: float | None) -> None:
    assert parse(text) == (low, high)


def test_words_that_count_nothing_are_no_number() -> None:
    assert parse("some brave soldiers") is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It sheltered tens of thousands of Malians who had fled.", [("size", 20_000, 99_999)]),
        ("Lima closed two consulates.", [("closed", 2, 2)]),
        ("Latvia deported more than 800 residents.", [("deported", 800, None)]),
        ("Lima handed over 12 captives on Friday.", [("released", 12, 12)]),
        ("No fewer than nine civilians died in a raid.", [("killed", 9, None)]),
        ("Tens of thousands of Malians fled the war.", [("size", 20_000, 99_999)]),
        ("Peru will send a frigate and 200 troops to Haiti.", [("deployed", 1, 1), ("deployed", 200, 200)]),
        ("Peru sent two destroyers and a submarine to Haiti.", [("deployed", 3, 3)]),
        ("The rebels lost eleven men and two trucks.", [("killed", 11, 11), ("destroyed", 2, 2)]),
        ("Two helicopters fired into the woods.", [("deployed", 2, 2)]),
        ("The army attacked the depot with 20 drones.", [("deployed", 20, 20)]),
        ("Peru launched 88 drones and six missiles at Arica.", [("deployed", 88, 88), ("deployed", 6, 6)]),
        ("Kenya pledged two helicopters to Haiti.", [("amount", 2, 2)]),
        ("Peru has delivered 14 tanks to Haiti.", [("amount", 14, 14)]),
        ("The mission has verified 13 civilian deaths in Kosti.", [("killed", 13, 13)]),
        ("A crowd turned on the police with stones, injuring 93 of them.", [("injured", 93, 93)]),
        ("A mob rampaged through the market, killing two traders.", [("killed", 2, 2)]),
        ("Two French destroyers sailed through the channel on Sunday.", [("deployed", 2, 2)]),
        ("Three Peruvian frigates shadowed the tanker for two days.", [("deployed", 3, 3)]),
        ("Forty Danish instructors have left Basra for Jordan.", [("deployed", 40, 40)]),
        ("Denmark withdrew 40 instructors from Basra.", [("deployed", 40, 40)]),
        ("The troops withdrew from three villages.", []),
        ("The army will hold a drill with 300 soldiers near Arica.", [("deployed", 300, 300)]),
        ("Police seized 12 rifles, three grenades and 90 telephones.", [("seized", n, n) for n in (12, 3, 90)]),
        ("The treasury blacklisted two firms, one in Lima and one in Quito.", [("sanctioned", 2, 2)]),
        ("Four soldiers were killed and three taken prisoner, the army said.", [("killed", 4, 4)]),
        ("The rebels freed the ninth captive on Sunday.", [("released", 1, 1)]),
        ("A judge freed the police sergeant on Friday.", [("released", 1, 1)]),
        ("Two cables that link the island to the mainland were severed.", [("damaged", 2, 2)]),
        ("The coast guard chased off nine boats.", [("expelled", 9, 9)]),
        ("Chile barred three prosecutors from the country.", [("sanctioned", 3, 3)]),
        ("The navy rescued 30 sailors.", [("size", 30, 30)]),
        ("Bread has been handed out to 600 families.", [("size", 600, 600)]),
        ("Ninety deputies signed a petition for a vote on the base.", [("size", 90, 90)]),
        ("All seven have asked for asylum in Peru.", [("size", 7, 7)]),
        ("The two ministers called for an inquiry.", []),
        ("Both sailors were freed by the end of May.", [("released", 2, 2)]),
        ("A group of 12 farmers was abducted near Sama.", [("captured", 12, 12)]),
        ("A convoy of 30 trucks crossed the border.", [("deployed", 30, 30)]),
        ("Forty-five of the farmers were abducted.", [("captured", 45, 45)]),
        ("Two of the nine drivers were abducted.", [("captured", 2, 2)]),
        ("Six soldiers have been under investigation since Monday.", [("investigated", 6, 6)]),
        ("Chile has ordered two frigates to the strait.", [("deployed", 2, 2)]),
        ("The rebels promised to release nine captives by Friday.", [("released", 9, 9)]),
        ("The president agreed to send 700 soldiers to Haiti.", [("deployed", 700, 700)]),
        ("The ministry placed 40 ships on a watch list.", [("sanctioned", 40, 40)]),
        ("About 30 inmates have been refusing food since Sunday.", [("size", 30, 30)]),
    ],
)
def test_what_is_counted_goes_by_the_deed(
    tools: Tools, text: str, numbers: list[tuple[str, float | None, float | None]]
) -> None:
    first = coding.code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events[0]
    assert [(one.role, one.low, one.high) for one in first.numbers] == numbers


def test_of_a_part_of_a_number_the_part_counts() -> None:
    assert parse("71 of 99") == (71, 71)
    assert parse("three of the twelve") == (3, 3)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("no fewer than 40", 40, None),
        ("as many as 30", None, 30),
        ("several hundred", 200, 999),
        ("half a dozen", 6, 6),
        ("a few dozen", 24, 99),
    ],
)
def test_bounds_and_vague_words_are_read_together(text: str, low: float | None, high: float | None) -> None:
    assert parse(text) == (low, high)


def counts(tools: Tools, text: str, category: str) -> list[tuple[str, float | None, float | None]]:
    """What is counted of the last event of a category."""
    reading = coding.prepare(tools.reader.read([Document.plain(text)])[0], tools.lexicon)
    event = [e for e in coding.code_prepared(reading, tools.lexicon).events if e.category == category][-1]
    return [(one.role, one.low, one.high) for one in event.numbers]


@pytest.mark.parametrize(
    ("text", "category", "numbers"),
    [
        ("Five men, not three, were abducted by rebels.", "ASSAULT", [("captured", 5, 5)]),
        ("Police arrested a crew of eleven.", "COERCE", [("arrested", 11, 11)]),
        ("Police took away twelve, including a nurse.", "COERCE", [("arrested", 12, 12)]),
        ("Two farm hands were hit by the army.", "ASSAULT", [("injured", 2, 2)]),
        ("The coast guard stopped nine boats and confiscated a tenth.", "COERCE", [("seized", 1, 1)]),
        ("Rebels abducted nine drivers in May. They freed them a week later.", "RETREAT", [("released", 9, 9)]),
    ],
)
def test_who_is_counted_is_found_around_the_number(
    tools: Tools, text: str, category: str, numbers: list[tuple[str, float | None, float | None]]
) -> None:
    assert counts(tools, text, category) == numbers


def test_what_is_pledged_is_counted_and_no_event(tools: Tools) -> None:
    text = "The rebels gave a promise that eight men would be freed."
    (event,) = coding.code(tools.reader.read([Document.plain(text)])[0], tools.lexicon).events
    assert (event.category, [(one.role, one.low) for one in event.numbers]) == ("AGREE", [("released", 8)])


def test_who_marches_is_counted_by_the_march_and_not_by_the_demand(tools: Tools) -> None:
    text = "Some 300 people marched through Lima and demanded an inquiry."
    assert counts(tools, text, "PROTEST") == [("size", 300, 300)]
    assert counts(tools, text, "REQUEST") == []


def test_people_who_are_expelled_are_deported_and_diplomats_are_not(tools: Tools) -> None:
    assert counts(tools, "Peru has expelled 900 families since May.", "COERCE") == [("deported", 900, 900)]
    assert counts(tools, "Peru expelled two diplomats.", "SANCTION") == [("expelled", 2, 2)]


def test_a_persons_age_counts_nobody(tools: Tools) -> None:
    text = "Fisherman Jorge Arias, 39, was abducted by soldiers."
    assert ("captured", 39, 39) not in counts(tools, text, "ASSAULT")
