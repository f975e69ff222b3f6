"""What a denial or a silence is laid on: the deed that is meant, in whatever words, and never what it leaves standing."""

from __future__ import annotations

import pytest

from coding.test_who_holds import Row, held
from whosays import lexicon
from whosays.pipeline import Tools

LAID_ON = [
    (
        (  # what was just laid at his door
            "Chad shut its border on Monday after gunmen from Sudan killed seven soldiers, the government said. The minister "
            "blamed the Rapid Support Forces for the raid. The Rapid Support Forces denied involvement."
        ),
        ("raid", "The Rapid Support Forces", "CT-"),
        ("shut", "The Rapid Support Forces", "CT-"),
    ),
    (
        (  # whose part is denied did it, not the one who denies
            "Ukraine said on Monday that its forces had captured two Kenyan soldiers near Sumy. Kenya's decision to deploy "
            "soldiers in the war has alarmed its neighbours. Russia has given Kenya advanced technology, according to Western "
            "intelligence agencies. Russian officials have dismissed allegations of Kenya's involvement as propaganda."
        ),
        ("deploy", "Russian officials", "CT-"),
        ("given", "Russian officials", "CT-"),
    ),
    (
        (  # soldiers rather than help
            "Kenyan troops have entered Congo, Rwanda said on Monday. Kenya has given the rebels rice, aid groups said. "
            "Ugandan officials dismissed the claims of Kenyan involvement as nonsense."
        ),
        ("entered", "Ugandan officials", "CT-"),
        ("given", "Ugandan officials", "CT-"),
    ),
    (
        (  # fire in other words
            "Somali elders accused Kenya of shelling a village near Belet Hawo on Tuesday, killing three herders. "
            "Kenya's military said it had not fired into Somalia."
        ),
        ("shelling", "Kenya's military", "CT-"),
        None,
    ),
    (
        (  # a capital stands for its state
            "Peru said Bolivia had armed the gang. Police searched nine houses in Puno and arrested two brothers. "
            "La Paz denied any part in it."
        ),
        ("armed", "La Paz", "CT-"),
        ("searched", "La Paz", "CT-"),
    ),
    (
        "Police arrested a former minister on suspicion of passing maps to Eritrea, which he denies.",
        None,
        ("arrested", "he", "CT-"),
    ),
    (
        "The ministry rejected criticism of the strike on the bridge.",
        None,
        ("strike", "The ministry", "CT-"),
    ),
    (
        (
            "A raid on the market in Bara killed 14 people on Monday. "
            "The Sudanese defence ministry rejected accusations over the raid."
        ),
        None,
        ("raid", "The Sudanese defence ministry", "CT-"),
    ),
    (
        (
            "Somalia recalled its envoy from Nairobi on Friday.\nThe recall came a day after gunmen killed nine villagers "
            "near Garissa in an attack that officials blamed on al-Shabaab.\nAl-Shabaab did not comment."
        ),
        ("attack", "Al-Shabaab", "SILENT"),
        ("recalled", "Al-Shabaab", "SILENT"),
    ),
    (
        "Peru expelled two diplomats on Friday. Bolivia has said nothing since its envoy was expelled.",
        ("expelled", "Bolivia", "SILENT"),
        None,
    ),
]


@pytest.mark.parametrize(("text", "row", "not_this"), LAID_ON)
def test_what_a_denial_or_a_silence_is_laid_on(text: str, row: Row | None, not_this: Row | None, tools: Tools) -> None:
    found = held(text, tools)
    assert row is None or row in found
    assert not_this is None or not_this not in found


def test_a_truce_that_never_took_hold_was_none(tools: Tools) -> None:
    assert ("truce", None, "CT-") in held("A truce that the rebels agreed in May never took hold.", tools)


def test_a_state_is_one_side_whatever_it_is_called() -> None:
    states = lexicon.load().cues.states
    assert states.named_in("the Peruvian envoy") == states.named_in("Lima") == {"PER"}
    assert states.named_in("South Sudanese soldiers") == {"SSD"}
    assert states.named_in("Congolese soldiers") == {"COD", "COG"}
    assert states.without("the Peruvian army").split() == ["the", "army"]
