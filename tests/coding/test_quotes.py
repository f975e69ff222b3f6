"""What stands between quotation marks, whatever language's marks they are."""

from __future__ import annotations

import pytest

from whosays.coding.attribution.quotes import quotations


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said: „Shells hit the market“, and left.",
        "The mayor said: «Shells hit the market», and left.",
        "The mayor said: »Shells hit the market«, and left.",
        "The mayor said: ”Shells hit the market”, and left.",
        "The mayor said: 「Shells hit the market」, and left.",
        "The mayor said: “Shells hit the market”, and left.",
    ],
)
def test_a_quotation_ends_with_the_mark_that_closes_the_one_that_opened_it(text: str) -> None:
    (found,) = quotations(text)
    assert text[found.start + 1 : found.end - 1] == "Shells hit the market"


def test_a_closing_mark_that_nothing_opened_quotes_nothing() -> None:
    assert quotations("Shells hit the market,” the mayor said, and left.") == ()
