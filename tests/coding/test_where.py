"""Which place names of a sentence may say where an event was."""

from __future__ import annotations

import pytest

from whosays import coding
from whosays.pipeline import Tools
from whosays.record.document import Document

# Constructed.


def places(tools: Tools, text: str, category: str) -> list[str]:
    """The place words of the first event of a category, best first."""
    reading = tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])[0]
    event = next(event for event in coding.code(reading, tools.lexicon).events if event.category == category)
    return [one.text for one in event.place]


@pytest.mark.parametrize(
    ("text", "category", "place"),
    [
        ("Drones struck a silo in the Chadian town of Abéché overnight.", "ASSAULT", "Abéché"),
        ("A court in Lima sentenced a former mayor to six years in prison.", "SANCTION", "Lima"),
        ("Talks between Peru and Chile planned for Friday in Quito were called off.", "AGREE", "Quito"),
        ("Soldiers captured two officers in a raid with their Kenyan allies near Garissa.", "ASSAULT", "Garissa"),
        ("Rockets hit the Sirte refinery.", "ASSAULT", "Sirte"),
        ("The army shelled Homs last winter.", "ASSAULT", "Homs"),
        ("In March gunmen took 40 girls from a school at Kosti.", "ASSAULT", "Kosti"),
        ("A Kisangani court sentenced Omar Diallo to four years in prison.", "SANCTION", "Kisangani"),
        ("Soldiers killed two men at the prison of Kosti and a wharf beside it.", "ASSAULT", "Kosti"),
        ("In May 2002 Peru ordered the agency's men out of Tacna.", "SANCTION", "Tacna"),
        ("Riot police fired tear gas at thousands of men outside Kenya's parliament.", "ASSAULT", "parliament"),
        ("A candidate was assassinated as he left a rally in Arequipa.", "ASSAULT", "Arequipa"),
        ("The fighting in Garissa this week, in which forty guards were killed, shocked Kenya.", "ASSAULT", "Garissa"),
        ("Sixty Italian instructors have left Garissa for Kuwait.", "RETREAT", "Garissa"),
        ("Rebel troops entered Garissa on Monday.", "MOBILIZE", "Garissa"),
        ("On Sunday detectives in Arequipa arrested a man of 24.", "COERCE", "Arequipa"),
        ("The president sent special police to take over the posts at Garissa.", "MOBILIZE", "Garissa"),
        ("Thousands of residents of Garissa marched on Wednesday.", "PROTEST", "Garissa"),
        ("Masked men overran the Arequipa No. 2 penitentiary on Monday.", "ASSAULT", "Arequipa No. 2"),
        ("The neighbours fought a war over Abyei.", "ASSAULT", "Abyei"),
    ],
)
def test_the_nearest_word_that_says_where_comes_first(tools: Tools, text: str, category: str, place: str) -> None:
    assert places(tools, text, category)[:1] == [place]


def test_where_somebody_comments_on_a_deed_is_not_where_it_was(tools: Tools) -> None:
    text = "Bandits shot a trader. In Geneva, a spokesman for the Red Cross condemned the attack."
    reading = tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])[0]
    told = [e for e in coding.code(reading, tools.lexicon).events if e.category == "ASSAULT" and e.sentence == 1]
    assert all(one.place == () for one in told)


def test_what_persons_are_called_after_is_not_where_they_were_seized(tools: Tools) -> None:
    assert places(tools, "Police arrested two Moscow lawyers.", "COERCE") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The militants fired rockets from Tyre at Haifa.", "Haifa"),
        ("Two missiles were launched from Hodeidah at dawn.", None),
        ("Drones launched from Abéché struck a silo near Kosti.", "Kosti"),
    ],
)
def test_where_something_was_fired_from_is_not_where_it_struck(tools: Tools, text: str, place: str | None) -> None:
    assert next(iter(places(tools, text, "ASSAULT")), None) == place


@pytest.mark.parametrize(
    ("text", "category", "place"),
    [
        ("The army shelled the hamlet of Kosti.", "ASSAULT", "Kosti"),
        ("Rebels stormed the village of Zurmi in Zamfara state.", "ASSAULT", "Zurmi"),
        ("The army shelled the eastern quarter of Kosti.", "ASSAULT", "Kosti"),
        ("Rebels attacked a convoy on the road between Kosti and Sennar.", "ASSAULT", "Kosti"),
    ],
)
def test_part_of_a_place_and_the_road_from_it_are_there(tools: Tools, text: str, category: str, place: str) -> None:
    assert places(tools, text, category)[:1] == [place]


@pytest.mark.parametrize(
    ("text", "category", "time"),
    [
        ("Peruvian forces opened fire at a post near Tacna at 01:15 on May 20.", "ASSAULT", "May 20"),
        ("A meeting of the two ministers scheduled for next week was called off on Monday.", "CONSULT", "next week"),
        ("A small band claimed responsibility for Friday's ambush near Kosti.", "ASSAULT", "Friday"),
    ],
)
def test_a_day_hung_on_an_hour_a_participle_or_the_deed_itself_is_its_day(
    tools: Tools, text: str, category: str, time: str
) -> None:
    reading = tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])[0]
    event = next(event for event in coding.code(reading, tools.lexicon).events if event.category == category)
    assert any(time in one.text for one in event.time)
    assert "Monday" not in event.time[0].text


@pytest.mark.parametrize(
    ("text", "category", "place"),
    [
        ("He was taken to Lima, where a court sentenced him to fifteen years.", "SANCTION", "Lima"),
        ("Residents of Arica marched on Monday in support of the army.", "PROTEST", "Arica"),
        ("Cusco's teachers went on strike on Monday.", "PROTEST", "Cusco"),
        ("Rebels fired rockets at Arica's airport on Monday.", "ASSAULT", "Arica"),
        ("A further 300 Chilean sappers have left for the Tacna region.", "MOBILIZE", "Tacna region"),
        ("Chile's envoy is to visit Lima on April 28.", "AGREE", "Lima"),
    ],
)
def test_those_at_home_there_and_owners_of_what_stands_there_say_where(
    tools: Tools, text: str, category: str, place: str
) -> None:
    assert places(tools, text, category)[:1] == [place]


def test_a_strike_was_where_it_killed_and_is_neither_of_two_who_blame_one_another(tools: Tools) -> None:
    text = "Peru's army and the Free Andes Forces traded blame on Sunday for a drone strike that killed nine people at a market in Arica."
    reading = tools.reader.read([Document.plain(text, id="d", day="2025-06-10")])[0]
    strike = next(event for event in coding.code(reading, tools.lexicon).events if event.category == "ASSAULT")
    assert [one.text for one in strike.place][:1] == ["Arica"]
    assert strike.actor == ()


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Chile accused Peru of damaging a pipeline near Tacna, which Lima denied.", "REJECT"),
        ("A trader in Garissa who fought the rebels in 2015 suspects a plot.", "ASSAULT"),
        ("At loggerheads with Kenya over the Thika dam, Uganda expelled two envoys.", "SANCTION"),
        ("Kenya closed its border while Uganda and Rwanda were holding drills near Kampala.", "SANCTION"),
    ],
)
def test_what_is_denied_quarrelled_over_or_done_by_others_says_nothing_of_where(
    tools: Tools, text: str, category: str
) -> None:
    assert places(tools, text, category) == []
