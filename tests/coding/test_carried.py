"""Where and when a story goes on: what a sentence leaves unsaid, and "the town" for one named before."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event

# Constructed. 2025-06-10 is a Tuesday.


def events(tools: Tools, text: str) -> list[Event]:
    """The events of a report in text order."""
    reading = coding.prepare(tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])[0], tools.lexicon)
    return list(resolve.resolve(reading, coding.code_prepared(reading, tools.lexicon), tools.world).events)


def settings(tools: Tools, text: str, category: str) -> list[tuple[str | None, str | None]]:
    """The place's name and the time's value of each event of a category."""
    return [
        (e.place.name if e.place else None, e.time.value if e.time else None)
        for e in events(tools, text)
        if e.category == category
    ]


def test_the_next_step_of_a_story_is_where_and_when_the_last_one_was(tools: Tools) -> None:
    text = "On Monday forty women marched through Garissa. Police arrested two of them."
    assert settings(tools, text, "COERCE") == [("Garissa", "2025-06-09")]


def test_what_had_happened_before_and_what_another_paragraph_tells_does_not_go_on(tools: Tools) -> None:
    before = "On Monday forty women marched through Garissa. Police had arrested two of them."
    apart = (
        "It rained on Sunday.\n\nOn Monday forty women marched through Garissa.\n\nPolice arrested two Kenyan bankers."
    )
    assert settings(tools, before, "COERCE") == [(None, None)]
    assert settings(tools, apart, "COERCE") == [(None, None)]


def test_another_time_is_another_place(tools: Tools) -> None:
    text = "In May 2019 rebels seized a trader near Garissa. Two years later they freed him."
    assert settings(tools, text, "RETREAT") == [(None, "2021")]


def test_what_somebody_says_next_is_not_said_where_the_deed_was(tools: Tools) -> None:
    text = "On Monday rockets hit a depot in Garissa. Peru condemned the attack."
    assert settings(tools, text, "ACCUSE") == [(None, None)]


def test_the_town_is_the_one_that_the_text_named_last(tools: Tools) -> None:
    text = "Rebels shelled a market in the town of Garissa on Friday. On Sunday they attacked a convoy near the town."
    assert [place for place, _ in settings(tools, text, "ASSAULT")] == ["Garissa", "Garissa"]


def test_a_town_that_was_not_named_is_no_place(tools: Tools) -> None:
    assert settings(tools, "Rebels attacked a convoy near the town.", "ASSAULT") == [(None, None)]


def test_the_end_of_a_year_and_the_middle_of_a_month_are_times(tools: Tools) -> None:
    assert settings(tools, "The army arrested nine men in mid-May.", "COERCE") == [(None, "2025-05")]
    assert settings(tools, "The troops will leave by the end of the year.", "RETREAT") == [(None, "2025")]


def test_what_stands_behind_a_semicolon_does_not_say_where_a_deed_before_it_was(tools: Tools) -> None:
    text = "Fighters of two brigades clashed with the police; in Garissa, the army arrested two bankers."
    assert settings(tools, text, "ASSAULT") == [(None, None)]
    assert settings(tools, text, "COERCE") == [("Garissa", None)]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Chad condemned on Thursday the drone strike that killed nine traders.", "ASSAULT"),
        ("Peru recalled its envoy on Tuesday in response to Chile's expulsion of two diplomats.", "SANCTION"),
        ("Kenya criticised the bloc on Monday for imposing sanctions on nine judges.", "SANCTION"),
        ("Ghana protested on Friday over the arrest of two of its pilots in Mali.", "COERCE"),
    ],
)
def test_the_day_of_an_answer_is_not_the_day_of_what_it_answers(tools: Tools, text: str, category: str) -> None:
    assert None in {time for _, time in settings(tools, text, category)}


def test_what_was_spoken_of_in_a_year_was_in_that_year(tools: Tools) -> None:
    text = "In October 2012 Chad accused Libya of bombing a factory in Moundou."
    assert [time for _, time in settings(tools, text, "ASSAULT")] == ["2012-10"]


def old(tools: Tools, text: str) -> dict[str, bool]:
    """Of each event's trigger whether it is told as background."""
    return {e.trigger.text: any(one.value == "historical" for one in e.status) for e in events(tools, text)}


