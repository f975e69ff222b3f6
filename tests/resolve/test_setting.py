"""Where a report is set, and of which state its people without a name are. The reports are constructed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.coded import Coded
from whosays.record.document import Document
from whosays.record.event import Event
from whosays.resolve.scene.hints import home
from whosays.resolve.scene.scene import set_scene


def setting(tools: Tools, text: str, title: str = "", publisher: str | None = None) -> str | None:
    document = replace(Document.plain(text, id="d", day="2025-06-08"), title=title, publisher=publisher)
    return set_scene(tools.reader.read([document])[0], Coded(), tools.world).setting


def events(tools: Tools, text: str) -> list[Event]:
    reading = tools.reader.read([Document.plain(text, id="d", day="2025-06-08")])[0]
    return list(resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world).events)


def test_a_foreign_force_says_less_of_where_a_report_is_set_than_the_land_that_it_is_in(tools: Tools) -> None:
    text = (
        "Kenyan officers fired at a crowd in Haiti on Monday. A Kenyan patrol was stoned. "
        "The police said that two dockers had died near Jacmel."
    )
    assert setting(tools, text) == "HTI"


def test_the_title_says_what_a_report_is_about(tools: Tools) -> None:
    text = "Officers cleared the square at dawn. Six were held. Nobody was hurt. France declined to comment."
    assert setting(tools, text, title="Peru clears the square") == "PER"


@pytest.mark.parametrize(
    ("publisher", "state"), [("The Lima Courier", "PER"), ("Norwegian Monitor", "NOR"), ("The Morning Post", "")]
)
def test_a_publisher_is_at_home_where_its_name_says(tools: Tools, publisher: str, state: str) -> None:
    assert home(publisher, tools.world) == state


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Police in Peru arrested two contractors on Monday.", {"PER"}),
        ("Two foreign contractors were arrested in Peru on Monday.", {None}),
        ("Peru's coast guard detained 30 migrants on Monday.", {None}),
        ("Gunmen killed two members of staff in Arequipa on Monday.", {"PER"}),
    ],
)
def test_people_without_a_name_are_of_the_land_where_it_befell_them(
    tools: Tools, text: str, codes: set[str | None]
) -> None:
    assert {one.code for event in events(tools, text) for one in event.recipient} == codes


def test_what_a_state_orders_in_its_own_land_lies_on_those_there(tools: Tools) -> None:
    (curfew,) = [one for one in events(tools, "Peru imposed a curfew on Monday.") if one.mode == "curfew"]
    assert [one.code for one in curfew.recipient] == ["PER"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Iran seized a tanker on Monday. The boarding alarmed traders.", "boarding"),  # a ship may be anybody's
        ("Chile spoke on Monday. Two of the front's members were arrested.", "arrested"),  # and so may its fighters
    ],
)
def test_ships_and_the_members_of_movements_are_not_of_the_land_where_they_are_taken(
    tools: Tools, text: str, trigger: str
) -> None:
    (event,) = [one for one in events(tools, text) if trigger in one.trigger.text]
    assert {one.code for one in event.recipient} <= {None}
