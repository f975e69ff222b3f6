"""Walk and model agree, or the less certain of the two is kept."""

from __future__ import annotations

import pytest

from whosays.coding.certainty.combined import less_certain
from whosays.record.event import StanceValue


@pytest.mark.parametrize(
    ("walked", "seen", "kept"),
    [
        ("CT+", 2.4, "CT+"),  # they agree as far as that goes
        ("CT+", 0.8, "CT+"),  # not far enough apart to tell
        ("CT+", 0.3, "Uu"),  # certain for the one, open for the other
        ("Uu", 2.9, "Uu"),
        ("CT-", 0.2, "CT-"),  # the "not" stands in the text
        ("CT-", 2.8, "CT-"),
        ("CT+", -2.8, "Uu"),  # so for the one, not so for the other
        ("NC", -3.0, "NC"),  # who has not spoken has not been read
    ],
)
def test_what_is_kept(walked: StanceValue, seen: float, kept: StanceValue) -> None:
    assert less_certain(walked, seen) == kept
