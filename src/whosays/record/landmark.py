"""Nouns of places that a text uses again for one that it has named: "a reef off Sama … around the reef"."""

from __future__ import annotations

# Nouns of one row may stand for one another.
KINDS: tuple[frozenset[str], ...] = (
    frozenset({"town", "city", "village", "hamlet", "settlement"}),
    frozenset({"shoal", "reef", "atoll", "bank"}),
    frozenset({"port", "harbour", "harbor"}),
    frozenset({"province", "region", "governorate", "oblast", "department"}),
    frozenset({"island", "islet", "isle"}),
    frozenset({"district", "county"}),
    frozenset({"crossing", "checkpoint", "checkpost"}),
    frozenset({"peninsula"}),
    frozenset({"strait", "waterway", "channel"}),
    frozenset({"river"}),
    frozenset({"lake"}),
    frozenset({"gulf", "bay"}),
    frozenset({"valley"}),
    frozenset({"square"}),
    frozenset({"road", "highway", "motorway"}),
    frozenset({"suburb", "neighbourhood", "neighborhood", "quarter"}),
    frozenset({"bridge"}),
    frozenset({"camp"}),
    frozenset({"base", "barracks"}),
    frozenset({"airport", "airfield"}),
    frozenset({"refinery"}),
    frozenset({"dam"}),
    frozenset({"mine"}),
    frozenset({"prison", "jail"}),
    frozenset({"capital"}),
)
# What a state has one of, in its capital: "crowds outside the parliament of Ghana".
SEATS = frozenset({"parliament"})
# These stand for the place that was told of last, whatever it is; "there" without an article.
HEREABOUTS = frozenset({"there", "area", "scene", "site", "spot", "vicinity"})
LANDMARKS = frozenset().union(*KINDS)
TOWNS = KINDS[0]
# Who has a town or a province: where they are held and what they order is there.
LOCAL_OFFICIALS = frozenset({"mayor", "governor", "prefect"})
DEFINITE = frozenset({"the", "that", "this"})


def kind_of(noun: str) -> frozenset[str]:
    """The nouns that may stand for what a noun does; none where it is no noun of a place."""
    return next((kind for kind in KINDS if noun in kind), frozenset())
