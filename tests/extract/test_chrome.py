"""What stands around a plain report's text and is none of it: captions, corrections, calls to subscribe, banners."""

from __future__ import annotations

import pytest

from whosays.extract.plain import read_plain

REPORT = "Troops took the island on Monday, the mayor said, and left it again before the evening came."


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Soldiers stand on the shore in 2019.",
        "FILE PHOTO: Soldiers attack a bridge in 2019. AGENCY/Someone",
        "(Photo by Ana Petrova/Harbour Images)",
        "Read more: Troops take an island",
        "Watch: Jets bomb the harbour",
        "Listen to the podcast: how the island was taken",
        "Sign up for our newsletter to hear when troops move.",
        "Subscribe to our channel: https://example.org/harbour",
        "Support our work as troops attack the island.",
        "We use cookies to give you the best experience.",
        "By clicking Accept you agree to our use of cookies.",
        "An earlier version of this article said that six people had been killed.",
        "Editor's note: A previous version of this story said that troops had killed ten men.",
        "Correction: This article was amended to say that the navy had fired first.",
        "This story has been corrected to say that the navy had fired first.",
    ],
)
def test_a_line_that_is_none_of_the_report_is_left_out(line: str) -> None:
    assert read_plain(f"{REPORT}\n\n{line}\n\n{REPORT}").paragraphs == (REPORT, REPORT)


@pytest.mark.parametrize(
    "line",
    [
        "Photos of the strike were shown to the council by the mayor on Tuesday.",
        "Correction of the border was agreed by both states on Tuesday.",
        "Video from the port shows two boats on fire, the navy said.",
        "By continuing the war the two states lose more than an island, the mayor said.",
        "Sources in the port said that two boats burned.",
        "Signing up for the army is now a duty, the mayor said.",
    ],
)
def test_a_line_that_only_begins_alike_stays(line: str) -> None:
    assert line in read_plain(f"{REPORT}\n\n{line}\n\n{REPORT}").paragraphs


def test_a_post_whose_stop_pictures_tags_or_a_number_follow_is_no_title() -> None:
    for end in ("🧵", "#Kenya @harbour", "https://example.org/a", "1/3", "/1"):
        page = read_plain(f"Police arrested six men on Monday. {end}\n\n{REPORT}\n\nThey let them go. {end}")
        assert page.title is None
        assert len(page.paragraphs) == 3