@pytest.mark.parametrize(
    ("text", "news", "past"),
    [
        ("Soldiers rescued nine of the herders abducted last week.", "rescued", "abducted"),
        ("Kenya turned down an offer to investigate a raid that killed two men last month.", "turned down", None),
        ("Peru denounced last week's attack on a mine.", "denounced", "attack"),
    ],
)
def test_news_of_what_is_past_is_news(tools: Tools, text: str, news: str, past: str | None) -> None:
    found = old(tools, text)
    assert found[news] is False
    assert past is None or found[past]


@pytest.mark.parametrize(
    ("text", "category", "time"),
    [
        ("The army shelled Garissa between Saturday and Monday.", "ASSAULT", "2025-06-07/2025-06-09"),
        ("Guards shot at a crowd in the night from Saturday to Sunday.", "ASSAULT", "2025-06-07/2025-06-08"),
        ("Gunmen took 25 sailors hostage when they boarded a ship in May 2023.", "ASSAULT", "2023-05"),
        ("The two men seized near Garissa walked home over the bridge on Monday.", "ASSAULT", None),
        ("Ethiopia on Thursday accused Eritrea of smuggling weapons to rebels.", "AID", None),
        ("In May 2019 Peru accused Chile of bombing a plant.", "ASSAULT", "2019-05"),
        ("Police on Monday freed two men arrested in Garissa last week.", "COERCE", "2025-W23"),
        ("The guerrillas have until midnight on Sunday to hand over all eight.", "REQUEST", None),
        ("The army suspended the truce in force since March.", "SANCTION", None),
        ("The governor promised 20,000 pesos to each man by Friday.", "AGREE", "2025-06-13"),
    ],
)
def test_a_time_is_of_the_deed_that_it_belongs_to(tools: Tools, text: str, category: str, time: str | None) -> None:
    assert settings(tools, text, category)[0][1] == time


@pytest.mark.parametrize(
    ("then", "category"),
    [
        ("On Monday protesters stormed the city hall.", "PROTEST"),
        ("Soldiers opened fire in the area on Monday.", "ASSAULT"),
        ("Soldiers shot two men there on Monday.", "ASSAULT"),
        ("The army shelled the city on Monday.", "ASSAULT"),
    ],
)
def test_a_town_is_taken_up_by_its_hall_the_area_and_there(tools: Tools, then: str, category: str) -> None:
    text = f"Gunmen attacked a police post in Garissa on Sunday.\n\n{then}"
    assert settings(tools, text, category)[-1] == ("Garissa", "2025-06-09")


def test_there_is_nowhere_where_two_places_were_named(tools: Tools) -> None:
    text = "Gunmen attacked police posts in Garissa and in Wajir on Sunday.\n\nSoldiers shot two men there on Monday."
    assert settings(tools, text, "ASSAULT")[-1] == (None, "2025-06-09")


def test_whom_one_sends_to_the_area_is_not_there_yet(tools: Tools) -> None:
    text = "Gunmen attacked a police post in Garissa on Sunday.\n\nKenya sent 400 soldiers to the area on Monday."
    assert settings(tools, text, "MOBILIZE") == [(None, "2025-06-09")]


def test_a_village_is_not_the_town_where_somebody_speaks(tools: Tools) -> None:
    text = "Gunmen shot three men, officials in Nairobi said.\n\nPeople in the village were beaten on Monday."
    assert [place for place, _ in settings(tools, text, "ASSAULT")] == [None, None]


@pytest.mark.parametrize(
    ("text", "category", "place"),
    [
        ("Police detained Mombasa's mayor at his home on Monday.", "COERCE", "Mombasa"),
        ("The governor of Garissa banned marches on Monday.", "COERCE", "Garissa"),
        ("Police detained Mombasa's mayor in Garissa on Monday.", "COERCE", "Garissa"),
        ("Kenya closed the crossing at Moyale on Monday.", "COERCE", "Moyale"),
    ],
)
def test_mayors_are_at_home_and_gates_are_where_they_are_shut(
    tools: Tools, text: str, category: str, place: str
) -> None:
    assert [name for name, _ in settings(tools, text, category)] == [place]


def test_an_hour_of_the_same_day_leaves_a_story_where_it_is(tools: Tools) -> None:
    text = "On Monday forty women marched through Garissa. Police arrested two of them before dusk."
    assert [place for place, _ in settings(tools, text, "COERCE")] == ["Garissa"]


