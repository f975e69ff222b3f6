"""Both sides, the two capitals: the two that act on one another, never who mediates, hosts or looks on. The reports are constructed."""

from __future__ import annotations

import pytest

from whosays import coding, resolve
from whosays.pipeline import Tools
from whosays.record.document import Document


def parties(tools: Tools, text: str, trigger: str, role: str) -> list[str | None]:
    """The codes of those in a role of the last event that a word tells."""
    (reading,) = tools.reader.read([Document.plain(text)])
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    event = [one for one in record.events if trigger in one.trigger.text][-1]
    return [one.code for one in getattr(event, role)]


@pytest.mark.parametrize(
    ("text", "trigger", "role", "two"),
    [
        (
            (
                "Thai and Cambodian soldiers exchanged fire on Monday. Malaysia offered to mediate. Vietnam and Laos expressed "
                "concern. The two governments agreed to meet in Kuala Lumpur."
            ),
            "agreed",
            "actor",
            ["THA", "KHM"],
        ),
        (
            (
                "Rwanda accused Congo of shelling a village on Friday. Angola, which mediates, said Angola's president had spoken "
                "with South Africa's leader. Angola urged the two capitals to talk."
            ),
            "urged",
            "recipient",
            ["RWA", "COD"],
        ),
        (
            (
                "Rebels of the FARC attacked a Colombian army post on Monday. Norway and Cuba, which host the talks, said Norway's "
                "envoy had flown to Havana. Norway urged both sides to stop."
            ),
            "urged",
            "recipient",
            ["FARC", "COL"],
        ),
        (
            (
                "Talks between Ethiopia and Sudan collapsed on Sunday. Egypt, which watched from Cairo, welcomed the end, and "
                "Egypt's foreign minister flew to Khartoum. Both sides threatened sanctions."
            ),
            "threatened",
            "actor",
            ["ETH", "SDN"],
        ),
        (
            (
                "Armenia and Azerbaijan traded accusations on Monday. Georgia offered to host talks. Iran said Iranian officials "
                "were watching. The two neighbours signed a truce."
            ),
            "truce",
            "actor",
            ["ARM", "AZE"],
        ),
        (
            (
                "Indian and Chinese troops clashed on Tuesday. The United States said American officials were in touch with "
                "New Delhi. Both armies pulled back."
            ),
            "pulled back",
            "actor",
            ["IND", "CHN"],
        ),
        (
            (
                "Kenya's president visited Somalia on Monday. Ethiopia closed its border with Eritrea. The two leaders signed a "
                "trade pact."
            ),
            "signed",
            "actor",
            ["KEN", "SOM"],
        ),
        (
            (
                "The EU's envoy saw Serbia's president and Kosovo's prime minister on Thursday. The two leaders agreed to talks."
            ),
            "agreed",
            "actor",
            ["SRB", "XKX"],
        ),
    ],
)
def test_both_are_the_two_that_act_on_one_another(
    tools: Tools, text: str, trigger: str, role: str, two: list[str]
) -> None:
    assert parties(tools, text, trigger, role) == two


def test_where_no_two_act_on_one_another_and_three_are_told_of_both_are_nobody(tools: Tools) -> None:
    text = "It rained in Geneva. Oman, Qatar and Kuwait sent ministers. Both sides agreed to meet again."
    assert parties(tools, text, "agreed", "actor") == [None]


def test_a_venue_is_no_party(tools: Tools) -> None:
    text = "Serbia sent an envoy on Monday. In Brussels, the two governments signed a pact."
    assert "BEL" not in parties(tools, text, "signed", "actor")


@pytest.mark.parametrize(
    ("text", "neighbour"),
    [
        ("Peru accused Chile of spying. Bolivia and Brazil looked on. Peru threatened its neighbour.", "CHL"),
        ("Bolivia and Brazil sent envoys on Monday. Peru threatened its neighbour.", None),
    ],
)
def test_its_neighbour_is_the_one_that_it_has_to_do_with(tools: Tools, text: str, neighbour: str | None) -> None:
    assert parties(tools, text, "threatened", "recipient") == [neighbour]


@pytest.mark.parametrize(
    ("text", "trigger", "two"),
    [
        (
            "Thai and Cambodian troops exchanged fire. Malaysia offered help. Each side blamed the other.",
            "blamed",
            ["THA", "KHM"],
        ),
        (
            "Qatar mediated between Israel and Hamas. Qatar said that neither side was negotiating.",
            "negotiating",
            ["ISR", "HAMAS"],
        ),
    ],
)
def test_each_side_and_neither_are_both_and_no_mediator(tools: Tools, text: str, trigger: str, two: list[str]) -> None:
    assert parties(tools, text, trigger, "actor") == two
