"""Where a report was written, in all the ways in which agencies say it; and what only looks like it."""

from __future__ import annotations

import pytest

from whosays.extract.credits import wire_of
from whosays.record.dateline import DATELINE, day_of


@pytest.mark.parametrize(
    "line",
    [
        "PORT SAMA, June 8 (Agency) - ",
        "SEOUL, South Korea (AP) — ",
        "KYIV (Reuters) – ",
        "GAZA/JERUSALEM, Oct 3 (Reuters) - ",
        "Nairobi, Kenya — ",
        "GOMA, Democratic Republic of the Congo — ",
        "UNITED NATIONS — ",
        "ON BOARD THE Blue Heron — ",
        "N'DJAMENA, 3 Oct 2025 (AFP) - ",
        "PORT-au-PRINCE, Haiti (AP) — ",
        "BAGHDAD, Oct. 3, 2025 (Xinhua) -- ",
        "MOSCOW, May 5. /TASS/. ",
        "KISUMU - ",
        "SANAA—",
    ],
)
def test_a_line_that_says_where_it_was_written_ends_where_the_report_begins(line: str) -> None:
    for report in ("The army shelled a village.", "“We will go,” he said.", "40 shells fell."):
        found = DATELINE.match(line + report)
        assert found is not None
        assert found.group() == line


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance of 32 states — condemned the raid.",
        "NATO — Turkey excepted — agreed.",
        "The men -- a Libyan and a Chadian -- were seized.",
        "U.S. - Iran talks collapsed.",
        "RSF - The militia took the town.",
        "Israel, which denies it — The army was silent.",
        "On Monday, Kenya — Uganda's neighbour — agreed.",
        "Moscow - The ministry said nothing.",
    ],
)
def test_a_name_in_front_of_a_dash_is_no_dateline(text: str) -> None:
    assert DATELINE.match(text) is None


@pytest.mark.parametrize("line", ["SEOUL, South Korea (AP) — Nine men", "Kyiv, Oct 3 (AP) - Nine men"])
def test_the_agency_is_read_from_any_dateline(line: str) -> None:
    assert wire_of(None, None, line, "") == "AP"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("LIMA, March 12, 2026 (Agency) - Peru summoned the envoy on Thursday.", "2026-03-12"),
        ("LIMA/QUITO, 2 Sept. 2026 (Agency) - Peru summoned the envoy.", "2026-09-02"),
        ("LIMA, March 12 (Agency) - Peru summoned the envoy.", None),
        ("LIMA (Agency) - Peru summoned the envoy on 12 March 2026.", None),
    ],
)
def test_a_dateline_tells_its_day_only_with_its_year(line: str, day: str | None) -> None:
    assert day_of(line) == day