def test_a_reports_second_paragraph_goes_on_with_the_day_of_its_first(tools: Tools) -> None:
    lead = "Gunmen attacked a police post in Garissa on Sunday.\n\n"
    assert settings(tools, lead + "Two officers were wounded.", "ASSAULT")[-1][1] == "2025-06-08"
    quoted = lead + "“They shot my brother,” a woman said."
    assert settings(tools, quoted, "ASSAULT")[-1] == (None, None)


def test_there_goes_on_where_the_story_is(tools: Tools) -> None:
    text = "On Monday forty women marched through Garissa. Police opened fire. Two women were wounded there."
    assert settings(tools, text, "ASSAULT")[-1] == ("Garissa", "2025-06-09")


@pytest.mark.parametrize(
    ("text", "category", "value"),
    [
        (
            "Police arrested 20 farmers on Monday. A court jailed them that evening.",
            "SANCTION",
            "2025-06-09TEV",
        ),
        ("Under an agreement signed last September, Chile is to withdraw by 2027.", "AGREE", "2024-09"),
        ("Peru and Chile held drills that were to begin on Thursday.", "COOPERATE", "2025-06-12"),
        ("The drivers announced another blockade from Thursday.", "PROTEST", "2025-06-12"),
        (
            "The army gave notice of a live-fire exercise off Mombasa, from Saturday to Monday.",
            "MOBILIZE",
            "2025-06-14/2025-06-16",
        ),
        ("The party announced a three-day closure of shops, starting on Thursday.", "COERCE", "2025-06-12"),
        ("Drivers received nothing and announced another blockade from Thursday.", "PROTEST", "2025-06-12"),
        (
            "The army raided two posts in the night from Sunday to Monday, the ministry announced.",
            "ASSAULT",
            "2025-06-08/2025-06-09",
        ),
        ("The party on Friday rejected the report.", "REJECT", "2025-06-06"),
        ("Peru broke off relations in April 2024, after police had arrested two of its envoys.", "COERCE", "2024-04"),
    ],
)
def test_a_day_is_read_from_the_words_around_its_event(tools: Tools, text: str, category: str, value: str) -> None:
    assert [time for _, time in settings(tools, text, category)] == [value]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Mwila was sentenced in 2022 to 30 years for the killing of a judge.", "ASSAULT"),
        ("On Tuesday, an hour before the ultimatum ran out, soldiers stormed the camp.", "THREATEN"),
        ("Peru bombed two camps on Monday, answering a drone attack on its base.", "ASSAULT"),
    ],
)
def test_what_is_answered_or_tried_was_on_another_day(tools: Tools, text: str, category: str) -> None:
    assert settings(tools, text, category)[-1][1] is None


def test_what_a_crowd_shouts_it_says_there_and_then(tools: Tools) -> None:
    text = "Thousands marched through Garissa on Monday. The crowd demanded the release of two farmers."
    assert settings(tools, text, "REQUEST") == [("Garissa", "2025-06-09")]
    text = "Thousands marched through Garissa on Monday. Peru demanded the release of two farmers."
    assert settings(tools, text, "REQUEST")[0][0] is None


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The trader was extradited to Chile on Monday.", "COOPERATE"),
        ("Rebels attacked Kenyan posts in Chad and Niger on Monday.", "ASSAULT"),
        ("The treasury imposed sanctions on a shipping firm in Garissa.", "SANCTION"),
        ("The army accused the rebels of carrying out the raid from an airstrip in Wajir.", "ASSAULT"),
        ("Peru shelled the Mafia Islands on Sunday. On Monday it began drills north of the island.", "MOBILIZE"),
        ("Two nurses were released after ten days in Hamas custody.", "RETREAT"),
    ],
)
def test_where_it_went_came_from_or_may_have_been_is_no_place(tools: Tools, text: str, category: str) -> None:
    assert [place for place, _ in settings(tools, text, category)] == [None]


def test_what_was_done_until_something_happened_was_done(tools: Tools) -> None:
    text = "A guard was shot dead near Garissa on Monday. His comrades fired shots and used tear gas until the crowd drew back."
    assert settings(tools, text, "ASSAULT")[-1] == ("Garissa", "2025-06-09")
