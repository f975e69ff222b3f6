"""Walk and model together: how certain an author is of an event, when the two disagree strongly.

The walk down the tree is exact where its words are known; the model has read more ways of saying that something is not
so. Where they lie far apart the less certain of the two is kept: a wrong certain value is worse than an open one. (For the sources of reported events the walk alone does better.)
"""

from __future__ import annotations

from whosays.record.event import StanceValue

NUMBERS: dict[StanceValue, float] = {
    "CT+": 3.0, "PR+": 2.0, "PS+": 1.0, "Uu": 0.0, "PS-": -1.0, "PR-": -2.0, "CT-": -3.0,
}  # fmt: skip
APART = 2.5  # a certain deed that the model holds open, or one open that it holds certain


def less_certain(walked: StanceValue, seen: float) -> StanceValue:
    """The walk's value, or the model's nearest one where that is far from it and less certain; `seen` from -3 to 3.

    Where the walk holds it so and the model not so, it is open.
    """
    if walked not in NUMBERS or walked == "CT-":  # a "not" that the walk has found stands in the text
        return walked
    if abs(NUMBERS[walked] - seen) < APART:
        return walked
    if NUMBERS[walked] * seen < 0:
        return "Uu"
    other = min(NUMBERS, key=lambda value: (abs(NUMBERS[value] - seen), abs(NUMBERS[value])))
    return min((walked, other), key=lambda value: abs(NUMBERS[value]))
